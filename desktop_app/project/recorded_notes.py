"""Everything recorded that stands, in sentences with their reasons: an audit asks who changed what."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from desktop_app.model.field_words import FIELD_WORDS
from desktop_app.model.findings import Message
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.recorded_note import RecordedNote
from desktop_app.project.corrections import Correction
from desktop_app.project.keys import PartIndex, PartKey, index_of
from desktop_app.project.recorded import Recorded
from desktop_app.project.records import describe


def recorded_notes(
    recorded: Recorded, parts: PartTable, kinds: Iterable[Match] = ()
) -> tuple[RecordedNote, ...]:
    """One note per standing record, corrections first. ``parts`` as imported; ``kinds``: what was
    recognised, which names its families."""
    index = index_of(parts)
    titles = {kind.family: kind.title for kind in kinds if kind.family and kind.title}

    def family(name: str) -> Message | str:
        return titles.get(name, name)

    return tuple(
        RecordedNote(
            describe(record, _field, family),
            getattr(record, "reason", ""),
            frozenset(_parts_of(record, index)),
        )
        for record in _records(recorded)
    )


def _records(recorded: Recorded) -> Iterator[Any]:
    for shelf in fields(recorded):
        yield from getattr(recorded, shelf.name)


def _field(name: str) -> Message | str:
    return FIELD_WORDS.get(name, name)


def _parts_of(record: Any, index: PartIndex) -> Iterable[int]:
    """The parts that a record names."""
    key = getattr(record, "part", None)
    if isinstance(key, PartKey):
        found = index.find(key)
        nth = record.nth if isinstance(record, Correction) else None
        return found if nth is None else found[nth : nth + 1]
    keys = getattr(record, "parts", ())
    return [part for one in keys if isinstance(one, PartKey) for part in index.find(one)]
