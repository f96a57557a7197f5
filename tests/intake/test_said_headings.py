"""Headings that a user pointed at are headings, whatever the program had taken for them."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.intake.confirmed import Ask
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from desktop_app.model.sources import HEADING_ROW, POINTED_AT, SheetFound
from tests.intake.looking import facts
from tests.workbooks.build import Rows, make_xlsx


def pointing_at(*headings: str, **fields: str) -> Ask:
    """A user who pointed at these headings and said what some of their columns hold."""

    def ask(asked: Sequence[str], _supplier: str = "", /) -> dict[str, str] | None:
        return {HEADING_ROW: POINTED_AT, **fields} if tuple(asked) == headings else None

    return ask


def read(tmp_path: Path, rows: Rows, said: Ask | None = None) -> tuple[Reading, SheetFound]:
    path = make_xlsx(tmp_path / "list.xlsx", {"S": rows})
    reading = read_files([path], silent, (), said) if said else read_files([path], silent)
    return reading, reading.files[0].sheets[0]


STRANGE: Rows = [
    ["Werk Nord"],
    ["Kürzel", "Sache", "Menge je Jahr"],
    ["A-1", "NdFeB N42SH 10x5", 100],
    ["A-2", "Schraube M4", 900],
]


def test_a_list_with_strange_headings_becomes_a_list_once_they_are_pointed_at(
    tmp_path: Path,
) -> None:
    reading, sheet = read(tmp_path, STRANGE, pointing_at("Kürzel", "Sache", "Menge je Jahr"))
    assert [table.header_row for table in sheet.tables] == [2]
    said = pointing_at(
        "Kürzel", "Sache", "Menge je Jahr", Kürzel="part_number", Sache="description"
    )
    reading, sheet = read(tmp_path, STRANGE, said)
    assert facts(reading, "part_number") == ["A-1", "A-2"]
    assert facts(reading, "description") == ["NdFeB N42SH 10x5", "Schraube M4"]


BARE: Rows = [["ka", "lo", "mi"], [3.5, "ja", 2], [4.5, "ja", 7]]


def test_where_no_column_names_a_part_yet_every_row_is_kept_and_told(tmp_path: Path) -> None:
    reading, sheet = read(tmp_path, BARE, pointing_at("ka", "lo", "mi"))
    (table,) = sheet.tables
    assert [column.header for column in table.columns] == ["ka", "lo", "mi"]
    assert (table.rows.read, table.rows.parts, table.rows.rejected) == (2, 0, 2)
    assert len(reading.parts) == 0
    _, sheet = read(tmp_path, BARE, pointing_at("ka", "lo", "mi", lo="description"))
    assert sheet.tables[0].rows.parts == 2


FORM: Rows = [
    ["Part number", "Description", "Supplier"],
    ["(ours)", "(as on the drawing)", "(short name)"],
    ["Nr. A", "Text B", "Haus C"],
    ["M-1", "SmCo magnet", "Nordmag"],
    ["M-2", "Hex screw", "Nordmag"],
]


def test_what_was_taken_for_the_headings_close_by_is_none_then(tmp_path: Path) -> None:
    _, sheet = read(tmp_path, FORM)
    assert 3 not in [table.header_row for table in sheet.tables]
    said = {"Nr. A": "part_number", "Text B": "description", "Haus C": "supplier"}
    reading, sheet = read(tmp_path, FORM, pointing_at("Nr. A", "Text B", "Haus C", **said))
    assert [table.header_row for table in sheet.tables] == [3]
    assert facts(reading, "part_number") == ["M-1", "M-2"]


def test_a_list_further_up_stays_a_list(tmp_path: Path) -> None:
    rows = [FORM[0], *FORM[3:], [], [], [], ["ka", "lo", "mi"]]
    rows += [["A-1", "N42SH magnet", "Nordmag"], ["A-2", "Hex nut", "Nordmag"]]
    _, sheet = read(
        tmp_path, rows, pointing_at("ka", "lo", "mi", ka="part_number", lo="description")
    )
    assert [(table.header_row, table.rows.parts) for table in sheet.tables] == [(1, 2), (7, 2)]
