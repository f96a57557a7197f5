"""Reservations of which some was withdrawn already."""

from pathlib import Path

import pytest

from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from tests.intake.looking import facts
from tests.workbooks.build import Rows, make_xlsx

HEAD: list[object] = ["Material", "Requirement date", "Requirement quantity"]


@pytest.mark.parametrize(
    ("more", "cells"),
    [
        (["Quantity withdrawn"], [[50], [0]]),
        (["Quantity withdrawn", "Open quantity"], [[50, 150], [0, 120]]),
        (["Entnommene Menge"], [[-50], [None]]),
    ],
    ids=["withdrawn", "and what is open", "with a sign, or blank"],
)
def test_what_was_withdrawn_is_no_longer_needed(
    tmp_path: Path, more: list[object], cells: Rows
) -> None:
    rows: Rows = [[*HEAD, *more], ["M-1", "2026-12-10", 200, *cells[0]],
                  ["M-2", "2026-12-12", 120, *cells[1]]]  # fmt: skip
    found = read_files([make_xlsx(tmp_path / "r.xlsx", {"S": rows})], silent)
    assert facts(found, "requirement_quantity") == [150, 120]
    assert facts(found, "open_order_quantity") == [None, None]


@pytest.mark.parametrize(
    "heading", ["Open requirement quantity", "Requirement quantity (open)", "Offene Bedarfsmenge"]
)
def test_an_open_need_has_it_off_already(tmp_path: Path, heading: str) -> None:
    """100 open, of which nothing more may be taken off: 60 would be met by a stock of 90."""
    rows: Rows = [["Material", "Requirement date", heading, "Quantity withdrawn"],
                  ["M-1", "2026-12-10", 100, 40]]  # fmt: skip
    found = read_files([make_xlsx(tmp_path / "r.xlsx", {"S": rows})], silent)
    assert facts(found, "requirement_quantity") == [100]


def test_open_orders_beside_needs_stay_orders(tmp_path: Path) -> None:
    rows: Rows = [[*HEAD, "Open order quantity"], ["M-1", "2026-12-10", 200, 500],
                  ["M-2", "2026-12-12", 120, 90]]  # fmt: skip
    found = read_files([make_xlsx(tmp_path / "r.xlsx", {"S": rows})], silent)
    assert facts(found, "requirement_quantity") == [200, 120]
    assert facts(found, "open_order_quantity") == [500, 90]


@pytest.mark.parametrize(
    ("amounts", "needed"), [([-150, -120], [150, 120]), ([-150, 120], [-150, 120])]
)
def test_needs_that_are_all_below_zero_are_needs(
    tmp_path: Path, amounts: list[float], needed: list[float]
) -> None:
    rows: Rows = [HEAD, ["M-1", "2026-12-10", amounts[0]], ["M-2", "2026-12-12", amounts[1]]]
    found = read_files([make_xlsx(tmp_path / "r.xlsx", {"S": rows})], silent)
    assert facts(found, "requirement_quantity") == needed
