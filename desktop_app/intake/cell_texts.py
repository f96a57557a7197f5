"""What the cells of a column say as text, decided for each distinct value.

Numbers of parts are mostly all different: of a hundred thousand, only the few that may need it are
looked at by a function of their own.
"""

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
    return found


def are_converted(values: Sequence[Value]) -> NDArray[np.bool_]:
    """Which cells a spreadsheet took for a day or rounded."""
    # A text that begins with a Latin letter never is.
    are = [
        looks_converted(v) if type(v) is not str or v[0] in digits or v[0] > "\x7f" else False
        for v in values
    ]
    return np.array(are, np.bool_)
