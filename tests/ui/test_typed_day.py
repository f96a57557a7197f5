"""A day can be typed into its field as people write it, and the wheel never changes an answer."""

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QTableView, QWidget

from desktop_app.model.findings import Message
from desktop_app.ui.typed_day import OPENS, typed_day
from tests.ui.driving import Driver

BEFORE = QDate(2026, 11, 26)
FIGURES, YEAR_FIRST, NAMED = "dd.MM.yyyy", "yyyy/M/d", "d MMM yyyy"


@pytest.mark.parametrize(
    ("typed", "shown_as", "language", "day"),
    [
        ("15.03.2027", FIGURES, "de", (2027, 3, 15)),
        ("15.3.27", FIGURES, "de", (2027, 3, 15)),
        ("15-03-2027", FIGURES, "de", (2027, 3, 15)),
        ("15.3.", FIGURES, "de", (2026, 3, 15)),
        ("15", FIGURES, "de", (2026, 11, 15)),
        ("15032027", FIGURES, "de", (2027, 3, 15)),
        ("150327", FIGURES, "de", (2027, 3, 15)),
        ("20270315", FIGURES, "de", (2027, 3, 15)),
        ("2027-03-15", FIGURES, "de", (2027, 3, 15)),
        ("2027/3/15", YEAR_FIRST, "zh", (2027, 3, 15)),
        ("2027年3月15日", YEAR_FIRST, "zh", (2027, 3, 15)),
        ("3/15", YEAR_FIRST, "zh", (2026, 3, 15)),
        ("15 Mar 2027", NAMED, "en", (2027, 3, 15)),
        ("March 15, 2027", NAMED, "en", (2027, 3, 15)),
        ("03/15/2027", NAMED, "en", (2027, 3, 15)),
        ("15 mars 2027", NAMED, "fr", (2027, 3, 15)),
        ("soon", NAMED, "en", None),
        ("31.02.2027", FIGURES, "de", None),
        ("1.2.3.4", FIGURES, "de", None),
        ("99999", FIGURES, "de", None),
        (".", FIGURES, "de", None),
    ],
)
def test_what_people_type(
    typed: str, shown_as: str, language: str, day: tuple[int, int, int] | None
) -> None:
    found = typed_day(typed, shown_as, QLocale(language), BEFORE)
    assert found == (None if day is None else QDate(*day))


def test_a_whole_day_is_typed_behind_the_shortcut(filled: Driver) -> None:
    filled.window.language_wanted.emit("de")
    filled.quiet()
    field, asked = filled.window.question.on, list[object]()
    filled.window.question.asked.connect(asked.append)
    before = field.date()
    filled.ctrl(Qt.Key.Key_D)
    QTest.keyClicks(field, "15.03.2027")
    assert field.lineEdit().text() == "15.03.2027"
    assert asked == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.date(), len(asked)) == (QDate(2027, 3, 15), 1)
    QTest.keyClicks(field, "31.02.2027")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "15.03.2027"
    assert not field.hasFocus()
    field.setFocus()
    QTest.keyClicks(field, "1.4")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), len(asked)) == ("15.03.2027", 1)
    filled.quiet()
    assert before != field.date()
    assert filled.session.inquiry.on.isoformat() == "2027-03-15"


def test_what_is_no_day_is_said_and_changes_nothing(filled: Driver) -> None:
    field, before, said = filled.window.question.on, filled.session.inquiry, list[object]()
    filled.session.told.connect(said.append)
    field.setFocus()
    for typed in ("banana", "31.02.2027", "x" * 300):
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "2027-03-01")
    QTest.keyClick(field, Qt.Key.Key_Return)
    filled.quiet()
    words = [
        filled.window.catalogue.say(message) for message in said if isinstance(message, Message)
    ]
    assert words == [
        "“banana” is not a day such as 2026-11-30.",
        "“31.02.2027” is not a day such as 2026-11-30.",
        f"“{'x' * 40}” is not a day such as 2026-11-30.",
    ]
    assert before != filled.session.inquiry
    assert filled.session.inquiry.on.isoformat() == "2027-03-01"


@pytest.mark.parametrize(
    ("section", "key", "before", "after"),
    [
        (QDateEdit.Section.DaySection, Qt.Key.Key_Up, (2026, 11, 30), (2026, 12, 1)),
        (QDateEdit.Section.DaySection, Qt.Key.Key_Down, (2027, 1, 1), (2026, 12, 31)),
        (QDateEdit.Section.MonthSection, Qt.Key.Key_Up, (2026, 12, 31), (2027, 1, 31)),
        (QDateEdit.Section.MonthSection, Qt.Key.Key_Down, (2027, 3, 31), (2027, 2, 28)),
        (QDateEdit.Section.YearSection, Qt.Key.Key_Up, (2028, 2, 29), (2029, 2, 28)),
        (QDateEdit.Section.DaySection, Qt.Key.Key_Down, (1990, 1, 1), (1990, 1, 1)),
    ],
)
def test_an_arrow_goes_on_beyond_the_end_of_a_month(
    driver: Driver,
    section: QDateEdit.Section,
    key: Qt.Key,
    before: tuple[int, int, int],
    after: tuple[int, int, int],
) -> None:
    field = driver.window.question.on
    field.setDate(QDate(*before))
    driver.ctrl(Qt.Key.Key_D)
    field.setSelectedSection(section)
    QTest.keyClick(field, key)
    assert field.date() == QDate(*after)
    assert field.currentSection() == section


def turned(widget: QWidget) -> None:
    inside = QPointF(widget.rect().center())
    event = QWheelEvent(
        inside, widget.mapToGlobal(inside), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_over_the_question_asks_nothing(filled: Driver) -> None:
    bar, before = filled.window.question, filled.session.inquiry
    for field in (bar.on, bar.destination, bar.end_use, bar.scenario):
        for at_it in (False, True):
            if at_it:
                field.setFocus()
            turned(field)
    assert filled.session.inquiry == before


def test_the_keys_that_only_change_others_do_not_end_the_typing(filled: Driver) -> None:
    """A person presses Shift for the M of March, and for the stroke of a German keyboard."""
    field, said = filled.window.question.on, list[object]()
    filled.session.told.connect(said.append)
    field.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClicks(field, "15 ")
    for key in (Qt.Key.Key_CapsLock, Qt.Key.Key_Shift):
        QTest.keyPress(field, key)
    QTest.keyClicks(field, "M", shift)
    QTest.keyRelease(field, Qt.Key.Key_Shift)
    QTest.keyClicks(field, "ar 2027")
    assert field.lineEdit().text() == "15 Mar 2027"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.date(), said) == (QDate(2027, 3, 15), [])
    filled.quiet()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize(("key", "held"), OPENS)
def test_the_calendar_opens_by_key_and_gives_a_day(
    driver: Driver, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    """Alt+Down took a day away instead."""
    field = driver.window.question.on
    field.setDate(QDate(2026, 11, 24))
    driver.quiet()
    field.setFocus()
    QTest.keyClick(field, key, held)
    assert field.date() == QDate(2026, 11, 24)
    calendar = field.calendarWidget()
    assert calendar.isVisible()
    [days] = calendar.findChildren(QTableView)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert field.date() == QDate(2026, 11, 25)
    driver.qtbot.waitUntil(lambda: not calendar.isVisible())


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_walking_through_the_calendar_asks_once_and_escape_asks_nothing(driver: Driver) -> None:
    field, asked = driver.window.question.on, list[object]()
    field.setDate(QDate(2026, 11, 24))
    driver.session.question_changed.connect(asked.append)
    for last, day, times in ((Qt.Key.Key_Escape, 24, 0), (Qt.Key.Key_Return, 27, 1)):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_F4)
        calendar = field.calendarWidget()
        [days] = calendar.findChildren(QTableView)
        for _day in range(3):
            QTest.keyClick(days, Qt.Key.Key_Right)
        QTest.keyClick(days, last)
        driver.quiet()
        assert not calendar.isVisible()
        assert (field.date(), len(asked)) == (QDate(2026, 11, day), times)
    assert driver.session.inquiry.on.isoformat() == "2026-11-27"
    QTest.keyClicks(field, "1.12.2026")
    QTest.keyClick(field, Qt.Key.Key_Return)
    driver.quiet()
    assert driver.session.inquiry.on.isoformat() == "2026-12-01"
