"""Recorded once: seen, added, changed and withdrawn in the window, with who, when and what it changed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.recorded import Recorded
from desktop_app.ui.projects import SUFFIX
from desktop_app.ui.recorded_lines import parts_of, practice_line, recorded_lines
from desktop_app.ui.recorded_page import NEW, PRACTICE, RecordedPage
from desktop_app.ui.recorded_record import Draft, fact_of, faults_of, practice_of
from tests.small_assessment import small_assessment
from tests.ui.driving import Driver, verdicts
from tests.ui.laid import lay
from tests.ui.test_accessibility import cut, nameless

pytestmark = pytest.mark.usefixtures("shared_law")

LIST = """Part number;Description;Supplier;Country of origin;Lead time days
M-1;Segmentmagnet 42SH R20;Nordmagnet GmbH;CN;40
M-2;Segmentmagnet 42SH R32;Nordmagnet GmbH;CN;40
S-1;Servomotor 1FK7042;Antrieb AG;CZ;20
"""
TODAY = date(2026, 11, 25)
KINDS = {"Servomotor": "servomotor"}
ENGLISH = Catalogue("en")


@pytest.fixture
def three(real: Driver) -> Driver:
    lay(real, LIST)
    return real


def opened(driver: Driver) -> RecordedPage:
    driver.ctrl(Qt.Key.Key_8)
    driver.quiet()
    page = driver.window.above.kept_pages.recorded
    assert page is not None
    return page


def choose(page: RecordedPage, field: str, value: str) -> None:
    box = page.form.choices[field]
    box.setCurrentIndex(box.findData(value))


def press(driver: Driver, page: RecordedPage, key: str) -> None:
    button = page.buttons[key]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    driver.quiet()


def facts(driver: Driver) -> list[tuple[str, str, object, str]]:
    recorded = driver.session.recorded
    return [] if recorded is None else [
        (f.name, f.fact, f.answer or f.until or f.document, f.by) for f in recorded.facts
    ]  # fmt: skip


def practices(driver: Driver) -> list[tuple[str, bool]]:
    recorded = driver.session.recorded
    return [] if recorded is None else [(p.by, p.ended) for p in recorded.practices]


def test_a_fact_is_recorded_changed_withdrawn_and_undone_by_keyboard(
    three: Driver, tmp_path: Path
) -> None:
    before = verdicts(three)
    page = opened(three)
    assert page.key == NEW
    assert page.list.hasFocus()
    page.form.texts["name"].setText("Nordmagnet GmbH")
    choose(page, "answer", "no")
    page.form.texts["reason"].setText("Stock in Bremen")
    page.form.texts["by"].setText("Ada")
    press(three, page, "record")
    assert facts(three) == [("Nordmagnet GmbH", "leaves_china", "no", "Ada")]
    after = verdicts(three)
    assert after["M-1"] != before["M-1"]
    assert after["S-1"] == before["S-1"]
    said = page.texts()
    assert "Deliveries leave China: no" in said
    assert any(words.startswith("By Ada on ") for words in said)
    assert "Reason: Stock in Bremen" in said
    assert "It speaks of 2 parts of the list." in said
    press(three, page, "effect")
    assert "2 of 3 parts change their verdict." in page.texts()
    assert any(words.startswith("2 parts: ") for words in page.texts())
    choose(page, "answer", "some")
    press(three, page, "record")
    assert facts(three) == [("Nordmagnet GmbH", "leaves_china", "some", "Ada")]
    path = tmp_path / f"team{SUFFIX}"
    three.window.projects.save(path)
    three.quiet()
    kept, _ = pipeline.read_project(path)
    assert [(f.by, f.reason) for f in kept.facts] == [("Ada", "Stock in Bremen")]
    press(three, page, "withdraw")
    assert facts(three) == []
    assert verdicts(three) == before
    assert page.key == NEW
    for answer in ("some", "no"):
        three.session.undo()
        three.quiet()
        assert [fact[2] for fact in facts(three)] == [answer]


def test_each_fact_has_its_own_value_and_what_is_missing_is_said_at_its_field(
    three: Driver,
) -> None:
    page = opened(three)
    shown = ("answer", "until", "document")

    def visible() -> list[str]:
        return [name for name in shown if page.form.fields[name].isVisible()]

    assert visible() == ["answer"]
    assert not page.form.hints["document"].isVisible()
    choose(page, "fact", "standard_declaration")
    assert visible() == ["document"]
    assert page.form.hints["document"].isVisible()
    press(three, page, "record")
    assert [n for n, e in page.form.texts.items() if e.property("wrong")] == ["name", "document"]
    choose(page, "subject", "kind")
    page.form.texts["name"].setText("no such kind")
    press(three, page, "record")
    assert "kinds of parts that are offered" in page.form.note.text()
    choose(page, "fact", "general_licence_until")
    choose(page, "subject", "maker")
    page.form.texts["name"].setText("Siemens")
    page.form.days["until"].set_day(date(2027, 3, 1))
    press(three, page, "record")
    assert [fact[:3] for fact in facts(three)] == [
        ("Siemens", "general_licence_until", date(2027, 3, 1))
    ]
    assert "It speaks of no part of the list on the desk." in page.texts()


def test_the_setting_needs_a_name_and_a_reason_and_is_ended_by_name(three: Driver) -> None:
    page = opened(three)
    page.choose(PRACTICE)
    page.form.texts["by"].setText("")
    press(three, page, "begin")
    assert practices(three) == []
    assert [n for n, e in page.form.texts.items() if e.property("wrong")] == ["reason", "by"]
    page.form.texts["reason"].setText("As our forwarder does")
    page.form.texts["by"].setText("Ada")
    press(three, page, "begin")
    assert page.list.currentItem().text().startswith("Trade-practice setting\non until ")
    assert "Made by Ada. Reason: As our forwarder does" in page.texts()
    page.form.texts["reason"].setText("counsel advised")
    press(three, page, "end")
    assert practices(three) == [("Ada", True)]
    assert "Ended by Ada. Reason: counsel advised" in page.texts()
    three.session.undo()
    three.quiet()
    assert practices(three) == [("Ada", False)]


def test_it_is_reached_from_the_reasons_and_from_the_queue(three: Driver) -> None:
    three.window.risks.show_part(0)
    three.quiet()
    more = three.window.risks.why.more
    assert more is not None
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    three.quiet()
    page = three.window.above.kept_pages.recorded
    assert page is not None
    assert three.window.pages.currentWidget() is page
    assert page.form.texts["name"].text() == "Nordmagnet GmbH"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert three.window.stage == "risks"
    three.ctrl(Qt.Key.Key_6)
    three.quiet()
    review = three.window.above.pages.review
    assert review is not None
    review.all_recorded.setFocus()
    QTest.keyClick(review.all_recorded, Qt.Key.Key_Space)
    three.quiet()
    assert three.window.pages.currentWidget() is page


def test_nothing_is_cut_or_nameless_in_any_language(three: Driver) -> None:
    three.session.record_leaving("Nordmagnet GmbH", "no")
    three.quiet()
    page = opened(three)
    for language in ("de", "zh", "en"):
        three.window.language_wanted.emit(language)
        three.quiet()
        for size in ((960, 600), (1280, 720)):
            three.window.resize(*size)
            for row in range(page.list.count()):
                page.list.setCurrentRow(row)
                QApplication.processEvents()
                assert cut(page) == []
    assert nameless(page) == []


def test_without_a_list_the_page_says_what_it_is_for(real: Driver) -> None:
    page = opened(real)
    assert page.key == NEW
    assert page.list.item(0).text().endswith("Nothing is recorded yet.")
    assert page.lead.text()


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (Draft("supplier", "A", "leaves_china", "yes", by="Ada"), []),
        (Draft("supplier", " ", "leaves_china", "yes", by="Ada"), ["name"]),
        (Draft("kind", "Servomotor", "leaves_china", "yes", by="Ada"), []),
        (Draft("kind", "A", "leaves_china", "yes", by="Ada"), ["name"]),
        (Draft("maker", "A", "general_licence_until", by="Ada"), ["until"]),
        (Draft("maker", "A", "standard_declaration", document="x", by=""), ["document", "by"]),
    ],
)
def test_what_is_missing_is_named(draft: Draft, fields: list[str]) -> None:
    assert [field for field, _ in faults_of(draft, KINDS)] == fields
    if fields:
        with pytest.raises(ValueError, match="complete"):
            fact_of(draft, KINDS, TODAY)
    else:
        made = fact_of(draft, KINDS, TODAY)
        assert (made.answer, made.by, made.on) == ("yes", "Ada", TODAY)
        assert made.name == ("servomotor" if draft.subject == "kind" else "A")


def test_a_fact_says_of_how_many_parts_it_speaks() -> None:
    made = small_assessment()
    suppliers = made.parts.frame["supplier"].tolist()
    name = next(supplier for supplier in suppliers if supplier)
    fact = RecordedFact("supplier", name.upper(), "leaves_china", answer="no")
    assert parts_of(fact, made).tolist() == [supplier == name for supplier in suppliers]
    family = next(match.family for match in made.matches if match.family)
    kind = RecordedFact("kind", family, "standard_declaration", document="REACH 2026")
    assert parts_of(kind, made).sum() == sum(match.family == family for match in made.matches)
    (one, two) = recorded_lines(Recorded(facts=(fact, kind)), made, {family: "Magnet"}, ENGLISH)
    assert (one.title, one.said) == ("Magnet", "Standard declaration on file: REACH 2026")
    assert two.title == name.upper()


def test_a_setting_that_has_run_out_says_so() -> None:
    practice = practice_of("Ada", "custom", date(2025, 1, 1))
    line = practice_line(Recorded(practices=(practice,)), None, TODAY, ENGLISH)
    assert (line.state, line.is_on) == ("not on the day asked about", True)
