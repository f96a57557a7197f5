"""Who owes an answer, and the short mail that reminds."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.answers import AnsweredForm, AnsweredLine, Reply
from desktop_app.model.assessment import Assessment
from desktop_app.model.parts import Declared, FactCell
from desktop_app.model.sources import Questionnaire
from desktop_app.report.asking import LICENCE, of_supplier, requests
from desktop_app.report.mails import mail_to, reminder_to, words_in
from desktop_app.report.outbox import write_reminder_letter, write_reminders
from desktop_app.report.questionnaire import KEYS_SHEET
from desktop_app.report.returns import never_asked, standings, turned
from desktop_app.report.sections.letter import Reminder, _body, letter
from desktop_app.report.sections.questions import Asked
from desktop_app.report.settings import load_settings
from desktop_app.report.view import Scope, View
from tests.report.test_mails import with_column
from tests.report.test_pdf import text_of
from tests.report.variations import empty_assessment, view_of
from tests.small_assessment import ON, small_assessment

BRANDT, NORTHGATE, NINGBO = (
    "Brandt Antriebe GmbH", "Northgate Motion Ltd", "Ningbo Huaning Magnetics",
)  # fmt: skip
SENT = {BRANDT: ON - timedelta(days=30), NORTHGATE: ON - timedelta(days=3)}


def with_answer(supplier: str, of: Assessment | None = None) -> Assessment:
    """The small assessment with a filled questionnaire of a supplier among its files."""
    found = of or small_assessment()
    reply = Reply("dy_percent", "Q", 6, 5, "0.3", "understood", 0.3)
    lines = (AnsweredLine("Q", 6, "", "X", "", (reply,)),)
    form = AnsweredForm(supplier, ON - timedelta(days=9), ON, "", lines)
    file = replace(found.files[0], path="answer.xlsx", sheets=(), answered=form)
    return replace(found, files=(*found.files, file))


def test_those_who_owe_an_answer_come_first_the_oldest_question_before_all() -> None:
    view = view_of(with_answer(NINGBO))
    found = standings(view, SENT)
    assert [one.supplier for one in found] == [BRANDT, NORTHGATE, NINGBO]
    assert [one.is_overdue(ON) for one in found] == [True, False, False]
    days = timedelta(days=load_settings().answer_days)
    assert [one.due for one in found[:2]] == [day + days for day in SENT.values()]
    assert (found[2].answered, found[2].sent_on, found[2].answered_on) == (
        True, ON - timedelta(days=9), ON,
    )  # fmt: skip


def test_who_answered_in_the_workbook_of_another_is_not_reminded() -> None:
    """A trader gathers the answers of several makers in one file: their parts say who answered."""
    found = with_answer(NINGBO)
    part = view_of(found).parts_of(BRANDT)[0]
    place = FactCell(len(found.files) - 1, "Q", 9, 5)
    said = Declared("dy_percent", "0.3", 0.3, "", "used", "declaration", place, ON)
    gathered = replace(found, parts=replace(found.parts, answered={part: (said,)}))
    by_name = {one.supplier: one.answered for one in standings(view_of(gathered), SENT)}
    assert by_name == {NINGBO: True, BRANDT: True, NORTHGATE: False}


def test_whom_nobody_asked_is_named_apart() -> None:
    view = view_of(small_assessment())
    everybody = set(requests(view))
    found = standings(view, {BRANDT: ON})
    assert {one.supplier for one in found} | set(never_asked(view, found)) == everybody
    assert BRANDT not in never_asked(view, found)


def test_a_minerals_questionnaire_answers_none_of_our_questions() -> None:
    small = small_assessment()
    amrt = Questionnaire("AMRT", "1.3", BRANDT, "A", ON, (), ())
    file = replace(small.files[0], path="amrt.xlsx", sheets=(), questionnaire=amrt)
    (one, *_) = standings(view_of(replace(small, files=(*small.files, file))), SENT)
    assert (one.supplier, one.minerals, one.answered) == (BRANDT, "AMRT", False)


def test_two_assessments_of_different_parts_are_not_compared() -> None:
    with pytest.raises(ValueError, match="different parts"):
        turned(small_assessment(), empty_assessment())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reminder_is_longer_than_ninety_words(language: str) -> None:
    long = with_column("part_number", ["x" * 32_000, "a b c " * 50] * 8)
    settings = replace(load_settings(), country_languages={"CN": language})
    long = with_column("supplier_country", ["CN"] * len(long.parts), long)
    for name in requests(view_of(long)):
        mail = reminder_to(long, name, date(2026, 11, 1), settings)
        assert mail is not None
        assert [found for found, _ in mail.texts] == list(dict.fromkeys((language, "en")))
        assert all(words_in(text) <= 90 for _, text in mail.texts)


def test_a_reminder_says_when_we_asked_and_asks_the_same() -> None:
    small = small_assessment()
    first, again = mail_to(small, NORTHGATE), reminder_to(small, NORTHGATE, date(2026, 11, 1))
    assert first is not None
    assert again is not None
    assert again.subject.startswith("Reminder:")
    assert "1 Nov 2026" in again.body
    assert first.parts == again.parts
    assert reminder_to(small, "Nobody Inc", ON) is None


def test_reminders_go_to_those_who_owe_an_answer_only(tmp_path: Path) -> None:
    found = with_answer(BRANDT)
    folder = tmp_path / "reminders"
    written = write_reminders(found, folder, standings(view_of(found), SENT))
    assert [one.mail.supplier for one in written] == [NORTHGATE]
    assert sorted(path.suffix for path in folder.iterdir()) == [".pdf", ".txt", ".xlsx"]
    said = text_of(next(folder.glob("*.pdf")))
    assert NORTHGATE in said
    assert "Reminder: export control of rare earths" in said
    book: Any = openpyxl.load_workbook(next(folder.glob("*.xlsx")))
    assert dict(book[KEYS_SHEET].iter_rows(values_only=True, max_col=2))["supplier"] == NORTHGATE


def test_a_reminder_letter_says_when_we_asked_and_carries_the_sheet(tmp_path: Path) -> None:
    small, asked = small_assessment(), date(2026, 11, 1)
    target = write_reminder_letter(small, BRANDT, asked, tmp_path / "letter.pdf")
    said = text_of(target)
    assert "01.11.2026" in said
    assert BRANDT in said
    scope = Scope("supplier", supplier=BRANDT)
    again_scope = Reminder("supplier", supplier=BRANDT, asked_on=asked)
    view = View(small, Catalogue("en"), load_settings(), scope)
    again = View(small, Catalogue("en"), load_settings(), again_scope)
    first, second = letter(view), letter(again)
    assert "On 1 Nov 2026 we asked you about" in str(second)
    assert "Reminder:" not in str(first)
    assert len(second.blocks) == len(first.blocks) + 1


def test_where_nobody_owes_one_no_folder_is_made(tmp_path: Path) -> None:
    assert write_reminders(small_assessment(), tmp_path / "none", ()) == ()
    assert not (tmp_path / "none").exists()


def test_a_letter_about_licences_alone_does_not_say_that_facts_are_missing() -> None:
    small = small_assessment()
    view = View(small, Catalogue("en"), load_settings(), Scope("supplier", supplier=NORTHGATE))
    asked = of_supplier(view, NORTHGATE)
    facts = [one for one in asked if one.question is not LICENCE]
    assert facts, "or nothing would tell the two letters apart"
    licence = Asked(LICENCE, [part for one in facts for part in one.parts])
    alone, both = str(_body(view, [licence])), str(_body(view, [*facts, licence]))
    assert "we lack such facts" not in alone
    assert "test report" not in alone
    assert "where that application stands" in alone
    assert "we lack such facts" in both
    assert "when that was done" in both
