"""Files of one drop that number their parts in a column which only the others tell to be one.

A first look reads each file by itself. Where a list has no part numbers, or none that another list has, and
one of its columns holds numbers which others have, the file is read once more knowing these.
"""

from collections import Counter
from collections.abc import Callable, Set
from dataclasses import replace

import numpy as np

from desktop_app.intake.grid import grids_of, shown
from desktop_app.intake.known_numbers import OF_ITS_OWN, front_of, key_of, labelled
from desktop_app.intake.reader_pool import Answered
from desktop_app.intake.table_parts import TableParts
from desktop_app.intake.understanding import FileParts
from desktop_app.model.reading import Reading

MOST_BESIDE = 100_000
"""Numbers of lists that lie there already; comparing more takes longer than reading a small file."""
LONGEST = 20_000
"""Rows of a list whose numbers are compared with those of the others."""
FEW_ROWS = 60
"""Rows of a sheet that tell whether the file is worth another look."""
WORTH = 0.25
"""Share of known numbers in a column of them, titles and headings included. Own judgement."""
DOUBTED = 0.8
"""Belief below which places on a board may be part numbers after all: a person would be asked."""
MOST_CELLS = 400_000
"""Cells of the files that are kept for another look; what is larger numbers its parts plainly."""

Again = Callable[[Answered, frozenset[str]], FileParts]


class Kept:
    """What the readers said of small files, by number, until all files of the drop are read."""

    def __init__(self) -> None:
        self.answers: dict[int, Answered] = {}
        self._left = MOST_CELLS

    def keep(self, number: int, answered: Answered) -> None:
        """Keeps it while there is room, as it is before anybody counts its cells."""
        if answered.refused is not None:
            return
        sheets = answered.content.get("sheets", ())
        cells = sum(int(sheet["height"]) * len(sheet["columns"]) for sheet in sheets)
        if cells <= self._left:
            self._left -= cells
            self.answers[number] = _copied(answered)


def _copied(answered: Answered) -> Answered:
    """Making grids of what a reader said puts its count of filled cells right, each time anew."""
    sheets = [dict(sheet) for sheet in answered.content.get("sheets", ())]
    return replace(answered, content={**answered.content, "sheets": sheets})


def numbers_in(reading: Reading, besides: Set[str]) -> frozenset[str]:
    """The part numbers of a reading to compare, without those of some paths."""
    files = [at for at, file in enumerate(reading.files) if file.path not in besides]
    frame = reading.parts.frame
    texts = frame.loc[frame["file"].isin(files), "part_number"].dropna().unique()[:MOST_BESIDE]
    return frozenset(key for text in texts.tolist() if (key := key_of(text)))


def read_knowing_others(
    found: list[FileParts], kept: Kept, again: Again, beside: frozenset[str] = frozenset()
) -> None:
    """Reads those once more that number their parts as the others do, or as the lists ``beside`` them;
    in place."""
    if not beside and (len(found) < 2 or not any(file.tables for file in found)):
        return
    numbers = [[_numbers_of(table) for table in file.tables] for file in found]
    doubted = [_doubted_of(file, kept.answers.get(n)) for n, file in enumerate(found)]
    own = [frozenset[str]().union(*a, *b) for a, b in zip(numbers, doubted, strict=True)]
    # Versions of one list have their numbers from one another, and are one witness.
    alike: dict[tuple[str, ...], set[str]] = {}
    for file, keys in zip(found, own, strict=True):
        alike.setdefault(_headings_of(file), set()).update(keys)
    times = Counter(key for keys in (*alike.values(), beside) for key in keys)
    for number, answered in kept.answers.items():
        others = times.keys() - {key for key in own[number] if times[key] == 1}
        mine = numbers[number]
        is_plain = bool(mine) and all(_are_of(keys, others) for keys in mine)
        if not others or is_plain or not _has_known(answered, others):
            continue
        known = frozenset(others)
        anew = again(_copied(answered), known)
        if _known_rows(anew, known) > _known_rows(found[number], known):
            found[number] = anew


def _headings_of(file: FileParts) -> tuple[str, ...]:
    return tuple(c.header for table in file.tables for c in table.found.columns)


def _numbers_of(table: TableParts) -> frozenset[str]:
    texts = table.facts.get("part_number", ())[:LONGEST]
    return frozenset(key for text in {*texts} if (key := key_of(text)))


def _doubted_of(file: FileParts, answered: Answered | None) -> list[frozenset[str]]:
    """What a heading called part numbers and the cells look like places on a board, one to a cell."""
    columns = [
        (table.sheet, column.index, table.found)
        for table in file.tables
        if "part_number" not in table.facts and table.turned is None
        for column in table.found.columns
        if column.field == "reference_designator" and column.confidence < DOUBTED
    ]
    if not columns or answered is None:
        return []
    grids = {grid.name: grid for grid in grids_of(_copied(answered).content)}
    found = []
    for sheet, index, table in columns:
        grid = grids[sheet]
        rows = slice(table.first_row - grid.first_row, table.last_row - grid.first_row + 1)
        cells = grid.columns[index - grid.first_column]
        texts = {shown(cells.values[code]) for code in np.unique(cells.codes[rows][:LONGEST])}
        found.append(frozenset(key for text in texts if (key := key_of(text))))
    return found


def _are_of(keys: frozenset[str], others: Set[str]) -> bool:
    return bool(keys) and len(keys & others) >= OF_ITS_OWN * len(keys)


def _known_rows(file: FileParts, others: frozenset[str]) -> int:
    return sum(len(_numbers_of(table) & others) for table in file.tables)


def _has_known(answered: Answered, others: Set[str]) -> bool:
    """Whether a column near the top of a sheet holds known numbers, alone or before a name."""
    for grid in grids_of(_copied(answered).content):
        for column in grid.columns:
            texts = {shown(column.values[c]).strip() for c in np.unique(column.codes[:FEW_ROWS])}
            texts -= {""}
            known = sum(key_of(t) in others or front_of(t, others) is not None for t in texts)
            if known and known >= WORTH * len(texts):
                return True
            if any(key_of(labelled(text)[1]) in others for text in texts):
                return True
    return False
