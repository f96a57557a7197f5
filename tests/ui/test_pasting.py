"""Ctrl+V on the window: a copied table becomes a list, a few lines a question, files are opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from desktop_app.ui.ask_sheet import AskSheet
from tests.ui.driving import Driver, files
from tests.ui.handmade import PATHS

COPIED = (
    "Part number\tDescription\tSupplier\r\n"
    'M-1\t"Sintered magnet\nSm2Co17"\tErdwerk GmbH\r\n'
    "M-2\tHexagon screw M6x20\tErdwerk GmbH\r\n"
)
"""As a spreadsheet puts it on the clipboard: a cell of two lines stands between quotation marks."""


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> None:
    QGuiApplication.clipboard().clear()


def paste(driver: Driver, copied: QMimeData | str) -> None:
    clipboard = QGuiApplication.clipboard()
    if isinstance(copied, str):
        clipboard.setText(copied)
    else:
        clipboard.setMimeData(copied)
    driver.window.setFocus()
    driver.ctrl(Qt.Key.Key_V)
    driver.quiet()


@pytest.mark.usefixtures("shared_law")
def test_a_copied_table_is_read_as_a_list_of_its_own(real: Driver) -> None:
    paste(real, COPIED)
    real.wait_for_result()
    assert real.window.stage == "risks"
    assert sorted(real.column("part_number")) == ["M-1", "M-2"]
    assert real.window.strip.words.text() == (
        "Columns: 3 of 3 used. Not found: Country of origin; Stock; Quantity a year; Delivery time."
    )
    (first,) = real.session.files
    assert first.name == "Pasted list 1.tsv"
    paste(real, "Part number;Description\nM-3;Holmium oxide powder\n")
    real.wait_for_result()
    assert [file.name for file in real.session.files] == ["Pasted list 1.tsv", "Pasted list 2.csv"]
    assert len(real.column("part_number")) == 3
    place = Path(first.path)
    assert place.is_file()
    real.window.close()
    assert not place.parent.exists(), "nothing of it stays on the disk"


def test_a_few_lines_without_columns_are_asked_about(driver: Driver) -> None:
    paste(driver, "1FK7042-2AF71 servomotor\nN45SH magnet\n")
    sheet = driver.window.findChild(AskSheet)
    assert sheet is not None
    assert sheet.lines.toPlainText() == "1FK7042-2AF71 servomotor\nN45SH magnet"
    assert driver.session.files == ()
    sheet.close()


def test_copied_files_are_opened(driver: Driver) -> None:
    paste(driver, files(PATHS))
    driver.wait_for_result()
    assert len(driver.session.files) == 4


@pytest.mark.parametrize("kind", ["nothing", "picture", "address"])
def test_what_is_no_list_gets_an_answer(driver: Driver, kind: str) -> None:
    copied = QMimeData()
    if kind == "picture":
        copied.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    elif kind == "address":
        copied.setUrls([QUrl("https://example.com/list.xlsx")])
    paste(driver, copied)
    words = driver.window.strip.words.text()
    assert ("internet" if kind == "address" else "no list on the clipboard") in words
    assert driver.session.files == ()


def test_in_a_field_it_pastes_into_the_field(filled: Driver) -> None:
    QGuiApplication.clipboard().setText(COPIED.splitlines()[0])
    filled.ctrl(Qt.Key.Key_F)
    filled.ctrl(Qt.Key.Key_V)
    assert "Part number" in filled.window.risks.table.find_field.text()
    assert len(filled.session.files) == 4


def test_a_clipboard_that_gives_nothing_at_all_gets_the_same_answer(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    monkeypatch.setattr(type(clipboard), "mimeData", lambda *_args: None)
    driver.window.setFocus()
    driver.ctrl(Qt.Key.Key_V)
    assert "no list on the clipboard" in driver.window.strip.words.text()
