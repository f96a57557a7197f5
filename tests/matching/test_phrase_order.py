"""Which noun leads a phrase, and what the name of a firm leaves of a material."""

import time

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line", ["Schrittmotor Stromversorgung, avec câble", "伺服电机动力线 5米, avec câble"]
)
def test_a_link_word_of_another_phrase_turns_no_nouns_round(line: str) -> None:
    assert match_one(line).family == match_one(line.partition(",")[0]).family


def test_a_link_word_tells_of_all_phrases_of_its_language() -> None:
    assert match_one("soporte motor, con tornillos").family == "mechanical"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("NdFeB brand new magnet 10x5", "magnet-ndfeb"),
        ("Samarium cobalt brand XYZ magnet", "magnet-smco"),
        ("NdFeB magnet 10x5, China NdFeB Co Ltd", "magnet-ndfeb"),
        ("dysprosium brand new metal ingot", "metal-heavy"),
        ("yttrium oxide brand Sigma", "oxide-heavy"),
        ("钕铁硼牌号N35 圆片", "magnet-ndfeb-n"),
    ],
)
def test_a_brand_beside_a_magnet_or_a_substance_takes_nothing_back(line: str, family: str) -> None:
    found = match_one(line)
    assert (found.family, found.verdict) == (family, "yes")


@pytest.mark.parametrize("line", ["Neodym brand skin cream", "SMCO Industries mounting plate"])
def test_what_is_only_named_after_a_material_stays_ordinary(line: str) -> None:
    assert match_one(line).verdict == "no"


def test_a_cell_full_of_chinese_words_is_read_in_no_time() -> None:
    """It took minutes: every word was sought in every other run of words."""
    before = time.process_time()
    match_one("NdFeB magnet " + "磁铁" * 1990)
    assert time.process_time() - before < 3


def test_a_cell_full_of_figures_is_read_in_no_time() -> None:
    """The pattern of a value went back over them again and again: 0.44 s, now 0.01."""
    match_one("warm up")
    before = time.process_time()
    match_one("1" * 4000)
    assert time.process_time() - before < 0.2
