"""Who supplies a material, how well governed they are, and what the clock assumes."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median
from typing import Literal, TypeAlias

from desktop_app.model.verdict import Interval
from desktop_app.register.working_days import WorkCalendar

STAGES = ("mining", "separation/refining", "metal/alloy", "magnet")
"""Stages of supply, upstream first."""
OF_THE_CLOCK = (
    "licence_days", "general_licence_days", "preparation_days", "statutory_days", "refusal_civil",
    "refusal_sensitive", "refusal_military", "lead_time_left", "assumed_lead_days",
    "alternative_days",
)  # fmt: skip
"""Assumptions of the clock alone: no scarcity of material hangs on them, and a scenario may set them."""


@dataclass(frozen=True, slots=True)
class FigureSource:
    """Where a figure comes from. ``grade``: A the publisher, B quoted by others, C press.

    ``words``: the part of the title that describes it in our words, said in the reader's language;
    empty where the title holds only names and what a publisher calls its own work.
    """

    id: str
    title: str
    url: str
    grade: str
    note: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class StageSplit:
    """World supply of one material at one stage by country, as one source gives it for one year.

    ``shares``: (country, share of the world as 0..1 interval); what is not listed is missing.
    ``of``: the material or group the source speaks of, such as REE for all rare earths together.
    """

    of: str
    stage: str
    year: str
    source: FigureSource
    shares: tuple[tuple[str, Interval], ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Supply figures of one element. ``splits``: by stage, the best source first, others after.

    ``recycling``: share of demand met from scrap (EoL-RIR, 0..1) over all its sources.
    ``substitution``: the EU's index for supply risk, 1 where nothing can take its place.
    ``outlook``: by stage, today and a later year as one source has them; empty where none does.
    """

    symbol: str
    splits: Mapping[str, tuple[StageSplit, ...]]
    recycling: Interval
    substitution: Interval
    outlook: tuple[tuple[StageSplit, StageSplit], ...] = ()


@dataclass(frozen=True, slots=True)
class Assumption:
    """A figure the program assumes: one number or low, best, high; sources, else our judgement.

    ``is_own``: set by the user for a project instead of the shipped one.
    """

    id: str
    value: tuple[float, ...]
    unit: str
    judgement: bool
    sources: tuple[FigureSource, ...]
    note: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class GradeLimit:
    """A class of sintered NdFeB: how hot it may become, and how likely it holds Dy or Tb."""

    name: str
    celsius: int
    heavy_probability: float


@dataclass(frozen=True, slots=True)
class SourceRule:
    """Which makers could be a second source: ``role`` of makers for parts of these facts.

    An empty ``family`` (start of its id), ``form`` or ``material`` fits every part. Makers come as
    listed or, ``purest_first``, those first whose heavy rare earths are least separated in China.
    """

    family: str
    form: str
    material: str
    role: str
    purest_first: bool


@dataclass(frozen=True, slots=True)
class PriceStep:
    """What a product usually costs, and what is asked for it outside China.

    ``by_volume``: the usual price is that of most of the world's volume, else that in China. US
    dollars a kilogram; ``element_share`` of the product's mass. Days as precise as the source.
    """

    symbol: str
    product: str
    element_share: float
    by_volume: bool
    usual: float
    usual_day: str
    usual_source: FigureSource
    ask: float
    ask_day: str
    ask_source: FigureSource


PaidPer: TypeAlias = Literal["part", "supplier", "once"]
OpenCost: TypeAlias = Literal["", "stock", "early", "grade"]


@dataclass(frozen=True, slots=True)
class MoveCost:
    """What a kind of move costs: ids of the assumptions that give its hours of work and its money.

    ``per``: paid for every part, once for all parts of a supplier, or once. ``open``: what cannot
    be assumed: the price of the stock, how much is taken early, what another grade brings with it.
    """

    hours: str
    money: str
    per: PaidPer
    open: OpenCost


@dataclass(frozen=True, slots=True)
class LicenceStep:
    """A step on the way to goods under a licence. ``is_working``: counted in working days of China.

    ``days`` (low, likely, high), or None where a ``figure`` of the assumptions says them; then
    ``at_least`` is the low end where that is less, and the likely days of the step ``without`` are in it
    already. ``after``: what must be there before it begins; ``judgement``: whether the days are ours.
    """

    id: str
    is_working: bool
    days: Interval | None
    figure: str
    at_least: float | None
    without: str
    judgement: bool
    sources: tuple[FigureSource, ...]
    after: Literal["", "filed", "licence"] = ""


@dataclass(frozen=True, slots=True)
class SeenTime:
    """How long the whole way to a licence was said to take, in ``days`` or ``months``."""

    low: float
    high: float
    unit: str
    source: FigureSource


@dataclass(frozen=True, slots=True)
class LicenceWay:
    """The steps in order, one after the other, and what was seen in all."""

    steps: tuple[LicenceStep, ...] = ()
    seen: tuple[SeenTime, ...] = ()


@dataclass(frozen=True, eq=False)
class Figures:
    """Everything the shortage risk, the clock and the money rest on.

    ``governance``: risk 0..10 (10 worst) by country, all of one year. ``reckoning``: scales and
    numbers of draws, which nobody sets. ``stage_of_form``: the stage
    at which a part of a form is made. ``magnet_forms``: forms whose rare earths sit in magnets.
    ``stock_not_usable``: marks of special stock, in lower case, that belongs to somebody else.
    ``grade_limits``: the coolest class first. ``source_rules``: the first that fits counts.
    ``china_days``: working days of the ministry. ``price_steps``: by element. ``instability``:
    political instability 0..1 by country, of one year, for the GeoPolRisk index only.
    ``rough_worth``: of one unit of a currency in euros, for the order of parts and moves only.
    ``move_costs``: by the id of a move. ``licence_way``: the steps of an application.
    """

    materials: Mapping[str, Material]
    governance: Mapping[str, Interval]
    governance_year: str
    governance_source: FigureSource
    assumptions: Mapping[str, Assumption]
    reckoning: Mapping[str, Assumption]
    stage_of_form: Mapping[str, str]
    magnet_forms: frozenset[str]
    stock_not_usable: frozenset[str]
    grade_limits: tuple[GradeLimit, ...]
    source_rules: tuple[SourceRule, ...]
    china_days: WorkCalendar
    price_steps: Mapping[str, PriceStep]
    instability: Mapping[str, float]
    instability_source: FigureSource
    rough_worth: Mapping[str, float]
    move_costs: Mapping[str, MoveCost]
    licence_way: LicenceWay = LicenceWay()
    stages: tuple[str, ...] = STAGES

    @cached_property
    def median_governance(self) -> Interval:
        """The middle of all countries, for supply whose countries no source names."""
        low, best, high = (
            median(risk[end] for risk in self.governance.values()) for end in range(3)
        )
        return low, best, high

    def number(self, name: str) -> float:
        """An assumption or a scale that is one number. Raises KeyError or ValueError."""
        (value,) = (self.reckoning.get(name) or self.assumptions[name]).value
        return value

    def interval(self, name: str) -> Interval:
        """An assumption of three numbers. Raises KeyError or ValueError."""
        low, best, high = self.assumptions[name].value
        return low, best, high

    def days_of(self, step: LicenceStep) -> Interval:
        """How long a step of the way to a licence takes: low, likely and high, in its own days."""
        if step.days is not None:
            return step.days
        values = self.assumptions[step.figure].value
        held = next((s for s in self.licence_way.steps if s.id == step.without), None)
        less = 0.0 if held is None else self.days_of(held)[1]
        low, likely, high = (max(0.0, values[at] - less) for at in (0, len(values) // 2, -1))
        return min(low, low if step.at_least is None else step.at_least), likely, high

    def allows(self, name: str, numbers: Sequence[float]) -> bool:
        """Whether an assumption of that name may be set to these numbers: as many as shipped,
        rising, from zero; a share no more than 1."""
        shipped = self.assumptions.get(name)
        if shipped is None or len(numbers) != len(shipped.value):
            return False
        most = 1.0 if shipped.unit.startswith("share") else math.inf
        sound = all(math.isfinite(number) and 0 <= number <= most for number in numbers)
        return sound and sorted(numbers) == list(numbers)

    def clockless(self) -> "Figures":
        """Without those of the clock, which scenarios set; asking for one raises KeyError."""
        of_material = {
            name: made for name, made in self.assumptions.items() if name not in OF_THE_CLOCK
        }
        return replace(self, assumptions=of_material)

    def with_values(self, values: Mapping[str, tuple[float, ...]]) -> "Figures":
        """The figures with some assumptions set by the user, marked as such.

        Raises ValueError naming an assumption that is unknown or does not allow its numbers.
        """
        changed = dict(self.assumptions)
        for name, numbers in values.items():
            if name not in changed:
                raise ValueError(f"there is no assumption {name!r}")
            if not self.allows(name, numbers):
                count = len(changed[name].value)
                raise ValueError(f"{name!r} needs {count} rising number(s) from zero")
            changed[name] = replace(
                changed[name], value=tuple(numbers), judgement=True, is_own=True
            )
        return replace(self, assumptions=changed)
