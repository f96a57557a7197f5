"""What the law asks of a part: thing, place, value share, use; and the distinct cases of a list.

Every fact may be missing. Parts with the same facts are one case and get one verdict, so the
verdict of a column and the explanation of one of its rows are the same object.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from desktop_app.assessment.licence.purposes import purposes_told
from desktop_app.assessment.licence.technology import technology_told
from desktop_app.assessment.licence.uses import listed_suppliers, uses_of
from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.model.bounds import StatedValue
from desktop_app.model.inquiry import EndUse, Inquiry
from desktop_app.model.licence import ListedFirm
from desktop_app.model.match import ElementContent, Match, MatchOutcome, Origin
from desktop_app.model.parts import SHARE_MARK, PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Interval, Ternary, known
from desktop_app.register.control import Assumptions, Edition, ListedEntity

CHINA = "CN"


class Thing(NamedTuple):
    """What a part is, as far as an announcement asks. Fields as in :class:`Match`.

    ``implied_by``: the stated element from which the material follows, where nothing names it.
    ``others``: what else the row names as what it may be; then each has its ``words`` in the row.
    """

    outcome: MatchOutcome
    family: str | None = None
    form: str | None = None
    form_evidence: str | None = None
    runner_up_form: str | None = None
    evidence: str | None = None
    material: str | None = None
    grade: str | None = None
    elements: tuple[ElementContent, ...] = ()
    minerals: tuple[str, ...] = ()
    properties: tuple[tuple[str, StatedValue], ...] = ()
    listed_probability: float = 0.0
    is_kit: bool = False
    trace_only: bool = False
    free_claim: bool = False
    implied_by: str | None = None
    others: tuple["Thing", ...] = ()
    words: tuple[str, ...] = ()

    @property
    def form_decides(self) -> bool:
        """Whether the form is better than a guess."""
        return self.form_evidence in ("A", "B", "C")

    @property
    def is_clear(self) -> bool:
        """Whether form and family are recognised with a clear margin."""
        return self.outcome == "sure" and self.form_decides

    @property
    def of_unknown_material(self) -> bool:
        """A form that announcements list, of which nothing tells what it is made of. An alloy or
        compound counts only where its kind is at times a listed one: most are of common metals."""
        if self.material or self.elements or self.minerals:
            return False
        if self.form in ("magnet", "target", "metal", "oxide"):
            return True
        return self.form in ("alloy", "compound", "mixture") and self.listed_probability > 0

    def element(self, symbol: str) -> ElementContent | None:
        """The content entry of an element, if there is one."""
        return next((e for e in self.elements if e.symbol == symbol), None)


class Place(NamedTuple):
    """Where a part was made and whether this delivery leaves China."""

    country: str | None = None
    leaves_china: bool | None = None
    already_inside: bool = False
    ships_from: str | None = None
    china: Interval = (0.0, 0.5, 1.0)

    def leaves(self) -> Ternary:
        """Whether this delivery leaves China; made in China stands in where nobody said."""
        if self.already_inside:
            return Ternary.NO
        if self.leaves_china is not None:
            return known(self.leaves_china)
        return self.made_in_china()

    def made_in_china(self) -> Ternary:
        """Whether the declared country of origin is China."""
        return known(None if self.country is None else self.country == CHINA)

    def departs_from(self) -> str | None:
        """The country this delivery leaves, as far as it is known."""
        if self.ships_from is not None:
            return self.ships_from
        if self.leaves_china:
            return CHINA
        return self.country if self.leaves_china is None else None


class Share(NamedTuple):
    """A share of value in percent. ``high``: another reading of the same figure, where it has no
    sign: 0.3 is 0.3 % or, as a part of the whole, 30 %."""

    low: float
    high: float


class Case(NamedTuple):
    """Everything a verdict depends on beside register and question. ``share``: percent of value
    that is controlled Chinese input. ``end_use``: the row's own, None where it says nothing.
    ``defence``: what in the row names a defence user without stating a use. ``technology``: made
    with Chinese technology, as declared; None where nobody said. ``purpose``: the word of a listed
    purpose that the row names."""

    thing: Thing
    place: Place = Place()
    share: Share | None = None
    cas: str | None = None
    end_use: EndUse | None = None
    defence: str = ""
    listed: ListedFirm | None = None
    technology: bool | None = None
    purpose: str = ""

    @property
    def hides_its_use(self) -> bool:
        """Whether the row names a defence customer and does not say what the part is for."""
        return bool(self.defence) and self.end_use is None


class _Told(NamedTuple):
    """The cases of a list and what they were told from."""

    matches: Spread[Match]
    origins: Spread[Origin]
    assumptions: Assumptions
    listed: tuple[ListedEntity, ...]
    cases: Spread[Case]


_TOLD: WeakKeyDictionary[PartTable, _Told] = WeakKeyDictionary()


def cases_of(
    parts: PartTable,
    matches: Spread[Match],
    origins: Spread[Origin],
    inquiry: Inquiry,
    edition: Edition,
) -> Spread[Case]:
    """The distinct cases of a list. Another day or destination asks about the same ones, unless a
    firm was listed in between; they are told apart once for each list."""
    listed = tuple(entity for entity in edition.entities if entity.since <= inquiry.on)
    told = _TOLD.get(parts)
    if (
        told is not None
        and told.matches is matches
        and told.origins is origins
        and told.assumptions is edition.assumptions
        and told.listed == listed
    ):
        return told.cases
    cases = _told_apart(parts, matches, origins, inquiry, edition)
    _TOLD[parts] = _Told(matches, origins, edition.assumptions, listed, cases)
    return cases


def _told_apart(
    parts: PartTable,
    matches: Spread[Match],
    origins: Spread[Origin],
    inquiry: Inquiry,
    edition: Edition,
) -> Spread[Case]:
    ships_from = merged(texts(parts, "ships_from"), _one_country)
    kinds = combined(
        merged(matches, thing_of),
        combined(origins, ships_from),
        _shares(parts),
        texts(parts, "cas_number"),
        uses_of(parts, matches, inquiry, edition),
        listed_suppliers(parts, edition, inquiry),
    )
    technology = technology_told(parts, edition.assumptions)
    purposes = purposes_told(parts, matches, edition)
    if set(technology.kinds) == {None} and not any(purposes.kinds):
        return merged(kinds, _case)
    return merged(
        combined(kinds, technology, purposes),
        lambda kind: _case(kind[0])._replace(technology=kind[1], purpose=kind[2]),
    )


def _case(kind: tuple[Any, ...]) -> Case:
    thing, (origin, ships_from), share, cas, (end_use, defence), listed = kind
    place = Place(
        origin.country,
        origin.leaves_china,
        origin.already_inside,
        ships_from,
        origin.china_probability,
    )
    return Case(thing, place, share, cas, end_use, defence, listed)


def thing_of(match: Match) -> Thing:
    """What of a match the law asks."""
    if match.alternatives:
        others = tuple(_named(other) for other in match.alternatives)
        return _named(replace(match, alternatives=()))._replace(others=others)
    return Thing(
        match.outcome,
        match.family,
        match.form,
        match.form_evidence,
        match.runner_up_form,
        match.evidence,
        match.material,
        match.grade,
        match.elements,
        match.minerals,
        match.properties,
        match.listed_probability,
        match.is_kit,
        match.trace_only,
        match.element_free_claim,
    )


def _named(match: Match) -> Thing:
    return thing_of(match)._replace(words=match.words)


def with_implied_material(thing: Thing, implies: Mapping[str, str]) -> Thing:
    """A magnet of unnamed material that states an element which only one magnet material holds."""
    if thing.form != "magnet" or thing.material is not None or thing.trace_only:
        return thing
    stated = [
        entry.symbol
        for entry in thing.elements
        if entry.state is Ternary.YES and entry.evidence in ("A", "B") and entry.symbol in implies
    ]
    if len({implies[symbol] for symbol in stated}) != 1:
        return thing
    return thing._replace(material=implies[stated[0]], implied_by=stated[0])


def _one_country(text: str | None) -> str | None:
    return text if text and ";" not in text else None


def _shares(parts: PartTable) -> Spread[Share | None]:
    """Stated shares in percent; one that is negative or above 100 is no share."""
    values = parts.number("cn_value_share")
    readings: dict[int, Share] = {
        part: Share(figure, round(figure * 100, 9))
        for part, marks in parts.marks.items()
        for figure in _unsigned(marks)
        if np.isnan(values[part])
    }
    if np.isnan(values).all() and not readings:
        return Spread((None,), np.zeros(len(values), dtype=np.int32))
    fits = (values >= 0) & (values <= 100)
    distinct, of = np.unique(np.where(fits, values, np.nan), return_inverse=True)
    kinds: list[Share | None] = [
        None if np.isnan(value) else Share(value, value) for value in distinct.tolist()
    ]
    codes = {share: len(kinds) + at for at, share in enumerate(dict.fromkeys(readings.values()))}
    placed = of.astype(np.int32)
    for part, share in readings.items():
        placed[part] = codes[share]
    return Spread((*kinds, *codes), placed)


def _unsigned(marks: tuple[str, ...]) -> list[float]:
    return [float(mark.removeprefix(SHARE_MARK)) for mark in marks if mark.startswith(SHARE_MARK)]
