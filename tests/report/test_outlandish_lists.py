"""Of the twenty-five more ways of ``test_outlandish_forms``: the answers come back on a list of the supplier's
own, in the body of a mail, or as text copied out of a page."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app import pipeline
from desktop_app.report.questionnaire import KEY_ROW
from tests.intake.answered import SAMPLE, answered
from tests.report.test_outlandish_forms import facts_of, never_wrong


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("outlandish-lists"))


# --- question, old answer, new answer -------------------------------------------------------------


ROWS = (
    ("100-0104", "Dy, mass %", "1.2", "<0.01"),
    ("100-0104", "Tb, mass %", "0.4", "<0.01"),
    ("100-0104", "Ho, mass %", "", "<0.01"),
    ("000000000010004724", "Dy, mass %", "3.9", "4.2"),
    ("100-0102", "Export licence, number", "L-70", "L-77"),
    ("100-0105", "Delivery time in days", "60", ""),
)
NEW = {"100-0104": {"dy_percent": ("<0.01",), "tb_percent": ("<0.01",), "ho_percent": ("<0.01",)},
       "000000000010004724": {"dy_percent": ("4.2",)}, "100-0102": {"licence_number": ("L-77",)}}  # fmt: skip


def listed(tmp_path: Path, head: tuple[str, ...], rows: Any, name: str = "listed") -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (head, *rows):
        sheet.append(["" if value is None else value for value in row])
    book.save(tmp_path / f"{name}.xlsx")
    return tmp_path / f"{name}.xlsx"


@pytest.mark.parametrize(
    "head",
    [
        ("Part number", "Question", "Old answer", "New answer"),
        ("料号", "问题", "原答复", "新答复"),
        ("Teilenummer", "Frage", "Bisherige Antwort", "Neue Antwort"),
    ],
    ids=["10", "11", "12"],
)
def test_10_to_12_the_new_answer_counts_and_the_old_never(
    tmp_path: Path, head: tuple[str, ...]
) -> None:
    path = listed(tmp_path, head, ROWS)
    facts = facts_of(path)
    never_wrong(facts, NEW)
    assert facts["100-0104"]["dy_percent"] == ("<0.01", "used")
    assert facts["000000000010004724"]["dy_percent"][0] == "4.2"


def test_13_the_part_only_on_the_first_of_its_lines(tmp_path: Path) -> None:
    rows = [
        ("100-0104", "Dy, mass %", "<0.01"), ("", "Tb, mass %", "<0.02"), ("", "Ho, mass %", "<0.03"),
        ("000000000010004724", "Dy, mass %", "4.2"), ("", "Tb, mass %", "0.1"),
        ("100-0102", "Export licence, number", "L-77"),
    ]  # fmt: skip
    path = listed(tmp_path, ("Part number", "Question", "Answer"), rows)
    facts = facts_of(path)
    never_wrong(facts, {
        "100-0104": {"dy_percent": ("<0.01",), "tb_percent": ("<0.02",), "ho_percent": ("<0.03",)},
        "000000000010004724": {"dy_percent": ("4.2",), "tb_percent": ("0.1",)},
        "100-0102": {"licence_number": ("L-77",)},
    })  # fmt: skip
    assert facts["100-0104"]["ho_percent"] == ("<0.03", "used")


def test_14_question_answer_and_a_comment(tmp_path: Path) -> None:
    rows = [
        ("100-0104", "Disc magnet", "Dy, mass %", "<0.01", "old lots had 1.2"),
        ("100-0104", "Disc magnet", "Tb, mass %", "<0.01", ""),
        ("100-0103", "Block magnet", "Dy, mass %", "", "0.3 % estimated, report follows"),
        ("100-0103", "Block magnet", "Tb, mass %", "0.02", ""),
    ]
    head = ("Part number", "Description", "Question", "Answer", "Comment")
    facts = facts_of(listed(tmp_path, head, rows))
    never_wrong(facts, {
        "100-0104": {"dy_percent": ("<0.01",), "tb_percent": ("<0.01",)}, "100-0103": {"tb_percent": ("0.02",)},
    })  # fmt: skip
    assert facts["100-0103"]["tb_percent"][0] == "0.02"


# --- no workbook ----------------------------------------------------------------------------------

MAIL = """Dear Sirs,

please find our answers:

Part number: 100-0104
Dy, mass %: <0.01
Tb, mass %: <0.01

Part number: 100-0103
Dy, mass %: 0.4
Tb, mass %: n/a

Best regards
Li Wei
"""


def test_24_the_body_of_a_mail_saved_as_text(tmp_path: Path) -> None:
    target = tmp_path / "mail.txt"
    target.write_text(MAIL, encoding="utf-8")
    reading = pipeline.read([SAMPLE, target])
    assert len(reading.parts) == len(pipeline.read([SAMPLE]).parts)
    if reading.files[1].answered is None:
        assert reading.files[1].outcome != "read"
        return
    never_wrong(facts_of(target), {
        "100-0104": {"dy_percent": ("<0.01",), "tb_percent": ("<0.01",)},
        "100-0103": {"dy_percent": ("0.4",), "tb_percent": ("n/a",)},
    })  # fmt: skip


def test_25_the_table_copied_out_of_a_page_as_text(back: Path, tmp_path: Path) -> None:
    """Tabs between the cells, headings on one line, without what is hidden."""
    sheet = openpyxl.load_workbook(back).worksheets[0]
    lines = []
    for row in range(1, sheet.max_row + 1):
        if row == KEY_ROW:
            continue
        cells = (sheet.cell(row, at).value for at in range(2, sheet.max_column + 1))
        lines.append("\t".join("" if v is None else " ".join(str(v).split()) for v in cells))
    target = tmp_path / "page.txt"
    target.write_text("\n".join(lines), encoding="utf-8")
    facts = facts_of(target)
    whole = facts_of(back)
    assert {n: set(a) for n, a in facts.items()} == {n: set(a) for n, a in whole.items()}
    assert facts["100-0104"]["dy_percent"] == whole["100-0104"]["dy_percent"]
