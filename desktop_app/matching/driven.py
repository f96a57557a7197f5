"""Machines named beside the motor that drives them: a pump with its motor, a motor for a pump.

Lists put the two side by side without a word between them, and either way the magnets are there. A
motor whose shaft is described is one as well: of 24 volts there is no shaft.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop_app.compiled import compiled

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.families import PartFamily
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.knowledge import Knowledge

_DRIVING = ("motor", "rotor")
"""Forms of what drives a machine."""
_AT_LEAST_EVEN = 0.5
_ELECTRIC = frozenset({"electric", "powered", "lowvoltage", "threephase", "kilowatt", "brushless"})
"""Hints that a shaft alone has no use for."""
_WOUND = ("motor", "generator")
_BRUSHLESS = frozenset({"brushless", "brushlessmark"})
_RATED = frozenset({"powered"})


def driving_motor(
    reading: "Reading",
    knowledge: "Knowledge",
    refined: Callable[[str], "PartFamily"],
    of_metal: bool = False,
) -> "PartFamily | None":
    """The motor or rotor named before a machine, with it or behind a comma, if it more likely than not
    holds rare earths.

    ``refined``: the most special family that fits what else the row says. ``of_metal``: the row says
    which steel or other ordinary material the thing is of, as of a shaft that is bought as such.
    """
    families, roles = knowledge.families, knowledge.roles
    is_feature = reading.head == roles.feature and "described" in reading.hints
    if reading.head == roles.shaft or is_feature:
        is_bare = of_metal and reading.hints & _ELECTRIC <= _RATED
        if is_bare and "measured" in reading.hints:
            return None
        return _described(reading, knowledge, refined, is_bare)
    if reading.head == roles.gear:
        return _geared(reading, families, refined)
    if reading.head not in roles.driven:
        return None
    model = (
        reading.series if reading.head == roles.actuator else None
    )  # of a pump it may be the motor's
    beside = (reading.rival, model, *reading.inside, *reading.later)
    motors = (refined(name) for name in beside if name and families[name].form in _DRIVING)
    return next((motor for motor in motors if motor.probability[1] >= _AT_LEAST_EVEN), None)


def as_driven(reading: "Reading", knowledge: "Knowledge") -> "Reading":
    """The reading, with what drives a tool said of the tool: not of its blade, and not of its battery."""
    bits = knowledge.word_lists.of("tool-bit")
    if reading.is_other and not bits.isdisjoint(word.casefold() for word in reading.words[:1]):
        return reading._replace(hints=reading.hints - _BRUSHLESS - {"cordless"})
    return as_cordless(reading, knowledge.families)


def as_cordless(reading: "Reading", families: Mapping[str, "PartFamily"]) -> "Reading":
    """The reading as that of a tool, where a line names one, then its battery, and calls it brushless, which no
    battery is: "Schraubendreher Akku bürstenlos"."""
    head, tool = families.get(reading.head or ""), families.get(reading.rival or "")
    if head is None or tool is None or not reading.hints & _BRUSHLESS:
        return reading
    is_driven = tool.form == "tool" or tool.probability[1] >= _AT_LEAST_EVEN
    if head.form != "battery" or not is_driven:
        return reading
    hints = reading.hints | {"cordless"}
    return reading._replace(head=tool.id, rival=None, hints=hints, is_other=tool.form == "tool")


def hints_of_motor(reading: "Reading", knowledge: "Knowledge") -> set[str]:
    """What a motor behind a comma or "with" says of the fan or pump before it: "fan, EC motor"; and that a
    motor comes "with" magnets, that they are permanent."""
    families, roles = knowledge.families, knowledge.roles
    head = families.get(reading.head or "")
    may_have = head is not None and (head.form in _WOUND or head.id in roles.called_permanent)
    is_said = not knowledge.word_lists.of("permanent-magnet").isdisjoint(reading.words)
    if may_have and roles.any_magnet in (*reading.inside, *(reading.later if is_said else ())):
        return {"permanentmagnet"}
    if head is None or head.form == "motor" or head.id not in roles.running:
        return set()
    beside = (*reading.later, *reading.inside)
    motors = (families[name] for name in beside if families[name].form == "motor")
    return {hint for motor in motors for hint in (*motor.hints, f"@{motor.id}")}


def hints_of_products(knowledge: "Knowledge") -> Mapping[str, frozenset[str]]:
    """What names of whole machines also say of a part that is for one: "e-bike" names a product, and of a motor
    beside it that it is an e-bike's."""
    mark = knowledge.mark
    return (
        compiled("products", mark, lambda: _of_products(knowledge))
        if mark
        else _of_products(knowledge)
    )


def _of_products(knowledge: "Knowledge") -> dict[str, frozenset[str]]:
    products = knowledge.roles.products
    named = {t.text for t in knowledge.terms if t.value in products and t.kind == "family"}
    told = ((t.text, t.value) for t in knowledge.terms if t.kind == "hint" and t.text in named)
    found: dict[str, frozenset[str]] = {}
    for text, hint in told:
        found[text] = found.get(text, frozenset()) | {hint}
    return found


def hints_beside(
    reading: "Reading", of_products: Mapping[str, frozenset[str]], roles: "FamilyRoles"
) -> set[str]:
    """What the name of a whole machine beside a motor, pump or other part says of that."""
    if reading.head in roles.products or roles.products.isdisjoint(reading.also):
        return set()
    return {hint for word in reading.words for hint in of_products.get(word, ())}


def _geared(
    reading: "Reading",
    families: Mapping[str, "PartFamily"],
    refined: Callable[[str], "PartFamily"],
) -> "PartFamily | None":
    """The motor of a gear box and motor in one line, "Gearbox 5:1 Nema 17 stepper 17HS19": the number of
    one, and its kind, which does not stand after "for"."""
    motor = families.get(reading.series or "")
    beside = (families[name].form for name in (reading.rival, *reading.also) if name)
    if motor is None or motor.form != "motor" or "motor" not in beside:
        return None
    return refined(motor.id)


def _may_have_shaft(family: "PartFamily", roles: "FamilyRoles") -> bool:
    return family.form == "motor" or family.id in roles.with_shaft


def _described(
    reading: "Reading",
    knowledge: "Knowledge",
    refined: Callable[[str], "PartFamily"],
    is_bare: bool,
) -> "PartFamily | None":
    """The motor whose shaft a line describes beside its electric figures: "Motor shaft 5mm 24V BLDC".
    A motor named after "for" is another thing, and a bare shaft has none (``is_bare``: it is of a steel,
    and no more than its revolutions or volts are told)."""
    families, roles = knowledge.families, knowledge.roles
    named = filter(None, (reading.rival, *reading.later, *reading.also))
    motor = next((name for name in named if _may_have_shaft(families[name], roles)), None)
    purposes = (name.removeprefix("@") for name in reading.purposes)
    is_for_one = any(name in families and families[name].form == "motor" for name in purposes)
    if not reading.hints & _ELECTRIC or (motor is None and (is_for_one or is_bare)):
        return None
    return refined(motor or roles.any_motor)
