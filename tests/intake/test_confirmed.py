"""What a user said of the columns of a list holds for every list with the same headings."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.confirmed import said_of
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from tests.intake.looking import facts, only_table
from tests.workbooks.build import Rows, make_xlsx

LIST: Rows = [
    ["Code", "Bezeichnung", "Preis", "Kosten"],
    ["A-1", "Ring magnet", 1.5, 15.0],
    ["A-2", "Hex screw", 0.1, 1.0],
    ["A-3", "Servo motor", 129.0, 1290.0],
]
SAID = {"code": "mpn", "KOSTEN": "unit_price", "Preis": ""}


def test_a_confirmed_column_is_used_and_said_to_be(tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def remembered(headings: Sequence[str], _supplier: str = "", /) -> dict[str, str]:
        asked.append(list(headings))
        return SAID

    path = make_xlsx(tmp_path / "a.xlsx", {"S": LIST})
    reading = read_files([path], silent, (), remembered)
    found = only_table(reading).columns
    assert [c.field for c in found] == ["mpn", "description", None, "unit_price"]
    assert (found[0].confidence, found[0].why.template) == (1.0, "confirmed by you")
    assert facts(reading, "unit_price") == [15.0, 1.0, 1290.0]
    assert asked[-1] == LIST[0]


def test_what_nobody_confirmed_is_proposed_as_before(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "b.xlsx", {"S": LIST})
    fields: list[Any] = [c.field for c in only_table(read_files([path], silent)).columns]
    assert fields[:3] == ["part_number", "description", "unit_price"]


def test_of_two_columns_with_one_heading_the_first_is_meant() -> None:
    assert said_of(["Preis", "", "preis "], {"Preis": "unit_price"}) == {0: "unit_price", 2: ""}


HEADINGS = ["Part number", "Description", "Supplier", "Zone"]


def zone_of(tmp_path: Path, supplier: str, title: str, said: dict[str, dict[str, str]]) -> Any:
    """What the column Zone of a list was taken for, where this was said of lists of each supplier."""
    above: Rows = [["Supplier:", title], []] if title else []
    listed: Rows = [HEADINGS, *([f"M-{n}", "SmCo magnet", supplier, "CN"] for n in range(3))]
    if not supplier:
        listed = [[*row[:2], row[3]] for row in listed]
    path = make_xlsx(tmp_path / "list.xlsx", {"S": [*above, *listed]})

    def ask(_headings: Sequence[str], owner: str = "", /) -> dict[str, str] | None:
        return said.get(owner)

    (table,) = read_files([path], silent, (), ask).files[0].sheets[0].tables
    return {column.header: column.field for column in table.columns}["Zone"]


@pytest.mark.parametrize(
    ("supplier", "title", "field"),
    [
        ("Nord GmbH", "", "plant"),
        ("Süd GmbH", "", "country_of_origin"),
        ("", "Nord GmbH", "plant"),
        ("", "", "country_of_origin"),
    ],
)
def test_what_was_confirmed_of_a_supplier_goes_before_what_holds_in_general(
    tmp_path: Path, supplier: str, title: str, field: str
) -> None:
    said = {"": {"Zone": "country_of_origin"}, "Nord GmbH": {"Zone": "plant"}}
    said["Süd GmbH"] = said[""]
    assert zone_of(tmp_path, supplier, title, said) == field


def test_a_list_of_several_suppliers_is_read_as_confirmed_in_general(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = "M-1;Magnet;Nord;CN\nM-2;Magnet;Süd;CN\n"
    path.write_text(";".join(HEADINGS) + "\n" + rows, encoding="utf-8")
    asked: list[str] = []

    def ask(_headings: Sequence[str], owner: str = "", /) -> dict[str, str]:
        asked.append(owner)
        return {"Zone": "plant"}

    (table,) = read_files([path], silent, (), ask).files[0].sheets[0].tables
    assert set(asked) == {""}
    assert table.columns[3].field == "plant"
