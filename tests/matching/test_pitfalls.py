"""Lines in which words, grades or numbers look like something they are not.

The lines are those of the project's fact file content/pitfalls_examples.csv; its verdict for a part
without rare earths is met by "trace" too, which says the same of a board or a passive part.
"""

import csv
from pathlib import Path

import pytest

from tests.matching.parts import match_one

_LINES = Path(__file__).with_name("pitfalls.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(_LINES.splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_the_line_is_not_taken_for_what_it_looks_like(row: dict[str, str]) -> None:
    match = match_one(row["description"])
    assert match.verdict in row["verdicts"].split("|"), (row, match.family, match.probability)


def test_the_name_of_a_supplier_says_nothing_about_the_part() -> None:
    assert match_one("Bracket", supplier="Calamita Industrie S.p.A.").verdict == "no"


def test_a_claim_of_freedom_is_kept_beside_the_magnet() -> None:
    match = match_one("Magnet N48H Dy/Tb free certificate")
    assert match.element_free_claim
    assert match.verdict == "yes"


def test_a_line_that_is_not_placed_is_still_the_thing_it_names() -> None:
    assert match_one("Do not populate: NdFeB magnet N52").verdict == "yes"
    assert match_one("DNP magnet N42SH").verdict == "yes"


@pytest.mark.parametrize(
    "line",
    [
        "zero", "Zertifikat 3.1", "Zerspanung", "EC declaration of conformity", "Regulation EC 1272/2008",
        "25 kg sacos", "Acciaio brillante", "Higrómetro portátil", "Cascos de seguridad", "MSR-Technik",
        "Enceinte climatique 100 L", "Portail coulissant", "Phosphor rot 500 g", "phosphore rouge",
        "エアドライヤー 0.7 MPa", "Lantana", "Terios", "Cuffia in gomma", "Multimeter digital.",
    ],
)  # fmt: skip
def test_an_ordinary_word_of_one_language_is_no_rare_earth_of_another(line: str) -> None:
    """Found by reading each of the words of eight languages alone (word lists of wordfreq 3)."""
    assert match_one(line).verdict not in ("yes", "likely")


@pytest.mark.parametrize(
    "line",
    [
        "Zeroxid 99 %",
        "EC-Motor 24 V",
        "BrilLanCe 380 detector",
        "Cascos bluetooth",
        "Enceinte active 100 W",
    ],
)
def test_what_is_meant_by_it_is_still_found(line: str) -> None:
    assert match_one(line).verdict in ("yes", "likely")
