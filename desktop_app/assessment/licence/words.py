"""What the licence room says: the state of the law, what is not recognised, questions, changes."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.assessment.licence.facts import Case, Share, Thing
from desktop_app.assessment.licence.laws import Law, Named, first_day
from desktop_app.model.findings import Message, Question, Reason, msg
from desktop_app.model.inquiry import EndUse, Inquiry
from desktop_app.model.licence import Basis, Licence, MissingFact, Verdict, WaitsOn
from desktop_app.model.verdict import Ternary
from desktop_app.model.words import END_USE_WORDS, VERDICT_WORDS, WAITS_WORDS
from desktop_app.register.control import Edition, status_on

if TYPE_CHECKING:
    from desktop_app.assessment.licence.line_answers import Answer

STAYS_IN_CHINA = msg("The goods stay in or go to mainland China; nothing leaves it.")
RAW_FORMS = ("magnet", "metal", "alloy", "target", "oxide", "compound", "mixture")
"""Forms that ask about the part, not about recognition, when their material is unknown."""


def otherwise(strict: Licence) -> Reason:
    """What holds without the trade-practice setting."""
    word = (
        VERDICT_WORDS[strict.verdict] if strict.waits_on is None else WAITS_WORDS[strict.waits_on]
    )
    return Reason("verdict", msg("Without the trade-practice setting: {verdict}.", verdict=word))


def before_the_register(first: date) -> Reason:
    """A day before the register begins."""
    said = msg(
        "The day asked about lies before {day}, the first day of this register; what bound "
        "exports then is not known to the program.",
        day=first,
    )
    return Reason("status", said)


def ask_about_the_day(on: date) -> Question:
    """Who knows the law of a day that the register does not cover."""
    text = msg("Which Chinese export controls were in force on {day}?", day=on)
    return Question(f"status:{on}", "counsel", text, "control_status")


def status_step(law: Law, edition: Edition, inquiry: Inquiry) -> Reason:
    """The state of a provision on the day, as last read where the day is later than the register."""
    said = _status_words(law)
    known = status_on(law.provision, inquiry.on)
    if known is not None and known.state != law.status.state:
        said = msg("Assumed in this scenario: {status}", status=said)
        return Reason("status", said, None, law.status.source.url)
    if inquiry.on > edition.reviewed_through:
        said = msg("{status} As last read on {day}.", status=said, day=edition.reviewed_through)
    return Reason("status", said, None, law.status.source.url)


def law_name(law: Law) -> Message:
    """The announcement by its number, with the provision where it has several."""
    if law.provision.id:
        return msg(
            "{number}, {provision}",
            number=Message(law.control.number),
            provision=law.provision.id,
        )
    return Message(law.control.number)


def _status_words(law: Law) -> Message:
    name, status = law_name(law), law.status
    if status.state == "in_force":
        return msg("{law} has been in force since {since}.", law=name, since=status.since)
    if status.state == "suspended":
        if status.until is None:
            return msg("{law} has been suspended since {since}; no end is known.",
                       law=name, since=status.since)  # fmt: skip
        return msg("{law} is suspended from {since} to {until}.",
                   law=name, since=status.since, until=status.until)  # fmt: skip
    if status.state == "unconfirmed":
        return msg(
            "{law} was suspended until {until}; what holds since then is not known to the program.",
            law=name, until=status.since - timedelta(days=1),
        )  # fmt: skip
    return msg("{law} is announced and takes effect on {day}.", law=name, day=first_day(status))


def exempt_step(law: Law, end_use: EndUse) -> Reason:
    """The use that a provision frees, with its duty."""
    said = msg(
        "Use: {use}. {law} frees this use. {duty}",
        use=END_USE_WORDS[end_use],
        law=law_name(law),
        duty=Message(law.provision.exempt_duty),
    )
    return Reason("end_use", said, None, law.status.source.url)


def not_recognised(thing: Thing, listed: frozenset[str]) -> Reason | None:
    """Why a part is not screened; None where it is. A magnet, target, oxide or metal of unknown
    material is screened and asks about the part."""
    if thing.is_kit:
        return Reason("identity", msg("Because nobody says what is in it, it is not screened."))
    if thing.outcome == "none":
        return Reason("identity", msg("No kind of part was recognised in this row; not screened."))
    if thing.outcome == "ambiguous" and thing.runner_up_form is not None:
        if (thing.form in listed) != (thing.runner_up_form in listed):
            said = msg("Two readings, one of a listed form and one not; not screened.")
            return Reason("identity", said)
        return None
    if not thing.form_decides and thing.form not in (*RAW_FORMS, "magnet_assembly"):
        said = msg("What this is, is only a guess; not screened.")
        return Reason("identity", said, "D")
    return None


def untouched_steps(
    thing: Thing, basis: Basis | None, steps: tuple[Reason, ...], named: Named
) -> tuple[Reason, ...]:
    """Why no announcement concerns the part at all. ``named``: elements that lines name."""
    if basis == "kind":
        said = msg("A part of this kind holds none of the listed elements in a listed form.")
        return (Reason("elements", said, "C"),)
    if basis == "element":
        held = [entry.symbol for entry in thing.elements if entry.state is Ternary.YES]
        said = msg("The material as named holds none of the listed elements.")
        if held and named.by_then.isdisjoint(held):
            said = msg(
                "It holds {elements}, which no announcement issued by that day names.",
                elements=", ".join(held),
            )
        if held and named.ever.isdisjoint(held):
            said = msg(
                "It holds {elements}, which no announcement in this register names.",
                elements=", ".join(held),
            )
        return (Reason("elements", said, thing.evidence),)
    return steps


# --- questions -------------------------------------------------------------------------------

_ASK: Mapping[MissingFact, tuple[str, Message]] = {
    "origin": (
        "supplier",
        msg("In which country was this part made, and does the delivery to us leave from China?"),
    ),
    "value_share": (
        "supplier",
        msg(
            "What percentage of the value of this part is rare earth metals, alloys or oxides from "
            "China (Sm, Gd, Tb, Dy, Lu, Sc, Y)?"
        ),
    ),
    "form": (
        "supplier",
        msg(
            "In what form is this delivered: as loose material or magnet, or fixed in a housing, on "
            "a shaft or moulded in?"
        ),
    ),
    "identity": ("supplier", msg("What exactly is this part? Please send its data sheet.")),
}
_TECHNOLOGY = msg(
    "With whose technology were its rare earths mined, separated, smelted, made into magnets or "
    "recycled: is any of it Chinese?"
)
_WHAT_FOR = msg("What is this part used for, and who uses the product?")


def questions(
    case: Case, decisive: Iterable["Answer"], verdict: Verdict, waits_on: WaitsOn | None
) -> tuple[Question, ...]:
    """What to ask so that the verdict can be given; one question per missing fact."""
    answers = _deciding_first(list(decisive))
    missing = dict.fromkeys(fact for answer in answers for fact in answer.missing)
    asked: list[Question] = []
    if waits_on == "part" or verdict == "suspended":  # under the law's own question: not yet
        for fact in missing:
            if fact == "composition":
                asked.append(Question(fact, "supplier", _composition(case, answers), fact))
            elif fact == "technical_property":
                asked.append(Question(fact, "supplier", _property(case, answers), fact))
            elif fact == "end_use":
                asked.append(_end_use(case))
            elif fact == "value_share" and case.share is not None:
                asked.append(_which_share(case.share))
            elif fact == "origin" and case.place.country is not None:
                asked.append(Question("technology", "supplier", _TECHNOLOGY, fact))
            elif fact in _ASK:
                to, text = _ASK[fact]
                asked.append(Question(fact, to, text, fact))  # type: ignore[arg-type]
    if waits_on == "law":
        laws = dict.fromkeys(answer.law for answer in answers)
        asked += [_ask_counsel(law) for law in laws]
    hidden = case.hides_its_use and verdict != "not_needed"
    if hidden and all(q.id != "end_use" for q in asked):
        asked.append(_end_use(case))
    return tuple(asked)


def _end_use(case: Case) -> Question:
    """What the part is for; where the row names a defence user, whether it is for that one."""
    if not case.defence or case.end_use is not None:
        return Question("end_use", "purchasing", _WHAT_FOR, "end_use")
    text = msg(
        "Is this part for {user}? What is it used for, and who uses the product?", user=case.defence
    )
    return Question("end_use", "purchasing", text, "end_use")


def _which_share(share: Share) -> Question:
    text = msg(
        "Is the share of the value of Chinese rare earths that you stated {low} % or {high} %?",
        low=share.low,
        high=share.high,
    )
    return Question("value_share", "supplier", text, "value_share")


def _deciding_first(answers: list["Answer"]) -> list["Answer"]:
    """Without the lines that only ask for more than another line does: with the smaller question
    answered, theirs is settled or no longer matters."""
    asked = [frozenset(answer.missing) for answer in answers]
    return [
        answer
        for answer, mine in zip(answers, asked, strict=True)
        if not any(other < mine for other in asked)
    ]


def _composition(case: Case, answers: list["Answer"]) -> Message:
    if case.thing.form == "magnet" and case.thing.material in (None, "NdFeB"):
        return msg(
            "What mass percentage of Dy, Tb, Ho and Sm does this magnet contain? Please send a dated "
            "test report that names the part number."
        ) if case.thing.material is None else msg(
            "What mass percentage of Dy, Tb and Ho does this magnet contain? Please send a dated "
            "test report that names the part number."
        )  # fmt: skip
    symbols = dict.fromkeys(s for a in answers if "composition" in a.missing for s in a.symbols)
    if not symbols:
        return msg(
            "Which material is this, and what mass percentage of which elements does it contain?"
        )
    items = [a.item for a in answers if "composition" in a.missing and a.item is not None]
    if set(symbols) <= {*case.thing.minerals} and all(item.materials for item in items):
        kinds = _listed(dict.fromkeys(item.title for item in items))
        return msg(
            "Does one of these describe it: {kinds}? Please send its data sheet.", kinds=kinds
        )
    return msg(
        "What mass percentage of {elements} does this part contain? Please send a dated report that "
        "names the part number.",
        elements=", ".join(symbols),
    )


def _property(case: Case, answers: list["Answer"]) -> Message:
    """What the data sheet must say: the properties asked for that the row does not state."""
    stated = dict(case.thing.properties)
    limits = dict.fromkeys(
        limit.text
        for answer in answers
        if answer.item is not None and "technical_property" in answer.missing
        for limit in answer.item.limits
        if limit.use is None and limit.met_by(stated.get(limit.property or "")) is Ternary.UNKNOWN
    )
    return msg(
        "Please send the data sheet: the licence depends on {limits}.", limits=_listed(limits)
    )


def _listed(texts: Iterable[str]) -> Message:
    """Words of the register one after another, each said in the language of the reader."""
    first, *others = [*texts] or [""]
    said = Message(first)
    for text in others:
        said = msg("{one}; {other}", one=said, other=Message(text))
    return said


def _ask_counsel(law: Law) -> Question:
    text = msg(
        "What holds for {law} since {since}? One answer settles all parts that wait for it.",
        law=law_name(law),
        since=law.status.since,
    )
    name = f"status:{law.control.id}:{law.provision.id}"
    return Question(name, "counsel", text, "control_status")


def identity_question(thing: Thing) -> Question:
    """What to ask about a part that was not recognised."""
    if thing.is_kit:
        text = msg("What is in this kit: which magnets, motors, sensors or materials?")
        return Question("identity", "supplier", text, "identity")
    text = msg("What is this part: drawing, data sheet or maker's number?")
    return Question("identity", "purchasing", text, "identity")


# --- what would change it ----------------------------------------------------------------------


def flips(
    case: Case, decisive: Iterable["Answer"], verdict: Verdict, basis: Basis | None = None
) -> tuple[Message, ...]:
    """What would change the verdict, in plain words."""
    answers = list(decisive)
    found: list[Message] = []
    if verdict == "needed" and answers and all(a.by_grade for a in answers):
        found.append(
            msg(
                "Expected because magnets of this grade usually contain {elements}; a test report "
                "without Dy, Tb and Ho would change it.",
                elements=", ".join(e.symbol for e in case.thing.elements if e.by_grade),
            )
        )
    if basis == "already_outside" and case.thing.form is not None:
        found.append(
            msg(
                "It needs no Chinese licence because it stands here already. Your seller's next "
                "delivery from China has to be judged for itself, and may need one."
            )
        )
    assumed_leaving = case.place.leaves_china is None and not case.place.already_inside
    if verdict == "needed" and assumed_leaving and case.place.leaves() is Ternary.YES:
        found.append(
            msg(
                "Holds if it leaves China for this delivery. From stock that is already in your "
                "customs territory it needs none, but your seller's next delivery does."
            )
        )
    if verdict == "not_verified" and case.thing.free_claim:
        found.append(
            msg(
                "The claim to be free of heavy rare earths counts once a dated report names the "
                "part, the maker and results of 0.01 mass percent or less."
            )
        )
    return tuple(found)
