"""A law scenario of the user: dropped, asked under, compared with, undone, kept, taken off again."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Event
from unittest.mock import patch

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_app import pipeline
from desktop_app.model.inquiry import Inquiry
from desktop_app.paths import shipped
from desktop_app.project.decisions import ScenarioText
from desktop_app.ui.libraries import SCENARIO_FOLDER, Libraries, scenario_file
from desktop_app.ui.question_bar import OWN
from desktop_app.ui.scenarios_sheet import ScenariosSheet
from tests.ui.driving import Driver, files, verdicts
from tests.ui.test_accessibility import cut, nameless
from tests.ui.test_compare import LIST, choose_law, compare

TITLE = "No. 57 {again} in force"
SCENARIO = f"""title: "{TITLE}"
sources:
  assumed: {{title: "Our counsel", url: "about:assumption", language: en, retrieved: 2026-11-22, grade: D}}
provisions:
  - control: CN-MOFCOM-2025-57
    provision: ""
    timeline:
      - {{from: 2026-11-11, state: suspended, source: assumed}}
      - {{from: 2026-12-01, state: in_force, source: assumed}}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "counsel.yml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


@pytest.fixture
def dropped(real: Driver, tmp_path: Path, own: Path) -> Driver:
    """A window on three parts, one of them under No. 57, with the scenario dropped on it."""
    path = tmp_path / "three.csv"
    path.write_text(LIST, encoding="utf-8")
    real.window.question.on.setDate(QDate(2026, 12, 5))
    real.drop(files([path]))
    real.wait_for_result()
    real.drop(files([own]))
    real.quiet()
    return real


@pytest.fixture
def small(filled: Driver, own: Path) -> Driver:
    """The same on the handmade answers, where no verdict is looked at."""
    filled.drop(files([own]))
    filled.quiet()
    return filled


def laws(driver: Driver) -> list[str]:
    box = driver.window.question.scenario
    return [box.itemText(at) for at in range(box.count())]


def opened(driver: Driver) -> ScenariosSheet:
    driver.window.menus.actions["scenarios"].trigger()
    (sheet,) = driver.window.findChildren(ScenariosSheet)
    return sheet


def button_of(sheet: ScenariosSheet, words: str) -> QPushButton:
    return next(b for b in sheet.findChildren(QPushButton) if b.accessibleName().startswith(words))


def test_it_is_offered_by_its_title_and_asked_under_from_the_strip(dropped: Driver) -> None:
    strip = dropped.window.strip
    assert TITLE in strip.words.text()
    assert laws(dropped)[-2:] == [TITLE, "Your own..."]
    assert dropped.session.inquiry.scenario == "today"
    dropped.click(strip.action)
    dropped.quiet()
    assert dropped.session.inquiry.scenario == "counsel"
    assert verdicts(dropped)["M-3"].startswith("needed")
    assert dropped.window.question.property("scenario")
    result = dropped.session.result
    assert result is not None
    assert result.assessment.scenario_title == TITLE
    dropped.window.question.choose_law("today")
    dropped.quiet()
    page = compare(dropped)
    choose_law(dropped, page, "counsel")
    assert page.sentence.text() == "1 of 3 parts changes its verdict."
    assert dropped.session.inquiry.scenario == "today", "nothing of the question changes"
    dropped.session.own_scenarios.remove("counsel", dropped.session.inquiry)
    dropped.quiet()
    assert page.law.currentData() == "today"
    assert page.sentence.text().startswith("Choose another day"), "what is gone is not shown"


def test_a_newer_file_of_the_same_name_takes_its_place(dropped: Driver, own: Path) -> None:
    dropped.window.question.choose_law("counsel")
    dropped.quiet()
    own.write_text(SCENARIO.replace("2026-12-01", "2027-02-01"), encoding="utf-8")
    dropped.drop(files([own]))
    dropped.quiet()
    assert not verdicts(dropped)["M-3"].startswith("needed")
    assert len(dropped.session.own_scenarios.all) == 1


def test_a_newer_file_is_compared_with_at_once(dropped: Driver, own: Path) -> None:
    page = compare(dropped)
    choose_law(dropped, page, "counsel")
    assert "needed" in [made.text() for made in page.area.findChildren(QLabel)]
    own.write_text(SCENARIO.replace("2026-12-01", "2027-02-01"), encoding="utf-8")
    dropped.drop(files([own]))
    dropped.quiet()
    assert page.law.currentData() == "counsel"
    said = [made.text() for made in page.area.findChildren(QLabel)]
    assert "suspended" in said
    assert "needed" not in said


def test_undo_takes_it_off_and_redo_brings_it_back(small: Driver) -> None:
    small.session.undo()
    small.quiet()
    assert TITLE not in laws(small)
    small.session.redo()
    small.quiet()
    assert laws(small)[-2] == TITLE


def test_removed_while_it_is_asked_about_the_law_as_known_is_asked(small: Driver) -> None:
    before = small.session.inquiry
    small.window.question.choose_law("counsel")
    small.quiet()
    sheet = opened(small)
    small.click(button_of(sheet, "Remove"))
    small.quiet()
    assert small.session.inquiry == before
    assert TITLE not in laws(small)
    assert not [
        b for b in sheet.findChildren(QPushButton) if "Remove" in b.text() and b.isVisible()
    ]
    sheet.accept()
    small.session.undo()
    small.quiet()
    assert small.session.inquiry.scenario == "counsel"
    assert small.window.question.scenario.currentText() == TITLE


def test_the_project_brings_it_to_another_window(dropped: Driver, tmp_path: Path) -> None:
    dropped.window.question.choose_law("counsel")
    dropped.quiet()
    target = tmp_path / "kept.lodestone"
    dropped.window.projects.save(target)
    dropped.quiet()
    dropped.window.projects._files.close()
    libraries = dropped.session.libraries
    libraries._own = {}
    libraries.forget()
    dropped.session.lay(dropped.session.history._taken[0].before)
    dropped.quiet()
    dropped.window.projects.open(target)
    dropped.quiet()
    assert dropped.window.question.scenario.currentText() == TITLE
    assert verdicts(dropped)["M-3"].startswith("needed")


def test_what_is_broken_or_not_here_says_so_and_nothing_changes(
    small: Driver, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: x\nwishes: 1\n", encoding="utf-8")
    small.drop(files([broken]))
    small.quiet()
    said = small.window.strip.words.text()
    assert "broken.yaml was not used as a law scenario" in said
    assert "'sources' is missing" in said
    assert len(small.session.own_scenarios.all) == 1

    # of one that nobody has no answer of another law stands under its name
    small.session.ask(Inquiry(small.session.inquiry.on, scenario="of-a-colleague"))
    small.quiet()
    assert small.session.result is not None
    assert small.session.result.assessment.inquiry.scenario == "today"
    assert small.window.question.scenario.currentData() == "today"
    assert "of-a-colleague, which is asked about, is not here" in small.window.strip.words.text()


def test_the_last_line_of_the_laws_opens_the_sheet_and_asks_nothing(small: Driver) -> None:
    bar, before = small.window.question, small.session.inquiry
    bar.scenario.setCurrentIndex(bar.scenario.findData(OWN))
    (sheet,) = small.window.findChildren(ScenariosSheet)
    assert small.session.inquiry == before
    assert bar.scenario.currentData() == "today"
    QApplication.processEvents()
    assert nameless(sheet) == []
    assert cut(sheet) == []
    assert TITLE in [made.text() for made in sheet.findChildren(QLabel)]
    order = [button_of(sheet, words) for words in ("Ask under it", "Remove", "Open", "Close")]
    for made in order:
        assert QApplication.focusWidget() is made, "the keyboard goes as one reads"
        QTest.keyClick(made, Qt.Key.Key_Tab)
    QTest.keyClick(order[0], Qt.Key.Key_Space)
    small.quiet()
    assert small.session.inquiry.scenario == "counsel"


def test_the_window_waits_for_no_worker_that_loads_a_law() -> None:
    libraries, began, goes_on = Libraries(), Event(), Event()

    def load(_path: Path | None) -> object:
        began.set()
        assert goes_on.wait(20)
        return object()

    with patch.object(pipeline, "load_library", load), ThreadPoolExecutor(1) as workers:
        loading = workers.submit(libraries.of, Inquiry(date(2026, 12, 5)))
        assert began.wait(20)
        libraries.use((ScenarioText("counsel", SCENARIO),))
        assert not loading.done()
        goes_on.set()
        loading.result(20)


def test_each_law_that_is_offered_has_a_name_and_a_title_of_its_own() -> None:
    """A project may be older than the program's scenario of that name; a file may copy a title."""
    libraries = Libraries()
    shipped_ones = libraries.scenarios()
    theirs = next(found for found in shipped_ones if found.name == "no57-in-force")
    libraries.use(
        [
            ScenarioText("no57-in-force", SCENARIO),
            ScenarioText("copy", SCENARIO),
            ScenarioText("us", SCENARIO.replace(TITLE, shipped_ones[0].title)),
        ]
    )
    offered = {found.name: found.title for found in libraries.scenarios()}
    assert len(offered) == len(libraries.scenarios()) == len(shipped_ones) + 2
    assert len(set(offered.values())) == len(offered)
    assert offered["no57-in-force"] == TITLE
    assert offered["copy"] == f"{TITLE} (copy)"
    assert theirs.title not in offered.values()

    libraries.use([ScenarioText("copy", SCENARIO)])
    offered = {found.name: found.title for found in libraries.scenarios()}
    assert (offered["copy"], offered["no57-in-force"]) == (TITLE, theirs.title)


def test_a_name_out_of_a_project_is_no_place_of_a_file(tmp_path: Path) -> None:
    """A project of somebody else may ask under "//server/share/x": nothing is looked for there."""
    other = tmp_path / "other.yaml"
    other.write_bytes((shipped(*SCENARIO_FOLDER) / "no57-in-force.yaml").read_bytes())
    with patch.object(Path, "is_file", side_effect=AssertionError("looked for")):
        assert scenario_file(str(other.with_suffix(""))) is None
        assert scenario_file("../scenarios/no57-in-force") is None
    assert scenario_file("no57-in-force") == shipped(*SCENARIO_FOLDER) / "no57-in-force.yaml"
    assert scenario_file("today") is None
