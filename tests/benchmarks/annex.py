"""What printing the audit annex costs a row: ``python -m tests.benchmarks.annex [ROWS]``.

CPU seconds of laying out and writing the annex of a generated list, without the assessment. The
baselines are one reportlab LongTable of the same number of columns and rows in the same run: with
plain strings, which never wrap, and with paragraphs, which wrap as ours do. Our own table is timed
with the very same words. The annex has two to three lines a row and other sections beside its table:
it is held against the same words, all of them, in LongTables of plain strings. The libraries are
loaded before either is timed; what the first report of a run costs with loading them is said beside
it. Issue 8 asks for 0.3 ms a row, 250 MB above the assessment, 100,000 rows within 10.5 times 10,000,
four times the speed of the LongTable at 10,000 rows, and a Monday sheet of 100,000 parts in 1.5 s.
Nothing is judged here.
"""

import subprocess
import sys
import tempfile
import time
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.workbook import make_workbook

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment

COLUMNS, FEW = 7, 10_000
DRAWN_WITH = (
    "desktop_app.report.compose", "desktop_app.report.pdf", "desktop_app.report.letterhead",
    "reportlab.pdfgen.canvas", "reportlab.pdfbase.ttfonts", "babel.numbers", "babel.dates",
)  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    if arguments and arguments[0] == "--one":
        annex(int(arguments[1]))
        return 0
    most = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "long_table.pdf"
        plain, wrapped = long_table(FEW, target, False), long_table(FEW, target, True)
        own = own_table(FEW, target)
    few, many = measured(FEW), measured(most)
    sys.stdout.write(
        f"LongTable, {FEW:,} rows: strings {plain:.2f} s CPU, paragraphs {wrapped:.2f} s\n"
        f"our table of the same words: {own:.2f} s CPU; LongTable takes {plain / own:.1f} x with "
        f"strings, {wrapped / own:.1f} x with paragraphs (aim 4)\n"
        f"annex, {FEW:,} rows: {few[0]:.2f} s CPU, {few[0] + few[4]:.2f} s with loading the libraries\n"
        f"against the annex LongTable takes {plain / few[0]:.1f} x with "
        f"strings, {wrapped / few[0]:.1f} x with paragraphs; it has twice the pages, and other parts\n"
        f"the same words as the annex in LongTables of plain strings: {few[3]:.2f} s CPU, "
        f"{few[3] / few[0]:.1f} x the annex (aim 4)\n"
        f"annex, {most:,} rows: {many[0]:.2f} s CPU, {1000 * many[0] / most:.3f} ms a row (aim 0.3), "
        f"{many[0] / few[0]:.1f} x {FEW:,} rows (aim 10.5 for ten times as many)\n"
        f"memory above the assessment: {few[1]:.0f} MB and {many[1]:.0f} MB (aim 250)\n"
        f"Monday sheet of {most:,} parts: {many[2]:.2f} s CPU (aim 1.5)\n"
    )
    return 0


def measured(rows: int) -> tuple[float, float, float, float, float]:
    """CPU seconds and MB at the peak of one annex, CPU seconds of a Monday sheet, of the words of
    the annex in LongTables (0 where there are more than a few rows: it takes minutes), and of loading
    what is drawn with."""
    command = [sys.executable, "-m", "tests.benchmarks.annex", "--one", str(rows)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    seconds, grown, monday, tables, loading = map(float, said.split())
    return seconds, grown, monday, tables, loading


def annex(rows: int) -> None:
    """Assesses a generated list, then writes its annex and says what that took."""
    from desktop_app import pipeline
    from desktop_app.model.inquiry import Inquiry

    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "parts.xlsx"
        make_workbook(book, rows)
        asked = Inquiry(on=date(2026, 11, 24))
        found = pipeline.assess(pipeline.read([book]), asked, pipeline.load_library())
        loading = load_libraries()
        before = status("VmRSS")
        Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
        spent = timed(found, Path(folder), "audit")
        grown = status("VmHWM") - before
        monday = timed(found, Path(folder), "monday")
        tables = same_words(found, Path(folder) / "tables.pdf") if rows <= FEW else 0.0
    sys.stdout.write(f"{spent} {grown} {monday} {tables} {loading}\n")


def load_libraries() -> float:
    """Loads what a report is drawn with, as the plain way has it loaded before it is timed; CPU seconds."""
    start = time.process_time()
    for name in DRAWN_WITH:
        import_module(name)
    return time.process_time() - start


def same_words(found: "Assessment", target: Path) -> float:
    """CPU seconds of drawing all words of the annex the plain way, which are ready when it begins."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    from desktop_app.language.catalogue import Catalogue
    from desktop_app.report import blocks, fonts
    from desktop_app.report.content import build_content
    from desktop_app.report.view import Scope

    content = build_content(found, Catalogue("en"), scope=Scope("audit"))
    style, story = getSampleStyleSheet()["BodyText"], list[Any]()
    for block in (block for section in content.sections for block in section.blocks):
        if isinstance(block, blocks.Paragraph | blocks.Heading):
            story.append(Paragraph(fonts.visible(block.text).replace("<", "&lt;"), style))
        elif isinstance(block, blocks.Table):
            head = [[column.title for column in block.columns]]
            story.append(head + [[_lines(cell) for cell in row.cells] for row in block.rows])
    start = time.process_time()
    drawn = [LongTable(part, repeatRows=1) if isinstance(part, list) else part for part in story]
    SimpleDocTemplate(str(target), pagesize=A4).build(drawn)
    return time.process_time() - start


def _lines(cell: Any) -> str:
    return "\n".join(line for line in (cell.text, cell.below) if line)


def timed(found: "Assessment", folder: Path, kind: str) -> float:
    """CPU seconds of one report."""
    from desktop_app import pipeline

    start = time.process_time()
    pipeline.write_report(found, folder / "report.pdf", "en", kind=kind)
    return time.process_time() - start


def status(name: str) -> float:
    """A figure of this process in MB; Linux only."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


def long_table(rows: int, target: Path, wraps: bool) -> float:
    """CPU seconds of the plain way: text in one LongTable with a repeated head."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]

    head = [[f"Column {at}" for at in range(COLUMNS)]]
    words = [[f"Cell {row} {at}" for at in range(COLUMNS)] for row in range(rows)]
    start = time.process_time()
    lines: list[list[Any]] = [
        [Paragraph(cell, style) if wraps else cell for cell in line] for line in words
    ]
    SimpleDocTemplate(str(target), pagesize=A4).build([LongTable(head + lines, repeatRows=1)])
    return time.process_time() - start


def own_table(rows: int, target: Path) -> float:
    """CPU seconds of the same words as a table of a report, laid out and written."""
    from desktop_app.language.catalogue import Catalogue
    from desktop_app.model.collecting import without_collecting
    from desktop_app.model.findings import msg
    from desktop_app.report.blocks import Cell, Column, ReportContent, Row, Section, Table
    from desktop_app.report.line_breaking import PaperMetrics
    from desktop_app.report.page_layout import lay_out
    from desktop_app.report.pdf import write_pdf

    catalogue = Catalogue("en")
    columns = tuple(Column(f"Column {at}") for at in range(COLUMNS))
    words = [[f"Cell {row} {at}" for at in range(COLUMNS)] for row in range(rows)]
    start = time.process_time()
    with without_collecting():  # as reports are written
        lines = tuple(
            Row(str(at), tuple(Cell(cell) for cell in line)) for at, line in enumerate(words)
        )
        section = Section("table", "Table", (Table("table", columns, lines),))
        content = ReportContent(
            title="Table", subtitle="", language="en", question="", bands=(),
            footer=msg("Page {page}"), law="table", sections=(section,), letterhead=None, mark="",
        )  # fmt: skip
        layout = lay_out(content, catalogue, "a4", PaperMetrics())
        write_pdf(content, target, catalogue, "a4", layout)
    return time.process_time() - start


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
