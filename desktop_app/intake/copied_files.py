"""A file that was dropped twice, under another name or through a link: its parts are bought once.

The bills of two products may be of the same bytes too: there another list of the drop names both products, and
the names of the files say which bill is whose.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from desktop_app.intake.goes_into import key_of_product, named_in
from desktop_app.intake.leaving import Leaving, without_rows
from desktop_app.model.findings import Issue, msg
from desktop_app.model.reading import Reading

_COPIED = msg("of a copied file")


def without_copied_files(reading: Reading) -> Reading:
    """The reading without the parts of files whose bytes another one has; the same one where there are none."""
    copies = dict(_copies(reading))
    if not copies or not len(reading.parts):
        return reading
    files = reading.parts.frame["file"].to_numpy()
    tables = reading.parts.frame["table"].to_numpy()
    leaving: Leaving = {
        int(table): [(np.flatnonzero(tables == table), _COPIED)]
        for number in copies
        for table in np.unique(tables[files == number])
    }
    names = reading.parts.file_names
    issues = {
        number: [
            Issue(
                "W_COPIED_FILE",
                "note",
                msg("This file and {file} are the same: it was counted once.", file=names[first]),
            )
        ]
        for number, first in copies.items()
    }
    return without_rows(reading.files, reading.parts, leaving, issues)


def _copies(reading: Reading) -> Iterator[tuple[int, int]]:
    """Index of a file with that of the first of the same bytes."""
    same: dict[str, list[int]] = {}
    for number, file in enumerate(reading.files):
        if file.outcome == "read" and file.sha256:
            same.setdefault(file.sha256, []).append(number)
    for numbers in same.values():
        first: dict[str | None, int] = {}
        for number, product in zip(numbers, _products(reading, numbers), strict=True):
            if first.setdefault(product, number) != number:
                yield number, first[product]


def _products(reading: Reading, numbers: list[int]) -> list[str | None]:
    """Whose bill each of several files of the same bytes is; None of each where one does not say."""
    if len(numbers) == 1:
        return [None]
    frame = reading.parts.frame
    others = frame[~frame["file"].isin(numbers)]
    named = (others[name].dropna().unique() for name in ("part_number", "description"))
    keys = {key_of_product(text) for texts in named for text in texts} - {""}
    found = [named_in(Path(reading.files[n].path).stem, keys) for n in numbers]
    return [None] * len(numbers) if None in found else found
