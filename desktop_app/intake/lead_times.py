"""Delivery times as offers say them: "4-6 weeks", "受注後45日", "ca. 8 Wochen nach Auftragseingang"."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import folded, words_for
from desktop_app.intake.grid import Value, day_of
from desktop_app.intake.measures import DAYS_IN_YEAR, DAYS_OF_UNITS, days_factor
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.word_patterns import unit_words

if TYPE_CHECKING:
    from desktop_app.intake.cells_read import Facts
    from desktop_app.intake.tables import Table

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_RANGE = re.compile(
    rf"(?P<least>{_NUMBER})\s*(?:(?P<sign>[-–—~〜∼/])|to|bis|à|a|al|ou|or|oder|至|到|から|에서)\s*(?P<most>{_NUMBER})",
    re.IGNORECASE,
)
_ONE = re.compile(_NUMBER)
_UNIT_SIGNS = 12
"""Signs behind the number in which its unit of time must begin: "Wochen nach Auftragseingang"."""
LONGEST = 60


def range_of(value: Value) -> tuple[float, float] | None:
    """The shortest and the longest time of a cell, in the unit it names or leaves to its heading; both
    are equal where it names one. None where it holds other numbers too or a unit in front of them, as
    "KW 48" is a week of the year and no time.
    """
    if not isinstance(value, str) or len(value) > LONGEST or day_of(value):
        return None
    text = unicodedata.normalize("NFKC", value).strip()
    found = _RANGE.search(text) or _ONE.search(text)
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    is_range = "least" in found.re.groupindex
    has_unit = bool(after) and days_factor(_first_words(after)) is not None
    is_bare = not before.strip() and not after.strip()
    if before.rstrip().endswith("第") or after.lstrip().startswith("."):
        return None  # the 48th week of the year: "48. KW", "第48周"
    if _ONE.search(before) or _ONE.search(after) or not (has_unit or (is_range and is_bare)):
        return None
    if not is_range:
        only = _number(found[0])
        return only, only
    least, most = _number(found["least"]), _number(found["most"])
    # 11/20 may be a day of a month.
    is_told = has_unit or found["sign"] != "/"
    return (least, most) if least < most and is_told else None


def settle_licence_held(
    table: "Table", fields: Mapping[str, int], parts: NDArray[np.intp], facts: "Facts"
) -> None:
    """Where the heading of delivery times says whether they hold the licence, so does every row that
    has one: "Lead time incl. export licence". ``parts``: positions of the rows in the sheet."""
    if "lead_time_days" not in fields or "lead_time_days" not in facts.columns:
        return
    said = table.headings[fields["lead_time_days"]]
    holds, lacks = (names_any(said, kind) for kind in ("holds_licence", "lacks_licence"))
    if holds or lacks:  # in Chinese the words for "without" hold those for "with"
        answer = np.full(len(parts), None, dtype=object)
        answer[~np.isnan(facts.columns["lead_time_days"])] = not lacks
        facts.columns["lead_time_holds_licence"] = answer


def longest_time(value: Value) -> float | None:
    """The longest time of a cell, None where there is none: a plan must hold for the late delivery too."""
    found = range_of(value)
    return None if found is None else found[1]


def years_in(value: Value) -> float | None:
    """Calendar days of a time in years, "1.5 years" and "2年"; None for any other cell."""
    text = unicodedata.normalize("NFKC", value).strip(" .") if isinstance(value, str) else ""
    found = _YEARS.fullmatch(text)
    is_of_years = found is not None and folded(found[2]) in words_for("year")
    return DAYS_IN_YEAR * _number(found[1]) if found is not None and is_of_years else None


_YEARS = re.compile(rf"({_NUMBER})\s*([^\W\d_]+)")


def is_range(value: Value) -> bool:
    """Whether a cell names two times, the shortest and the longest."""
    found = range_of(value)
    return found is not None and found[0] < found[1]


def is_week_of_year(value: Value) -> bool:
    """Whether a cell says the 48th week of a year, no number of them: "48. KW"."""
    return isinstance(value, str) and _ORDINAL.match(value.strip()) is not None


def formula_days(text: str) -> float | None:
    """Calendar days of the unit in a date formula such as "12S" of Dynamics; None where it is none."""
    found = _FORMULA.fullmatch(text.strip())
    if found is None:
        return None
    units = (unit for unit in DAYS_OF_UNITS if f"formula_{unit}" in unit_words())
    return next((DAYS_OF_UNITS[u] for u in units if found[1] in unit_words()[f"formula_{u}"]), None)


def is_formula(value: Value) -> bool:
    """Whether a cell is a figure with one letter behind it: a time whose unit the letter is."""
    return isinstance(value, str) and _FORMULA.fullmatch(value.strip()) is not None


_FORMULA = re.compile(r"\d{1,3}(?:[.,]\d)? ?([A-Za-z])")
_ORDINAL = re.compile(r"\d{1,2}\.\s*[^\W\d_]")


def _first_words(text: str) -> str:
    return text.strip()[:_UNIT_SIGNS]


def _number(text: str) -> float:
    return float(text.replace(",", "."))
