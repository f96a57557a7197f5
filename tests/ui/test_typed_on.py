"""What somebody types beside a list stays typed when the list comes anew by itself."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.form_rows import FormRows
from desktop_app.ui.two_panes import TwoPanes
from tests.ui.driving import Driver
from tests.ui.laid import lay

LIST = """Part number;Description;Supplier;Country of origin;Stock;Annual consumption
M-1;Sintered magnet Sm2Co17 block 10x10x5;Erdwerk GmbH;CN;100;3650
"""


def page_of(driver: Driver, entry: str) -> TwoPanes:
    driver.window.menus.actions[entry].trigger()
    driver.quiet()
    page = driver.window.pages.currentWidget()
    assert isinstance(page, TwoPanes)
    return page


def form_of(page: TwoPanes) -> FormRows:
    form = page.area.findChild(FormRows)
    assert form is not None
    return form


def another_day(driver: Driver) -> None:
    """The answer is made anew, and with it the lists of every page on show."""
    driver.window.question.on.setDate(QDate(2027, 3, 15))
    driver.quiet()
    assert driver.session.inquiry.on == date(2027, 3, 15)


@pytest.mark.parametrize(
    ("entry", "field"),
    [("applications", "note"), ("recorded", "reason"), ("listed", "source"), ("law", "said")],
)
def test_an_answer_that_arrives_leaves_what_is_typed(real: Driver, entry: str, field: str) -> None:
    lay(real, LIST)
    page = page_of(real, entry)
    form = form_of(page)
    edit = form.texts[field]
    edit.setFocus()
    QTest.keyClicks(edit, "a call on Mo")
    QTest.keyClick(edit, Qt.Key.Key_Left)
    another_day(real)
    again = form_of(page).texts[field]
    assert again.text() == "a call on Mo"
    assert QApplication.focusWidget() is again
    QTest.keyClicks(again, "nday, n")
    assert again.text() == "a call on Mnday, no"


def test_days_and_choices_stay_too_and_another_entry_starts_afresh(real: Driver) -> None:
    lay(real, LIST)
    page = page_of(real, "applications")
    box = form_of(page).choices["paper"]
    box.setCurrentIndex(box.findData("licence"))
    form_of(page).days["valid_until"].set_day(date(2028, 1, 31))
    another_day(real)
    form = form_of(page)
    assert form.choice("paper") == "licence"
    assert form.day("valid_until") == date(2028, 1, 31)
    form.texts["supplier"].setText("Erdwerk GmbH")
    form.texts["number"].setText("L-1")
    real.click(page.back)
    real.quiet()
    page = page_of(real, "applications")
    assert form_of(page).words("number") == ""
