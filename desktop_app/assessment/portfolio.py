"""The whole list at a glance: which product stops first through which part, and what moves change."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.risk import BANDS, band_codes
from desktop_app.model.assessment import Action, Potential, ProductStop
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Interval

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

MOST_MOVES = 10
SEGMENTS = ("non_critical", "leverage", "bottleneck", "strategic")
"""Neither, weighty, risky, both."""


def products(
    parts: PartTable, licences: Spread[Licence], numbers: pd.DataFrame
) -> tuple[ProductStop, ...]:
    """Per product the part through which it stops first, the earliest product first.

    Parts of one plant with the same margin a day are taken for parts of one product. Only parts
    that need a licence they do not have, or may need one, can stop it; parts without a margin are
    parts of no known product.
    """
    margin = parts.number("margin_per_day")
    may_stop = licences.array(
        lambda kind: kind.covered_by is None and kind.verdict in ("needed", "not_verified"),
        np.bool_,
    )
    rows = np.flatnonzero(may_stop & (margin >= 0))
    rows = rows[pd.notna(numbers["run_out"].to_numpy(dtype=object)[rows])]
    cover = numbers["cover_days"].to_numpy(dtype=np.float64)
    plants = parts.text("plant")
    first: dict[tuple[int, float], int] = {}
    for row in rows[np.argsort(cover[rows], kind="stable")].tolist():
        first.setdefault((int(plants.of[row]), float(margin[row])), row)
    return tuple(
        ProductStop(
            plant=plants.kinds[plant],
            margin_per_day=per_day,
            part_id=row,
            run_out=numbers["run_out"].iloc[row],
        )
        for (plant, per_day), row in first.items()
    )


def segments(
    numbers: pd.DataFrame, figures: "Figures", per_unit: NDArray[np.float64] | None = None
) -> NDArray[np.object_]:
    """Each part's field of the purchasing portfolio (Kraljic 1983); None where nothing was scored.

    Risky is a part whose chance to stop the line, by licence or material, reaches the cut; weighty
    are the parts that together hold the greater share of the money at risk, else of the spend.
    ``per_unit`` makes several currencies comparable, as in ``summary.rank``.
    """
    licence, scarce = (
        np.nan_to_num(numbers[name].to_numpy(dtype=np.float64))
        for name in ("licence_risk", "shortage_risk")
    )
    risky = 1 - (1 - licence) * (1 - scarce) >= figures.number("portfolio_risk")
    at_risk = numbers["value_at_risk"].to_numpy(dtype=np.float64)
    money = np.where(at_risk > 0, at_risk, numbers["annual_spend"].to_numpy(dtype=np.float64))
    if per_unit is not None:
        money = money * per_unit
    unscored = numbers["licence_risk"].isna().to_numpy()
    money = np.where(unscored, 0.0, np.nan_to_num(np.maximum(money, 0.0)))
    order = np.argsort(-money, kind="stable")
    before = np.cumsum(money[order]) - money[order]
    weighty = np.zeros(len(money), dtype=np.bool_)
    weighty[order] = (before < figures.number("portfolio_money") * money.sum()) & (money[order] > 0)
    found: NDArray[np.object_] = np.array(SEGMENTS, dtype=object)[2 * risky + weighty]
    found[unscored] = None
    return found


def potential(
    numbers: pd.DataFrame, actions: Spread[tuple[Action, ...]], edges: Interval
) -> Potential:
    """Licence risk by band today, and after the ten moves that take most risk away.

    Only moves whose effect was reckoned count, one a part; what an answer would change is not known
    before it is given.
    """
    risk = numbers["licence_risk"].to_numpy(dtype=np.float64)
    most = actions.array(
        lambda moves: max((move.removes or 0.0 for move in moves), default=0.0), np.float64
    )
    saved = np.minimum(most, np.nan_to_num(risk))
    saving = np.flatnonzero(saved > 0)
    moved = saving[np.argsort(-saved[saving], kind="stable")[:MOST_MOVES]]
    now, before = _counted(risk, edges), _counted(risk[moved], edges)
    after = _counted(risk[moved] - saved[moved], edges)
    then = {band: now[band] - before[band] + after[band] for band in BANDS}
    return Potential(now=now, then=then, part_ids=tuple(moved.tolist()))


def _counted(risk: NDArray[np.float64], edges: Interval) -> dict[str, int]:
    """Parts by band, the lowest first; parts that were not scored are in none."""
    codes = band_codes(risk[~np.isnan(risk)], edges)
    return dict(zip(BANDS, np.bincount(codes, minlength=len(BANDS)).tolist(), strict=True))
