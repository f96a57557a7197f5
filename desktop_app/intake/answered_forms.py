"""Reads an answered questionnaire of ours: every filled cell becomes an answer, a note, or a cell that
was not understood, with its reason. No file is opened here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

import numpy as np

from desktop_app.intake.answer_choice import in_its_unit, is_asked_otherwise
from desktop_app.intake.answer_columns import (
    LINE_KEY,
    Columns,
    columns_of,
    heading_of,
    is_keys_sheet,
    is_own_text,
    is_remark,
    merged_into,
    words_of,
)
from desktop_app.intake.answer_meaning import not_understood, unquoted
from desktop_app.intake.answer_values import Habits, habits_of, meaning_of
from desktop_app.intake.answer_words import folded
from desktop_app.intake.answers_beside import beside_their_questions, outside
from desktop_app.intake.answers_of_others import without_others
from desktop_app.intake.dates import date_of
from desktop_app.intake.grid import Grid, Value, is_error, shown
from desktop_app.intake.lists_below import one_list_each
from desktop_app.intake.sheet_of_keys import sent_in, told_in
from desktop_app.intake.typed_anew import typed_anew
from desktop_app.model.answers import (
    ANSWERED_BY,
    ANSWERED_ON,
    REMARK,
    AnsweredForm,
    AnsweredLine,
    Reply,
)
from desktop_app.model.findings import Message, msg

TITLES_IN_A_ROW = 3
"""Headings in one row below the first that make it the heading printed again."""
WRITTEN = ("description", "asked")
"""Columns whose cells we filled, behind whose text suppliers write; a number of their own is none."""
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
        turned = self.of is not self.grid
        return replace(reply, row=reply.column, column=reply.row) if turned else reply


def read_answered(grids: Sequence[Grid]) -> AnsweredForm | None:
    """What a supplier answered; None for a workbook that is no questionnaire of ours.

    One that says it is and whose list is gone has no lines; all that stands in it are notes.
    """
    about = next((grid for grid in grids if is_keys_sheet(grid)), None)
    told = {} if about is None else told_in(about)
    lists = [_parted(grid, is_ours=about is not None) for grid in grids if grid is not about]
    sheets = [sheet for _, found in lists for sheet in found]
    grids = [grid for parts, _ in lists for grid in parts]
    if not sheets and about is None:
        return None
    papers = list({id(sheet.of): sheet for sheet in reversed(sheets)}.values())[::-1]
    supplier = told.get("supplier") or next((s for one in papers if (s := _supplier(one))), "")
    figures, days = (
        [value for sheet in sheets for value in _cells_under(sheet, forms)]
        for forms in (("percent", "days", "amount"), ("day",))
    )
    habits = habits_of(figures, days)
    sent, lines, notes = sent_in(about), list[AnsweredLine](), list[Reply]()
    for sheet in sheets:
        lines += _below_their_parts(list(_lines(sheet, habits, sent)))
        if sheet.columns.span is None:
            notes += [*_remarks(sheet), *_notes_above(sheet, supplier)]
    notes += _around_forms([sheet for sheet in sheets if sheet.columns.span is not None], supplier)
    own = {id(sheet.of) for sheet in sheets}
    for grid in grids:
        if id(grid) not in own:
            notes += _notes_in(grid, range(grid.height))
    return AnsweredForm(
        supplier,
        date_of(told.get("asked_on"), None),
        next((day for s in papers if (day := _answered_on(s, habits))), None),
        next((name for s in papers if (name := _beside(s, ANSWERED_BY))), ""),
        tuple(without_others(lines)),
        tuple(notes),
    )


def _parted(grid: Grid, *, is_ours: bool) -> tuple[list[Grid], list[_Sheet]]:
    """A sheet, or what is left of it for each of several lists below one another, and their lists."""
    found = _lists_in(grid, is_ours=is_ours)
    if len(found) != 1 or found[0].grid is not grid or found[0].columns.span is not None:
        return [grid], found
    parts = one_list_each(grid, found[0].columns)
    if len(parts) > 1:
        found = [one for part in parts for one in _lists_in(part, is_ours=is_ours)]
    return parts, found


def _lists_in(grid: Grid, *, is_ours: bool) -> list[_Sheet]:
    """The list of answers of a sheet, also where the supplier turned it on its side; a form for each
    part is a list of one."""
    columns = columns_of(grid, is_ours=is_ours)
    if columns is not None and len(columns.places) > 1:
        return [_Sheet(grid, grid, columns)]
    beside = beside_their_questions(grid, is_ours=is_ours)
    columns = columns or (None if beside else typed_anew(grid))
    if columns is not None and not beside:
        return [_Sheet(grid, grid, columns)]
    return [_Sheet(grid, other, found) for other, found in beside]


def _cells_under(sheet: _Sheet, forms: Collection[str]) -> Iterator[Value]:
    """The filled cells under answers of some forms."""
    columns = [at for at, answer in sheet.columns.answers.items() if answer.form in forms]
    for row in _rows(sheet):
        for column in columns:
            value = sheet.grid.cell(row, column)
            if value is not None:
                yield unquoted(value)


# --- lines -----------------------------------------------------------------------------------


def _lines(sheet: _Sheet, habits: Habits, sent: Sequence[str]) -> Iterator[AnsweredLine]:
    """The rows that name a part or hold an answer."""
    grid, columns = sheet.grid, sheet.columns
    origin = merged_into(grid, columns.heading + 1) if grid.merged else {}
    for row in _rows(sheet):
        if columns.span is None and _is_again_or_remark(sheet, row):
            continue
        said = [
            *_replies(sheet, row, origin, habits),
            *_behind_what_we_wrote(sheet, row, sent),
            *_attached(sheet, [row]),
            *_beside_the_answers(sheet, row),
        ]
        replies = tuple(sheet.there(reply) for reply in said)
        key, number, description = (
            shown(_cell(grid, row, columns.places.get(name), origin))
            for name in ("key", "part_number", "description")
        )
        key, number = key if LINE_KEY.fullmatch(key) else "", number or columns.number
        if replies or key or number:
            yield AnsweredLine(grid.name, grid.first_row + row, key, number, description, replies)


def _remarks(sheet: _Sheet) -> Iterator[Reply]:
    """Words of the supplier's below the headings, as notes of no part."""
    rows = [row for row in _rows(sheet) if is_remark(sheet.grid, sheet.columns, row)]
    yield from map(sheet.there, _notes_in(sheet.grid, rows))


def _below_their_parts(lines: list[AnsweredLine]) -> list[AnsweredLine]:
    """The lines, with answers from rows of their own on the parts above them.

    Only where all answers stand so, each right below a part without any: elsewhere a row without a
    number may be anybody's.
    """
    nameless = [line for line in lines if not (line.key or line.number or line.description)]
    if not nameless:
        return lines
    joined: list[AnsweredLine] = []
    for line in lines:
        if line.key or line.number or line.description:
            if line.replies:
                return lines
            joined.append(line)
        elif not joined or joined[-1].replies or line.row != joined[-1].row + 1:
            return lines
        else:
            joined[-1] = replace(joined[-1], replies=line.replies)
    return joined


def _rows(sheet: _Sheet) -> list[int]:
    """The rows below the headings, and those above that have the key of a line: somebody sorted the
    sheet with its headings."""
    grid, heading = sheet.grid, sheet.columns.heading
    if sheet.columns.span is not None:
        return [] if sheet.columns.answering is None else [sheet.columns.answering]
    keys = sheet.columns.places.get("key")
    above = (
        []
        if keys is None
        else [row for row in range(heading) if LINE_KEY.fullmatch(shown(grid.cell(row, keys)))]
    )
    return [*above, *range(heading + 1, grid.height)]


def _is_again_or_remark(sheet: _Sheet, row: int) -> bool:
    """Whether a row is the headings once more, or words of the supplier's."""
    is_again = sum(map(bool, map(heading_of, sheet.grid.row(row)))) >= TITLES_IN_A_ROW
    return is_again or is_remark(sheet.grid, sheet.columns, row)


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
    for column in sheet.columns.span or range(len(grid.columns)):
        place = origin.get((row, column), (row, column))
        value = grid.cell(*place)
        if value is None or column in asked:
            continue
        answer = answers.get(column)
        if answer is not None:
            yield _reply(sheet, place, column, value, habits)
        elif place == (row, column):
            yield _note(grid, place, value)


def _reply(
    sheet: _Sheet, place: tuple[int, int], column: int, value: Value, habits: Habits
) -> Reply:
    """``column``: whose answer it is; ``place``: where it stands, elsewhere under a merged area."""
    grid, answer = sheet.grid, sheet.columns.answers[column]
    row, at = grid.first_row + place[0], grid.first_column + place[1]
    if answer is REMARK:
        return Reply(REMARK.key, grid.name, row, at, shown(value), "note", shown(unquoted(value)))
    if answer.form == "percent" and isinstance(value, float) and _shows_percent(grid, place):
        value = f"{value * 100:.10g} %"  # as the supplier sees it: 0.042 shown as 4.2 %
    if place in grid.struck:
        crossed = not_understood(msg("the cell is struck out"))
        return Reply(answer.key, grid.name, row, at, shown(value), *crossed)
    found = meaning_of(answer, in_its_unit(grid, sheet.columns, column, answer, value), habits)
    if is_asked_otherwise(grid, sheet.columns, column, answer):
        found = not_understood(msg("none of the choices, or several of them"))
    return Reply(answer.key, grid.name, row, at, shown(value), *found)


def _shows_percent(grid: Grid, place: tuple[int, int]) -> bool:
    row, column = place
    return any(at == column and first <= row <= last for at, first, last in grid.percent)


def _note(grid: Grid, place: tuple[int, int], value: Value) -> Reply:
    row, column, text = grid.first_row + place[0], grid.first_column + place[1], shown(value)
    return Reply("", grid.name, row, column, text, "note", text)


def _behind_what_we_wrote(sheet: _Sheet, row: int, sent: Sequence[str]) -> Iterator[Reply]:
    """What a supplier typed behind our question or description, as a note. Of the row of another form
    we do not know what we wrote."""
    keys = sheet.columns.places.get("key")
    key = "" if keys is None else shown(sheet.grid.cell(row, keys))
    if LINE_KEY.fullmatch(key) and key not in sent:
        return
    for name in WRITTEN:
        column = sheet.columns.places.get(name)
        value = None if column is None else sheet.grid.cell(row, column)
        if column is None or not isinstance(value, str) or not sent or is_error(value):
            continue
        text = " ".join(value.split())
        if text in sent:
            continue
        ours = max((one for one in sent if text.startswith(one)), key=len, default="")
        added = text[len(ours) :].strip()
        if added:
            yield _note(sheet.grid, (row, column), added)


def _beside_the_answers(sheet: _Sheet, answering: int) -> Iterator[Reply]:
    """Where each part has a form of its own, what stands further from its questions, as notes."""
    grid = sheet.grid
    for row in range(sheet.columns.heading + 1, grid.height if sheet.columns.span else 0):
        for column in sheet.columns.span or ():
            if row != answering and grid.cell(row, column) is not None:
                yield _note(grid, (row, column), grid.cell(row, column))


def _attached(sheet: _Sheet, rows: Collection[int]) -> Iterator[Reply]:
    """Comments on cells of some rows, as notes: no value, but said of the part."""
    span = sheet.columns.span
    for (row, column), text in sheet.grid.comments.items():
        if row in rows and (span is None or column in span):
            yield _note(sheet.grid, (row, column), text)


# --- what stands beside the list -------------------------------------------------------------


def _notes_above(sheet: _Sheet, supplier: str) -> Iterator[Reply]:
    """What a supplier wrote above the list; not what we wrote, nor the day and name asked for."""
    grid = sheet.grid
    taken = {
        place
        for label in (ANSWERED_ON, ANSWERED_BY)
        if (place := _place_beside(sheet, label) or _behind(sheet, label)[0])
    }
    if sheet.columns.is_anew:
        taken |= {(sheet.columns.heading, at) for at in sheet.columns.places.values()}
    lines = set(_rows(sheet))
    above = [row for row in range(sheet.columns.heading + 1) if row not in lines]
    yield from map(sheet.there, _attached(sheet, above))
    for reply in _notes_in(grid, above):
        place = reply.row - grid.first_row, reply.column - grid.first_column
        if place not in taken and not is_own_text(grid.cell(*place), supplier):
            yield sheet.there(reply)


def _around_forms(forms: Sequence[_Sheet], supplier: str) -> Iterator[Reply]:
    """What stands around the forms of single parts, sheet by sheet, but what we wrote there."""
    for _, found in groupby(forms, key=lambda form: id(form.of)):
        one_sheet = [*found]
        first, grid = one_sheet[0], one_sheet[0].grid
        for at in outside(grid, [form.columns for form in one_sheet]):
            if not is_own_text(grid.cell(*at), supplier):
                yield first.there(_note(grid, at, grid.cell(*at)))
        rows = set(range(grid.height)) - set(_rows(first))
        for form in one_sheet:
            yield from map(form.there, _attached(form, rows))


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
    return _behind(sheet, label)[1] if place is None else shown(sheet.grid.cell(*place))


def _behind(sheet: _Sheet, label: Message) -> tuple[tuple[int, int] | None, str]:
    """The cell in which the answer was typed behind its label, and the answer."""
    words = words_of(label)
    for row in range(sheet.columns.heading + 1):
        for column, value in enumerate(sheet.grid.row(row)):
            for line in value.splitlines() if isinstance(value, str) else ():
                said, sign, rest = line.replace("：", ":").partition(":")
                if sign and rest.strip() and folded(said) in words:
                    return (row, column), rest.strip()
    return None, ""


def _answered_on(sheet: _Sheet, habits: Habits) -> date | None:
    place = _place_beside(sheet, ANSWERED_ON)
    value: Value = _behind(sheet, ANSWERED_ON)[1] if place is None else sheet.grid.cell(*place)
    return date_of(value, habits.is_day_first) if value else None
