"""Lines that name several things of which the part may be any."""

import pytest

from desktop_app.matching.alternatives import (
    Names,
    named_in,
    sides_of,
    variants_of,
    with_alternatives,
)
from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from tests.matching.parts import part_table, shipped_knowledge


def read_all(*descriptions: str, **columns: list[str]) -> list[Match]:
    parts = part_table(description=list(descriptions), **columns)
    knowledge = shipped_knowledge()
    return list(with_alternatives(parts, match_parts(parts, knowledge), knowledge))


def others_of(description: str) -> set[str]:
    (match,) = read_all(description)
    return {other.family or "" for other in match.alternatives}


@pytest.mark.parametrize(
    ("description", "other"),
    [
        ("Akkupack NiCd/NiMH/Li-Ion 12 V", "battery-lithium"),
        ("NiMH- oder Li-Ionen-Akku", "battery-lithium"),
        ("lithium ion or nickel metal hydride battery", "battery"),
        ("Nd or ferrite magnet D15", "magnet-ndfeb"),
        ("Ceroxid oder Yttriumoxid, Pulver", "oxide-heavy"),
        ("La2O3 / Gd2O3 powder", "oxide-heavy"),
        ("Natur- oder Kunstgraphit", "graphite"),
        ("天然或人造石墨", "graphite"),
        ("Bismuth or lead shot 3 mm", "mechanical"),
        ("Schraube oder Magnet M6", "magnet"),
        ("Magnet/Ferrite", "magnet"),
        ("N42/N42SH magnet", "magnet-ndfeb-sh"),
        ("Germanium/silicon lens", "optics-plain"),
        ("Ge/Si lens 25 mm", "germanium-optics"),
        ("lente silicio/germanio", "germanium-optics"),
        ("锗/硅透镜", "germanium-optics"),
    ],
)
def test_what_else_a_line_names_stands_beside(description: str, other: str) -> None:
    assert any(family.startswith(other) for family in others_of(description))


@pytest.mark.parametrize(
    "description",
    [
        "Sm/Co magnet",  # symbols: one alloy
        "SmCo magnet or equivalent",
        "SmCo-Magnet blank oder vernickelt",
        "NdFeB magnet, Dy 0.01 % or less",  # a limit
        "Magnet with or without hole, ferrite",
        "Halter für Sensor oder Magnet",  # what a holder is for
        "Ladegerät für NiMH oder Li-Ion Akku",
        "GaN/Si wafer 4 inch",  # a layer on what it lies on
        "Si/Ge wafer",
        "SmCo/Nickel magnet",  # its plating
        "Magnet SmCo/Epoxy",
        "Holder for Ge/Si lens",
        "Lens 25/50 BK7",
        "Screw M6 or M8",
        "Relais 12/24 V",
        "Sensor/Kabel 2 m",
    ],
)
def test_what_names_no_second_thing_has_none_beside(description: str) -> None:
    assert others_of(description) == set()


def test_the_line_keeps_what_it_was_read_as_and_other_lines_their_matches() -> None:
    lines = ("NiMH/Li-Ion Akku", "Screw M6", "NiMH/Li-Ion Akku")
    parts = part_table(description=list(lines))
    plain = match_parts(parts, shipped_knowledge())
    one, screw, again = with_alternatives(parts, plain, shipped_knowledge())
    assert one is again
    assert (one.family, screw) == (plain[0].family, plain[1])
    assert one.alternatives
    assert not screw.alternatives


def test_a_column_of_the_material_settles_it() -> None:
    (open_one, settled) = read_all(
        "Nd or ferrite magnet D15", "Nd or ferrite magnet D15", material=["", "Ferrite"]
    )
    assert open_one.alternatives
    assert not settled.alternatives


def test_a_line_is_written_with_each_name_alone() -> None:
    names, lists = Names(shipped_knowledge()), shipped_knowledge().word_lists
    named = named_in("Ferrit- oder Neodymmagnet D10", names, lists)
    assert named is not None
    assert "Ferrit-magnet D10" in variants_of(named, names.reader)
    assert "Neodymmagnet D10" in variants_of(named, names.reader)
    assert sides_of(named) == ("Ferrit-", "Neodymmagnet D10", "Ferrit- D10")
    assert named_in("a/b/c/d/e/f/g/h", names, lists) is None


@pytest.mark.parametrize(
    "description", ["Screw/Magnet", "Magnet/Screw", "Schraube/Magnet", "Magnet/Sensor"]
)
def test_a_cell_that_joins_a_magnet_to_another_thing_may_be_the_magnet(description: str) -> None:
    assert others_of(description) == {"magnet"}


@pytest.mark.parametrize(
    "description", ["Screw/Nut", "Screw/Magnetventil", "Kabel/Stecker", "Ferrite/Cable"]
)
def test_other_things_joined_have_no_magnet_beside(description: str) -> None:
    assert others_of(description) == set()
