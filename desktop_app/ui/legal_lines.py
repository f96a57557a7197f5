"""The law as the page shows it: every provision, its timeline, what holds today, what was recorded.

Nothing here knows Qt.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.words import STATUS_WORDS
from desktop_app.project.legal_status import LegalStatus, due

if TYPE_CHECKING:
    from desktop_app.model.assessment import ControlStatus, EditionInfo
    from desktop_app.model.licence import Licence
    from desktop_app.model.spread import Spread
    from desktop_app.register.control import Edition, Step

ORDER = ("unconfirmed", "suspended", "announced", "in_force", "repealed")
SOURCE_WORDS: Mapping[str, Message] = {
    "official_text": msg("official text"),
    "counsel": msg("written advice by named counsel"),
    "press": msg("press: noted, changes no verdict"),
}
ASSUMES: Mapping[str, Message] = {
    "unconfirmed": msg(
        "What holds since this day is not known to the program. Verdicts that hang on it stay not "
        "verified; both cases are shown, and a return is assumed to act at once."
    ),
    "suspended": msg("It does not bind while it is suspended; parts it would reach say suspended."),
    "announced": msg("It does not bind yet; parts it will reach say from when."),
    "in_force": msg("It binds; parts it reaches need a licence."),
    "repealed": msg("It binds no more."),
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a timeline in words. ``is_now``: it holds on the day of the question."""

    days: str
    state: str
    source: str
    read: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class LegalLine:
    """One provision. ``parts``: how many parts of the list it may concern on that day."""

    control: str
    provision: str
    name: str
    title: str
    state: str
    state_words: str
    steps: tuple[StepLine, ...]
    assumes: str
    parts: int
    record: LegalStatus | None
    record_words: tuple[str, ...]
    is_overdue: bool

    @property
    def key(self) -> str:
        """The key of a record about it."""
        return f"{self.control}/{self.provision}"


def legal_lines(
    info: "EditionInfo",
    edition: "Edition",
    statuses: Sequence[LegalStatus],
    licences: "Spread[Licence] | None",
    catalogue: Catalogue,
    *,
    on: date,
    today: date,
) -> tuple[LegalLine, ...]:
    """What is open first, then by how many parts hang on it.

    ``edition`` with the records laid in; ``on``: the day of the question; ``today``: by the clock.
    """
    writer = _Writer(edition, statuses, parts_by_provision(licences), catalogue, on=on, today=today)
    lines = [writer.line(found) for found in info.controls]
    waited = {f"{c.id}/{c.provision}" for c in info.controls if c.was_suspended}

    def rank(line: LegalLine) -> tuple[bool, int, bool, int, str]:
        """Nobody waits for the return of an act that only suspends others."""
        stands_back = line.state == "unconfirmed" and line.key not in waited
        place = len(ORDER) if stands_back else ORDER.index(line.state)
        return not line.is_overdue, place, line.record is None, -line.parts, line.name

    return tuple(sorted(lines, key=rank))


def parts_by_provision(licences: "Spread[Licence] | None") -> Mapping[tuple[str, str], int]:
    """Parts of which a provision holds or could hold, by control and provision."""
    if licences is None or not len(licences):
        return {}
    counts = np.bincount(licences.of, minlength=len(licences.kinds)).tolist()
    found: dict[tuple[str, str], int] = {}
    for kind, count in zip(licences.kinds, counts, strict=True):
        places = {(c.id, c.item.partition("/")[0] if "/" in c.item else "") for c in kind.controls}
        places |= {(c.id, "") for c in kind.controls}
        for place in places:
            found[place] = found.get(place, 0) + int(count)
    return found


class _Writer:
    """Writes the lines of one register on one day."""

    def __init__(
        self,
        edition: "Edition",
        statuses: Sequence[LegalStatus],
        touched: Mapping[tuple[str, str], int],
        catalogue: Catalogue,
        *,
        on: date,
        today: date,
    ) -> None:
        self.touched, self.catalogue, self.on = touched, catalogue, on
        self.recorded = {status.key: status for status in statuses}
        self.overdue = {status.key for status in due(statuses, today)}
        self.timelines = {
            (control.id, provision.id): provision.timeline
            for control in edition.controls
            for provision in control.provisions
        }

    def line(self, found: "ControlStatus") -> LegalLine:
        """One provision in words."""
        say, name = self.catalogue.say, (found.id, found.provision)
        record = self.recorded.get("/".join(name))
        is_overdue = record is not None and record.key in self.overdue
        steps = _steps(self.timelines.get(name, ()), record, self.catalogue, self.on)
        return LegalLine(
            found.id,
            found.provision,
            f"{say(Message(found.number))} {found.provision}".strip(),
            say(Message(found.title)),
            found.status,
            say(STATUS_WORDS[found.status]),
            steps or (_only_step(found, self.catalogue),),
            say(ASSUMES[found.status]),
            self.touched.get(name, 0),
            record,
            () if record is None else tuple(record_words(record, self.catalogue, is_overdue)),
            is_overdue,
        )


def record_words(
    record: LegalStatus, catalogue: Catalogue, is_overdue: bool = False
) -> Iterable[str]:
    """Who recorded what, from what, and until when it stands."""
    text, say = catalogue.text, catalogue.say
    yield text("Recorded by {name} on {day}: {state} from {since}.", name=record.recorded_by,
               day=record.recorded_on, state=STATUS_WORDS[record.state], since=record.since)  # fmt: skip
    yield text("{document} of {day}, {kind}: {said}", document=record.document_number,
               day=record.document_date, kind=SOURCE_WORDS[record.source_kind],
               said=record.said)  # fmt: skip
    beside = [record.counsel, record.file, record.url]
    if any(beside):
        yield " · ".join(words for words in beside if words)
    if not record.decides:
        yield text("A press report changes no verdict; it is kept as a note.")
    if is_overdue:
        yield text("It was to be looked at again by {day}. Since then it counts as unconfirmed: "
                   "record what holds now, or withdraw it.", day=record.stands_until)  # fmt: skip
    else:
        yield say(msg("To be looked at again by {day}.", day=record.stands_until))


def badge_words(statuses: Sequence[LegalStatus], today: date) -> tuple[Message, bool] | None:
    """What the law badge says of what was recorded, and whether somebody has to look again."""
    late = due(statuses, today)
    if late:
        return nmsg("{n} recorded status to look at again", "{n} recorded statuses to look at again",
                    len(late)), True  # fmt: skip
    standing = [status for status in statuses if status.decides]
    if not standing:
        return None
    last = max(standing, key=lambda status: status.recorded_on)
    if len(standing) == 1:
        return msg("1 status recorded by {name} on {day}", name=last.recorded_by,
                   day=last.recorded_on), False  # fmt: skip
    return nmsg("{n} status recorded, last by {name} on {day}",
                "{n} statuses recorded, last by {name} on {day}",
                len(standing), name=last.recorded_by, day=last.recorded_on), False  # fmt: skip


def _steps(
    timeline: "Sequence[Step]", record: LegalStatus | None, catalogue: Catalogue, on: date
) -> tuple[StepLine, ...]:
    lines = []
    for step, following in zip_longest(timeline, timeline[1:]):
        until = None if following is None else following.since - timedelta(days=1)
        is_now = step.since <= on and (until is None or on <= until)
        days = (
            catalogue.text("since {day}", day=step.since)
            if until is None
            else catalogue.text("{first} to {last}", first=step.since, last=until)
        )
        is_recorded = record is not None and record.decides and step.since == record.since
        if is_recorded and record is not None and step.state == record.state:
            read = catalogue.text("recorded by {name} on {day}", name=record.recorded_by,
                                  day=record.recorded_on)  # fmt: skip
        else:
            read = catalogue.text("read on {day}", day=step.source.retrieved)
        source = f"{step.source.title} · {step.source.url}"
        lines.append(StepLine(days, catalogue.say(STATUS_WORDS[step.state]), source, read, is_now))
    return tuple(lines)


def _only_step(found: "ControlStatus", catalogue: Catalogue) -> StepLine:
    """Where no timeline is at hand: the status of the day."""
    days = (
        catalogue.text("since {day}", day=found.since)
        if found.until is None
        else catalogue.text("{first} to {last}", first=found.since, last=found.until)
    )
    read = "" if found.retrieved is None else catalogue.text("read on {day}", day=found.retrieved)
    return StepLine(days, catalogue.say(STATUS_WORDS[found.status]), found.source, read, True)
