"""The one table model: columns of distinct words behind a list of row numbers."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.ui.marks import verdict_icon
from desktop_app.ui.theme import LIGHT, Theme
from desktop_app.ui.widgets import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.ui.table_data import Column, Rows, TableData
    from desktop_app.ui.table_groups import Arranged

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Role = Qt.ItemDataRole
NOTHING = "–"
"""What stands where a group has no word: an empty cell in every row."""


class TableModel(QAbstractTableModel):
    """Shows :class:`TableData` in any order. A row of the table is named by its row number in the
    data (the part id), never by where it happens to stand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data_shown: TableData | None = None
        self.theme: Theme = LIGHT
        self._columns: tuple[Column, ...] = ()
        self._order: Rows | None = None
        self._count = 0
        self.arranged: Arranged | None = None
        self._heads: Column | None = None

    def show(self, data: "TableData", order: "Rows | Arranged") -> None:
        """Shows other data; rows of the same number stay selected where the count is the same."""
        same = self.data_shown is not None and len(self.data_shown) == len(data)
        if same and [c.id for c in self._columns] == [c.id for c in data.columns]:
            self._lay_out(order, data)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(data.columns) - 1)
            return
        self.beginResetModel()
        self._take(data, order)
        self.endResetModel()

    def arrange(self, order: "Rows | Arranged") -> None:
        """Shows other rows, or the same ones in another order, of the same data."""
        if self.data_shown is not None:
            self._lay_out(order, self.data_shown)

    def part_at(self, row: int) -> int | None:
        """Row number in the data of what stands in a row of the table; None for a heading."""
        if self._order is None or not 0 <= row < self._count:
            return None
        number = int(self._order[row])
        return None if number < 0 else number

    def heading_at(self, row: int) -> str | None:
        """The word of the group whose heading stands in a row; None where a part stands there."""
        if self._order is None or self._heads is None or not 0 <= row < self._count:
            return None
        number = int(self._order[row])
        return None if number >= 0 else self._heads.words[-number - 1]

    def is_heading(self, row: int) -> bool:
        """Whether a heading stands in a row."""
        return self.heading_at(row) is not None

    def parts_below(self, row: int) -> int:
        """How many parts the heading in a row stands above, also where they are put away."""
        if self._order is None or self.arranged is None:
            return 0
        return self.arranged.counts.get(-int(self._order[row]) - 1, 0)

    def is_folded(self, row: int) -> bool:
        """Whether the parts of the heading in a row are put away."""
        if self._order is None or self.arranged is None:
            return False
        return -int(self._order[row]) - 1 in self.arranged.folded

    def row_of(self, part_id: int) -> int | None:
        """Where a part stands in the table; None where it is not shown."""
        if self._order is None:
            return None
        rows = (self._order == part_id).nonzero()[0]
        return int(rows[0]) if len(rows) else None

    def text_at(self, row: int, column: int) -> str:
        """The words of a cell."""
        part_id = self.part_at(row)
        if part_id is None:
            return self._head(row) if column == 0 else ""
        shown = self._columns[column]
        return shown.words[int(shown.of[part_id])]

    def first_words(self, column: int, rows: int) -> "list[str]":
        """The words of a column in the first rows, row by row, without those of headings."""
        if self._order is None:
            return []
        numbers, shown = self._order[:rows], self._columns[column]
        return [shown.words[code] for code in shown.of[numbers[numbers >= 0]].tolist()]

    def numbers_of(self, rows: "Rows | Sequence[int]") -> "Rows":
        """The row numbers that stand in rows of the table, those of headings among them."""
        import numpy as np

        places = np.asarray(rows, dtype=np.int64)
        return places if self._order is None else self._order[places]

    def heads(self) -> "Callable[[int], str]":
        """Says the heading of a row number, as it is now."""
        heads, arranged = self._heads, self.arranged

        def said(number: int) -> str:
            if heads is None or arranged is None:
                return ""
            code = -number - 1
            return _heading(heads.words[code], arranged.counts.get(code, 0))

        return said

    def _take(self, data: "TableData", order: "Rows | Arranged") -> None:
        self.data_shown, self._columns = data, data.columns
        from desktop_app.ui.table_groups import Arranged

        self.arranged = order if isinstance(order, Arranged) else Arranged(order)
        rows, by = self.arranged.rows, self.arranged.group_by
        self._heads = None if by is None else data.column(by)
        self._order, self._count = rows, len(rows)

    def _head(self, row: int) -> str:
        """A heading in words: what its parts have in common, and how many they are."""
        word = self.heading_at(row)
        return "" if word is None else _heading(word, self.parts_below(row))

    def _lay_out(self, order: "Rows | Arranged", data: "TableData") -> None:
        """A view holds on to rows by persistent indexes; without mapping them it would go on to
        show another part as the selected one."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        parts = [self.part_at(index.row()) for index in held]
        self._take(data, order)
        where = {part_id: self.row_of(part_id) for part_id in parts if part_id is not None}
        moved = []
        for index, part_id in zip(held, parts, strict=True):
            row = None if part_id is None else where[part_id]
            moved.append(QModelIndex() if row is None else self.index(row, index.column()))
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Number of rows shown."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = ROOT) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Words, mark, alignment, and what a screen reader says. Everything else is None at once:
        a view asks for a dozen roles of every cell it paints."""
        if self._heads is not None and self.part_at(index.row()) is None:
            return self._said_of_heading(index, role)
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._words(index, role)
        if role == Role.DecorationRole:
            return self._mark(index)
        if role == Role.TextAlignmentRole:
            return RIGHT if self._columns[index.column()].right else LEFT
        if role == Role.AccessibleTextRole:
            return self._spoken(index)
        return None

    def _said_of_heading(self, index: Index, role: int) -> str | None:
        """The view draws it over the whole row; its words stand in the first cell."""
        said = (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole)
        if role not in said or index.column():
            return None
        words = self._head(index.row())
        return tip(words) if role == Role.ToolTipRole else words

    def _words(self, index: Index, role: int) -> str | None:
        if self._order is None or not index.isValid():
            return None
        column = self._columns[index.column()]
        words: str = column.words[column.of[self._order[index.row()]]]
        if role == Role.DisplayRole:
            return words
        return tip(words) if len(words) > 12 else None

    def _mark(self, index: Index) -> Any:
        column = self._columns[index.column()]
        if column.marks is None or self._order is None:
            return None
        verdict = column.marks[column.of[self._order[index.row()]]]
        return None if verdict is None else verdict_icon(verdict, self.theme.verdict(verdict))

    def _spoken(self, index: Index) -> str:
        """The cell with its heading; the first cell says the row."""
        column = self._columns[index.column()]
        words = self.text_at(index.row(), index.column())
        if index.column() or self.data_shown is None or not self.data_shown.spoken:
            return f"{column.title}: {words}"
        places = {found.id: at for at, found in enumerate(self._columns)}
        said = [self.text_at(index.row(), places[name]) for name in self.data_shown.spoken]
        return ", ".join(word for word in said if word)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.ToolTipRole:
            return column.hint or column.title
        if role == Role.TextAlignmentRole:
            return RIGHT if column.right else LEFT
        return None


def _heading(word: str, parts: int) -> str:
    return f"{word or NOTHING} ({QLocale().toString(parts)})"
