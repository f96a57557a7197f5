"""Whose numbers "your" and "our" are: the buyer's or the supplier's."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize(
    ("order", "numbers"), [("Our PO", ["OP-1", "OP-2"]), ("Order", ["HS49E", "QM-20"])]
)
def test_who_calls_the_orders_its_own_is_the_buyer(
    read_rows: ReadRows, order: str, numbers: list[str]
) -> None:
    """In a list of a supplier "Your part" is the number that the reader knows."""
    reading = read_rows([
        [order, "Your part", "Our part", "Part description", "PO qty"],
        ["PO1", "HS49E", "OP-1", "Hall sensor", 5],
        ["PO2", "QM-20", "OP-2", "Block magnet", 7],
    ])  # fmt: skip
    assert facts(reading, "part_number") == numbers
