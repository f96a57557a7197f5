"""What a reader should know of a file that was read: hidden rows, errors, guesses, links."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from desktop_app.intake.grid import ERROR_TEXTS, Grid, shown
from desktop_app.intake.old_alphabets import guessed_encodings
from desktop_app.model.findings import Issue, msg, nmsg

MANY_ERRORS = 50
MOST_DIFFERENT = 5_000
"""Different values of a column that are looked through for errors that came as text; in a column of more they are
unknown, and not told one by one."""
FULL_SHEETS = (65_536, 1_048_576)
"""Rows of a sheet in Excel 97 and today: a list of exactly that many may have been cut."""

GUESSED = frozenset(("koi8-r", "gb18030", "big5", "cp932", "cp949"))
"""Besides those of one byte a sign."""


def of_file(answer: dict[str, Any]) -> list[Issue]:
    """Issues of the file as a whole."""
    found: list[Issue] = []
    if answer["macros"]:
        found.append(Issue("W_MACRO", "note", msg("The workbook holds macros; none was run.")))
    if answer["links"]:
        what = nmsg(
            "The workbook links to {n} other file; the values saved last were used.",
            "The workbook links to {n} other files; the values saved last were used.",
            answer["links"],
        )
        found.append(Issue("W_EXTERNAL_LINK", "note", what))
    if answer["unread_sheets"]:
        what = nmsg(
            "{n} sheet at the end of the workbook was not read: it holds too many sheets.",
            "{n} sheets at the end of the workbook were not read: it holds too many sheets.",
            answer["unread_sheets"],
        )
        found.append(Issue("W_SHEET_LIMIT", "warning", what))
    for sheet in answer["sheets"]:
        if sheet["lines_cut"]:
            what = msg(
                "Each cell of this sheet holds a whole line of a text file; the lines were cut into columns."
            )
            found.append(Issue("W_LINES_IN_CELLS", "note", what, sheet["name"]))
    for name in answer["lost_sheets"]:
        what = msg("This sheet is missing or damaged in the file: nothing of it was read.")
        found.append(Issue("W_SHEET_LOST", "warning", what, name))
    if answer["encoding"] in GUESSED | guessed_encodings():
        what = msg(
            "The text was read as {encoding}, a guess: look whether accents and signs are right.",
            encoding=answer["encoding"],
        )
        found.append(Issue("W_ENCODING_GUESS", "warning", what))
    if answer["open_quote"]:
        what = msg(
            "A quotation mark is never closed; all quotation marks of the file were read as text."
        )
        found.append(Issue("W_OPEN_QUOTE", "warning", what, "", answer["open_quote"]))
    for line in answer["doubtful_lines"][:20]:
        what = msg("Some signs of this line could not be read in the encoding of the file.")
        found.append(Issue("W_ENCODING_GUESS", "warning", what, "", line))
    return found


def of_sheet(grid: Grid) -> list[Issue]:
    """Issues of one sheet, whether it holds a table or not."""
    found = _hidden(grid) + _struck(grid) + _errors(grid) + _uncalculated(grid)
    if grid.first_row - 1 + grid.height in FULL_SHEETS:
        what = msg("The sheet is full to its last row: the list may have been cut off.")
        found.append(Issue("W_ROW_LIMIT", "warning", what, grid.name))
    if grid.counted is not None:
        read = int(grid.filled_per_row.sum())
        if grid.counted > read + _covered(grid) + _below(grid):
            what = msg(
                "The file holds {there} filled cells in this sheet, but {read} were read.",
                there=grid.counted,
                read=read,
            )
            found.append(Issue("W_READERS_DISAGREE", "warning", what, grid.name))
            grid.counted = None
    return found


def _covered(grid: Grid) -> int:
    """Cells below a merged one: what a file still holds there nobody sees, and no reader tells."""
    return sum((c - a + 1) * (d - b + 1) - 1 for a, b, c, d in grid.merged)


def _below(grid: Grid) -> int:
    """Formulas without a value and errors below or beside the last cell with one: they are told by
    themselves."""
    places = {*grid.uncalculated, *grid.errors}
    return sum(row >= grid.height or column >= len(grid.columns) for row, column in places)


def _hidden(grid: Grid) -> list[Issue]:
    found: list[Issue] = []
    if grid.hidden and grid.height:
        what = msg("The sheet is hidden; its rows were read and are marked.")
        found.append(Issue("W_HIDDEN", "note", what, grid.name))
    rows = [row for row in grid.hidden_rows if 0 <= row < grid.height]
    if rows:
        what = nmsg(
            "{n} hidden row was read and is marked.",
            "{n} hidden rows were read and are marked.",
            len(rows),
        )
        found.append(Issue("W_HIDDEN", "note", what, grid.name, grid.first_row + min(rows)))
    columns = [c for c in grid.hidden_columns if 0 <= c < len(grid.columns)]
    if columns:
        what = nmsg(
            "{n} hidden column was read like the others.",
            "{n} hidden columns were read like the others.",
            len(columns),
        )
        at = grid.first_column + min(columns)
        found.append(Issue("W_HIDDEN", "note", what, grid.name, None, at))
    return found


FEWEST_STRUCK = 2
"""Cells of a row that must be struck out, all that hold something, for the row to be: one alone may be
a price or a day that was corrected beside it."""


def _struck(grid: Grid) -> list[Issue]:
    """Rows with a line through them may be parts nobody buys any more; nothing is left out for that."""
    filled: dict[int, int] = {}
    for row, column in grid.struck:
        if grid.cell(row, column) is not None:
            filled[row] = filled.get(row, 0) + 1
    rows = [
        row
        for row, struck in filled.items()
        if struck >= FEWEST_STRUCK and struck == grid.filled_per_row[row]
    ]
    if not rows:
        return []
    what = nmsg(
        "{n} row is struck out and was read like the others: say whether it still holds.",
        "{n} rows are struck out and were read like the others: say whether they still hold.",
        len(rows),
    )
    return [Issue("W_STRUCK", "warning", what, grid.name, grid.first_row + min(rows))]


def _errors(grid: Grid) -> list[Issue]:
    """Each error with its cell; a column full of them is one issue, at its first."""
    by_column: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in sorted(grid.errors.items()):
        by_column.setdefault(column, []).append((row, text))
    for column, held in enumerate(grid.columns):
        if len(held.values) <= MOST_DIFFERENT and not ERROR_TEXTS.isdisjoint(held.values):
            rows = np.flatnonzero(held.where(ERROR_TEXTS.__contains__)).tolist()
            by_column.setdefault(column, []).extend(
                (row, shown(grid.cell(row, column))) for row in rows
            )
    found: list[Issue] = []
    for column, cells in sorted(by_column.items()):
        at = grid.first_column + column
        if len(cells) > MANY_ERRORS:
            what = nmsg(
                "{n} cell of this column holds an error; what should stand there is unknown.",
                "{n} cells of this column hold errors; what should stand there is unknown.",
                len(cells),
            )
            row = grid.first_row + cells[0][0]
            found.append(Issue("W_ERROR_CELL", "warning", what, grid.name, row, at))
            continue
        for row, text in cells:
            what = msg(
                "The cell holds the error {text}; what should stand there is unknown.", text=text
            )
            place = grid.first_row + row
            found.append(Issue("W_ERROR_CELL", "warning", what, grid.name, place, at))
    return found


def _uncalculated(grid: Grid) -> list[Issue]:
    found: list[Issue] = []
    for column in sorted({column for _, column in grid.uncalculated}):
        rows: Sequence[int] = [row for row, other in grid.uncalculated if other == column]
        what = nmsg(
            "{n} formula was never calculated. Open the file in Excel, press F9 and save it.",
            "{n} formulas were never calculated. Open the file in Excel, press F9 and save it.",
            len(rows),
        )
        found.append(
            Issue("W_NO_CACHED_VALUE", "warning", what, grid.name,
                  grid.first_row + min(rows), grid.first_column + column)
        )  # fmt: skip
    return found
