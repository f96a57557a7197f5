"""The frame of a stage: what it says while there is nothing to show, and the page with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.empty import EmptyPage
from desktop_app.ui.narrow import LOW
from desktop_app.ui.session import Session

EDGES = (20, 16, 20, 14)
"""Points to the left of a page, above it, to its right and below it."""
EDGES_LOW = (20, 4, 20, 5)


class StagePage(QWidget):
    """Who uses it fills ``column`` from top to bottom and says the words of ``empty``.

    ``files_wanted`` when there is nothing to show yet and the user goes to fetch it.
    """

    files_wanted = Signal()

    def __init__(self, session: Session, icon: str, spacing: int = 4) -> None:
        super().__init__()
        self.session, self.catalogue, self.is_low = session, session.catalogue, False
        self.empty = EmptyPage(icon, self.files_wanted.emit)
        self.full = QWidget()
        self.column = QVBoxLayout(self.full)
        self.column.setContentsMargins(*EDGES)
        self.column.setSpacing(spacing)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.full)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.pages)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return self.pages.currentWidget() is self.empty

    @property
    def starts_at(self) -> QWidget:
        """What has the keyboard first when somebody goes to the stage by a key."""
        return self.full

    def take_focus(self) -> None:
        """The keyboard is where the work of the stage begins."""
        (self.empty.action if self.is_empty else self.starts_at).setFocus()

    def show_full(self, is_there: bool) -> None:
        """The page where there is something to show, else what it still needs."""
        self.pages.setCurrentWidget(self.full if is_there else self.empty)

    def lie_close(self, is_low: bool) -> None:
        """Narrow edges on a low page."""
        self.column.setContentsMargins(*(EDGES_LOW if is_low else EDGES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page becomes low, or high enough again."""
        super().resizeEvent(event)
        if (self.height() < LOW) != self.is_low:
            self.is_low = not self.is_low
            self.lie_close(self.is_low)
