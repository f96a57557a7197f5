"""For whom or for what a list needs its parts, said once above or beside a block of them.

The same part for another assembly or another person is a second need, though its row says the same as one
above. The same block under the same words is one need that was printed twice.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.tables import IDENTITY, Table

FEWEST = 2
"""Blocks from which on words above them tell one from the other."""
LABEL_CELLS = 2
LONGEST_PAGE = 24
"""Characters of the number of a page, with how many there are. Own judgement."""
MOST_BLOCKS = 20_000


class Heads(NamedTuple):
    """Rows of the list, counted from its start, that stand above the parts of a block: ``sections`` are its
    headings for certain, ``notes`` may say more of it."""

    sections: Sequence[int]
    notes: Sequence[int]


def needs_apart(
    grid: Grid, table: Table, rows: NDArray[np.intp], heads: Heads, fields: Mapping[str, int]
) -> NDArray[np.int64]:
    """A number for each part, another one for each need. ``rows``: of the parts, counted from the start."""
    start = table.heading + 1
    said = _said_above(grid, start, rows, heads)
    apart = said.copy()
    for column in _carried(grid, table, rows + start, fields):
        apart = apart * (int(column.max()) + 1) + column
        apart = np.unique(apart, return_inverse=True)[1].astype(np.int64)
    return apart


def _said_above(grid: Grid, start: int, rows: NDArray[np.intp], heads: Heads) -> NDArray[np.int64]:
    """Numbers what is said above each part: the heading of its section, and of the one that holds it."""
    found = np.zeros(len(rows), dtype=np.int64)
    blocks = _blocks(grid, start, rows, heads)
    labels = _labels_that_differ([texts for _, texts, _ in blocks])
    held = sum(len(texts) >= FEWEST for _, texts, _ in blocks) >= FEWEST
    numbers: dict[tuple[str, ...], int] = {}
    outer = ""
    for first, texts, is_section in blocks:
        told = [text for text in texts if _label(text) in labels]
        if not is_section and not told:
            continue
        if held and len(texts) >= FEWEST:
            outer = "\n".join(texts[:-1])
        number = numbers.setdefault((outer, texts[-1]), len(numbers) + 1)
        found[first:] = number
    return found


def _blocks(
    grid: Grid, start: int, rows: NDArray[np.intp], heads: Heads
) -> list[tuple[int, list[str], bool]]:
    """(its first part, what is said above it, whether that has the heading of a section) of each block."""
    sections = frozenset(heads.sections)
    above = sorted([*heads.sections, *heads.notes])[:MOST_BLOCKS]
    parts_before = np.searchsorted(rows, above).tolist()
    found = []
    for first, pairs in groupby(zip(parts_before, above, strict=True), key=lambda pair: pair[0]):
        places = [row for _, row in pairs]
        texts = {row: _text(grid.row(start + row)) for row in places}
        told = [row for row in places if texts[row] and not _is_page(texts[row])]
        if told and first < len(rows):
            is_section = told[-1] in sections
            found.append((first, [texts[row] for row in told], is_section))
    return found


def _text(row: Sequence[Value]) -> str:
    """What a row of one text, or of a label and its value, says; else nothing."""
    cells = [shown(value).strip().casefold() for value in row if value is not None]
    is_label = len(cells) == LABEL_CELLS and cells[0].endswith((":", "："))
    return "\t".join(cells) if len(cells) == 1 or is_label else ""


def _label(text: str) -> str:
    return text.partition("\t")[0] if "\t" in text else ""


def _labels_that_differ(said: Sequence[Sequence[str]]) -> frozenset[str]:
    """Labels that stand above several blocks, not always with the same value."""
    values: dict[str, set[str]] = {}
    for text in (text for texts in said for text in texts if "\t" in text):
        values.setdefault(_label(text), set()).add(text)
    return frozenset(label for label, told in values.items() if len(told) >= FEWEST)


def _is_page(text: str) -> bool:
    """ "Page 2 of 3": a list goes on there, and nothing of it is needed for something else."""
    is_numbered = len(text) <= LONGEST_PAGE and any(map(str.isdigit, text))
    return is_numbered and names_any(text, "page_number")


def _carried(
    grid: Grid, table: Table, places: NDArray[np.intp], fields: Mapping[str, int]
) -> list[NDArray[np.int64]]:
    """Per column left of the names that is filled once above each block, what stands there last of each
    part: the assembly or the person, printed like a heading beside the first row."""
    naming = [fields[name] for name in IDENTITY if name in fields]
    found = []
    for n in range(min(naming, default=0)):
        if n in fields.values() or n >= len(table.headings) or not table.headings[n]:
            continue
        cells = grid.columns[n].take(places)
        filled = cells.filled
        if not filled[0] or filled.all() or len(set(cells.values) - {None}) < FEWEST:
            continue
        if cells.is_text[filled].all():
            last = np.maximum.accumulate(np.where(filled, np.arange(len(places)), 0))
            found.append(cells.codes[last].astype(np.int64))
    return found
