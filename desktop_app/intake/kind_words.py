"""The words of lists by kind, as ``resources/planning_words.csv`` has them: what lines, columns and titles
of planning lists, bills, offers and firms are called.

Read strictly: a kind that nobody knows, a word that is empty or said twice, and a row without a source
are errors of the program, and say where they stand.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desktop_app.paths import shipped

COLUMNS = ["kind", "words", "source"]


class WordTableError(ValueError):
    """What is wrong in the table, with file and line."""


@cache
def kind_words() -> Mapping[str, tuple[str, ...]]:
    """The words of each kind, as they are spelled, in the order of the file."""
    return read_kind_words(shipped("resources", "planning_words.csv"))


@cache
def period_words() -> Mapping[str, tuple[str, ...]]:
    """The words of periods and of spans of time by kind, as ``resources/period_words.csv`` has them."""
    return read_kind_words(shipped("resources", "period_words.csv"))


def words_of_kind(kind: str) -> tuple[str, ...]:
    """The words of one kind. Raises WordTableError for a kind that the table does not have."""
    found = kind_words().get(kind)
    if found is None:
        raise WordTableError(f"planning_words.csv has no words of the kind “{kind}”.")
    return found


def read_kind_words(path: Path) -> dict[str, tuple[str, ...]]:
    """The table of a file; a kind may have several rows. Raises WordTableError."""
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        if next(rows, None) != COLUMNS:
            raise WordTableError(f"{path.name} line 1: its columns must be {', '.join(COLUMNS)}.")
        for row in rows:
            where = f"{path.name} line {rows.line_num}"
            if len(row) != len(COLUMNS):
                raise WordTableError(
                    f"{where}: {len(row)} cells where there must be {len(COLUMNS)}."
                )
            kind, words, source = (cell.strip() for cell in row)
            if not kind or not source:
                raise WordTableError(f"{where}: kind or source is missing.")
            own = found.setdefault(kind, [])
            known = {word.lower() for word in own}
            for word in (text.strip() for text in words.split(";")):
                if not word:
                    raise WordTableError(f"{where}: an empty word.")
                if word.lower() in known:
                    raise WordTableError(f"{where}: “{word}” stands there twice.")
                known.add(word.lower())
                own.append(word)
    return {kind: tuple(words) for kind, words in found.items()}
