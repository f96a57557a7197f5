"""What a rule that binds the buyer says of a part: yes, no or cannot tell, and what is missing."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from desktop_app.model.findings import Message, Reason
from desktop_app.model.verdict import Ternary

FlagState: TypeAlias = Literal["in_force", "coming", "date_unknown"]


@dataclass(frozen=True, slots=True)
class Flag:
    """One duty of one rule for one part; never a licence verdict.

    ``since``: its first day, None where not known; ``earliest``: it may be later. ``days_left``
    until a coming day, or until the last day of one in force that has one. ``applies``: UNKNOWN
    names what is ``missing``. ``steps``: what was asked and found. ``unless``: exceptions that a
    person has to read. ``why`` its day is not sure; ``note``: what else to know. ``source``:
    address of the text; ``read_through``: the day up to which it was read.
    """

    rule: str
    title: Message
    duty: Message
    state: FlagState
    since: date | None
    until: date | None
    earliest: bool
    days_left: int | None
    applies: Ternary
    missing: tuple[Message, ...]
    steps: tuple[Reason, ...]
    unless: tuple[Message, ...]
    why: Message | None
    note: Message | None
    source: str
    read_through: date
