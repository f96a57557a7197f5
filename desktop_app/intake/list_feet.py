"""What stands below a list or between its lines and is no part: who drew it, notes, another list."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Column, Grid, Mask, Value
from desktop_app.intake.numbers import number_of

SHORT = 0.4
"""Share of the usual number of cells that a line of labels has at most; own judgement."""
HALF = 0.5
"""The same where nothing below the sum counts anything; own judgement."""
QUANTITIES_OF_ROWS = ("quantity", "annual_quantity", "stock_on_hand")
LONGEST_FOOT = 8
"""Rows that stand below a list at most; own judgement."""
LONGEST_NOTES = 60
"""Rows of notes below the last sum, none of which counts anything. Own judgement."""


def below_the_list(
    grid: Grid, start: int, parts: Mask, filled: NDArray[np.int32], fields: Mapping[str, int]
) -> Mask:
    """Few rows below the last gap that have words where all others have numbers: who drew it, and
    when. A list goes on below a gap, but its quantities stay numbers.

    ``start``: sheet position of the first row; ``parts``: the rows still taken for parts.
    """
    below = np.zeros(len(filled), dtype=np.bool_)
    gaps = np.flatnonzero(filled == 0)
    if not len(gaps) or len(filled) - int(gaps[-1]) - 1 > LONGEST_FOOT:
        return below
    below[int(gaps[-1]) + 1 :] = True
    for name in QUANTITIES_OF_ROWS:
        if name not in fields:
            continue
        column = grid.columns[fields[name]].part(start, start + len(filled))
        numbers = column.where(lambda v: not np.isnan(number_of(v, False)))
        above = parts & ~below & column.filled
        words = parts & column.is_text & ~numbers  # the headings once more are no such words
        if above.sum() > below.sum() and numbers[above].all() and (words & below).any():
            rest: Mask = below & ~numbers
            if (parts & below & numbers).any():  # it goes on, perhaps with a slip of the pen
                rest &= filled < np.median(filled[above])
            return rest
    return np.zeros(len(filled), dtype=np.bool_)


def below_the_sum(
    grid: Grid, start: int, parts: Mask, totals: Mask, fields: Mapping[str, int]
) -> Mask:
    """Few words below the last sum of a list that counts each part: labels to be signed, such as
    "Approved" and "Notes". A row with a quantity, or nearly as full as the others, is a part.

    A foot of many lines is one only as a whole: a list may go on below the sum of its first half.
    """
    none = np.zeros(len(totals), dtype=np.bool_)
    sums = np.flatnonzero(totals)
    if not len(sums) or not 0 < len(totals) - int(sums[-1]) - 1 <= LONGEST_NOTES:
        return none
    below = none.copy()
    below[int(sums[-1]) + 1 :] = True
    above = parts & ~below
    if not above.any():
        return none
    rows = slice(start, start + len(totals))
    texts, filled = grid.texts_per_row[rows], grid.filled_per_row[rows]
    usual = float(np.median(filled[above]))
    for name in QUANTITIES_OF_ROWS:
        if name in fields:
            counted = grid.columns[fields[name]].filled[rows]
            are_notes = not (below & counted).any()
            if counted[above].all() and (are_notes or below.sum() <= LONGEST_FOOT):
                short = filled <= (HALF if are_notes else SHORT) * usual
                # "Per unit, without the charger | 18.7" is what all costs together.
                money = fields.get("line_value")
                column = None if money is None else grid.columns[money]
                worth = none if column is None else (column.filled & ~column.is_text)[rows]
                rest: Mask = below & (texts + worth == filled) & short & ~counted
                return rest
    return none


def labelled_below(grid: Grid, start: int, parts: Mask, filled: NDArray[np.int32]) -> Mask:
    """Few lines of words below the last gap of a list with a label among them that waits for its value:
    "Prepared by: J. Doe | Approved by:". Of parts a list goes on with below a gap, some have numbers, and
    none begins with a label: in "MAG-X | Magnet ring:" the colon stands behind a part."""
    below = np.zeros(len(filled), dtype=np.bool_)
    gaps = np.flatnonzero(filled == 0)
    if not len(gaps) or not 0 < len(filled) - int(gaps[-1]) - 1 <= LONGEST_FOOT:
        return below
    first = int(gaps[-1]) + 1
    texts = grid.texts_per_row[start + first : start + len(filled)]
    if (texts < filled[first:]).any() or not parts[:first].any():
        return below
    for position in range(first, len(filled)):
        cells = [value for value in grid.row(start + position) if isinstance(value, str)]
        is_labelled = not {":", "："}.isdisjoint(cells[0])
        below[position] = is_labelled and any(value.endswith((":", "：")) for value in cells)
    return below


def count_of_lines(grid: Grid, start: int, parts: Mask, filled: NDArray[np.int32]) -> Mask:
    """The last row of a file that programs exchange: a code, and how many rows there are. It stands where
    the parts have words; counted may be the line of headings, and the first and the last of the file."""
    found = np.zeros(len(filled), dtype=np.bool_)
    rows = np.flatnonzero(filled)
    if not len(rows) or not parts[rows[-1]] or filled[rows[-1]] > MOST_OF_A_FOOT:
        return found
    last, above = int(rows[-1]), parts.copy()
    above[last] = False
    if above.sum() < FEWEST_COUNTED_ROWS or np.median(filled[above]) < 2 * filled[last]:
        return found
    for column in grid.columns:
        cells = column.part(start, start + len(filled))
        told = _whole(cells.values[cells.codes[last]])
        is_count = not math.isnan(told) and 0 <= told - above.sum() <= MOST_OTHERS
        worded = (above & cells.is_text & ~cells.where(_is_number)).sum()
        found[last] |= (
            is_count
            and worded >= above.sum() * MOSTLY_WORDS
            and not (above & cells.where(_is_number)).any()
        )
    return found


def _whole(value: Value) -> float:
    """A number that is nothing else: no "4 x Nut"."""
    is_one = isinstance(value, float) or (isinstance(value, str) and value.isdecimal())
    return float(value) if is_one else math.nan  # type: ignore[arg-type]


MOSTLY_WORDS = 0.5
"""Share of the parts with words where a number of rows stands below them. Own judgement."""
MOST_OF_A_FOOT = 2
"""Cells of such a row."""
FEWEST_COUNTED_ROWS = 3
"""Rows from which their number is no chance. Own judgement."""
MOST_OTHERS = 3
"""Lines that are counted beside those of parts: first, headings, last."""

FEWEST_HEADINGS, FEWEST_NUMBERS = 3, 2
"""Words in a line that heads another list, and columns of numbers above and below it that they stand
in. Own judgement."""
MOSTLY = 0.6
"""Share of the filled cells above such a word that are numbers. Own judgement."""
MOST_GAPS = 200


def other_lists(grid: Grid, start: int, end: int, repeated: Sequence[int] = ()) -> Mask:
    """Rows of lists of another kind below the gaps of this one, with the line that heads them: words
    where the rows above and below have numbers, such as who pays how much. No heading of theirs need be
    known. They end at the next gap.

    ``repeated``: rows of the sheet that say the headings of this list once more, so it goes on there.
    """
    rows = np.zeros(max(0, end - start), dtype=np.bool_)
    filled, texts = grid.filled_per_row[start:end], grid.texts_per_row[start:end]
    after_gap = np.zeros(len(rows), dtype=np.bool_)
    after_gap[1:] = filled[:-1] == 0
    heads = np.flatnonzero(after_gap & (texts == filled) & (filled >= FEWEST_HEADINGS))
    gaps = np.append(np.flatnonzero(filled == 0), len(rows))
    for head in heads[:MOST_GAPS].tolist():
        if start + head in repeated:
            continue
        stop = int(gaps[np.searchsorted(gaps, head)])
        if _heads_others(grid, start, start + head, start + stop):
            rows[head:stop] = True
    return rows


def _heads_others(grid: Grid, start: int, head: int, stop: int) -> bool:
    columns = [column for column in grid.columns if column.filled[head]]
    if any(_is_number(column.values[column.codes[head]]) for column in columns):
        return False
    return sum(_is_numeric(c, start, head, head + 1, stop) for c in columns) >= FEWEST_NUMBERS


def _is_numeric(column: Column, start: int, head: int, below: int, stop: int) -> bool:
    """Numbers above the line of words, and below it nothing else."""
    above = [column.values[code] for code in column.codes[start:head]]
    said = [value for value in above[-LOOKED_AT:] if value is not None]
    under = [column.values[code] for code in column.codes[below:stop][:LOOKED_AT]]
    listed = [value for value in under if value is not None]
    is_above = sum(map(_is_number, said)) >= MOSTLY * max(1, len(said))
    return is_above and bool(listed) and all(map(_is_number, listed))


LOOKED_AT = 100

COUNTED = (*QUANTITIES_OF_ROWS, "unit_price", "line_value")
FEWEST_COUNTED = 5
"""Parts above another list at least that all are counted. Own judgement."""
COUNTED_SHARE = 0.95
"""Share of the parts above that have a quantity: one line of a list may lack it. Own judgement."""


def uncounted_lists(
    grid: Grid, start: int, parts: Mask, totals: Mask, fields: Mapping[str, int]
) -> Mask:
    """Lists of another kind below a gap or a sum of this one, whatever heads them: none of their rows
    has a quantity or a price where nearly all parts above have one, and they have numbers where the
    parts have words. "Optical parts | 8944" below a list of parts is what the parts cost together.
    """
    rows = np.zeros(len(parts), dtype=np.bool_)
    counted = np.zeros(len(parts), dtype=np.bool_)
    for name in COUNTED:
        if name in fields:
            counted |= grid.columns[fields[name]].filled[start : start + len(parts)]
    last = np.flatnonzero(counted & (parts | totals))
    quantities = [fields[name] for name in QUANTITIES_OF_ROWS if name in fields]
    if not quantities or not len(last):
        return rows
    many = grid.columns[quantities[0]].filled[start : start + len(parts)]
    bounds = np.flatnonzero((grid.filled_per_row[start : start + len(parts)] == 0) | totals)
    bounds = bounds[bounds >= last[-1]]
    if not len(bounds) or len(parts) - int(bounds[0]) - 1 > LONGEST_NOTES:
        return rows
    above = parts.copy()
    above[int(bounds[0]) :] = False
    if above.sum() < FEWEST_COUNTED or many[above].mean() < COUNTED_SHARE:
        return rows
    for first, stop in pairwise([*bounds.tolist(), len(parts)]):
        block = np.zeros(len(parts), dtype=np.bool_)
        block[first + 1 : stop] = True
        if (block & parts).any() and _has_numbers_for_words(grid, start, above, block):
            rows |= block & parts
    return rows


def _has_numbers_for_words(grid: Grid, start: int, above: Mask, block: Mask) -> bool:
    """A column that has numbers in the block and hardly any number above it."""
    for column in grid.columns:
        part = column.part(start, start + len(above))
        numbers = part.where(_is_number)
        filled = int((part.filled & above).sum())
        is_of_words = (numbers & above).sum() <= (1 - COUNTED_SHARE) * filled
        if is_of_words and filled >= FEWEST_COUNTED and (numbers & block).any():
            return True
    return False


def _is_number(value: Value) -> bool:
    return not math.isnan(number_of(value, False))
