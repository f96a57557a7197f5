"""Ask about one part: typed lines are judged at once, under the question of the bar, and not kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app import pipeline
from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.ui.ask_sheet import AskSheet
from desktop_app.ui.field_words import FIELD_WORDS
from desktop_app.ui.pasting import ADDED
from tests.ui.driving import Driver


def opened(driver: Driver) -> AskSheet:
    driver.ctrl(Qt.Key.Key_K)
    sheet = driver.window.findChild(AskSheet)
    assert sheet is not None
    return sheet


def answers(sheet: AskSheet) -> list[str]:
    inside = sheet.answers.widget()
    assert inside is not None
    return [made.text() for made in inside.findChildren(QLabel)]


def asked(driver: Driver, sheet: AskSheet, text: str, first: str) -> list[str]:
    sheet.lines.setPlainText(text)
    driver.qtbot.waitUntil(lambda: first in answers(sheet), timeout=30_000)
    return answers(sheet)


def test_a_typed_part_gets_verdict_deciding_words_and_question(real: Driver) -> None:
    sheet = opened(real)
    real.qtbot.waitUntil(sheet.lines.hasFocus)
    QTest.keyClicks(sheet.lines, "Sm2Co17 magnet")
    real.qtbot.waitUntil(lambda: "Sm2Co17 magnet" in answers(sheet), timeout=30_000)
    said = answers(sheet)
    assert said[0] == "Sm2Co17 magnet"
    assert said[1].startswith("not verified")
    assert any("Sm2Co17" in words for words in said[2:])
    sheet.origin.setCurrentIndex(sheet.origin.findData("CN"))
    real.qtbot.waitUntil(lambda: answers(sheet)[1] == "needed", timeout=30_000)
    assert real.session.files == ()


def test_pasted_lines_are_answered_one_by_one(real: Driver) -> None:
    sheet = opened(real)
    said = asked(
        real, sheet, "4711\tSm2Co17 magnet\nM6x20 screw DIN 933\n\n", "4711 Sm2Co17 magnet"
    )
    assert "M6x20 screw DIN 933" in said
    assert "not covered" in said


def test_more_than_twenty_lines_are_said_to_be_too_many(real: Driver) -> None:
    sheet = opened(real)
    asked(real, sheet, "\n".join(f"screw M{n}" for n in range(1, 31)), "screw M1")
    assert sheet.note.text() == "Only the first 20 lines are answered."
    assert "screw M20" in answers(sheet)
    assert "screw M21" not in answers(sheet)


def test_esc_closes_it_and_nothing_remains(real: Driver) -> None:
    sheet = opened(real)
    QTest.keyClick(sheet.lines, Qt.Key.Key_Escape)
    real.quiet()
    real.qtbot.waitUntil(lambda: real.window.findChild(AskSheet) is None)
    assert real.session.result is None


@pytest.mark.usefixtures("shared_law")
def test_what_was_asked_about_can_be_added_as_a_list(real: Driver) -> None:
    sheet = opened(real)
    assert not sheet.adds.isEnabled()
    sheet.origin.setCurrentIndex(sheet.origin.findData("CN"))
    asked(real, sheet, "Sm2Co17 magnet\n4711\tDIN 933 screw M6", "Sm2Co17 magnet")
    real.click(sheet.adds)
    real.back()
    real.wait_for_result()
    assert [file.name for file in real.session.files] == ["Pasted list 1.tsv"]
    assert sorted(real.column("description")) == ["4711 DIN 933 screw M6", "Sm2Co17 magnet"]
    assert real.column("verdict")[0] == "needed"
    real.ctrl(Qt.Key.Key_Z)
    real.quiet()
    assert real.session.files == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_of_such_a_list_are_read_in_every_language(
    language: str, tmp_path: Path
) -> None:
    say = Catalogue(language).say
    path = tmp_path / "typed.tsv"
    head = [say(FIELD_WORDS[name]) for name in ADDED]
    for origin in ("CN", ""):
        path.write_text("\t".join(head) + f"\r\nSm2Co17 magnet\t{origin}\r\n", encoding="utf-8")
        (file,) = pipeline.read([path]).files
        [table] = file.sheets[0].tables
        assert [column.field for column in table.columns] == list(ADDED)


@pytest.mark.usefixtures("shared_law")
def test_whatever_stands_in_a_line_it_becomes_one_part(real: Driver) -> None:
    """Nobody said where they are made; commas, quotation marks and numbers cut nothing."""
    lines = ['"Magnet" 3.5" Sm2Co17', "NdFeB;N42;DE", "Screw;M6;DE", '"screw M6', "4711"]
    real.window.above.pasting.add(lines, "")
    real.wait_for_result()
    assert sorted(real.column("description")) == sorted(lines)
