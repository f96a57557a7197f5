"""A button with an icon that is on or off."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton

from desktop_app.ui.marks import icon
from desktop_app.ui.theme import theme_now


class ToggleButton(QToolButton):
    """An icon that is on or off; it follows light and dark."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon = icon_name
        self.setCheckable(True)
        self.setProperty("kind", "toggle")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(36, 36)
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme draws the icon in another colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        self.setIcon(icon(self._icon, theme_now().ink, 18))


def toggle(icon_name: str, clicked: Callable[[], object]) -> ToggleButton:
    """A button with an icon that is on or off."""
    made = ToggleButton(icon_name)
    made.clicked.connect(lambda _checked=False: clicked())
    return made
