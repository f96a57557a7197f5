"""Words for money that are too short to be known anywhere: "Ft", "Rp" and "kr", by language."""

import csv
import re
from functools import cache

from desktop_app.intake.values import YEN_OR_YUAN
from desktop_app.paths import shipped

SIGNED = {"ja": "JPY", "zh": "CNY"}
"""What the sign ¥ stands for, by the language of the headings."""
_WORDS = re.compile(r"[^\W\d_]+")


@cache
def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    with shipped("resources", "local_currencies.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(row["language"], {})[row["written"]] = row["code"]
    return found


def local_currency(text: str, language: str | None) -> str | None:
    """The ISO code of money that a text names in a word of its list's language; else None."""
    if language in SIGNED and YEN_OR_YUAN.search(text):
        return SIGNED[language]
    known = _words().get(language or "")
    if not known:
        return None
    return next((known[w] for w in _WORDS.findall(text.casefold()) if w in known), None)
