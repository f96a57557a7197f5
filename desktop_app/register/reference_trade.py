"""Production and trade behind the reference case of GeoPolRisk, for examples that come without them.

Tonnes, instability 0..1 (Worldwide Governance Indicators as the method scales them) and thousand
dollars, as in the authors' own test workbook (doi:10.1016/j.resconrec.2024.107801).
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from desktop_app.paths import shipped
from desktop_app.register.strict import RegisterError, read_table
from desktop_app.register.worked_examples import CountryRow

COLUMNS = ("hs", "importer", "year", "kind", "country", "tonnes", "instability", "thousand_usd",
           "source")  # fmt: skip
KINDS = ("production", "imports")
TradeKey = tuple[str, str, str]
"""Customs number, importer in capitals, year."""


@cache
def reference_trade() -> Mapping[TradeKey, Sequence[CountryRow]]:
    """Country rows by what they are of; an importer has one entry for each of its spellings."""
    path = shipped("resources", "register", "figures", "reference_trade.csv")
    found: defaultdict[TradeKey, list[CountryRow]] = defaultdict(list)
    for line, row in read_table(path, COLUMNS):
        if row["kind"] not in KINDS or not row["source"]:
            raise RegisterError(path, line, f"one of {', '.join(KINDS)}, with its source")
        country = CountryRow(
            scope=row["kind"],
            country=row["country"],
            share=math.nan,
            quantity=float(row["tonnes"]),
            governance=float(row["instability"] or "nan"),
            trade=math.nan,
            value=float(row["thousand_usd"] or "nan"),
        )
        for importer in row["importer"].split(";"):
            found[row["hs"], importer.upper(), row["year"]].append(country)
    return found
