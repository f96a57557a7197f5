"""The review queue: what a person can decide once for many parts, ordered by what it changes.

A decision is proposed only where one of its answers changes a verdict or a date. Whether it does is
not guessed: the parts are judged again under each answer by the very rules that judged them.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.licence.facts import Case, cases_of, thing_of
from desktop_app.assessment.licence.judging import Judge
from desktop_app.assessment.review_law import law_answers
from desktop_app.assessment.review_texts import alike
from desktop_app.matching.chosen import match_as, match_confirmed, match_reviewed
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message
from desktop_app.model.licence import Licence, Verdict, WaitsOn
from desktop_app.model.match import Match
from desktop_app.model.spread import Spread, combine

if TYPE_CHECKING:
    from desktop_app.register.control import Edition
    from desktop_app.register.knowledge import Knowledge

Kind: TypeAlias = Literal["law", "family", "unrecognised", "supplier", "maker"]
KINDS: tuple[Kind, ...] = ("law", "family", "unrecognised", "supplier", "maker")
Outcome: TypeAlias = tuple[Verdict, WaitsOn | None]
Places: TypeAlias = NDArray[np.intp]
Told: TypeAlias = tuple[str, Message | None, list[Outcome]]
"""An answer, what it is called, and how each part of the group then stands."""
IsSettled: TypeAlias = Callable[[str, str], bool]
"""Whether a fact was recorded of a supplier: (name as in the file, fact)."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What follows from one answer: how many of the parts get which verdict."""

    name: str
    title: Message | None
    after: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """One group of parts that one answer settles.

    ``name``: control and provision, family and rival, pattern or material group, or supplier or
    maker as in the file. ``changes``: parts whose verdict an answer changes; ``dates``: parts of which only a
    date moves. ``spend``: annual spend by currency. ``part_ids``: dearest first. ``asks``: facts of
    a supplier that are worth asking.
    """

    kind: Kind
    name: tuple[str, ...]
    part_ids: Places
    changes: int
    dates: int
    spend: Mapping[str, float]
    answers: tuple[Answer, ...] = ()
    asks: tuple[str, ...] = ()
    title: Message | None = None
    words: tuple[str, ...] = ()
    decides: Message | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Queue:
    """``first``: what is proposed now; ``later``: how many more decisions wait behind them;
    ``reached``: parts that the first ones speak of."""

    first: tuple[Decision, ...]
    later: int
    reached: int


def review_queue(
    assessment: Assessment,
    edition: "Edition",
    knowledge: "Knowledge",
    most: int,
    is_settled: IsSettled = lambda _name, _fact: False,
) -> Queue:
    """The ``most`` decisions that change most, the largest first.

    ``edition``: the register the assessment was made with, records laid in.
    """
    found = [*_Reviewer(assessment, edition, knowledge, is_settled).decisions()]
    found.sort(key=_rank)
    first = tuple(found[:most])
    reached = {int(part_id) for decision in first for part_id in decision.part_ids}
    return Queue(first, len(found) - len(first), len(reached))


def _rank(decision: Decision) -> tuple[int, int, float, int, tuple[str, ...]]:
    """Verdicts before dates before money; never money of two currencies added up."""
    dearest = max(decision.spend.values(), default=0.0)
    place = KINDS.index(decision.kind)
    return -decision.changes, -decision.dates, -dearest, place, decision.name


class _Reviewer:
    """One assessment, and the judge that judges its cases again."""

    def __init__(
        self, assessment: Assessment, edition: "Edition", knowledge: "Knowledge", is_settled: IsSettled
    ) -> None:  # fmt: skip
        self.made, self.edition, self.knowledge = assessment, edition, knowledge
        self.is_settled = is_settled
        self.judge = Judge(edition, assessment.inquiry)
        parts = assessment.parts
        self.cases = cases_of(
            parts, assessment.matches, assessment.origins, assessment.inquiry, edition
        )
        self.spend = parts.number("annual_spend")
        self.currency = parts.frame["currency"].to_numpy()
        self._seen: dict[Case, Outcome] = {}

    def decisions(self) -> Iterator[Decision]:
        """All of them, in no order that means anything."""
        yield from self._of_law()
        yield from self._of_families()
        yield from self._of_unrecognised()
        yield from self._of_firms()

    def outcome(self, case: Case) -> Outcome:
        """What a case is judged as."""
        if case not in self._seen:
            licence = self.judge.decide(case)
            self._seen[case] = licence.verdict, licence.waits_on
        return self._seen[case]

    def _decision(self, kind: Kind, name: tuple[str, ...], parts: Places, changes: int,
                  **more: object) -> Decision:  # fmt: skip
        spend = np.nan_to_num(self.spend[parts])
        sums: Counter[str] = Counter()
        for code, amount in zip(self.currency[parts].tolist(), spend.tolist(), strict=True):
            if amount > 0:
                sums[code or ""] += amount
        ordered = parts[np.argsort(-spend, kind="stable")]
        known = {"dates": 0, "spend": dict(sums), **more}
        return Decision(kind, name, ordered, changes, **known)  # type: ignore[arg-type]

    # --- the law ------------------------------------------------------------------------------

    def _of_law(self) -> Iterator[Decision]:
        waits = self.made.licences.map(lambda kind: kind.waits_on == "law")
        open_parts = np.flatnonzero(waits.array(bool, np.bool_))
        if not len(open_parts):
            return
        for control, provision, judges in law_answers(self.edition, self.made.inquiry):
            name = (control.id, provision.id)
            chosen = [p for p in open_parts.tolist() if _hangs_on(self.made.licences[p], name)]
            if not chosen:
                continue
            parts = np.array(chosen, dtype=np.intp)
            after = {state: _Outcomes(judge) for state, judge in judges.items()}
            answers = [
                (state, None, self._after(parts, found.of)) for state, found in after.items()
            ]
            changes = self._changes(parts, [found for _, _, found in answers])
            if changes:
                yield self._decision("law", name, parts, changes, answers=_counted(answers),
                                     title=Message(provision.title or control.title))  # fmt: skip

    # --- what it is ---------------------------------------------------------------------------

    def _of_families(self) -> Iterator[Decision]:
        """Parts of two readings: the first, the other, or neither."""
        for name, parts in _grouped(self.made.matches.map(_two_readings)):
            match = self.made.matches[int(parts[0])]
            rival = self.knowledge.families.get(name[1])
            right = self._as(parts, lambda read: match_confirmed(read, self.knowledge))
            answers: list[Told] = [("right", match.title, right)]
            if rival is not None:
                other = self._as(parts, lambda read, to=rival: match_as(to, read, self.knowledge))  # type: ignore[misc]
                answers.append((rival.id, Message(rival.title), other))
            changes = self._changes(parts, [found for _, _, found in answers])
            answers.append(("none", None, self._as(parts, match_reviewed)))
            if changes:
                yield self._decision("family", name, parts, changes, answers=_counted(answers),
                                     title=match.title, words=match.words, decides=match.decides)  # fmt: skip

    def _of_unrecognised(self) -> Iterator[Decision]:
        """Parts nobody could place: by material group or section, else by texts alike."""
        nothing = self.made.matches.map(lambda match: match.outcome == "none")
        named = combine(nothing, alike(self.made.parts)).map(lambda k: k[1] if k[0] else None)
        for name, parts in _grouped(named):
            answers = [("none", None, self._as(parts, match_reviewed))]
            changes = self._changes(parts, [found for _, _, found in answers])
            if changes:
                words = self.made.matches[int(parts[0])].words
                yield self._decision("unrecognised", name, parts, changes,
                                     answers=_counted(answers), words=words)  # fmt: skip

    # --- what a supplier says once ------------------------------------------------------------

    def _of_firms(self) -> Iterator[Decision]:
        """By supplier; parts without one by maker."""
        open_parts = self.made.licences.array(_is_open, np.bool_)
        firms = combine(
            Spread((False, True), open_parts.astype(np.int32)),
            self.made.parts.text("supplier"),
            self.made.parts.text("manufacturer"),
        ).map(_firm)
        for (subject, name), parts in _grouped(firms):
            asked = self._leaving(name, parts)
            dated = self._dated(name, parts)
            if subject == "maker":
                dated.pop("general_licence_until", None)
            asks = (*(("leaves_china",) if asked else ()), *dated)
            changes = self._changes(parts, [found for _, _, found in asked])
            dates = max((len(found) for found in dated.values()), default=0)
            if asks:
                yield self._decision("supplier" if subject == "supplier" else "maker", (name,), parts,
                                     changes, dates=dates, asks=asks,
                                     answers=_counted(asked))  # fmt: skip

    def _leaving(self, supplier: str, parts: Places) -> list[Told]:
        """Whether its deliveries leave China, where that changes a verdict."""
        if self.is_settled(supplier, "leaves_china"):
            return []
        found: list[Told] = []
        for answer, leaves in (("yes", True), ("no", False)):
            found.append((answer, None, [self._left(int(p), leaves) for p in parts]))
        return found if self._changes(parts, [after for _, _, after in found]) else []

    def _left(self, part_id: int, leaves: bool) -> Outcome:
        """A part of which somebody said it already stays as it is."""
        case, origin = self.cases[part_id], self.made.origins[part_id]
        if origin.leaves_china is not None or origin.already_inside:
            return self.before(part_id)
        return self.outcome(case._replace(place=case.place._replace(leaves_china=leaves)))

    def _dated(self, supplier: str, parts: Places) -> dict[str, Places]:
        """Facts that move a date, and of which parts: a duty that no licence covers yet."""
        licences, frame = self.made.licences, self.made.parts.frame
        bare = np.array([_is_uncovered(licences[int(p)]) for p in parts], dtype=np.bool_)
        quoted = frame["lead_time_days"].to_numpy(dtype=np.float64)[parts] >= 0
        said = frame["lead_time_holds_licence"].notna().to_numpy()[parts]
        found = {
            "lead_time_holds_licence": parts[bare & quoted & ~said],
            "general_licence_until": parts[bare],
        }
        return {
            fact: chosen
            for fact, chosen in found.items()
            if len(chosen) and not self.is_settled(supplier, fact)
        }

    # --- judging again ------------------------------------------------------------------------

    def before(self, part_id: int) -> Outcome:
        """How a part stands now."""
        licence = self.made.licences[part_id]
        return licence.verdict, licence.waits_on

    def _after(self, parts: Places, judge: Callable[[Case], Outcome]) -> list[Outcome]:
        return [judge(self.cases[int(p)]) for p in parts]

    def _as(self, parts: Places, read: Callable[[Match], Match]) -> list[Outcome]:
        """Judged with another match each."""
        made: dict[int, Match] = {}
        found = []
        for part_id in parts.tolist():
            code = int(self.made.matches.of[part_id])
            if code not in made:
                made[code] = read(self.made.matches.kinds[code])
            found.append(self.outcome(self.cases[part_id]._replace(thing=thing_of(made[code]))))
        return found

    def _changes(self, parts: Places, answers: Sequence[Sequence[Outcome]]) -> int:
        """Parts that at least one answer judges otherwise."""
        return sum(
            any(after[at] != self.before(part_id) for after in answers)
            for at, part_id in enumerate(parts.tolist())
        )


class _Outcomes:
    """A judge that judges each case once."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self._seen: dict[Case, Outcome] = {}

    def of(self, case: Case) -> Outcome:
        if case not in self._seen:
            licence = self.judge.decide(case)
            self._seen[case] = licence.verdict, licence.waits_on
        return self._seen[case]


def _grouped(
    names: Spread[tuple[str, ...] | None],
) -> Iterator[tuple[tuple[str, ...], Places]]:
    """Part ids by name; parts without a name are in no group."""
    kinds: dict[tuple[str, ...], list[int]] = {}
    for code, name in enumerate(names.kinds):
        if name is not None:
            kinds.setdefault(name, []).append(code)
    order = np.argsort(names.of, kind="stable")
    edges = np.searchsorted(names.of[order], np.arange(len(names.kinds) + 1))
    for name, codes in kinds.items():
        parts = np.concatenate([order[edges[code] : edges[code + 1]] for code in codes])
        if len(parts):
            yield name, np.sort(parts).astype(np.intp)


def _counted(
    answers: Sequence[Told],
) -> tuple[Answer, ...]:
    return tuple(Answer(name, title, Counter(after)) for name, title, after in answers)


def _two_readings(match: Match) -> tuple[str, ...] | None:
    """Family and rival of what is not clear: two readings, or one that is only a guess."""
    is_doubtful = match.outcome == "ambiguous" or match.form_evidence == "D"
    if not is_doubtful or match.family is None:
        return None
    return match.family, match.runner_up or ""


def _firm(kind: tuple[bool, str | None, str | None]) -> tuple[str, ...] | None:
    """Whom one can ask about an open part."""
    is_open, supplier, maker = kind
    if not is_open or not (supplier or maker):
        return None
    return ("supplier", supplier) if supplier else ("maker", maker or "")


def _hangs_on(licence: Licence, name: tuple[str, str]) -> bool:
    return any(
        found.id == name[0]
        and found.status == "unconfirmed"
        and (not name[1] or found.item.partition("/")[0] == name[1])
        for found in licence.controls
    )


def _is_open(licence: Licence) -> bool:
    return licence.verdict in ("needed", "not_verified") and licence.waits_on != "recognition"


def _is_uncovered(licence: Licence) -> bool:
    """A duty in force, or one that may be, and neither a licence nor an application."""
    is_due = licence.verdict == "needed" or licence.waits_on == "part"
    in_hand = licence.covered_by or licence.general_licence or licence.applied_on
    return is_due and not in_hand
