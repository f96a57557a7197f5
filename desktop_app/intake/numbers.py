"""Numbers as people write them: 1.234,50- and 1,234.5 and 1'234 and "12 pcs" and "US$ 3.20".

What can be read in two ways, or is more than one number, is not a number.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from desktop_app.intake.grid import Value, day_of, is_error
from desktop_app.intake.thousands_of_pieces import pieces_in
from desktop_app.intake.written_numbers import number_in

LONE_GROUP = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}[-+]?")
"""One group of three digits: 1.234 is a thousand in one country and one point two in another."""

_GROUPING = re.compile(r"(?<=\d)['’`´\u00a0\u202f\u2009 ](?=\d{3}(?!\d))")
_ARABIC = str.maketrans({"\u066b": ".", "\u066c": "'"})
"""Signs of their own for decimals and thousands (Unicode, Arabic punctuation)."""
_NUMBER = re.compile(
    r"(?P<before>[^\d+\-−<>≤≥~≈(]{0,12}?)\s*"
    r"(?P<sign>[-+−]?)\s*(?P<open>\(?)\s*"
    r"(?P<digits>\d[\d.,]*(?:[eE][-+]?\d{1,3}(?![\w]))?|[.,]\d+)"
    r"\s*(?P<close>\)?)(?P<minus>[-−]?)\s*(?P<after>[^\d]{0,30})"
)
_NO_CENTS = re.compile(r"(?<=\d)[.,][-–—]{1,2}(?=\s*\D*$)")
"""12.– as the Swiss write prices without cents."""
_MULTIPLES = {
    "k": 1e3, "tsd": 1e3, "mille": 1e3, "千": 1e3, "천": 1e3, "万": 1e4, "萬": 1e4, "만": 1e4,
    "mio": 1e6, "mill": 1e6, "mln": 1e6, "mn": 1e6, "million": 1e6, "millions": 1e6,
    "millionen": 1e6, "millones": 1e6, "milioni": 1e6, "百万": 1e6, "亿": 1e8, "億": 1e8, "억": 1e8,
}  # fmt: skip
_MULTIPLE = re.compile(
    rf"({'|'.join(sorted(_MULTIPLES, key=len, reverse=True))})"
    r"(?=$|[\s.€$£¥/]|eur|usd|cny|rmb|pcs|stk|st|元|円|원|件|个|個|台|개)",
    re.IGNORECASE,
)
_MEGA = re.compile(r"\dM\W*$")
_LETTERS = re.compile(r"[^\W\d_]", re.UNICODE)
_CURRENCY_BEFORE = re.compile(
    r"\s*(EUR|USD|CNY|RMB|GBP|JPY|KRW|CHF|SEK|PLN|CZK|INR|HKD|TWD|NTD|US|AU|R|SFR|FR\.?|CA?\.?|AR"
    r"|NT|CN|HK|C|S|U)?\s*[$€£¥￥₩₹]?\s*",
    re.IGNORECASE,
)


def decimal_comma(texts: Iterable[str]) -> bool | None:
    """Whether a column writes 1.234,5 (True) or 1,234.5 (False); None where nothing tells.

    Decided once for a column: a lone "1.234" means a thousand here and one-point-two there.
    """
    comma = point = 0
    for digits in _digits_of(texts):
        last_comma, last_point = digits.rfind(","), digits.rfind(".")
        if last_comma >= 0 and last_point >= 0:
            comma, point = comma + (last_comma > last_point), point + (last_point > last_comma)
        elif max(digits.count(","), digits.count(".")) > 1:
            # 12.03.2026 and 8505.11.10 are no numbers in groups: days say nothing of decimals.
            is_grouped = _GROUPS.fullmatch(digits) is not None
            point, comma = (
                point + (is_grouped and last_comma >= 0),
                comma + (is_grouped and last_point >= 0),
            )
        elif (last_comma >= 0 or last_point >= 0) and not LONE_GROUP.fullmatch(digits):
            comma, point = comma + (last_comma >= 0), point + (last_point >= 0)
    if comma == point:
        return None
    return comma > point


def groups_with(texts: Iterable[str]) -> str | None:
    """The sign that a column of counts groups thousands with, where its lone groups tell: "," or ".".

    1,200 beside 15 and 300 is no decimal: who writes three decimals writes 15,000, and who writes
    as many as needed writes 1,2. A longer number without a group says that groups are not written.
    """
    signs: set[str] = set()
    ends_in_zero = has_whole = False
    for digits in _digits_of(texts):
        if LONE_GROUP.fullmatch(digits):
            signs.add("," if "," in digits else ".")
            ends_in_zero |= digits.endswith("0")
        elif digits.isdigit() and len(digits) <= 3:
            has_whole = True
        else:
            return None
    return signs.pop() if len(signs) == 1 and ends_in_zero and has_whole else None


def _digits_of(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        found = _split(text)
        if found is not None:
            yield found["digits"].rstrip(".,")  # "1. Scope" is a numbered line


def number_of(value: Value, comma: bool | None) -> float:
    """The number in a cell, NaN where there is none or it can be read in two ways."""
    if isinstance(value, float):
        return value
    if not isinstance(value, str) or day_of(value) or is_error(value):
        return math.nan
    found = _split(value)
    if found is None:
        spelt = None if value.isascii() else number_in(value)
        return math.nan if spelt is None else float(spelt)
    digits = found["digits"]
    if comma is None and LONE_GROUP.fullmatch(digits):
        return math.nan
    number = _read(digits, comma) * _multiple(found["after"], value)
    is_negative = bool(found["minus"]) or found["sign"] in ("-", "−")
    is_negative = is_negative or (found["open"] == "(" and found["close"] == ")")
    return -number if is_negative else number


def _multiple(after: str, text: str) -> float:
    """What stands behind a number for thousands, millions and dozens: "50k", "1.2 Mio", "3万", "4 dozen".

    A capital M right behind the digits is a million here and a metre there: NaN.
    """
    if _MEGA.search(text):
        return math.nan
    said = after.strip()
    if not said:
        return 1.0
    if found := _MULTIPLE.match(said):
        return _MULTIPLES[found[1].casefold()]
    many = pieces_in(said)
    return 1.0 if many is None else many[0]


def is_ambiguous(value: Value) -> bool:
    """A text that holds one lone group, such as 1.234."""
    found = _split(value) if isinstance(value, str) else None
    return found is not None and LONE_GROUP.fullmatch(found["digits"]) is not None


def _split(text: str) -> Mapping[str, str] | None:
    return _parts_of(text) if len(text) < LONGEST else None


@lru_cache(maxsize=8_192)  # of each column it is asked what it holds, and then its cells are read
def _parts_of(text: str) -> Mapping[str, str] | None:
    plain = unicodedata.normalize("NFKC", text).translate(_ARABIC)
    plain = _GROUPING.sub("", plain)
    plain = _NO_CENTS.sub("", plain)
    plain = _TIMES.sub("", plain)
    found = _NUMBER.fullmatch(plain.strip())
    if found is None:
        return None
    before = found["before"]
    if _LETTERS.search(before) and not _CURRENCY_BEFORE.fullmatch(before):
        return None
    if found["after"][:1].isalpha() and len(found["after"]) == 1 and before:
        return None
    if found["minus"] and _ONE_CAPITAL.fullmatch(found["after"]):
        return None  # 4711-A is the number of a part
    return {name: part or "" for name, part in found.groupdict().items()}


_TIMES = re.compile(r"^\s*[x×]\s?(?=\d{1,6}\s*$)")
"""The sign before a count that stands alone: "x2" is two, as "2x" is."""
LONGEST = 60
"""Signs from which a text is no number, whatever it says."""
_ONE_CAPITAL = re.compile(r"[A-Z]")


_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:\.\d{3})+")


def _read(digits: str, comma: bool | None) -> float:
    if max(digits.count(","), digits.count(".")) > 1:
        whole = digits[: max(digits.rfind(","), digits.rfind("."))]
        mixed = "," in digits and "." in digits
        if not _GROUPS.fullmatch(whole if mixed else digits):
            return math.nan
    if "," in digits and "." in digits:
        comma = digits.rfind(",") > digits.rfind(".")
    elif digits.count(",") > 1:
        comma = False
    elif digits.count(".") > 1:
        comma = True
    elif comma is None or not LONE_GROUP.fullmatch(digits):
        # What is no group of three is a decimal, whatever the rest of the column writes: 0.05
        # among 0,5 is a twentieth and never five.
        comma = "," in digits
    plain = digits.replace(".", "").replace(",", ".") if comma else digits.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return math.nan
