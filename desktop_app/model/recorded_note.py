"""What a user recorded, as a report tells it."""

from dataclasses import dataclass

from desktop_app.model.findings import Message


@dataclass(frozen=True, slots=True)
class RecordedNote:
    """``what`` was recorded and why: ``reason``, empty where nobody gave one. ``part_ids``: the parts it
    names; none where it speaks of a supplier, the law or the question."""

    what: Message
    reason: str = ""
    part_ids: frozenset[int] = frozenset()
