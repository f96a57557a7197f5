"""Why?: the decision path with evidence and sources, what would change it, what to ask and to do."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.ui.why_panel import MOST_WIDTH
from desktop_app.ui.why_place import LEAST_LIST
from tests.ui.driving import Driver


def opened(driver: Driver, part_id: int) -> list[str]:
    """The panel of a part, from top to bottom."""
    driver.window.risks.show_part(part_id)
    driver.quiet()
    return driver.window.risks.why.texts()


def test_enter_opens_the_reasons_and_esc_closes_them(filled: Driver) -> None:
    filled.risks.setFocus()
    filled.key(Qt.Key.Key_Return)
    filled.quiet()
    assert filled.window.risks.why.isVisible()
    filled.key(Qt.Key.Key_Escape)
    assert not filled.window.risks.why.isVisible()
    assert filled.risks.hasFocus()


def test_the_path_names_every_step_with_its_evidence_and_source(filled: Driver) -> None:
    said = opened(filled, 0)
    for step in (
        "A sintered magnet is a form this announcement lists.",
        "42SH usually holds Dy or Tb.",
        "Made in China, as the column Country of origin says.",
        "In force since 4 April 2025.",
    ):
        assert step in said
    assert "exact" in said
    assert any("mofcom.gov.cn" in words.replace("\u200b", "") for words in said)


def test_it_says_what_would_change_the_verdict(filled: Driver) -> None:
    said = opened(filled, 0)
    at = said.index("What would change this")
    assert said[at + 1] == "A test report without Dy, Tb and Ho would change this."


def test_it_says_where_the_part_stands_and_which_cells_were_read(filled: Driver) -> None:
    said = opened(filled, 0)
    assert "Northgate parts list 2026-11.xlsx › Parts › row 5" in said
    assert "D5" in said


def test_it_says_whom_to_ask_what(filled: Driver) -> None:
    said = opened(filled, 3)
    at = said.index("What to ask")
    assert said[at + 1] == "Ask the supplier"
    assert "test report" in said[at + 2]


def test_it_shows_both_cases_while_the_law_is_open(filled: Driver) -> None:
    said = opened(filled, 5)
    assert "If they were extended: suspended" in said
    assert "If the suspensions have ended: needed" in said


def test_it_tells_the_clock_in_words_and_as_a_bar(filled: Driver) -> None:
    said = " ".join(opened(filled, 0))
    assert (
        "Stock and cleared goods in transit last until 14 Jan 2027: 51 days (45 to 57), counted from "
    ) in said
    assert ", the day asked about. A licence" in said
    assert "A licence takes about 77 days (16 to 194)." in said
    assert "The gap is about 61 days" in said


def test_without_stock_it_says_why_there_is_no_date(filled: Driver) -> None:
    assert "No run-out date: stock or yearly demand of this part was not given." in opened(
        filled, 4
    )


def test_it_follows_the_cursor(filled: Driver) -> None:
    opened(filled, 0)
    filled.risks.setFocus()
    filled.key(Qt.Key.Key_Down)
    filled.quiet()
    assert filled.window.risks.why.texts()[0] == "Ring magnet Sm2Co17, 220 kA/m"


def test_it_is_written_anew_when_the_question_changes(filled: Driver) -> None:
    opened(filled, 0)
    sheet = filled.window.risks.why.sheet
    filled.session.ask(replace(filled.session.inquiry, scenario="lapsed"))
    filled.quiet()
    assert filled.window.risks.why.sheet is not sheet


def test_showing_a_part_lifts_a_filter_that_hides_it(filled: Driver) -> None:
    filled.click(filled.window.risks.chips["needed"])
    opened(filled, 13)
    assert filled.risks.chosen_part() == 13
    assert not filled.window.risks.chips["needed"].isChecked()


def test_the_question_can_be_copied_as_a_mail(filled: Driver) -> None:
    opened(filled, 4)
    filled.click(filled.window.risks.why.mail_button)
    mail = QGuiApplication.clipboard().text()
    assert "000000000010004720" in mail
    assert "What mass percentage of Dy, Tb and Ho does this magnet contain?" in mail
    assert "not verified" not in mail
    assert "%" not in mail


def test_of_a_part_that_needs_a_licence_it_is_asked_whether_it_was_applied_for(
    filled: Driver,
) -> None:
    opened(filled, 0)
    filled.click(filled.window.risks.why.mail_button)
    assert "been applied for?" in QGuiApplication.clipboard().text()


def test_without_a_question_there_is_no_mail(filled: Driver) -> None:
    opened(filled, 13)
    assert not filled.window.risks.why.mail_button.isEnabled()
    filled.ctrl(Qt.Key.Key_M)
    filled.quiet()
    assert "nothing to ask" in filled.window.status.words.text()


def test_in_a_narrow_window_it_lies_over_the_list(filled: Driver) -> None:
    filled.window.resize(1100, 720)
    opened(filled, 0)
    why = filled.window.risks.why
    assert why.parent() is filled.window.risks
    assert why.isVisible()
    filled.window.resize(1400, 800)
    filled.quiet()
    assert why.parent() is filled.window.risks.why_place.split
    assert why.isVisible()


def test_as_wide_as_they_were_drawn_the_reasons_come_again(filled: Driver) -> None:
    window = filled.window
    window.resize(1600, 800)
    opened(filled, 0)
    why, split = window.risks.why, window.risks.why_place.split
    before, edge = why.width(), split.handle(1)
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=QPoint(4, 100))
    QTest.mouseMove(edge, QPoint(-116, 100))
    QTest.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=QPoint(4, 100))
    drawn = why.width()
    assert drawn == before + 120
    window.resize(1100, 720)
    window.resize(1600, 800)
    filled.quiet()
    assert abs(why.width() - drawn) <= 1, "beside the list again"
    window.go_to("parts")
    assert window.settings.now.why_width == drawn


def test_drawn_in_a_wide_window_the_reasons_leave_the_list_room_in_a_narrow_one(
    filled: Driver,
) -> None:
    window = filled.window
    window.settings.change(why_width=1200)
    for width in (1320, 1900):
        window.resize(width, 720)
        opened(filled, 0)
        assert window.risks.left.width() >= LEAST_LIST
    assert window.risks.why.width() >= 1100, "as wide as drawn where there is room"
    window.resize(1320, 720)
    filled.quiet()
    assert window.risks.left.width() >= LEAST_LIST


def test_no_name_of_what_was_read_is_cut(filled: Driver) -> None:
    """German has Jahreseinkaufswert for annual spend: one letter too long for its column."""
    filled.window.language_wanted.emit("de")
    filled.quiet()
    opened(filled, 0)
    (title,) = (
        found
        for found in filled.window.risks.why.findChildren(QLabel)
        if found.text() == "Jahreseinkaufswert"
    )
    assert title.fontMetrics().horizontalAdvance(title.text()) <= title.width() <= MOST_WIDTH
