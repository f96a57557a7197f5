"""One reading of one column: what it may mean, how sure that is, and why."""

from dataclasses import dataclass, replace

from desktop_app.model.findings import Message

ACCEPTED = 0.6
"""Below this a column stays unused and is shown as a question. Own judgement."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """``column`` is a position. ``language`` is None where the heading did not say it."""

    column: int
    field: str
    confidence: float
    why: Message
    language: str | None


def weaker(candidate: Candidate, confidence: float, why: Message) -> Candidate:
    """The same reading, believed no more than ``confidence``."""
    return replace(candidate, confidence=min(candidate.confidence, confidence), why=why)
