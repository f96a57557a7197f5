"""Cells of lists of boards, as their programs write them, and cells that only look like places."""

import time

import pytest

from desktop_app.model.designators import designators_in, letters_of


@pytest.mark.parametrize(
    ("cell", "letters", "amount"),
    [
        ("C1,C2,C7", "C", 3),
        ("R10-R14", "R", 5),
        ("R1-4", "R", 4),
        ("K7..K9", "K", 3),
        ("C1 – C3", "C", 3),
        ("LED1, 2", "LED", 2),
        ("D1; D2;", "D", 2),
        ("C20 C21\nC22", "C", 3),
        ("R101, R103-R105", "R", 4),
        ("C1, C1", "C", 1),
        ("mic1", "MIC", 1),
        ("U1A, U1B", "U", None),
        ("R1, C2", None, 2),
    ],
)
def test_places_of_a_cell(cell: str, letters: str | None, amount: int | None) -> None:
    assert designators_in(cell) == (letters, amount)
    assert letters_of(cell) == letters


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "MOTOR",
        "+5V, LED1",
        "G***",
        "-K1",
        "=A1-M2",
        "C1C2",
        "4.7k",
        "R9-R1",
        "R1-C4",
        "R1-R99999",
    ],
)
def test_other_cells_name_no_places(cell: str) -> None:
    assert designators_in(cell) is None
    assert letters_of(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        "C1" + " " * 100_000 + "x",
        "C1," * 100_000 + "x",
        "C" * 100_000,
        "C1-" * 50_000,
        "C1-C9999," * 2_000,
        "1" * 100_000,
    ],
)
def test_a_cell_without_end_takes_no_time(cell: str) -> None:
    begun = time.process_time()
    designators_in(cell)
    letters_of(cell)
    assert time.process_time() - begun < 0.5
