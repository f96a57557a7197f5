"""Of what a share in an answer is one: "0.35 % Nd" says nothing of dysprosium, "0.35 at.%" nothing of mass."""

import re

from desktop_app.intake.answer_words import folded, is_unspaced, words_for

_WORD = re.compile(r"[^\W\d_]+")
_OXIDE = re.compile(r"[A-Z][a-z]?\d?O\d?(?![a-z])")
"""A formula of an oxide, such as Dy2O3 and DyO, also where its figures were taken out."""
_SHORT = 2
"""Letters of words such as *at*, which say something else behind the sign of percent."""


def is_of_something_else(rest: str, element: str | None) -> bool:
    """Whether what stands around a percentage of an element names another element, several, or another
    share than one of mass; without an element it is one of value, and any other is something else."""
    plain = folded(rest)
    if element is None:
        words = set(_WORD.findall(plain))
        return bool(_said("of mass", plain, words) | _said("not of mass", plain, words))
    words, before = set(_WORD.findall(plain)), set(_WORD.findall(plain.partition("%")[0]))
    of_mass = _said("not of mass", plain, words)
    if of_mass & before or any(len(word) > _SHORT or is_unspaced(word) for word in of_mass):
        return True
    if _OXIDE.search(rest) or _said("as oxide", plain, words):
        return True
    own = {folded(element), *words_for(f"element {element}")}
    return bool(_said("of elements", plain, words) - own)


def _said(meaning: str, plain: str, words: set[str]) -> set[str]:
    return {w for w in words_for(meaning) if w in words or (is_unspaced(w) and w in plain)}
