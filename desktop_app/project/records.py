"""Every kind of thing an activity can record, and what it says in the activity list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.model.findings import Country, Message, msg, nmsg
from desktop_app.model.inquiry import Inquiry
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
from desktop_app.project.legal_status import LegalStatus
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.own_law import ListedName, TradePractice


@dataclass(frozen=True, slots=True)
class Asked:
    """The question asked of the project."""

    inquiry: Inquiry

    @property
    def key(self) -> str:
        """There is one question at a time."""
        return ""


@dataclass(frozen=True, slots=True)
class SourceAdded:
    """A file taken in. ``source``: its number in the project; ``replaces``: an older version."""

    source: int
    name: str
    parts: int
    replaces: int | None = None

    @property
    def key(self) -> str:
        """Every file taken in has its own number."""
        return str(self.source)


@dataclass(frozen=True, slots=True)
class SourceRemoved:
    """A file taken off the desk; its rows stay in the project so that this can be undone."""

    source: int
    name: str

    @property
    def key(self) -> str:
        """The number of the file."""
        return str(self.source)


@dataclass(frozen=True, slots=True)
class Removed:
    """A record given up: the name of its class and its key."""

    kind: str
    key: str


Keyed: TypeAlias = (
    RecordedFact
    | Confirmation
    | ColumnMapping
    | SupplierAnswer
    | LegalStatus
    | LicenceRecord
    | ScenarioText
    | Judgement
    | Setting
    | ListedName
    | TradePractice
    | Asked
)
Record: TypeAlias = Correction | SourceAdded | SourceRemoved | Removed | Keyed

KINDS: tuple[type, ...] = (
    Correction, SourceAdded, SourceRemoved, Removed, RecordedFact, Confirmation, ColumnMapping,
    SupplierAnswer, LegalStatus, LicenceRecord, ScenarioText, Judgement, Setting, Asked,
    ListedName, TradePractice,
)  # fmt: skip

FACT_WORDS = {
    "leaves_china": msg("deliveries leave China"),
    "lead_time_holds_licence": msg("the planned delivery time includes the licence"),
    "general_licence_until": msg("general licence until"),
    "standard_declaration": msg("standard declaration on file"),
}
ANSWER_WORDS = {"yes": msg("yes"), "no": msg("no"), "some": msg("differs by part")}


def describe(record: Record, field_word: Callable[[str], Message | str] = str) -> Message:
    """What an activity list says of a record. ``field_word`` names a field of a part."""
    say = _WORDS[type(record)]
    return say(record, field_word)


def _correction(record: Correction, word: Callable[[str], Message | str]) -> Message:
    field = word(record.field)
    if record.new is None:
        return msg("{part}: {field} taken back to not known", part=record.label, field=field)
    if record.old is None:
        return msg("{part}: {field} set to {new}", part=record.label, field=field, new=record.new)
    return msg("{part}: {field} changed from {old} to {new}", part=record.label, field=field,
               old=record.old, new=record.new)  # fmt: skip


def _fact(record: RecordedFact, _word: object) -> Message:
    said: Message | object = record.until or record.document
    if record.answer is not None:
        said = ANSWER_WORDS[record.answer]
    return msg("{name}: {fact}: {said}", name=record.name, fact=FACT_WORDS[record.fact],
               said=said)  # type: ignore[arg-type]  # fmt: skip


def _confirmation(record: Confirmation, _word: object) -> Message:
    if record.is_right:
        return msg("Confirmed as {family} {maker}", family=record.family, maker=record.maker)
    return msg("Said not to be {family} {maker}", family=record.family, maker=record.maker)


def _source_added(record: SourceAdded, _word: object) -> Message:
    if record.replaces is not None:
        return nmsg("{file} replaced by a newer version, {n} part",
                    "{file} replaced by a newer version, {n} parts",
                    n=record.parts, file=record.name)  # fmt: skip
    return nmsg("{file} added, {n} part", "{file} added, {n} parts",
                n=record.parts, file=record.name)  # fmt: skip


def _licence(record: LicenceRecord, _word: object) -> Message:
    if record.number:
        return msg("Licence {number} of {supplier} recorded, valid until {day}",
                   number=record.number, supplier=record.supplier,
                   day=record.valid_until)  # fmt: skip
    return msg("Application of {supplier} recorded", supplier=record.supplier)


_WORDS: dict[type, Callable[..., Message]] = {
    Correction: _correction,
    RecordedFact: _fact,
    Confirmation: _confirmation,
    SourceAdded: _source_added,
    LicenceRecord: _licence,
    SourceRemoved: lambda r, _: msg("{file} taken off the desk", file=r.name),
    Removed: lambda _r, _: msg("A record was given up"),
    ColumnMapping: lambda r, _: msg("Columns remembered for {supplier}", supplier=r.supplier),
    SupplierAnswer: lambda r, word: msg(
        "Answer about {field} read from {file}", field=word(r.field), file=r.file_name
    ),
    LegalStatus: lambda r, _: msg(
        "Legal status of {control} recorded from {document}",
        control=r.control, document=r.document_number,
    ),
    ScenarioText: lambda r, _: msg("Scenario {name} kept", name=r.name),
    Judgement: lambda r, _: msg(
        "{name} set to {value}", name=r.name, value=" / ".join(f"{n:g}" for n in r.numbers)
    ),
    ListedName: lambda r, _: msg("Listed name {name} added from {source}", name=r.name, source=r.source),
    TradePractice: lambda r, _: (
        msg("Trade-practice setting ended by {who}", who=r.by)
        if r.ended
        else msg("Trade-practice setting made by {who}", who=r.by)
    ),
    Setting: lambda r, _: msg("{name} set to {value}", name=r.name, value=r.value),
    Asked: lambda r, _: msg(
        "Asked for {day}, going to {country}", day=r.inquiry.on, country=Country(r.inquiry.destination)
    ),
}  # fmt: skip
