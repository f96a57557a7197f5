"""One assessment as the sections of a report read it: in one language, in the order of urgency."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, wraps
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.one_group import Group
from desktop_app.language.catalogue import Catalogue, isolated
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CellRef, Message, column_letters, msg
from desktop_app.model.licence import Licence
from desktop_app.model.photo import Photo
from desktop_app.model.recorded_note import RecordedNote
from desktop_app.model.verdict import Ternary
from desktop_app.model.words import VERDICT_WORDS, WAITS_WORDS
from desktop_app.report.blocks import Cell
from desktop_app.report.part_view import LONGEST, PartView
from desktop_app.report.settings import Settings

T = TypeVar("T")

MARK_WORDS = (
    ("by_grade", msg("by grade")),
    ("refused_in_principle", msg("refused in principle")),
    ("case_by_case", msg("decided case by case")),
    ("listed_user", msg("buyer's or user's name resembles a listed one")),
    ("listed_supplier", msg("supplier's name resembles a listed one")),
)

IN_FULL = "audit"
"""The report that lists every part and supplier, with all that their files say."""
FEWEST_DIGITS = 4
"""Of a number that is told apart from the counter of a row. Our judgement."""
LONGEST_IN_A_LIST = 60
"""Letters of a name where several parts are named in one cell of a page. Our judgement."""
YEAR_NEEDED = 180
"""Days of a span beyond which days without their year could be taken for other ones."""
OF_ONE_PART = frozenset({"dossier", "licence"})
"""Kinds of report that are about one part."""
_CONTROL_ID = re.compile(r"CN-MOFCOM-(?P<year>\d{4})-(?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which kind of report (see ``settings.KINDS``), and what it is about.

    ``part``: the part id of a dossier. ``supplier``: the name of the supplier of a letter, as
    :meth:`View.supplier` gives it. ``group``: whose Monday sheet it is; the assessment is then of the
    parts of that purchasing group.
    """

    kind: str = "management"
    part: int | None = None
    supplier: str | None = None
    group: Group | None = None


class View(PartView):
    """What the sections ask of an assessment. Part ids are row numbers of its part table."""

    def __init__(
        self,
        assessment: Assessment,
        catalogue: Catalogue,
        settings: Settings,
        scope: Scope | None = None,
    ) -> None:
        super().__init__(assessment, catalogue)
        self.catalogue, self.settings, self.scope = catalogue, settings, scope or Scope()
        self.inquiry, self.edition = assessment.inquiry, assessment.edition
        self.totals = assessment.totals
        self.memo: dict[object, Any] = {}
        self.sender = ""
        """Who writes, where a letterhead names it."""
        self.photo: Photo | None = None  # of the part of a dossier
        self.recorded: tuple[RecordedNote, ...] = ()
        # Figures repeat from part to part, and writing one the way of a language is slow.
        self.whole, self.percent, self.day, self.short_day = (
            lru_cache(maxsize=16_384)(write)
            for write in (catalogue.number, catalogue.percent, catalogue.date, catalogue.short_date)
        )
        self.span, self.between = (
            lru_cache(maxsize=4_096)(write) for write in (self._span, self._between)
        )
        self.ending = lru_cache(maxsize=16_384)(self._ending)

    def for_pages(self) -> "View":
        """The same for the pages of a report: names that would fill one are cut, but in the annex."""
        self.longest = None if self.scope.kind == IN_FULL else LONGEST
        return self

    def under(self, settings: Settings) -> "View":
        """The same with other limits: what hangs on none of them is worked out once for both."""
        _ = self._facts, self._numbers, self.verdicts, self.waits, self.seldom  # to be shared
        other = copy(self)
        other.settings = settings
        return other

    def forget(self) -> None:
        """Lets go of what was worked out; asked again, it is worked out again. A view refers to
        itself, so its columns would stay in memory until somebody collects."""
        self.memo.clear()
        self._facts.clear()
        self._numbers.clear()
        for kept in (self.whole, self.percent, self.day, self.short_day, self.span, self.between):
            kept.cache_clear()
        self.ending.cache_clear()

    @property
    def is_outside(self) -> bool:
        """Whether the reader is of another house, such as a supplier."""
        return self.settings.kinds[self.scope.kind].outside

    @property
    def has_estimates(self) -> bool:
        """Whether our estimates that a duty exists may be printed."""
        return self.settings.kinds[self.scope.kind].estimates

    @cached_property
    def verdicts(self) -> NDArray[Any]:
        """The verdict of each part."""
        return self.assessment.licences.array(lambda kind: kind.verdict)

    @cached_property
    def waits(self) -> NDArray[Any]:
        """What each part that is not verified waits on, else None."""
        return self.assessment.licences.array(lambda kind: kind.waits_on)

    @cached_property
    def seldom(self) -> NDArray[np.bool_]:
        """Parts that wait for the law only and seldom hold what the open controls name."""
        return self.assessment.licences.array(lambda kind: kind.seldom, bool)

    def verdict(self, part_id: int) -> Cell:
        """The word, its mark, and what stands beside the verdict."""
        licence = self.licence(part_id)
        word = self.say(VERDICT_WORDS[licence.verdict])
        return Cell(word, self.catalogue.grouped(self.beside(part_id)), licence.verdict)

    def beside(self, part_id: int) -> list[str]:
        """What stands beside the verdict: first what it waits for, if anything, then its marks."""
        licence = self.licence(part_id)
        said = [self.marks(part_id)]
        if licence.covered_by:
            said.append(self.text("licence {number}", number=licence.covered_by))
        if licence.waits_on:
            said.insert(0, self.say(WAITS_WORDS[licence.waits_on]))
        return [words for words in said if words]

    def marks(self, part_id: int) -> str:
        """The marks beside a verdict, such as that it rests on the grade."""
        licence = self.licence(part_id)
        return self.catalogue.grouped(
            self._mark(name, word, licence) for name, word in MARK_WORDS if getattr(licence, name)
        )

    def _mark(self, name: str, word: Message, licence: Licence) -> str:
        """The words of a mark; beside that a name resembles a listed one, which."""
        firm = licence.listed_firm
        if name != "listed_supplier" or firm is None:
            return self.say(word)
        return self.text("{fact}: {said}", fact=word, said=firm.name)

    def remarks(self, part_id: int) -> tuple[str, ...]:
        """What was left out of the clock of a part, and where its row contradicts itself."""
        found = self.assessment
        warnings = () if found.warnings is None else found.warnings[part_id]
        said = (*found.remarks.get(part_id, ()), *(issue.message for issue in warnings))
        return tuple(self.say(message) for message in said)

    def elements(self, part_id: int) -> Cell:
        """Rare earths and minerals of the part: the certain ones, then the most probable others."""
        match = self.assessment.matches[part_id]
        certain = [e.symbol for e in match.elements if e.state is Ternary.YES]
        unknown = [e for e in match.elements if e.state is Ternary.UNKNOWN]
        unknown.sort(key=lambda element: -element.probability[1])
        certain += [name for name in match.minerals if name not in certain]
        text, at_most = self.catalogue.materials(certain), self.settings.limits["elements"]
        if not unknown:
            return Cell(text)
        perhaps = self.catalogue.listed(element.symbol for element in unknown[:at_most])
        if len(unknown) > at_most:
            said = self.text("perhaps {elements} and others", elements=perhaps)
        else:
            said = self.text("perhaps {elements}", elements=perhaps)
        return Cell(text, said) if text else Cell(said)

    def part_and_elements(self, part_id: int) -> Cell:
        """The part with its elements after its number."""
        part, elements = self.part(part_id), self.elements(part_id)
        below = (part.below, elements.text, elements.below)
        return Cell(part.text, " · ".join(isolated(words) for words in below if words), strong=True)

    def run_out(self, part_id: int) -> Cell:
        """The day on which stock and confirmed orders end, and the span it may fall in."""
        day = self.other(part_id, "run_out")
        if day is None:
            return Cell("")
        early = self.other(part_id, "run_out_early") or day
        late = self.other(part_id, "run_out_late") or day
        return self.ending(day, early, late)

    def _ending(self, day: date, early: date, late: date) -> Cell:
        if early == late:
            return Cell(self.day(day))
        if (late - early).days > YEAR_NEEDED:
            span = self.text("{early} to {late}", early=self.day(early), late=self.day(late))
            return Cell(self.day(day), span)
        return Cell(self.day(day), self.between(early, late))

    def _between(self, early: date, late: date) -> str:
        """From one day to another, without years."""
        early_day, late_day = self.short_day(early), self.short_day(late)
        return self.text("{early} to {late}", early=early_day, late=late_day)

    def days(self, part_id: int, name: str) -> Cell:
        """Whole days with their interval below. Days that stock lasts are begun ones short, as the
        days are on which it ends."""
        triple = self.triple(part_id, name)
        if triple is None:
            return Cell("")
        said = math.floor if name == "cover_days" else round
        low, best, high = (self.whole(said(value)) for value in triple)
        return Cell(best) if low == high else Cell(best, self.span(low, high))

    def weeks(self, part_id: int) -> Cell:
        """The gap in whole weeks with its interval; words where the goods come first."""
        triple = self.triple(part_id, "gap_days")
        if triple is None:
            return Cell("")
        low, best, high = (self.whole(round(days / 7)) for days in triple)
        return Cell(best) if low == high else Cell(best, self.span(low, high))

    def _in_a_list(self, part: Cell) -> str:
        """The number of a part, else its name; a number such as 7 only counts rows and names none."""
        number = part.below
        is_counter = number.isdecimal() and len(number) < FEWEST_DIGITS
        name = part.text if is_counter or not number else number
        if self.longest is None or len(name) <= LONGEST_IN_A_LIST:
            return name
        return f"{name[: LONGEST_IN_A_LIST - 1].rstrip()}…"

    def named(self, part_ids: Sequence[int], at_most: int) -> str:
        """Numbers of parts, else their names, each once; how many more parts there are."""
        named: dict[str, None] = {}
        counted = 0
        for part_id in part_ids:
            name = self._in_a_list(self.part(part_id))
            if name not in named and len(named) == at_most:
                break
            named[name] = None
            counted += 1
        listed = self.catalogue.listed(isolated(name) for name in named)
        if len(part_ids) > counted:
            return self.text("{parts} and {n} more", parts=listed, n=len(part_ids) - counted)
        return listed

    @cached_property
    def _by_supplier(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for part_id in range(len(self.parts)):
            found.setdefault(self.supplier(part_id), []).append(part_id)
        return found

    def parts_of(self, supplier: str) -> list[int]:
        """Ids of the parts of a supplier, as :meth:`supplier` names it."""
        return self._by_supplier.get(supplier, [])

    @cached_property
    def judged(self) -> tuple[tuple[Licence, int], ...]:
        """Licence verdicts in the scope of this report, each with its number of parts."""
        licences = self.assessment.licences
        if self.scope.kind in OF_ONE_PART and self.scope.part is not None:
            ids: NDArray[np.int64] = np.asarray([self.scope.part], dtype=np.int64)
        elif self.is_outside and self.scope.supplier is not None:
            ids = np.asarray(self.parts_of(self.scope.supplier), dtype=np.int64)
        else:
            ids = np.arange(len(self.parts), dtype=np.int64)
        sizes = np.bincount(licences.of[ids], minlength=len(licences.kinds))
        return tuple(
            (kind, int(size))
            for kind, size in zip(licences.kinds, sizes.tolist(), strict=True)
            if size
        )

    def share(self, triple: Sequence[float] | None) -> Cell:
        """A probability in percent with its interval below."""
        if triple is None:
            return Cell("")
        low, best, high = (self.percent(value) for value in triple)
        return Cell(best) if low == high else Cell(best, self.span(low, high))

    def _span(self, low: str, high: str) -> str:
        return self.text("{low} to {high}", low=low, high=high)

    def spend(self, part_ids: Iterable[int]) -> str:
        """Annual spend, one sum per currency, largest first; empty where nobody stated any."""
        sums: dict[str, float] = {}
        for part_id in part_ids:
            spent = self.number(part_id, "annual_spend")
            if spent is not None:
                currency = self.fact(part_id, "currency") or ""
                sums[currency] = sums.get(currency, 0.0) + spent
        ordered = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
        return self.catalogue.grouped(
            self.money(amount, currency) for currency, amount in ordered if amount
        )

    def money(self, amount: float, currency: str) -> str:
        """A whole amount with its currency; the words say so where nobody named one."""
        return self.catalogue.money(amount, currency or self.text("(no currency)"))

    def cell(self, ref: CellRef) -> str:
        """A cell as it is called in a spreadsheet, such as ``BOM.xlsx › Parts › D17``."""
        if ref.column is None:
            last = self.text("row {row}", row=str(ref.row))
        else:
            last = f"{column_letters(ref.column)}{ref.row}"
        return " › ".join(place for place in (ref.file, ref.sheet, last) if place)

    def shipped(self, words: str) -> str:
        """Words of a shipped data file, such as the title of a control, in the report's language.

        They are messages like others; where nobody translated them they stay as they are.
        """
        return self.say(Message(words))

    def announcement(self, control_id: str, number: str, provision: str = "") -> str:
        """A short name made from the id of a control, such as ``No. 61 of 2025 s.1(1)``.

        The register's own words stay where the id has another form.
        """
        form = _CONTROL_ID.fullmatch(control_id)
        if form is None:
            return f"{number} {provision}".strip()
        name = self.text("No. {number} of {year}", number=form["number"], year=form["year"])
        return f"{name} {provision}".strip()

    def announcements(self, ids: Iterable[str] | None = None) -> str:
        """Announcements in short, those of a year together: ``2024: No. 33, 46; 2025: No. 18``."""
        wanted = None if ids is None else set(ids)
        years: dict[str, dict[str, None]] = {}
        others: dict[str, None] = {}
        for control in self.edition.controls:
            if wanted is not None and control.id not in wanted:
                continue
            form = _CONTROL_ID.fullmatch(control.id)
            if form is None:
                others[control.number] = None
            else:
                years.setdefault(form["year"], {})[form["number"]] = None
        said = [
            self.text("{year}: No. {numbers}", year=year, numbers=self.catalogue.listed(numbers))
            for year, numbers in years.items()
        ]
        return self.catalogue.grouped((*said, *others))

    def assumed(self, words: str, is_assumed: bool) -> str:
        """Marks what nobody declared."""
        return self.text("{value} (assumed)", value=words) if is_assumed else words

    def left_out(self, shown: int, there_are: int) -> Message | None:
        """The sentence about rows a list does not print; None where it prints all."""
        if there_are <= shown:
            return None
        return msg(
            "{shown} of {total} are listed here, the most urgent first; all are in the Excel "
            "workbook and in the audit annex.",
            shown=shown,
            total=there_are,
        )


def once(make: Callable[[View], T]) -> Callable[[View], T]:
    """Worked out once for a report, however often its lists are shortened until they fit.

    Only for what hangs on no limit; callers do not change it.
    """

    @wraps(make)
    def found(view: View) -> T:
        if make not in view.memo:
            view.memo[make] = make(view)
        value: T = view.memo[make]
        return value

    return found
