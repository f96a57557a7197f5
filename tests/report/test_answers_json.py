"""Answers and contradictions in the JSON: where they were said, absent facts null."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.parts import Conflict, Declared, FactCell
from desktop_app.paths import shipped
from desktop_app.report.assessment_json import assessment_json
from tests.small_assessment import small_assessment

SCHEMA = json.loads(shipped("resources", "assessment-1.schema.json").read_text(encoding="utf-8"))
THERE, HERE = FactCell(1, "Answers", 9, 4), FactCell(0, "Parts", 5, 6)
DY = Declared("dy_percent", "<0,01 %", 0.01, "<", "used", "declaration", THERE, date(2026, 11, 2))
UNCLEAR = Declared("remark", '=HYPERLINK("x")', None, "", "kept", "", THERE)


def document(assessment: Assessment) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(assessment_json(assessment, Catalogue("en"))))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    return found


def with_answers(*said: Declared, conflicts: tuple[Conflict, ...] = ()) -> Assessment:
    found = small_assessment()
    parts = replace(found.parts, answered={2: said}, conflicts={2: conflicts} if conflicts else {})
    return replace(found, parts=parts)


def test_a_list_without_answers_has_empty_blocks() -> None:
    found = document(small_assessment())
    assert (found["answers"], found["conflicts"]) == ([], [])


def test_an_answer_says_its_part_its_cell_and_what_was_made_of_it() -> None:
    found = document(with_answers(DY))
    part = {name: found["parts"][2][name] for name in ("file", "sheet", "row")}
    assert found["answers"] == [
        {
            "part": part, "answer": "dy_percent", "typed": "<0,01 %", "value": 0.01, "bound": "<",
            "use": "used", "field": "declaration",
            "place": {"file": 1, "sheet": "Answers", "row": 9, "column": 4},
            "answered_on": "2026-11-02",
        }
    ]  # fmt: skip


def test_what_is_not_known_is_null_and_what_was_typed_stays_text() -> None:
    (said,) = document(with_answers(UNCLEAR))["answers"]
    assert said["typed"] == '=HYPERLINK("x")'
    assert [said[name] for name in ("value", "bound", "field", "answered_on")] == [None] * 4


def test_a_contradiction_names_both_sides() -> None:
    both = Conflict("country_of_origin", (("CN", HERE), ("Allemagne", THERE)))
    (found,) = document(with_answers(conflicts=(both,)))["conflicts"]
    assert found["field"] == "country_of_origin"
    assert [side["text"] for side in found["said"]] == ["CN", "Allemagne"]
    assert [side["place"]["row"] for side in found["said"]] == [5, 9]


def test_a_form_that_the_description_denies_is_a_contradiction_too() -> None:
    assessment = with_answers(Declared("form", "motor", "motor", "", "kept", "", THERE))
    form = assessment.matches[2].form
    assert form not in (None, "motor")
    (found,) = document(assessment)["conflicts"]
    assert (found["field"], [side["text"] for side in found["said"]]) == ("form", [form, "motor"])
