"""A sheet that was copied in its workbook and left as it was: its parts are bought once.

Spreadsheets call the copy of a sheet by its name and a number in brackets. Two sheets of names of their own may
say the same and both count, as the bills of two lines that are alike.
"""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.leaving import without_rows
from desktop_app.model.findings import Issue, Message, msg
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SheetFound

Rows = NDArray[np.intp]
_COPY = re.compile(r"(.*\S)\s*\((?:[2-9]|[1-9]\d)\)")
"""As Excel names them, from (2) on; (2027) is a year, (1000) a plant. LibreOffice writes "BOM_2", which may as
well be the bill of a second line."""
_PLACES = ("table", "file", "sheet", "row")
_COPIED = msg("of a copied sheet")


def without_copies(reading: Reading) -> Reading:
    """The reading without the parts of such copies; the same one where there are none."""
    leaving: dict[int, list[tuple[Rows, Message]]] = {}
    issues: dict[int, list[Issue]] = {}
    tables = reading.parts.frame["table"].to_numpy() if len(reading.parts) else np.zeros(0)
    for file, name, own, other, others in _named_as_copies(reading):
        rows = [np.flatnonzero(tables == table) for table in own]
        firsts = [np.flatnonzero(tables == table) for table in others]
        pairs = list(zip(firsts, rows, strict=False))
        if len(own) != len(others) or not all(_says_same(reading.parts, *pair) for pair in pairs):
            continue
        leaving |= {table: [(of, _COPIED)] for table, of in zip(own, rows, strict=True)}
        what = msg(
            "This sheet is a copy of “{sheet}”, line for line: it was counted once.", sheet=other
        )
        issues.setdefault(file, []).append(Issue("W_COPIED_SHEET", "note", what, name))
    return without_rows(reading.files, reading.parts, leaving, issues) if leaving else reading


def _named_as_copies(reading: Reading) -> Iterator[tuple[int, str, range, str, range]]:
    """File, name and tables of a sheet that is named as a copy, and name and tables of the other one, before
    or behind it. What stands above the lists and in columns that are not read must be alike as well: of a
    copy for another line or plant, only the title may say so."""
    table = 0
    for number, file in enumerate(reading.files):
        placed: dict[str, tuple[SheetFound, range]] = {}
        for sheet in file.sheets:
            placed[sheet.name] = sheet, range(table, table + len(sheet.tables))
            table = placed[sheet.name][1].stop
        for name, (sheet, own) in placed.items():
            of = _COPY.fullmatch(name)
            if not of or not own or of[1] not in placed:
                continue
            first, others = placed[of[1]]
            if others and sheet.preview == first.preview:
                yield number, name, own, of[1], others


def _says_same(parts: PartTable, rows: Rows, others: Rows) -> bool:
    if len(rows) != len(others) or not len(rows):
        return False
    said = parts.frame.drop(columns=[name for name in _PLACES if name in parts.frame])
    return said.iloc[rows].reset_index(drop=True).equals(said.iloc[others].reset_index(drop=True))
