"""Columns: the sheet as it is, and above each column what the program took it for and why."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import nmsg
from desktop_app.model.sources import ColumnFound, SheetFound, SourceFile, TableFound
from desktop_app.ui.column_chips import ChipHeader
from desktop_app.ui.empty import EmptyPage
from desktop_app.ui.field_words import FIELD_WORDS
from desktop_app.ui.session import Session
from desktop_app.ui.widgets import label

ROWS_SHOWN = 30
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """The first rows of one sheet as text; ``table`` says which of them are headings."""

    def __init__(self, rows: tuple[tuple[str, ...], ...], table: TableFound | None) -> None:
        super().__init__()
        self.rows, self.table = rows[:ROWS_SHOWN], table
        last = max((column.index for column in table.columns), default=0) if table else 0
        self.width = max([last, *(len(row) for row in self.rows)], default=0)
        self.heading_font = QFont()
        self.heading_font.setBold(True)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows of the preview."""
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        is_heading = self.table is not None and index.row() + 1 == self.table.header_row
        if role == Qt.ItemDataRole.FontRole and is_heading:
            return self.heading_font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Row numbers as in the sheet; the chips draw their own words."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return None


class ColumnsStage(QWidget):
    """A list of sheets on the left, the chosen one on the right."""

    files_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.catalogue = session.catalogue
        self.files: tuple[SourceFile, ...] = ()
        self.found: list[tuple[SourceFile, SheetFound, TableFound | None]] = []
        self.heading, self.words = label("title"), label("soft", wraps=True)
        self.sheets = QListWidget()
        self.sheets.setFixedWidth(250)
        self.sheets.setObjectName("sheetList")
        self.sheets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheets.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.preview = QTableView()
        self.preview.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.preview.setWordWrap(False)
        self.preview.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.preview.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.preview.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.preview.verticalHeader().setDefaultSectionSize(26)
        self.chips = ChipHeader(self.preview)
        self.preview.setHorizontalHeader(self.chips)
        self.model: SheetModel | None = None
        self.empty = EmptyPage("columns", self.files_wanted.emit)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self._full_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.sheets.currentRowChanged.connect(self._show_sheet)
        self.speak(self.catalogue)

    def _full_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.sheets)
        row.addWidget(self.preview, 1)
        column.addLayout(row, 1)
        return page

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page and of the chips."""
        self.catalogue = catalogue
        text = catalogue.text
        self.empty.say(
            text("The columns of your lists come here"),
            text("Once a list is read, its first rows stand here as they are; above each column you "
                 "see what it was taken for, how sure that is, and why."),
            text("Go to Files"),
        )  # fmt: skip
        self.sheets.setAccessibleName(text("Sheets that were read"))
        self.preview.setAccessibleName(text("The first rows of the sheet"))
        self.show_files(self.files)

    def show_files(self, files: tuple[SourceFile, ...]) -> None:
        """Lists the tables of all files; the sheet that was looked at stays chosen."""
        before = self.sheets.currentRow()
        self.files = files
        self.found = [
            (file, sheet, table)
            for file in files
            for sheet in file.sheets
            for table in (sheet.tables or (None,))
            if sheet.preview
        ]
        self.sheets.blockSignals(True)
        self.sheets.clear()
        for file, sheet, table in self.found:
            self.sheets.addItem(self._item(file, sheet, table))
        self.sheets.blockSignals(False)
        self.pages.setCurrentIndex(1 if self.found else 0)
        if self.found:
            self.sheets.setCurrentRow(min(max(before, 0), len(self.found) - 1))
            self._show_sheet(self.sheets.currentRow())

    def _item(
        self, file: SourceFile, sheet: SheetFound, table: TableFound | None
    ) -> QListWidgetItem:
        file_name = file.path.replace("\\", "/").rpartition("/")[2]
        said = self.catalogue.text("no parts table") if table is None else self._recognised(table)
        item = QListWidgetItem("\n".join(p for p in (file_name, sheet.name, said) if p))
        item.setToolTip(file_name)
        item.setSizeHint(QSize(230, 66))
        return item

    def _recognised(self, table: TableFound) -> str:
        used = sum(column.field is not None for column in table.columns)
        return self.catalogue.say(
            nmsg(
                "{used} of {n} column recognised",
                "{used} of {n} columns recognised",
                len(table.columns),
                used=used,
            )
        )

    def _show_sheet(self, row: int) -> None:
        if not 0 <= row < len(self.found):
            return
        file, sheet, table = self.found[row]
        self.model = SheetModel(sheet.preview, table)
        self.preview.setModel(self.model)
        columns = {column.index: column for column in table.columns} if table else {}
        self.chips.show_columns(
            [self._chip(columns.get(at + 1)) for at in range(self.model.width)], self.catalogue
        )
        for at in range(self.model.width):
            self.preview.setColumnWidth(at, self._width(at))
        name = file.path.replace("\\", "/").rpartition("/")[2]
        self.heading.setText(" › ".join(part for part in (name, sheet.name) if part))
        self.words.setText(self._sentence(table))
        if table is not None:
            self.preview.scrollTo(
                self.model.index(min(table.header_row, len(self.model.rows) - 1), 0)
            )

    def _sentence(self, table: TableFound | None) -> str:
        if table is None:
            return self.catalogue.text(
                "No parts table was found on this sheet: no row looks like the headings of one."
            )
        said = [self._recognised(table)]
        if table.header_row:
            said.append(self.catalogue.text("headings in row {row}", row=str(table.header_row)))
        else:
            said.append(
                self.catalogue.text("no headings; the columns were recognised by their values")
            )
        rows = self.catalogue.text(
            "data in rows {first} to {last}", first=str(table.first_row), last=str(table.last_row)
        )
        missing = self._missing(table)
        return " · ".join(part for part in (*said, rows, missing) if part)

    def _missing(self, table: TableFound) -> str:
        """Required facts no column was found for."""
        fields = {column.field for column in table.columns}
        if fields & {"part_number", "mpn", "description"}:
            return ""
        return self.catalogue.text("no column with a part number or a description was found")

    def _chip(self, column: ColumnFound | None) -> tuple[str, str, str]:
        """(field, how sure, why); empty words where nothing was found."""
        if column is None:
            return "", "", ""
        why = self.catalogue.say(column.why)
        if column.field is None:
            return self.catalogue.text("not used"), "", why
        words = FIELD_WORDS.get(column.field)
        field = column.field if words is None else self.catalogue.say(words)
        return field, self.catalogue.percent(column.confidence), why

    def _width(self, column: int) -> int:
        """By the rows of the table; a title above it may run on over its neighbours."""
        if self.model is None:
            return 128
        start = 0 if self.model.table is None else max(0, self.model.table.header_row - 1)
        words = [row[column] for row in self.model.rows[start:] if column < len(row)]
        metrics = self.preview.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return min(260, max(140, longest + 20))
