"""Odd files, sixth collection: texts and pages. Frozen on 2026-11-27, afternoon, as ``twisted_books``."""

# ruff: noqa: E501 - tables of files, one a line

from collections.abc import Callable

from tests.workbooks.odd_documents import page
from tests.workbooks.odd_parts import TABLE, WHOLE, html_rows, lines, odd

KIND = "twisted: text"
CSV = lines()


def _bytes(text: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.encode(encoding)


def _shown_otherwise() -> str:
    """Cells of Excel's pages: what is shown is rounded, the value stands in an attribute."""
    rows = (
        html_rows()
        .replace("<td>0.35</td>", '<td x:num="0.35">0</td>')
        .replace("<td>1200</td>", '<td x:num="1200">1.200</td>')
    )
    return rows.replace(
        "<td>00471-B</td>", "<td x:str style='mso-number-format:\"\\@\"'>00471-B</td>"
    )


def _numbers_of_days() -> str:
    return CSV.replace("00471-B", "01.Mrz").replace("K-22", "Mar-22")


def _both_kinds_of_quotes() -> str:
    return CSV.replace("Ring magnet N42SH", '"Ring magnet ""N42SH"", 5"" long"').replace(
        "Hex screw M6", "Hex screw 'M6'"
    )


def _columns_wide() -> str:
    """Columns of a printer in which a Chinese sign takes two places."""
    rows = (
        ("料号", "名称", "原产国", "数量", "单价"),
        ("00471-B", "环形磁铁", "中国", "1200", "0.35"),
        ("K-22", "六角螺钉", "德国", "50", "0.02"),
        ("K-23", "伺服电机", "日本", "3", "129.5"),
        ("K-24", "安装板", "意大利", "17", "4.25"),
    )
    return "".join("".join(map(_column_of_14, row)).rstrip() + "\r\n" for row in rows)


def _column_of_14(text: str) -> str:
    return text + " " * (14 - sum(2 if ord(sign) > 0x2E80 else 1 for sign in text))


# fmt: off
odd("numbers_like_powers_of_ten.csv", KIND, "OPEN", _bytes(CSV.replace("00471-B", "5E10").replace("K-22", "12E-3")), (("5E10", *WHOLE[0][1:]), ("12E-3", *WHOLE[1][1:]), *WHOLE[2:]))
odd("numbers_rounded_by_a_spreadsheet.csv", KIND, "OPEN_WITH_WARNING", _bytes(CSV.replace("00471-B", "4,01235E+12")), None, warnings=("W_KEY_LOOKS_CONVERTED",))
odd("numbers_that_were_days.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(_numbers_of_days()), None)
odd("sep_line_lies.csv", KIND, "OPEN", _bytes("sep=,\n" + CSV))
odd("remarks_between_the_rows.csv", KIND, "OPEN", _bytes(CSV.replace("K-23;", "# from here on new\nK-23;")))
odd("count_of_rows_below.csv", KIND, "OPEN", _bytes(CSV + "4 rows selected.\n"))
odd("trailer_of_an_interface.csv", KIND, "OPEN", _bytes("HDR;20261127;PARTS;1\n" + CSV + "TRL;4\n"))
odd("quotes_of_inches_doubled.csv", KIND, "OPEN", _bytes(_both_kinds_of_quotes()), texts=('Ring magnet "N42SH", 5" long',))
odd("line_ends_of_two_kinds_in_cells.csv", KIND, "OPEN", _bytes(CSV.replace("Ring magnet N42SH", '"Ring magnet\rN42SH"').replace("\n", "\r\n")))
odd("decimals_of_two_kinds.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(lines(rows=TABLE).replace("129,5", "129.50")), None)
odd("columns_where_signs_are_wide.prn", KIND, "OPEN", _bytes(_columns_wide()))
odd("page_shows_rounded.xls", KIND, "OPEN", lambda: page(_shown_otherwise()))
odd("page_with_empty_rowspans.xls", KIND, "OPEN", lambda: page(html_rows().replace("<td>China</td>", "<td rowspan=0>China</td>")), None)
odd("page_with_inputs_in_cells.xls", KIND, "OPEN", lambda: page(html_rows().replace("<td>1200</td>", '<td><input type="text" value="1200"></td>')))
odd("mojibake_of_three_turns.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: CSV.replace("Mounting plate", "Größe").encode().decode("cp1252").encode().decode("cp1252", "replace").encode(), None)
odd("only_line_feeds_in_utf16.txt", KIND, "OPEN", lambda: b"\xff\xfe" + lines("\t").encode("utf-16-le"))
odd("form_of_a_label_printer.txt", KIND, "E_NO_TABLE_OR_OPEN_OR_E_CSV_OR_E_NOT_SPREADSHEET", _bytes("^XA\n^FO50,50^ADN,36,20^FDPart K-22^FS\n^XZ\n" * 30), ())
odd("edifact_order.edi", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_E_CSV_OR_E_UNSUPPORTED_OR_OPEN", _bytes("UNA:+.? 'UNB+UNOA:1+SENDER+RECEIVER+261127:1200+1'UNH+1+ORDERS:D:96A:UN'BGM+220+4711+9'LIN+1++K-22:SA'QTY+21:50'PRI+AAA:0.02'LIN+2++K-23:SA'QTY+21:3'UNT+9+1'UNZ+1+1'"), ())
odd("arrow_of_pandas.csv", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED_OR_E_NO_TABLE", lambda: b"ARROW1\0\0" + bytes(range(256)) * 8 + b"ARROW1", ())
odd("hdf5.xlsx", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: b"\x89HDF\r\n\x1a\n" + bytes(2000), ())
