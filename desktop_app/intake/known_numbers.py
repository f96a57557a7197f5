"""Numbers of parts that other lists of the same drop name: the column that holds them is that of the
part numbers, whatever its heading says.

"Item" may be a name and "Référence" a place on a circuit board; which it is, the list beside it knows.
"""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.looks import Look
from desktop_app.intake.readings import products_in
from desktop_app.intake.same_part import is_anybodys, loose_number
from desktop_app.model.findings import msg

AGREED = 0.5
"""Share of the different cells of a column that must be numbers of other lists. Own judgement."""
OF_ITS_OWN = 0.2
"""Share from which the numbers that a list has itself are those of the others too. Own judgement."""
DIFFERENT = 0.9
"""Share of different cells in a column that takes the place of numbers which are there: the product that
a part goes into comes again. Own judgement."""
FEW, SURE, LIKELY = 3, 0.95, 0.79
"""Numbers from which the agreement is sure, and what it is then, and else, believed. Own judgement."""
LOOKED_AT = 300
"""Rows of a list whose cells are compared."""
LONGEST = 60
UNTOUCHED = frozenset(
    ("part_number", "mpn", "supplier", "manufacturer", "cas_number", "hs_code", "unit_price")
)
"""What a column surely holds that is not asked."""
_FRONT = re.compile(r"\[?([^\s\[\]()]{4,40})\]?(?:\s*[(\-–—:·]\s*|\s+)\S.*", re.DOTALL)
"""A number before a name: "QB-101 (Disc magnet)", "[OD-1001] Hub", "DRV-450 Drive unit"."""


def knowing(book: HeadingBook, known: frozenset[str]) -> HeadingBook:
    """The book for lists beside which others name these numbers; see :func:`key_of`."""
    made = copy.copy(book)
    made.known_numbers = known
    return made


def key_of(text: str | None) -> str | None:
    """A number to compare, without its signs; None for short bare ones, which are anybody's."""
    key = loose_number(text) if text and len(text) <= LONGEST else None
    return None if key is None or is_anybodys(key) else key


def front_of(text: str, known: Set[str]) -> tuple[str, str] | None:
    """Number and name of a text that begins with a known number."""
    match = _FRONT.fullmatch(text.strip())
    if match is None or key_of(match[1]) not in known:
        return None
    name = text.strip()[match.end(1) :].strip(" ]-–—:·")
    is_bracketed = name.startswith("(") and name.endswith(")")
    return match[1], name[1:-1] if is_bracketed else name


def labelled(text: str) -> tuple[str, str]:
    """Label and value of a line above a list: "Sample no.: 3.01.001"."""
    label, _, value = text.replace("：", ":").partition(":")
    return label.strip(), value.strip()


def share_known(texts: Iterator[str], known: frozenset[str]) -> tuple[int, float]:
    """How many different texts are known numbers, and their share."""
    different = {text for text in texts if text}
    count = sum(key_of(text) in known for text in different)
    return count, count / max(1, len(different))


def by_numbers_of_others(
    candidates: Sequence[Candidate],
    looks: Mapping[int, Look],
    grid: Grid,
    rows: NDArray[np.intp],
    known: frozenset[str],
    *,
    headings: Sequence[str],
) -> list[Candidate]:
    """The column of known numbers is that of the part numbers; what was taken for these is the
    number of somebody else, unless it holds known ones too. In a bill the products beside the parts
    are none, though a plan knows them."""
    if any(c.field == "quantity" and c.confidence >= ACCEPTED for c in candidates):
        products = products_in(candidates, headings)
        looks = {n: look for n, look in looks.items() if n not in products}
    column = column_of_known(candidates, looks, grid, rows, known)
    if column is None:
        return list(candidates)
    count, share = share_known(_texts(grid, column, rows), known)
    believed = SURE if count >= FEW and share >= DIFFERENT else LIKELY
    has_maker = any(c.field == "mpn" and c.confidence >= ACCEPTED for c in candidates)
    return [
        *(_of_somebody_else(c, has_maker=has_maker) for c in candidates if c.column != column),
        Candidate(
            column, "part_number", believed, msg("its cells are part numbers of another list")
        ),
    ]


def _of_somebody_else(candidate: Candidate, *, has_maker: bool) -> Candidate:
    if candidate.field != "part_number" or candidate.confidence < ACCEPTED:
        return candidate
    if has_maker:
        return weaker(candidate, 0.5, msg("another column was taken for this; not used"))
    return replace(candidate, field="mpn", confidence=0.75)


def column_of_known(
    candidates: Sequence[Candidate],
    looks: Mapping[int, Look],
    grid: Grid,
    rows: NDArray[np.intp],
    known: frozenset[str],
) -> int | None:
    """The column that holds numbers of other lists where the part numbers of the list do not; None where
    there is none, or where it is the maker's number, by which lists are joined as well."""
    if not known:
        return None
    sure: dict[str, Candidate] = {}
    for one in sorted(candidates, key=lambda c: c.confidence):
        if one.confidence >= ACCEPTED:
            sure[one.field] = one
    own, maker = sure.get("part_number"), sure.get("mpn")
    # Codes under "Name" were taken for the maker's for want of a better reading.
    is_guessed = own is None and maker is not None and maker.confidence < LIKELY
    untouched = UNTOUCHED - {"mpn"} if is_guessed else UNTOUCHED
    taken = {one.column for name, one in sure.items() if name in untouched}
    if own is not None and share_known(_texts(grid, own.column, rows), known)[1] >= OF_ITS_OWN:
        is_doubted = any(
            c.column == own.column and c.field != own.field and c.confidence >= own.confidence
            for c in candidates
        )
        return own.column if is_doubted else None
    shares = {
        n: share_known(_texts(grid, n, rows), known)
        for n in looks
        if n not in taken and looks[n].filled
    }
    fitting = {
        n: count for n, (count, share) in shares.items()
        if count and share >= AGREED and (own is None or looks[n].distinct >= DIFFERENT)
    }  # fmt: skip
    return max(fitting, key=lambda n: (fitting[n], -n)) if fitting else None


def _texts(grid: Grid, column: int, rows: NDArray[np.intp]) -> Iterator[str]:
    cells = grid.columns[column]
    for code in np.unique(cells.codes[rows[:LOOKED_AT]]).tolist():
        yield shown(cells.values[code]).strip()
