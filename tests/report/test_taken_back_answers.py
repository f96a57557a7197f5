"""Cells that take their answer back, or speak of another part, country, day or paper: asked again.

Each was read as a plain fact before; a licence that is only applied for covered its part."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.intake.questionnaire_master import FIRST_ROW, FOLDER, HEAD_ROW, KEY_ROW
from desktop_app.paths import shipped
from tests.intake.answered import columns
from tests.intake.reading_here import read_here
from tests.report.test_hapless_answers import fact_of, said

TAKEN_BACK = {
    "licence_number": (
        "申请号 20261234567", "application no. 20261234567", "Antragsnummer 20261234567",
        "C-2026-123456 pending", "C-2026-123456 beantragt", "C-2026-123456 审批中",
        "C-2026-123456 not valid", "C-2026-123456 ungültig", "alte Nr. C-2026-123456",
        "C-2026-123456, nur für P-2", "C-2026-123456 not for this part", "申請番号 2026123456",
    ),
    "licence_until": (
        "issued 2026-11-24", "beantragt 10.11.2026", "seit 24.11.2026", "2026-01-01 - 2026-12-31",
    ),
    "licence_filed": ("2026-11-10 (P-1), 2026-11-12 (P-2)", "2026-11-10 tbc"),
    "chinese_technology": (
        "否（中国烧结炉）", "nein, chinesisch", "No, Chinese", "Non, uniquement le traitement",
        "否，除了分离", "No, as far as we know", "nein, soweit uns bekannt", "no, not yet confirmed",
    ),
    "leaves_china": ("ja, soweit bekannt", "No, as far as we know", "否，待确认"),
    "country_of_origin": (
        "中国以外", "中国ではない", "中国と日本", "China - nein", "China tbc", "中国(待定)",
        "teilweise China", "一部中国", "主に中国", "Deutschland, Magnet CN", "ab 2027 Vietnam", "DE (CN)",
    ),
    "dy_percent": ("0.35% (tbc)", "0.35% not confirmed", "0,35 %, nicht bestätigt", "0.35% 待确认"),
    "cn_value_share": (
        "0,05 €", "$0.5", "100 % nicht chinesisch", "100% aus Japan", "99.9% non-China", "0.05 (mass)",
    ),
    "magnet_grade": (
        "früher N42SH", "statt N42SH jetzt N42", "N42SH -> N42", "no magnet", "不含磁铁",
        "similar to N42SH", "alt N42SH, neu N42", "大概N42SH", "N42SH tbc",
    ),
    "alternative_grade": ("nicht möglich", "N42 not possible", "keine Alternative", "in development"),
    "maker": ("ja", "yes", "formerly TDK", "statt TDK jetzt JL MAG", "alt TDK, neu JL MAG"),
    "form": (
        "Motor; Magnete lose", "Sensor, Magnet lose beigelegt", "rotor, magnets not fixed", "oxide, no",
    ),
    "report_number": ("R-2026-17 folgt", "R-2026-17 (pending)"),
    "lead_time_days": ("8 weeks w/o licence",),
}  # fmt: skip
STILL = (
    ("licence_number", "C-2026-123456", "C-2026-123456"),
    ("licence_until", "gültig bis 24.11.2027", date(2027, 11, 24)),
    ("licence_filed", "applied on 2026-11-10", date(2026, 11, 10)),
    ("chinese_technology", "Nein, Technologie aus Japan", "no"),
    ("leaves_china", "nein, nur aus Japan", "no"),
    ("leaves_china", "否，不从中国发货", "no"),
    ("country_of_origin", "中国宁波", "CN"),
    ("country_of_origin", "NO", "NO"),
    ("country_of_origin", "中国香港", "HK"),
    ("cn_value_share", "not more than 0.1 %", 0.1),
    ("cn_value_share", "5 %", 5.0),
    ("form", "magnet, loose", "magnet"),
    ("alternative_grade", "N42SH ohne Dy", "N42SH ohne Dy"),
    ("stock_outside_china", "1.200 Stück", 1200.0),
)


@pytest.mark.parametrize(
    ("field", "typed"), [(field, typed) for field, all_ in TAKEN_BACK.items() for typed in all_]
)
def test_what_is_taken_back_is_no_fact(field: str, typed: str) -> None:
    assert fact_of(field, typed) is None


@pytest.mark.parametrize(("field", "typed", "meant"), STILL)
def test_plain_answers_beside_them_are_facts(field: str, typed: str, meant: Any) -> None:
    assert fact_of(field, typed) == meant


def test_an_answer_that_names_the_part_of_another_line_is_asked_again(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (
        ("Part number", "Material or magnet grade", "Export licence, number", "Dy, mass %", "Remark"),
        ("P-1", "P-1: N42SH, P-2: N35", "C-2026-123456, P-2", 0.35, "like P-2"),
        ("P-2", "N35", "C-2026-123456 (P-1, P-2)", 0.1, None),
    ):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "back.xlsx")
    reading = read_here(tmp_path / "back.xlsx")
    assert not isinstance(reading, str)
    form = reading.files[0].answered
    assert form is not None
    fates = [{reply.field: reply.fate for reply in line.replies} for line in form.lines]
    assert fates == [
        {
            "magnet_grade": "not_understood",
            "licence_number": "not_understood",
            "dy_percent": "understood",
            "remark": "note",
        },
        dict.fromkeys(("magnet_grade", "licence_number", "dy_percent"), "understood"),
    ]


def test_a_question_put_the_other_way_round_is_asked_again(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(shipped(*FOLDER, "de.xlsx"))
    sheet: Any = book.worksheets[0]
    at = columns(sheet)
    sheet.cell(HEAD_ROW, at["leaves_china"]).value = "Lieferung verlässt China NICHT?"
    sheet.cell(HEAD_ROW, at["chinese_technology"]).value = "Ohne chinesische Technologie?"
    sheet.cell(FIRST_ROW, 2).value = "P-1"
    for key in ("leaves_china", "chinese_technology"):
        sheet.cell(FIRST_ROW, at[key]).value = "ja"
    book.save(tmp_path / "back.xlsx")
    asked = ("not_understood", None)
    assert _said(tmp_path) == {"P-1": {"leaves_china": asked, "chinese_technology": asked}}


@pytest.mark.parametrize("with_keys", [True, False])
def test_the_column_called_new_answers_before_the_old_one(tmp_path: Path, with_keys: bool) -> None:
    """It was put before ours, whose heading it took."""
    book = openpyxl.load_workbook(shipped(*FOLDER, "de.xlsx"))
    sheet: Any = book.worksheets[0]
    at = columns(sheet)["dy_percent"]
    sheet.cell(FIRST_ROW, 2).value = "P-1"
    sheet.cell(FIRST_ROW, at).value = "0,35"
    sheet.insert_cols(at)
    sheet.cell(HEAD_ROW, at).value = "Dy, Masse-%"
    sheet.cell(HEAD_ROW, at + 1).value = "Dy, Masse-% (neu)"
    sheet.cell(FIRST_ROW, at).value = "4,2"
    if not with_keys:
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.delete_rows(KEY_ROW)
        sheet.delete_cols(1)
        book.remove(book["lodestone"])
    book.save(tmp_path / "back.xlsx")
    assert _said(tmp_path)["P-1"]["dy_percent"] == ("understood", 0.35)


@pytest.mark.parametrize(
    ("rows", "meant"),
    [
        (
            [("Teilenummer", "P-1"), ("Frage", "Antwort alt", "Antwort neu"), ("Dy, Masse-%", "0,9", "0,35"),
             ("Verlässt die Lieferung an uns China?", "ja", "nein"), ("Ursprungsland", "China", "Japan"),
             ("Mit chinesischer Technologie hergestellt?", "nein", "ja")],
            {"dy_percent": 0.35, "leaves_china": "no", "country_of_origin": "JP",
             "chinese_technology": "yes"},
        ),
        (
            [("Question", "Supplier answer", "Unit", "Comment"), ("Part number", "P-1"),
             ("Dy, mass %", "3500", "ppm", "tbc"), ("Tb, mass %", "1", "‰", "estimated"),
             ("Delivery time in days", "6", "weeks", "sea"), ("Country of origin", "CN", None, "Ningbo"),
             ("Does the delivery to us leave China?", "yes", None, "no")],
            {"dy_percent": 0.35, "tb_percent": 0.1, "lead_time_days": 42.0, "country_of_origin": "CN",
             "leaves_china": "yes"},
        ),
        (  # units that are none of a share or a time
            [("Question", "Answer", "Unit"), ("Part number", "P-1"), ("Dy, mass %", "0.35", "mg"),
             ("Delivery time in days", "6", "shipments"), ("Country of origin", "CN", None),
             ("Does the delivery to us leave China?", "yes", None)],
            {"dy_percent": None, "lead_time_days": None, "leaves_china": "yes"},
        ),
        (  # which of two plants delivers nobody says
            [("Frage", "Antwort Werk A", "Antwort Werk B"), ("Teilenummer", "P-1"),
             ("Dy, Masse-%", "0,35", "0,9"), ("Ursprungsland", "CN", "JP"),
             ("Verlässt die Lieferung an uns China?", "ja", "nein"),
             ("Mit chinesischer Technologie hergestellt?", "nein", "ja")],
            {},
        ),
    ],
)  # fmt: skip
def test_columns_beside_the_questions_of_one_part_are_no_further_parts(
    tmp_path: Path, rows: list[tuple[Any, ...]], meant: dict[str, Any]
) -> None:
    """The old answer counted and the new one lay on no part; 6 weeks were 6 days."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "back.xlsx")
    found = {key: value for key, (_, value) in _said(tmp_path).get("P-1", {}).items() if key}
    assert {key: value for key, value in found.items() if key in meant or not meant} == meant


def _said(folder: Path) -> Any:
    reading = read_here(folder / "back.xlsx")
    assert not isinstance(reading, str)
    form = reading.files[0].answered
    assert form is not None
    return said(form)
