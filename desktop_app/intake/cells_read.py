"""The cells of one table by field: read once per distinct value, with what could not be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.answer_words import says_nothing
from desktop_app.intake.grid import Column, Grid, Value, is_error, shown
from desktop_app.intake.measures import unit_behind
from desktop_app.intake.number_columns import NumberColumns
from desktop_app.intake.tables import Table
from desktop_app.intake.units_in_headings import times_of
from desktop_app.model.findings import Issue, Message, msg, nmsg

Numbers = NDArray[np.float64]
Objects = NDArray[np.object_]

LONGEST_EXAMPLE = 60
FEW_VALUES = 8
"""Cells for each distinct value from which on its values are asked instead of its cells."""


@dataclass(eq=False)
class Facts:
    """``columns``: fact to one value a part. ``unreadable``: fact to which parts' cells failed."""

    columns: dict[str, Any] = field(default_factory=dict)
    unreadable: dict[str, NDArray[np.bool_]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    converted: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    """Which parts have a number that the spreadsheet made a day of or rounded."""
    settled: dict[str, int] = field(default_factory=dict)
    """1-based column of facts that were reckoned from columns of no field of their own."""
    units: dict[str, Objects] = field(default_factory=dict)
    """Amount that is reckoned from several columns to the unit in which they count, one a part; None where
    they name none."""
    untold_times: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    """Which parts have a delivery time that cannot be, or that may count days or weeks; empty where the
    table has no such column. Another column may tell it."""
    unsigned: dict[int, float] = field(default_factory=dict)
    """Per part, a share of value of 1 or less that may be percent or a part of the whole."""

    language: str | None = None
    """That of most headings, by which some numbers are read."""
    marked: dict[str, NDArray[np.bool_]] = field(default_factory=dict)
    """Remark to which parts it is about."""

    @property
    def unused(self) -> int:
        """How many filled cells of the parts gave no fact."""
        return sum(int(failed.sum()) for failed in self.unreadable.values())


class CellsRead:
    """One table. ``rows``: positions of its parts; ``fields``: field to position of its column;
    ``language``: that of most of its headings."""

    def __init__(
        self,
        grid: Grid,
        table: Table,
        fields: Mapping[str, int],
        rows: NDArray[np.intp],
        language: str | None = None,
    ) -> None:
        self.language = language
        self.grid, self.table, self.fields, self.rows = grid, table, fields, rows
        self.facts = Facts(converted=np.zeros(len(rows), dtype=np.bool_), language=language)
        is_small = len(rows) * 5 < grid.height
        self.columns: dict[str, Column] = {}
        for name, position in fields.items():
            column = grid.columns[position]
            self.columns[name] = (
                column.take(rows) if is_small else Column(column.values, column.codes[rows])
            )
        self.numbers = NumberColumns(grid, self.columns, language)

    def heading(self, name: str) -> str:
        """The text above the column of a field."""
        return self.table.headings[self.fields[name]]

    def _keep(self, fact: str, found: Any, filled_from: str | None = None) -> None:
        """Keeps a fact; where its cell holds something that gave nothing, it is unreadable."""
        self.facts.columns[fact] = found
        filled = self.columns[filled_from or fact].filled
        missing = pd.isna(found)
        failed = filled & missing
        if failed.any():
            self.facts.unreadable[fact] = failed
            self._say_unreadable(filled_from or fact, failed)

    def _keep_each(self, fact: str, values: Objects, name: str) -> None:
        """Keeps what each distinct value of a column gave. Where they are few, they alone are asked
        whether any gave nothing, not all cells."""
        column = self.columns[name]
        found = values[column.codes]
        is_few = len(values) * FEW_VALUES < len(found)
        if is_few and not any(
            cell is not None and (gave is None or gave != gave)  # noqa: PLR0124 - no number
            for cell, gave in zip(column.values, values.tolist(), strict=True)
        ):
            self.facts.columns[fact] = found
        else:
            self._keep(fact, found, name)

    def _say_unreadable(self, name: str, failed: NDArray[np.bool_]) -> None:
        """Says it once for a column; cells with errors and numbers with two readings are told of
        elsewhere, and a dash says nothing."""
        column = self.columns[name]
        at = self.grid.first_column + self.fields[name]
        told = failed & column.where(lambda v: not is_error(v) and not says_nothing(shown(v)))
        if not told.any() or any(issue.column == at for issue in self.facts.issues):
            return
        first = int(np.flatnonzero(told)[0])
        what = nmsg(
            "{n} cell of this column could not be read, “{example}”; it counts as unknown.",
            "{n} cells of this column could not be read, such as “{example}”; they count as unknown.",
            int(told.sum()),
            example=shown(column.values[int(column.codes[first])])[:LONGEST_EXAMPLE],
        )
        self._note("W_UNREADABLE", what, name, self.grid.first_row + int(self.rows[first]))

    def _each(self, name: str, read: Callable[[Value], Any]) -> Objects:
        """One object a part, read once per distinct value."""
        found: Objects = self._of_each(name, read)[self.columns[name].codes]
        return found

    def _of_each(self, name: str, read: Callable[[Value], Any]) -> Objects:
        """One object for each distinct value of a column."""
        column = self.columns[name]
        values = np.empty(len(column.values), dtype=object)
        values[:] = [read(value) for value in column.values]
        return values

    def _used(self, name: str) -> list[Value]:
        """The distinct values that parts have in a column."""
        return self.numbers.used(name)

    def _number(self, name: str) -> Numbers:
        """Numbers in ones; those that can be read in two ways stay missing, and it is said."""
        found, is_ambiguous = self.numbers.read(name)
        if is_ambiguous:
            what = msg(
                "Numbers such as 1.234 can be a thousand or one point two; they were not used."
            )
            self._note("W_AMBIGUOUS_NUMBER", what, name)
        times = times_of(name, self.heading(name))
        if times == 1.0:
            return found
        # "400 pcs" under "Stock (k pcs)" says its own unit.
        return np.where(pd.notna(self._each(name, unit_behind)), found, found * times)

    def _note(self, code: str, message: Message, name: str, row: int | None = None) -> None:
        sheet_column = self.grid.first_column + self.fields[name]
        row = self.grid.first_row + self.table.heading if row is None else row
        self.facts.issues.append(Issue(code, "warning", message, self.grid.name, row, sheet_column))
