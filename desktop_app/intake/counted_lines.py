"""Lines that say how many of what, as they are typed in a mail: "4x ring magnet", "Motor 24 V, 2 pcs"."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.values import piece_units
from desktop_app.intake.word_patterns import unit_words

if TYPE_CHECKING:
    from desktop_app.intake.cells_read import Facts

LONGEST = 160
"""Characters of a line that names one thing to buy. Own judgement."""
MOSTLY = 0.6
"""Share of the names of a list that must say how many. Own judgement."""
LOOKED_AT = 200
"""Names that show whether those of a long list say how many."""
_TIMES = "x|×|х"
_LISTED = r"(?:[-–—•*·]\s*|\(?\d{1,3}[.)]\s+)?"
_MANY = r"(?P<many>\d{1,3}(?:[.,']\d{3})+|\d{1,7})"


_THING = r"[^\W\d_]{4,}(?=\s)"
"""The first word of what a point counts: "1) 50 magnets N42"; "2) 24 VDC motor" is a voltage."""


class Count(NamedTuple):
    """How many pieces of what; ``unit``: the word for them, "" where there is none."""

    many: float
    unit: str
    what: str


def count_in(text: str) -> Count | None:
    """What a line says, with its count in front or behind; None where it has none. Lengths and masses are
    sizes as a rule, so that only pieces count."""
    if not text or len(text) > LONGEST or not any(map(str.isdigit, text)):
        return None
    for pattern in _patterns():
        found = pattern.fullmatch(text.strip())
        if found is not None and any(map(str.isalpha, found["what"])):
            if pattern in _patterns()[-2:] and _is_of_one(found["many"], found["what"]):
                continue
            many = float(re.sub(r"\D", "", found["many"]))
            unit = found["unit"].strip(" .")
            return Count(many, "" if unit.casefold() in _TIMES else unit, found["what"].strip())
    return None


def times_in(text: str, *, strictly: bool = False) -> float | None:
    """How many a name says with a sign for times behind it: "Stepper motor x2", "电机*2", "Belt (2x)"; None where
    it has none. "Sheet 200 x 300" and "Φ15*3" are sizes; "Screw M3 x20" may be one, and is none ``strictly``."""
    found = _TIMES_BEHIND.fullmatch(text.strip()) if text[-1:] in _ENDS_TIMES else None
    if found is None or not any(map(str.isalpha, found["what"])):
        return None
    is_sized = any(map(str.isdigit, found["what"].split()[-1]))
    if is_sized and (found["spaced"] or (found["glued"] and strictly)):
        return None
    return float(
        found["glued"] or found["spaced"] or found["starred"] or found["in"] or found["out"]
    )


_ENDS_TIMES = tuple("0123456789)）]xX×")
_TIMES_BEHIND = re.compile(
    r"(?P<what>\S.*?)(?:"
    r"\s[xX×]\s(?P<spaced>\d{1,4})"
    r"|\s[xX×](?P<glued>\d{1,4})"
    r"|(?<=[^\W\d])\s?[*＊](?P<starred>\d{1,4})"
    r"|\s?[(（\[](?:[xX×]\s?(?P<in>\d{1,4})|(?P<out>\d{1,4})\s?[xX×])[)）\]]"
    r")"
)


def is_bare(text: str) -> bool:
    """Whether a line that counts has no sign of it but its number: "Disc magnet 10x2: 40"."""
    return not any(pattern.fullmatch(text.strip()) for pattern in _patterns()[:-BARE])


BARE = 3
"""Of the patterns those without a unit or a sign."""


def _is_of_one(number: str, what: str) -> bool:
    """Whether a number says something of one thing: "3 phase motor", "2027 budget"."""
    is_year = len(number) == len("2027") and number.startswith(("19", "20"))
    first = what.casefold().partition(" ")[0]
    stems = unit_words()["property"]
    return is_year or any(first.startswith(s) if len(s) > BRIEF else first == s for s in stems)


BRIEF = 3
"""Letters of a word that is one of them only as a whole: "an", "bar"."""


@cache
def _patterns() -> tuple["re.Pattern[str]", ...]:
    spaced = [u for u in piece_units() if not is_unspaced(u)]
    glued = [u for u in piece_units() if is_unspaced(u)]
    words = "|".join(re.escape(u) for u in sorted(spaced, key=len, reverse=True))
    signs = "|".join(re.escape(u) for u in sorted(glued, key=len, reverse=True))
    # "180 pcs/set" is how a part is packed, and no count of it.
    unit = rf"(?P<unit>(?:{words})\.?(?!\w)|{signs})(?!\s*/)"
    times = rf"(?P<unit>{_TIMES})"
    what, before = r"(?P<what>\S.*)", r"(?P<what>.*?[^\s,;:–—-])"
    italian = rf"(?-i:nr?\.)\s*{_MANY}(?P<unit>)\s+(?P<what>{_THING}.*)"
    behind = rf"{_LISTED}(?P<what>[^\W\d_][^:]*[^\s:]):\s+(?P<many>\d{{1,5}})(?P<unit>)"
    points = rf"(?:[-–—•*·]\s*|\(?\d{{1,3}}[.)]\s+){_MANY}(?P<unit>)\s+(?P<what>{_THING}.*)"
    return tuple(
        re.compile(pattern, re.IGNORECASE | re.DOTALL)
        for pattern in (
            rf"{_LISTED}{_MANY}\s*{unit}[\s:,–-]*(?:of\s+)?{what}",
            rf"{_LISTED}{_MANY}\s*{times}\s*(?P<what>[^\W\d_].*)",  # "10 x 20 x 5" is a size
            rf"{_LISTED}{before}(?:[\s,;:–—-]+|(?<=[^\W\da-z])){_MANY}\s*{unit}",
            rf"{_LISTED}{before}\s*[,;:–—-]\s*{times}\s*{_MANY}",
            rf"{_LISTED}{before}\s*[(（\[]\s*{_MANY}\s*{unit}\s*[)）\]]",
            behind,
            italian,
            points,
        )
    )


def split_counted_names(facts: "Facts", places: dict[str, int]) -> None:
    """Takes how many from the names of a list without headings and without a column of quantities, where
    most names say it. The names stay as they are."""
    names = facts.columns.get("description")
    if names is None or any(name in facts.columns for name in ("quantity", "annual_quantity")):
        return
    if _split_times(facts, places, names.tolist()):
        return
    first = [name for name in names[:LOOKED_AT].tolist() if name]
    if sum(count_in(name) is not None for name in first) < MOSTLY * len(first):
        return
    found = [count_in(name) if name else None for name in names.tolist()]
    if sum(count is not None for count in found) < max(1, MOSTLY * len(found)):
        return
    facts.columns["quantity"] = np.array([np.nan if c is None else c.many for c in found])
    places["quantity"] = places["description"]
    if "unit" not in facts.columns and any(count and count.unit for count in found):
        facts.columns["unit"] = _objects([(c.unit or None) if c else None for c in found])
        places["unit"] = places["description"]


def split_times(facts: "Facts", places: dict[str, int]) -> None:
    """The same of a list with headings that counts nothing, where nearly all names end in "x2"."""
    names = facts.columns.get("description")
    if names is not None and not COUNTING & facts.columns.keys():
        _split_times(facts, places, names.tolist())


COUNTING = frozenset(("quantity", "annual_quantity", "stock_on_hand", "open_order_quantity"))
NEARLY_ALL, FEWEST = 0.8, 3
"""Share of names that end in how many, and names, from which it is no part of them. Own judgement."""


def _split_times(facts: "Facts", places: dict[str, int], names: list[str | None]) -> bool:
    told = [name for name in names[:LOOKED_AT] if name]
    times, sure = (
        sum(times_in(name, strictly=strictly) is not None for name in told)
        for strictly in (False, True)
    )
    if times < NEARLY_ALL * len(told) or sure < max(FEWEST, MOSTLY * len(told)):
        return False
    found = [times_in(name) if name else None for name in names]
    facts.columns["quantity"] = np.array([np.nan if many is None else many for many in found])
    places["quantity"] = places["description"]
    return True


def _objects(values: list[Any]) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found
