"""How long the window does not answer while it works: the worst gap of its event loop per task.

    python -m tests.benchmarks.stalls [ROWS [WORKBOOK]]

Drives the real window on a generated list, beside the sample as another list on the desk. A timer of
5 ms notes when it is late; what it is late by is time in which no key and no click would have been
heard. Nothing is judged here.

Three figures for each task, each the worst of its kind. ``gap``: by the clock, so other programs of
a busy machine are in it. ``own``: what this process spent on a processor during a gap, on all its
threads, and never more than the gap; that is work of the window and waiting for Python's lock, and
it is the figure to compare. ``window``: what the window's thread spent by itself. ``cpu`` is what
the whole task took on processors, readers in processes of their own counted. ``most`` and ``then``:
the memory this process held at most during the task, and after it (Linux); the last line is the most
of all tasks, and of any reader.

First painting: from words that are ready to a new table with its first rows, beside the same of a
list of 1,000 rows in turns; the best of some.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.model.inquiry import Inquiry
from desktop_app.ui.app import Application, open_window
from desktop_app.ui.arranged_table import ArrangedTable
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings, SettingsFile
from desktop_app.ui.table_data import TableData
from desktop_app.ui.table_view import TableView
from tests.benchmarks.memory import held_mb, peak_from_now, peak_mb
from tests.benchmarks.workbook import make_workbook

AIM_MS = 100
AIM_PAINT = 1.6
FEW, TURNS = 1_000, 7
PEAKS: list[int] = []
"""MB, of each task."""
PATIENCE_MS = 3_600_000
FAILED: list[str] = []
"""What went wrong in the window: nothing that follows would come to an end."""


class Monitor:
    """Notes the longest time between two looks at the clocks."""

    def __init__(self) -> None:
        self.timer = QTimer()
        self.timer.setInterval(5)
        self.timer.timeout.connect(self._look)
        self.last = self.worst = _now()

    def start(self) -> None:
        self.last, self.worst = _now(), Clocks(0.0, 0.0, 0.0)
        self.timer.start()

    def stop(self) -> "Clocks":
        """The longest gaps in milliseconds."""
        self._look()
        self.timer.stop()
        return Clocks(*(1000 * found for found in self.worst))

    def _look(self) -> None:
        now, last, worst = _now(), self.last, self.worst
        gap = now.gap - last.gap
        self.worst = Clocks(
            max(worst.gap, gap),
            max(worst.own, min(gap, now.own - last.own)),
            max(worst.window, now.window - last.window),
        )
        self.last = now


class Clocks(NamedTuple):
    """Seconds by the clock, of this process on a processor, of the window's thread on one."""

    gap: float
    own: float
    window: float


def _now() -> Clocks:
    return Clocks(time.perf_counter(), time.process_time(), time.thread_time())


def work_until(is_true: Callable[[], bool]) -> None:
    """Waits as the program does: asleep between events, so that the work has the processor."""
    loop, look, patience = QEventLoop(), QTimer(), QDeadlineTimer(PATIENCE_MS)
    look.setInterval(10)
    look.timeout.connect(
        lambda: loop.quit() if is_true() or FAILED or patience.hasExpired() else None
    )
    look.start()
    loop.exec()
    look.stop()
    if FAILED:
        raise SystemExit(f"not measured: {FAILED[0]}")
    if patience.hasExpired():
        raise SystemExit("the window did not come to an end")


def measure(monitor: Monitor, window: MainWindow, name: str, act: Callable[[], object]) -> None:
    """Does something and waits until everything it started has ended."""
    begin, spent = time.perf_counter(), _spent()
    peak_from_now()
    monitor.start()
    act()
    work_until(lambda: not window.session.is_busy and not window.session.jobs.is_busy)
    QApplication.processEvents()
    worst = monitor.stop()
    took = time.perf_counter() - begin
    PEAKS.append(peak_mb())
    sys.stdout.write(
        f"{name:<26} gap {worst.gap:5.0f} ms, own {worst.own:5.0f} ms (aim {AIM_MS}), "
        f"window {worst.window:5.0f} ms, whole {took:6.2f} s, cpu {_spent() - spent:6.2f} s, "
        f"most {PEAKS[-1]} MB, then {held_mb()} MB\n"
    )
    sys.stdout.flush()


def _spent() -> float:
    """CPU seconds of this process and of its readers that have ended."""
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + readers.ru_utime + readers.ru_stime


def _most_memory() -> str:
    """The peaks in MB; they did not lie at one time, so nothing is added up."""
    readers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return f"most memory: window {max(PEAKS)} MB, a reader {readers} MB\n"


class _Painted(QObject):
    """Whether a view was painted with rows in it."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self.view, self.is_done = view, False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.view.shown.rowCount():
            self.is_done = True
        return super().eventFilter(watched, event)


def _first_painting(window: MainWindow, data: TableData) -> tuple[float, float]:
    """Seconds of processor and by the clock until a new table shows its first rows."""
    fresh = replace(data, columns=tuple(map(replace, data.columns)))  # without what they worked out
    table = ArrangedTable(window.session)
    table.resize(1000, 700)
    table.show()
    QApplication.processEvents()
    painted = _Painted(table.view)
    clock, spent = time.perf_counter(), time.process_time()
    table.show_data(fresh)
    while not painted.is_done:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    took = time.process_time() - spent, time.perf_counter() - clock
    table.close()
    table.deleteLater()
    return took


def first_paintings(window: MainWindow, few: TableData, many: TableData) -> None:
    """Both tables in turns."""
    turns = [(_first_painting(window, few), _first_painting(window, many)) for _ in range(TURNS)]
    for at, name in enumerate(("cpu", "wall")):
        short, long = (min(turn[of][at] for turn in turns) for of in (0, 1))
        sys.stdout.write(
            f"first painting of the table, {name}: {len(few)} rows {1000 * short:.1f} ms, {len(many)} "
            f"rows {1000 * long:.1f} ms = {long / short:.2f} x (aim {AIM_PAINT})\n"
        )


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else 100_000
    given = Path(arguments[1]) if len(arguments) > 1 else None
    application = Application(["stalls"])
    with tempfile.TemporaryDirectory() as folder:
        book = given or Path(folder) / "parts.xlsx"
        if given is None:
            make_workbook(book, rows)
        settings = SettingsFile(Path(folder) / "settings.ini", Settings())
        window, monitor = open_window(application, settings), Monitor()
        window.session.work_failed.connect(lambda why: FAILED.append(why.details or str(why)))
        window.show()
        work_until(lambda: window.session.edition is not None)
        work_until(lambda: not window.session.jobs.is_busy)
        sys.stdout.write(f"{rows} rows x 12 columns\n")
        few = _few(window, Path(folder) / "few.xlsx")
        measure(monitor, window, "the sample, which stays", window.open_sample)
        measure(monitor, window, "drop, read, assess, show", lambda: window.open_paths([book]))
        refused = [file.problem.code for file in window.session.files if file.problem]
        if window.session.result is None or refused:
            raise SystemExit(f"not measured: {refused} {window.strip.words.text()}")
        tasks(monitor, window)
        first_paintings(window, few, window.session.result.risks)
        sys.stdout.write(_most_memory())
        window.close()
    return 0


def _few(window: MainWindow, book: Path) -> TableData:
    """The words of a list of 1,000 rows, which is taken off the desk again."""
    make_workbook(book, FEW)
    window.open_paths([book])
    work_until(lambda: not window.session.is_busy and window.session.result is not None)
    assert window.session.result is not None
    made = window.session.result.risks
    window.session.remove(str(book))
    work_until(lambda: not window.session.is_busy and not window.session.jobs.is_busy)
    return made


def tasks(monitor: Monitor, window: MainWindow) -> None:
    """What a purchaser does with the list."""
    view, table, inquiry = window.risks.table.view, window.risks.table, window.session.inquiry
    other = replace(inquiry, on=inquiry.on + timedelta(days=1))
    measure(monitor, window, "another day", lambda: window.session.ask(other))
    measure(monitor, window, "two days, one upon the other", lambda: _two_days(window, other))
    lapsed = replace(inquiry, scenario="lapsed")
    measure(monitor, window, "compare", lambda: window.session.compare(lapsed, lambda _found: None))
    click = view.horizontalHeader().sectionClicked.emit
    for section in (1, 2, 5):
        measure(monitor, window, f"sort by column {section}", partial(click, section))
    measure(monitor, window, "find a word", lambda: table.find_field.setText("magnet"))
    measure(monitor, window, "find nothing", lambda: table.find_field.setText("zzzz"))
    measure(monitor, window, "show all again", table.find_field.clear)
    measure(monitor, window, "all parts", lambda: window.go_to("parts"))
    measure(monitor, window, "select all", view.selectAll)
    measure(monitor, window, "copy all", view.copy)
    measure(monitor, window, "show the report", lambda: window.go_to("report"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "kept.lodestone"
        measure(monitor, window, "save as a project", lambda: window.projects.save(target))


def _two_days(window: MainWindow, before: Inquiry) -> None:
    first, second = (replace(before, on=before.on + timedelta(days=n)) for n in (1, 2))
    window.session.ask(first)
    QTimer.singleShot(300, lambda: window.session.ask(second))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(sys.argv[1:]))
