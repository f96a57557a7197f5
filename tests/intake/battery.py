"""Runs the large batteries and notes the result: ``python -m tests.intake.battery NAME AMOUNT``.

Names: ``round_trip`` (lists written and read back), ``mutations`` (damaged files), ``hostile`` and ``odd``
(all files of ``tests.workbooks.hostile`` and of ``odd_files``, whatever the amount) and ``same_answer``
(every change that must leave the answer as it is, on so many lists; each difference is printed). One line goes to
``battery_results.csv`` beside this file: date, commit, battery, amount, seed, wrong, seconds, note.
"""

import csv
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.intake import odd_answers
from tests.intake.same_answer import Difference, all_changes
from tests.intake.test_hostile import wrong
from tests.intake.test_mutations import UNKNOWN, run
from tests.intake.test_round_trip import check
from tests.workbooks.all_lists import all_lists
from tests.workbooks.hostile import FILES
from tests.workbooks.odd_files import ODD
from tests.workbooks.random_list import Made, lists

RESULTS = Path(__file__).with_name("battery_results.csv")


def round_trip(amount: int, number: int) -> tuple[int, str]:
    """(lists that came back wrong, note)."""
    wrong: list[str] = []
    compared = 0

    @seed(number)
    @settings(
        max_examples=amount, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(made=lists())
    def read_back(made: Made) -> None:
        nonlocal compared
        try:
            compared += check(made)
        except AssertionError as failure:
            wrong.append(f"{made.container} {made.language}: {str(failure)[:2000]}")

    read_back()
    sys.stdout.writelines(f"{line}\n" for line in wrong[:20])
    return len(wrong), f"{compared} cells compared"


def mutations(amount: int, number: int) -> tuple[int, str]:
    """(uncontained failures, note): a crash of a library that became a coded problem is noted."""
    with tempfile.TemporaryDirectory() as folder:
        outcomes = run(Path(folder), amount, number)
    listed = ", ".join(f"{name} {count}" for name, count in outcomes.most_common())
    return outcomes["E_TIMEOUT"], f"{listed}; crashes contained {outcomes[UNKNOWN]}"


def hostile_files(_amount: int, _number: int) -> tuple[int, str]:
    """(files that ended otherwise than they may, note)."""
    with tempfile.TemporaryDirectory() as folder:
        found = wrong(FILES, Path(folder))
    sys.stdout.writelines(f"{line}\n" for line in found)
    return len(found), f"{len(FILES)} files"


def odd_files(_amount: int, _number: int) -> tuple[int, str]:
    """(files that ended otherwise than expected through the command line, note)."""
    with tempfile.TemporaryDirectory() as folder:
        found = odd_answers.wrong(ODD, Path(folder))
    sys.stdout.writelines(f"{line}\n" for line in found)
    return len(found), f"{len(ODD)} files"


def same_answer(amount: int, number: int) -> tuple[int, str]:
    """(changes that gave another answer, note). What may be asked after a change, and what a change
    says itself, counts too: the list is read by a person."""
    lists = list(all_lists())
    chosen = random.Random(number).sample(lists, min(amount, len(lists)))  # noqa: S311 - repeatable
    tried, found = 0, list[Difference]()
    for listed in chosen:
        count, different = all_changes(listed, number)
        tried += count
        found += different
    pairs: dict[tuple[str, str], set[str]] = {}
    for one in found:
        pairs.setdefault((one.change, one.listed), set()).add(one.kind)
    for (change, name), kinds in sorted(pairs.items()):
        sys.stdout.write(f"{change} | {name} | {', '.join(sorted(kinds))}\n")
    silent = sum(not kinds <= {"gone"} for kinds in pairs.values())
    return len(pairs), f"{tried} changes of {len(chosen)} lists; {silent} not only unknown"


BATTERIES = {"round_trip": round_trip, "mutations": mutations, "hostile": hostile_files,
             "odd": odd_files, "same_answer": same_answer}  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    name, amount = arguments[0], int(arguments[1])
    number = int(arguments[2]) if len(arguments) > 2 else int(time.time())
    started = time.perf_counter()
    wrong, note = BATTERIES[name](amount, number)
    seconds = round(time.perf_counter() - started, 1)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        capture_output=True, text=True, check=False, cwd=RESULTS.parent,
    ).stdout.strip()  # fmt: skip
    day = datetime.now(UTC).date().isoformat()
    is_new = not RESULTS.exists()
    with RESULTS.open("a", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        if is_new:
            table.writerow(
                ("date", "commit", "battery", "amount", "seed", "wrong", "seconds", "note")
            )
        table.writerow((day, commit, name, amount, number, wrong, seconds, note))
    sys.stdout.write(f"{name}: {amount} tried, {wrong} wrong, {seconds} s; {note}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
