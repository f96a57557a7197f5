"""Destinations by name in one language."""

import csv

from desktop_app.language.catalogue import Catalogue
from desktop_app.paths import shipped


def country_names(catalogue: Catalogue) -> dict[str, str]:
    """Name by ISO2 code, in the order of the names. Slow at first: it loads the names' library."""
    with shipped("resources", "countries.csv").open(encoding="utf-8", newline="") as stream:
        codes = {row["code"] for row in csv.DictReader(stream)}
    names = {code: catalogue.country(code) for code in codes if len(code) == 2}
    return dict(sorted(names.items(), key=lambda item: (item[1].casefold(), item[0])))
