"""A line reads the same in capitals, in small letters, with every word in a capital and without accents.

What remains of differences is told by the case alone: symbols of elements (Ge, Y, NaYF4) and metres ("30m"
of tape, 30M the grade).
"""

import unicodedata
from collections.abc import Callable
from functools import cache

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.harness.lines import HOLDING, SETS, all_lines
from tests.matching.parts import match_one, part_table, shipped_knowledge

FROZEN = SETS[SETS.index("material_masters") : SETS.index("bought_parts_of_machines") + 1]
"""Of the sets that the rules were measured on the later ones, for time."""
MOST_THAT_DIFFER = 0.003
"""Of the lines that a way of writing changes; 0.05 to 0.2 % of all sets when it was written."""
SYMBOLS = {"Copper plate with 0.5 % Y", "Al-Blech mit 0,4 % Sc", "Plaque de verre dopé Er 2 mm"}


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


WRITTEN: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small": str.lower,
    "title": str.title,
    "plain": _without_accents,
}


@cache
def lines() -> dict[str, tuple[str | None, str]]:
    """Family and verdict of each frozen line in Latin letters that has no other columns."""
    every = (line for of in FROZEN for line in all_lines(of) if not line.facts)
    texts = list(dict.fromkeys(line.text for line in every if max(line.text) < "\u0250"))
    return dict(zip(texts, _read(texts), strict=True))


def _read(texts: list[str]) -> list[tuple[str | None, str]]:
    found = match_parts(part_table(description=texts), shipped_knowledge())
    return [(match.family, match.verdict) for match in found]


@pytest.mark.parametrize("way", WRITTEN)
def test_no_way_of_writing_changes_what_a_line_is(way: str) -> None:
    changed = {text: WRITTEN[way](text) for text in lines() if WRITTEN[way](text) != text}
    again = dict(zip(changed, _read(list(changed.values())), strict=True))
    differ = [text for text, read in again.items() if read != lines()[text]]
    assert len(differ) <= MOST_THAT_DIFFER * len(changed)
    cleared = [t for t in differ if lines()[t][1] in HOLDING and again[t][1] == "no"]
    assert set(cleared) <= SYMBOLS


@pytest.mark.parametrize(
    ("text", "family", "verdict"),
    [
        ("motor freno de estacionamiento", "auto-brake", "likely"),
        ("relay latching 24V", "relay-latching", "likely"),
        ("capacitor run motor 230 V", "motor-induction", "no"),
        ("Drei-Wege-Kat m. Krümmer Euro 6", "catalyst-exhaust", "yes"),
        ("Motor yağı 5W-30 4L", "chemical", "no"),
        ("ferrit mıknatıs halka 72 mm", "magnet-ferrite", "no"),
    ],
)
def test_what_capitals_once_changed(text: str, family: str, verdict: str) -> None:
    ways = {text, text.upper(), text.lower(), text.title()}
    assert {(m.family, m.verdict) for m in map(match_one, sorted(ways))} == {(family, verdict)}


@pytest.mark.parametrize(
    "text", ["Kabel USB Typ M. Länge 2 m", "Schlüssel Gr. M. Stahl", "Typ F. Stecker"]
)
def test_a_letter_that_stands_for_itself_makes_nothing_a_motor(text: str) -> None:
    assert match_one(text).verdict not in HOLDING
