"""The technical properties and purposes a line asks for besides form and content."""

from math import inf

from desktop_app.assessment.licence.clauses import NEVER, SURE, Clause
from desktop_app.assessment.licence.facts import Thing
from desktop_app.model.bounds import Bounds, StatedValue
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.inquiry import EndUse
from desktop_app.model.licence import MissingFact
from desktop_app.model.match import PROPERTIES
from desktop_app.model.verdict import Ternary
from desktop_app.model.words import END_USE_WORDS
from desktop_app.register.control import Item, Limit


def limit_clauses(item: Item, thing: Thing, use: EndUse | None, purpose: str = "") -> list[Clause]:
    """All limits together, or as many of them as the line asks for. ``use`` as declared, ``purpose``:
    the word of one that the row names."""
    if not item.limits:
        return []
    stated = dict(thing.properties)
    states = [_state(limit, stated, use, purpose) for limit in item.limits]
    wanted = item.limits_met or len(item.limits)
    steps = tuple(
        _step(limit, state, stated, use, purpose)
        for limit, state in zip(item.limits, states, strict=True)
    )
    if states.count(Ternary.YES) >= wanted:
        return [Clause(Ternary.YES, SURE, steps)]
    if len(states) - states.count(Ternary.NO) < wanted:
        return [Clause(Ternary.NO, NEVER, steps, "facts")]
    missing: dict[MissingFact, None] = {
        "end_use" if limit.use is not None else "technical_property": None
        for limit, state in zip(item.limits, states, strict=True)
        if state is Ternary.UNKNOWN
    }
    return [Clause(Ternary.UNKNOWN, (0.0, 0.5, 1.0), steps, None, tuple(missing))]


def _state(
    limit: Limit, stated: dict[str, StatedValue], use: EndUse | None, purpose: str
) -> Ternary:
    if limit.use is not None:
        if purpose in limit.words:
            return Ternary.YES
        return limit.allowed_by(use)
    return limit.met_by(stated.get(limit.property or ""))


def _step(
    limit: Limit, state: Ternary, stated: dict[str, StatedValue], use: EndUse | None, purpose: str
) -> Reason:
    wanted = Message(limit.text)
    if limit.use is not None:
        return _use_step(wanted, state, use, purpose)
    if state is Ternary.UNKNOWN:
        if limit.property is None:
            said = msg(
                "The line also asks for: {limit}. No row tells that; the data sheet must.",
                limit=wanted,
            )
        elif limit.property in stated:
            said = msg(
                "Stated {value} {unit}; the line asks for {limit}: that leaves it open.",
                value=_in_words(stated[limit.property]),
                unit=PROPERTIES[limit.property],
                limit=wanted,
            )
        else:
            said = msg("The line asks for {limit}; the row does not state it.", limit=wanted)
        return Reason("elements", said)
    if not PROPERTIES[limit.property or ""]:
        return Reason("elements", _said_or_denied(wanted, state), "B")
    value, unit = _in_words(stated[limit.property or ""]), PROPERTIES[limit.property or ""]
    if state is Ternary.YES:
        said = msg("Stated {value} {unit}; the line asks for {limit}: fulfilled.",
                   value=value, unit=unit, limit=wanted)  # fmt: skip
    else:
        said = msg("Stated {value} {unit}; the line asks for {limit}: not fulfilled.",
                   value=value, unit=unit, limit=wanted)  # fmt: skip
    return Reason("elements", said, "B")


def _said_or_denied(wanted: Message, state: Ternary) -> Message:
    """Of a property that words tell and no figure: curved, polycrystal."""
    if state is Ternary.YES:
        return msg("The line asks for: {limit}. The row says so.", limit=wanted)
    return msg("The line asks for: {limit}. The row says otherwise.", limit=wanted)


def _in_words(stated: StatedValue) -> float | Message:
    """A figure, or what is said of it."""
    if not isinstance(stated, Bounds):
        return stated
    low, high = stated.low, stated.high
    if low == -inf:
        return (
            msg("less than {high}", high=high) if stated.below else msg("at most {high}", high=high)
        )
    if high == inf:
        return msg("more than {low}", low=low) if stated.above else msg("at least {low}", low=low)
    return msg("{low} to {high}", low=low, high=high)


def _use_step(wanted: Message, state: Ternary, use: EndUse | None, purpose: str) -> Reason:
    """A purpose named by the line, against the one the row names or the declared use."""
    if state is Ternary.YES:
        said = msg(
            "The line asks for: {limit}. The row names this purpose: {word}.",
            limit=wanted,
            word=purpose,
        )
        return Reason("end_use", said, "B")
    if state is Ternary.NO and use is not None:
        said = msg(
            "The line asks for: {limit}. The declared use is {use}.",
            limit=wanted,
            use=END_USE_WORDS[use],
        )
        return Reason("end_use", said, "B")
    said = msg("The line asks for: {limit}. Whether that is so nobody declared.", limit=wanted)
    return Reason("end_use", said)
