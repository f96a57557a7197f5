"""Opens a workbook of any kind into raw sheets. Runs in the reader child only.

calamine reads first. What it loses (error cells, formulas without a value, what is hidden) is taken
from the container itself; what it cannot open goes to openpyxl or xlrd.
"""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from desktop_app.intake import ooxml, opendocument, pages, text_tables, xlsb
from desktop_app.intake.preflight import CFB_MAGIC, identify, identify_package
from desktop_app.intake.refusal import Refused
from desktop_app.intake.unpacked import Source, Unpacked, unpacked
from desktop_app.intake.xls_looks import comments_of, note_looks

EXCEL_DEFAULT_PASSWORD = "VelvetSweatshop"  # noqa: S105 - published by Microsoft, not a secret
MOST_SHEETS = 500


class SheetRows:
    """The rows of a sheet that calamine read, all of one width, made as they are asked for: a million
    rows of cells as Python's objects take more memory than all that is kept of them."""

    def __init__(self, sheet: Any, above: int) -> None:
        self._sheet, self._above, self.width = sheet, above, int(sheet.width)

    def __len__(self) -> int:
        """Number of rows, the ``above`` empty ones at the top left out."""
        return int(self._sheet.height)

    def __iter__(self) -> Iterator[list[Any]]:
        """Each time anew."""
        return islice(self._sheet.iter_rows(), self._above, None)


@dataclass
class RawSheet:
    """Cells as found: cell j of row i stands at sheet row first_row + i, column first_column + j.

    Values are text, float, bool, date, datetime or ''. Places in ``errors`` and the rest are
    1-based sheet rows and columns.
    """

    name: str
    rows: list[list[Any]] | SheetRows
    first_row: int = 1
    first_column: int = 1
    notes: ooxml.SheetNotes = field(default_factory=ooxml.SheetNotes)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Cells of the longest row."""
        if isinstance(self.rows, SheetRows):
            return self.rows.width
        return max(map(len, self.rows), default=0)

    @property
    def cells(self) -> int:
        """Cells of all rows together."""
        if isinstance(self.rows, SheetRows):
            return self.rows.width * len(self.rows)
        return sum(map(len, self.rows))


@dataclass
class RawWorkbook:
    """``format`` is what the bytes are. ``encoding``, ``doubtful_lines`` and ``open_quote``, the line of
    a quotation mark that is never closed, only for text files. ``unread_sheets``: how many sheets are
    beyond the number that is read."""

    format: str
    sheets: list[RawSheet]
    encoding: str | None = None
    has_macros: bool = False
    second_reader: bool = False
    links: int = 0
    doubtful_lines: list[int] = field(default_factory=list)
    open_quote: int = 0
    unread_sheets: int = 0


Notes = dict[str, ooxml.SheetNotes]
Expect = Callable[[int], None]
"""Told how many rows are coming, before they are read."""


def open_workbook(
    path: Path, expect: Expect, *, second: bool = False, passwords: Sequence[str] = ()
) -> RawWorkbook:
    """Reads a file whole. Raises Refused with the code of the reason.

    ``second``: the first reader died over this file; only the other one is asked. ``passwords`` are
    tried one after another on a file that asks for one.
    """
    kind = identify(path)
    if kind in ("xlsx", "xlsm"):
        return _open_ooxml(path, kind, expect, second)
    if kind in ("xlsb", "ods"):
        if second:
            raise Refused("E_UNSUPPORTED", "no second reader")
        return _open_other_package(path, kind, expect)
    if kind == "cfb":
        return _open_cfb(path, expect, second, passwords)
    return FORMATS[kind](path, kind)


def _open_ooxml(path: Path, kind: str, expect: Expect, second: bool) -> RawWorkbook:
    with nullcontext() if second else unpacked(path) or nullcontext() as plain:
        notes, links = ooxml.look_into(plain or path)
        expect(sum(sheet.rows for sheet in notes.values()))
        sheets = [] if plain is None else _calamine_plain(plain, kind, notes)
    book = RawWorkbook(kind, [], has_macros=kind == "xlsm", links=links)
    try:
        if second:
            raise Refused("E_READER_CRASH", "first reader")
        book.sheets = sheets or _calamine(path, kind)
        is_empty = not any(sheet.rows for sheet in book.sheets)
        again = _openpyxl(path) if is_empty else None
        if again is not None and any(sheet.rows for sheet in again):
            book.sheets, book.second_reader = again, True
    except Refused:
        again = _openpyxl(path)
        if again is None:
            raise
        book.sheets, book.second_reader = again, True
    return _with_notes(book, notes)


def _calamine_plain(plain: Unpacked, kind: str, notes: Notes) -> list[RawSheet]:
    """Of a package that was unpacked; none where that fails: then the file itself says why. Of the
    merged cells our own look tells."""
    source = plain.whole()
    if source is None or any(note.rows and note.merged is None for note in notes.values()):
        return []
    try:
        sheets = _calamine(source, kind)
    except Refused as refused:
        if refused.code == "E_MEMORY":
            raise
        return []
    if not notes.keys() >= {sheet.name for sheet in sheets}:
        return []
    for sheet in sheets:
        sheet.merged = sheet.merged or notes[sheet.name].merged or []
    return sheets


def _open_other_package(path: Path, kind: str, expect: Expect) -> RawWorkbook:
    notes = xlsb.look_into(path) if kind == "xlsb" else opendocument.look_into(path)
    expect(sum(sheet.rows for sheet in notes.values()))
    try:
        sheets = _calamine(path, kind)
    except Refused as refused:
        if kind != "ods" or "found 'Text(" not in refused.detail:
            raise
        sheets = _calamine(path, kind, opendocument.without_line_breaks(path))
    return _with_notes(RawWorkbook(kind, sheets), notes)


def _with_notes(book: RawWorkbook, notes: Notes) -> RawWorkbook:
    for sheet in book.sheets:
        hidden = sheet.notes.hidden
        sheet.notes = notes.get(sheet.name, sheet.notes)
        sheet.notes.hidden = sheet.notes.hidden or hidden
    if len(book.sheets) == MOST_SHEETS:
        book.unread_sheets = max(0, len(notes) - MOST_SHEETS)
    return book


def _calamine(source: Path | Source, kind: str, raw: bytes | None = None) -> list[RawSheet]:
    """By path where the name is right: only then calamine says what is wrong with a file."""
    import python_calamine as calamine

    try:
        if raw is not None or (isinstance(source, Path) and source.suffix.casefold() != f".{kind}"):
            source = io.BytesIO(raw or Path(str(source)).read_bytes())
        book = calamine.load_workbook(source)
        metadata = book.sheets_metadata
        if not metadata:
            raise Refused("E_MISSING_PART", "no sheets")
        return [_calamine_sheet(book, meta) for meta in metadata[:MOST_SHEETS]]
    except Refused:
        raise
    except MemoryError as too_much:
        raise Refused("E_MEMORY") from too_much
    except BaseException as failure:  # calamine's panics are no Exception
        if isinstance(failure, KeyboardInterrupt):
            raise
        raise Refused(_calamine_code(str(failure)), str(failure)) from failure


def _calamine_code(text: str) -> str:
    if "assword" in text or "ncrypt" in text:
        return "E_ENCRYPTED"
    if "limit exceeded" in text:
        return "E_TOO_LARGE"
    if "row component" in text:
        return "E_CORRUPT"
    if "missing" in text.lower() or "not found" in text.lower() or "FileNotFound" in text:
        return "E_MISSING_PART"
    return "E_CORRUPT"


def _calamine_sheet(book: Any, meta: Any) -> RawSheet:
    import python_calamine as calamine

    hidden = meta.visible != calamine.SheetVisibleEnum.Visible
    if meta.typ != calamine.SheetTypeEnum.WorkSheet:
        return RawSheet(meta.name, [], notes=ooxml.SheetNotes(hidden))
    sheet = book.get_sheet_by_name(meta.name)
    start = sheet.start or (0, 0)
    rows = SheetRows(sheet, start[0])
    merged = [
        (a[0] + 1, a[1] + 1, b[0] + 1, b[1] + 1)
        for a, b in (sheet.merged_cell_ranges or [])[: ooxml.MOST_MERGED]
    ]
    return RawSheet(meta.name, rows, start[0] + 1, start[1] + 1, ooxml.SheetNotes(hidden), merged)


def _openpyxl(path: Path) -> list[RawSheet] | None:
    """The second reader; None when it cannot open the package either or finds no sheet."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        sheets: list[RawSheet] = []
        for sheet in book.worksheets[:MOST_SHEETS]:
            sheet.reset_dimensions()
            rows = [[_plain(value) for value in row] for row in sheet.iter_rows(values_only=True)]
            hidden = sheet.sheet_state != "visible"
            sheets.append(RawSheet(sheet.title, rows, notes=ooxml.SheetNotes(hidden)))
        book.close()
    except MemoryError as too_much:
        raise Refused("E_MEMORY") from too_much
    except Exception:
        return None
    return sheets or None


def _plain(value: Any) -> Any:
    return "" if value is None else float(value) if type(value) is int else value


def _open_cfb(path: Path, expect: Expect, second: bool, passwords: Sequence[str]) -> RawWorkbook:
    """An OLE file: Excel 97 to 2003, or a package inside an encryption envelope."""
    raw = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return _open_plain(_decrypted(raw, passwords), path, expect)
    names = ("Workbook", "WORKBOOK", "Book", "BOOK")
    if not any(name.encode("utf-16-le") in raw for name in names):
        raise Refused("E_NOT_SPREADSHEET", "other OLE file")
    try:
        return _xlrd(raw)
    except Refused as refused:
        if refused.code == "E_ENCRYPTED":
            return _open_plain(_decrypted(raw, passwords), path, expect)
        if second:
            raise
        return RawWorkbook("xls", _calamine(path, "xls", raw), second_reader=True)


def _decrypted(raw: bytes, passwords: Sequence[str]) -> bytes:
    """The plain bytes. Excel itself opens its built-in default password without asking.

    Refused E_ENCRYPTED where a password is needed, E_WRONG_PASSWORD where none of those given fits.
    """
    import msoffcrypto

    failures: list[str] = []
    for password in (EXCEL_DEFAULT_PASSWORD, *passwords):
        opened = io.BytesIO()
        try:
            envelope = msoffcrypto.OfficeFile(io.BytesIO(raw))
            envelope.load_key(password=password)
            envelope.decrypt(opened)
        except Exception as failure:  # its four kinds of errors all mean: not with this password
            failures.append(type(failure).__name__)
            continue
        plain = opened.getvalue()
        if plain[:2] == b"PK" or plain.startswith(CFB_MAGIC):
            return plain
        failures.append("not a workbook")
    # A cipher that cannot be opened at all is not the fault of the password.
    is_wrong = bool(passwords) and "InvalidKeyError" in failures
    raise Refused("E_WRONG_PASSWORD" if is_wrong else "E_ENCRYPTED", ", ".join(failures))


def _open_plain(plain: bytes, path: Path, expect: Expect) -> RawWorkbook:
    import tempfile

    if plain[:2] != b"PK":
        return _xlrd(plain)
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / f"{path.stem}.xlsx"
        package.write_bytes(plain)
        kind = identify_package(package)
        if kind in ("xlsx", "xlsm"):
            return _open_ooxml(package, kind, expect, second=False)
        return _open_other_package(package, kind, expect)


def _xlrd(raw: bytes) -> RawWorkbook:
    import xlrd

    try:
        with io.StringIO() as log:
            book = xlrd.open_workbook(file_contents=raw, logfile=log, on_demand=False)
        sheets = [_xlrd_sheet(book, sheet) for sheet in book.sheets()[:MOST_SHEETS]]
        note_looks(raw, sheets)
        return RawWorkbook("xls", sheets, unread_sheets=book.nsheets - len(sheets))
    except MemoryError as too_much:
        raise Refused("E_MEMORY") from too_much
    except xlrd.XLRDError as failure:
        text = str(failure)
        if "ncrypted" in text:
            raise Refused("E_ENCRYPTED", text) from failure
        raise Refused("E_CORRUPT", text) from failure
    except Exception as failure:
        raise Refused("E_CORRUPT", str(failure)) from failure


def _xlrd_sheet(book: Any, sheet: Any) -> RawSheet:
    import xlrd

    notes = ooxml.SheetNotes(sheet.visibility != 0)
    rows: list[list[Any]] = []
    for number in range(sheet.nrows):
        line: list[Any] = []
        kinds, values = sheet.row_types(number), sheet.row_values(number)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            if kind == xlrd.XL_CELL_ERROR:
                notes.errors.append(
                    (number + 1, column + 1, xlrd.error_text_from_code.get(value, "#?"))
                )
                line.append("")
            elif kind == xlrd.XL_CELL_DATE:
                line.append(_xlrd_date(value, book.datemode))
            elif kind == xlrd.XL_CELL_BOOLEAN:
                line.append(bool(value))
            else:
                line.append("" if value is None else value)
        rows.append(line)
    notes.hidden_rows = [n + 1 for n, info in sheet.rowinfo_map.items() if info.hidden]
    notes.comments = comments_of(sheet)
    merged = [(a + 1, c + 1, b, d) for a, b, c, d in sheet.merged_cells[:20_000]]
    return RawSheet(sheet.name, rows, notes=notes, merged=merged)


def _xlrd_date(value: float, mode: int) -> Any:
    import xlrd

    try:
        return xlrd.xldate_as_datetime(value, mode)
    except (ValueError, OverflowError, xlrd.XLDateError):
        return value


def _open_text(path: Path, _kind: str) -> RawWorkbook:
    found = text_tables.read_text(path)
    sheet = RawSheet("", found.rows, notes=ooxml.SheetNotes(filled=found.filled))
    return RawWorkbook(
        found.form,
        [sheet],
        found.encoding,
        doubtful_lines=found.doubtful_lines,
        open_quote=found.open_quote,
    )


def _open_html(path: Path, kind: str) -> RawWorkbook:
    raw = path.read_bytes()
    page = pages.page_of(raw) if kind == "mhtml" else raw
    notes = ooxml.SheetNotes(filled=pages.count_cells_of_page(page))
    found = pages.read_page(page)
    return RawWorkbook(kind, [RawSheet("", found.rows, notes=notes, merged=found.merged)])


def _open_xml2003(path: Path, kind: str) -> RawWorkbook:
    raw = path.read_bytes()
    counts = iter(text_tables.count_xml2003_cells(raw))
    return RawWorkbook(
        kind,
        [
            RawSheet(name, rows, notes=ooxml.SheetNotes(filled=next(counts, None)), merged=merged)
            for name, rows, merged in text_tables.read_xml2003(raw)
        ],
    )


FORMATS: Mapping[str, Callable[[Path, str], RawWorkbook]] = {
    "text": _open_text,
    "html": _open_html,
    "mhtml": _open_html,
    "xml2003": _open_xml2003,
}
"""Kind of text file, as ``preflight.identify`` names it, to the function that opens it."""
