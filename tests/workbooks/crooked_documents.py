"""Odd files, fifth collection: OpenDocument, web pages, Excel 2003 XML, SYLK and old books.

Written before it was looked at how any of them is read; frozen on 2026-11-27, morning.
One truth was too strict and is mended since: behind the loop of a chain that holds the whole list nothing is missed.
"""

# ruff: noqa: E501, PLW0108 - tables of files, one a line

import base64
import struct

from tests.workbooks.binary import _biff as biff
from tests.workbooks.odd_binaries import cells8, stream8
from tests.workbooks.odd_documents import (
    _ods,
    _x2003,
    archive,
    ods,
    ods_rows,
    page,
    x2003,
    x2003_cell,
    x2003_rows,
)
from tests.workbooks.odd_parts import LIST, TABLE, WHOLE, Part, html_rows, odd
from tests.workbooks.rough_binaries import two_streams

ODS, PAGE, XML, OLD, FLOOD = (
    "crooked: opendocument", "crooked: page", "crooked: xml 2003", "crooked: old book", "crooked: flood",
)  # fmt: skip
CHINESE: tuple[Part, ...] = tuple(
    (number, "CN", pieces, price) for number, _, pieces, price in WHOLE
)
CELL = '<table:table-cell office:value-type="string"><text:p>00471-B</text:p></table:table-cell>'


def _spans(cell: str) -> str:
    """The list with other words for its first country cell, which covers all rows below it."""
    rows = html_rows(TABLE[:2]) + "".join(
        "<tr>" + "".join(f"<td>{v}</td>" for c, v in enumerate(row) if c != 2) + "</tr>"
        for row in TABLE[2:]
    )
    return rows.replace("<td>China</td>", cell)


def _heads_again() -> str:
    head = "<thead>" + html_rows(TABLE[:1], "th") + "</thead>"
    return "".join(head + "<tbody>" + html_rows([row]) + "</tbody>" for row in LIST)


def _loop_of_small_sectors() -> bytes:
    """The chain of the only stream leads back to its beginning."""
    raw = bytearray(
        two_streams(("Workbook", stream8((("Parts", 0, cells8()),))), ("Other", bytes(4096)))
    )
    table = 512
    first = struct.unpack("<I", raw[1024 + 128 + 116 : 1024 + 128 + 120])[0]
    raw[table + 4 * (first + 1) : table + 4 * (first + 2)] = struct.pack("<I", first)
    return bytes(raw)


def _directory_loop() -> bytes:
    """The second entry of the directory is its own sister."""
    raw = bytearray(
        two_streams(("Workbook", stream8((("Parts", 0, cells8()),))), ("Other", bytes(4096)))
    )
    raw[1024 + 128 + 68 : 1024 + 128 + 72] = struct.pack("<I", 1)
    return bytes(raw)


def _book(
    globals_: bytes = b"", cells: bytes | None = None, names: tuple[str, ...] = ("Parts",)
) -> bytes:
    sheets = [(name, 0, cells8() if cells is None else cells) for name in names]
    return two_streams(("Workbook", stream8(sheets, globals_)), ("Other", bytes(4096)))


def _sylk(more: str) -> str:
    out = "ID;PWXL;N;E\r\n"
    for r, row in enumerate(TABLE, start=1):
        for c, v in enumerate(row, start=1):
            shown = f'"{v}"' if isinstance(v, str) else v
            out += f"C;Y{r};X{c};K{shown}\r\n"
    return out + more + "E\r\n"


# fmt: off
odd("percentage_of_pieces.ods", ODS, "OPEN_OR_OPEN_WITH_WARNING", _ods('office:value-type="float" office:value="1200"', 'office:value-type="percentage" office:value="1200"'))
odd("value_in_powers_of_ten.ods", ODS, "OPEN", _ods('office:value="1200"', 'office:value="1.2E3"'), sheets=1)
odd("spans_without_covered_cells.ods", ODS, "OPEN", lambda: ods('<table:table-row><table:table-cell table:number-columns-spanned="5" office:value-type="string"><text:p>Price list</text:p></table:table-cell></table:table-row>' + ods_rows()), sheets=1)
odd("table_within_a_cell.ods", ODS, "OPEN", lambda: ods(ods_rows().replace(CELL, CELL.replace("</table:table-cell>", '<table:table table:is-sub-table="true"><table:table-row><table:table-cell office:value-type="string"><text:p>inner</text:p></table:table-cell></table:table-row></table:table></table:table-cell>'), 1)), sheets=1)
odd("columns_in_groups.ods", ODS, "OPEN", lambda: ods('<table:table-column-group><table:table-column table:number-columns-repeated="3"/></table:table-column-group><table:table-header-columns><table:table-column table:number-columns-repeated="2"/></table:table-header-columns>' + ods_rows()), sheets=1)
odd("ruby_over_texts.ods", ODS, "OPEN", _ods("Ring magnet N42SH", "<text:ruby><text:ruby-base>Ring magnet N42SH</text:ruby-base><text:ruby-text>reading</text:ruby-text></text:ruby>"), texts=("Ring magnet N42SH",))
odd("covered_cells_repeated_without_end.ods", FLOOD, "OPEN_OR_E_TOO_LARGE", lambda: ods(ods_rows().replace("</table:table-row>", '<table:covered-table-cell table:number-columns-repeated="2147483647"/></table:table-row>', 2)))
odd("groups_fifty_thousand_deep.ods", FLOOD, "OPEN_OR_E_CORRUPT_OR_E_TOO_LARGE_OR_E_READER_CRASH", lambda: ods("<table:table-row-group>" * 50_000 + ods_rows() + "</table:table-row-group>" * 50_000))
odd("text_of_a_million_blanks_by_number.ods", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: _ods("Mounting plate", 'Mounting plate<text:s text:c="2147483647"/>')())

odd("rowspan_to_the_end.html", PAGE, "OPEN", lambda: page(_spans("<td rowspan=0>China</td>")), CHINESE)
odd("rowspan_of_half_a_row_more.html", PAGE, "OPEN", lambda: page(_spans('<td rowspan="4.5">China</td>')), CHINESE)
odd("rowspan_with_a_unit.html", PAGE, "OPEN", lambda: page(_spans('<td rowspan="4 rows">China</td>')), CHINESE)
odd("colspan_below_nought.html", PAGE, "OPEN", lambda: page(html_rows().replace("<td>", '<td colspan="-3" rowspan="x">')))
odd("attributes_without_quotes.html", PAGE, "OPEN", lambda: page(html_rows().replace("<td>", "<td align=right bgcolor=#fff nowrap x:str>")))
odd("greater_in_an_attribute.html", PAGE, "OPEN", lambda: page(html_rows().replace("<td>", '<td title="a > b">')))
odd("head_of_each_row_is_a_heading.html", PAGE, "OPEN", lambda: page("".join("<tr><th scope=row>" + str(row[0]) + "</th>" + "".join(f"<td>{v}</td>" for v in row[1:]) + "</tr>" for row in TABLE)))
odd("heads_again_in_each_body.html", PAGE, "OPEN", lambda: page(_heads_again()))
odd("table_within_a_form_within_a_table.html", PAGE, "OPEN", lambda: page(f"<form><tr><td><form><table><caption>Offer</caption>{html_rows()}</table></form></td></tr></form>"))
odd("numbers_in_kbd_and_del.html", PAGE, "OPEN_OR_OPEN_WITH_WARNING", lambda: page(html_rows().replace("<td>1200</td>", "<td><del>1100</del> <ins>1200</ins></td>")), None)
odd("template_that_is_never_shown.html", PAGE, "OPEN", lambda: page(html_rows(), before=f"<template><table>{html_rows([('Part Number', 'Quantity'), ('X-1', 5)])}</table></template>"))
odd("noscript_table.html", PAGE, "OPEN", lambda: page(html_rows(), before="<noscript>Please switch on scripts</noscript>"))
odd("half_a_million_entities.html", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: page(html_rows().replace("Mounting plate", "&amp;" * 500_000)), None)
odd("entity_that_never_ends.html", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: page(html_rows().replace("Mounting plate", "&" + "a" * 2_000_000)), None)
odd("comments_opened_without_end.html", FLOOD, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT_OR_E_TRUNCATED_OR_E_NO_TABLE", lambda: page(html_rows() + "<!-- " * 200_000), None)
odd("bold_never_closed.html", FLOOD, "OPEN", lambda: page(html_rows().replace("<td>", "<td>" + "<b>" * 20_000)))
odd("tags_that_are_never_finished.html", FLOOD, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT_OR_E_TRUNCATED", lambda: page(html_rows()) + b"<td " * 300_000, None)
odd("boundaries_without_end.mht", FLOOD, "OPEN_OR_E_CORRUPT_OR_E_TOO_LARGE_OR_OPEN_WITH_WARNING", lambda: archive(base64.encodebytes(page(html_rows())), "base64", more="----=_b\r\n" * 200_000), None)

odd("number_in_powers_of_ten_2003.xls", XML, "OPEN", _x2003('<Data ss:Type="Number">1200</Data>', '<Data ss:Type="Number">1.2E+03</Data>'), sheets=1)
odd("country_down_to_the_end_2003.xls", XML, "OPEN", lambda: x2003(x2003_rows(TABLE[:1]) + "<Row>" + "".join(x2003_cell(v, ' ss:MergeDown="3"' if c == 2 else "") for c, v in enumerate(LIST[0])) + "</Row>" + "".join("<Row>" + x2003_cell(r[0]) + x2003_cell(r[1]) + x2003_cell(r[3], ' ss:Index="4"') + x2003_cell(r[4]) + "</Row>" for r in LIST[1:])), CHINESE)
odd("empty_rows_spanned_2003.xls", XML, "OPEN", lambda: x2003(x2003_rows(TABLE[:3]) + '<Row ss:Span="900000"/>' + x2003_rows(TABLE[3:])))
odd("million_empty_cells_2003.xls", FLOOD, "OPEN_OR_E_TOO_LARGE", lambda: x2003(x2003_rows() + "<Row>" + "<Cell/>" * 1_000_000 + "</Row>"))

odd("chain_of_the_stream_in_a_loop.xls", OLD, "OPEN_OR_E_CORRUPT_OR_E_TRUNCATED", _loop_of_small_sectors)
odd("directory_in_a_loop.xls", OLD, "OPEN_OR_E_CORRUPT", _directory_loop)
odd("unknown_records_before_97.xls", OLD, "OPEN", lambda: _book(biff(0x7FFF, b"x" * 500) * 20), sheets=1)
odd("names_without_end_97.xls", FLOOD, "OPEN_OR_E_TOO_LARGE_OR_E_CORRUPT", lambda: _book(biff(0x0018, bytes(14) + b"\0a") * 40), None)
odd("sylk_row_of_thousand_millions.slk", FLOOD, "OPEN_OR_OPEN_WITH_WARNING_OR_E_UNSUPPORTED_OR_E_TOO_LARGE_OR_E_NOT_SPREADSHEET", lambda: _sylk('C;Y1000000000;X1000000000;K"x"\r\n').encode(), None)
# fmt: on
