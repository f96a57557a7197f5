"""Reads an answered questionnaire of ours: every filled cell becomes an answer, a note, or a cell that
was not understood, with its reason.

It works on the cells that the reader child handed over; no file is opened here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from desktop_app.intake.answer_columns import (
    LINE_KEY,
    WIDEST,
    Columns,
    columns_of,
    heading_of,
    is_keys_sheet,
    is_own_text,
    words_of,
)
from desktop_app.intake.answer_values import Habits, habits_of, meaning_of
from desktop_app.intake.answer_words import folded
from desktop_app.intake.dates import date_of
from desktop_app.intake.grid import Grid, Value, is_error, shown
from desktop_app.intake.turned import exchanged
from desktop_app.model.answers import (
    ANSWERED_BY,
    ANSWERED_ON,
    REMARK,
    Answer,
    AnsweredForm,
    AnsweredLine,
    Reply,
)
from desktop_app.model.findings import Issue, Message, msg

MOST_MERGED = 200_000
"""Cells that merged areas of one sheet may cover; more is no answer of anybody."""
TITLES_IN_A_ROW = 3
"""Headings in one row below the first that make it the heading printed again."""
BESIDE = 4
"""Columns to the right of its label in which the day of the answer may stand."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """``of``: the sheet as it is; ``grid``: the same, or with rows and columns exchanged."""

    of: Grid
    grid: Grid
    columns: Columns

    def there(self, reply: Reply) -> Reply:
        """The reply with the cell it really stands in."""
        if self.of is self.grid:
            return reply
        return replace(reply, row=reply.column, column=reply.row)


def read_answered(grids: Sequence[Grid]) -> AnsweredForm | None:
    """What a supplier answered; None for a workbook that is no questionnaire of ours.

    One that says it is and whose list is gone has no lines; all that stands in it are notes.
    """
    about = next((grid for grid in grids if is_keys_sheet(grid)), None)
    told = {} if about is None else _told(about)
    sheets = [
        found
        for grid in grids
        if grid is not about and (found := _list_in(grid, is_ours=about is not None))
    ]
    if not sheets and about is None:
        return None
    supplier = told.get("supplier") or next((s for one in sheets if (s := _supplier(one))), "")
    figures, days = (
        [value for sheet in sheets for value in _cells_under(sheet, forms)]
        for forms in (("percent", "days", "amount"), ("day",))
    )
    habits = habits_of(figures, days)
    lines: list[AnsweredLine] = []
    notes: list[Reply] = []
    for sheet in sheets:
        lines += _lines(sheet, habits)
        notes += _notes_above(sheet, supplier)
    own = {id(sheet.of) for sheet in sheets} | {id(about)}
    for grid in grids:
        if id(grid) not in own:
            notes += _notes_in(grid, range(grid.height))
    return AnsweredForm(
        supplier,
        date_of(told.get("asked_on"), None),
        next((day for s in sheets if (day := _answered_on(s, habits))), None),
        next((name for s in sheets if (name := _beside(s, ANSWERED_BY))), ""),
        tuple(lines),
        tuple(notes),
    )


def _list_in(grid: Grid, *, is_ours: bool) -> _Sheet | None:
    """The list of answers of a sheet, also where the supplier turned it on its side.

    A sheet of strangers with part data down its first column is a parts list; turned, only one that
    says what we ask is a questionnaire.
    """
    columns = columns_of(grid, is_ours=is_ours)
    if columns is not None:
        return _Sheet(grid, grid, columns)
    if grid.height > WIDEST:
        return None
    other = exchanged(grid)
    columns = columns_of(other, is_ours=is_ours)
    if columns is None or not (is_ours or "asked" in columns.places):
        return None
    return _Sheet(grid, other, columns)


def about_answered(found: AnsweredForm) -> list[Issue]:
    """What a buyer should know of it at a glance, then each cell that was not understood."""
    if found.is_blank:
        what = msg("This questionnaire is blank: nobody has answered it.")
        return [Issue("W_ANSWERS", "warning", what)]
    issues = [Issue("W_ANSWERS", "note", _summary(found))]
    if not found.lines:
        what = msg(
            "This is a questionnaire of ours, but its list of questions was taken out; please look at what "
            "stands in it."
        )
        issues.append(Issue("W_ANSWERS", "warning", what))
    seen: set[tuple[str, int, int]] = set()
    for reply in found.replies:
        if reply.fate != "not_understood" or reply.place in seen:
            continue
        seen.add(reply.place)
        what = msg(
            "Answer “{typed}” was not understood: {why}.",
            typed=shortened(reply.typed),
            why=reply.reason,
        )
        issues.append(Issue("W_ANSWER", "warning", what, reply.sheet, reply.row, reply.column))
    return issues


def shortened(text: str, longest: int = 80) -> str:
    """A text of a supplier in one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _summary(found: AnsweredForm) -> Message:
    return msg(
        "Answered questionnaire of {supplier}. Cells filled: {filled}; understood: {understood}, answered "
        "as not known: {unknown}, not understood: {rejected}, notes: {notes}.",
        supplier=found.supplier or "–",
        filled=found.filled,
        understood=found.count("understood"),
        unknown=found.count("unknown"),
        rejected=found.count("not_understood"),
        notes=found.count("note"),
    )


def _told(about: Grid) -> dict[str, str]:
    """What the sheet of keys says: schema, supplier, day, languages."""
    return {shown(about.cell(row, 0)): shown(about.cell(row, 1)) for row in range(about.height)}


def _cells_under(sheet: _Sheet, forms: Collection[str]) -> Iterator[Value]:
    """The filled cells under answers of some forms."""
    columns = [at for at, answer in sheet.columns.answers.items() if answer.form in forms]
    for row in _rows(sheet):
        for column in columns:
            value = sheet.grid.cell(row, column)
            if value is not None:
                yield value


# --- lines -----------------------------------------------------------------------------------


def _lines(sheet: _Sheet, habits: Habits) -> Iterator[AnsweredLine]:
    """The rows that name a part or hold an answer."""
    grid, columns = sheet.grid, sheet.columns
    origin = _merged_into(grid, columns.heading + 1)
    for row in _rows(sheet):
        if _is_heading_again(grid, row):
            continue
        replies = tuple(sheet.there(reply) for reply in _replies(sheet, row, origin, habits))
        key, number, description = (
            shown(_cell(grid, row, columns.places.get(name), origin))
            for name in ("key", "part_number", "description")
        )
        key = key if LINE_KEY.fullmatch(key) else ""
        if replies or key or number:
            yield AnsweredLine(grid.name, grid.first_row + row, key, number, description, replies)


def _rows(sheet: _Sheet) -> list[int]:
    """The rows below the headings, and those above that have the key of a line: somebody sorted the
    sheet with its headings."""
    grid, heading = sheet.grid, sheet.columns.heading
    keys = sheet.columns.places.get("key")
    above = (
        []
        if keys is None
        else [row for row in range(heading) if LINE_KEY.fullmatch(shown(grid.cell(row, keys)))]
    )
    return [*above, *range(heading + 1, grid.height)]


def _is_heading_again(grid: Grid, row: int) -> bool:
    named = [value for value in grid.row(row) if heading_of(value)]
    return len(named) >= TITLES_IN_A_ROW


def _cell(
    grid: Grid, row: int, column: int | None, origin: Mapping[tuple[int, int], tuple[int, int]]
) -> Value:
    if column is None:
        return None
    return grid.cell(*origin.get((row, column), (row, column)))


def _replies(
    sheet: _Sheet, row: int, origin: Mapping[tuple[int, int], tuple[int, int]], habits: Habits
) -> Iterator[Reply]:
    grid, answers = sheet.grid, sheet.columns.answers
    asked = {at for name, at in sheet.columns.places.items() if at not in answers}
    for column in range(len(grid.columns)):
        place = origin.get((row, column), (row, column))
        value = grid.cell(*place)
        if value is None or column in asked:
            continue
        answer = answers.get(column)
        if answer is not None:
            yield _reply(grid, place, answer, value, habits)
        elif place == (row, column):
            yield _note(grid, place, value)


def _reply(
    grid: Grid, place: tuple[int, int], answer: Answer, value: Value, habits: Habits
) -> Reply:
    row, column = grid.first_row + place[0], grid.first_column + place[1]
    if answer is REMARK:
        return Reply(REMARK.key, grid.name, row, column, shown(value), "note", shown(value))
    if answer.form == "percent" and isinstance(value, float) and _shows_percent(grid, place):
        value = f"{value * 100:.10g} %"  # as the supplier sees it: 0.042 shown as 4.2 %
    found = meaning_of(answer, value, habits)
    return Reply(answer.key, grid.name, row, column, shown(value), *found)


def _shows_percent(grid: Grid, place: tuple[int, int]) -> bool:
    row, column = place
    return any(at == column and first <= row <= last for at, first, last in grid.percent)


def _note(grid: Grid, place: tuple[int, int], value: Value) -> Reply:
    row, column = grid.first_row + place[0], grid.first_column + place[1]
    return Reply("", grid.name, row, column, shown(value), "note", shown(value))


def _merged_into(grid: Grid, first: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells under a merged area below the headings, each to the cell that holds its content."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in grid.merged:
        last_row, last_column = min(bottom, grid.height - 1), min(right, len(grid.columns) - 1)
        if top < first or left < 0 or len(found) > MOST_MERGED:
            continue
        for row in range(top, last_row + 1):
            for column in range(left, last_column + 1):
                if (row, column) != (top, left) and grid.cell(row, column) is None:
                    found[row, column] = (top, left)
    return found


# --- what stands beside the list -------------------------------------------------------------


def _notes_above(sheet: _Sheet, supplier: str) -> Iterator[Reply]:
    """What a supplier wrote above the list; not what we wrote, nor the day and name asked for."""
    grid = sheet.grid
    taken = {
        place for label in (ANSWERED_ON, ANSWERED_BY) if (place := _place_beside(sheet, label))
    }
    lines = set(_rows(sheet))
    above = [row for row in range(sheet.columns.heading + 1) if row not in lines]
    for reply in _notes_in(grid, above):
        place = reply.row - grid.first_row, reply.column - grid.first_column
        if place not in taken and not is_own_text(grid.cell(*place), supplier):
            yield sheet.there(reply)


def _notes_in(grid: Grid, rows: Iterable[int]) -> Iterator[Reply]:
    for row in rows:
        if not grid.filled_per_row[row]:
            continue
        for column in np.flatnonzero([c.filled[row] for c in grid.columns]).tolist():
            yield _note(grid, (row, column), grid.cell(row, column))


def _place_beside(sheet: _Sheet, label: Message) -> tuple[int, int] | None:
    """Where the answer to a label above the list stands."""
    grid, words = sheet.grid, words_of(label)
    for row in range(sheet.columns.heading + 1):
        for column, value in enumerate(grid.row(row)):
            if not isinstance(value, str) or not _says(value, words):
                continue
            for at in range(column + 1, min(column + 1 + BESIDE, len(grid.columns))):
                beside = grid.cell(row, at)
                if beside is not None:
                    return None if is_own_text(beside, "") or is_error(beside) else (row, at)
    return None


def _supplier(sheet: _Sheet) -> str:
    """The name that stands before the label of the day, where the sheet of keys is gone."""
    grid, words = sheet.grid, words_of(ANSWERED_ON)
    for row in range(sheet.columns.heading + 1):
        cells = grid.row(row)
        at = next((n for n, v in enumerate(cells) if isinstance(v, str) and _says(v, words)), 0)
        named = next((value for value in cells[:at] if isinstance(value, str)), None)
        if named is not None and not is_own_text(named, ""):
            return named
    return ""


def _says(value: str, words: frozenset[str]) -> bool:
    return any(folded(line) in words for line in (value, *value.splitlines()))


def _beside(sheet: _Sheet, label: Message) -> str:
    place = _place_beside(sheet, label)
    return "" if place is None else shown(sheet.grid.cell(*place))


def _answered_on(sheet: _Sheet, habits: Habits) -> date | None:
    place = _place_beside(sheet, ANSWERED_ON)
    return None if place is None else date_of(sheet.grid.cell(*place), habits.is_day_first)
