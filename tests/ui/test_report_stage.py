"""Report: the real PDF on the screen, in the language and on the paper chosen; saved and printed."""

from pathlib import Path
from unittest.mock import patch

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from desktop_app import pipeline
from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.report.settings import KINDS, load_settings
from desktop_app.ui.printing import print_pages
from desktop_app.ui.report_wanted import GROUP, LIST, ORDER
from desktop_app.ui.saving import file_name
from tests.ui.driving import Driver
from tests.ui.laid import lay


@pytest.fixture
def report(filled: Driver) -> Driver:
    """The window with the pages of the report on show."""
    filled.window.go_to("report")
    filled.qtbot.waitUntil(lambda: pages(filled) > 0, timeout=60_000)
    return filled


def pages(driver: Driver) -> int:
    document = driver.window.report.document
    return 0 if document is None else document.pageCount()


def text_of(document: QPdfDocument) -> str:
    return "\n".join(document.getAllText(at).text() for at in range(document.pageCount()))


def test_without_parts_it_says_what_it_needs(driver: Driver) -> None:
    driver.window.go_to("report")
    assert driver.window.report.empty.isVisible()
    assert driver.window.report.document is None


def test_it_shows_the_pages_that_will_be_printed(report: Driver) -> None:
    document = report.window.report.document
    assert document is not None
    assert "Segment magnet 42SH" in text_of(document)
    assert report.window.report.pages_words.text() == f"{document.pageCount()} pages"


def test_it_follows_the_question(report: Driver) -> None:
    bar = report.window.question
    bar.scenario.setCurrentIndex(bar.scenario.findData("lapsed"))
    report.quiet()
    document = report.window.report.document
    assert document is not None
    assert "If the suspensions have ended" in text_of(document)


def test_paper_and_language_are_chosen_apart_from_the_window(report: Driver) -> None:
    stage = report.window.report
    stage.paper.setCurrentIndex(stage.paper.findData("letter"))
    report.quiet()
    assert stage.document is not None
    size = stage.document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (612, 792)
    stage.language.setCurrentIndex(stage.language.findData("de"))
    report.quiet()
    assert report.window.settings.now.report_language == "de"
    assert report.window.settings.now.language == "en"


def test_languages_nobody_proof_read_say_so(report: Driver) -> None:
    box = report.window.report.language
    named = [box.itemText(at) for at in range(box.count())]
    assert named[:2] == ["English", "Deutsch"]
    assert "Français (machine-translated)" in named


def test_it_is_saved_where_the_user_says(report: Driver, tmp_path: Path) -> None:
    target = tmp_path / "Bericht für Montag.pdf"
    report.ctrl(Qt.Key.Key_S)
    dialog = report.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.fileSelected.emit(str(target))
    report.quiet()
    dialog.close()
    assert target.read_bytes().startswith(b"%PDF")
    assert report.window.status.words.text() == "The report was saved as Bericht für Montag.pdf."


def test_where_it_cannot_be_saved_the_old_file_stays(report: Driver, tmp_path: Path) -> None:
    def refuses(*_given: object, **_named: object) -> int:
        raise CodedError(
            Problem("E_TARGET", msg("It could not be saved."), msg("Choose another folder."))
        )

    with patch.object(pipeline, "write_report", refuses):
        report.window.report.save_to(str(tmp_path / "x.pdf"))
        report.quiet()
    assert report.window.strip.words.text() == "It could not be saved. Choose another folder."
    assert pages(report) > 0


def test_pages_are_printed_as_they_are(report: Driver, tmp_path: Path) -> None:
    document = report.window.report.document
    assert document is not None
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    assert print_pages(document, printer) == document.pageCount()
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == document.pageCount()


def test_print_asks_for_the_printer_and_goes_on(report: Driver) -> None:
    report.ctrl(Qt.Key.Key_P)
    report.quiet()
    assert report.window.isVisible()


def test_the_monday_sheet_is_three_clicks_from_the_drop_to_the_printer(driver: Driver) -> None:
    """The sheet, Print..., and the button of the system's own window, which is the third; none of
    them waits for the pages to be set."""
    driver.drop_small_files()
    window = driver.window
    driver.click(window.risks.monday)
    driver.click(window.report.print)
    driver.qtbot.waitUntil(lambda: bool(window.findChildren(QPrintDialog)), timeout=60_000)
    document = window.report.document
    assert document is not None
    assert window.report.kind.currentData() == "monday"
    assert "week" in text_of(document)
    window.findChildren(QPrintDialog)[0].close()


def test_another_choice_before_the_pages_are_set_is_not_printed_by_itself(report: Driver) -> None:
    stage = report.window.report
    stage.choose_kind("audit")
    report.click(stage.print)
    stage.choose_kind("management")
    report.quiet()
    assert not report.window.findChildren(QPrintDialog)


def test_closing_lets_go_of_the_preview(report: Driver) -> None:
    folder = report.window.report.folder
    assert folder is not None
    report.window.close()
    assert not Path(folder.name).exists()


def test_every_kind_of_report_is_offered(report: Driver) -> None:
    box = report.window.report.kind
    offered = [box.itemData(at) for at in range(box.count())]
    assert sorted(offered) == sorted([*KINDS, GROUP, LIST, ORDER])
    assert offered[0] == "management"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_pages(report: Driver, kind: str) -> None:
    stage = report.window.report
    report.risks.choose(4)
    stage.kind.setCurrentIndex(stage.kind.findData(kind))
    report.quiet()
    assert (
        not report.window.strip.isVisible() or "went wrong" not in report.window.strip.words.text()
    )
    assert stage.document is not None
    assert pages(report) > 0


def test_a_dossier_is_about_the_part_under_the_cursor(report: Driver) -> None:
    stage = report.window.report
    stage.kind.setCurrentIndex(stage.kind.findData("dossier"))
    for part, name in ((0, "Segment magnet 42SH"), (1, "Ring magnet Sm2Co17")):
        report.window.go_to("risks")
        report.risks.choose(part)
        report.window.go_to("report")
        report.quiet()
        assert stage.document is not None
        assert name in text_of(stage.document)
        assert name in stage.pages_words.text()


def test_a_sheet_of_a_group_is_about_the_group_of_the_part_under_the_cursor(real: Driver) -> None:
    lay(
        real,
        "Part number;Description;Purchasing group\nA1;SmCo magnet;E01\nB2;SmCo disc magnet;E02\n",
    )
    real.risks.choose(1)
    real.window.report.choose_kind(GROUP)
    real.window.go_to("report")
    real.quiet()
    assert real.window.report.document is not None
    said = text_of(real.window.report.document)
    assert "Purchasing group E02" in said
    assert "B2" in said
    assert "A1" not in said
    assert real.window.report.pages_words.text().endswith("· E02"), "it is about no single part"


def test_sheets_of_two_groups_do_not_suggest_to_write_over_one_another(real: Driver) -> None:
    lay(
        real,
        "Part number;Description;Purchasing group\nA1;SmCo magnet;E01\nB2;SmCo disc magnet;采购\n",
    )
    suggested = []
    for part in range(2):
        real.risks.choose(part)
        real.window.report.choose_kind(GROUP)
        real.window.go_to("report")
        real.quiet()
        real.window.report.choose_target()
        [dialog] = real.window.findChildren(QFileDialog)
        suggested += [Path(name).name for name in dialog.selectedFiles()]
        dialog.reject()
        dialog.deleteLater()
        real.back()
        real.qtbot.waitUntil(lambda: not real.window.findChildren(QFileDialog))
        real.window.go_to("risks")
    assert ["E01" in suggested[0], "采购" in suggested[1]] == [True, True]


def test_papers_for_an_order_hold_the_parts_of_the_supplier_under_the_cursor(
    report: Driver, tmp_path: Path
) -> None:
    stage = report.window.report
    report.window.go_to("risks")
    report.risks.choose(0)
    report.window.go_to("report")
    stage.choose_kind(ORDER)
    report.quiet()
    assert stage.document is not None
    said = text_of(stage.document)
    assert "End-user and end-use certificate" in said
    assert "Segment magnet 42SH" in said
    assert "Ring magnet Sm2Co17" in said, "the other part of the supplier that needs a licence"
    assert stage.readers.text().startswith("What comes before the certificate")
    stage.save_tables_to(str(tmp_path / "order.xlsx"))
    report.quiet()
    cells = {
        cell.value
        for sheet in load_workbook(tmp_path / "order.xlsx")
        for row in sheet
        for cell in row
    }
    assert {"NG-1042", "NG-1051"} <= cells


def test_the_tables_are_saved_as_a_workbook(report: Driver, tmp_path: Path) -> None:
    report.ctrl(Qt.Key.Key_E)
    dialog = report.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".xlsx")
    dialog.fileSelected.emit(str(tmp_path / "tables.xlsx"))
    report.quiet()
    dialog.close()
    assert load_workbook(tmp_path / "tables.xlsx", read_only=True).sheetnames
    assert report.window.status.words.text() == "The tables were saved as tables.xlsx."


def test_questions_to_suppliers_are_saved_in_a_folder(report: Driver, tmp_path: Path) -> None:
    report.window.report.save_questions_to(str(tmp_path / "Fragen"))
    report.quiet()
    assert any((tmp_path / "Fragen").iterdir())
    assert report.window.status.words.text().endswith("are in Fragen.") or (
        report.window.status.words.text().endswith("is in Fragen.")
    )


def test_a_change_while_a_report_is_saved_does_not_stop_the_saving(
    report: Driver, tmp_path: Path
) -> None:
    report.window.report.save_to(str(tmp_path / "kept.pdf"))
    report.window.report.paper.setCurrentIndex(1)
    report.quiet()
    assert (tmp_path / "kept.pdf").read_bytes().startswith(b"%PDF")
    assert report.window.status.words.text() == "The report was saved as kept.pdf."


def test_a_letter_is_about_a_part_of_the_list_that_is_there(real: Driver) -> None:
    lay(real, "Part number;Description;Supplier\nA;Magnet;One\nB;Magnet;Two\nC;Magnet;Three\n")
    real.risks.choose(2)
    real.window.report.choose_kind("supplier")
    real.window.go_to("report")
    real.quiet()
    assert real.window.report.part == 2
    lay(real, "Part number;Description;Supplier\nD;Magnet;Four\n")
    real.window.go_to("report")
    real.quiet()
    assert real.window.report.part in (0, None)
    assert real.window.strip.property("kind") != "error"


def test_it_says_who_may_read_the_pages(filled: Driver) -> None:
    stage = filled.window.report
    filled.window.go_to("report")
    said = {}
    for kind in (*KINDS, LIST):
        stage.choose_kind(kind)
        said[kind] = stage.readers.text()
    outside = {kind for kind, words in said.items() if not words.startswith("Stays in your house")}
    assert outside == {kind for kind, known in load_settings().kinds.items() if known.outside}
    assert "other suppliers and our estimates are left out" in said["supplier"]
    assert "before the certificate stays in your house" in said["licence"]


def test_names_of_files_tell_reports_of_one_day_apart(filled: Driver) -> None:
    stage, day = filled.window.report, filled.session.inquiry.on.isoformat()
    filled.window.go_to("report")
    suggested = []
    for kind in ("management", "monday", "supplier"):
        stage.choose_kind(kind)
        stage.choose_target()
        dialog = filled.window.findChild(QFileDialog)
        assert dialog is not None
        suggested.append(Path(dialog.selectedFiles()[0]).name)
        dialog.close()
        filled.qtbot.waitUntil(lambda: filled.window.findChild(QFileDialog) is None)
    assert suggested[:2] == [
        f"Lodestone Management report {day} en.pdf", f"Lodestone Monday sheet {day} en.pdf"
    ]  # fmt: skip
    assert len(set(suggested)) == 3
    assert file_name("A: 1/2", "", 'x"?.pdf') == "A 1 2 x .pdf"
