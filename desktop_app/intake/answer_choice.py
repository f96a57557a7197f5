"""Which column beside a question holds its answer: not the old one, not a comment, not a unit.

The sheet is seen with rows and columns exchanged, so columns of the supplier's are rows here, and the line of
its headings is a column before the first question.
"""

import re
from collections.abc import Mapping, Sequence

from desktop_app.intake.answer_columns import BY_KEY, Columns, words_of
from desktop_app.intake.answer_doubts import says
from desktop_app.intake.answer_units import in_unit_of, is_unit_alone, with_unit
from desktop_app.intake.answer_words import folded, is_unspaced, words_for
from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.model.answers import Answer

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
LONGEST_LABEL = 60
"""Characters of a heading such as "New answer"; more is a text. Own judgement."""


def answering_row(grid: Grid, columns: Columns, forms: Sequence[Columns]) -> int | None:
    """Where the answers of single parts stand, seen that way: in the row that is called so, a new one
    before others and an old one never before them; else in the fullest, the first of several."""
    best, _ = _likeliest(grid, columns, forms)
    counts = [_filled(grid, row) for row in best]
    return best[counts.index(max(counts))] if best else None


def are_contested(grid: Grid, columns: Columns, forms: Sequence[Columns]) -> bool:
    """Whether two columns beside "Question", under headings that say nothing of answers, both answer one: the
    names of two suppliers, of two plants. Which of them is meant is not ours to say."""
    best, labels = _likeliest(grid, columns, forms)
    if not _says(labels.get(columns.heading, ""), "question_heading"):
        return False
    ranks = {UNTOLD, ANSWERED} if all(form.span for form in forms) else {UNTOLD}
    named = [row for row in best if _rank(labels.get(row, "")) in ranks and labels.get(row)]
    asked = {at for form in forms for name, at in form.places.items() if name in BY_KEY}
    return len({labels[row] for row in named}) > 1 and any(
        sum(grid.cell(row, at) is not None for row in named) > 1 for at in asked
    )


UNTOLD, ANSWERED = (2, 0), (3, 0)
"""Ranks of a heading that says nothing of answers, and of one such as "Answer of plant A"."""


def _likeliest(
    grid: Grid, columns: Columns, forms: Sequence[Columns]
) -> tuple[list[int], Mapping[int, str]]:
    """The rows that may hold the answers, and the headings of all."""
    labels = _labels(grid, columns)
    by_rank: dict[tuple[int, int], list[int]] = {}
    for row in range(columns.heading + 1, grid.height):
        if _filled(grid, row) and not _are_units(grid, columns, forms, row):
            by_rank.setdefault(_rank(labels.get(row, "")), []).append(row)
    return by_rank[max(by_rank)] if by_rank else [], labels


def _filled(grid: Grid, row: int) -> int:
    return sum(value is not None for value in grid.row(row))


def _rank(label: str) -> tuple[int, int]:
    """How likely a heading is that of the answers; a later year goes before an earlier one."""
    year = max((int(found) for found in _YEAR.findall(label)), default=0)
    if _says(label, "beside_heading"):
        return 0, year
    if _says(label, "old_heading"):
        return 1, year
    if _says(label, "new_heading"):
        return 4, year
    return (3, year) if _says(label, "answer_heading") else (UNTOLD[0], year)


def is_question_and_answer(grid: Grid, columns: Columns) -> bool:
    """Whether the questions are headed as such, and a row as their answers: nobody heads a list of parts
    so."""
    labels = _labels(grid, columns)
    return _says(labels.get(columns.heading, ""), "question_heading") and any(
        _says(label, "answer_heading") for row, label in labels.items() if row > columns.heading
    )


def is_asked_otherwise(grid: Grid, columns: Columns, column: int, answer: Answer) -> bool:
    """Whether somebody put another question in the place of ours that yes and no answer the other way round:
    "Made without Chinese technology?"."""
    heading = shown(grid.cell(columns.heading, column))
    if answer.form != "yes_no" or not heading:
        return False
    ours = words_of(answer.title)
    return any(says(line, "negation") for line in heading.splitlines() if folded(line) not in ours)


def in_its_unit(grid: Grid, columns: Columns, column: int, answer: Answer, value: Value) -> Value:
    """A bare figure with the unit that its heading says, or that has a cell of its own beside it."""
    said = in_unit_of(columns.retyped.get(column, ""), answer, value)
    if columns.span is None:
        return said
    labels, is_figure = _labels(grid, columns), answer.form in ("percent", "days", "amount")
    cells = (
        (grid.cell(row, column), is_figure and _says(labels.get(row, ""), "unit_heading"))
        for row in range(columns.heading + 1, grid.height)
        if row != columns.answering
    )
    # A unit that is not understood under "Unit" is still no percent and no day.
    unit = next(
        (
            cell
            for cell, is_said in cells
            if is_unit_alone(answer, cell) or (is_said and any(map(str.isalpha, shown(cell))))
        ),
        None,
    )
    return said if unit is None else with_unit(unit, said)


def _labels(grid: Grid, columns: Columns) -> Mapping[int, str]:
    """The headings of the rows: what stands in the last filled column before the first question."""
    first = min((at for name, at in columns.places.items() if name in BY_KEY), default=0)
    for column in range(first - 1, -1, -1):
        if column in columns.places.values():  # "Part number | P-1" says nothing of its columns
            continue
        found = {
            row: text
            for row in range(columns.heading, grid.height)
            if (text := shown(grid.cell(row, column))) and len(text) <= LONGEST_LABEL
        }
        if len(found) > 1 or columns.heading in found:
            return found
    return {}


def _are_units(grid: Grid, columns: Columns, forms: Sequence[Columns], row: int) -> bool:
    """Whether a row holds nothing but units beside the questions."""
    asked = {at: BY_KEY[n] for form in forms for n, at in form.places.items() if n in BY_KEY}
    said = [(answer, value) for at, answer in asked.items() if (value := grid.cell(row, at))]
    return bool(said) and all(is_unit_alone(answer, value) for answer, value in said)


def _says(label: str, meaning: str) -> bool:
    plain = folded(label)
    words = _WORD.findall(plain)
    return any(
        word in plain if is_unspaced(word) else word in words or word == plain
        for word in words_for(meaning)
    )
