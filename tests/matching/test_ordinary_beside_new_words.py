"""Words of lamps, tools, services and sound take no part that bears along, and call no ordinary one."""

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

BEARS = (
    "optical isolator module 1550nm",
    "single channel optical isolator 1310 nm",
    "optischer Isolator Modul 1064 nm",
    "광아이솔레이터 모듈 1550nm",
    "helmet loudspeaker",
    "helmet headphones",
    "VR helmet",
    "Poste 10 aimant NdFeB 20x10",
    "quota 30 magnete NdFeB",
    "Nd:Glas Stab 10x100",
    "dysprosium copper foil 0.1 mm",
    "Lanthan-Nickel-Pulver",
    "nickel gadolinium",
    "aluminium with dysprosium",
    "Aluminium avec scandium",
    "magnesium yttrium powder",
    "永磁滚筒 电机",
    "ferrosilicon magnesium 6 %",
)
ORDINARY = (
    "optical isolator module PC817 4 channel",
    "safety helmet yellow",
    "Ventil D2S",
    "Valve D1S hydraulic",
    "Regelsonde Füllstand",
    "Diagnosesonde Ultraschall",
    "NOx-Sonde Kabel 2 m",
    "NOx sensor electrochemical ambient air",
    "batterie 18V pour visseuse",
    "disque dur interne SSD 1 To",
    "disco duro SSD 480GB",
    "hard disk SSD 1TB",
    "cerium-free aluminium",
    "steel without dysprosium",
    "steel plate for dysprosium container",
    "copper tube for neodymium furnace",
    "policarbonato cellulare 10 mm",
    "semiconductor optical amplifier 1550 nm",
    "range hood filter",
    "circulateurs d'air",
    "circolatori aria",
    "sellos bombas magnéticas",
    "coques téléphones mobiles",
    "pile prothèse auditive 312",
    "cooker hood hose",
    "hotte aspirante filtre",
    "bafles de silenciador",
    "ear bud tips silicone",
    "poste metálico 4 m",
    "quota associativa 2026",
)
TAUGHT = (
    "consulting fee NdFeB magnet sintering",
    "consultancy magnet making",
    "Seminar Magnetfertigung",
    "formation frittage NdFeB",
    "consulenza produzione magneti",
    "磁石製造 コンサルティング",
)
SERVICES = (
    "delivery fee NdFeB magnets",
    "Seminar Einkauf",
    "formation cariste",
    "maintenance contract servo motors",
)


def _read(lines: tuple[str, ...]) -> dict[str, tuple[str, str | None]]:
    matches = match_parts(part_table(description=list(lines)), shipped_knowledge())
    return {line: (match.verdict, match.family) for line, match in zip(lines, matches, strict=True)}


def test_what_bears_is_found_beside_an_ordinary_word() -> None:
    assert {
        line: said for line, said in _read(BEARS).items() if said[0] not in ("yes", "likely")
    } == {}


def test_an_ordinary_part_is_not_called() -> None:
    assert {
        line: said for line, said in _read(ORDINARY).items() if said[0] in ("yes", "likely")
    } == {}


@pytest.mark.parametrize(("lines", "is_technology"), [(TAUGHT, True), (SERVICES, False)])
def test_teaching_to_make_magnets_hands_on_technology(
    lines: tuple[str, ...], is_technology: bool
) -> None:
    for line, (_, family) in _read(lines).items():
        assert (family == "technology-rare-earth") is is_technology, line
