"""``python -m tests.benchmarks.licence [ROWS]``: what judging and explaining cost.

CPU seconds, the best of three runs, on a made list: the goods of the licence exam as some thousand
materials, each with an origin, a place of dispatch, a value share, a supplier and an end use; the
rows repeat them, as plants and dates do. Baseline: pandas telling apart the distinct rows of the same
columns, the least that any judging needs. Issue 4 asks for
all controls over 1,000,000 rows in at most 3 s, and for one part explained in at most 5 ms.
"""

import csv
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app import pipeline
from desktop_app.assessment.licence import assess_licences
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.model.spread import Spread

EXAM = Path(__file__).parents[1] / "end_to_end" / "licence_exam.csv"
ON = date(2026, 11, 25)
RUNS = 3
COUNTRIES = ("CN", "CN", "CN", "DE", "JP", "KR", None)
USES = (None, None, None, "pump", "humanitarian", "Bundeswehr")
SHARES = (None, None, None, None, 0.05, 0.1, 12.0)
MATERIALS = 3_000
"""Different combinations of thing, places, share and use that the rows repeat."""


class List:
    """Goods recognised once, spread over many rows."""

    def __init__(self, rows: int, library: pipeline.Library) -> None:
        with EXAM.open(encoding="utf-8", newline="") as stream:
            goods = sorted({row["description"] for row in csv.DictReader(stream)})
        rng = np.random.default_rng(1)

        def drawn(values: Any) -> np.ndarray[Any, Any]:
            return np.array(values, dtype=object)[rng.integers(0, len(values), MATERIALS)]

        of = rng.integers(0, MATERIALS, rows)
        materials = {
            "description": np.array(goods, dtype=object)[np.arange(MATERIALS) % len(goods)],
            "country_of_origin": drawn(COUNTRIES),
            "ships_from": drawn(COUNTRIES),
            "supplier": drawn([f"Supplier {n}" for n in range(900)]),
            "end_use": drawn(USES),
            "cn_value_share": drawn(SHARES).astype(float),
        }
        columns = {name: values[of] for name, values in materials.items()}
        self.parts = PartTable(part_frame(columns, rows))
        self.matches, self.origins = _recognised(self.parts, library)
        self.library, self.inquiry = library, Inquiry(ON)

    def judged(self) -> Spread[Any]:
        return assess_licences(
            self.parts, self.matches, self.origins, self.inquiry, self.library.edition
        )

    def told_apart(self) -> None:
        """The baseline."""
        frame = self.parts.frame[
            ["description", "country_of_origin", "ships_from", "supplier", "end_use"]
        ].assign(share=self.parts.frame["cn_value_share"])
        frame.groupby(list(frame.columns), dropna=False, sort=False).ngroup()


def _recognised(parts: PartTable, library: pipeline.Library) -> tuple[Any, Any]:
    from desktop_app.matching.match import match_parts
    from desktop_app.matching.origin import find_origins

    matches = match_parts(parts, library.knowledge, ON)
    return matches, find_origins(parts, matches, library.knowledge)


def cpu(work: Callable[[], object], runs: int = RUNS) -> float:
    """CPU seconds of the best of some runs."""
    spent: list[float] = []
    for _ in range(runs):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def explained(library: pipeline.Library) -> tuple[float, int]:
    """CPU seconds for the note on one part, the slowest of those of the exam, and their number."""
    with EXAM.open(encoding="utf-8", newline="") as stream:
        lines = list(dict.fromkeys(row["description"] for row in csv.DictReader(stream)))
    slowest = 0.0
    for start in range(0, len(lines), 20):
        found = pipeline.assess(
            pipeline.read_typed(lines[start : start + 20]), Inquiry(ON), library
        )
        for part in range(len(found.parts)):
            slowest = max(slowest, cpu(lambda f=found, p=part: pipeline.explain(f, p)))  # type: ignore[misc]
    return slowest, len(lines)


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else 1_000_000
    library = pipeline.load_library()
    made = List(rows, library)
    ours, theirs = cpu(made.judged), cpu(made.told_apart)
    kinds = len(made.judged().kinds)
    sys.stdout.write(
        f"{rows} rows judged {ours:6.2f} s CPU = {ours / theirs:5.2f} x pandas telling the rows apart "
        f"({theirs:.2f} s CPU); {kinds} distinct cases\n"
    )
    slowest, parts = explained(library)
    sys.stdout.write(f"one part explained, slowest of {parts}: {slowest * 1000:.2f} ms CPU\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
