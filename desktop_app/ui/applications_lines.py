"""Applications on the way and licences held, line by line. Knows no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from desktop_app.assessment.answer import part_name
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.keys import folded, index_of
from desktop_app.project.licences import LicenceRecord, parts_of

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.project.recorded import Recorded
    from desktop_app.register.working_days import WorkCalendar

Paper: TypeAlias = Literal["application", "licence", "general"]
PAPER_WORDS: dict[Paper, Message] = {
    "application": msg("Application on the way"),
    "licence": msg("Licence held"),
    "general": msg("General licence of the exporter"),
}


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """One record. ``beside``: its state in a few words; ``facts``: the same in full."""

    key: str
    paper: Paper
    title: str
    beside: str
    facts: tuple[str, ...]
    record: LicenceRecord | None = None
    fact: RecordedFact | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The working days of an application: ``gone`` since ``start``, of ``allowed``; ``due``: the day
    on which they are over."""

    start: date
    gone: int
    allowed: int
    due: date


@dataclass(frozen=True, slots=True)
class Counting:
    """What days are counted by: the calendar of China, the working days the authority may take, the day
    of the question, and today. What ends is told for the day asked about; working days are counted up
    to today, for the days of a later shipment have not gone by yet."""

    calendar: "WorkCalendar"
    allowed: int
    on: date
    today: date = date.max

    @property
    def counted_to(self) -> date:
        """The last day that counts as gone by."""
        return min(self.on, self.today)


def clock_of(record: LicenceRecord, counting: Counting) -> Clock | None:
    """Where an application stands on a day; None where nothing was filed by then. The days run from
    acceptance, where that is known, else from filing."""
    start, on = record.accepted or record.filed, counting.counted_to
    if start is None or start > on:
        return None
    days = (start + timedelta(days=at) for at in range(1, (on - start).days + 1))
    gone = sum(counting.calendar.is_working(day) for day in days)
    allowed = counting.allowed
    return Clock(start, gone, allowed, counting.calendar.after(start, allowed))


def paper_of(record: LicenceRecord) -> Paper:
    """Granted or still on the way."""
    return "licence" if record.number else "application"


def application_lines(
    recorded: "Recorded | None",
    assessment: "Assessment | None",
    counting: Counting,
    catalogue: Catalogue,
) -> tuple[ApplicationLine, ...]:
    """Applications first, the longest on the way on top; then licences by their end."""
    if recorded is None:
        return ()
    writer = _Writer(assessment, counting, catalogue)
    records = sorted(recorded.licences, key=lambda r: (bool(r.number), r.valid_until or date.min,
                                                        r.filed or date.max, r.supplier))  # fmt: skip
    general = [f for f in recorded.facts if f.fact == "general_licence_until"]
    return (*map(writer.of_record, records), *map(writer.of_fact, general))


class _Writer:
    def __init__(
        self, assessment: "Assessment | None", counting: Counting, catalogue: Catalogue
    ) -> None:
        self.made, self.counting, self.on = assessment, counting, counting.on
        self.catalogue, self.text, self.say = catalogue, catalogue.text, catalogue.say

    def of_record(self, record: LicenceRecord) -> ApplicationLine:
        """One application or licence."""
        paper = paper_of(record)
        parts = (
            ()
            if self.made is None
            else tuple(parts_of(record, self.made.parts, index_of(self.made.parts)))
        )
        state = self._licence(record) if paper == "licence" else self._application(record)
        title = f"{record.number}, {record.supplier}" if record.number else record.supplier
        facts = [self.say(PAPER_WORDS[paper]) + ".", *state, *self._parts(parts)]
        facts += self._more(record)
        return ApplicationLine(
            f"licence/{record.key}", paper, title,
            " · ".join([state[0].rstrip("."), self._count(parts)]), tuple(facts), record,
        )  # fmt: skip

    def of_fact(self, fact: RecordedFact) -> ApplicationLine:
        """A general licence of a supplier."""
        until = fact.until or self.on
        parts = self._of_supplier(fact.name)
        said = (
            self.text("General licence until {day}.", day=until)
            if until >= self.on
            else self.text("The general licence ended on {day}.", day=until)
        )
        facts = [said, *self._parts(parts)]
        if fact.by and fact.on:
            facts.append(self.text("Recorded by {name} on {day}.", name=fact.by, day=fact.on))
        return ApplicationLine(
            f"fact/{fact.key}", "general", fact.name,
            " · ".join([said.rstrip("."), self._count(parts)]), tuple(facts), fact=fact,
        )  # fmt: skip

    def _application(self, record: LicenceRecord) -> list[str]:
        clock = clock_of(record, self.counting)
        if clock is None:
            return [self.text("Not filed yet.")]
        words = {"n": clock.gone, "all": clock.allowed}
        if record.accepted is not None:
            first = self.text("Working day {n} of {all} since it was accepted on {day}.",
                              day=clock.start, **words)  # fmt: skip
        else:
            first = self.text("Working day {n} of {all} since it was filed on {day}.",
                              day=clock.start, **words)  # fmt: skip
        if clock.gone > clock.allowed:
            second = self.text(
                "The time to decide ended on {day}; it may be extended.", day=clock.due
            )
        else:
            second = self.text("The time to decide ends on {day}.", day=clock.due)
        return [first, second]

    def _licence(self, record: LicenceRecord) -> list[str]:
        until = record.valid_until or self.on
        if record.quantity_left == 0:
            return [self.text("Used up.")]
        if until < self.on:
            return [self.text("Ended on {day}.", day=until)]
        found = [self.text("Valid until {day}.", day=until)]
        if record.valid_from is not None and record.valid_from > self.on:
            found = [
                self.text("Valid from {first} to {last}.", first=record.valid_from, last=until)
            ]
        if record.quantity_left is not None:
            left = self.catalogue.number(record.quantity_left)
            whole = "" if record.quantity is None else self.catalogue.number(record.quantity)
            found.append(
                self.text(
                    "{left} of {whole} {unit} left.", left=left, whole=whole, unit=record.unit
                )
                if whole
                else self.text("{left} {unit} left.", left=left, unit=record.unit)
            )
        return found

    def _more(self, record: LicenceRecord) -> Iterable[str]:
        if record.papers_missing:
            yield self.text(
                "Papers missing: {papers}.", papers=self.catalogue.listed(record.papers_missing)
            )
        if record.end_user:
            yield self.text("End user: {name}.", name=record.end_user)
        if record.note:
            yield record.note

    def _of_supplier(self, supplier: str) -> tuple[int, ...]:
        if self.made is None:
            return ()
        names = self.made.parts.text("supplier")
        wanted = folded(supplier)
        codes = [code for code, name in enumerate(names.kinds) if folded(name) == wanted]
        return tuple(np.flatnonzero(np.isin(names.of, codes)).tolist())

    def _count(self, parts: Sequence[int]) -> str:
        return self.say(nmsg("{n} part", "{n} parts", len(parts)))

    def _parts(self, parts: Sequence[int]) -> Iterable[str]:
        """How many parts of the list it speaks of, how many of them need it, what stops first."""
        made = self.made
        if made is None:
            return
        if not parts:
            yield self.text("No part of this list belongs to it.")
            return
        needed = [p for p in parts if made.licences[p].verdict == "needed"]
        yield self.say(nmsg(
            "{n} part of this list belongs to it; licences needed: {needed}.",
            "{n} parts of this list belong to it; licences needed: {needed}.",
            len(parts), needed=len(needed),
        ))  # fmt: skip
        days = made.numbers["run_out"]
        ends = [(days.iloc[p], p) for p in needed if isinstance(days.iloc[p], date)]
        if ends:
            day, part_id = min(ends)
            yield self.text("First to run out without it: {part}, {day}.",
                            part=part_name(made, part_id), day=day)  # fmt: skip
