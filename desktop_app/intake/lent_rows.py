"""Rows of one list beside the parts that they speak of: taken out, compared, written down."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.intake.stock_units import OTHER_UNIT
from desktop_app.model.parts import NUMBER_FIELDS, FactCell, PartTable, Source, StockRow

TOLERANCE = 0.01
"""Relative difference of two numbers that are the same. Own judgement: rounding."""


def in_its_dtype(frame: pd.DataFrame, values: Any) -> "pd.Series[Any]":
    """A column in its own dtype: pandas makes text of an array of objects, and NaN of None."""
    found: pd.Series[Any] = pd.Series(values, dtype=values.dtype, index=frame.index)
    return found


def by_part(frame: pd.DataFrame, name: str, *more: str) -> dict[int, list[Any]]:
    """The lending rows of each part that have a fact, with it and some more, parts in the order of
    the rows.

    Taking rows out of a frame of all facts costs milliseconds each time, however few there are.
    """
    columns = tuple(dict.fromkeys(("base", "file", "sheet", "row", name, *more)))
    has = frame[name].notna().to_numpy()
    values = [frame.index.to_numpy()[has].tolist()]
    values += [frame[column].to_numpy()[has].tolist() for column in columns]
    found: dict[int, list[Any]] = {}
    for row in zip(*values, strict=True):
        told = SimpleNamespace(**dict(zip(("Index", *columns), row, strict=True)))
        found.setdefault(told.base, []).append(told)
    return found


def said_once(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Without the lines of a list of needs that only say again what is there of a material in a plant:
    500 beside each of three needs is 500, not 1,500."""
    needed = (frame["requirement_date"].notna() & frame[name].notna()).to_numpy()
    said = frame.loc[needed, ["base", "plant", name]].fillna({"plant": ""})
    again = np.zeros(len(frame), dtype=np.bool_)
    again[needed] = said.duplicated().to_numpy()
    return frame[~again]


def left_at_needs(rows: Sequence[Any], in_periods: Container[int]) -> list[Any]:
    """Two lines of one plant, each with a need on one day, that say different stock: what is left after
    the need before, or who knows what, and no sum. Empty where there are none.

    ``in_periods``: rows with needs in columns of periods; they are one line for each place.
    """
    first: dict[str | None, Any] = {}
    for row in rows:
        if row.requirement_date is None or row.Index in in_periods or not row.stock_on_hand:
            continue
        before = first.setdefault(row.plant, row)
        if not agree("stock_on_hand", before.stock_on_hand, row.stock_on_hand):
            return [before, row]
    return []


def rows_of_sum(
    name: str,
    rows: Sequence[Any],
    parts: PartTable,
    cell_of: Callable[[Any, int], FactCell],
    column: int,
) -> list[StockRow]:
    """Of which rows a stock is the sum, where rows of its list were added up before; else none."""
    known = parts.stock_rows
    if name != "stock_on_hand" or not any(row.Index in known for row in rows):
        return []
    found = list[StockRow]()
    for row in rows:
        alone = StockRow(float(row.stock_on_hand), cell_of(row, column))
        found += _in_the_unit_of(row, known.get(row.Index, ())) or (alone,)
    return found


def _in_the_unit_of(row: Any, known: tuple[StockRow, ...]) -> tuple[StockRow, ...]:
    """The amounts of one row in the unit of the part that it is lent to."""
    own = sum(one.quantity for one in known if one.counts)
    if not own or own == row.stock_on_hand:
        return known
    times = float(row.stock_on_hand) / own
    return tuple(replace(one, quantity=one.quantity * times) for one in known)


def averaged(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """One row per material and plant: of consumption by month, each row holds one month's."""
    known = frame[frame[name].notna()]
    groups = [known["base"], known["plant"].fillna("")]
    mean = known.groupby(groups)[name].transform("mean")
    return known.assign(**{name: mean}).drop_duplicates(["base", "plant"])


def source_of(row: Any, place: FactCell) -> Source:
    """One supplier of a part, as a row of a purchasing list names it at a place."""
    return Source(
        supplier=or_none(row.supplier),
        country_of_origin=or_none(row.country_of_origin),
        leaves_china=or_none(row.leaves_china),
        lead_time_days=or_none(row.lead_time_days),
        unit_price=or_none(row.unit_price),
        currency=or_none(row.currency),
        place=place,
        ships_from=or_none(row.ships_from),
    )


def all_sources(
    told: Mapping[int, tuple[Source, ...]], found: Mapping[int, Mapping[str, Source]]
) -> dict[int, tuple[Source, ...]]:
    """Per part the sources that its own list names side by side, or those that other lists add to them."""
    return {**told, **{part: tuple(of_firms.values()) for part, of_firms in found.items()}}


def or_none(value: Any) -> Any:
    """A value out of a frame; None where it is missing."""
    return None if value is None or (isinstance(value, float) and np.isnan(value)) else value


NO_PLANT = "amount without a plant"
"""Mark of parts in several plants of which a list without plants tells an amount."""


def marked(
    marks: Mapping[int, tuple[str, ...]],
    conflict: Iterable[int],
    unit: Iterable[int],
    plant: Iterable[int],
) -> dict[int, tuple[str, ...]]:
    """The remarks about parts, with one more for those of which two lists say different things, and for
    those of which an amount is in another ``unit`` or names no ``plant`` of several."""
    found = dict(marks)
    for word, parts in (("conflict", conflict), (OTHER_UNIT, unit), (NO_PLANT, plant)):
        found |= {part: (*found.get(part, ()), word) for part in parts}
    return found


def as_said(value: Any) -> str:
    """A fact as a person reads it."""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def plain(text: str) -> str:
    """A text without its blanks and capitals, to compare it."""
    return "".join(text.casefold().split())


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ in no more than blanks and capitals."""
    return plain(one) == plain(other)


def agree(name: str, one: Any, other: Any) -> bool:
    """Whether two lists say the same: numbers up to rounding, customs numbers up to their length."""
    if name == "hs_code":
        return str(one).startswith(str(other)) or str(other).startswith(str(one))
    if name in NUMBER_FIELDS:
        return bool(abs(one - other) <= TOLERANCE * max(abs(one), abs(other)))
    return same_text(str(one), str(other))
