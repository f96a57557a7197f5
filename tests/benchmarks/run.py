"""``dev.py bench [ROWS]``: ratios against named baselines, measured in one run. Nothing is judged.

CPU seconds of the whole process tree are compared, because wall time on a shared machine says
little. The baselines are what a reader could do today: pandas with openpyxl, and python-calamine.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import first_paint
from tests.benchmarks.workbook import make_workbook

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
DEV = [sys.executable, str(ROOT / "packaging" / "dev.py"), "run"]


@dataclass(frozen=True)
class Cost:
    cpu: float
    wall: float


def cost(command: list[str]) -> Cost:
    """CPU and wall seconds of a command and all its children; its failure ends the benchmark."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
    )  # fmt: skip
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(spent, wall)


def best(command: list[str], times: int) -> Cost:
    return min((cost(command) for _ in range(times)), key=lambda c: c.cpu)


def show(name: str, ours: Cost, baseline: str, theirs: Cost) -> None:
    sys.stdout.write(
        f"{name:<34} {ours.cpu:6.2f} s CPU {ours.wall:6.2f} s wall = "
        f"{ours.cpu / theirs.cpu:5.2f} x {baseline} ({theirs.cpu:.2f} s CPU)\n"
    )


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "parts.xlsx"
        make_workbook(book, rows)
        sys.stdout.write(f"{rows} rows x 12 columns, {book.stat().st_size / 1e6:.1f} MB\n")
        read = "from python_calamine import CalamineWorkbook as C;"
        calamine = best(
            [PYTHON, "-c", f"{read} C.from_path({str(book)!r}).get_sheet_by_index(0).to_python()"],
            2,
        )
        openpyxl = cost(
            [PYTHON, "-c", f"import pandas; pandas.read_excel({str(book)!r}, engine='openpyxl')"]
        )
        ours = best([*DEV, "assess", str(book)], 2)
        show("assess", ours, "pandas + openpyxl", openpyxl)
        show("assess", ours, "python-calamine", calamine)
        written = cost([*DEV, "assess", str(book), "--json", str(Path(folder) / "out.json")])
        show("assess --json", written, "pandas + openpyxl", openpyxl)
    first_paint.main(["5"])
    plain = best([PYTHON, "-m", "desktop_app", "--version"], 3)
    show("dev.py run --version", best([*DEV, "--version"], 3), "the program itself", plain)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
