"""What xlrd does not tell of a workbook of Excel 5 to 2003: hidden rows and columns, merged cells, and sheets of
macros.

The records of the workbook's stream are walked one after another: number, length, content ([MS-XLS] 2.1.4). Runs
in the reader child only.
"""

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.intake.ooxml import MOST_MERGED, MOST_NOTED
from desktop_app.intake.preflight import CFB_MAGIC

BEGIN, END, ROW, COLUMNS, SHEET, MERGED = 0x0809, 0x000A, 0x0208, 0x007D, 0x0085, 0x00E5
_STREAMS = ("Workbook", "Book")
_WORKSHEET, _MACROS = 0, 1
"""Kinds of sheet ([MS-XLS] 2.4.28)."""
_NO_HEIGHT, _HIDDEN = 0x20, 0x01
_MOST_COLUMNS = 256
_HIDES = re.compile(
    rb"\x08\x02\x10\0.{12}[\x20-\x3f\x60-\x7f\xa0-\xbf\xe0-\xff]|\x7d\0[\x0a-\x0c]\0.{8}[\x01\x03\x05\x07]",
    re.DOTALL,
)
"""What the record of a hidden row or column looks like: found so, the records are walked."""
_MERGES = re.compile(rb"\xe5\0(?=....)", re.DOTALL)
_PADS = re.compile(rb"\x1e\x04.{4,60}?0\0?0", re.DOTALL)
"""A format of one's own with two noughts side by side."""


@dataclass
class Told:
    """Of one worksheet: 1-based rows and columns that are hidden; merged areas as (first row, first column, last
    row, last column), 1-based."""

    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def stream_of(raw: bytes) -> bytes:
    """The stream of the workbook; empty where there is none that can be followed."""
    if not raw.startswith(CFB_MAGIC):
        return raw
    import xlrd.compdoc

    with io.StringIO() as log:
        try:
            envelope = xlrd.compdoc.CompDoc(raw, logfile=log)
            for name in _STREAMS:
                whole, start, length = envelope.locate_named_stream(name)
                if whole:
                    return bytes(whole[start : start + length])
        except Exception:  # an envelope that xlrd reads in its own, more patient way
            return b""
    return b""


def could_pad(stream: bytes) -> bool:
    """Whether a format of the workbook may show noughts before numbers."""
    return _PADS.search(stream) is not None


def look_into(stream: bytes) -> tuple[list[Told], bool]:
    """What is hidden or merged in each worksheet, in their order; whether a sheet of macros is among the sheets."""
    try:
        listed = list(_sheets(stream))
        has_macros = any(kind == _MACROS for _, kind in listed)
        if _HIDES.search(stream) is None and not _has_merged(stream):
            return [], has_macros
        return [_told(stream, at) for at, kind in listed if kind == _WORKSHEET], has_macros
    except (struct.error, IndexError):
        return [], False


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """(number, start of content, length) up to the end of this part of the stream."""
    depth = 0
    while start + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, start)
        yield number, start + 4, length
        depth += (number == BEGIN) - (number == END)
        if number == END and depth <= 0:
            return
        start += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[int, int]]:
    """(place in the stream, kind) of each sheet."""
    for number, start, length in _records(stream, 0):
        if number == SHEET and length >= 6:
            yield struct.unpack_from("<I", stream, start)[0], stream[start + 5]


def _has_merged(stream: bytes) -> bool:
    """Whether a record of merged areas may be there ([MS-XLS] 2.4.168): its length fits its count."""
    for found in _MERGES.finditer(stream):
        length, count = struct.unpack_from("<HH", stream, found.end())
        if count and length == 2 + 8 * count:
            return True
    return False


def _told(stream: bytes, at: int) -> Told:
    told = Told()
    for number, start, length in _records(stream, at):
        if number == ROW and length >= 14:
            if stream[start + 12] & _NO_HEIGHT and len(told.rows) < MOST_NOTED:
                told.rows.append(struct.unpack_from("<H", stream, start)[0] + 1)
        elif number == COLUMNS and length >= 9 and stream[start + 8] & _HIDDEN:
            first, last = struct.unpack_from("<HH", stream, start)
            told.columns += range(first + 1, min(last, _MOST_COLUMNS - 1) + 2)
        elif number == MERGED and length >= 2 and len(told.merged) < MOST_MERGED:
            count = min(struct.unpack_from("<H", stream, start)[0], (length - 2) // 8)
            areas = struct.iter_unpack("<HHHH", stream[start + 2 : start + 2 + 8 * count])
            told.merged += [(a + 1, c + 1, b + 1, d + 1) for a, b, c, d in areas]
    return told
