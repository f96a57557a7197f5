"""Looks for cycles nobody uses any more while nobody uses the window either.

A full collection stops everything while it lasts, and that is long where the words of a long list
are: 0.3 s at a million rows (measured). So it never comes by itself, but when the user is in another
program, or after so many answers that memory would grow.
"""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from desktop_app.ui.session import Session

AWAY_MS = 1_500
"""Not at once: who only looks something up is back before."""
MOST_ANSWERS = 12
"""Without a look at another program between; an answer given up is seldom held in a cycle."""


class IdleCollection(QObject):
    """Belongs to the session of a window."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.session = session
        self.answers = 0
        self._away = QTimer(self, singleShot=True, interval=AWAY_MS)
        self._away.timeout.connect(self._collect_when_quiet)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)
        session.result_arrived.connect(self._answered)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        elif self.answers:
            self._away.start()

    def _answered(self, _result: object) -> None:
        """The one moment at which the window may as well wait: a long answer was waited for."""
        self.answers += 1
        if self.answers >= MOST_ANSWERS:
            self._collect()

    def _collect_when_quiet(self) -> None:
        if self.session.is_busy:
            self._away.start()
        else:
            self._collect()

    def _collect(self) -> None:
        self.answers = 0
        gc.collect()
