"""Applications on the way and licences held, as a reader of a report or a page wants them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.model.assessment import LicenceOnFile, LicenceState
from desktop_app.model.parts import PartTable
from desktop_app.project.keys import index_of
from desktop_app.project.licences import LicenceRecord, parts_of

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

ORDER = ("late", "on_the_way", "held", "planned", "ended")


def licences_on_file(
    records: Sequence[LicenceRecord], parts: PartTable, on: date, figures: "Figures"
) -> tuple[LicenceOnFile, ...]:
    """Every record as it stands on a day: what is late first, then by the day that comes next.

    Working days are those of the ministry, counted from the day of acceptance, else of
    filing, which is not one itself.
    """
    if not records:
        return ()
    index = index_of(parts)
    found = [
        _on_file(record, tuple(parts_of(record, parts, index)), on, figures) for record in records
    ]
    return tuple(
        sorted(found, key=lambda r: (ORDER.index(r.state), _next_day(r), r.supplier, r.id))
    )


def _on_file(
    record: LicenceRecord, part_ids: tuple[int, ...], on: date, figures: "Figures"
) -> LicenceOnFile:
    days = round(figures.number("statutory_days"))
    start = record.accepted or record.filed
    due = figures.china_days.after(start, days) if start is not None else None
    waits = record.filed is not None and record.valid_until is None and record.filed <= on
    return LicenceOnFile(
        id=record.id,
        supplier=record.supplier,
        part_ids=part_ids,
        state=_state(record, due, on),
        filed=record.filed,
        accepted=record.accepted,
        working_days=figures.china_days.between(start, on) if waits and start else None,
        statutory_days=days,
        due=due if record.valid_until is None else None,
        number=record.number,
        valid_until=record.valid_until,
        quantity=record.quantity,
        quantity_left=record.quantity_left,
        unit=record.unit,
        papers_missing=record.papers_missing,
    )


def _state(record: LicenceRecord, due: date | None, on: date) -> LicenceState:
    if record.valid_until is not None:
        if on > record.valid_until or record.quantity_left == 0:
            return "ended"
        return "held" if record.holds_on(on) else "planned"
    if record.filed is None or record.filed > on:
        return "planned"
    return "late" if due is not None and due < on else "on_the_way"


def _next_day(found: LicenceOnFile) -> date:
    return found.valid_until or found.due or date.max
