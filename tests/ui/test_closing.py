"""Closing the window asks where decisions would go with it, and only there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from desktop_app import pipeline
from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.ui.closing import ClosingSheet
from desktop_app.ui.failures import Failure
from desktop_app.ui.write_turns import Turns
from tests.ui.driving import Driver
from tests.ui.test_accessibility import cut, nameless

FIRM = "Kanarienvogel GmbH"


@pytest.fixture
def decided(filled: Driver) -> Driver:
    filled.session.record_leaving(FIRM, "yes")
    filled.quiet()
    filled.window.asks_before_closing = True
    return filled


def asked(driver: Driver) -> ClosingSheet:
    driver.window.close()
    (sheet,) = driver.window.findChildren(ClosingSheet)
    assert driver.window.isVisible()
    return sheet


def press(sheet: ClosingSheet, words: str) -> None:
    buttons = {made.text(): made for made in sheet.findChildren(QPushButton)}
    QTest.keyClick(buttons[words], Qt.Key.Key_Space)


def test_lists_alone_are_no_reason_to_ask(filled: Driver) -> None:
    filled.window.asks_before_closing = True
    filled.window.close()
    assert not filled.window.isVisible()


def test_one_can_go_on_working_or_leave_without(decided: Driver) -> None:
    sheet = asked(decided)
    assert (nameless(sheet), cut(sheet)) == ([], [])
    press(sheet, "Go on working")
    decided.qtbot.waitUntil(lambda: not decided.window.findChildren(ClosingSheet))
    decided.back()
    assert decided.session.recorded is not None
    press(asked(decided), "Close without saving")
    assert not decided.window.isVisible()


def save_as(driver: Driver, path: Path) -> None:
    press(asked(driver), "Save as a project...")
    dialog = driver.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(path)])
    dialog.close()


def test_it_closes_once_the_project_is_written(decided: Driver, tmp_path: Path) -> None:
    save_as(decided, tmp_path / f"work{PROJECT_SUFFIX}")
    decided.qtbot.waitUntil(lambda: not decided.window.isVisible(), timeout=20_000)
    project, _ = pipeline.read_project(tmp_path / f"work{PROJECT_SUFFIX}")
    assert [fact.name for fact in project.facts] == [FIRM]


def test_it_stays_where_the_project_cannot_be_written(decided: Driver, tmp_path: Path) -> None:
    failures: list[Failure] = []
    decided.session.work_failed.connect(failures.append)
    save_as(decided, tmp_path / "no such folder" / f"work{PROJECT_SUFFIX}")
    decided.qtbot.waitUntil(lambda: bool(failures), timeout=20_000)
    decided.quiet()
    assert decided.window.isVisible()
    decided.window.projects.save(tmp_path / f"work{PROJECT_SUFFIX}")
    decided.quiet()
    assert decided.window.isVisible(), "a later save is no wish to close"
    decided.window.close()
    assert not decided.window.isVisible()


def test_it_asks_where_the_last_step_could_not_be_written(
    decided: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that is gone by the evening: the project holds what was decided before, not after."""
    decided.window.projects.save(tmp_path / f"work{PROJECT_SUFFIX}")
    decided.quiet()

    def gone(*_: object) -> None:
        raise CodedError(Problem("E_TARGET", msg("gone"), msg("look")))

    with monkeypatch.context() as patched:
        patched.setattr(Turns, "bring", gone)
        decided.session.record_leaving("Other GmbH", "yes")
        decided.quiet()
        sheet = asked(decided)
        said = " ".join(shown.text() for shown in sheet.findChildren(QLabel))
        assert "could not be written to the project" in said
        assert "in no project" not in said
        press(sheet, "Go on working")
        decided.qtbot.waitUntil(lambda: not decided.window.findChildren(ClosingSheet))
    save_as(decided, tmp_path / f"other{PROJECT_SUFFIX}")
    decided.qtbot.waitUntil(lambda: not decided.window.isVisible(), timeout=20_000)
    project, _ = pipeline.read_project(tmp_path / f"other{PROJECT_SUFFIX}")
    assert sorted(fact.name for fact in project.facts) == sorted((FIRM, "Other GmbH"))


def test_closed_while_a_report_is_written_it_goes_when_that_is_done(
    filled: Driver, tmp_path: Path
) -> None:
    filled.window.asks_before_closing = True
    target = tmp_path / "monday.pdf"
    filled.window.report.choose_kind("monday")
    filled.window.report.save_to(str(target))
    filled.window.close()
    assert filled.window.isVisible()
    assert filled.window.strip.words.text() == "The window closes once this is written."
    filled.qtbot.waitUntil(lambda: not filled.window.isVisible(), timeout=60_000)
    assert target.read_bytes().startswith(b"%PDF")


def test_closed_while_a_project_is_saved_it_goes_without_a_question(
    decided: Driver, tmp_path: Path
) -> None:
    decided.window.projects.save(tmp_path / f"work{PROJECT_SUFFIX}")
    decided.window.close()
    assert decided.window.isVisible()
    decided.qtbot.waitUntil(lambda: not decided.window.isVisible(), timeout=60_000)
    project, _ = pipeline.read_project(tmp_path / f"work{PROJECT_SUFFIX}")
    assert [fact.name for fact in project.facts] == [FIRM]


def test_what_cannot_be_written_keeps_the_window(filled: Driver, tmp_path: Path) -> None:
    filled.window.asks_before_closing = True
    failures: list[Failure] = []
    filled.session.work_failed.connect(failures.append)
    filled.window.report.save_to(str(tmp_path / "no such folder" / "monday.pdf"))
    filled.window.close()
    filled.qtbot.waitUntil(lambda: bool(failures), timeout=60_000)
    filled.quiet()
    assert filled.window.isVisible()
    assert filled.window.strip.property("kind") == "error"
