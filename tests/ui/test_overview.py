"""The list in pictures: what they show, by value; then by mouse and keyboard on the real rooms."""

from datetime import date
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.inquiry import Inquiry
from desktop_app.register.edition import load_edition
from desktop_app.register.figures import load_figures
from desktop_app.report.chain_strips import CHINA, Chain, chains_drawing
from desktop_app.report.display import Rect, Text
from desktop_app.report.drawings import Drawing, Place
from desktop_app.report.law_timeline import law_lines, timeline_drawing
from desktop_app.report.supplier_map import SupplierPoint, map_drawing, supplier_points
from desktop_app.ui.chart_view import ChartView
from desktop_app.ui.display_painter import ScreenMetrics
from tests.small_assessment import small_assessment
from tests.ui.driving import Driver

ENGLISH = Catalogue("en")
POINTS = (
    SupplierPoint("Hanlin", 0.9, 0.2, 4, True),
    SupplierPoint("Rotalis", 0.1, 0.18, 40, False),
)


@pytest.fixture
def metrics(qapp: object) -> ScreenMetrics:
    return ScreenMetrics(QFont())


def texts(drawing: Drawing) -> list[str]:
    return [op.text for op in drawing.ops if isinstance(op, Text)]


def test_a_supplier_stands_where_its_risks_are_and_says_them(metrics: ScreenMetrics) -> None:
    drawn = map_drawing(POINTS, ENGLISH, metrics, 800, 400)
    hanlin, rotalis = drawn.places
    assert hanlin.key == "Hanlin"
    assert hanlin.words == "Hanlin: 4 parts, licence risk 90%, shortage risk 20%"
    assert hanlin.box[1] < rotalis.box[1], "the greater licence risk stands higher"
    assert hanlin.box[0] + hanlin.box[2] / 2 > rotalis.box[0] + rotalis.box[2] / 2
    assert rotalis.box[2] > hanlin.box[2], "more parts, a larger mark"
    said = texts(drawn)
    assert {"Hanlin", "Rotalis", "100%", "40%"} <= set(said), "each scale ends above its values"
    assert sum("more likely" in words for words in said) == 2, "both scales say their direction"


def test_only_suppliers_with_parts_that_may_need_a_licence_are_on_the_map() -> None:
    assessment = small_assessment()
    points = supplier_points(assessment, 60)
    kinds = assessment.licences
    waiting = {
        assessment.parts.value(part, "supplier")
        for part in range(len(kinds))
        if kinds[part].verdict in ("needed", "not_verified")
        and kinds[part].waits_on != "recognition"
    } - {None}
    assert {point.supplier for point in points} == waiting
    greatest = [max(point.licence, point.shortage) for point in points]
    assert greatest == sorted(greatest, reverse=True)
    assert len(supplier_points(assessment, 1)) == 1


def test_a_chain_gives_each_country_its_share_of_the_bar(metrics: ScreenMetrics) -> None:
    split = load_figures().materials["Dy"].splits["mining"][0]
    share = next(best for code, (_, best, _) in split.shares if code == "CN")
    drawn = chains_drawing([Chain("Dy", 3, (("mining", split),))], ENGLISH, metrics, 1000)
    bars = [op for op in drawn.ops if isinstance(op, Rect)]
    whole = bars[0].width
    china = next(bar for bar in bars if bar.fill == CHINA)
    assert china.width == pytest.approx(share * whole)
    assert sum(bar.width for bar in bars[1:]) <= whole + 0.01
    assert drawn.places[0].key == "Dy"
    assert split.source.title in drawn.places[0].words
    assert f"China {ENGLISH.percent(share)}" in drawn.places[0].words


def test_graphite_is_said_by_its_name(metrics: ScreenMetrics) -> None:
    split = next(iter(load_figures().materials["C"].splits.values()))[0]
    drawn = chains_drawing([Chain("C", 1, ((split.stage, split),))], ENGLISH, metrics, 900)
    assert "graphite" in texts(drawn)
    assert "C" not in texts(drawn)


def test_the_timeline_changes_where_the_law_does(metrics: ScreenMetrics) -> None:
    lines = law_lines(load_edition(), Inquiry(on=date(2026, 11, 24)))
    gallium = next(line for line in lines if line.control == "CN-MOFCOM-2023-23")
    in_force = next(span for span in gallium.spans if span.state == "in_force")
    assert in_force.since == date(2023, 8, 1)
    drawn = timeline_drawing(
        lines, (date(2026, 11, 20), date(2026, 11, 24)), ENGLISH, metrics, 1000
    )
    assert len(drawn.places) == len(lines)
    place = next(place for place in drawn.places if place.key == gallium.control)
    assert "in force from 1 Aug 2023" in place.words
    extended = law_lines(load_edition(), Inquiry(on=date(2026, 11, 24), scenario="lapsed"))
    assert extended != lines, "another case of the law is another timeline"


def test_places_answer_to_the_keys_and_to_the_mouse(qtbot: QtBot) -> None:
    places = (Place("a", (10, 10, 20, 20), "first"), Place("b", (60, 10, 20, 20), "second"))
    chart = ChartView()
    qtbot.addWidget(chart)
    chart.resize(300, 60)
    chart.show_drawing(lambda _metrics, _width: Drawing(50, (), places, "two places"))
    chart.show()
    chosen: list[str] = []
    said: list[str] = []
    chart.chosen.connect(chosen.append)
    chart.looked_at.connect(said.append)
    assert chart.accessibleName() == "two places"
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Return,
        Qt.Key.Key_Home,
        Qt.Key.Key_Return,
    ):
        QTest.keyClick(chart, key)
    assert chosen == ["b", "a"]
    assert chart.accessibleDescription() == "first"
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(70, 20))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert chosen == ["b", "a", "b"]
    QTest.mouseMove(chart, QPoint(70, 20))
    assert said[-1] == "second"


def test_the_pictures_open_by_keyboard_and_a_mark_filters_the_list(real: Driver) -> None:
    window = real.window
    window.open_sample()
    real.wait_for_result()
    window.go_to("risks")
    real.ctrl(Qt.Key.Key_I)
    page = window.risks.overview
    assert page is not None
    real.quiet()
    found = cast(Any, page.found)
    assert [tab.isChecked() for tab in page.tabs.values()] == [True, False, False, False]
    chart = page.charts["suppliers"]
    assert {place.key for place in chart.places} == {point.supplier for point in found.points}
    assert {"Which product stops first", "How firm the order is"} & {
        block.text for block in found.blocks if hasattr(block, "level")
    }
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    supplier = chart.places[0].key
    real.key(Qt.Key.Key_Return)
    assert not window.risks.is_beside_list
    assert set(real.column("supplier")) == {supplier}
    window.risks.table.show_everything()
    real.ctrl(Qt.Key.Key_I)
    page.show_picture("chains")
    page.charts["chains"].chosen.emit(found.chains[0].symbol)
    words = real.column("elements")
    assert words
    assert all(found.chains[0].symbol in word.replace(",", " ").split() for word in words)
    real.ctrl(Qt.Key.Key_I)
    real.key(Qt.Key.Key_Escape)
    assert not window.risks.is_beside_list


def test_a_low_window_shows_the_whole_map_and_high_again_the_title(filled: Driver) -> None:
    filled.window.resize(960, 540)
    filled.ctrl(Qt.Key.Key_I)
    filled.quiet()
    page = filled.window.risks.overview
    assert page is not None
    assert page.charts["suppliers"].height() <= page.areas["suppliers"].viewport().height()
    assert page.tabs["chains"].isVisible()
    assert not page.heading.isVisible()
    filled.window.resize(1280, 720)
    QApplication.processEvents()
    assert page.heading.isVisible()
    assert page.hint.isVisible()
    assert page.tabs["chains"].y() + page._choice.y() > page.heading.y()
