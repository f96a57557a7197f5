"""Headings written over two rows without merging a cell: halves of a text, or a group over its columns."""

import math
import re
from collections.abc import Mapping, Sequence

from desktop_app.intake.grid import Grid, Value
from desktop_app.intake.heading_text import is_of_others
from desktop_app.intake.headings import HeadingBook, normalise
from desktop_app.intake.numbers import number_of
from desktop_app.intake.periods import year_in
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.intake.values import currency_of, is_unit

VAGUE = words_of_kind("lower_half")
"""Lower headings that say nothing without the one above: "Supplier" over "Name"."""
NAMES = words_of_kind("name_of_firm")
"""Lower headings that add nothing to a firm above: "Lieferant" over "Name" is the supplier."""
FIRMS = frozenset(("supplier", "manufacturer"))
LONGEST_HALF = 30
FEWEST_PAIRS = 2
"""Columns in which the two lines together must say a heading. Own judgement."""
EXPLAINED = 0.6
"""Share of the lower line that must be the second half of a heading, or one itself. Own judgement."""
_DIGIT = re.compile(r"\d")


def are_one_heading(
    upper: Mapping[int, Value],
    lower: Mapping[int, Value],
    book: HeadingBook,
    *,
    is_over_numbers: bool = False,
) -> bool:
    """Whether two lines are halves of one: "Country" over "of Origin", "Part" over "Number".

    ``upper`` and ``lower``: column to cell. Below a whole heading stands the first part: its cells hold
    figures, or make no heading with the text above them. ``is_over_numbers``: the lower line has words
    where the lines below it have numbers, so it is no part.
    """
    texts = {column: value for column, value in lower.items() if isinstance(value, str)}
    if len(texts) < len(lower) or len(texts) < FEWEST_PAIRS:
        return False
    if any(map(_is_data, texts.values())) and not is_over_numbers:
        return False
    if any(isinstance(text, str) and _STATED.search(text) for text in upper.values()):
        return False
    pairs, explained = 0, 0
    for column, below in texts.items():
        above = upper.get(column)
        if not isinstance(above, str):
            explained += bool(book.exact(below))
        elif _completes(above, below, book):
            pairs += 1
        else:
            explained += _is_measure(below) or bool(book.exact(below))
    is_explained = is_over_numbers or pairs + explained >= EXPLAINED * len(texts)
    return pairs >= FEWEST_PAIRS and is_explained


_STATED = re.compile(r"[^\W\d]\s*[:：]\s*\w")
"""Something said of the whole list, which is no half of a heading: "Currency: EUR"."""


def stands_over_numbers(grid: Grid, row: int) -> bool:
    """Whether a line has words in columns in which the next lines have numbers, and no number itself."""
    below = range(row + 1, min(row + 1 + NEXT_LINES, grid.height))
    if len(below) < FEWEST_PAIRS or any(isinstance(value, float) for value in grid.row(row)):
        return False
    worded = 0
    for column in grid.columns:
        value = column.values[column.codes[row]]
        read = [number_of(column.values[column.codes[n]], False) for n in below]
        if isinstance(value, str) and not any(map(math.isnan, read)):
            if len(value) > LONGEST_HALF:
                return False
            if not math.isnan(number_of(value, False)) and year_in(value) is None:
                return False
            worded += any(map(str.isalpha, value))
    return worded >= FEWEST_WORDED


NEXT_LINES, FEWEST_WORDED = 4, 1
"""Lines below that are looked at, and columns of numbers in which the line has words. Own judgement."""


def _completes(above: str, below: str, book: HeadingBook) -> bool:
    """The two say a heading together, and the lower does not look like a cell below the upper one."""
    if _is_measure(below) or normalise(above) == normalise(below):
        return False
    return bool(book.exact(f"{above} {below}"))


def _is_measure(text: str) -> bool:
    """A unit or a currency: below "Unit" and "Currency" these are cells of the first part."""
    return is_unit(text) or (len(text) <= 4 and currency_of(text) is not None)


def _is_data(text: str) -> bool:
    return len(text) > LONGEST_HALF or _DIGIT.search(text) is not None


def stand_above(upper: Mapping[int, str], lower: Mapping[int, str], book: HeadingBook) -> bool:
    """Whether the upper line names groups of columns: "Supplier" over "Name" and "Country".

    Each of its texts is a heading itself and stands over a column that has its own, which says
    nothing without it; over an empty cell it is the heading of one column.
    """
    groups = {column: text for column, text in upper.items() if column in lower}
    if not len(groups) >= FEWEST_PAIRS or not len(upper) < len(lower):
        return False
    if not all(book.likely(text) for text in groups.values()):
        return False
    return any(
        is_name_of_firm(text, lower[column], book)
        or (
            lower[column].casefold().strip(" .") in VAGUE
            and bool(book.exact(f"{text} {lower[column]}"))
        )
        for column, text in groups.items()
    )


def is_name_of_firm(above: str, below: str, book: HeadingBook) -> bool:
    """Whether "Name" stands below a heading that names a firm."""
    is_firm = any(m.field in FIRMS for m in book.exact(above))
    return is_firm and below.casefold().strip(" .:") in NAMES


def halves(grid: Grid, row: int, book: HeadingBook) -> list[Value] | None:
    """The cells of a row each with the one below, where the two lines are one heading; else None."""
    if row + 1 >= grid.height:
        return None
    upper, lower = grid.row(row), grid.row(row + 1)
    below = {column: value for column, value in enumerate(lower) if value is not None}
    is_over = stands_over_numbers(grid, row + 1)
    if not are_one_heading(dict(enumerate(upper)), below, book, is_over_numbers=is_over):
        return None
    pairs = zip(upper, lower, strict=True)
    return [f"{a} {b}" if a is not None and b is not None else a or b for a, b in pairs]


def is_over_different_things(
    title: str, upper: Sequence[str], own: Sequence[str], book: HeadingBook
) -> bool:
    """Whether a text over several columns says nothing of those that no other text stands over, as firms do
    over their offers: it is no heading, and known ones of different things stand below it."""
    below = [
        text for above, text in zip(upper, own, strict=True)
        if above == title and text and own.count(text) == 1
    ]  # fmt: skip
    known = [_thing_of(text, book) for text in below]
    is_known = sum(map(bool, known)) * 2 > len(below)
    says_whose = is_of_others(normalise(title)) or bool(book.likely(title))
    return len({*known} - {""}) >= DIFFERENT and is_known and not says_whose


def _thing_of(heading: str, book: HeadingBook) -> str:
    """The first thing that a known heading means, also the number of the line; empty where it is not known."""
    found = book.exact(heading)
    return found[0].field if found else "line" * (normalise(heading) in NUMBERS_OF_LINES)


DIFFERENT = 3
"""Different things below one text, from which it says nothing of them. Own judgement."""


NUMBERS_OF_LINES = words_of_kind("line")
