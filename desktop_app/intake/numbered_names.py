"""Names that begin with the number of the part, as analyses of an ERP system print key and text."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_app.intake.known_numbers import front_of
from desktop_app.intake.line_keys import is_single, key_behind

if TYPE_CHECKING:
    from desktop_app.intake.cells_read import Facts

_KEY_AND_TEXT = re.compile(r"(\d{6,18})\s+(\S.*[^\W\d_]{2}.*)")
"""A material number of SAP has up to 18 digits; shorter numbers begin names of many kinds."""
_IN_BRACKETS = re.compile(r"\[([^\[\]]{2,40})\]\s*(\S.*)")
"""Odoo prints a product as "[MAG-0042] Neodymium disc magnet", wherever it is referred to."""
MOSTLY = 0.9
"""Share of the parts whose name must begin with a number. Own judgement."""
FEWEST = 2
KNOWN = 0.5
"""Share of the names that must begin with a number which another list has. Own judgement."""


def split_numbered_names(
    facts: "Facts", places: dict[str, int], known: frozenset[str] = frozenset()
) -> None:
    """Takes the part number from the front of each name, where no column gives it. ``known``: numbers
    that other lists of the drop have (see ``known_numbers``)."""
    _split_keys_behind(facts, places)
    names = facts.columns.get("description")
    if names is None or any(name in facts.columns for name in ("part_number", "mpn")):
        return
    fronts = [front_of(name, known) if name else None for name in names.tolist()] if known else []
    if sum(front is not None for front in fronts) > KNOWN * len(fronts):
        facts.columns["part_number"] = _objects([front and front[0] for front in fronts])
        facts.columns["description"] = _objects(
            [front[1] if front else name for front, name in zip(fronts, names, strict=True)]
        )
        places["part_number"] = places["description"]
        return
    for pattern, differ in ((_KEY_AND_TEXT, True), (_IN_BRACKETS, False)):
        found = [pattern.fullmatch(name) if name else None for name in names.tolist()]
        keyed = [match for match in found if match is not None]
        is_mostly = len(keyed) >= (
            max(FEWEST, MOSTLY * len(found)) if differ else MOSTLY * len(found)
        )
        if keyed and is_mostly and (not differ or len({m[1] for m in keyed}) == len(keyed)):
            break
    else:
        return
    facts.columns["part_number"] = _objects([m[1] if m else None for m in found])
    texts = [m[2] if m else name for m, name in zip(found, names.tolist(), strict=True)]
    facts.columns["description"] = _objects(texts)
    places["part_number"] = places["description"]


def _split_keys_behind(facts: "Facts", places: dict[str, int]) -> None:
    """Takes the part number out of the brackets behind each text, where a column is one of both; the text says
    what the part is, where no other column does."""
    numbers = facts.columns.get("part_number")
    if numbers is None:
        return
    found = [key_behind(text) if text else None for text in numbers.tolist()]
    keyed = [one for one in found if one is not None]
    if len(keyed) < max(1, MOSTLY * len(found)) or not _are_names_with_keys(keyed):
        return
    pairs = list(zip(found, numbers.tolist(), strict=True))
    facts.columns["part_number"] = _objects([m[1] if m else text for m, text in pairs])
    if "description" not in facts.columns:
        facts.columns["description"] = _objects([m[0] if m else text for m, text in pairs])
        places["description"] = places["part_number"]


def _are_names_with_keys(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether each key stands behind one name, and the names are words: "MAG-1001 (B2)" and "MOT-2001 (B2)" are
    numbers with their revisions."""
    coded = sum(is_single(name) and any(map(str.isdigit, name)) for name, _ in pairs)
    distinct = set(pairs)
    if all(_YEAR.fullmatch(key) for _, key in distinct):
        return False  # "Ring magnet ABC (2026)" is of that year
    own = len({key for _, key in distinct}) >= MOSTLY * len(distinct)
    return own and coded <= (1 - MOSTLY) * len(pairs)


_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_OF_FIRM = re.compile(r"\d{4,10}")
_NUMBER_AND_FIRM = re.compile(r"(\d{4,10})\s+(\S.*[^\W\d_]{2}.*)")
"""Numbers of vendors have up to ten digits; a firm such as "3M" or "1234 Magnets" has few."""


def split_numbered_firms(facts: "Facts") -> None:
    """Takes the number of the vendor from each supplier, in front or in brackets behind, so that lists
    which print it and lists which do not name one firm."""
    firms = facts.columns.get("supplier")
    if firms is None:
        return
    named = {firm for firm in firms.tolist() if firm}
    for named_by in (_firm_behind_number, _firm_before_number):
        known = {firm: named_by(firm) for firm in named}
        if known and all(known.values()):
            facts.columns["supplier"] = _objects([known.get(firm, firm) for firm in firms.tolist()])
            return


def _firm_behind_number(text: str) -> str | None:
    found = _NUMBER_AND_FIRM.fullmatch(text)
    return found[2] if found else None


def _firm_before_number(text: str) -> str | None:
    found = key_behind(text)
    return found[0] if found and _NUMBER_OF_FIRM.fullmatch(found[1]) else None


def _objects(values: list[Any]) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found
