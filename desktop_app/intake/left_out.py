"""Amounts in other lists that were not counted, and what to say of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from desktop_app.intake.stock_units import not_in_the_unit
from desktop_app.model.findings import Message, nmsg


@dataclass(eq=False)
class LeftOut:
    """Rows of lists by why they do not count. ``taken``: stock of somebody else's order; ``elsewhere``:
    in a plant that does not use the part; ``other_units``: not in the unit of the part, with their unit
    and that one."""

    taken: set[int] = field(default_factory=set)
    elsewhere: set[int] = field(default_factory=set)
    other_units: dict[int, tuple[str, str]] = field(default_factory=dict)
    parts: set[int] = field(default_factory=set)
    """Of which an amount is missing for its unit."""
    unplaced: set[int] = field(default_factory=set)
    """Rows of amounts without a plant of parts that lie in several, and these parts."""
    parts_unplaced: set[int] = field(default_factory=set)

    def note_units(self, lost: pd.DataFrame) -> None:
        """Rows of amounts that could not be turned into the unit of their part."""
        for row in lost.itertuples():
            self.other_units[int(str(row.Index))] = str(row.unit), str(row.wanted)
        self.parts |= set(lost["base"].tolist())

    def messages(self) -> Iterator[tuple[int, Message]]:
        """What was not counted, each with the first row of it."""
        if self.taken:
            yield (
                min(self.taken),
                nmsg(
                    "{n} row of stock belongs to a project or a customer; it is not counted.",
                    "{n} rows of stock belong to a project or a customer; they are not counted.",
                    len(self.taken),
                ),
            )
        if self.elsewhere:
            yield (
                min(self.elsewhere),
                nmsg(
                    "{n} row is of a plant that does not use the part; it is not counted.",
                    "{n} rows are of plants that do not use the part; they are not counted.",
                    len(self.elsewhere),
                ),
            )
        if self.unplaced:
            yield (
                min(self.unplaced),
                nmsg(
                    "{n} row names no plant, and its part lies in several: its amounts are not counted. "
                    "Add a column with the plant.",
                    "{n} rows name no plant, and their parts lie in several: their amounts are not "
                    "counted. Add a column with the plant.",
                    len(self.unplaced),
                ),
            )
        for row in sorted(self.other_units)[:1]:
            unit, other = self.other_units[row]
            yield row, not_in_the_unit(unit, other)
