"""The question bar: a change answers anew in the background; list, place and selection stay."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from desktop_app.model.inquiry import today_in_china
from tests.ui.driving import Driver


def test_what_nobody_declared_says_so(driver: Driver) -> None:
    labels = driver.window.question.labels
    assert labels["on"].text() == "Leaves China on (assumed)"
    assert labels["destination"].text() == "Going to (assumed)"
    assert labels["end_use"].text() == "Used for (assumed)"


def test_another_day_answers_anew(filled: Driver) -> None:
    filled.window.question.on.setDate(QDate(2026, 11, 10))
    filled.quiet()
    result = filled.session.result
    assert result is not None
    assert result.assessment.inquiry.on == date(2026, 11, 10)
    assert not result.assessment.inquiry.on_assumed
    assert filled.window.question.labels["on"].text() == "Leaves China on"


def test_every_field_reaches_the_assessment(filled: Driver) -> None:
    bar = filled.window.question
    for box, value in ((bar.destination, "US"), (bar.end_use, "military"),
                       (bar.scenario, "lapsed")):  # fmt: skip
        box.setCurrentIndex(box.findData(value))
        filled.quiet()
    result = filled.session.result
    assert result is not None
    asked = result.assessment.inquiry
    assert (asked.destination, asked.end_use, asked.scenario) == ("US", "military", "lapsed")
    assert not asked.destination_assumed
    assert not asked.end_use_assumed


def test_the_list_keeps_place_and_selection(filled: Driver) -> None:
    view = filled.risks
    view.choose(9)
    place = view.verticalScrollBar().value()
    filled.window.question.scenario.setCurrentIndex(2)
    filled.quiet()
    assert view.chosen_part() == 9
    assert view.verticalScrollBar().value() == place


def test_anything_but_the_law_of_today_tints_the_bar(filled: Driver) -> None:
    bar = filled.window.question
    before = bar.grab().toImage().pixelColor(2, 2)
    bar.scenario.setCurrentIndex(bar.scenario.findData("lapsed"))
    filled.quiet()
    assert bar.grab().toImage().pixelColor(2, 2) != before
    bar.scenario.setCurrentIndex(bar.scenario.findData("today"))
    filled.quiet()
    assert bar.grab().toImage().pixelColor(2, 2) == before


def test_typing_a_day_asks_once_it_is_whole(filled: Driver) -> None:
    asked: list[object] = []
    filled.window.question.asked.connect(asked.append)
    field = filled.window.question.on
    filled.ctrl(Qt.Key.Key_D)
    assert field.hasFocus()
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert len(asked) == 3
    filled.quiet()
    assert filled.session.inquiry.on.day == field.date().day()


def test_the_badge_says_which_law_was_read_and_what_is_open(driver: Driver) -> None:
    badge = driver.window.question.badge
    assert "Law as read 21 Aug 2026" in badge.text()
    assert "2 questions open" in badge.text()
    days = (today_in_china() - date(2026, 8, 21)).days
    assert badge.toolTip().startswith(f"Read {days} days ago. ")
    assert badge.accessibleName().endswith(f", Read {days} days ago.")


def test_destinations_are_countries_by_name(driver: Driver) -> None:
    box = driver.window.question.destination
    driver.qtbot.waitUntil(lambda: box.count() > 100)
    names = [box.itemText(at) for at in range(box.count())]
    assert names == sorted(names, key=str.casefold)
    assert box.currentText() == "Germany"
