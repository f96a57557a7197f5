"""The day of a declaration that stands in a column of its own.

A report counts only with its date, wherever the list gives it. The day goes with the text of the
declaration, on a line of its own, so that it travels, is joined and is lent with it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Value, is_error, shown
from desktop_app.model.uses import with_beside


def dated(declarations: Sequence[str | None], days: Sequence[str | None]) -> NDArray[np.object_]:
    """Each declaration with its day behind it, joined once per distinct pair. A day beside no
    declaration says nothing."""
    known: dict[tuple[str | None, str | None], str | None] = {}
    found = np.empty(len(declarations), dtype=object)
    for at, pair in enumerate(zip(declarations, days, strict=True)):
        if pair not in known:
            text, day = pair
            known[pair] = with_beside(text, [day]) if text and day else text
        found[at] = known[pair]
    return found


def day_as_found(value: Value) -> str | None:
    """A day as it stands in its cell; which of two readings it has is decided where it is used."""
    if value is None or is_error(value):
        return None
    return " ".join(shown(value).split()) or None
