"""What a part is made of, where a column of the material or of substances, or the CAS number of a
constituent, says so: "Nd, Pr, Dy, Fe, B" beside a magnet, a lone "Ge" beside an ingot.

In running text a symbol is a drawing code as often as an element. In a column that holds what a part
is made of it is the element.
"""

import re
from typing import TYPE_CHECKING

from desktop_app.matching.lexicon import is_stuff
from desktop_app.matching.said import NOTHING, Reading
from desktop_app.model.match import RARE_EARTHS

if TYPE_CHECKING:
    from desktop_app.matching.clues import Clues
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.word_lists import WordLists

ONE_STUFF = "one-stuff"
"""State of a column that gives the designation of one ordinary material and nothing else. "Steel" is
none: lists say so of the case of a machine as well."""

_BETWEEN = re.compile(r"[\s,;:/+&|()\[\]·-]+")
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_RARE = frozenset(RARE_EARTHS)
_JOINED = re.compile(r"(?:[A-Z][a-z]?){1,9}")
_PAIR = re.compile(r"([A-Z][a-z]?)\s*[:=]?\s*(\d{1,2}(?:[.,]\d{1,3})?)")
_PAIRS = re.compile(rf"\s*(?:{_PAIR.pattern}[\s,;/|]*){{2,12}}")
"""A composition in figures without a unit: "Nd 29.5, Pr 0.5, Dy 2.1, Fe 66, B 1"."""
_MAGNETS = ((frozenset({"Nd", "Fe", "B"}), "ndfeb"), (frozenset({"Sm", "Co"}), "smco"))
"""Elements that are a magnet material together, and the hint of it."""
_ANIONS = frozenset({"O", "F", "S", "C", "N", "B", "P", "H", "Cl", "Si"})
"""Elements that make a compound and no alloy with a rare earth."""
_OF_SUBSTANCE = frozenset({
    "magnet_powder", "metal", "alloy", "oxide", "compound", "target", "mixture", "powder", "crystal",
    "ceramic", "phosphor", "chemical", "coated_part", "ore", "scrap", "catalyst", "fibre", "wire", "kit",
})  # fmt: skip
"""Forms that are a substance themselves, so that a CAS number is theirs."""


def elements_named(raw: str | None, reading: Reading) -> tuple[str, ...]:
    """Rare earths that a column of composition names, without a figure that has a unit. One that
    states percents or bounds, or says what is not in it, is read elsewhere."""
    if not raw or reading.claims or reading.freed or re.search(r"[%‰<≤>≥]|ppm", raw):
        return ()
    if pairs := _PAIRS.fullmatch(raw) and _PAIR.findall(raw):
        amounts = {symbol: float(amount.replace(",", ".")) for symbol, amount in pairs}
        return tuple(symbol for symbol, much in amounts.items() if symbol in _RARE and much > 0)
    told = raw
    for grade in reading.grades:  # "Y30BH" is a ferrite and holds no yttrium
        told = re.sub(r"\s?".join(map(re.escape, grade)), " ", told)
    listed = [symbol for symbol in _listed(re.sub(r"\d", "", told)) if symbol in _RARE]
    if re.search(r"\d", raw):
        return tuple(dict.fromkeys(listed))
    return tuple(dict.fromkeys((*reading.elements, *listed)))


def _listed(raw: str) -> tuple[str, ...]:
    """Symbols of a text that is a list of symbols and of magnet materials, and nothing else."""
    tokens = [token for token in _BETWEEN.split(raw) if token]
    if not all(_JOINED.fullmatch(token) for token in tokens):
        return ()
    told = tuple(symbol for token in tokens for symbol in _SYMBOL.findall(token))
    joined = any(_SYMBOL.fullmatch(token) is None for token in tokens)
    if joined and not any(base <= {*told} for base, _ in _MAGNETS):
        return ()  # PVC is no list of elements
    return () if len(told) == 1 and len(told[0]) == 1 else told  # a lone letter is a colour


def as_material(raw: str, reading: Reading, lists: "WordLists") -> Reading:
    """The reading of a column of the material, with what a lone symbol or a list of symbols says: a
    controlled metal, rare earths, a magnet material; or the designation of an ordinary material."""
    if reading.head is None or reading.is_other:
        family = lists.materials.family(raw)
        if family is not None:
            return reading._replace(
                head=family, is_other=True, states=reading.states | {ONE_STUFF}, words=()
            )
    if reading.head is not None:
        return reading
    metal = lists.symbols.get(raw.strip())
    if metal is not None and metal.family:
        return reading._replace(head=metal.family, is_other=False, plain=False, clear=True)
    listed = _listed(raw)
    hints = frozenset(hint for base, hint in _MAGNETS if base <= {*listed})
    earths = () if hints else tuple(symbol for symbol in listed if symbol in _RARE)
    others = set(listed) - _RARE - _ANIONS
    alloyed = frozenset({"alloy"} if earths and others else ())
    return reading._replace(
        hints=reading.hints | hints,
        elements=reading.elements or earths,
        states=reading.states | alloyed,
    )


def with_constituents(clues: "Clues", knowledge: "Knowledge") -> "Clues":
    """The clues of a thing whose CAS number can only be that of something in it: a magnet with the
    number of neodymium is a magnet."""
    head = knowledge.families.get(clues.description.head or "")
    if clues.cas is None or head is None or not _is_thing(clues.description, head, knowledge):
        return clues
    substance = knowledge.substances.get(clues.cas)
    held = tuple(s for s, _ in substance.mass_percent if s in _RARE) if substance else ()
    same = clues.substance.substance == clues.cas
    return clues._replace(
        cas=None,
        composed=tuple(dict.fromkeys((*clues.composed, *held))),
        substance=NOTHING if same and not held else clues.substance,
    )


def _is_thing(said: Reading, head: "PartFamily", knowledge: "Knowledge") -> bool:
    """Whether a description clearly names a thing made of several substances."""
    if said.plain or said.unnamed or not said.clear or head.id in knowledge.roles.carriers:
        return False
    return head.form not in _OF_SUBSTANCE and (not is_stuff(head) or head.form == "magnet")
