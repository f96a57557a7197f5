"""``python -m tests.benchmarks.reckoning``: what the reckoning costs beside plain numpy and pandas.

CPU seconds, the best of three runs, made lists of parts. Baselines: numpy drawing as many even
numbers as one full set of draws holds, and pandas dividing stock by demand for the same rows.
Issue 6 asks for 100,000 parts with 4,000 draws of the 2,000 that matter in under 2 s, and for the
intervals of 1,000,000 parts in under 2 s.
"""

import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from desktop_app.assessment.actions import propose_actions
from desktop_app.assessment.clock import reckon
from desktop_app.assessment.draws import simulate
from desktop_app.assessment.replenishment import replenishment
from desktop_app.assessment.shortage import assess_shortage
from desktop_app.assessment.summary import rank, total
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.model.spread import Spread
from tests.assessment.by_hand import (
    NOT_COVERED,
    NOWHERE,
    ON,
    SCREW,
    asking,
    figures,
    magnet,
    makers,
    needed,
)

RUNS = 3
ONE_IN = 10
"""One part in ten hangs on a licence, as in a list of a maker of machines."""


class List:
    """A made list of parts with every figure the clock and the money use."""

    def __init__(self, rows: int) -> None:
        rng = np.random.default_rng(1)
        self.parts = PartTable(
            part_frame(
                {
                    "part_number": [f"P{row}" for row in range(rows)],
                    "stock_on_hand": rng.uniform(0, 300, rows),
                    "annual_quantity": rng.uniform(100, 9000, rows),
                    "lead_time_days": rng.integers(10, 90, rows).astype(float),
                    "margin_per_day": np.where(rng.random(rows) < 0.2, 1000.0, np.nan),
                    "annual_spend": rng.uniform(0, 1e5, rows),
                    "currency": ["EUR"] * rows,
                    "supplier": rng.integers(0, 300, rows).astype(str).tolist(),
                    "plant": rng.integers(0, 9, rows).astype(str).tolist(),
                },
                rows,
            )
        )
        kind = np.where(np.arange(rows) % ONE_IN == 0, np.arange(rows) // ONE_IN % 2, 2)
        of = kind.astype(np.int32)
        self.matches: Spread[Match] = Spread((magnet(), magnet("SmCo"), SCREW), of)
        self.licences: Spread[Licence] = Spread((needed(), asking("origin"), NOT_COVERED), of)
        self.origins = Spread((NOWHERE,), np.zeros(rows, dtype=np.int32))
        self.inquiry = Inquiry(ON)

    def intervals(self) -> pd.DataFrame:
        shortage = assess_shortage(self.matches, self.origins, figures())
        return reckon(self.parts, self.matches, self.licences, shortage, figures(), self.inquiry)

    def everything(self) -> None:
        """Intervals, ranking, sums and draws."""
        shortage = assess_shortage(self.matches, self.origins, figures())
        numbers = self.intervals()
        order = rank(self.matches, self.licences, numbers)
        total(self.parts, self.licences, numbers)
        start = replenishment(self.parts, self.matches, self.licences, figures(), self.inquiry)
        found = simulate(
            self.parts, start, self.licences, shortage, numbers, order=order, figures=figures()
        )
        if len(found.part_ids) != figures().number("drawn_parts"):
            raise SystemExit("the list is too small for a full set of draws")

    def moves(self) -> None:
        propose_actions(
            self.parts, self.matches, self.origins, self.licences, self.numbers,
            figures=figures(), inquiry=self.inquiry, makers=makers(),
        )  # fmt: skip

    def prepare_moves(self) -> None:
        self.numbers = self.intervals()

    def plain(self) -> None:
        frame = self.parts.frame
        (frame["stock_on_hand"] / frame["annual_quantity"] * 365).round().sum()


def seconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(RUNS):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def show(name: str, ours: float, baseline: str, theirs: float) -> None:
    sys.stdout.write(
        f"{name:<44} {ours:6.2f} s CPU = {ours / theirs:7.1f} x {baseline} ({theirs:.3f} s)\n"
    )


def main() -> int:
    many, full = List(100_000), List(1_000_000)
    drawn = round(figures().number("drawn_futures")), round(figures().number("drawn_parts"))
    even = seconds(lambda: np.random.default_rng(1).random(drawn))
    show("100,000 parts, 4,000 draws of 2,000", seconds(many.everything), "drawing them", even)
    many.prepare_moves()
    show("moves of 100,000 parts", seconds(many.moves), "drawing them", even)
    show("intervals of 1,000,000 parts", seconds(full.intervals), "pandas", seconds(full.plain))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
