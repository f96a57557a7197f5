"""A small card below a button: it lies in the window and goes away with the focus, as a menu does."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop_app.ui.widgets import label


class Popup(QFrame):
    """``column`` takes what it holds. Its title is what a screen reader hears first."""

    def __init__(self, came_from: QWidget, title: str) -> None:
        super().__init__(came_from.window())
        self.came_from, self.is_closed = came_from, False
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(8)
        self.column.addWidget(label("heading", text=title))

    def open_below(self, first: QWidget) -> None:
        """Shows the card below its button, within the window; ``first`` has the keyboard."""
        window = self.came_from.window()
        at = self.came_from.mapTo(window, QPoint(0, self.came_from.height() + 4))
        self.adjustSize()
        room = window.rect()
        self.resize(min(self.width(), room.width()), min(self.height(), room.height() - 8))
        self.move(
            max(0, min(at.x(), room.right() - self.width())),
            max(0, min(at.y(), room.bottom() - self.height())),
        )
        self.show()
        self.raise_()
        first.setFocus()
        QApplication.instance().focusChanged.connect(self._focus_went)  # type: ignore[union-attr]

    def leave(self) -> None:
        """Closes the card; the keyboard goes back to its button."""
        self.came_from.setFocus()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What arrives for the card later finds it closed."""
        self.is_closed = True
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A list that drops down from a field of the card belongs to it, though it is a window."""
        within = now
        while within is not None and within is not self:
            within = within.parentWidget()
        if now is not None and within is None:
            self.close()
