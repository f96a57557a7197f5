"""Every kind of thing an activity can record, and what it says in the activity list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.model.findings import Country, Message, msg, nmsg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.sources import IS_PART, ROW_MARK
from desktop_app.project.corrections import Correction
from desktop_app.project.decisions import (
    REVIEWED_EMPTY,
    ROLES,
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
from desktop_app.project.photos import PartPhoto
from desktop_app.project.sent import days_of, is_chase, is_sent, supplier_of


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
    | PartPhoto
    | Asked
)
Record: TypeAlias = Correction | SourceAdded | SourceRemoved | Removed | Keyed

KINDS: tuple[type, ...] = (
    Correction, SourceAdded, SourceRemoved, Removed, RecordedFact, Confirmation, ColumnMapping,
    SupplierAnswer, LegalStatus, LicenceRecord, ScenarioText, Judgement, Setting, Asked,
    ListedName, TradePractice, PartPhoto,
)  # fmt: skip

FACT_WORDS = {
    "leaves_china": msg("deliveries leave China"),
    "lead_time_holds_licence": msg("the planned delivery time includes the licence"),
    "general_licence_until": msg("general licence until"),
    "standard_declaration": msg("standard declaration on file"),
}
ANSWER_WORDS = {"yes": msg("yes"), "no": msg("no"), "some": msg("differs by part")}


Words: TypeAlias = Callable[[str], Message | str]


def describe(record: Record, field_word: Words = str, family_word: Words = str) -> Message:
    """What an activity list says of a record. ``field_word`` names a field of a part,
    ``family_word`` a part family."""
    if isinstance(record, Confirmation):
        return _confirmation(record, family_word)
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


def _confirmation(record: Confirmation, word: Words) -> Message:
    family = word(record.family) if record.family else msg("Not recognised")
    if record.is_right:
        said = msg("Confirmed: {family}", family=family)
    elif record.instead == REVIEWED_EMPTY:
        said = msg("{family}: reviewed, nothing controlled in it", family=family)
    elif record.instead:
        said = msg("{family}: corrected to {instead}", family=family, instead=word(record.instead))
    else:
        said = msg("Said not to be: {family}", family=family)
    return msg("{what} (maker {maker})", what=said, maker=record.maker) if record.maker else said


def _mapping(record: ColumnMapping, word: Words) -> Message:
    rows = [(name, said) for name, said in record.fields.items() if name.startswith(ROW_MARK)]
    columns = len(record.fields) - len(rows)
    if rows and not columns:
        return _rows_told(rows)
    if len(record.fields) != 1:
        return nmsg("Meaning of {n} column named", "Meaning of {n} columns named",
                    columns)  # fmt: skip
    ((column, field),) = record.fields.items()
    if not field:
        return msg("Column {column} is not used", column=column)
    return msg("Column {column} is {field}", column=column, field=word(field))


def _rows_told(rows: Sequence[tuple[str, str]]) -> Message:
    """What was said of rows, named by what names them: their numbers are of one list only."""
    name, said = rows[0]
    words = name.removeprefix(ROW_MARK)
    first = (
        msg("row {row} is a part", row=words)
        if said == IS_PART
        else msg("row {row} is no part", row=words)
    )
    if len(rows) == 1:
        return first
    return msg(
        "{first}, and {others}",
        first=first,
        others=nmsg("{n} more", "{n} more", len(rows) - 1),
    )


def _removed(record: Removed, _word: object) -> Message:
    is_note = record.kind != "Setting" or is_sent(Setting(record.key, ""))
    return _GIVEN_UP.get(record.kind if is_note else "", msg("A record was given up"))


_GIVEN_UP = {
    "RecordedFact": msg("A recorded fact was given up"),
    "Confirmation": msg("A decision about a kind was given up"),
    "ColumnMapping": msg("The meaning of columns was left to the program"),
    "SupplierAnswer": msg("An answer of a supplier was given up"),
    "LegalStatus": msg("A recorded legal status was given up"),
    "LicenceRecord": msg("A recorded licence or application was given up"),
    "Judgement": msg("A figure was taken back to what is shipped"),
    "ListedName": msg("A listed name was given up"),
    "TradePractice": msg("The trade-practice setting was given up"),
    "PartPhoto": msg("A photo of a part was removed"),
    "Setting": msg("A note of when somebody was asked was given up"),
}


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


def _setting(record: Setting, _word: object) -> Message:
    if not is_sent(record):
        called = ROLES.get(record.name, record.name)
        return msg("{name} set to {value}", name=called, value=record.value)
    name, days = supplier_of(record), days_of(record)
    if is_chase(record):
        return msg("{supplier} reminded on {day}", supplier=name, day=days[-1])
    return msg("Questions sent to {supplier} on {day}", supplier=name, day=days[-1])


_WORDS: dict[type, Callable[..., Message]] = {
    Correction: _correction,
    RecordedFact: _fact,
    SourceAdded: _source_added,
    LicenceRecord: _licence,
    SourceRemoved: lambda r, _: msg("{file} taken off the desk", file=r.name),
    Removed: _removed,
    ColumnMapping: _mapping,
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
    PartPhoto: lambda r, _: msg("Photo attached to {part}", part=r.label),
    Setting: _setting,
    Asked: lambda r, _: msg(
        "Asked for {day}, going to {country}", day=r.inquiry.on, country=Country(r.inquiry.destination)
    ),
}  # fmt: skip
