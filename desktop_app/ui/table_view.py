"""The table everyone knows: sort by header, find, copy, open; at any number of rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
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

from desktop_app.ui.frozen_columns import FrozenColumns
from desktop_app.ui.group_bands import paint_bands
from desktop_app.ui.table_model import Index, TableModel
from desktop_app.ui.table_widths import CELL_EDGES, MARK, ColumnWidths
from desktop_app.ui.theme import theme_now
from desktop_app.ui.widgets import restyle

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column, Rows, TableData

ROW_HEIGHT, ROW_HEIGHT_LOW = 30, 26
"""Points from line to line; on a low page."""
MOST_COPIED = 100_000
"""A clipboard of more would stop the program that takes it; the tables can be saved instead."""
SETTLED_MS = 150
"""A page that becomes low or high gives its parts their places one after the other until then."""
MANY_COPIED = 2_000
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
        if column.cut_to is not None:
            wide = option.fontMetrics.horizontalAdvance(option.text) + CELL_EDGES + MARK
            if wide > option.rect.width():
                option.text = column.cut_to[column.of[part_id]]
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
    ``part_chosen`` the part under the cursor, ``part_opened`` one whose reasons are asked for;
    ``heading_toggled`` the word of a group to fold or unfold; ``menu_wanted`` a place on the screen;
    ``copied`` how many rows are on the clipboard, and how many were selected.
    """

    sort_wanted = Signal(object)
    heading_toggled = Signal(str)
    menu_wanted = Signal(object)
    part_chosen = Signal(object)
    part_opened = Signal(object)
    copied = Signal(int, int)

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
        rows.setMinimumSectionSize(ROW_HEIGHT_LOW)
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
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self.in_background: Callable[[Any, Any], object] | None = None
        self.widths = ColumnWidths(self, self.shown)
        self.frozen = FrozenColumns(self)
        self.widths.changed.connect(self.frozen.place)

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
        place, selected = self._place(), self._count_selected()
        is_all = 0 < self.shown.rowCount() == selected
        if selected > MOST_FOLLOWED:
            self.clearSelection()
        self.shown.arrange(order)  # type: ignore[arg-type]
        self._restore(place)
        if is_all and selected > MOST_FOLLOWED:
            self.selectAll()

    def lie_close(self, is_low: bool) -> None:
        """Headings and rows are thin on a low page; the row under the cursor stays where it is, and in
        sight when the page has its height."""
        place = self._place()
        for view in (self, self.frozen):
            view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT_LOW if is_low else ROW_HEIGHT)
            view.horizontalHeader().setProperty("close", is_low)
            restyle(view.horizontalHeader())
        self.updateGeometries()
        self.frozen.place()
        self._restore(place)
        self._settling.start()

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
        copied = self._copied(self._selected_rows())
        return "" if copied is None else copied()[0]

    def copy(self) -> None:
        """Puts the selected rows on the clipboard, for a spreadsheet and for a mail.

        Many rows are written in the background, where somebody lends one.
        """
        rows, selected = self._selected_rows(), self._count_selected()
        copied = self._copied(rows)
        if copied is None:
            return

        def put(made: tuple[str, str]) -> None:
            from desktop_app.ui.table_copy import as_mime

            QGuiApplication.clipboard().setMimeData(as_mime(*made))
            self.copied.emit(len(rows), selected)

        if self.in_background is None or len(rows) < MANY_COPIED:
            put(copied())
        else:
            self.in_background(lambda _report: copied(), put)

    def _copied(self, rows: "Rows") -> Callable[[], tuple[str, str]] | None:
        """Writes rows, as text and, where they are few, as HTML."""
        from desktop_app.ui.table_copy import MOST_IN_HTML, as_html, as_text, texts_of

        data, columns = self.shown.data_shown, self.visible_columns()
        if data is None:
            return None
        numbers, head = self.shown.numbers_of(rows), self.shown.heads()

        def written() -> tuple[str, str]:
            text = as_text(texts_of(data, numbers, columns, head))
            is_few = len(rows) <= MOST_IN_HTML
            return text, as_html(data, numbers, columns, head) if is_few else ""

        return written

    def selected_parts(self) -> list[int]:
        """The parts of the selected rows, from top to bottom; headings are none."""
        found = (self.shown.part_at(row) for row in self._selected_rows().tolist())
        return [part_id for part_id in found if part_id is not None]

    def visible_columns(self) -> list[int]:
        """Columns as they stand on the screen, from left to right."""
        header = self.horizontalHeader()
        shown = [at for at in range(header.count()) if not self.isColumnHidden(at)]
        return sorted(shown, key=header.visualIndex)

    def _selected_spans(self) -> list[tuple[int, int]]:
        """First and last row of what is selected, from top to bottom, none twice. Read as ranges:
        asking for every selected cell takes seconds on a long list."""
        ranges = self.selectionModel().selection()
        found: list[tuple[int, int]] = []
        for top, bottom in sorted(
            (ranges.at(at).top(), ranges.at(at).bottom()) for at in range(ranges.count())
        ):
            if found and top <= found[-1][1] + 1:
                found[-1] = found[-1][0], max(bottom, found[-1][1])
            else:
                found.append((top, bottom))
        return found

    def _count_selected(self) -> int:
        return sum(bottom - top + 1 for top, bottom in self._selected_spans())

    def _selected_rows(self) -> "Rows":
        """Rows of the table from top to bottom, the first ``MOST_COPIED`` of those selected."""
        import numpy as np

        spans = self._selected_spans()
        parts = [np.arange(top, min(bottom, top + MOST_COPIED) + 1) for top, bottom in spans]
        return np.concatenate([np.empty(0, dtype=np.int64), *parts])[:MOST_COPIED]

    def _dress(self, columns: "tuple[Column, ...]") -> None:
        for at, column in enumerate(columns):
            own = column.quiet or column.cut_inside or column.marks is not None
            self.setItemDelegateForColumn(at, self._quiet if own else None)  # type: ignore[arg-type]
        self.show_sort(self._sort)
        self.widths.dress(columns)
        self.frozen.place()

    def lay_out(self, columns: Sequence[str], widths: Mapping[str, int]) -> None:
        """Shows the columns a user chose at the widths a user drew; none: as the room allows."""
        self.widths.choose(columns, widths)
        self.frozen.place()

    def show_sort(self, sort: tuple[str, bool] | None) -> None:
        """Puts the arrow of an order that was not chosen by a click on a heading."""
        data, header = self.shown.data_shown, self.horizontalHeader()
        self._sort = sort
        header.setSortIndicatorShown(sort is not None)
        if sort is not None and data is not None:
            section = next((at for at, c in enumerate(data.columns) if c.id == sort[0]), -1)
            order = Qt.SortOrder.DescendingOrder if sort[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(section, order)

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
            self.updateGeometries()  # the bar still ends where the rows before ended
            high = self.verticalHeader().defaultSectionSize()
            above = high if place[1] == 0 and self.shown.is_heading(row - 1) else 0
            self.verticalScrollBar().setValue(row * high - place[1] - above)

    def _header_clicked(self, section: int) -> None:
        """Once up, twice down, three times as it was."""
        data = self.shown.data_shown
        if data is None:
            return
        name = data.columns[section].id
        before = self._sort
        if before is None or before[0] != name:
            self.show_sort((name, False))
        else:
            self.show_sort(None if before[1] else (name, True))
        self.sort_wanted.emit(self._sort)

    def _opened(self, index: QModelIndex) -> None:
        part_id, word = self.shown.part_at(index.row()), self.shown.heading_at(index.row())
        if part_id is not None:
            self.part_opened.emit(part_id)
        elif word is not None:
            self.heading_toggled.emit(word)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Says which part the cursor is on."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            part_id = self.shown.part_at(current.row())
            if part_id is not None:
                self.part_chosen.emit(part_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies, left and right fold a group; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._opens(event.key()):
            self._opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _opens(self, key: int) -> bool:
        """Whether a key opens the row under the cursor; a heading folds and unfolds as in a tree."""
        row = self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return row >= 0
        if not self.shown.is_heading(row):
            return False
        closes, opens = key == Qt.Key.Key_Left, key == Qt.Key.Key_Right
        return key == Qt.Key.Key_Space or (opens if self.shown.is_folded(row) else closes)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a heading folds or unfolds its group."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.shown.is_heading(index.row()):
            self._opened(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse where it is; by keyboard at the row under the cursor."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            box = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(box.bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the headings over them."""
        super().paintEvent(event)
        paint_bands(self, self.shown, self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width."""
        super().resizeEvent(event)
        self.widths.fit()
        self.frozen.place()
        if self._settling.isActive():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Marks follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.shown.theme = theme_now()
            self.viewport().update()
            self.frozen.viewport().update()
