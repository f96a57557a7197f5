"""The known headings as they lie in ``resources/headings``, one file a language."""

import csv
from collections.abc import Iterable
from pathlib import Path

from desktop_app.intake.heading_patterns import FOOTNOTE
from desktop_app.intake.heading_text import normalise


def entries_of(files: Iterable[Path]) -> dict[str, list[tuple[str, str]]]:
    """Each heading with the fields and languages for which it stands."""
    entries: dict[str, list[tuple[str, str]]] = {}
    for path in files:
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                both = (row["heading"], FOOTNOTE.sub(" ", row["heading"]))
                for heading in dict.fromkeys(both):  # two times the same for nearly all
                    key = normalise(heading)
                    if key and (row["field"], path.stem) not in entries.setdefault(key, []):
                        entries[key].append((row["field"], path.stem))
    return entries
