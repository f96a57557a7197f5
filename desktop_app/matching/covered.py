"""Goods that a line names before the vessel, the pieces or the errand that ends it.

"Terbium metal box 1 kg" is terbium and "gallium arsenide chips" may be; taken for a box or a chip,
controlled goods would be called free. Such a line keeps both readings, so that it is asked about.
"""

from typing import TYPE_CHECKING

from desktop_app.matching.lexicon import is_stuff
from desktop_app.matching.pieces import LISTED_FROM, beside_thing
from desktop_app.matching.said import MAGNET_HINTS, Reading

if TYPE_CHECKING:
    from desktop_app.matching.clues import Clues
    from desktop_app.register.families import PartFamily
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.word_lists import WordLists

_HOLDERS = ("motor", "rotor", "generator", "loudspeaker", "sensor")
"""Forms of things that are named after the magnets in them: a SmCo magnet motor is a motor."""


def goods_behind(reading: Reading, knowledge: "Knowledge") -> "PartFamily | None":
    """The family of the goods a line names before such a word; "magnet" for a bare magnet material.
    An exact name of a listed salt counts before any other thing too. None where there are none, and
    of technology, which is of the goods it names."""
    families, roles = knowledge.families, knowledge.roles
    if reading.head == roles.know_how:
        return None
    substance = knowledge.substances.get(reading.substance or "")
    aimed = reading.substance in reading.aimed
    if substance is not None and substance.family in roles.salts and not aimed:
        return families[substance.family]
    if (mineral := _mineral_named(reading, knowledge)) is not None:
        return mineral
    if (stuff := beside_thing(reading, knowledge)) is not None:
        return stuff
    if (wafer := _wafer_named(reading, knowledge)) is not None:
        return wafer
    if _is_alloyed(reading, roles):
        return families[_alloy_of(reading, knowledge)]
    if not reading.words or reading.words[0] not in knowledge.word_lists.of("cover"):
        return None
    if substance is not None and families[substance.family].listed >= LISTED_FROM:
        return families[substance.family]
    rival = families.get(reading.rival or "")
    in_pieces = reading.words[0] in knowledge.word_lists.of("piece")
    if rival is not None and in_pieces and reading.hints & MAGNET_HINTS:
        return families[roles.any_magnet]
    if rival is not None and rival.form != "magnet":
        bought = is_stuff(rival) or rival.form == "chemical"
        return rival if bought and rival.listed >= LISTED_FROM else None
    if rival is None and reading.hints & MAGNET_HINTS:
        return families[roles.any_magnet]
    name = _elements_behind(reading, knowledge, in_pieces) if rival is None else None
    return families[name] if name else None


def names_rare_earth(reading: Reading, knowledge: "Knowledge") -> bool:
    """Whether a line names beside a lens or a mere shape a glass of a rare earth or the earth itself: a
    blank of lanthanum flint. What it is for or free of holds none, neodymium so named is mostly a
    magnet's, and other things bear such names."""
    roles = knowledge.roles
    if reading.head in (*roles.no_part, *roles.bears_names) or reading.claims or reading.freed:
        return False
    beside = {reading.rival, *reading.also} & roles.glasses
    named = {*reading.elements} - {"Nd", *reading.aimed}
    return bool(beside or (reading.plain and named and reading.head == roles.mechanical))


def _is_alloyed(reading: Reading, roles: "FamilyRoles") -> bool:
    """Whether a line names a rare earth beside a common metal, as "dysprosium copper foil" and "aluminium with
    scandium" do: an alloy that may be listed. Neodymium so named is mostly a coated magnet."""
    named = {*reading.elements} - {"Nd", *reading.aimed}
    denied = reading.claims or reading.freed
    return reading.head == roles.common_metal and bool(named) and not denied


def _alloy_of(reading: Reading, knowledge: "Knowledge") -> str:
    """The family of an alloy; a metal that only stands beside one may be plated or mixed with it as well."""
    kinds = {knowledge.elements.get(symbol) for symbol in reading.within}
    first = next((kind for kind in _CONTROLLED_FIRST if kind in kinds), None)
    roles = knowledge.roles
    return roles.of_state[f"alloy {first}"] if first else roles.rare_earth


_CONTROLLED_FIRST = ("heavy", "heavy57", "light")
"""Groups of rare earths as the elements' table has them; an alloy is of the first that it holds."""


def _elements_behind(reading: Reading, knowledge: "Knowledge", in_pieces: bool) -> str | None:
    """The family of the elements a line names before a vessel or in pieces, and not "for" it."""
    named = [symbol for symbol in reading.elements if symbol not in reading.aimed]
    kinds = {knowledge.elements.get(symbol) for symbol in named}
    stated = reading.states or "metal" in reading.words[0] or in_pieces
    if stated and kinds & {"heavy", "heavy57"}:
        return knowledge.roles.of_state[f"compound {'heavy' if 'heavy' in kinds else 'heavy57'}"]
    alone = named and len(reading.words) == _ELEMENT_IN_VESSEL
    return knowledge.roles.rare_earth if alone else None


_ELEMENT_IN_VESSEL = 2
"""Words of a line that names no more than an element and what it comes in: "terbium, box"."""


def _mineral_named(reading: Reading, knowledge: "Knowledge") -> "PartFamily | None":
    """Another controlled mineral that a line names beside a mere mechanical word: "Blähgraphit 50
    mesh". Know-how and packages of it are told apart elsewhere."""
    head = knowledge.families.get(reading.head or "")
    is_vessel = is_any(reading.words[:1], knowledge, "crucible")
    if head is None or head.form != "other" or head.minerals:
        return None
    if head.id in knowledge.roles.no_part and not is_vessel:
        return None
    substance = knowledge.substances.get(reading.substance or "")
    names = [substance.family if substance else None, reading.rival, *reading.also, *reading.later]
    named = {*names}
    names += sorted(name.removeprefix("@") for name in reading.purposes)
    for family in (knowledge.families.get(name or "") for name in names):
        if family is None or not family.minerals or family is head:
            continue
        is_material = is_stuff(family) and family.form != "other"
        # a seal of graphite, but no clamp for an electrode of it
        is_article = family.form == "other" and bool(family.refines) and family.id in named
        if (is_material or is_article) and family.listed >= LISTED_FROM:
            return family
        if reading.plain and (family.form == "electronics" or family.material is None):
            return family  # a piece of GaAs is hardly a device, and a graphite post a post of it
    return None


_GROWN = ("metal", "oxide", "compound", "crystal")


def _wafer_named(reading: Reading, knowledge: "Knowledge") -> "PartFamily | None":
    """The listed wafer that a line names with the device that is made on it: solar cell germanium
    wafer. The device alone, or one of that material, is none."""
    head = knowledge.families.get(reading.head or "")
    if head is None or not reading.is_other or head.form != "electronics":
        return None
    substance = knowledge.substances.get(reading.substance or "")
    is_crystal = "form-crystal" in reading.hints
    grown = substance.family if substance and is_crystal else None
    names = (reading.rival, *reading.also, *reading.later, grown)
    found = [knowledge.families[name] for name in names if name]
    wafers = (
        f for f in found
        if f.form == "crystal" or f.id == grown or (is_crystal and f.form == "metal" and f.minerals)
    )  # fmt: skip
    return next((family for family in wafers if family.listed >= LISTED_FROM), None)


def is_any(words: tuple[str, ...], knowledge: "Knowledge", name: str) -> bool:
    """Whether one of the words is of a list."""
    return not knowledge.word_lists.of(name).isdisjoint(words)


def substrate_of(reading: Reading, knowledge: "Knowledge") -> "PartFamily | None":
    """The material of a wafer that a line names with the word for a circuit board: 磷化铟基板."""
    is_board = reading.head == knowledge.roles.board
    if not is_board or not is_any(reading.words[:1], knowledge, "substrate"):
        return None
    substance = knowledge.substances.get(reading.substance or "")
    names = [substance.family if substance else None, reading.rival]
    for family in (knowledge.families.get(name or "") for name in names):
        if family is not None and family.form in _GROWN and family.listed >= LISTED_FROM:
            return family
    return None


def magnet_beside(reading: Reading, knowledge: "Knowledge") -> bool:
    """Whether a line names a loose magnet of a listed material beside the thing it is for, without
    saying which of the two it is: "valve magnet SmCo", "spare SmCo magnet pump", "magnet pump 42SH".

    What a thing comes "with" is no such magnet, and neither is one named without its material.
    """
    families, roles = knowledge.families, knowledge.roles
    head, rival = reading.head or "", families.get(reading.rival or "")
    if head in roles.no_part or head in roles.production or families[head].form == "magnet":
        return False
    if rival is None or rival.form != "magnet":
        return False
    named = {name.removeprefix("@") for name in reading.purposes} & families.keys()
    magnets = (families[name] for name in named if families[name].form == "magnet")
    listed = any(m.material in ("NdFeB", "SmCo") for m in (rival, *magnets))
    listed = listed or bool(reading.hints & MAGNET_HINTS)
    if reading.is_other and families[head].form not in _HOLDERS:
        return listed or bool(reading.grades)
    return bool(reading.grades or reading.hints & {"arcshape", "loosepart"})


_WORKED_AS = frozenset({"form-crystal", "form-powder"})
"""Hints of a material that is bought as itself."""


def two_readings(reading: Reading, knowledge: "Knowledge") -> tuple[str, str | None] | None:
    """The two families between which a line leaves the choice, the one with more at stake first; the
    second is None where a line names no more than a material or know-how of no subject."""
    head = reading.head or ""
    if _says_no_more(head, reading, knowledge):
        return head, None
    if (stuff := _only_material(reading, knowledge)) is not None:
        return stuff, head
    return (knowledge.roles.any_magnet, head) if magnet_beside(reading, knowledge) else None


def _says_no_more(head: str, reading: Reading, knowledge: "Knowledge") -> bool:
    """Whether a line names tungsten carbide, which may be a powder or a tool, or know-how of anything, and
    nothing that tells."""
    roles = knowledge.roles
    is_know_how = head == roles.know_how
    if is_know_how:
        named = {f"@{head}", f"@{roles.papers}"}
    elif head == roles.material_or_tool and is_any(reading.words[:1], knowledge, "carbide"):
        named = {f"@{head}"}
    else:
        return False
    return not reading.hints and reading.purposes <= named


def _only_material(reading: Reading, knowledge: "Knowledge") -> str | None:
    """The material that a line names and nothing else, where its name stands for a device too: "GaN"
    is a transistor or a wafer of it."""
    device = knowledge.families.get(reading.head or "")
    states = {word for word, said in reading.telling if said == "state"}
    named = [word for word in reading.words if word not in states]
    if device is None or device.form != "electronics" or len(named) != 1:
        return None
    told = reading.hints & {*device.hints, "powered", *_WORKED_AS}
    if told or not is_any(tuple(named), knowledge, "semiconductor"):
        return None
    made = (
        family.id
        for family in knowledge.families.values()
        if any(rule.of == device.id and rule.when <= _WORKED_AS for rule in family.refines)
    )
    return next(made, None)


def is_stated_elsewhere(clues: "Clues") -> bool:
    """Whether a line names but an ordinary thing it comes with, and a column of grades or materials says
    that it is a magnet: "40x20x10, with cable"."""
    stated = clues.grade.grades or clues.material.hints & MAGNET_HINTS
    comes_with = clues.description.aside_only and clues.description.is_other
    return bool(comes_with and stated and not clues.material.claims)


def is_called_magnetic(reading: Reading, roles: "FamilyRoles") -> bool:
    """Whether an ordinary thing is called magnetic in such a way that a magnet may well be in it."""
    if reading.head == roles.open_machine and reading.rival == roles.any_magnet:
        return True  # a magnet device, a magnetic disk storage unit
    return _is_magnetic_shape(reading, roles) or _is_magnetic_fixture(reading, roles)


def _is_magnetic_shape(reading: Reading, roles: "FamilyRoles") -> bool:
    """Whether a line names a mere shape that is called magnetic: a magnetic finger is a magnet, or a
    piece of magnetic steel, unless it says that it is of steel."""
    return (
        reading.plain
        and "magnetic" in reading.hints
        and not (reading.later or _is_of_steel(reading, roles))
    )


def _is_of_steel(reading: Reading, roles: "FamilyRoles") -> bool:
    return "plainsteel" in reading.hints or f"@{roles.common_metal}" in reading.purposes


def may_be_held_by_magnet(reading: Reading, knowledge: "Knowledge") -> bool:
    """Whether a line names beside an ordinary thing what holds by a magnet: a lamp with a magnetic base,
    a magnetic bowl of stainless steel. What is bought for a magnet (its screw, seal or box) is none, and a
    tool of magnetised steel neither."""
    roles = knowledge.roles
    kept_out = reading.head in (*roles.no_part, *roles.no_magnet)
    if (
        kept_out
        or "nonmagnetic" in reading.hints
        or is_any(reading.words[:1], knowledge, "magnetised")
    ):
        return False
    is_compound = is_any(reading.words, knowledge, "magnet-compound")
    is_steel = reading.plain and _is_of_steel(reading, roles) and not is_compound
    if is_steel or reading.hints & {"plainsteel", *MAGNET_HINTS}:
        return False  # what is told of the material speaks elsewhere
    named = {reading.rival, *reading.also, *reading.later} - {None, reading.head}
    aimed_at = (knowledge.families.get(name.removeprefix("@")) for name in reading.purposes)
    if any(family is not None and family.form in _HOLDERS for family in aimed_at):
        return False  # a bracket for a magnetic sensor
    if not named:
        return bool(reading.hints & _CALLED_MAGNETIC)
    first = {word.casefold() for word in reading.words[:1]}
    is_bought_for = not knowledge.word_lists.of("of-a-magnet").isdisjoint(first)
    return named <= roles.holding_magnets and not is_bought_for


_CALLED_MAGNETIC = frozenset({
    "magnetic", "magnet", "magnetheld", "magneticdrive", "permanentmagnet",
})  # fmt: skip


def _is_magnetic_fixture(reading: Reading, roles: "FamilyRoles") -> bool:
    """Whether a line names nothing but a roller, cover or wheel that is called magnetic, or of a magnet: one
    is in most of them, or it is of magnetic steel. A magnetic screw is only the latter; a magnet tray of
    stainless steel has magnets under it."""
    magnet = roles.any_magnet
    named = {reading.rival, *reading.also, *reading.later, *reading.purposes}
    told = roles.told_of_plugs if reading.head in roles.plugs else ()
    metal = roles.common_metal if magnet in reading.also else None
    is_alone = named <= {None, *_either(magnet, reading.head, metal, *told)}
    is_called_so = reading.hints & _CALLED_MAGNETIC or magnet in reading.also
    is_one = reading.head in roles.fixtures and is_alone and is_called_so
    is_steel = _is_of_steel(reading, roles)
    tells_more = (
        (is_steel and metal is None)
        or reading.inside
        or reading.hints & {*MAGNET_HINTS, "nonmagnetic"}
    )
    return bool(is_one) and not tells_more


def _either(*names: str | None) -> set[str]:
    """Families as things and as what a thing is for."""
    return {f"{mark}{name}" for name in names if name for mark in ("", "@")}


SYMBOL = 2
"""Letters of the symbol of an element."""


def named_by(reading: Reading, knowledge: "Knowledge") -> str | None:
    """The family that an ordinary thing is of by what else its line says; None where by nothing."""
    return _of_rare_earth(reading, knowledge.roles) or accessories_of(reading, knowledge)


def _of_rare_earth(reading: Reading, roles: "FamilyRoles") -> str | None:
    """What a line names that calls a shape of metal or a chemical one of rare earth, "稀土耐磨钢 衬板": treated
    steel, or a compound. Beside a magnet it is that which is so called, and the letters of a symbol alone,
    "ER METAL SHEET", say nothing."""
    is_symbol = any(len(word) <= SYMBOL and word.isascii() for word in reading.words)
    is_denied = reading.claims or reading.freed or is_symbol
    beside = {reading.rival, *reading.also, *reading.later, *reading.inside}
    if "rareearth" not in reading.hints or is_denied or beside & roles.magnets:
        return None
    if reading.plain and f"@{roles.common_metal}" in reading.purposes:
        return roles.earth_steel
    return roles.rare_earth_compound if reading.head == roles.chemical else None


def accessories_of(reading: Reading, knowledge: "Knowledge") -> str | None:
    """The thing whose accessories a line names, where such things hold nothing: those of a cable are
    ordinary too, those of a washing machine may be what its motor is. None for all other lines."""
    if reading.head != knowledge.roles.kit or reading.rival is None:
        return None
    if reading.also or reading.later or reading.inside:
        return None
    thing = knowledge.families[reading.rival]
    is_ordinary = thing.probability[1] < knowledge.judgements.no_below and not thing.minerals
    return thing.id if is_ordinary else None


def is_aside(reading: Reading, lists: "WordLists") -> bool:
    """Whether the thing named does not name the line, so that its material, elements or number do: a
    ring of NdFeB is a magnet, and a servo by its number has metal gears."""
    roles = lists.roles
    if reading.aside_only and (reading.series or reading.hints & {"kv", "brushless"}):
        return True
    if "brushless" in reading.hints and _is_motorised(reading, lists):
        return True
    bought = reading.states and not reading.aimed.issuperset(reading.elements)
    stated = reading.hints & MAGNET_HINTS or bought
    if reading.is_other and reading.plain and stated:
        return True
    return bool(reading.plain and reading.series and reading.head == roles.gear)


def _is_motorised(reading: Reading, lists: "WordLists") -> bool:
    """Whether a line names but a lock, a door or a wheel; one that is called brushless has a motor in it."""
    named = {reading.rival, *reading.also, *reading.later, *reading.inside} - {None}
    if not named <= lists.roles.motors or not reading.is_other:
        return False
    return any(word.casefold() in lists.of("motorised") for word in reading.words[:1])
