"""Second sources lie outside China and make such things; classes of magnets are read off grades."""

import numpy as np
import pytest

from desktop_app.assessment.sourcing import (
    class_of,
    cooler_classes,
    makers_outside,
    others,
    own_makers,
)
from desktop_app.model.match import Match
from tests.assessment.by_hand import SCREW, figures, holding, magnet, makers, parts

HOME = {maker.name: maker.country for maker in makers()}


@pytest.mark.parametrize(
    "match",
    [
        magnet(),
        magnet("SmCo"),
        magnet("NdFeB", family="magnet-ndfeb-bonded"),
        magnet(None, holding("Dy"), form="oxide"),
        magnet(None, holding("Tb"), form="metal"),
    ],
)
def test_nobody_in_china_is_a_second_source(match: Match) -> None:
    found = makers_outside(match, figures(), makers(), "DE")
    assert 1 <= len(found) <= 5
    assert 1 <= len(others(found, frozenset())) <= 3
    assert all("CN" not in HOME[name] for name in found)


def test_makers_of_the_destination_come_first() -> None:
    assert makers_outside(magnet(), figures(), makers(), "JP")[0] == "Proterial"
    assert makers_outside(magnet(), figures(), makers(), "DE")[0] == "Vacuumschmelze"


def test_separators_with_their_own_ore_come_first() -> None:
    found = makers_outside(magnet(None, holding("Dy"), form="oxide"), figures(), makers(), "DE")
    assert found[0] == "Lynas Rare Earths"


def test_a_screw_or_an_unknown_kind_has_none() -> None:
    assert makers_outside(SCREW, figures(), makers(), "DE") == ()
    gallium = Match("sure", "no", None, form="metal", minerals=("Ga",))
    assert makers_outside(gallium, figures(), makers(), "DE") == ()
    assert makers_outside(magnet(form="vehicle"), figures(), makers(), "DE") == ()


@pytest.mark.parametrize(
    ("grade", "name"),
    [
        ("N42SH", "SH"), ("42SH", "SH"), ("48 UH", "UH"), ("N35EHT", "EH"), ("N52", "N"), ("45M", "M"),
        ("n38h", "H"), ("YXG-28", None), ("Y30", "N"), ("", None), (None, None), ("N42XQ", None),
    ],
)  # fmt: skip
def test_the_class_of_a_grade(grade: str | None, name: str | None) -> None:
    found = class_of(grade, figures())
    assert (found.name if found else None) == name


def test_cooler_classes() -> None:
    uh, n = class_of("N38UH", figures()), class_of("N52", figures())
    assert uh is not None
    assert n is not None
    assert [limit.name for limit in cooler_classes(uh, figures()) if limit] == ["SH", "M"]
    assert cooler_classes(n, figures()) == (None, None)


@pytest.mark.parametrize(
    ("row", "own"),
    [
        ({"supplier": "Arnold Magnetic"}, {"Arnold Magnetic Technologies"}),
        ({"supplier": "RS", "manufacturer": "HITACHI METALS LTD"}, {"Proterial"}),
        ({"supplier": "信越化学"}, {"Shin-Etsu Chemical (Rare Earth Magnets)"}),
        ({"supplier": "Arnoldi GmbH"}, set()),
        ({"supplier": "Ningbo Yunsheng"}, set()),
        ({}, set()),
    ],
)
def test_whoever_delivers_the_part_is_no_second_source(row: dict[str, str], own: set[str]) -> None:
    table = parts(row or {"part_number": "1"})
    found = own_makers(table, makers(), np.array([True]))[0]
    assert found == own
    named = others(makers_outside(magnet("SmCo"), figures(), makers(), "US"), found)
    assert len(named) == 3
    assert not own & set(named)


def test_only_parts_that_ask_for_it_are_looked_at() -> None:
    table = parts({"supplier": "Arnold"}, {"supplier": "TDK"})
    found = own_makers(table, makers(), np.array([False, True]))
    assert (found[0], found[1]) == (frozenset(), frozenset({"TDK"}))
