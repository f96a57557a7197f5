"""Pieces that a line names before what they are of: "ring, Sm2Co17", "plate (SmCo magnet)".

A mere shape is of the material behind it. A thing that is more than a shape may be made of it or only
go with it: the line keeps both readings.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.matching.said import Reading

if TYPE_CHECKING:
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge

_LISTED_MAGNETS = ("NdFeB", "SmCo", "SmFeN")
_RAW = ("metal", "alloy", "oxide", "compound", "target", "mixture")
LISTED_FROM = 0.25
"""From this probability of a listed element on, a material is worth keeping a reading open for."""
_HOLDERS = ("motor", "rotor", "generator", "loudspeaker", "sensor", "machine", "vehicle")
"""Forms of things that are named with the magnets in them."""


_ROUND_IT = ("ceramic", "optics")
"""Forms of what a metal may be sealed in: terbium metal in a glass ampoule."""
_MADE_OF = ("other", "tool")
"""Forms of things that may be a piece of a metal; a diode or a lens is named after its material."""


def as_piece(reading: Reading, knowledge: "Knowledge") -> Reading:
    """The reading of a shape as that of the material behind it, of an optic or seal as one of the material
    named with it; any other as it was."""
    for name in (reading.rival, *reading.also, *reading.later) if not reading.claims else ():
        made = knowledge.worked_things.get((reading.head or "", name or ""))
        if made is not None:
            return reading._replace(head=made, is_other=False, rival=None)
    if not reading.is_other or not reading.plain:
        return reading
    for family in _behind(reading, knowledge):
        if family.form == "magnet" and reading.head in knowledge.roles.packages:
            return reading
        if not (family.id in (reading.rival, *reading.also) or _is_exact(family, reading)):
            continue  # in brackets: a plate (for neodymium magnets)
        return reading._replace(
            head=family.id, rival=None, is_other=False, plain=False, aside_only=False
        )
    return reading


def without_series(reading: Reading, knowledge: "Knowledge") -> Reading:
    """The reading without the number of a model that holds no magnet, where the line names magnets of
    rare earths with it: "SS495 with SmCo magnet" is not cleared as the sensor alone."""
    model = knowledge.families.get(reading.series or "")
    head = knowledge.families.get(reading.head or "")
    listed = bool(reading.hints & {"ndfeb", "smco"})
    listed |= head is not None and head.material in _LISTED_MAGNETS
    named = listed and (head is None or head.form == "magnet")
    if model is None or not named or model.probability[1] >= LISTED_FROM:
        return reading
    return reading._replace(series=None)


def beside_thing(reading: Reading, knowledge: "Knowledge") -> "PartFamily | None":
    """The listed material that a line names beside a thing which is not one, and not "for" it. A
    magnet counts with its grade or as SmCo: a mount is often sold as "mount, neodymium magnet"."""
    head, roles = knowledge.families.get(reading.head or ""), knowledge.roles
    if head is None or not reading.is_other or head.id in roles.no_piece or head.form in _HOLDERS:
        return None
    for family in _behind(reading, knowledge):
        if family.form != "magnet":
            if head.form not in _MADE_OF:
                continue
            return family
        if _is_exact(family, reading) and head.id not in roles.packages:
            return family
    if reading.grades and reading.hints & {"ndfeb", "smco"} and head.id not in roles.packages:
        return knowledge.families[roles.any_magnet]
    kinds = {knowledge.elements.get(symbol) for symbol in reading.elements}
    told = reading.states and not reading.claims and head.form in (*_MADE_OF, *_ROUND_IT)
    told = told and not reading.aimed.issuperset(reading.elements)
    if told and kinds & {"heavy", "heavy57"}:
        state = "compound heavy" if "heavy" in kinds else "compound heavy57"
        return knowledge.families[roles.of_state[state]]
    return None


def _is_exact(family: "PartFamily", reading: Reading) -> bool:
    """Whether a material is named more exactly than things that only go with it are."""
    return family.form != "magnet" or bool(reading.grades) or family.material == "SmCo"


def _behind(reading: Reading, knowledge: "Knowledge") -> Iterator["PartFamily"]:
    """Listed materials named beside the head or in a later phrase."""
    if reading.claims:
        return
    for name in dict.fromkeys((reading.rival, *reading.also, *reading.later)):
        family = knowledge.families.get(name or "")
        if family is None:
            continue
        if family.form == "magnet" and family.material in _LISTED_MAGNETS:
            yield family
        if family.form in _RAW and family.listed >= LISTED_FROM:
            yield family
