"""Comments of cells: what somebody wrote beside a value, and nothing that a flood could do."""

import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from desktop_app.intake.cell_comments import LONGEST, MOST
from desktop_app.intake.ooxml import look_into

THREADED = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any "
    "edits to it will get removed if the file is opened in a newer version of Excel. Learn more: "
    "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    free of HRE since lot 2291"
)


def commented(folder: Path, *texts: str) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, text in enumerate(texts, start=2):
        sheet.cell(row, 3).value = "x"
        sheet.cell(row, 3).comment = Comment(text, "Li Wei")
    book.save(folder / "commented.xlsx")
    return folder / "commented.xlsx"


def with_part(path: Path, content: bytes) -> Path:
    """The workbook with another part of comments."""
    target = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            is_comments = "comments" in name and name.endswith(".xml")
            new.writestr(name, content if is_comments else old.read(name))
    return target


def notes(path: Path) -> list[tuple[int, int, str]]:
    (found,) = look_into(path)[0].values()
    return found.comments


def test_a_comment_has_its_cell_and_no_explanation_by_excel(tmp_path: Path) -> None:
    path = commented(tmp_path, "see lot 17", THREADED)
    assert notes(path) == [(2, 3, "see lot 17"), (3, 3, "free of HRE since lot 2291")]


def test_a_flood_of_comments_and_brackets_is_cut_at_once(tmp_path: Path) -> None:
    one = b'<comment ref="A%d"><text><t>%s</t></text></comment>'
    many = b"".join(one % (at + 1, b"[]" * 5_000) for at in range(500))
    root = b'<comments xmlns="x"><commentList>' + many + b"</commentList></comments>"
    start = time.process_time()
    found = notes(with_part(commented(tmp_path, "x"), root))
    assert time.process_time() - start < 5
    assert len(found) == 500
    assert max(len(text) for _, _, text in found) <= LONGEST
    short = b"".join(one % (at + 1, b"x") for at in range(MOST + 50))
    root = b'<comments xmlns="x"><commentList>' + short + b"</commentList></comments>"
    assert len(notes(with_part(commented(tmp_path, "x"), root))) == MOST


@pytest.mark.parametrize(
    "content", [b"<comments", b"\xff\xfe\x00", b"<!DOCTYPE a><comments/>", b""]
)
def test_damaged_comments_leave_the_rest_of_the_sheet_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    path = commented(tmp_path, "x")
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet["A9"] = "#N/A"
    sheet["A9"].data_type = "e"
    book.save(path)
    found, _ = look_into(with_part(path, content))
    (sheet_notes,) = found.values()
    assert sheet_notes.comments == []
    assert sheet_notes.errors == [(9, 1, "#N/A")]
