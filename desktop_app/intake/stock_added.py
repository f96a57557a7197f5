"""Rows of one part by lot, place or state of its stock become one: the stock is added up, the rest counts once.

A list that gives a part in several rows repeats in each what the part needs, costs and takes to deliver. Where
the rows say one thing it is that of the part; where they say two, neither is used and both cells are shown. Rows
of different suppliers or origins stay parts of their own, with the stock of all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.leaving import without_rows
from desktop_app.intake.lent_facts import SUMMED
from desktop_app.intake.lent_rows import TOLERANCE, as_said, in_its_dtype
from desktop_app.intake.roles import DEMANDS, OF_A_LIST
from desktop_app.intake.rows_of_stock import MAY_REPEAT, NOT_TOLD, OF_ORDERS, STOCK_ROWS
from desktop_app.intake.stock_groups import (
    Flags,
    Group,
    Numbers,
    Rows,
    ends,
    first_of,
    grouped,
    is_repeated,
    pairs,
)
from desktop_app.intake.stock_units import OTHER_UNIT
from desktop_app.model.findings import Issue, Message, msg, nmsg
from desktop_app.model.parts import (
    NUMBER_FIELDS,
    Conflict,
    FactCell,
    PartTable,
    Requirement,
    StockRow,
)
from desktop_app.model.reading import Reading

STOCK = "stock_on_hand"
NEEDS = frozenset(
    ("annual_quantity", "requirement_quantity", "requirement_date", "quantity", "annual_spend")
)
"""Facts of a list that need the stock of a part as a whole."""
NO_AMOUNT = "zero quantity"
"""Mark of a row that needs none, which says nothing of a part whose other rows do."""
RECKONED = ("annual_quantity", "annual_spend")
"""Facts that may have no column of their own."""
SOMETIMES_NONE = ("annual_quantity", "annual_spend")
"""Amounts of which a nought beside a figure says no other figure."""
_ADDED = msg("of the same part as another row, which holds its stock too")


def with_stock_added(reading: Reading, not_usable: frozenset[str]) -> Reading:
    """The reading with such rows together; the same one where there are none.

    ``not_usable``: marks, in lower case, of stock that belongs to somebody else's order; it is not added.
    """
    parts = reading.parts
    # Lists of nothing but stock are added up where they lend it to the parts of others.
    told = [
        table
        for table, columns in enumerate(parts.columns)
        if STOCK_ROWS in columns and columns.keys() & (OF_A_LIST | DEMANDS)
    ]
    if not told or not any(columns.keys() & NEEDS for columns in parts.columns):
        return reading
    adding = _Adding(parts, not_usable)
    of_table = parts.frame["table"].to_numpy()
    for table in told:
        adding.add_up(np.flatnonzero(of_table == table))
    if not adding.leaving:
        return reading if not adding.stock_rows else replace(reading, parts=adding.table())
    leaving = {table: [(rows, _ADDED)] for table, rows in adding.leaving.items()}
    return without_rows(reading.files, adding.table(), leaving, adding.issues())


@dataclass(eq=False)
class _Adding:
    """The parts while rows are added up; ``parts`` is only read, ``table`` gives the result."""

    parts: PartTable
    not_usable: frozenset[str]
    leaving: dict[int, Rows] = field(default_factory=dict)
    stock_rows: dict[int, tuple[StockRow, ...]] = field(default_factory=dict)
    _changed: dict[str, Any] = field(default_factory=dict)
    _conflicts: dict[int, list[Conflict]] = field(default_factory=dict)
    _cells: dict[int, dict[str, FactCell]] = field(default_factory=dict)
    _marks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _unreadable: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _needs: dict[int, tuple[Requirement, ...]] = field(default_factory=dict)

    def add_up(self, rows: Rows) -> None:
        """Adds up the rows of each part of one table."""
        own = grouped(self.parts, rows, self.not_usable)
        if own is None:
            return
        own = own.chosen(~self._left_apart(own))
        if not len(own.row):
            return
        keepers = first_of(own.part, own.row)
        keeper = keepers[own.part]
        table = int(self.parts.frame["table"].iloc[rows[0]])
        self._add_stock(own, keeper)
        for name in SUMMED[1:]:
            self._add_other(name, own, keeper)
        for name in dict.fromkeys((*self.parts.columns[table], *RECKONED)):
            if name in self.parts.frame and name not in (*SUMMED, "part_number"):
                self._settle(name, own, keeper)
        self._keep_remarks(own.row, keeper)
        if (gone := own.row[own.row != keeper]).size:
            self.leaving[table] = np.sort(gone)

    def _left_apart(self, own: Group) -> Flags:
        """Rows of groups that nothing tells apart, or whose dated needs are not the same in all rows."""
        apart = {row for row, words in self.parts.marks.items() if NOT_TOLD in words}
        bad = np.isin(own.row, np.fromiter(apart, np.intp, len(apart)))
        dated = self.parts.frame["requirement_date"].notna().to_numpy()[own.row]
        dated |= np.isin(own.row, np.fromiter(self.parts.requirements, np.intp))
        first: dict[int, Any] = {}
        for at in np.flatnonzero(dated).tolist():
            said = self._needs_of(int(own.row[at]))
            bad[at] |= bool(said) and first.setdefault(int(own.part[at]), said) != said
        if MAY_REPEAT in self._columns_of(own):
            bad |= self._drawn_apart(own)
        if OF_ORDERS in self._columns_of(own):
            most, least = ends(own.group, self.parts.number(STOCK)[own.row])
            bad |= ~(most == least)[own.group]  # what is left after each of them, or who knows what
        return np.bincount(own.group, weights=bad)[own.group] > 0

    def _drawn_apart(self, own: Group) -> Flags:
        """Rows with one stock and demands of their own: what several uses draw on is no lot."""
        stock = np.where(own.taken, np.nan, self.parts.number(STOCK)[own.row])
        demand = self.parts.number("annual_quantity")[own.row]
        demand = np.where(demand > 0, demand, np.nan)
        (most, least), (more, less) = ends(own.group, stock), ends(own.group, demand)
        apart = (most == least) & (most > 0) & (more - less > TOLERANCE * more)
        found: Flags = apart[own.group]
        return found

    def _columns_of(self, own: Group) -> Mapping[str, int]:
        return self.parts.columns[int(self._places[-1][own.row[0]])]

    def _needs_of(self, row: int) -> tuple[tuple[Any, float], ...]:
        several = self.parts.requirements.get(row)
        if several is not None:
            return tuple((one.on, one.quantity) for one in several)
        day = self.parts.frame["requirement_date"].to_numpy()[row]
        amount = self.parts.number("requirement_quantity")[row]
        return ((day, float(amount)),) if amount >= 0 else ()

    def _add_stock(self, own: Group, keeper: Rows) -> None:
        stock = self.parts.number(STOCK)[own.row]
        stated = np.isfinite(stock)
        has_free = np.bincount(own.group, weights=~own.taken) > 0
        reserved = own.taken & has_free[own.group]
        counts = stated & ~reserved
        again = np.zeros(len(stock), dtype=np.bool_)
        if self._is_repeated(own, stock, counts):
            first = first_of(own.group[counts], own.row[counts], int(own.group.max()) + 1)
            again = counts & (own.row != first[own.group])
        counts &= ~again
        sums = np.bincount(own.group, weights=np.where(counts, stock, 0.0))
        sums[np.bincount(own.group, weights=stated) == 0] = np.nan
        lost = np.bincount(own.group, weights=self._lost(own.row, stock)) > 0
        lost |= own.mixed[: len(lost)]
        sums[lost] = np.nan
        self._column(STOCK)[keeper] = sums[own.group]
        for at in np.flatnonzero(lost[own.group] & (own.row == keeper)).tolist():
            row = int(own.row[at])
            self._miss(row, STOCK)
            self._mark(row, OTHER_UNIT if own.mixed[own.group[at]] else "")
        why = np.where(reserved, "reserved", np.where(again, "again", ""))
        self._list_rows(own, keeper, stock, why)

    def _is_repeated(self, own: Group, stock: Numbers, counts: Flags) -> bool:
        """Whether each row gives all of the stock. Beside places, receipts and several prices it may well, as
        soon as no part has rows that differ."""
        high, low = ends(own.group, self.parts.number("unit_price")[own.row])
        is_likely = MAY_REPEAT in self._columns_of(own) or bool((high > low).any())
        return is_repeated(own.group[counts], stock[counts], is_likely=is_likely)

    def _lost(self, rows: Rows, stock: Numbers) -> Flags:
        """Rows with stock that cannot be read or is counted in another unit."""
        failed = [row for row, names in self.parts.unreadable.items() if STOCK in names]
        other = [row for row, words in self.parts.marks.items() if OTHER_UNIT in words]
        found: Flags = np.isin(rows, failed) | (np.isin(rows, other) & np.isnan(stock))
        return found

    def _list_rows(self, own: Group, keeper: Rows, stock: Numbers, why: "NDArray[np.str_]") -> None:
        """Notes with each part of which rows its stock is the sum."""
        at = np.flatnonzero(np.isfinite(stock))
        at = at[np.lexsort((own.row[at], own.group[at]))]
        marks = self.parts.frame["special_stock"].to_numpy()[own.row[at]].tolist()
        ends = {row: rows[0].until for row, rows in self.parts.stock_rows.items()}
        cells = self._cells_of(own.row[at])
        ends_on = map(ends.get, own.row[at].tolist())
        told = zip(stock[at].tolist(), cells, why[at].tolist(), marks, ends_on, strict=True)
        listed = [
            StockRow(amount, cell, said, f"{mark}".strip() if said == "reserved" else None, until)
            for amount, cell, said, mark, until in told
        ]
        count = np.bincount(own.group[at], minlength=int(own.group.max()) + 1)
        ends_at = np.cumsum(count)
        stays = own.row == keeper
        for part, end, many in zip(
            keeper[stays].tolist(),
            ends_at[own.group[stays]].tolist(),
            count[own.group[stays]].tolist(),
            strict=True,
        ):
            self.stock_rows[part] = tuple(listed[end - many : end])

    def _cells_of(self, rows: Rows) -> Iterator[FactCell]:
        """The cells of the stock of many rows of one table."""
        if not self.parts.provenance:
            files, sheets, places, tables = (values[rows].tolist() for values in self._places)
            column = self.parts.columns[tables[0]][STOCK] if tables else 0
            for file, sheet, row in zip(files, sheets, places, strict=True):
                yield FactCell(file, sheet, row, column)
            return
        yield from (self._cell(row, STOCK) for row in rows.tolist())

    def _add_other(self, name: str, own: Group, keeper: Rows) -> None:
        """Blocked stock lies in its row; what is on its way is that of the part where all rows repeat it."""
        values = self.parts.number(name)[own.row]
        stated = np.isfinite(values)
        if not stated.any():
            return
        sums = np.bincount(own.group, weights=np.where(stated, values, 0.0))
        most, least = ends(own.group, values)
        count = np.bincount(own.group, weights=stated)
        is_of_rows = name == "stock_blocked" or OF_ORDERS in self._columns_of(own)
        if not is_of_rows:
            sums = np.where((count > 1) & (most == least), most, sums)
        sums[count == 0] = np.nan
        self._column(name)[keeper] = sums[own.group]

    def _settle(self, name: str, own: Group, keeper: Rows) -> None:
        """Gives the row that stays what all rows say, or what one of them says; of figures that differ
        none."""
        values = self.parts.frame[name].to_numpy()[own.row]
        if name in NUMBER_FIELDS:
            self._settle_number(name, own, keeper, values)
            return
        stated = ~pd.isna(values)
        if not stated.any() or (name == "special_stock" and stated.all()):
            return
        if name == "special_stock":
            free = keeper[~stated]  # some of it is everybody's
            self._column(name)[free] = None
        elif name in ("stock_date", "confirmed_date"):
            first: dict[int, tuple[Any, int]] = {}
            for row, part, day in zip(own.row, keeper, values, strict=True):
                if day is not None:
                    first[part] = min(first.get(part, (day, row)), (day, row))
            self._take(name, [(part, row) for part, (_, row) in first.items()])
        else:
            firsts = first_of(own.part[stated], own.row[stated], int(own.part.max()) + 1)
            lacks = (own.row == keeper) & ~stated & (firsts[own.part] >= 0)
            self._take(name, pairs(keeper[lacks], firsts[own.part[lacks]]))

    def _settle_number(self, name: str, own: Group, keeper: Rows, values: Numbers) -> None:
        if name in SOMETIMES_NONE:
            is_other = np.bincount(own.part, weights=np.nan_to_num(np.abs(values))) > 0
            values = np.where((values == 0) & is_other[own.part], np.nan, values)
        most, least = ends(own.part, values)
        differ = most - least > TOLERANCE * np.maximum(np.abs(most), np.abs(least))
        said = np.isfinite(values)
        is_most = said & (values == most[own.part])
        firsts = first_of(own.part[is_most], own.row[is_most], len(most))
        before = self.parts.frame[name].to_numpy()[keeper]
        changes = (own.row == keeper) & (firsts[own.part] >= 0) & (firsts[own.part] != own.row)
        changes &= ~(before == most[own.part]) & ~differ[own.part]
        self._take(name, pairs(keeper[changes], firsts[own.part[changes]]))
        if not differ.any():
            return
        at = np.flatnonzero(said & differ[own.part])
        at = at[np.lexsort((own.row[at], own.part[at]))]
        for places in np.split(at, np.flatnonzero(np.diff(own.part[at])) + 1):
            rows, own_values = own.row[places], values[places]
            one, other = sorted((int(rows[own_values.argmin()]), int(rows[own_values.argmax()])))
            self._disagree(int(keeper[places[0]]), name, one, other)

    def _said(self, name: str, one: int, other: int) -> tuple[float, float]:
        values = self.parts.number(name)
        return float(values[one]), float(values[other])

    def _take(self, name: str, taken: Sequence[tuple[int, int]]) -> None:
        """Gives parts the fact of another of their rows, with its cell."""
        values = self.parts.frame[name].to_numpy()
        for part, row in taken:
            if part != row:
                self._column(name)[part] = values[row]
                unread = self._unreadable.get(part, self.parts.unreadable.get(part, ()))
                if name in unread:
                    self._unreadable[part] = tuple(one for one in unread if one != name)
                self._cells.setdefault(part, {})[name] = self._cell(row, name)

    def _disagree(self, part: int, name: str, one: int, other: int) -> None:
        """What was reckoned from figures that differ is missing as they are."""
        if name not in self.parts.columns[int(self._places[-1][one])]:
            self._column(name)[part] = np.nan
            return
        values = self._said(name, one, other)
        said = tuple(
            (as_said(value), self._cell(row, name))
            for value, row in zip(values, (one, other), strict=True)
        )
        self._conflicts.setdefault(part, []).append(Conflict(name, said))
        self._column(name)[part] = np.nan
        self._miss(part, name)
        self._mark(part, "conflict")

    def _keep_remarks(self, rows: Rows, keeper: Rows) -> None:
        """The remarks and dated needs of rows go to the row that stays."""
        stays = dict(pairs(rows, keeper))
        for row, words in self.parts.marks.items():
            if stays.get(row, row) != row:
                self._mark(stays[row], *words)
        for row, needs in self.parts.requirements.items():
            if row in stays:
                self._needs.setdefault(stays[row], needs)
        is_none = any(NO_AMOUNT in words for words in self.parts.marks.values())
        for part in set(stays.values()) if is_none else ():
            words = self._marks.get(part, self.parts.marks.get(part, ()))
            if NO_AMOUNT in words and self._column("annual_quantity")[part] > 0:
                self._marks[part] = tuple(word for word in words if word != NO_AMOUNT)

    def _miss(self, part: int, name: str) -> None:
        before = self._unreadable.get(part, self.parts.unreadable.get(part, ()))
        self._unreadable[part] = tuple(dict.fromkeys((*before, name)))

    def _mark(self, part: int, *words: str) -> None:
        before = self._marks.get(part, self.parts.marks.get(part, ()))
        if found := tuple(dict.fromkeys(word for word in (*before, *words) if word)):
            self._marks[part] = found

    def _cell(self, row: int, name: str) -> FactCell:
        known = self.parts.provenance.get(row, {}).get(name)
        if known is not None:
            return known
        file, sheet, at, table = (values[row] for values in self._places)
        columns = self.parts.columns[table]
        return FactCell(int(file), str(sheet), int(at), columns.get(name, columns.get(STOCK, 1)))

    @cached_property
    def _places(self) -> list[Any]:
        return [self.parts.frame[name].to_numpy() for name in ("file", "sheet", "row", "table")]

    def _column(self, name: str) -> Any:
        if name not in self._changed:
            self._changed[name] = self.parts.frame[name].to_numpy().copy()
        return self._changed[name]

    def table(self) -> PartTable:
        """The parts with what was added up."""
        frame = self.parts.frame.copy(deep=False)
        for name, values in self._changed.items():
            frame[name] = in_its_dtype(frame, values)
        cells = dict(self.parts.provenance)
        for part, own in self._cells.items():
            cells[part] = {**cells.get(part, {}), **own}
        conflicts = {part: tuple(found) for part, found in self._conflicts.items()}
        return replace(
            self.parts,
            frame=frame,
            marks={**self.parts.marks, **self._marks},
            unreadable={**self.parts.unreadable, **self._unreadable},
            provenance=cells,
            conflicts={**self.parts.conflicts, **conflicts},
            requirements={**self.parts.requirements, **self._needs},
            stock_rows={**self.parts.stock_rows, **self.stock_rows},
        )

    def issues(self) -> dict[int, list[Issue]]:
        """What a reader of each file should know, by index of the file."""
        found: dict[int, list[Issue]] = {}
        for rows in self.leaving.values():
            first = self.parts.frame.iloc[rows[0]]
            what = Issue(
                "W_JOINED", "note", _about(len(rows)), str(first["sheet"]), int(first["row"])
            )
            found.setdefault(int(first["file"]), []).append(what)
        return found


def _about(count: int) -> Message:
    return nmsg(
        "{n} row is of a part that another row names too; they are one part.",
        "{n} rows are of parts that other rows name too; they are one part each.",
        count,
    )
