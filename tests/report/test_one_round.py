"""What can be asked at once is asked at once: the share of value and, below it, whose technology it was."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app import pipeline
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.report.questionnaire import FIRST_ROW, write_questionnaire
from tests.intake.answered import columns, library, read_together

LIST = """Part number;Description;Supplier;Country of origin
D-1;Sm2Co17 magnet 20x10x5;Dutch Magnets B.V.;NL
"""
ON = date(2026, 12, 5)


def judged(*files: Path) -> Assessment:
    return pipeline.assess(read_together(*files), Inquiry(ON, scenario="lapsed"), library())


@pytest.mark.parametrize(
    ("answers", "verdict", "asked"),
    [
        ({"cn_value_share": "0.02 %"}, "not_verified", ["technology"]),
        ({"cn_value_share": "0.02 %", "chinese_technology": "no"}, "not_needed", []),
        ({"cn_value_share": "0.02 %", "chinese_technology": "yes"}, "needed", []),
        ({"cn_value_share": "40 %", "chinese_technology": "no"}, "needed", []),
    ],
)
def test_share_and_technology_are_asked_in_one_round(
    tmp_path: Path, answers: dict[str, str], verdict: str, asked: list[str]
) -> None:
    parts = tmp_path / "list.csv"
    parts.write_text(LIST, encoding="utf-8")
    before = judged(parts)
    assert [question.id for question in before.licences[0].questions] == ["value_share"]
    write_questionnaire(before, "Dutch Magnets B.V.", tmp_path / "asked.xlsx")
    book = openpyxl.load_workbook(tmp_path / "asked.xlsx")
    sheet: Any = book.worksheets[0]
    keys = columns(sheet)
    for key, typed in answers.items():
        sheet.cell(FIRST_ROW, keys[key]).value = typed
    book.save(tmp_path / "back.xlsx")
    after = judged(parts, tmp_path / "back.xlsx").licences[0]
    assert (after.verdict, [question.id for question in after.questions]) == (verdict, asked)
