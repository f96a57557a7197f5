"""The review queue in words: what is asked, of which parts, and what each answer would mean.

Nothing here knows Qt.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from desktop_app.assessment.answer import part_name
from desktop_app.assessment.review import Answer, Decision, Queue
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.words import STATUS_WORDS, VERDICT_WORDS, WAITS_WORDS
from desktop_app.project.decisions import Confirmation, RecordedFact
from desktop_app.project.keys import folded
from desktop_app.ui.part_names import numbered_name
from desktop_app.ui.recorded_lines import fact_words

if TYPE_CHECKING:
    from desktop_app.project.recorded import Recorded

EXAMPLES = 5
"""Parts named of a group; the others are counted."""
QUESTIONS: Mapping[str, Message] = {
    "leaves_china": msg("Do its deliveries to you leave China?"),
    "lead_time_holds_licence": msg("Does the delivery time it quotes include the licence?"),
    "general_licence_until": msg("Does it hold a general licence, and until when?"),
    "standard_declaration": msg("Is a standard declaration of it on file?"),
}


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer: what it is recorded as, its button, and what follows."""

    name: str
    words: str
    means: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One decision in words. ``says``: paragraphs; ``examples``: (part id, words), dearest first."""

    key: str
    title: str
    beside: str
    decision: Decision
    says: tuple[str, ...]
    answers: tuple[AnswerLine, ...]
    examples: tuple[tuple[int, str], ...]
    more: str


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One decision that was taken. ``shelf`` and ``record_key`` to withdraw it."""

    key: str
    title: str
    beside: str
    shelf: str
    record_key: str


def review_lines(queue: Queue, made: Assessment, catalogue: Catalogue) -> tuple[ReviewLine, ...]:
    """Every decision that is proposed now, in its order."""
    return tuple(_Writer(made, catalogue).line(decision) for decision in queue.first)


def lead_words(queue: Queue, catalogue: Catalogue) -> str:
    """How many decisions there are, and how many parts they settle."""
    if not queue.first:
        return catalogue.text(
            "Nothing to decide: no answer of yours would change a verdict or a date."
        )
    said = catalogue.say(nmsg(
        "{n} decision, about {parts} parts, what changes most first.",
        "{n} decisions, about {parts} parts, what changes most first.",
        len(queue.first), parts=queue.reached,
    ))  # fmt: skip
    if not queue.later:
        return said
    more = nmsg(
        "{n} smaller one waits behind them.", "{n} smaller ones wait behind them.", queue.later
    )
    return catalogue.sentences((said, catalogue.say(more)))


def settled_in(recorded: "Recorded | None") -> Callable[[str, str], bool]:
    """Whether a fact of a supplier or maker was recorded, whatever the answer."""
    facts = () if recorded is None else recorded.facts
    known = {(folded(fact.name), fact.fact) for fact in facts if not fact.is_kind}
    return lambda name, fact: (folded(name), fact) in known


def done_lines(
    recorded: "Recorded | None", titles: Mapping[str, str], catalogue: Catalogue
) -> tuple[DoneLine, ...]:
    """What was decided so far, the newest first. ``titles``: families in English by id."""
    if recorded is None:
        return ()
    made = [
        _done(c, "confirmations", _decided(c, titles), catalogue) for c in recorded.confirmations
    ]
    made += [_done(f, "facts", fact_words(f, titles), catalogue) for f in recorded.facts]
    return tuple(reversed(made))


def _done(
    record: Confirmation | RecordedFact, shelf: str, said: Message, catalogue: Catalogue
) -> DoneLine:
    who = ""
    if record.by and record.on is not None:
        who = catalogue.text("by {name} on {day}", name=record.by, day=record.on)
    return DoneLine(f"done/{shelf}/{record.key}", catalogue.say(said), who, shelf, record.key)


def _decided(decision: Confirmation, titles: Mapping[str, str]) -> Message:
    def title(family: str) -> Message:
        return Message(titles.get(family, family))

    if decision.is_right:
        return msg("Confirmed: {kind}", kind=title(decision.family))
    if decision.instead in titles:
        return msg("Corrected to: {kind}", kind=title(decision.instead))
    if decision.instead:
        return msg("Reviewed: nothing controlled in it")
    return msg("Said not to be: {kind}", kind=title(decision.family))


class _Writer:
    def __init__(self, made: Assessment, catalogue: Catalogue) -> None:
        self.made, self.catalogue = made, catalogue
        self.text, self.say = catalogue.text, catalogue.say
        self.numbers = {control.id: control.number for control in made.edition.controls}

    def line(self, decision: Decision) -> ReviewLine:
        """One decision in words."""
        parts = decision.part_ids.tolist()
        others = len(parts) - EXAMPLES
        return ReviewLine(
            "/".join((decision.kind, *decision.name)),
            self._title(decision),
            self._beside(decision),
            decision,
            tuple(self._says(decision)),
            tuple(AnswerLine(a.name, self._button(decision, a), self._means(a))
                  for a in decision.answers),
            tuple((p, numbered_name(self.made, p)) for p in parts[:EXAMPLES]),
            self.text("{n} more", n=others) if others > 0 else "",
        )  # fmt: skip

    def _title(self, decision: Decision) -> str:
        first = decision.name[0]
        if decision.kind == "law":
            number = self.say(Message(self.numbers.get(first, first)))
            return self.text(
                "Legal status: {control}", control=f"{number} {decision.name[1]}".strip()
            )
        if decision.kind == "family":
            return self.text("Is it this: {kind}?", kind=decision.title or first)
        if decision.kind == "unrecognised":
            if first == "group":
                return self.text("Not recognised: group {name}", name=decision.name[1])
            return self.text("Not recognised: {text} and alike",
                             text=part_name(self.made, int(decision.part_ids[0])))  # fmt: skip
        return first

    def _beside(self, decision: Decision) -> str:
        words = [self.say(nmsg("{n} part", "{n} parts", len(decision.part_ids)))]
        if decision.changes:
            words.append(
                self.say(nmsg("changes {n} verdict", "changes {n} verdicts", decision.changes))
            )
        elif decision.dates:
            words.append(self.say(nmsg("moves {n} date", "moves {n} dates", decision.dates)))
        words += [
            self.text("{money} a year",
                      money=self.catalogue.money(amount, code or self.text("(no currency)")))
            for code, amount in sorted(decision.spend.items(), key=lambda pair: -pair[1])[:1]
        ]  # fmt: skip
        return " · ".join(words)

    def _says(self, decision: Decision) -> Iterator[str]:
        if decision.kind == "law":
            if decision.title is not None:
                yield self.say(decision.title)
            yield self.text("These parts wait for the law alone. One recorded legal status settles "
                            "them together.")  # fmt: skip
        elif decision.kind == "unrecognised":
            yield (
                self.text("The list puts these parts into one group, and none was recognised.")
                if decision.name[0] == "group"
                else self.text(
                    "These texts are alike but for their figures, and none was recognised."
                )
            )
        elif decision.kind in ("supplier", "maker"):
            yield self.text("What you know of it holds for all its parts, and is asked once.")
        if decision.words:
            yield self.text(
                "Words that decided: {words}.", words=self.catalogue.listed(decision.words)
            )
        if decision.decides is not None:
            yield self.say(decision.decides)
        rival = next((a.title for a in decision.answers if a.name != "right" and a.title), None)
        if decision.kind == "family" and rival is not None:
            yield self.text("It could also be: {kind}.", kind=rival)

    def _button(self, decision: Decision, answer: Answer) -> str:
        if decision.kind == "law":
            return self.text("If it is {state}", state=STATUS_WORDS[answer.name])
        if decision.kind in ("supplier", "maker"):
            return (
                self.text("If its deliveries leave China")
                if answer.name == "yes"
                else self.text("If they do not leave China")
            )
        if answer.name == "none":
            return self.text("Looked at: nothing controlled in it")
        kind = answer.title or answer.name
        if answer.name == "right":
            return self.text("Right: {kind}", kind=kind)
        return self.text("It is: {kind}", kind=kind)

    def _means(self, answer: Answer) -> str:
        """How the parts then stand, the most of them first."""
        words = []
        for (verdict, waits), n in sorted(answer.after.items(), key=lambda pair: -pair[1]):
            said = VERDICT_WORDS[verdict] if waits is None else WAITS_WORDS[waits]
            words.append(self.text("{n} {verdict}", n=n, verdict=said))
        if not words:
            return ""
        return reduce(
            lambda one, other: self.text("{verdict}, {beside}", verdict=one, beside=other), words
        )


def family_titles(families: Mapping[str, object]) -> Mapping[str, str]:
    """English titles by id: the catalogue's keys."""
    return {key: str(getattr(family, "title", key)) for key, family in families.items()}


def by_title(titles: Mapping[str, str], catalogue: Catalogue) -> Sequence[tuple[str, str]]:
    """(id, words) of every family, in the order of the language."""
    said = [(key, catalogue.say(Message(title))) for key, title in titles.items()]
    return sorted(said, key=lambda pair: pair[1].casefold())
