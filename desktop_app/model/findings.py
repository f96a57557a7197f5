"""What the program has to say: messages, issues, reasons, questions. Values, never sentences.

A message is an English template and its arguments; ``language.catalogue`` turns it into a sentence
of the chosen language. Arguments may be text, numbers, dates or other messages.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Argument: TypeAlias = "str | int | float | date | Message | None"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say. ``template`` is English with ``{name}`` places and is the catalogue's key.

    ``plural`` is the English plural template where the sentence counts ``n``.
    """

    template: str
    args: tuple[tuple[str, Argument], ...] = ()
    plural: str | None = None


def msg(template: str, /, **args: Argument) -> Message:
    """A message. The template must be a literal: the extractor collects it from the source."""
    return Message(template, tuple(args.items()))


def nmsg(template: str, plural: str, /, n: int, **args: Argument) -> Message:
    """A message that counts ``n`` things: singular and plural template, both literals."""
    return Message(template, (("n", n), *args.items()), plural)


class Country(str):
    """ISO2 code of a country inside a message, or several, "CN, RU"; said by their names."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CellRef:
    """Where a value was read: file name, sheet, 1-based row and column (None: the whole row)."""

    file: str
    sheet: str
    row: int
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file or an output failed: a stable code (``E_...``), what happened, what to do."""

    code: str
    message: Message
    remedy: Message


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong or noteworthy inside a file that was read. Code ``W_...`` or ``E_...``."""

    code: str
    severity: Literal["error", "warning", "note"]
    message: Message
    sheet: str | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a decision: what was looked at, what was found, how good the evidence is.

    ``step`` is one of form, elements, origin, destination, status, end_use, identity, clock,
    shortage, verdict. ``evidence`` is A to D, None where the step rests on the register alone.
    """

    step: str
    message: Message
    evidence: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask, and whom. ``narrows`` names the missing fact it would fill."""

    id: str
    to: Literal["supplier", "maker", "counsel", "purchasing"]
    text: Message
    narrows: str


class CodedError(Exception):
    """An expected failure that carries the :class:`Problem` to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Cancelled(Exception):  # noqa: N818 - what happened, not an error
    """The user asked the running work to stop."""


class Quoted(str):
    """Words of a list inside a message, one a line; said between the quotation marks of the language,
    so that they are not read as words of the sentence."""

    __slots__ = ()


def column_letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
