"""Texts that differ only in their figures share a reading, and nothing is read otherwise for it."""

import random
import re

import pytest

from desktop_app.matching.alike import Alike, shape_of
from desktop_app.matching.alike_groups import groups_alike
from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.match import spelling_of
from desktop_app.matching.normal import normalise
from desktop_app.matching.reading import TextReader
from desktop_app.matching.said import NOTHING, Reading
from tests.matching.harness.lines import all_lines
from tests.matching.parts import shipped_knowledge

FIGURES = "0123456789"


def other_figures(text: str, chance: random.Random) -> str:
    """The text with each of its figures exchanged for any."""
    return "".join(chance.choice(FIGURES) if c in FIGURES else c for c in text)


def some_other_figures(text: str, chance: random.Random) -> str:
    """The text with about half of its numbers exchanged, the others as they are: a grade in another
    size."""
    return re.sub(
        r"\d+", lambda m: other_figures(m[0], chance) if chance.random() < 0.5 else m[0], text
    )


def test_a_text_is_read_as_if_it_were_alone() -> None:
    knowledge = shipped_knowledge()
    scan, spelling = lexicon_of(knowledge), spelling_of(knowledge)
    together = TextReader(scan, spelling)
    chance = random.Random(7)  # noqa: S311 - a test, not a secret
    lines = chance.sample([line.text for line in all_lines()], 400)
    texts = [*lines, *(other_figures(line, chance) for line in lines for _ in range(2))]
    texts += [some_other_figures(line, chance) for line in lines for _ in range(3)]
    chance.shuffle(texts)
    for text in texts:
        assert together.read(text) == TextReader(scan, spelling).read(text), text


def test_lengths_are_alike_and_grades_are_not() -> None:
    alike = Alike[Reading](lexicon_of(shipped_knowledge()))

    def keep(raw: str, text: str, said: Reading) -> None:
        alike.keep(raw, raw, shape_of(raw), text, said)

    def find(raw: str) -> Reading | None:
        shape = shape_of(raw)
        return alike.find(shape) or alike.find_with_words(shape, raw)

    cable, magnet = Reading(head="cable"), Reading(head="magnet", grades=("N42SH",))
    keep("Cable 5 m", " cable  5  m ", cable)
    assert find("Cable 7 m") is cable
    keep("Magnet N42SH 10x3", " magnet  n42sh  10x3 ", magnet)
    assert find("Magnet N42SH 12x5") is magnet
    assert find("Magnet N35SH 10x3") is None
    keep("Alloy Dy 4 %", " alloy  dy  4  % ", cable)
    assert find("Alloy Dy 4 %") is None


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("ポリプロピレン with M4 nuts", "RM48 with M4 nuts"),
        ("RM48 mit einem microcontroller", "ポリプロピレン mit einem microcontroller"),
        ("In 8N0 wire", "In 4N5 wire"),
        ("W rod 48.70%", "W rod 99.95%"),
        ("Y38BH ring", "Y01BH ring"),
        ("La0.8Sr0.2MnO3", "La0.6Sr6.6MnO0"),
        ("La0.6Sr6.6MnO0", "La0.8Sr0.2MnO3"),
    ],
)
def test_a_formula_or_a_purity_is_read_for_itself(first: str, then: str) -> None:
    """Whatever row stands before it: another row of the same shape with other figures is none."""
    scan = lexicon_of(shipped_knowledge())
    reader = TextReader(scan)
    reader.read(first)
    assert reader.read(then) == TextReader(scan).read(then)


@pytest.mark.parametrize(
    "line", ["Magnet N42SH 5cm² 10x3", "Nema 17 ½ Zoll", "② 24V relay ①", "12² 24V N42", "x²4v 1²v"]
)
def test_figures_made_of_other_signs_are_none_of_the_text(line: str) -> None:
    """Of ² and ½ the normal form has figures of its own, which are alike in all texts of one shape."""
    scan, chance = lexicon_of(shipped_knowledge()), random.Random(3)  # noqa: S311 - no secret
    alike = Alike[list[int]](scan)
    known = 0
    for _ in range(200):
        raw = other_figures(line, chance)
        shape = shape_of(raw)
        text = alike.normal(raw, shape)
        assert text == normalise(raw)
        words = [word.number for _, (_, word) in scan.iter_long(text)]
        found = alike.find_with_words(shape, raw)
        known += found is not None
        assert found in (None, words)
        alike.hold(raw, shape, text, words)
    assert known


def texts_with_other_figures(count: int) -> list[str]:
    """Labelled lines and the same with other figures, in no order, some twice."""
    chance = random.Random(11)  # noqa: S311 - a test, not a secret
    lines = chance.sample([line.text for line in all_lines()], count)
    lines += [
        "Magnet N42SH 5cm² 10x3",
        "Nema 17 ½ Zoll",
        "24V N42\nRing 12x4",
        "x^4711 Magnet N42",
        "In 4N5 wire",
    ]
    texts = [*lines, *(other_figures(line, chance) for line in lines for _ in range(3))]
    texts += [some_other_figures(line, chance) for line in lines for _ in range(3)]
    chance.shuffle(texts)
    return texts


def test_the_texts_of_a_group_have_the_same_words() -> None:
    scan, texts = lexicon_of(shipped_knowledge()), texts_with_other_figures(600)
    places = []
    for group in groups_alike(texts, scan):
        assert group.text == normalise(texts[group.places[0]])
        places += group.places
        for place in group.places:
            found = scan.iter_long(normalise(texts[place]))
            assert found == scan.iter_long(group.text), texts[place]
    assert sorted(places) == [*range(len(texts))]


def test_a_column_is_read_as_its_texts_one_by_one() -> None:
    knowledge = shipped_knowledge()
    scan, spelling = lexicon_of(knowledge), spelling_of(knowledge)
    texts: list[str | None] = [*texts_with_other_figures(300), None, ""]
    found = TextReader(scan, spelling).read_all(texts)
    for text, reading in zip(texts, found, strict=True):
        assert reading == (TextReader(scan, spelling).read(text) if text else NOTHING), text


def test_a_column_without_texts_has_no_groups() -> None:
    scan = lexicon_of(shipped_knowledge())
    assert list(groups_alike([], scan)) == []
    assert TextReader(scan).read_all([None, None]) == [NOTHING, NOTHING]
