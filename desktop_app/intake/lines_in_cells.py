"""A sheet whose only column holds whole lines of a text file: one was opened where another separator is
expected, and saved so. Runs in the reader child only."""

from collections import Counter
from itertools import islice
from typing import Any

from desktop_app.intake.raw_sheets import RawSheet

FEWEST_LINES = 2
LOOKED_AT = 200
"""Lines that show how they are cut."""


def cut_lines(sheet: RawSheet) -> None:
    """Cuts such lines into columns, and notes that it did. A column of texts that have commas is left
    alone: its heading has none."""
    lines = _only_texts(islice(sheet.rows, LOOKED_AT))
    filled = [line for line in lines or () if line]
    if len(filled) < FEWEST_LINES or sheet.merged:
        return
    # Hardly any sheet comes as far as this.
    from desktop_app.intake.text_tables import FEWEST_HIDDEN, MOSTLY, find_separator

    separator = find_separator("\n".join(line.replace("\n", " ") for line in filled))
    cut = [_cut(line, separator) for line in filled]
    width, times = Counter(map(len, cut)).most_common(1)[0]
    if width < FEWEST_HIDDEN or times < MOSTLY * len(cut) or len(cut[0]) != width:
        return
    whole = lines if len(filled) < LOOKED_AT else _only_texts(sheet.rows)
    if whole is not None:
        sheet.rows = [_cut(line, separator) for line in whole]
        sheet.notes.filled, sheet.are_lines_cut = None, True


def _only_texts(rows: Any) -> list[str] | None:
    """The text of each row, "" of an empty one; None where a row holds anything else, or more."""
    found: list[str] = []
    for row in rows:
        text, *others = row or [""]
        if not isinstance(text, str) or any(cell != "" for cell in others):
            return None
        found.append(text)
    return found


def _cut(line: str, separator: str) -> list[str]:
    import csv

    try:
        return next(csv.reader([line], delimiter=separator), [""])
    except csv.Error:
        return [line]
