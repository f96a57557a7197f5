"""Answers beside their questions: what makes such a sheet a questionnaire, and what does not."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.intake.answer_words import folded
from tests.intake.answered import form_of
from tests.intake.reading_here import read_here

PART = ("Part number", "A-1"), ("Description", "Magnet 42SH 40 x 20 x 8 mm")
FIGURES = ("Dy, mass %", 0.35), ("Tb, mass %", 0.1), ("Ho, mass %", 0.01)
REPORT = ("Test report, number", "TR-7"), ("Test report, date", "2026-10-01")


def saved(folder: Path, rows: Any) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(folder / "reply.xlsx")
    return folder / "reply.xlsx"


def told(path: Path) -> dict[str, dict[str, Any]]:
    return {
        line.number: {r.field: r.value for r in line.replies if r.field}
        for line in form_of(path).lines
    }


def test_one_part_alone_is_read(tmp_path: Path) -> None:
    found = told(saved(tmp_path, [*PART, *FIGURES, *REPORT]))
    assert found["A-1"]["dy_percent"] == 0.35
    assert found["A-1"]["report_number"] == "TR-7"


@pytest.mark.parametrize(
    "rows",
    [
        [*PART, *FIGURES, ("Country of origin", "CN")],  # a composition that anybody may state
        [*FIGURES, *REPORT, *FIGURES, *REPORT],  # of no part
        [*PART, *REPORT, ("Country of origin", "CN"), ("Remark", "none")],
        [("Part number", "Property", "Value"), ("A-1", "Dy, mass %", 0.3), ("A-1", "Tb, mass %", 0.1)],
    ],
)  # fmt: skip
def test_data_of_parts_is_no_questionnaire(tmp_path: Path, rows: Any) -> None:
    reading = read_here(saved(tmp_path, rows))
    assert not isinstance(reading, str)
    assert reading.files[0].answered is None


def test_what_is_headed_as_question_and_answer_is_answered(tmp_path: Path) -> None:
    """Nobody heads a list of parts so; as one its answers were dropped."""
    rows = [
        ("Part number", "Question", "Answer"),
        ("A-1", "Dy, mass %", 0.3),
        ("A-1", "Tb, mass %", 0.1),
    ]
    assert told(saved(tmp_path, rows))["A-1"] == {"dy_percent": 0.3, "tb_percent": 0.1}


def test_units_beside_the_questions_are_no_answers(tmp_path: Path) -> None:
    """Of the columns beside them the fullest answers; the other is kept as notes of the part."""
    rows = [
        (head, "%" if "mass" in head else None, value) for head, value in (*PART, *FIGURES, *REPORT)
    ]
    path = saved(tmp_path, [*rows, *rows])
    assert told(path)["A-1"]["tb_percent"] == 0.1
    assert "%" in [r.typed for line in form_of(path).lines for r in line.replies if not r.field]


def test_two_hundred_parts_one_below_the_other_are_read(tmp_path: Path) -> None:
    rows = [
        row
        for at in range(200)
        for row in (("Part number", f"A-{at}"), *PART[1:], ("Dy, mass %", at / 100), *REPORT)
    ]
    found = told(saved(tmp_path, rows))
    assert len(found) == 200
    assert found["A-199"]["dy_percent"] == 1.99


def test_answers_sorted_by_question_each_find_their_part(tmp_path: Path) -> None:
    rows = [
        ("Part number", "Question", "Answer"),
        *(
            (number, head, value)
            for head, value in (*FIGURES, *REPORT)
            for number in ("A-1", "B-2")
        ),
    ]
    lines = form_of(saved(tmp_path, rows)).lines
    assert [(line.number, len(line.replies)) for line in lines] == [("A-1", 5), ("B-2", 5)]


def test_nothing_that_stands_around_the_forms_is_lost(tmp_path: Path) -> None:
    letter = [("Dear Sir,", "ref. 77"), ("we do not ship from China", None)]
    form = [("1.", head, value, "QA") for head, value in (*PART, *FIGURES, *REPORT)]
    path = saved(tmp_path, [*letter, *form, (None, None, None, None), *form, ("", "Li Wei", None)])
    found = form_of(path)
    said = {reply.typed for reply in found.notes}
    assert said == {"Dear Sir,", "ref. 77", "we do not ship from China", "Li Wei"}
    assert [r.typed for line in found.lines for r in line.replies if not r.field].count("QA") == 14


def test_the_number_of_a_part_across_is_only_taken_where_all_have_their_own(tmp_path: Path) -> None:
    across = [(None, "A-1", "B-2"), *((head, value, value) for head, value in (*FIGURES, *REPORT))]
    assert sorted(told(saved(tmp_path, across))) == ["A-1", "B-2"]
    alike = [(None, "A-1", "A-1"), *across[1:]]
    reading = read_here(saved(tmp_path, alike))
    assert not isinstance(reading, str)
    assert reading.files[0].answered is None


def test_a_lone_quotation_mark_is_no_quotation(tmp_path: Path) -> None:
    rows = [*PART, ("Dy, mass %", '"0.35"'), ("Tb, mass %", '0.35"'), *REPORT]
    found = told(saved(tmp_path, rows))
    assert found["A-1"]["dy_percent"] == 0.35


def test_each_cell_is_looked_at_a_few_times_however_many_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six hundred forms looked through each other's headings: 166 million calls."""
    counts, looked = list[int](), 0

    def counted(text: str) -> str:
        nonlocal looked
        looked += 1
        return folded(text)

    for parts in (10, 50, 100):  # the first makes what is kept
        looked = 0
        rows = [
            row for at in range(parts) for row in (("Part number", f"A-{at}"), *REPORT, FIGURES[0])
        ]
        path = saved(tmp_path, rows)
        monkeypatch.setattr("desktop_app.intake.answer_columns.folded", counted)
        assert len(form_of(path).lines) == parts
        counts.append(looked)
    assert 0 < counts[1] < counts[2] < 3 * counts[1]


@pytest.mark.parametrize("third", [[], [("Part number", "C-3"), *FIGURES, *REPORT]])
def test_no_answer_of_a_part_whose_heading_was_typed_over_is_of_the_one_before(
    tmp_path: Path, third: Any
) -> None:
    second = [("Our no. at you", "B-2"), PART[1], *FIGURES, ("Test report, number", "TR-9")]
    found = told(saved(tmp_path, [*PART, *FIGURES[:2], *REPORT, *second, *third]))
    assert "ho_percent" not in found["A-1"]
    assert found["A-1"]["report_number"] == "TR-7"


@pytest.mark.parametrize(("before", "heading"), [("ACME", "Part number"), ("open", None)])
def test_what_is_alike_for_several_parts_is_no_number_of_one(
    tmp_path: Path, before: str, heading: str | None
) -> None:
    rows = [
        (before, number, head, value)
        for number in ("A-1", "B-2")
        for head, value in (*FIGURES, *REPORT)
    ]
    found = told(saved(tmp_path, [("State", heading, "Question", "Answer"), *rows]))
    assert sorted(found) == ["A-1", "B-2"]
    assert found["B-2"]["dy_percent"] == 0.35


def test_a_count_of_rows_is_no_number_of_a_part(tmp_path: Path) -> None:
    heads, values = zip(*FIGURES, *REPORT, strict=True)
    rows = [(1, "A-1", *values), (2, "B-2", *values)]
    assert sorted(told(saved(tmp_path, [(None, None, *heads), *rows]))) == ["A-1", "B-2"]
    assert set(told(saved(tmp_path, [(None, *heads), *(row[:1] + row[2:] for row in rows)]))) == {
        ""
    }


def test_a_unit_in_a_column_of_its_own_belongs_to_the_figure(tmp_path: Path) -> None:
    rows = [
        ("Part number", "Question", "Answer", "Unit"),
        ("A-1", "Dy, mass %", 50, "ppm"),
        ("A-1", "Tb, mass %", 0.3, "%"),
        ("A-1", "Delivery time in days", 8, "weeks"),
    ]
    assert told(saved(tmp_path, rows))["A-1"] == {
        "dy_percent": 0.005, "tb_percent": 0.3, "lead_time_days": 56.0,
    }  # fmt: skip


def test_of_two_years_the_later_answers(tmp_path: Path) -> None:
    rows = [
        ("Part number", "Question", "Answer 2025", "Answer 2026"),
        *(("A-1", head, 9, value) for head, value in FIGURES),
    ]
    assert told(saved(tmp_path, rows))["A-1"]["dy_percent"] == 0.35


def test_a_part_asked_twice_has_two_answers(tmp_path: Path) -> None:
    """Two batches: the first was taken for the fact, the second for a remark on it."""
    rows = [
        ("Part number", "Question", "Answer"),
        ("A-1", "Dy, mass %", "<0.01"), ("", "Tb, mass %", "<0.01"), ("B-2", "Dy, mass %", "0.3"),
        ("A-1", "Dy, mass %", "1.2"), ("", "Tb, mass %", "0.4"),
    ]  # fmt: skip
    found = [
        (line.number, {r.field: r.value for r in line.replies if r.field})
        for line in form_of(saved(tmp_path, rows)).lines
    ]
    assert ("A-1", {"dy_percent": 0.01, "tb_percent": 0.01}) in found
    assert ("A-1", {"dy_percent": 1.2, "tb_percent": 0.4}) in found
    assert ("B-2", {"dy_percent": 0.3}) in found
