"""The first columns of a table that scrolls sideways: they stay where they are.

A second view of the same rows and the same selection lies over the left edge. It never has the
keyboard and is hidden from screen readers, for the table below says everything it shows.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop_app.ui.group_bands import paint_bands

if TYPE_CHECKING:
    from desktop_app.ui.table_view import TableView

FROZEN = 2
"""How many columns stay: in every list of parts, the mark and the number."""
LEAST_BESIDE = 160
"""Pixels that must stay free beside them; in a narrower table nothing is frozen."""


class FrozenColumns(QTableView):
    """Follows its table; there only while the table scrolls sideways."""

    def __init__(self, table: "TableView") -> None:
        super().__init__(table)
        self.table = table
        self.setModel(table.shown)
        self.setSelectionModel(table.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(12, 12))
        self.setObjectName("frozen")
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(table.verticalHeader().minimumSectionSize())
        rows.setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(table.shown, self))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.sectionClicked.connect(table.horizontalHeader().sectionClicked)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().rangeChanged.connect(self.place)
        # By way of Python: Qt has no method of its own to connect these to.
        table.horizontalHeader().sortIndicatorChanged.connect(self._say_sort)
        self.doubleClicked.connect(table.doubleClicked)
        self.clicked.connect(table.clicked)
        self.viewport().installEventFilter(self)
        self.hide()

    def place(self) -> None:
        """Stands over the first columns as they are laid out now."""
        columns = self._columns()
        wide = sum(self.table.columnWidth(at) for at in columns)
        room = self.table.viewport()
        scrolls = self.table.widths.chosen and self.table.horizontalScrollBar().maximum() > 0
        if not columns or not scrolls or wide + LEAST_BESIDE > room.width():
            self.hide()
            return
        header, own = self.table.horizontalHeader(), self.horizontalHeader()
        own.setFixedHeight(header.height())
        own.setSortIndicatorShown(header.isSortIndicatorShown())
        for at in range(self.model().columnCount()):
            self.setColumnHidden(at, at not in columns)
            self.setItemDelegateForColumn(at, self.table.itemDelegateForColumn(at))
        for place, at in enumerate(columns):
            own.moveSection(own.visualIndex(at), place)
            self.setColumnWidth(at, self.table.columnWidth(at))
        edge = self.table.frameWidth()
        self.setGeometry(edge, edge, wide, header.height() + room.height())
        self.verticalScrollBar().setValue(self.table.verticalScrollBar().value())
        self.show()
        self.raise_()

    def _say_sort(self, section: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicator(section, order)

    def _columns(self) -> list[int]:
        header = self.table.horizontalHeader()
        shown = [at for at in range(header.count()) if not self.table.isColumnHidden(at)]
        return sorted(shown, key=header.visualIndex)[:FROZEN]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click gives the keyboard to the table, where the keys are understood."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.table.setFocus()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the headings over them."""
        super().paintEvent(event)
        paint_bands(self, self.table.shown, self.table.viewport().width())
