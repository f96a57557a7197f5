"""A project brings back files, question and columns; nothing else is written over or lost."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app import pipeline
from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.project.decisions import Setting
from desktop_app.project.opening import create_project, open_project
from tests.ui.driving import Driver, files, verdicts
from tests.ui.test_column_choice import ZONE, choose_by_keyboard, field_at, strange

__all__ = ["strange"]


@pytest.fixture
def saved(strange: Driver, tmp_path: Path) -> Path:
    """Three lists and one that cannot be read, with a column confirmed and a day asked about."""
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"")
    strange.drop(files([broken]))
    strange.qtbot.waitUntil(lambda: len(strange.session.files) == 4, timeout=30_000)
    strange.quiet()
    strange.window.go_to("columns")
    choose_by_keyboard(strange, ZONE, "country of")
    strange.window.question.on.setDate(QDate(2026, 11, 20))
    strange.quiet()
    path = tmp_path / f"work{PROJECT_SUFFIX}"
    strange.window.projects.save(path)
    strange.quiet()
    assert path.is_file(), strange.window.strip.words.text()
    return path


def clear(driver: Driver) -> None:
    """The project closed as with the window, and everything taken back to an empty desk."""
    driver.window.projects.close()
    while driver.session.history.to_undo is not None:
        driver.session.undo()
        driver.quiet()
    assert driver.session.files == ()


def test_files_question_and_columns_come_back(strange: Driver, saved: Path) -> None:
    before = verdicts(strange)
    asked = strange.session.inquiry
    clear(strange)
    strange.drop(files([saved]))
    strange.wait_for_result()
    assert verdicts(strange) == before
    assert before["M-1"].startswith("needed")
    assert strange.session.inquiry == asked
    assert strange.window.question.on.date() == QDate(2026, 11, 20)
    names = [Path(file.path).name for file in strange.session.files]
    assert names == ["a.xlsx", "b.csv", "c.xlsx", "broken.xlsx"]
    assert field_at(strange, ZONE) == "country_of_origin"
    choices = strange.session.columns
    assert choices(["Part number", "Description", "Supplier", "Zone", "(E)"]) == {
        "Zone": "country_of_origin"
    }


def test_what_lay_there_before_a_project_was_opened_is_not_saved_into_it(
    strange: Driver, saved: Path, tmp_path: Path
) -> None:
    other = tmp_path / f"empty{PROJECT_SUFFIX}"
    create_project(other).close()
    strange.drop(files([other]))
    strange.quiet()
    assert strange.window.projects.path == other
    assert strange.session.files == ()
    strange.session.undo()
    strange.quiet()
    assert strange.window.projects.path == saved
    assert len(strange.session.files) == 4


def test_saving_again_writes_what_changed(strange: Driver, saved: Path) -> None:
    strange.session.remove(strange.session.files[1].path)
    strange.quiet()
    strange.window.question.on.setDate(QDate(2026, 11, 21))
    strange.quiet()
    strange.ctrl_shift(Qt.Key.Key_S)
    strange.quiet()
    project, reading = pipeline.read_project(saved)
    assert reading is not None
    assert len(reading.files) == 3
    assert project.inquiry is not None
    assert project.inquiry.on == date(2026, 11, 21)
    assert strange.window.status.words.text() == f"The project was saved as {saved.name}."


def test_the_first_time_it_asks_where_to(strange: Driver) -> None:
    strange.ctrl_shift(Qt.Key.Key_S)
    dialog = strange.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.defaultSuffix() == "lodestone"
    dialog.reject()


def test_another_file_of_that_name_is_never_written_over(strange: Driver, tmp_path: Path) -> None:
    other = tmp_path / f"other{PROJECT_SUFFIX}"
    other.write_text("mine", encoding="utf-8")
    strange.window.projects.save(other)
    strange.quiet()
    assert other.read_text(encoding="utf-8") == "mine"
    assert strange.window.strip.property("kind") == "error"
    assert strange.window.projects.path is None


def test_a_file_that_is_no_project_leaves_the_desk_as_it_was(
    strange: Driver, tmp_path: Path
) -> None:
    before = verdicts(strange)
    other = tmp_path / f"other{PROJECT_SUFFIX}"
    other.write_text("mine", encoding="utf-8")
    strange.drop(files([other]))
    strange.quiet()
    assert other.name in strange.window.strip.words.text()
    assert verdicts(strange) == before


def words(driver: Driver, name: str) -> str:
    return driver.window.menus.actions[name].text()


def press(driver: Driver, key: Qt.Key) -> None:
    driver.window.setFocus()
    driver.ctrl(key)
    driver.quiet()


def test_undo_goes_on_behind_the_opening_of_a_project(strange: Driver, saved: Path) -> None:
    """What an earlier session did is taken back in the project, one action after the other, and
    done again; the next opening finds it so."""
    strange.session.record_leaving("Erdwerk GmbH", "yes")
    strange.quiet()
    strange.session.record_leaving("Nordstern GmbH", "no")
    strange.quiet()
    both = strange.session.recorded
    clear(strange)
    strange.drop(files([saved]))
    strange.wait_for_result()
    assert strange.session.recorded == both
    assert words(strange, "undo") == "&Undo: Nordstern GmbH: deliveries leave China: no"
    press(strange, Qt.Key.Key_Z)
    assert words(strange, "undo") == "&Undo: Erdwerk GmbH: deliveries leave China: yes"
    assert words(strange, "redo") == "&Redo: Nordstern GmbH: deliveries leave China: no"
    press(strange, Qt.Key.Key_Z)
    assert strange.session.recorded is None
    assert len(strange.session.files) == 4
    press(strange, Qt.Key.Key_Y)
    press(strange, Qt.Key.Key_Y)
    assert strange.session.recorded == both
    press(strange, Qt.Key.Key_Z)
    strange.window.projects.close()
    project, _reading = pipeline.read_project(saved)
    assert [fact.name for fact in project.facts] == ["Erdwerk GmbH"]


def test_undo_never_takes_back_what_somebody_else_did(strange: Driver, saved: Path) -> None:
    clear(strange)
    with open_project(saved, author="Somebody Else") as other:
        other.do(Setting("buyer", "Else"))
    strange.drop(files([saved]))
    strange.wait_for_result()
    assert words(strange, "undo") == "&Undo"
    press(strange, Qt.Key.Key_Z)
    project = strange.window.projects.file
    assert project is not None
    assert project.project.setting("buyer") == "Else"
