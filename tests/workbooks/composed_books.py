"""Writes a grid of cells as a workbook or a text file: formats of numbers, formulas with and without their
result, merged and hidden cells, as the programs that people use save them."""

import csv
import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from tests.workbooks.binary import _biff as biff
from tests.workbooks.binary import _ole as ole
from tests.workbooks.build import ODS_TAIL

DAY_ZERO = date(1899, 12, 30)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class Shown:
    """A number as a format shows it: 42 as 00042, a day as its serial number. ``text``: what is seen."""

    value: float
    form: str
    text: str


@dataclass(frozen=True)
class Formula:
    """A formula; ``value`` None where the program that saved it did not reckon."""

    source: str
    value: float | None


Cell: TypeAlias = "str | int | float | Shown | Formula | None"
Area: TypeAlias = tuple[int, int, int, int]


@dataclass
class Book:
    """One sheet. Positions from 0; ``merged``: first row, first column, last row, last column."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def rows(self) -> list[list[Cell]]:
        """All rows from the first, each as wide as the widest."""
        height = max((row for row, _ in self.cells), default=-1) + 1
        width = max((column for _, column in self.cells), default=-1) + 1
        return [[self.cells.get((r, c)) for c in range(width)] for r in range(height)]

    def forms(self) -> list[str]:
        """Formats of numbers, each once."""
        return list(dict.fromkeys(v.form for v in self.cells.values() if isinstance(v, Shown)))


def day_shown(day: date, form: str = "dd.mm.yyyy") -> Shown:
    """A day as workbooks hold it."""
    return Shown((day - DAY_ZERO).days, form, day.strftime("%d.%m.%Y"))


def letters(column: int) -> str:
    """0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _address(row: int, column: int) -> str:
    return f"{letters(column)}{row + 1}"


def write_xlsx(book: Book, target: Path) -> None:
    """As Excel saves it, with shared texts."""
    forms, texts = book.forms(), dict[str, int]()
    lines = []
    for number, row in enumerate(book.rows()):
        cells = "".join(
            _xlsx_cell(_address(number, column), value, forms, texts)
            for column, value in enumerate(row)
        )
        hidden = ' hidden="1"' if number in book.hidden_rows else ""
        lines.append(f'<row r="{number + 1}"{hidden}>{cells}</row>')
    columns = "".join(
        f'<col min="{c + 1}" max="{c + 1}" width="9" hidden="1" customWidth="1"/>'
        for c in sorted(book.hidden_columns)
    )
    merged = "".join(
        f'<mergeCell ref="{_address(a, b)}:{_address(c, d)}"/>' for a, b, c, d in book.merged
    )
    sheet = (
        f'<worksheet xmlns="{MAIN}">' + (f"<cols>{columns}</cols>" if columns else "")
        + f"<sheetData>{''.join(lines)}</sheetData>"
        + (f'<mergeCells count="{len(book.merged)}">{merged}</mergeCells>' if merged else "")
        + "</worksheet>"
    )  # fmt: skip
    shared = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    parts = {
        "[Content_Types].xml": _xlsx_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations({
            "rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("styles", "styles.xml"),
            "rId3": ("sharedStrings", "sharedStrings.xml"),
        }),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/styles.xml": _xlsx_styles(forms),
    }  # fmt: skip
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')


def _xlsx_cell(address: str, value: Cell, forms: list[str], texts: dict[str, int]) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{address}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
    if isinstance(value, Formula):
        said = "" if value.value is None else f"<v>{value.value!r}</v>"
        return f'<c r="{address}"><f>{escape(value.source)}</f>{said}</c>'
    if isinstance(value, Shown):
        return f'<c r="{address}" s="{forms.index(value.form) + 1}"><v>{value.value!r}</v></c>'
    return f'<c r="{address}"><v>{value!r}</v></c>'


def _xlsx_styles(forms: list[str]) -> str:
    own = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(form)}/>'
        for n, form in enumerate(forms)
    )
    uses = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number in (0, *range(164, 164 + len(forms)))
    )
    return (
        f'<styleSheet xmlns="{MAIN}">'
        + (f'<numFmts count="{len(forms)}">{own}</numFmts>' if forms else "")
        + "<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
        + f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{uses}</cellXfs></styleSheet>"
    )


def _xlsx_types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    named = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "styles": "styles",
             "sharedStrings": "sharedStrings"}  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{kind}.{what}+xml"/>'
        for name, what in named.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(named: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for name, (kind, target) in named.items()
    )
    return f'<Relationships xmlns="{PACKED}">{inside}</Relationships>'


def write_xls(book: Book, target: Path) -> None:
    """An Excel 97 workbook with its formats, merged areas, hidden rows and columns."""
    forms, rows = book.forms(), book.rows()
    sheet = biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for column in sorted(book.hidden_columns):
        sheet += biff(0x007D, struct.pack("<HHHHHH", column, column, 2300, 0, 1, 0))
    sheet += biff(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for number in sorted(book.hidden_rows):
        sheet += biff(
            0x0208, struct.pack("<HHHHHHI", number, 0, len(rows[number]), 255, 0, 0, 0x120)
        )
    for number, row in enumerate(rows):
        sheet += b"".join(_xls_cell(number, c, value, forms) for c, value in enumerate(row))
    if book.merged:
        areas = b"".join(struct.pack("<HHHH", a, c, b, d) for a, b, c, d in book.merged)
        sheet += biff(0x00E5, struct.pack("<H", len(book.merged)) + areas)
    sheet += biff(0x000A)
    start = biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    globe = biff(0x0042, struct.pack("<H", 1200)) + _xls_formats(forms)
    name = b"Sheet1"
    offset = len(start) + len(globe) + 4 + 8 + len(name) + 4
    bound = biff(0x0085, struct.pack("<IHBB", offset, 0, len(name), 0) + name)
    target.write_bytes(ole("Workbook", start + globe + bound + biff(0x000A) + sheet))


def _xls_formats(forms: list[str]) -> bytes:
    name = b"Arial"
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    found = biff(0x0031, font + struct.pack("<BB", len(name), 0) + name) * 4
    for number, form in enumerate(forms):
        text = form.encode("utf-16-le")
        found += biff(0x041E, struct.pack("<HHB", 164 + number, len(form), 1) + text)
    numbers = (0, *range(164, 164 + len(forms)))
    return found + b"".join(biff(0x00E0, struct.pack("<HHH", 0, n, 1) + bytes(14)) for n in numbers)


def _xls_cell(row: int, column: int, value: Cell, forms: list[str]) -> bytes:
    form = forms.index(value.form) + 1 if isinstance(value, Shown) else 0
    place = struct.pack("<HHH", row, column, form)
    if value is None:
        return b""
    if isinstance(value, str):
        return biff(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    if isinstance(
        value, Formula
    ):  # the tokens are those of the number itself; what was reckoned counts
        said = value.value or 0.0
        tokens = b"\x1f" + struct.pack("<d", said)
        head = struct.pack("<dHIH", said, 0, 0, len(tokens))
        return biff(0x0006, place + head + tokens)
    number = value.value if isinstance(value, Shown) else value
    return biff(0x0203, place + struct.pack("<d", float(number)))


def write_ods(book: Book, target: Path) -> None:
    """As LibreOffice saves it: formats are styles of numbers, merged cells cover others."""
    forms = book.forms()
    wide = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in book.merged}
    lines = []
    for number, row in enumerate(book.rows()):
        cells = "".join(
            _ods_cell(value, forms, wide.get((number, column))) for column, value in enumerate(row)
        )
        hide = ' table:visibility="collapse"' if number in book.hidden_rows else ""
        lines.append(f"<table:table-row{hide}>{cells}</table:table-row>")
    width = max(map(len, book.rows()))
    hide = ' table:visibility="collapse"'
    columns = "".join(
        f"<table:table-column{hide if c in book.hidden_columns else ''}/>" for c in range(width)
    )
    content = (
        ODS_START + f"<office:automatic-styles>{''.join(map(_ods_style, enumerate(forms)))}"
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Sheet1">{columns}{"".join(lines)}</table:table>' + ODS_TAIL
    )  # fmt: skip
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(
            "mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED
        )
        out.writestr("content.xml", content)
        out.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type='
            '"application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry'
            ' manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        )


ODS_START = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    ' office:version="1.3">'
)


def _ods_style(numbered: tuple[int, str]) -> str:
    number, form = numbered
    if set(form) == {"0"}:
        inside = (
            f'<number:number number:decimal-places="0" number:min-integer-digits="{len(form)}"/>'
        )
        shown = f'<number:number-style style:name="N{number}">{inside}</number:number-style>'
    elif form.endswith("%"):
        inside = '<number:number number:decimal-places="0" number:min-integer-digits="1"/>'
        inside += "<number:text>%</number:text>"
        shown = (
            f'<number:percentage-style style:name="N{number}">{inside}</number:percentage-style>'
        )
    elif "yy" in form:
        inside = "<number:day/><number:text>.</number:text><number:month/><number:text>.</number:text><number:year/>"
        shown = f'<number:date-style style:name="N{number}">{inside}</number:date-style>'
    else:
        inside = '<number:number number:decimal-places="2" number:min-integer-digits="1"/>'
        inside += "<number:text> €</number:text>"
        shown = f'<number:number-style style:name="N{number}">{inside}</number:number-style>'
    return (
        shown + f'<style:style style:name="ce{number}" style:family="table-cell"'
        f' style:data-style-name="N{number}"/>'
    )  # fmt: skip


def _ods_cell(value: Cell, forms: list[str], span: tuple[int, int] | None) -> str:
    wide = ""
    if span is not None:
        wide = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    if value is None:
        return f"<table:table-cell{wide}/>"
    if isinstance(value, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell{wide} office:value-type="string">{lines}</table:table-cell>'
    if isinstance(value, Formula):
        said = (
            ""
            if value.value is None
            else f' office:value-type="float" office:value="{value.value}"'
        )
        shown = "" if value.value is None else f"<text:p>{value.value:g}</text:p>"
        formula = quoteattr(f"of:={value.source}")
        return f"<table:table-cell{wide} table:formula={formula}{said}>{shown}</table:table-cell>"
    if isinstance(value, Shown):
        style = f' table:style-name="ce{forms.index(value.form)}"'
        kind = "percentage" if value.form.endswith("%") else "float"
        said = f' office:value-type="{kind}" office:value="{value.value!r}"'
        if "yy" in value.form:
            day = date.fromordinal(DAY_ZERO.toordinal() + int(value.value)).isoformat()
            said = f' office:value-type="date" office:date-value="{day}"'
        return f"<table:table-cell{wide}{style}{said}><text:p>{escape(value.text)}</text:p></table:table-cell>"
    return (
        f'<table:table-cell{wide} office:value-type="float" office:value="{value!r}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def write_text(
    book: Book, target: Path, separator: str, encoding: str, number: Callable[[float], str]
) -> None:
    """``number`` writes numbers in the way of the land. Cells with the separator or a line end are quoted."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(
        [_as_text(value, number) for value in row] for row in book.rows()
    )
    try:
        target.write_bytes(out.getvalue().encode(encoding))
    except UnicodeEncodeError:
        target.write_bytes(out.getvalue().encode("utf-8"))


def _as_text(value: Cell, number: Callable[[float], str]) -> str:
    if isinstance(value, Shown):
        return value.text
    if isinstance(value, Formula):
        return "" if value.value is None else number(value.value)
    if isinstance(value, str):
        return value
    return "" if value is None else number(value)


def chance(*seed: object) -> random.Random:
    """The same draws for the same seed, on any machine."""
    return random.Random("/".join(map(str, seed)))  # noqa: S311 - repeatable
