"""Files dropped anywhere on the shown window are read; every other drop is explained."""

from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop_app import pipeline
from desktop_app.model.reading import Reading
from desktop_app.ui.dialogs import Sheet
from tests.ui.driving import Driver, dragged, files
from tests.ui.handmade import PATHS, small_reading

SOME = [Path("/lists/Stückliste Förderanlage.xlsx")]


def read_of(driver: Driver, dropped: list[Path]) -> list[Path]:
    """The files of a drop that are handed on to be read, in their order."""
    seen: list[Path] = []

    def read(paths: list[Path], *_: object, **_on: object) -> Reading:
        seen.extend(paths)
        return small_reading()

    with patch.object(pipeline, "read", read):
        driver.drop(files(dropped))
        driver.wait_for_result()
    return seen


@pytest.mark.parametrize("stage", ["files", "columns", "parts", "risks", "report"])
def test_a_drop_works_on_every_stage(driver: Driver, stage: str) -> None:
    driver.window.go_to(stage)
    driver.drop(files(SOME), over=driver.window.stages[stage])
    driver.wait_for_result()
    assert len(driver.session.files) == 4


def test_a_drop_works_over_bar_rail_list_and_find_field(filled: Driver) -> None:
    window = filled.window
    window.go_to("parts")
    for over in (window.question, window.rail, window.parts.table.view.viewport(),
                 window.parts.table.find_field, window.status):  # fmt: skip
        filled.session.result = None
        filled.drop(files(SOME), over=over)
        filled.wait_for_result()


def test_the_window_goes_to_the_risks_by_itself_once(driver: Driver) -> None:
    driver.drop_small_files()
    assert driver.window.stage == "risks"
    driver.window.go_to("files")
    driver.drop_small_files()
    driver.quiet()
    assert driver.window.stage == "files"


def test_many_files_and_folders_arrive_as_they_were_dropped(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "Angebote"
    folder.mkdir()
    assert read_of(driver, [*PATHS, folder]) == [*PATHS, folder]


def test_marks_excel_leaves_beside_open_files_are_left_out(driver: Driver) -> None:
    driver.drop(files([Path("/lists/~$Teile.xlsx")]))
    assert not driver.session.is_busy
    assert "~$" in driver.window.strip.words.text()


def test_a_mark_among_files_is_passed_over_in_silence(driver: Driver) -> None:
    assert read_of(driver, [*SOME, Path("/lists/~$Teile.xlsx")]) == SOME


def test_an_attachment_dragged_out_of_a_mail_is_explained(driver: Driver) -> None:
    dropped = QMimeData()
    dropped.setData('application/x-qt-windows-mime;value="FileGroupDescriptorW"', b"Teile.xlsx")
    driver.drop(dropped)
    assert driver.window.strip.isVisible()
    assert "must be saved first" in driver.window.strip.words.text()
    assert driver.window.strip.action.text() == "Open files..."
    assert not driver.session.is_busy


def test_an_address_on_the_internet_is_explained(driver: Driver) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl("https://example.com/parts.xlsx")])
    driver.drop(dropped)
    assert "opens no connections" in driver.window.strip.words.text()


def test_a_drop_whose_files_did_not_arrive_is_no_address(driver: Driver) -> None:
    """The program it was dragged from had ended before the files were asked for (seen on X11)."""
    dropped = QMimeData()
    dropped.setData("text/uri-list", b"")
    driver.drop(dropped)
    assert driver.window.strip.words.text().startswith("Nothing arrived with this drop.")


def test_the_zone_shows_that_what_is_dragged_may_be_dropped(driver: Driver) -> None:
    zone = driver.window.files.zone
    before = zone.grab().toImage()
    driver.window.files.show_over(True)
    assert zone.grab().toImage() != before
    driver.window.files.show_over(False)
    assert zone.grab().toImage() == before


def test_a_file_handed_over_by_the_system_is_read(driver: Driver, qapp: QApplication) -> None:
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile("/a.xlsx")))
    driver.wait_for_result()
    assert len(driver.session.files) == 4


def test_a_file_dropped_twice_at_once_is_read_once(driver: Driver) -> None:
    assert read_of(driver, [*SOME, *SOME]) == SOME


@pytest.mark.parametrize("entry", ["ask", "settings"])
def test_a_file_may_be_dropped_on_a_window_above_and_on_its_fields(
    driver: Driver, entry: str
) -> None:
    driver.window.menus.actions[entry].trigger()
    (sheet,) = [made for made in driver.window.findChildren(Sheet) if made.isVisible()]
    fields: list[QWidget] = [*sheet.findChildren(QPlainTextEdit), *sheet.findChildren(QLineEdit)]
    assert fields
    place = fields[0].mapTo(sheet, fields[0].rect().center())
    handle = sheet.windowHandle()
    assert handle is not None
    dropped = files(PATHS)
    enter, move, drop = dragged(place, dropped)
    QApplication.sendEvent(handle, enter)
    assert driver.window.files.zone.is_over
    QApplication.sendEvent(handle, move)
    QApplication.sendEvent(handle, drop)
    driver.wait_for_result()
    assert len(driver.session.files) == 4
    assert sheet.isVisible()
    sheet.close()
