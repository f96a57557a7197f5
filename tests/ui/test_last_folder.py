"""Windows of the system begin where the user was last, whichever of them that was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop_app.ui.app import Application
from desktop_app.ui.settings import SettingsFile
from tests.ui.driving import Driver, files
from tests.ui.handmade import PATHS


def folder_of(driver: Driver) -> Path:
    """Where the window that is open for choosing stands; it is closed."""
    [dialog] = driver.window.findChildren(QFileDialog)
    folder = Path(dialog.directory().absolutePath())
    dialog.reject()
    dialog.deleteLater()
    driver.back()
    driver.qtbot.waitUntil(lambda: not driver.window.findChildren(QFileDialog))
    return folder


def test_saving_begins_beside_the_lists_that_were_dropped(driver: Driver, tmp_path: Path) -> None:
    dropped = [tmp_path / path.name for path in PATHS]
    for path in dropped:
        path.write_bytes(b"")
    driver.drop(files(dropped))
    driver.wait_for_result()
    driver.window.report.choose_target()
    assert folder_of(driver) == tmp_path
    driver.ctrl(Qt.Key.Key_O)
    assert folder_of(driver) == tmp_path


def test_every_window_begins_where_the_last_one_ended(filled: Driver, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Einkauf"
    elsewhere.mkdir()
    filled.window.go_to("report")
    filled.quiet()
    filled.window.report.choose_target()
    [dialog] = filled.window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(elsewhere / "Bericht.pdf")])
    assert folder_of(filled) != elsewhere
    filled.ctrl_shift(Qt.Key.Key_S)
    assert folder_of(filled) == elsewhere
    kept = SettingsFile(filled.window.settings.folder / "settings.ini")
    assert Path(kept.now.folder) == elsewhere
    elsewhere.rmdir()
    filled.ctrl(Qt.Key.Key_O)
    assert folder_of(filled).is_dir()


def test_a_folder_that_may_not_be_looked_at_keeps_no_window_shut(driver: Driver) -> None:
    driver.window.settings.change(folder="/" + "x" * 300)  # the system refuses to look at it
    driver.ctrl(Qt.Key.Key_O)
    assert folder_of(driver).is_dir()


def test_a_drop_brings_the_window_to_the_front(driver: Driver) -> None:
    other = QFileDialog()
    other.show()
    other.activateWindow()
    driver.qtbot.waitUntil(other.isActiveWindow)
    driver.drop(files(PATHS))
    driver.qtbot.waitUntil(driver.window.isActiveWindow)
    other.close()
    driver.wait_for_result()


QTS_WORDS = {"&Look in:", "File &name:", "Files of &type:"}


@pytest.mark.parametrize("language", ["de", "fr", "zh"])
def test_qts_own_window_for_files_says_nothing_in_english(driver: Driver, language: str) -> None:
    """Its older words stand in for two that most of Qt's translations do not know yet."""
    app = Application.instance()
    assert isinstance(app, Application)
    driver.window.language_wanted.emit(language)
    app.stands()
    try:
        driver.ctrl(Qt.Key.Key_O)
        [dialog] = driver.window.findChildren(QFileDialog)
        said = {widget.text() for widget in dialog.findChildren(QLabel) if widget.text()}
        assert len(said) == 3
        assert said.isdisjoint(QTS_WORDS)
    finally:
        driver.window.language_wanted.emit("en")
        folder_of(driver)
