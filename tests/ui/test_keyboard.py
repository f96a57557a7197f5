"""The whole main job without a mouse, and every action with its shortcut."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.ui.driving import Driver
from tests.ui.handmade import PATHS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("key", "stage"),
    [
        (Qt.Key.Key_1, "files"), (Qt.Key.Key_2, "columns"), (Qt.Key.Key_3, "parts"),
        (Qt.Key.Key_4, "risks"), (Qt.Key.Key_5, "report"),
    ],
)  # fmt: skip
def test_every_stage_has_its_number_and_takes_the_keyboard(
    filled: Driver, key: Qt.Key, stage: str
) -> None:
    window = filled.window
    window.rail.buttons["files"].setFocus()
    filled.ctrl(key)
    assert window.stage == stage
    at_work = {
        "files": filled.desk.zone.open, "columns": window.columns.sheets,
        "parts": window.parts.table.view, "risks": window.risks.table.view,
        "report": window.report.kind,
    }  # fmt: skip
    assert at_work[stage].hasFocus()


def test_undo_in_the_field_for_the_day_takes_the_day_back(filled: Driver) -> None:
    before = filled.session.inquiry.on
    filled.ctrl(Qt.Key.Key_D)
    filled.key(Qt.Key.Key_Up)
    filled.quiet()
    assert filled.session.inquiry.on != before
    assert filled.window.question.on.hasFocus()
    filled.ctrl(Qt.Key.Key_Z)
    filled.quiet()
    assert filled.session.inquiry.on == before
    filled.ctrl(Qt.Key.Key_Y)
    filled.quiet()
    assert filled.session.inquiry.on != before


def test_the_whole_job_by_keyboard_alone(driver: Driver, tmp_path: Path) -> None:
    driver.ctrl(Qt.Key.Key_O)
    dialog = driver.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(path) for path in PATHS])
    dialog.close()
    driver.back()
    driver.wait_for_result()
    assert driver.window.stage == "risks"
    assert driver.risks.hasFocus()
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Return)
    driver.quiet()
    assert driver.window.risks.why.sheet is not None
    assert driver.window.risks.why.sheet.part_id == 1
    driver.key(Qt.Key.Key_Escape)
    driver.ctrl(Qt.Key.Key_D)
    driver.key(Qt.Key.Key_Up)
    driver.quiet()
    assert driver.session.inquiry.on_assumed is False
    driver.ctrl(Qt.Key.Key_5)
    driver.quiet()
    driver.ctrl(Qt.Key.Key_S)
    save = driver.window.findChild(QFileDialog)
    assert save is not None
    save.fileSelected.emit(str(tmp_path / "out.pdf"))
    driver.quiet()
    save.close()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_tab_reaches_every_part_of_the_page_and_comes_back(filled: Driver) -> None:
    window = filled.window
    window.rail.buttons["risks"].setFocus()
    first = QApplication.focusWidget()
    seen = []
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is first:
            break
        seen.append(now)
    assert QApplication.focusWidget() is first
    for wanted in (window.question.on, window.question.destination, window.question.badge,
                   window.risks.chips["needed"], window.risks.picture.list, window.risks.table.view,
                   window.status.offline):  # fmt: skip
        assert wanted in seen
    places = [seen.index(w) for w in (window.question.on, window.risks.chips["needed"],
                                      window.risks.table.view, window.status.offline)]  # fmt: skip
    assert places == sorted(places)


def test_space_filters_by_a_count(filled: Driver) -> None:
    chip = filled.window.risks.chips["needed"]
    chip.setFocus()
    filled.key(Qt.Key.Key_Space)
    assert len(filled.column("verdict")) == 3


@pytest.mark.parametrize(
    ("key", "modifier", "title"),
    [
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "Keyboard"),
        (Qt.Key.Key_Comma, CTRL, "Settings"),
    ],
)
def test_windows_above_open_and_close_by_key(
    filled: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier, title: str
) -> None:
    filled.key(key, modifier)
    shown = [d for d in filled.window.findChildren(QDialog) if d.isVisible()]
    assert [dialog.windowTitle() for dialog in shown] == [title]
    QTest.keyClick(shown[0], Qt.Key.Key_Escape)
    filled.qtbot.waitUntil(lambda: not filled.window.findChildren(QDialog))


def test_no_two_actions_share_a_shortcut(driver: Driver) -> None:
    keys = [a.shortcut().toString() for a in driver.window.menus.actions.values()]
    used = [key for key in keys if key]
    assert len(used) == len(set(used))


def test_what_needs_parts_is_off_without_them(driver: Driver) -> None:
    actions = driver.window.menus.actions
    assert not actions["save"].isEnabled()
    assert actions["open"].isEnabled()
    driver.drop_small_files()
    assert actions["save"].isEnabled()


@pytest.mark.parametrize("page", ["law", "review", "waiting", "method"])
def test_escape_leaves_a_page_wherever_the_keyboard_is(filled: Driver, page: str) -> None:
    filled.window.menus.actions[page].trigger()
    filled.quiet()
    filled.window.strip.hide()
    filled.window.question.destination.setFocus()
    filled.key(Qt.Key.Key_Escape)
    assert filled.window.pages.currentWidget() is filled.window.risks
    filled.window.risks.open_why()
    filled.quiet()
    filled.window.question.destination.setFocus()
    filled.key(Qt.Key.Key_Escape)
    assert not filled.window.risks.why.isVisible()
