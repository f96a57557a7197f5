"""The one table model: columns of distinct words behind a list of row numbers."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.ui.marks import verdict_icon
from desktop_app.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.ui.table_data import Column, Rows, TableData

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Role = Qt.ItemDataRole


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

    def show(self, data: "TableData", order: "Rows") -> None:
        """Shows other data; rows of the same number stay selected where the count is the same."""
        same = self.data_shown is not None and len(self.data_shown) == len(data)
        if same and [c.id for c in self._columns] == [c.id for c in data.columns]:
            self._lay_out(order, data)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(data.columns) - 1)
            return
        self.beginResetModel()
        self._take(data, order)
        self.endResetModel()

    def arrange(self, order: "Rows") -> None:
        """Shows other rows, or the same ones in another order, of the same data."""
        if self.data_shown is not None:
            self._lay_out(order, self.data_shown)

    def part_at(self, row: int) -> int | None:
        """Row number in the data of what stands in a row of the table."""
        if self._order is None or not 0 <= row < self._count:
            return None
        return int(self._order[row])

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
            return ""
        shown = self._columns[column]
        return shown.words[int(shown.of[part_id])]

    def texts_of(
        self, rows: "Sequence[int]", column: int, write: "Callable[[str], str]"
    ) -> list[str]:
        """The words of many rows of a column; each distinct one is written once."""
        if self._order is None:
            return []
        shown = self._columns[column]
        written: dict[int, str] = {}
        said = []
        for code in shown.of[self._order[list(rows)]].tolist():
            if code not in written:
                written[code] = write(shown.words[code])
            said.append(written[code])
        return said

    def _take(self, data: "TableData", order: "Rows") -> None:
        self.data_shown, self._columns = data, data.columns
        self._order, self._count = order, len(order)

    def _lay_out(self, order: "Rows", data: "TableData") -> None:
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
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._words(index, role)
        if role == Role.DecorationRole:
            return self._mark(index)
        if role == Role.TextAlignmentRole:
            return RIGHT if self._columns[index.column()].right else LEFT
        if role == Role.AccessibleTextRole:
            return self._spoken(index)
        return None

    def _words(self, index: Index, role: int) -> str | None:
        if self._order is None or not index.isValid():
            return None
        column = self._columns[index.column()]
        words = column.words[column.of[self._order[index.row()]]]
        return words if role == Role.DisplayRole or len(words) > 12 else None

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
