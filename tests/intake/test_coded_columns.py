"""Columns travel as their distinct values and the code of each cell."""

from array import array
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from desktop_app.intake.reader_child import _Coded

CELLS = some.one_of(
    some.sampled_from(["", "P-1", "P-2", 1.0, 0.0, True, False]),
    some.text(max_size=3),
    some.floats(),
)
BLOCKS = some.lists(some.lists(CELLS, min_size=1, max_size=6).map(tuple), max_size=8)


@given(BLOCKS)
def test_values_and_codes_give_the_cells_back(blocks: list[tuple[Any, ...]]) -> None:
    column = _Coded()
    for block in blocks:
        column.add(block)
    cells = [cell for block in blocks for cell in block]
    codes = column.codes or array("i", range(len(cells)))
    back = [column.values[code] for code in codes]
    assert len(back) == len(cells)
    assert all(a is b or a == b for a, b in zip(back, cells, strict=True))
    assert list(dict.fromkeys(cells)) == column.values, "each once, in the order of its first cell"
    assert bool(column.codes) == (len(column.values) < len(cells))
