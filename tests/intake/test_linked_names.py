"""Lists whose names have no heading, known by amounts and links to shops beside them."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

LINKS = [f"https://shop.example/item/{n}" for n in range(5)]
NAMES = ["Display stand", "T036C", "SHCCG2-50", "Ball bearing 608", "NETWS1.5"]


@pytest.mark.parametrize(("count", "link"), [("数量", "URL"), ("Qty", "Link"), ("Menge", "Link")])
def test_names_without_a_heading_stand_left_of_amounts_and_links(
    read_rows: ReadRows, count: str, link: str
) -> None:
    rows = [[None, count, link], *([n, 2, at] for n, at in zip(NAMES, LINKS, strict=True))]
    reading = read_rows(rows)
    assert len(reading.parts) == len(NAMES)
    assert facts(reading, "quantity") == [2.0] * 5


@pytest.mark.parametrize(
    "rows",
    [
        [[None, "Qty", "Link"], *([f"Class {c}", 20, at] for c, at in zip("ABCDE", LINKS, strict=True))],
        [[None, "Qty"], *([kind, 20] for kind in ("Resistors", "Capacitors", "Motors", "Cables"))],
    ],
)  # fmt: skip
def test_counts_of_anything_are_no_list_of_parts(
    read_rows: ReadRows, rows: list[list[object]]
) -> None:
    assert len(read_rows(rows).parts) == 0
