"""What a person sees on the cells of an Excel 97 workbook: 0.29 shown as 29 %, 471 shown as
00000471, a line through an answer, a comment."""

import io
from collections.abc import Sequence
from itertools import islice
from typing import Any

from desktop_app.intake.cell_comments import LONGEST, MOST
from desktop_app.intake.number_formats import pattern_of
from desktop_app.intake.padded_numbers import show_padded
from desktop_app.model.answers import SCHEMA

LARGEST = 20_000_000
"""Bytes of a workbook that is read once more for its formats; a longer one keeps bare numbers."""


def comments_of(sheet: Any) -> list[tuple[int, int, str]]:
    """(row, column, text) of the comments of a sheet of xlrd, 1-based."""
    notes = islice(sheet.cell_note_map.items(), MOST)
    said = ((row + 1, column + 1, str(note.text or "").strip()) for (row, column), note in notes)
    return [(row, column, text[:LONGEST]) for row, column, text in said if text]


def note_looks(raw: bytes, sheets: Sequence[Any], could_pad: bool = False) -> None:
    """Notes the cells of ``sheets`` (see ``workbook.RawSheet``) whose format is a percentage, those shown with
    noughts before them where ``could_pad`` and, in a questionnaire of ours, those struck out.

    The file is read a second time with its formats, and only where a number could be a share or an
    answer withdrawn.
    """
    is_ours = any(map(_says_what_it_is, sheets))
    if len(raw) > LARGEST or not (is_ours or could_pad or any(map(_could_have_shares, sheets))):
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
        struck = {
            number
            for number, form in enumerate(book.xf_list if is_ours else ())
            if book.font_list[form.font_index].struck_out
        }
        padded = {
            number: pattern
            for number, form in enumerate(book.xf_list if could_pad else ())
            if (pattern := pattern_of(book.format_map[form.format_key].format_str))
        }
        if percents or struck or padded:
            for sheet, formatted in zip(sheets, book.sheets(), strict=False):
                _note(sheet, formatted, percents, struck, padded)
    except Exception:  # a workbook whose formats are damaged still has its numbers
        return


def _says_what_it_is(sheet: Any) -> bool:
    return any(list(row[:2]) == ["schema", SCHEMA] for row in sheet.rows[:1])


def _could_have_shares(sheet: Any) -> bool:
    return any(type(value) is float and 0 < value <= 1 for row in sheet.rows for value in row)


def _note(
    sheet: Any, formatted: Any, percents: set[int], struck: set[int], padded: dict[int, str]
) -> None:
    for number, row in enumerate(sheet.rows):
        if row.count("") == len(row):
            continue
        for column, value in enumerate(row):
            if value == "":
                continue
            form = formatted.cell_xf_index(number, column)
            if type(value) is float and form in percents:
                sheet.notes.show_percent(number + 1, column + 1)
            if form in struck:
                sheet.notes.struck.append((number + 1, column + 1))
            if type(value) is float and form in padded:
                sheet.notes.show_padded(number + 1, column + 1, padded[form])
    show_padded(sheet, sheet.notes.padded)
