"""What the unit in the brackets of a heading says of its field: "Content (mg)" is no share in per cent.

``resources/heading_units.csv`` says which kinds of units a field refuses.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache

from desktop_app.intake.heading_patterns import PER_ONE
from desktop_app.intake.heading_text import without_brackets
from desktop_app.intake.measures import days_factor, mass_of_unit, percent_factor
from desktop_app.intake.values import currency_of
from desktop_app.paths import shipped

OF_ONE = frozenset(
    ("unit_price", "unit_mass", "quantity", "annual_quantity", "substance_mass", "annual_spend",
     "line_value", "planned_price", "net_price", "list_price", "paid_price", "margin_per_day")
)  # fmt: skip
"""What can be that of one piece: "Value per piece" is no description called "Value"."""
LONGEST_UNIT = 16
_MULTIPLE = re.compile(r"^[TtKkMm](?=[A-Z]{3}$|[^\w\s]$)")
"""Before a currency: TEUR, k€."""


def may_be(field: str, heading: str) -> bool:
    """Whether the unit in the brackets of a heading and its "per piece" leave that it is this field."""
    without, hints = without_brackets(heading)
    kind = _kind_of(hints.strip()) if len(hints) <= LONGEST_UNIT else ""
    is_refused = kind in _refusals().get(field, ())
    return not is_refused and (field in OF_ONE or not _is_of_one(without))


def _kind_of(unit: str) -> str:
    """ "mass", "time", "percent" or "money"; empty for another unit and for none."""
    if not unit:
        return ""
    if mass_of_unit(unit) is not None:
        return "mass"
    if percent_factor(unit) is not None:
        return "percent"
    if currency_of(unit) is not None or currency_of(_MULTIPLE.sub("", unit)) is not None:
        return "money"
    return "time" if days_factor(unit) is not None else ""


def is_in_many(unit: str) -> bool:
    """Whether a unit of money is thousands or millions of it: TEUR, k€."""
    unit = unit.strip("()[]")
    return currency_of(unit) is None and currency_of(_MULTIPLE.sub("", unit)) is not None


def _is_of_one(heading: str) -> bool:
    """Whether a heading ends with what one piece is: "Price per piece"; "Part/item no." does not."""
    said = heading.strip()
    return any(match.end() == len(said) for match in PER_ONE.finditer(said))


@cache
def _refusals() -> Mapping[str, frozenset[str]]:
    with shipped("resources", "heading_units.csv").open(encoding="utf-8", newline="") as stream:
        return {row["field"]: frozenset(row["refuses"].split()) for row in csv.DictReader(stream)}
