"""What stands beside a use or a declaration in a list decides with it and is printed apart from it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.inquiry import Inquiry
from desktop_app.report.assessment_json import assessment_json
from desktop_app.ui.part_sheet import describe_part

HEADINGS = (
    "Part number;Description;Country of origin;Declaration;Declaration date;End use;Customer;"
    "CN value share %"
)
CLEAN = "Report: Dy < 0.005 %, Tb < 0.005 %, Ho < 0.005 %"
LINES = (
    f"A1;NdFeB magnet N45;CN;{CLEAN};2026-05-04;pump drive;HENSOLDT AG;",
    f"A2;NdFeB magnet N45;CN;{CLEAN};2023-05-04;;;",
    f"A3;NdFeB magnet N45;CN;{CLEAN};;;;",
    "A4;NdFeB magnet N45;CN;;2026-05-04;;;0.05",
)


def assessed(folder: Path) -> tuple[Any, list[dict[str, Any]]]:
    path = folder / "list.csv"
    path.write_text("\n".join((HEADINGS, *LINES)), encoding="utf-8")
    found = pipeline.assess(
        pipeline.read([path]), Inquiry(date(2026, 11, 25)), pipeline.load_library()
    )
    return found, json.loads(b"".join(assessment_json(found, Catalogue("en"))))["parts"]


def test_a_report_counts_with_the_day_of_its_own_column_only(tmp_path: Path) -> None:
    found, parts = assessed(tmp_path)
    said = [(part["licence"]["verdict"], part["licence"]["basis"]) for part in parts]
    assert said[0] == ("not_needed", "facts")
    assert {verdict for verdict, _ in said[1:]} == {"not_verified"}

    assert [part["declaration"] for part in parts] == [CLEAN, CLEAN, CLEAN, None]
    assert parts[0]["end_use"] == "pump drive"
    assert parts[0]["marks"][:2] == ["declaration: 2026-05-04", "Customer: HENSOLDT AG"]

    (remark,) = describe_part(found, 3, Catalogue("en")).remarks
    assert remark.startswith("The Chinese share of value, 0.05, has no sign")
