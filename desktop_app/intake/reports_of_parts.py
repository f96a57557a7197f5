"""Analyses and declarations of one part, whose number stands once above its substances."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.known_numbers import key_of, labelled
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.title_lines import HIGHEST_TITLE, LONGEST_NAME, WIDEST_TITLE

ABOUT = ("substance", "cas_number")
NUMBERS = ("customer_part_number", "part_number", "mpn")
"""What a supplier calls the number of the one who asks comes before his own."""


def settle_part_above(
    grid: Grid, first_heading: int, book: HeadingBook, facts: dict[str, Any], count: int
) -> None:
    """Gives all rows the number of the part above a list of substances that names none. What is called a
    sample must be a number which another list of the drop has."""
    has_number = any(name in facts for name in ("part_number", "mpn"))
    if not count or has_number or not any(name in facts for name in ABOUT):
        return
    found: dict[str, set[str]] = {}
    for label, value in _said(grid, first_heading):
        name = _number_of(label, value, book)
        if name is not None:
            found.setdefault(name, set()).add(value)
    if any(len(values) > 1 for values in found.values()):
        return
    said = [found[name].pop() for name in NUMBERS if name in found]
    for name, value in zip(("part_number", "mpn"), dict.fromkeys(said), strict=False):
        facts[name] = np.full(count, value, dtype=object)


def _number_of(label: str, value: str, book: HeadingBook) -> str | None:
    """Which number of the part a label names; None for another label."""
    named = {meaning.field for meaning in book.exact(label) if meaning.confidence >= 0.9}
    if not named & set(NUMBERS):
        is_known = bare(label) in words_of("sample") and key_of(value) in book.known_numbers
        return "part_number" if is_known else None
    return next(name for name in NUMBERS if name in named)


def _said(grid: Grid, first_heading: int) -> Iterator[tuple[str, str]]:
    """Labels above the list, with what stands behind the colon or in the next cell."""
    for row in range(min(first_heading, HIGHEST_TITLE)):
        for column in range(min(len(grid.columns), WIDEST_TITLE)):
            text = shown(grid.cell(row, column)).strip()
            if not text or len(text) > LONGEST_NAME:
                continue
            label, value = labelled(text)
            value = value or shown(grid.cell(row, column + 1)).strip()
            if value:
                yield label, value
