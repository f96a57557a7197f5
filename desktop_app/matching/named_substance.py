"""Whether a line names a material or a substance in its state, whatever shape or ordinary thing stands
behind it."""

from typing import TYPE_CHECKING

from desktop_app.matching.said import MAGNET_HINTS
from desktop_app.matching.zones import FOR

if TYPE_CHECKING:
    from desktop_app.matching.walk import Walk

_NAMES = ("element", "substance")
_SECONDARY = frozenset({"other", "shape", "matter"})
"""Kinds of things that do not name a line that begins with a rare earth and its state."""
_WHOLE_GRADE = 5
"""Letters of a grade that is no other mark: VACOMAX 225 HR and N38SH, but not C5 or 42SH."""
_MOST = 50.0
"""Mass percent above which a shape is made of the element that is stated."""


def is_of_material(walk: "Walk", kinds: set[str], shares: tuple[tuple[str, float], ...]) -> bool:
    """Whether things of these kinds are no more than the shape or the state of what the line names; a
    shape beside a grade is noted as such, but for 30M, which on a rod or tube are metres."""
    grades = walk.gathered.get("grade", ())
    if kinds == {"shape"} and any(not grade.endswith("M") for grade in grades):
        walk.hints.add("shaped")
    if any(len(grade) >= _WHOLE_GRADE for grade in grades):
        kinds = kinds - {"matter"}
    named = walk.gathered.keys() & {"grade", "element", "series", "substance"}
    if named <= {*_NAMES} and _all_aimed(walk):
        return False
    stated = walk.hints & MAGNET_HINTS or any(percent > _MOST for _, percent in shares)
    return (kinds <= {"shape"} and bool(named or stated)) or (
        kinds <= _SECONDARY and _is_substance(walk)
    )


def _is_substance(walk: "Walk") -> bool:
    """Whether a rare earth in a state is the line, whatever ordinary thing is named behind it: "óxido
    de cerio espejos", a target with its backing of copper."""
    states = walk.gathered.get("state", ())
    if "target" in states and "element" in walk.gathered:
        return all(t.word.kind != "other" for phrase in walk.phrases for t in phrase)
    is_packed = states and "element" in walk.gathered and _is_only_packed(walk)
    return bool(is_packed) or walk.substance_first or _is_from_works(walk)


def _is_only_packed(walk: "Walk") -> bool:
    """Whether nothing is named but what the goods are packed in: dysprosium metal, in drums or, as
    Chinese lists write it like an oil seal, under oil; or behind them a paper that comes along."""
    papers = walk.lists.of("paper")
    return all(
        t.word.value == walk.roles.package
        or t.word.text in walk.lists.of("under-oil")
        or (t.start >= walk.named_at > 0 and t.word.text.casefold() in papers)
        for phrase in walk.phrases
        for t in phrase
    )


def _is_from_works(walk: "Walk") -> bool:
    """Whether the line names a substance and, behind a comma, no more than the works it comes from:
    dysprosium oxide, separation plant in Malaysia."""
    things = [t for phrase in walk.phrases for t in phrase]
    names = walk.gathered.keys() & {"substance", "element"}
    return (
        bool(names)
        and not walk.phrases[0]
        and all(t.word.value == walk.roles.works for t in things)
        and walk.named_at < min((t.start for t in things), default=0)
    )


def _named(walk: "Walk") -> list[str]:
    return [name for kind in _NAMES for name in walk.gathered.get(kind, ())]


def aimed_at(walk: "Walk") -> frozenset[str]:
    """Elements and CAS numbers that a line names "for" which its thing is."""
    return frozenset(name for name in _named(walk) if walk.zones.get(name, FOR) == FOR)


def _all_aimed(walk: "Walk") -> bool:
    names = _named(walk)
    return bool(names) and aimed_at(walk).issuperset(names)


def without_aimed(walk: "Walk") -> None:
    """Takes back what an unknown thing is for: a "Löffel für CeO2" is none of it."""
    if any(walk.phrases) or walk.inside:
        return
    before = {name for name in _named(walk) if name not in walk.zones}  # CeO2用 るつぼ
    aimed = aimed_at(walk) if walk.for_unknown else before
    for kind in _NAMES:
        if kind in walk.gathered:
            walk.gathered[kind] = [n for n in walk.gathered[kind] if n not in aimed]
