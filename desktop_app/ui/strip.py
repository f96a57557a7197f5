"""A line above the page that says what happened, with one or two things to do about it."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.ui.failures import Failure
from desktop_app.ui.widgets import button, label, restyle

SHOWN_MS = 20_000
"""News that asks for nothing may go after this time."""
EDGES, EDGES_LOW = (20, 5, 10, 5), (20, 1, 10, 1)
"""Points to the left of its words, above, to the right and below; in a low window."""


class Strip(QWidget):
    """Hidden until something is said. What went wrong stays until it is closed; news goes with the page
    it stood over, never under the hand: all below it would move as somebody is about to click."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.catalogue = catalogue
        self._said: tuple[Message, ...] = ()
        self._action: Message | None = None
        self._failure: Failure | None = None
        self._said_at = 0.0
        self._act: Callable[[], object] = lambda: None
        self.words = label(wraps=True)
        self.action: QPushButton = button(self._acted, "plain")
        self.dismiss: QPushButton = button(self.hide, "plain")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(*EDGES)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self.speak(catalogue)
        self.hide()

    def lie_close(self, is_low: bool) -> None:
        """Thin in a low window."""
        self._row.setContentsMargins(*(EDGES_LOW if is_low else EDGES))

    def speak(self, catalogue: Catalogue) -> None:
        """What was said, said again in another language."""
        self.catalogue = catalogue
        self.dismiss.setText(catalogue.text("Close"))
        self.dismiss.setAccessibleName(catalogue.text("Close this message"))
        self._write()

    def say(
        self,
        *said: Message,
        kind: str = "info",
        action: Message | None = None,
        act: Callable[[], object] = lambda: None,
    ) -> None:
        """Shows sentences. ``kind``: ``info``, ``attention`` or ``error``.

        News does not take the place of what went wrong a moment ago, before anybody could read it.
        """
        if kind == "info" and self._is_unread_error():
            return
        self._said_at = time.monotonic()
        self._said, self._action, self._act = said, action, act
        self._failure = None
        self._write()
        self.setProperty("kind", kind)
        restyle(self)
        self.show()

    def leave(self) -> None:
        """Another page comes: news that could be read goes."""
        if self.property("kind") == "info" and not self._is_fresh:
            self.hide()

    def drop(self) -> None:
        """The files it was about are not there any more; what waits for an answer stays."""
        if self.property("kind") != "attention":
            self.hide()

    @property
    def _is_fresh(self) -> bool:
        return time.monotonic() - self._said_at < SHOWN_MS / 1000

    def _is_unread_error(self) -> bool:
        return not self.isHidden() and self.property("kind") == "error" and self._is_fresh

    def say_failure(self, failure: Failure) -> None:
        """What happened and what to do; the details go to the clipboard when asked for."""
        problem = failure.problem

        def copy() -> None:
            words = self.words.text()
            QGuiApplication.clipboard().setText(f"{problem.code}\n{words}\n{failure.details}")

        self.say(
            problem.message, problem.remedy, kind="error", action=msg("Copy details"), act=copy
        )
        self._failure = failure

    def forget(self, failure: Failure) -> None:
        """What had failed was done in another way: nobody needs to read of it any more."""
        if self._failure is failure:
            self.hide()

    def _write(self) -> None:
        say = self.catalogue.say
        self.words.setText(self.catalogue.sentences(say(message) for message in self._said))
        words = "" if self._action is None else self.catalogue.say(self._action)
        self.action.setText(words)
        self.action.setAccessibleName(words or self.catalogue.text("No action"))
        self.action.setVisible(bool(words))

    def _acted(self) -> None:
        act = self._act
        self.hide()
        act()
