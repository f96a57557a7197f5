"""Words for how a part is come by: "purchased", "Eigenfertigung", "外购". They name no firm."""

import csv
from functools import cache
from typing import Any, Literal

from numpy.typing import NDArray

from desktop_app.intake.answer_words import folded
from desktop_app.paths import shipped


@cache
def _words(column: Literal["words", "bought"]) -> frozenset[str]:
    with shipped("resources", "make_or_buy.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return frozenset(folded(word) for row in rows for word in row[column].split(";"))


def says_make_or_buy(text: str) -> bool:
    """Whether a cell says how the part is come by, and nothing else."""
    return len(text) < LONGEST and folded(text) in _words("words")


def says_bought(text: str) -> bool:
    """Whether a cell says that the part is bought, made by others with what we give them included."""
    return len(text) < LONGEST and folded(text) in _words("bought")


def without_make_or_buy(firms: NDArray[Any]) -> NDArray[Any]:
    """The cells of a column of firms, None for those that say how the part is come by: nobody can be asked at
    "自制". Two letters may be a firm's."""
    found = firms.copy()
    for place, text in enumerate(firms):
        if text and (len(text) > TWO or not text.isascii()) and says_make_or_buy(text):
            found[place] = None
    return found


TWO = 2
"""Letters of a name that is short for nothing."""
LONGEST = 20
"""Signs of the longest such word, and a few more. Own judgement."""
