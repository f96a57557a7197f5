"""The sign $ without a country: dollars of the United States, or of others, or pesos."""

import csv
import re
from functools import cache

from desktop_app.intake.cells_read import CellsRead
from desktop_app.intake.values import currency_of
from desktop_app.model.findings import Issue, msg
from desktop_app.paths import shipped

PESOS = frozenset(("es", "pt"))
"""Languages of headings in whose lists a bare $ is as often a peso."""
_BARE = re.compile(r"(?<![A-Za-z])\$(?!\s*(?:US|U\.S))")
_NAMED = re.compile(r"US|USD|DOLLAR|DÓLAR|美元", re.IGNORECASE)


def is_bare_dollar(text: str) -> bool:
    """A text with the sign and without the name of its country."""
    return _BARE.search(text) is not None and _NAMED.search(text) is None


@cache
def _others() -> frozenset[str]:
    with shipped("resources", "dollar_currencies.csv").open(encoding="utf-8", newline="") as stream:
        return frozenset(row["code"] for row in csv.DictReader(stream))


def settle_bare_dollars(read: CellsRead, named: str | None, language: str | None) -> list[Issue]:
    """Gives prices with a bare sign the currency that their heading or the title of the list names, where
    that is written so; in Spanish and Portuguese lists without such a title it is unknown, which is said.

    ``named``: the currency of the title; ``language``: that of most headings. The facts of ``read`` are
    changed.
    """
    currencies = read.facts.columns.get("currency")
    if currencies is None or "unit_price" not in read.fields or "currency" in read.fields:
        return []
    column = read.columns["unit_price"]
    is_bare = column.where(lambda v: isinstance(v, str) and is_bare_dollar(v))
    heading = read.heading("unit_price")
    above = None if is_bare_dollar(heading) else currency_of(heading)
    named = above or named  # "Precio USD" above "$ 12.50" says it once for all
    is_bare |= is_bare_dollar(heading)
    is_bare &= currencies == "USD"
    if named in _others():
        currencies[is_bare] = named
    elif is_bare.any() and named is None and language in PESOS:
        currencies[is_bare] = None
        what = msg("A bare $ can be dollars or pesos: the currency counts as unknown.")
        at = read.grid.first_column + read.fields["unit_price"]
        row = read.grid.first_row + read.table.heading
        return [Issue("W_OTHER_CURRENCY", "warning", what, read.grid.name, row, at)]
    return []
