"""Odd files, third collection: text, pages and archives of pages.

Written before it was looked at how any of them is read; frozen on 2026-11-27.
"""

# ruff: noqa: E501 - tables of files, one a line

import base64
import quopri
from collections.abc import Callable

from tests.workbooks.odd_documents import archive
from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, html_rows, lines, odd

KIND = "rough: text"
PAGE = "rough: page"
CHINESE = (HEADS, ("磁铁-1", "烧结钕铁硼磁铁 电机用", *LIST[0][2:]), *LIST[1:])
FIRST = (("磁铁-1", *WHOLE[0][1:]), *WHOLE[1:])


def _bytes(text: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.encode(encoding)


def page(body: str, head: str = "", charset: str = "utf-8") -> str:
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">{head}</head><body>{body}</body></html>'


def table(rows: str, more: str = "") -> str:
    return f"<table{more}>{rows}</table>"


def _appended() -> bytes:
    """Two lines written by one program, the others behind them by another in letters of two bytes."""
    return lines(rows=TABLE[:3]).encode() + lines(rows=TABLE[3:]).encode("utf-16-le")


def _half_quoted() -> str:
    """Every second line is quoted as a whole, as a program does that saved it again."""
    made = lines().splitlines()
    return "".join(f'"{one}"\n' if n % 2 else f"{one}\n" for n, one in enumerate(made))


def _long_cell() -> str:
    rows = [HEADS, (LIST[0][0], "Ring magnet " + "N42SH " * 150_000, *LIST[0][2:]), *LIST[1:]]
    return lines(rows=rows)


def _two_heads() -> str:
    """Headings in two lines, the upper ones over two columns or down both lines."""
    top = '<tr><th rowspan="2">Part Number</th><th rowspan="2">Description</th><th rowspan="2">Country of Origin</th><th colspan="2">Order</th></tr>'
    return table(top + "<tr><th>Quantity</th><th>Unit Price</th></tr>" + html_rows(LIST))


def _down() -> str:
    """Countries down several lines (rowspan), in a table within the cell of another."""
    rows = html_rows([HEADS])
    same = [("P-1", "Ring magnet", 5, 1.5), ("P-2", "Hex screw", 6, 2.5), ("P-3", "Servo motor", 7, 3.5)]  # fmt: skip
    for n, (number, text, pieces, price) in enumerate(same):
        land = '<td rowspan="3">China</td>' if n == 0 else ""
        rows += f"<tr><td>{number}</td><td>{text}</td>{land}<td>{pieces}</td><td>{price}</td></tr>"
    return table(f'<tr><td colspan="9">Supplier portal</td></tr><tr><td>{table(rows)}</td><td>Help</td></tr>')  # fmt: skip


DOWN = tuple((f"P-{n}", "CN", 4.0 + n, 0.5 + n) for n in (1, 2, 3))


def _to_the_end() -> str:
    """rowspan=0 goes down to the end of the group of rows (HTML 4 and 5)."""
    rows = html_rows([HEADS])
    for n, row in enumerate(LIST):
        land = '<td rowspan="0">China</td>' if n == 0 else ""
        rows += f"<tr><td>{row[0]}</td><td>{row[1]}</td>{land}<td>{row[3]}</td><td>{row[4]}</td></tr>"  # fmt: skip
    return table(rows)


def _gbk(how: str) -> bytes:
    body = page(table(html_rows(CHINESE)), charset="gb2312").encode("gbk")
    packed = quopri.encodestring(body) if how == "quoted-printable" else base64.encodebytes(body)
    return archive(packed, how, "gb2312")


def _plain_8bit() -> bytes:
    return archive(page(table(html_rows(CHINESE))).encode(), "8bit")


def _boundary_elsewhere() -> bytes:
    """The boundary stands on a folded line without quotation marks; a part before the sheet is text."""
    body = quopri.encodestring(page(table(html_rows())).encode())
    return (
        b"From: <Saved by Excel>\r\nSubject: =?utf-8?B?5paZ5Y+3?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=text/html;\r\n\tboundary=NEXT.1\r\n\r\n"
        b"This is a multi-part message.\r\n--NEXT.1\r\nContent-Type: text/plain\r\n\r\nnothing here\r\n"
        b"--NEXT.1\r\nContent-Type: TEXT/HTML;\r\n\tcharset=UTF-8\r\nContent-Transfer-Encoding: Quoted-Printable\r\nContent-Location: sheet001.htm\r\n\r\n"
    ) + body + b"\r\n--NEXT.1--\r\n"  # fmt: skip


# fmt: off
odd("second_half_in_letters_of_two_bytes.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV_OR_E_CORRUPT_OR_E_NOT_SPREADSHEET", _appended, None)
odd("other_separator_in_the_headings.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines(",", decimal=".").splitlines()[0] + "\n" + "".join(f"{one}\n" for one in lines(";", decimal=".").splitlines()[1:])))
odd("every_second_line_quoted.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(_half_quoted()))
odd("cell_of_900_kilobytes.csv", KIND, "OPEN", _bytes(_long_cell()))
odd("quotes_and_line_ends_in_utf16.txt", KIND, "OPEN", lambda: b"\xff\xfe" + lines("\t", "\r\n", rows=(HEADS, ("00471-B", '"Ring ""magnet""\r\nN42SH"', *LIST[0][2:]), *LIST[1:])).rstrip("\r\n").encode("utf-16-le"))
odd("chinese_utf16be_unmarked.txt", KIND, "OPEN", lambda: lines("\t", "\r\n", rows=CHINESE).encode("utf-16-be"), FIRST)
odd("chinese_headings_utf16le_unmarked.txt", KIND, "OPEN", lambda: lines("\t", "\r\n", rows=(("料号", "品名", "原产国", "数量", "单价"), *CHINESE[1:])).encode("utf-16-le"), FIRST)
odd("one_bad_byte_in_gb18030.csv", KIND, "OPEN_WITH_WARNING", lambda: (lines(rows=CHINESE) + "螺丝-9;不锈钢螺栓;China;4;1,5\n" * 40).encode("gb18030").replace("电机用".encode("gb18030"), b"\xb5\xe7\xff\xd3\xc3"), None)
odd("colours_of_a_terminal.txt", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_NOT_SPREADSHEET", lambda: b"".join(b"\x1b[1m" + one + b"\x1b[0m\n" if n == 0 else one + b"\n" for n, one in enumerate(lines().encode().splitlines())), None)
odd("only_carriage_returns_quoted_line_feeds.csv", KIND, "OPEN", _bytes(lines(";", "\r", rows=(HEADS, ("00471-B", '"Ring magnet\nN42SH"', *LIST[0][2:]), *LIST[1:]))))
odd("nul_between_all_letters_of_some_lines.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV_OR_E_CORRUPT_OR_E_NOT_SPREADSHEET_OR_OPEN", lambda: b"\n".join(one if n % 2 == 0 else bytes(b for c in one for b in (c, 0)) for n, one in enumerate(lines().encode().splitlines())), None)
odd("separators_at_the_end_of_some_lines.csv", KIND, "OPEN", _bytes("".join(one + ";" * (n % 3 * 40) + "\n" for n, one in enumerate(lines().splitlines()))))
odd("pieces_are_nan_and_infinite.csv", KIND, "OPEN_WITH_WARNING", _bytes(lines(rows=(HEADS, LIST[0], ("K-22", "Hex screw M6", "Germany", "nan", 0.02), ("K-23", "Servo motor 400 W", "Japan", "1e999", 129.5), LIST[3]))), tuple(w if n not in (1, 2) else (*w[:2], None, w[3]) for n, w in enumerate(WHOLE)))
odd("a_hundred_thousand_quotes.csv", KIND, "OPEN_OR_ERROR", _bytes(lines() + '"' * 100_001 + "\n"), None)
odd("two_headings_one_over_two_columns.xls", PAGE, "OPEN", _bytes(page(_two_heads())), sheets=1)
odd("countries_down_in_a_table_in_a_table.xls", PAGE, "OPEN_OR_OPEN_WITH_WARNING", _bytes(page(_down())), DOWN)
odd("country_down_to_the_end.xls", PAGE, "OPEN_OR_OPEN_WITH_WARNING", _bytes(page(_to_the_end())), tuple((w[0], "CN", w[2], w[3]) for w in WHOLE))
odd("column_over_nothing.xls", PAGE, "OPEN", _bytes(page(table(html_rows()).replace("<td>Quantity", '<td colspan="0">Quantity'))))
odd("never_closed_table.xls", PAGE, "OPEN", _bytes(page("<table>" + html_rows())))
odd("table_in_a_remark_of_word.xls", PAGE, "OPEN_OR_E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_E_CSV", _bytes(page("<!--[if gte mso 9]>" + table(html_rows()) + "<![endif]-->")), None)
odd("cells_not_shown.xls", PAGE, "OPEN_OR_OPEN_WITH_WARNING", _bytes(page(table(html_rows().replace("<td>Germany</td>", '<td style="display:none">Germany</td>')))), None)
odd("sixty_thousand_boxes_deep.xls", PAGE, "OPEN_OR_ERROR", _bytes(page("<div>" * 60_000 + table(html_rows()) + "</div>" * 60_000)), None)
odd("two_million_cells_in_a_line.xls", PAGE, "OPEN_OR_ERROR", lambda: page(table("<tr>" + "<td>x" * 2_000_000 + "</tr>")).encode(), None)
odd("signs_by_number_and_nought.xls", PAGE, "OPEN", _bytes(page(table(html_rows().replace("Ring magnet N42SH", "Ring&#32;magnet&#x20;N42SH&#0;&nbsp;")))))
odd("base_on_the_net.xls", PAGE, "OPEN", _bytes(page(table(html_rows()), '<base href="http://127.0.0.1:9/"><link rel="File-List" href="list_files/filelist.xml"><script src="a.js"></script>')))
odd("quoted_gbk.mht", PAGE, "OPEN", lambda: _gbk("quoted-printable"), FIRST, texts=("烧结钕铁硼磁铁 电机用",))
odd("base64_gbk.xls", PAGE, "OPEN", lambda: _gbk("base64"), FIRST, texts=("烧结钕铁硼磁铁 电机用",))
odd("eight_bits.mht", PAGE, "OPEN", _plain_8bit, FIRST, texts=("烧结钕铁硼磁铁 电机用",))
odd("boundary_on_a_folded_line.mht", PAGE, "OPEN", _boundary_elsewhere)
odd("quoted_cut_in_a_sign.mht", PAGE, "OPEN_OR_OPEN_WITH_WARNING_OR_E_TRUNCATED_OR_E_CORRUPT", lambda: _gbk("quoted-printable").rpartition(b"K-24")[0] + b"K-2=", None)
