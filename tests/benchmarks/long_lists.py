"""``python -m tests.benchmarks.long_lists``: how reading grows with the rows of a list. Nothing is judged.

Each figure comes from a process of its own that reads one workbook of 12 columns into a table of parts,
the way the window does: what this process and its reader child worked, in CPU seconds, and the most
memory either held. Start-up (modules and headings) is paid before the clock starts, as in an open window;
the child starts within it. Best of several, all sizes in turn, so that a busy minute meets each of them.
"""

import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.workbook import make_workbook

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100_000, 300_000, 1_000_000)
HUNDRED = 100
TIMES = 3


@dataclass(frozen=True)
class Figures:
    """CPU seconds of the parent, of its child, wall seconds, MB of the parent and of the child."""

    parent: float
    child: float
    wall: float
    parent_mb: float
    child_mb: float

    @property
    def cpu(self) -> float:
        return self.parent + self.child


def _cpu(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _peak_mb(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1000


def read_here(folder: Path) -> int:
    """Reads what lies in a folder and says what it took."""
    from desktop_app.intake.headings import heading_book
    from desktop_app.intake.reading import read_files
    from desktop_app.model.progress import silent

    heading_book()
    own, start = _cpu(resource.RUSAGE_SELF), time.perf_counter()
    read = read_files([folder], silent)
    wall, own = time.perf_counter() - start, _cpu(resource.RUSAGE_SELF) - own
    child = _cpu(resource.RUSAGE_CHILDREN)
    own_mb, child_mb = _peak_mb(resource.RUSAGE_SELF), _peak_mb(resource.RUSAGE_CHILDREN)
    sys.stdout.write(f"{len(read.parts)} {own} {child} {wall} {own_mb} {child_mb}\n")
    return 0


def raw_here(folder: Path) -> int:
    """What python-calamine takes to read the same cells into Python."""
    from python_calamine import CalamineWorkbook

    start, before = time.perf_counter(), _cpu(resource.RUSAGE_SELF)
    rows = 0
    for book in sorted(folder.iterdir()):
        rows += len(CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).to_python()) - 1
    wall, own = time.perf_counter() - start, _cpu(resource.RUSAGE_SELF) - before
    sys.stdout.write(f"{rows} {own} 0 {wall} {_peak_mb(resource.RUSAGE_SELF)} 0\n")
    return 0


def pandas_here(folder: Path) -> int:
    """What pandas with openpyxl takes to read the same cells into a table."""
    import pandas

    start, before = time.perf_counter(), _cpu(resource.RUSAGE_SELF)
    rows = sum(len(pandas.read_excel(book, engine="openpyxl")) for book in folder.iterdir())
    wall, own = time.perf_counter() - start, _cpu(resource.RUSAGE_SELF) - before
    sys.stdout.write(f"{rows} {own} 0 {wall} {_peak_mb(resource.RUSAGE_SELF)} 0\n")
    return 0


HERE = {"read": read_here, "raw": raw_here, "pandas": pandas_here}


def measured(what: str, folder: Path, rows: int) -> Figures:
    """One run in a process of its own. Raises SystemExit where it fails or has other rows."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.long_lists", what, str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{what} of {rows} rows failed:\n{done.stderr[-2000:]}")
    found, *figures = map(float, done.stdout.split())
    if found != rows:
        raise SystemExit(f"{what}: {found:.0f} rows of {rows}")
    return Figures(*figures)


def best(some: list[Figures]) -> Figures:
    return min(some, key=lambda figures: figures.cpu)


def say(name: str, figures: Figures, remark: str = "") -> None:
    sys.stdout.write(
        f"{name:<28} {figures.cpu:7.2f} s CPU (parent {figures.parent:.2f}, child {figures.child:.2f}),"
        f" {figures.wall:.1f} s wall, {figures.parent_mb:.0f} and {figures.child_mb:.0f} MB  {remark}\n"
    )
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """``[TIMES]``; ``read|raw|pandas FOLDER`` is one measurement, which this asks itself for."""
    if arguments and arguments[0] in HERE:
        return HERE[arguments[0]](Path(arguments[1]))
    times = int(arguments[0]) if arguments else TIMES
    with tempfile.TemporaryDirectory() as made:
        folders = {rows: Path(made) / str(rows) for rows in SIZES}
        for rows, folder in folders.items():
            folder.mkdir()
            make_workbook(folder / "parts.xlsx", rows)
        hundred = Path(made) / "hundred"
        hundred.mkdir()
        for number in range(HUNDRED):
            make_workbook(hundred / f"{number:03d}.xlsx", SIZES[0] // HUNDRED)
        _compare(folders, hundred, times)
    return 0


def _compare(folders: dict[int, Path], hundred: Path, times: int) -> None:
    taken: dict[int, list[Figures]] = {rows: [] for rows in folders}
    many, raw = list[Figures](), list[Figures]()
    least = SIZES[0]
    for _ in range(times):
        for rows, folder in folders.items():
            taken[rows].append(measured("read", folder, rows))
        many.append(measured("read", hundred, least))
        raw.append(measured("raw", folders[least], least))
    pandas = measured("pandas", folders[least], least)
    first = best(taken[least])
    for rows, some in taken.items():
        of_all = "/".join(f"{figures.cpu:.2f}" for figures in some)
        say(f"{rows} rows", best(some), f"= {best(some).cpu / first.cpu:.2f} x {least} ({of_all})")
    say(f"{HUNDRED} files, {least} rows", best(many), f"= {best(many).cpu / first.cpu:.2f} x one")
    say("python-calamine", best(raw), f"intake {first.cpu / best(raw).cpu:.2f} x")
    say("pandas + openpyxl", pandas, f"intake {first.cpu / pandas.cpu:.3f} x")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
