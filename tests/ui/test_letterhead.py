"""The logo and the sender are chosen in the settings and stand on the next preview."""

from pathlib import Path

from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.dialogs import SettingsSheet
from desktop_app.ui.letterhead_fields import KEPT
from tests.ui.driving import Driver


def opened(driver: Driver) -> SettingsSheet:
    driver.window.menus.actions["settings"].trigger()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, SettingsSheet)
    return sheet


def test_they_are_kept_and_printed(driver: Driver, tmp_path: Path) -> None:
    picture = tmp_path / "firm.png"
    Image.new("RGB", (30, 10), "teal").save(picture)
    sheet = opened(driver)
    fields = sheet.letterhead
    fields.take(picture)
    driver.quiet()
    picture.unlink()
    kept = driver.window.settings.folder / KEPT
    assert driver.window.settings.now.logo == str(kept)
    assert not fields.picture.isHidden()
    fields.sender_line.setFocus()
    QTest.keyClicks(fields.sender_line, "Muster GmbH, Stuttgart")
    fields.choose.setFocus()
    assert driver.window.settings.now.sender == "Muster GmbH, Stuttgart"
    sheet.accept()
    driver.drop_small_files()
    driver.window.go_to("report")
    driver.quiet()
    document = driver.window.report.document
    assert document is not None
    assert "Muster GmbH, Stuttgart" in document.getAllText(0).text()


def test_what_is_no_picture_is_said_and_nothing_changes(driver: Driver, tmp_path: Path) -> None:
    wrong = tmp_path / "firm.png"
    wrong.write_text("no picture")
    sheet = opened(driver)
    sheet.letterhead.take(wrong)
    driver.quiet()
    assert "firm.png cannot be printed as a logo" in sheet.letterhead.note.text()
    assert driver.window.settings.now.logo == ""
    sheet.accept()
