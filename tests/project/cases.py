"""Small part tables and records of invented firms for the tests of projects."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from desktop_app.model.parts import PartTable, part_frame
from desktop_app.project.activity import Activity, Ledger
from desktop_app.project.decisions import Setting
from desktop_app.project.legal_status import LegalStatus
from desktop_app.project.records import Record

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TODAY = date(2026, 11, 25)


def table(*rows: Mapping[str, Any]) -> PartTable:
    """Parts of one file and sheet from row 2 on."""
    names = {name for row in rows for name in row}
    columns: dict[str, Any] = {name: [row.get(name) for row in rows] for name in names}
    columns["row"] = [2 + at for at in range(len(rows))]
    columns["sheet"] = ["Parts"] * len(rows)
    return PartTable(
        part_frame(columns, len(rows)),
        columns=({name: 1 + at for at, name in enumerate(sorted(names))},),
        file_names=("parts.xlsx",),
    )


def magnet(number: str = "M-1", **facts: Any) -> dict[str, Any]:
    """A loose magnet of an invented supplier."""
    return {
        "part_number": number, "description": "NdFeB magnet 42SH 20x10x5", "supplier": "Nordmagnet",
        "manufacturer": "Tianmu Magnetics", **facts,
    }  # fmt: skip


def did(number: int, *records: Record) -> Activity:
    return Activity(number, NOON, "Ada", "do", records)


def set_to(value: str) -> Setting:
    return Setting("buyer", value)


def ledger_of(*deeds: tuple[str, Any]) -> Ledger:
    """A log of ("do", value), ("undo", target), ("redo", target), ("revert", target)."""
    ledger = Ledger()
    for number, (deed, what) in enumerate(deeds, 1):
        if deed == "do":
            ledger.append(did(number, set_to(what)))
        else:
            ledger.append(Activity(number, NOON, "Ada", deed, target=what))  # type: ignore[arg-type]
    return ledger


def status(**changes: Any) -> LegalStatus:
    """An official text of today that suspends a provision for a year more."""
    return LegalStatus(**{
        "control": "CN-MOFCOM-2025-57", "provision": "", "state": "suspended",
        "since": date(2026, 11, 11), "said": "The suspension goes on.",
        "document_number": "2026 No. 99", "document_date": date(2026, 11, 9),
        "source_kind": "official_text", "recorded_by": "Ada", "recorded_on": TODAY,
        "look_again": date(2027, 1, 31), **changes,
    })  # fmt: skip
