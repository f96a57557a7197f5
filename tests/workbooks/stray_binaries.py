"""Odd files, fourth collection: binary workbooks, record by record after MS-XLS, MS-XLSB and MS-CFB.

Written before it was looked at how any of them is read; frozen on 2026-11-27, evening.
"""

# ruff: noqa: E501 - tables of files, one a line

import struct
from collections.abc import Callable
from typing import Any

from tests.workbooks.binary import _biff as biff
from tests.workbooks.binary import _ole as ole
from tests.workbooks.binary import _record as record
from tests.workbooks.binary import _wide as wide
from tests.workbooks.odd_binaries import (
    _number,
    _plain,
    _text8,
    cells8,
    rk,
    stream5,
    stream8,
    xlsb,
)  # fmt: skip
from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, odd
from tests.workbooks.rough_sheets import without

KIND = "stray: binary"
BOOK = "Workbook"
CHECKED = struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0"


def one(cells: bytes, globals_: bytes = b"", code: int = 1200) -> bytes:
    """A book of Excel 97 with one sheet of these records."""
    return ole(BOOK, stream8([("Parts", 0, cells)], globals_, code))


def _each(cell: Callable[[int, int, Any], bytes]) -> bytes:
    return b"".join(cell(r, c, v) for r, row in enumerate(TABLE) for c, v in enumerate(row))


def _default(r: int, c: int, v: Any) -> bytes:
    return _text8(r, c, v) if isinstance(v, str) else _number(r, c, v)


def _instead(row: int, column: int, what: bytes) -> bytes:
    """The cells of the list, one of them another record."""
    return _each(lambda r, c, v: what if (r, c) == (row, column) else _default(r, c, v))


def _runs(r: int, c: int, v: Any) -> bytes:
    """Texts with runs of their own looks (RSTRING)."""
    if not isinstance(v, str):
        return _number(r, c, v)
    text = struct.pack("<HB", len(v), 0) + v.encode("latin-1")
    return biff(0x00D6, struct.pack("<HHH", r, c, 0) + text + struct.pack("<HHHHH", 2, 0, 1, 3, 2))


def _runs_5(r: int, c: int, v: Any) -> bytes:
    if not isinstance(v, str):
        return _number(r, c, v)
    return biff(
        0x00D6, struct.pack("<HHHH", r, c, 0, len(v)) + v.encode("latin-1") + b"\x02\0\1\3\2"
    )


def _shared_with_looks() -> bytes:
    """Shared texts with runs and readings behind them, in two records that part within the runs."""
    texts = [v for row in TABLE for v in row if isinstance(v, str)]
    packed = b""
    for text in texts:
        runs, reading = struct.pack("<HHHH", 0, 1, 2, 2), struct.pack("<HH", 1, 12) + bytes(12)
        packed += (
            struct.pack("<HBHI", len(text), 0x0C, 2, len(reading))
            + text.encode("latin-1")
            + runs
            + reading
        )
    head, half = (
        struct.pack("<II", len(texts), len(texts)),
        struct.pack("<HBHI", len(texts[0]), 0x0C, 2, 16),
    )
    cut = len(half) + len(texts[0]) + 4
    table = biff(0x00FC, head + packed[:cut]) + biff(0x003C, packed[cut:])
    at = iter(range(len(texts)))
    return one(
        _each(
            lambda r, c, v: (
                biff(0x00FD, struct.pack("<HHHI", r, c, 0, next(at)))
                if isinstance(v, str)
                else _number(r, c, v)
            )
        ),
        table,
    )


def _result(r: int, c: int, value: bytes, behind: bytes = b"") -> bytes:
    return biff(0x0006, struct.pack("<HHH", r, c, 0) + value + CHECKED) + behind


def _shared_formulas() -> bytes:
    """The first of a column of formulas carries the shared one between itself and its text."""

    def cell(r: int, c: int, v: Any) -> bytes:
        if not isinstance(v, str):
            return _result(
                r,
                c,
                struct.pack("<d", v),
                biff(0x04BC, struct.pack("<HHBBBBH", 1, 4, c, c, 0, 4, 3) + b"\x1e\1\0")
                if r == 1
                else b"",
            )
        text = biff(0x0207, struct.pack("<HB", len(v), 0) + v.encode("latin-1"))
        between = (
            biff(0x0221, struct.pack("<HHBBHIH", r, r, c, c, 0, 0, 3) + b"\x1e\1\0")
            if r == 2
            else b""
        )
        return _result(r, c, b"\0\0\0\0\0\0\xff\xff", between + text)

    return one(_each(cell))


def _hidden_rows() -> bytes:
    rows = b"".join(
        biff(0x0208, struct.pack("<HHHHHHHH", r, 0, 5, 255, 0, 0, 0x0120 if r == 3 else 0x0100, 15))
        for r in range(5)
    )
    return one(rows + cells8())


def _hidden_columns() -> bytes:
    return one(biff(0x007D, struct.pack("<HHHHHH", 3, 4, 2560, 15, 1, 0)) + cells8())


def _formats_97(code: str) -> bytes:
    """Part numbers as numbers, shown by a format (FORMAT and XF records)."""
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    looks = biff(0x0031, font + struct.pack("<BB", 5, 0) + b"Arial") * 4
    looks += biff(0x041E, struct.pack("<HHB", 164, len(code), 0) + code.encode())
    looks += b"".join(
        biff(0x00E0, struct.pack("<HHH", 0, form, 1) + bytes(14)) for form in (0, 164)
    )

    def cell(r: int, c: int, v: Any) -> bytes:
        if r and c == 0:
            return biff(0x0203, struct.pack("<HHHd", r, c, 1, 470 + r))
        return _default(r, c, v)

    return one(_each(cell), looks)


def _formats_xlsb() -> bytes:
    own = record(44, struct.pack("<H", 164) + wide("00000000"))
    forms = [struct.pack("<HHHHHBBHH", 0, form, 0, 0, 0, 0, 0, 0, 0) for form in (0, 164)]
    styles = (
        record(278)
        + record(615, struct.pack("<I", 1))
        + own
        + record(616)
        + record(617, struct.pack("<I", 2))
        + b"".join(record(47, f) for f in forms)
        + record(618)
    )
    number = iter(range(470, 480))

    def cell(column: int, value: Any, texts: list[str]) -> bytes:
        if column == 0:
            at = next(number)
            if value not in HEADS:
                return record(5, struct.pack("<II", 0, 1) + struct.pack("<d", at))
        return _plain(column, value, texts)

    return xlsb(cell, more={"xl/styles.bin": styles})


def _php() -> bytes:
    """The few lines of PHP that half the web shops of 2005 wrote their exports with."""
    cells = b""
    for r, row in enumerate(TABLE):
        for c, v in enumerate(row):
            if isinstance(v, str):
                cells += struct.pack("<HHHHHH", 0x0204, 8 + len(v), r, c, 0, len(v)) + v.encode(
                    "latin-1"
                )
            else:
                cells += struct.pack("<HHHHH", 0x0203, 14, r, c, 0) + struct.pack("<d", v)
    return (
        struct.pack("<HHHHHH", 0x0809, 8, 0, 0x0010, 0, 0) + cells + struct.pack("<HH", 0x000A, 0)
    )


def _workbook_4() -> bytes:
    """A workbook of Excel 4: sheets behind one another in one stream."""
    cells = b"".join(
        biff(0x0204, struct.pack("<HHHH", r, c, 0, len(v)) + v.encode()) if isinstance(v, str) else _number(r, c, v)
        for r, row in enumerate(TABLE) for c, v in enumerate(row)
    )  # fmt: skip
    sheet = biff(0x0409, struct.pack("<HHH", 0, 0x0010, 0)) + cells + biff(0x000A)
    start = biff(0x0409, struct.pack("<HHH", 0, 0x0100, 0))
    name = b"Parts"
    return (
        start
        + biff(0x008F, struct.pack("<IB", len(sheet), len(name)) + name)
        + sheet
        + biff(0x000A)
    )


def _of_kind(kind: int) -> bytes:
    """A sheet of another kind (2 a chart, 1 macros, 6 Basic) before the list."""
    body = cells8()
    raw = bytearray(stream8([("First", 0, b""), ("Parts", 0, body)]))
    at = raw.index(struct.pack("<H", 0x0085))
    raw[at + 9] = kind
    return ole(BOOK, bytes(raw))


def _ends(cells: bytes) -> bytes:
    """The sheet ends without its last record."""
    raw = stream8([("Parts", 0, cells)])
    return ole(BOOK, raw[:-4])


def _last_sector_short() -> bytes:
    """The file ends where its stream ends, in the midst of a sector."""
    raw = stream8([("Parts", 0, cells8() + biff(0x00E1, bytes(4096)))])
    whole = ole(BOOK, raw)
    return whole[: len(whole) - (-len(raw) % 512)]


def _dimension(last: int) -> bytes:
    return one(biff(0x0200, struct.pack("<IIHHH", 0, last, 0, 256, 0)) + cells8())


def _columns_wrong() -> bytes:
    """A row of short numbers whose last column is not that of its last number."""
    row = biff(
        0x00BD,
        struct.pack("<HH", 1, 3)
        + b"".join(struct.pack("<H", 0) + rk(v) for v in (1200.0, 0.35))
        + struct.pack("<H", 9),
    )
    return one(_each(lambda r, c, v: b"" if r == 1 and c > 2 else _default(r, c, v)) + row)


def _hidden_xlsb(what: str) -> bytes:
    """A hidden row, or hidden columns, in records of xlsb."""
    sheet = record(129)
    if what == "columns":
        sheet += record(390) + record(60, struct.pack("<IIIIH", 3, 4, 2560, 0, 1)) + record(391)
    sheet += record(145)
    for number, row in enumerate(TABLE):
        flags = 0x10 if what == "row" and number == 3 else 0
        sheet += record(
            0, struct.pack("<IIHBBB", number, 0, 300, 0, flags, 0) + struct.pack("<I", 0)
        )
        sheet += b"".join(_plain(c, v, []) for c, v in enumerate(row))
    return xlsb(more={"xl/worksheets/sheet1.bin": sheet + record(146) + record(130)})


def _xlsb_cell(column: int, number: int, body: bytes) -> bytes:
    def cell(own: int, value: Any, texts: list[str]) -> bytes:
        if own != column or value in HEADS or value != 1200:
            return _plain(own, value, texts)
        return record(number, struct.pack("<II", own, 0) + body)

    return xlsb(cell)


SHOWN = tuple((f"{471 + n:08d}", *part[1:]) for n, part in enumerate(WHOLE))
NO_PIECES = without(0, 2)
FORMULA = struct.pack("<HI", 0, 3) + b"\x1e\1\0" + bytes(4)
# fmt: off
odd("texts_in_runs_97.xls", KIND, "OPEN", lambda: one(_each(_runs)), sheets=1)
odd("texts_in_runs_5.xls", KIND, "OPEN_OR_E_OLD_FORMAT", lambda: ole("Book", stream5((), 1252, "cp1252")[:-4] + _each(_runs_5) + biff(0x000A)))
odd("shared_texts_with_looks_and_readings_97.xls", KIND, "OPEN", _shared_with_looks, sheets=1)
odd("shared_and_array_formulas_97.xls", KIND, "OPEN", _shared_formulas, sheets=1)
odd("formula_fails_97.xls", KIND, "OPEN_WITH_WARNING", lambda: one(_instead(1, 3, _result(1, 3, b"\2\0\x07\0\0\0\xff\xff"))), NO_PIECES, warnings=("W_ERROR_CELL",))
odd("formula_is_true_97.xls", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: one(_instead(1, 3, _result(1, 3, b"\1\0\1\0\0\0\xff\xff"))), NO_PIECES)
odd("formula_of_an_empty_text_97.xls", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: one(_instead(1, 3, _result(1, 3, b"\3\0\0\0\0\0\xff\xff"))), NO_PIECES)
odd("error_cell_97.xls", KIND, "OPEN_WITH_WARNING", lambda: one(_instead(1, 3, biff(0x0205, struct.pack("<HHHBB", 1, 3, 0, 0x17, 1)))), NO_PIECES, warnings=("W_ERROR_CELL",))
odd("hidden_row_97.xls", KIND, "OPEN_WITH_WARNING", _hidden_rows, warnings=("W_HIDDEN",))
odd("hidden_columns_97.xls", KIND, "OPEN_WITH_WARNING", _hidden_columns, warnings=("W_HIDDEN",))
odd("part_numbers_shown_with_noughts_97.xls", KIND, "OPEN", lambda: _formats_97("00000000"), SHOWN)
odd("part_numbers_shown_with_noughts.xlsb", KIND, "OPEN", _formats_xlsb, SHOWN)
odd("chart_before_the_list_97.xls", KIND, "OPEN", lambda: _of_kind(2), None)
odd("macros_before_the_list_97.xls", KIND, "OPEN_WITH_WARNING", lambda: _of_kind(1), warnings=("W_MACRO",))
odd("basic_before_the_list_97.xls", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: _of_kind(6))
odd("no_end_of_the_sheet_97.xls", KIND, "OPEN_OR_E_CORRUPT_OR_E_TRUNCATED_OR_OPEN_WITH_WARNING", lambda: _ends(cells8()))
odd("last_sector_short_97.xls", KIND, "OPEN", _last_sector_short, sheets=1)
odd("size_says_all_rows_97.xls", KIND, "OPEN", lambda: _dimension(65_536), sheets=1)
odd("size_says_four_thousand_million_97.xls", KIND, "OPEN_OR_E_CORRUPT", lambda: _dimension(0xFFFFFFFF))
odd("last_column_of_short_numbers_wrong_97.xls", KIND, "OPEN_OR_E_CORRUPT", _columns_wrong)
odd("rows_backwards_97.xls", KIND, "OPEN", lambda: one(b"".join(_default(r, c, v) for r in range(4, -1, -1) for c, v in enumerate(TABLE[r]))), sheets=1)
odd("records_of_the_future_97.xls", KIND, "OPEN", lambda: one(_each(lambda r, c, v: _default(r, c, v) + biff(0x0862, bytes(20)) + biff(0x08A7, b"\xff" * 9))), sheets=1)
odd("merged_over_the_whole_grid_97.xls", KIND, "OPEN", lambda: one(cells8() + biff(0x00E5, struct.pack("<HHHHH", 1, 10, 65_535, 0, 255))), sheets=1)
odd("days_since_1904_97.xls", KIND, "OPEN", lambda: one(cells8(), biff(0x0022, b"\1\0")), sheets=1)
odd("filled_sheet_behind_an_empty_one_97.xls", KIND, "OPEN", lambda: ole(BOOK, stream8([("Empty", 0, b""), ("Parts", 0, cells8())])), sheets=2)
odd("name_in_chinese_97.xls", KIND, "OPEN", lambda: ole(BOOK, stream8([("零件清单", 0, cells8((HEADS, ("磁铁-1", *LIST[0][1:]), *LIST[1:])))])), (("磁铁-1", *WHOLE[0][1:]), *WHOLE[1:]), sheets=1)
odd("a_few_lines_of_php.xls", KIND, "OPEN_OR_E_OLD_FORMAT_OR_E_CORRUPT", _php)
odd("workbook_of_excel_4.xlw", KIND, "OPEN_OR_E_OLD_FORMAT", _workbook_4)
odd("two_sheets_5.xls", KIND, "OPEN_OR_E_OLD_FORMAT", lambda: ole("BOOK", stream5(TABLE, 1252, "cp1252")), sheets=1)
odd("record_longer_than_the_stream_97.xls", KIND, "E_CORRUPT_OR_E_TRUNCATED_OR_OPEN_WITH_WARNING", lambda: one(cells8() + struct.pack("<HH", 0x0204, 0xFFF0)), None)
odd("hidden_row.xlsb", KIND, "OPEN_WITH_WARNING", lambda: _hidden_xlsb("row"), warnings=("W_HIDDEN",))
odd("hidden_columns.xlsb", KIND, "OPEN_WITH_WARNING", lambda: _hidden_xlsb("columns"), warnings=("W_HIDDEN",))
odd("formula_fails.xlsb", KIND, "OPEN_WITH_WARNING", lambda: _xlsb_cell(3, 11, b"\x07" + FORMULA), NO_PIECES, warnings=("W_ERROR_CELL",))
odd("formula_is_true.xlsb", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: _xlsb_cell(3, 10, b"\1" + FORMULA), NO_PIECES)
odd("short_number.xlsb", KIND, "OPEN", lambda: _xlsb_cell(3, 2, rk(1200.0)), sheets=1)
odd("empty_cell.xlsb", KIND, "OPEN", lambda: _xlsb_cell(3, 1, b""), NO_PIECES)
