"""The form goods are bought in where the row says more than the family: a target, a wafer, a powder."""

from typing import TYPE_CHECKING

from desktop_app.matching.rotors import as_rotor

if TYPE_CHECKING:
    from desktop_app.matching.clues import Clues, Finding
    from desktop_app.matching.said import Reading
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.knowledge import Knowledge

CARRIED = frozenset({"phosphor", "oxide", "compound", "metal", "alloy", "target"})
"""Forms in which a substance is bought as itself."""
_OF_METAL = frozenset({"form-powder", "flexible", "swarf"})
"""Hints of the words powder, foil and swarf."""


def as_bought(reading: "Reading", knowledge: "Knowledge") -> "Reading":
    """The reading as that of a rotor with its magnets, or of a target of the rare earths that the name
    of its compound holds: "Dy2O3 sputtering target"."""
    reading = as_rotor(reading, knowledge)
    substance = knowledge.substances.get(reading.substance or "")
    if reading.head != knowledge.roles.target or reading.elements or substance is None:
        return reading
    held = tuple(e for e, _ in substance.mass_percent if e in knowledge.elements)
    return reading._replace(elements=held) if held else reading


def worked_form(form: str, hints: frozenset[str], clues: "Clues") -> str | None:
    """The form a mineral is bought in where the row says more than its family: a target, a wafer of
    a compound, a powder of a metal."""
    if "target" in clues.description.states | clues.substance.states:
        return "target" if form in ("metal", "alloy", "oxide", "compound") else None
    if form in ("oxide", "compound") and "form-crystal" in hints:
        return "crystal"
    return "powder" if form == "metal" and "form-powder" in hints else None


def bought_as(clues: "Clues", kinds: set[str]) -> frozenset[str]:
    """The states that a row names. A powder, foil or swarf of a rare earth named by itself is the metal, where
    its oxide and its salts are listed as well; of those that are not, it stays open."""
    states = clues.description.states | clues.substance.states
    if not states and "light" not in kinds and clues.description.hints & _OF_METAL:
        return frozenset({"metal"})
    return states


def is_target_of(found: "Finding", clues: "Clues", roles: "FamilyRoles") -> bool:
    """Whether a rare-earth metal, alloy or compound is bought as a sputtering target of it."""
    reading = clues.description
    named = roles.target in (reading.head, reading.rival, *reading.later)
    said = named or "target" in reading.states | clues.substance.states
    return said and found.family.form in CARRIED - {"phosphor", "target"}


def is_compound_of(reading: "Reading", knowledge: "Knowledge") -> bool:
    """Whether the substance named is one of the metal that names the line: "selenuro di gallio"."""
    head = knowledge.families.get(reading.head or "")
    named = knowledge.substances.get(reading.substance or "")
    if head is None or named is None or head.form != "metal":
        return False
    return bool({*head.minerals} & {*knowledge.families[named.family].minerals})
