"""Builds awkward workbooks: what suppliers send, written down cell by cell."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]


def make_xlsx(
    target: Path, sheets: Mapping[str, Rows], change: Callable[[Workbook], None] | None = None
) -> Path:
    """Writes sheets row by row; ``change`` may merge, hide or format before saving."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(book)
    book.save(target)
    return target


def sheet_of(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def edit_part(path: Path, part: str, edit: Callable[[bytes], bytes]) -> Path:
    """Rewrites one part of a package; the others stay byte for byte."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = edit(parts[part])
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    path.write_bytes(raw.getvalue())
    return path


def put_error(path: Path, address: str, error: str, part: str = "xl/worksheets/sheet1.xml") -> Path:
    """Makes one cell an error cell, the way Excel saves a formula that failed."""
    old = re.compile(rb'<c r="' + address.encode() + rb'"(?:[^>]*/>|[^>]*>.*?</c>)')
    new = f'<c r="{address}" t="e"><f>NA()</f><v>{error}</v></c>'.encode()

    def edit(content: bytes) -> bytes:
        assert old.search(content), f"no cell {address}"
        return old.sub(new, content, count=1)

    return edit_part(path, part, edit)


def make_csv(target: Path, rows: Rows, separator: str = ";", encoding: str = "utf-8") -> Path:
    lines = (separator.join(str(cell) for cell in row) for row in rows)
    target.write_bytes("\r\n".join(lines).encode(encoding))
    return target


ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    ' office:version="1.3"><office:body><office:spreadsheet>'
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"


class OdsError(str):
    """A cell of an OpenDocument sheet whose formula failed with this text."""


def make_ods(target: Path, rows: Rows, hidden_rows: Sequence[int] = ()) -> Path:
    """An OpenDocument sheet as LibreOffice writes it; ``OdsError`` cells hold errors."""
    lines = []
    for number, row in enumerate(rows, start=1):
        hide = ' table:visibility="collapse"' if number in hidden_rows else ""
        lines.append(f"<table:table-row{hide}>{''.join(map(_ods_cell, row))}</table:table-row>")
    body = f'<table:table table:name="Parts">{"".join(lines)}</table:table>'
    with zipfile.ZipFile(target, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        out.writestr("content.xml", ODS_HEAD + body + ODS_TAIL)
        out.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="content.xml"'
            ' manifest:media-type="text/xml"/></manifest:manifest>',
        )
    return target


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, OdsError):
        return (
            '<table:table-cell table:formula="of:=NA()" office:value-type="string"'
            ' office:string-value="" calcext:value-type="error">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    if isinstance(value, (int, float)):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    return (
        f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    )
