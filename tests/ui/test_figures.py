"""Figures that are judgement are set in the window, for the project, as one step that goes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.language.catalogue import Catalogue
from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.register.figures import load_figures
from desktop_app.ui.figures_sheet import FiguresSheet
from desktop_app.ui.set_figures import figure_lines, numbers_of, with_judgements
from tests.ui.driving import Driver, files

LIST = """Part number;Description;Supplier;Country of origin
M-1;Sintered NdFeB magnet N42SH 20x10x5;Nordmagnet;CN
"""
FIGURES = load_figures()


@pytest.fixture
def one(real: Driver, tmp_path: Path) -> Driver:
    path = tmp_path / "one.csv"
    path.write_text(LIST, encoding="utf-8")
    real.drop(files([path]))
    real.wait_for_result()
    return real


def opened(driver: Driver) -> FiguresSheet:
    driver.window.menus.actions["figures"].trigger()
    driver.qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), FiguresSheet), timeout=10_000
    )
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, FiguresSheet)
    return sheet


def type_into(sheet: FiguresSheet, name: str, *values: str) -> None:
    for edit, value in zip(sheet.fields[name], values, strict=True):
        edit.selectAll()
        QTest.keyClicks(edit, value)


def risk(driver: Driver) -> float:
    assert driver.session.result is not None
    return float(driver.session.result.assessment.numbers["licence_risk"].iloc[0])


def test_a_figure_is_set_acts_and_goes_back(one: Driver, tmp_path: Path) -> None:
    before = risk(one)
    sheet = opened(one)
    type_into(sheet, "assumed_cover_days", "200", "250", "300")
    sheet.who.setText("the planner")
    one.click(sheet.use)
    one.quiet()
    assert risk(one) < before
    again = opened(one)
    assert [edit.text() for edit in again.fields["assumed_cover_days"]] == ["200", "250", "300"]
    assert again.who.text() == "the planner"
    again.accept()
    path = tmp_path / f"one{PROJECT_SUFFIX}"
    one.window.projects.save(path)
    one.quiet()
    undo = one.window.menus.actions["undo"]
    assert undo.text() == "&Undo: the figures that are judgement"
    undo.trigger()
    one.quiet()
    assert risk(one) == before
    one.window.menus.actions["redo"].trigger()
    one.quiet()
    one.drop(files([path]))
    one.quiet()
    assert risk(one) < before


def test_numbers_that_make_no_sense_are_named_and_nothing_is_used(one: Driver) -> None:
    before = risk(one)
    sheet = opened(one)
    sheet.who.setText("the planner")
    for values in (("300", "250", "200"), ("1", "2", "soon"), ("-1", "2", "3")):
        type_into(sheet, "assumed_cover_days", *values)
        one.click(sheet.use)
        assert "How long stock lasts where not given" in sheet.note.text()
        assert sheet.fields["assumed_cover_days"][0].property("wrong")
    sheet.reject()
    one.quiet()
    assert risk(one) == before
    assert one.session.recorded is None


def test_who_says_so_is_asked(one: Driver) -> None:
    sheet = opened(one)
    type_into(sheet, "demand_spread", "20")
    one.click(sheet.use)
    assert "whose judgement" in sheet.note.text().lower()
    assert sheet.isVisible()
    sheet.reject()


def test_by_keyboard_a_figure_goes_back_to_what_is_shipped(one: Driver) -> None:
    one.session.recorded = with_judgements(None, {"demand_spread": (0.5,)}, "the planner")
    sheet = opened(one)
    (edit,) = sheet.fields["demand_spread"]
    assert edit.text() == "50"
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "10")
    sheet.use.setFocus()
    QTest.keyClick(sheet.use, Qt.Key.Key_Space)
    one.quiet()
    assert one.session.recorded is None


@pytest.mark.parametrize("typed", ["25,000", "25.000", "1.250.000"])
def test_thousands_that_could_be_decimals_are_asked_for_again(typed: str) -> None:
    lines = {line.name: line for line in figure_lines(FIGURES, None, Catalogue("en"))}
    with pytest.raises(ValueError, match="thousands"):
        numbers_of(lines["qualification_cost"], [typed], FIGURES)
    assert numbers_of(lines["qualification_cost"], ["25000"], FIGURES) == (25_000.0,)
    assert numbers_of(lines["holding_rate"], ["12.5"], FIGURES) == (0.125,)


@pytest.mark.parametrize("language", ["de", "en", "fr", "ja"])
def test_every_language_reads_the_numbers_it_shows(language: str) -> None:
    for line in figure_lines(FIGURES, None, Catalogue(language)):
        numbers = numbers_of(line, line.values, FIGURES)
        assert numbers == pytest.approx(FIGURES.assumptions[line.name].value), line.name
        assert line.words
        assert line.rests_on


def test_sources_are_named_in_the_language_of_the_window() -> None:
    """At the third hand, with its month: as a report names them."""
    lines = {line.name: line for line in figure_lines(load_figures(), None, Catalogue("de"))}
    assert "Juni 2025, abgedruckt bei Business Standard" in lines["assumed_cover_days"].rests_on
