"""A battery that nothing but its charge names is one, with lithium where the cells say so."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("6s 1300mAh -120C - GNB HV XT60", "battery-lithium"),  # the plug says how it is connected
        ("Li-Pol Akyga 470mAh 1S 3,7V -30x30x6 mm", "battery-lithium"),
        ("JST PH 2.0 500 mAh 3.7 V", "battery-lithium"),
        ("1300 mAh", "battery"),
        ("XT60 connector", "connector"),
        ("Charger 1000mAh", "power-supply"),
    ],
)
def test_a_charge_names_a_battery_where_nothing_else_does(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize("line", ["AA 2000mAh", "4.8V 2000mAh", "HR6 1900 mAh"])
def test_cells_that_may_be_of_nickel_metal_hydride_are_asked_about(line: str) -> None:
    assert match_one(line).verdict in ("unknown", "likely", "yes")


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("AA battery", "battery-primary"),
        ("pile AAA 1.5V", "battery-primary"),
        ("AA battery NiMH 2500mAh", "battery-nimh"),
        ("AA battery Eneloop", "battery-nimh"),
        ("AA battery Li-ion 1.5V USB", "battery-lithium"),
        ("AA batteries rechargeable", "battery"),
        ("batterie AA 2500mAh", "battery"),
        ("Akku Mignon AA", "battery"),
        ("Knopfzelle wiederaufladbar", "battery-lithium"),
        ("Knopfzelle CR2032", "battery-primary"),
        ("LiFePO4 replacement for AGM battery 12V 100Ah", "battery-lithium"),
        ("lithium battery pack instead of AGM", "battery-lithium"),
        ("AGM battery replacement for UPS", "battery-lead"),
        ("Akku 1,2V 2000mAh", "battery-nimh"),
        ("NiCd Akku 1,2V 600mAh", "battery-other"),
    ],
)
def test_the_size_or_place_of_a_cell_outweighs_no_word_for_what_is_in_it(
    line: str, family: str
) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("heating battery pack for jacket", "battery"),
        ("Heating battery 7.4V 5200mAh", "battery-lithium"),
        ("duct heating battery 160 mm", "mechanical"),
        ("Heizbatterie DN20", "mechanical"),
    ],
)
def test_a_battery_that_heats_clothes_is_no_coil_of_a_duct(line: str, family: str) -> None:
    assert match_one(line).family == family
