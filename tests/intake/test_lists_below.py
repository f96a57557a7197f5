"""A list of answers below another in one sheet: its own headings say what its cells answer."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.report.questionnaire import HEAD_ROW
from tests.intake.answered import answered, changed, columns, form_of
from tests.report.test_roundabout_forms import facts, meant, put


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("below"))


@pytest.mark.parametrize(
    ("questions", "meant_by_it"),
    [
        # One question, in the column of another of the list above.
        ({"dy_percent": "ho_percent"}, {"ho_percent"}),
        # Neodymium, which we never ask, where terbium stands above.
        ({"dy_percent": "dy_percent", "tb_percent": "Nd, mass %"}, {"dy_percent"}),
    ],
)
def test_a_short_list_below_answers_its_own_headings(
    back: Path, questions: dict[str, str], meant_by_it: set[str]
) -> None:
    def with_one_below(book: Any) -> None:
        sheet = book.worksheets[0]
        keys, below = columns(sheet), sheet.max_row + 2
        for at, name in {"part_number": "part_number", **questions}.items():
            words = sheet.cell(HEAD_ROW, keys[name]).value if name in keys else name
            put(sheet, below, keys[at], words)
            put(sheet, below + 1, keys[at], "100-0203" if at == "part_number" else "0.5")

    form = form_of(changed(back, with_one_below))
    assert facts(form) == {**meant(), **{("100-0203", name): 0.5 for name in meant_by_it}}
    below = next(line for line in form.lines if line.number == "100-0203")
    assert len(below.replies) == len(questions)
