"""The quantity of a board list is how many places each line names, whatever its heading."""

from typing import Any

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

HEADING = ["Part", "Value", "Number", "Reference"]


def test_numbers_that_count_the_places_are_the_quantity(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [
        HEADING, ["C", "100n", 3, "C1, C2, C7"], ["R", "10k", 2, "R1, R2"], ["U", "LM358", 1, "U1"],
        ["D", "1N4148", 4, "D1-D4"],
    ]  # fmt: skip
    assert facts(read_rows(rows), "quantity") == [3, 2, 1, 4]


def test_other_numbers_are_not(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [
        HEADING, ["C", "100n", 1, "C1, C2, C7"], ["R", "10k", 2, "R1, R2"], ["U", "LM358", 3, "U1"],
        ["D", "1N4148", 4, "D1, D2, D3"],
    ]  # fmt: skip
    reading = read_rows(rows)
    assert "quantity" not in reading.parts.frame or facts(reading, "quantity") == [None] * 4
