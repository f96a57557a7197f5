"""The window as the system sees it: its place, its first picture, and when it stands on the screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from desktop_app.ui.settings import SettingsFile

USUAL, LEAST, MENUS = (1360, 840), (824, 436), 30
"""Width and height in points: where none is remembered, and the smallest that still works. A screen of
1280 x 720 at 150 % has 853 x 480 points, the bars of the system among them; on a smaller one the page
scrolls. And the height of the bar of menus."""
EDGES = QSize(16, 40)
"""Points that the system's frame takes round a window, before it is known: most take less."""


class Frame(QMainWindow):
    """An empty window. ``shown`` comes after its first picture, ``painted`` after the first one of
    the furnished window; each once, when the events before it have been dealt with."""

    asks_before_closing = True
    """Whether decisions that lie in no project may keep the window open."""
    shown = Signal()
    painted = Signal()

    def __init__(self, settings: "SettingsFile") -> None:
        super().__init__()
        self.settings = settings
        self.is_furnished = False
        self._was_shown = self._was_painted = False
        self.setWindowTitle("Lodestone")
        self.setMinimumSize(QSize(*LEAST).boundedTo(self._room))
        geometry = settings.now.geometry
        if not (geometry and self.restoreGeometry(geometry)):
            self.resize(QSize(*USUAL).boundedTo(self._room))

    @property
    def _room(self) -> QSize:
        """Points a window may take on this screen."""
        return self.screen().availableSize() - EDGES

    def show_first(self, picture: QWidget) -> None:
        """Shows a picture of the start page until the page itself is there."""
        self.setCentralWidget(picture)
        self.show()

    def event(self, event: QEvent) -> bool:
        """Each step begins when the one before stands on the screen, not earlier."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint:
            if not self._was_shown:
                self._was_shown = True
                QTimer.singleShot(0, self._say_shown)
            if self.is_furnished and not self._was_painted:
                self._was_painted = True
                QTimer.singleShot(0, self.painted.emit)
        return handled

    def _say_shown(self) -> None:
        """One turn of the event loop later: the system has the picture by then, not only we."""
        QTimer.singleShot(0, self.shown.emit)

    def keep_place(self) -> None:
        """Remembers where the window stands and how large it is."""
        self.settings.change(geometry=bytes(self.saveGeometry().data()))
