"""Texts of words that nobody knows cost no more than their share: each is looked at once, no list is walked."""

import random
import time
from string import ascii_lowercase

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыьэюя"
"""Words in it are in no list, so that a text is done with soonest."""
LINES = 300


def _word(chance: random.Random, letters: str) -> str:
    return "".join(chance.choices(letters, k=chance.randint(3, 11)))


def _words(letters: str, between: str, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - repeatable
    return [between.join(_word(chance, letters) for _ in range(4)) for _ in range(LINES)]


def _seconds(letters: str, between: str) -> float:
    """The least of three, of different texts each, after one that makes what is made once."""
    taken = []
    for seed in range(4):
        parts = part_table(description=_words(letters, between, seed))
        start = time.process_time()
        match_parts(parts, shipped_knowledge())
        taken.append(time.process_time() - start)
    return min(taken[1:])


@pytest.mark.parametrize("between", [" ", "-", "/", ", "])
def test_words_of_no_language_cost_their_share(between: str) -> None:
    """Random letters are 2 to 4 times as much as letters of a script in which little is known; they were
    17 times as much where every word at an end was compared with all that bear."""
    assert _seconds(ascii_lowercase, between) < 9 * _seconds(CYRILLIC, " ") + 0.02
