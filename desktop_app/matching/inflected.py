"""The endings that words of eight languages take in lists: plurals and cases."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Term

_LEAST_INFLECTED = 4
"""Shorter words are mostly abbreviations; they stand as they are."""


def inflected(inner: str, term: "Term") -> list[str]:
    """The term with the usual endings of its language, each followed by a blank."""
    if (
        len(inner) < _LEAST_INFLECTED
        or not inner[-1].isascii()
        or not inner[-1].isalpha()
        or term.mode == "exact"
    ):
        return [f"{inner} "]
    language = term.language
    first, _, rest = inner.partition("  ")
    if language == "de":
        endings: Sequence[str] = ("n",) if inner[-1] == "e" else ("e", "en", "s", "n")
        if inner.endswith(("er", "el", "en")):
            endings = ("n", "s")
        return [f"{inner} ", *(f"{inner}{ending} " for ending in endings)]
    if language in ("fr", "es", "pt"):
        ending = "es" if language != "fr" and first[-1] not in "aeiou" else "s"
        if rest:
            plurals = (f"{first}{ending}  {rest} ", f"{first}{ending}  {rest}s ")
            return [f"{inner} ", f"{inner}s ", *plurals]
        return [f"{inner} ", f"{inner}s ", f"{inner}{ending} "]
    if language == "it":
        plural = f"{first[:-1]}{'e' if first[-1] == 'a' else 'i'}"
        forms = [f"{inner} ", f"{plural}  {rest} " if rest else f"{plural} "]
        if rest and rest[-1] in "aeo":
            forms.append(f"{plural}  {rest[:-1]}{'e' if rest[-1] == 'a' else 'i'} ")
        return forms
    if inner[-1] in "sxhz":
        return [f"{inner} ", f"{inner}s ", f"{inner}es "]
    if inner[-1] == "y":
        return [f"{inner} ", f"{inner}s ", f"{inner[:-1]}ies "]
    return [f"{inner} ", f"{inner}s "]
