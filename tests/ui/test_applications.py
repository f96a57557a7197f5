"""Applications and licences: recorded once, counted in working days, taken out of the first count."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from desktop_app import pipeline
from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.project.licences import LicenceRecord
from desktop_app.register.figures import load_figures
from desktop_app.ui import applications_page
from desktop_app.ui.applications_lines import Counting, clock_of
from desktop_app.ui.applications_page import NEW, ApplicationsPage
from desktop_app.ui.applications_record import Draft, draft_of, faults_of, record_of
from tests.matching.parts import part_table
from tests.ui.driving import Driver, verdicts
from tests.ui.laid import lay
from tests.ui.test_accessibility import cut, nameless

LIST = """Part number;Description;Supplier;Country of origin;Stock;Annual consumption
M-1;Sintered magnet Sm2Co17 block 10x10x5;Erdwerk GmbH;CN;100;3650
M-2;Sintered magnet Sm2Co17 ring 20x10x5;Erdwerk GmbH;CN;100;365
M-3;Sintered magnet Sm2Co17 disc 8x3;Nordstern GmbH;CN;;
"""
ON = date(2026, 11, 24)


@pytest.fixture
def three(real: Driver) -> Driver:
    lay(real, LIST)
    return real


def opened(driver: Driver) -> ApplicationsPage:
    driver.ctrl(Qt.Key.Key_L)
    driver.quiet()
    page = driver.window.above.pages.applications
    assert page is not None
    return page


def paper(page: ApplicationsPage, kind: str) -> None:
    box = page.form.choices["paper"]
    box.setCurrentIndex(box.findData(kind))


def record(driver: Driver, page: ApplicationsPage) -> None:
    driver.click(page.record)
    driver.quiet()


def answer(driver: Driver) -> str:
    assert driver.session.result is not None
    return driver.session.result.answer[0]


def test_the_keyboard_is_in_the_form_at_once_and_comes_there_from_the_list(three: Driver) -> None:
    three.risks.choose(0)
    page = opened(three)
    assert page.form.texts["supplier"].text() == "Erdwerk GmbH"
    assert page.form.texts["parts"].hasFocus()
    page.list.setFocus()
    three.key(Qt.Key.Key_Return)
    assert page.form.choices["paper"].hasFocus()
    three.window.menus.actions["law"].trigger()
    three.quiet()
    assert three.window.above.pages.legal is not None
    assert three.window.above.pages.legal.list.hasFocus()
    three.key(Qt.Key.Key_Return)
    now = QApplication.focusWidget()
    assert now is not None
    assert three.window.above.pages.legal.area.isAncestorOf(now)


def test_a_licence_takes_its_parts_out_of_the_first_count_and_goes_back(three: Driver) -> None:
    assert answer(three) == "3 parts need a licence."
    page = opened(three)
    assert page.key == NEW
    paper(page, "licence")
    page.form.texts["supplier"].setText("Erdwerk GmbH")
    page.form.texts["parts"].setText("M-1")
    page.form.texts["number"].setText("L-77")
    page.form.texts["quantity_left"].setText("40")
    page.form.texts["unit"].setText("kg")
    page.form.days["valid_until"].set_day(date(2027, 3, 1))
    record(three, page)
    assert answer(three) == "3 parts need a licence; 2 of them have none on the way."
    assert verdicts(three)["M-1"] == "needed, licence held"
    assert page.list.currentItem().text().startswith("L-77, Erdwerk GmbH\nValid until 1 Mar 2027")
    assert "40 kg left." in page.texts()
    assert any(words.startswith("First to run out without it: Sintered") for words in page.texts())
    page.form.texts["quantity_left"].setText("0")
    record(three, page)
    assert "Used up." in page.texts()
    assert answer(three) == "3 parts need a licence."
    assert len(page.lines) == 1, "the change took the place of the record"
    three.session.undo()
    three.quiet()
    assert verdicts(three)["M-1"] == "needed, licence held"
    three.click(page.withdraw)
    three.quiet()
    assert answer(three) == "3 parts need a licence."
    assert page.key == NEW
    paper(page, "general")
    page.form.texts["supplier"].setText("erdwerk gmbh")
    page.form.days["valid_until"].set_day(date(2027, 6, 30))
    record(three, page)
    assert three.session.result is not None
    covered = [found.general_licence for found in three.session.result.assessment.licences]
    assert covered == [True, True, False]
    assert "General licence until 30 Jun 2027." in page.texts()


def test_an_application_of_the_part_under_the_cursor_is_counted_in_working_days(
    three: Driver, tmp_path: Path
) -> None:
    three.risks.choose(0)
    page = opened(three)
    assert (page.form.words("supplier"), page.form.words("parts")) == ("Erdwerk GmbH", "M-1")
    page.form.texts["parts"].setText("")
    page.form.texts["papers_missing"].setText("end-user certificate")
    page.form.days["filed"].set_day(date(2026, 11, 3))
    record(three, page)
    said = page.texts()
    assert "Working day 15 of 45 since it was filed on 3 Nov 2026." in said
    assert "Papers missing: end-user certificate." in said
    assert any(words.startswith("2 parts of this list belong to it") for words in said)
    assert answer(three) == "3 parts need a licence; 1 of them have none on the way."
    assert verdicts(three)["M-2"] == "needed, filed 3 Nov 2026"
    path = tmp_path / f"three{PROJECT_SUFFIX}"
    three.window.projects.save(path)
    three.quiet()
    kept, _ = pipeline.read_project(path)
    assert [record.filed for record in kept.licences] == [date(2026, 11, 3)]


def test_without_a_list_it_waits_in_the_session_and_nothing_is_cut(real: Driver) -> None:
    page = opened(real)
    assert "Nothing is recorded yet." in page.list.item(0).text()
    page.form.texts["supplier"].setText("Erdwerk GmbH")
    record(real, page)
    assert real.session.recorded is not None
    assert len(page.lines) == 1
    assert real.window.menus.actions["undo"].text().endswith("the application of Erdwerk GmbH")
    lay(real, LIST)
    page = opened(real)
    for language in ("de", "zh", "en"):
        real.window.language_wanted.emit(language)
        real.quiet()
        for kind in ("application", "licence", "general"):
            paper(page, kind)
            real.quiet()
            assert cut(page) == []
            assert nameless(page) == []


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft("application", " ", filed=ON), "supplier"),
        (Draft("application", "A"), "filed"),
        (Draft("application", "A", filed=ON, accepted=ON - timedelta(days=1)), "filed"),
        (Draft("licence", "A", valid_until=ON), "number"),
        (Draft("licence", "A", number="L"), "valid_until"),
        (Draft("licence", "A", number="L", valid_until=ON, quantity="ten"), "quantity"),
        (Draft("licence", "A", number="L", valid_until=ON, quantity_left="-1"), "quantity_left"),
        (Draft("licence", "A", number="L", valid_from=ON, valid_until=date(2026, 1, 1)),
         "valid_until"),
        (Draft("general", "A"), "valid_until"),
        (Draft("application", "A", parts="M-9", filed=ON), "parts"),
    ],
)  # fmt: skip
def test_each_thing_that_is_wrong_is_said_at_its_field(draft: Draft, field: str) -> None:
    parts = part_table(part_number=["M-1"], supplier=["A"])
    assert [name for name, _ in faults_of(draft, parts)] == [field]


def test_what_was_recorded_comes_back_into_the_form_as_it_was_typed() -> None:
    parts = part_table(part_number=["M-1", "M 2"], supplier=["A", "A"])
    draft = Draft("licence", "A", "M-1, M 2", ON, None, "L-1", None, date(2027, 1, 1), "12,5", "3",
                  "kg", "B GmbH", "", "a note")  # fmt: skip
    assert faults_of(draft, parts) == []
    made = record_of(draft)
    assert (made.quantity, made.quantity_left) == (12.5, 3.0)
    back = draft_of(made, parts)
    assert back == draft._replace(quantity="12.5")
    assert record_of(back, made) == made


@pytest.mark.parametrize(
    ("filed", "accepted", "day", "gone"),
    [
        (date(2026, 11, 20), None, date(2026, 11, 20), 0),
        (date(2026, 11, 20), None, date(2026, 11, 23), 1),  # Friday to Monday
        (date(2026, 9, 30), None, date(2026, 10, 8), 1),  # the National Day holidays
        (date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 24), 2),
    ],
)
def test_working_days_are_counted_by_the_calendar_from_acceptance_else_filing(
    filed: date, accepted: date | None, day: date, gone: int
) -> None:
    counting = Counting(load_figures().china_days, 45, day)
    record = LicenceRecord("1", "A", filed=filed, accepted=accepted)
    clock = clock_of(record, counting)
    assert clock is not None
    assert clock.gone == gone
    at_the_end = clock_of(record, Counting(counting.calendar, 45, clock.due))
    assert at_the_end is not None
    assert at_the_end.gone == 45


def test_working_days_of_a_later_shipment_have_not_gone_by_yet(
    three: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filed today and asked about in March: it said working day 72 of 45, and that the time was over."""
    monkeypatch.setattr(applications_page, "today_in_china", lambda: ON)
    three.window.question.on.setDate(QDate(2027, 3, 15))
    three.quiet()
    page = opened(three)
    page.form.texts["supplier"].setText("Erdwerk GmbH")
    page.form.days["filed"].set_day(ON)
    record(three, page)
    said = page.texts()
    assert "Working day 0 of 45 since it was filed on 24 Nov 2026." in said
    assert any(words.startswith("The time to decide ends on") for words in said)


def test_nothing_runs_before_it_is_filed() -> None:
    counting = Counting(load_figures().china_days, 45, ON)
    assert clock_of(LicenceRecord("1", "A"), counting) is None
    assert clock_of(LicenceRecord("1", "A", filed=ON + timedelta(days=1)), counting) is None
