"""Readings of headings that the cells of the list disprove: sums, differences and codes of an ERP system."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.amounts import BARE_MASSES
from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.counted_places import counted_places
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import normalise, says_per_one, without_brackets
from desktop_app.intake.products import proves_product, read_numbers
from desktop_app.intake.stock_by_place import without_places
from desktop_app.intake.unit_columns import by_unit_columns
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.model.findings import msg

FEWEST = 3
"""Rows that prove a sum or a difference at least. Own judgement."""
EXACT = 0.0005
"""How far a sum may be from what adds up, beside a cent: the list adds what it shows. Own judgement."""
FOOT = 60
"""Rows at the end of a list in which its last number is looked for first. Own judgement."""
ASKED = 0.75
DISPROVED = 0.5
_BY_CELLS = msg("by its cells and the columns beside it")
_OTHER = msg("another column was taken for this; not used")

TYPES_OF_MATERIAL = frozenset(
    """ABF COUP DIEN ERSA FERT FHMI FRIP HALB HAWA HERB HERS HIBE IBAU INTR KMAT LEER LEIH LGUT MODE NLAG
    PROC PROD ROH UNBW VERP VOLL WETT""".split()  # noqa: SIM905
)
"""Types of material as SAP delivers them (table T134, transaction OMS2): what kind of record a material
is, not what it is made of."""


def by_cells(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    grid: Grid,
    rows: NDArray[np.intp],
    end: int,
) -> list[Candidate]:
    """All readings, weaker where the cells speak against them. ``rows``: positions of the full rows;
    ``end``: one past the last row of the table."""
    found = _added_up(counted_places(candidates, grid, rows), headings, grid, rows, end)
    found = _still_to_come(found, headings, grid, rows)
    found = _nothing_for_none(found, headings, grid, rows)
    found = _of_the_part(found, headings, grid, rows, end)
    found = _of_the_substances(found, grid, rows)
    found = without_places(found, headings, grid, rows)
    found = by_unit_columns(found, headings, grid, int(rows[0]) if len(rows) else end)
    found = [_colour(candidate, headings, grid, rows) for candidate in found]
    return [_kind_of_record(candidate, grid, rows) for candidate in found]


def _added_up(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    grid: Grid,
    rows: NDArray[np.intp],
    end: int,
) -> list[Candidate]:
    """A price that the list adds up as it stands, though it buys several of many parts, is the money
    of the line: 249 screws for 28.80. Where it multiplies another column by how many, such as the mass,
    it knows the difference, and a person should look what it added up."""
    sure = [c for c in candidates if c.confidence >= ACCEPTED]
    prices = {c.column for c in sure if c.field == "unit_price"}
    counts = [c.column for c in sure if c.field == "quantity"]
    has_other = any(c.field == "line_value" and c.confidence > ASKED for c in sure)
    if len(prices) != 1 or not counts or has_other or not len(rows):
        return list(candidates)
    (price,) = prices
    if says_per_one(headings[price]) or not _is_sum(grid, counts[0], price, int(rows[0]), end):
        return list(candidates)
    if proves_product(grid, counts[0], rows):
        return [weaker(c, ASKED, _BY_CELLS) if c.field == "unit_price" else c for c in candidates]

    def change(candidate: Candidate) -> Candidate:
        if candidate.field == "line_value":
            return weaker(candidate, DISPROVED, _OTHER)
        if candidate.field != "unit_price":
            return candidate
        return replace(candidate, field="line_value", confidence=ASKED, why=_BY_CELLS)

    return [change(candidate) for candidate in candidates]


def _is_sum(grid: Grid, count: int, price: int, start: int, end: int) -> bool:
    """Whether the last number of a column is the sum of those above it, and would be another one if
    each were taken as often as its row says."""
    foot = np.arange(max(start, end - FOOT), end)
    last = np.flatnonzero(np.isfinite(read_numbers(grid.columns[price], foot)))
    if len(last) and np.isfinite(read_numbers(grid.columns[count], foot[last[-1:]])).any():
        return False  # most lists end with a part: nothing is to be read then
    everywhere = np.arange(start, end)
    money = read_numbers(grid.columns[price], everywhere)
    many = read_numbers(grid.columns[count], everywhere)
    given = np.flatnonzero(np.isfinite(money))
    if len(given) <= FEWEST or np.isfinite(many[given[-1]]):
        return False
    total, above = money[given[-1]], given[:-1]
    often = np.where(np.isfinite(many[above]), many[above], 1.0)
    if (often - 1).sum() < FEWEST:
        return False  # of one more than of all others nothing is told
    plain, times = float(money[above].sum()), float((money[above] * often).sum())
    tolerated = 0.011 + EXACT * abs(total)
    return bool(abs(plain - total) <= tolerated < abs(times - total))


BACK_ORDERS = words_of_kind("back_order")
"""Headings of what of an order is still to come."""


def _still_to_come(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    grid: Grid,
    rows: NDArray[np.intp],
) -> list[Candidate]:
    """What is ordered less what is still to come is what was sent, however it is called: "Available"
    in the order of a distributor is no stock of the buyer."""
    if not len(rows):
        return list(candidates)
    orders = [c.column for c in candidates if c.field == "quantity" and c.confidence >= ACCEPTED]
    behind = [n for n, text in enumerate(headings) if _bare(text) in BACK_ORDERS]
    stocks = [c for c in candidates if c.field == "stock_on_hand"]
    if not orders or not behind or not stocks:
        return list(candidates)
    ordered, missing = (read_numbers(grid.columns[n], rows) for n in (orders[0], behind[0]))

    def change(candidate: Candidate) -> Candidate:
        if candidate not in stocks:
            return candidate
        sent = read_numbers(grid.columns[candidate.column], rows)
        tells = np.isfinite(ordered) & np.isfinite(missing) & np.isfinite(sent)
        is_enough = tells.sum() >= min(FEWEST, len(rows))
        is_rest = is_enough and bool((ordered == sent + missing)[tells].all())
        return weaker(candidate, DISPROVED, _BY_CELLS) if is_rest else candidate

    return [change(candidate) for candidate in candidates]


def _nothing_for_none(
    candidates: Sequence[Candidate], headings: Sequence[str], grid: Grid, rows: NDArray[np.intp]
) -> list[Candidate]:
    """What costs nothing in just those rows in which none is ordered is the money of the line: "estimated_cost"
    beside "final_order_qty", whatever that column is called. "Unit price" stays the price of one, and an average
    cost is nothing where nothing is in stock."""
    money = [c for c in candidates if c.field == "unit_price" and c.confidence >= ACCEPTED]
    if len(money) != 1 or any(
        c.field == "quantity" and c.confidence >= ACCEPTED for c in candidates
    ):
        return list(candidates)
    column = money[0].column
    if says_per_one(normalise(headings[column])):
        return list(candidates)
    none = read_numbers(grid.columns[column], rows) == 0
    if min(none.sum(), (~none).sum()) < FEWEST:
        return list(candidates)
    known = {c.column for c in candidates if c.confidence >= ACCEPTED}
    others = (n for n in range(len(grid.columns)) if n not in known)
    if not any(np.array_equal(read_numbers(grid.columns[n], rows) == 0, none) for n in others):
        return list(candidates)
    changed = replace(money[0], field="line_value", confidence=ASKED, why=_BY_CELLS)
    return [changed if c is money[0] else c for c in candidates]


def _bare(heading: str) -> str:
    return normalise(without_brackets(heading)[0])


MOSTLY, HARDLY = 0.5, 0.2
"""Shares of rows that have a mass: of the parts, and of the substances in them. Own judgement."""


def _of_the_part(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    grid: Grid,
    rows: NDArray[np.intp],
    end: int,
) -> list[Candidate]:
    """A bare "Weight" beside CAS numbers is that of the part where the rows of parts have one and those
    of substances have none, as in the tree of a material data sheet."""
    named = [c.column for c in candidates if c.field == "cas_number" and c.confidence >= ACCEPTED]
    if not named or not len(rows) or any(c.field == "unit_mass" for c in candidates):
        return list(candidates)
    start = int(rows[0])
    substances = grid.columns[named[0]].filled[start:end]
    parts = (grid.filled_per_row[start:end] > 1) & ~substances

    def change(candidate: Candidate) -> Candidate:
        is_bare = _bare(headings[candidate.column]) in BARE_MASSES
        if candidate.field != "substance_mass" or not is_bare:
            return candidate
        weighed = grid.columns[candidate.column].filled[start:end]
        if not parts.any() or not substances.any():
            return candidate
        if weighed[parts].mean() < MOSTLY or weighed[substances].mean() > HARDLY:
            return candidate
        return replace(candidate, field="unit_mass", confidence=ASKED, why=_BY_CELLS)

    return [change(candidate) for candidate in candidates]


def _of_the_substances(
    candidates: Sequence[Candidate], grid: Grid, rows: NDArray[np.intp]
) -> list[Candidate]:
    """A weight that differs from row to row of one part is that of each substance in it."""
    sure = {c.field: c.column for c in candidates if c.confidence >= ACCEPTED}
    named = sure.get("part_number", sure.get("mpn"))
    is_about = "substance" in sure or "cas_number" in sure
    if named is None or not is_about or "unit_mass" not in sure or "substance_mass" in sure:
        return list(candidates)
    weights = read_numbers(grid.columns[sure["unit_mass"]], rows)
    told = grid.columns[sure.get("substance", sure.get("cas_number", named))]
    weights = np.where(told.filled[rows], weights, np.nan)
    said = pd.Series(grid.columns[named].codes[rows]).where(grid.columns[named].filled[rows])
    of_part = pd.Series(weights).groupby(said.ffill().to_numpy()).agg(["count", "nunique"])
    several = of_part[of_part["count"] > 1]
    if not len(several) or (several["nunique"] > 1).mean() < MOSTLY:
        return list(candidates)
    return [
        replace(c, field="substance_mass", confidence=ASKED, why=_BY_CELLS)
        if c.field == "unit_mass"
        else c
        for c in candidates
    ]


def _kind_of_record(candidate: Candidate, grid: Grid, rows: NDArray[np.intp]) -> Candidate:
    """ROH, HALB and HAWA under "Material type" are no materials."""
    if candidate.field != "material":
        return candidate
    column = grid.columns[candidate.column]
    said = {shown(column.values[code]) for code in np.unique(column.codes[rows])} - {""}
    if not said or not said <= TYPES_OF_MATERIAL:
        return candidate
    return weaker(candidate, DISPROVED, msg("its heading fits, but its cells do not"))


COLOURS = "ral"
"""The heading of colours of RAL and, in French, of what is still to be delivered (reste à livrer)."""
MOST_IN_HUE = 50
"""RAL Classic numbers its colours from 1000, 2000 to 9000 on, less than 50 in each hue (6039, 7048)."""


def _colour(
    candidate: Candidate, headings: Sequence[str], grid: Grid, rows: NDArray[np.intp]
) -> Candidate:
    """9005 and 7035 under "RAL" are colours: no list has only such rests to come."""
    is_named = _bare(headings[candidate.column]) == COLOURS
    if candidate.field != "open_order_quantity" or not is_named:
        return candidate
    numbers = read_numbers(grid.columns[candidate.column], rows)
    numbers = numbers[np.isfinite(numbers)]
    is_hue = (numbers >= 1000) & (numbers < 10_000) & (numbers % 1000 < MOST_IN_HUE)
    if not len(numbers) or not is_hue.all():
        return candidate
    return weaker(candidate, DISPROVED, msg("its heading fits, but its cells do not"))
