"""Reads a workbook of Excel 97 to 2003 with xlrd. Runs in the reader child only."""

import io
from typing import Any

import xlrd

from desktop_app.intake import xls_records
from desktop_app.intake.macros_and_links import of_old_book
from desktop_app.intake.ooxml import SheetNotes
from desktop_app.intake.raw_sheets import MOST_SHEETS, RawSheet, RawWorkbook
from desktop_app.intake.refusal import Refused
from desktop_app.intake.xls_looks import comments_of, note_looks


def read_xls(raw: bytes) -> RawWorkbook:
    """Its sheets. Raises Refused with the code of the reason."""
    try:
        with io.StringIO() as log:
            book = xlrd.open_workbook(file_contents=raw, logfile=log, on_demand=False)
        sheets = [_sheet(book, sheet) for sheet in book.sheets()[:MOST_SHEETS]]
        stream = xls_records.stream_of(raw)
        told, runs_macros = xls_records.look_into(stream)
        for sheet, hidden in zip(sheets, told, strict=False):
            sheet.notes.hidden_rows, sheet.notes.hidden_columns = hidden.rows, hidden.columns
            sheet.merged = sheet.merged or hidden.merged
        note_looks(raw, sheets, xls_records.could_pad(stream))
        macros, links = of_old_book(raw, book)
        unread = book.nsheets - len(sheets)
        return RawWorkbook(
            "xls", sheets, has_macros=macros or runs_macros, links=links, unread_sheets=unread
        )
    except MemoryError as too_much:
        raise Refused("E_MEMORY") from too_much
    except xlrd.XLRDError as failure:
        text = str(failure)
        if "ncrypted" in text:
            raise Refused("E_ENCRYPTED", text) from failure
        raise Refused("E_CORRUPT", text) from failure
    except Exception as failure:
        raise Refused("E_CORRUPT", str(failure)) from failure


def _sheet(book: Any, sheet: Any) -> RawSheet:
    notes = SheetNotes(sheet.visibility != 0)
    rows: list[list[Any]] = []
    for number in range(sheet.nrows):
        line: list[Any] = []
        kinds, values = sheet.row_types(number), sheet.row_values(number)
        if (
            PLAIN.issuperset(kinds) and None not in values
        ):  # nearly all rows, and all the empty ones
            rows.append(list(values))
            continue
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            if kind == xlrd.XL_CELL_ERROR:
                notes.errors.append(
                    (number + 1, column + 1, xlrd.error_text_from_code.get(value, "#?"))
                )
                line.append("")
            elif kind == xlrd.XL_CELL_DATE:
                line.append(_date(value, book.datemode))
            elif kind == xlrd.XL_CELL_BOOLEAN:
                line.append(bool(value))
            else:
                line.append("" if value is None else value)
        rows.append(line)
    notes.comments = comments_of(sheet)
    merged = [(a + 1, c + 1, b, d) for a, b, c, d in sheet.merged_cells[:20_000]]
    return RawSheet(sheet.name, rows, notes=notes, merged=merged)


PLAIN = frozenset((xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER))
"""Kinds of cells whose values are as they stand; a sheet may have millions of cells that are only formats."""


def _date(value: float, mode: int) -> Any:
    try:
        return xlrd.xldate_as_datetime(value, mode)
    except (ValueError, OverflowError, xlrd.XLDateError):
        return value
