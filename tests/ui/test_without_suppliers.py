"""A list that names no supplier: every page that needs one says so and leads to where it is named."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from tests.ui.driving import Driver, files
from tests.ui.laid import lay
from tests.ui.test_accessibility import cut, nameless

LIST = """Part number;Description
M-1;Segmentmagnet 42SH R20
M-2;Sintered magnet block N45
"""


@pytest.fixture
def unnamed(real: Driver) -> Driver:
    lay(real, LIST)
    return real


def test_a_supplier_in_another_list_does_not_stand_for_those_nobody_named(
    unnamed: Driver, tmp_path: Path
) -> None:
    """It said that no supplier need be asked anything while two parts waited for an answer."""
    other = tmp_path / "named.csv"
    other.write_text("Part number;Description;Supplier\nS-1;Hex screw M6;Schrauben AG\n")
    unnamed.drop(files([other]))
    unnamed.quiet()
    unnamed.window.menus.actions["waiting"].trigger()
    unnamed.quiet()
    page = unnamed.window.above.kept_pages.waiting
    assert page is not None
    assert page.lead.text() == "2 parts are to be asked about, but no list says who supplies them."
    assert page.buttons["files"].isVisible()


@pytest.mark.usefixtures("shared_law")
def test_who_was_not_asked_the_map_and_the_letter_ask_for_the_supplier(unnamed: Driver) -> None:
    window = unnamed.window
    window.menus.actions["waiting"].trigger()
    unnamed.quiet()
    page = window.above.kept_pages.waiting
    assert page is not None
    assert page.lead.text() == "2 parts are to be asked about, but no list says who supplies them."
    assert nameless(page) == []
    assert cut(page) == []
    unnamed.click(page.buttons["files"])
    assert window.stage == "files"
    window.session.writing.questions_written.emit((Path("out"), ()))
    assert "2 parts are to be asked about" in window.status.words.text()

    window.menus.actions["overview"].trigger()
    unnamed.quiet()
    overview = window.risks.overview
    assert overview is not None
    assert overview.pages.currentWidget() is overview.nothing
    assert overview.nothing.title.text() == "No supplier is named"
    overview.tabs["law"].click()
    assert overview.pages.currentWidget() is overview.areas["law"]
    overview.tabs["suppliers"].click()
    unnamed.click(overview.nothing.action)
    assert window.stage == "files"

    window.visit("report")
    window.report.choose_kind("dossier")
    unnamed.quiet()
    before = window.report.is_ready
    assert before
    window.report.choose_kind("supplier")
    unnamed.quiet()
    report, view = window.report, window.report.view
    assert view is not None
    assert (report.is_ready, view.isVisible()) == (False, False), (
        "the pages of the dossier must not be printed as the letter"
    )
    assert "none was named" in report.waiting.words.text()
    assert report.pages_words.text() == ""
    assert window.strip.isVisible()
    report.choose_kind("monday")
    unnamed.quiet()
    assert (report.is_ready, view.isVisible()) == (True, True)
    assert not report.waiting.isVisible()
    assert not window.strip.isVisible(), "what is said above concerned the other kind"


def test_the_rail_leads_back_from_what_lies_over_the_list(filled: Driver) -> None:
    risks = filled.window.risks
    filled.window.menus.actions["compare"].trigger()
    filled.quiet()
    compare = risks.compare
    assert compare is not None
    assert compare.isVisible()
    filled.click(filled.window.rail.buttons["risks"])
    assert (compare.isVisible(), risks.table.isVisible()) == (False, True)


def test_what_was_read_is_said_once(driver: Driver) -> None:
    """A closed sentence about a broken file does not come back with a step about something else."""
    strip = driver.window.strip
    driver.drop_small_files()
    assert "could not be read" in strip.words.text()
    assert strip.isVisible()
    driver.key(Qt.Key.Key_Escape)
    assert not strip.isVisible()
    driver.session.record_leaving("Nordmagnet GmbH", "yes")
    driver.quiet()
    assert not strip.isVisible()


def test_a_project_is_offered_where_one_is_needed(filled: Driver) -> None:
    filled.window.menus.actions["export_project"].trigger()
    strip = filled.window.strip
    assert strip.words.text() == "Save your work as a project first; then it can be packed."
    assert strip.action.text() == "Save as a project..."
    for entry in ("runs", "backups"):
        filled.window.menus.actions[entry].trigger()
        filled.quiet()
        page = filled.window.pages.currentWidget()
        assert page is not None
        (offered,) = [
            made for made in page.findChildren(QPushButton) if made.text() == strip.action.text()
        ]
        offered.click()
        dialog = filled.window.findChild(QFileDialog)
        assert dialog is not None
        assert dialog.selectedFiles(), "a name is suggested"
        dialog.reject()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("shared_law")
def test_files_without_a_list_are_not_called_checked(real: Driver, tmp_path: Path) -> None:
    notes, broken = tmp_path / "notes.txt", tmp_path / "empty.xlsx"
    notes.write_text("Dear all\nplease find enclosed\n", encoding="utf-8")
    broken.write_bytes(b"")
    real.drop(files([notes]))
    real.quiet()
    strip, status = real.window.strip, real.window.status
    assert strip.words.text() == ("No parts list was found in the file; its card says what to do.")
    assert status.words.text() == "No part was found, so nothing was checked."
    real.drop(files([broken, notes]))
    real.quiet()
    assert strip.words.text() == "The file could not be read; its card says why."
    card_buttons = [made.text() for made in real.desk.findChildren(QPushButton)]
    assert "Point at its headings" in card_buttons
