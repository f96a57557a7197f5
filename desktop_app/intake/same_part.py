"""Which rows of different files are about the same part: by its numbers, as written or nearly."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.planned_lists import phrases_of
from desktop_app.model.parts import PartTable

Rows = NDArray[np.intp]
Form: TypeAlias = Callable[[str | None], str | None]
MOST_PER_ROW, MOST_ANYWAY = 10, 1_000
"""Pairs for each row of two lists, and beyond that, up to which their numbers tell parts apart. One number
that stands in hundreds of rows of both would pair each with each. Own judgement."""
SHORTEST_LOOSE = 4
"""Characters that a number must have to be compared without its signs. Own judgement."""


def written_number(text: str | None) -> str | None:
    """A part number in one width and case, without blanks; zeros before it are kept."""
    if text is None:
        return None
    plain = "".join(unicodedata.normalize("NFKC", text).upper().split())
    counted = _DECIMAL.fullmatch(plain) if plain.endswith(".0") else None
    return counted[1] if counted and len(counted[1]) >= LONG_ENOUGH else plain or None


_DECIMAL = re.compile(r"(\d+)\.0")
"""A bare number that a program took for an amount: 10004711.0."""


def normal_number(text: str | None) -> str | None:
    """The same; a bare number without leading zeros, as one system keeps them and a spreadsheet drops
    them."""
    plain = written_number(text)
    return (plain.lstrip("0") or "0") if plain and plain.isdigit() else plain


def loose_number(text: str | None) -> str | None:
    """The same without hyphens, points and strokes; None where too little is left to go by."""
    normal = normal_number(text)
    if normal is None:
        return None
    letters = "".join(c for c in normal if c.isalnum())
    letters = letters.lstrip("0") if letters.isdigit() else letters
    return letters if len(letters) >= SHORTEST_LOOSE else None


def base_number(text: str | None) -> str | None:
    """The same without the revision that stands behind it in words: MG-2041 of "MG-2041 Rev. B"."""
    return None if text is None else loose_number(_revision().sub("", text))


@cache
def _revision() -> re.Pattern[str]:
    """ "R2" may be another part: only words say that a revision follows."""
    words = [word for word in phrases_of("version") if len(word) > SHORTEST_WORD]
    told = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"[\s,;_/(-]+(?:{told})\b[\s.:_-]*[^\W_]{{1,3}}\)?\s*$", re.IGNORECASE)


SHORTEST_WORD = 2


def _is_revised(text: str) -> bool:
    return _revision().search(text) is not None


def _breaks(text: str) -> tuple[int, ...]:
    """Where a sign stands between two figures or two letters, counted in the number without its signs:
    MG-2041-1 and MG-20411 are two parts, and MG2041-1 is the first of them."""
    plain = unicodedata.normalize("NFKC", text).upper()
    places, count, before, is_parted = [], 0, "", False
    for c in plain:
        if not c.isalnum():
            is_parted = True
            continue
        if is_parted and before and c.isdigit() == before.isdigit():
            places.append(count)
        count, before, is_parted = count + 1, c, False
    return tuple(places)


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
        ("part_number", "part_number", base_number),
        ("mpn", "mpn", base_number),
    ):
        pairs = _by(parts, (left, mine), (bases, theirs), form)
        if form is base_number:
            pairs = _not_named_before(pairs, found)
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
    form: Form,
) -> Pairs:
    none = Pairs(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp))
    mine = _keys(parts, *lending, form) if len(lending[0]) else pd.DataFrame({"key": []})
    if lending[1] != bases[1] and len(mine):
        mine = mine[np.array([not is_anybodys(key) for key in mine["key"]], dtype=np.bool_)]
    if mine.empty:
        return none
    theirs = _keys(parts, *bases, form)
    shared = {*mine["key"]} & {*theirs["key"]}
    if not shared:
        return none
    mine, theirs = (keys[keys["key"].isin(shared)] for keys in (mine, theirs))
    sides = ((mine, lending), (theirs, bases))
    unclear = {key for keys, rows in sides for key in _unclear(parts, keys, rows, form)}
    if unclear:
        mine, theirs = (_told_apart(parts, keys, rows, unclear, form) for keys, rows in sides)
    most = MOST_PER_ROW * (len(mine) + len(theirs)) + MOST_ANYWAY
    if len(mine) * len(theirs) > most:
        count = mine["key"].map(theirs["key"].value_counts()).sum()
        if count > most:
            raise Indistinct
    together = mine.merge(theirs, on="key", suffixes=("", "_base"))
    pairs = Pairs(together["row"].to_numpy(np.intp), together["row_base"].to_numpy(np.intp))
    return pairs if form is normal_number else _alike(parts, pairs, lending[1], bases[1], form)


def _not_named_before(pairs: Pairs, found: Sequence[Pairs]) -> Pairs:
    """Without the parts that the list names without a revision too: it keeps "MG-2041" and "MG-2041 Rev B"
    apart, and one has not the stock of both."""
    free = ~np.isin(pairs.base, np.concatenate([p.base for p in found]))
    return Pairs(pairs.lending[free], pairs.base[free])


def _told_apart(
    parts: PartTable, keys: pd.DataFrame, rows: tuple[Rows, str], unclear: set[str], form: Form
) -> pd.DataFrame:
    """Without the numbers that stand for two; of those that only zeros tell apart, with their zeros."""
    kept = keys[~keys["key"].isin(unclear)]
    if form is not normal_number:
        return kept
    written = _keys(parts, keys.loc[keys["key"].isin(unclear), "row"].to_numpy(np.intp), rows[1],
                    written_number)  # fmt: skip
    return pd.concat([kept, written])


def _alike(parts: PartTable, pairs: Pairs, mine: str, theirs: str, form: Form) -> Pairs:
    """The pairs whose signs stand at the same places, or one of which has none; of numbers without their
    revisions those of which one alone has one."""
    own, others = (
        parts.frame[name].to_numpy()[rows]
        for name, rows in ((mine, pairs.lending), (theirs, pairs.base))
    )
    if form is base_number:
        keep = [_is_revised(a) != _is_revised(b) for a, b in zip(own, others, strict=True)]
    else:
        keep = [
            a.strip().isalnum() or b.strip().isalnum() or _breaks(a) == _breaks(b)
            for a, b in zip(own, others, strict=True)
        ]
    kept = np.array(keep, dtype=np.bool_)
    return Pairs(pairs.lending[kept], pairs.base[kept]) if len(kept) else pairs


def is_anybodys(number: str) -> bool:
    """Bare short numbers: the 10001 of a supplier is not that of the buyer."""
    return number.isdigit() and len(number) < LONG_ENOUGH


def _unclear(parts: PartTable, keys: pd.DataFrame, rows: tuple[Rows, str], form: Form) -> list[str]:
    """Numbers that stand for two of one list: A-11 and A1-1 are two parts, and so are 0815 and 815 where a
    list has both."""
    texts = parts.frame[rows[1]].to_numpy()[keys["row"].to_numpy(np.intp)]
    if len(pd.unique(texts)) == keys["key"].nunique():
        return []  # each text is a number of its own
    finer = written_number if form is normal_number else normal_number
    own = _keys(parts, rows[0], rows[1], finer)
    both = keys.merge(own, on="row", suffixes=("", "_fine"))
    both["file"] = parts.frame["file"].to_numpy()[both["row"].to_numpy(np.intp)]
    by = ["key", "file"] if form is normal_number else ["key"]
    counts = both.groupby(by)["key_fine"].nunique()
    return [str(key) for key in counts.index[counts > 1].get_level_values(0).unique()]


def _keys(parts: PartTable, rows: Rows, name: str, form: Form) -> pd.DataFrame:
    values = parts.frame[name].to_numpy()[rows]
    known: dict[str | None, str | None] = {}
    keys = np.array(
        [known[v] if v in known else known.setdefault(v, form(v)) for v in values], dtype=object
    )
    has = np.array([key is not None for key in keys], dtype=np.bool_)
    return pd.DataFrame({"key": keys[has], "row": rows[has]})
