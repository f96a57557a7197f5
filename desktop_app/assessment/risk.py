"""The two probabilities of a line stop, and the days it would last; equations on plain arrays.

Both are monotone in every input, so the ends of the interval are the formula at the ends: exact,
without sampling. Only the refusal rate can work either way, so both of its ends are tried.
"""

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.stock import Ends
from desktop_app.assessment.waiting import Numbers, Waiting
from desktop_app.model.verdict import Interval

BANDS = ("low", "watch", "high", "act")


def stop_without_licence(
    refusal: Numbers,
    cover: Numbers,
    rest: Numbers,
    alternative: float,
    licence: Waiting,
    *,
    waited: Numbers | float = 0.0,
) -> Numbers:
    """Probability that stock ends before relief, given that the duty applies.

    Granted: the licence, its papers and the delivery (``rest``) outlast the cover. Refused: only a
    second source relieves, after ``alternative`` days; whoever holds more stock does not stop.
    ``waited``: days since the exporter filed.
    """
    late = licence.longer_than(cover - rest, waited)
    return refusal * (alternative > cover) + (1 - refusal) * late


def licence_risk(
    applies: Ends,
    refusal: Ends,
    cover: Ends,
    rest: Ends,
    *,
    alternative: Interval,
    licence: Waiting,
    waited: Numbers | float = 0.0,
) -> tuple[Ends, Ends]:
    """Licence risk and expected days of standstill; both are applicability times what follows where
    the duty applies: as :func:`stop_without_licence`, with days in place of probabilities.
    """
    risk, days = np.empty_like(applies), np.empty_like(applies)
    for end in range(3):
        left = cover[2 - end] - rest[end]
        beyond = alternative[end] - cover[2 - end]
        risk[end] = applies[end] * _either(
            refusal, end, refused=beyond > 0, granted=licence.longer_than(left, waited)
        )
        days[end] = applies[end] * _either(
            refusal, end, refused=np.maximum(0.0, beyond), granted=licence.beyond(left, waited)
        )
    return risk, days


def _either(
    refusal: Ends, end: int, *, refused: Numbers | NDArray[np.bool_], granted: Numbers
) -> Numbers:
    """What is to be expected of both answers; the low and the high end try both refusal rates."""
    if end == 1:
        best: Numbers = refusal[1] * refused + (1 - refusal[1]) * granted
        return best
    choose = np.minimum if end == 0 else np.maximum
    found: Numbers = choose(
        refusal[0] * refused + (1 - refusal[0]) * granted,
        refusal[2] * refused + (1 - refusal[2]) * granted,
    )
    return found


def shortage_risk(
    disruption: Ends, cover: Ends, alternative: Interval, lasting: Waiting
) -> tuple[Ends, Ends]:
    """Probability that a disruption outlasts the cover, and expected days of standstill.

    Relief comes when the disruption ends or a second source delivers, whichever is first.
    """
    risk, days = np.empty_like(disruption), np.empty_like(disruption)
    for end in range(3):
        against, other = cover[2 - end], alternative[end]
        until = lasting.beyond(np.array([other]))[0]
        risk[end] = disruption[end] * lasting.longer_than(against) * (other > against)
        days[end] = disruption[end] * np.maximum(0.0, lasting.beyond(against) - until)
    return risk, days


def bands(risk: Numbers, edges: Interval) -> NDArray[np.object_]:
    """The band of each best value, None where there is none; a value on an edge takes the worse."""
    names = np.array([*BANDS, None], dtype=object)
    return names[np.where(np.isnan(risk), len(BANDS), band_codes(risk, edges))]


def band_codes(risk: Numbers, edges: Interval) -> NDArray[np.intp]:
    """The place in ``BANDS`` of each best value that is known."""
    return np.searchsorted(np.array(edges), risk, side="right")
