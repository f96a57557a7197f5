"""A field to choose from whose words end in dots where a narrow window cuts them."""

from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

SURELY_ENOUGH = 56
"""Points beside the words for edges and arrow, in every style."""


class Chooser(QComboBox):
    """Qt's own ends in the middle of a letter, so that nobody sees that more was chosen, and chooses
    something else when the wheel is turned over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page that the field stands on."""
        event.ignore()

    def width_of_all(self) -> int:
        """Points in which every line to choose from is whole."""
        words = (self.itemText(at) for at in range(self.count()))
        widest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        return widest + SURELY_ENOUGH + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt draws it, with words that fit."""
        if self.fontMetrics().horizontalAdvance(self.currentText()) + SURELY_ENOUGH < self.width():
            super().paintEvent(event)
        else:
            self._paint_cut()

    def _paint_cut(self) -> None:
        # Not above: the first picture of the window has nothing to cut, and QStyle takes long.
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width()
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
