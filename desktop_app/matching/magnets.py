"""Which magnet materials a row names, and whether they agree with each other."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.finding import Clues
    from desktop_app.register.families import PartFamily
    from desktop_app.register.substances import MagnetGrade

MATERIAL_HINTS = {
    "NdFeB": frozenset({"ndfeb"}), "SmCo": frozenset({"smco"}), "SmFeN": frozenset({"smfen"}),
    "ferrite": frozenset({"ferrite"}), "AlNiCo": frozenset({"alnico"}),
}  # fmt: skip
"""Hint words that name each magnet material."""
_FREE = frozenset({"ferrite", "AlNiCo"})
"""Magnet materials without rare earths."""


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
    return family.material is None or grade.material == family.material or family.id == "magnet"
