"""One part from its cells to its verdict, in the words of one language; made off the window's thread."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app import pipeline
from desktop_app.assessment.answer import part_name
from desktop_app.assessment.currency import NO_CURRENCY, OTHER_CURRENCY
from desktop_app.assessment.move_costs import said_effect
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CellRef, column_letters, msg
from desktop_app.model.licence import Verdict
from desktop_app.model.match import ElementContent
from desktop_app.model.parts import SHARE_MARK
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.model.words import EVIDENCE_WORDS, SCENARIO_WORDS, VERDICT_WORDS
from desktop_app.report.citations import with_cited
from desktop_app.report.mails import mail_about
from desktop_app.report.sections.reasons import STEP_WORDS
from desktop_app.ui.answers_said import answer_lines
from desktop_app.ui.conflict_lines import ConflictLine, conflict_lines
from desktop_app.ui.field_words import FIELD_WORDS
from desktop_app.ui.presentation import verdict_words

SHOWN_FACTS = (
    "part_number", "mpn", "description", "magnet_grade", "material", "country_of_origin",
    "ships_from", "leaves_china", "hs_code", "cas_number", "substance", "declaration", "end_use",
    "reference_designator", "footprint", "stock_on_hand", "annual_quantity", "lead_time_days",
    "annual_spend",
)  # fmt: skip
REMARKS = {
    "hidden sheet": msg("The row stands on a hidden sheet."),
    "hidden row": msg("The row is hidden in the file."),
    "zero quantity": msg("The quantity is zero."),
    "not populated": msg("The list marks it as not populated."),
    "demand shared by several suppliers": msg("Several suppliers share its demand."),
    "nothing tells its rows apart": msg("Nothing tells its rows of the list apart."),
    "assembly": msg("An assembly: its own parts stand below it in the list."),
    "delivery times contradict": msg("Its delivery times contradict one another; none is used."),
    "amount without a plant": msg(
        "It lies in several plants, and a list tells an amount of it without a plant; it is not used."
    ),
    "price in another unit": msg(
        "Its price is for another unit than its amounts; no money is reckoned from it."
    ),
    "delivery time of zero or less": msg(
        "A list states a delivery time of zero or less for it; that one is not used."
    ),
    "amount in another unit": msg(
        "An amount of it is counted in another unit than its demand; it is not used."
    ),
    "number converted": msg("The spreadsheet turned the part number into a day or rounded it."),
}
"""By the marks that reading puts on a part; what contradicts stands side by side above them."""
SAID_ELSEWHERE = ("conflict", NO_CURRENCY, OTHER_CURRENCY)
ASKED = {
    "supplier": msg("Ask the supplier"),
    "maker": msg("Ask the maker"),
    "counsel": msg("Ask counsel"),
    "purchasing": msg("Find out in your own house"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the decision path; ``evidence`` and ``source`` are "" where there is none."""

    title: str
    words: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True)
class ElementLine:
    """An element: what is known of its presence, and its mass percent where known."""

    symbol: str
    words: str
    percent: Interval | None


@dataclass(frozen=True, slots=True)
class ClockBar:
    """Days from the day of the question; None where not known. ``words``: the same in a sentence."""

    cover: Interval
    licence: Interval | None
    delivery: Interval | None
    gap: float | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartSheet:
    """Everything the Why? panel and the mail say about one part."""

    part_id: int
    name: str
    number: str
    supplier: str
    place: str
    verdict: Verdict
    verdict_words: str
    estimate: str
    steps: tuple[Step, ...]
    warnings: tuple[str, ...]
    flips: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    elements: tuple[ElementLine, ...]
    content: str
    clock: ClockBar | None
    clock_words: str
    shortage: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    actions: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str, str], ...]
    remarks: tuple[str, ...]
    mail: str
    conflicts: tuple[ConflictLine, ...] = ()
    seller: str = ""
    """The supplier as it stands in the file, for whom facts can be recorded; "" without one."""
    is_listed: bool = False
    """Whether a name of it resembles a listed firm."""


def describe_part(assessment: Assessment, part_id: int, catalogue: Catalogue) -> PartSheet:
    """Reads one part of an assessment. Explaining runs the same clauses as the assessment did."""
    return _Reader(assessment, part_id, catalogue).sheet()


class _Reader:
    def __init__(self, assessment: Assessment, part_id: int, catalogue: Catalogue) -> None:
        self.assessment, self.part_id, self.catalogue = assessment, part_id, catalogue
        self.say, self.text = catalogue.say, catalogue.text
        self.licence, self.match = assessment.licences[part_id], assessment.matches[part_id]

    def sheet(self) -> PartSheet:
        licence, clock = self.licence, self._clock()
        name = part_name(self.assessment, self.part_id)
        number = self._fact("part_number") or self._fact("mpn")
        return PartSheet(
            part_id=self.part_id,
            name=name,
            number="" if number == name else number,
            supplier=self._fact("supplier") or self._fact("manufacturer"),
            place=self._place(),
            verdict=licence.verdict,
            verdict_words=verdict_words(licence, self.catalogue, is_long=True),
            estimate=self._estimate(),
            steps=self._steps(),
            warnings=self._warnings(),
            flips=tuple(self.say(flip) for flip in licence.flips),
            cases=self._cases(),
            elements=tuple(self._element(element) for element in self.match.elements),
            content=self._content(),
            clock=clock,
            clock_words="" if clock else self.text(
                "No run-out date: stock or yearly demand of this part was not given."
            ),
            shortage=self._shortage(),
            questions=tuple((self.say(ASKED[q.to]), self.say(q.text)) for q in licence.questions),
            actions=self._actions(),
            facts=tuple(self._facts()),
            remarks=self._remarks(),
            mail=self._mail(),
            conflicts=conflict_lines(self.assessment.parts, self.part_id, self.catalogue),
            seller=self._fact("supplier"),
            is_listed=licence.listed_supplier or licence.listed_user is not None,
        )  # fmt: skip

    def _fact(self, name: str) -> str:
        value = self.assessment.parts.value(self.part_id, name)
        return "" if value is None else str(value)

    def _place(self) -> str:
        parts = self.assessment.parts
        file, sheet, row = (parts.value(self.part_id, name) for name in ("file", "sheet", "row"))
        names = parts.file_names
        row_words = self.text("row {row}", row=str(row))
        return " › ".join(
            w for w in (names[file] if file < len(names) else "", sheet, row_words) if w
        )

    def _cases(self) -> tuple[tuple[str, str], ...]:
        """Each case with its verdict; nothing where no case would change it."""
        cases = self.licence.cases or {}
        if set(cases.values()) <= {self.licence.verdict}:
            return ()
        return tuple(
            (self.say(SCENARIO_WORDS[case]), self.say(VERDICT_WORDS[verdict]))
            for case, verdict in cases.items()
            if case in SCENARIO_WORDS
        )

    def _estimate(self) -> str:
        low, best, high = (self.catalogue.percent(share) for share in self.licence.applies)
        if self.licence.verdict == "not_needed" or self.licence.applies == (0.0, 0.0, 0.0):
            return ""
        return self.text(
            "Our estimate that a licence duty exists: {best} ({low} to {high}).",
            best=best, low=low, high=high,
        )  # fmt: skip

    def _steps(self) -> tuple[Step, ...]:
        return tuple(
            Step(
                self.say(STEP_WORDS[reason.step]) if reason.step in STEP_WORDS else reason.step,
                self.say(reason.message),
                self.say(EVIDENCE_WORDS[reason.evidence]) if reason.evidence else "",
                reason.source or "",
            )
            for reason in pipeline.explain(self.assessment, self.part_id)
        )

    def _element(self, element: ElementContent) -> ElementLine:
        if element.state is Ternary.YES and element.by_grade:
            words = self.text("usual in this grade")
        elif element.state is Ternary.YES:
            words = self.text("contained")
        elif element.state is Ternary.NO:
            words = self.text("excluded")
        else:
            words = self.text(
                "perhaps ({share})", share=self.catalogue.percent(element.probability[1])
            )
        return ElementLine(element.symbol, words, element.mass_percent)

    def _content(self) -> str:
        if not self.match.elements and not self.match.minerals:
            return self.text("Nothing is known about its composition.")
        mass = self.match.bearing_g_per_piece
        if mass is None:
            return self.text("Shares are mass percent of the material that holds them.")
        low, best, high = (self.catalogue.number(value, _digits(value)) for value in mass)
        return self.text(
            "Shares are mass percent of the material that holds them: about {best} g in one piece "
            "({low} to {high} g).",
            best=best, low=low, high=high,
        )  # fmt: skip

    def _triple(self, name: str) -> Interval | None:
        row = self.assessment.numbers.iloc[self.part_id]
        low, best, high = (float(row[name + end]) for end in ("_low", "", "_high"))
        return None if math.isnan(best) else (low, best, high)

    def _clock(self) -> ClockBar | None:
        cover = self._triple("cover_days")
        if cover is None:
            return None
        gap = self._triple("gap_days")
        licence, delivery = self._triple("licence_days"), self._triple("lead_time_days")
        return ClockBar(
            cover, licence, delivery, None if gap is None else gap[1],
            tuple(self._clock_words(cover, licence, delivery, gap)),
        )  # fmt: skip

    def _clock_words(
        self, cover: Interval, licence: Interval | None, delivery: Interval | None,
        gap: Interval | None,
    ) -> Sequence[str]:  # fmt: skip
        row = self.assessment.numbers.iloc[self.part_id]
        said = []
        day = row["run_out"]
        if isinstance(day, date):
            said.append(self.text(
                "Stock and cleared goods in transit last until {day}: {days} days ({low} to {high}), "
                "counted from {on}, the day asked about.",
                on=self.assessment.inquiry.on, day=day, days=math.floor(cover[1]),
                low=math.floor(cover[0]), high=math.floor(cover[2]),
            ))  # fmt: skip
        if licence is not None and licence[1] > 0:
            said.append(self.text("A licence takes about {days} days ({low} to {high}).",
                                  **_days(licence)))  # fmt: skip
        if delivery is not None:
            said.append(self._delivery_words(delivery, bool(row["assumed_lead_time"])))
        if gap is not None and gap[1] > 0:
            said.append(self.text("The gap is about {days} days ({low} to {high}).", **_days(gap)))
        elif gap is not None:
            said.append(self.text("Goods under a licence applied for now would come in time."))
        return said

    def _delivery_words(self, delivery: Interval, is_assumed: bool) -> str:
        if is_assumed:
            return self.text(
                "Delivery takes {days} days ({low} to {high}); nobody quoted a time, this is assumed.",
                **_days(delivery),
            )
        return self.text("Delivery takes {days} days ({low} to {high}).", **_days(delivery))

    def _shortage(self) -> tuple[str, ...]:
        reasons = self.assessment.shortage[self.part_id].reasons
        return tuple(self.say(with_cited(self.catalogue, reason)) for reason in reasons)

    def _actions(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (
                self.say(action.text),
                self.catalogue.grouped(self.say(words) for words in said_effect(action)),
            )
            for action in self.assessment.actions[self.part_id]
        )

    def _facts(self) -> list[tuple[str, str, str]]:
        """Title, value and cell of every fact that was read and can decide something."""
        parts, found = self.assessment.parts, []
        unreadable = parts.unreadable.get(self.part_id, ())
        for name in SHOWN_FACTS:
            value = parts.value(self.part_id, name)
            if value is None and name not in unreadable:
                continue
            words = self._written(value)
            if name in unreadable:
                words = self._why_not(name)
            cell = parts.cell_of(self.part_id, name)
            found.append((self.say(FIELD_WORDS[name]), words, self._address(cell)))
        return [*found, *answer_lines(parts, self.part_id, self.catalogue)]

    def _address(self, cell: CellRef | None) -> str:
        """The cell of a fact, with its file where that is not the one of the part."""
        names = self.assessment.parts.file_names
        own = int(self.assessment.parts.value(self.part_id, "file"))
        is_own = cell is None or own >= len(names) or cell.file == names[own]
        return _address(cell) if is_own or cell is None else f"{cell.file} › {_address(cell)}"

    def _remarks(self) -> tuple[str, ...]:
        words = self.assessment.parts.marks.get(self.part_id, ())
        marked = (self._remark(word) for word in words if word not in SAID_ELSEWHERE)
        said = (self.say(message) for message in self.assessment.remarks.get(self.part_id, ()))
        return (*marked, *said)

    def _remark(self, word: str) -> str:
        if word.startswith(SHARE_MARK):
            share = word.removeprefix(SHARE_MARK)
            return self.text(
                "The Chinese share of value, {share}, has no sign: that many percent, or that part "
                "of the whole. It decides only where both say the same.",
                share=share,
            )
        return self.say(REMARKS[word]) if word in REMARKS else word

    def _why_not(self, name: str) -> str:
        """Why a fact that stands in a cell is not used."""
        found = self.assessment.parts.conflicts.get(self.part_id, ())
        if any(conflict.field == name for conflict in found):
            return self.text("contradictory, see above")
        return self.text("could not be read")

    def _warnings(self) -> tuple[str, ...]:
        """What the row contradicts itself or the question in."""
        found = self.assessment.warnings
        return () if found is None else tuple(self.say(w.message) for w in found[self.part_id])

    def _written(self, value: object) -> str:
        if isinstance(value, bool):
            return self.text("yes") if value else self.text("no")
        if isinstance(value, int | float):
            return self.catalogue.number(value)
        return str(value)

    def _mail(self) -> str:
        """The mail with the questions about the part as it is copied; "" where nothing is asked."""
        mail = mail_about(self.assessment, self.part_id)
        return "" if mail is None else f"{mail.subject}\n\n{mail.body}\n"


def _address(cell: CellRef | None) -> str:
    return "" if cell is None or cell.column is None else f"{column_letters(cell.column)}{cell.row}"


def _days(span: Interval) -> dict[str, int]:
    low, best, high = (round(value) for value in span)
    return {"days": best, "low": low, "high": high}


def _digits(value: float) -> int:
    return 0 if value >= 10 else 1 if value >= 1 else 3
