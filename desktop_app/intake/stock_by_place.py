"""Stock in a column for each plant or store: "Werk 1000 | Werk 2000", "Stock site A | Stock site B", 上海仓.

All of it is there, so it is added up, and it is said. A list that is one plant's as a whole, by the name of
its file or sheet, says of what plant its stock is.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.answer_words import is_unspaced, says_nothing
from desktop_app.intake.candidates import Candidate
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.intake.heading_text import normalise
from desktop_app.intake.named_places import Place, calls_stock_by_a_name, is_town, place_in
from desktop_app.intake.planned_lists import names_any, said_of_list, words_of
from desktop_app.intake.products import Numbers, read_numbers
from desktop_app.intake.stock_states import is_not_there
from desktop_app.intake.stock_units import (
    OTHER_UNIT,
    Units,
    factors,
    in_units,
    of_pieces,
    texts_in,
    units_of,
)
from desktop_app.intake.sum_words import sum_words
from desktop_app.intake.tables import Table
from desktop_app.intake.unclear_counts import read_counts
from desktop_app.intake.unit_columns import holds_units, shared_word
from desktop_app.intake.units_in_headings import times_of, without_unit
from desktop_app.model.findings import Issue, msg

STOCK = "stock_on_hand"
OTHER_TITLES = frozenset(("price", "value", "mass"))
"""Words by which a list of stock may have something else by place: "Prices and stock"."""
OTHER_AMOUNTS = ("quantity", "annual_quantity", "requirement_quantity", "open_order_quantity")


def settle_stock_by_place(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Adds up the columns of places as stock, where no column says the stock. ``parts``: positions of
    the rows in the sheet."""
    if STOCK not in facts.columns:
        _add_up(grid, table, fields, parts, facts)
    elif "plant" not in facts.columns and not facts.columns.keys() & set(OTHER_AMOUNTS):
        place = _named_by_file(grid)
        if place is not None:
            facts.columns["plant"] = np.full(len(parts), place, dtype=object)


def _add_up(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    columns = _places(grid, table, fields, parts, facts)
    if len(columns) < 2:
        return
    at = grid.first_row + max(0, table.heading), grid.first_column + columns[0]
    read = read_counts(grid, columns, parts, facts, at)
    beside = _beside(grid, table, fields, columns, parts)
    said = {n: _stated(grid, table, n, parts, beside) for n in read}
    counts = {n: found * times_of(STOCK, table.headings[n]) for n, found in read.items()}
    own, read = _in_one_unit(counts, said, of_pieces(facts, len(parts)))
    _tell_of_lost(grid, parts, facts, _Lost(counts, read, said, own))
    whole = _whole(read)
    columns = [n for n in columns if n != whole]
    free = [n for n in columns if not is_not_there(table.headings[n])]
    facts.columns[STOCK] = _sum(read, free, len(parts))
    facts.settled[STOCK] = grid.first_column + columns[0]
    facts.units[STOCK] = own
    blocked = [n for n in columns if n not in free]
    if blocked:
        facts.columns["stock_blocked"] = _sum(read, blocked, len(parts))
        facts.settled["stock_blocked"] = grid.first_column + blocked[0]
        facts.units["stock_blocked"] = own
    what = msg(
        "Stock stands in a column for each place, from {first} to {last}; it was added up.",
        first=table.headings[columns[0]],
        last=table.headings[columns[-1]],
    )
    at = grid.first_row + max(0, table.heading), grid.first_column + columns[0]
    facts.issues.append(Issue("W_STOCK_BY_PLACE", "note", what, grid.name, *at))


def _beside(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    columns: Sequence[int],
    parts: NDArray[np.intp],
) -> Units:
    """The unit of each part by a column that names what the columns of places count; None without one,
    where what is said of the row as a whole holds for them too."""
    used = {*fields.values(), *columns} - {fields.get("unit")}
    theirs = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used
        and holds_units(grid.columns[n], table.heading + 1, heading)
        and any(shared_word(heading, table.headings[place]) for place in columns)
    ]
    if len(theirs) != 1:
        return np.full(len(parts), None, dtype=object)
    return texts_in(grid.columns[theirs[0]], parts)


def _in_one_unit(
    counts: Mapping[int, Numbers], said: Mapping[int, Units], grams: Numbers
) -> tuple[Units, dict[int, Numbers]]:
    """In what the places of each part count, None where nothing says it, and their counts in it. Where
    two count in what cannot be turned into one another, all of that part are missing."""
    units = np.full(len(grams), None, dtype=object)
    for is_counted in (True, False):  # in what nothing lies says least
        for n, own in said.items():
            takes = pd.isna(units) & (np.nan_to_num(counts[n]) > 0 if is_counted else True)
            units = np.where(takes, own, units)
    found = {n: in_units(own, factors(said[n], units, grams)) for n, own in counts.items()}
    lost = np.any([np.isnan(found[n]) & ~np.isnan(own) for n, own in counts.items()], axis=0)
    return units, {n: np.where(lost, np.nan, own) for n, own in found.items()}


class _Lost(NamedTuple):
    """Counts of places before and after they were turned into one unit, what each said and that unit."""

    before: Mapping[int, Numbers]
    after: Mapping[int, Numbers]
    said: Mapping[int, Units]
    units: Units


def _tell_of_lost(grid: Grid, parts: NDArray[np.intp], facts: Facts, counts: _Lost) -> None:
    """Names the first cell of a place that counts in another unit than the places before it."""
    is_lost = {
        n: np.isnan(counts.after[n]) & ~np.isnan(own) & (counts.said[n] != counts.units)
        for n, own in counts.before.items()
    }
    place = next((n for n, which in is_lost.items() if which.any()), None)
    if place is None:
        return
    row = int(np.flatnonzero(is_lost[place])[0])
    what = msg(
        "Places count this part in {unit} and in {other}, which cannot be added up: its stock was not "
        "used. Count all places in one unit, or add a column with the weight of a piece.",
        unit=counts.units[row],
        other=counts.said[place][row],
    )
    at = grid.first_row + int(parts[row]), grid.first_column + place
    facts.issues.append(Issue("W_AMBIGUOUS_NUMBER", "warning", what, grid.name, *at))
    lost = np.any(list(is_lost.values()), axis=0)
    none = np.zeros(len(parts), dtype=np.bool_)
    facts.marked[OTHER_UNIT] = facts.marked.get(OTHER_UNIT, none) | lost


def _stated(grid: Grid, table: Table, place: int, parts: NDArray[np.intp], beside: Units) -> Units:
    """In what one place counts: by its cells and its heading, else by the column beside all of them."""
    own = units_of(grid, table, place, parts)
    return beside if own is None else np.where(pd.isna(own), beside, own)


def _places(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> list[int]:
    """Positions of the columns of stock by place; none where they may count something else."""
    found = places_counted(grid, table.headings, parts, set(fields.values()))
    said = said_of_list(grid, table)
    is_other = bool(facts.columns.keys() & set(OTHER_AMOUNTS)) or names_any(said, "needed")
    is_other |= not kinds_in(said).isdisjoint(OTHER_TITLES)
    is_said = all(place.says_stock for place in found.values())
    is_said |= all(place.word in words_of("store_word") for place in found.values()) and (
        _is_added_up(grid, table.headings, list(found), parts)
    )
    return list(found) if is_said or (names_any(said, "stocked") and not is_other) else []


def _is_added_up(
    grid: Grid, headings: Sequence[str], columns: Sequence[int], parts: NDArray[np.intp]
) -> bool:
    """Whether a column called a sum and nothing else adds up all stores: what lies there, whatever is used."""
    own = [np.nan_to_num(read_numbers(grid.columns[n], parts)) for n in columns]
    total = np.sum(own, axis=0) if own else np.zeros(0)
    return bool(total.any()) and any(
        normalise(headings[n]) in sum_words("sum")
        and np.array_equal(total, np.nan_to_num(read_numbers(grid.columns[n], parts)))
        for n in range(min(len(grid.columns), len(headings), MOST_COLUMNS))
        if n not in columns
    )


def without_places(
    candidates: Sequence[Candidate], headings: Sequence[str], grid: Grid, rows: NDArray[np.intp]
) -> list[Candidate]:
    """Readings without those of columns that count by place: "Werk 2000" over counts names no plant of a
    row."""
    if not len(rows):
        return list(candidates)
    counted = places_counted(grid, headings, rows, set())
    # "Stock A" and "Stock 1" are no names of anything else, as "Stock 2024" may be.
    is_stock = all(
        p.says_stock and (p.word or len(p.name) == 1 or is_town(p.name)) for p in counted.values()
    )
    if not all(place.word for place in counted.values()):
        is_stock &= not _are_before_and_after(grid, list(counted), rows)
    kept = [c for c in candidates if c.column not in counted or (c.field == STOCK and not is_stock)]
    return kept if counted else _without_lone_places(kept, headings)


def _without_lone_places(candidates: list[Candidate], headings: Sequence[str]) -> list[Candidate]:
    """Of "Stock Vigo" and "Stock Ourense" neither is the stock, where it is not known that both are places."""
    half = {
        c.column for c in candidates
        if c.field == STOCK and c.confidence < HALF_KNOWN and calls_stock_by_a_name(headings[c.column])
    }  # fmt: skip
    named = [text for text in headings if text and calls_stock_by_a_name(text)]
    return [c for c in candidates if len(named) < 2 or c.field != STOCK or c.column not in half]


HALF_KNOWN = 0.75
"""Belief up to which only a part of a heading is known. Own judgement."""


def _are_before_and_after(grid: Grid, columns: Sequence[int], rows: NDArray[np.intp]) -> bool:
    """Whether another column says what was taken from one of two stocks and left the other."""
    if len(columns) != 2:
        return False
    rows = rows[:MOST_ROWS]
    before, after = (read_numbers(grid.columns[n], rows) for n in columns)
    taken = np.abs(before - after)
    others = (n for n in range(min(len(grid.columns), MOST_COLUMNS)) if n not in columns)
    return bool(np.isfinite(taken).any() and (taken > 0).any()) and any(
        np.array_equal(taken, read_numbers(grid.columns[n], rows), equal_nan=True) for n in others
    )


MOST_ROWS, MOST_COLUMNS = 400, 60
"""Of a list that are looked at to tell two stores from a stock before and after."""


def places_counted(
    grid: Grid, headings: Sequence[str], rows: NDArray[np.intp], used: set[int]
) -> dict[int, Place]:
    """Columns of counts by place: several that use one word for a place, each with another name."""
    named = {
        n: place
        for n, heading in enumerate(headings[: len(grid.columns)])
        if n not in used
        and heading
        and (place := place_in(without_unit(heading) or heading)) is not None
    }
    found = {n: place for n, place in named.items() if _counts(grid, n, rows)}
    is_one = len({place.word for place in found.values()}) == 1 and not _share_a_word(found)
    return found if is_one and len(set(found.values())) == len(found) > 1 else {}


def _share_a_word(found: Mapping[int, Place]) -> bool:
    """Names that begin or end alike where words are not set apart say more than a place: 金额上海仓."""
    names = [place.name for place in found.values()]
    if not any(map(is_unspaced, names)):
        return False
    begins, ends = ({name[:2] for name in names}, {name[-2:] for name in names})
    return len(begins) == 1 or len(ends) == 1


def _whole(read: Mapping[int, Numbers]) -> int | None:
    """The column that adds up the others, where one does: "Lager gesamt"."""
    plain = {n: np.nan_to_num(found) for n, found in read.items()}
    total = np.sum(list(plain.values()), axis=0)
    for n, own in plain.items():
        if len(plain) > 2 and own.any() and np.allclose(total - own, own):
            return n
    return None


def _counts(grid: Grid, column: int, parts: NDArray[np.intp]) -> bool:
    """Whether all its cells are counts, and any is filled."""
    filled = grid.columns[column].where(_says_something)[parts]
    numbers = read_numbers(grid.columns[column], parts)
    return bool(filled.any() and (numbers[filled] >= 0).all())


def _says_something(value: Value) -> bool:
    return value is not None and not says_nothing(shown(value))


def _sum(read: Mapping[int, Numbers], columns: Sequence[int], count: int) -> Numbers:
    if not columns:
        return np.full(count, np.nan)
    own = np.stack([read[n] for n in columns])
    total: Numbers = np.where(np.isfinite(own).any(axis=0), np.nansum(own, axis=0), np.nan)
    return total


def _named_by_file(grid: Grid) -> str | None:
    for text in (grid.name, grid.file_name.rsplit(".", 1)[0]):
        place = place_in(text) if text else None
        if place is not None and place.word:
            return place.name
    return None
