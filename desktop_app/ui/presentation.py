"""An assessment in the words of one language, ready to be shown; made away from the window's thread.

Every text is said once per kind of part. Nothing here knows Qt.
"""

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.actions import next_step
from desktop_app.assessment.answer import answer, counts
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Action, Assessment
from desktop_app.model.findings import Message, msg
from desktop_app.model.licence import VERDICTS, Licence
from desktop_app.model.match import Match
from desktop_app.model.spread import Spread, combine, merged
from desktop_app.model.verdict import Ternary
from desktop_app.model.words import CONTENT_WORDS, EVIDENCE_WORDS, VERDICT_WORDS, WAITS_WORDS
from desktop_app.ui.not_screened import not_screened
from desktop_app.ui.run_out import RunOutPicture, run_out_picture
from desktop_app.ui.spare_columns import spare_columns
from desktop_app.ui.table_data import Column, TableData, kinds_column

ELEMENTS_SHOWN = 4
WIDEST_HALF = 100_000
"""Days; the width of a run-out date is far below it, and a date and a width fit into one number."""
OUTCOME_WORDS = {
    "sure": msg("recognised"),
    "ambiguous": msg("several possible"),
    "none": msg("not recognised"),
}
SHORT_WAITS = {"part": msg("part"), "law": msg("law")}
"""In the table, where the counts above say them in full."""
SHORT_BESIDE = {"listed_supplier": msg("listed name?"), "listed_user": msg("listed name?")}
"""In the table, where Why? says it in full."""
BESIDE = (
    ("listed_user", msg("buyer's or user's name resembles a listed one")),
    ("by_grade", msg("by grade")),
    ("refused_in_principle", msg("refused in principle")),
    ("case_by_case", msg("decided case by case")),
    ("upstream_exposed", msg("its maker needs licences")),
    ("listed_supplier", msg("supplier's name resembles a listed one")),
)


@dataclass(frozen=True, eq=False)
class Presentation:
    """``answer``: sentences, the first is the answer. ``counts``: (group, words, parts)."""

    assessment: Assessment
    answer: tuple[str, ...]
    counts: tuple[tuple[str, str, int], ...]
    run_out: RunOutPicture
    risks: TableData
    parts: TableData
    not_screened: TableData


def present(assessment: Assessment, catalogue: Catalogue) -> Presentation:
    """Everything the stages Parts and Risks show, in one language."""
    writer = _Writer(assessment, catalogue)
    groups = not_screened(assessment, catalogue)
    return Presentation(
        assessment=assessment,
        answer=tuple(catalogue.say(sentence) for sentence in answer(assessment)),
        counts=tuple((name, catalogue.say(words), n) for name, words, n in counts(assessment)),
        run_out=run_out_picture(
            assessment, tuple(group_of(kind) for kind in assessment.licences.kinds), catalogue
        ),
        risks=writer.risks(),
        parts=writer.parts(groups.of_part),
        not_screened=groups.table,
    )


def group_of(licence: Licence) -> str:
    """The count a part belongs to: a verdict, or what a part that is not verified waits on."""
    if licence.verdict == "not_verified":
        return licence.waits_on or "part"
    return licence.verdict


def verdict_words(licence: Licence, catalogue: Catalogue, is_long: bool = False) -> str:
    """The verdict with what it waits on, or what stands beside it."""
    word = catalogue.say(VERDICT_WORDS[licence.verdict])
    if licence.waits_on == "recognition":
        return catalogue.say(WAITS_WORDS["recognition"])
    if licence.waits_on is not None:
        waits = catalogue.say((WAITS_WORDS if is_long else SHORT_WAITS)[licence.waits_on])
        return catalogue.text("{verdict}: {waits}", verdict=word, waits=waits)
    if licence.covered_by:
        return catalogue.text("{verdict}, licence held", verdict=word)
    if licence.verdict == "needed" and licence.applied_on is not None:
        return catalogue.text("{verdict}, filed {day}", verdict=word, day=licence.applied_on)
    name, beside = next(((n, w) for n, w in BESIDE if getattr(licence, n)), ("", None))
    if beside is None:
        return word
    beside = beside if is_long else SHORT_BESIDE.get(name, beside)
    return catalogue.text("{verdict}, {beside}", verdict=word, beside=catalogue.say(beside))


def verdict_alone(licence: Licence, catalogue: Catalogue) -> str:
    """What stands in the place of the verdict with more beside it where that does not fit: the verdict
    whole, and that there is more; the same as ``verdict_words`` where nothing can be left out."""
    said, word = verdict_words(licence, catalogue), catalogue.say(VERDICT_WORDS[licence.verdict])
    if (licence.verdict == "not_verified" and licence.waits_on is not None) or said == word:
        return said
    return catalogue.text("{verdict}, {beside}", verdict=word, beside="…")


def element_words(match: Match, catalogue: Catalogue) -> str:
    """The elements known to be inside, else the most probable ones, said as such."""
    certain = [e.symbol for e in match.elements if e.state is Ternary.YES]
    unknown = [e for e in match.elements if e.state is Ternary.UNKNOWN]
    certain += [mineral for mineral in match.minerals if mineral not in certain]
    if certain:
        return catalogue.materials(certain)
    unknown.sort(key=lambda e: -e.probability[1])
    if not unknown:
        return ""
    names = catalogue.listed(e.symbol for e in unknown[:ELEMENTS_SHOWN])
    return catalogue.text("perhaps {elements}", elements=names)


class _Writer:
    """Columns of one assessment in one language."""

    def __init__(self, assessment: Assessment, catalogue: Catalogue) -> None:
        self.assessment, self.catalogue = assessment, catalogue
        self.say, self.text = catalogue.say, catalogue.text
        self.numbers = assessment.numbers
        parts = assessment.parts
        self.numbered = _column(
            "part_number",
            self.text("Part"),
            _first_of(parts.text("part_number"), parts.text("mpn")),
            width=84,
            most=132,
            cut_inside=True,
        )
        self.described = _column(
            "description", self.text("Description"), parts.text("description"), width=110, grows=3
        )
        self.supplied = _column(
            "supplier", self.text("Supplier"),
            _first_of(parts.text("supplier"), parts.text("manufacturer")),
            width=120, grows=1, falls=3, quiet=True, groups=True,
        )  # fmt: skip

    def risks(self) -> TableData:
        """The list of the stage Risks, what to do first on top."""
        licences = self.assessment.licences
        groups = merged(licences, group_of)
        columns = (
            kinds_column(
                "verdict", self.text("Licence"), licences,
                lambda kind: verdict_words(kind, self.catalogue),
                keys=[_severity(kind) for kind in licences.kinds],
                marks=[kind.verdict for kind in licences.kinds], width=90, most=200, groups=True,
                cut_to=[verdict_alone(kind, self.catalogue) for kind in licences.kinds],
                whole=tuple(self.say(word) for word in VERDICT_WORDS.values()),
            ),
            self.numbered,
            self.described,
            self.supplied,
            kinds_column(
                "elements", self.text("Elements"), self.assessment.matches,
                lambda kind: element_words(kind, self.catalogue), width=60, most=150, falls=2,
                groups=True,
            ),
            self._run_out(),
            self._at_risk(),
            self._action(),
            *spare_columns(self.assessment, self.catalogue),
        )  # fmt: skip
        searched = ("verdict", "part_number", "description", "supplier", "elements", "action")
        return TableData(
            columns, self.assessment.order, (groups.kinds, groups.of), searched,
            ("verdict", "part_number", "description", "run_out", "action"),
        )  # fmt: skip

    def parts(self, group_of_part: Spread[str]) -> TableData:
        """The list of the stage Parts, in the order of the files."""
        matches = self.assessment.matches
        columns = (
            self.numbered,
            self.described,
            self.supplied,
            _column(
                "manufacturer", self.text("Maker"), self.assessment.parts.text("manufacturer"),
                width=110, falls=1, quiet=True, groups=True,
            ),
            kinds_column(
                "family", self.text("Kind of part"), matches,
                lambda kind: "" if kind.title is None else self.say(kind.title), width=130, grows=2,
                groups=True,
            ),
            kinds_column(
                "outcome", self.text("Recognised"), matches,
                lambda kind: self.say(OUTCOME_WORDS[kind.outcome]), width=80, most=140,
                falls=2, groups=True,
            ),
            kinds_column(
                "evidence", self.text("Evidence"), matches,
                lambda kind: self.say(EVIDENCE_WORDS[kind.evidence]) if kind.evidence else "",
                keys=[kind.evidence for kind in matches.kinds], width=64, most=110, quiet=True,
                falls=4,
                groups=True,
            ),
            kinds_column(
                "content", self.text("Rare earths"), matches,
                lambda kind: self.say(CONTENT_WORDS[kind.verdict]), width=110, most=220,
                groups=True,
            ),
        )  # fmt: skip
        searched = tuple(column.id for column in columns)
        order = np.arange(len(matches), dtype=np.int64)
        return TableData(
            columns, order, (group_of_part.kinds, group_of_part.of), searched,
            ("part_number", "description", "family", "content"),
        )  # fmt: skip

    def _action(self) -> Column:
        def step(both: tuple[tuple[Action, ...], Licence]) -> Message | None:
            return next_step(*both)

        both = combine(self.assessment.actions, self.assessment.licences)
        return kinds_column(
            "action", self.text("Next action"), merged(both, step),
            lambda text: "" if text is None else self.say(text), width=120, most=190, grows=3, groups=True,
        )  # fmt: skip

    def _run_out(self) -> Column:
        """Each distinct day and width is said once."""
        best, early, late = (
            _ordinals(self.numbers[name].to_numpy(dtype=object))
            for name in ("run_out", "run_out_early", "run_out_late")
        )
        half = np.where((early > 0) & (late > early), (late - early + 1) // 2, 0)
        half = np.minimum(half, WIDEST_HALF - 1)
        # One number per pair: finding distinct pairs as such holds everything up at a long list.
        kinds, of = np.unique(best * WIDEST_HALF + half, return_inverse=True)
        pairs: list[tuple[int, int]] = [divmod(kind, WIDEST_HALF) for kind in kinds.tolist()]
        days = [self._day(*pair) for pair in pairs]
        return Column(
            "run_out", self.text("Runs out on"), days, of.astype(np.int32),
            keys=[pair if pair[0] else None for pair in pairs],
            amounts=[pair[0] or None for pair in pairs], is_day=True,
            width=100, most=170, whole=(max(days, key=len, default=""),),
            hint=self.text("The day on which stock and cleared goods in transit end, counted from the day asked about"),
        )  # fmt: skip

    def _day(self, ordinal: int, half: int) -> str:
        if not ordinal:
            return ""
        day = date.fromordinal(ordinal)
        if not half:
            return self.catalogue.date(day)
        if half < 21:
            return self.text("{day} ±{n} d", day=day, n=half)
        return self.text("{day} ±{n} wk", day=day, n=round(half / 7))

    def _at_risk(self) -> Column:
        """Two figures of an estimate and no more, so that each distinct amount is said once."""
        value = self.numbers["value_at_risk"].to_numpy(dtype=np.float64)
        amounts = np.nan_to_num(_two_figures(value), nan=-1.0)
        currency = self.assessment.parts.text("currency")
        is_spend = self.numbers["money_basis"].to_numpy(dtype=object) == "spend"
        distinct, amount_of = np.unique(amounts, return_inverse=True)
        units = max(1, len(currency.kinds))
        number = (amount_of * units + currency.of) * 2 + is_spend
        kinds, of = np.unique(number, return_inverse=True)
        found = [
            (float(distinct[kind // 2 // units]), currency.kinds[kind // 2 % units], bool(kind % 2))
            for kind in kinds.tolist()
        ]
        return Column(
            "value", self.text("Value at risk"), [self._money(*each) for each in found],
            of.astype(np.int32),
            keys=[(unit or "", amount) if amount > 0 else None for amount, unit, _ in found],
            amounts=[amount if amount > 0 else None for amount, _unit, _ in found],
            width=90, most=170, falls=1, right=True,
            hint=self.text(
                "The margin a line stop would cost, where a margin is given; else, marked as spend, "
                "the share of the annual spend that hangs on a licence"
            ),
        )  # fmt: skip

    def _money(self, amount: float, currency: str | None, is_spend: bool) -> str:
        if amount <= 0:
            return ""
        said = self.catalogue.money(amount, currency or self.text("(no currency)"))
        return self.text("{money} spend", money=said) if is_spend else said


def _two_figures(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rounded to two figures that count; nothing stays nothing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        step = 10.0 ** (np.floor(np.log10(np.abs(values))) - 1)
        rounded = np.where(values > 0, np.round(values / step) * step, 0.0)
    return np.where(np.isnan(values), math.nan, rounded)


def _column(name: str, title: str, facts: Spread[str | None], **more: Any) -> Column:
    return kinds_column(name, title, facts, lambda value: value or "", **more)


def _first_of(first: Spread[str | None], second: Spread[str | None]) -> Spread[str | None]:
    """A fact, else another one that stands in for it; quick where one of them is never there."""
    if not any(second.kinds) or None not in first.kinds:
        return first
    if not any(first.kinds):
        return second
    return merged(combine(first, second), lambda kind: kind[0] or kind[1])


def _severity(licence: Licence) -> tuple[int, int]:
    waits = ("part", "law", "recognition")
    return (
        VERDICTS.index(licence.verdict),
        waits.index(licence.waits_on) if licence.waits_on else 0,
    )


def _ordinals(days: NDArray[Any]) -> NDArray[np.int64]:
    """Days as numbers, 0 where missing; each distinct day is turned once."""
    seen: dict[Any, int] = {None: 0}
    return np.fromiter(
        (
            seen[day] if day in seen else seen.setdefault(day, _ordinal(day))
            for day in days.tolist()
        ),
        dtype=np.int64,
        count=len(days),
    )


def _ordinal(day: Any) -> int:
    """A missing day may be NaT, which calls itself a date."""
    return day.toordinal() if isinstance(day, date) and not pd.isna(day) else 0
