"""Rare earths and states as hints of rules: what "laser al tulio" or "creuset en yttria" is, the rules of
families say by the element and by what it is used in."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading


def stated(reading: "Reading") -> frozenset[str]:
    """The rare earths that a line names, as symbols, and the states it is bought in ("as-alloy"). None of
    what the line says is not in it, or only is for."""
    if reading.claims or reading.freed:
        return frozenset()
    named = (symbol for symbol in reading.elements if symbol not in reading.aimed)
    return frozenset((*named, *(f"as-{state}" for state in reading.states)))
