"""Rare earths and states as hints of rules: what "laser al tulio" or "creuset en yttria" is, the rules of
families say by the element and by what it is used in."""

from typing import TYPE_CHECKING

from desktop_app.model.match import RARE_EARTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.matching.said import Reading
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.substances import Substance

_RARE = frozenset(RARE_EARTHS)


def stated(
    reading: "Reading", substances: "Mapping[str, Substance]", roles: "FamilyRoles"
) -> frozenset[str]:
    """The rare earths that a line names by themselves or in a substance, as symbols, and the states it is
    bought in ("as-alloy"). None of what the line says is not in it, or only is for; what is called a magnet
    is one, of whatever alloy."""
    if reading.claims or reading.freed:
        return frozenset()
    named = [symbol for symbol in reading.elements if symbol not in reading.aimed]
    substance = substances.get(reading.substance or "")
    if substance is not None and substance.cas not in reading.aimed:
        named += [symbol for symbol, _ in substance.mass_percent if symbol in _RARE]
    states = frozenset[str]() if reading.head == roles.any_magnet else reading.states
    return frozenset((*named, *(f"as-{state}" for state in states)))
