"""Undo and redo: files and question go back step by step, each step by its name."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.model.findings import msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.ui.command_search import CommandSearch
from desktop_app.ui.history import MOST_STEPS, Desk, History, Step
from desktop_app.ui.menus import without_key
from tests.ui.driving import Driver

ASKED = Inquiry(date(2026, 11, 24))


def desk(day: int) -> Desk:
    return Desk(None, replace(ASKED, on=date(2026, 11, day)))


def test_steps_go_back_and_forth() -> None:
    history = History()
    assert history.undo() is None
    assert history.redo() is None
    first, second, third = desk(1), desk(2), desk(3)
    history.record(Step(msg("one"), first, second))
    history.record(Step(msg("two"), second, third))
    assert history.undo() is second
    assert history.to_undo == msg("one")
    assert history.to_redo == msg("two")
    assert history.redo() is third


def test_a_new_step_forgets_those_taken_back() -> None:
    history = History()
    history.record(Step(msg("one"), desk(1), desk(2)))
    history.undo()
    history.record(Step(msg("two"), desk(1), desk(3)))
    assert history.to_redo is None
    assert history.to_undo == msg("two")


def test_the_oldest_steps_are_forgotten() -> None:
    history = History()
    for _ in range(MOST_STEPS + 5):
        history.record(Step(msg("one"), desk(1), desk(2)))
    assert sum(history.undo() is not None for _ in range(2 * MOST_STEPS)) == MOST_STEPS


def test_the_question_comes_back(filled: Driver) -> None:
    before = filled.session.inquiry
    bar = filled.window.question
    bar.scenario.setCurrentIndex(bar.scenario.findData("lapsed"))
    filled.quiet()
    undo = filled.window.menus.actions["undo"]
    assert undo.text() == "&Undo: law: If the suspensions have ended"
    filled.risks.setFocus()
    filled.ctrl(Qt.Key.Key_Z)
    filled.quiet()
    assert filled.session.inquiry == before
    assert bar.scenario.currentData() == "today"
    result = filled.session.result
    assert result is not None
    assert result.assessment.inquiry == before
    filled.ctrl(Qt.Key.Key_Y)
    filled.quiet()
    assert bar.scenario.currentData() == "lapsed"


def test_a_removed_file_comes_back(filled: Driver) -> None:
    filled.desk.cards[0].remove_wanted.emit(filled.session.files[0].path)
    filled.quiet()
    assert len(filled.desk.cards) == 3
    assert "&Undo: removing Northgate" in filled.window.menus.actions["undo"].text()
    filled.window.menus.actions["undo"].trigger()
    filled.quiet()
    assert len(filled.session.files) == 4
    assert len(filled.desk.cards) == 4


def test_undoing_the_first_files_gives_the_start_page(filled: Driver) -> None:
    filled.window.menus.actions["undo"].trigger()
    filled.quiet()
    assert filled.session.files == ()
    assert filled.session.result is None
    filled.window.go_to("files")
    assert filled.window.files.zone.isVisible()
    filled.window.go_to("risks")
    assert filled.window.risks.empty.isVisible()
    filled.window.menus.actions["redo"].trigger()
    filled.wait_for_result()
    assert len(filled.session.files) == 4


def test_with_nothing_done_there_is_nothing_to_undo(driver: Driver) -> None:
    assert not driver.window.menus.actions["undo"].isEnabled()
    assert driver.window.menus.actions["undo"].text() == "&Undo"


def test_a_command_is_found_by_a_part_of_its_name(filled: Driver) -> None:
    filled.key(
        Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    search = filled.window.findChild(CommandSearch)
    assert search is not None
    filled.qtbot.waitUntil(search.field.hasFocus)
    QTest.keyClicks(search.field, "repo")
    shown = [search.list.item(at).text() for at in range(search.list.count())]
    assert [words.split("   ")[0] for words in shown] == ["Save the report", "Report"]
    QTest.keyClick(search.field, Qt.Key.Key_Down)
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    filled.quiet()
    assert filled.window.stage == "report"


def test_what_cannot_be_done_now_is_not_offered(driver: Driver) -> None:
    driver.window.above.commands()
    search = driver.window.findChild(CommandSearch)
    assert search is not None
    shown = " ".join(search.list.item(at).text() for at in range(search.list.count()))
    assert "Open files" in shown
    assert "Save the report" not in shown


@pytest.mark.parametrize("words", ["&Open files...", "Open &files...", "Open files...(&O)"])
def test_a_command_is_named_without_the_letter_that_opens_it(words: str) -> None:
    assert without_key(words) == "Open files..."


def test_undone_to_nothing_the_window_counts_nothing(filled: Driver) -> None:
    filled.window.go_to("files")
    while filled.session.history.to_undo is not None:
        filled.session.undo()
        filled.quiet()
    assert filled.session.reading is None
    assert [made.accessibleName() for made in filled.window.rail.buttons.values()] == [
        "Files", "Columns", "Parts", "Risks", "Report"
    ]  # fmt: skip
    assert not filled.window.strip.isVisible()


def test_the_ampersand_of_a_name_is_seen_in_the_menu(filled: Driver) -> None:
    """What was recorded of R&D GmbH was undone as that of RD GmbH."""
    filled.session.record_leaving("R&D GmbH", "no")
    filled.quiet()
    undo = filled.window.menus.actions["undo"]
    assert undo.text() == "&Undo: what was recorded of R&&D GmbH"
    assert without_key(undo.text()) == "Undo: what was recorded of R&D GmbH"
    filled.session.undo()
    filled.quiet()
    assert filled.window.menus.actions["redo"].text() == "&Redo: what was recorded of R&&D GmbH"
