"""A licence ends on its last day, or on the earlier one on which what is left of it is used up."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.project.keys import keys_of
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.recorded import Recorded
from tests.assessment.by_hand import parts

ON = date(2026, 11, 26)
LAST = date(2027, 11, 30)


def listed(*rows: dict[str, Any]) -> PartTable:
    return parts(
        *({"supplier": "Nordmagnet", "part_number": f"M-{at}"} | row for at, row in enumerate(rows))
    )


def until(table: PartTable, left: float | None, unit: str = "", **more: Any) -> list[date | None]:
    """The day on which the licence stops covering each part."""
    record = LicenceRecord(
        "1", "Nordmagnet", number="L-77", valid_from=ON, valid_until=LAST, quantity=5_000.0,
        quantity_left=left, unit=unit, **more,
    )  # fmt: skip
    needed = Spread((Licence("needed"),), np.zeros(len(table), dtype=np.int32))
    found = Recorded(licences=(record,)).on_licences(table, needed, ON)
    return [kind.covered_until for kind in found]


def test_what_is_left_lasts_as_long_as_the_demand_of_its_parts_leaves_it() -> None:
    """200 at 10 a day: 20 days. At 5 more of another part: 13.3 days."""
    ten, five = {"annual_quantity": 3650.0}, {"annual_quantity": 1825.0}
    assert until(listed(ten), 200.0) == [ON + timedelta(days=20)]
    assert until(listed(ten, five), 200.0) == [ON + timedelta(days=13)] * 2
    only = listed(ten, five)
    assert until(only, 200.0, parts=(keys_of(only)[0],)) == [ON + timedelta(days=20), None]


def test_a_demand_that_nobody_knows_does_not_make_it_last_longer() -> None:
    ten = {"annual_quantity": 3650.0}
    assert until(listed(ten, {}), 200.0) == [ON + timedelta(days=20)] * 2
    for mass in (
        {},
        {"unit_mass_g": 1000.0},
    ):  # as the reading has it of what is bought by the kilogram
        by_mass = ten | {"unit": "kg"} | mass
        assert until(listed(ten, by_mass), 200.0, "pcs") == [ON + timedelta(days=20)] * 2


def test_screws_of_the_same_supplier_use_none_of_it() -> None:
    table = listed({"annual_quantity": 3650.0}, {"annual_quantity": 1e6})
    record = LicenceRecord(
        "1", "Nordmagnet", number="L-77", valid_from=ON, valid_until=LAST, quantity_left=200.0
    )
    judged = Spread((Licence("needed"), Licence("not_needed")), np.array([0, 1], dtype=np.int32))
    found = Recorded(licences=(record,)).on_licences(table, judged, ON)
    assert found[0].covered_until == ON + timedelta(days=20)


def test_one_part_from_two_rows_uses_it_once() -> None:
    row = {"annual_quantity": 3650.0, "part_number": "M-1"}
    assert until(listed(row, row), 200.0) == [ON + timedelta(days=20)] * 2


@pytest.mark.parametrize(
    ("row", "left", "unit"),
    [
        ({"annual_quantity": 3650.0}, 9_000.0, ""), ({"annual_quantity": 3650.0}, None, ""),
        ({}, 200.0, ""), ({"annual_quantity": 0.0}, 200.0, ""),
        ({"annual_quantity": 3650.0}, 200.0, "kg"), ({"annual_quantity": 3650.0, "unit": "pcs"}, 200.0, "kg"),
    ],
)  # fmt: skip
def test_enough_or_not_known_it_ends_on_its_last_day(
    row: dict[str, Any], left: float | None, unit: str
) -> None:
    assert until(listed(row), left, unit) == [LAST]


def test_of_two_licences_the_one_that_covers_longer_counts() -> None:
    table = listed({"annual_quantity": 3650.0})
    needed = Spread((Licence("needed"),), np.zeros(1, dtype=np.int32))
    little = LicenceRecord(
        "1", "Nordmagnet", number="L-1", valid_from=ON, valid_until=LAST, quantity_left=50.0
    )
    long = LicenceRecord(
        "2", "Nordmagnet", number="L-2", valid_from=ON, valid_until=ON + timedelta(days=90)
    )
    for licences in ((little, long), (long, little)):
        found = Recorded(licences=licences).on_licences(table, needed, ON)[0]
        assert (found.covered_by, found.covered_until) == ("L-2", ON + timedelta(days=90))


@pytest.mark.parametrize(
    ("row", "left", "unit", "days"),
    [
        ({"annual_quantity": 3650.0, "unit": "pcs", "unit_mass_g": 50.0}, 10.0, "kg", 20),
        ({"annual_quantity": 3650.0, "unit_mass_g": 50.0}, 10_000.0, "g", 20),
        ({"annual_quantity": 3650.0, "unit": "kg"}, 200_000.0, "g", 20),
        ({"annual_quantity": 36.5, "unit": "kg", "unit_mass_g": 50.0}, 40.0, "pcs", 20),
    ],
)
def test_pieces_and_kilograms_are_counted_in_one_another(
    row: dict[str, Any], left: float, unit: str, days: int
) -> None:
    """A licence of 10 kg for magnets of 50 g, 10 a day: it was said to hold to its last day."""
    assert until(listed(row), left, unit) == [ON + timedelta(days=days)]
