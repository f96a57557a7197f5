"""Which cells of an Excel 97 workbook are shown as percent: 0.29 that a person sees as 29 %."""

import io
from collections.abc import Sequence
from typing import Any

LARGEST = 20_000_000
"""Bytes of a workbook that is read once more for its formats; a longer one keeps bare numbers."""


def note_percents(raw: bytes, sheets: Sequence[Any]) -> None:
    """Notes the cells of ``sheets`` (see ``workbook.RawSheet``) whose format is a percentage.

    The file is read a second time with its formats, and only where a number could be a share.
    """
    if len(raw) > LARGEST or not any(map(_could_have_shares, sheets)):
        return
    import xlrd

    try:
        with io.StringIO() as log:
            book = xlrd.open_workbook(file_contents=raw, logfile=log, formatting_info=True)
        percents = {
            number
            for number, form in enumerate(book.xf_list)
            if "%" in book.format_map[form.format_key].format_str
        }
        if percents:
            for sheet, formatted in zip(sheets, book.sheets(), strict=False):
                _note(sheet, formatted, percents)
    except Exception:  # a workbook whose formats are damaged still has its numbers
        return


def _could_have_shares(sheet: Any) -> bool:
    return any(type(value) is float and 0 < value <= 1 for row in sheet.rows for value in row)


def _note(sheet: Any, formatted: Any, percents: set[int]) -> None:
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            if type(value) is float and formatted.cell_xf_index(number, column) in percents:
                sheet.notes.show_percent(number + 1, column + 1)
