"""How goods are packed, what they come with and their place in a list do not say what they are."""

from collections.abc import Callable

import pytest

from desktop_app.matching.match import match_parts
from desktop_app.matching.terms_of_sale import of_the_goods
from tests.matching.harness.lines import HOLDING, labelled_lines
from tests.matching.parts import match_one, part_table, shipped_knowledge

MOST_LOST = 2
"""Lines of a set that name nothing but a device whose own maker's word is not known."""


@pytest.mark.parametrize(
    "text",
    [
        "{}, 10 pcs/box", "{} 100/bag", "{} (10 St./Karton)", "{}, box of 10", "{}, caja de 100 uds",
        "{}, scatola da 50 pz", "{} 10个/盒", "{} 10개/박스", "{}, 25 kg/drum", "1. {}", "* {}",
        "- {}", "[{}]", "{}, MOQ 100", "{}; Lieferzeit 6 Wochen", "{}, see datasheet", "{} (MOQ 50)", '"{}"', "(3) {}",
    ],
)  # fmt: skip
def test_the_goods_are_left(text: str) -> None:
    lists = shipped_knowledge().word_lists
    assert of_the_goods(text.format("Magnet 10x3"), lists).strip() == "Magnet 10x3"


@pytest.mark.parametrize(
    "text",
    [
        "Box, 10 pcs",
        "M6/Beutel",
        "1.5 mm Magnet",
        "10 pcs/box",
        "(a) motor (b)",
        "12V/box",
        "-40 °C",
    ],
)
def test_what_is_part_of_the_name_stays(text: str) -> None:
    assert of_the_goods(text, shipped_knowledge().word_lists) == text


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("SGM7J-04AFA61, with connector", "motor-servo"),
        ("SGM7J-04AFA61 mit Kabel 2 m", "motor-servo"),
        ("SGM7J-04AFA61，带线", "motor-servo"),
        ("SGM7J-04AFA61, tray", "motor-servo"),
        ("SGM7J-04AFA61, see datasheet", "motor-servo"),
        ("VACODYM 655 HR 40x20x6, MOQ 100", "magnet-ndfeb"),
        ("VACODYM 655 HR 40x20x6, incl. screws", "magnet-ndfeb"),
        ("Recoma 30S rod dia 3 x 8, MOQ 100", "magnet-sm2co17"),
        ("4711, MOQ 100", None),
        ("MOQ surcharge", "intangible"),
        ("Box, 10 pcs/box", "mechanical"),
        ("Cable for SGM7J-04AFA61", "cable"),
        ("Bracket, SGM7J", "mechanical"),
    ],
)
def test_what_is_told_beside_a_named_part_is_not_the_part(text: str, family: str | None) -> None:
    assert match_one(text).family == family


BESIDE: dict[str, Callable[[str], str]] = {
    "packed": lambda text: f"{text}, 10 pcs/box",
    "listed": lambda text: f"1. {text}",
    "packed, zh": lambda text: f"{text} 10个/盒",
    "drawn": lambda text: f"{text} Rev. B",
    "sized": lambda text: f"Ø 20 {text}",
}


@pytest.mark.parametrize("how", BESIDE)
def test_no_line_of_the_harness_is_lost_for_what_is_told_beside(how: str) -> None:
    texts = [line.text for line in labelled_lines("lines") if line.holds]
    knowledge = shipped_knowledge()
    before = match_parts(part_table(description=texts), knowledge)
    after = match_parts(part_table(description=list(map(BESIDE[how], texts))), knowledge)
    lost = [
        text
        for text, one, other in zip(texts, before, after, strict=True)
        if one.verdict in HOLDING and other.verdict not in HOLDING
    ]
    assert len(lost) <= MOST_LOST, lost
