"""What the cells of a column say as text, decided for each distinct value.

Numbers of parts are mostly all different: of a hundred thousand, only the few that may need it are
looked at by a function of their own.
"""

import re
from collections.abc import Sequence
from string import digits

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import saying_nothing
from desktop_app.intake.cells_read import Objects
from desktop_app.intake.grid import Value, is_error, shown
from desktop_app.intake.values import looks_converted


def text_of(value: Value) -> str | None:
    """What a cell says; None where it is empty or an error."""
    if type(value) is str and value[0] < "\ue000":
        return value
    return None if value is None or is_error(value) else shown(value)


def texts_of(values: Sequence[Value], *, are_names: bool) -> Objects:
    """What cells say, one object a value. N/A is nobody's name: taken for one, it would make one part of many."""
    found = np.empty(len(values), dtype=object)
    found[:] = [v if type(v) is str and v[0] < "\ue000" else text_of(v) for v in values]
    nothing = saying_nothing(found) if are_names else ()
    if nothing:
        found[:] = [None if text in nothing else text for text in found]
    if are_names and not "".join(filter(None, found)).isascii():
        found[:] = [text if text is None or text.isascii() else _seen(text) for text in found]
    return found


def _seen(name: str) -> str:
    """A name without the signs that nobody sees: by them two names would be of two parts."""
    return _UNSEEN.sub("", name) or name


_UNSEEN = re.compile(
    "[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<=[!-~])[\u200c\u200d]|[\u200c\u200d](?=[!-~])"
)
"""Marks of direction and blanks of no width. Joiners are spelling in Persian and Hindi, and nothing beside
a Latin letter or a digit."""


def are_converted(values: Sequence[Value]) -> NDArray[np.bool_]:
    """Which cells a spreadsheet took for a day or rounded."""
    # A text that begins with a Latin letter never is.
    are = [
        looks_converted(v) if type(v) is not str or v[0] in digits or v[0] > "\x7f" else False
        for v in values
    ]
    return np.array(are, np.bool_)
