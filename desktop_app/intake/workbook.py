"""Opens a workbook of any kind into raw sheets. Runs in the reader child only.

calamine reads first. What it loses (error cells, formulas without a value, what is hidden) is taken
from the container itself; what it cannot open goes to openpyxl or xlrd. What other kinds of files ask for is
imported when one comes: most are packages of Excel, and the rest takes half as long to load again.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from desktop_app.intake import ooxml
from desktop_app.intake.lines_in_cells import cut_lines
from desktop_app.intake.padded_numbers import show_padded
from desktop_app.intake.preflight import CFB_MAGIC, identify, identify_package
from desktop_app.intake.raw_sheets import MOST_SHEETS, RawSheet, RawWorkbook, SheetRows
from desktop_app.intake.refusal import Refused
from desktop_app.intake.unpacked import Packed, Source, Unpacked, unpacked

EXCEL_DEFAULT_PASSWORD = "VelvetSweatshop"  # noqa: S105 - published by Microsoft, not a secret

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
    book = _opened(path, kind, expect, second, passwords)
    for sheet in book.sheets if kind not in FORMATS else ():
        cut_lines(sheet)
    return book


def _opened(
    path: Path, kind: str, expect: Expect, second: bool, passwords: Sequence[str]
) -> RawWorkbook:
    if kind in ("xlsx", "xlsm"):
        return _open_ooxml(path, kind, expect, second)
    if kind == "fods":
        return _open_flat(path, expect)
    if kind in ("xlsb", "ods"):
        if second:
            raise Refused("E_UNSUPPORTED", "no second reader")
        return _open_other_package(path, kind, expect)
    if kind == "cfb":
        return _open_cfb(path, expect, second, passwords)
    return FORMATS[kind](path, kind)


def _open_ooxml(path: Packed, kind: str, expect: Expect, second: bool) -> RawWorkbook:
    with nullcontext() if second else unpacked(path) or nullcontext() as plain:
        notes, links = ooxml.look_into(plain or path)
        expect(sum(sheet.rows for sheet in notes.values()))
        sheets = [] if plain is None else _calamine_plain(plain, kind, notes)
    book = RawWorkbook(kind, [], has_macros=kind == "xlsm", links=links)
    try:
        if second:
            raise Refused("E_READER_CRASH", "first reader")
        book.sheets = sheets or _calamine_packed(path, kind)
        is_empty = not any(sheet.rows for sheet in book.sheets)
        again = _openpyxl(path) if is_empty else None
        if again is not None and any(sheet.rows for sheet in again):
            book.sheets, book.second_reader = again, True
    except Refused:
        if second or not _read_mended(path, kind, book):
            again = _openpyxl(path)
            is_empty = bool(book.sheets) and not book.lost_sheets
            if again is None and not is_empty:
                raise
            book.sheets, book.second_reader = again or book.sheets, True
    return _with_notes(book, notes)


def _calamine_packed(path: Packed, kind: str) -> list[RawSheet]:
    from desktop_app.intake.mended import lies_about_texts

    if lies_about_texts(path):
        raise Refused("E_MEMORY", "more texts than there can be")
    return _calamine(path, kind)


def _read_mended(path: Packed, kind: str, book: RawWorkbook) -> bool:
    """Whether the sheets could be read from a package written anew."""
    from desktop_app.intake.mended import mended

    found = mended(path)
    if found is None:
        return False
    try:
        book.sheets = _calamine(path, kind, found.raw)
    except Refused:
        return False
    book.second_reader, book.lost_sheets, book.is_broken = True, found.lost, found.is_broken
    return any(sheet.rows for sheet in book.sheets)


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


def _open_other_package(path: Packed, kind: str, expect: Expect) -> RawWorkbook:
    from desktop_app.intake import opendocument, opendocument_anew, xlsb
    from desktop_app.intake.macros_and_links import of_package
    from desktop_app.intake.mended import as_ods

    notes = xlsb.look_into(path) if kind == "xlsb" else opendocument.look_into(path)
    expect(sum(sheet.rows for sheet in notes.values()))
    try:
        in_pieces = any(sheet.texts_in_pieces for sheet in notes.values())
        plain = xlsb.without_looks(path) if in_pieces else None
        sheets = _calamine(
            path, kind, plain if kind == "xlsb" else opendocument_anew.without_shapes(path)
        )
    except Refused as refused:
        if kind == "xlsb":
            return _with_notes(_anew_xlsb(path, refused), notes)
        if "found 'Text(" in refused.detail:
            sheets = _calamine(path, kind, opendocument_anew.without_line_breaks(path))
        elif refused.code == "E_MISSING_PART":
            sheets = _calamine(path, kind, as_ods(opendocument_anew.content_of(path)))
        else:
            raise
    macros, links = of_package(path)
    return _with_notes(RawWorkbook(kind, sheets, has_macros=macros, links=links), notes)


def _anew_xlsb(path: Packed, refused: Refused) -> RawWorkbook:
    """A binary workbook that the reader refused, read without what it stumbled over."""
    from desktop_app.intake import xlsb
    from desktop_app.intake.macros_and_links import of_package

    again = xlsb.written_anew(path)
    if again is None:
        raise refused
    raw, lost = again
    macros, links = of_package(path)
    sheets = _calamine(path, "xlsb", raw)
    return RawWorkbook(
        "xlsb", sheets, has_macros=macros, links=links, second_reader=True, lost_sheets=lost
    )


def _open_flat(path: Path, expect: Expect) -> RawWorkbook:
    """An OpenDocument sheet that is one XML file."""
    from desktop_app.intake.mended import as_ods
    from desktop_app.intake.text_tables import holds_doctype

    raw = path.read_bytes()
    if holds_doctype(raw):
        raise Refused("E_XML_DTD")
    found = _open_other_package(io.BytesIO(as_ods(raw)), "ods", expect)
    found.format = "fods"
    return found


def _with_notes(book: RawWorkbook, notes: Notes) -> RawWorkbook:
    for sheet in book.sheets:
        hidden = sheet.notes.hidden
        sheet.notes = notes.get(sheet.name, sheet.notes)
        sheet.notes.hidden = sheet.notes.hidden or hidden
        sheet.merged = sheet.merged or sheet.notes.merged or []
        show_padded(sheet, sheet.notes.padded)
        if not sheet.notes.is_sheet and not sheet.rows and sheet.name not in book.lost_sheets:
            book.lost_sheets.append(sheet.name)
            book.is_broken = True
    if len(book.sheets) == MOST_SHEETS:
        book.unread_sheets = max(0, len(notes) - MOST_SHEETS)
    return book


def _calamine(source: Path | Source, kind: str, raw: bytes | None = None) -> list[RawSheet]:
    """By path where the name is right: only then calamine says what is wrong with a file."""
    import python_calamine as calamine

    try:
        if raw is not None:
            source = io.BytesIO(raw)
        elif isinstance(source, Path) and source.suffix.casefold() != f".{kind}":
            source = io.BytesIO(source.read_bytes())
        elif isinstance(source, io.BytesIO):
            source.seek(0)
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
        is_lost = type(failure).__name__ == "WorksheetNotFound"
        code = "E_MISSING_PART" if is_lost else _calamine_code(str(failure))
        raise Refused(code, str(failure)) from failure


def _calamine_code(text: str) -> str:
    if "assword" in text or "ncrypt" in text:
        return "E_ENCRYPTED"
    if "limit exceeded" in text:
        return "E_TOO_LARGE"
    if "row component" in text:
        return "E_CORRUPT"
    if "end of input" in text or "ll-formed" in text or "not closed" in text:
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


def _openpyxl(path: Packed) -> list[RawSheet] | None:
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
        return _open_plain(_decrypted(raw, passwords), expect)
    names = ("Workbook", "WORKBOOK", "Book", "BOOK")
    if not any(name.encode("utf-16-le") in raw for name in names):
        raise Refused("E_NOT_SPREADSHEET", "other OLE file")
    try:
        return _xls(raw)
    except Refused as refused:
        if refused.code == "E_ENCRYPTED":
            return _open_plain(_decrypted(raw, passwords), expect)
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


def _open_plain(plain: bytes, expect: Expect) -> RawWorkbook:
    """What was locked. It is written nowhere: a child that is ended leaves what it wrote behind."""
    if plain[:2] != b"PK":
        return _xls(plain)
    package = io.BytesIO(plain)
    kind = identify_package(package)
    if kind in ("xlsx", "xlsm"):
        return _open_ooxml(package, kind, expect, second=False)
    return _open_other_package(package, kind, expect)


def _xls(raw: bytes) -> RawWorkbook:
    from desktop_app.intake.xls_sheets import read_xls

    return read_xls(raw)


def _open_text(path: Path, _kind: str) -> RawWorkbook:
    from desktop_app.intake.text_tables import read_text

    found = read_text(path)
    sheet = RawSheet("", found.rows, notes=ooxml.SheetNotes(filled=found.filled))
    return RawWorkbook(
        found.form,
        [sheet],
        found.encoding,
        doubtful_lines=found.doubtful_lines,
        open_quote=found.open_quote,
    )


def _open_html(path: Path, kind: str) -> RawWorkbook:
    from desktop_app.intake import pages

    raw = path.read_bytes()
    page = pages.page_of(raw) if kind == "mhtml" else raw
    notes = ooxml.SheetNotes(filled=pages.count_cells_of_page(page))
    found = pages.read_page(page)
    return RawWorkbook(kind, [RawSheet("", found.rows, notes=notes, merged=found.merged)])


def _open_xml2003(path: Path, kind: str) -> RawWorkbook:
    from desktop_app.intake import xml2003

    return RawWorkbook(kind, xml2003.read(path.read_bytes()))


def _open_bare(path: Path, _kind: str) -> RawWorkbook:
    return _xls(path.read_bytes())


FORMATS: Mapping[str, Callable[[Path, str], RawWorkbook]] = {
    "text": _open_text,
    "html": _open_html,
    "mhtml": _open_html,
    "xml2003": _open_xml2003,
    "biff": _open_bare,
}
"""Kind of text file, and of a workbook without an envelope, as ``preflight.identify`` names it, to the
function that opens it."""
