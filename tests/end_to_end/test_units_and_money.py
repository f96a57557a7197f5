"""Dates, money and delivery times of small files in units of every kind, reckoned by hand and frozen before
their one run.

Of the first 56 figures (U01 to U25) 53 came out as expected and three were wrong without a word: a demand beside
"Stock unit | dozen" was taken for dozens (it is asked about now), and kilograms by plant of another list were
held against "Annual demand (pcs)". Of 24 more (V01 to V12), written after these were mended, all came out.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.model.inquiry import Inquiry
from tests.end_to_end.dropped_lists import dropped, told
from tests.intake.reading_here import read_all_here

ON = date(2026, 11, 26)
SETS = ("units_and_money.json", "units_held_out.json")
CASES: list[dict[str, Any]] = [
    case
    for name in SETS
    for case in json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]
ASKED = {("U02", "M-1")}
"""The unit of the stock alone says nothing of the demand: named, and no figure."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_figures_come_out_or_are_absent_with_their_reason(
    tmp_path: Path, library: pipeline.Library, case: dict[str, Any]
) -> None:
    reading = read_all_here(dropped(case, tmp_path))
    found = told(pipeline.assess(reading, Inquiry(ON), library))
    parts = {part["part_number"]: part for part in reversed(found["parts"])}
    is_told = bool(list(_warnings(found)))
    assert parts.keys() == case["expect"].keys()
    for number, expected in case["expect"].items():
        part = parts[number]
        days = part["clock"]["run_out_date"]
        figures = {
            "date": days and days[1],
            "spend": part["money"]["annual_spend"],
            "lead": part["lead_time_days"],
        }
        for name in figures.keys() & expected.keys():
            if (case["id"], number) in ASKED:
                assert figures[name] is None
            else:
                _holds(figures[name], expected[name])
        if expected.get("told"):
            assert part["marks"] or is_told


def _warnings(found: dict[str, Any]) -> Iterator[str]:
    for file in found["files"]:
        for issue in file["issues"]:
            if issue["severity"] != "note" or issue["code"] == "W_SENSELESS":
                yield issue["message"]


def _holds(found: Any, expected: Any) -> None:
    """``expected``: a figure, or several of which one must come out."""
    several = expected if isinstance(expected, list) else [expected]
    assert any(
        found == (pytest.approx(one, rel=1e-6) if isinstance(one, int | float) else one)
        for one in several
    )
