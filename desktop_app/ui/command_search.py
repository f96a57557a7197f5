"""Everything that can be done, found by typing a part of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.dialogs import Sheet


class CommandSearch(Sheet):
    """Enter does what is marked; what cannot be done now is not listed."""

    def __init__(self, parent: QWidget, catalogue: Catalogue, actions: Sequence[QAction]) -> None:
        super().__init__(parent, catalogue, catalogue.text("What do you want to do?"))
        self.commands = [action for action in actions if action.isEnabled() and action.text()]
        self.field, self.list = QLineEdit(), QListWidget()
        self.field.setAccessibleName(catalogue.text("Part of a command's name"))
        self.field.setPlaceholderText(catalogue.text("Type a part of its name"))
        self.field.setMinimumWidth(440)
        self.list.setObjectName("sheetList")
        self.list.setAccessibleName(catalogue.text("Commands that match"))
        self.list.setMinimumHeight(300)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.run())
        self.list.itemClicked.connect(lambda _item: self.run())
        self._show()

    def _show(self) -> None:
        words = self.field.text().casefold().split()
        self.list.clear()
        for at, action in enumerate(self.commands):
            said = action.text().replace("&", "").rstrip(".")
            if all(word in said.casefold() for word in words):
                keys = action.shortcut().toString()
                item = QListWidgetItem(f"{said}   {keys}" if keys else said)
                item.setData(Qt.ItemDataRole.UserRole, at)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def run(self) -> None:
        """Closes and does what is marked."""
        item = self.list.currentItem()
        if item is not None:
            action = self.commands[item.data(Qt.ItemDataRole.UserRole)]
            self.accept()
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types; Enter does what is marked."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is not self.field or not is_key or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run()
            return True
        return super().eventFilter(watched, event)
