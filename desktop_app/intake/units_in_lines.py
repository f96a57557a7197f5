"""Lines of data in which units stand that also head columns: 6 | pcs over 17 | pcs."""

from desktop_app.intake.grid import Grid, Value
from desktop_app.intake.values import is_unit


def counts_in_units(grid: Grid, row: int) -> bool:
    """Whether a row has a number beside a unit, as the row below has in the same columns. Over a column of
    amounts "pcs" may be a heading, but no number stands beside it."""
    if row + 1 >= grid.height:
        return False
    own, below = grid.row(row), grid.row(row + 1)
    return any(
        _is_unit(own[n])
        and _is_unit(below[n])
        and any(_are_numbers(own[at], below[at]) for at in (n - 1, n + 1) if 0 <= at < len(own))
        for n in range(len(own))
    )


def repeats_unit(grid: Grid, row: int) -> bool:
    """Whether a row has a unit that stands once more right below it, as no heading does."""
    if row + 1 >= grid.height:
        return False
    pairs = zip(grid.row(row), grid.row(row + 1), strict=True)
    return any(one == other and _is_unit(one) for one, other in pairs)


def _is_unit(value: Value) -> bool:
    return isinstance(value, str) and is_unit(value)


def _are_numbers(one: Value, other: Value) -> bool:
    return isinstance(one, float) and isinstance(other, float)
