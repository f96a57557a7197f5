"""What a user told of a list holds when the project is opened again: the row of its headings, whose
list it is."""

from datetime import date
from pathlib import Path

from desktop_app.intake.reading import read_files
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.progress import silent
from desktop_app.model.reading import with_suppliers
from desktop_app.project.bringing import Desk, bring_to
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.remembered import remembered_columns
from desktop_app.ui.column_choices import ColumnChoices
from tests.workbooks.build import Rows, make_xlsx

ROWS: Rows = [
    ["Kü", "Sa", "Wo"],
    ["A-1", "ja", "Sintered magnet N42SH"],
    ["A-2", "ja", "Hexagon screw M6"],
]
INQUIRY = Inquiry(date(2026, 11, 24))


def test_headings_pointed_at_are_known_in_the_next_list(tmp_path: Path) -> None:
    said = ColumnChoices().with_heading_row(("Kü", "Sa", "Wo"), is_heading=True)
    with create_project(tmp_path / "work.lodestone", home=tmp_path) as project:
        bring_to(project, Desk(None, INQUIRY, said.of))
    with open_project(tmp_path / "work.lodestone", home=tmp_path) as project:
        ask = remembered_columns(project.project.mappings)
    newer = make_xlsx(tmp_path / "newer.xlsx", {"S": [["Werk Nord"], [], *ROWS]})
    assert read_files([newer], silent).files[0].outcome == "no_table"
    (table,) = read_files([newer], silent, (), ask).files[0].sheets[0].tables
    assert table.header_row == 3


def test_a_named_supplier_is_stored_with_its_list(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Part number,Description\nM-1,Magnet N42SH\n", encoding="utf-8")
    reading = with_suppliers(read_files([path], silent), {str(path): "Nordmagnet"})
    with create_project(tmp_path / "work.lodestone", home=tmp_path) as project:
        bring_to(project, Desk(reading, INQUIRY))
    with open_project(tmp_path / "work.lodestone", home=tmp_path) as project:
        stored = project.reading()
    assert stored is not None
    assert [file.supplier_told for file in stored.files] == ["Nordmagnet"]
    assert list(stored.parts.frame["supplier"]) == ["Nordmagnet"]
