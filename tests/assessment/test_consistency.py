"""Declarations that do not fit are said, fitting ones are not, and no verdict moves."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from desktop_app import pipeline
from desktop_app.assessment.consistency import contradictions_in_rows, with_question
from desktop_app.cli import main
from desktop_app.language.catalogue import Catalogue
from desktop_app.matching.match import match_parts
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.parts import Conflict, FactCell, PartTable, SubstanceFact
from desktop_app.register.control import Edition
from desktop_app.register.customs import Customs
from desktop_app.register.edition import load_edition
from tests.matching.parts import part_table, shipped_knowledge

ON = Inquiry(on=date(2026, 11, 25))
CELL = FactCell(0, "List", 2, 3)


@cache
def edition() -> Edition:
    return load_edition()


def warned(inquiry: Inquiry = ON, **facts: Any) -> list[tuple[str, str]]:
    """Code and English words of every warning about one part."""
    return of_table(part_table(**{name: [value] for name, value in facts.items()}), inquiry)[0]


def of_table(parts: PartTable, inquiry: Inquiry = ON) -> list[list[tuple[str, str]]]:
    matches = match_parts(parts, shipped_knowledge())
    law = edition()
    rows = contradictions_in_rows(parts, matches, law.customs, shipped_knowledge())
    found = with_question(rows, parts, inquiry, law)
    say = Catalogue("en").say
    return [[(issue.code, say(issue.message)) for issue in issues] for issues in found]


def codes(**facts: Any) -> list[str]:
    return [code for code, _ in warned(**facts)]


@pytest.mark.parametrize(
    ("description", "number"),
    [
        ("Sintered NdFeB magnet N42SH", "8505111000"),  # with heavy rare earths
        ("Sintered NdFeB magnet N35", "85051110"),      # without: the number is the same
        ("SmCo magnet", "850511"),
        ("AlNiCo 5 magnet", "85051190"),
        ("Ferrite magnet Y30", "85051910"),
        ("Bonded NdFeB magnet ring", "85051990"),       # no metal, though rare earth
        ("Dysprosium metal", "2805301200"),
        ("Neodymium oxide", "28469019"),
        ("Cerium oxide", "28461000"),
        ("Hexagon screw M6x20", "73181500"),
        ("Antimony trioxide 99.8 %", "28258000"),
    ],
)  # fmt: skip
def test_a_number_that_fits_is_not_spoken_of(description: str, number: str) -> None:
    assert warned(description=description, hs_code=number) == []


@pytest.mark.parametrize(
    ("description", "number", "code", "words"),
    [
        ("Sintered NdFeB magnet N42SH", "85051190", "W_HS_MATERIAL", "of NdFeB"),
        ("Sintered NdFeB magnet N42SH", "85051910", "W_HS_MATERIAL", "not of metal"),
        ("Ferrite magnet Y30", "85051110", "W_HS_MATERIAL", "of ferrite"),
        ("Ferrite magnet Y30", "850511", "W_HS_MATERIAL", "of ferrite"),
        ("SmCo magnet", "85059090", "W_HS_FORM", "loose magnet"),
        ("Sintered NdFeB magnet N42SH", "73181500", "W_HS_FORM", "expected 8505"),
        ("Servomotor 400 W", "85051110", "W_HS_FORM", "motor"),
        ("Dysprosium metal", "2805301100", "W_HS_ELEMENT", "Dy"),
        ("Neodymium oxide", "28461000", "W_HS_ELEMENT", "compounds of cerium"),
        ("Dysprosium oxide", "73181500", "W_HS_FORM", "expected 2846"),
    ],
)
def test_a_number_of_other_goods_is_warned_of(
    description: str, number: str, code: str, words: str
) -> None:
    ((found, said),) = warned(description=description, hs_code=number)
    assert found == code
    assert number in said
    assert words.casefold() in said.casefold()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("7318", "4 digits"),
        ("73181", "5 digits"),
        ("7318150", "7 digits"),
        ("731815000", "9 digits"),
        ("7318150000000", "13 digits"),
        ("00123456", "no chapter 00"),
        ("77123456", "no chapter 77"),
        ("99123456", "no chapter 99"),
    ],
)
def test_a_number_of_no_shape_is_named(number: str, words: str) -> None:
    ((code, said),) = warned(description="Hexagon screw M6x20", hs_code=number)
    assert code == "W_HS_SHAPE"
    assert words in said


@pytest.mark.parametrize(("number", "country"), [("731815000", "JP"), ("73181500000", "DE")])
def test_a_length_that_one_country_uses_is_right_there_only(number: str, country: str) -> None:
    screw: dict[str, Any] = {"description": "Hexagon screw M6x20", "hs_code": number}
    assert codes(**screw, supplier_country=country) == []
    assert codes(**screw, supplier_country="FR") == ["W_HS_SHAPE"]


def test_a_cell_that_holds_no_number_is_named() -> None:
    parts = replace(part_table(description=["Screw M6"]), unreadable={0: ("hs_code",)})
    assert [code for code, _ in of_table(parts)[0]] == ["W_HS_SHAPE"]


@pytest.mark.parametrize(
    "facts",
    [
        {"description": "Ferrite magnet ring", "magnet_grade": "N42SH"},
        {"description": "Magnet segment", "magnet_grade": "N42SH", "material": "ferrite"},
        {"description": "Magnet segment SmCo", "material": "NdFeB"},
    ],
)
def test_a_magnet_declared_as_another_material_is_named(facts: dict[str, Any]) -> None:
    assert codes(**facts) == ["W_MATERIAL"]


@pytest.mark.parametrize(
    "facts",
    [
        {"description": "Magnet segment", "magnet_grade": "N42SH", "material": "NdFeB"},
        {"description": "Ferrite magnet", "magnet_grade": "Y30"},
        {"description": "Motor", "material": "ferrite"},
    ],
)
def test_columns_that_agree_are_not_spoken_of(facts: dict[str, Any]) -> None:
    assert codes(**facts) == []


def test_a_claim_against_the_grade_asks_for_the_report() -> None:
    ((code, said),) = warned(description="NdFeB magnet N42SH, Dy-free")
    assert code == "W_CLAIM"
    assert "N42SH" in said
    assert codes(description="NdFeB magnet N35, Dy-free") == []


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ({"country_of_origin": "JP", "ships_from": "CN"}, "certificate of origin"),
        ({"country_of_origin": "JP", "supplier_country": "CN"}, "supplier is in China"),
        ({"country_of_origin": "CN;DE"}, "China, Germany"),
        ({"leaves_china": False, "ships_from": "CN"}, "not to leave China"),
        ({"leaves_china": True, "ships_from": "NL"}, "ships from Netherlands"),
    ],
)
def test_places_that_do_not_fit(places: dict[str, Any], words: str) -> None:
    ((code, said),) = warned(description="Servomotor 400 W", **places)
    assert code == "W_ORIGIN"
    assert words in said


@pytest.mark.parametrize(
    "places",
    [
        {"country_of_origin": "CN", "supplier_country": "DE"},  # a distributor
        {"country_of_origin": "CN", "ships_from": "NL"},
        {"country_of_origin": "JP", "supplier_country": "CN", "ships_from": "JP"},
        {"leaves_china": True, "ships_from": "CN"},
        {},
    ],
)
def test_usual_ways_of_trade_are_not_spoken_of(places: dict[str, Any]) -> None:
    assert codes(description="Servomotor 400 W", **places) == []


def test_what_stays_in_china_does_not_leave_it() -> None:
    at_home = replace(ON, destination="CN")
    facts: dict[str, Any] = {"leaves_china": False, "ships_from": "CN"}
    assert codes(inquiry=at_home, description="Servomotor", **facts) == []


def test_a_use_is_held_against_question_and_destination() -> None:
    row: dict[str, Any] = {"description": "Servomotor 400 W", "end_use": "military"}
    ((code, said),) = warned(**row)
    assert (code, "assumes civil" in said) == ("W_END_USE", True)
    asked = replace(ON, end_use_assumed=False)
    assert "says civil" in warned(inquiry=asked, **row)[0][1]
    assert codes(inquiry=replace(ON, end_use="military"), **row) == []
    to_america = replace(ON, destination="US", end_use="military")
    ((code, said),) = warned(inquiry=to_america, **row)
    assert code == "W_END_USE_DESTINATION"
    assert "No. 46 of 2024" in said
    before = replace(to_america, on=date(2024, 12, 2))
    assert codes(inquiry=before, **row) == []


@pytest.mark.parametrize("share", [-0.5, 100.5])
def test_a_share_that_is_none_is_named(share: float) -> None:
    ((code, said),) = warned(description="Motor", cn_value_share=share)
    assert code == "W_SHARE"
    assert f"{share:g}" in said
    assert codes(description="Motor", cn_value_share=100.0) == []
    assert codes(description="Motor", cn_value_share=0.0) == []


def content(*facts: tuple[float | None, float | None], mass: float | None = None) -> PartTable:
    parts = part_table(description=["Motor"], unit_mass_g=[mass])
    declared = tuple(SubstanceFact("Iron", None, percent, g, CELL) for percent, g in facts)
    return replace(parts, substances={0: declared})


def test_contents_that_are_more_than_the_whole_are_named() -> None:
    assert of_table(content((60.0, None), (40.3, None)))[0] == []
    assert of_table(content((60.0, None), (45.0, None)))[0][0][0] == "W_SHARE"
    assert of_table(content((-1.0, None)))[0][0][0] == "W_SHARE"
    assert of_table(content((None, 6.0), (None, 5.0), mass=10.0))[0][0][0] == "W_SHARE"
    assert of_table(content((None, 6.0), (None, 4.0), mass=10.0))[0] == []


def test_two_files_that_differ_are_named_at_their_part() -> None:
    conflict = Conflict("country_of_origin", (("CN", CELL), ("JP", CELL)))
    parts = replace(part_table(description=["Motor", "Screw"]), conflicts={0: (conflict,)})
    first, second = of_table(parts)
    assert [(code, "CN / JP" in said) for code, said in first] == [("W_CONFLICT", True)]
    assert second == []


def test_a_warning_never_moves_a_verdict() -> None:
    """The same list with and without what is known of customs numbers gets the same verdicts."""
    numbers = ["85051190", "850519", "7318150", "85051110", None]
    reading = pipeline.read_typed(["NdFeB magnet N42SH", "N35 magnet", "Screw", "Motor", "Oxide"])
    frame = reading.parts.frame.assign(
        hs_code=pd.Series(numbers, dtype=object),
        country_of_origin="CN",
        ships_from="JP",
        cn_value_share=-4.0,
    )
    reading = replace(reading, parts=replace(reading.parts, frame=frame))
    library = pipeline.load_library()
    without = replace(library, edition=replace(library.edition, customs=Customs()))
    with_customs = pipeline.assess(reading, ON, library)
    bare = pipeline.assess(reading, ON, without)
    assert list(with_customs.licences) == list(bare.licences)
    assert with_customs.warnings is not None
    assert bare.warnings is not None
    assert len([w for w in with_customs.warnings if w]) == len(numbers)
    assert sum(map(len, with_customs.warnings)) > sum(map(len, bare.warnings))


def test_parts_do_not_change_each_other() -> None:
    alone = warned(description="Ferrite magnet Y30", hs_code="85051110")
    together = of_table(
        part_table(
            description=["Ferrite magnet Y30", "Screw M6", "Ferrite magnet Y30"],
            hs_code=["85051110", "7318150", None],
        )
    )
    assert together[0] == alone
    assert together[2] == []


def test_warnings_stand_among_the_marks_of_the_document(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Part number,Description,HS code\nA-1,Ferrite magnet Y30,85051110\nA-2,Screw,73181500\n",
        encoding="utf-8",
    )
    assert main(["assess", str(path), "--json", str(tmp_path / "out.json")]) == 0
    first, second = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["parts"]
    assert any("85051110" in mark for mark in first["marks"])
    assert second["marks"] == []
