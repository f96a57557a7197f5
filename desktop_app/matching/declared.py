"""What suppliers declared of a part, laid on what it was recognised as.

A declared form settles one that was open. Where the files recognise another form clearly, neither is
preferred: the form is open until somebody decides.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from desktop_app.model.answers import ANSWERS
from desktop_app.model.findings import msg
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, spread
from desktop_app.model.verdict import Ternary

S = TypeVar("S")
T = TypeVar("T")
ELEMENTS = {answer.key: answer.element for answer in ANSWERS if answer.element is not None}
"""Answers that are the figure of an element, to its symbol."""
_SAID_OF_ORIGIN = ("country_of_origin", "leaves_china")


def with_declared_form(parts: PartTable, matches: Spread[Match]) -> Spread[Match]:
    """The matches with the forms and the figures that suppliers declared."""
    forms = {
        part: str(said.value)
        for part, answers in parts.answered.items()
        for said in answers
        if said.answer == "form" and said.value is not None
    }
    stated = {
        part: frozenset(
            ELEMENTS[said.answer]
            for said in answers
            if said.field == "declaration" and said.use == "used" and said.answer in ELEMENTS
        )
        for part, answers in parts.answered.items()
    }
    return _laid(_laid(matches, forms, _formed), stated, _declared)


def with_declared_origin(parts: PartTable, origins: Spread[Origin]) -> Spread[Origin]:
    """Origins that a supplier declared are of the best grade."""
    said = {
        part: True
        for part, answers in parts.answered.items()
        if any(one.field in _SAID_OF_ORIGIN and one.use in ("used", "agrees") for one in answers)
    }
    return _laid(origins, said, lambda origin, _: replace(origin, evidence="A"))


def _laid(kinds: Spread[T], said: Mapping[int, S], change: Callable[[T, S], T]) -> Spread[T]:
    """The values of some parts changed by what is said of them."""
    if not said:
        return kinds
    of_part = spread([said.get(part) for part in range(len(kinds))])
    return combine(kinds, of_part).map(
        lambda both: both[0] if both[1] is None else change(both[0], both[1])
    )


def _formed(match: Match, form: object) -> Match:
    if match.outcome == "none" or match.form is None:
        return match
    said = str(form)
    is_clear = match.outcome == "sure" and match.form_evidence in ("A", "B", "C")
    if is_clear and match.form != said:
        reason = msg("The supplier declares another form than the files say: it is not settled.")
        return replace(
            match, form_evidence="D", runner_up_form=said, reasons=(*match.reasons, reason)
        )
    settled = match.form == said and match.runner_up_form != said
    reason = msg("The supplier declared the form in which it is delivered.")
    return replace(
        match,
        form=said,
        form_evidence="A",
        outcome="sure" if settled else match.outcome,
        reasons=(*match.reasons, reason),
    )


def _declared(match: Match, symbols: Collection[str]) -> Match:
    """A figure that a supplier declared is better than one that stands in a list. What it did not
    name is still what the family usually holds, however sure the material is."""
    return replace(
        match,
        elements=tuple(
            replace(element, evidence="A")
            if element.symbol in symbols
            and element.state == Ternary.YES
            and element.evidence == "B"
            and not element.by_grade
            else element
            for element in match.elements
        ),
    )
