"""Work runs off the window's thread, says how far it is, can be cancelled, and fails in words."""

import threading
import weakref
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


def test_work_that_is_to_be_alone_waits_until_what_was_given_up_has_noticed(
    jobs: Jobs, qtbot: QtBot
) -> None:
    heard: list[str] = []
    is_under_way, goes_on = threading.Event(), threading.Event()

    def first(report: Report) -> None:
        is_under_way.set()
        assert goes_on.wait(20)
        heard.append("the first looks up")
        report(msg("Reading files"), 1, 2)
        heard.append("the first went on all the same")

    def second(_report: Report) -> str:
        heard.append("the second")
        return "answer"

    answers: list[str] = []
    given_up = jobs.start(jobs.alone(first), lambda _none: heard.append("it came"))
    assert is_under_way.wait(20)
    given_up.cancel()
    jobs.start(jobs.alone(second), answers.append)
    qtbot.wait(50)
    assert heard == []
    goes_on.set()
    qtbot.waitUntil(lambda: answers == ["answer"])
    assert heard == ["the first looks up", "the second"]


def test_what_cancelled_work_made_is_let_go_before_the_window_hears_of_it(jobs: Jobs) -> None:
    class Answer:
        """Large."""

    left: list[weakref.ref[Answer]] = []
    has_ended = threading.Event()

    def work(_report: Report) -> Answer:
        made = Answer()
        left.append(weakref.ref(made, lambda _gone: has_ended.set()))
        job.cancel()
        return made

    may_begin = threading.Event()
    job = jobs.start(
        lambda report: work(report) if may_begin.wait(20) else None, lambda _made: None
    )
    may_begin.set()
    assert has_ended.wait(20), "it lies in the queue of the window, which is busy"
    assert [ref() for ref in left] == [None]
