"""Cells that a reader loses or shows otherwise than they are stored: each is said, none is guessed."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.model.reading import Reading
from tests.intake.looking import codes, facts
from tests.intake.reading_here import read_here
from tests.workbooks.binary import Percent, make_xls, make_xlsb
from tests.workbooks.build import edit_part, make_ods, make_xlsx

ROWS: list[list[Any]] = [
    ["Part Number", "Description", "Qty", "Origin"],
    *([f"P-{n}", f"Motor {n}", float(n), "CN"] for n in range(1, 9)),
]
SHEET = "xl/worksheets/sheet1.xml"


Damage = Callable[[bytes], bytes]


def moved(cells: str, row: int) -> Damage:
    """Moves the addresses of sheet row 5 to another row."""
    return lambda xml: re.sub(
        rf'r="({cells})5"'.encode(), lambda found: f'r="{found[1].decode()}{row}"'.encode(), xml
    )


def read(path: Path) -> Reading:
    reading = read_here(path)
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize(
    "damage",
    [
        moved("[A-D]", 4),
        moved("[A-D]?", 4),
        moved("[A-D]?", 2),
        lambda xml: xml.replace(b'<row r="4"', b'<row r="0"'),
    ],
)
def test_a_part_lost_by_a_damaged_address_is_said(tmp_path: Path, damage: Damage) -> None:
    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": ROWS})
    assert codes(read(path)) == []
    reading = read(edit_part(path, SHEET, damage))
    assert len(reading.parts) == 7
    assert "W_READERS_DISAGREE" in codes(reading)


def test_rows_without_an_address_lose_nothing(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": ROWS})
    reading = read(edit_part(path, SHEET, lambda xml: re.sub(rb' r="[A-D]?5"', b"", xml)))
    assert len(reading.parts) == 8
    assert codes(reading) == []


def test_an_address_without_a_row_loses_nothing(tmp_path: Path) -> None:
    """The cell stands in its row all the same."""
    whole = read(make_xlsx(tmp_path / "whole.xlsx", {"Parts": ROWS}))
    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": ROWS})
    reading = read(edit_part(path, SHEET, lambda xml: xml.replace(b'r="B5"', b'r="B"')))
    assert facts(reading, "description") == facts(whole, "description")
    assert facts(reading, "part_number") == facts(whole, "part_number")
    assert codes(reading) == []


def test_empty_cells_with_an_end_tag_are_no_lost_cells(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": ROWS})

    def empty(xml: bytes) -> bytes:
        return re.sub(rb'(<c r="D6"[^>]*>).*?</c>', rb"\1</c>", xml)

    reading = read(edit_part(path, SHEET, empty))
    assert facts(reading, "country_of_origin").count(None) == 1
    assert codes(reading) == []


def test_cells_of_blanks_alone_are_no_lost_cells(tmp_path: Path) -> None:
    told: list[list[Any]] = [*ROWS, ["P-9", "  ", 9.0, "\u3000"]]
    assert codes(read(make_xlsx(tmp_path / "list.xlsx", {"Parts": told}))) == []


@pytest.mark.parametrize(("make", "ending"), [(make_xls, "xls"), (make_xlsb, "xlsb")])
def test_binary_workbooks_say_which_numbers_are_shown_as_percent(
    tmp_path: Path, make: Callable[..., Path], ending: str
) -> None:
    shares = (0.1, 0.35, 1.0)
    for kind, expected in ((Percent, [10.0, 35.0, 100.0]), (float, [None] * 3)):
        rows: list[list[Any]] = [["Part Number", "Description", "CN value share"]]
        rows += [[f"A-{n}", f"Motor {n}", kind(share)] for n, share in enumerate(shares)]
        reading = read(make(tmp_path / f"list.{ending}", rows))
        assert facts(reading, "cn_value_share") == expected


def test_an_open_document_that_ends_early_is_refused_at_once(tmp_path: Path) -> None:
    path = make_ods(tmp_path / "list.ods", ROWS)
    assert len(read(path).parts) == 8
    cut = edit_part(path, "content.xml", lambda xml: xml[: len(xml) // 2])
    assert read_here(cut) == "E_CORRUPT"


def test_an_open_document_written_line_by_line_is_read(tmp_path: Path) -> None:
    path = make_ods(tmp_path / "list.ods", ROWS)
    whole = read(path).parts.frame
    reading = read(
        edit_part(path, "content.xml", lambda xml: xml.replace(b"><table:", b">\n  <table:"))
    )
    assert reading.parts.frame.equals(whole)
    assert codes(reading) == []
