"""Work runs off the window's thread, says how far it is, can be cancelled, and fails in words."""

import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.model.findings import msg
from desktop_app.model.progress import Report
from desktop_app.ui.jobs import Jobs, Progress


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_results_arrive_on_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[Any, bool]] = []

    def work(_report: Report) -> str:
        return threading.current_thread().name

    jobs.start(work, lambda value: seen.append((value, QThread.isMainThread())))
    qtbot.waitUntil(lambda: bool(seen))
    worker, is_main = seen[0]
    assert worker.startswith("lodestone")
    assert is_main


def test_progress_comes_in_order_and_before_the_result(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[Any] = []
    go_on = threading.Event()

    def work(report: Report) -> str:
        report(msg("Reading files"), 1, 3)
        go_on.wait(5)
        return "end"

    def progressed(progress: Progress) -> None:
        heard.append(progress.done)
        go_on.set()

    jobs.start(work, heard.append, progressed=progressed)
    qtbot.waitUntil(lambda: "end" in heard)
    assert heard == [1, "end"]


def test_cancelled_work_delivers_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[Any] = []
    started, stopped = threading.Event(), threading.Event()

    def work(report: Report) -> str:
        started.set()
        try:
            while True:
                report(msg("Reading files"), 0, 0)
        finally:
            stopped.set()

    job = jobs.start(work, heard.append, heard.append)
    assert started.wait(5)
    job.cancel()
    assert stopped.wait(5)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert heard == []


def test_a_failure_arrives_as_it_is(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[Exception] = []

    def work(_report: Report) -> str:
        raise OSError("gone")

    jobs.start(work, lambda _value: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], OSError)


def test_closing_stops_what_runs(qapp: QApplication) -> None:
    made, stopped = Jobs(), threading.Event()

    def work(report: Report) -> str:
        try:
            while True:
                report(msg("Reading files"), 0, 0)
        finally:
            stopped.set()

    made.start(work, lambda _value: None)
    made.close()
    assert stopped.is_set() or not made.is_busy


def same(number: int, _report: Report) -> int:
    return number


def test_a_thousand_jobs_lose_none(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[int] = []
    for number in range(1000):
        jobs.start(partial(same, number), heard.append)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert sorted(heard) == list(range(1000))
