"""What one cell of an answered questionnaire can come out as."""

import re
from typing import NamedTuple

from desktop_app.intake.grid import Value
from desktop_app.model.answers import Bound, Fate, ReplyValue
from desktop_app.model.findings import Message

LONGEST = 200
"""Characters of an answer that is a figure, a day or a choice; more is a text. Own judgement."""


_QUOTED = re.compile(
    r"\s*(?:\"([^\"]+)\"|'([^']+)'|“([^“”]+)”|„([^„“]+)“|«([^«»]+)»|「([^「」]+)」)\s*"
)
"""A whole answer between quotation marks, as programs put texts that they hand on."""


class Meaning(NamedTuple):
    """What a cell says; see :class:`desktop_app.model.answers.Reply` for the fields."""

    fate: Fate
    value: ReplyValue = None
    bound: Bound = ""
    unit: str = ""
    reason: Message | None = None


UNKNOWN = Meaning("unknown")


def unquoted(value: Value) -> Value:
    """An answer without quotation marks around the whole of it."""
    found = _QUOTED.fullmatch(value) if isinstance(value, str) else None
    return value if found is None else next(text for text in found.groups() if text)


def not_understood(reason: Message) -> Meaning:
    """The cell is handed back with the reason."""
    return Meaning("not_understood", reason=reason)
