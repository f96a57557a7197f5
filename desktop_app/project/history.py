"""What changed between two assessments, part by part, and why.

The cause is read off what went into them: a part whose own facts differ changed by them (stock,
price, a correction, else the file); a part whose facts are the same changed by what was asked, by a
record, by the register or by the program, in that order.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.parts import PartTable
from desktop_app.project.activity import Activity, Ledger
from desktop_app.project.corrections import CORRECTABLE, Correction
from desktop_app.project.decisions import ColumnMapping, Confirmation, RecordedFact, SupplierAnswer
from desktop_app.project.keys import PartKey, folded, keys_of
from desktop_app.project.legal_status import LegalStatus
from desktop_app.project.licences import LicenceRecord

Cause: TypeAlias = Literal[
    "new", "gone", "correction", "stock", "price", "file", "date", "question", "record",
    "register", "program",
]  # fmt: skip
CAUSE_WORDS: Mapping[Cause, Message] = {
    "new": msg("part added"),
    "gone": msg("part no longer in the files"),
    "correction": msg("a correction or record about the part"),
    "stock": msg("stock, orders or demand"),
    "price": msg("price or spend"),
    "file": msg("a newer version of the file"),
    "date": msg("another day"),
    "question": msg("another destination, use or scenario"),
    "record": msg("a recorded legal status or licence"),
    "register": msg("a newer edition of the register"),
    "program": msg("a newer version of the program"),
}

STOCK = frozenset((
    "stock_on_hand", "stock_blocked", "special_stock", "in_transit", "open_order_quantity",
    "stock_date", "confirmed_date", "annual_quantity", "quantity",
    "quantity_in_product", "requirement_date", "requirement_quantity",
    "lead_time_days", "lead_time_holds_licence",
))  # fmt: skip
PRICE = frozenset(("unit_price", "annual_spend", "currency", "margin_per_day", "margin_currency"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a part stood: verdict and what it waits for, the licence in hand, when it runs out."""

    verdict: str
    waits_on: str | None
    covered_by: str | None
    run_out: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """One part that stands otherwise. ``before`` and ``after``: its id in either assessment, None
    where it is not in it; ``fields``: its own facts that differ."""

    label: str
    before: int | None
    after: int | None
    was: Standing | None
    now: Standing | None
    cause: Cause
    fields: tuple[str, ...] = ()


def changes_between(
    before: Assessment,
    after: Assessment,
    entries: Sequence[Activity] = (),
    programs: tuple[str, str] = ("", ""),
) -> tuple[Change, ...]:
    """Every part whose standing differs, in the order of the later assessment, gone ones last.

    ``entries``: the activities between the two (see ``entries_between``); ``programs``: versions of
    the program that made them.
    """
    known, found = _by_key(before.parts), _by_key(after.parts)
    was, now = _standings(before), _standings(after)
    touched = _touched(entries)
    for_all = _cause_for_all(before, after, entries, programs)
    changes: list[Change] = []
    for place, part_id in found.items():
        label, earlier = _label(after.parts, part_id), known.get(place)
        if earlier is None:
            changes.append(Change(label, None, part_id, None, now[part_id], "new"))
        elif was[earlier] != now[part_id]:
            fields = _differing(before.parts, earlier, after.parts, part_id)
            cause = _cause(fields, touched(place[0], after.parts, part_id)) or for_all
            changes.append(
                Change(label, earlier, part_id, was[earlier], now[part_id], cause, fields)
            )
    changes += [
        Change(_label(before.parts, part_id), part_id, None, was[part_id], None, "gone")
        for place, part_id in known.items()
        if place not in found
    ]
    return tuple(changes)


def entries_between(ledger: Ledger, before: int, after: int) -> tuple[Activity, ...]:
    """The activities behind ``before`` up to ``after``, and what they undid, redid or reverted."""
    found: dict[int, Activity] = {}

    def take(number: int) -> None:
        entry = ledger[number]
        if number not in found:
            found[number] = entry
            if entry.target is not None:
                take(entry.target)

    for number in range(before + 1, after + 1):
        take(number)
    return tuple(found.values())


def summarise(changes: Iterable[Change]) -> tuple[Message, ...]:
    """One sentence per cause, the largest first."""
    counts: dict[Cause, int] = {}
    for change in changes:
        counts[change.cause] = counts.get(change.cause, 0) + 1
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(
        nmsg("{n} part stands otherwise: {cause}.", "{n} parts stand otherwise: {cause}.",
             n, cause=CAUSE_WORDS[cause])
        for cause, n in ordered
    )  # fmt: skip


def _by_key(parts: PartTable) -> dict[tuple[PartKey, int], int]:
    """Part ids by key and which of the rows with that key it is."""
    counted: dict[PartKey, int] = {}
    found: dict[tuple[PartKey, int], int] = {}
    for part_id, key in enumerate(keys_of(parts)):
        nth = counted.get(key, 0)
        counted[key] = nth + 1
        found[key, nth] = part_id
    return found


def _standings(assessment: Assessment) -> list[Standing]:
    run_out = assessment.numbers["run_out"].tolist()
    kinds = assessment.licences.kinds
    return [
        Standing(
            kinds[code].verdict,
            kinds[code].waits_on,
            kinds[code].covered_by,
            day if isinstance(day, date) else None,
        )
        for code, day in zip(assessment.licences.of.tolist(), run_out, strict=True)
    ]


def _label(parts: PartTable, part_id: int) -> str:
    named = (parts.value(part_id, name) for name in ("part_number", "mpn", "description"))
    return str(next((name for name in named if name), ""))


def _differing(before: PartTable, earlier: int, after: PartTable, later: int) -> tuple[str, ...]:
    return tuple(
        name for name in CORRECTABLE if before.value(earlier, name) != after.value(later, name)
    )


def _cause(fields: Collection[str], touched: Collection[str]) -> Cause | None:
    """Whose word a part's own facts changed by; a person's before a file's."""
    if not fields:
        return "correction" if "*" in touched else None
    if set(fields) & set(touched):
        return "correction"
    if set(fields) <= STOCK:
        return "stock"
    return "price" if set(fields) <= PRICE else "file"


def _touched(entries: Sequence[Activity]) -> Any:
    """Which fields of a part somebody changed in between; ``*`` where they decided what it is."""
    fields: dict[tuple[str, str], set[str]] = {}
    suppliers: dict[str, set[str]] = {}
    confirmed = False
    for record in (record for entry in entries for record in entry.records):
        if isinstance(record, Correction | SupplierAnswer):
            key = record.part
            place = (key.number or key.description, key.supplier)
            fields.setdefault(place, set()).add(record.field)
        elif isinstance(record, RecordedFact):
            suppliers.setdefault(folded(record.name), set()).add(record.fact)
        confirmed = confirmed or isinstance(record, Confirmation | ColumnMapping)

    def of(key: PartKey, parts: PartTable, part_id: int) -> set[str]:
        found = set(fields.get((key.number or key.description, key.supplier), ()))
        for name in ("supplier", "manufacturer"):
            found |= suppliers.get(folded(parts.value(part_id, name)), set())
        return found | ({"*"} if confirmed else set())

    return of


def _cause_for_all(
    before: Assessment,
    after: Assessment,
    entries: Sequence[Activity],
    programs: tuple[str, str],
) -> Cause:
    """Why a part whose own facts are the same stands otherwise."""
    asked, asks = before.inquiry, after.inquiry
    if (asked.destination, asked.end_use, asked.scenario) != (
        asks.destination, asks.end_use, asks.scenario,
    ):  # fmt: skip
        return "question"
    if asked.on != asks.on:
        return "date"
    deciding = (LegalStatus, LicenceRecord, RecordedFact)
    if any(isinstance(record, deciding) for entry in entries for record in entry.records):
        return "record"
    if before.edition.edition != after.edition.edition:
        return "register"
    return "program" if programs[0] != programs[1] else "file"
