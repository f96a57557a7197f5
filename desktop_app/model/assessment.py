"""Everything one run found out, ready for the window, the report and the JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.model.findings import Issue, Message
from desktop_app.model.flags import Flag
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence, StatusName
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.sources import SourceFile
from desktop_app.model.spread import Spread


@dataclass(frozen=True, slots=True)
class StatusSpan:
    """A state of a provision from ``since`` to ``until`` (its last day), None where no end is known."""

    state: StatusName
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class ControlStatus:
    """One provision of one announcement on the day of the inquiry, as printed in the annex."""

    id: str
    provision: str
    title: str
    number: str
    status: StatusName
    since: date
    until: date | None
    source: str
    retrieved: date | None
    as_last_read: bool
    was_suspended: bool = True
    """Whether it was ever suspended; an act that only suspends others never was, and nobody waits
    for its return."""
    spans: tuple[StatusSpan, ...] = ()
    """All its states under the scenario, the oldest first; empty in what older programs stored."""


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """Which register was used: edition, the day the law was last read, and what is unconfirmed."""

    edition: str
    reviewed_through: date
    unconfirmed: tuple[str, ...]
    controls: tuple[ControlStatus, ...]


@dataclass(frozen=True, slots=True)
class ShortageKind:
    """Structural shortage figures of one kind of part; None where it holds no such element."""

    material_index: tuple[float, float, float] | None = None
    disruption: tuple[float, float, float] | None = None
    """Annual probability of a disruption of the weakest material, weighted by its presence."""
    weakest_element: str | None = None
    weakest_stage: str | None = None
    outlook: Literal["better", "same", "worse"] | None = None
    """What the concentration of the weakest element is expected to do, None where nobody says."""
    reasons: tuple[Message, ...] = ()
    geopolrisk: tuple[float, float, float] | None = None
    """GeoPolRisk index of the weakest element at that stage, 0..1; shown, never mixed in."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a move costs, in words and, where it can be said, as an ``amount`` in ``currency``.

    ``per``: paid for every part, once for all parts of a supplier, or once. ``yearly``: again every
    year it lasts. Amounts of work and of qualification are assumptions.
    """

    text: Message
    amount: float | None = None
    currency: str | None = None
    per: Literal["part", "supplier", "once"] = "part"
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. ``removes``: licence risk (0..1) it takes away, None if unknown.

    ``narrows``: how much of the width of the licence risk (0..1) the answer to a question takes
    away, None where it is no question or the width hangs on other facts. ``saves_days``: days of
    standstill that it is expected to avoid before the next replenishment, None if not reckoned.
    ``saves_later``: the same each time from when it is done, of what comes too late for the next.
    ``outlay``: what the goods themselves cost that it buys, and the currency; ``cost`` is what the move
    costs beside them. ``about``: whom it is about, where the same move says another name for other parts.
    """

    id: str
    text: Message
    removes: float | None = None
    narrows: float | None = None
    cost: Cost | None = None
    saves_days: int | None = None
    saves_later: int | None = None
    outlay: tuple[float, str] | None = None
    about: str = ""


NUMBER_COLUMNS = (
    "licence_risk_low", "licence_risk", "licence_risk_high",
    "shortage_risk_low", "shortage_risk", "shortage_risk_high",
    "cover_days_low", "cover_days", "cover_days_high",
    "licence_days_low", "licence_days", "licence_days_high",
    "lead_time_days_low", "lead_time_days", "lead_time_days_high",
    "gap_days_low", "gap_days", "gap_days_high",
    "gap_days_p50", "gap_days_p90",
    "annual_spend", "value_at_risk_low", "value_at_risk", "value_at_risk_high", "price_at_risk",
)  # fmt: skip
"""float64 columns of ``Assessment.numbers``, NaN where missing. Risks 0..1; calendar days; money in
the row's currency. cover and gap are NaN without real stock and demand. gap_days_p50 and _p90: with
this probability the gap is no longer, if the duty applies and the licence is granted. price_at_risk:
US dollars a year by which the elements of a year's demand cost more at the asks outside China."""

OTHER_COLUMNS = (
    "licence_band", "shortage_band",         # low, watch, high, act, or None
    "assumed_cover",                         # bool: licence_risk rests on the assumed cover
    "assumed_lead_time",                     # bool: risk and gap rest on an assumed delivery time
    "run_out_early", "run_out", "run_out_late",   # datetime.date or None
    "run_out_working",                       # the last working day on or before run_out, or None
    "money_basis",                           # margin, spend or None
    "single_source", "single_country",       # True, False or None
)  # fmt: skip
"""object columns of ``Assessment.numbers``."""


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """What ``count`` drawn futures say about sums and ranks; the same for the same ``seed``.

    ``part_ids``: the parts that were drawn, rising. ``first_ten``: per drawn part the share of
    draws in which it ranks among the first ten. ``money``: per currency ``basis`` (margin or
    spend), ``p50``, ``p90`` and ``mean`` of what is lost within a year.
    """

    count: int
    seed: int
    part_ids: NDArray[np.intp]
    first_ten: NDArray[np.float64]
    money: Mapping[str, Mapping[str, float | str]]


@dataclass(frozen=True, slots=True)
class ProductStop:
    """A product and the part through which it stops first. ``margin_per_day`` in its currency."""

    plant: str | None
    margin_per_day: float
    part_id: int
    run_out: date


@dataclass(frozen=True, slots=True)
class Potential:
    """Parts by band of licence risk, ``now`` and ``then``: after the moves of ``part_ids``."""

    now: Mapping[str, int]
    then: Mapping[str, int]
    part_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of parts; the three kinds of not_verified are never added up."""

    parts: int
    needed: int
    needed_uncovered: int
    not_verified: int
    waits_part: int
    waits_law: int
    not_screened: int
    suspended: int
    not_needed: int
    guidance: int
    currency: str | None
    annual_spend: float | None
    value_at_risk: tuple[float, float, float] | None
    by_currency: Mapping[str, Mapping[str, Any]]
    first_run_out: tuple[date, date, date] | None
    first_run_out_part: int | None


@dataclass(frozen=True, slots=True)
class SetFigure:
    """A figure of the register that this run took another value for: one number, or low, best, high.

    ``source``: who says so, or the title of the scenario that sets it.
    """

    name: str
    value: tuple[float, ...]
    source: str
    by: Literal["user", "scenario"] = "user"


LicenceState: TypeAlias = Literal["planned", "on_the_way", "late", "held", "ended"]
"""``late``: the time that the ministry has is over and nothing was said."""


@dataclass(frozen=True, slots=True)
class LicenceOnFile:
    """An application or licence of an exporter as it stands on the day of the inquiry.

    ``working_days`` that an application has been running, of ``statutory_days``; ``due``: the last of
    them. ``quantity`` and what is left of it in ``unit``.
    """

    id: str
    supplier: str
    part_ids: tuple[int, ...]
    state: LicenceState
    filed: date | None = None
    accepted: date | None = None
    working_days: int | None = None
    statutory_days: int = 0
    due: date | None = None
    number: str = ""
    valid_until: date | None = None
    quantity: float | None = None
    quantity_left: float | None = None
    unit: str = ""
    papers_missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """What the same parts come to under a scenario: numbers of parts, and money per currency.

    ``refused``: of the needed ones, those refused in principle. ``stopping``: needed ones without a
    licence whose stock ends before goods under one could come. ``at_risk``: the likely value at risk.
    ``title``: what a scenario of a file calls itself.
    """

    name: str
    title: str
    needed: int
    refused: int
    waits_part: int
    waits_law: int
    suspended: int
    stopping: int
    at_risk: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Since:
    """What differs from the run before, made on day ``on``: parts that newly need a licence or an
    answer, how many no longer do, and a sentence per cause."""

    on: date
    new: tuple[int, ...]
    cleared: int
    causes: tuple[Message, ...]


@dataclass(frozen=True, eq=False)
class Assessment:
    """The result of one run. Everything per part has one entry per row of ``parts``.

    ``order``: part ids, what to do first on top. ``actions``: per part id, ranked; only for parts
    with any. ``numbers``: frame with NUMBER_COLUMNS and OTHER_COLUMNS. ``remarks``: per part id
    what was left out of its clock or makes no sense. ``products``: the earliest stop first.
    """

    inquiry: Inquiry
    edition: EditionInfo
    files: tuple[SourceFile, ...]
    parts: PartTable
    matches: Spread[Match]
    origins: Spread[Origin]
    licences: Spread[Licence]
    shortage: Spread[ShortageKind]
    actions: Spread[tuple[Action, ...]]
    numbers: pd.DataFrame
    order: NDArray[np.int64]
    totals: Totals
    notes: tuple[Message, ...] = field(default=())
    draws: Draws | None = None
    warnings: Spread[tuple[Issue, ...]] | None = None
    """Per part what its row contradicts itself in; never a verdict. None where nobody looked."""
    flags: Spread[tuple[Flag, ...]] | None = None
    """Per part what rules that bind the buyer say. None unless a user asked for them."""
    remarks: Mapping[int, tuple[Message, ...]] = field(default_factory=dict)
    products: tuple[ProductStop, ...] = ()
    potential: Potential | None = None
    set_figures: tuple[SetFigure, ...] = ()
    licences_on_file: tuple[LicenceOnFile, ...] = ()
    """Applications and licences recorded in the project, what is late first."""
    since: Since | None = None
    """What changed since the run before; None where no run was kept."""
    scenarios: tuple[ScenarioOutcome, ...] = ()
    """The same parts as asked and under other scenarios; empty where nobody looked."""
    scenario_title: str = ""
    """What a scenario of a file calls itself; empty for those of the program."""


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """The part of an assessment that its answer in sentences is made of; fields as there."""

    files: tuple[SourceFile, ...]
    parts: PartTable
    numbers: pd.DataFrame
    totals: Totals
    edition: EditionInfo
