"""A field and a list below it: typing narrows the list, Enter or a click chooses."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget


class Choice(NamedTuple):
    """One line. ``words`` are looked through; ``beside`` only stands there."""

    words: str
    beside: str = ""


class SearchList(QWidget):
    """``chosen`` carries the place of a choice in what was offered."""

    chosen = Signal(int)

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.choices = choices
        self.field, self.list = QLineEdit(), QListWidget()
        self.list.setObjectName("sheetList")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.choose())
        self.list.itemClicked.connect(lambda _item: self.choose())
        self._show()

    def _show(self) -> None:
        words = self.field.text().casefold().split()
        self.list.clear()
        for at, choice in enumerate(self.choices):
            if all(word in choice.words.casefold() for word in words):
                item = QListWidgetItem("   ".join(part for part in choice if part))
                item.setData(Qt.ItemDataRole.UserRole, at)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def mark(self, at: int) -> None:
        """Puts the mark on a choice that is shown."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == at:
                self.list.setCurrentRow(row)

    def choose(self) -> None:
        """Chooses what is marked."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types; Enter chooses what is marked."""
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
            return True
        return super().eventFilter(watched, event)
