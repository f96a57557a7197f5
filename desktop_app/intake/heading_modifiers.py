"""Words of a heading that do not change what its column holds: a "quoted price" is a price."""

import csv
from functools import cache

from desktop_app.intake.heading_words import NUMBER_WORDS
from desktop_app.paths import shipped

UNCHANGED = frozenset(
    ("quantity", "annual_quantity", "unit", "unit_price", "line_value", "currency", "lead_time_days",
     "country_of_origin", "hs_code", "unit_mass", "mpn", "manufacturer", "supplier")
)  # fmt: skip
"""Fields that stay what they are behind such a word; "PO number" is no part number."""


@cache
def _modifiers() -> frozenset[str]:
    with shipped("resources", "heading_modifiers.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return frozenset(word.strip() for row in rows for word in row["words"].split(";"))


def without_modifiers(bare: str) -> str:
    """A comparable heading without such words; empty where it has none or nothing else."""
    words = bare.split()
    kept = [word for word in words if word not in _modifiers()]
    if not NUMBER_WORDS.isdisjoint(kept) and len(kept) == 1:
        return ""  # a "PO number" is no number of anything else
    return " ".join(kept) if len(kept) < len(words) else ""
