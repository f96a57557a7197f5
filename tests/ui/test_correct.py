"""A part is corrected with a reason: what was typed, what it becomes, how it stands later."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.parts import PartTable
from desktop_app.project.decisions import REVIEWED_EMPTY
from desktop_app.project.recorded import Recorded
from desktop_app.ui.correct_lines import (
    AS_IT_IS,
    EMPTY,
    NO,
    NOT_THIS,
    RIGHT,
    Asked,
    correction_words,
    kind_decision,
    made_lines,
    number_of,
    read_typed,
    with_corrections,
    without_correction,
)
from desktop_app.ui.correct_sheet import CorrectSheet
from tests.project.cases import magnet, table
from tests.ui.driving import Driver, files, verdicts

ENGLISH, GERMAN = Catalogue("en"), Catalogue("de")
TODAY = date(2026, 11, 25)
PARTS = table(magnet(country_of_origin="CN", stock_on_hand=1250.5), magnet("M-2"))


def asked(parts: PartTable = PARTS, part_id: int = 0) -> Asked:
    return Asked(parts, parts, part_id, "ndfeb")


def typed(catalogue: Catalogue = ENGLISH, **changes: str) -> dict[str, str]:
    fields = ("country_of_origin", "hs_code", "stock_on_hand", "magnet_grade")
    return {name: asked().text(name, catalogue) for name in fields} | changes


def test_what_was_left_as_it_stands_corrects_nothing() -> None:
    assert read_typed(asked(), typed(), "", "label", ENGLISH) == ((), ())
    assert read_typed(asked(), typed(GERMAN), "", "label", GERMAN) == ((), ())


def test_what_was_typed_otherwise_is_a_correction_with_its_reason() -> None:
    words = typed(country_of_origin="Japan", hs_code="8505.11.10", magnet_grade="")
    made, wrong = read_typed(asked(), words, NO, "label on the box", ENGLISH)
    assert wrong == ()
    assert [(m.field, m.imported, m.new, m.reason) for m in made] == [
        ("country_of_origin", "CN", "JP", "label on the box"),
        ("hs_code", None, "85051110", "label on the box"),
        ("leaves_china", None, False, "label on the box"),
    ]


def test_a_fact_can_be_taken_back_to_not_known() -> None:
    made, _ = read_typed(asked(), typed(country_of_origin=""), "", "unsure", ENGLISH)
    assert [(m.field, m.new) for m in made] == [("country_of_origin", None)]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("country_of_origin", "Atlantis"),
        ("hs_code", "85x"),
        ("hs_code", "123"),
        ("stock_on_hand", "many"),
        ("stock_on_hand", "-3"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_corrected(field: str, words: str) -> None:
    made, wrong = read_typed(asked(), typed() | {field: words}, NO, "label", ENGLISH)
    assert made == ()
    assert [name for name, _ in wrong] == [field]


@pytest.mark.parametrize(
    ("words", "catalogue", "number"),
    [("1,250.5", ENGLISH, 1250.5), ("1.250,5", GERMAN, 1250.5), ("0,5", GERMAN, 0.5)],
)
def test_numbers_are_read_as_the_language_writes_them(
    words: str, catalogue: Catalogue, number: float
) -> None:
    assert number_of(words, catalogue) == number


def test_a_number_of_another_language_is_refused_and_not_guessed() -> None:
    with pytest.raises(ValueError, match=r"1\.250,5"):
        number_of("1.250,5", ENGLISH)


@pytest.mark.parametrize(
    ("answer", "is_right", "instead"),
    [(RIGHT, True, ""), (NOT_THIS, False, ""), (EMPTY, False, REVIEWED_EMPTY),
     ("smco", False, "smco")],
)  # fmt: skip
def test_the_kind_of_one_part_is_decided(answer: str, is_right: bool, instead: str) -> None:
    made = kind_decision(asked(), answer, "drawing", "Ada", TODAY)
    assert made is not None
    assert (made.family, made.is_right, made.instead) == ("ndfeb", is_right, instead)
    assert (made.by, made.on, made.reason) == ("Ada", TODAY, "drawing")
    assert [key.number for key in made.parts] == ["m1"]


def test_a_kind_that_stays_decides_nothing() -> None:
    assert kind_decision(asked(), AS_IT_IS, "", "Ada", TODAY) is None


def test_a_correction_stays_on_later_files_while_it_fits_and_says_when_not() -> None:
    made, _ = read_typed(asked(), typed(country_of_origin="JP"), "", "label", ENGLISH)
    recorded = with_corrections(None, made, None)
    (line,) = made_lines(recorded, asked(), ENGLISH)
    assert (line.words, line.state) == ("Country of origin: JP in place of CN (label)", "")
    newer = table(magnet(country_of_origin="KR"), magnet("M-2"))
    (line,) = made_lines(recorded, asked(newer), ENGLISH)
    assert line.state == "not used: the file now says KR"
    assert made_lines(recorded, asked(newer, 1), ENGLISH) == ()
    settled = table(magnet(country_of_origin="JP"))
    assert made_lines(recorded, asked(settled), ENGLISH)[0].state == "the file now says the same"


def test_one_of_several_is_withdrawn() -> None:
    words = typed(country_of_origin="JP", magnet_grade="N42SH")
    made, _ = read_typed(asked(), words, "", "label", ENGLISH)
    recorded = with_corrections(Recorded(), made, None)
    left = without_correction(recorded, made[0])
    assert left is not None
    assert left.corrections == (made[1],)
    assert without_correction(left, made[1]) is None


def test_a_flag_is_said_in_words() -> None:
    made, _ = read_typed(asked(), typed(), NO, "", ENGLISH)
    said = correction_words(replace(made[0], reason=""))
    assert ENGLISH.say(said) == "Leaves China: no in place of not known"


def test_in_the_window_a_correction_changes_the_verdict_and_is_undone_by_name(
    real: Driver, tmp_path: Path
) -> None:
    listed = tmp_path / "a.csv"
    listed.write_text(
        "Part number,Description,Supplier,Country of origin\nM-1,Sm2Co17 magnet,Erdwerk,CN\n",
        encoding="utf-8",
    )
    real.drop(files([listed]))
    real.wait_for_result()
    before = verdicts(real)
    real.risks.choose(0)
    real.risks.setFocus()
    real.ctrl(Qt.Key.Key_R)
    real.quiet()
    sheet = real.window.findChild(CorrectSheet)
    assert sheet is not None
    sheet.rows.texts["country_of_origin"].setText("Japan")
    real.click(sheet.use)
    assert sheet.isVisible()
    assert "what it rests on" in sheet.why.note.text()
    assert sheet.why.note.isVisible()
    sheet.why.texts["reason"].setText("label on the box")
    assert sheet.why.note.isHidden()
    QTest.keyClick(sheet.why.texts["reason"], Qt.Key.Key_Return)
    real.quiet()
    assert verdicts(real) != before
    assert real.window.status.words.text() == "1 part checked; 1 verdict changed"
    assert real.window.menus.actions["undo"].text() == "&Undo: correcting M-1"
    real.window.risks.open_why()
    real.quiet()
    said = real.window.risks.why.texts()
    assert "Country of origin: JP in place of CN (label on the box)" in said
    assert "corrected" in said
    real.back()
    real.session.undo()
    real.quiet()
    assert verdicts(real) == before
    assert real.window.status.words.text() == "1 part checked; 1 verdict changed"
    real.window.language_wanted.emit("de")
    real.quiet()
    assert "1" in real.window.status.words.text(), "other words, no other answer"
    destination = real.window.question.destination
    destination.setCurrentIndex(destination.findData("FR"))
    real.window.language_wanted.emit("en")
    real.quiet()
    assert real.window.status.words.text() == "1 part checked; no verdict changed"
