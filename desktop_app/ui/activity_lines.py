"""What was done, as lines to be read, filtered and taken back. Knows no Qt."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.ui.field_words import FIELD_WORDS

if TYPE_CHECKING:
    from desktop_app.project.activity import Activity, Ledger
    from desktop_app.project.records import Record

Kind: TypeAlias = Literal[
    "all", "parts", "files", "columns", "decisions", "law", "question", "figures"
]
KIND_WORDS: Mapping[Kind, Message] = {
    "all": msg("Everything"),
    "parts": msg("Corrections of parts"),
    "decisions": msg("What was decided and answered"),
    "law": msg("Legal status and licences"),
    "files": msg("Files"),
    "columns": msg("Meaning of columns"),
    "question": msg("The question"),
    "figures": msg("Figures and settings"),
}
SENT = "sent"
_KINDS: Mapping[Kind, frozenset[str]] = {
    "parts": frozenset(("Correction",)),
    "decisions": frozenset(("RecordedFact", "Confirmation", "SupplierAnswer", "PartPhoto", SENT)),
    "law": frozenset(("LegalStatus", "LicenceRecord", "ListedName", "TradePractice")),
    "files": frozenset(("SourceAdded", "SourceRemoved")),
    "columns": frozenset(("ColumnMapping",)),
    "question": frozenset(("Asked", "ScenarioText")),
    "figures": frozenset(("Judgement", "Setting")),
}
"""By name of a record's class; what was given up belongs to the kind of what it was."""


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One activity. ``words``: what was done in short; ``details`` each record; ``state`` says where
    it does not stand any more; ``may_revert``: whether it can be withdrawn."""

    number: int
    words: str
    details: tuple[str, ...]
    reasons: tuple[str, ...]
    author: str
    at: str
    state: str
    may_revert: bool


def activity_lines(
    ledger: "Ledger",
    catalogue: Catalogue,
    kind: Kind = "all",
    words: str = "",
    families: Mapping[str, str] | None = None,
) -> tuple[ActivityLine, ...]:
    """The newest first. ``words``: parts of what was done, by whom or when, in any order;
    ``families``: English titles of part families by id."""
    titles = families or {}
    wanted = words.casefold().split()
    found = []
    for entry in reversed(list(ledger)):
        if kind != "all" and not _is_of(entry, ledger, _KINDS[kind]):
            continue
        line = _line(entry, ledger, catalogue, titles)
        text = " ".join((line.words, *line.details, *line.reasons, line.author, line.at)).casefold()
        if all(word in text for word in wanted):
            found.append(line)
    return tuple(found)


def _is_of(entry: "Activity", ledger: "Ledger", names: Collection[str]) -> bool:
    if entry.target is not None:
        return _is_of(ledger[entry.target], ledger, names)
    return any(_kind_of(record) in names for record in entry.records)


def _kind_of(record: "Record") -> str:
    """The name of a record's class; what was given up is of the kind of what it was, and when a
    supplier was asked is no setting to a reader."""
    from desktop_app.project.decisions import Setting
    from desktop_app.project.records import Removed
    from desktop_app.project.sent import is_sent

    if isinstance(record, Removed):
        was = Setting(record.key, "")
        return SENT if record.kind == "Setting" and is_sent(was) else record.kind
    if isinstance(record, Setting) and is_sent(record):
        return SENT
    return type(record).__name__


def _line(
    entry: "Activity", ledger: "Ledger", catalogue: Catalogue, titles: Mapping[str, str]
) -> ActivityLine:
    details = tuple(catalogue.say(message) for message in messages_of(entry, titles))
    reasons = tuple(
        dict.fromkeys(r for r in (getattr(rec, "reason", "") for rec in entry.records) if r)
    )
    return ActivityLine(
        entry.number,
        catalogue.say(summary(entry, ledger, titles)),
        details if len(details) > 1 else (),
        reasons,
        entry.author,
        _when(entry.at, catalogue),
        "" if ledger.is_standing(entry.number) else catalogue.text("does not stand any more"),
        ledger.can_revert(entry.number),
    )


def summary(entry: "Activity", ledger: "Ledger", titles: Mapping[str, str]) -> Message:
    """What an entry did, in one sentence."""
    if entry.target is not None:
        what = summary(ledger[entry.target], ledger, titles)
        return _DEEDS[entry.deed](what)
    said = messages_of(entry, titles)
    if not said:
        return msg("Nothing was changed")
    if len(said) == 1:
        return said[0]
    others = nmsg("{n} more", "{n} more", len(said) - 1)
    return msg("{first}, and {others}", first=said[0], others=others)


_DEEDS = {
    "undo": lambda what: msg("Undone: {what}", what=what),
    "redo": lambda what: msg("Done again: {what}", what=what),
    "revert": lambda what: msg("Withdrawn: {what}", what=what),
}


def messages_of(entry: "Activity", titles: Mapping[str, str]) -> tuple[Message, ...]:
    """One sentence per record."""
    from desktop_app.project.records import describe

    def family(name: str) -> Message | str:
        return Message(titles[name]) if name in titles else name

    return tuple(describe(record, _field, family) for record in entry.records)


def _field(name: str) -> Message | str:
    return FIELD_WORDS.get(name, name)


def _when(at: datetime, catalogue: Catalogue) -> str:
    local = at.astimezone()
    return f"{catalogue.date(local.date())} {local:%H:%M}"


def sessions_steps(taken: Iterable[Message], catalogue: Catalogue) -> tuple[ActivityLine, ...]:
    """Steps of a desk that lies in no project yet, the newest first; numbered from the oldest."""
    return tuple(
        ActivityLine(number, catalogue.say(what), (), (), "", "", "", may_revert=True)
        for number, what in reversed(list(enumerate(taken, 1)))
    )
