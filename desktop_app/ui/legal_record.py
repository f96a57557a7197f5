"""What a user learned of the law, checked field by field before it is recorded. Knows no Qt."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.model.findings import Message, msg
from desktop_app.model.licence import StatusName
from desktop_app.project.legal_status import LegalStatus, SourceKind
from desktop_app.project.rules import project_rules

STATES: tuple[StatusName, ...] = ("in_force", "suspended", "repealed")
"""What a document can say; unconfirmed is what the program says without one."""


class Draft(NamedTuple):
    """The form as it stands. Fields as in :class:`LegalStatus`."""

    control: str
    provision: str
    state: StatusName
    since: date
    until: date | None
    said: str
    document_number: str
    document_date: date
    source_kind: SourceKind
    counsel: str
    file: str
    recorded_by: str
    look_again: date


def latest_look(today: date) -> date:
    """The last day that may be named to look again."""
    return today + timedelta(days=project_rules().look_again_days)


def faults_of(draft: Draft, today: date) -> Sequence[tuple[str, Message]]:
    """What is missing or cannot be, each with its field; empty where it can be recorded."""
    found: list[tuple[str, Message]] = []
    for field, words in (
        ("said", msg("Say in one sentence what the document says.")),
        ("document_number", msg("Give the number or title of the document.")),
        ("recorded_by", msg("Say who recorded it: every page that relies on it names them.")),
    ):
        if not getattr(draft, field).strip():
            found.append((field, words))
    if draft.source_kind == "counsel" and not draft.counsel.strip():
        found.append(("counsel", msg("Written advice counts only with the name of counsel.")))
    if draft.until is not None and draft.until < draft.since:
        found.append(("until", msg("The last day is before the first.")))
    last = latest_look(today)
    if not today <= draft.look_again <= last:
        found.append(("look_again", msg("The day to look again must be from today to {day}.",
                                        day=last)))  # fmt: skip
    elif draft.since > draft.look_again:
        found.append(("since", msg("It begins after the day to look again.")))
    if draft.document_date > today:
        found.append(("document_date", msg("The document cannot be of a later day than today.")))
    return found


def status_of(draft: Draft, today: date) -> LegalStatus:
    """The record. Raises ValueError where ``faults_of`` names something."""
    if faults_of(draft, today):
        raise ValueError("the form is not complete")
    return LegalStatus(
        draft.control,
        draft.provision,
        draft.state,
        draft.since,
        draft.said.strip(),
        draft.document_number.strip(),
        draft.document_date,
        draft.source_kind,
        draft.recorded_by.strip(),
        today,
        draft.look_again,
        draft.until if draft.state == "suspended" else None,
        draft.counsel.strip() if draft.source_kind == "counsel" else "",
        draft.file.strip(),
    )
