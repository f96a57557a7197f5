"""What holds by a magnet beside what it holds, machines called inverter, drives that are meant with their
motor, things that glow, and devices whose name a hyphen joins to an unknown noun; each beside a look-alike."""

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

HOLDING = (
    "Magnetfuß Leuchte",
    "Magnethalter Messer 300 mm",
    "Fahrmotor Hubwagen 24 V bürstenlos",
    "Lavadora 10 kg motor inverter",
    "Verdichter invertergeregelt Wärmepumpe",
    "compressor, inverter scroll",
    "Antriebseinheit bürstenlos 24V",
    "traction drive",
    "Synchron-Reluktanzmotor PM-unterstützt 11 kW",
    "Electroválvula de riego biestable",
    "photoluminescent exit sign",
    "Etikett nachleuchtend",
    "PLA filament glow in the dark",
)
ASKED = (
    "magnetic base lamp",
    "Bandeja magnética inox",
    "Magnetspanner Edelstahl",
    "Porte-couteaux mural aimanté bois",
    "Kopfhörer-Verlängerung 3 m",
)
CLEARED = (
    "Magnetfuß Abdeckung Kunststoff",
    "Magnetischer Schraubendreher PH2",
    "magnetic steel disc",
    "Bandeja magnética sin imanes",
    "Staffa per sensore magnetico",
    "Akku-Heckenschere Messer",
    "Wechselrichter Inverter 5 kW",
    "Elettrovalvola 5/2 bistabile",
    "photoluminescent sign holder",
    "non photoluminescent exit sign",
    "Korund-Poliersuspension 0,3 µm",
    "vibration isolator X-band mount",
    "signal isolator 5G",
    "guida elettrica passacavi",
    "Gold tip tungsten darts 24 g",
)


@pytest.mark.parametrize(
    ("lines", "verdicts"),
    [(HOLDING, {"yes", "likely"}), (ASKED, {"unknown"}), (CLEARED, {"no", "trace"})],
)
def test_each_line_is_alarmed_asked_or_cleared(lines: tuple[str, ...], verdicts: set[str]) -> None:
    matches = match_parts(part_table(description=list(lines)), shipped_knowledge())
    said = {line: match.verdict for line, match in zip(lines, matches, strict=True)}
    assert {line: verdict for line, verdict in said.items() if verdict not in verdicts} == {}
