"""Which magnet materials a row names, and whether they agree with each other."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.matching.said import MAGNET_HINTS

if TYPE_CHECKING:
    from desktop_app.matching.clues import Clues
    from desktop_app.matching.refining import Rules
    from desktop_app.matching.said import Reading
    from desktop_app.register.families import PartFamily
    from desktop_app.register.substances import MagnetGrade

MATERIAL_HINTS = {
    "NdFeB": frozenset({"ndfeb"}), "SmCo": frozenset({"smco"}), "SmFeN": frozenset({"smfen"}),
    "ferrite": frozenset({"ferrite"}), "AlNiCo": frozenset({"alnico"}),
}  # fmt: skip
"""Hint words that name each magnet material."""
_FREE = frozenset({"ferrite", "AlNiCo"})
"""Magnet materials without rare earths."""
_OF_MAGNETS = ("magnet", "magnet_assembly", "motor", "rotor", "generator")
"""Forms of magnets and of what holds them, of which samarium tells the material."""
SIZED_GRADE = re.compile(r"N\d\d|\d\d(?:SH|UH|EH|AH)\Z")
"""Grades that, with nothing but a size beside them, most likely mean a magnet."""


def materials_said(
    clues: "Clues",
    family: "PartFamily",
    grade: "MagnetGrade | None",
    families: "Mapping[str, PartFamily]",
) -> set[str]:
    """The magnet materials that the row itself names; where it names two, neither is known.

    What a magnet is named beside, an AlNiCo replacement of SmCo5, counts where it would else be
    called free of rare earths.
    """
    readings = (clues.description, clues.material, clues.grade)
    hints = frozenset[str]().union(*(reading.hints for reading in readings))
    said = {material for material, words in MATERIAL_HINTS.items() if words & hints}
    named = {family.material, grade.material if grade is not None else None}
    if family.material in _FREE:
        description = clues.description
        beside = (families.get(name or "") for name in (description.rival, *description.later))
        named |= {other.material for other in beside if other and other.form == "magnet"}
        if "Nd" in description.elements:
            named.add("NdFeB")
    return said.union(material for material in named if material in MATERIAL_HINTS)


def agrees(grade: "MagnetGrade", family: "PartFamily") -> bool:
    """A grade does not turn a magnet of another named material into its own."""
    return family.material is None or grade.material == family.material


def named_by_element(reading: "Reading", head: "PartFamily | None") -> set[str]:
    """The magnet material that a line names by its rare earth alone: neodymium, of a magnet or of what
    turns by one samarium."""
    is_magnet = head is not None and head.form in _OF_MAGNETS
    hints = {"ndfeb"} if "Nd" in reading.elements else set[str]()
    return hints | {"smco"} if is_magnet and "Sm" in reading.elements else hints


_STUFFS = ("alloy", "powder")


def named_by_stuff(
    reading: "Reading", rules: "Rules", families: "Mapping[str, PartFamily]"
) -> frozenset[str]:
    """The magnet material that a magnet is named by with its alloy or powder: a "NdFeB alloy magnet" is a
    magnet and no alloy."""
    return frozenset[str]().union(
        *(
            when & MAGNET_HINTS
            for when, _, stuff in rules.get(reading.head or "", ())
            if stuff == reading.rival and families[stuff].form in _STUFFS
        )
    )


WHOLE_GRADE = "whole-grade"
"""The state of a part number that is nothing but the grade of a magnet."""


def stated_beside(
    clues: "Clues", grades: "Mapping[str, MagnetGrade]", families: "Mapping[str, PartFamily]"
) -> bool | None:
    """The same of the columns beside an ordinary thing: that of the material; of a mere shape also the
    type or number, surely where that is a grade and no more ("Ring", type N42SH), and the column of
    materials names no other."""
    sure = magnet_stated(clues.material, grades, families)
    if sure is not None or not clues.description.plain:
        return sure
    numbered = magnet_stated(clues.number, grades, families)
    if WHOLE_GRADE in clues.number.states and clues.material.head is None:
        return numbered
    return False if numbered else None


def magnet_stated(
    material: "Reading", grades: "Mapping[str, MagnetGrade]", families: "Mapping[str, PartFamily]"
) -> bool | None:
    """Whether a column of the material surely names that of a magnet, "NdFeB" or "N42SH"; False where
    its grade may stand for another thing, as N45 does, None where it names none.

    Only grades with rare earths: beside "Ring" they say more than the shape does.
    """
    if material.hints & MAGNET_HINTS:
        return True
    said = [grades[name] for name in material.grades if material.head is None]
    rare = [
        one for one in said
        if families[one.family].material not in _FREE
        and (not one.needs_context or SIZED_GRADE.match(one.grade))
    ]  # fmt: skip
    return any(not one.needs_context for one in rare) if rare else None
