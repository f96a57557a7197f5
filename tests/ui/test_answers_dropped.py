"""An answered questionnaire dropped beside the list it is about is read as answers, not as parts."""

from pathlib import Path

import openpyxl

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.answers_said import answer_lines
from desktop_app.ui.file_card import FileCard
from desktop_app.ui.reading_words import reading_words
from tests.intake.answered import fill, questionnaire
from tests.intake.reading_here import read_here
from tests.intake.test_answering import bom, form, laid, line, magnet


def texts_of(card: FileCard) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_the_card_of_an_answered_questionnaire_counts_its_answers(
    tmp_path: Path, qapp: object
) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {"100-0104": {"dy_percent": "0.3", "tb_percent": "lots", "report_number": "n/a"}})
    book.save(tmp_path / "back.xlsx")
    reading = read_here(tmp_path / "back.xlsx")
    assert not isinstance(reading, str)
    card = FileCard(reading.files[0], Catalogue("en"))
    said = texts_of(card)
    assert "filled: 3; understood: 1, answered as not known: 1, not understood: 1" in said
    assert "“lots” was not understood" in said
    assert "rows read" not in said
    assert {"Answered by", "Li Wei"} <= {*said.splitlines()}  # who stands for it
    card.deleteLater()
    told = reading_words(reading.files)
    assert told is not None
    assert (told.stage, told.is_wrong) == ("files", False)
    assert "its card says what it brought" in told.words[0].template


def test_answers_that_are_no_fact_of_the_part_are_listed() -> None:
    parts = laid(
        bom(magnet(country_of_origin="DE")),
        form(line(country_of_origin="CN", report_number="TR-7")),
    ).parts
    assert list(answer_lines(parts, 0, Catalogue("en"))) == [
        ("Test report, number", "TR-7", "answer1.xlsx › Questions › F6")
    ]
