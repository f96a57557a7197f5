"""One list that gives a part in several rows: by lot, by state of the stock, by place, for a customer, by plant,
product or supplier. How long the stock lasts was reckoned by hand and frozen before the one run."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.model.inquiry import Inquiry
from tests.end_to_end.dropped_lists import dropped, told
from tests.intake.reading_here import read_all_here

ON = date(2026, 11, 27)
OPEN = {("L44", "cover")}
"""Asked for: "Planned builds per year" is no known heading."""
SETS = ("rows_of_one_part.json", "rows_of_one_part_held_out.json")
CASES: list[dict[str, Any]] = [
    case
    for name in SETS
    for case in json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_rows_of_one_part(tmp_path: Path, library: pipeline.Library, case: dict[str, Any]) -> None:
    found = _answer(tmp_path, library, case)
    said = {number: _said(found, number) for number in case["expect"]}
    wrong = {
        f"{number} {name}": said[number][name]
        for number, expected in case["expect"].items()
        for name, value in expected.items()
        if (case["id"], name) not in OPEN and not _holds(said[number], name, value)
    }
    assert not wrong


def _answer(folder: Path, library: pipeline.Library, case: dict[str, Any]) -> dict[str, Any]:
    reading = read_all_here(dropped(case, folder))
    return told(pipeline.assess(reading, Inquiry(ON), library))


def _said(found: dict[str, Any], number: str) -> dict[str, Any]:
    """What the answer says of all rows of a part together."""
    parts = [part for part in found["parts"] if part["part_number"] == number]
    covers = {part["clock"]["cover_days"] and part["clock"]["cover_days"][1] for part in parts}
    days = {part["clock"]["run_out_date"] and part["clock"]["run_out_date"][1] for part in parts}
    marks = " ".join(mark for part in parts for mark in part["marks"])
    warned = any(
        issue["severity"] != "note" and number in issue["message"]
        for file in found["files"]
        for issue in file["issues"]
    )
    spends = [part["money"]["annual_spend"] for part in parts]
    cover = sorted(covers, key=lambda one: -1 if one is None else one)
    return {
        "cover": cover,
        "either": cover,
        "not": cover,
        "date": sorted(days, key=str),
        "month": sorted(str(day)[:7] for day in days),
        "rows": len(parts),
        "spend": sum(one or 0 for one in spends),
        "lead": parts[0]["lead_time_days"] if parts else None,
        "left": marks,
        "told": bool(marks) or warned,
    }


def _holds(said: dict[str, Any], name: str, value: Any) -> bool:
    found = said[name]
    if name == "either":
        return any(found == _near(one) for one in value)
    if name == "not":
        return not any(found == _near([one]) for one in value)
    if name == "left":
        return all(one in found.replace(",", " ").split() for one in value)
    return bool(found == (_near(value) if name in ("cover", "spend") else value))


def _near(value: Any) -> Any:
    if isinstance(value, list):
        return [one if one is None else pytest.approx(one, abs=1e-3) for one in value]
    return pytest.approx(value)
