"""``python -m tests.benchmarks.another_day [ROWS]``: what another day and six scenarios cost.

The files are read and their parts recognised once; the window then assesses them on another day with
what was recognised before, and the management report judges them under its scenarios. CPU seconds;
the best of three. Baselines: pandas telling apart the distinct rows of the columns that a verdict
depends on, the least that judging anew needs; and, for a scenario, one other day. Issue 4 asks for
100,000 rows in under 0.3 s. The peak is the memory of this process during another day, with the
answer of the day before still held, as the window holds it.
"""

import csv
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from desktop_app import pipeline
from desktop_app.model.inquiry import Inquiry
from tests.benchmarks.memory import peak_from_now, peak_mb
from tests.benchmarks.workbook import make_workbook

ON = date(2026, 11, 9)
DAYS = 3
COLUMNS = ["description", "country_of_origin", "ships_from", "hs_code", "supplier", "end_use"]


def spent(work: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _as_text(book: Path, target: Path) -> Path:
    """The same list as CSV, which the sandboxed readers take apart sooner."""
    sheet = load_workbook(book, read_only=True).active
    assert sheet is not None
    with target.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(sheet.iter_rows(values_only=True))
    return target


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else 100_000
    library = pipeline.load_library()
    with TemporaryDirectory() as folder:
        book = Path(folder) / "list.xlsx"
        make_workbook(book, rows)
        reading = pipeline.read([_as_text(book, Path(folder) / "list.csv")])
    known = pipeline.recognise(reading, ON, library)
    found = pipeline.assess(reading, Inquiry(ON), library, recognised=known)
    peak_from_now()
    days = [Inquiry(ON + timedelta(days=n)) for n in range(1, DAYS + 1)]
    ours = min(
        spent(lambda d=day: pipeline.assess(reading, d, library, recognised=known))  # type: ignore[misc]
        for day in days
    )
    peak = peak_mb()
    frame = known.parts.frame[COLUMNS]
    theirs = min(
        spent(lambda: frame.groupby(COLUMNS, dropna=False, sort=False).ngroup())
        for _ in range(DAYS)
    )
    sys.stdout.write(
        f"{rows} rows on another day {ours:5.2f} s CPU = {ours / theirs:4.1f} x pandas telling the "
        f"rows apart ({theirs:.2f} s CPU); peak {peak} MB\n"
    )
    count = len(pipeline.with_scenarios(found, library).scenarios) - 1
    cases = min(spent(lambda: pipeline.with_scenarios(found, library)) for _ in range(DAYS))
    sys.stdout.write(
        f"{count} scenarios of a report {cases:5.2f} s CPU = {cases / count / ours:4.2f} x another "
        f"day each\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
