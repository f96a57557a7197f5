"""Which rows of different files are about the same part: by its numbers, as written or nearly."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.model.parts import PartTable

Rows = NDArray[np.intp]
MOST_PER_ROW, MOST_ANYWAY = 10, 1_000
"""Pairs for each row of two lists, and beyond that, up to which their numbers tell parts apart. One number
that stands in hundreds of rows of both would pair each with each. Own judgement."""
SHORTEST_LOOSE = 4
"""Characters that a number must have to be compared without its signs. Own judgement."""


def normal_number(text: str | None) -> str | None:
    """A part number in one width and case, without blanks; a bare number without leading zeros, as
    one system keeps them and a spreadsheet drops them."""
    if text is None:
        return None
    plain = "".join(unicodedata.normalize("NFKC", text).upper().split())
    return (plain.lstrip("0") or "0") if plain.isdigit() else plain or None


def loose_number(text: str | None) -> str | None:
    """The same without hyphens, points and strokes; None where too little is left to go by."""
    normal = normal_number(text)
    if normal is None:
        return None
    letters = "".join(c for c in normal if c.isalnum())
    letters = letters.lstrip("0") if letters.isdigit() else letters
    return letters if len(letters) >= SHORTEST_LOOSE else None


LONG_ENOUGH = 6
"""Digits from which a bare number of one firm is hardly that of another. Own judgement."""


class Indistinct(Exception):  # noqa: N818 - what the lists say, no fault
    """The numbers of two lists pair nearly every row with every other."""


@dataclass(frozen=True)
class Pairs:
    """Row ``lending[i]`` speaks of the part in row ``base[i]``; a row may speak of several."""

    lending: Rows
    base: Rows


def pair(parts: PartTable, lending: Rows, bases: Rows) -> Pairs:
    """Pairs rows by part number, then by the maker's number, then by one against the other, and
    last without their signs. A row that was paired is not asked again. Raises Indistinct."""
    left, right = lending, np.empty(0, dtype=np.intp)
    found: list[Pairs] = []
    for mine, theirs, form in (
        ("part_number", "part_number", normal_number),
        ("mpn", "mpn", normal_number),
        ("part_number", "mpn", normal_number),
        ("mpn", "part_number", normal_number),
        ("part_number", "part_number", loose_number),
        ("mpn", "mpn", loose_number),
        ("part_number", "mpn", loose_number),
        ("mpn", "part_number", loose_number),
    ):
        pairs = _by(parts, (left, mine), (bases, theirs), form)
        found.append(pairs)
        left = np.setdiff1d(left, pairs.lending)
    return Pairs(
        np.concatenate([right, *(p.lending for p in found)]),
        np.concatenate([right, *(p.base for p in found)]),
    )


def _by(
    parts: PartTable,
    lending: tuple[Rows, str],
    bases: tuple[Rows, str],
    form: Callable[[str | None], str | None],
) -> Pairs:
    mine = _keys(parts, *lending, form)
    if lending[1] != bases[1]:
        mine = mine[[not is_anybodys(key) for key in mine["key"]]]
    if mine.empty:
        return Pairs(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp))
    theirs = _keys(parts, *bases, form)
    if form is loose_number:
        strict = _keys(parts, *bases, normal_number)
        theirs = theirs[~theirs["key"].isin(_unclear(theirs, strict))]
    most = MOST_PER_ROW * (len(mine) + len(theirs)) + MOST_ANYWAY
    if len(mine) * len(theirs) > most:
        count = mine["key"].map(theirs["key"].value_counts()).sum()
        if count > most:
            raise Indistinct
    together = mine.merge(theirs, on="key", suffixes=("", "_base"))
    return Pairs(together["row"].to_numpy(np.intp), together["row_base"].to_numpy(np.intp))


def is_anybodys(number: str) -> bool:
    """Bare short numbers: the 10001 of a supplier is not that of the buyer."""
    return number.isdigit() and len(number) < LONG_ENOUGH


def _unclear(loose: pd.DataFrame, strict: pd.DataFrame) -> list[str]:
    """Loose numbers that stand for two numbers of the lists: A-11 and A1-1 are two parts."""
    both = loose.merge(strict, on="row", suffixes=("", "_strict"))
    counts = both.groupby("key")["key_strict"].nunique()
    return [str(key) for key in counts.index[counts > 1]]


def _keys(
    parts: PartTable, rows: Rows, name: str, form: Callable[[str | None], str | None]
) -> pd.DataFrame:
    values = parts.frame[name].to_numpy()[rows]
    known: dict[str | None, str | None] = {}
    keys = np.array(
        [known[v] if v in known else known.setdefault(v, form(v)) for v in values], dtype=object
    )
    has = np.array([key is not None for key in keys], dtype=np.bool_)
    return pd.DataFrame({"key": keys[has], "row": rows[has]})
