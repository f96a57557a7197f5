"""Kinds of catalogue and price-list lines that a set of eight languages showed, each with its opposite."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("RECo17 190/100 rod 3x12", "magnet-sm2co17"),
        ("NMX-S41EH block 22x11x4", "magnet-ndfeb"),
        ("Filtre magnétique de chaudière DN20", "magnet-separator"),
        ("Filtro magnetico per caldaia", "magnet-separator"),
        ("Cuffia dinamica chiusa", "headphones"),
        ("헤드폰 다이나믹 드라이버 40mm", "headphones"),
        ("IPMモータ 11kW 1800min-1", "motor-pm"),
        ("이터븀 도핑 광섬유", "fibre-doped"),
        ("motore passo a passo 1,5 A", "motor-stepper"),
        ("Getriebe inkl. Encoder und Servomotor", "motor-servo"),
        ("伺服电机 pour robot", "motor-servo"),
        ("Electrodo TIG WCe20 2,4 mm", "electrode-tig"),
    ],
)
def test_lines_of_catalogues_are_found(line: str, family: str) -> None:
    match = match_one(line)
    assert match.family == family
    assert match.verdict in ("yes", "likely")


@pytest.mark.parametrize(
    "line",
    [
        "NMX-J-010 cable",
        "Cartouche filtre magnétique vide sans barreau",
        "Joint filtre magnétique",
        "Guarnizione filtro magnetico",
        "Filtre à huile",
        "Cuffia giunto omocinetico",
        "스텝모터 드라이버",
        "三相モータ 11kW",
        "광섬유 케이블 SM 50m",
        "azionamento passo a passo",
        "伺服电机 支架 pour robot",
        "TANTALUM 47UF 16V",
        "Tantal 10µF 25V SMD",
        "BRUSHLESS MOTOR CONTROLLER 40 A",
        "BRUSHLESS MOTOR ESC 40 A",
        "Polring Ferrit 32-polig",
        "Gasket for magnetic drain plug",
    ],
)
def test_their_opposites_raise_no_alarm(line: str) -> None:
    assert match_one(line).verdict in ("no", "trace")


@pytest.mark.parametrize(
    "line",
    [
        "Magnetic drain plug M14",
        "Bouchon de vidange magnétique M14",
        "Ablassschraube magnetisch M14",
    ],
)
def test_a_magnet_of_unknown_kind_in_a_plug_is_asked_about(line: str) -> None:
    assert match_one(line).verdict == "unknown"


def test_a_capacitor_by_its_values_is_not_the_metal() -> None:
    assert match_one("TANTALUM 47UF 16V").form == "electronics"
    assert match_one("Tantalum foil 0.1 mm").material == "tantalum"


def test_the_material_named_with_a_pole_ring_is_its_magnet_s() -> None:
    elements = {
        e.symbol: e.probability[1] for e in match_one("Polring NdFeB 32-polig Da 41").elements
    }
    assert elements["Nd"] >= 0.97
    assert match_one("Polring 32-polig").outcome == "sure"


def test_a_pot_magnet_of_samarium_is_one_and_a_stepper_by_reluctance_holds_none() -> None:
    assert match_one("Countersunk pot magnet, samarium, D16").family == "magnet-assembly-smco"
    assert match_one("Reluktanz-Schrittmotor VR 15°").verdict == "no"
    assert match_one("Schrittmotor hybrid").verdict == "yes"
    assert match_one("Magnetic chuck jaws, soft steel").verdict == "no"
    assert match_one("Magnetic chuck 150x300").verdict == "likely"
    assert match_one("Neodymium-free speaker").verdict == "unknown"


@pytest.mark.parametrize(
    "line",
    [
        "Haftmagnet 24V stromlos haltend",
        "Électroaimant permanent 24V",
        "断电保持电磁铁",
        "永電磁ホルダ",
        "영구 전자석 24V",
        "Magnetkontakt Fenster",
        "Door contact magnetic",
        "Contatto magnetico porta",
        "门磁开关",
        "Magnetfuß Messuhr",
    ],
)
def test_magnets_that_hold_without_current_and_contacts_with_a_magnet_are_found(line: str) -> None:
    assert match_one(line).verdict == "likely"


@pytest.mark.parametrize(
    "line",
    [
        "Haftmagnet 24V",
        "Électroaimant 24V",
        "电磁铁 24V",
        "電磁ホルダ DC24V",
        "マグネットスイッチ 三相 電磁接触器",
        "Fensterkontakt Kabel",
        "Contatto ausiliario 1NO",
        "Messuhr 10 mm",
        "Gegenplatte für Haftmagnet",
    ],
)
def test_electromagnets_and_plain_contacts_hold_none(line: str) -> None:
    assert match_one(line).verdict == "no"
