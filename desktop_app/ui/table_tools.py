"""The row above a table: its columns, what it is grouped by, its filters, and the layouts kept."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.flow import FlowRow
from desktop_app.ui.widgets import button, name, restyle

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column
    from desktop_app.ui.table_filters import ColumnFilter


class TableTools(QWidget):
    """Buttons that say what is on: ``group_wanted`` carries a column id or None, ``filter_removed`` a
    column id; the cards of the others are opened by their table."""

    columns_wanted = Signal()
    filter_wanted = Signal()
    layouts_wanted = Signal()
    group_wanted = Signal(object)
    filter_removed = Signal(str)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.columns = button(self.columns_wanted.emit, "tool")
        self.group = button(self.open_groups, "tool")
        self.filter = button(self.filter_wanted.emit, "tool")
        self.layouts = button(self.layouts_wanted.emit, "tool")
        self.row = FlowRow(self)
        for made in (self.columns, self.group, self.filter, self.layouts):
            self.row.addWidget(made)
        self.active: list[QPushButton] = []
        self._groups: list[tuple[str, str]] = []
        self._group: str | None = None

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the buttons."""
        self.catalogue = catalogue
        text = catalogue.text
        for made, words, hint in (
            (self.columns, text("Columns"), text("Choose the columns; drag a heading to move it")),
            (self.filter, text("Filter"), text("Filter by a column: text, values, from and to")),
            (self.layouts, text("Layouts"), text("Keep columns, order and groups under a name")),
        ):
            made.setText(words)
            name(made, words, hint)
        self._say_group()

    def show_columns(self, columns: "Sequence[Column]", group_by: str | None) -> None:
        """What may be grouped by, and what is."""
        self._groups = [(c.id, c.title) for c in columns if c.groups and any(c.words)]
        self._group = group_by
        self._say_group()

    def show_filters(self, columns: "Sequence[Column]", filters: "Sequence[ColumnFilter]") -> None:
        """One button per filtered column; a click takes its filter away."""
        for made in self.active:
            self.row.removeWidget(made)
            made.deleteLater()
        self.active = []
        titles = {column.id: column.title for column in columns}
        for key in dict.fromkeys(made.column for made in filters):
            words = self.catalogue.text("Filtered: {column}", column=titles.get(key, key))
            made = button(partial(self.filter_removed.emit, key), "tool")
            made.setText(f"{words}  ×")
            made.setProperty("active", True)
            name(made, words, self.catalogue.text("Take this filter away"))
            self.row.addWidget(made)
            self.active.append(made)

    def open_groups(self) -> None:
        """Shows them below the button."""
        self.groups_menu().popup(self.group.mapToGlobal(self.group.rect().bottomLeft()))

    def groups_menu(self) -> QMenu:
        """The columns one may group by, and "not grouped"."""
        menu = QMenu(self.group)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = QActionGroup(menu)
        for key, words in [(None, self.catalogue.text("Not grouped")), *self._groups]:
            action = QAction(words, menu, checkable=True, checked=key == self._group)
            action.triggered.connect(partial(self._choose, key))
            choices.addAction(action)
            menu.addAction(action)
        return menu

    def _choose(self, key: str | None, _is_on: bool = True) -> None:
        self.group_wanted.emit(key)

    def _say_group(self) -> None:
        title = dict(self._groups).get(self._group or "")
        text = self.catalogue.text
        words = text("Group") if title is None else text("Grouped: {column}", column=title)
        self.group.setText(words)
        name(self.group, words, text("Put rows that say the same under one heading"))
        self.group.setProperty("active", title is not None)
        restyle(self.group)
