"""The day on which stock was counted, where a heading says it: "Stock as of 31.10.2026"."""

import re
from datetime import date

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.dates import date_of, day_first

_DAY = re.compile(
    r"(?<!\d)(20\d\d([./-])\d{1,2}\2\d{1,2}|\d{1,2}([./-])\d{1,2}\3(?:20)?\d\d"
    r"|\d{1,2}\.? [^\W\d_]{3,9}\.? 20\d\d|20\d\d年\d{1,2}月\d{1,2}日)(?!\d)"
)
MOST_JOINTS = 2
"""Words between what was counted and the day, as in *as of* and *per*."""


def day_in(heading: str) -> date | None:
    """The one day of a heading; None where there is none, or day and month could be exchanged."""
    found = _DAY.search(heading)
    return None if found is None else date_of(found[1], day_first([found[1]]))


def counted_on(heading: str, rows: int) -> dict[str, NDArray[np.object_]]:
    """The fact of every row under a heading of stock that names its day; nothing where it names none."""
    day = day_in(heading)
    return {} if day is None else {"stock_date": np.full(rows, day, dtype=object)}


def without_day(heading: str) -> tuple[str, ...]:
    """What a heading says beside its day, then the same without its last words; empty without a day."""
    if _DAY.search(heading) is None:
        return ()
    words = _DAY.sub(" ", heading).strip(" \t\n()[]:,;-–").split()
    return tuple(
        " ".join(words[: len(words) - n]) for n in range(MOST_JOINTS + 1) if n < len(words)
    )
