"""Columns: the sheet as it is, and above each column what the program took it for and why."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.sources import ColumnFound, SheetFound, SourceFile, TableFound
from desktop_app.ui.field_words import FIELD_WORDS
from desktop_app.ui.row_finder import RowFinder
from desktop_app.ui.row_told import RowToTell, left_out_words, reasons_of, row_to_tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet_preview import ROWS_SHOWN, SheetModel, SheetView
from desktop_app.ui.stages.page import StagePage
from desktop_app.ui.two_panes import height_beyond
from desktop_app.ui.widgets import button, label, tip

MEASURED = 60
"""Rows by which a column gets its width."""
HIGH, TALLER = 66, 22
"""Points of a sheet in the list: three lines, and what one with Arabic or Hebrew letters needs more."""


class ColumnsStage(StagePage):
    """A list of sheets on the left, the chosen one on the right.

    ``column_chosen`` carries a table, a heading and what the user says this column holds;
    ``heading_row_chosen`` the texts of a row, its 1-based number, and whether it has the headings;
    ``row_told`` a table, the name of a row, its number, and whether it is a part.
    """

    column_chosen = Signal(object, str, object)
    heading_row_chosen = Signal(object, int, bool)
    row_told = Signal(object, str, int, object)
    said = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "columns")
        self.files: tuple[SourceFile, ...] = ()
        self._is_behind = False
        self.found: list[tuple[SourceFile, SheetFound, TableFound | None]] = []
        self.heading, self.words = label("title"), label("soft", wraps=True)
        self.point, self.tell = button(self._point), button(self._tell)
        self.sheets = QListWidget()
        self.sheets.setFixedWidth(250)
        self.sheets.setObjectName("sheetList")
        self.sheets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheets.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.preview = SheetView()
        self.chips = self.preview.chips
        self.finder = RowFinder(self.preview, session.jobs)
        self.model: SheetModel | None = None
        self._lay_out()
        self.sheets.currentRowChanged.connect(self._show_sheet)
        self.preview.column_wanted.connect(self._open_menu)
        self.preview.row_reached.connect(self._say_row)
        self.preview.row_wanted.connect(self._point)
        self.finder.narrowed.connect(lambda _is_on: self._show_again())
        self.speak(self.catalogue)

    @property
    def starts_at(self) -> QWidget:
        """The list of sheets."""
        return self.sheets

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(self.heading)
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self.words, 1)
        for act in (self.tell, self.point):
            said.addWidget(act, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(said)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.sheets)
        sheet = QVBoxLayout()
        sheet.setSpacing(6)
        sheet.addWidget(self.finder)
        sheet.addWidget(self.preview, 1)
        row.addLayout(sheet, 1)
        column.addLayout(row, 1)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page and of the chips."""
        self.catalogue = catalogue
        text = catalogue.text
        self.empty.say(
            text("The columns of your lists come here"),
            text("Once a list is read, its rows stand here as they are; above each column you "
                 "see what it was taken for, how sure that is, and why."),
            text("Go to Files"),
        )  # fmt: skip
        self.sheets.setAccessibleName(text("Sheets that were read"))
        self.preview.setAccessibleName(text("The rows of the sheet"))
        self.finder.speak(catalogue)
        self.show_files(self.files)

    def show_files(self, files: tuple[SourceFile, ...]) -> None:
        """Lists the tables of all files, now or when the page is looked at."""
        self.files, self._is_behind = files, True
        if not self.isHidden():
            self._catch_up()

    def setVisible(self, visible: bool) -> None:
        """Many sheets take a while to draw, and most users never look at this page."""
        if visible:
            self._catch_up()
        super().setVisible(visible)

    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self._list_sheets(self.files)

    def _list_sheets(self, files: tuple[SourceFile, ...]) -> None:
        """The sheet that was looked at stays chosen, and its cell; a button keeps the keyboard."""
        before = self._looked_at(self.sheets.currentRow())
        number, column = self._place()
        pressed = next((act for act in (self.tell, self.point) if act.hasFocus()), None)
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
        self.show_full(bool(self.found))
        if self.found:
            now = self._same_as(before)
            self.sheets.setCurrentRow(self._first_table() if now is None else now)
            self._show_sheet(self.sheets.currentRow())
            if now is not None:
                self._put_at(number, column)
        if pressed is not None and pressed.isEnabled():
            pressed.setFocus()

    def _place(self) -> tuple[int, int]:
        """The number of the row under the cursor, and its column."""
        cell = self.preview.currentIndex()
        return self._number(cell.row()), cell.column()

    def _put_at(self, number: int, column: int) -> None:
        """Puts the cursor into a row of the sheet, or the last one before it that is shown."""
        if self.model is not None and column >= 0 and self.model.numbers:
            row = bisect_right(self.model.numbers, number) - 1
            self.preview.put_cursor(max(0, row), column)

    def _show_again(self) -> None:
        """Other rows of the same sheet, with the cursor where it was."""
        number, column = self._place()
        self._show_sheet(self.sheets.currentRow())
        self._put_at(number, column)

    def _first_table(self) -> int:
        """The first sheet that holds parts, else with a table; a workbook often opens with a cover."""
        tables = [table for *_, table in self.found]
        of_parts = [at for at, table in enumerate(tables) if table is not None and table.rows.parts]
        others = [at for at, table in enumerate(tables) if table is not None]
        return next(iter((*of_parts, *others)), 0)

    def _looked_at(self, row: int) -> tuple[str, str, int] | None:
        """What names a table while its columns change: file, sheet, heading row."""
        if not 0 <= row < len(self.found):
            return None
        file, sheet, table = self.found[row]
        return file.path, sheet.name, 0 if table is None else table.header_row

    def _same_as(self, before: tuple[str, str, int] | None) -> int | None:
        """The same table; where its headings were moved, the first of the same sheet."""
        now = [self._looked_at(at) for at in range(len(self.found))]
        if before in now:
            return now.index(before)
        sheets = [known[:2] for known in now if known is not None]
        return sheets.index(before[:2]) if before is not None and before[:2] in sheets else None

    def _item(
        self, file: SourceFile, sheet: SheetFound, table: TableFound | None
    ) -> QListWidgetItem:
        said = self.catalogue.text("no parts table") if table is None else self._recognised(table)
        words = "\n".join(part for part in (file.name, sheet.name, said) if part)
        item = QListWidgetItem(words)
        item.setToolTip(tip(file.name))
        item.setSizeHint(QSize(230, HIGH + height_beyond(words, TALLER)))
        return item

    def _recognised(self, table: TableFound) -> str:
        used = sum(column.field is not None for column in table.columns)
        return self.catalogue.say(
            nmsg(
                "{used} of {n} column used",
                "{used} of {n} columns used",
                len(table.columns),
                used=used,
            )
        )

    def _show_sheet(self, row: int) -> None:
        if not 0 <= row < len(self.found):
            return
        file, sheet, table = self.found[row]
        reasons = reasons_of(table, self.catalogue)
        only = self.finder.only.isChecked()
        self.model = SheetModel(sheet, table, reasons, only_left_out=only)
        self.preview.setModel(self.model)
        self.finder.show_for(self.model)
        columns = {column.index: column for column in table.columns} if table else {}
        chips = [self._chip(columns.get(at + 1)) for at in range(self.model.width)]
        self.model.heads = [" ".join(words for words in chip if words) for chip in chips]
        self.chips.show_columns(chips, self.catalogue)
        for at in range(self.model.width):
            self.preview.setColumnWidth(at, self._width(at))
        self.heading.setText(" › ".join(part for part in (file.name, sheet.name) if part))
        self.words.setText(self._sentence(table))
        if table is not None:
            left = min((c.index for c in table.columns), default=1) - 1
            self._put_at(table.header_row + 1, left)
        else:
            self.preview.put_cursor(0, 0)
        self._say_row()

    def show_file(self, path: str) -> None:
        """The first sheet of a file that shows rows."""
        self._catch_up()
        at = next((n for n, (file, *_) in enumerate(self.found) if file.path == path), None)
        if at is not None:
            self.sheets.setCurrentRow(at)

    def _sentence(self, table: TableFound | None) -> str:
        if table is None:
            return self.catalogue.text(
                "No parts table was found on this sheet: no row looks like the headings of one. If "
                "there is one, click a cell of its headings and press the button."
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
        hint = self.catalogue.text("click a chip, or press Enter, to change it")
        missing, left = self._missing(table), left_out_words(table)
        pale = "" if left is None else self.catalogue.say(left)
        return " · ".join(part for part in (*said, rows, pale, missing, hint) if part)

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

    def _say_row(self) -> None:
        """The buttons name the row of the cursor, or take back what was said of it."""
        row, text = self.preview.currentIndex().row(), self.catalogue.text
        self._say_told(row)
        if self._is_pointed_at(row):
            self.point.setText(text("Let the program find the headings"))
        else:
            self.point.setText(text("Use row {row} as headings", row=str(self._number(row))))
        self.point.setEnabled(self._may_point(row))
        self.point.setAccessibleName(self.point.text())
        self.point.setToolTip(
            text("The list is read anew with the texts of this row above its columns")
            if self.point.isEnabled()
            else text("Click a cell of another row that has at least two texts")
        )

    def _number(self, row: int) -> int:
        """The 1-based number in its sheet of a row as shown, 1 where there is none."""
        return self.model.numbers[row] if self.model is not None and row >= 0 else 1

    def _say_told(self, row: int) -> None:
        told, text = self._to_tell(row), self.catalogue.text
        self.tell.setText(
            text("Leave this row out") if told is None else told.words(self.catalogue)
        )
        self.tell.setEnabled(told is not None)
        self.tell.setAccessibleName(self.tell.text())
        self.tell.setToolTip(
            text("Click a cell of a row of the table that has a name or a number")
            if told is None
            else text(
                "The list is read anew; rows named alike and the next list with these headings "
                "follow it too"
            )
        )

    def _to_tell(self, row: int) -> RowToTell | None:
        if self.model is None or not self._is_list():
            return None
        return row_to_tell(self.model, row, self.files, self.session.columns)

    def _tell(self) -> None:
        told = self._to_tell(self.preview.currentIndex().row())
        if told is not None and self.model is not None:
            self.row_told.emit(self.model.table, told.name, told.number, told.said)

    def _is_list(self) -> bool:
        """Whether the sheet is of a list: a form is read by its places."""
        at = self.sheets.currentRow()
        file = self.found[at][0] if 0 <= at < len(self.found) else None
        return file is not None and file.questionnaire is None and file.answered is None

    def _point(self) -> None:
        row = self.preview.currentIndex().row()
        if self._may_point(row):
            is_new = not self._is_pointed_at(row)
            self.heading_row_chosen.emit(self._texts(row), self._number(row), is_new)

    def _may_point(self, row: int) -> bool:
        """Whether something would change: a form is read by its places, whatever row is named."""
        if not self._is_list() or self._number(row) > ROWS_SHOWN:
            return False
        is_open = self._is_pointed_at(row) or not self._is_heading(row)
        return len(self._texts(row)) > 1 and is_open

    def _is_pointed_at(self, row: int) -> bool:
        """Whether it has the headings because the user said so."""
        return self._is_heading(row) and self.session.columns.points_at(self._texts(row))

    def _texts(self, row: int) -> tuple[str, ...]:
        rows = () if self.model is None else self.model.rows
        return tuple(text for text in rows[row] if text.strip()) if 0 <= row < len(rows) else ()

    def _is_heading(self, row: int) -> bool:
        table = None if self.model is None else self.model.table
        return table is not None and table.header_row == self._number(row) > 0

    def _open_menu(self, at: int, typed: str) -> None:
        """The menu of a column, or why it has none."""
        table = self.found[self.sheets.currentRow()][2] if self.found else None
        if table is None:
            return
        column = next((c for c in table.columns if c.index == at + 1), None)
        reason = _why_fixed(table, column)
        if reason is not None or column is None:
            self.said.emit(reason)
            return
        from desktop_app.ui.field_menu import FieldMenu

        menu = FieldMenu(self.preview, table, column, self.catalogue)
        menu.chosen.connect(lambda meaning: self.column_chosen.emit(table, column.header, meaning))
        menu.open_at(self.chips.place_below(at), typed)

    def _width(self, column: int) -> int:
        """By the rows of the table; a title above it may run on over its neighbours."""
        if self.model is None:
            return 128
        table, numbers = self.model.table, self.model.numbers
        start = 0 if table is None else bisect_left(numbers, table.header_row)
        measured = self.model.rows[start : start + MEASURED]
        words = [row[column] for row in measured if column < len(row)]
        metrics = self.preview.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return min(260, max(140, longest + 20))


def _why_fixed(table: TableFound, column: ColumnFound | None) -> Message | None:
    """Why the user cannot say what a column holds: it is known by its heading. None if they can."""
    if column is None or not column.header.strip():
        return msg("A column without a heading cannot be given another meaning.")
    first = next(c for c in table.columns if c.header.strip() == column.header.strip())
    if first is not column:
        return msg("Another column has the same heading; only the first of them can be changed.")
    return None
