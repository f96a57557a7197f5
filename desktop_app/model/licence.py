"""The licence verdict of one kind of part, and every control it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from desktop_app.model.findings import Message, Question, Reason
from desktop_app.model.verdict import Interval

Verdict: TypeAlias = Literal["needed", "not_verified", "suspended", "not_needed"]
WaitsOn: TypeAlias = Literal["part", "law", "recognition"]
Basis: TypeAlias = Literal[
    "form", "element", "facts", "guidance", "kind", "outside", "already_outside", "destination",
    "exempt", "not_yet", "practice",
]  # fmt: skip
StatusName: TypeAlias = Literal["announced", "in_force", "suspended", "unconfirmed", "repealed"]
MissingFact: TypeAlias = Literal[
    "composition", "technical_property", "form", "identity", "origin", "end_use", "value_share",
    "control_status",
]  # fmt: skip

VERDICTS: tuple[Verdict, ...] = ("needed", "not_verified", "suspended", "not_needed")
"""Worst first; a part takes its worst control."""
_WAITS: tuple[WaitsOn | None, ...] = (None, "part", "recognition", "law")
"""What is settled by one fact of one part comes before what the law decides for all together."""


@dataclass(frozen=True, slots=True)
class ControlFinding:
    """One provision and item that holds or could hold for the part.

    ``item`` is provision and code, such as ``1C905.a.4`` or ``s.1(1)/Part-2``. ``steps`` are the
    decision path, in the order of verdicts.md: form, elements, origin, destination, status, use.
    """

    id: str
    item: str
    title: str
    status: StatusName
    verdict: Verdict
    basis: Basis | None = None
    missing: tuple[MissingFact, ...] = ()
    steps: tuple[Reason, ...] = ()
    weak_source: bool = False
    number: str = ""
    """The announcement by its number, as one names it in a letter."""


@dataclass(frozen=True, slots=True)
class ListedFirm:
    """A firm of a control list or watch list of China, ``since`` a day, and the name of a row, as
    ``written`` there, that resembles it. No verdict: whether it is the same company a user finds out."""

    written: str
    name: str
    list: Literal["control", "watch"]
    since: date


@dataclass(frozen=True, slots=True)
class SourceVerdict:
    """The verdict of a part as one of its several suppliers delivers it."""

    supplier: str | None
    verdict: Verdict
    waits_on: WaitsOn | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """The verdict of a kind of part under one inquiry. See ``verdicts`` in the README for words."""

    verdict: Verdict
    waits_on: WaitsOn | None = None
    basis: Basis | None = None
    by_grade: bool = False
    seldom: bool = False
    refused_in_principle: bool = False
    case_by_case: bool = False
    upstream_exposed: bool = False
    listed_firm: ListedFirm | None = None
    """What the name of the supplier or maker resembles, if anything."""
    listed_user: Literal["control", "watch"] | None = None
    """Which list the customer's name resembles an entry of: no general licence serves such a user."""
    covered_by: str | None = None
    covered_until: date | None = None
    """The last day on which that licence lets goods leave, where somebody recorded it."""
    applied_on: date | None = None
    """The day the exporter filed, where somebody recorded it; the licence is then awaited."""
    general_licence: bool = False
    """Covered by a general licence of the exporter: only its use for this part is to be settled."""
    effective_from: date | None = None
    suspended_until: date | None = None
    applies: Interval = (0.0, 0.0, 0.0)
    controls: tuple[ControlFinding, ...] = ()
    cases: Mapping[str, Verdict] | None = None
    reasons: tuple[Reason, ...] = ()
    questions: tuple[Question, ...] = ()
    by_source: tuple[SourceVerdict, ...] = ()
    flips: tuple[Message, ...] = field(default=())
    """What would change the verdict, in plain words."""
    without_practice: "Licence | None" = None
    """What holds without the trade-practice setting, where that differs."""

    @property
    def seriousness(self) -> tuple[int, int]:
        """Sorts the worst first, as a part takes the worst of its sources."""
        return VERDICTS.index(self.verdict), _WAITS.index(self.waits_on)

    @property
    def listed_supplier(self) -> bool:
        """Whether the name of the supplier or maker resembles a listed firm."""
        return self.listed_firm is not None
