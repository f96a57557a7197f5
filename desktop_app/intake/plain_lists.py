"""Short lists without headings, as they are pasted from a mail: numbers and names, names and counts, lines.

Asked only where nothing else is found in a file. They prove less than those of ``headless``, so that what is
taken for a list here has a size or a grade in its names, codes of letters and figures, or a count in its
lines, and all of it is shown to be looked at. Below headings codes prove nothing: students, staff, accounts
and cars have numbers, names and figures too, and those of parts have headings that are known.
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.counted_lines import count_in, is_bare
from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.headings import HeadingBook, normalise
from desktop_app.intake.headless import is_heading_of
from desktop_app.intake.looks import Look, look_at
from desktop_app.intake.names_alone import are_measured, are_short, has_measure, names_parts
from desktop_app.intake.tables import Table
from desktop_app.intake.vague_headings import VAGUE_NUMBERS, VAGUE_THINGS

WIDEST = 120
"""Columns of such a list at most."""
FEWEST_LINES, FEWEST_ROWS = 2, 3
MOST_LINES = 5_000
"""Lines of a mail at most."""
COUNTED, NEARLY_ALL = 0.6, 0.9
"""Share of the lines from the first to the last counted one that are counted, and of cells that are like
most of their column. Own judgement."""
SOME_SIZED, HALF_SIZED = 0.3, 0.5
"""Share of names with a size in them beside codes, and beside nothing but numbers. Own judgement."""
LONG_NUMBER = 6
"""Figures of a number that counts nothing as a rule. Own judgement."""
NAMING = frozenset(("part_number", "mpn", "description", "material", "magnet_grade", "cas_number"))


def plain_list(grid: Grid, book: HeadingBook) -> Table | None:
    """The list of a sheet without known headings; None where it may be anything."""
    if len(grid.columns) > WIDEST or not grid.height:
        return None
    return _under_one_heading(grid, book) or _numbered(grid, book) or _of_columns(grid)


def _under_one_heading(grid: Grid, book: HeadingBook) -> Table | None:
    """One column below a heading that says which: "Part number", 物料名称. Below "Name" may stand anything."""
    rows = np.flatnonzero(grid.filled_per_row > 0)
    filled = [n for n, column in enumerate(grid.columns) if column.filled.any()]
    if len(filled) != 1 or len(rows) < FEWEST_LINES:
        return None
    first, own = int(rows[0]), filled[0]
    heading = grid.cell(first, own)
    if not isinstance(heading, str) or not are_short(grid.columns[own].take(rows)):
        return None
    said = [meaning.field for meaning in book.exact(heading)]
    if not said or said[0] not in NAMING:
        return None
    below = grid.columns[own].take(rows[1:])
    is_vague = heading.casefold() in VAGUE_NUMBERS | VAGUE_THINGS or heading.isascii()
    look = look_at(below, np.arange(len(below.codes)))
    is_told = not is_vague or said[0] in ("cas_number", "magnet_grade") or _are_codes(below, look)
    if not is_told and not names_parts(below, look, SOME_SIZED / 2):
        return None
    headings = [heading if n == own else "" for n in range(len(grid.columns))]
    return Table(first, first, int(rows[-1]) + 1, headings)


def _numbered(grid: Grid, book: HeadingBook) -> Table | None:
    """Codes below "Part number", whatever else the list has columns for: "Part Number | Coment"."""
    rows = np.flatnonzero(grid.filled_per_row > 0)
    if len(rows) < FEWEST_ROWS:
        return None
    first = int(rows[0])
    told = {n: text for n, text in enumerate(grid.row(first)) if text is not None}
    texts = [text for text in told.values() if isinstance(text, str)]
    if len(texts) < len(told) or len(texts) < FEWEST_LINES or len({*texts}) < len(texts):
        return None
    known = [
        n for n, text in told.items()
        if any(m.field in NUMBERS for m in book.exact(str(text))[:1])
        and normalise(str(text)) not in VAGUE_NUMBERS | VAGUE_THINGS
    ]  # fmt: skip
    if len(known) != 1:
        return None
    below = grid.columns[known[0]].take(rows[1:])
    look = look_at(below, np.arange(len(below.codes)))
    if min(look.code, look.filling) < NEARLY_ALL or max(look.day, look.link) > SOME_SIZED:
        return None
    headings = [str(told.get(n, "")) for n in range(len(grid.columns))]
    return Table(first, first, int(rows[-1]) + 1, headings)


NUMBERS = frozenset(("part_number", "mpn"))


def list_of_lines(grid: Grid) -> Table | None:
    """Lines of one cell of which most say how many of what, as in a mail; None where they do not."""
    rows = np.flatnonzero(grid.filled_per_row > 0)
    if not 0 < len(rows) <= MOST_LINES or np.median(grid.filled_per_row[rows]) > 1:
        return None
    counted = [row for row in rows.tolist() if _says_count(grid, row)]
    if len(counted) < FEWEST_LINES:
        return None
    within = [row for row in rows.tolist() if counted[0] <= row <= counted[-1]]
    if len(counted) < COUNTED * len(within):
        return None
    texts = [_first_text(grid, row) for row in counted]
    if all(map(is_bare, texts)) and not any(map(has_measure, texts)):
        return None  # "Room: 5", "Phone: 4711"
    first, last = counted[0], counted[-1]
    while first and _is_measured(grid, first - 1):
        first -= 1
    while last + 1 < grid.height and _is_measured(grid, last + 1):
        last += 1
    return _headless(grid, first, last)


def _says_count(grid: Grid, row: int) -> bool:
    text = _first_text(grid, row)
    return count_in(text) is not None


def _is_measured(grid: Grid, row: int) -> bool:
    """A line beside counted ones that has no count, but a size: "Magnetband 10 mm"."""
    text = _first_text(grid, row)
    return not text.endswith((":", "：", ".")) and has_measure(text)


def _first_text(grid: Grid, row: int) -> str:
    return next((value for value in grid.row(row) if isinstance(value, str)), "")


def _of_columns(grid: Grid) -> Table | None:
    """Rows of about one width with a column that only lists of parts have, or two that fit together."""
    rows = _rows_alike(grid)
    if rows is None:
        return None
    first, last = int(rows[0]), int(rows[-1])
    if len(rows) > FEWEST_ROWS:
        looks = _looks(grid, rows[1:])
        is_headed = is_heading_of(grid, first, looks)
        if is_headed and _is_list(grid, looks, rows[1:], is_headed=True):
            headings = [shown(grid.cell(first, n)) for n in range(len(grid.columns))]
            return Table(first, first, last + 1, headings)
    looks = _looks(grid, rows)
    is_list = _is_list(grid, looks, rows, is_headed=False)
    return _headless(grid, first, last) if is_list else None


def _headless(grid: Grid, first: int, last: int) -> Table:
    headings = [""] * len(grid.columns)
    return Table(first - 1, first - 1, last + 1, headings, has_heading=False)


def _rows_alike(grid: Grid) -> NDArray[np.intp] | None:
    """Positions of the rows from the first to the last that are about as full as most; None where others
    stand between them."""
    filled = grid.filled_per_row
    told = filled[filled > 0]
    if not len(told):
        return None
    usual = float(np.median(told))
    rows = np.flatnonzero(filled >= max(min(2.0, usual), usual / 2))
    if not len(rows):
        return None
    between = int(np.count_nonzero(filled[rows[0] : rows[-1] + 1]))
    return rows if len(rows) >= NEARLY_ALL * between else None


def _looks(grid: Grid, rows: NDArray[np.intp]) -> dict[int, Look]:
    looks = {n: look_at(column, rows) for n, column in enumerate(grid.columns)}
    return {n: look for n, look in looks.items() if look.filled}


def _is_list(
    grid: Grid, looks: Mapping[int, Look], rows: NDArray[np.intp], *, is_headed: bool
) -> bool:
    """``is_headed``: unknown headings stand above, so that codes without sizes number anything."""
    columns = {n: grid.columns[n].take(rows) for n in looks}
    codes = [n for n, look in looks.items() if _are_codes(columns[n], look)]
    if len(looks) == 1:
        own = next(iter(looks))
        is_sized = names_parts(columns[own], looks[own], HALF_SIZED) and are_measured(columns[own])
        is_told = bool(codes and not is_headed) or (is_sized and are_short(columns[own]))
        is_told = is_told or (not is_headed and _are_numbered_names(columns[own]))
        return len(rows) >= FEWEST_ROWS and is_told
    grades = [n for n, k in looks.items() if k.grade > COUNTED and k.common_code < k.grade]
    numbers = [
        n for n, k in looks.items() if k.numeric > NEARLY_ALL and not k.lines and n not in codes
    ]
    words = [n for n, k in looks.items() if _are_names(columns[n], k) and n not in grades]
    sized = {n: _share_sized(columns[n], looks[n]) for n in words if n not in codes[:1]}
    units = [n for n, k in looks.items() if k.unit > NEARLY_ALL]
    if len(rows) < FEWEST_ROWS:
        return bool(codes and numbers) and any(share >= COUNTED for share in sized.values())
    if grades and (units or numbers):
        return True
    if words and not is_headed and any(map(_are_times, columns.values())):
        return True
    whole = [n for n in numbers if looks[n].whole > NEARLY_ALL or looks[n].unit > NEARLY_ALL]
    if codes and whole and len(looks) == 2 and not is_headed:
        return any(map(_is_lettered, map(shown, columns[codes[0]].values)))
    is_numbered = bool(numbers) and not is_headed
    if codes and sized and (is_numbered or max(sized.values()) >= SOME_SIZED):
        return True
    return bool(whole) and any(share >= HALF_SIZED for share in sized.values())


def _are_times(column: Column) -> bool:
    """ "x2", "x6", "2x": how many, as it is typed beside what is to be bought and nothing else."""
    texts = [shown(value).strip() for value in column.values if value is not None]
    return bool(texts) and all(map(_ONLY_TIMES.fullmatch, texts))


_ONLY_TIMES = re.compile(r"[xX×]\s?\d{1,4}|\d{1,4}\s?[xX×]")


def _are_numbered_names(column: Column) -> bool:
    """Lines that each begin with another number of one shape, of groups or with letters, and go on with
    words: "100-220 Magnet plate". Days, times and towns behind their post codes are of other shapes."""
    found = [_NUMBERED_NAME.fullmatch(shown(value).strip()) for value in column.values if value]
    numbers = [match[1] for match in found if match]
    shapes = {_LETTER.sub("A", _DIGIT.sub("9", number)) for number in numbers}
    is_whole = len(numbers) == len(found) >= FEWEST_ROWS and are_short(column)
    return is_whole and len({*numbers}) == len(numbers) and len(shapes) == 1


_NUMBERED_NAME = re.compile(
    r"((?!0|\d{4}-\d\d?-\d\d?\s)(?=\S*\d\S*\d)(?=\S*[^\W\d_]|\S*\d-\d)[\w-]{5,20})\s+(?:[^\W\d_]{3,}).*"
)
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")


def _are_codes(column: Column, look: Look) -> bool:
    """Different codes of letters and figures, or long numbers."""
    if look.code < NEARLY_ALL or look.distinct < NEARLY_ALL or look.filling < NEARLY_ALL:
        return False
    is_other = max(look.day, look.link, look.country) > SOME_SIZED or look.designator > NEARLY_ALL
    if look.lines or is_other:
        return False
    return all(map(_is_code, map(shown, column.values)))


def _is_lettered(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_code(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    is_mixed = any(map(str.isalpha, text)) and digits > 1
    is_long = digits >= LONG_NUMBER and not {".", ":"} & {*text}  # 00:41:12 is a time
    return text == "" or is_mixed or is_long


def _are_names(column: Column, look: Look) -> bool:
    is_other = max(look.country, look.unit, look.link, look.day) > SOME_SIZED or look.numeric > 0.2
    return look.words > COUNTED and look.distinct > COUNTED and not is_other and are_short(column)


def _share_sized(column: Column, look: Look) -> float:
    """Share of the names with a size or grade, 0 where none has a measure."""
    if not are_measured(column):
        return 0.0
    return max((s for s in SHARES if names_parts(column, look, s)), default=0.0)


SHARES: Sequence[float] = (0.3, 0.5, 0.6)
