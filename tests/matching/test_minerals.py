"""Other controlled minerals: the material, its form and how sure; and what only sounds like them."""

import pytest

from desktop_app.model.match import RARE_EARTHS
from desktop_app.model.verdict import Ternary
from desktop_app.register.edition import load_edition
from tests.matching.parts import match_one, shipped_knowledge


@pytest.mark.parametrize(
    ("text", "form", "material", "mineral"),
    [
        ("Gallium metal 99.99% 1 kg", "metal", "gallium", "Ga"),
        ("GaN wafer 2 inch", "crystal", "gallium nitride", "Ga"),
        ("氮化镓 外延片 4英寸", "crystal", "gallium nitride", "Ga"),
        ("砷化镓衬底", "crystal", "gallium arsenide", "Ga"),
        ("Germaniumwafer 100 mm", "crystal", "germanium substrate", "Ge"),
        ("dioxyde de germanium 5N", "compound", "germanium dioxide", "Ge"),
        ("锑锭 99.85%", "metal", "antimony", "Sb"),
        ("Antimontrioxid 99,8 %", "oxide", "antimony trioxide", "Sb"),
        ("三酸化アンチモン", "oxide", "antimony trioxide", "Sb"),
        ("Tungsten carbide powder 1.2 um", "compound", "tungsten carbide", "W"),
        ("碳化钨粉 0.8um", "compound", "tungsten carbide", "W"),
        ("仲钨酸铵", "compound", "ammonium paratungstate", "W"),
        ("Tungsten heavy alloy 95W-Ni-Fe", "alloy", "W-Ni-Fe", "W"),
        ("polvo de molibdeno 3 um", "powder", "molybdenum", "Mo"),
        ("金属碲", "metal", "tellurium", "Te"),
        ("CZT crystal 10x10x5", "crystal", "cadmium zinc telluride", "Te"),
        ("Wismut Barren 99,99", "metal", "bismuth", "Bi"),
        ("BGO scintillator crystal", "crystal", "bismuth germanate", "Bi"),
        ("InP substrate 3 inch", "crystal", "indium phosphide", "In"),
        ("Isostatic graphite block 300x200x100", "other", "artificial graphite", "graphite"),
        ("天然鳞片石墨 -195", "powder", "natural graphite", "graphite"),
        ("인조흑연 음극재", "powder", "artificial graphite anode material", "graphite"),
        ("人造金刚石微粉 W10", "powder", "diamond", "diamond"),
        ("Diamantschleifscheibe 150x10", "tool", "diamond", "diamond"),
        ("Lithium-Ionen-Akku 48V 20Ah", "battery", "lithium ion", "Li"),
        ("LiFePO4 battery 12V 100Ah", "battery", "lithium ion", "Li"),
        ("磷酸铁锂正极材料", "powder", "lithium iron phosphate", "Li"),
    ],
)
def test_a_controlled_material_comes_out_by_form(
    text: str, form: str, material: str, mineral: str
) -> None:
    match = match_one(text)
    assert (match.form, match.material, match.form_evidence) == (form, material, "B")
    assert mineral in match.minerals
    assert match.verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "65W GaN charger USB-C", "Graphite grease 400 g", "Diamond plate floor sheet",
        "Tungsten lamp 12V 20W", "TIG electrode WT20", "Kohlebürste 5x10x20",
        "Indium Corporation catalogue", "Calcium carbide 50 kg",
    ],
)  # fmt: skip
def test_what_sounds_like_one_is_no_listed_form(text: str) -> None:
    match = match_one(text)
    assert match.form not in ("metal", "oxide", "compound", "powder", "crystal", "battery")


def test_a_finished_device_is_no_wafer() -> None:
    match = match_one("GaN transistor 650V 50 mohm")
    assert (match.form, match.material) == ("electronics", None)


def test_a_named_substance_states_its_elements_by_stoichiometry() -> None:
    antimony = match_one(None, cas_number="1309-64-4").element("Sb")
    assert antimony is not None
    assert antimony.state is Ternary.YES
    assert antimony.mass_percent == (83.54, 83.54, 83.54)


def test_a_metal_named_by_its_element_holds_no_other() -> None:
    assert [e.symbol for e in match_one("金属镝 99.9%").elements] == ["Dy"]
    assert [e.symbol for e in match_one("Gd target 2 inch").elements] == ["Gd"]


@pytest.mark.parametrize(
    ("text", "material"),
    [
        ("Dy-Fe alloy 80/20", "Dy-Fe"), ("钐钴合金", "Sm-Co"), ("Terfenol-D rod", "Tb-Dy-Fe"),
        ("Al-Sc master alloy 2% ingot", "Al-Sc"), ("钆镁合金", "Gd-Mg"),
    ],
)  # fmt: skip
def test_an_alloy_is_named_by_its_elements(text: str, material: str) -> None:
    match = match_one(text)
    assert (match.form, match.material) == ("alloy", material)


def test_what_the_law_calls_a_material_is_known_by_that_name() -> None:
    """Lines that name rarely bought variants may add names of their own, so most must be known."""
    knowledge = shipped_knowledge()
    known = {family.material for family in knowledge.families.values()}
    known |= {substance.name for substance in knowledge.substances.values()}
    items = [item for control in load_edition().controls for item in control.items]
    named = [item for item in items if item.materials]
    assert len(named) > 30
    unknown = [item.code for item in named if not known & set(item.materials)]
    assert unknown == []


def test_minerals_and_rare_earths_have_different_symbols() -> None:
    families = shipped_knowledge().families.values()
    assert not {m for family in families for m in family.minerals} & set(RARE_EARTHS)


@pytest.mark.parametrize(
    ("number", "family"),
    [
        ("8110200000", "antimony"),
        ("2841801000", "tungsten-chemical"),
        ("8106101091", "bismuth"),
        ("2504101000", "graphite-natural"),
        ("8507600090", "battery-lithium"),
    ],
)
def test_a_customs_number_alone_names_a_mineral_and_settles_nothing(
    number: str, family: str
) -> None:
    found = match_one("Teil 4711", hs_code=number)
    assert (found.family, found.outcome, found.form_evidence) == (family, "ambiguous", "D")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("BATTERY LITHIUM 3V COIN 16MM", "battery-primary"),
        ("Lithium battery 3 V", "battery-primary"),
        ("LIR2032 rechargeable coin cell", "battery-lithium"),
        ("battery lithium 3.7V 2600mAh 18650", "battery-lithium"),
    ],
)
def test_a_lithium_cell_of_3_volts_is_no_rechargeable_one(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("line", "mineral"),
    [
        ("creuset graphite D50", "graphite"),
        ("crisol de grafito", "graphite"),
        ("Tiegel aus Graphit 50 ml", "graphite"),
        ("crucible, graphite, 50 ml", "graphite"),
        ("坩埚 石墨", "graphite"),
        ("黒鉛るつぼ", "graphite"),
        ("흑연 도가니", "graphite"),
        ("Molybdäntiegel 20 ml", "Mo"),
    ],
)
def test_a_crucible_of_a_controlled_material_is_found(line: str, mineral: str) -> None:
    """Since crucibles are known as vessels these were cleared."""
    assert mineral in match_one(line).minerals


@pytest.mark.parametrize(
    "line", ["crucible for graphite", "Tiegel 50 ml", "Halter für Graphittiegel"]
)
def test_another_crucible_or_what_holds_one_is_not(line: str) -> None:
    assert match_one(line).verdict == "no"
