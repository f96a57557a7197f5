"""The parts whose fate is drawn, as arrays, and what they share: a control, a supplier, a material."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.replenishment import Replenishment
from desktop_app.assessment.stock import Ends, Numbers
from desktop_app.model.assessment import ShortageKind
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, merged

Codes = NDArray[np.intp]


class DrawnParts:
    """The parts that matter, as arrays over them; ``at`` are their part ids, rising."""

    def __init__(
        self,
        at: Codes,
        parts: PartTable,
        start: Replenishment,
        licences: Spread[Licence],
        shortage: Spread[ShortageKind],
        *,
        place: Numbers,
        likely: Numbers,
    ) -> None:
        self.at, self.place, self.likely = at, place, likely
        self.applies, self.refusal = start.applies[:, at], start.refusal[:, at]
        self.cover, self.lead = start.cover[:, at], start.lead[:, at]
        self.papers, self.waited = start.papers[at], start.waited[at]
        self.exposed = start.exposed[at]
        self.general, self.included = start.general[at], start.included[at]
        self.disruption = np.nan_to_num(_disruption(shortage, at))
        self.control = _groups(merged(licences, _first_control), at)
        self.material = _groups(merged(shortage, lambda kind: kind.weakest_element), at)
        self.supplier = _groups(parts.text("supplier"), at)
        self.needed = licences.array(lambda kind: kind.verdict == "needed", np.bool_)[at]


def parts_that_matter(
    start: Replenishment, numbers: pd.DataFrame, order: NDArray[np.int64], most: int
) -> Codes:
    """Ids, rising, of at ``most`` so many parts that have a risk, those first in ``order``."""
    risk = numbers["licence_risk"].to_numpy(dtype=np.float64)
    scarce = numbers["shortage_risk"].to_numpy(dtype=np.float64)
    matters = (start.exposed & (risk > 0)) | (np.nan_to_num(scarce) > 0)
    found: Codes = order[matters[order]][:most].astype(np.intp)
    return np.sort(found)


def places(order: NDArray[np.int64], at: Codes) -> Numbers:
    """The place of each chosen part among the chosen, in the order of the ranking."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return np.argsort(np.argsort(place[at], kind="stable"), kind="stable").astype(np.float64)


def _groups(names: Spread[Any], at: Codes) -> Codes:
    """Groups of the chosen parts, numbered without gaps, so that other parts change no draw."""
    _, found = np.unique(names.of[at], return_inverse=True)
    return found.astype(np.intp)


def _first_control(licence: Licence) -> str | None:
    return licence.controls[0].id if licence.controls else None


def _disruption(shortage: Spread[ShortageKind], at: Codes) -> Ends:
    none = (np.nan,) * 3
    found = np.array([kind.disruption or none for kind in shortage.kinds], dtype=np.float64)
    laid: Ends = found.reshape(-1, 3).T[:, shortage.of[at]]
    return laid
