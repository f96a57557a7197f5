"""The columns of one table seen together: their readings, headings and looks."""

import csv
from collections.abc import Callable, Mapping, Sequence, Set
from functools import cache

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.headings import (
    HeadingBook,
    normalise,
    without_brackets,
    without_part_words,
)
from desktop_app.intake.looks import Look
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.model.findings import Message
from desktop_app.paths import shipped

Readings = list[Candidate]


@cache
def aside_words() -> frozenset[str]:
    """Headings that describe the part only where no other column does."""
    with shipped("resources", "aside_headings.csv").open(encoding="utf-8", newline="") as stream:
        return frozenset(
            normalise(word) for row in csv.DictReader(stream) for word in row["words"].split(";")
        )


class TableView:
    """The headings and looks of one table, as the rules ask for them."""

    def __init__(
        self, headings: Sequence[str], looks: Mapping[int, Look], book: HeadingBook
    ) -> None:
        self.headings, self.looks, self.book = headings, looks, book
        self.bare = {n: normalise(without_brackets(headings[n])[0]) for n in looks}
        self.aside = {n for n in looks if without_part_words(self.bare[n]) in aside_words()}
        """Columns of values and remarks."""
        self.is_hand_made = any(look.link > 0.5 for look in looks.values())
        """A list with links to shops: its numbers are those of makers and shops."""
        self.is_headless = not any(headings)
        """A list without headings: its cells alone say what it holds."""

    def meanings(self, column: int) -> frozenset[str]:
        """What the heading of a column says, also where it is no field of a part."""
        if column not in self.looks:
            return frozenset()
        return frozenset(m.field for m in self.book.exact(self.headings[column]))

    def all_meanings(self, column: int) -> frozenset[str]:
        """The same, also of a heading that is written short or only partly known."""
        if column not in self.looks:
            return frozenset()
        return frozenset(m.field for m in self.book.meanings(self.headings[column]))


def has(readings: Readings, field: str, besides: int | None = None) -> bool:
    """Whether a column, other than ``besides``, is accepted as the field."""
    return any(
        c.field == field and c.confidence >= ACCEPTED and c.column != besides for c in readings
    )


def change_all(readings: Readings, change: Callable[[Candidate], Candidate]) -> Readings:
    """All readings, each as changed."""
    return [change(candidate) for candidate in readings]


def doubted(
    readings: Readings, field: str, columns: Set[int], confidence: float, why: Message
) -> Readings:
    """All readings, those of these columns as the field believed no more than ``confidence``."""
    return [
        weaker(candidate, confidence, why)
        if candidate.field == field and candidate.column in columns
        else candidate
        for candidate in readings
    ]


def names_products(readings: Readings, headings: Sequence[str]) -> bool:
    """Whether a column names the products that the parts of another column go into."""
    return bool(products_in(readings, headings, of_parts=("part_number", "description")))


def products_in(
    readings: Sequence[Candidate],
    headings: Sequence[str],
    of_parts: tuple[str, ...] = ("part_number",),
) -> frozenset[int]:
    """Columns headed as products, beside another column of ``of_parts``; none where there is no other.
    "Product short description" is no other than the "Product" beside it."""
    words = words_of("parents") | words_of("parent_numbers")
    parents = {n for n, heading in enumerate(headings) if heading and bare(heading) in words}
    called = tuple(bare(headings[n]) for n in parents)
    is_beside_parts = any(
        c.field in of_parts and c.confidence >= ACCEPTED and c.column not in parents
        and not bare(headings[c.column]).startswith(called)
        for c in readings
    )  # fmt: skip
    return frozenset(parents if is_beside_parts else ())
