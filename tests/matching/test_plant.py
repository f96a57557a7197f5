"""Plant, know-how, services and reagents are what they are for: a furnace for magnets is no furnace."""

from typing import NamedTuple

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge


class Line(NamedTuple):
    """A line as it is bought, and the family it belongs to."""

    text: str
    family: str


LINES = (
    Line("Vacuum sintering furnace for SmCo magnets", "equipment-rare-earth"),
    Line("Vakuum-Induktionsofen für die Legierung von Sm-Co", "equipment-rare-earth"),
    Line("Horno de fusión para tierras raras", "equipment-rare-earth"),
    Line("稀土金属电解槽 30kA", "equipment-rare-earth"),
    Line("희토류 추출조", "equipment-rare-earth"),
    Line("Hochtemperatur-Sinterofen für Hartmetall", "process-equipment"),
    Line("Sintering furnace for ferrite magnets", "process-equipment"),
    Line("Assembly machine for NdFeB magnets", "machine-rare-earth"),
    Line("Assembly machine for bearings", "machine-part"),
    Line("Heizelement für NdFeB-Sinterofen", "heater"),
    Line("Filling machine for pouch cells", "equipment-battery"),
    Line("Filling machine for bottles", "process-cell"),
    Line("Spray drying tower for LFP cathode material", "equipment-spray"),
    Line("Spray drying tower for milk powder", "process-spray"),
    Line("Roller kiln for cathode active material", "equipment-electrode"),
    Line("Know-how licence for SmCo magnets", "technology-rare-earth"),
    Line("Software licence for servo drives", "intangible"),
    Line("リチウムイオン電池 製造技術 図面", "technology-battery"),
    Line("Herstellungstechnologie für Ammoniumparawolframat", "technology-tungsten"),
    Line("Maintenance contract for rare earth smelting plant", "service-rare-earth-line"),
    Line("Maintenance of muffle furnace", "intangible"),
    Line("Inbetriebnahme einer SmCo-Magnetfertigungslinie", "service-rare-earth-line"),
    Line("rare earth separation drawings", "technology-rare-earth"),
    Line("Beratung NdFeB-Fertigung", "technology-rare-earth"),
    Line("Dysprosium oxide 99.5 %, Ganzhou separation plant", "oxide-heavy"),
    Line("Dysprosium oxide ex works Ganzhou smelting plant", "oxide-heavy"),
    Line("di(2-ethylhexyl) phosphoric acid", "extractant-rare-earth"),
    Line("hexahedral hydraulic press for diamond", "press-cubic"),
    Line("Flotation collector, benzohydroxamic acid", "reagent-flotation"),
    Line("Flotation collector, sodium isobutyl xanthate", "reagent-other"),
    Line("Flotation collector 200 kg", "reagent-collector"),
    Line("DC arc plasma jet CVD equipment", "cvd-arc-jet"),
    Line("Wolframstange 99,95 %", "tungsten"),
    Line("Wolframdraht D0,1", "tungsten-wire"),
    Line("plaquette InP 2 pouces", "indium-phosphide-wafer"),
    Line("CZT wafer 10x10x2 mm detector grade", "tellurium-cadmium-zinc"),
)


@pytest.fixture(scope="module")
def families() -> dict[str, str | None]:
    texts = [line.text for line in LINES]
    matches = match_parts(part_table(description=texts), shipped_knowledge())
    return {text: match.family for text, match in zip(texts, matches, strict=True)}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.text)
def test_a_line_is_what_it_is_for(families: dict[str, str | None], line: Line) -> None:
    assert families[line.text] == line.family


@pytest.mark.parametrize(
    ("text", "cubic_metres"),
    [
        ("Granulation kettle 6 m3 for anode material", 6.0),
        ("包覆釜 500L", 0.5),
        ("Coating reactor for anode material 350 litres, flow 20 L/min", 0.35),
        ("Granulation kettle for anode material", None),
        ("Rain barrel 500 L", None),
    ],
)
def test_the_size_of_a_kettle_is_read(text: str, cubic_metres: float | None) -> None:
    (match,) = match_parts(part_table(description=[text]), shipped_knowledge())
    assert dict(match.properties).get("volume_m3") == cubic_metres
