"""Makes the workbooks in ``templates``: the sample, and a blank questionnaire for each language.

``sample_supplier_parts.xlsx`` has invented suppliers and real traps.

Three sheets in the way three kinds of people write them: an English list with a title block and
sections, a German SAP-like list with a price unit and a total, a Chinese price list. Every verdict
occurs on some date, and so do a duplicate, a total, a blank row, an error cell, a price per 100, a
mass in kilograms, and look-alikes that must raise no alarm. The lines are in ``sample_lines``.
With ``--questionnaires`` only those are made, from what the catalogues say: after a translation changed.
"""

import csv
import io
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "templates" / "sample_supplier_parts.xlsx"
Line = list[Any]


def main(arguments: list[str]) -> None:
    if "--questionnaires" not in arguments:
        sample()
    questionnaires()


def sample() -> None:
    """The list of parts that the program shows without any other."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _english(book.create_sheet("Parts list"))
    _german(book.create_sheet("Materialliste"))
    _chinese(book.create_sheet("采购清单"))
    _save(book)
    print(f"{TARGET.name}: {sum(sheet.max_row for sheet in book.worksheets)} rows")


def questionnaires() -> None:
    """The blank questionnaires, which the program makes those of suppliers from."""
    sys.path.insert(0, str(HERE.parent))
    from desktop_app.intake.questionnaire_master import FOLDER, usual
    from desktop_app.language.catalogue import LANGUAGES
    from desktop_app.report.questionnaire import write_blank

    folder = HERE.parent.joinpath(*FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for language in LANGUAGES:
            made = Path(place) / f"{language}.xlsx"
            write_blank(made, language, usual(language))
            _without_the_time(
                io.BytesIO(made.read_bytes()), folder / made.name, zipfile.ZIP_DEFLATED
            )
    print(f"{folder.name}: {', '.join(LANGUAGES)}")


def _save(book: Workbook) -> None:
    raw = io.BytesIO()
    book.save(raw)
    _without_the_time(raw, TARGET)


def _without_the_time(raw: io.BytesIO, target: Path, packed: int = zipfile.ZIP_STORED) -> None:
    """Saves without the time of day, so that the same lines make the same file."""
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in made.namelist():
            if name != "docProps/core.xml":
                out.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 8, 0, 0)), made.read(name), packed)
            else:
                out.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 8, 0, 0)), CORE, packed)


CORE = (
    '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
    '2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:creator>Lodestone</dc:creator></cp:coreProperties>"
)


def _read(name: str) -> tuple[list[str], list[Line]]:
    """Headings and lines; what stands unquoted in the file is a number."""
    with (HERE / "sample_lines" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, quoting=csv.QUOTE_NONNUMERIC))
    return [str(title) for title in rows[0]], [[_whole(cell) for cell in row] for row in rows[1:]]


def _whole(cell: Any) -> Any:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _english(sheet: Worksheet) -> None:
    headings, lines = _read("english")
    sheet["A1"] = "Bought parts, drive line 4 (invented sample data)"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = "Status: 2 November 2026. Prices per piece in EUR."
    _heading(sheet, 4, headings)
    # The last line a second time, as it happens when two lists are pasted together.
    end = _lines(sheet, 5, [*lines, lines[-1]])
    _total(sheet, end + 1, "Total", headings.index("Stock on hand"), lines)
    _widths(sheet, [11, 46, 18, 18, 26, 16, 11, 12, 6, 9, 8, 9, 9, 9, 9])
    sheet.merge_cells("A1:G1")


def _german(sheet: Worksheet) -> None:
    headings, lines = _read("german")
    sheet["A1"] = "Materialliste Werk 1000 – Auszug (erfundene Beispieldaten)"
    sheet["A1"].font = Font(bold=True)
    _heading(sheet, 3, headings)
    end = _lines(sheet, 4, lines)
    _total(sheet, end, "Summe", headings.index("Lagerbestand"), lines)
    _widths(sheet, [21, 42, 26, 22, 12, 14, 11, 6, 11, 10, 8, 11, 12, 12, 10])


def _chinese(sheet: Worksheet) -> None:
    headings, lines = _read("chinese")
    sheet["A1"] = "供货价格表（示例数据）"
    sheet["A1"].font = Font(bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    _heading(sheet, 2, headings)
    end = _lines(sheet, 3, lines)
    _total(sheet, end, "合计", headings.index("库存数量"), lines)
    _widths(sheet, [10, 34, 24, 9, 13, 10, 6, 13, 10, 11])
    sheet.merge_cells("A1:J1")


def _heading(sheet: Worksheet, row: int, titles: list[str]) -> None:
    for column, title in enumerate(titles, start=1):
        cell = sheet.cell(row, column, title)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE3EA")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = f"A{row + 1}"


def _lines(sheet: Worksheet, row: int, lines: list[Line]) -> int:
    """Writes lines from a row on; ``#N/A`` becomes a true error cell. Returns the next free row."""
    for line in lines:
        for column, value in enumerate(line, start=1):
            if value == "":
                continue
            cell = sheet.cell(row, column, value)
            if len(line) == 1:
                cell.font = Font(bold=True, italic=True)
            if value == "#N/A":
                cell.data_type = "e"
        row += 1
    return row


def _total(sheet: Worksheet, row: int, word: str, column: int, lines: list[Line]) -> None:
    sheet.cell(row, 2, word).font = Font(bold=True)
    sheet.cell(row, column + 1, sum(line[column] for line in lines if len(line) > column))


def _widths(sheet: Worksheet, widths: list[int]) -> None:
    for column, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + column)].width = width


if __name__ == "__main__":
    main(sys.argv[1:])
