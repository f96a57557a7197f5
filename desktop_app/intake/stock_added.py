"""Rows of one part by lot, place or state of its stock become one: the stock is added up, the rest counts once.

A list that gives a part in several rows repeats in each what the part needs, costs and takes to deliver. Where
the rows say one thing it is that of the part; where they say two, neither is used and both cells are shown. Rows
of different suppliers or origins stay parts of their own, with the stock of all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.leaving import without_rows
from desktop_app.intake.lent_facts import SUMMED
from desktop_app.intake.lent_rows import TOLERANCE, as_said, in_its_dtype, plain
from desktop_app.intake.roles import DEMANDS, OF_A_LIST
from desktop_app.intake.rows_of_stock import NOT_TOLD, STOCK_ROWS
from desktop_app.intake.same_part import normal_number
from desktop_app.intake.stock_units import OTHER_UNIT
from desktop_app.intake.values import same_unit
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

Rows = NDArray[np.intp]
Numbers = NDArray[np.float64]

STOCK = "stock_on_hand"
NEEDS = frozenset(
    ("annual_quantity", "requirement_quantity", "requirement_date", "quantity", "annual_spend")
)
"""Facts of a list that need the stock of a part as a whole."""
OF_A_THING = (
    "description", "goes_into", "substance", "cas_number", "magnet_grade", "material",
    "reference_designator",
)  # fmt: skip
"""Where rows differ in one of these they are about two things, or two uses of one."""
OF_A_SOURCE = (
    "mpn", "supplier", "manufacturer", "country_of_origin", "ships_from", "leaves_china", "supplier_country",
    "hs_code", "declaration", "end_use", "currency",
)  # fmt: skip
"""Where they differ in one of these they are one part that stays several rows."""
SOMETIMES_NONE = ("annual_quantity", "annual_spend")
"""Amounts of which a nought beside a figure says no other figure."""
_ADDED = msg("its stock is added to that of another row of the same part")


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
        known = _grouped(self.parts, rows, self.not_usable)
        if not len(known):
            return
        is_again = _is_repeated(known)
        table = int(self.parts.frame["table"].iloc[rows[0]])
        gone: list[int] = []
        for _, own in known.groupby("group", sort=False):
            gone += self._add_group(own, is_again=is_again)
        if gone:
            self.leaving[table] = np.array(sorted(gone), dtype=np.intp)

    def _add_group(self, own: pd.DataFrame, *, is_again: bool) -> list[int]:
        """Rows of one number in one plant; those that leave are returned."""
        rows = own["row"].tolist()
        if any(NOT_TOLD in self.parts.marks.get(row, ()) for row in rows):
            return []
        pieces = [piece["row"].tolist() for _, piece in own.groupby("part", sort=False)]
        if any(not self._needs_agree(piece) for piece in pieces):
            return []
        first = {row: piece[0] for piece in pieces for row in piece}
        listed = self._rows_of_stock(own, is_again=is_again)
        is_mixed = own["unit"].nunique() > 1
        lost = rows if is_mixed else [row for row in rows if self._is_lost(row)]
        stock = np.nan if lost else sum(one.quantity for one in listed if one.counts)
        if not listed and not lost:
            stock = np.nan
        for piece in pieces:
            keeper = piece[0]
            self._settle(piece)
            self._column(STOCK)[keeper] = stock
            for name in SUMMED[1:]:
                self._add_other(name, keeper, rows)
            self.stock_rows[keeper] = tuple(listed)
            if lost:
                unread = (
                    *self._unreadable.get(keeper, self.parts.unreadable.get(keeper, ())),
                    STOCK,
                )
                self._unreadable[keeper] = tuple(dict.fromkeys(unread))
                self._mark(keeper, OTHER_UNIT if is_mixed else "")
        return [row for row in rows if first[row] != row]

    def _is_lost(self, row: int) -> bool:
        """Whether a row has stock that cannot be read or is counted in another unit."""
        return STOCK in self.parts.unreadable.get(row, ()) or (
            OTHER_UNIT in self.parts.marks.get(row, ()) and np.isnan(self._number(STOCK)[row])
        )

    def _rows_of_stock(self, own: pd.DataFrame, *, is_again: bool) -> list[StockRow]:
        """The stock of each row that states some, in the order of the rows, and whether it counts."""
        is_taken = bool(own["taken"].all())
        marks = self.parts.frame["special_stock"].to_numpy()
        found = list[StockRow]()
        for row, taken in sorted(zip(own["row"].tolist(), own["taken"].tolist(), strict=True)):
            amount = float(self._number(STOCK)[row])
            if np.isnan(amount):
                continue
            cell = self._cell(row, STOCK)
            if taken and not is_taken:
                found.append(StockRow(amount, cell, "reserved", str(marks[row]).strip()))
            elif is_again and any(one.counts for one in found):
                found.append(StockRow(amount, cell, "again"))
            else:
                found.append(StockRow(amount, cell))
        return found

    def _add_other(self, name: str, keeper: int, rows: list[int]) -> None:
        """Blocked stock lies in its row; what is on its way is that of the part where all rows repeat it."""
        values = self._number(name)[rows]
        stated = values[np.isfinite(values)]
        if not len(stated):
            return
        is_once = name != "stock_blocked" and len(stated) > 1 and float(np.ptp(stated)) == 0
        self._column(name)[keeper] = stated[0] if is_once else stated.sum()

    def _needs_agree(self, rows: list[int]) -> bool:
        """Dated needs of the rows are one and the same, or those of one row alone."""
        said = {self._needs_of(row) for row in rows} - {()}
        return len(said) < 2

    def _needs_of(self, row: int) -> tuple[tuple[Any, float], ...]:
        several = self.parts.requirements.get(row)
        if several is not None:
            return tuple((one.on, one.quantity) for one in several)
        day = self.parts.frame["requirement_date"].to_numpy()[row]
        amount = self._number("requirement_quantity")[row]
        return ((day, float(amount)),) if day is not None and amount >= 0 else ()

    def _settle(self, rows: list[int]) -> None:
        """Gives the first row what they all say, or what one of them says; what two say differently is
        known of none."""
        keeper = rows[0]
        columns = self.parts.columns[int(self.parts.frame["table"].iloc[keeper])]
        for name in columns:
            if name in SUMMED or name not in self.parts.frame or name == "part_number":
                continue
            self._settle_fact(name, rows)
        if any(row in self.parts.requirements for row in rows):
            of = next(row for row in rows if row in self.parts.requirements)
            self._needs[keeper] = self.parts.requirements[of]
        marks = [mark for row in rows for mark in self.parts.marks.get(row, ())]
        self._mark(keeper, *marks)

    def _settle_fact(self, name: str, rows: list[int]) -> None:
        keeper = rows[0]
        values = self.parts.frame[name].to_numpy()
        said = [(row, values[row]) for row in rows if not _is_missing(values[row])]
        if name in SOMETIMES_NONE:
            said = [one for one in said if one[1] != 0] or said
        if not said:
            return
        if name == "special_stock":
            if len(said) < len(rows):
                self._column(name)[keeper] = None  # some of it is everybody's
            return
        if name in ("stock_date", "confirmed_date"):
            said = [min(said, key=lambda one: one[1])]
        other = next((one for one in said if not _agree(name, said[0][1], one[1])), None)
        if other is None:
            row, value = max(said, key=lambda one: one[1]) if name in NUMBER_FIELDS else said[0]
            if row != keeper and (_is_missing(values[keeper]) or values[keeper] != value):
                self._column(name)[keeper] = value
                self._cells.setdefault(keeper, {})[name] = self._cell(row, name)
        elif name in NUMBER_FIELDS:
            self._disagree(keeper, name, said[0], other)

    def _disagree(
        self, keeper: int, name: str, one: tuple[int, Any], other: tuple[int, Any]
    ) -> None:
        said = tuple((as_said(value), self._cell(row, name)) for row, value in (one, other))
        self._conflicts.setdefault(keeper, []).append(Conflict(name, said))
        self._column(name)[keeper] = np.nan
        unread = self._unreadable.get(keeper, self.parts.unreadable.get(keeper, ()))
        self._unreadable[keeper] = tuple(dict.fromkeys((*unread, name)))
        self._mark(keeper, "conflict")

    def _mark(self, keeper: int, *words: str) -> None:
        before = self._marks.get(keeper, self.parts.marks.get(keeper, ()))
        if found := tuple(dict.fromkeys(word for word in (*before, *words) if word)):
            self._marks[keeper] = found

    def _cell(self, row: int, name: str) -> FactCell:
        known = self.parts.provenance.get(row, {}).get(name)
        if known is not None:
            return known
        place = self.parts.frame[["file", "sheet", "row", "table"]].iloc[row]
        columns: Mapping[str, int] = self.parts.columns[int(place["table"])]
        at = columns.get(name, columns.get(STOCK, 1))
        return FactCell(int(place["file"]), str(place["sheet"]), int(place["row"]), at)

    def _column(self, name: str) -> Any:
        if name not in self._changed:
            self._changed[name] = self.parts.frame[name].to_numpy().copy()
        return self._changed[name]

    def _number(self, name: str) -> Numbers:
        return self.parts.number(name)

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
        "{n} row gives more stock of a part of another row; it was added up.",
        "{n} rows give more stock of parts of other rows; it was added up.",
        count,
    )


def _grouped(parts: PartTable, rows: Rows, not_usable: frozenset[str]) -> pd.DataFrame:
    """The rows of the table that share a number and a plant with another: ``group`` of those, and ``part``
    of those that stay one row; first come those whose stock is free."""
    frame = parts.frame
    number = frame["part_number"].to_numpy()[rows]
    number = np.where(pd.isna(number), frame["mpn"].to_numpy()[rows], number)
    codes, texts = pd.factorize(number)
    known = np.array([*(normal_number(text) for text in texts), None], dtype=object)
    again = np.zeros(len(rows), dtype=np.bool_)
    numbers, _ = pd.factorize(known[codes])
    again[numbers >= 0] = np.bincount(numbers[numbers >= 0])[numbers[numbers >= 0]] > 1
    if not again.any():
        return pd.DataFrame()
    rows, numbers = rows[again], numbers[again]
    group = _joined(numbers, _compared(frame["plant"].to_numpy()[rows]))
    things = _apart(frame, rows, group, OF_A_THING)
    group = _joined(group, things)
    marks = frame["special_stock"].to_numpy()[rows]
    taken = [isinstance(m, str) and m.strip().casefold() in not_usable for m in marks.tolist()]
    found = pd.DataFrame(
        {"row": rows, "group": group, "part": _apart(frame, rows, group, OF_A_SOURCE), "taken": taken,
         "unit": _kinds_of_units(frame["unit"].to_numpy()[rows]), STOCK: parts.number(STOCK)[rows]}
    )  # fmt: skip
    found = found[np.bincount(group)[group] > 1]
    return found.sort_values(["taken", "row"], kind="stable")


def _kinds_of_units(units: NDArray[Any]) -> NDArray[np.float64]:
    """A number per unit that counts something else, NaN where none is said."""
    codes, texts = pd.factorize(np.asarray(units, dtype=object))
    first = [next(n for n, one in enumerate(texts) if same_unit(one, text)) for text in texts]
    return np.array([*map(float, first), np.nan])[codes]


def _apart(
    frame: pd.DataFrame, rows: Rows, group: "NDArray[np.int64]", names: tuple[str, ...]
) -> "NDArray[np.int64]":
    """A number per row by which it differs from others of its group. What is said by some of them alone
    holds for all."""
    found = np.zeros(len(rows), dtype=np.int64)
    for name in names:
        if name not in frame:
            continue
        codes = _compared(frame[name].to_numpy()[rows])
        if not codes.any():
            continue
        most = np.zeros(int(group.max()) + 1, dtype=np.int64)
        least = np.full(len(most), np.iinfo(np.int64).max)
        np.maximum.at(most, group, codes)
        np.minimum.at(least, group, np.where(codes > 0, codes, np.iinfo(np.int64).max))
        differs = (most > 0) & (most != least)
        found = _joined(found, np.where(differs[group], codes, 0))
    return found


def _compared(values: NDArray[Any]) -> "NDArray[np.int64]":
    """A number per text without its blanks and capitals, 0 where there is none."""
    codes, texts = pd.factorize(np.asarray(values, dtype=object))
    same, _ = pd.factorize(np.array([plain(str(text)) for text in texts], dtype=object))
    return np.append(same + 1, 0)[codes].astype(np.int64)


def _joined(one: NDArray[Any], other: NDArray[Any]) -> "NDArray[np.int64]":
    _, found = np.unique(one * (int(other.max(initial=0)) + 1) + other, return_inverse=True)
    return found.astype(np.int64)


def _is_repeated(known: pd.DataFrame) -> bool:
    """Whether the list repeats the stock of the part in each row: in no part of several do they differ,
    and two parts have different stock. Boxes of one size are alike everywhere."""
    stated = known[known[STOCK].notna() & ~known["taken"]]
    by = stated.groupby("group")[STOCK].agg(["min", "max", "size"])
    several = by[by["size"] > 1]
    return bool(
        len(several) > 1
        and (several["min"] == several["max"]).all()
        and several["min"].nunique() > 1
    )


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and np.isnan(value))


def _agree(name: str, one: Any, other: Any) -> bool:
    if name in NUMBER_FIELDS:
        return bool(abs(one - other) <= TOLERANCE * max(abs(one), abs(other)))
    return plain(str(one)) == plain(str(other))
