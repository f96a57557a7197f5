"""What a user records in the window: one value in place of another, none where nothing is left."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from desktop_app.model.findings import Message
from desktop_app.model.inquiry import today_in_china
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.keys import folded
from desktop_app.project.recorded import Recorded
from desktop_app.ui.history import Step

if TYPE_CHECKING:
    from desktop_app.ui.session import Session

Shelf: TypeAlias = Literal[
    "facts",
    "confirmations",
    "statuses",
    "licences",
    "listed",
    "practices",
    "users",
    "sent",
    "scenarios",
    "photos",
]
"""The fields of Recorded whose records replace one of the same key."""
Answer = Literal["yes", "no", "some"]


def with_record(recorded: Recorded | None, shelf: Shelf, record: Any) -> Recorded:
    """What is recorded, with a record in place of the one of its key."""
    before = recorded or Recorded()
    kept = tuple(made for made in getattr(before, shelf) if made.key != record.key)
    changed: dict[str, Any] = {shelf: (*kept, record)}
    return replace(before, **changed)


def without_record(recorded: Recorded | None, shelf: Shelf, key: str) -> Recorded | None:
    """What is recorded, without the record of a key. None where nothing is left."""
    before = recorded or Recorded()
    kept = tuple(made for made in getattr(before, shelf) if made.key != key)
    changed: dict[str, Any] = {shelf: kept}
    made = replace(before, **changed)
    return None if made == Recorded() else made


def note(session: "Session", what: Message, recorded: Recorded | None) -> None:
    """Records what changes no answer, as one step that undo takes back; nothing is assessed anew."""
    after = replace(session.desk, recorded=recorded)
    session.history.record(Step(what, session.desk, after))
    session.recorded = recorded
    session.history_changed.emit()


def leaving_of(recorded: Recorded | None, supplier: str) -> str | None:
    """What was recorded of the supplier; None where nothing was."""
    if recorded is None:
        return None
    return next((fact.answer for fact in _of(recorded, supplier)), None)


def with_leaving(recorded: Recorded | None, supplier: str, answer: str | None) -> Recorded | None:
    """What is recorded, with another answer for the supplier. ``answer`` None takes it away.

    None where nothing is recorded any more.
    """
    from desktop_app.project.opening import user_name

    before = recorded or Recorded()
    old = set(_of(before, supplier))
    facts = tuple(fact for fact in before.facts if fact not in old)
    if answer is not None:
        said = cast(Answer, answer)
        facts = (*facts, RecordedFact("supplier", supplier, "leaves_china", answer=said,
                                      by=user_name(), on=today_in_china()))  # fmt: skip
    made = replace(before, facts=facts)
    return None if made == Recorded() else made


def _of(recorded: Recorded, supplier: str) -> Iterator[RecordedFact]:
    name = folded(supplier)
    for fact in recorded.facts:
        if (fact.subject, fact.fact, folded(fact.name)) == ("supplier", "leaves_china", name):
            yield fact
