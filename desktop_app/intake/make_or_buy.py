"""Words for how a part is come by: "purchased", "Eigenfertigung", "外购". They name no firm."""

import csv
from functools import cache
from typing import Literal

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


LONGEST = 20
"""Signs of the longest such word, and a few more. Own judgement."""
