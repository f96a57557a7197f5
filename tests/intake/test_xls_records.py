"""What is hidden in a workbook of Excel 97 is found by its records, sheet by sheet."""

import struct

from desktop_app.intake.xls_records import could_pad, look_into, stream_of
from tests.workbooks.binary import _biff as biff
from tests.workbooks.binary import _ole as ole
from tests.workbooks.odd_binaries import cells8, stream8


def _row(number: int, flags: int) -> bytes:
    return biff(0x0208, struct.pack("<HHHHHHHH", number, 0, 5, 255, 0, 0, flags, 15))


def _columns(first: int, last: int, flags: int) -> bytes:
    return biff(0x007D, struct.pack("<HHHHHH", first, last, 2560, 15, flags, 0))


def test_each_sheet_tells_what_it_hides() -> None:
    shown = _row(1, 0x0100) + _columns(0, 4, 0) + cells8()
    hiding = _columns(1, 2, 1) + _row(2, 0x0120) + _row(3, 0x0020) + cells8()
    first, second = look_into(stream8([("A", 0, shown), ("B", 0, hiding)]))[0]
    assert (first.rows, first.columns) == ([], [])
    assert (second.rows, second.columns) == ([3, 4], [2, 3])


def test_a_sheet_without_anything_hidden_tells_nothing() -> None:
    told, has_macros = look_into(stream8([("A", 0, _row(1, 0x0100) + cells8())]))
    assert not any(sheet.rows or sheet.columns for sheet in told)
    assert not has_macros


def test_a_stream_that_breaks_off_tells_nothing_wrong() -> None:
    whole = stream8([("A", 0, _row(2, 0x0120) + cells8())])
    for end in range(0, len(whole), 7):
        told, _ = look_into(whole[:end])
        assert all(set(sheet.rows) <= {3} and not sheet.columns for sheet in told)


def test_only_formats_of_noughts_are_looked_for() -> None:
    form = biff(0x041E, struct.pack("<HHB", 164, 8, 0) + b"00000000")
    plain = biff(0x041E, struct.pack("<HHB", 164, 5, 0) + b"#,##0")
    assert could_pad(stream8([("A", 0, cells8())], form))
    assert not could_pad(stream8([("A", 0, cells8())], plain))


def test_an_envelope_without_a_workbook_has_no_stream() -> None:
    assert stream_of(ole("WordDocument", bytes(5000))) == b""
    assert stream_of(b"no envelope") == b"no envelope"
