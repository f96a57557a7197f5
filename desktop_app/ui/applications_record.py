"""What was filed or granted, checked field by field before it is recorded. Knows no Qt."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from desktop_app.model.findings import Message, msg
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.keys import PartKey, folded, index_of
from desktop_app.project.licences import LicenceRecord

if TYPE_CHECKING:
    from desktop_app.model.parts import PartTable
    from desktop_app.ui.applications_lines import Paper

_BETWEEN = re.compile(r"[,;\n]")


class Draft(NamedTuple):
    """The form as it stands, words as typed. Fields as in :class:`LicenceRecord`."""

    paper: "Paper"
    supplier: str
    parts: str = ""
    filed: date | None = None
    accepted: date | None = None
    number: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    quantity: str = ""
    quantity_left: str = ""
    unit: str = ""
    end_user: str = ""
    papers_missing: str = ""
    note: str = ""


def listed(words: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(part.strip() for part in _BETWEEN.split(words) if part.strip())


def faults_of(draft: Draft, parts: "PartTable | None") -> Sequence[tuple[str, Message]]:
    """What is missing or cannot be, each with its field; empty where it can be recorded."""
    found: list[tuple[str, Message]] = []
    if not draft.supplier.strip():
        found.append(("supplier", msg("Say whose application or licence it is.")))
    if draft.paper == "licence":
        if not draft.number.strip():
            found.append(("number", msg("A licence that was granted has a number.")))
        for field in ("quantity", "quantity_left"):
            if _number(getattr(draft, field)) is None and getattr(draft, field).strip():
                found.append((field, msg("{words} is no number.", words=getattr(draft, field))))
    if draft.paper != "application" and draft.valid_until is None:
        found.append(("valid_until", msg("Say on which day it ends.")))
    if draft.paper == "application" and draft.filed is None and draft.accepted is None:
        found.append(("filed", msg("Say on which day it was filed.")))
    days = _days(draft)
    if days != sorted(days):
        found.append(("filed" if draft.paper == "application" else "valid_until", msg(
            "Filed, accepted, valid from and valid until must follow each other."
        )))  # fmt: skip
    if draft.paper != "general" and draft.supplier.strip():
        found += _unknown_numbers(draft, parts)
    return found


def _days(draft: Draft) -> list[date]:
    days = [draft.filed, draft.accepted]
    if draft.paper == "licence":
        days += [draft.valid_from, draft.valid_until]
    return [day for day in days if day is not None]


def _unknown_numbers(draft: Draft, parts: "PartTable | None") -> list[tuple[str, Message]]:
    """Numbers that no part of the supplier has, and suppliers that no part has."""
    if parts is None:
        return []
    index = index_of(parts)
    unknown = [
        number for number, key in zip(listed(draft.parts), keys_of_draft(draft), strict=True)
        if not index.find(key)
    ]  # fmt: skip
    if not unknown:
        return []
    return [("parts", msg("No part of {supplier} in this list has the number {number}.",
                          supplier=draft.supplier.strip(), number=", ".join(unknown)))]  # fmt: skip


def keys_of_draft(draft: Draft) -> tuple[PartKey, ...]:
    """The parts by number and supplier; a reworded description makes no difference."""
    return tuple(PartKey(folded(n), folded(draft.supplier), "") for n in listed(draft.parts))


def record_of(draft: Draft, before: LicenceRecord | None = None) -> LicenceRecord:
    """The record, in place of an older one. Raises ValueError where it contradicts itself."""
    is_licence = draft.paper == "licence"
    return LicenceRecord(
        id=before.id if before is not None else uuid4().hex[:12],
        supplier=draft.supplier.strip(),
        parts=keys_of_draft(draft),
        filed=draft.filed,
        accepted=draft.accepted,
        number=draft.number.strip() if is_licence else "",
        valid_from=draft.valid_from if is_licence else None,
        valid_until=draft.valid_until if is_licence else None,
        quantity=_number(draft.quantity) if is_licence else None,
        quantity_left=_number(draft.quantity_left) if is_licence else None,
        unit=draft.unit.strip() if is_licence else "",
        end_user=draft.end_user.strip(),
        papers_missing=listed(draft.papers_missing),
        note=draft.note.strip(),
    )


def fact_of(draft: Draft, by: str, on: date) -> RecordedFact:
    """A general licence, which is a fact of the supplier. Raises ValueError without its last day."""
    return RecordedFact(
        "supplier", draft.supplier.strip(), "general_licence_until", until=draft.valid_until, by=by,
        on=on,
    )  # fmt: skip


def draft_of(record: LicenceRecord, parts: "PartTable | None") -> Draft:
    """The form of a record, with the numbers of its parts as the list writes them."""
    return Draft(
        "licence" if record.number else "application",
        record.supplier,
        ", ".join(_written(key, parts) for key in record.parts),
        record.filed, record.accepted, record.number, record.valid_from, record.valid_until,
        _typed(record.quantity), _typed(record.quantity_left), record.unit, record.end_user,
        ", ".join(record.papers_missing), record.note,
    )  # fmt: skip


def _written(key: PartKey, parts: "PartTable | None") -> str:
    found = () if parts is None else index_of(parts).find(key)
    if parts is None or not found:
        return key.number
    return str(parts.value(found[0], "part_number") or parts.value(found[0], "mpn") or key.number)


def _typed(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


def _number(typed: str) -> float | None:
    """A quantity as typed, never negative; None where it is none."""
    try:
        found = float(typed.replace(" ", "").replace(",", "."))
    except ValueError:
        return None
    return found if 0 <= found < float("inf") else None
