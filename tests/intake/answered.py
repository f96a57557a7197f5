"""A questionnaire as it is sent, filled in by a supplier, and mutilated the ways suppliers do it."""

import copy
import csv
import hashlib
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from desktop_app import pipeline
from desktop_app.intake.questionnaire_master import FOLDER
from desktop_app.model.answers import AnsweredForm
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.reading import Reading, joined
from desktop_app.paths import data_home, shipped
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW, write_questionnaire
from tests.intake.reading_here import read_here
from tests.one_library import shipped_library

ON = date(2026, 11, 25)
SUPPLIER = "Hanlin Magnetics Co., Ltd."
SAMPLE = shipped("templates", "sample_supplier_parts.xlsx")
TYPED: Mapping[str, Mapping[str, Any]] = {
    "100-0104": {"dy_percent": "<0.01", "tb_percent": "< 0,01 %", "ho_percent": "100 ppm",
                 "report_number": "TR-7", "report_date": "2026-10-01", "remark": "see report"},
    "000000000010004724": {"dy_percent": "4,2 %", "tb_percent": "n/a", "magnet_grade": "=1+1"},
    "100-0103": {"dy_percent": "about lots", "report_date": "03/04/2026"},
    "100-0101": {"licence_filed": date(2026, 11, 1), "lead_time_days": "45 working days"},
    "100-0102": {"licence_number": "L-77", "licence_until": "30.06.2027",
                 "stock_outside_china": "500 pcs"},
    "100-0105": {"lead_time_days": "12 Wochen", "hs_code": "8505.11.10.00"},
}  # fmt: skip
MEANT: Mapping[str, Mapping[str, tuple[str, Any]]] = {
    "100-0104": {"dy_percent": ("understood", 0.01), "tb_percent": ("understood", 0.01),
                 "ho_percent": ("understood", 0.01), "report_number": ("understood", "TR-7"),
                 "report_date": ("understood", date(2026, 10, 1)), "remark": ("note", "see report")},
    "000000000010004724": {"dy_percent": ("understood", 4.2), "tb_percent": ("unknown", None),
                           "magnet_grade": ("understood", "=1+1")},
    "100-0103": {"dy_percent": ("not_understood", None),
                 "report_date": ("understood", date(2026, 4, 3))},
    "100-0101": {"licence_filed": ("understood", date(2026, 11, 1)),
                 "lead_time_days": ("understood", 63.0)},
    "100-0102": {"licence_number": ("understood", "L-77"),
                 "licence_until": ("understood", date(2027, 6, 30)),
                 "stock_outside_china": ("understood", 500.0)},
    "100-0105": {"lead_time_days": ("understood", 84.0), "hs_code": ("understood", "8505111000")},
}  # fmt: skip
FILLED = sum(len(answers) for answers in TYPED.values())


@cache
def asked() -> Assessment:
    """The sample, assessed on a fixed day."""
    return pipeline.assess(read_together(SAMPLE), Inquiry(ON), library())


def library() -> pipeline.Library:
    """What is shipped, loaded once."""
    return shipped_library()


def read_together(*paths: Path) -> Reading:
    """Files read in this process, with their fingerprints, and put on one desk."""
    return reduce(joined, map(_with_fingerprint, paths))


def _with_fingerprint(path: Path) -> Reading:
    reading = read_here(path)
    assert not isinstance(reading, str), reading
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return replace(reading, files=(replace(reading.files[0], sha256=sha256),))


def questionnaire(folder: Path, language: str = "zh", supplier: str = SUPPLIER) -> Path:
    """The workbook as we send it."""
    target = folder / "asked.xlsx"
    if data_home().joinpath(*FOLDER, f"{language}.xlsx").exists():  # a house's own
        write_questionnaire(asked(), supplier, target, language)
    else:
        target.write_bytes(_sent(language, supplier))
    return target


@cache
def _sent(language: str, supplier: str) -> bytes:
    """Its bytes: to write one takes as long as to read an answered one, and a thousand tests fill one in."""
    with TemporaryDirectory() as folder:
        target = Path(folder, "asked.xlsx")
        write_questionnaire(asked(), supplier, target, language)
        return target.read_bytes()


def fill(book: Any, typed: Mapping[str, Mapping[str, Any]]) -> None:
    """Types answers into the rows of their parts; a column that was not asked is added."""
    sheet = book.worksheets[0]
    keys = {cell.value: cell.column for cell in sheet[KEY_ROW] if cell.value}
    for row in range(FIRST_ROW, sheet.max_row + 1):
        for key, value in typed.get(str(sheet.cell(row, 2).value), {}).items():
            cell = sheet.cell(row, keys[key])
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    sheet.cell(3, 6).value, sheet.cell(3, 8).value = date(2026, 11, 20), "Li Wei"


def answered(folder: Path) -> Path:
    """The workbook as it would come back if nobody touched anything but the yellow cells."""
    path = questionnaire(folder)
    book = openpyxl.load_workbook(path)
    fill(book, TYPED)
    book.save(folder / "answered.xlsx")
    return folder / "answered.xlsx"


def form_of(path: Path) -> AnsweredForm:
    reading = read_here(path)
    assert not isinstance(reading, str), reading
    (file,) = reading.files
    assert file.answered is not None, [sheet.name for sheet in file.sheets]
    assert file.outcome == "read"
    assert len(reading.parts) == 0
    return file.answered


# --- what suppliers do to it -----------------------------------------------------------------

Change = Callable[[Any], None]


def _sheet(book: Any) -> Any:
    return next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")


def _rows(sheet: Any) -> list[list[Any]]:
    return [
        [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)]
        for row in range(FIRST_ROW, sheet.max_row + 1)
    ]


def _put(sheet: Any, rows: list[list[Any]], first: int = FIRST_ROW) -> None:
    for at, row in enumerate(rows):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(first + at, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def sort_rows(book: Any) -> None:
    sheet = _sheet(book)
    _put(sheet, sorted(_rows(sheet), key=lambda row: str(row[2])))


def sort_without_the_hidden_column(book: Any) -> None:
    sheet = _sheet(book)
    keys = [row[0] for row in _rows(sheet)]
    ordered = sorted(_rows(sheet), key=lambda row: str(row[2]))
    _put(sheet, [[key, *row[1:]] for key, row in zip(keys, ordered, strict=True)])


def sort_with_the_headings(book: Any) -> None:
    """All rows from the hidden one on, headings in the midst."""
    _unmerge(book)
    sheet = _sheet(book)
    rows = [
        [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)]
        for row in range(KEY_ROW, sheet.max_row + 1)
    ]
    _put(sheet, sorted(rows, key=lambda row: str(row[2]), reverse=True), KEY_ROW)


def delete_the_key_column(book: Any) -> None:
    _unmerge(book)
    _sheet(book).delete_cols(1)


def delete_the_key_row(book: Any) -> None:
    _unmerge(book)
    _sheet(book).delete_rows(KEY_ROW)


def take_away_the_keys(book: Any) -> None:
    """The hidden sheet of keys, which another change may have taken away before."""
    for name in {"lodestone"} & set(book.sheetnames):
        book.remove(book[name])


def delete_keys_of_both_kinds(book: Any) -> None:
    delete_the_key_row(book)
    _sheet(book).delete_cols(1)
    take_away_the_keys(book)


def rename_the_sheets(book: Any) -> None:
    for at, sheet in enumerate(book.worksheets):
        sheet.title = f"工作表{at}"


def add_rows(book: Any) -> None:
    sheet = _sheet(book)
    sheet.insert_rows(FIRST_ROW + 1)
    sheet.insert_rows(FIRST_ROW)
    sheet.cell(sheet.max_row + 2, 2).value = "100-0999"


def add_rows_on_top(book: Any) -> None:
    _unmerge(book)
    _sheet(book).insert_rows(1, amount=4)


def move_columns(book: Any) -> None:
    """The answers first, in the opposite order."""
    _unmerge(book)
    sheet = _sheet(book)
    every = [
        [sheet.cell(row, column).value for column in range(sheet.max_column, 0, -1)]
        for row in range(KEY_ROW, sheet.max_row + 1)
    ]
    _put(sheet, every, KEY_ROW)


def merge_cells(book: Any) -> None:
    """One answer for three elements, one number for two lines."""
    sheet = _sheet(book)
    keys = {cell.value: cell.column for cell in sheet[KEY_ROW] if cell.value}
    row = next(
        r for r in range(FIRST_ROW, sheet.max_row + 1) if sheet.cell(r, 2).value == "100-0104"
    )
    for column in (keys["tb_percent"], keys["ho_percent"]):
        sheet.cell(row, column).value = None
    first, last = get_column_letter(keys["dy_percent"]), get_column_letter(keys["ho_percent"])
    sheet.merge_cells(f"{first}{row}:{last}{row}")


def into_a_new_workbook(book: Any) -> None:
    """The visible sheet copied out: the sheet that says what it is stays behind."""
    book.security = None
    take_away_the_keys(book)


def hidden_rows_shown_and_empty_columns_put_in(book: Any) -> None:
    _unmerge(book)
    sheet = _sheet(book)
    sheet.row_dimensions[KEY_ROW].hidden = False
    sheet.insert_cols(5)
    sheet.insert_cols(2)


def turn_on_its_side(book: Any) -> None:
    """Rows become columns, with all that stands above the list."""
    _unmerge(book)
    sheet = _sheet(book)
    turned = list(zip(*sheet.iter_rows(values_only=True), strict=True))
    sheet.delete_rows(1, sheet.max_row)
    _put(sheet, [list(column) for column in turned], 1)


def copy_the_list_on_its_side(book: Any) -> None:
    """Only the list, pasted with rows and columns exchanged into a workbook of the supplier."""
    turn_on_its_side(book)
    book.security = None
    take_away_the_keys(book)


def _unmerge(book: Any) -> None:
    for area in list(_sheet(book).merged_cells.ranges):
        _sheet(book).unmerge_cells(str(area))


CHANGES: Mapping[str, Change] = {
    change.__name__: change
    for change in (
        sort_rows, sort_without_the_hidden_column, sort_with_the_headings, delete_the_key_column, delete_the_key_row,
        delete_keys_of_both_kinds, rename_the_sheets, add_rows, add_rows_on_top, move_columns,
        into_a_new_workbook, hidden_rows_shown_and_empty_columns_put_in, turn_on_its_side,
        copy_the_list_on_its_side,
    )
}  # fmt: skip


def changed(path: Path, change: Change) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    target = path.with_name("changed.xlsx")
    book.save(target)
    return target


def as_csv(path: Path, separator: str, encoding: str) -> Path:
    """The visible sheet saved as text; the hidden rows and columns come along."""
    sheet = _sheet(openpyxl.load_workbook(path))
    target = path.with_suffix(".csv")
    with target.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=separator)
        for row in sheet.iter_rows(values_only=True):
            writer.writerow(["" if value is None else value for value in row])
    return target


def saved_by_libreoffice(path: Path, ending: str) -> Path:
    """Opened and saved by LibreOffice; skips where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed here: nothing to save the workbook with")
    out = path.parent / "saved"
    subprocess.run(
        [program, f"-env:UserInstallation=file://{path.parent}/profile", "--headless",
         "--convert-to", ending, "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return out / f"{path.stem}.{ending}"


def without(typed: Mapping[str, Mapping[str, Any]], *names: str) -> dict[str, dict[str, Any]]:
    """Answers without some columns."""
    kept = copy.deepcopy({number: dict(answers) for number, answers in typed.items()})
    return {
        number: {key: value for key, value in answers.items() if key not in names}
        for number, answers in kept.items()
    }


__all__ = ["HEAD_ROW", "KEY_ROW"]


def columns(sheet: Any) -> dict[str, int]:
    """Column of each key of a questionnaire."""
    return {cell.value: cell.column for cell in sheet[KEY_ROW] if cell.value}


def row_of(sheet: Any, number: str) -> int:
    """Row of a part by our number."""
    rows = range(FIRST_ROW, sheet.max_row + 1)
    return next(row for row in rows if str(sheet.cell(row, 2).value) == number)


def unmerged(sheet: Any) -> None:
    """Parts all merged cells again."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
