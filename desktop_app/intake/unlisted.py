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
SAYS_MORE = ("description", "supplier", "manufacturer", "mpn", "country_of_origin", "material",
             "magnet_grade")  # fmt: skip
"""Facts by which a row of such a list tells what the part is."""
SOURCES = ("supplier", "country_of_origin")
Concerns = Callable[[PartTable], NDArray[np.bool_]]
"""Which of some parts may hold something that is listed."""


def unlisted(parts: PartTable, left: Sequence[Rows], concerns: Concerns | None) -> Rows:
    """One row of each material and source that may be listed, of rows that no list of parts names, by list
    (``left``). Which one hangs on what the rows say and not on the order of the lists."""
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
    found = known[may_be[known["row"].to_numpy()]]
    said = parts.frame.iloc[found["row"]]
    telling = [name for name in SAYS_MORE if said[name].notna().any()]
    found = found.assign(
        missing=said[telling].isna().sum(axis=1).to_numpy(),
        text=said[telling].fillna("").astype(str).agg(" ".join, axis=1).to_numpy(),
    )
    found = found.sort_values(["missing", "text", "row"])
    sources = said[[name for name in SOURCES if name in said]].loc[found["row"].to_numpy()]
    return np.sort(found["row"].to_numpy(np.intp)[_of_other_sources(found["number"], sources)])


def _of_other_sources(numbers: "pd.Series[str]", sources: pd.DataFrame) -> NDArray[np.bool_]:
    """The first row of each material, and those that contradict all before them in where it comes from: a
    magnet ordered in China and in Japan needs a licence for one of the two."""
    kept: dict[str, list[tuple[str | None, ...]]] = {}
    keeps = np.zeros(len(numbers), dtype=np.bool_)
    texts = sources.where(sources.notna(), None).to_numpy(dtype=object).tolist()
    for at, (number, cells) in enumerate(zip(numbers.tolist(), texts, strict=True)):
        own = tuple(None if cell is None else str(cell).strip().casefold() for cell in cells)
        others = kept.setdefault(number, [])
        if not any(
            all(a == b or None in (a, b) for a, b in zip(own, o, strict=True)) for o in others
        ):
            others.append(own)
            keeps[at] = True
    return keeps
