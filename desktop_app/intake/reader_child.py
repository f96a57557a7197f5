"""The reader child: opens supplier files, one at a time, and says what they hold as JSON.

A crash, a hang or a flood of memory in a spreadsheet library ends this process, not the program.
It imports neither Qt nor pandas nor numpy. One line of JSON on standard input asks for a file; the
answer is a frame on standard output: eight bytes of length, then its JSON and its codes, each behind
eight bytes of length. A column travels as its distinct values and one code a cell: that costs less
than a third of sending the cells. The values come behind the JSON in pieces, whose lengths it says:
reading JSON stops everything else in the parent, so no piece may be long. The child ends with its
input.
"""

import gc
import math
import os
import sys
from array import array
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain, count, islice, repeat, zip_longest
from operator import itemgetter
from pathlib import Path
from time import process_time
from typing import Any, BinaryIO

import orjson

from desktop_app.intake.refusal import Refused

DAY_MARK = "\ue000"
"""Stands before a date in ISO form, so that it cannot be taken for text of the file."""

LARGE_ROWS = 200_000
LARGE_BYTES = 16_000_000
"""A text table of 200,000 rows by twelve columns; its rows are not known before it is read."""
LARGE_TIMES = 4
"""A long list may use so many times the processor time."""
MEGABYTES = 1_000
MEGABYTES_LARGE = 2_500
GRACE = 3
"""Seconds of processor time that the parent has for ending this process itself."""
PIECE = 20_000
"""Values of a column in one piece of JSON; reading it takes the parent about two milliseconds."""
_BLOCK = 1_000
"""Rows whose cells fit into the cache of a processor together."""
_OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_NON_STR_KEYS


def main(_arguments: Sequence[str] = ()) -> int:
    """Answers requests until its input ends; exit 0. A refusal is an answer, not a failure."""
    # Millions of small objects that never form cycles: collecting only costs time here.
    gc.disable()
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        asked = orjson.loads(line)
        limit_memory(MEGABYTES)
        path = Path(os.fsdecode(asked["path"].encode("latin-1")))
        passwords = tuple(map(str, asked.get("passwords", ())))
        seconds = float(asked["seconds"])
        limit_cpu(seconds)
        send(out, *answer(path, bool(asked.get("second")), out, passwords, seconds))
    return 0


def answer(
    path: Path,
    second: bool,
    out: BinaryIO,
    passwords: Sequence[str] = (),
    seconds: float | None = None,
) -> tuple[dict[str, Any], list[bytes]]:
    """What a file holds with the codes of its cells, or the code for which it is refused.

    ``seconds``: the processor time that this process is limited to, None where it is not.
    """

    def expect(rows: int) -> None:
        """A long list may use more memory; the parent is told, it watches too."""
        if rows > LARGE_ROWS:
            limit_memory(MEGABYTES_LARGE)
            if seconds is not None:
                limit_cpu(seconds * LARGE_TIMES)
            send(out, {"limit": MEGABYTES_LARGE})

    try:
        from desktop_app.intake.workbook import open_workbook

        if path.stat().st_size > LARGE_BYTES:
            expect(LARGE_ROWS + 1)
        return _as_values(open_workbook(path, expect, second=second, passwords=passwords))
    except Refused as refused:
        return {"refused": refused.code, "detail": refused.detail[:500]}, []
    except MemoryError:
        return {"refused": "E_MEMORY", "detail": ""}, []
    except RecursionError as failure:
        return {"refused": "E_CORRUPT", "detail": str(failure)}, []
    except FileNotFoundError as failure:
        return {"refused": "E_NOT_FOUND", "detail": str(failure)}, []
    except PermissionError as failure:
        return {"refused": "E_NO_PERMISSION", "detail": str(failure)}, []
    except OSError as failure:
        return {"refused": "E_NETWORK_GONE", "detail": str(failure)}, []
    except Exception as failure:
        return {"refused": "E_READER_CRASH", "detail": f"{type(failure).__name__}: {failure}"}, []


def limit_memory(megabytes: int) -> None:
    """Linux only; elsewhere the parent watches how much this process holds."""
    if sys.platform != "linux":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, hard))


def limit_cpu(seconds: float) -> None:
    """Ends this process a little after the parent would, in case there is no parent any more.

    Linux and macOS; on Windows only the parent watches.
    """
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = math.ceil(process_time() + seconds) + GRACE
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def send(out: BinaryIO, content: dict[str, Any], codes: Sequence[bytes] = ()) -> None:
    """Writes one frame: JSON with the values of columns, then the codes of the cells."""
    sheets, pieces = [], list[bytes]()
    for sheet in content.get("sheets", ()):
        columns = [_in_pieces(values) for values in sheet["columns"]]
        sheets.append(sheet | {"columns": [[len(piece) for piece in made] for made in columns]})
        pieces += chain.from_iterable(columns)
    if sheets:
        content = content | {"sheets": sheets}
    head = _as_json(content)
    behind, tail = sum(map(len, pieces)), sum(map(len, codes))
    out.write((16 + len(head) + behind + tail).to_bytes(8, "big"))
    out.write(len(head).to_bytes(8, "big") + head)
    out.writelines(pieces)
    out.write(tail.to_bytes(8, "big"))
    out.writelines(codes)
    out.flush()


def _in_pieces(values: list[Any]) -> list[bytes]:
    return [_as_json(values[start : start + PIECE]) for start in range(0, len(values), PIECE)]


def _as_json(content: Any) -> bytes:
    return orjson.dumps(content, default=_unusual, option=_OPTIONS)


def _as_values(book: Any) -> tuple[dict[str, Any], list[bytes]]:
    codes: list[bytes] = []
    content = {
        "format": book.format,
        "encoding": book.encoding,
        "macros": book.has_macros,
        "second_reader": book.second_reader,
        "links": book.links,
        "doubtful_lines": book.doubtful_lines,
        "open_quote": book.open_quote,
        "unread_sheets": book.unread_sheets,
        "lost_sheets": book.lost_sheets,
        "broken": book.is_broken,
        "sheets": [
            {
                "name": sheet.name,
                "hidden": sheet.notes.hidden,
                "first_row": sheet.first_row,
                "first_column": sheet.first_column,
                "height": len(sheet.rows),
                "columns": _columns(sheet, codes),
                "errors": sheet.notes.errors,
                "uncalculated": sheet.notes.uncalculated,
                "hidden_rows": sheet.notes.hidden_rows,
                "hidden_columns": sheet.notes.hidden_columns,
                "filled": sheet.notes.filled,
                "merged": sheet.merged,
                "percent": sheet.notes.percent,
                "comments": sheet.notes.comments,
                "struck": sheet.notes.struck,
                "set_in": sheet.notes.set_in,
                "lines_cut": sheet.are_lines_cut,
            }
            for sheet in book.sheets
        ],
    }
    return content, codes


LARGEST_AREA = 50_000_000
"""Cells of the rectangle that the rows of a sheet span; each of them gets a code."""
MOSTLY_BEYOND = 4
"""How many times larger than its rows a rectangle may be: one far-off cell makes it so."""


WIDEST = 50_000
"""Columns of a sheet; the widest that any program writes has 16,384, a text may have more."""


def _check_area(sheet: Any) -> None:
    if sheet.width > WIDEST:
        raise Refused("E_CORRUPT", f"{sheet.width} columns")
    area = len(sheet.rows) * sheet.width
    if area > LARGEST_AREA and area > MOSTLY_BEYOND * sheet.cells:
        raise Refused("E_TOO_LARGE", f"{len(sheet.rows)} rows, {area} cells")


def _columns(sheet: Any, codes: list[bytes]) -> list[list[Any]]:
    """The distinct values of each column; the code of each cell goes to ``codes``, 4 bytes each,
    unless all cells of the column are different.

    Block by block, so that the cells of a block, made one after another, are still at hand.
    """
    _check_area(sheet)
    columns = [_Coded() for _ in range(sheet.width)]
    rows = iter(sheet.rows)
    while block := list(islice(rows, _BLOCK)):
        # A block whose rows are all short says nothing of the columns beyond them.
        missing = repeat(("",) * len(block))
        filled = chain(zip_longest(*block, fillvalue=""), missing)
        for column, cells in zip(columns, filled, strict=False):
            column.add(cells)
    codes += (column.codes.tobytes() for column in columns if column.codes)
    return [column.values for column in columns]


class _Coded:
    """The cells of a column as its distinct values, in the order of their first, and the code of each.

    Numbers of parts are mostly all different: as long as they are, there is nothing to code, and that
    costs a quarter.
    """

    def __init__(self) -> None:
        self.codes = array("i")
        self._different: list[Any] = []
        self._seen: set[Any] = set()
        self._known = defaultdict[Any, int](count().__next__)

    @property
    def values(self) -> list[Any]:
        """The distinct values."""
        return self._different or list(self._known)

    def add(self, cells: tuple[Any, ...]) -> None:
        """The next cells, one or more."""
        if not self._known:
            self._different += cells
            self._seen.update(cells)
            if len(self._seen) == len(self._different):
                return
            cells, self._different, self._seen = tuple(self._different), [], set()
        # Asking for many at once saves a call for each.
        found = itemgetter(*cells)(self._known)
        self.codes.fromlist(list(found) if len(cells) > 1 else [found])


def _unusual(value: Any) -> Any:
    if isinstance(value, datetime):
        return DAY_MARK + value.date().isoformat()
    if isinstance(value, date):
        return DAY_MARK + value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds() / 86_400
    if isinstance(value, time):
        return value.isoformat()
    return str(value)


if __name__ == "__main__":
    raise SystemExit(main())
