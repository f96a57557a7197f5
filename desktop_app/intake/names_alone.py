"""Lists that hold hardly anything but names of parts, and names that only parts have."""

import re

import numpy as np

from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.looks import Look, look_at
from desktop_app.intake.tables import IDENTITY, Table

FEWEST_NAMES, WIDEST = 3, 12
SIZED, WORDED, MOSTLY = 0.6, 0.7, 0.5
"""Share of names with a size or grade in them from which a column names parts, of cells with words, and of
rows up to which another column may say something beside the names. Own judgement."""
LONGEST_NAME, MOST_WORDS, FEW, MEASURED = 100, 12, 0.1, 0.2
"""Characters and words of a name at most, what is longer is a sentence; share of links or sentences
among names; and share of names with a measure in them where no heading names parts. Own judgement."""
_SIZE = re.compile(
    r"(?<!\w)(?=[\w./+-]*\d)(?=[\w./+-]*[^\W\d_])[\w./+-]{2,}|\d\s*[x×*]\s*\d|[ØøΦ⌀]\s*\d|\b\d+\s*(?:mm|cm|kg|g|V|A|W)\b"
)
"""What names of parts hold: N42SH, M5x16, 6203-2RS, 25 x 8, Ø12, 24 V."""
_MEASURE = re.compile(
    r"(?<![\w.])(?!0x)\d+(?:[.,]\d+)?\s*[x×*]\s*\d|[ØøΦ⌀]\s*\d|\b\d+(?:[.,]\d+)?\s*(?:mm|cm|kg|g|V|A|W)\b"
    r"|\bM\d{1,2}\s*[x×*]|\bN\d{2}(?:M|H|SH|UH|EH|AH)?\b"
)
"""What rooms, files, users and lines of a program do not have: a size, a mass, a voltage, a grade."""
_UNCUT = re.compile(r"\S {2,}\S|\t|\S{41,}|\(\)|[=;{}]")
"""What stands in a line of a printed table, of a program or of an encoded file, and in no name."""
_SENTENCE = re.compile(r"[.!?]\s*$|[.!?]\s+[^\W\d_]{2,}\s")


def names_parts(column: Column, look: Look, share: float = SIZED) -> bool:
    """Whether most cells of a column are words with a size or grade among them, and all are different:
    names of people, firms and towns have none."""
    if look.words < WORDED or look.distinct < MOSTLY or look.link > FEW or look.day > 0:
        return False
    texts = [shown(value) for value in column.values if isinstance(value, str)]
    told = [text for text in texts if text]
    sized = sum(_SIZE.search(text) is not None for text in told)
    return bool(told) and sized >= share * len(told)


def table_of_names(grid: Grid, book: HeadingBook) -> Table | None:
    """The list of a sheet that holds one column of names and hardly anything beside; None where it may be
    a text. Asked only where nothing else is found; without a heading it is shown to be looked at."""
    rows = np.flatnonzero(grid.filled_per_row > 0)
    if len(rows) < FEWEST_NAMES or len(grid.columns) > WIDEST:
        return None
    first, last = int(rows[0]), int(rows[-1])
    filled = [n for n, column in enumerate(grid.columns) if column.filled.any()]
    naming = filled[0]
    beside = [
        n for n in filled[1:]
        if grid.columns[n].filled.sum() > MOSTLY * len(rows) and not _is_mark(grid.columns[n])
    ]  # fmt: skip
    own = grid.columns[naming].filled
    if beside or own.sum() < FEWEST_NAMES or not are_short(grid.columns[naming].take(rows)):
        return None
    heading = grid.cell(first, naming)
    is_known = isinstance(heading, str) and any(
        meaning.field in IDENTITY for meaning in book.exact(heading)
    )
    below = np.flatnonzero(own & (np.arange(grid.height) > first))
    column = grid.columns[naming].take(below)
    if len(below) < FEWEST_NAMES - 1 or not names_parts(column, look_at(column, _all(column))):
        return None
    if not is_known and not are_measured(column):
        return None
    is_title = isinstance(heading, str) and _SIZE.search(heading) is None and heading.isupper()
    headings = [""] * len(grid.columns)
    if is_known or is_title:
        headings[naming] = str(heading)
        return Table(first, first, last + 1, headings)
    return Table(first - 1, first - 1, last + 1, headings, has_heading=False)


def are_measured(column: Column) -> bool:
    """Whether some names hold a measure: letters with figures alone are in names of rooms and files too."""
    texts = [value for value in column.values if isinstance(value, str)]
    measured = sum(map(has_measure, texts))
    return measured >= MEASURED * len(texts)


def has_measure(text: str) -> bool:
    """Whether a text holds a size, a mass, a voltage or a grade."""
    return _MEASURE.search(text) is not None


def _is_mark(column: Column) -> bool:
    """One word wherever something stands: "added"."""
    return len({shown(value) for value in column.values if value is not None}) == 1


def table_under_names(grid: Grid, book: HeadingBook) -> Table | None:
    """The list of a sheet whose headings only say that names stand below: "Name" and "Description". They
    head lists of anything, so some of the names must have a size or grade in them."""
    for row in range(min(grid.height, HIGHEST)):
        told = {n: v for n, v in enumerate(grid.row(row)[:WIDEST]) if v is not None}
        texts = {n: text for n, text in told.items() if isinstance(text, str)}
        if len(texts) < 2 or len(texts) < len(told) or not all(map(book.exact, texts.values())):
            continue
        named = [
            n for n, text in texts.items()
            if any(meaning.field in IDENTITY for meaning in book.exact(text))
        ]  # fmt: skip
        below = np.flatnonzero(grid.filled_per_row[row + 1 :] > 1) + row + 1
        if len(below) < FEWEST_NAMES or len(named) < len(texts):
            return None
        columns = [grid.columns[n].take(below) for n in named]
        sized = [c for c in columns if names_parts(c, look_at(c, _all(c)), SOME_SIZED)]
        if not any(map(are_measured, sized)):
            return None
        headings = [str(texts.get(n, "")) for n in range(len(grid.columns))]
        last = int(np.flatnonzero(grid.filled_per_row)[-1])
        return Table(row, row, last + 1, headings)
    return None


HIGHEST, SOME_SIZED = 10, 0.3
"""Rows in which such headings are looked for, and share of sized names below them. Own judgement."""


def _all(column: Column) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
    return np.arange(len(column.codes))


def are_short(column: Column) -> bool:
    """Whether a column has names, and no lines of a text."""
    texts = [value for value in column.values if isinstance(value, str)]
    long = sum(
        len(text) > LONGEST_NAME
        or len(text.split()) > MOST_WORDS
        or _SENTENCE.search(text) is not None
        or _UNCUT.search(text) is not None
        for text in texts
    )
    return bool(texts) and long <= FEW * len(texts)
