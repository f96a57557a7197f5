"""Rows as a purchaser has them and the verdict each must get: the whole way from file to verdict.

``licence_cases.csv``: question, cells of one row, verdict, and what it waits on or rests on.
"""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from tests.end_to_end.asked_rows import only
from tests.one_library import shipped_library

HERE = Path(__file__).parent
HEADINGS = {
    "description": "Description", "country_of_origin": "Country of origin",
    "ships_from": "Ships from", "hs_code": "HS code", "cas_number": "CAS number",
    "cn_value_share": "Chinese value share %", "declaration": "Declaration",
    "row_end_use": "End use",
}  # fmt: skip
Question = tuple[str, str, str, str]


def cases() -> list[dict[str, str]]:
    with (HERE / "licence_cases.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def question(case: dict[str, str]) -> Question:
    return case["on"], case["destination"], case["end_use"], case["scenario"]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Licence]:
    """The licence of every case. All are rows of one file, which is read once; the rows of one
    question are assessed together."""
    path = tmp_path_factory.mktemp("cases") / "cases.csv"
    _write(path, cases())
    reading = pipeline.read([path])
    assert len(reading.parts) == len(cases())
    found: dict[int, Licence] = {}
    groups: dict[Question, list[int]] = defaultdict(list)
    for at, case in enumerate(cases()):
        groups[question(case)].append(at)
    for asked, places in groups.items():
        result = pipeline.assess(only(reading, places), _inquiry(asked), shipped_library())
        found |= {at: result.licences[row] for row, at in enumerate(places)}
    return found


def _inquiry(asked: Question) -> Inquiry:
    on, destination, end_use, scenario = asked
    use: Any = end_use or "civil"
    return Inquiry(date.fromisoformat(on), destination, use, scenario, end_use_assumed=not end_use)


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Part number", "Supplier", "Quantity", *HEADINGS.values()])
        for at, row in enumerate(rows):
            writer.writerow([f"P{at:04}", "Alpha Trading", 10, *(row[name] for name in HEADINGS)])


NAMES = [f"{at}: {case['description']}" for at, case in enumerate(cases())]


@pytest.mark.parametrize(("at", "case"), list(enumerate(cases())), ids=NAMES)
def test_a_row_gets_its_verdict(judged: dict[int, Licence], at: int, case: dict[str, str]) -> None:
    licence = judged[at]
    assert licence.verdict == case["verdict"], licence
    if case["detail"]:
        assert case["detail"] in (licence.waits_on, licence.basis), licence
