"""The table everyone knows: sort by header, find, copy, open; at any number of rows."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.ui.table_model import Index, TableModel
from desktop_app.ui.theme import SMALL_PX, theme_now

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column, TableData

ROW_HEIGHT = 30
ROWS_MEASURED = 200
"""Widths follow the first rows; asking all of a long list would take a minute."""
HEADER_EDGES, CELL_EDGES, MARK, ARROW = 22, 22, 18, 16
MOST_COPIED = 100_000
MOST_FOLLOWED = 500


class _Quiet(QStyledItemDelegate):
    """Draws what is said beside the point in the softer colour, and verdict words in theirs."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Sets the colour of the words."""
        super().initStyleOption(option, index)
        theme, data = self._model.theme, self._model.data_shown
        part_id = self._model.part_at(index.row())
        if data is None or part_id is None:
            return
        column = data.columns[index.column()]
        if column.cut_inside:
            option.textElideMode = Qt.TextElideMode.ElideMiddle
        if not column.quiet and column.marks is None:
            return
        colour = theme.soft
        if column.marks is not None:
            verdict = column.marks[column.of[part_id]]
            colour = theme.verdict(verdict) if verdict else theme.soft
        for role in (option.palette.ColorRole.Text, option.palette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)


class TableView(QTableView):
    """Shows a :class:`TableModel`. ``sort_wanted`` carries (column id, descending) or None;
    ``part_chosen`` the part under the cursor, ``part_opened`` one whose reasons are asked for."""

    sort_wanted = Signal(object)
    part_chosen = Signal(object)
    part_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown = TableModel(self)
        self.setModel(self.shown)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(12, 12))
        self._quiet = _Quiet(self.shown, self)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # A header asks of every cell whether its column is selected; with "all" of a long list
        # that takes seconds a paint. It looks at a selection of its own, which stays empty.
        header.setSelectionModel(QItemSelectionModel(self.shown, self))
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(40)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._header_clicked)
        self.doubleClicked.connect(self._opened)
        self._sort: tuple[str, bool] | None = None
        self._widths: list[int] = []
        self._least: list[int] = []

    def show_data(self, data: "TableData", order: object) -> None:
        """Shows other data; the part under the cursor stays selected and where it is."""
        place = self._place()
        before = self.shown.data_shown
        self.shown.theme = theme_now()
        self.shown.show(data, order)  # type: ignore[arg-type]
        if before is not data:
            self._dress(data.columns)
        self._restore(place)

    def rearrange(self, order: object) -> None:
        """Shows other rows of the same data, or the same rows in another order.

        Qt follows every selected cell one by one; of very many only the one under the cursor and
        "all" are kept.
        """
        place, selected = self._place(), len(self._selected_rows())
        is_all = 0 < self.shown.rowCount() == selected
        if selected > MOST_FOLLOWED:
            self.clearSelection()
        self.shown.arrange(order)  # type: ignore[arg-type]
        self._restore(place)
        if is_all and selected > MOST_FOLLOWED:
            self.selectAll()

    def chosen_part(self) -> int | None:
        """The part under the cursor."""
        index = self.currentIndex()
        return self.shown.part_at(index.row()) if index.isValid() else None

    def choose(self, part_id: int) -> None:
        """Selects a part and scrolls to it, if it is shown."""
        row = self.shown.row_of(part_id)
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self.shown.index(row, 0))

    def copied_text(self) -> str:
        """The selected rows as a table for a spreadsheet: words only, headings on top."""
        data = self.shown.data_shown
        if data is None:
            return ""
        visible = [at for at in range(len(data.columns)) if not self.isColumnHidden(at)]
        rows = self._selected_rows()
        columns = [self.shown.texts_of(rows, at, _one_line) for at in visible]
        lines = ["\t".join(data.columns[at].title for at in visible)]
        lines += ["\t".join(cells) for cells in zip(*columns, strict=True)]
        return "\n".join(lines) + "\n"

    def _selected_rows(self) -> list[int]:
        """Read as ranges: asking for every selected cell takes seconds on a long list."""
        ranges = self.selectionModel().selection()
        rows = {
            row
            for found in (ranges.at(at) for at in range(ranges.count()))
            for row in range(found.top(), min(found.bottom(), found.top() + MOST_COPIED) + 1)
        }
        return sorted(rows)[:MOST_COPIED]

    def _dress(self, columns: "tuple[Column, ...]") -> None:
        self._least = [self._whole(column) for column in columns]
        self._widths = [
            max(least, self._natural(at, column))
            for at, (least, column) in enumerate(zip(self._least, columns, strict=True))
        ]
        for at, column in enumerate(columns):
            own = column.quiet or column.cut_inside or column.marks is not None
            self.setItemDelegateForColumn(at, self._quiet if own else None)  # type: ignore[arg-type]
        self._fit()

    def _whole(self, column: "Column") -> int:
        """The least width: no word is cut that must stay whole."""
        metrics = QFontMetrics(self.font())
        edges = CELL_EDGES + (MARK if column.marks is not None else 0)
        words = [metrics.horizontalAdvance(word) + edges for word in column.whole]
        return max([column.width, self._title_width(column), *words])

    def _title_width(self, column: "Column") -> int:
        small = QFont(self.font())
        small.setPixelSize(SMALL_PX)
        return QFontMetrics(small).horizontalAdvance(column.title) + HEADER_EDGES

    def _natural(self, at: int, column: "Column") -> int:
        """As wide as its title and its first words, within the column's bounds."""
        metrics, header = QFontMetrics(self.font()), self.horizontalHeader()
        wide = self._title_width(column)
        if header.isSortIndicatorShown() and header.sortIndicatorSection() == at:
            wide += ARROW
        rows = range(min(ROWS_MEASURED, self.shown.rowCount()))
        words = {self.shown.text_at(row, at) for row in rows} if column.most else set()
        edges = CELL_EDGES + (MARK if column.marks is not None else 0)
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0) + edges
        return max(column.width, wide, min(longest, column.most))

    def _fit(self) -> None:
        """Empty columns and those that give way are hidden; the rest share the spare width."""
        data = self.shown.data_shown
        if data is None or len(data.columns) != len(self._widths):
            return  # resized while other columns are on their way
        room = self.viewport().width()
        shown = [at for at, column in enumerate(data.columns) if any(column.words)]
        for at in sorted(shown, key=lambda at: data.columns[at].falls):
            if data.columns[at].falls and sum(self._widths[i] for i in shown) > room:
                shown.remove(at)
        widths = _squeezed(self._widths, self._least, shown, room)
        spare = max(0, room - sum(widths[at] for at in shown))
        shares = sum(data.columns[at].grows for at in shown) or 1
        for at, column in enumerate(data.columns):
            self.setColumnHidden(at, at not in shown)
            self.setColumnWidth(at, widths[at] + spare * column.grows // shares)

    def _place(self) -> tuple[int, int] | None:
        """The part under the cursor and how far below the upper edge it stands."""
        part_id = self.chosen_part()
        if part_id is None:
            return None
        top = self.visualRect(self.currentIndex()).top()
        return (part_id, top) if 0 <= top < self.viewport().height() else (part_id, 0)

    def _restore(self, place: tuple[int, int] | None) -> None:
        row = None if place is None else self.shown.row_of(place[0])
        if row is None:
            if self.shown.rowCount() and not self.currentIndex().isValid():
                self.setCurrentIndex(self.shown.index(0, 0))
            return
        if self.currentIndex().row() != row:
            self.selectionModel().setCurrentIndex(
                self.shown.index(row, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )
        if place is not None:
            self.verticalScrollBar().setValue(row * ROW_HEIGHT - place[1])

    def _header_clicked(self, section: int) -> None:
        """Once up, twice down, three times as it was."""
        data = self.shown.data_shown
        if data is None:
            return
        name = data.columns[section].id
        before, header = self._sort, self.horizontalHeader()
        if before is None or before[0] != name:
            self._sort = (name, False)
        else:
            self._sort = None if before[1] else (name, True)
        header.setSortIndicatorShown(self._sort is not None)
        if self._sort is not None:
            order = Qt.SortOrder.DescendingOrder if self._sort[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(section, order)
        self.sort_wanted.emit(self._sort)

    def _opened(self, index: QModelIndex) -> None:
        part_id = self.shown.part_at(index.row())
        if part_id is not None:
            self.part_opened.emit(part_id)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Says which part the cursor is on."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.part_chosen.emit(self.shown.part_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Marks follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.shown.theme = theme_now()
            self.viewport().update()


def _squeezed(widths: list[int], least: list[int], shown: list[int], room: int) -> list[int]:
    """Widths that fit: what columns have beyond their least is taken from all in proportion."""
    excess = sum(widths[at] for at in shown) - room
    slack = sum(max(0, widths[at] - least[at]) for at in shown)
    if excess <= 0 or slack <= 0:
        return widths
    share = min(1.0, excess / slack)
    return [
        wide - math.ceil(max(0, wide - low) * share)
        for wide, low in zip(widths, least, strict=True)
    ]


def _one_line(words: str) -> str:
    """Tabs and line ends would start new cells in a spreadsheet; a leading sign would start a
    formula."""
    flat = " ".join(words.split())
    return f"'{flat}" if flat[:1] in ("=", "+", "-", "@") else flat
