"""What one line of an announcement, or a whole provision, comes to for a case, and what several come to
together."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.assessment.licence.cleared import ORDER, names_form
from desktop_app.assessment.licence.covering import Cover, no_basis
from desktop_app.assessment.licence.facts import Thing
from desktop_app.assessment.licence.laws import Law
from desktop_app.assessment.licence.reach import Reached
from desktop_app.model.findings import Reason
from desktop_app.model.licence import (
    VERDICTS,
    Basis,
    ControlFinding,
    MissingFact,
    StatusName,
    Verdict,
    WaitsOn,
)
from desktop_app.model.match import RARE_EARTHS
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.register.control import Item


class Answer(NamedTuple):
    """One line, or a whole provision none of whose lines concerns the part (``item`` None).

    ``relevant``: the part holds or may hold what the line names. ``chance`` that it covers the part
    and reaches the delivery, were it in force.
    """

    law: Law
    item: Item | None
    verdict: Verdict
    basis: Basis | None
    missing: tuple[MissingFact, ...]
    steps: tuple[Reason, ...]
    relevant: bool
    chance: Interval
    holds: Ternary
    by_grade: bool = False
    symbols: tuple[str, ...] = ()
    content_chance: float = 0.0


def group_of(item: Item) -> str:
    """The independent group of evidence that a line belongs to."""
    if any(symbol in RARE_EARTHS for symbol in item.elements):
        return "rare earths"
    return "/".join(item.minerals or item.cas or item.families)


def chance_of(covers: Cover, reach: Reached) -> Interval:
    """The chance that a line covers the part and reaches the delivery."""
    low, best, high = (a * b for a, b in zip(covers.probability, reach.probability, strict=True))
    return low, best, high


def untouched(law: Law, thing: Thing, reach: Reached) -> Answer:
    """A provision none of whose lines names anything the part holds."""
    basis = no_basis(thing)
    if reach.state is Ternary.NO and reach.basis is not None:
        basis = first_basis((basis, reach.basis))
    steps = reach.steps if basis not in ("element", "kind") else ()
    return Answer(law, None, "not_needed", basis, (), steps, False, (0.0, 0.0, 0.0), Ternary.NO)


def cleared_by(covers: Cover, reach: Reached) -> Basis:
    """Why a line does not apply. Guidance is the reason only where the delivery is reached."""
    found: list[Basis] = []
    if reach.state is Ternary.NO and reach.basis is not None:
        found.append(reach.basis)
    if covers.basis is not None and not (found and covers.basis == "guidance"):
        found.append(covers.basis)
    return first_basis(found or ["element"])


def first_basis(found: Iterable[Basis]) -> Basis:
    """The basis that is printed where several hold."""
    return min(found, key=ORDER.index)


def by_status(state: StatusName, holds: Ternary) -> tuple[Verdict, Basis | None]:
    """The verdict of a line that applies or may, by the status of its law."""
    if state == "in_force":
        return ("needed" if holds is Ternary.YES else "not_verified"), None
    if state == "unconfirmed":
        return "not_verified", None
    if state == "suspended":
        return "suspended", None
    return "not_needed", "not_yet"


def missing_of(covers: Cover, reach: Reached, state: StatusName) -> tuple[MissingFact, ...]:
    """The facts that would settle a line."""
    law: tuple[MissingFact, ...] = ("control_status",) if state == "unconfirmed" else ()
    return tuple(dict.fromkeys((*covers.missing, *reach.missing, *law)))


def verdict_of(answers: Iterable[Answer]) -> tuple[Verdict, WaitsOn | None]:
    """The worst control of a part. The law is waited for only where no fact is missing under a
    control in force."""
    states = {(a.verdict, a.law.status.state) for a in answers}
    verdicts = {verdict for verdict, _ in states}
    if "needed" in verdicts:
        return "needed", None
    if ("not_verified", "in_force") in states:
        return "not_verified", "part"
    if "not_verified" in verdicts:
        return "not_verified", "law"
    return ("suspended" if "suspended" in verdicts else "not_needed"), None


def decides(answer: Answer, verdict: Verdict, waits_on: WaitsOn | None) -> bool:
    """Whether an answer is one of those that the verdict rests on."""
    in_force = answer.law.status.state == "in_force"
    return answer.verdict == verdict and (waits_on is None or in_force == (waits_on == "part"))


def clearing(answers: tuple[Answer, ...], form: str | None, leaves_china: bool) -> Answer | None:
    """The answer that says why nothing applies: of the lines that concern the part, the first in
    the printed order, one about things of this ``form`` before others; else of all.

    Goods that leave China are cleared by the controls on exports from China, not by those on trade
    between foreign countries that never meant them.
    """
    chosen = [a for a in answers if a.basis is not None]
    if leaves_china:
        chosen = [a for a in chosen if a.law.provision.reach == "export"] or chosen
    told = ("facts", "practice")
    chosen = [a for a in chosen if a.relevant or a.basis in told] or chosen
    if not chosen:
        return None
    return min(
        chosen,
        key=lambda a: (
            ORDER.index(a.basis or "element"),
            a.item is None or not names_form(a.item, form),
            a.item is None,
            -a.content_chance,
        ),
    )


def worst_first(answers: list[Answer]) -> list[Answer]:
    """The answers, the worst first."""
    return sorted(
        answers,
        key=lambda a: (
            VERDICTS.index(a.verdict),
            a.law.status.state != "in_force",
            -a.content_chance,
        ),
    )


def finding_of(answer: Answer) -> ControlFinding:
    """An answer as it is kept with a verdict."""
    law, item = answer.law, answer.item
    return ControlFinding(
        law.control.id,
        law.item_name(item) if item is not None else law.provision.id,
        item.title if item is not None else law.provision.title,
        law.status.state,
        answer.verdict,
        answer.basis,
        answer.missing,
        answer.steps,
        weak_source=item is not None and item.evidence == "D",
        number=law.control.number,
    )
