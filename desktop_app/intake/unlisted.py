"""Parts that no list of what is bought names: a magnet of which only needs, orders or stock speak.

A company's list of stock holds thousands of materials that the bill beside it does not use, so what cannot
be recognised as anything listed is left out and counted. What may need a licence is a part all the same:
one of a material, of which all such lists say what they know.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.same_part import normal_number
from desktop_app.model.parts import PartTable, rows_kept

Rows = NDArray[np.intp]
Concerns = Callable[[PartTable], NDArray[np.bool_]]
"""Which of some parts may hold something that is listed."""


def unlisted(parts: PartTable, left: Sequence[Rows], concerns: Concerns | None) -> Rows:
    """One row of each material that may be listed, of rows that no list of parts names. ``left``: such
    rows by list, in the order in which the lists are asked."""
    rows = np.concatenate([np.empty(0, dtype=np.intp), *left])
    if concerns is None or not len(rows):
        return rows[:0]
    frame = parts.frame.iloc[rows]
    number = frame["part_number"].where(frame["part_number"].notna(), frame["mpn"])
    known = pd.DataFrame({"row": rows, "number": number.map(normal_number).to_numpy()})
    known = known[known["number"].notna()]
    is_told = np.zeros(len(parts), dtype=np.bool_)
    is_told[known["row"]] = True
    few = PartTable(rows_kept(parts.frame, is_told))
    may_be = np.zeros(len(parts), dtype=np.bool_)
    may_be[np.flatnonzero(is_told)] = concerns(few)
    found = known[may_be[known["row"].to_numpy()]].drop_duplicates("number")
    return np.sort(found["row"].to_numpy(np.intp))
