"""Units of mass, time, share and price that stand in cells and headings."""

import re
import unicodedata
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.thousands_of_pieces import counted_unit, pieces_in
from desktop_app.intake.values import is_unit, piece_units, units
from desktop_app.intake.word_patterns import pattern_of, unit_words

DAYS_IN_MONTH = 365.25 / 12
CALENDAR_DAYS_PER_WORKDAY = 7 / 5
DAYS_OF_UNITS = {
    "working_day": CALENDAR_DAYS_PER_WORKDAY, "week": 7.0, "month": DAYS_IN_MONTH, "day": 1.0,
}  # fmt: skip
"""Calendar days of a unit of time, by its kind of word; the first that a text names counts."""
DAYS_IN_YEAR = 365.0
LONGEST_WEEKS = 52
"""A lead time above this many weeks is rare; larger bare numbers are days. Own judgement."""

PER_MASS = re.compile(
    r"(/|\bper|\bpro|\bje|\bpar|\bpor|\bal|每)\s*(kg|g|t|lb|公斤|千克|吨)\b", re.IGNORECASE
)
"""A price for a mass, as a heading says it."""

_UNIT_BEHIND = re.compile(r"[-+]?[\d.,'’\s]*\d\s*([^\W\d][^\d]{0,23})")

PERCENT, PER_MILLE, PPM = 1.0, 0.1, 0.0001
THOUSANDS, HUNDREDS = unit_words()["thousand"], unit_words()["hundred"]
"""Words for how many pieces a price is for. "Per cent" is a share, so it is none of them."""
OF_A_THOUSAND, OF_A_HUNDRED = unit_words()["of_a_thousand"], unit_words()["of_a_hundred"]
"""The same with the articles of their languages: "le cent"."""
_PRICE_UNIT = re.compile(
    r"(?:\bper|\bpro|\bje|\bpor|\bpar|\bfor|\bfür|\bpour|\bà|\bcada|\bogni|\bx(?=\s*1)|\bles(?=\s*1)|/|每)\s*"
    rf"(10{{1,3}}(?![\d.,])|1[.,]000(?![\d.,])|(?:{'|'.join(THOUSANDS + HUNDREDS)})(?![a-z\d]))"
    rf"|(?<!\d )(?<!\d)\b({'|'.join(OF_A_THOUSAND + OF_A_HUNDRED)})(?!\w)",  # "21 por ciento" is a share
    re.IGNORECASE,
)


MOST_UNIT_WORDS = 3
_JOINED = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-Z])")
"""Where words of a table of a database are joined by capitals: "PesoNetoKg"."""
_PER_UNIT = re.compile(
    r"(?:/|\b(?:per|pro|je|por|par|for|pour|à|cada|ogni|al)\b|每)\s*([^/()\[\]]{1,24})",
    re.IGNORECASE,
)
"""What stands behind a sign or a word for "per"."""


def counts_working_days(heading: str) -> bool:
    """A heading such as "Consumption per working day"."""
    return pattern_of("working_day").search(heading) is not None


def mass_unit(text: str) -> float | None:
    """Grams of the unit named in a text such as "kg" or "Unit weight [g]"; None without one."""
    apart = _JOINED.sub(" ", unicodedata.normalize("NFKC", text))
    plain = apart.casefold()
    known = units()
    for word in re.findall(r"[a-z]+|[\u0400-\u04ff]+|[\u4e00-\u9fff]+", plain):
        if known.get(word) is not None:
            return known[word]
    return next((known[unit] for unit in ("公斤", "千克", "克") if unit in plain), None)


def mass_of_unit(cell: object) -> float | None:
    """Grams of one unit of quantity that is itself a mass, such as KG; None for pieces."""
    return units().get(cell.strip(" .").casefold()) if isinstance(cell, str) else None


def unit_behind(cell: object) -> str | None:
    """The unit of quantity that stands behind a number, as in "1 kg" and "250 pcs"; else None. Of "3 k pcs"
    it is that of a piece, as the number is read as three thousand."""
    found = _UNIT_BEHIND.fullmatch(cell) if isinstance(cell, str) else None
    word = found[1].strip() if found else ""
    if not word or is_unit(word):
        return word or None
    many = pieces_in(word)
    return None if many is None else many[1]


def price_unit_behind(cell: object) -> float | None:
    """How many pieces the price in a cell is for, as in "12,50 €/100 St"; None where not said."""
    if not isinstance(cell, str):
        return None
    per = price_unit_in(cell)
    return None if per == 1.0 else per


def days_factor(text: str) -> float | None:
    """Calendar days of one unit of the time named in a text; None where no unit is named.

    What stands in brackets is the unit; the words before it may name another time, as 周期 does.
    """
    plain = unicodedata.normalize("NFKC", text).replace("_", " ")
    hint = re.search(r"[(\[]([^()\[\]]+)[)\]]\s*$", plain)
    inside = days_factor(hint[1]) if hint else None
    if inside is not None:
        return inside
    for unit, days in DAYS_OF_UNITS.items():
        if pattern_of(unit).search(plain):
            return days
    return None


def without_time_units(text: str) -> str:
    """A heading without the units of time in it, unless nothing would be left."""
    plain = unicodedata.normalize("NFKC", text).replace("_", " ")
    for unit in DAYS_OF_UNITS:
        plain = pattern_of(unit).sub(" ", plain).strip() or plain
    return plain


def reads_as_days(numbers: NDArray[np.float64]) -> bool:
    """Whether bare lead times can only be days: too long for weeks, or several that are all whole weeks in
    days. One 14 may well be fourteen weeks."""
    known = numbers[~np.isnan(numbers)]
    if not len(known):
        return True
    is_by_sevens = len(np.unique(known)) >= FEWEST_SEVENS and bool((known % 7 == 0).all())
    return bool(known.max() > LONGEST_WEEKS) or is_by_sevens


FEWEST_SEVENS = 3
"""Different lead times that are hardly all multiples of seven by chance. Own judgement."""


def percent_factor(text: str) -> float | None:
    """What a number beside a sign must be multiplied with to be percent; None without a sign."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if "ppm" in plain or "mg/kg" in plain:
        return PPM
    if "‰" in plain or re.search(r"(?<![a-z])g\s?/\s?kg", plain):
        return PER_MILLE
    if "%" in plain or "percent" in plain or "prozent" in plain:
        return PERCENT
    return None


def without_price_unit(cell: object) -> Any:
    """A price without the words for how many pieces it is: "12,50 €" of "12,50 €/100 St"."""
    if not isinstance(cell, str):
        return cell
    found = _PRICE_UNIT.search(unicodedata.normalize("NFKC", cell))
    return cell if found is None else unicodedata.normalize("NFKC", cell)[: found.start()]


def words_after_price_unit(text: str) -> str:
    """What stands behind the number of pieces that a price is for; empty where no such number is."""
    plain = unicodedata.normalize("NFKC", text)
    found = _PRICE_UNIT.search(plain)
    return plain[found.end() :] if found else ""


def unit_priced(said: str) -> tuple[float, str | None] | None:
    """How many of what unit a price is for: (1000, "pcs") of "EUR/k pcs", (1, "kg") of "Preis pro kg"; None
    where it names no unit."""
    text = unicodedata.normalize("NFKC", said)
    for behind in reversed(_PER_UNIT.findall(text)):
        words = behind.split()
        for count in range(min(len(words), MOST_UNIT_WORDS), 0, -1):
            if found := counted_unit(" ".join(words[:count])):
                return found
    return None


def price_unit_in(heading: str) -> float:
    """How many pieces a price is for, as its heading says; 1 where it says nothing. 千 is no thousand in 千克."""
    told = pieces_per(heading)
    return _joined_many(heading) if told == 1.0 else told


def pieces_per(heading: str) -> float:
    """For how many pieces, by a word such as "per" or "/", what stands below a heading is; 1 where it says
    nothing. 数量（千件） is of no thousand, but in thousands."""
    if (unit := unit_priced(heading)) is not None:
        return unit[0]
    found = _PRICE_UNIT.search(unicodedata.normalize("NFKC", heading))
    if found is None:
        return 1.0
    said = (found[1] or found[2]).casefold()
    if said[0].isdigit():
        return float(re.sub(r"[.,]", "", said))
    return 100.0 if said in HUNDREDS + OF_A_HUNDRED else 1000.0


def _joined_many(heading: str) -> float:
    """How many pieces a price is for in writing without blanks: 百個単価, 1000個当り単価, 단가(천개당)."""
    found = _pieces_joined().search(unicodedata.normalize("NFKC", heading))
    if found is None:
        return 1.0
    if found["digits"]:
        return float(found["digits"])
    return {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 10_000.0}[
        _IN_CHINESE.get(found["word"], found["word"])
    ]


_IN_CHINESE = {"십": "十", "백": "百", "천": "千", "만": "万", "萬": "万"}


@cache
def _pieces_joined() -> re.Pattern[str]:
    """A word for many before pieces, or a figure with a word for "each" behind them; none from which number on
    a price holds."""
    more, each = (
        "|".join(map(re.escape, unit_words()[kind])) for kind in ("from_so_many", "of_each")
    )
    pieces = "|".join(re.escape(unit) for unit in piece_units() if ord(unit[0]) >= FIRST_JOINED)
    return re.compile(
        rf"(?<![\d一二三四五六七八九十百千])(?P<word>[十百千万萬십백천만])(?:{pieces})(?!\s?(?:{more}))"
        rf"|(?<!\d)(?P<digits>10{{1,4}})\s?(?:{pieces}|ea|pcs)\s?(?:{each})",
        re.IGNORECASE,
    )


FIRST_JOINED = 0x2E80
"""From here scripts write words without gaps."""


def hundredths_in(heading: str) -> float:
    """100 where a heading says that its money is in cents: "Preis in ct", "Price (cents)"; else 1. A price
    "per ct" is one of a carat."""
    return 1.0 if _HUNDREDTHS.search(unicodedata.normalize("NFKC", heading)) is None else 100.0


_HUNDREDTHS = re.compile(
    rf"(?:\b(?:in|en|em|[àa])\s+|[(\[]\s*|[_,]\s?)(?:{'|'.join(unit_words()['hundredth_of_money'])})[)\].]?\s*$",
    re.IGNORECASE,
)
