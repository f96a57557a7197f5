"""What an announcement controls, and in which state each of its provisions is on a day.

Pure values: nothing here reads a file, so the assessment may hold them. Days are calendar days in
China Standard Time and inclusive at both ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Literal, TypeAlias, cast

from desktop_app.model.bounds import StatedValue, bounds_of
from desktop_app.model.findings import Message
from desktop_app.model.inquiry import SCENARIOS, EndUse
from desktop_app.model.licence import StatusName
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.register.customs import Customs
from desktop_app.register.word_lists import WordLists

Reach: TypeAlias = Literal[
    "export", "foreign_content", "reexport", "foreign_technology", "user", "none"
]
REACHES: tuple[Reach, ...] = (
    "export", "foreign_content", "reexport", "foreign_technology", "user", "none",
)  # fmt: skip
"""``export``: goods leaving China. ``foreign_content``: made elsewhere with Chinese inputs worth a
share of the value. ``reexport``: Chinese goods leaving a third country. ``foreign_technology``:
made elsewhere with Chinese know-how; no parts list says so. ``user``: refuses users or
destinations, adds no duty. ``none``: concerns no bought goods."""
GOODS: frozenset[Reach] = frozenset({"export", "foreign_content", "reexport"})

STATES: tuple[StatusName, ...] = (
    "announced", "in_force", "suspended", "unconfirmed", "repealed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read. ``grade``: A official text, B law firm or press, D own knowledge."""

    title: str
    url: str
    language: str
    retrieved: date
    grade: Literal["A", "B", "D"]


@dataclass(frozen=True, slots=True)
class Step:
    """From ``since`` on a provision is in ``state``. ``if_lapsed`` and ``if_extended`` say what an
    unconfirmed state turns out to be under the scenarios of those names; ``note``: remarks."""

    since: date
    state: StatusName
    source: Source
    takes_effect: date | None = None
    if_lapsed: StatusName = "in_force"
    if_extended: StatusName = "suspended"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The one state of a provision on a day. ``until`` is its last day, None where no end is known;
    ``takes_effect`` the announced first day of a provision that is not in force yet."""

    state: StatusName
    since: date
    until: date | None
    source: Source
    takes_effect: date | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """A part of an announcement with a fate of its own. ``id`` is "" where there is only one.

    ``value_share_percent``: share of value from which Chinese inputs count. ``exempt_uses``: end
    uses that are free, with ``exempt_duty``. ``refuses``/``case_by_case``: ids of the controls whose
    licences are refused in principle or decided singly, for ``destinations`` and ``uses``, all where
    empty. ``inputs``: codes of the items whose value counts into the share. ``makes``: forms that the
    technologies named make. ``overlay``: steps of a user's scenario file."""

    id: str
    title: str
    reach: Reach
    timeline: tuple[Step, ...]
    overlay: tuple[Step, ...] = ()
    value_share_percent: float | None = None
    exempt_uses: tuple[str, ...] = ()
    exempt_duty: str = ""
    case_by_case_uses: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    case_by_case: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()


Comparison: TypeAlias = Literal["at_least", "above", "at_most", "below"]
COMPARISONS: tuple[Comparison, ...] = ("at_least", "above", "at_most", "below")


@dataclass(frozen=True, slots=True)
class Limit:
    """A technical property that a line asks for besides form and content.

    ``property`` is one of model.match.PROPERTIES and carries its unit in its name. A limit that the
    register has not captured has no property, op and value: a fact that is always missing. ``use``
    instead: the line asks for a purpose within that end use; another declared use does not meet it,
    and a row that names it by one of ``words`` does.
    """

    text: str
    property: str | None = None
    op: Comparison | None = None
    value: float | None = None
    use: EndUse | None = None
    words: tuple[str, ...] = ()

    def met_by(self, stated: StatedValue | None) -> Ternary:
        """Whether a stated value meets the limit; unknown where nothing is stated or captured, or
        where what is stated leaves it open: "at least 99.8 %" may be 99.99 %."""
        if stated is None or self.op is None or self.value is None:
            return Ternary.UNKNOWN
        said = bounds_of(stated)
        if self.op in ("at_least", "below"):
            reaches = said.at_least(self.value)
            return reaches if self.op == "at_least" else ~reaches
        exceeds = said.more_than(self.value)
        return exceeds if self.op == "above" else ~exceeds

    def allowed_by(self, declared: EndUse | None) -> Ternary:
        """Whether a declared end use may be the purpose the line asks for; never a certain yes,
        because the purpose is narrower than the use."""
        return Ternary.UNKNOWN if declared in (None, self.use) else Ternary.NO


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered line. It covers goods in one of ``forms`` (any, where a CAS number alone finds
    the line) that hold any of ``elements`` or ``minerals`` or are of one of the ``families`` or CAS
    numbers, and, where named, are of one of the ``materials`` or, if an alloy, the ``alloys``.

    ``limits``: technical properties the line asks for besides, all of them, or ``limits_met`` of
    them where the line says so. ``open_question``: why it is not
    settled that the line means these goods; it then never covers for certain. ``provisions``: ids
    of the provisions it belongs to, all when empty. ``hs``: Chinese customs numbers it prints.
    ``not_screened``: why no parts list is screened for the line (equipment, technology); such a
    line names no forms and covers nothing here, and a report says so. Lines may share a code.
    """

    code: str
    title: str
    source: Source
    evidence: Literal["A", "B", "D"]
    forms: tuple[str, ...]
    elements: tuple[str, ...] = ()
    minerals: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    alloys: tuple[frozenset[str], ...] = ()
    cas: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    limits_met: int | None = None
    open_question: str = ""
    original: str = ""
    hs: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    note: str = ""
    not_screened: str = ""


@dataclass(frozen=True, slots=True)
class Guidance:
    """Forms that the authority calls generally outside, though the text does not say so."""

    forms: tuple[str, ...]
    title: str
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """How long the authority may take. ``working_days``: None where no limit runs."""

    working_days: int | None
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class Papers:
    """What the exporter files with an application."""

    names: tuple[str, ...]
    source: Source


Mark: TypeAlias = Literal["refused", "case_by_case", "none"]
MARKS: tuple[Mark, ...] = ("refused", "case_by_case", "none")


@dataclass(frozen=True, slots=True)
class Example:
    """Facts of a part and the verdict they must get; every control file that reaches goods has some.

    The facts and their meaning are EXAMPLE_FACTS of control_examples.py. An example is judged under its
    own control alone; that of a ``user`` control under it and the controls it refuses or decides
    singly. ``mark``: what stands beside the verdict, "none" that nothing may; None is not asked.
    """

    day: date
    part: Mapping[str, object] = field(hash=False)
    inquiry: Mapping[str, str] = field(hash=False)
    verdict: str
    waits_on: str | None = None
    basis: str | None = None
    line: int = 0
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Control:
    """One announcement. Equal to itself only, so that it is quick to look up.

    ``entities_announced``: how many names its list has, 0 where it has none; ``Edition.entities``
    holds those known, which may be fewer, ``names`` those of the file itself. ``reviewed_by`` and
    ``reviewed_on``: who last compared the file with its sources.
    """

    id: str
    number: str
    title: str
    issuer: str
    issued: date
    provisions: tuple[Provision, ...]
    items: tuple[Item, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    examples: tuple[Example, ...] = ()
    original_title: str = ""
    note: str = ""
    entities_announced: int = 0
    names: tuple["ListedEntity", ...] = ()
    review: Review | None = None
    papers: Papers | None = None
    reviewed_by: str = ""
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """A firm named in a control list or watch list, from ``since`` on."""

    name: str
    aliases: tuple[str, ...]
    country: str
    control: str
    list: Literal["control", "watch"]
    since: date


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Figures and words of our own judgement, shown as such. Probabilities 0..1 as intervals.

    ``defence_in_descriptions``: words of arms that a description of a part may hold; fewer than
    ``defence_words``, because "navy blue" is a colour. ``technology``: words of China, of know-how,
    and of no, by which a declaration says whose technology a part was made with. ``implies``: the
    one magnet material that holds an element. ``named_material``: that a magnet which states the
    element of a line is of the material the line names.
    ``word_lists``: shipped words by which a text denies a use, and legal forms of firms.
    ``practice_percent``: the sum of ``practice_elements`` in mass percent that trade practice lets
    pass in a magnet; None where the edition holds no such figure.
    """

    kind_probability: float
    seldom_probability: float
    unconfirmed_holds: Interval
    open_form: Interval
    unscreened: Interval
    hidden_element: Interval
    may_hide: Mapping[str, tuple[str, ...]]
    use_words: Mapping[str, tuple[str, ...]]
    defence_words: tuple[str, ...]
    word_lists: WordLists
    defence_in_descriptions: tuple[str, ...] = ()
    technology: tuple[tuple[str, ...], ...] = ()
    implies: Mapping[str, str] = field(default_factory=dict)
    named_material: Interval = (0.0, 0.5, 1.0)
    practice_elements: tuple[str, ...] = ()
    practice_percent: float | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """The trade-practice setting of a project: between these days, both inclusive."""

    since: date
    until: date


@dataclass(frozen=True, eq=False)
class Edition:
    """The register of one day. ``overlay``: the name of the user's scenario laid over it.
    ``territories``: countries (ISO2) that form one customs territory. ``note``: what it lacks.
    ``customs``: what customs numbers say. ``folder``: where it was read. ``notes``: why a newer
    edition is not used. ``covers_from``: the first day it speaks of, None where it does not say.
    ``practice``: where a project judges by trade practice.
    """

    number: str
    reviewed_through: date
    controls: tuple[Control, ...]
    assumptions: Assumptions
    entities: tuple[ListedEntity, ...] = ()
    territories: tuple[frozenset[str], ...] = ()
    overlay: str | None = None
    by_id: Mapping[str, Control] = field(default_factory=dict)
    note: str = ""
    customs: Customs = field(default_factory=Customs)
    folder: Path | None = None
    notes: tuple[Message, ...] = ()
    covers_from: date | None = None
    practice: Practice | None = None

    @property
    def share_limits(self) -> frozenset[float]:
        """The shares of value, in percent, from which Chinese inputs count in any provision."""
        return frozenset(
            provision.value_share_percent
            for control in self.controls
            for provision in control.provisions
            if provision.value_share_percent is not None
        )


def names_known(edition: Edition, control: Control) -> tuple[int, int]:
    """How many names of a list are held, of how many announced: not matched is not cleared."""
    held = sum(entity.control == control.id for entity in edition.entities)
    return held, control.entities_announced


OpenAs: TypeAlias = Literal["lapsed", "extended"]
"""How what is unconfirmed turns out."""


def timeline_under(
    provision: Provision, scenario: str, open_as: OpenAs | None = None
) -> tuple[Step, ...]:
    """The steps of a provision under a scenario: ``today``, ``lapsed``, ``extended`` or an overlay.

    Scenarios only decide what is unconfirmed or lies in a user's overlay; the past stays.
    ``open_as`` decides what is unconfirmed still, as ``lapsed`` and ``extended`` do.
    """
    if scenario in ("lapsed", "extended"):
        return _settled(provision.timeline, cast(OpenAs, scenario))
    steps = provision.timeline
    if scenario not in SCENARIOS and provision.overlay:
        kept = tuple(s for s in steps if s.since < provision.overlay[0].since)
        steps = _joined((*kept, *provision.overlay))
    return steps if open_as is None else _settled(steps, open_as)


def _settled(steps: tuple[Step, ...], open_as: OpenAs) -> tuple[Step, ...]:
    return _joined(
        tuple(
            replace(s, state=s.if_lapsed if open_as == "lapsed" else s.if_extended)
            if s.state == "unconfirmed"
            else s
            for s in steps
        )
    )


def _joined(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """A suspension that goes on is one suspension, not a second one."""
    kept: list[Step] = []
    for step in steps:
        if not kept or step.state != kept[-1].state:
            kept.append(step)
    return tuple(kept)


def status_on(
    provision: Provision, day: date, scenario: str = "today", open_as: OpenAs | None = None
) -> Status | None:
    """The one state of a provision on a day; None before it was issued."""
    found: Status | None = None
    steps = timeline_under(provision, scenario, open_as)
    for step, following in zip_longest(steps, steps[1:]):
        if step.since > day:
            break
        until = following.since - timedelta(days=1) if following else None
        found = Status(step.state, step.since, until, step.source, step.takes_effect)
    return found
