"""``python -m tests.benchmarks.matching [ROWS]``: what recognising parts costs beside plain pandas.

CPU seconds, the best of five runs. The list is made: every fourth text is a new one, put together
from the labelled lines in eight languages and a size. The baseline is what a reader could do today:
300 words searched with pandas ``str.contains``, which tells far less. Issue 3 asks for 1 s for
100,000 rows with 25,000 different texts, and for 50 times the speed of the baseline.
"""

import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from desktop_app.matching.match import match_parts
from desktop_app.model.parts import PartTable, part_frame
from tests.matching.harness.lines import all_lines
from tests.matching.parts import shipped_knowledge

RUNS = 5
REPEATS = 4
WORDS = 300
SHARE_OF_BASELINE = 10
"""The baseline searches each word alike, so one word in ten is measured."""


def texts(distinct: int) -> list[str]:
    """Different texts: the labelled lines, each with a size or a number."""
    rng = np.random.default_rng(1)
    lines = [line.text for line in all_lines()]
    found: dict[str, None] = {}
    while len(found) < distinct:
        line, kind, first, second = rng.integers((0, 0, 2, 2), (len(lines), 3, 90, 900)).tolist()
        tail = (f"{first}x{second} mm", f"{first}{second}", f"rev {first} {second}")
        found[f"{lines[line]} {tail[kind]}"] = None
    return list(found)


def part_list(rows: int, *, numbered: bool) -> PartTable:
    """Rows whose texts repeat, in no order; with part numbers there are twice as many texts."""
    named = texts(rows // REPEATS)
    places = np.random.default_rng(2).permutation(np.arange(rows) % len(named)).tolist()
    columns = {"description": [named[place] for place in places]}
    if numbered:
        columns["mpn"] = [f"A{place:06d}-{place % 7}" for place in places]
    return PartTable(part_frame(columns, rows))


def seconds(work: Callable[[], object]) -> float:
    """The least CPU seconds of several runs."""
    spent = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def main(arguments: list[str]) -> int:
    """Measures and prints; judges nothing."""
    rows = int(arguments[0]) if arguments else 100_000
    knowledge = shipped_knowledge()
    parts = part_list(rows, numbered=False)
    start = time.process_time()
    match_parts(parts, knowledge)
    first = time.process_time() - start
    ours = seconds(lambda: match_parts(parts, knowledge))
    column = pd.Series(parts.frame["description"].tolist())
    words = sorted({term.text for term in knowledge.terms if term.text.isalpha()})
    searched = words[:: max(1, len(words) // WORDS)][:WORDS]
    measured = searched[::SHARE_OF_BASELINE]

    def search() -> None:
        for word in measured:
            column.str.contains(word, case=False, regex=True)

    theirs = seconds(search) * len(searched) / len(measured)
    parts = part_list(rows, numbered=True)
    numbered = seconds(lambda: match_parts(parts, knowledge))
    sys.stdout.write(
        f"{rows} rows, {rows // REPEATS} texts: {ours:.2f} s CPU, {first:.2f} s at first\n"
        f"with part numbers: {numbered:.2f} s CPU\n"
        f"{len(searched)} x str.contains: {theirs:.1f} s CPU = {theirs / ours:.0f} x\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
