"""Odd files end as they must: opened with the parts they hold, or refused with the code of the reason.

A few of each kind; all of them are read on demand: ``python -m tests.intake.battery odd 0``.
"""

import json
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.cli import main
from desktop_app.cli.exit_codes import NOTHING_READ
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from tests.intake.odd_answers import answer, difference
from tests.workbooks.odd_files import ODD, Odd
from tests.workbooks.odd_sheets import NOTE

FEW = (
    "error_cells_new.xlsx", "flat.fods", "errors_2003.xls", "numbers_beside_text.xls",
    "type_says_number_is_text.xlsx", "texts_with_looks.xlsb", "macros_97.xls", "linked_97.xls",
    "macros_of_basic.ods", "linked_table.ods", "every_second_line_quoted.csv", "remark_like_an_end.xlsx",
)  # fmt: skip
"""One of each kind that was once read otherwise."""


@pytest.mark.parametrize(
    "made", [made for made in ODD if made.name in FEW], ids=lambda made: made.name
)
def test_an_odd_file_ends_as_it_must(made: Odd, tmp_path: Path) -> None:
    assert difference(made, *answer(made, tmp_path)) == ""


def test_a_lost_sheet_is_named(tmp_path: Path) -> None:
    made = next(made for made in ODD if made.name == "sheet_part_missing.xlsx")
    _, told, _ = answer(made, tmp_path)
    lost = [issue for issue in told["files"][0]["issues"] if issue["code"] == "W_SHEET_LOST"]
    assert [(issue["sheet"], issue["severity"]) for issue in lost] == [("First", "warning")]


def test_a_file_without_a_list_says_so_like_everything_else(tmp_path: Path) -> None:
    made = next(made for made in ODD if made.name == "letter.txt")
    _, told, _ = answer(made, tmp_path)
    assert [issue["code"] for issue in told["files"][0]["issues"]] == ["E_NO_TABLE"]


def test_a_list_that_is_lost_with_its_sheet_is_a_damaged_file(tmp_path: Path) -> None:
    made = next(made for made in ODD if made.name == "other_sheet_broken.xlsx")
    path, broken = tmp_path / made.name, BytesIO()
    with ZipFile(BytesIO(made.make())) as whole, ZipFile(broken, "w") as out:
        for name in whole.namelist():
            content = whole.read(name)
            if name.endswith("sheet1.xml"):
                content = content[:-60]
            elif name.endswith("first.xml"):
                content = NOTE.encode()
            out.writestr(name, content)
    path.write_bytes(broken.getvalue())
    found = read_files([path], silent).files[0]
    assert found.outcome == "refused"
    assert found.problem is not None
    assert found.problem.code == "E_CORRUPT"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_are_a_file_that_is_not_there(tmp_path: Path) -> None:
    one, other, out = tmp_path / "one.xlsx", tmp_path / "other.xlsx", tmp_path / "out.json"
    one.symlink_to(other)
    other.symlink_to(one)
    assert main(["assess", str(one), "--json", str(out)]) == NOTHING_READ
    assert (
        json.loads(out.read_text(encoding="utf-8"))["files"][0]["problem"]["code"] == "E_NOT_FOUND"
    )
