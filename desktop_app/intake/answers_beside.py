"""Finds answers that stand beside their questions: one below another, part after part, or a line each.

Such a sheet is seen with its rows and columns exchanged; then the questions are headings. Data of parts
down a first column is a parts list as well, so without any key only what nobody but a questionnaire asks,
asked of named parts, makes it one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.intake.answer_choice import answering_row, are_contested, is_question_and_answer
from desktop_app.intake.answer_columns import (
    BY_KEY,
    COMMON,
    LOOKED_THROUGH,
    WIDEST,
    Columns,
    columns_of,
    heading_of,
)
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.turned import exchanged
from desktop_app.model.answers import REMARK

LONGEST, NARROWEST = 3_000, 6
"""Rows of a sheet that is looked at where it has so few columns. Own judgement: 200 parts asked all."""
FEWEST_FORMS = 2
"""Times that the first heading stands there, for forms of single parts."""
FEWEST_AGAIN = 2
"""Questions that come again and make a second part of what has no heading for it. Own judgement."""
FEWEST_OWN = 3
"""Questions that only a questionnaire asks and that make a sheet without keys one. Own judgement."""


_NUMBERING = re.compile(r"\W{0,2}\d{1,4}\W{0,2}")
"""A running number before a question."""


def beside_their_questions(grid: Grid, *, is_ours: bool) -> list[tuple[Grid, Columns]]:
    """The sheet with rows and columns exchanged, and its columns part by part; none where it is no
    questionnaire. ``is_ours``: the workbook says that it is one."""
    if grid.height > WIDEST and not _is_long_form(grid):
        return []
    other = exchanged(grid)
    columns = columns_of(other, is_ours=is_ours)
    if columns is None:
        return []
    forms = _of_one_number_each(other, columns) or for_each_part(other, columns)
    is_headed = is_question_and_answer(other, columns)
    if not (is_ours or is_headed or "asked" in columns.places or _asks(columns, forms)):
        return []
    if is_headed and len(forms) == 1:
        forms = [_of_one_part(other, forms[0])]
    row = answering_row(other, columns, forms)
    if are_contested(other, columns, forms):  # kept as notes of their parts
        forms = [
            replace(f, places={n: at for n, at in f.places.items() if n not in BY_KEY})
            for f in forms
        ]
    return [(other, replace(form, answering=row) if form.span else form) for form in forms]


def for_each_part(grid: Grid, columns: Columns) -> list[Columns]:
    """The columns part by part, where the headings come again for each: a form below a form, seen
    with rows and columns exchanged. One for a list."""
    named = [heading_of(grid.cell(columns.heading, at)) for at in range(len(grid.columns))]
    first = next((name for name in named if name), None)
    starts = [at for at, name in enumerate(named) if name == first]
    if len(starts) < FEWEST_FORMS:
        once = _asked_once(named, range(len(named)))
        behind = [name for at, name in enumerate(named) if at not in once.values()]
        if len({*behind} & once.keys() & BY_KEY.keys()) < FEWEST_AGAIN:
            return [columns]
        found = columns.places.items()
        places = {name: at for name, at in found if named[at] != name or once.get(name) == at}
        return [replace(columns, places=places)]
    spans = [range(start, end) for start, end in pairwise([*starts, len(named)])]
    return [Columns(columns.heading, _asked_once(named, span), span=span) for span in spans]


def _of_one_part(grid: Grid, form: Columns) -> Columns:
    """Several columns of which one part is named at most: "Answer 2024 | Answer 2026", "Answer | Unit". They
    are of that part, and one of them answers."""
    at = form.places.get("part_number")
    rows = range(form.heading + 1, grid.height)
    numbers = {text for row in rows if at is not None and (text := shown(grid.cell(row, at)))}
    if form.span is not None or len(numbers) != 1:
        return form
    return replace(form, span=range(len(grid.columns)), number=numbers.pop())


def _asked_once(named: Sequence[str | None], span: range) -> dict[str, int]:
    """The questions of one form. What is asked again begins another part, whose own first heading was
    typed over: from there on nothing is an answer about this one."""
    places: dict[str, int] = {}
    for at in span:
        name = named[at]
        if name in places and name != REMARK.key:
            break
        if name is not None:
            places.setdefault(name, at)
    return places


def outside(grid: Grid, forms: Sequence[Columns]) -> Iterator[tuple[int, int]]:
    """Cells that are of no form: a letter above them, what stands before a question."""
    inside = {column for form in forms for column in form.span or ()}
    numbers = {form.number for form in forms}
    for column in range(len(grid.columns)):
        for row in range(forms[0].heading + 1 if column in inside else grid.height):
            value = grid.cell(row, column)
            if value is None:
                continue
            of_ours = heading_of(value) or shown(value) in numbers
            if column not in inside or not (of_ours or _NUMBERING.fullmatch(shown(value))):
                yield row, column


def _is_long_form(grid: Grid) -> bool:
    """Whether one of a few columns of a long sheet asks what we ask."""
    if grid.height > LONGEST or len(grid.columns) > NARROWEST:
        return False
    rows = range(min(grid.height, LOOKED_THROUGH))
    return any(
        len({heading_of(grid.cell(row, at)) for row in rows} & BY_KEY.keys()) >= FEWEST_OWN
        for at in range(len(grid.columns))
    )


def _of_one_number_each(grid: Grid, columns: Columns) -> list[Columns]:
    """Forms of single questions, each beside the number of its part: "part, question, answer"."""
    named = [heading_of(grid.cell(columns.heading, at)) for at in range(len(grid.columns))]
    asked = [at for at, name in enumerate(named) if name in BY_KEY]
    if "part_number" in named or not asked:
        return []
    for numbers in _numbering(grid, columns.heading, asked, named):
        forms = dict[str, list[dict[str, int]]]()
        for at, number in numbers.items():
            name = named[at] or ""
            asked_of = forms.setdefault(number, [])
            # asked again of one part, it is another answer: where they differ, none of them counts
            form = next((one for one in asked_of if name not in one), None)
            if form is None:
                asked_of.append(form := {})
            form[name] = at
        return [
            Columns(columns.heading, form, span=[*form.values()], number=number)
            for number, of_number in forms.items()
            for form in of_number
        ]
    return []


def _numbering(
    grid: Grid, heading: int, asked: Sequence[int], named: Sequence[str | None]
) -> list[Mapping[int, str]]:
    """What may be the number of a part beside each question, the likeliest first: under a heading that
    says so, then where no number is asked the same twice, as a supplier's or a state would be."""
    found: list[tuple[tuple[bool, bool, int], Mapping[int, str]]] = []
    for row in range(heading):
        is_said = any(heading_of(value) == "part_number" for value in grid.row(row))
        numbers: Mapping[int, str] = {at: shown(grid.cell(row, at)) for at in asked}
        if is_said:
            numbers = _told_once(grid, row, asked, named)
        if all(numbers.values()) and len({*numbers.values()}) < len(asked):
            is_once = len({(number, named[at]) for at, number in numbers.items()}) == len(asked)
            found.append(((not is_said, not is_once, row), numbers))
    return [numbers for _, numbers in sorted(found, key=lambda one: one[0])]


def _told_once(
    grid: Grid, row: int, asked: Sequence[int], named: Sequence[str | None]
) -> Mapping[int, str]:
    """Numbers that stand on the first line of each part only, on all its lines, unless a question would
    then be asked twice below one number."""
    told, last, block = dict[int, tuple[int, str]](), "", 0
    for at in range(asked[0], asked[-1] + 1):
        number = shown(grid.cell(row, at))
        last, block = (number, block + 1) if number else (last, block)
        told[at] = block, last
    is_once = len({(told[at][0], named[at]) for at in asked}) == len(asked)
    return {at: told[at][1] if is_once else shown(grid.cell(row, at)) for at in asked}


def _asks(columns: Columns, forms: list[Columns]) -> bool:
    """Whether these can be nothing but our questions, of parts that are named."""
    names = {name for form in forms for name in form.places} | columns.places.keys()
    own = {name for name in names if name in BY_KEY and name not in COMMON}
    is_named = all(form.number or "part_number" in form.places for form in forms)
    says_more = any(BY_KEY[name].element is None for name in own)
    return len(own) >= FEWEST_OWN and is_named and says_more
