"""Reads many composed lists back and names the defects that undo them: ``python -m tests.intake.composed_battery
FIRST COUNT``. The result is kept beside it, with date and commit.

A list that is not read right is composed again without one defect after the other, as long as it stays so:
what is left is what undoes it.
"""

import csv
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.intake.composed_check import compared
from tests.workbooks.composed_lists import compose

RESULTS = Path(__file__).with_name("composed_results.csv")
Outcome = tuple[str, str, tuple[str, ...], str]
"""Seed, ``right``, ``asked`` or ``wrong``, the defects that undo it, and the first thing that is so."""


def outcome(seed: str) -> Outcome:
    """What becomes of one list."""
    made = compose(seed)
    wrong, missing = compared(made)
    if not wrong and not missing:
        return seed, "right", (), ""
    kind, said = ("wrong", wrong) if wrong else ("asked", missing)
    culprits = _smallest(seed, made.defects, is_wrong=bool(wrong))
    return seed, kind, culprits, f"{made.language} {made.container} {len(said)}: {said[0]}"


def _smallest(seed: str, defects: Sequence[str], *, is_wrong: bool) -> tuple[str, ...]:
    without: set[str] = set()
    for name in defects:
        made = compose(seed, {*without, name})
        wrong, missing = compared(made)
        if wrong if is_wrong else (wrong or missing):
            without.add(name)
    return tuple(name for name in defects if name not in without)


def main(arguments: Sequence[str]) -> int:
    """Composes lists ``FIRST-0`` to ``FIRST-COUNT`` and notes how many were read right."""
    first, count = arguments[0], int(arguments[1])
    outcomes = [outcome(f"{first}-{n}") for n in range(count)]
    kinds = Counter(kind for _, kind, _, _ in outcomes)
    causes: Counter[tuple[str, str]] = Counter()
    for seed, kind, culprits, said in sorted(outcomes, key=lambda one: (one[1], one[2])):
        if kind != "right":
            causes[kind, "+".join(culprits) or "plain"] += 1
            sys.stdout.write(f"{kind} {seed} {'+'.join(culprits)} | {said}\n")
    note = "; ".join(f"{kind} {cause} {n}" for (kind, cause), n in causes.most_common(12))
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        capture_output=True, text=True, check=False, cwd=RESULTS.parent,
    ).stdout.strip()  # fmt: skip
    day, is_new = datetime.now(UTC).date().isoformat(), not RESULTS.exists()
    with RESULTS.open("a", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        if is_new:
            table.writerow(
                ("date", "commit", "first", "count", "right", "asked", "wrong", "causes")
            )
        row = (day, commit, first, count, kinds["right"], kinds["asked"], kinds["wrong"], note)
        table.writerow(row)
    sys.stdout.write(f"{kinds['right']} right, {kinds['asked']} asked, {kinds['wrong']} wrong\n")
    return 1 if kinds["wrong"] else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
