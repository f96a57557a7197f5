"""Columns whose heading counts in thousands: "Stock (1000 pcs)", "Bestand [Tsd. Stück]", 库存（千件）."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.intake.measures import THOUSANDS
from desktop_app.intake.values import is_unit

if TYPE_CHECKING:
    from desktop_app.intake.cells_read import Facts
    from desktop_app.intake.tables import Table

PER_THOUSAND = 1000.0
COUNTS: Mapping[str, tuple[str, ...]] = {
    "stock_on_hand": ("stock_on_hand",), "in_transit": ("in_transit",),
    "stock_blocked": ("stock_blocked",), "open_order_quantity": ("open_order_quantity",),
    "requirement_quantity": ("requirement_quantity",), "annual_quantity": ("annual_quantity",),
    "consumption_monthly": ("annual_quantity",), "consumption_weekly": ("annual_quantity",),
    "consumption_daily": ("annual_quantity",), "consumption_quarterly": ("annual_quantity",),
}  # fmt: skip
"""Columns by field, and the fact that each fills."""
_IN_BRACKETS = re.compile(r"(?:[(\[]|\bin\b)\s*([^()\[\]]{1,20}?)\s*[)\]]?\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:x\s*)?1[.,' ]?000")


def settle_thousands(table: "Table", fields: Mapping[str, int], facts: "Facts") -> None:
    """Turns what such columns hold into pieces; money that was reckoned from them follows."""
    for field, filled in COUNTS.items():
        if field not in fields or not in_thousands(table.headings[fields[field]]):
            continue
        reckoned = filled == ("annual_quantity",) and "annual_spend" not in fields
        for fact in (*filled, *(("annual_spend",) if reckoned else ())):
            if fact in facts.columns:
                facts.columns[fact] = facts.columns[fact] * PER_THOUSAND


def in_thousands(heading: str) -> bool:
    """Whether the unit that a heading ends with is a thousand of something. A bare number in brackets
    may be that of a plant."""
    text = unicodedata.normalize("NFKC", heading).casefold()
    found = _IN_BRACKETS.search(text)
    if found is None:
        return False
    unit = found[1].strip().removeprefix("in ").strip()
    if number := _NUMBER.match(unit):
        rest = unit[number.end() :].strip(" .")
        return is_unit(rest) if rest else "x" in number[0]
    word = next((word for word in THOUSANDS if unit.startswith(word)), None)
    rest = unit.removeprefix(word or "").strip(" .s")
    return word is not None and (not rest or is_unit(rest) or is_unit(unit.split()[-1]))
