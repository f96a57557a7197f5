"""A magnet grade under a heading that says nothing describes the part: without it a ring is a ring."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize("heading", ["Typ", "Type", "Ausf. XY"])
def test_grades_in_a_few_rows_are_read_beside_the_description(
    read_rows: ReadRows, heading: str
) -> None:
    rows = [
        ["Pos", "Benennung", heading, "Menge"],
        [1, "Ring", "N42SH", 100],
        [2, "Schraube M5x10", "DIN 912", 50],
        [3, "Blech", "S235", 2],
        [4, "Motor", "BLDC 24V", 2],
        [5, "Kabel", "4x0,75", 3],
    ]
    assert facts(read_rows(rows), "description")[:2] == ["Ring, N42SH", "Schraube M5x10, DIN 912"]


def test_types_without_a_grade_stay_unread(read_rows: ReadRows) -> None:
    rows = [
        ["Pos", "Benennung", "Typ", "Menge"],
        [1, "Ring", "HALB", 100],
        [2, "Schraube M5x10", "ROH", 50],
        [3, "Blech", "HALB", 2],
    ]
    assert facts(read_rows(rows), "description") == ["Ring", "Schraube M5x10", "Blech"]
