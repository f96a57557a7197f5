"""Places in a tree of parts, such as 1, 1.1, 1.1.1, as a column says them."""

import re
from itertools import pairwise

_PLACE = re.compile(r"\d{1,4}(\.\d{1,4})*\.?")


def is_nested(texts: list[str]) -> bool:
    """1, 1.1, 1.1.1, 2: the places of a tree, each said once, beginning at its root."""
    return len(set(texts)) == len(texts) and is_tree(texts)


def is_tree(texts: list[str]) -> bool:
    """The same where a slip says some again, as under the headings of places only."""
    if len(texts) < 3 or 2 * len(set(texts)) < len(texts) or not all(map(_PLACE.fullmatch, texts)):
        return False
    parts = [text.rstrip(".").split(".") for text in texts]
    depths = [len(one) for one in parts]
    deepens = all(later <= earlier + 1 for earlier, later in pairwise(depths))
    known = {tuple(one) for one in parts}
    has_parents = all(len(one) == 1 or tuple(one[:-1]) in known for one in parts)
    is_deep = depths[0] == 1 and max(depths) > 1
    return is_deep and deepens and has_parents and _are_counted(parts)


def _are_counted(places: list[list[str]]) -> bool:
    """Whether what lies below a place is mostly counted from its beginning; 1, 1.5, 2, 2.5 are amounts."""
    first: dict[tuple[str, ...], str] = {}
    for one in places:
        if len(one) > 1:
            first.setdefault(tuple(one[:-1]), one[-1])
    return 2 * sum(int(number) in FIRST_PLACES for number in first.values()) > len(first)


FIRST_PLACES = (0, 1, 10, 100)
"""Numbers of the first thing below another. Own judgement."""
