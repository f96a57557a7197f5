"""Brings a project to what lies on a desk, as one activity wherever that is possible.

The desk is a whole state; the project a log. What was taken back on the desk is undone in the log,
what was done again is redone, everything else is one new activity. Nothing is written where nothing
differs.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from desktop_app.model.inquiry import Inquiry
from desktop_app.model.reading import Reading, without
from desktop_app.model.sources import SourceFile
from desktop_app.project.activity import Activity, Deed, Ledger
from desktop_app.project.corrections import Correction
from desktop_app.project.decisions import ColumnMapping
from desktop_app.project.file import ProjectFile
from desktop_app.project.project import Project, project_of
from desktop_app.project.recorded import Recorded, recorded_in
from desktop_app.project.records import Asked, Record, Removed
from desktop_app.project.versions import older_versions

Columns = Mapping[tuple[str, str], Mapping[str, str]]
"""Fingerprint of headings and supplier, "" for any, to heading to field, "" for a column that is not
used."""


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What a project is to hold: files, question, what was said of columns, what was recorded."""

    reading: Reading | None
    inquiry: Inquiry
    columns: Columns = field(default_factory=dict)
    recorded: Recorded = field(default_factory=Recorded)


def bring_to(project: ProjectFile, desk: Desk, *, keep_bytes: bool = True) -> bool:
    """Writes what differs; whether anything did. Raises CodedError; what was written then stands.

    ``keep_bytes``: whether files are kept whole too, see ``ProjectFile.add_files``.
    """
    wanted = _Content.on(desk)
    if _Content.of(project, project.project) == wanted:
        return False
    steps: tuple[tuple[Deed, Callable[[], object]], ...] = (
        ("undo", project.undo),
        ("redo", project.redo),
    )
    for deed, act in steps:
        after = _after(project.ledger, deed, project.author)
        if after is not None and _Content.of(project, after) == wanted:
            act()
            return True
    _write(project, desk, wanted, keep_bytes=keep_bytes)
    return True


def columns_of(mappings: Iterable[ColumnMapping]) -> dict[tuple[str, str], dict[str, str]]:
    """What was said of columns by the fingerprint of their headings and the supplier. Nothing at all,
    said of one supplier, counts: its lists are left to the program, whatever was said of others."""
    return {(m.fingerprint, m.supplier): dict(m.fields) for m in mappings if m.fields or m.supplier}


@dataclass(frozen=True, slots=True)
class _Content:
    """A state to be compared: the order of files and of records of other keys makes none other."""

    files: Mapping[str, SourceFile]
    corrections: tuple[Correction, ...]
    records: Mapping[tuple[str, str], Any]
    columns: Columns
    inquiry: Inquiry | None

    @classmethod
    def on(cls, desk: Desk) -> "_Content":
        files = () if desk.reading is None else desk.reading.files
        return cls(
            {file.path: file for file in files},
            desk.recorded.corrections,
            _keyed(desk.recorded),
            {key: dict(said) for key, said in desk.columns.items() if said or key[1]},
            desk.inquiry,
        )

    @classmethod
    def of(cls, project: ProjectFile, stands: Project) -> "_Content":
        recorded = recorded_in(stands)
        return cls(
            {file.path: file for _, file in project.sources(stands)},
            recorded.corrections,
            _keyed(recorded),
            columns_of(stands.mappings),
            stands.inquiry,
        )


def _keyed(recorded: Recorded) -> dict[tuple[str, str], Any]:
    """Every record that has a key, by its class and key."""
    return {(type(record).__name__, record.key): record for record in _records(recorded)}


def _records(recorded: Recorded) -> Iterator[Any]:
    for shelf in fields(recorded):
        held = getattr(recorded, shelf.name)
        for record in held if isinstance(held, tuple) else (held,):
            if record is not None and not isinstance(record, Correction):
                yield record


def _after(ledger: Ledger, deed: Deed, author: str) -> Project | None:
    """What would stand after undo or redo; None where there is nothing to take back."""
    target = ledger.to_undo if deed == "undo" else ledger.to_redo
    if target is None:
        return None
    then = Activity(len(ledger) + 1, target.at, author, deed, (), target.number)
    return project_of(Ledger([*ledger, then]).standing())


def _to_withdraw(project: ProjectFile, wanted: Collection[Correction]) -> list[int]:
    """Corrections are never given up, only the activities that made them; what else these did is
    written anew with the rest."""
    gone = [made for made in project.project.corrections if made not in wanted]
    return [
        entry.number
        for entry in (project.ledger if gone else ())
        if project.ledger.can_revert(entry.number) and any(r in gone for r in entry.records)
    ]


def _write(project: ProjectFile, desk: Desk, wanted: _Content, *, keep_bytes: bool) -> None:
    """All of it or nothing: a program that ends in between must not leave withdrawn what else an
    activity did."""
    withdrawn = _to_withdraw(project, wanted.corrections)
    stands = project.without(withdrawn)
    known = {file.path: file for _, file in project.sources(stands)}
    fresh = _fresh(desk.reading, known)
    gone = {path for path in known if path not in wanted.files}
    replaced: dict[str, str] = {}
    if fresh is not None and gone:
        older = _older(project.reading(stands), gone)
        replaced = {} if older is None else older_versions(older, fresh)
    records = list(_changed(stands, wanted))
    if records or fresh is not None or gone:
        project.change(
            *records,
            added=fresh,
            removed=gone - set(replaced.values()),
            replaced=replaced,
            withdrawn=withdrawn,
            keep_bytes=keep_bytes,
        )
    elif withdrawn:
        project.revert(*withdrawn)


def _fresh(reading: Reading | None, known: Mapping[str, SourceFile]) -> Reading | None:
    if reading is None:
        return None
    same = {file.path for file in reading.files if known.get(file.path) == file}
    fresh = without(reading, same)
    return fresh if fresh.files else None


def _older(stored: Reading | None, gone: Collection[str]) -> Reading | None:
    if stored is None:
        return None
    return without(stored, {file.path for file in stored.files if file.path not in gone})


def _changed(stands: Project, wanted: _Content) -> Iterator[Record]:
    yield from (made for made in wanted.corrections if made not in stands.corrections)
    has = _keyed(recorded_in(stands))
    for place, record in wanted.records.items():
        if has.get(place) != record:
            yield record
    for kind, key in has:
        if (kind, key) not in wanted.records:
            yield Removed(kind, key)
    columns = columns_of(stands.mappings)
    for (fingerprint, supplier), said in wanted.columns.items():
        if columns.get((fingerprint, supplier)) != said:
            yield ColumnMapping(fingerprint, dict(said), supplier)
    for mapping in stands.mappings:
        place = (mapping.fingerprint, mapping.supplier)
        if place in columns and place not in wanted.columns:
            yield Removed("ColumnMapping", mapping.key)
    if stands.inquiry != wanted.inquiry and wanted.inquiry is not None:
        yield Asked(wanted.inquiry)
