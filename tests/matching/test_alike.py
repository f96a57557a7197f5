"""Texts that differ only in their figures share a reading, and nothing is read otherwise for it."""

import random

from desktop_app.matching.alike import Alike
from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.match import spelling_of
from desktop_app.matching.reading import TextReader
from desktop_app.matching.said import Reading
from tests.matching.harness.lines import all_lines
from tests.matching.parts import shipped_knowledge

FIGURES = "0123456789"


def other_figures(text: str, chance: random.Random) -> str:
    """The text with each of its figures exchanged for any."""
    return "".join(chance.choice(FIGURES) if c in FIGURES else c for c in text)


def test_a_text_is_read_as_if_it_were_alone() -> None:
    knowledge = shipped_knowledge()
    scan, spelling = lexicon_of(knowledge), spelling_of(knowledge)
    together = TextReader(scan, spelling)
    chance = random.Random(7)  # noqa: S311 - a test, not a secret
    lines = chance.sample([line.text for line in all_lines()], 400)
    texts = [*lines, *(other_figures(line, chance) for line in lines for _ in range(3))]
    chance.shuffle(texts)
    for text in texts:
        assert together.read(text) == TextReader(scan, spelling).read(text), text


def test_lengths_are_alike_and_grades_are_not() -> None:
    alike = Alike[Reading](lexicon_of(shipped_knowledge()))
    said = Reading(head="cable")
    alike.keep("Cable 5 m", " cable  5  m ", said)
    assert alike.find("Cable 7 m") is said
    alike.keep("Magnet N42SH", " magnet  n42sh ", said)
    assert alike.find("Magnet N35SH") is None
    alike.keep("Alloy Dy 4 %", " alloy  dy  4  % ", said)
    assert alike.find("Alloy Dy 2 %") is None
