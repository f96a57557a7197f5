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
NUMBERS = frozenset(("part_number", "mpn", "customer_part_number"))


def settle_part_above(
    grid: Grid, first_heading: int, book: HeadingBook, facts: dict[str, Any], count: int
) -> None:
    """Gives all rows the number of the part above a list of substances that names none. What is called a
    sample must be a number which another list of the drop has."""
    has_number = any(name in facts for name in ("part_number", "mpn"))
    if not count or has_number or not any(name in facts for name in ABOUT):
        return
    found = {value for label, value in _said(grid, first_heading) if _is_number(label, value, book)}
    if len(found) == 1:
        facts["part_number"] = np.full(count, found.pop(), dtype=object)


def _is_number(label: str, value: str, book: HeadingBook) -> bool:
    if any(m.field in NUMBERS and m.confidence >= 0.9 for m in book.exact(label)):
        return True
    return bare(label) in words_of("sample") and key_of(value) in book.known_numbers


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
