"""Columns whose heading counts in thousands: "Stock (1000 pcs)", "Bestand [Tsd. Stück]", 库存（千件）."""

import re
import unicodedata

from desktop_app.intake.measures import THOUSANDS
from desktop_app.intake.values import is_unit

PER_THOUSAND = 1000.0
COUNTS = frozenset((
    "stock_on_hand", "in_transit", "stock_blocked", "open_order_quantity", "requirement_quantity",
    "annual_quantity", "consumption_monthly", "consumption_weekly", "consumption_daily",
    "consumption_quarterly",
))  # fmt: skip
"""Fields of amounts that such headings may have."""
_IN_BRACKETS = re.compile(r"(?:[(\[]|\bin\b)\s*([^()\[\]]{1,20}?)\s*[)\]]?\s*$", re.IGNORECASE)
_KILO = re.compile(r"k(?:|\s+([^\W\d_]{2,})|([^\W\d_]{3,}))\.?")
"""k, k pcs or kpcs; kg and km are a mass and a length."""
_PERIOD = re.compile(r"/|\s+(?:per|pro|p\.?\s?a)\b")
"""What follows is the time in which so many are needed: k pcs/yr, 1000 pcs p.a."""
_NUMBER = re.compile(r"(?:x\s*)?1[.,' ]?000")


def times_of(field: str, heading: str) -> float:
    """How many pieces one of a column is."""
    return PER_THOUSAND if field in COUNTS and in_thousands(heading) else 1.0


def in_thousands(heading: str) -> bool:
    """Whether the unit that a heading ends with is a thousand of something. A bare number in brackets
    may be that of a plant."""
    text = unicodedata.normalize("NFKC", heading).casefold()
    found = _IN_BRACKETS.search(text)
    if found is None:
        return False
    unit = _PERIOD.split(found[1].strip().removeprefix("in "))[0].strip()
    if number := _NUMBER.match(unit):
        rest = unit[number.end() :].strip(" .")
        return is_unit(rest) if rest else "x" in number[0]
    word = next((word for word in THOUSANDS if unit.startswith(word)), None)
    rest = unit.removeprefix(word or "").strip(" .s")
    if word is None:
        kilo = _KILO.fullmatch(unit)
        return kilo is not None and is_unit(kilo[1] or kilo[2] or "pcs")
    return not rest or is_unit(rest) or is_unit(unit.split()[-1])
