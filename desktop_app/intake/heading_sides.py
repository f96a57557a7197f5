"""Headings that say one thing twice, as in "数量/Qty", or two things, as in "Manufacturer / Description"."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from desktop_app.intake.heading_patterns import LINK, SIDES
from desktop_app.intake.heading_text import is_cjk, normalise

Entries = Mapping[str, Sequence[tuple[str, str]]]
FIRMS = frozenset(("manufacturer", "supplier"))
OF_A_FIRM = frozenset(("description", "currency", "unit_price", "lead_time_days"))
"""What headings say beside a firm that is no firm itself. Own judgement."""
NUMBERS, TEXTS = frozenset(("part_number", "mpn")), frozenset(("description", "specification"))
SHORT = 2
"""Letters of a word that mean too many things beside one that is not known. Own judgement."""
BOTH, HALF = 0.9, 0.7
"""Belief in two words of which both are known for one thing, and of which one is. Own judgement."""


class Meant(Protocol):
    """What a text means: a field, in the words of which languages."""

    @property
    def field(self) -> str:
        """What a column of it holds."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """Whose words say so."""
        ...


Told = tuple[Sequence[tuple[str, str]], float]
_NOTHING: Told = ((), HALF)


def of_two(
    heading: str,
    bare: str,
    entries: Entries,
    fields: frozenset[str],
    in_short: Callable[[str], Sequence[object]],
) -> Told:
    """The meanings of two words for one thing with the belief in them; where only one is known, it may
    be half of it. ``bare``: the heading in comparable form; ``fields``: what a column may hold;
    ``in_short``: what a text means that is a short form."""
    if LINK.search(heading):
        return _NOTHING
    split = re.split(SIDES if SIDES.search(heading) else "\n", heading)
    parts = [key for key in map(normalise, split) if len(key) > 1]
    known = [key for key in parts if key != bare and key in entries]
    are_all = len(known) == len(parts)
    if not known or not (are_all or any(len(key) > SHORT or is_cjk(key) for key in known)):
        return _NOTHING  # "ep/ sect" is no price but a thickness and a section
    meant = [{name for name, _ in entries[key]} for key in known]
    # "Manufacturer / Description" holds both: what describes the part may name its maker.
    # So does a path of a system, "Supplier/Currency", name the firm of which it says more.
    is_told = len(known) == len(parts) == 2 and meant[0] <= FIRMS and bool(meant[1] & OF_A_FIRM)
    first = entries[known[1] if is_told else known[0]]
    is_agreed = all(names & meant[0] for names in meant)
    is_translated = any(map(is_cjk, parts)) and not all(map(is_cjk, parts))
    is_whole = len(known) < len(parts) or not all(names & fields for names in meant)
    if is_whole and not is_translated and not SIDES.search(heading):
        return _NOTHING  # it was only broken for want of room: "Type" below "Part"
    if not (is_agreed or is_translated or SIDES.search(heading)) and in_short(bare):
        return _NOTHING  # so was "UM" below "Wt"
    if is_agreed and (len(known) == len(parts) or is_translated):
        return first, BOTH
    # "Part no. / Specification" over "Keyes IR sensor" describes: the cells say which of the two.
    is_either = len(known) == len(parts) == 2 and meant[0] <= NUMBERS and meant[1] <= TEXTS
    return ([*first, *entries[known[1]]], HALF) if is_either else (first, HALF)


def of_each_side(heading: str, meant: Callable[[str], Sequence[Meant]]) -> Told:
    """What both sides of a stroke mean, read for themselves, where neither is in the table as it stands:
    "Código pieza / Part code". ``meant``: what a text means."""
    split = [text.strip() for text in re.split(SIDES, heading)] if SIDES.search(heading) else []
    if len(split) != 2 or LINK.search(heading) or not all(len(text) > 1 for text in split):
        return _NOTHING
    front, back = ({m.field: m.languages for m in meant(text)} for text in split)
    said = [(field, name) for field in front if field in back for name in front[field]]
    return said, EACH


EACH = 0.85
"""Belief in two sides that are only derived, and agree. Own judgement."""
