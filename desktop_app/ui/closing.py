"""What would go with the window, and the question about it: an hour of decisions is quickly closed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from desktop_app.model.findings import Message, msg
from desktop_app.ui.dialogs import Sheet
from desktop_app.ui.project_offer import project_offer
from desktop_app.ui.step_names import SAVING
from desktop_app.ui.widgets import button, label

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

WIDTH = 460


def may_close(window: "MainWindow") -> bool:
    """Whether nothing would be lost; else the user is asked, and the window stays until then. While
    something is being written it stays until that is done."""
    if not window.asks_before_closing:
        return True
    if is_writing(window):
        window.strip.say(msg("The window closes once this is written."), kind="attention")
        CloseOnceWritten(window)
        return False
    words = what_is_lost(window)
    if words is not None:
        ClosingSheet(window, words).end()
    return words is None


def is_writing(window: "MainWindow") -> bool:
    """Whether a project, a report or tables that were wanted are not on the disk yet."""
    session = window.session
    return session.job(SAVING) is not None or session.writing.is_under_way


def what_is_lost(window: "MainWindow") -> Message | None:
    """What was decided and lies in no project: lists can be dropped again, decisions not."""
    desk, project = window.session.desk, window.projects.file
    if desk.recorded is None or desk.recorded == type(desk.recorded)():
        return None
    has_changed = window.projects.has_changed(desk)
    if project is None:
        return msg("What you decided and corrected is in no project yet.")
    if window.projects.has_failed and has_changed:
        return msg(
            "What you did last could not be written to the project. Save it as another one, or it is "
            "lost."
        )
    if project.is_read_only and has_changed:
        return msg(
            "This project can only be read here, so what you decided and corrected is not in it."
        )
    return None


class CloseOnceWritten(QObject):
    """Closes a window when what is being written stands on the disk; not where that fails or is given
    up: then there is something to read."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._is_given_up = window, False
        window.session.work_changed.connect(self._look)
        window.session.work_failed.connect(self._give_up)
        window.session.work_cancelled.connect(self._give_up)

    def _give_up(self) -> None:
        self._is_given_up = True
        self.deleteLater()

    def _look(self) -> None:
        if not is_writing(self._window):
            self._window.session.work_changed.disconnect(self._look)
            QTimer.singleShot(0, self, self._close)  # whether it failed is said after it ended

    def _close(self) -> None:
        self.deleteLater()
        if not self._is_given_up:
            self._window.close()


class ClosingSheet(Sheet):
    """Save, close without saving, or go on working."""

    def __init__(self, window: "MainWindow", words: Message) -> None:
        catalogue = window.catalogue
        super().__init__(window, catalogue, catalogue.text("Close without saving?"))
        self.window_below = window
        said = label(wraps=True, text=catalogue.say(words))
        said.setMinimumWidth(WIDTH)
        self.column.addWidget(said)
        self.does = project_offer(catalogue, self._save)
        self.without: QPushButton = button(self._leave)
        self.without.setText(catalogue.text("Close without saving"))
        self.without.setAccessibleName(self.without.text())

    def end(self) -> None:
        """The button that closes this window leads back to the work."""
        super().end()
        self.closes.setText(self.catalogue.text("Go on working"))
        self.closes.setAccessibleName(self.closes.text())
        self.foot.insertWidget(self.foot.count() - 1, self.without)
        self.setTabOrder(self.without, self.closes)

    def _save(self) -> None:
        from desktop_app.ui.choosing import choose_project_target

        window = self.window_below
        self.accept()

        def save(path: Path) -> None:
            window.projects.save(path)
            CloseOnceWritten(window)

        choose_project_target(window, window.catalogue, save)

    def _leave(self) -> None:
        self.accept()
        self.window_below.asks_before_closing = False
        self.window_below.close()
