"""Who was asked, who owes an answer, since when, and what the answer would change. Knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.project.sent import asked_days, chased_days
from desktop_app.report.asking import Requests, by_worth, requests
from desktop_app.report.mails import short
from desktop_app.report.returns import Standing, never_asked, standing_words, standings
from desktop_app.report.settings import load_settings
from desktop_app.report.view import Scope, View

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.project.recorded import Recorded
    from desktop_app.register.working_days import WorkCalendar

State: TypeAlias = Literal["owing", "unasked", "answered", "settled"]
"""Asked and not answered; open questions and never asked; a questionnaire came back; nothing open."""
CHINA = "CN"
PARTS_NAMED = 4
"""Parts named of a question; the others are counted."""


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One supplier in words. ``says``: where it stands; ``changes``: what its answer would change;
    ``questions``: each with the parts it is about; ``files``: names of its answers on the desk."""

    supplier: str
    state: State
    beside: str
    says: tuple[str, ...]
    changes: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    sent_on: date | None
    is_late: bool


class _Counting:
    """Working days: Monday to Friday, in China without its holidays and with the days worked for
    them."""

    def __init__(self, china: "WorkCalendar", today: date) -> None:
        self.china, self.today = china, today
        self.plain = type(china)(frozenset(), frozenset(), {})

    def since(self, day: date, country: str | None) -> int:
        calendar = self.china if country == CHINA else self.plain
        return calendar.between(day, self.today)


def waiting_lines(
    made: "Assessment",
    recorded: "Recorded | None",
    china_days: "WorkCalendar",
    today: date,
    catalogue: Catalogue,
) -> tuple[WaitingLine, ...]:
    """Those who owe an answer first, the longest asked on top; then whom nobody asked, by what the
    answer is worth; then those who answered."""
    view = View(made, catalogue, load_settings(), Scope("supplier"))
    settings = () if recorded is None else recorded.sent
    found = requests(view)
    standing = standings(view, asked_days(settings))
    worth = [each.supplier for each in by_worth(view, found)]
    unasked = sorted(never_asked(view, standing), key=worth.index)
    writer = _Writer(view, found, chased_days(settings), _Counting(china_days, today))
    lines = [writer.line(one) for one in standing]
    owing = [line for line in lines if line.state == "owing"]
    others = [line for line in lines if line.state != "owing"]
    return (*owing, *(writer.unasked(name) for name in unasked), *others)


def lead_words(lines: Sequence[WaitingLine], catalogue: Catalogue) -> str:
    """How many owe an answer, and how many nobody asked."""
    late = sum(line.is_late for line in lines)
    owing = sum(line.state == "owing" for line in lines)
    unasked = sum(line.state == "unasked" for line in lines)
    said = [
        nmsg("{n} supplier owes an answer.", "{n} suppliers owe an answer.", owing)
        if owing
        else msg("No supplier owes an answer.")
    ]
    if late:
        said.append(nmsg("{n} of them is late.", "{n} of them are late.", late))
    if unasked:
        said.append(nmsg(
            "{n} with open questions was never asked.",
            "{n} with open questions were never asked.", unasked,
        ))  # fmt: skip
    return catalogue.sentences(catalogue.say(words) for words in said)


class _Writer:
    def __init__(
        self,
        view: View,
        found: Requests,
        chases: Mapping[str, tuple[date, ...]],
        counting: _Counting,
    ) -> None:
        self.view, self.found, self.chases, self.counting = view, found, chases, counting
        self.say, self.text, self.today = view.say, view.text, counting.today

    def line(self, one: Standing) -> WaitingLine:
        """A supplier that was asked or answered."""
        is_late = one.is_overdue(self.today)
        return WaitingLine(
            one.supplier,
            _state_of(one),
            self._beside(one, is_late),
            tuple(self._says(one)),
            tuple(self._changes(one.parts)),
            self._questions(one.supplier),
            self._files(one.supplier) if one.answered else (),
            one.sent_on,
            is_late,
        )

    def unasked(self, name: str) -> WaitingLine:
        """A supplier with open questions whom nobody asked, as far as is remembered."""
        parts = tuple(dict.fromkeys(part for asked in self.found[name] for part in asked.parts))
        beside = f"{self.text('not asked')} · {self._open(parts)}"
        said = self.text("Not asked yet, as far as is remembered.")
        return WaitingLine(
            name, "unasked", beside, (said,), tuple(self._changes(parts)), self._questions(name),
            (), None, is_late=False,
        )  # fmt: skip

    def _open(self, parts: Sequence[int]) -> str:
        return self.say(nmsg("open for {n} part", "open for {n} parts", len(parts)))

    def _beside(self, one: Standing, is_late: bool) -> str:
        if _state_of(one) != "owing" or one.sent_on is None:
            return self.text("answered") if one.answered else self.text("nothing open")
        words = [self.text("asked today") if one.sent_on == self.today else self._waited(one)]
        words += [self.text("late")] if is_late else []
        return " · ".join((*words, self._open(one.parts)))

    def _waited(self, one: Standing) -> str:
        days = self.counting.since(one.sent_on or self.today, self._country(one.supplier))
        return self.say(nmsg("waiting {n} working day", "waiting {n} working days", days))

    def _country(self, supplier: str) -> str | None:
        for part_id in self.view.parts_of(supplier):
            found = self.view.parts.value(part_id, "supplier_country")
            if found:
                return str(found)
        return None

    def _says(self, one: Standing) -> Sequence[str]:
        said = self.say(standing_words(one, self.today))
        says = [f"{said[:1].upper()}{said[1:]}"]
        if one.sent_on not in (None, self.today) and _state_of(one) == "owing":
            says.append(self.text("Asked on {day}, {waited}.", day=one.sent_on,
                                  waited=self._waited(one)))  # fmt: skip
        chased = self.chases.get(one.supplier, ())
        if chased:
            last = nmsg("Reminded {n} time, last on {day}.", "Reminded {n} times, last on {day}.",
                        len(chased), day=chased[-1])  # fmt: skip
            says.append(self.say(last))
        return says

    def _changes(self, parts: Sequence[int]) -> Sequence[str]:
        """What stands open until it answers, and what runs out first of it."""
        words: list[Message] = []
        licences = [self.view.licence(part_id) for part_id in parts]
        unknown = sum(x.verdict == "not_verified" and x.waits_on != "law" for x in licences)
        needed = sum(x.verdict == "needed" for x in licences)
        if unknown:
            words.append(nmsg("{n} part stays not verified until it answers.",
                              "{n} parts stay not verified until it answers.", unknown))  # fmt: skip
        if needed:
            words.append(nmsg(
                "{n} part needs a licence; it knows whether one was filed or is held.",
                "{n} parts need a licence; it knows whether one was filed or is held.", needed,
            ))  # fmt: skip
        days = [(day, part_id) for part_id in parts
                if isinstance(day := self.view.other(part_id, "run_out"), date)]  # fmt: skip
        if days:
            day, part_id = min(days)
            words.append(msg("First of them to run out: {part}, {day}.",
                             part=self._named(part_id), day=day))  # fmt: skip
        return [self.say(each) for each in words]

    def _questions(self, supplier: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (self.say(asked.question.text), self._which(asked.parts))
            for asked in self.found.get(supplier, ())
        )

    def _which(self, parts: Sequence[int]) -> str:
        named = self.view.catalogue.listed(self._named(part_id) for part_id in parts[:PARTS_NAMED])
        rest = len(parts) - PARTS_NAMED
        return self.text("{parts} and {n} more", parts=named, n=rest) if rest > 0 else named

    def _named(self, part_id: int) -> str:
        cell = self.view.part(part_id)
        return short(cell.below or cell.text)

    def _files(self, supplier: str) -> tuple[str, ...]:
        from desktop_app.intake.answer_words import folded

        return tuple(
            Path(file.path).name
            for file in self.view.assessment.files
            if file.answered is not None and folded(file.answered.supplier) == folded(supplier)
        )


def _state_of(one: Standing) -> State:
    if one.answered:
        return "answered"
    return "owing" if one.parts and one.sent_on is not None else "settled"
