"""Odd files end as they must: opened with the parts they hold, or refused with the code of the reason.

A few of each kind; all of them are read on demand: ``python -m tests.intake.battery odd 0``.
"""

import json
import os
import sys
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.cli import main
from desktop_app.cli.exit_codes import NOTHING_READ
from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from tests.intake.odd_answers import answer, difference
from tests.workbooks.build import ODS_HEAD, ODS_TAIL
from tests.workbooks.odd_documents import ods, ods_rows
from tests.workbooks.odd_files import ODD, Odd
from tests.workbooks.odd_parts import book, lines
from tests.workbooks.odd_sheets import NOTE

FEW = (
    "error_cells_new.xlsx", "flat.fods", "errors_2003.xls", "numbers_beside_text.xls",
    "type_says_number_is_text.xlsx", "texts_with_looks.xlsb", "macros_97.xls", "linked_97.xls",
    "macros_of_basic.ods", "linked_table.ods", "every_second_line_quoted.csv", "remark_like_an_end.xlsx",
    "hidden_row_97.xls", "macros_before_the_list_97.xls", "hidden_columns.xlsb", "values_of_calc.html",
    "part_numbers_shown_with_noughts_97.xls", "part_numbers_shown_with_noughts.ods", "shape_in_a_cell.ods",
    "getting_data.xlsx", "formula_never_reckoned_2003.xls", "first_heading_is_pk.csv",
    "warning_of_php_before.csv", "mark_of_utf8_before_cp1252.csv", "error_in_letters.csv",
    "zero_width_in_numbers.xlsx", "marks_of_direction_in_numbers.xlsx", "hard_blanks_in_numbers.xlsx",
    "country_with_a_note.xlsx", "sep_line_lies.csv", "trailer_of_an_interface.csv", "page_with_inputs_in_cells.xls",
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


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("</table:table>", "</table:tabme>", "refused"),
        ("</table:table-row>", "</table:table-roz>", "refused"),
        ("</office:spreadsheet>", "</>ffice:spreadsheet>", "refused"),
        ("Mounting plate", "Mounting \x0b plate", "read"),
    ],
)
def test_no_fault_hides_that_an_element_never_ends(
    old: str, new: str, outcome: str, tmp_path: Path
) -> None:
    """Content of an OpenDocument sheet whose first fault is none of an end."""
    path = tmp_path / "list.ods"
    content = f'{ODS_HEAD}<table:table table:name="Parts">{ods_rows()}</table:table>{ODS_TAIL}'
    assert old in content
    broken = content.replace("Ring magnet", "Ring <> magnet").replace(old, new)
    path.write_bytes(ods("", **{"content.xml": broken}))
    start = time.monotonic()
    assert read_files([path], silent).files[0].outcome == outcome
    assert time.monotonic() - start < 20


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_are_a_file_that_is_not_there(tmp_path: Path) -> None:
    one, other, out = tmp_path / "one.xlsx", tmp_path / "other.xlsx", tmp_path / "out.json"
    one.symlink_to(other)
    other.symlink_to(one)
    assert main(["assess", str(one), "--json", str(out)]) == NOTHING_READ
    assert (
        json.loads(out.read_text(encoding="utf-8"))["files"][0]["problem"]["code"] == "E_NOT_FOUND"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names of files are text")
def test_a_name_of_bytes_that_are_no_text_is_read_and_written(tmp_path: Path) -> None:
    name = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.xlsx")  # noqa: PTH118
    with open(name, "wb") as file:  # noqa: PTH123
        file.write(book())
    out, sheet = tmp_path / "out.json", tmp_path / "out.xlsx"
    given = ["assess", os.fsdecode(name), "--json", str(out), "--workbook", str(sheet)]
    assert main(given) == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["parts"]) == 4
    assert sheet.stat().st_size > 0


@pytest.mark.parametrize("name", ["x" * 300 + ".xlsx", "x/" * 3_000 + "list.xlsx"])
def test_a_name_longer_than_any_is_a_file_that_is_not_there(name: str, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert main(["assess", str(tmp_path / name), "--json", str(out)]) == NOTHING_READ
    (file,) = json.loads(out.read_text(encoding="utf-8"))["files"]
    assert file["problem"]["code"] == "E_NOT_FOUND"


def test_a_file_that_is_dropped_twice_is_bought_once(tmp_path: Path) -> None:
    first, other = tmp_path / "list.xlsx", tmp_path / "from the mail.xlsx"
    first.write_bytes(book())
    other.write_bytes(book())
    for files in ([first, other], [first, first]):
        found = connect(read_files(files, silent))
        assert len(found.parts) == 4
        assert [[i.code for i in file.issues] for file in found.files] == [[], ["W_COPIED_FILE"]]
        counts = found.files[1].sheets[0].tables[0].rows
        assert (counts.read, counts.parts, counts.other) == (4, 0, 4)


def test_another_file_of_the_same_rows_is_another_list(tmp_path: Path) -> None:
    first, other = tmp_path / "plant 1.csv", tmp_path / "plant 2.csv"
    first.write_text(lines(), encoding="utf-8")
    other.write_text(lines() + "K-9;Bolt;Italy;3;1,5\n", encoding="utf-8")
    codes = {
        i.code for file in connect(read_files([first, other], silent)).files for i in file.issues
    }
    assert "W_COPIED_FILE" not in codes
