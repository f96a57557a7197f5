"""The legal-status page: what a user learned is recorded, acts at once, is named, and goes back."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.project.legal_status import LegalStatus
from desktop_app.project.opening import create_project
from desktop_app.project.rules import project_rules
from desktop_app.ui.legal_lines import badge_words
from desktop_app.ui.legal_page import LegalPage
from desktop_app.ui.legal_record import Draft, faults_of, latest_look, status_of
from tests.ui.driving import Driver, files, verdicts
from tests.ui.laid import lay
from tests.ui.test_accessibility import cut, nameless

LIST = """Part number;Description;Supplier;Country of origin
S-1;Servomotor 1FK7042;Antrieb AG;CZ
S-2;Servomotor 1FK7084;Antrieb AG;CZ
"""
WAITS = "CN-MOFCOM-2025-61/s.1(1)"
TODAY = date(2026, 11, 25)


@pytest.fixture
def waiting(real: Driver) -> Driver:
    """Two parts that wait for the law alone."""
    lay(real, LIST)
    return real


def opened(driver: Driver) -> LegalPage:
    driver.key(Qt.Key.Key_F2)
    driver.quiet()
    page = driver.window.above.pages.legal
    assert page is not None
    assert page.list.hasFocus()
    page.choose(WAITS)
    return page


def fill(page: LegalPage, **texts: str) -> None:
    assert page.form is not None
    for name, words in texts.items():
        page.form.texts[name].setText(words)


def test_a_recorded_status_settles_its_parts_names_who_and_goes_back(waiting: Driver) -> None:
    assert set(verdicts(waiting).values()) == {"not verified: law"}
    page = opened(waiting)
    assert page.line is not None
    assert page.line.parts == 2
    assert page.form is not None
    page.form.choices["state"].setCurrentIndex(page.form.choices["state"].findData("suspended"))
    fill(page, said="suspended until 10 Nov 2027", document_number="No. 99 of 2026",
         recorded_by="Ada")  # fmt: skip
    waiting.click(page.record)
    waiting.quiet()
    assert all(words.startswith("suspended") for words in verdicts(waiting).values())
    badge = waiting.window.question.badge.text()
    assert "1 status recorded by Ada on " in badge
    assert any(words.startswith("Recorded by Ada on ") for words in page.texts())
    assert any("recorded by Ada on " in words for words in page.texts())
    assert waiting.window.menus.actions["undo"].text().endswith("s.1(1)")
    waiting.click(page.withdraw)
    waiting.quiet()
    assert set(verdicts(waiting).values()) == {"not verified: law"}
    assert "recorded" not in waiting.window.question.badge.text()
    waiting.session.undo()
    waiting.quiet()
    assert all(words.startswith("suspended") for words in verdicts(waiting).values())
    waiting.session.undo()
    waiting.quiet()
    assert set(verdicts(waiting).values()) == {"not verified: law"}
    assert waiting.session.recorded is None


def test_it_is_saved_with_the_project_and_reminds_when_it_is_too_old(
    waiting: Driver, tmp_path: Path
) -> None:
    long_ago = date(2026, 1, 5)
    old = LegalStatus(
        "CN-MOFCOM-2025-61", "s.1(1)", "suspended", long_ago, "suspended", "No. 1", long_ago,
        "official_text", "Ada", long_ago, long_ago + timedelta(days=30),
    )  # fmt: skip
    path = tmp_path / f"old{PROJECT_SUFFIX}"
    with create_project(path) as project:
        project.do(old)
    waiting.drop(files([path]))
    waiting.quiet()
    strip = waiting.window.strip
    assert strip.words.text().startswith("1 recorded legal status was to be looked at again")
    assert waiting.window.question.badge.property("late") is True
    waiting.click(strip.action)
    waiting.quiet()
    page = waiting.window.above.pages.legal
    assert page is not None
    assert page.lines[0].is_overdue
    assert page.list.currentRow() == 0
    assert any("It was to be looked at again by" in words for words in page.texts())
    lay(waiting, LIST)
    copy = tmp_path / f"copy{PROJECT_SUFFIX}"
    waiting.window.projects.save(copy)
    waiting.quiet()
    kept, _ = pipeline.read_project(copy)
    assert kept.statuses == (old,)


def test_what_is_missing_is_named_at_its_field_and_nothing_is_cut(waiting: Driver) -> None:
    page = opened(waiting)
    assert page.form is not None
    page.form.choices["source_kind"].setCurrentIndex(1)
    waiting.click(page.record)
    assert "name of counsel" in page.form.note.text()
    assert [n for n, e in page.form.texts.items() if e.property("wrong")] == [
        "said", "document_number", "counsel",
    ]  # fmt: skip
    assert page.form.texts["said"].hasFocus()
    assert waiting.session.recorded is None
    for language in ("de", "zh", "en"):
        waiting.window.language_wanted.emit(language)
        waiting.quiet()
        for size in ((960, 600), (1280, 720)):
            waiting.window.resize(*size)
            waiting.quiet()
            assert cut(page) == []
    assert nameless(page) == []
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert waiting.window.pages.currentWidget() is not page


DRAFT = Draft(
    "CN-MOFCOM-2025-61", "s.1(1)", "suspended", TODAY, None, "suspended again", "No. 99", TODAY,
    "counsel", "Dr. Lin", "advice.pdf", "Ada", latest_look(TODAY),
)  # fmt: skip


def test_a_whole_form_is_a_record() -> None:
    assert faults_of(DRAFT, TODAY) == []
    made = status_of(DRAFT, TODAY)
    assert (made.recorded_by, made.recorded_on, made.counsel) == ("Ada", TODAY, "Dr. Lin")
    assert made.stands_until == TODAY + timedelta(days=project_rules().look_again_days)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"said": " "}, "said"), ({"document_number": ""}, "document_number"),
        ({"recorded_by": ""}, "recorded_by"), ({"counsel": ""}, "counsel"),
        ({"until": TODAY - timedelta(days=1)}, "until"),
        ({"look_again": latest_look(TODAY) + timedelta(days=1)}, "look_again"),
        ({"look_again": TODAY - timedelta(days=1)}, "look_again"),
        ({"since": latest_look(TODAY) + timedelta(days=1)}, "since"),
        ({"document_date": TODAY + timedelta(days=1)}, "document_date"),
    ],
)  # fmt: skip
def test_each_thing_that_is_wrong_is_said_at_its_field(
    changed: dict[str, object], field: str
) -> None:
    draft = DRAFT._replace(**changed)  # type: ignore[arg-type]
    assert [name for name, _ in faults_of(draft, TODAY)] == [field]
    with pytest.raises(ValueError, match="complete"):
        status_of(draft, TODAY)


def test_the_badge_says_who_recorded_and_what_must_be_looked_at_again() -> None:
    say, made = Catalogue("en").say, status_of(DRAFT, TODAY)

    def words(*statuses: LegalStatus, day: date = TODAY) -> tuple[str, bool] | None:
        found = badge_words(statuses, day)
        return None if found is None else (say(found[0]), found[1])

    assert words() is None
    assert words(replace(made, source_kind="press")) is None
    assert words(made) == ("1 status recorded by Ada on 25 Nov 2026", False)
    other = replace(made, provision="s.1(3)", recorded_by="Bo")
    assert words(made, other) == ("2 statuses recorded, last by Ada on 25 Nov 2026", False)
    late = made.stands_until + timedelta(days=1)
    assert words(made, day=late) == ("1 recorded status to look at again", True)
