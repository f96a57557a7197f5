"""What nobody expected becomes a strip in the window; the program and its results stay."""

import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_app.model.findings import msg
from desktop_app.ui.app import catch_unexpected
from desktop_app.ui.strip import SHOWN_MS
from tests.ui.driving import Driver


@pytest.fixture
def caught(filled: Driver) -> Iterator[Driver]:
    """The window with its own hook for exceptions, as ``main`` sets it."""
    before = sys.excepthook
    catch_unexpected(filled.window)
    yield filled
    sys.excepthook = before


def raised(failure: Exception) -> None:
    try:
        raise failure
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_it_is_said_calmly_and_the_result_stays(
    caught: Driver, caplog: pytest.LogCaptureFixture
) -> None:
    answer = caught.window.risks.answer.text()
    raised(ZeroDivisionError("frobnicate"))
    assert caught.window.strip.isVisible()
    assert "frobnicate" not in caught.window.strip.words.text()
    assert caught.window.risks.answer.text() == answer
    assert "unexpected" in caplog.text


def test_the_details_can_be_copied(caught: Driver) -> None:
    raised(ZeroDivisionError("frobnicate"))
    caught.click(caught.window.strip.action)
    assert "ZeroDivisionError: frobnicate" in QGuiApplication.clipboard().text()


def test_the_window_still_works_afterwards(caught: Driver) -> None:
    raised(ZeroDivisionError("frobnicate"))
    caught.click(caught.window.risks.chips["needed"])
    assert len(caught.column("verdict")) == 3


def test_news_does_not_take_the_place_of_a_failure_nobody_could_read_yet(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second drop ends a moment after the first one failed."""
    strip = driver.window.strip
    strip.say(msg("1 file could not be read."), kind="error")
    strip.say(msg("Columns: 4 of 4 recognised."))
    assert strip.words.text() == "1 file could not be read."
    now = time.monotonic()
    monkeypatch.setattr("time.monotonic", lambda: now + SHOWN_MS / 1000)
    strip.say(msg("Columns: 4 of 4 recognised."))
    assert strip.words.text() == "Columns: 4 of 4 recognised."
    strip.say(msg("2 files could not be read."), kind="error")
    strip.hide()
    strip.say(msg("Columns: 5 of 5 recognised."))
    assert strip.words.text() == "Columns: 5 of 5 recognised."


def test_news_goes_with_its_page_and_never_by_itself(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip, now = driver.window.strip, time.monotonic()
    strip.say(msg("Columns: 4 of 4 used."))
    driver.window.go_to("parts")
    assert strip.isVisible(), "nobody read it yet"
    monkeypatch.setattr("time.monotonic", lambda: now + SHOWN_MS / 1000 + 1)
    driver.quiet()
    assert strip.isVisible()
    driver.window.go_to("files")
    assert not strip.isVisible()
    strip.say(msg("1 file could not be read."), kind="error")
    monkeypatch.setattr("time.monotonic", lambda: now + 3 * SHOWN_MS / 1000)
    driver.window.go_to("parts")
    assert strip.isVisible()
