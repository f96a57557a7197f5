"""Compare: what another day or another law changes, in groups, with its reason and its parts."""

from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from desktop_app import pipeline
from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.ui.compare_page import ComparePage
from desktop_app.ui.libraries import Libraries, scenario_file
from tests.one_library import shipped_library
from tests.ui.driving import Driver, files, verdicts
from tests.ui.test_accessibility import cut, nameless

LIST = """Part number;Description;Supplier;Country of origin;Annual spend;Currency
M-1;Sintered magnet Sm2Co17 block 10x10x5;Erdwerk GmbH;CN;1200;EUR
M-2;Hexagon screw M6x20 DIN 933;Erdwerk GmbH;DE;10;EUR
M-3;Holmium oxide powder 99.9 %;Nordstern GmbH;CN;500;EUR
"""


@pytest.fixture
def three(real: Driver, tmp_path: Path) -> Driver:
    """A window on three parts; one of them is covered by an announcement that is suspended."""
    path = tmp_path / "three.csv"
    path.write_text(LIST, encoding="utf-8")
    real.window.question.on.setDate(QDate(2026, 12, 5))
    real.drop(files([path]))
    real.wait_for_result()
    return real


def compare(driver: Driver) -> ComparePage:
    """The page, by its shortcut."""
    driver.risks.setFocus()
    driver.ctrl(Qt.Key.Key_B)
    driver.quiet()
    page = driver.window.risks.compare
    assert page is not None
    assert page.isVisible()
    return page


def said(page: ComparePage) -> list[str]:
    inside = page.area.widget()
    assert inside is not None
    return [made.text() for made in inside.findChildren(QLabel) if made.text()]


def choose_law(driver: Driver, page: ComparePage, name: str) -> None:
    page.law.setCurrentIndex(page.law.findData(name))
    driver.quiet()


def offers(page: ComparePage) -> dict[str, QPushButton]:
    return {made.text(): made for made in page.area.findChildren(QPushButton)}


def test_before_anything_is_chosen_it_says_what_it_needs_and_offers_it(three: Driver) -> None:
    page = compare(three)
    assert "Choose another day or another law" in page.sentence.text()
    assert list(offers(page)) == [
        "If the suspensions have ended", "If they were extended", "If it leaves China on 5 Mar 2027",
        "Save as a project...",
    ]  # fmt: skip
    assert nameless(page) == []
    assert cut(page) == []
    offered = offers(page)["If the suspensions have ended"]
    offered.setFocus()
    three.key(Qt.Key.Key_Space)
    three.quiet()
    assert page.area.hasFocus()
    assert page.law.currentData() == "lapsed"
    assert page.compared is not None
    assert page.sentence.text() == page.compared.sentence


def test_it_offers_the_last_run_once_there_is_a_project(three: Driver, tmp_path: Path) -> None:
    page = compare(three)
    three.click(offers(page)["Save as a project..."])
    dialog = three.window.findChild(QFileDialog)
    assert dialog is not None
    assert [Path(name).stem for name in dialog.selectedFiles()] == ["three"]
    dialog.reject()
    three.window.projects.save(tmp_path / "work.lodestone")
    three.quiet()
    offered = list(offers(page))
    assert "Save as a project..." not in offered
    assert offered[-1].startswith("The last run, ")
    offers(page)[offered[-1]].click()
    three.quiet()
    assert page.run.currentData() > 0
    assert page.sentence.text() == "Every part stands as it did in that run."


def test_another_law_shows_groups_with_reason_parts_and_money(three: Driver) -> None:
    before = verdicts(three)
    page = compare(three)
    choose_law(three, page, "no57-in-force")
    assert page.sentence.text() == "1 of 3 parts changes its verdict."
    words = said(page)
    assert "needed" in words
    assert "1 part · 500 EUR a year" in words
    assert any("Assumed in this scenario" in line for line in words)
    buttons = [made.accessibleName() for made in page.area.findChildren(QPushButton)]
    assert buttons == ["M-3: Holmium oxide powder 99.9 %"]
    assert verdicts(three) == before
    assert three.session.inquiry.scenario == "today"


def test_work_on_a_newer_file_that_was_given_up_leaves_something_to_compare(
    three: Driver, tmp_path: Path
) -> None:
    path = tmp_path / "fourth.csv"
    path.write_text(LIST.splitlines()[0] + "\nM-4;Holmium oxide powder;Nordstern GmbH;CN;1;EUR\n")
    # At once: waited for from outside, the answer was there already on a busy machine.
    three.session.history_changed.connect(three.session.cancel)
    with three.qtbot.waitSignal(three.session.work_cancelled, timeout=20_000):
        three.drop(files([path]))
    three.session.history_changed.disconnect(three.session.cancel)
    assert len(three.session.files) == 2
    three.quiet()
    page = compare(three)
    choose_law(three, page, "no57-in-force")
    assert page.sentence.text() == "2 of 4 parts change their verdict."


def test_another_day_before_the_law_and_back_by_escape(three: Driver) -> None:
    page = compare(three)
    page.day.setDate(QDate(2025, 4, 3))
    three.quiet()
    assert page.compared is not None
    assert {group.after_words for group in page.compared.groups} == {"not covered"}
    three.window.rail.buttons["risks"].setFocus()
    three.window.strip.hide()
    three.key(Qt.Key.Key_Escape)
    assert three.window.risks.table.isVisible()
    assert three.risks.hasFocus()


def test_the_name_of_a_part_leads_to_its_reasons(three: Driver) -> None:
    page = compare(three)
    choose_law(three, page, "no57-in-force")
    part = page.area.findChildren(QPushButton)[0]
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Space)
    three.quiet()
    assert three.window.risks.why.isVisible()
    assert three.window.risks.why.texts()[0] == "Holmium oxide powder 99.9 %"


def test_an_answer_that_fails_says_so_and_keeps_the_one_before(three: Driver) -> None:
    page, before = compare(three), verdicts(three)
    refused = CodedError(Problem("E_CORRUPT", msg("It broke."), msg("Try again.")))
    with patch.object(Libraries, "of", side_effect=refused):
        choose_law(three, page, "lapsed")
    assert page.sentence.text() == "Nothing was compared."
    assert "It broke." in three.window.strip.words.text()
    assert verdicts(three) == before


def test_the_page_fits_and_names_its_controls(three: Driver) -> None:
    page = compare(three)
    choose_law(three, page, "heavy-rare-earths-stop")
    three.window.resize(960, 600)
    QApplication.processEvents()
    assert nameless(page) == []
    assert cut(page) == []


def test_the_question_bar_offers_the_scenarios_by_title(three: Driver) -> None:
    bar = three.window.question.scenario
    titles = [bar.itemText(at) for at in range(bar.count())]
    assert "Military use" in titles
    assert len(titles) > 3
    bar.setCurrentIndex(bar.findData("no57-in-force"))
    three.quiet()
    assert three.session.inquiry.scenario == "no57-in-force"
    assert verdicts(three)["M-3"].startswith("needed")
    assert three.window.question.property("scenario")


def test_what_a_scenario_sets_goes_with_it(three: Driver) -> None:
    bar = three.window.question
    before = three.session.inquiry
    bar.scenario.setCurrentIndex(bar.scenario.findData("us-destination"))
    three.quiet()
    assert three.session.inquiry.destination == "US"
    assert bar.destination.currentData() == "US"
    bar.scenario.setCurrentIndex(bar.scenario.findData("defence-use"))
    three.quiet()
    asked = three.session.inquiry
    assert (asked.destination, asked.end_use) == (before.destination, "military")
    bar.scenario.setCurrentIndex(bar.scenario.findData("today"))
    three.quiet()
    assert three.session.inquiry == before


def test_a_law_is_loaded_once(three: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    libraries, inquiry = three.session.libraries, three.session.inquiry
    loaded: list[pipeline.Library] = []

    def load(_path: Path | None) -> pipeline.Library:
        loaded.append(shipped_library())
        return loaded[-1]

    monkeypatch.setattr(pipeline, "load_library", load)
    assert libraries.of(inquiry) is libraries.of(inquiry)
    assert len(loaded) == 0, "it was loaded with the window"
    libraries.forget()
    assert libraries.of(inquiry) is libraries.of(inquiry)
    assert len(loaded) == 1
    assert scenario_file("today") is None
