"""Which column is a price and which is a price times a quantity: the cells themselves say it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.grid import Column, Grid
from desktop_app.intake.numbers import decimal_comma, number_of
from desktop_app.intake.planned_lists import names_any
from desktop_app.model.findings import msg

Numbers = NDArray[np.float64]

MONEY = frozenset(("unit_price", "line_value", "annual_spend"))
QUANTITIES = ("quantity", "annual_quantity")
PRODUCT = {"quantity": "line_value", "annual_quantity": "annual_spend"}
FEWEST = 3
"""Rows on which a product must hold; below it may be chance. Own judgement."""
SHARE = 0.9
PRICED = 0.9
"""Belief in the headings of a price and of the money of a line, from which they are no others. Own judgement."""
MOST_COLUMNS = 12
MOST_ROWS = 400


def by_products(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    grid: Grid,
    rows: NDArray[np.intp],
) -> list[Candidate]:
    """Readings after the sums were done: where quantity x A = B in the rows, A is the price of one
    and B the money of the line, whatever their headings say first."""
    if not any(headings):
        return [*candidates, *_without_headings(candidates, grid, rows)]
    candidates = _counted_by_cells(candidates, headings, grid, rows)
    counted = [c for c in candidates if c.field in QUANTITIES and c.confidence >= 0.5]
    known = {c.column for c in candidates}
    money = {c.column for c in candidates if c.field in MONEY}
    if not counted or not money:
        return list(candidates)
    # "Preço de venda" times how many is money too, and not what is paid.
    unknown = [
        n for n in range(len(headings))
        if headings[n] and n not in known and not names_any(headings[n], "of_sale")
    ]  # fmt: skip
    columns = [*sorted(money), *unknown][:MOST_COLUMNS]
    numbers = _numbers(grid, {*columns, *(c.column for c in counted)}, rows[:MOST_ROWS])
    proven: dict[str, set[int]] = {}
    found = list(candidates)
    # "Estimated Current" times how many makes "Total Current", where "Price" stands beside them.
    sure = {(c.field, c.column) for c in candidates if c.confidence >= PRICED}
    is_priced = any(field == "unit_price" for field, _ in sure)
    totals = {n for field, n in sure if field in MONEY} if is_priced else money
    for quantity in counted:
        for one, whole in permutations((n for n in columns if n != quantity.column), 2):
            is_money = one in money or whole in (totals if one in unknown else money)
            of_line = quantity.column, one, whole
            # In a short list all rows must hold, and both columns be of money by their headings.
            is_short = {one, whole} <= money and {*of_line} <= numbers.keys()
            if is_money and (
                _is_product(numbers, *of_line)
                or (is_short and _is_short_product(numbers, *of_line))
            ):
                found = list(_told(found, one, "unit_price", PRODUCT[quantity.field]))
                found = list(_told(found, whole, PRODUCT[quantity.field], "unit_price"))
                proven.setdefault(PRODUCT[quantity.field], set()).add(whole)
    for field, columns_proven in proven.items():
        found = list(_instead_of_others(found, columns_proven, field))
    return found


def _counted_by_cells(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    grid: Grid,
    rows: NDArray[np.intp],
) -> Sequence[Candidate]:
    """Where no heading says how many, a column that times the price gives the money of the line does:
    "Number", "unit"."""
    if any(c.field in QUANTITIES and c.confidence >= ACCEPTED for c in candidates):
        return candidates
    sure = [c for c in candidates if c.confidence >= ACCEPTED]
    prices = {c.column for c in sure if c.field == "unit_price"}
    lines = {c.column for c in sure if c.field == "line_value"}
    taken = {c.column for c in sure if c.field != "unit"}
    free = [n for n in range(len(headings)) if headings[n] and n not in taken][:MOST_COLUMNS]
    if not prices or not lines or not free:
        return candidates
    numbers = _numbers(grid, {*prices, *lines, *free}, rows[:MOST_ROWS])
    units = {c.column for c in candidates if c.field == "unit"}
    for column in free:
        if any(
            _is_product(numbers, column, one, whole)
            or (column in units and _is_counted_once(numbers, column, one, whole))
            for one in prices
            for whole in lines
        ):
            why = msg("by the cells: the quantity times the price of one is the money of the line")
            others = [c for c in candidates if c.column != column]
            return [*others, Candidate(column, "quantity", BY_CELLS, why)]
    return candidates


Sum = tuple[int | None, int | None, int]
"""Columns of how many, of the price of one, and of the money of the line."""


def sums_of(grid: Grid, columns: Sequence[int], rows: NDArray[np.intp]) -> Sum | None:
    """The columns of numbers of which two give the third, row by row; None where there are none.

    How many is the one in whole numbers; where both are, it mostly stands in front of the price. Where the first
    is many times the second in every line, the two may be prices in yen and how many, which is one now and then,
    or hundreds of screws and what one costs: of these nobody has said which is which.
    """
    numbers = _numbers(grid, set(columns[:MOST_COLUMNS]), rows[:MOST_ROWS])
    for one, other in combinations(numbers, 2):
        for whole in numbers:
            proven = _is_product, _is_short_product
            if whole in (one, other) or not any(p(numbers, one, other, whole) for p in proven):
                continue
            counted = [n for n in (one, other) if _are_whole(numbers[n])]
            if not counted:
                return None, None, whole
            if len(counted) > 1 and not one < other < whole:
                return None, None, whole
            if len(counted) > 1 and _is_many_times(numbers[one], numbers[other]):
                is_one = bool((numbers[other] == 1).any())
                return (other, one, whole) if is_one else (None, None, whole)
            return counted[0], one + other - counted[0], whole
    return None


MANY_TIMES = 10.0
"""How many times a whole price is more than a count, where nothing else tells the two apart. Own judgement."""


def _is_many_times(left: Numbers, right: Numbers) -> bool:
    known = np.isfinite(left) & np.isfinite(right) & (right > 0)
    return bool(known.any() and (left[known] >= MANY_TIMES * right[known]).all())


def _are_whole(numbers: Numbers) -> bool:
    known = numbers[np.isfinite(numbers)]
    return bool((known == np.round(known)).all())


def _without_headings(
    candidates: Sequence[Candidate], grid: Grid, rows: NDArray[np.intp]
) -> Iterator[Candidate]:
    sure = [c for c in candidates if c.confidence >= ACCEPTED]
    taken = {c.column for c in sure if c.field not in QUANTITIES}
    found = sums_of(grid, [n for n in range(len(grid.columns)) if n not in taken], rows)
    for field, column in zip(("quantity", "unit_price", "line_value"), found or (), strict=False):
        if column is not None and not any(c.field == field for c in sure):
            why = msg("by the cells: the quantity times the price of one is the money of the line")
            yield Candidate(column, field, HEADLESS, why)


HEADLESS = 0.65
BY_CELLS = 0.79
"""Belief in a count that only the sums show; a person is asked. Own judgement."""


def _numbers(grid: Grid, columns: set[int], rows: NDArray[np.intp]) -> Mapping[int, Numbers]:
    return {n: read_numbers(grid.columns[n], rows) for n in columns if n < len(grid.columns)}


def read_numbers(column: Column, rows: NDArray[np.intp]) -> Numbers:
    """The numbers of a column in some rows of the sheet; NaN where there is none."""
    codes = column.codes[rows]
    used: dict[int, Any] = {int(code): column.values[code] for code in np.unique(codes)}
    comma = decimal_comma(value for value in used.values() if isinstance(value, str))
    read = {code: number_of(value, bool(comma)) for code, value in used.items()}
    return np.array([read[int(code)] for code in codes], dtype=np.float64)


def _is_product(numbers: Mapping[int, Numbers], quantity: int, one: int, whole: int) -> bool:
    """Rows with a quantity or a price of one prove nothing, nor do rows of zeros: an exchange rate of 1
    is no price."""
    if not {quantity, one, whole} <= numbers.keys():
        return False
    many, price, total = numbers[quantity], numbers[one], numbers[whole]
    tells = np.isfinite(many) & np.isfinite(price) & np.isfinite(total)
    tells &= (many != 0) & (many != 1) & (price != 0) & (price != 1)
    if tells.sum() < FEWEST:
        return False
    expected = many[tells] * price[tells]
    near = np.abs(expected - total[tells]) <= 0.011 + 0.005 * np.abs(expected)
    return bool(near.mean() >= SHARE)


def _is_short_product(numbers: Mapping[int, Numbers], one: int, other: int, whole: int) -> bool:
    """The same of a few rows, all of which hold: two tell, and another has one piece."""
    many, price, total = numbers[one], numbers[other], numbers[whole]
    holds = np.abs(many * price - total) <= 0.011 + 0.005 * np.abs(total)
    tells = (many != 0) & (many != 1) & (price != 0) & (price != 1)
    return len(many) >= FEWEST and bool(holds.all()) and int(tells.sum()) >= FEWEST - 1


def _is_counted_once(numbers: Mapping[int, Numbers], quantity: int, one: int, whole: int) -> bool:
    """The same of a column that is called a unit and holds whole numbers: all rows with money hold, and in one
    of them are several pieces."""
    if not {quantity, one, whole} <= numbers.keys() or not _are_whole(numbers[quantity]):
        return False
    many, price, total = numbers[quantity], numbers[one], numbers[whole]
    tells = np.isfinite(many) & np.isfinite(price) & np.isfinite(total) & (price != 0)
    holds = np.abs(many * price - total) <= 0.011 + 0.005 * np.abs(total)
    several = tells & (many > 1) & (price != 1)
    return int(tells.sum()) >= FEWEST and bool(holds[tells].all()) and bool(several.any())


def proves_product(grid: Grid, quantity: int, rows: NDArray[np.intp]) -> bool:
    """Whether two columns are one another times the quantity, row by row, whatever their headings."""
    columns = [n for n, column in enumerate(grid.columns) if n != quantity][:MOST_COLUMNS]
    numbers = _numbers(grid, {quantity, *columns}, rows[:MOST_ROWS])
    return any(
        _is_product(numbers, quantity, one, whole) for one, whole in permutations(columns, 2)
    )


def _instead_of_others(
    candidates: Sequence[Candidate], proven: set[int], field: str
) -> Iterator[Candidate]:
    """Beside the money of the line that the sums prove, another column of that heading is none:
    "Value" of a board's part, the total of the list beside its heading."""
    why = msg("another column was taken for this; not used")
    for candidate in candidates:
        is_other = candidate.field == field and candidate.column not in proven
        yield weaker(candidate, OTHERS, why) if is_other else candidate


OTHERS = 0.5
"""Belief in a second column of the money of the line; below what is used. Own judgement."""


def _told(
    candidates: Sequence[Candidate], column: int, field: str, never: str
) -> Iterator[Candidate]:
    why = msg("by the cells: the quantity times the price of one is the money of the line")
    has = False
    for candidate in candidates:
        if candidate.column != column or candidate.field not in MONEY:
            yield candidate
        elif candidate.field == field:
            has = True
            yield replace(candidate, confidence=max(candidate.confidence, 0.95), why=why)
        elif candidate.field != never:
            yield candidate
    if not has:
        yield Candidate(column, field, 0.85, why)
