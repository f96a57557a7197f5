"""Listed names: looked up, added with their source, matched at once, withdrawn; never a clearance."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.paths import PROJECT_SUFFIX, data_home
from desktop_app.ui.dialogs import SettingsSheet
from desktop_app.ui.listed_lines import Draft, draft_of, faults_of, name_of
from desktop_app.ui.listed_page import NEW, SIDE, ListedPage
from tests.ui.driving import Driver
from tests.ui.laid import lay
from tests.ui.test_accessibility import cut, nameless

LIST = """Part number;Description;Supplier;Country of origin
M-1;Segmentmagnet 42SH R20;Blackwater Magnetics Ltd.;CN
M-2;Segmentmagnet 42SH R32;Nordmagnet GmbH;CN
"""
TODAY = date(2026, 11, 25)
WHOLE = Draft("Blackwater Magnetics", "control", TODAY, "No. 99 of 2026", "mofcom.gov.cn, 24 Nov",
              "US", "Blackwater, BWM", "Ada")  # fmt: skip


@pytest.fixture
def two(real: Driver) -> Driver:
    lay(real, LIST)
    return real


def opened(driver: Driver) -> ListedPage:
    driver.ctrl_shift(Qt.Key.Key_L)
    driver.quiet()
    page = driver.window.above.kept_pages.listed
    assert page is not None
    return page


def press(driver: Driver, page: ListedPage, key: str) -> None:
    page.buttons[key].setFocus()
    QTest.keyClick(page.buttons[key], Qt.Key.Key_Space)
    driver.quiet()


def fill(page: ListedPage, draft: Draft) -> None:
    for field in ("name", "aliases", "announcement", "source", "country", "by"):
        page.form.texts[field].setText(getattr(draft, field))


def names(driver: Driver) -> list[str]:
    recorded = driver.session.recorded
    return [] if recorded is None else [made.name for made in recorded.listed]


def test_a_name_is_added_by_keyboard_matches_at_once_and_goes_back(
    two: Driver, tmp_path: Path
) -> None:
    page = opened(two)
    assert "not matched is not cleared" in page.lead.text()
    shipped = page.list.count()
    assert shipped > 10
    page.choose(NEW)
    press(two, page, "record")
    assert [n for n, e in page.form.texts.items() if e.property("wrong")] == [
        "name", "announcement", "source",
    ]  # fmt: skip
    fill(page, WHOLE)
    press(two, page, "record")
    assert page.list.count() == shipped + 1
    assert page.line is not None
    assert page.line.parts == ((0, "Segmentmagnet 42SH R20"),)
    said = page.texts()
    assert "Read in mofcom.gov.cn, 24 Nov." in said
    assert "Also: Blackwater; BWM" in said
    assert any(words.startswith("Added by Ada on ") for words in said)
    assert page.list.currentItem().text().endswith("resembled by 1 part")
    result = two.session.result
    assert result is not None
    assert [kind.listed_supplier for kind in result.assessment.licences] == [True, False]
    page.form.texts["name"].setText("Blackwater Magnetics Limited")
    press(two, page, "record")
    assert page.list.count() == shipped + 1
    path = tmp_path / f"team{PROJECT_SUFFIX}"
    two.window.projects.save(path)
    two.quiet()
    kept, _ = pipeline.read_project(path)
    assert [name.name for name in kept.listed] == ["Blackwater Magnetics Limited"]
    press(two, page, "withdraw")
    assert page.list.count() == shipped
    assert names(two) == []
    two.session.undo()
    two.quiet()
    assert names(two) == ["Blackwater Magnetics Limited"]
    page.part_opened.emit(0)
    two.quiet()
    assert two.window.stage == "risks"
    why = two.window.risks.why
    assert why.sheet is not None
    why.listed.setFocus()
    QTest.keyClick(why.listed, Qt.Key.Key_Space)
    two.quiet()
    assert page.line is not None
    assert page.line.title == "Blackwater Magnetics Limited"


def test_buyer_and_end_user_are_entered_here_and_compared(two: Driver) -> None:
    page = opened(two)
    page.choose(SIDE)
    two.quiet()
    page.form.texts["buyer"].setText("Muster GmbH")
    page.form.texts["end_user"].setText("TDK Europe GmbH")
    press(two, page, "record")
    said = page.texts()
    assert any("Muster GmbH" in words and "does not mean cleared" in words for words in said)
    assert any("TDK Europe GmbH" in words and "watch list" in words for words in said)
    result = two.session.result
    assert result is not None
    assert [kind.listed_user for kind in result.assessment.licences] == ["watch", "watch"]
    firm = next(line for line in page.found.lines if line.title == "TDK Corporation")
    assert [part for part, _ in firm.parts] == [0, 1]
    page.form.texts["end_user"].setText("")
    press(two, page, "record")
    assert two.session.recorded is not None
    assert [made.name for made in two.session.recorded.users] == ["buyer"]
    two.session.undo()
    two.quiet()
    assert [made.name for made in two.session.recorded.users] == ["buyer", "end_user"]
    assert not nameless(page)
    assert not cut(page)


def test_another_sender_of_letters_is_compared_at_once(two: Driver) -> None:
    two.window.menus.actions["settings"].trigger()
    sheet = two.window.findChild(SettingsSheet)
    assert sheet is not None
    for typed, listed in (("TDK Europe GmbH, Berlin", "watch"), ("", None)):
        sheet.letterhead.sender_line.setText(typed)
        sheet.letterhead.sender_line.editingFinished.emit()
        two.quiet()
        result = two.session.result
        assert result is not None
        assert [kind.listed_user for kind in result.assessment.licences] == [listed, listed]
    sheet.close()


def test_the_sender_of_the_house_is_compared_where_the_user_set_none(two: Driver) -> None:
    own = data_home() / "templates" / "house.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    for stated, listed in (("TDK Europe GmbH, Berlin", "watch"), ("Muster GmbH", None)):
        own.write_text(f'letterhead: {{sender: "{stated}"}}', encoding="utf-8")
        os.utime(own, ns=(0, len(stated)))
        two.session.ask(replace(two.session.inquiry, destination="FR" if listed else "DE"))
        two.quiet()
        result = two.session.result
        assert result is not None
        assert [kind.listed_user for kind in result.assessment.licences] == [listed, listed]


def test_a_name_of_the_register_is_found_and_cannot_be_changed_here(two: Driver) -> None:
    page = opened(two)
    page.find_field.setFocus()
    QTest.keyClicks(page.find_field, "kawasaki aerospace")
    two.quiet()
    assert 1 < page.list.count() < 5
    page.list.setCurrentRow(1)
    assert page.line is not None
    assert page.line.title.startswith("Kawasaki")
    assert page.buttons == {}
    assert any("cannot be taken off" in words for words in page.texts())
    assert any(words.endswith("Not matched is not cleared.") for words in page.texts())
    assert nameless(page) == []
    for language, size in (("de", (960, 600)), ("zh", (1280, 720)), ("en", (960, 600))):
        two.window.language_wanted.emit(language)
        two.window.resize(*size)
        two.quiet()
        for row in (0, 1):
            page.list.setCurrentRow(row)
            QApplication.processEvents()
            assert cut(page) == []
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert two.window.pages.currentWidget() is not page


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, []), ({"name": " "}, ["name"]), ({"name": "--"}, ["name"]), ({"source": ""}, ["source"]),
        ({"announcement": ""}, ["announcement"]), ({"by": ""}, ["by"]),
        ({"country": "Nowhere"}, ["country"]), ({"country": ""}, []),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(changed: dict[str, str], fields: list[str]) -> None:
    draft = WHOLE._replace(**changed)  # type: ignore[arg-type]
    assert [field for field, _ in faults_of(draft)] == fields
    if fields:
        with pytest.raises(ValueError, match="complete"):
            name_of(draft, TODAY)


def test_a_record_fills_the_form_again() -> None:
    made = name_of(WHOLE, TODAY)
    assert (made.country, made.aliases, made.on) == ("US", ("Blackwater", "BWM"), TODAY)
    assert name_of(draft_of(made, Catalogue("en")), TODAY) == made
