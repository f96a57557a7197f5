"""A file that was dropped twice, under another name or through a link: its parts are bought once."""

from collections.abc import Iterator

import numpy as np

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
    first: dict[str, int] = {}
    for number, file in enumerate(reading.files):
        if file.outcome == "read" and file.sha256:
            other = first.setdefault(file.sha256, number)
            if other != number:
                yield number, other
