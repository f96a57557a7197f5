"""What one file says of the parts of another: taken over with its cell, or shown as a conflict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.left_out import LeftOut
from desktop_app.intake.lent_facts import (
    BELONGS,
    DEMANDS,
    IN_WORDS,
    OF_A_SOURCE,
    OF_SOURCES,
    SUMMED,
    TAKEN,
)
from desktop_app.intake.lent_plants import in_their_plants
from desktop_app.intake.lent_rows import (
    agree,
    all_sources,
    as_said,
    averaged,
    by_part,
    in_its_dtype,
    left_at_needs,
    marked,
    plain,
    rows_of_sum,
    said_once,
    source_of,
)
from desktop_app.intake.lent_substances import substance_facts
from desktop_app.intake.lent_units import in_the_units_of
from desktop_app.intake.planned_days import own_needs
from desktop_app.intake.roles import Role
from desktop_app.intake.same_part import Pairs
from desktop_app.intake.same_supplier import key_of_firm
from desktop_app.intake.table_parts import PERIODS
from desktop_app.model.parts import (
    NUMBER_FIELDS,
    PLACE_FIELDS,
    Conflict,
    FactCell,
    PartTable,
    Requirement,
    Source,
    StockRow,
    SubstanceFact,
)

Rows = NDArray[np.intp]


@dataclass(eq=False)
class Picture:
    """The parts while files lend facts to them. ``parts`` is only read; ``table`` gives the result.

    ``not_usable``: marks, in lower case, of stock that belongs to somebody else's order.
    """

    parts: PartTable
    not_usable: frozenset[str]
    conflicts: dict[int, list[Conflict]] = field(default_factory=dict)
    _changed: dict[str, Any] = field(default_factory=dict)
    _cells: dict[int, dict[str, FactCell]] = field(default_factory=dict)
    _sources: dict[int, dict[str, Source]] = field(default_factory=dict)
    """Of parts with several sources, these by the plain name of the supplier."""
    _lent_sources: dict[int, dict[str, Source]] = field(default_factory=dict)
    """The same of parts of one supplier whom a list named; the next list may name another."""
    _substances: dict[int, list[SubstanceFact]] = field(default_factory=dict)
    _requirements: dict[int, list[Requirement]] = field(default_factory=dict)
    _using: dict[int, set[str]] = field(default_factory=dict)
    """Plants that need a part, as lists of demand say."""
    _told: dict[tuple[int, str], frozenset[str]] = field(default_factory=dict)
    """Plants of which lists told an amount of a part, by part and fact."""
    _unread: dict[int, list[str]] = field(default_factory=dict)
    """Facts of parts of which a row that lends them cannot be read."""
    _stock_rows: dict[int, tuple[StockRow, ...]] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)

    def named(self, rows: Rows) -> Rows:
        """Rows of a declaration, each with a number: a part is named once, above its substances."""
        frame = self.parts.frame.copy(deep=False)
        for name in ("part_number", "mpn"):
            column = frame[name].to_numpy().copy()
            column[rows] = pd.Series(column[rows], dtype=object).ffill().to_numpy()
            frame[name] = in_its_dtype(frame, column)
        self.parts = replace(self.parts, frame=frame)
        return rows

    def gather_rows(self, rows: Rows, further: tuple[str, ...] = ()) -> None:
        """Forgets the amounts of rows that are about to be lent them again, and ``further`` facts."""
        days = ("requirement_date", "confirmed_date", "stock_date")
        self.forget(rows, (*SUMMED, *DEMANDS, *days, *further))
        self._requirements.update((int(row), []) for row in rows)

    def forget(self, rows: Rows, names: Iterable[str]) -> None:
        """Leaves facts of rows unknown."""
        for column in map(self._column, names):
            column[rows] = np.nan if column.dtype.kind == "f" else None

    def lend(self, pairs: Pairs, role: Role, besides: frozenset[str] = frozenset()) -> None:
        """Takes over what rows of one table say of parts, some facts left out."""
        order = np.lexsort((pairs.lending, pairs.base))
        pairs = Pairs(pairs.lending[order], pairs.base[order])
        if role == "declaration":
            self._declare(pairs)
            return
        frame = self._rows(pairs, adopts_unit=role == "planning")
        places = self.parts.columns[int(frame["table"].iloc[0])] if len(frame) else {}
        places = {name: at for name, at in places.items() if name not in besides}
        if "supplier" not in {*places, *besides} and frame["supplier"].notna().any():
            # Named above the list, for all rows.
            places["supplier"] = min(places.values(), default=1)
        if role == "orders" and "open_order_quantity" not in places:
            frame = frame.assign(open_order_quantity=frame["quantity"])
            places["open_order_quantity"] = places["quantity"]
        self._note_plants(frame, places)
        for name in SUMMED:
            if name in places:
                self._sum(self._where_used(said_once(frame, name)), name, places[name])
        if "requirement_date" in places:
            self._require(frame, places)
        for name in ("confirmed_date", "stock_date"):
            if name in places:
                self._earliest(frame, name, places)
        taken = [name for name in TAKEN if name in places]
        several = self._find_sources(frame, places) if "supplier" in places else set()
        for name in taken:
            if name == "annual_quantity" and places.keys() & set(PERIODS):
                self._sum(averaged(frame, name), name, places[name])
            elif name == "annual_quantity" and "plant" in places:
                self._sum(frame, name, places[name])
            else:
                self._take(frame, name, places, several if name in OF_A_SOURCE else set())

    def table(self) -> PartTable:
        """The parts with everything that was lent to them."""
        frame = self.parts.frame.copy(deep=False)
        for name, values in self._changed.items():
            frame[name] = in_its_dtype(frame, values)
        unreadable = dict(self.parts.unreadable)
        for part, unread in self._unread.items():
            unreadable[part] = tuple(dict.fromkeys((*unreadable.get(part, ()), *unread)))
        for part, conflicts in self.conflicts.items():
            names = (*unreadable.get(part, ()), *(c.field for c in conflicts))
            unreadable[part] = tuple(dict.fromkeys(names))
        cells = dict(self.parts.provenance)
        for part, own in self._cells.items():
            cells[part] = {**cells.get(part, {}), **own}
        return replace(
            self.parts,
            frame=frame,
            unreadable=unreadable,
            provenance=cells,
            sources=all_sources(self.parts.sources, self._sources),
            substances={part: tuple(found) for part, found in self._substances.items()},
            conflicts={part: tuple(found) for part, found in self.conflicts.items()},
            requirements={
                **self.parts.requirements,
                **{part: tuple(found) for part, found in self._requirements.items() if found},
            },
            stock_rows={**self.parts.stock_rows, **self._stock_rows},
            marks=marked(
                self.parts.marks,
                conflict=self.conflicts,
                unit=self.left_out.parts,
                plant=self.left_out.parts_unplaced,
            ),
        )

    def _rows(self, pairs: Pairs, *, adopts_unit: bool) -> pd.DataFrame:
        """The lending rows, each with the part it speaks of, in the plant and the unit of that."""
        frame = self.parts.frame.iloc[pairs.lending].assign(base=pairs.base)
        frame = in_their_plants(frame, self._column("plant")[pairs.base], self.left_out)
        if adopts_unit:
            self._adopt_units(frame)
        base = frame["base"].to_numpy(np.intp)
        units, grams = self._column("unit")[base], self._column("unit_mass_g")[base]
        frame, lost = in_the_units_of(frame, units, grams)
        self.left_out.note_units(lost)
        return frame

    def _adopt_units(self, frame: pd.DataFrame) -> None:
        """A part without a unit is counted in that of the first list that has amounts of it."""
        if all(unit is not None for unit in self._column("unit")[frame["base"].to_numpy(np.intp)]):
            return
        amounts = [*SUMMED, *DEMANDS]
        counted = frame[frame["unit"].notna() & frame[amounts].notna().any(axis=1)]
        places = self.parts.columns[int(frame["table"].iloc[0])] if len(frame) else {}
        said = [places[name] for name in ("unit", *amounts) if name in places]
        for part, rows in by_part(counted, "unit").items():
            if said and self._column("unit")[part] is None:
                self._offer(part, "unit", rows[0].unit, self._cell(rows[0], said[0]))

    def _note_plants(self, frame: pd.DataFrame, places: Mapping[str, int]) -> None:
        demands = [name for name in DEMANDS if name in places]
        if "plant" not in places or not demands:
            return
        for part, rows in by_part(frame[(frame[demands] > 0).any(axis=1)], "plant").items():
            self._using.setdefault(part, set()).update(plain(row.plant) for row in rows)

    def _where_used(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Rows in the plants that use their part, as far as any list says which do."""
        if not self._using or not len(frame):
            return frame
        uses = np.array(
            [
                plant is None or part not in self._using or plain(plant) in self._using[part]
                for part, plant in zip(frame["base"], frame["plant"], strict=True)
            ],
            dtype=np.bool_,
        )
        self.left_out.elsewhere |= set(frame.index[~uses].tolist())
        return frame[uses]

    def _column(self, name: str) -> Any:
        if name not in self._changed:
            self._changed[name] = self.parts.frame[name].to_numpy().copy()
        return self._changed[name]

    def _cell(self, row: Any, column: int) -> FactCell:
        """The cell of a fact; the other way round in a sheet that was read turned."""
        file, sheet, at = int(row.file), str(row.sheet), int(row.row)
        elsewhere = self.parts.provenance.get(int(row.Index))
        is_turned = elsewhere and FactCell(file, sheet, column, at) in elsewhere.values()
        return FactCell(file, sheet, *((column, at) if is_turned else (at, column)))

    def _sum(self, frame: pd.DataFrame, name: str, column: int) -> None:
        known = self._readable(frame[frame[name].notna()], frame, name)
        if name == "stock_on_hand" and self.not_usable:
            marks = known["special_stock"].map(lambda m: str(m).strip().casefold())
            taken = marks.isin(self.not_usable)
            self.left_out.taken |= set(known.index[taken & (known[name] > 0)].tolist())
            known = known[~taken]
        for part, rows in by_part(known, name, "plant", "requirement_date").items():
            if name == "stock_on_hand" and (left := left_at_needs(rows, self.parts.requirements)):
                self._disagree(part, name, [(r.stock_on_hand, self._cell(r, column)) for r in left])
                continue
            total = float(np.array([getattr(row, name) for row in rows], dtype=np.float64).sum())
            if self._is_of_further_plants(part, name, rows):
                self._column(name)[part] += total
            else:
                self._offer(part, name, total, self._cell(rows[0], column))
            if own := rows_of_sum(name, rows, self.parts, self._cell, column):
                self._stock_rows[part] = (*self._stock_rows.get(part, ()), *own)

    def _readable(self, known: pd.DataFrame, frame: pd.DataFrame, name: str) -> pd.DataFrame:
        """The rows of parts of which every row can be read: what is left of a sum is no sum."""
        failed = [row for row in frame.index.tolist() if name in self.parts.unreadable.get(row, ())]
        if not failed:
            return known
        parts = set(frame.loc[failed, "base"].tolist())
        for part in parts:
            self._unread.setdefault(part, []).append(name)
        return known[~known["base"].isin(parts)]

    def _is_of_further_plants(self, part: int, name: str, rows: Sequence[Any]) -> bool:
        """Whether what is there of a fact was all lent, and by lists of other plants: no other figure
        for the same, but one more. The plants are noted."""
        plants = frozenset("" if row.plant is None else plain(row.plant) for row in rows)
        before = self._told.get((part, name), frozenset[str]())
        self._told[part, name] = before | plants
        is_lent = name in self._cells.get(part, {}) and before
        is_told = any(conflict.field == name for conflict in self.conflicts.get(part, ()))
        return bool(is_lent) and not is_told and "" not in before | plants and not before & plants

    def _earliest(self, frame: pd.DataFrame, name: str, places: Mapping[str, int]) -> None:
        first = frame[frame[name].notna()].sort_values(name, kind="stable").drop_duplicates("base")
        for base, (row,) in by_part(first, name).items():
            self._offer(base, name, getattr(row, name), self._cell(row, places[name]))

    def _require(self, frame: pd.DataFrame, places: Mapping[str, int]) -> None:
        """All dated requirements of a part; the first of them is the fact of its row."""
        day, amount = "requirement_date", "requirement_quantity"
        known = frame[frame[day].notna() & (frame[amount] >= 0)]
        known = known.sort_values(day, kind="stable")
        for part, rows in by_part(known, day, amount, "plant").items():
            earlier = self._requirements.get(part, own_needs(self.parts, part))
            further = self._is_of_further_plants(part, day, rows)
            said = set() if further else {(one.on, one.quantity) for one in earlier}
            new = [
                one
                for row in rows
                for one in self._needs_of(row, places[amount])
                if (one.on, one.quantity) not in said
            ]
            found = sorted([*earlier, *new], key=lambda one: one.on)
            self._requirements[part] = found
            for name, value in ((day, found[0].on), (amount, found[0].quantity)):
                self._column(name)[part] = value
                self._cells.setdefault(part, {})[name] = found[0].place

    def _needs_of(self, row: Any, column: int) -> Sequence[Requirement]:
        """What one row needs: on its day, or in its columns of periods, in the unit of its part."""
        several = self.parts.requirements.get(row.Index)
        if several is None:
            day, quantity = row.requirement_date, row.requirement_quantity
            return [Requirement(day, quantity, self._cell(row, column))]
        first = several[0].quantity
        factor = row.requirement_quantity / first if first else 1.0
        return [replace(one, quantity=one.quantity * factor) for one in several]

    def _find_sources(self, frame: pd.DataFrame, places: Mapping[str, int]) -> set[int]:
        """Parts of several suppliers; each supplier becomes a source, the part's own the first."""
        several: set[int] = set()
        for part, rows in by_part(frame, *OF_SOURCES).items():
            known = self._sources.get(part) or self._lent_sources.get(part)
            if known is None:
                own = self.parts.sources.get(part) or self._own_source(part)
                known = {key_of_firm(one.supplier or ""): one for one in own}
            for row in rows:
                key = key_of_firm(str(row.supplier))
                if key not in known:
                    known[key] = source_of(row, self._cell(row, places["supplier"]))
            self._lent_sources[part] = known
            if len(known) > 1:
                self._sources[part] = known
                several.add(part)
        return several

    def _own_source(self, part: int) -> list[Source]:
        row = self._row_of(part, *OF_SOURCES)
        places = self.parts.columns[int(row.table)]
        column = places.get("supplier", min(places.values(), default=1))
        return [] if row.supplier is None else [source_of(row, self._cell(row, column))]

    def _row_of(self, part: int, *names: str) -> Any:
        """Where a part stands, and some of its facts."""
        frame = self.parts.frame
        values = {name: frame[name].iloc[part] for name in (*PLACE_FIELDS, *names)}
        plain = {n: v.item() if isinstance(v, np.generic) else v for n, v in values.items()}
        return SimpleNamespace(Index=part, **plain)

    def _take(
        self, frame: pd.DataFrame, name: str, places: Mapping[str, int], several: set[int]
    ) -> None:
        """Takes a fact over where the rows of a material agree; else they contradict one another."""
        other = BELONGS.get(name, "")
        for part, found in by_part(frame, name, *((other,) if other else ())).items():
            values = [getattr(row, name) for row in found]
            cells = [self._cell(row, places[name]) for row in found]
            at = next((n for n, v in enumerate(values) if not agree(name, values[0], v)), None)
            is_own = part in several
            if at is None:
                self._offer(part, name, values[0], cells[0], is_own_kept=is_own)
                if other:
                    self._offer(part, other, getattr(found[0], other), cells[0], is_own_kept=is_own)
            elif not is_own and name not in IN_WORDS:
                self._disagree(part, name, [(values[0], cells[0]), (values[at], cells[at])])

    def _offer(
        self, part: int, name: str, value: Any, cell: FactCell, *, is_own_kept: bool = False
    ) -> None:
        """Fills a missing fact; a part's own fact that says something else is a conflict."""
        if value is None or (isinstance(value, float) and np.isnan(value)):
            return
        column = self._column(name)
        own = column[part]
        if any(conflict.field == name for conflict in self.conflicts.get(part, ())):
            return
        if own is None or (isinstance(own, float) and np.isnan(own)):
            if name not in self.parts.unreadable.get(part, ()):
                column[part] = value
                self._cells.setdefault(part, {})[name] = cell
        elif not agree(name, own, value) and not is_own_kept and name not in IN_WORDS:
            self._disagree(part, name, [(own, self._own_cell(part, name)), (value, cell)])

    def _own_cell(self, part: int, name: str) -> FactCell:
        taken = self._cells.get(part, {}).get(name) or self.parts.provenance.get(part, {}).get(name)
        if taken is not None:
            return taken
        row = self._row_of(part)
        return self._cell(row, self.parts.columns[int(row.table)].get(name, 0))

    def _disagree(self, part: int, name: str, said: Sequence[tuple[Any, FactCell]]) -> None:
        """Two countries are kept side by side, which counts as unknown; other facts are missing."""
        self.conflicts.setdefault(part, []).append(
            Conflict(name, tuple((as_said(value), cell) for value, cell in said))
        )
        column = self._column(name)
        if name in ("country_of_origin", "ships_from"):
            column[part] = ";".join(dict.fromkeys(str(value) for value, _ in said))
        else:
            column[part] = np.nan if name in NUMBER_FIELDS else None

    def _declare(self, pairs: Pairs) -> None:
        frame = self.parts.frame.iloc[pairs.lending].assign(base=pairs.base)
        places = self.parts.columns[int(frame["table"].iloc[0])]
        column = places.get("cas_number") or places.get("substance") or 0
        if "unit_mass_g" in places:
            self._take(frame, "unit_mass_g", places, set())
        weights = self._column("unit_mass_g")
        for part, fact in substance_facts(frame, weights, lambda row: self._cell(row, column)):
            self._substances.setdefault(part, []).append(fact)
