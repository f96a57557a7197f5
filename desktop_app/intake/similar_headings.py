"""Headings that are known but for slips of the pen: "Quanity", "Discription", "Quantality"."""

from collections.abc import Mapping, Sequence, Set

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop_app.intake.heading_table import SHORTEST_SIMILAR
from desktop_app.intake.heading_words import singular
from desktop_app.intake.heads_of_headings import is_something_else
from desktop_app.intake.named_periods import may_be_slip

LONG_HEADING, LONGEST = 12, 40
"""Characters from which two slips of the pen are forgiven, and up to which one is looked for. Own judgement."""
SLIPPED, LEFT_OUT = 0.7, 0.62
"""Belief in a heading with one slip, and in a word from which two letters are missing or in which two are too
many: the cells must be what it says, and a person is asked to look. Own judgement."""
TWO_LETTERS, BEGINNING = 2, 3


def nearly_known(
    bare: str, by_letter: Mapping[str, Sequence[str]], words: Set[str]
) -> tuple[str, float] | None:
    """The known heading that a text nearly is, and the belief in it; None where it is like none.

    The first letter must be right, and a word that other headings have is no slip, but for one in the
    plural: "Height" is no "Weight", and a "Customer code" no "Customs code". ``words``: of all headings.
    """
    if not SHORTEST_SIMILAR <= len(bare) <= LONGEST:
        return None
    alike = by_letter.get(bare[0], ())
    slips = 2 if len(bare) >= LONG_HEADING else 1
    near = process.extractOne(bare, alike, scorer=OSA.distance, score_cutoff=slips)
    key, believed = (near[0], SLIPPED) if near else (_with_two_letters(bare, alike), LEFT_OUT)
    if not key or is_something_else(bare) or not may_be_slip(bare, key):
        return None
    if words >= {*bare.split()} and (not near or singular(key) != singular(bare)):
        return None
    return key, believed


def _with_two_letters(bare: str, alike: Sequence[str]) -> str:
    """The one word of which two letters are missing, or in which two are too many: "quanty" and "quantality" are
    "quantity", and "quality", which has another letter, is not. With letters too many it begins as it should:
    "novembre" is no "nombre".
    """
    if " " in bare or bare in alike:
        return ""
    found = [
        key
        for key in alike
        if abs(len(key) - len(bare)) == TWO_LETTERS
        and min(len(key), len(bare)) >= SHORTEST_SIMILAR
        and " " not in key
        and (len(bare) < len(key) or bare.startswith(key[:BEGINNING]))
        and _is_within(*sorted((bare, key), key=len))
    ]
    return found[0] if len(found) == 1 else ""


def _is_within(short: str, long: str) -> bool:
    """Whether the letters of one word stand in the other in their order, and the last letter is the same."""
    letters = iter(long)
    return short[-1] == long[-1] and all(letter in letters for letter in short)
