"""The rows of a sheet as they are, and the keys with which a column is chosen in it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import overload

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop_app.model.sources import SheetFound, TableFound
from desktop_app.ui.column_chips import ChipHeader
from desktop_app.ui.theme import theme_now
from desktop_app.ui.widgets import tip

ROWS_SHOWN = 30
"""Among these a row can be pointed at as the headings."""
KEPT = 500
"""Rows whose texts are kept while the sheet is on show. Own judgement: ten screens full."""
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RowsShown(Sequence[tuple[str, ...]]):
    """The texts of some rows of a sheet, made where they are looked at; a list may have a million."""

    def __init__(self, sheet: SheetFound, numbers: Sequence[int]) -> None:
        self._sheet, self._numbers = sheet, numbers
        self._below = dict(sheet.left_out)
        self._texts = lru_cache(maxsize=KEPT)(self._of)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[str, ...]]: ...
    def __getitem__(self, at: int | slice) -> tuple[str, ...] | Sequence[tuple[str, ...]]:
        """The texts of one row, or of several."""
        if isinstance(at, slice):
            return [self._texts(number) for number in self._numbers[at]]
        return self._texts(self._numbers[at])

    def _of(self, number: int) -> tuple[str, ...]:
        first, rows = self._sheet.preview, self._sheet.rows
        if number <= len(first):
            return first[number - 1]
        return self._below.get(number, ()) if rows is None else rows.texts(number)


def _numbers(sheet: SheetFound) -> Sequence[int]:
    """The 1-based rows whose texts are known: of a list out of a project the first and those left out."""
    if sheet.rows is not None:
        return range(1, max(len(sheet.preview), sheet.rows.last_row) + 1)
    first = range(1, len(sheet.preview) + 1)
    return [*first, *(row for row, _ in sheet.left_out if row not in first)]


class SheetModel(QAbstractTableModel):
    """All rows of one sheet as text, or ``only_left_out`` those that are no parts and those that were told
    to be; ``table`` says which are headings. ``reasons``: 1-based number of a row to why it is no part; such
    a row is pale."""

    def __init__(
        self,
        sheet: SheetFound,
        table: TableFound | None,
        reasons: Mapping[int, str],
        *,
        only_left_out: bool = False,
    ) -> None:
        super().__init__()
        known = _numbers(sheet)
        self.sheet = sheet
        self.numbers = known
        """The 1-based number of each row in its sheet."""
        if only_left_out and table is not None:
            wanted = {*reasons, *table.told, *([table.header_row] if table.header_row else ())}
            self.numbers = sorted(row for row in wanted if row in known)
        self.rows = RowsShown(sheet, self.numbers)
        self.reasons, self.table = reasons, table
        self.pale = QColor(theme_now().soft)
        self.heads: Sequence[str] = ()
        """What stands in the chip of each column, for who hears it."""
        furthest = max((column.index for column in table.columns), default=0) if table else 0
        self.width = max([furthest, *(len(row) for row in sheet.preview)], default=0)
        self.heading_font = QFont()
        self.heading_font.setBold(True)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows of the sheet, or those of them that were asked for."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Columns of the sheet, as far as it was looked at."""
        return 0 if parent.isValid() else self.width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text; the heading row stands out."""
        row = self.rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        number = self.numbers[index.row()]
        reason = self.reasons.get(number, "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (text, reason) if part)) or None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return reason or None
        if role == Qt.ItemDataRole.ForegroundRole and reason:
            return self.pale
        is_heading = self.table is not None and number == self.table.header_row
        if role == Qt.ItemDataRole.FontRole and is_heading:
            return self.heading_font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Row numbers as in the sheet; the chips draw their own words."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Vertical:
            return str(self.numbers[section])
        is_heard = role == Qt.ItemDataRole.AccessibleTextRole
        if is_heard and orientation == Qt.Orientation.Horizontal and section < len(self.heads):
            return self.heads[section]
        return None


class SheetView(QTableView):
    """``column_wanted`` carries a column and what was typed: a click on its chip, Enter or a letter.

    The chip above the cursor has a ring while the sheet has the focus. ``row_reached``: the cursor
    came into another row; ``row_wanted``: its number was double-clicked.
    """

    column_wanted = Signal(int, str)
    row_reached = Signal()
    row_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(26)
        self.chips = ChipHeader(self)
        self.setHorizontalHeader(self.chips)
        self.chips.sectionClicked.connect(self._clicked)
        self.verticalHeader().sectionClicked.connect(self._reach_row)
        self.verticalHeader().sectionDoubleClicked.connect(self._want_row)

    def put_cursor(self, row: int, column: int) -> None:
        """Puts the cursor into the sheet; the column that had it before is not known any more."""
        self.setCurrentIndex(self.model().index(row, column))
        self._mark()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The ring goes with the cursor."""
        super().currentChanged(current, previous)
        self._mark()
        self.row_reached.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows which column the keys change."""
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No keys, no ring."""
        super().focusOutEvent(event)
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the menu of the column; a letter opens it and is looked for."""
        column, text = self.currentIndex().column(), event.text()
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        )  # fmt: skip
        if column >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            self.column_wanted.emit(column, "")
        elif column >= 0 and is_plain and text.isprintable() and text.strip():
            self.column_wanted.emit(column, text)
        else:
            super().keyPressEvent(event)

    def _clicked(self, column: int) -> None:
        row = max(0, self.currentIndex().row())
        self.put_cursor(row, column)
        self.column_wanted.emit(column, "")

    def _reach_row(self, row: int) -> None:
        self.put_cursor(row, max(0, self.currentIndex().column()))

    def _want_row(self, row: int) -> None:
        self._reach_row(row)
        self.row_wanted.emit()

    def _mark(self) -> None:
        index = self.currentIndex()
        self.chips.mark(index.column() if index.isValid() and self.hasFocus() else None)
