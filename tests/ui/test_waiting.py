"""Who has not answered: since when, what the answer would change, reminded by mail and by letter."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.inquiry import today_in_china
from desktop_app.project.recorded import Recorded
from desktop_app.project.sent import chased, sent
from desktop_app.register.working_days import WorkCalendar
from desktop_app.report.asking import requests
from desktop_app.report.settings import load_settings
from desktop_app.ui.two_panes import Entry
from desktop_app.ui.waiting_lines import WaitingLine, lead_words, waiting_lines
from desktop_app.ui.waiting_page import WaitingPage
from tests.report.test_mails import with_column
from tests.report.test_pdf import text_of
from tests.report.test_returns import BRANDT, NINGBO, NORTHGATE, with_answer
from tests.report.variations import view_of
from tests.small_assessment import ON, small_assessment
from tests.ui.driving import Driver
from tests.ui.laid import lay
from tests.ui.test_accessibility import cut, nameless

ENGLISH = Catalogue("en")
TUESDAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 20)
HOLIDAY = WorkCalendar(frozenset({date(2026, 11, 23)}), frozenset(), {2026: "a decree"})
LIST = """Part number;Description;Supplier;Country of origin;Stock;Annual consumption
M-1;Segmentmagnet 42SH R20;Nordmagnet GmbH;;100;3650
M-2;Segmentmagnet 42SH R32;Nordmagnet GmbH;;100;3650
S-1;Sintered magnet block N45;Erdwerk Ltd;;;
"""


def lines(recorded: Recorded | None, **changes: object) -> dict[str, WaitingLine]:
    made = changes.get("made", small_assessment())
    found = waiting_lines(made, recorded, HOLIDAY, TUESDAY, ENGLISH)  # type: ignore[arg-type]
    return {line.supplier: line for line in found}


def test_who_owes_comes_first_then_whom_nobody_asked_then_who_answered() -> None:
    recorded = Recorded(sent=(sent(BRANDT, ON - timedelta(days=30)), sent(NORTHGATE, FRIDAY)))
    found = lines(recorded, made=with_answer(NINGBO))
    states = [line.state for line in found.values()]
    assert list(found)[:2] == [BRANDT, NORTHGATE]
    assert states == sorted(states, key=["owing", "unasked", "answered", "settled"].index)
    assert found[NINGBO].state == "answered"
    assert found[NINGBO].files == ("answer.xlsx",)
    assert [found[name].is_late for name in (BRANDT, NORTHGATE)] == [True, False]
    assert "late" in found[BRANDT].beside
    lead = lead_words(list(found.values()), ENGLISH)
    assert lead.startswith("2 suppliers owe an answer. 1 of them is late.")
    again = lines(replace(recorded, sent=(*recorded.sent, chased(BRANDT, (FRIDAY, TUESDAY)))))
    assert "Reminded 2 times, last on 24 Nov 2026." in again[BRANDT].says


def test_working_days_are_those_of_the_suppliers_country() -> None:
    recorded = Recorded(sent=(sent(NORTHGATE, FRIDAY), sent(NINGBO, FRIDAY)))
    countries = [
        {NINGBO: "CN", NORTHGATE: "US"}.get(name, "DE")
        for name in small_assessment().parts.frame["supplier"].tolist()
    ]
    found = lines(recorded, made=with_column("supplier_country", countries))
    assert found[NORTHGATE].beside.startswith("waiting 2 working days · ")
    assert found[NINGBO].beside.startswith("waiting 1 working day · ")


def test_it_says_what_the_answer_would_change_and_what_is_open() -> None:
    found, view = lines(None), view_of(small_assessment())
    for name, line in found.items():
        parts = {part for asked in requests(view)[name] for part in asked.parts}
        states = [(view.licence(part).verdict, view.licence(part).waits_on) for part in parts]
        unknown = sum(verdict == "not_verified" and waits != "law" for verdict, waits in states)
        needed = sum(verdict == "needed" for verdict, _ in states)
        assert line.state == "unasked"
        assert any(w.startswith(f"{unknown} part") for w in line.changes) == bool(unknown)
        assert any(w.startswith(f"{needed} part") for w in line.changes) == bool(needed)
        assert line.questions
        assert all(question and which for question, which in line.questions)
    assert "First of them to run out: NG-1042, 14 Jan 2027." in found[NINGBO].changes


@pytest.fixture
def asked(shared_law: None, real: Driver) -> Driver:
    lay(real, LIST)
    return real


def opened(driver: Driver) -> WaitingPage:
    driver.ctrl(Qt.Key.Key_9)
    driver.quiet()
    page = driver.window.above.kept_pages.waiting
    assert page is not None
    return page


def press(driver: Driver, page: WaitingPage, key: str) -> None:
    page.buttons[key].setFocus()
    QTest.keyClick(page.buttons[key], Qt.Key.Key_Space)
    driver.quiet()


def test_a_supplier_is_asked_reminded_and_chased_by_keyboard(asked: Driver, tmp_path: Path) -> None:
    page = opened(asked)
    assert page.list.hasFocus()
    assert [line.state for line in page.found.lines] == ["unasked", "unasked"]
    page.choose("Nordmagnet GmbH")
    press(asked, page, "mail")
    assert "on the clipboard" in asked.window.status.words.text()
    assert "M-1" in QGuiApplication.clipboard().text()
    assert page.day is not None
    late = today_in_china() - timedelta(days=load_settings().answer_days + 1)
    page.day.set_day(late)
    press(asked, page, "sent")
    assert page.line is not None
    assert (page.line.state, page.line.sent_on, page.line.is_late) == ("owing", late, True)
    assert page.list.currentItem().text().startswith("Nordmagnet GmbH\nwaiting ")
    press(asked, page, "mail")
    assert QGuiApplication.clipboard().text().startswith("Erinnerung")
    asked.window.settings.change(sender="Einkauf Beispiel AG")
    press(asked, page, "letter")
    dialog = asked.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "letter.pdf"))
    dialog.close()
    asked.back()
    asked.quiet()
    assert "letter.pdf" in asked.window.status.words.text()
    printed = text_of(tmp_path / "letter.pdf")
    assert Catalogue("de").date(late) in printed
    assert "Einkauf Beispiel AG" in printed
    press(asked, page, "chased")
    assert any(words.startswith("Reminded 1 time, last on ") for words in page.texts())
    asked.window.menus.actions["undo"].trigger()
    asked.quiet()
    assert not any(words.startswith("Reminded ") for words in page.texts())
    press(asked, page, "forget")
    assert page.line is not None
    assert page.line.state == "unasked"
    press(asked, page, "all")
    folder = asked.window.findChild(QFileDialog)
    assert folder is not None
    folder.close()
    asked.back()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert asked.window.pages.currentWidget() is not page


def test_it_is_whole_in_every_language_and_a_letter_that_cannot_be_written_is_said(
    shared_law: None, real: Driver, tmp_path: Path
) -> None:
    page = opened(real)
    assert page.lead.text().startswith("Once a list is read")
    assert page.list.count() == 0
    lay(real, LIST)
    page = opened(real)
    press(real, page, "sent")
    assert page.line is not None
    page.save_letter(page.line, str(tmp_path / "no such folder" / "letter.pdf"))
    real.quiet()
    assert real.window.strip.property("kind") == "error"
    assert page.line.state == "owing"
    for language, size in (("de", (960, 600)), ("zh", (1280, 720)), ("en", (960, 600))):
        real.window.language_wanted.emit(language)
        real.window.resize(*size)
        real.quiet()
        for row in range(page.list.count()):
            page.list.setCurrentRow(row)
            QApplication.processEvents()
            assert cut(page) == []
    assert nameless(page) == []


def below_the_middle(view: QListWidget) -> int:
    """Dark points in the lower half of the first entry."""
    place = view.visualItemRect(view.item(0))
    image = view.viewport().grab(place).toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(image.width())
        for y in range(image.height() // 2 + 4, image.height())
    )


@pytest.mark.parametrize("name", ["Nordmagnet GmbH", "شركة المغناطيس"])
def test_what_stands_below_a_name_is_drawn_whatever_its_letters(driver: Driver, name: str) -> None:
    driver.window.above.kept_pages.show_waiting()
    page = driver.window.above.kept_pages.waiting
    assert page is not None
    driver.quiet()
    page.show_entries([Entry(name, "not asked", "a"), Entry("Other", "", "b")])
    page.list.setCurrentRow(1)
    QApplication.processEvents()
    assert below_the_middle(page.list) > 40
