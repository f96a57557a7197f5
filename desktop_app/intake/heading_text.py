"""The text of a heading in a form to compare."""

import unicodedata

from desktop_app.intake.heading_patterns import ARABIC, BRACKETS, ONE, OTHERS, PER_ONE, SEPARATORS
from desktop_app.intake.heading_words import TRADITIONAL


def normalise(heading: str) -> str:
    """Comparable form: one width, one case, separators as one space, brackets kept as words."""
    text = unicodedata.normalize("NFKC", heading).casefold().translate(ARABIC)
    text = text.translate(TRADITIONAL).replace("#", " number ")
    return SEPARATORS.sub(" ", text).strip()


def without_brackets(heading: str) -> tuple[str, str]:
    """(heading, what stood in brackets), such as ("Unit weight", "kg")."""
    text = unicodedata.normalize("NFKC", heading)
    hints = " ".join(BRACKETS.findall(text))
    return BRACKETS.sub(" ", text), hints


def is_of_others(bare: str) -> bool:
    """A comparable heading that names a shop, a supplier or a customer."""
    return OTHERS.search(bare) is not None


def says_per_one(heading: str) -> bool:
    """A heading of money that speaks of one piece, as "Price/pc" does."""
    return PER_ONE.search(heading) is not None or ONE.search(normalise(heading)) is not None
