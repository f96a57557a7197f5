"""The register in words: every announcement with its timelines, lines, sources and open questions.

Titles and notes of the register are English and unofficial; the original title stands beside them.
Announcements are named by their number, never by the id of their file, so that a line that holds an
id always belongs to the short list.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Argument, Message, msg, nmsg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.words import END_USE_WORDS, FORM_WORDS, STATUS_WORDS
from desktop_app.register.control import (
    Control,
    Edition,
    Item,
    Provision,
    Source,
    Step,
    names_known,
    status_on,
    timeline_under,
)

WIDTH = 100
"""Columns of a line, a printed page in a fixed font."""

REACH_WORDS: Mapping[str, Message] = {
    "export": msg("goods that leave China"),
    "foreign_content": msg("goods made abroad with Chinese inputs, by their share of the value"),
    "reexport": msg("Chinese goods that leave a third country"),
    "foreign_technology": msg("goods made abroad with Chinese know-how; no parts list says so"),
    "user": msg("users or destinations; no duty of its own"),
    "none": msg("no bought goods"),
}
GRADE_WORDS: Mapping[str, Message] = {
    "A": msg("official text, or a reprint or extract of it"),
    "B": msg("law firm or press"),
    "D": msg("own knowledge, to be checked"),
}


def register_pages(
    edition: Edition, inquiry: Inquiry, catalogue: Catalogue, only: str = ""
) -> Iterator[str]:
    """Lines of text, at most WIDTH columns where words allow; of the controls whose id holds
    ``only``."""
    pages = _Pages(edition, inquiry, catalogue)
    if edition.note:
        yield from _wrapped(catalogue.text("Not held by this edition: {note}", note=edition.note))
    for control in edition.controls:
        if only in control.id:
            yield from pages.control(control)


class _Pages:
    """Prints announcements on the day and in the language of one question."""

    def __init__(self, edition: Edition, inquiry: Inquiry, catalogue: Catalogue) -> None:
        self.edition, self.inquiry, self.catalogue = edition, inquiry, catalogue
        self.sources: dict[Source, int] = {}

    def control(self, control: Control) -> Iterator[str]:
        """Everything the register holds of one announcement."""
        self.sources = {}
        yield from ("", "=" * WIDTH, control.number)
        yield from self._head(control)
        for provision in control.provisions:
            yield from self._provision(provision, control)
        for item in control.items:
            yield from self._item(item)
        for guidance in control.guidance:
            freed = self._listed(FORM_WORDS, guidance.forms)
            yield ""
            yield from _wrapped(
                self.text("Guidance, generally outside: {forms}", forms=freed)
                + f" {self._cited(guidance.source)}",
                2,
            )
            yield from _wrapped(guidance.title, 4)
            yield from self._note(guidance.note, 4)
        yield from self._names(control)
        yield from self._procedure(control)
        yield from self._sources()

    def _head(self, control: Control) -> Iterator[str]:
        yield from _wrapped(
            self.text("{title} (unofficial translation)", title=Message(control.title)), 2
        )
        if control.original_title:
            yield f"  {control.original_title}"
        yield f"  {self.text('Issued by {issuer} on {day}', issuer=control.issuer, day=control.issued)}"
        if control.reviewed_on is not None:
            yield from _wrapped(
                self.text(
                    "Compared with its sources by {who} on {day}",
                    who=control.reviewed_by,
                    day=control.reviewed_on,
                ),
                2,
            )
        yield from self._note(control.note, 2)

    def _provision(self, provision: Provision, control: Control) -> Iterator[str]:
        yield ""
        yield from _wrapped(f"{provision.id} {self.law(provision.title)}".strip(), 2)
        yield f"    {self.text('Reaches: {what}', what=REACH_WORDS[provision.reach])}"
        yield from self._conditions(provision)
        yield from self._today(provision)
        for step in timeline_under(provision, self.inquiry.scenario):
            yield from self._step(step)

    def _today(self, provision: Provision) -> Iterator[str]:
        status = status_on(provision, self.inquiry.on, self.inquiry.scenario)
        if status is None:
            yield f"    {self.text('On {day}: not issued yet', day=self.inquiry.on)}"
            return
        state = STATUS_WORDS[status.state]
        if status.until is None:
            said = msg(
                "On {day}: {state} since {since}, no end known",
                day=self.inquiry.on, state=state, since=status.since,
            )  # fmt: skip
        else:
            said = msg(
                "On {day}: {state} from {since} to {until}",
                day=self.inquiry.on, state=state, since=status.since, until=status.until,
            )  # fmt: skip
        if self.inquiry.on > self.edition.reviewed_through:
            said = msg(
                "{status}, as last read on {read}", status=said, read=self.edition.reviewed_through
            )
        yield from _wrapped(self.catalogue.say(said), 4)

    def _step(self, step: Step) -> Iterator[str]:
        state = self.catalogue.say(STATUS_WORDS[step.state])
        if step.takes_effect is not None:
            state = self.text("{state}, takes effect on {day}", state=state, day=step.takes_effect)
        read = self.text("read {day}", day=step.source.retrieved)
        yield from _wrapped(
            f"{step.since.isoformat()}  {state}: {step.source.title}, {read} "
            f"{self._cited(step.source)}",
            6,
            hang=12,
        )
        yield from self._note(step.note, 18)

    def _conditions(self, provision: Provision) -> Iterator[str]:
        """What a provision asks of destination, use and share, in words."""
        if provision.value_share_percent is not None:
            yield "    " + self.text(
                "From {n} % of the value on", n=self._figure(provision.value_share_percent)
            )
        said = (
            (msg("Destinations: {list}"), self._listed({}, provision.destinations)),
            (msg("Uses: {list}"), self._listed(END_USE_WORDS, provision.uses)),
            (msg("Refused in principle: {list}"), self._numbers(provision.refuses)),
            (msg("Decided case by case: {list}"), self._numbers(provision.case_by_case)),
            (
                msg("Uses decided case by case: {list}"),
                self._listed(END_USE_WORDS, provision.case_by_case_uses),
            ),
            (msg("Free uses: {list}"), self._listed(END_USE_WORDS, provision.exempt_uses)),
            (
                msg("Duty of free uses: {list}"),
                self.law(provision.exempt_duty) if provision.exempt_duty else "",
            ),
            (msg("Inputs whose value counts: {list}"), ", ".join(provision.inputs)),
        )
        yield from self._fields(said, 4)

    def _item(self, item: Item) -> Iterator[str]:
        yield ""
        yield from _wrapped(f"{item.code}  {self.law(item.title)}", 2)
        if item.original:
            yield f"    {item.original}"
        if item.not_screened:
            yield from _wrapped(self.text("Not screened: {why}", why=item.not_screened), 4)
        alloys = (
            "-".join(sorted(alloy, key=lambda symbol: (symbol not in item.elements, symbol)))
            for alloy in item.alloys
        )
        said = (
            (msg("Elements: {list}"), ", ".join(item.elements)),
            (msg("Minerals: {list}"), ", ".join(item.minerals)),
            (msg("Materials: {list}"), ", ".join(item.materials)),
            (msg("Alloys: {list}"), ", ".join(alloys)),
            (msg("Kinds of part: {list}"), ", ".join(item.families)),
            (msg("CAS numbers: {list}"), ", ".join(item.cas)),
            (msg("Forms: {list}"), self._listed(FORM_WORDS, item.forms)),
            (msg("Belongs to: {list}"), ", ".join(item.provisions)),
            (msg("Chinese customs numbers: {list}"), ", ".join(item.hs)),
        )
        yield from self._fields(said, 4)
        yield from self._limits(item)
        yield from _wrapped(
            self.text(
                "Evidence {grade} ({words})", grade=item.evidence, words=GRADE_WORDS[item.evidence]
            )
            + f" {self._cited(item.source)}",
            4,
        )
        if item.open_question:
            yield from _wrapped(
                self.text("Open question: {what}", what=Message(item.open_question)), 4
            )
        yield from self._note(item.note, 4)

    def _limits(self, item: Item) -> Iterator[str]:
        if item.limits_met is not None:
            yield "    " + self.text(
                "At least {n} of {all} properties:", n=item.limits_met, all=len(item.limits)
            )
        for limit in item.limits:
            said = self.law(limit.text)
            if limit.property is None and limit.use is None:
                said = self.text("{limit} (figure not captured: not verified)", limit=said)
            yield from _wrapped(f"- {said}", 4)

    def _names(self, control: Control) -> Iterator[str]:
        held, announced = names_known(self.edition, control)
        if not announced:
            return
        yield ""
        yield "  " + self.catalogue.say(
            nmsg(
                "{held} of {n} name known: not matched is not cleared.",
                "{held} of {n} names known: not matched is not cleared.",
                announced,
                held=held,
            )
        )
        for entity in self.edition.entities:
            if entity.control == control.id:
                also = f" ({'; '.join(entity.aliases)})" if entity.aliases else ""
                yield from _wrapped(f"- {entity.name}{also}, {entity.country}", 4)

    def _procedure(self, control: Control) -> Iterator[str]:
        if control.review is not None:
            days = control.review.working_days
            said = (
                msg("Review: no limit of time")
                if days is None
                else nmsg("Review: {n} working day", "Review: {n} working days", days)
            )
            yield ""
            yield f"  {self.catalogue.say(said)} {self._cited(control.review.source)}"
            yield from self._note(control.review.note, 4)
        if control.papers is not None:
            yield f"  {self.text('Papers')} {self._cited(control.papers.source)}"
            for name in control.papers.names:
                yield from _wrapped(f"- {name}", 4)

    def _sources(self) -> Iterator[str]:
        yield ""
        yield f"  {self.text('Sources')}"
        for source, number in self.sources.items():
            read = self.text(
                "{language}, read {day}, {grade}",
                language=source.language, day=source.retrieved, grade=GRADE_WORDS[source.grade],
            )  # fmt: skip
            yield from _wrapped(f"[{number}] {source.title} ({read})", 4)
            yield f"        {source.url}"

    def _figure(self, value: float) -> str:
        """A figure with exactly the decimals it has."""
        return self.catalogue.number(value, len(f"{value:g}".partition(".")[2]))

    def _cited(self, source: Source) -> str:
        return f"[{self.sources.setdefault(source, len(self.sources) + 1)}]"

    def _numbers(self, ids: Sequence[str]) -> str:
        return "; ".join(self.edition.by_id[name].number for name in ids)

    def _listed(self, words: Mapping[str, Message], names: Sequence[str]) -> str:
        return ", ".join(
            self.catalogue.say(words[name]) if name in words else name for name in names
        )

    def _fields(self, said: Sequence[tuple[Message, str]], indent: int) -> Iterator[str]:
        """Labelled lists; one that is empty is not said."""
        for label, values in said:
            if values:
                yield from _wrapped(self.text(label.template, list=values), indent)

    def _note(self, note: str, indent: int) -> Iterator[str]:
        if note:
            yield from _wrapped(self.text("Note: {text}", text=note), indent)

    def text(self, template: str, /, **args: Argument) -> str:
        """A literal template said at once; of this name so that the extractor collects it."""
        return self.catalogue.say(Message(template, tuple(args.items())))

    def law(self, words: str) -> str:
        """Words of the register in the language of the page, where they were translated."""
        return self.catalogue.say(Message(words))


def _wrapped(text: str, indent: int = 0, hang: int = 2) -> Iterator[str]:
    """Lines of at most WIDTH columns; numbers and addresses are never broken."""
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
