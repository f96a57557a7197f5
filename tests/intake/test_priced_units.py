"""A price per kilogram is not multiplied with pieces, whichever column says what it is for."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize(
    ("heading", "unit", "spend"),
    [
        ("Order Price Unit", "KG", None), ("Price UoM", "KG", None), ("Price unit", "pcs", 7300.0),
        ("Order unit", "KG", None), ("Order unit", "box", 7300.0), ("Weight unit", "KG", 7300.0),
    ],
)  # fmt: skip
def test_pieces_times_a_price_for_a_mass_are_no_money(
    read_rows: ReadRows, heading: str, unit: str, spend: float | None
) -> None:
    row = ["NdFeB magnet", 3650, "pcs", 2, unit]
    reading = read_rows([
        ["Part number", "Description", "Annual demand", "Base unit", "Price", heading],
        ["P-1", *row], ["P-2", *row],
    ])  # fmt: skip
    assert facts(reading, "annual_spend") == [spend, spend]
