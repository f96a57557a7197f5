"""Recorded once: seen, added, changed and withdrawn in the window, with who, when and what it changed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.recorded import Recorded
from desktop_app.ui.recorded_lines import begun, parts_of, practice_line, recorded_lines
from desktop_app.ui.recorded_page import NEW, PRACTICE, RecordedPage
from desktop_app.ui.recorded_record import Draft, fact_of, faults_of, practice_of
from tests.small_assessment import small_assessment
from tests.ui.driving import Driver, verdicts
from tests.ui.laid import lay
from tests.ui.test_accessibility import cut, nameless

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


def reached(driver: Driver) -> RecordedPage:
    """From the review queue by its button, then from the reasons of a part, by keys."""
    driver.ctrl(Qt.Key.Key_6)
    driver.quiet()
    review = driver.window.above.pages.review
    assert review is not None
    review.all_recorded.setFocus()
    QTest.keyClick(review.all_recorded, Qt.Key.Key_Space)
    driver.quiet()
    page = driver.window.above.kept_pages.recorded
    assert page is not None
    assert driver.window.pages.currentWidget() is page
    assert page.list.hasFocus()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert driver.window.stage == "risks"
    driver.window.risks.show_part(0)
    driver.quiet()
    more = driver.window.risks.why.more
    assert more is not None
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    driver.quiet()
    assert driver.window.pages.currentWidget() is page
    return page


def test_a_fact_is_recorded_changed_withdrawn_and_undone_by_keyboard(
    three: Driver, tmp_path: Path
) -> None:
    before = verdicts(three)
    page = reached(three)
    assert page.form.texts["name"].text() == "Nordmagnet GmbH"
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
    path = tmp_path / f"team{PROJECT_SUFFIX}"
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


def test_the_form_says_what_is_missing_and_the_setting_is_ended_by_name(real: Driver) -> None:
    page = opened(real)
    assert page.key == NEW
    assert page.list.item(0).text().endswith("Nothing is recorded yet.")
    each_fact_has_its_own_value(real, page)
    the_setting_needs_a_name_and_a_reason(real, page)
    nothing_is_cut_or_nameless(real, page)


def each_fact_has_its_own_value(driver: Driver, page: RecordedPage) -> None:
    shown = ("answer", "until", "document")

    def visible() -> list[str]:
        return [name for name in shown if page.form.fields[name].isVisible()]

    assert visible() == ["answer"]
    assert not page.form.hints["document"].isVisible()
    choose(page, "fact", "standard_declaration")
    assert visible() == ["document"]
    assert page.form.hints["document"].isVisible()
    press(driver, page, "record")
    assert [n for n, e in page.form.texts.items() if e.property("wrong")] == ["name", "document"]
    choose(page, "subject", "kind")
    page.form.texts["name"].setText("no such kind")
    press(driver, page, "record")
    assert "kinds of parts that are offered" in page.form.note.text()
    lay(driver, LIST)
    page = opened(driver)
    choose(page, "fact", "general_licence_until")
    choose(page, "subject", "maker")
    page.form.texts["name"].setText("Siemens")
    page.form.days["until"].set_day(date(2027, 3, 1))
    press(driver, page, "record")
    assert [fact[:3] for fact in facts(driver)] == [
        ("Siemens", "general_licence_until", date(2027, 3, 1))
    ]
    assert "It speaks of no part of the list on the desk." in page.texts()


def the_setting_needs_a_name_and_a_reason(driver: Driver, page: RecordedPage) -> None:
    page.choose(PRACTICE)
    page.form.texts["by"].setText("")
    press(driver, page, "begin")
    assert practices(driver) == []
    assert [n for n, e in page.form.texts.items() if e.property("wrong")] == ["reason", "by"]
    page.form.texts["reason"].setText("As our forwarder does")
    page.form.texts["by"].setText("Ada")
    press(driver, page, "begin")
    assert page.list.currentItem().text().startswith("Trade-practice setting\non until ")
    assert "Made by Ada. Reason: As our forwarder does" in page.texts()
    page.form.texts["reason"].setText("counsel advised")
    press(driver, page, "end")
    assert practices(driver) == [("Ada", True)]
    assert "Ended by Ada. Reason: counsel advised" in page.texts()
    driver.session.undo()
    driver.quiet()
    assert practices(driver) == [("Ada", False)]


def nothing_is_cut_or_nameless(driver: Driver, page: RecordedPage) -> None:
    for language, size in (("de", (960, 600)), ("zh", (1280, 720)), ("en", (960, 600))):
        driver.window.language_wanted.emit(language)
        driver.window.resize(*size)
        driver.quiet()
        for row in range(page.list.count()):
            page.list.setCurrentRow(row)
            QApplication.processEvents()
            assert cut(page) == []
    assert nameless(page) == []


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


def test_a_name_at_the_start_of_a_line_stays_as_its_owner_writes_it() -> None:
    assert begun("von van der Berg am 26.11.2026", "van der Berg") == (
        "Von van der Berg am 26.11.2026"
    )
    assert begun("van der Berg、2026/11/26", "van der Berg") == "van der Berg、2026/11/26"
    assert begun("") == ""
