"""However a list is dressed, each of its rows comes out as a part at its own place."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.intake.grid import Column, Grid
from desktop_app.intake.headings import heading_book
from desktop_app.intake.table_parts import read_table
from desktop_app.intake.tables import find_tables

HEADINGS = [
    ["Part Number", "Description", "Supplier", "Manufacturer", "Qty", "Unit Price"],
    ["Teilenummer", "Bezeichnung", "Lieferant", "Hersteller", "Menge", "Preis"],
    ["物料编码", "物料名称", "供应商", "制造商", "数量", "单价"],
]
# Words that are headings themselves, or look like totals, must not break a list.
NAMES = st.sampled_from(
    ["Magnet", "Value", "Reference plate", "Material", "Grade 8.8 bolt", "Total station", "Supplier 1",
     "Unit", "Motor", "Stock", "Element", "磁钢", "Preis", "Sumitomo belt", "Note paper"]
)  # fmt: skip
FIRMS = st.sampled_from(["Supplier 1", "Maker 2", "Vendor", "ACME", "Brand", "OEM", ""])
TITLES = st.lists(
    st.sampled_from([["Price list"], [], ["Date", "2026-11-02"], ["Valid until", "June", "2027"]]),
    max_size=4,
)


def grid_of_rows(rows: list[list[Any]]) -> Grid:
    width = max(map(len, rows))
    padded = [row + [""] * (width - len(row)) for row in rows]
    columns = []
    for cells in zip(*padded, strict=True):
        order = list(dict.fromkeys(cells))
        codes = np.array([order.index(cell) for cell in cells], dtype=np.intp)
        columns.append(Column([cell if cell != "" else None for cell in order], codes))
    return Grid("Parts", False, 1, 1, columns, len(rows))


@given(
    st.sampled_from(HEADINGS),
    TITLES,
    st.lists(st.tuples(NAMES, FIRMS, FIRMS, st.integers(0, 999)), min_size=1, max_size=60),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_every_row_of_a_list_is_a_part(
    heading: list[str], titles: list[list[Any]], body: list[tuple[Any, ...]], has_gap: bool
) -> None:
    data = [
        [f"P-{n:04d}", name, supplier, maker, float(quantity), 1.5]
        for n, (name, supplier, maker, quantity) in enumerate(body)
    ]
    gap: list[list[Any]] = [[]] if has_gap else []
    rows = [*titles, *gap, list(heading), *data]
    grid, book = grid_of_rows(rows), heading_book()
    parts = [found for t in find_tables(grid, book) if (found := read_table(grid, t, book))]
    places = [int(row) for table in parts for row in table.rows]
    first = len(rows) - len(data) + 1
    assert places == list(range(first, first + len(data)))
