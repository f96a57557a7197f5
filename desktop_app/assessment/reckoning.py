"""What follows from the verdicts, in its order: scarcity, clock and money, sums, moves, what is first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop_app.assessment.actions import propose_actions
from desktop_app.assessment.assumptions import assumption_notes
from desktop_app.assessment.clock import reckon, reckon_sums
from desktop_app.assessment.consistency import with_question
from desktop_app.assessment.currency import per_unit
from desktop_app.assessment.kept import kept
from desktop_app.assessment.licence import edition_info
from desktop_app.assessment.money import money_notes, money_remarks
from desktop_app.assessment.portfolio import potential, products
from desktop_app.assessment.price import price_notes
from desktop_app.assessment.replenishment import Replenishment, replenishment
from desktop_app.assessment.shortage import shortage_of
from desktop_app.assessment.stock import Numbers
from desktop_app.assessment.stock_notes import stock_notes
from desktop_app.assessment.summary import rank, total
from desktop_app.model.assessment import Assessment, ShortageKind, Totals
from desktop_app.model.findings import Issue, Message
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread

if TYPE_CHECKING:
    from desktop_app.register.control import Edition
    from desktop_app.register.substances import Maker
    from desktop_app.register.supply import Figures


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Parts with their verdicts under one question, the law they were judged by, and the figures
    they are reckoned by."""

    parts: PartTable
    matches: Spread[Match]
    origins: Spread[Origin]
    licences: Spread[Licence]
    inquiry: Inquiry
    edition: "Edition"
    figures: "Figures"


@dataclass(frozen=True, slots=True, eq=False)
class Reckoned:
    """Stock, time and money of judged parts; ``numbers`` and ``totals`` as in an assessment."""

    start: Replenishment
    shortage: Spread[ShortageKind]
    numbers: pd.DataFrame
    totals: Totals


def reckoned(judged: Judged) -> Reckoned:
    """Stock, time and money, and their sums."""
    start, shortage, numbers = _figures_of(judged)
    return Reckoned(start, shortage, numbers, total(judged.parts, judged.licences, numbers))


def sums_of(judged: Judged) -> tuple[pd.DataFrame, Totals]:
    """The sums alone, which the outcome of a scenario is made of, and the few figures of each part that
    they come from."""
    parts, matches, licences = judged.parts, judged.matches, judged.licences
    shortage = shortage_of(parts, matches, judged.origins, judged.figures)
    numbers = reckon_sums(parts, matches, licences, shortage, judged.figures, judged.inquiry)
    return numbers, total(parts, licences, numbers)


def _figures_of(judged: Judged) -> tuple[Replenishment, Spread[ShortageKind], pd.DataFrame]:
    parts, matches, licences = judged.parts, judged.matches, judged.licences
    figures, inquiry = judged.figures, judged.inquiry
    shortage = shortage_of(parts, matches, judged.origins, figures)
    start = replenishment(parts, matches, licences, figures, inquiry)
    numbers = reckon(parts, matches, licences, shortage, figures, inquiry, start=start)
    return start, shortage, numbers


def answered(
    judged: Judged,
    found: Reckoned,
    makers: Iterable["Maker"],
    *,
    contradictions: Spread[tuple[Issue, ...]],
    notes: tuple[tuple[Message, ...], tuple[Message, ...]] = ((), ()),
) -> Assessment:
    """The assessment as far as parts, law and figures say it; its files are not in yet.

    ``contradictions``: what rows contradict themselves in, whatever is asked. ``notes``: what was
    said of the parts before they were judged, and of records that verdicts rest on.
    """
    parts, matches, licences = judged.parts, judged.matches, judged.licences
    figures, numbers = judged.figures, found.numbers
    actions = propose_actions(
        parts, matches, judged.origins, licences, numbers,
        figures=figures, inquiry=judged.inquiry, makers=makers, start=found.start,
    )  # fmt: skip
    worth = kept(per_unit, parts, figures.rough_worth)
    return Assessment(
        inquiry=judged.inquiry,
        edition=edition_info(judged.edition, judged.inquiry),
        files=(),
        parts=parts,
        matches=matches,
        origins=judged.origins,
        licences=licences,
        shortage=found.shortage,
        actions=actions,
        numbers=numbers,
        order=rank(matches, licences, numbers, worth),
        totals=found.totals,
        notes=_notes(judged, numbers["price_at_risk"].to_numpy(np.float64), *notes),
        remarks=kept(_remarks, parts, figures.stock_not_usable),
        products=products(parts, licences, numbers),
        potential=potential(numbers, actions, figures.interval("band_edges")),
        warnings=with_question(contradictions, parts, judged.inquiry, judged.edition),
    )


def _remarks(parts: PartTable, not_usable: frozenset[str]) -> Mapping[int, tuple[Message, ...]]:
    """What single parts were counted without: stock first, then money."""
    of_stock, of_money = stock_notes(parts, not_usable), money_remarks(parts)
    both = {part: (*of_stock.get(part, ()), *said) for part, said in of_money.items()}
    return {**of_stock, **both}


def _notes(
    judged: Judged,
    at_risk: Numbers,
    of_parts: tuple[Message, ...],
    of_records: tuple[Message, ...],
) -> tuple[Message, ...]:
    return (
        *assumption_notes(judged.figures, judged.inquiry.on),
        *price_notes(judged.matches, at_risk, judged.figures),
        *of_parts,
        *kept(money_notes, judged.parts),
        *of_records,
        *judged.edition.notes,
    )
