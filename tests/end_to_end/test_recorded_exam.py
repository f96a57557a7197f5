"""Two more parts of the fourteenth exam: what a user recorded, and what binds the buyer.

``licence_exam_recorded.csv``: facts about suppliers and makers, general and single licences,
applications, legal status; ``records`` is JSON, one object a record (81 of 81 at the first run).
``licence_exam_flags.csv``: rules of the buyer by their answer, and warnings of customs numbers (20 of
27 at the first run: five duties of US defence procurement denied, one needless warning, one
expectation that was wrong).
``licence_exam_flags_second.csv``: 42 more by a fresh hand (34; one duty denied, of tantalum, which was not
known; seven expectations that were not the program's words for a duty to come).
All were frozen before they were run; ``settled`` says why an expectation was corrected.
"""

import csv
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.reading import Reading
from desktop_app.model.verdict import Ternary
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.keys import PartKey, keys_of
from desktop_app.project.legal_status import LegalStatus
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.recorded import Recorded
from tests.end_to_end.asked_rows import only

HERE = Path(__file__).parent
HEADINGS = {
    "description": "Description", "supplier": "Supplier", "manufacturer": "Manufacturer",
    "country_of_origin": "Country of origin", "ships_from": "Ships from", "hs_code": "HS code",
    "cn_value_share": "Chinese value share %", "declaration": "Declaration",
    "annual_quantity": "Annual quantity", "customer": "Customer",
}  # fmt: skip
DAYS = {
    "until", "since", "document_date", "recorded_on", "look_again", "valid_from", "valid_until",
    "filed",
}  # fmt: skip
ANSWERS = {"yes": Ternary.YES, "no": Ternary.NO, "unknown": Ternary.UNKNOWN}
Row = dict[str, str]


@cache
def rows_of(name: str) -> tuple[Row, ...]:
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


RECORDED = rows_of("licence_exam_recorded.csv")
FLAGS = (*rows_of("licence_exam_flags.csv"), *rows_of("licence_exam_flags_second.csv"))
DUTIES = [row for row in FLAGS if row["rule"]]
WARNED = [row for row in FLAGS if row["warning"] and not row["open"]]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """Each list as a file that was read, by its first case."""
    folder = tmp_path_factory.mktemp("exam")
    return {rows[0]["case"]: _read(folder / f"{rows[0]['case']}.csv", rows)
            for rows in (RECORDED, FLAGS)}  # fmt: skip


def _read(path: Path, rows: tuple[Row, ...]) -> Reading:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Part number", *HEADINGS.values()])
        writer.writerows([row["case"], *(row.get(name, "") for name in HEADINGS)] for row in rows)
    reading = pipeline.read([path])
    assert len(reading.parts) == len(rows)
    return reading


def _one(readings: dict[str, Reading], rows: tuple[Row, ...], row: Row) -> Reading:
    return only(readings[rows[0]["case"]], [rows.index(row)])


def _asked(row: Row) -> Inquiry:
    on, scenario = date.fromisoformat(row["on"]), row.get("scenario") or "today"
    return Inquiry(on, row["destination"], "civil", scenario, end_use_assumed=False)


def _name(row: Row) -> str:
    return f"{row['case']} {row['description'][:40]}"


def _record(given: dict[str, Any], own: PartKey) -> RecordedFact | LegalStatus | LicenceRecord:
    said: dict[str, Any] = {
        name: date.fromisoformat(value) if name in DAYS else value for name, value in given.items()
    }
    kind = said.pop("kind")
    if kind == "fact":
        return RecordedFact(**said)
    if kind == "status":
        return LegalStatus(**said)
    if about := said.get("parts"):
        said["parts"] = (own if about == "own" else PartKey("other", "x", "0" * 16),)
    return LicenceRecord(**said)


def _recorded(row: Row, own: PartKey) -> Recorded:
    made = [_record(given, own) for given in json.loads(row["records"])]
    return Recorded(
        facts=tuple(record for record in made if isinstance(record, RecordedFact)),
        statuses=tuple(record for record in made if isinstance(record, LegalStatus)),
        licences=tuple(record for record in made if isinstance(record, LicenceRecord)),
    )


@pytest.mark.parametrize("row", RECORDED, ids=_name)
def test_what_is_recorded_counts_as_the_page_on_verdicts_says(
    readings: dict[str, Reading], library: pipeline.Library, row: Row
) -> None:
    reading = _one(readings, RECORDED, row)
    recorded = _recorded(row, keys_of(reading.parts)[0])
    licence = pipeline.assess(reading, _asked(row), library, recorded=recorded).licences[0]
    assert (licence.verdict, licence.waits_on or "") == (row["verdict"], row["waits_on"])
    if row["basis"] != "*":
        assert (licence.basis or "") in row["basis"].split("|")
    if row["control"]:
        named = [c for c in licence.controls if c.id == row["control"]]
        assert any(row["item"] in control.item for control in named), named
    for mark in filter(None, row["marks"].split(";")):
        name, _, value = mark.lstrip("!").partition("=")
        said = getattr(licence, name)
        assert (str(said) == value) if value else (bool(said) != mark.startswith("!")), mark


@pytest.mark.parametrize("row", DUTIES, ids=_name)
def test_a_duty_of_the_buyer(
    readings: dict[str, Reading], library: pipeline.Library, row: Row
) -> None:
    answers = dict(answer.split("=") for answer in filter(None, row["answers"].split(";")))
    judged = pipeline.assess(_one(readings, FLAGS, row), _asked(row), library)
    said = {name: word == "yes" for name, word in answers.items()}
    flags = pipeline.with_flags(judged, library, said).flags
    assert flags is not None
    found = [flag for flag in flags[0] if flag.rule == row["rule"]]
    assert {flag.applies for flag in found} == {ANSWERS[row["applies"]]}
    assert row["state"] in ("", found[0].state)


@pytest.mark.parametrize("row", WARNED, ids=_name)
def test_a_customs_number_contradicts_or_supports(
    readings: dict[str, Reading], library: pipeline.Library, row: Row
) -> None:
    reading = _one(readings, FLAGS, row)
    known = pipeline.recognise(reading, date.fromisoformat(row["on"]), library)
    assert bool(known.contradictions[0]) == (row["warning"] == "yes")
