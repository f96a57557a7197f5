"""Everything that can be done, found by typing a part of its name."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.dialogs import Sheet
from desktop_app.ui.keys import native_keys
from desktop_app.ui.menus import without_key
from desktop_app.ui.search_list import Choice, SearchList


class CommandSearch(Sheet):
    """Enter does what is marked; what cannot be done now is not listed."""

    def __init__(self, parent: QWidget, catalogue: Catalogue, actions: Sequence[QAction]) -> None:
        super().__init__(parent, catalogue, catalogue.text("What do you want to do?"))
        self.commands = [action for action in actions if action.isEnabled() and action.text()]
        found = SearchList(
            [
                Choice(without_key(a.text()).rstrip("."), native_keys(a.shortcut().toString()))
                for a in self.commands
            ]
        )
        self.field, self.list = found.field, found.list
        self.field.setAccessibleName(catalogue.text("Part of a command's name"))
        self.field.setPlaceholderText(catalogue.text("Type a part of its name"))
        self.field.setMinimumWidth(440)
        self.list.setAccessibleName(catalogue.text("Commands that match"))
        self.list.setMinimumHeight(300)
        self.column.addWidget(found, 1)
        found.chosen.connect(self.run)

    def run(self, at: int) -> None:
        """Closes and does it."""
        self.accept()
        self.commands[at].trigger()
