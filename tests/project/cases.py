"""Small part tables and records of invented firms for the tests of projects."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from desktop_app.model.inquiry import Inquiry
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.model.photo import Photo
from desktop_app.project.activity import Activity, Ledger
from desktop_app.project.corrections import Correction
from desktop_app.project.decisions import (
    ColumnMapping,
    Confirmation,
    Judgement,
    RecordedFact,
    ScenarioText,
    Setting,
    SupplierAnswer,
)
from desktop_app.project.keys import PartKey
from desktop_app.project.legal_status import LegalStatus
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.own_law import ListedName, TradePractice
from desktop_app.project.photos import PartPhoto
from desktop_app.project.records import Asked, Record, Removed, SourceAdded, SourceRemoved

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


DOT = Photo("/9j/2wBDAA==", 1, 1)
"""The beginning of a JPEG: what is stored is not looked at."""
KEY = PartKey("m1", "nordmagnet", "0123456789abcdef")

ONE_OF_EACH: tuple[Record, ...] = (
    Correction(KEY, "stock_on_hand", 10.0, None, 12.5, "counted", 1, "M-1"),
    Correction(KEY, "confirmed_date", date(2026, 12, 1), None, None),
    Correction(KEY, "leaves_china", None, None, True, label="=HYPERLINK('x')\x1f\u202e"),
    SourceAdded(98, "teile ä 部件.xlsx", 3, replaces=97),
    SourceRemoved(98, "teile.xlsx"),
    Removed("RecordedFact", "supplier/leaves_china/x"),
    RecordedFact("supplier", "Nordmagnet", "general_licence_until", until=TODAY),
    Confirmation("sintered", True, "Tianmu", (KEY,), "seen"),
    ColumnMapping("0123", {"Menge": "quantity", "Rest": ""}, "Nordmagnet"),
    SupplierAnswer(KEY, "country_of_origin", "CN", "a.xlsx", "0" * 64, "Parts!C3", TODAY),
    status(until=date(2027, 1, 1), counsel="Dr. Example", source_kind="counsel"),
    LicenceRecord("1", "Nordmagnet", (KEY,), TODAY, quantity=3.5, papers_missing=("End use",)),
    ScenarioText("winter", "sources: {}\n"),
    Judgement("assumed_cover_days", 30.0, "our own"),
    Setting("buyer", "Beispiel AG"),
    ListedName("北方 Ltd", "watch", TODAY, "No. 9", "gazette", "Ada", TODAY, "CN", ("Nord",)),
    TradePractice("Ada", "customs lets it pass", TODAY),
    PartPhoto(KEY, "M-1", DOT, DOT.sha256),
    Asked(Inquiry(TODAY, "FR", "military", "lapsed", on_assumed=True)),
)
