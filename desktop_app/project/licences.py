"""Licences on the way and held: which parts they cover on a day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from desktop_app.assessment.stock import DAYS_A_YEAR
from desktop_app.intake.measures import mass_of_unit
from desktop_app.intake.values import same_unit
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, spread
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.keys import PartIndex, PartKey, folded, index_of

PIECES = "pcs"
"""What a list counts in that names no unit."""


@dataclass(frozen=True, slots=True)
class LicenceRecord:
    """One application or licence of an exporter. Without ``parts`` it speaks of all parts of the
    supplier. ``number``, ``valid_from`` and ``valid_until`` once it is granted; ``quantity`` in
    ``unit``, ``quantity_left`` of it; ``papers_missing`` by name. Raises ValueError where dates
    contradict each other or a grant has no number or end.
    """

    id: str
    supplier: str
    parts: tuple[PartKey, ...] = ()
    filed: date | None = None
    accepted: date | None = None
    number: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    quantity: float | None = None
    quantity_left: float | None = None
    unit: str = ""
    end_user: str = ""
    papers_missing: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Checks that a grant is whole and the days are in order."""
        if not self.id or not self.supplier.strip():
            raise ValueError("a licence needs its supplier")
        if bool(self.number.strip()) != (self.valid_until is not None):
            raise ValueError("a granted licence has a number and a last day")
        days = [d for d in (self.filed, self.accepted, self.valid_from, self.valid_until) if d]
        if days != sorted(days):
            raise ValueError("filed, accepted, valid from and valid until must follow each other")

    @property
    def key(self) -> str:
        """A later state of the same application replaces this one."""
        return self.id

    def holds_on(self, day: date) -> bool:
        """Whether it is granted, begun, not ended and not used up."""
        if self.valid_until is None or self.quantity_left == 0:
            return False
        return (self.valid_from or date.min) <= day <= self.valid_until


def _until(record: LicenceRecord, parts: PartTable, about: Sequence[int], on: date) -> date | None:
    """Its last day, or the earlier one on which what is left of it is used up at the demand of the
    parts that draw on it (``about``). Pieces and kilograms are counted in one another where a part
    has a mass. Where the demand of some is not known, or in a unit that cannot be counted in that of
    the licence, they use it up no later than the others alone do."""
    if record.valid_until is None or record.quantity_left is None:
        return record.valid_until
    demands: dict[tuple[object, object, float], float] = {}
    for part_id in about:
        yearly, unit = (parts.value(part_id, name) for name in ("annual_quantity", "unit"))
        if not yearly or not yearly > 0:
            continue
        factor = _counted_in(record.unit, unit, parts.value(part_id, "unit_mass_g"))
        if factor is None:
            continue
        yearly *= factor
        number = parts.value(part_id, "part_number") or part_id
        demands[number, parts.value(part_id, "plant"), yearly] = yearly
    if not demands:
        return record.valid_until
    days = record.quantity_left / sum(demands.values()) * DAYS_A_YEAR
    if days >= (record.valid_until - on).days:
        return record.valid_until
    return on + timedelta(days=int(days))


def _counted_in(of_licence: str, of_list: object, gram: object) -> float | None:
    """How many units of a licence one unit of a list is; None where they cannot be compared.

    A list without a unit counts pieces, a licence without one what the list counts. ``gram``: of one
    piece, None where it is not known; that a kilogram weighs 1,000 says nothing of a piece.
    """
    unit = str(of_list or PIECES)
    if not of_licence or same_unit(of_licence, unit):
        return 1.0
    gram = None if gram == mass_of_unit(unit) else gram
    licensed, listed = (
        mass_of_unit(name) or (_mass(gram) if same_unit(name, PIECES) else None)
        for name in (of_licence, unit)
    )
    return listed / licensed if listed and licensed else None


def _mass(gram: object) -> float | None:
    return float(gram) if isinstance(gram, float) and gram > 0 else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of licences reaches one part on the day: the number of one that is valid, the day of an
    application that is on the way, a general licence of the exporter."""

    covered_by: str | None = None
    covered_until: date | None = None
    applied_on: date | None = None
    general_licence: bool = False


UNCOVERED = Coverage()


def coverage(
    parts: PartTable, judged: Spread[Licence], licences: Sequence[LicenceRecord],
    facts: Sequence[RecordedFact], on: date,
) -> Spread[Coverage]:  # fmt: skip
    """What covers each part on that day. The licence that ends last counts; one of which little is left
    ends when the parts that are ``judged`` to need one have used that, at their demand."""
    general = {
        folded(fact.name)
        for fact in facts
        if fact.fact == "general_licence_until" and fact.subject == "supplier"
        and fact.until is not None and fact.until >= on
    }  # fmt: skip
    if not licences and not general:
        return Spread((UNCOVERED,), np.zeros(len(parts), dtype=np.int32))
    found = [UNCOVERED] * len(parts)
    if licences:
        index = index_of(parts)
        draws = judged.array(lambda licence: licence.verdict == "needed", np.bool_)
        for record in sorted(licences, key=lambda r: (r.valid_until or date.min, r.id)):
            about = parts_of(record, parts, index)
            until = _until(record, parts, [part_id for part_id in about if draws[part_id]], on)
            for part_id in about:
                found[part_id] = _covered(found[part_id], record, until, on)
    if general:
        for part_id, supplier in enumerate(_suppliers(parts)):
            if supplier in general:
                found[part_id] = replace(found[part_id], general_licence=True)
    return spread(found)


def cover(licences: Spread[Licence], covering: Spread[Coverage]) -> Spread[Licence]:
    """The verdicts with what covers them. A verdict never changes; it says what is in hand.

    Only a part that needs a licence, or may, is covered by one. Deliveries to a user of the watch list
    need a licence each, and to one of the control list none is given: no general one counts there.
    """
    if covering.kinds == (UNCOVERED,) or not len(licences):
        return licences
    return combine(licences, covering).map(_in_hand)


def _in_hand(kind: tuple[Licence, Coverage]) -> Licence:
    licence, covering = kind
    if covering == UNCOVERED or licence.verdict not in ("needed", "not_verified"):
        return licence
    return replace(
        licence,
        covered_by=covering.covered_by if licence.verdict == "needed" else None,
        covered_until=covering.covered_until if licence.verdict == "needed" else None,
        applied_on=covering.applied_on,
        general_licence=covering.general_licence and licence.listed_user is None,
    )


def _covered(before: Coverage, record: LicenceRecord, until: date | None, on: date) -> Coverage:
    if record.holds_on(on):
        if before.covered_until is not None and until is not None and until < before.covered_until:
            return before
        return replace(before, covered_by=record.number, covered_until=until)
    if record.valid_until is None and record.filed is not None and record.filed <= on:
        return replace(before, applied_on=record.filed)
    return before


def parts_of(record: LicenceRecord, parts: PartTable, index: PartIndex) -> list[int]:
    """The parts a record speaks of: those it names, else all of its supplier."""
    if record.parts:
        return [part_id for key in record.parts for part_id in index.find(key)]
    wanted = folded(record.supplier)
    return np.flatnonzero([s == wanted for s in _suppliers(parts)]).tolist()


def _suppliers(parts: PartTable) -> list[str]:
    names = parts.text("supplier")
    folds = [folded(name) for name in names.kinds]
    return [folds[code] for code in names.of.tolist()]
