"""What the window says while work runs, when it is cancelled, and when it fails."""

import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app import pipeline
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.model.progress import Report, silent
from desktop_app.model.reading import Reading
from tests.ui.driving import Driver, files
from tests.ui.handmade import small_reading

FIRST, SECOND = [Path("/lists/first.xlsx")], [Path("/lists/second.xlsx")]


class Gate:
    """Reading that goes on reporting until it is let through."""

    def __init__(self) -> None:
        self.opened, self.read_so_far = threading.Event(), list[list[Path]]()

    def read(
        self,
        paths: list[Path],
        report: Report = silent,
        _passwords: object = (),
        *_: object,
        **_on: object,
    ) -> Reading:
        self.read_so_far.append(list(paths))
        while not self.opened.wait(0.005):
            report(msg("Reading {file}", file=paths[0].name), 1, 2)
        return small_reading()


@pytest.fixture
def gate(driver: Driver) -> Iterator[Gate]:
    made = Gate()
    with patch.object(pipeline, "read", made.read):
        yield made
        made.opened.set()
        driver.quiet()


def wait_for_progress(driver: Driver) -> None:
    driver.qtbot.waitUntil(lambda: "first.xlsx" in driver.window.status.words.text())


def test_progress_is_shown_with_cancel(driver: Driver, gate: Gate) -> None:
    driver.drop(files(FIRST))
    wait_for_progress(driver)
    status = driver.window.status
    assert status.cancel.isVisible()
    assert (status.bar.value(), status.bar.maximum()) == (1, 2)
    assert "first.xlsx" in driver.window.files.zone.words.text()


def test_a_drop_while_work_runs_waits_its_turn(driver: Driver, gate: Gate) -> None:
    driver.drop(files(FIRST))
    wait_for_progress(driver)
    driver.drop(files(SECOND))
    assert gate.read_so_far == [FIRST]
    gate.opened.set()
    driver.wait_for_result()
    assert gate.read_so_far == [FIRST, SECOND]


@pytest.mark.parametrize("by", ["key", "button"])
def test_cancelling_keeps_nothing_and_says_so(driver: Driver, gate: Gate, by: str) -> None:
    driver.drop(files(FIRST))
    wait_for_progress(driver)
    if by == "key":
        driver.key(Qt.Key.Key_Escape)
    else:
        driver.click(driver.window.status.cancel)
    driver.quiet()
    assert driver.session.files == ()
    assert "Cancelled" in driver.window.files.zone.words.text()
    assert "Nothing of it was kept" in driver.window.status.words.text()
    assert not driver.window.status.cancel.isVisible()


def test_after_cancelling_the_next_drop_is_read(driver: Driver, gate: Gate) -> None:
    driver.drop(files(FIRST))
    wait_for_progress(driver)
    driver.key(Qt.Key.Key_Escape)
    gate.opened.set()
    driver.drop(files(SECOND))
    driver.wait_for_result()
    assert len(driver.session.files) == 4


def test_cancelling_a_second_drop_keeps_the_first_answer(filled: Driver) -> None:
    made, before = Gate(), filled.window.risks.answer.text()
    with patch.object(pipeline, "read", made.read):
        filled.drop(files(FIRST))
        wait_for_progress(filled)
        filled.session.cancel()
    made.opened.set()
    filled.quiet()
    assert len(filled.session.files) == 4
    assert filled.window.risks.answer.text() == before


def failing(failure: Exception) -> Assessment:
    raise failure


def test_an_expected_failure_says_what_and_what_to_do(driver: Driver) -> None:
    problem = Problem("E_REGISTER", msg("The law could not be read."), msg("Install it again."))
    with patch.object(pipeline, "assess", lambda *_, **__: failing(CodedError(problem))):
        driver.drop(files(FIRST))
        driver.quiet()
    assert driver.window.strip.words.text() == "The law could not be read. Install it again."
    driver.click(driver.window.strip.action)
    assert QGuiApplication.clipboard().text().startswith("E_REGISTER")


def test_an_unexpected_failure_shows_no_library_words(driver: Driver) -> None:
    with patch.object(pipeline, "assess", lambda *_, **__: failing(KeyError("frobnicate"))):
        driver.drop(files(FIRST))
        driver.quiet()
    said = driver.window.strip.words.text()
    assert "frobnicate" not in said
    assert "Your files were not changed" in said
    driver.click(driver.window.strip.action)
    assert "frobnicate" in QGuiApplication.clipboard().text()


def test_a_failed_answer_leaves_the_last_one_on_the_page(filled: Driver) -> None:
    before = filled.window.risks.answer.text()
    with patch.object(pipeline, "assess", lambda *_, **__: failing(KeyError("x"))):
        filled.window.question.scenario.setCurrentIndex(1)
        filled.quiet()
    assert filled.window.risks.answer.text() == before
    assert filled.window.strip.isVisible()


def test_the_last_result_stays_readable_after_other_work(filled: Driver) -> None:
    assert filled.window.status.words.text() == "16 parts checked."
    filled.window.go_to("report")
    filled.quiet()
    assert filled.window.status.words.text() == "16 parts checked."
