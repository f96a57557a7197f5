"""How long the window does not answer while it works: the worst gap of its event loop per task.

    python -m tests.benchmarks.stalls [ROWS [WORKBOOK]]

Drives the real window on a generated list. A timer of 5 ms notes when it is late; what it is late
by is time in which no key and no click would have been heard. Nothing is judged here.

Three figures for each task, each the worst of its kind. ``gap``: by the clock, so other programs of
a busy machine are in it. ``own``: what this process spent on a processor during a gap, on all its
threads, and never more than the gap; that is work of the window and waiting for Python's lock, and
it is the figure to compare. ``window``: what the window's thread spent by itself. ``cpu`` is what
the whole task took on processors, readers in processes of their own counted; the last line is the
most memory that this process and any of its readers held.
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

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.ui.app import Application, open_window
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings, SettingsFile
from tests.benchmarks.workbook import make_workbook

AIM_MS = 100
PATIENCE_MS = 3_600_000


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
    look.timeout.connect(lambda: loop.quit() if is_true() or patience.hasExpired() else None)
    look.start()
    loop.exec()
    look.stop()
    if patience.hasExpired():
        raise SystemExit("the window did not come to an end")


def measure(monitor: Monitor, window: MainWindow, name: str, act: Callable[[], object]) -> None:
    """Does something and waits until everything it started has ended."""
    begin, spent = time.perf_counter(), _spent()
    monitor.start()
    act()
    work_until(lambda: not window.session.is_busy and not window.session.jobs.is_busy)
    QApplication.processEvents()
    worst = monitor.stop()
    took = time.perf_counter() - begin
    sys.stdout.write(
        f"{name:<26} gap {worst.gap:5.0f} ms, own {worst.own:5.0f} ms (aim {AIM_MS}), "
        f"window {worst.window:5.0f} ms, whole {took:6.2f} s, cpu {_spent() - spent:6.2f} s\n"
    )
    sys.stdout.flush()


def _spent() -> float:
    """CPU seconds of this process and of its readers that have ended."""
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + readers.ru_utime + readers.ru_stime


def _most_memory() -> str:
    """The peaks in MB; they did not lie at one time, so nothing is added up."""
    ours, readers = (
        resource.getrusage(who).ru_maxrss // 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return f"most memory: window {ours} MB, a reader {readers} MB\n"


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
        window.show()
        work_until(lambda: window.session.edition is not None)
        work_until(lambda: not window.session.jobs.is_busy)
        sys.stdout.write(f"{rows} rows x 12 columns\n")
        measure(monitor, window, "drop, read, assess, show", lambda: window.open_paths([book]))
        refused = [file.problem.code for file in window.session.files if file.problem]
        if window.session.result is None or refused:
            raise SystemExit(f"not measured: {refused} {window.strip.words.text()}")
        tasks(monitor, window)
        sys.stdout.write(_most_memory())
        window.close()
    return 0


def tasks(monitor: Monitor, window: MainWindow) -> None:
    """What a purchaser does with the list."""
    view, table, inquiry = window.risks.table.view, window.risks.table, window.session.inquiry
    other = replace(inquiry, on=inquiry.on + timedelta(days=1))
    measure(monitor, window, "another day", lambda: window.session.ask(other))
    click = view.horizontalHeader().sectionClicked.emit
    for section in (1, 2, 5):
        measure(monitor, window, f"sort by column {section}", partial(click, section))
    measure(monitor, window, "find a word", lambda: table.find_field.setText("magnet"))
    measure(monitor, window, "find nothing", lambda: table.find_field.setText("zzzz"))
    measure(monitor, window, "show all again", table.find_field.clear)
    measure(monitor, window, "all parts", lambda: window.go_to("parts"))
    measure(monitor, window, "select all", view.selectAll)
    measure(monitor, window, "copy all", view.copy)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(sys.argv[1:]))
