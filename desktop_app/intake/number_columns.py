"""The numbers of the columns of one table: how each writes decimals is decided from all its cells."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake import measures
from desktop_app.intake.grid import Column, Grid, Value
from desktop_app.intake.numbers import decimal_comma, groups_with, is_ambiguous, number_of
from desktop_app.intake.values import same_unit

WIDEST = 500
"""Columns whose cells are asked how the list writes decimals."""
MOST_TEXTS = 500
"""Different values of a column of another sheet that are asked the same."""
COUNTS = frozenset(
    ("quantity", "annual_quantity", "stock_on_hand", "in_transit", "stock_blocked",
     "open_order_quantity", "requirement_quantity", "consumption_daily", "consumption_weekly",
     "consumption_monthly", "consumption_quarterly", "consumption_half_yearly")
)  # fmt: skip
"""Fields that count things; with pieces as their unit they have no decimals as a rule."""
POINT_LANGUAGES = ("zh", "ja", "ko")
"""Languages in which nobody writes a decimal comma: 1,250 is a thousand in their lists."""
COMMA_LANGUAGES = frozenset(("de", "es", "it", "pt", "nl", "tr", "da", "id", "vi", "ro"))
"""Languages in whose lists a point groups and a comma stands before decimals. Own knowledge."""


class NumberColumns:
    """``columns``: field to the cells of the parts; ``language``: that of most headings."""

    def __init__(self, grid: Grid, columns: Mapping[str, Column], language: str | None) -> None:
        self._grid, self._columns = grid, columns
        self._language = language
        self._writes_points = language in POINT_LANGUAGES

    def read(self, name: str) -> tuple[NDArray[np.float64], bool]:
        """(one number a part, whether some can be read in two ways and stay missing)."""
        column = self._columns[name]
        used = self.used(name)
        texts = [value for value in used if isinstance(value, str)]
        # Numbers that are none of them text need no decision, which looks through all other columns.
        comma = self.comma_of(name, texts) if texts else False
        plain = measures.without_price_unit if name == "unit_price" else _as_it_is
        values = np.array(
            [v if type(v) is float else number_of(plain(v), comma) for v in column.values],
            dtype=np.float64,
        )
        found: NDArray[np.float64] = values[column.codes]
        return found, comma is None and any(map(is_ambiguous, used))

    def used(self, name: str) -> list[Value]:
        """The distinct values that parts have in a column."""
        column = self._columns[name]
        used = np.zeros(len(column.values), dtype=np.bool_)
        used[column.codes] = True
        return [column.values[code] for code in np.flatnonzero(used).tolist()]

    def comma_of(self, name: str, texts: Sequence[str]) -> bool | None:
        """How a column writes decimals: as its cells tell, else those beside it, else those of the other
        sheets, else its language."""
        comma = decimal_comma(texts)
        if comma is None and name in COUNTS and self._counts_pieces:
            sign = groups_with(texts)
            comma = None if sign is None else sign == "."
        if comma is None:
            comma = self._table_comma
        if comma is None:
            comma = self._workbook_comma
        if comma is None and name in COUNTS and self._counts_pieces:
            comma = self._comma_of_language(texts)
        return False if comma is None and self._writes_points else comma

    def _comma_of_language(self, texts: Sequence[str]) -> bool | None:
        """Pieces in groups by the sign that the language of the headings groups with: 240,000 in an
        English list, 2.000 in a German one."""
        signs = {sign for text in texts for sign in ",." if sign in text}
        if signs == {","} and self._language == "en":
            return False
        return True if signs == {"."} and self._language in COMMA_LANGUAGES else None

    @cached_property
    def _counts_pieces(self) -> bool:
        """Quantities without a unit, or only in pieces."""
        return "unit" not in self._columns or all(
            same_unit(value, "pcs") for value in self.used("unit") if isinstance(value, str)
        )

    @cached_property
    def _table_comma(self) -> bool | None:
        """How the other number columns of the table write: people do not mix within a list."""
        texts: list[str] = []
        for column in self._grid.columns[:WIDEST]:
            texts += [value for value in column.values[:2000] if _is_number(value)]
        return decimal_comma(texts)

    @cached_property
    def _workbook_comma(self) -> bool | None:
        """How the other sheets of the file write."""
        return decimal_comma(
            value
            for sheet in self._grid.siblings
            for column in sheet.columns[:WIDEST]
            for value in column.values[:MOST_TEXTS]
            if _is_number(value)
        )


def counts_in(
    grid: Grid, positions: Sequence[int], parts: NDArray[np.intp], language: str | None
) -> tuple[dict[int, NDArray[np.float64]], NDArray[np.bool_]]:
    """What columns hold that count one thing by place or by period, which are written in one way, and
    of which parts a number can be read in two ways; it is missing."""
    codes = {n: np.unique(grid.columns[n].codes[parts]).tolist() for n in positions}
    held = [grid.columns[n].values[code] for n in positions for code in codes[n]]
    texts = [value for value in held if isinstance(value, str)]
    comma = NumberColumns(grid, {}, language).comma_of("quantity", texts) if texts else False
    read, doubtful = {}, np.zeros(len(parts), dtype=np.bool_)
    for n in positions:
        column = grid.columns[n]
        values = np.full(len(column.values), np.nan)
        unclear = np.zeros(len(column.values), dtype=np.bool_)
        for code in codes[n]:
            values[code] = number_of(column.values[code], comma)
            unclear[code] = comma is None and is_ambiguous(column.values[code])
        read[n] = values[column.codes[parts]]
        doubtful |= unclear[column.codes[parts]]
    return read, doubtful


_MONTH_OF_YEAR = re.compile(r"(0?[1-9]|1[0-2])\.20\d\d")


def _is_number(value: Value) -> TypeGuard[str]:
    """Whether a text may be a number: 08.2026 is a month, and tells nothing of decimals."""
    return isinstance(value, str) and not _MONTH_OF_YEAR.fullmatch(value)


def _as_it_is(value: Value) -> Value:
    return value
