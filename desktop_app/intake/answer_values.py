"""One cell of an answered questionnaire: what it means, that it is not known, or why it is not clear.

Nothing is guessed: a figure that can be read in two ways, a unit that is not the one asked for and
two countries in one cell are handed back with the reason.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from desktop_app.intake.answer_doubts import (
    before_licence,
    is_doubted,
    is_no_end,
    is_share_of_other,
    is_unclear_choice,
    is_unclear_form,
    is_yes_by_a_way,
    leaves_licence_out,
)
from desktop_app.intake.answer_meaning import LONGEST, UNKNOWN, Meaning, not_understood, unquoted
from desktop_app.intake.answer_shares import is_of_something_else
from desktop_app.intake.answer_texts import TEXTS, plain_text
from desktop_app.intake.answer_words import (
    choice_of,
    folded,
    is_unspaced,
    means,
    not_granted,
    not_known,
    without,
    words_for,
)
from desktop_app.intake.dates import date_of, day_first, is_ambiguous_date
from desktop_app.intake.grid import UNCALCULATED, Value, day_of, is_error, shown
from desktop_app.intake.measures import DAYS_IN_YEAR, days_factor, percent_factor
from desktop_app.intake.numbers import LONE_GROUP, decimal_comma, number_of
from desktop_app.intake.values import piece_units, units
from desktop_app.intake.written_numbers import in_digits
from desktop_app.model.answers import FORMS, YES_NO, Answer, Bound
from desktop_app.model.findings import msg

SPELT = frozenset(("percent", "day", "days", "amount"))
"""Forms of answers in which a number may be spelt out."""
PLANNED = frozenset(("days", "amount"))
"""Forms of answers that are an estimate by their nature."""
_RANGE = re.compile(
    r"(?P<low>\d[\d.,]*)(?P<unit>\s*[^\d\s,.\-–—~～]{0,12}\s*)"
    r"(?:-|–|—|~|～|〜|\bto\b|\bbis\b|\bà\b|\ba\b|至|到|から)\s*(?P<high>\d[\d.,]*)(?P<rest>\D*)"
)
_MONTH = re.compile(r"(20\d\d)\s*[-/.年년]\s*(\d{1,2})\s*月?월?|(\d{1,2})\s*[-/.]\s*(20\d\d)")
_WRITTEN_DAY = re.compile(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
    r"|\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(?:20)?\d\d(?!\d)"
    r"|\d{1,2}\.?\s*(?:de\s+)?[^\W\d_]{3,10}\.?,?\s*(?:del?\s+)?20\d\d|[^\W\d_]{3,10}\.?\s*\d{1,2},?\s*20\d\d"
)
"""A day as it is written among words."""
_OF = re.compile(r"\bdel?\b", re.IGNORECASE)
"""Between the parts of a day in Spanish."""
_NOT_FOUND = re.compile(
    r"(?P<word>[^\d(（<]+?)[\s,;:]*[(（<]\s*(?P<limit>[^()（）]*\d[^()（）]*)[)）]?"
)
_OF_MASS = re.compile(r"\s*[(（]([^()（）]+)[)）]\s*$")
"""A bracket behind a share, which may only say of what it is one."""
_KOREAN_DAY = re.compile(r"(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일")

_CLAUSE, _ABBREVIATED = (
    re.compile(r"(?<=[^\W\d_])\s*[,;，；]\D*$"),
    re.compile(r"(?<=[^\W\d_])\.(?=\s)"),
)
"""Words behind a time and its unit, and the stop of a shortened word: they are no part of the figure."""
_STOPPED_DAY = re.compile(r"^\s*((?:19|20)\d\d)\.\s*(\d{1,2})\.\s*(\d{1,2})\.?\s*$")
"""As Koreans write it: 2026. 11. 3."""


class Figure(NamedTuple):
    """A number with what stands around it: ``high`` of a range, else the number itself."""

    value: float
    high: float
    bound: Bound
    rest: str


@dataclass(frozen=True, slots=True)
class Habits:
    """How a supplier writes: decimal comma, and the day before the month; None where nothing tells."""

    comma: bool | None = None
    is_day_first: bool | None = None


def habits_of(figures: Iterable[Value], days: Iterable[Value]) -> Habits:
    """The habits that the cells of a sheet show: those under figures, and those under days."""
    texts = [_without_words(text)[0] for text in _short_texts(figures)]
    return Habits(decimal_comma(texts), day_first(_short_texts(days)))


def _short_texts(values: Iterable[Value]) -> list[str]:
    return [v for v in values if isinstance(v, str) and not day_of(v) and len(v) <= LONGEST]


def meaning_of(answer: Answer, value: Value, habits: Habits) -> Meaning:
    """What a filled cell under an answer's heading means."""
    if is_error(value):
        if value == UNCALCULATED:
            return not_understood(msg("a formula that was never calculated"))
        return not_understood(msg("the cell holds an error: {text}", text=shown(value)))
    value = unquoted(value)
    text = shown(value)
    if isinstance(value, str) and not day_of(value) and not_known(text):
        return UNKNOWN
    if isinstance(value, str) and is_doubted(text, is_plan=answer.form in PLANNED):
        return not_understood(msg("a guess or a question, no answer"))
    if answer.form == "text":
        return TEXTS.get(answer.key, plain_text)(value)
    if len(text) > LONGEST:
        return not_understood(msg("a long text where a short answer was asked for"))
    if isinstance(value, str) and answer.form in SPELT and not day_of(value):
        value = in_digits(_OF_MASS.sub(_without_of_mass, value) if answer.element else value)
    return _READ[answer.form](answer, value, habits)


# --- figures ---------------------------------------------------------------------------------


def _without_words(text: str) -> tuple[str, Bound]:
    """A text without the words before its figure, and the bound they set: "max. 8 weeks"."""
    plain = unicodedata.normalize("NFKC", text).strip()
    bound: Bound = ""
    signs: tuple[tuple[str, Bound], ...] = (("approx", ""), ("below", "<"), ("above", ">"))
    for meaning, sign in signs:
        for word in words_for(meaning):
            if plain.casefold().startswith(word) and not _goes_on(plain, word):
                plain, bound = plain[len(word) :].strip(), sign or bound
                break
            if is_unspaced(word) and plain.endswith(word):
                plain, bound = plain[: -len(word)].strip(), sign or bound
                break
    return plain, bound


def _goes_on(text: str, word: str) -> bool:
    """Whether a word is only the beginning of a longer one."""
    return word[-1].isalpha() and text[len(word) : len(word) + 1].isalpha()


def figure_in(value: Value, habits: Habits) -> Figure | None:
    """The one figure, or the one range, of a cell. None where there is none or more."""
    if isinstance(value, bool) or day_of(value):
        return None
    if isinstance(value, float):
        return Figure(value, value, "", "")
    plain, bound = _without_words(shown(value))
    between = _RANGE.fullmatch(plain)
    if between:
        low, high = (_number(between[name], habits) for name in ("low", "high"))
        is_range = not math.isnan(low) and not math.isnan(high) and low <= high
        rest = f"{between['unit']} {between['rest']}".strip()
        return Figure(low, high, bound, rest) if is_range else None
    number = _number(plain, habits)
    if math.isnan(number):
        return None
    rest = re.sub(r"[\d.,'’\s+\-−]+", " ", plain).strip()
    kept, after = _bound_behind(rest)
    return Figure(number, number, after or bound, kept)


def _bound_behind(rest: str) -> tuple[str, Bound]:
    """What stands behind a figure without the words of a bound: "% max", "% or less"."""
    words = rest.split()
    said = [folded(word) for word in words]
    signs: tuple[tuple[str, Bound], ...] = (("below", "<"), ("above", ">"))
    for meaning, sign in signs:
        for bound in words_for(meaning):
            named = bound.split()
            for start in range(len(said) - len(named) + 1):
                if said[start : start + len(named)] == named:
                    return " ".join(words[:start] + words[start + len(named) :]), sign
    return rest, ""


def _number(text: str, habits: Habits) -> float:
    return number_of(text, habits.comma)


_NO_FIGURE = msg("no figure, or more than one")
_TWO_READINGS = msg("such as 1.234: a thousand or one point two")


def _figure(value: Value, habits: Habits) -> Figure | Meaning:
    found = figure_in(value, habits)
    if found is not None:
        return found
    plain = _without_words(shown(value))[0]
    digits = re.sub(r"[^\d.,]+$", "", plain)
    return not_understood(_TWO_READINGS if LONE_GROUP.fullmatch(digits) else _NO_FIGURE)


def _percent(answer: Answer, value: Value, habits: Habits) -> Meaning:
    """Mass or value percent. A thousand percent is none, so 1.234 can only be one point two."""
    if isinstance(value, str) and means(value, "none"):
        reason = msg("none, without a figure: it does not settle what a report would")
        return Meaning("understood", bound="none", reason=reason)
    below = _below_a_limit(value, habits) if isinstance(value, str) else None
    if below is not None:
        return below
    if answer.element is not None and isinstance(value, str):
        value = _named(answer.element).sub("", value)
    found = _figure(value, habits)
    if isinstance(found, Meaning) and found.reason is _TWO_READINGS:
        digits = _without_words(shown(value))[0]
        found = _figure(digits, Habits("," in digits, habits.is_day_first))
        if isinstance(found, Figure) and found.value >= 1000:
            found = _figure(digits, Habits("," not in digits, habits.is_day_first))
    if isinstance(found, Meaning):
        return found
    factor = _percent_unit(found.rest)
    if (
        factor is None
        or is_of_something_else(found.rest, answer.element)
        or is_share_of_other(shown(value), of_value=answer.element is None)
    ):
        return not_understood(msg("the unit {unit} is no percent", unit=found.rest))
    low, high = found.value * factor, found.high * factor
    if not 0 <= low <= high <= 100:
        return not_understood(msg("not between 0 and 100 percent"))
    if high > low:
        if not low:
            return Meaning("understood", high, "<")
        return Meaning("understood", low, ">", reason=msg("a range: its lower end counts"))
    return Meaning("understood", _rounded(low), found.bound)


def _without_of_mass(bracket: re.Match[str]) -> str:
    return "" if means(bracket[1], "of mass") else bracket[0]


@cache
def _named(element: str) -> re.Pattern[str]:
    """The name of an element before its figure: "Dy: 0,35", "镝 0.35%"."""
    names = "|".join(map(re.escape, (element, *words_for(f"element {element}"))))
    return re.compile(rf"^\s*(?:{names})\s*[:：=]?\s*(?=[<>≤≥\d])", re.IGNORECASE)


def _below_a_limit(text: str, habits: Habits) -> Meaning | None:
    """ "Not detected" with the limit of the method behind it: no more than that limit."""
    found = _NOT_FOUND.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None or not means(found["word"], "none"):
        return None
    figure = figure_in(without(found["limit"], ("limit",)), habits)
    factor = _percent_unit(figure.rest) if figure is not None else None
    if figure is None or factor is None or not 0 < figure.high * factor <= 100:
        return None
    return Meaning("understood", _rounded(figure.high * factor), "<")


def _percent_unit(rest: str) -> float | None:
    """What a bare figure is multiplied with to be percent; None for another unit, such as money."""
    if any(unicodedata.category(sign) == "Sc" for sign in rest):
        return None
    if not any(sign.isalpha() for sign in rest) and "‰" not in rest:
        return 1.0
    return percent_factor(rest)


def _rounded(number: float) -> float:
    """Without the noise of a unit conversion: 100 ppm is 0.01 percent."""
    return float(f"{number:.12g}")


def _days(_answer: Answer, value: Value, habits: Habits) -> Meaning:
    """Calendar days. Of a range the longest time: what is planned for is then safe."""
    if isinstance(value, str) and leaves_licence_out(value):
        return not_understood(msg("a time without the licence, which was asked for with it"))
    if isinstance(value, str):
        value = _CLAUSE.sub("", before_licence(value))
    found = _figure(value, habits)
    if isinstance(found, Meaning):
        return found
    factor = 1.0
    if any(sign.isalpha() for sign in found.rest):
        year = folded(found.rest) in words_for("year")
        named = DAYS_IN_YEAR if year else days_factor(found.rest)
        if named is None:
            return not_understood(msg("the unit {unit} is no time", unit=found.rest))
        factor = named
    if found.value < 0:
        return not_understood(msg("less than nothing"))
    reason = msg("a range: its longer end counts") if found.high > found.value else None
    return Meaning("understood", _rounded(found.high * factor), found.bound, reason=reason)


def _amount(_answer: Answer, value: Value, habits: Habits) -> Meaning:
    """A number of pieces, or of another unit that is named."""
    if isinstance(value, str) and means(value, "none"):
        return Meaning("understood", 0.0)
    found = _figure(value, habits)
    if isinstance(found, Meaning) and found.reason is _TWO_READINGS:
        found = _of_pieces(value) or found
    if isinstance(found, Meaning):
        return found
    unit = folded(found.rest)
    if unit and unit not in units():
        return not_understood(msg("the unit {unit} is not known", unit=found.rest))
    if found.value < 0:
        return not_understood(msg("less than nothing"))
    named = "" if unit in piece_units() else found.rest
    if unit and not named and not found.value.is_integer():  # 1.200 Stück, where 0.35 is a share
        found = _of_pieces(value) or found
    return Meaning("understood", found.value, found.bound, named)


def _of_pieces(value: Value) -> Figure | None:
    """The figure where it counts pieces: 1.200 Stück are twelve hundred, for nobody has 1.2."""
    text = shown(value)
    found = figure_in(value, Habits(comma="." in text))
    return found if found is not None and folded(found.rest) in piece_units() else None


# --- days, choices, countries, codes ---------------------------------------------------------


def _day(answer: Answer, value: Value, habits: Habits) -> Meaning:
    text = _KOREAN_DAY.sub(r"\1-\2-\3", value) if isinstance(value, str) else value
    text = _STOPPED_DAY.sub(r"\1-\2-\3", text) if isinstance(text, str) else text
    found = date_of(text, habits.is_day_first)
    found = found or _day_among_words(answer, text, habits)
    days = {date_of(day, habits.is_day_first) for day in _WRITTEN_DAY.findall(shown(text))}
    begins = answer.key == "licence_until" and isinstance(value, str) and is_no_end(value)
    if begins or len(days - {None}) > 1:
        found = None
    if found is not None and not (isinstance(value, str) and not_granted(value)):
        return Meaning("understood", found)
    if is_ambiguous_date(value):
        return not_understood(msg("day and month could be exchanged"))
    month = _MONTH.fullmatch(shown(value).strip()) if answer.key == "report_date" else None
    if month is None:
        return not_understood(msg("no day that can be read"))
    year, number = (month[1], month[2]) if month[1] else (month[4], month[3])
    try:
        first = date(int(year), int(number), 1)
    except ValueError:
        return not_understood(msg("no day that can be read"))
    return Meaning("understood", first, reason=msg("a month: its first day counts"))


def _day_among_words(answer: Answer, value: Value, habits: Habits) -> date | None:
    """The one day of a text that says nothing else: "applied on 2026-11-10". A plan is no day."""
    text = unicodedata.normalize("NFKC", value) if isinstance(value, str) else ""
    written = _WRITTEN_DAY.findall(text)
    if len(written) != 1:
        return None
    words = ("of_a_day", "until") if answer.key == "licence_until" else ("of_a_day",)
    rest = without(text.replace(written[0], " "), words)
    day = _OF.sub(" ", written[0]).strip()
    return None if rest else date_of(day, habits.is_day_first)


def _yes_no(_answer: Answer, value: Value, _habits: Habits) -> Meaning:
    if isinstance(value, bool):
        return Meaning("understood", "yes" if value else "no")
    if isinstance(value, str) and is_yes_by_a_way(value):
        return Meaning("understood", "yes")
    found = _chosen(shown(value), [name for name, _ in YES_NO])
    if isinstance(found.value, str) and is_unclear_choice(shown(value), found.value):
        return not_understood(msg("none of the choices, or several of them"))
    return found


def _form(_answer: Answer, value: Value, _habits: Habits) -> Meaning:
    found = _chosen(shown(value), [name for name, _ in FORMS])
    if isinstance(found.value, str) and is_unclear_form(shown(value), found.value):
        return not_understood(msg("none of the choices, or several of them"))
    return found


def _chosen(text: str, allowed: Iterable[str]) -> Meaning:
    found = choice_of(text, allowed)
    if found is None:
        return not_understood(msg("none of the choices, or several of them"))
    return UNKNOWN if found == "unknown" else Meaning("understood", found)


_READ: Mapping[str, Callable[[Answer, Value, Habits], Meaning]] = {
    "percent": _percent,
    "day": _day,
    "yes_no": _yes_no,
    "form": _form,
    "days": _days,
    "amount": _amount,
}
