"""``python -m tests.benchmarks.odd_lists [ROWS [KIND ...]]``: what awkward lists cost beside a plain one.

Each list of ``odd_kinds`` is read and assessed in a process of its own at a quarter of the rows and at all of
them; the CPU seconds of the program and its reader are noted by step. Printed are the seconds, how many times
the quarter all of it takes (4 is linear), and how many times a plain list. Nothing is judged.
"""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.odd_kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]
ROWS = 60_000
LONGEST = 600
ON = date(2026, 11, 27)


def write(name: str, rows: int, folder: Path) -> int:
    """Writes the files of a kind; gives their size in bytes."""
    chance = random.Random(f"{name} {rows}")  # noqa: S311 - test data
    for file, lines in KINDS[name](rows, chance).items():
        with (folder / file).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(lines)
    return sum(path.stat().st_size for path in folder.iterdir())


def _cpu() -> float:
    own, child = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + child.ru_utime + child.ru_stime


def measure_here(folder: Path) -> None:
    """Reads, recognises and assesses what lies in a folder; prints parts and the seconds of each step."""
    from desktop_app import pipeline
    from desktop_app.intake.headings import heading_book
    from desktop_app.model.collecting import without_collecting
    from desktop_app.model.inquiry import Inquiry

    library = pipeline.load_library()
    pipeline.prepare(library)
    heading_book()
    times = [_cpu()]
    with without_collecting():
        reading = pipeline.read([folder])
        times.append(_cpu())
        known = pipeline.recognise(reading, ON, library)
        times.append(_cpu())
        found = pipeline.assess(
            reading, Inquiry(on=ON, destination="DE"), library, recognised=known
        )
        times.append(_cpu())
    steps = " ".join(f"{after - before:.2f}" for before, after in pairwise(times))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    sys.stdout.write(f"{len(found.parts)} {peak} {steps}\n")


def measured(name: str, rows: int) -> tuple[int, int, list[float]] | None:
    """(parts, MB, seconds of reading, recognising, assessing); None where it takes too long."""
    with tempfile.TemporaryDirectory() as made:
        write(name, rows, Path(made))
        command = [sys.executable, "-m", "tests.benchmarks.odd_lists", "here", made]
        try:
            done = subprocess.run(
                command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=LONGEST
            )
        except subprocess.TimeoutExpired:
            return None
    if done.returncode:
        raise SystemExit(f"{name} of {rows} rows failed:\n{done.stderr[-2000:]}")
    parts, peak, *steps = done.stdout.split()
    return int(parts), int(peak), [float(step) for step in steps]


def main(arguments: list[str]) -> int:
    """Measures and prints; ``here FOLDER`` is one measurement, which this asks itself for."""
    if arguments[:1] == ["here"]:
        measure_here(Path(arguments[1]))
        return 0
    rows = int(arguments[0]) if arguments else ROWS
    plain = 0.0
    for name in ("plain", *(arguments[1:] or [kind for kind in KINDS if kind != "plain"])):
        started = time.perf_counter()
        quarter, whole = measured(name, rows // 4), measured(name, rows)
        if quarter is None or whole is None:
            sys.stdout.write(f"{name:<20} longer than {LONGEST} s\n")
            continue
        few, many = sum(quarter[2]), sum(whole[2])
        plain = plain or many
        steps = " + ".join(f"{step:.2f}" for step in whole[2])
        sys.stdout.write(
            f"{name:<20} {whole[0]:>7} parts {many:7.2f} s CPU ({steps}), {many / few:5.2f} x a quarter,"
            f" {many / plain:5.2f} x plain, {whole[1]} MB, {time.perf_counter() - started:.0f} s\n"
        )
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
