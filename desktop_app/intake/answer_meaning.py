"""What one cell of an answered questionnaire can come out as."""

from typing import NamedTuple

from desktop_app.model.answers import Bound, Fate, ReplyValue
from desktop_app.model.findings import Message

LONGEST = 200
"""Characters of an answer that is a figure, a day or a choice; more is a text. Own judgement."""


class Meaning(NamedTuple):
    """What a cell says; see :class:`desktop_app.model.answers.Reply` for the fields."""

    fate: Fate
    value: ReplyValue = None
    bound: Bound = ""
    unit: str = ""
    reason: Message | None = None


UNKNOWN = Meaning("unknown")


def not_understood(reason: Message) -> Meaning:
    """The cell is handed back with the reason."""
    return Meaning("not_understood", reason=reason)
