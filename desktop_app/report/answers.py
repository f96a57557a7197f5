"""The answers a supplier can give: stable keys, words, the form of each, and the fact it fills.

Nobody is asked what a supplier cannot know (value share of a mine, light rare earths of a grade).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, Question, msg

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


def answers_to(questions: Iterable[Question], english: Catalogue) -> tuple[Answer, ...]:
    """The columns these questions need, in a fixed order; a remark can always be made.

    Of the elements only those that a question names in English; all where it names none.
    """
    wanted: set[str] = set()
    for question in questions:
        asked = {question.narrows, question.id}
        named = set(SYMBOLS.findall(english.say(question.text)))
        for answer in ANSWERS:
            is_left_out = answer.element is not None and named and answer.element not in named
            if answer.narrows & asked and not is_left_out:
                wanted.add(answer.key)
    return (*(answer for answer in ANSWERS if answer.key in wanted), REMARK)
