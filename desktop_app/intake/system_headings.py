"""Headings that mean one thing in the exports of one system: "Ordered" is what SyteLine has on order, and SYSPRO's
"LeadTime" counts days. ``resources/systems.csv`` has them, with the headings by which each system is known.

A row without ``says`` tells how a system is known, by three of these headings; ``-`` is a column that is none of
what its heading seems to say, and ``days`` the unit of a delivery time.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from desktop_app.intake.candidates import Candidate, weaker
from desktop_app.intake.heading_fields import FIELDS
from desktop_app.intake.heading_text import normalise
from desktop_app.intake.kind_words import WordTableError
from desktop_app.intake.readings import Readings, TableView
from desktop_app.model.findings import msg
from desktop_app.paths import shipped

COLUMNS = ["system", "headings", "says", "source"]
NOTHING, DAYS = "-", "days"
FEWEST_SIGNS = 3
"""Headings of a system from which on a list is its export. Own judgement."""
BELIEVED, REFUTED = 0.9, 0.55
"""Belief in what the system's own heading says, and in what another reading of it would. Own judgement."""
NUMERIC = 0.8
"""Share of numbers below which a column holds no amount, price or time. Own judgement."""
TEXTS = frozenset(("country_of_origin", "supplier", "part_number", "description"))
_BY_CELLS = msg("by its cells and the columns beside it")
_OTHER = msg("another column was taken for this; not used")


@dataclass(eq=False)
class System:
    """``signs``: comparable headings by which it is known; ``says``: what further ones mean."""

    signs: set[str] = field(default_factory=set)
    says: dict[str, str] = field(default_factory=dict)


@cache
def systems() -> Mapping[str, System]:
    """The systems of the table, read strictly. Raises WordTableError."""
    found: defaultdict[str, System] = defaultdict(System)
    with shipped("resources", "systems.csv").open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        if next(rows, None) != COLUMNS:
            raise WordTableError(f"systems.csv line 1: its columns must be {', '.join(COLUMNS)}.")
        for row in rows:
            where = f"systems.csv line {rows.line_num}"
            if len(row) != len(COLUMNS) or not row[0] or not row[1] or not row[3]:
                raise WordTableError(f"{where}: a cell is missing or too many.")
            name, headings, says, _ = row
            if says not in FIELDS | {"", NOTHING, DAYS}:
                raise WordTableError(f"{where}: “{says}” is no field.")
            own = found[name]
            for heading in (normalise(text) for text in headings.split(";")):
                _add(own, heading, says, where)
    return dict(found)


def _add(system: System, heading: str, says: str, where: str) -> None:
    if not heading or (says and heading in system.says):
        raise WordTableError(f"{where}: a heading is empty or said twice.")
    if says:
        system.says[heading] = says
    else:
        system.signs.add(heading)


def said_by_systems(headings: Sequence[str]) -> dict[int, str]:
    """Column to what it says in the system whose export a list is; empty where it is of none that is known.
    Of two systems with as many signs neither is believed."""
    keys = [normalise(heading) if heading else "" for heading in headings]
    own = set(keys) - {""}
    signs = sorted(((len(own & one.signs), name) for name, one in systems().items()), reverse=True)
    most, name = signs[0]
    if most < FEWEST_SIGNS or signs[1][0] == most:
        return {}
    says = systems()[name].says
    return {n: says[key] for n, key in enumerate(keys) if key in says}


def counts_days(headings: Sequence[str], column: int) -> bool:
    """Whether the delivery times of a column are in days, as its system has them."""
    return said_by_systems(headings).get(column) == DAYS


def told_by_system(readings: Readings, table: TableView) -> Readings:
    """What the system of an export means by headings that elsewhere may mean something else."""
    said = {n: says for n, says in said_by_systems(table.headings).items() if n in table.looks}
    for column, says in said.items():
        if says == NOTHING:
            readings = [weaker(c, REFUTED, _OTHER) if c.column == column else c for c in readings]
        elif says != DAYS:
            readings = _as_said(readings, table, column, says, said.keys())
    return readings


def _as_said(
    readings: Readings, table: TableView, column: int, says: str, told: Set[int]
) -> Readings:
    """One column as the field that its system says, unless its cells speak against it or another is that field."""
    look = table.looks[column]
    # "Purchase Orders" may hold the numbers of these.
    fits = says in TEXTS or (look.numeric >= NUMERIC and look.order_number < NUMERIC)
    is_taken = any(
        c.field == says and c.column != column and c.confidence >= BELIEVED and c.column not in told
        for c in readings
    )
    if not fits or is_taken:
        return readings
    spoken = next((c.languages for c in readings if c.column == column), ())
    kept = [c for c in readings if c.column != column]
    return [*kept, Candidate(column, says, BELIEVED, _BY_CELLS, spoken)]
