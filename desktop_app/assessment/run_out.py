"""The days on which stock runs out, counted from the day that is asked about."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.kept import kept
from desktop_app.assessment.stock import Ends
from desktop_app.model.parts import PartTable

LAST_DAY = date.max.toordinal()
COLUMNS = ("run_out_early", "run_out", "run_out_late", "run_out_working")
FRIDAY = 4


@dataclass(frozen=True, slots=True, eq=False)
class Lasting:
    """Distinct whole ``days`` that stock lasts, rising, and the place among them of each part's low,
    best and high cover; the place after the last where nothing is known.

    ``longest``: the most that the high cover of any part comes to, in days.
    """

    days: tuple[int, ...]
    place: NDArray[np.int32]
    longest: float


def run_out_dates(parts: PartTable, cover: Ends, on: date) -> dict[str, NDArray[Any]]:
    """The last day on which stock lasts, by the low, best and high cover; None where unknown.

    ``run_out_working`` is the last Monday to Friday on or before the best of them; holidays of the
    plant are not known. ``cover``: one column per part.

    Days are counted from ``on``; what lasts beyond the calendar has no date. Each distinct day is
    made once: a long list runs out on few days, and another question counts the same ones anew.
    """
    lasting, first = kept(_lasting, parts, cover), on.toordinal()
    calendar = np.full(len(lasting.days) + 1, None, dtype=object)
    working = calendar.copy()
    within = [first + day for day in lasting.days if first + day <= LAST_DAY]
    calendar[: len(within)] = [date.fromordinal(day) for day in within]
    working[: len(within)] = [date.fromordinal(_working(day)) for day in within]
    dates = [calendar[end] for end in lasting.place]
    dates.append(working[lasting.place[1]])
    if lasting.longest > LAST_DAY - first:
        beyond = cover[2] > LAST_DAY - first
        for column in dates:
            column[beyond] = None
    return dict(zip(COLUMNS, dates, strict=True))


def _lasting(parts: PartTable, cover: Ends) -> Lasting:
    known = np.flatnonzero(cover[2] <= LAST_DAY)
    whole = np.floor(cover[:, known]).astype(np.int64)
    days, places = _distinct(whole)
    place = np.full((3, len(parts)), len(days), dtype=np.int32)
    place[:, known] = places
    longest = float(np.max(cover[2], initial=0.0, where=np.isfinite(cover[2])))
    return Lasting(tuple(days.tolist()), place, longest)


def _distinct(whole: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Distinct days, rising, and the place of each among them. Counted off where days are few beside
    parts, as on any long list; a short one may last for thousands of years."""
    longest = int(whole.max(initial=0))
    if longest > whole.size:
        days, places = np.unique(whole, return_inverse=True)
        return days.astype(np.intp), places.reshape(whole.shape)
    seen = np.zeros(longest + 1, dtype=np.bool_)
    seen[whole] = True
    found: NDArray[np.intp] = np.cumsum(seen)[whole] - 1
    return np.flatnonzero(seen), found


def _working(day: int) -> int:
    """The same day, else the Friday before it, as days of the calendar; its first is a Monday."""
    return day - max(0, (day - 1) % 7 - FRIDAY)
