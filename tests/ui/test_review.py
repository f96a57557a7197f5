"""Decide by kind: one answer for many parts, named in the reasons, undoable, kept in the project."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import pipeline
from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.ui.family_sheet import FamilySheet
from desktop_app.ui.review_page import ReviewPage
from tests.ui.driving import Driver, verdicts
from tests.ui.laid import lay
from tests.ui.test_accessibility import cut, nameless

LIST = """Part number;Description;Supplier;Country of origin;Lead time days;Annual spend;Currency
X-1;XK-4711/B;Blech KG;CN;;300;EUR
X-2;XK-4712/B;Blech KG;CN;;200;EUR
X-3;XK-4713/B;Blech KG;DE;;100;EUR
M-1;Segmentmagnet 42SH R20;Nordmagnet GmbH;CN;40;9000;EUR
M-2;Segmentmagnet 42SH R32;Nordmagnet GmbH;;40;9000;EUR
S-1;Servomotor 1FK7042;Antrieb AG;CZ;;1;EUR
"""


@pytest.fixture
def open_list(real: Driver) -> Driver:
    lay(real, LIST)
    return real


def opened(driver: Driver) -> ReviewPage:
    driver.ctrl(Qt.Key.Key_6)
    driver.quiet()
    page = driver.window.above.pages.review
    assert page is not None
    page.author.setText("Ada")
    return page


def kinds(page: ReviewPage) -> list[str]:
    return [line.decision.kind for line in page.found.lines]


def choose(page: ReviewPage, kind: str) -> None:
    page.choose(page.found.lines[kinds(page).index(kind)].key)


def test_the_queue_shows_the_group_the_answers_and_what_they_mean(open_list: Driver) -> None:
    page = opened(open_list)
    assert page.lead.text() == "4 decisions, about 6 parts, what changes most first."
    assert kinds(page) == ["unrecognised", "supplier", "law", "supplier"]
    assert page.list.item(0).text() == (
        "Not recognised: XK-4711/B and alike\n3 parts · changes 3 verdicts · 600 EUR a year"
    )
    assert "3 not covered" in page.texts()
    choose(page, "law")
    assert "If it is suspended: 1 suspended" in page.texts()
    open_list.click(page.answers["law"])
    open_list.quiet()
    legal = open_list.window.above.pages.legal
    assert legal is not None
    assert legal.key == "CN-MOFCOM-2025-61/s.1(1)"
    page = opened(open_list)
    page.part_opened.emit(2)
    open_list.quiet()
    assert open_list.window.stage == "risks"
    assert open_list.window.risks.why.sheet is not None
    assert open_list.window.risks.why.sheet.part_id == 2


def test_reviewed_once_it_holds_for_all_texts_alike_and_is_named(
    open_list: Driver, tmp_path: Path
) -> None:
    before = verdicts(open_list)
    assert before["X-1"] == before["X-3"] == "not screened"
    page = opened(open_list)
    open_list.click(page.answers["none"])
    open_list.quiet()
    after = verdicts(open_list)
    assert {after[part] for part in ("X-1", "X-2", "X-3")} == {"not covered"}
    assert "unrecognised" not in kinds(page)
    open_list.window.risks.show_part(0)
    open_list.quiet()
    said = " ".join(open_list.window.risks.why.texts())
    assert "Reviewed by Ada on " in said
    path = tmp_path / f"open{PROJECT_SUFFIX}"
    open_list.window.projects.save(path)
    open_list.quiet()
    kept, _ = pipeline.read_project(path)
    assert [(c.scope, c.names, c.by) for c in kept.confirmations] == [
        ("pattern", ("xk-#/b",), "Ada")
    ]
    open_list.session.undo()
    open_list.quiet()
    assert verdicts(open_list) == before


def test_something_else_is_looked_up_and_held_for_a_number(open_list: Driver) -> None:
    page = opened(open_list)
    page.reach.setCurrentIndex(page.reach.findData("number"))
    open_list.click(page.answers["other"])
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, FamilySheet)
    QTest.keyClicks(sheet.field, "Sm2Co17 magnet")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    open_list.quiet()
    after = verdicts(open_list)
    assert after["X-1"].startswith("needed")
    assert after["X-3"] != "not screened"
    assert open_list.session.recorded is not None
    (made,) = open_list.session.recorded.confirmations
    assert (made.scope, made.names, made.by) == ("number", ("x1", "x2", "x3"), "Ada")
    assert made.instead == "magnet-sm2co17"
    done = page.found.done[0]
    assert done.title == "Corrected to: Sm2Co17 magnet"
    page.choose(done.key)
    open_list.click(page.answers["withdraw"])
    open_list.quiet()
    assert not open_list.session.recorded
    assert "unrecognised" in kinds(page)


def test_a_supplier_is_asked_once_and_only_what_changes_something(open_list: Driver) -> None:
    page = opened(open_list)
    page.choose("supplier/Nordmagnet GmbH")
    assert {"leaves_china/yes", "lead_time_holds_licence/yes", "general_licence_until"} <= set(
        page.answers
    )
    page.answers["leaves_china/yes"].setFocus()
    QTest.keyClick(page.answers["leaves_china/yes"], Qt.Key.Key_Space)
    open_list.quiet()
    assert verdicts(open_list)["M-2"].startswith("needed")
    page.choose("supplier/Nordmagnet GmbH")
    assert "leaves_china/yes" not in page.answers
    open_list.click(page.answers["general_licence_until"])
    open_list.quiet()
    page.choose("supplier/Nordmagnet GmbH")
    assert "Nordmagnet GmbH" not in [line.title for line in page.found.lines]
    assert open_list.session.recorded is not None
    assert {fact.fact for fact in open_list.session.recorded.facts} == {
        "leaves_china", "general_licence_until",
    }  # fmt: skip
    page.choose("supplier/Antrieb AG")
    assert {key.partition("/")[0] for key in page.answers} == {
        "leaves_china", "standard_declaration",
    }  # fmt: skip


def test_without_a_list_it_says_what_will_stand_here_and_nothing_is_cut(real: Driver) -> None:
    assert not real.window.menus.actions["review"].isEnabled()
    real.window.above.pages.show_review()
    real.quiet()
    page = real.window.above.pages.review
    assert page is not None
    assert page.lead.text().startswith("Once a list is read")
    assert page.list.count() == 0
    lay(real, LIST)
    page = opened(real)
    for language in ("de", "zh", "en"):
        real.window.language_wanted.emit(language)
        real.quiet()
        for row in range(page.list.count()):
            page.list.setCurrentRow(row)
            real.quiet()
            assert cut(page) == []
            assert nameless(page) == []
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert real.window.pages.currentWidget() is not page
