"""What a line names specifically beside the ordinary thing that would clear it.

"Tool strip, neodymium" is a strip and "ferrotungsten + tungsten powder" an alloy that no announcement
names; cleared as such, the magnet and the powder would go unasked. What a thing comes with is in it;
otherwise the line keeps both readings.
"""

from typing import TYPE_CHECKING

from desktop_app.matching.clues import Clues, Finding
from desktop_app.matching.lexicon import is_stuff
from desktop_app.matching.magnets import SIZED_GRADE
from desktop_app.matching.pieces import LISTED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.matching.said import Reading
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge

_MATERIALS = {"smco": "SmCo", "ndfeb": "NdFeB"}
"""Hints that name the material of a magnet with rare earths, the stricter one first."""
_BY_GRADE = "NdFeB"
"""What a magnet is of whose grade and size a line names beside a holder."""
_MAGNETS = ("magnet", "magnet_assembly")
_ORDINARY = ("other", "tool")
"""Forms of things that hold no rare earth themselves, so that one named beside them is of a magnet; of
glass, lamps and lasers it may be theirs."""
_DECIDED = ("description", "series")
"""Sources of a finding that a further word of the line may put in doubt; a grade or number is exact."""


def with_specific(found: Finding, clues: Clues, knowledge: "Knowledge") -> Finding:
    """The finding, unless the line names a magnet of rare earths or a controlled material beside what
    was found, and not "for" it."""
    reading = clues.description
    if not found.clear or found.source not in _DECIDED or found.grade or reading.claims:
        return found
    glues, roles = knowledge.word_lists.of("sticky"), knowledge.roles
    if found.family.id in roles.holds_none or glues.intersection(reading.words[:1]):
        return found
    if (material := _material_inside(found.family, reading, knowledge)) is not None:
        fixed = knowledge.families[roles.fixed_magnets[material]]
        return Finding(fixed, None, "C", True, "inside", None, True, ())
    if roles.magnetic_catch in reading.later and found.family.form in _ORDINARY:
        article = knowledge.families[
            roles.article_with_magnet
        ]  # a lid, with its closure named behind
        return Finding(article, None, "C", True, "inside", None, False, ())
    beside = _magnetic_plug_beside(found.family, reading, knowledge)
    beside = beside or _magnet_beside(found.family, reading, knowledge)
    beside = beside or _stuff_beside(found.family, reading, knowledge)
    if beside is None:
        return found
    return Finding(beside, found.family, "D", False, "description", None, False, ())


def _magnetic_plug_beside(
    family: "PartFamily", reading: "Reading", knowledge: "Knowledge"
) -> "PartFamily | None":
    """The magnetic plug that a line names behind a bare word for a plug, and not "for" it: pogo pins, in
    another language called magnetic."""
    roles = knowledge.roles
    if family.id not in roles.plugs:
        return None
    return next(
        (f for f in _families(reading.also, knowledge) if f.id in roles.magnetic_plugs), None
    )


def _may_hide(family: "PartFamily", knowledge: "Knowledge") -> bool:
    """Whether a magnet beside a thing of this family would go unseen: it is none itself, nor does it
    usually hold one."""
    holds = family.probability[1] >= knowledge.judgements.likely_from and not family.trace
    return not holds and family.form not in _MAGNETS


def _material_inside(
    family: "PartFamily", reading: "Reading", knowledge: "Knowledge"
) -> str | None:
    """The material of the magnet that a thing comes with."""
    if not _may_hide(family, knowledge):
        return None
    names = (*reading.inside, reading.head) if reading.aside_only else reading.inside
    inside = [f for f in _families(names, knowledge) if f.form == "magnet"]
    said = next((f.material for f in inside if f.material in knowledge.roles.fixed_magnets), None)
    if said is None and inside:
        return _said(reading) or ("NdFeB" if _is_bare(reading) else None)
    return said


def _magnet_beside(
    family: "PartFamily", reading: "Reading", knowledge: "Knowledge"
) -> "PartFamily | None":
    """The magnet named beside a thing; of unknown material where it has a name of its own, since the
    thing may be for it."""
    if not _may_hide(family, knowledge):
        return None
    families, roles = knowledge.families, knowledge.roles
    named = _families((reading.rival, *reading.also, *reading.later), knowledge)
    graded = any(map(SIZED_GRADE.match, reading.grades))
    if family.id in roles.fitted and graded and "sized" in reading.hints:
        return families[roles.loose_magnets[_BY_GRADE]]
    if any(f.form == "magnet" and f.material in roles.loose_magnets for f in named):
        return families[roles.any_magnet]
    is_plain = family.form in _ORDINARY and not _is_of_device(reading, knowledge)
    material = _said(reading) or ("NdFeB" if is_plain and _is_bare(reading) else None)
    if material is not None and family.id not in roles.named_so:
        return families[roles.loose_magnets[material]]
    is_fitted = "earths" in reading.hints and family.id in roles.fitted
    return families[roles.any_magnet] if is_fitted else None


def _said(reading: "Reading") -> str | None:
    """The magnet material that a line names by a word of its own, which "neo" beside a seal is not."""
    told = {hint for _, hint in reading.telling}
    told |= {"ndfeb"} & reading.hints if "earths" in told else set()
    return next((material for hint, material in _MATERIALS.items() if hint in told), None)


def _is_of_device(reading: "Reading", knowledge: "Knowledge") -> bool:
    """Whether a device is named too, whose neodymium it may be: goggles for a laser, a housing of a
    loudspeaker."""
    named = _families((name.removeprefix("@") for name in reading.purposes), knowledge)
    return any(family.form not in (*_ORDINARY, *_MAGNETS) for family in named)


def _is_bare(reading: "Reading") -> bool:
    """Whether neodymium is named, and no oxide, metal or salt of it."""
    return "Nd" in reading.elements and not reading.states and not reading.substance


def _stuff_beside(
    family: "PartFamily", reading: "Reading", knowledge: "Knowledge"
) -> "PartFamily | None":
    """The controlled material named beside another material: what one of them is cleared for does not
    clear the other."""
    if not is_stuff(family):
        return None
    substance = knowledge.substances.get(reading.substance or "")
    apart = (*reading.inside, *reading.later, substance.family if substance else None)
    for other in _families(apart, knowledge):
        if not other.minerals or not is_stuff(other) or other is family:
            continue
        same = bool({*family.minerals} & {*other.minerals})
        if not family.minerals or (same and other.listed >= LISTED_FROM > family.listed):
            return other
    return None


def _families(names: "Iterable[str | None]", knowledge: "Knowledge") -> "list[PartFamily]":
    return [knowledge.families[name] for name in names if name and name in knowledge.families]
