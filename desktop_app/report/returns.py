"""What answers changed: verdicts, intervals, and who has still not answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from desktop_app.intake.answer_columns import BY_KEY
from desktop_app.intake.answer_words import folded
from desktop_app.model.answers import SYMBOLS
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.licence import Verdict
from desktop_app.model.parts import Declared
from desktop_app.model.verdict import Interval
from desktop_app.report.asking import requests
from desktop_app.report.view import View

SMALLEST = 1e-9
"""Less than this is no change of an interval."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A part whose verdict the answers changed."""

    part_id: int
    before: Verdict
    after: Verdict

    @property
    def is_contrary(self) -> bool:
        """Whether it went from needed to not covered or back: to be looked at by a person."""
        return {self.before, self.after} == {"needed", "not_needed"}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """An interval of a part before and after; ``what`` it measures. Shares of 1 where ``is_share``,
    else mass percent."""

    part_id: int
    what: Message
    before: Interval
    after: Interval
    is_share: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a supplier stands. ``sent_on``: the day its questions went out, as remembered or as its
    questionnaire says; ``answered``: whether a filled questionnaire of it is among the files;
    ``parts``: ids of those with open questions; ``due``: when the answer was to be here;
    ``minerals``: kind of the minerals questionnaire it sent, which answers none of our questions."""

    supplier: str
    sent_on: date | None
    answered: bool
    answered_on: date | None
    parts: tuple[int, ...]
    due: date | None
    minerals: str = ""

    def is_overdue(self, today: date) -> bool:
        """Whether an answer that was asked for is late."""
        return bool(self.parts) and self.due is not None and self.due < today and not self.answered


def turned(before: Assessment, after: Assessment) -> tuple[Turned, ...]:
    """The parts whose verdict is another one. Raises ValueError for different parts."""
    _check(before, after)
    pairs = zip(before.licences, after.licences, strict=True)
    return tuple(
        Turned(part_id, old.verdict, new.verdict)
        for part_id, (old, new) in enumerate(pairs)
        if old.verdict != new.verdict
    )


def narrowed(before: Assessment, after: Assessment) -> tuple[Narrowed, ...]:
    """The intervals of answered parts that became narrower, part by part. Raises ValueError for
    different parts."""
    _check(before, after)
    found = []
    for part_id in sorted(after.parts.answered):
        for what, old, new, is_share in _intervals(before, after, part_id):
            if (old[2] - old[0]) - (new[2] - new[0]) > SMALLEST:
                found.append(Narrowed(part_id, what, old, new, is_share))
    return tuple(found)


def other_forms(assessment: Assessment) -> Iterator[tuple[int, str, Declared]]:
    """Answers about the form that the files contradict: part, form by the files, the answer."""
    for part_id, answers in sorted(assessment.parts.answered.items()):
        match = assessment.matches[part_id]
        for said in answers:
            if said.answer == "form" and match.form is not None and said.value != match.form:
                yield part_id, match.form, said


def _check(before: Assessment, after: Assessment) -> None:
    if len(before.parts) != len(after.parts):
        raise ValueError("the two assessments are of different parts")


def _intervals(
    before: Assessment, after: Assessment, part_id: int
) -> Iterator[tuple[Message, Interval, Interval, bool]]:
    yield (
        msg("licence duty, our estimate"), before.licences[part_id].applies,
        after.licences[part_id].applies, True,
    )  # fmt: skip
    yield (
        msg("made in China"), before.origins[part_id].china_probability,
        after.origins[part_id].china_probability, True,
    )  # fmt: skip
    risks = ("licence_risk_low", "licence_risk", "licence_risk_high")
    old, new = ([float(a.numbers[n].iloc[part_id]) for n in risks] for a in (before, after))
    if not np.isnan([*old, *new]).any():
        yield (
            msg("line stop for want of a licence"), (old[0], old[1], old[2]),
            (new[0], new[1], new[2]), True,
        )  # fmt: skip
    for element in before.matches[part_id].elements:
        other = after.matches[part_id].element(element.symbol)
        if not SYMBOLS.fullmatch(element.symbol) or element.mass_percent is None or other is None:
            continue
        mass = other.mass_percent or (0.0, 0.0, 0.0)
        yield (
            msg("{element}, mass percent", element=element.symbol),
            element.mass_percent,
            mass,
            False,
        )


def standings(view: View, sent: Mapping[str, date]) -> tuple[Standing, ...]:
    """Suppliers that were asked or answered, those that owe an answer first, the oldest question
    first. ``sent``: the day on which each was asked, as remembered."""
    open_ones = {
        name: tuple(dict.fromkeys(part for one in asked for part in one.parts))
        for name, asked in requests(view).items()
    }
    known = {folded(name): day for name, day in sent.items()}
    forms = _answered(view)
    minerals = {
        folded(file.questionnaire.company): file.questionnaire.kind
        for file in view.assessment.files
        if file.questionnaire is not None and file.questionnaire.company
    }
    names = dict.fromkeys([*open_ones, *sent, *(name for name, _, _ in forms.values())])
    found = []
    for name in names:
        key = folded(name)
        form = forms.get(key)
        day = known.get(key) or (form[1] if form else None)
        if day is None and form is None and key not in minerals:
            continue
        due = None if day is None else day + timedelta(days=view.settings.answer_days)
        found.append(
            Standing(
                name, day, form is not None, form[2] if form else None, open_ones.get(name, ()), due,
                minerals.get(key, ""),
            )
        )  # fmt: skip
    return tuple(
        sorted(found, key=lambda one: (one.answered, not one.parts, one.sent_on or date.max))
    )


def standing_words(one: Standing, today: date) -> Message:
    """Where a supplier stands, in one sentence."""
    n = len(one.parts)
    if one.minerals and not one.answered and n:
        return nmsg(
            "sent a minerals questionnaire ({kind}); our questions about {n} part are still open",
            "sent a minerals questionnaire ({kind}); our questions about {n} parts are still open",
            n,
            kind=one.minerals,
        )
    if one.answered and not n:
        return msg("answered; nothing is open")
    if one.answered:
        return nmsg("answered; still open for {n} part", "answered; still open for {n} parts", n)
    if not n:
        return msg("nothing is open any more")
    if one.is_overdue(today):
        return nmsg(
            "no answer to the questions of {day} about {n} part; it was due by {due}",
            "no answer to the questions of {day} about {n} parts; it was due by {due}",
            n,
            day=one.sent_on,
            due=one.due,
        )
    return nmsg(
        "no answer yet to the questions of {day} about {n} part; it is due by {due}",
        "no answer yet to the questions of {day} about {n} parts; it is due by {due}",
        n,
        day=one.sent_on,
        due=one.due,
    )


def never_asked(view: View, standing: tuple[Standing, ...]) -> tuple[str, ...]:
    """Suppliers with open questions whom nobody asked, as far as is remembered."""
    known = {folded(one.supplier) for one in standing}
    return tuple(name for name in requests(view) if folded(name) not in known)


def _answered(view: View) -> dict[str, tuple[str, date | None, date | None]]:
    """Folded supplier of each filled questionnaire to its name, the day it was asked and answered.

    A workbook may hold the answers of several suppliers, such as those a trader gathered: who sells a
    part that it answers for has answered too.
    """
    found: dict[str, tuple[str, date | None, date | None]] = {}
    files = view.assessment.files
    for file in files:
        form = file.answered
        if form is not None and not form.is_blank and form.supplier:
            found[folded(form.supplier)] = form.supplier, form.asked_on, form.answered_on
    for part_id, answers in view.parts.answered.items():
        name = view.supplier(part_id)
        for said in answers:
            form = files[said.place.file].answered
            if form is not None:
                found.setdefault(folded(name), (name, form.asked_on, form.answered_on))
    return found


FIELD_TITLES: Mapping[str, Message] = {
    "declaration": msg("Composition"),
    "manufacturer": BY_KEY["maker"].title,
    "mpn": BY_KEY["maker"].title,
    **{key: answer.title for key, answer in BY_KEY.items()},
}
"""Facts in which answers and files can differ, in words."""
