"""A minerals questionnaire in small: the sheets and places of the templates, and nothing of theirs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

SHEETS = ("Declaration", "Smelter List", "Checker", "Product List", "Smelter Look-up", "L", "C")


def make_questionnaire(
    target: Path,
    form: Mapping[str, Any],
    *,
    smelters: Sequence[Sequence[Any]] = (),
    products: Sequence[Sequence[Any]] = (),
    known: Sequence[Sequence[Any]] = (),
    words: Sequence[Sequence[Any]] = (),
    headings: Mapping[str, Sequence[Any]] | None = None,
    more_sheets: Sequence[str] = (),
) -> Path:
    """``form``: cell of the declaration to value. Lists start where the templates have them; without
    ``headings`` their headings are empty, as in a file saved by a tool that does not calculate."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in (*SHEETS, *more_sheets):
        book.create_sheet(name)
    for cell, value in form.items():
        book["Declaration"][cell] = value
    lists = {"Smelter List": (4, 1, smelters), "Product List": (5, 2, products),
             "Smelter Look-up": (4, 1, known), "L": (1, 1, words)}  # fmt: skip
    for name, (row, column, lines) in lists.items():
        texts = (headings or {}).get(name, ())
        for below, line in enumerate((texts, *lines)):
            for right, value in enumerate(line):
                if value is not None:
                    book[name].cell(row + below, column + right, value)
    book.save(target)
    return target
