"""What the parts that a thing comes with, or that a later phrase names, say of the thing itself."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.matching.said import Reading
    from desktop_app.register.families import PartFamily
    from desktop_app.register.substances import Substance
    from desktop_app.register.word_lists import WordLists

_HOLDERS = frozenset({"motor", "rotor", "generator", "loudspeaker"})
"""Forms of things with magnets fixed in them: magnets named in a later phrase are theirs."""
_OF_POWER = frozenset({"kilowatt", "threephase"})
"""What only the power of a motor tells, by which it would be one without magnets."""


def held_hints(
    reading: "Reading",
    head: "PartFamily | None",
    families: "Mapping[str, PartFamily]",
    lists: "WordLists",
) -> frozenset[str]:
    """What the parts named after "with" imply, the magnets that a later phrase names of a thing
    that has them fixed in it, that EC means electronically commutated of a motor or fan, that a
    magnet called permanent is no electromagnet, and that a motor of some power with magnets is no
    induction motor."""
    held = [families[name] for name in reading.inside]
    runs = frozenset({"brushless"} if head and head.id in lists.roles.running else ())
    if head and head.form in _HOLDERS:
        behind = [families[name] for name in (*reading.later, *reading.also)]
        held += [f for f in behind if f.form == "magnet" or head.form == f.form == "motor"]
    said = runs if "ec" in reading.hints else frozenset[str]()
    permanent = lists.of("permanent-magnet")
    is_called_so = head and head.id in lists.roles.called_permanent
    if is_called_so and not permanent.isdisjoint(reading.words):
        said |= {"permanentmagnet"}
    if head and head.id == lists.roles.any_motor and reading.hints & _OF_POWER:
        named = [*held, *(families[name] for name in (*reading.later, *reading.also))]
        if any(f.form == "magnet" or f.id == lists.roles.any_rotor for f in named):
            said |= {"permanentmagnet"}
    return said.union(*(family.hints for family in held))


def purposes_of(reading: "Reading", substances: "Mapping[str, Substance]") -> frozenset[str]:
    """What a machine, a service or know-how is for, the substance it makes among it."""
    substance = substances.get(reading.substance or "")
    made = {f"@{substance.family}"} if substance else set[str]()
    return reading.purposes | made
