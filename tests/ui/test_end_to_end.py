"""The whole way through the window with nothing stood in for: files, verdicts, reasons, a report.

Loading the law is part of the way; once is enough, for it takes eight of the nine seconds of each test."""

from datetime import date
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook
from PySide6.QtCore import QDate, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.paths import shipped
from tests.ui.driving import Driver, files, verdicts

SAMPLE = shipped("templates", "sample_supplier_parts.xlsx")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A list of our own with one part of which everything is known."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Part number", "Description", "Supplier", "Country of origin", "Stock",
                  "Annual demand"])  # fmt: skip
    sheet.append(["M-1", "Sintered magnet Sm2Co17 block 10x10x5", "Erdwerk GmbH", "CN", 100, 3650])
    sheet.append(["M-2", "Hexagon screw M6x20 DIN 933 zinc plated", "Erdwerk GmbH", "DE", 10, 100])
    path = tmp_path / "Eigene Liste.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("shared_law", [None], ids=["with the law loaded anew"])
def test_drop_read_ask_and_save(real: Driver, made: Path, tmp_path: Path) -> None:
    window = real.window
    real.drop(files([SAMPLE, made]))
    real.wait_for_result()

    assert window.stage == "risks"
    found = verdicts(real)
    assert found["M-1"].startswith("needed")
    assert found["M-2"] == "not covered"
    assert len(found) >= 60
    assert window.risks.answer.text().endswith("need a licence.")
    assert window.risks.picture.isVisible()

    window.risks.show_part(row_of(real, "M-1"))
    real.quiet()
    said = window.risks.why.texts()
    assert said[0] == "Sintered magnet Sm2Co17 block 10x10x5"
    assert any("No. 18 of 2025" in words for words in said)
    assert "Eigene Liste.xlsx › Sheet › row 2" in said
    assert any("Sm" in words for words in said)

    window.question.on.setDate(QDate(2025, 4, 3))
    real.quiet()
    assert real.session.inquiry.on == date(2025, 4, 3)
    assert verdicts(real)["M-1"] == "not covered"
    assert real.risks.chosen_part() == row_of(real, "M-1")

    window.question.on.setDate(QDate(2025, 4, 4))
    real.quiet()
    assert verdicts(real)["M-1"].startswith("needed")

    real.ctrl(Qt.Key.Key_5)
    real.quiet()
    window.report.save_to(str(tmp_path / "report.pdf"))
    real.quiet()
    saved = QPdfDocument()
    saved.load(str(tmp_path / "report.pdf"))
    pages = "\n".join(saved.getAllText(at).text() for at in range(saved.pageCount()))
    assert "4 Apr 2025" in pages
    assert "Sm2Co17" in pages


def row_of(driver: Driver, number: str) -> int:
    """The part with a number."""
    view = driver.risks
    part = view.shown.part_at(driver.column("part_number").index(number))
    assert part is not None
    return part


def test_the_sample_button_reads_the_sample(real: Driver) -> None:
    real.click(real.window.files.zone.sample)
    real.wait_for_result()
    words = set(real.column("verdict"))
    assert any(word.startswith("needed") for word in words)
    assert {"not verified: part", "not verified: law", "not screened", "not covered"} <= words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.pdf", b"%PDF-1.7 nothing here"),
        ("empty.xlsx", b""),
        ("broken.xlsx", b"PK\x03\x04 not a zip at all"),
    ],
)
def test_a_broken_file_is_a_card_and_the_others_go_on(
    real: Driver, made: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    broken = tmp_path / name
    broken.write_bytes(content)
    real.drop(files([broken, made, tmp_path / "not there.xlsx"]))
    real.wait_for_result()
    refused = [file for file in real.session.files if file.problem is not None]
    assert {Path(file.path).name for file in refused} == {name, "not there.xlsx"}
    card = real.desk.cards[0]
    words = [label.text() for label in card.findChildren(QLabel)]
    assert words[0] == name
    assert len([text for text in words[1:] if text]) == 2
    assert "M-1" in verdicts(real)


def test_the_same_file_dropped_again_takes_its_place(real: Driver, made: Path) -> None:
    real.drop(files([made]))
    real.wait_for_result()
    real.session.result = None
    real.drop(files([made]))
    real.wait_for_result()
    assert len(real.session.files) == 1
    assert real.column("part_number").count("M-1") == 1


def test_cancelling_keeps_the_window_alive(real: Driver, made: Path) -> None:
    real.drop(files([SAMPLE]))
    real.session.cancel()
    real.quiet()
    assert real.session.files == ()
    real.drop(files([made]))
    real.wait_for_result()
    assert "M-1" in verdicts(real)


def locked(path: Path, plain: Path, word: str) -> Path:
    """A copy of a workbook that asks for a password."""
    with plain.open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt(word, target)
    return path


def test_a_locked_file_is_opened_with_its_password(
    real: Driver, made: Path, tmp_path: Path
) -> None:
    real.drop(files([locked(tmp_path / "locked.xlsx", made, "geheim")]))
    real.qtbot.waitUntil(lambda: len(real.session.files) == 1, timeout=30_000)
    real.quiet()
    real.window.go_to("files")
    card = real.desk.cards[0]
    assert card.file.problem is not None
    QTest.keyClicks(card.password, "falsch")
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    real.qtbot.waitUntil(lambda: real.desk.cards[0] is not card, timeout=30_000)
    real.quiet()
    card = real.desk.cards[0]
    assert card.file.problem is not None
    assert card.file.problem.code == "E_WRONG_PASSWORD"
    QTest.keyClicks(card.password, "geheim")
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    real.wait_for_result()
    real.qtbot.waitUntil(lambda: "M-1" in verdicts(real), timeout=30_000)
