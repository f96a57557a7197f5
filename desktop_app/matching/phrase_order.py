"""What a whole line says of one phrase: which noun leads there, and what a firm or "free" takes back."""

import re
from typing import TYPE_CHECKING

from desktop_app.matching.edges import NEXT, touches
from desktop_app.matching.head_noun import Thing, is_magnet
from desktop_app.matching.said import MAGNET_HINTS

if TYPE_CHECKING:
    from desktop_app.matching.walk import Walk


_DIGIT = re.compile(r"\d")
_UNSPACED = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
"""A sign of a language that puts the head noun last."""
_TURNS = frozenset({"brushless", "kv"})
"""Hints that mean a motor where no other thing is named."""


def is_led(walk: "Walk", phrase: list[Thing]) -> bool:
    """Whether the head noun of a phrase comes first by a link word of such a language. One that stands
    in another phrase tells of it too where a noun here may be of that language: behind "motor bracket,
    avec câble" the bracket stays a bracket. Chinese, Japanese and Korean nouns follow none."""
    if all(_UNSPACED.match(t.word.text) for t in phrase):
        return False
    if any(t.word.noun_first or t.word.either for t in phrase):
        return bool(walk.noun_first)
    first = phrase[0].start
    numbered = enumerate(walk.phrases, start=1)
    return max((n for n, p in numbered if p and p[0].start <= first), default=1) in walk.noun_first


def taken_back(walk: "Walk", place: int) -> list[tuple[str, str]]:
    """Takes back what a line names right before "free" or the word for a firm: (kind, name) of each."""
    taken: list[tuple[str, str]] = []
    if walk.named_at and place - walk.named_at <= NEXT:
        for kind in ("element", "substance"):
            names = walk.gathered.get(kind, [])
            taken += [(kind, name) for name in names[-1:]]
            del names[-1:]
    said, end = walk.hinted
    if said is not None and place - end <= NEXT:
        walk.telling.pop(said.text, None)
        if said.value not in walk.telling.values():
            walk.hints.discard(said.value)
            taken.append(("hint", said.value))
    return taken


def freed_before(walk: "Walk", place: int) -> list[str]:
    """Takes back what a line is free of: elements and substances, whose names come back, and a material
    whose name is a thing, as in "graphite-free gasket"."""
    phrase = walk.phrases[-1]
    if phrase and place - phrase[-1].end <= NEXT and phrase[-1].word.kind in ("stuff", "matter"):
        walk.purposes.discard(f"@{phrase.pop().word.value}")
    return [name for kind, name in taken_back(walk, place) if kind != "hint"]


def put_back(walk: "Walk") -> None:
    """Puts back what a firm is named after where the line is of such goods: a magnet of the firm, an
    element in its state, or the full name of a substance ("NdFeB brand new magnet")."""
    is_of_it = any(is_magnet(t, walk.roles) for phrase in walk.phrases for t in phrase)
    is_of_it |= "state" in walk.gathered
    for kind, name in walk.of_firm:
        if kind == "hint" and is_of_it:
            walk.hints.add(name)
        elif kind == "substance" or (kind == "element" and is_of_it):
            walk.gathered[kind].append(name)


def take_nouns_back(walk: "Walk", value: str, place: int, stem: int) -> None:
    """A particle after its noun: "for" takes back the nouns right before it, "with" and "without"
    the last one; a figure between ends that reach, and so does the beginning of the ``stem``
    characters joined to it. The first of several nouns remains where nothing else would. A substance
    right before "for" is not in the thing."""
    if value == "back" and walk.zones and touches(walk.text, walk.named_at, place):
        walk.zones.popitem()
    limit = place - stem if stem else 0
    if value == "back":
        _take_material_back(walk, place)
        if walk.unended and touches(walk.text, walk.unended.end, place):
            walk.unended = None  # カップリング サーボ用 is a coupling
    phrase, end = walk.phrases[-1], place
    reach = len(phrase)
    while (
        reach
        and phrase[reach - 1].end >= limit
        and not _DIGIT.search(walk.text, phrase[reach - 1].end, place)
    ):
        place = phrase[reach - 1].start
        reach -= 1
    if value == "back_without":
        walk.freed += freed_before(walk, end)
        reach = len(phrase) - bool(phrase and end - phrase[-1].end <= NEXT)
        walk.missing.update(thing.word.value for thing in phrase[reach:])
    elif value == "back_with":
        near = bool(phrase and end - phrase[-1].end <= NEXT)  # else it comes with what is unknown
        reach = max(reach, len(phrase) - near)
        if 1 < reach == len(phrase) - 1 and _is_made_of(walk, phrase[-2:]):
            reach -= 1
        walk.inside += phrase[reach:]
    elif not reach and len(phrase) > 1:
        walk.spare = walk.spare or phrase[0]
    del phrase[reach:]


def _is_made_of(walk: "Walk", things: list[Thing]) -> bool:
    """Whether the first of two things is what the second is made of: 樹脂カバー付 comes with a cover."""
    material, thing = things
    return material.word.kind == "matter" and touches(walk.text, material.end, thing.start)


def _take_material_back(walk: "Walk", place: int) -> None:
    """Takes back the material of magnets right before "for": 钕铁硼专用倒角线 is no magnet. A blank behind
    may end what is said of the material itself: 钕铁硼专用 方块."""
    said, end = walk.hinted
    if said is None or said.value not in MAGNET_HINTS or not touches(walk.text, end, place):
        return
    joined = rf"{re.escape(said.text)}(?:{walk.lists.any_of('joined-for')})[^\W\d_]"
    if not re.search(joined, walk.raw):
        return
    walk.telling.pop(said.text, None)
    walk.hints.discard(said.value)
    walk.purposes.add(f"@{said.value}")


def is_behind(walk: "Walk", head: Thing) -> bool:
    """Whether a mark, or a figure that is none of a model's number, stands between what names the
    line without a noun and a thing behind it; a metal or plastic there is what it is made of."""
    if head.word.value in walk.roles.bears_names or not any(
        head in phrase for phrase in walk.phrases
    ):
        return False
    if head.word.value in walk.roles.made_of and walk.hints & _TURNS:
        return True
    if walk.said_at is None or head.start <= walk.said_at:
        return False
    between = walk.text[walk.said_at : head.start]
    is_number = walk.series_first and head.word.value not in walk.roles.made_of
    return (
        "," in between or ";" in between or (not is_number and _DIGIT.search(between) is not None)
    )
