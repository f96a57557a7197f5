"""What a declaration says is in a part: masses of materials, shares of one, numbers inside names and titles."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import fields
from tests.intake.reading_here import read_here
from tests.workbooks.build import make_xlsx
from tests.workbooks.late_substance_lists import LISTS as LATE
from tests.workbooks.more_substance_lists import LISTS
from tests.workbooks.substance_lists import BOUGHT, SubstanceList, differences

Row = Sequence[Any]
HEADS = ("Part Number", "Substance", "CAS Number")
ND, DY, FE = ("Neodymium", "7440-00-8"), ("Dysprosium", "7429-91-6"), ("Iron", "7439-89-6")


def declared(folder: Path, *rows: Row) -> list[tuple[str | None, float | None, float | None]]:
    """CAS number, percent and grams of what is in the ring, the first part of the buyer's list."""
    files = [
        make_xlsx(folder / "declared.xlsx", {"Declaration": [list(row) for row in rows]}),
        make_xlsx(folder / "bought.xlsx", {"Parts": [list(row) for row in BOUGHT]}),
    ]
    parts = connect(read_files(files, silent)).parts
    assert len(parts) == len(BOUGHT) - 1
    return [(f.cas_number, f.percent, f.mass_g) for f in parts.substances.get(0, ())]


@pytest.mark.parametrize(
    "listed",
    [one for one in LISTS if one.name != "ranges_of_a_data_sheet"],
    ids=lambda listed: listed.name,
)
def test_a_declaration_is_read_as_it_was_made(listed: SubstanceList, tmp_path: Path) -> None:
    assert differences(listed, tmp_path) == []


NOT_YET = ("russian",)
"""A language beyond the eight."""


@pytest.mark.parametrize(
    "listed", [one for one in LATE if one.name not in NOT_YET], ids=lambda listed: listed.name
)
def test_a_declaration_with_other_units_or_rows_is_read_as_it_was_made(
    listed: SubstanceList, tmp_path: Path
) -> None:
    assert differences(listed, tmp_path) == []


def test_shares_given_as_ranges_leave_the_substances_and_no_share(tmp_path: Path) -> None:
    ranges = ("28 - 32 %", "3 – 5 %", "> 60 %")
    rows = [("10004711", *one, said) for one, said in zip((ND, DY, FE), ranges, strict=True)]
    found = declared(tmp_path, (*HEADS, "Concentration"), *rows)
    assert found == [
        ("7440-00-8", None, None),
        ("7429-91-6", None, None),
        ("7439-89-6", None, None),
    ]


PARTLY_WEIGHED = ((30, "%"), (400, "mg"), (650_000, "ppm"), (10, "‰"))


@pytest.mark.parametrize(
    ("amount", "unit"), [("Concentration", "Unit"), ("Gehalt", "Einheit"), ("含量", "单位")]
)
def test_the_unit_of_a_share_may_stand_in_its_row(amount: str, unit: str, tmp_path: Path) -> None:
    rows = [
        ("10004711", *one, *said)
        for one, said in zip((ND, DY, FE, ("Boron", "7440-42-8")), PARTLY_WEIGHED, strict=True)
    ]
    found = declared(tmp_path, (*HEADS, amount, unit), *rows)
    assert [(percent, grams) for _, percent, grams in found] == [
        (30.0, None), (None, 0.4), (65.0, None), (1.0, None),
    ]  # fmt: skip


def test_substances_beside_a_quantity_are_no_parts(tmp_path: Path) -> None:
    """How much of each cannot be told from it; they are in the ring all the same."""
    rows = [
        ("10004711", *one, amount, "g")
        for one, amount in zip((ND, DY, FE), (3, 0.4, 6.5), strict=True)
    ]
    found = declared(tmp_path, (*HEADS, "Quantity", "UoM"), *rows)
    assert [cas for cas, _, _ in found] == [ND[1], DY[1], FE[1]]


def test_chemicals_that_are_bought_are_parts(tmp_path: Path) -> None:
    """Each has its own number."""
    rows: list[Row] = [
        ["Part Number", "Substance", "CAS Number", "Quantity", "Unit"],
        ["C-1", *ND, 20, "KG"], ["C-2", *DY, 5, "KG"], ["C-3", *FE, 90, "KG"],
    ]  # fmt: skip
    path = make_xlsx(tmp_path / "chemicals.xlsx", {"List": rows})
    bought = make_xlsx(tmp_path / "bought.xlsx", {"Parts": [list(row) for row in BOUGHT]})
    assert len(connect(read_files([path, bought], silent)).parts) == 3 + len(BOUGHT) - 1


def test_the_unit_in_which_a_chemical_is_bought_is_none_of_its_share(tmp_path: Path) -> None:
    rows = [("10004711", *one, 99.5, "KG") for one in (ND, DY, FE)]
    found = declared(tmp_path, (*HEADS, "Concentration [%]", "Unit"), *rows)
    assert [(percent, grams) for _, percent, grams in found] == [(99.5, None)] * 3


def test_traces_that_weigh_the_same_keep_what_they_weigh(tmp_path: Path) -> None:
    heads = (*HEADS, "Mass [mg]", "Portion [%]")
    rows = [("10004711", *one, 2, 0.02) for one in (ND, DY, FE)]
    assert [grams for _, _, grams in declared(tmp_path, heads, *rows)] == [0.002] * 3


def test_shares_below_one_that_do_not_come_to_one_are_not_read(tmp_path: Path) -> None:
    rows = [("10004711", *one, share) for one, share in zip((ND, DY, FE), (0.3, 0.04, 0.2), strict=True)]  # fmt: skip
    found = declared(tmp_path, (*HEADS, "Concentration"), *rows)
    assert [percent for _, percent, _ in found] == [None] * 3


def test_bought_chemicals_are_a_list_and_no_declaration(tmp_path: Path) -> None:
    path = make_xlsx(
        tmp_path / "chemicals.xlsx",
        {"Chemicals": [[*HEADS, "Quantity"], ["10004711", *ND, 5], ["10004714", *DY, 7]]},
    )
    parts = connect(read_files([path], silent)).parts
    assert parts.frame["part_number"].tolist() == ["10004711", "10004714"]
    assert parts.substances == {}


def test_two_numbers_of_one_kind_above_name_no_part(tmp_path: Path) -> None:
    path = make_xlsx(
        tmp_path / "declared.xlsx",
        {
            "Declaration": [
                ["Part number:", "10004711"], ["Part number:", "10004712"], [None],
                ["Substance", "CAS Number", "Concentration [%]"], [*ND, 30], [*DY, 4], [*FE, 66],
            ]
        },
    )  # fmt: skip
    numbers = read_files([path], silent).parts.frame["part_number"]
    assert numbers.isna().all()


def test_a_declaration_alone_is_one_part_and_what_is_in_it(tmp_path: Path) -> None:
    """Its substances are no bought parts, and the part is none of them."""
    heads = (*HEADS, "Portion [%]")
    rows = [
        (number, *one, share) for number in ("M-1", "M-2") for one, share in ((ND, 30), (FE, 70))
    ]
    path = make_xlsx(tmp_path / "declared.xlsx", {"Declaration": [heads, *rows]})
    reading = connect(read_files([path], silent))
    parts = reading.parts
    assert parts.frame["part_number"].tolist() == ["M-1", "M-2"]
    assert parts.frame["cas_number"].isna().all()
    assert [[(f.cas_number, f.percent) for f in parts.substances[part]] for part in (0, 1)] == [
        [("7440-00-8", 30.0), ("7439-89-6", 70.0)]
    ] * 2
    counted = [table.rows for file in reading.files for s in file.sheets for table in s.tables]
    assert [(rows.read, rows.parts, rows.other) for rows in counted] == [(4, 2, 2)]


def test_a_declaration_of_a_line_for_each_part_stays_as_it_is(tmp_path: Path) -> None:
    heads = (*HEADS, "Portion [%]")
    path = make_xlsx(
        tmp_path / "declared.xlsx", {"Declaration": [heads, ("M-1", *ND, 99), ("M-2", *FE, 99)]}
    )
    parts = connect(read_files([path], silent)).parts
    assert parts.frame["cas_number"].tolist() == ["7440-00-8", "7439-89-6"]


def test_a_list_of_parts_that_names_their_substance_lends_all_it_says(tmp_path: Path) -> None:
    told: list[Row] = [
        (*HEADS, "Country of Origin"), ("10004711", *ND, "Japan"), ("10004712", *DY, "Japan"),
    ]  # fmt: skip
    bought: list[Row] = [
        ("Part Number", "Description", "Quantity"), ("10004711", "Ring", 5), ("10004712", "Rotor", 2),
    ]  # fmt: skip
    files = [
        make_xlsx(tmp_path / "told.xlsx", {"Parts": told}),
        make_xlsx(tmp_path / "bought.xlsx", {"Parts": bought}),
    ]
    parts = connect(read_files(files, silent)).parts
    assert parts.frame["country_of_origin"].tolist() == ["JP", "JP"]


OF_PARTS = ("Part no", "Part name", "Declared material / substance", "Weight per piece (g)")


def _said(folder: Path, *rows: Row) -> str | None:
    """The field that the column of the material or substance is read as."""
    reading = read_here(make_xlsx(folder / "list.xlsx", {"Parts": [list(row) for row in rows]}))
    assert isinstance(reading, Reading)
    return fields(reading)[OF_PARTS[2]]


def test_a_material_or_substance_without_its_amount_is_what_the_part_is_made_of(
    tmp_path: Path,
) -> None:
    made_of = [
        ("A1", "Housing", "EV31A magnesium alloy", 41), ("A2", "Cover", "AZ91D", 88),
        ("A3", "Lens", "H-LaK53A", 11), ("A4", "Lead", "YBCO tape", 8),
    ]  # fmt: skip
    assert _said(tmp_path, OF_PARTS, *made_of) == "material"


def test_several_of_one_part_are_its_substances(tmp_path: Path) -> None:
    inside = [
        ("A1", "Motor", "Neodymium", 41), ("A1", "Motor", "Iron", 88),
        ("A1", "Motor", "Dysprosium", 11), ("A2", "Pump", "Copper", 8),
    ]  # fmt: skip
    assert _said(tmp_path, OF_PARTS, *inside) == "substance"
