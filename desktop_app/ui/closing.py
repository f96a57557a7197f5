"""What would go with the window, and the question about it: an hour of decisions is quickly closed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from desktop_app.model.findings import Message, msg
from desktop_app.ui.dialogs import Sheet
from desktop_app.ui.project_offer import project_offer
from desktop_app.ui.widgets import button, label

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

WIDTH = 460


def may_close(window: "MainWindow") -> bool:
    """Whether nothing would be lost; else the user is asked, and the window stays until then."""
    words = what_is_lost(window) if window.asks_before_closing else None
    if words is not None:
        ClosingSheet(window, words).end()
    return words is None


def what_is_lost(window: "MainWindow") -> Message | None:
    """What was decided and lies in no project: lists can be dropped again, decisions not."""
    desk, project = window.session.desk, window.projects.file
    if desk.recorded is None or desk.recorded == type(desk.recorded)():
        return None
    if project is None:
        return msg("What you decided and corrected is in no project yet.")
    if project.is_read_only and window.projects.has_changed(desk):
        return msg(
            "This project can only be read here, so what you decided and corrected is not in it."
        )
    return None


class CloseOnceSaved(QObject):
    """Closes a window when its project is written; not where that fails or is given up."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.projects.saved.connect(self._saved)
        window.session.work_failed.connect(self.deleteLater)
        window.session.work_cancelled.connect(self.deleteLater)

    def _saved(self) -> None:
        self.deleteLater()
        QTimer.singleShot(0, self._window.close)


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
            CloseOnceSaved(window)
            window.projects.save(path)

        choose_project_target(window, window.catalogue, save)

    def _leave(self) -> None:
        self.accept()
        self.window_below.asks_before_closing = False
        self.window_below.close()
