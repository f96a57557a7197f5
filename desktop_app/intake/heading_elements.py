"""Headings of columns that give the share of one element: "Dy %", "Tb [ppm]"."""

import re
import unicodedata

_ELEMENT_SHARE = re.compile(
    r"(?:[- ]*(?:content|share|gehalt|anteil|teneur|contenido|tenore|含量))?"
    r"\s*[\[(]?\s*(?:(?:wt|mass|gew|m)[. -]*%|%|ppm)\s*[\])]?"
)
ELEMENTS = (
    "Sc", "Y", "La", "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb",
    "Lu", "Co", "W", "Ga", "Ge", "Sb", "In", "Bi", "Te", "Mo",
)  # fmt: skip
"""Elements that a column of shares may be about."""


def element_of(heading: str) -> str | None:
    """The element whose share a column gives, as in "Dy %" or "Tb [ppm]"; else None."""
    text = unicodedata.normalize("NFKC", heading).strip()
    for symbol in (text[:2], text[:1]):
        if symbol in ELEMENTS and _ELEMENT_SHARE.fullmatch(text[len(symbol) :].casefold()):
            return symbol
    return None
