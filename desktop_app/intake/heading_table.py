"""The known headings as they lie in ``resources/headings``, one file a language."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from desktop_app.intake.heading_patterns import FOOTNOTE
from desktop_app.intake.heading_text import normalise
from desktop_app.intake.heading_words import without_accents
from desktop_app.intake.kept_words import kept
from desktop_app.paths import shipped

SHORTEST_SIMILAR = 6
"""Characters of a heading in which a slip of the pen is looked for. Own judgement."""
Entries: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""Comparable heading to the fields and languages for which it stands."""
KnownHeadings: TypeAlias = tuple[Entries, Entries, Entries]
"""Headings as they are; and written without blanks and without accents, where that is another way."""


def entries_of(files: Iterable[Path]) -> Entries:
    """The headings of files, one file a language."""
    entries: dict[str, dict[tuple[str, str], None]] = {}
    for path in files:
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                both = (row["heading"], FOOTNOTE.sub(" ", row["heading"]))
                for heading in dict.fromkeys(both):  # two times the same for nearly all
                    if key := normalise(heading):
                        entries.setdefault(key, {})[row["field"], path.stem] = None
    # Most stand for the same few things: said once, they are kept and read back quickly.
    known: dict[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] = {}
    told = {key: tuple(value) for key, value in entries.items()}
    return {key: known.setdefault(value, value) for key, value in told.items()}


@kept("headings")
def known_headings() -> KnownHeadings:
    """The headings shipped in ``resources/headings``."""
    entries = entries_of(sorted(shipped("resources", "headings").glob("*.csv")))
    joined = _otherwise(entries, lambda key: key.replace(" ", ""))
    return entries, joined, _otherwise(entries, without_accents)


def _otherwise(entries: Entries, write: Callable[[str], str]) -> Entries:
    """Of several that are then written alike the last holds, also where it is one that stays as it is."""
    found: dict[str, Sequence[tuple[str, str]]] = {}
    for key, value in entries.items():
        written = write(key)
        if written != key or written in found:
            found[written] = value
    return found


def by_first_letter(entries: Entries) -> Mapping[str, Sequence[str]]:
    """First letter to the headings that are long enough to be told by their letters."""
    found: dict[str, list[str]] = {}
    for key in entries:
        if len(key) >= SHORTEST_SIMILAR:
            found.setdefault(key[0], []).append(key)
    return found
