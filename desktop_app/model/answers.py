"""What suppliers are asked and what they answered: keys, words, and cells as they came back.

Nobody is asked what a supplier cannot know (value share of a mine, light rare earths of a grade).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, TypeAlias

from desktop_app.model.findings import Message, msg

Form: TypeAlias = Literal["percent", "day", "yes_no", "form", "days", "amount", "text"]


@dataclass(frozen=True, slots=True)
class Answer:
    """``key`` never changes: an answered sheet is read back by it. ``narrows``: the missing facts
    (see model.licence.MissingFact, and ``licence``) for which the column is asked."""

    key: str
    title: Message
    form: Form
    narrows: frozenset[str]
    hint: Message
    element: str | None = None


SYMBOLS = re.compile(r"\b(Dy|Tb|Ho|Sm|Gd|Y)\b")
_COMPOSITION = frozenset({"composition"})
_PERCENT_HINT = msg(
    "Mass percent of the magnet or material as delivered, such as 0.35; <0.01 if so."
)


def _element(symbol: str, title: Message) -> Answer:
    key = f"{symbol.lower()}_percent"
    return Answer(key, title, "percent", _COMPOSITION, _PERCENT_HINT, symbol)


ANSWERS: tuple[Answer, ...] = (
    _element("Dy", msg("Dy, mass %")),
    _element("Tb", msg("Tb, mass %")),
    _element("Ho", msg("Ho, mass %")),
    _element("Sm", msg("Sm, mass %")),
    _element("Gd", msg("Gd, mass %")),
    _element("Y", msg("Y, mass %")),
    Answer(
        "report_number", msg("Test report, number"), "text", _COMPOSITION,
        msg("It names this part number, or the grade and the maker. Please send it along."),
    ),
    Answer(
        "report_date", msg("Test report, date"), "day", _COMPOSITION,
        msg("Day on which it was issued, such as 2026-11-24."),
    ),
    Answer(
        "magnet_grade", msg("Material or magnet grade"), "text",
        frozenset({"composition", "identity"}), msg("Such as N42SH, Sm2Co17 or an alloy number."),
    ),
    Answer(
        "alternative_grade", msg("Grade without Dy, Tb and Ho you can offer"), "text", _COMPOSITION,
        msg("Leave empty if there is none."),
    ),
    Answer(
        "maker", msg("Maker and its part number"), "text", frozenset({"identity"}),
        msg("Who makes it, under which number; send the data sheet or drawing along."),
    ),
    Answer(
        "form", msg("Delivered as"), "form", frozenset({"form", "identity"}),
        msg("Loose, or fixed in a housing, on a shaft or by moulding."),
    ),
    Answer(
        "country_of_origin", msg("Country of origin"), "text", frozenset({"origin"}),
        msg("Name of the country, or its code of two letters."),
    ),
    Answer(
        "leaves_china", msg("Does the delivery to us leave China?"), "yes_no",
        frozenset({"origin"}), msg("Yes also where it goes through a warehouse in another country."),
    ),
    Answer(
        "cn_value_share", msg("Value share of Chinese rare earths, %"), "percent",
        frozenset({"value_share"}),
        msg("Value of controlled rare earths of Chinese origin in the value of the part."),
    ),
    Answer(
        "chinese_technology", msg("Made with Chinese technology?"), "yes_no",
        frozenset({"value_share", "technology"}),
        msg("Whether any of it was used to mine, separate or smelt its rare earths or to make the magnets."),
    ),
    Answer(
        "property", msg("Technical values with units"), "text",
        frozenset({"technical_property"}), msg("The values the question names; data sheet along."),
    ),
    Answer(
        "licence_filed", msg("Export licence applied for on"), "day", frozenset({"licence"}),
        msg("Day on which the exporter in China applied, such as 2026-11-24."),
    ),
    Answer(
        "licence_number", msg("Export licence, number"), "text", frozenset({"licence"}),
        msg("As printed on the licence."),
    ),
    Answer(
        "licence_until", msg("Export licence, valid until"), "day", frozenset({"licence"}),
        msg("Last day, such as 2026-11-24."),
    ),
    Answer(
        "hs_code", msg("Chinese customs code"), "text", frozenset({"licence", "form"}),
        msg("The ten digits of the export declaration."),
    ),
    Answer(
        "stock_outside_china", msg("Stock outside China, pieces"), "amount", frozenset({"licence"}),
        msg("What you could deliver without an export from China."),
    ),
    Answer(
        "lead_time_days", msg("Delivery time in days"), "days", frozenset({"licence", "origin"}),
        msg("Calendar days from order to our works, the licence included."),
    ),
)  # fmt: skip
REMARK = Answer("remark", msg("Remark"), "text", frozenset(), msg("Anything we should know."))

SCHEMA = "lodestone/questionnaire/1"
"""What the hidden sheet of a questionnaire says it is."""
MARK_DIGITS = 8
KEY: Message | None = None
PART_NUMBER, DESCRIPTION, ASKED = msg("Part number"), msg("Description"), msg("What we ask")
"""Headings of the columns before the answers; that of the hidden keys has none."""
ANSWERED_ON, ANSWERED_BY = msg("Answered on"), msg("Answered by")
"""Labels above the list, each beside the cell to fill in: a declaration has a day and a name."""
INTRODUCTION: tuple[Message, ...] = (
    msg("Export control: questions about parts you deliver"),
    msg(
        "Please write into the yellow cells only. 'Not known' is an answer; please do not "
        "guess. Rows may be sorted. Send the workbook back with the documents."
    ),
)
"""What stands above the list."""

YES_NO: tuple[tuple[str, Message], ...] = (
    ("yes", msg("yes")), ("no", msg("no")), ("some", msg("some deliveries")),
    ("unknown", msg("not known")),
)  # fmt: skip
FORMS: tuple[tuple[str, Message], ...] = (
    ("magnet", msg("loose magnet")), ("magnet_assembly", msg("magnet in a holder or housing")),
    ("rotor", msg("rotor or stator with fixed magnets")), ("motor", msg("motor")),
    ("sensor", msg("finished sensor")), ("oxide", msg("oxide")), ("metal", msg("metal")),
    ("alloy", msg("alloy")), ("compound", msg("compound")), ("mixture", msg("mixture")),
    ("unknown", msg("not known")),
)  # fmt: skip
"""Choices of the drop-down lists: stable word and words shown."""


Fate: TypeAlias = Literal["understood", "unknown", "not_understood", "note"]
Bound: TypeAlias = Literal["", "<", ">", "none"]
ReplyValue: TypeAlias = str | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Reply:
    """One filled cell of an answered questionnaire. ``field``: key of the answer; "" where the
    supplier wrote beside or below the columns of answers. ``row`` and ``column`` 1-based.

    ``typed``: as it stands there. ``value``: what it means, None where that is not known: percent,
    calendar days, ISO2 of a country, a day, a stable word of a choice, text. ``bound``: ``<`` no more
    than the value, ``>`` no less, ``none`` "none" or "not detected" without a figure. ``unit`` of an
    amount. ``reason``: why it could not be understood, or what was made of it.
    """

    field: str
    sheet: str
    row: int
    column: int
    typed: str
    fate: Fate
    value: ReplyValue = None
    bound: Bound = ""
    unit: str = ""
    reason: Message | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """The cell: a merged one speaks for several lines and is still one."""
        return self.sheet, self.row, self.column


@dataclass(frozen=True, slots=True)
class AnsweredLine:
    """One part of an answered questionnaire. ``key``: the hidden name of the part, "" where it is
    gone; ``number`` and ``description`` as they stand in the sheet."""

    sheet: str
    row: int
    key: str
    number: str
    description: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class AnsweredForm:
    """A questionnaire of ours that came back. ``notes``: filled cells that belong to no line.

    ``supplier`` and ``asked_on`` as we wrote them, ``answered_on`` and ``answered_by`` as the supplier
    did; None or "" where that is gone or was left open.
    """

    supplier: str
    asked_on: date | None
    answered_on: date | None
    answered_by: str
    lines: tuple[AnsweredLine, ...]
    notes: tuple[Reply, ...] = ()

    @property
    def replies(self) -> Iterator[Reply]:
        """Every filled cell once for each line it speaks for, then those of no line."""
        for line in self.lines:
            yield from line.replies
        yield from self.notes

    def count(self, fate: Fate) -> int:
        """Filled cells of one fate; each cell is counted once and has one fate."""
        return len({reply.place for reply in self.replies if reply.fate == fate})

    @property
    def filled(self) -> int:
        """Filled cells: understood, unknown, not understood and notes together."""
        return len({reply.place for reply in self.replies})

    @property
    def is_blank(self) -> bool:
        """Nobody answered anything."""
        return not any(line.replies for line in self.lines) and not self.notes


def sheet_mark(name: str) -> str:
    """A sheet as the keys of a questionnaire call it, which goes to suppliers: hex digits of its name."""
    return sha256(name.encode(errors="surrogatepass")).hexdigest()[:MARK_DIGITS]
