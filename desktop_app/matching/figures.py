"""Figures with units say what kind of part a line means: 300 KV, 7.5 kW, 100 nF."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.word_lists import WordLists

_OF_MOTORS = frozenset({"permanentmagnet", "spindle", "brushless"})
"""Hints of a motor, beside which 24k are revolutions and no resistance."""
_MOTOR = re.compile(
    r" (?:(?P<kv>(?<!\d )\d{3,5} {0,2}kv|kv {0,2}\d{2,5})|(?P<kilowatt>\d+(?:[.,]\d+)? {0,2}kw)"
    r"|(?P<lowvoltage>(?:3|4\.5|5|6|7\.4|9|12|18|24|36|48) {0,2}v(?:dc|cc)?)"
    r"|(?P<batteryvoltage>(?:60|72|80|96) {0,2}v(?:dc|cc)?)"
    r"|(?P<threephase>(?:3 {0,2}x {0,2})?(?:380|400|415|440|460|480|690) {0,2}v(?:ac)?)) "
)
_LIGHT = re.compile(r" (?:1[5-9]\d|[2-9]\d\d)(?:[.,]\d+)? {0,2}wh  ?kg ")
"""From 150 Wh/kg on a rechargeable battery is of lithium: lead, NiCd and NiMH end near 120."""
_CHARGE = re.compile(r" \d{2,5} {0,2}mah ")
"""A charge in milliampere hours, which only batteries are sold by."""
_LITHIUM_CELLS = re.compile(
    r" (?:[1-9]|1[0-4])s(?:\d{1,2}p)? | (?:3[.,]7|7[.,]4|11[.,]1|14[.,]8|18[.,]5|22[.,]2) {0,2}v "
)
"""Cells in series as packs of lithium cells are named (6S2P), or a voltage that only they have."""
_MAY_BE_NIMH = re.compile(
    r" (?:a{2,4}|(?:1[.,]2|2[.,]4|3[.,]6|4[.,]8|7[.,]2|8[.,]4|9[.,]6) {0,2}v|hr0?[36]|mignon) "
)
"""Sizes and voltages of cells that hold lanthanum as often as not; they are asked about."""
_POWERED = re.compile(r" \d+ {0,2}(?:v|vdc|vac|w(?! {1,2}o )) ")
_TURNS = re.compile(r" \d+(?:[.,]\d+)? {0,2}(?:v|vdc|vac|w|kw|rpm|u  min|1  min|kv) ")
_TORQUE = re.compile(r" \d+(?:[.,]\d+)? {0,2}(?:[cmk]?nm|[cmk]?n  ?c?m|kgf?  ?cm) ")
_MEASURED = re.compile(r"[^\W\d_]+ {1,3}(?:[dmo] {0,2})?\d(?!.*[^\W\d_]{5})")
"""A word with its figure behind it, and then no further noun: of "Flansch 80 Adapterplatte" it is a plate."""
_CAPACITOR = re.compile(r"\d {0,2}(?:(?P<picofarad>pf)|(?P<nanofarad>nf)|(?P<microfarad>[uµ]f)) ")
_MAINS = re.compile(r" (?:110|123|132|138|145|150|220|245|275|345|380|400|420|500) {0,2}kv ")
"""Kilovolts of power lines; beside a motor they may still be its revolutions per volt."""
_AMOUNT = r"(?:\d+(?:[.,]\d+)?|[.,]\d+) {0,2}"
_VALUE_ALONE = re.compile(
    rf" (?:(?P<capacitor>{_AMOUNT}[pnu])|(?P<inductor>{_AMOUNT}[nu]h)"
    rf"|(?P<passive>{_AMOUNT}(?:m|meg|mhz|khz|ohm|k|r))) (?: \d+ {{0,2}}[%v] )*"
)
"""A circuit value with nothing beside it but a tolerance or a voltage."""
_THREAD = re.compile(
    r" (?:m\d{1,2}(?:[.,]\d)?(?: {1,2}| {0,2}x {0,2})\d{1,3}(?:[.,]\d+)?(?: {0,2}mm)? "
    r"|(?:\d{1,2}  )?\d{1,2}  (?:13|16|18|20|24|28|32|40|56|80)  x )"
)
"""A thread with a length at the beginning: M5 x 12, 1/4-20 x 1 in."""
_DOSE = re.compile(r" \d+(?:[.,]\d+)? {0,2}(?:mg|mcg|iu|ie|ui) ")
"""A tablet by its dose is a medicine and no computer."""
_NORM = re.compile(
    r" (?:iso|din|en|uni|gb  t|jis  b|pn)  ?\d{3,5} (?:.* )?(?:m|st)\d{1,2}(?:[.,]\d)?(?= | ?x)"
)
"""A screw by its standard and thread: ISO 7045 - M2.5 x 4."""
_SIZE = re.compile(
    r" (?:(?:dia|[dfoø]) {0,2})?(?:\d+(?:[.,]\d+)?(?:  \d+)*(?: {0,2}mm)? {0,2}x {0,2}\d"
    r"|(?:\d+(?:[.,]\d+)?  ){3})"
)
"""A size such as D6x3, dia 6 x 3 mm, 10*5*2; ø is written as o in a normalised text."""
_LENGTH = re.compile(r"\d(?: {0,2}mm |  \d)")
"""A length, or two figures side by side as 10*2 becomes in a normalised text."""
_WORD = re.compile(r" (?!mm|in |inch|pcs|stk|thick|diam?|long)[^\W\d_]{3,}")
_VALUE = re.compile(
    r" (?:(?P<capacitor>\d+(?:[.,]\d+)? {0,2}(?:pf|nf|uf)|\d+[pnu]\d+)"
    r"|(?P<inductor>\d+(?:[.,]\d+)? {0,2}(?:nh|uh|mh))"
    r"|(?P<passive>\d+(?:[.,]\d+)? {0,2}(?:k|m)?(?:ohm|ohms|ω)|\d+(?:[.,]\d+)?(?:k|r)|\d+[kr]\d+))"
    r"(?= )"
)


def figure_hints(text: str, family: str, lists: "WordLists") -> frozenset[str]:
    """Hints from figures beside a named motor, fan, magnet, battery or capacitor; text is normalised."""
    roles = lists.roles
    if family in roles.turning:
        said = frozenset(m.lastgroup for m in _MOTOR.finditer(text) if m.lastgroup)
        return _of_vehicle(said) if "kilowatt" in said and _moves_vehicle(text, lists) else said
    if family in roles.magnets:
        hints = {"powered"} if _POWERED.search(text) else set()
        return frozenset(hints | {"strong"} if _gauss(lists).search(text) else hints)
    if family in roles.devices and _POWERED.search(text):
        return frozenset({"powered"})
    if family == roles.battery:
        return _of_battery(text)
    if family in roles.capacitors:
        return frozenset(m.lastgroup for m in _CAPACITOR.finditer(text) if m.lastgroup)
    return frozenset()


def _of_vehicle(said: frozenset[str]) -> frozenset[str]:
    """Kilowatts and volts tell no kind of a motor that moves a vehicle: such are of all kinds."""
    volts = {"electric"} if "lowvoltage" in said else set[str]()
    return said - {"kilowatt", "lowvoltage"} | {"vehicle"} | volts


def _moves_vehicle(text: str, lists: "WordLists") -> bool:
    """Whether a normalised text names a vehicle, and not only as a word of something else: a car wash."""
    if _vehicle(lists).search(text) is None:
        return False
    return _vehicle(lists).search(_no_vehicle(lists).sub(" ", text)) is not None


@lru_cache(maxsize=4)
def _no_vehicle(lists: "WordLists") -> re.Pattern[str]:
    words = (normalise(term).strip() for term in lists.of("no-vehicle"))
    return re.compile(f" (?:{'|'.join(map(re.escape, sorted(words)))}) ")


@lru_cache(maxsize=4)
def _vehicle(lists: "WordLists") -> re.Pattern[str]:
    """A vehicle in a normalised text, be it what a compound begins with: Bootsmotor."""
    words = (normalise(term.rstrip("*")).strip() for term in lists.of("vehicle"))
    begun = {normalise(t.rstrip("*")).strip() for t in lists.of("vehicle") if t.endswith("*")}
    return re.compile(
        " (?:"
        + "|".join(
            re.escape(word) + ("" if word in begun else " ")
            for word in sorted(words, key=len, reverse=True)
        )
        + ")"
    )


@lru_cache(maxsize=4)
def _gauss(lists: "WordLists") -> re.Pattern[str]:
    """Six thousand gauss and more at a surface: above the remanence of every ferrite (IEC 60404-8-1)."""
    unit = lists.any_of("gauss")
    return re.compile(
        rf" (?:(?:[6-9]|1\d)[., ]?\d{{3}} {{0,2}}(?:{unit})|(?:[6-9]|1\d) {{0,2}}kg(?:s|auss)) "
    )


def value_only(text: str, reading: "Reading", lists: "WordLists") -> "Reading":
    """A line that names no thing but a value, a thread or a grade with a size means a component.

    "33 uH" is an inductor, "33UH" may be a magnet grade as well."""
    roles = lists.roles
    if "kv" in text and not _MAINS.search(text):
        kv = figure_hints(text, roles.any_motor, lists)
        reading = reading._replace(hints=reading.hints | kv)
    if reading.grades and _is_sized(text, reading):
        return reading._replace(hints=reading.hints | {"sized"})
    apart = "  uh" in text
    if (reading.grades and not apart) or reading.elements or reading.series or reading.substance:
        return reading
    if _THREAD.match(text) or _NORM.search(text):
        return reading._replace(head=roles.screw, is_other=True)
    charge = _CHARGE.search(text)
    if charge and not _MAY_BE_NIMH.search(text):
        return _as_battery(text, reading, charge.group(), lists)
    found = _VALUE_ALONE.fullmatch(text) or _VALUE.search(text)
    if found is None or found.lastgroup is None or reading.hints & _OF_MOTORS:
        return reading
    head = roles.of_value[found.lastgroup]
    hints = figure_hints(text, head, lists)
    return reading._replace(head=head, hints=reading.hints | hints, words=(found.group().strip(),))


def _of_battery(text: str) -> frozenset[str]:
    """What the charge and the voltage of a battery say of its kind."""
    charge = _CHARGE.search(text)
    if _LIGHT.search(text) or (charge and _LITHIUM_CELLS.search(text)):
        return frozenset({"lithium"})
    return frozenset({"cellcharge"} if charge else ())


def _as_battery(text: str, reading: "Reading", charge: str, lists: "WordLists") -> "Reading":
    """A battery that nothing but its charge names: "6s 1300mAh 120C XT60"."""
    hints = reading.hints | figure_hints(text, lists.roles.battery, lists)
    words = ("".join(charge.split()),)
    return reading._replace(
        head=lists.roles.battery, is_other=False, rival=None, hints=hints, words=words
    )


def _described(text: str, reading: "Reading", lists: "WordLists", raw: str) -> "Reading":
    """A shaft, flange or hub with volts, watts or revolutions; "described" where it stands behind the
    motor that it describes: "motor brushless flange 24 V", but no flange of a 400 W motor.

    "measured": behind the motor, as German lists write features with a figure: "Servomotor Flansch 80".
    """
    if not reading.words:
        return reading
    first, *others = (text.find(normalise(word).strip()) for word in reading.words)
    is_behind = bool(others) and -1 < others[0] < first
    word, rival = reading.words[0], reading.rival or ""
    if word.casefold() in lists.of("hub"):
        return _of_hub(text, reading, word, lists.roles)
    if _TURNS.search(text) or (is_behind and _TORQUE.search(text)):
        hints = {"powered", "described"} if is_behind else {"powered"}
    elif (
        is_behind
        and rival in lists.roles.plain_motors
        and word in lists.of("feature-first")
        and _MEASURED.match(text, first)
        and f"-{word.casefold()}" not in raw.casefold()
    ):
        hints = {"powered", "described", "measured"}
    else:
        return reading
    return reading._replace(hints=reading.hints | hints)


def _of_hub(text: str, reading: "Reading", word: str, roles: "FamilyRoles") -> "Reading":
    """A motor in a hub by its watts or volts; a linear motor by the stroke that German calls so."""
    rival = reading.rival or ""
    stroke = _MEASURED.search(text, text.find(normalise(word).strip()))
    if rival in roles.with_stroke and stroke:
        return reading._replace(hints=reading.hints | {"powered", "described"})
    if rival in roles.plain_motors and _TURNS.search(text):
        return reading._replace(hints=reading.hints | {"powered", "described", "ebike"})
    return reading


def _is_sized(text: str, reading: "Reading") -> bool:
    """Whether a grade stands beside no more than a size, or a shape with its measure."""
    if "shaped" in reading.hints:
        return bool(_SIZE.search(text) or _LENGTH.search(text))
    return not reading.hints and bool(_SIZE.search(text)) and not _WORD.search(text)


def asks_figures(reading: "Reading", roles: "FamilyRoles") -> bool:
    """Whether ``with_figures`` may add anything to what a text says."""
    return (
        reading.head is None
        or (reading.is_other and bool(reading.grades))
        or reading.aside_only
        or reading.head in roles.by_figures
    )


def with_figures(text: str, reading: "Reading", lists: "WordLists", raw: str = "") -> "Reading":
    """Adds what the figures with units say; ``raw``: the text as written."""
    if reading.head is None:
        return value_only(text, reading, lists)
    roles = lists.roles
    if reading.aside_only and _NORM.search(text):
        return reading._replace(head=roles.screw, is_other=True, aside_only=False)
    if reading.is_other and reading.grades and _SIZE.search(text):
        return reading._replace(hints=reading.hints | {"sized"})
    if reading.head == roles.tantalum and _CAPACITOR.search(text):
        return reading._replace(head=roles.capacitor, is_other=True, plain=False)
    if reading.head in roles.features:
        return _described(text, reading, lists, raw)
    if reading.head == roles.tablet and (_DOSE.search(text) or reading.substance or reading.states):
        return reading._replace(head=roles.chemical, is_other=True)
    if reading.head == roles.plug_type and "mah " in text and (charge := _CHARGE.search(text)):
        return _as_battery(text, reading, charge.group(), lists)
    hints = figure_hints(text, reading.head, lists)
    if reading.aside_only and "kv" in text:
        hints |= figure_hints(text, roles.any_motor, lists)
    if not hints or hints <= reading.hints:
        return reading
    return reading._replace(hints=reading.hints | hints)
