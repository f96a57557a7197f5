"""Says of every row of a table what it is: a part, a duplicate, a total, blank, other, rejected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import saying_nothing
from desktop_app.intake.block_titles import titles_of_blocks
from desktop_app.intake.column_numbers import column_numbers
from desktop_app.intake.continued_lines import continued_lines
from desktop_app.intake.cost_tables import costs_below
from desktop_app.intake.example_lines import lines_of_example
from desktop_app.intake.foreign_blocks import foreign_blocks
from desktop_app.intake.grid import Grid, Mask, Value, shown
from desktop_app.intake.lines_without_names import lines_without_names, placed_rows, work_by_time
from desktop_app.intake.list_feet import (
    below_the_list,
    below_the_sum,
    count_of_lines,
    labelled_below,
    other_lists,
    uncounted_lists,
)
from desktop_app.intake.lone_texts import below_a_gap, days_alone, in_a_row, lone_grade, sized
from desktop_app.intake.needs_apart import Heads
from desktop_app.intake.numbered_sections import numbered_sections, unnumbered_titles
from desktop_app.intake.page_titles import page_titles
from desktop_app.intake.repeated_rows import repeats_of
from desktop_app.intake.services import service_rows
from desktop_app.intake.side_by_side import columns_aside
from desktop_app.intake.summed_sections import sections_with_sums, sums_elsewhere
from desktop_app.intake.sums_of_keys import sums_of_keys, sums_of_plants, which_say_alone
from desktop_app.intake.tables import IDENTITY, Table
from desktop_app.intake.totals import total_rows
from desktop_app.model.findings import Message, msg
from desktop_app.model.sources import RowCounts

PART, BLANK, TOTAL, DUPLICATE, OTHER, REJECTED = range(6)
KINDS = ("part", "blank", "total", "duplicate", "other", "rejected")

COUNTED = ("quantity", "annual_quantity", "stock_on_hand")
_REASONS: Mapping[str, Message] = {
    "duplicate": msg("equal to an earlier row in every cell"),
    "total": msg("a total, not a part"),
    "section": msg("a heading of the rows below it"),
    "note": msg("a note, not a part"),
    "continues": msg("text that goes on with the part above it"),
    "repeated": msg("the headings once more"),
    "reference": msg("a row of a form or reference list, not a bought part"),
    "nameless": msg("no name and no number: not known what it is"),
    "blank": msg("an empty row"),
    "numbered": msg("an empty row that is only numbered"),
    "columns": msg("the numbers of the columns"),
    "service": msg("a service such as freight or work, not a part"),
    "told": msg("left out because you said that it is no part"),
}


@dataclass(eq=False)
class Sorted:
    """Per row of the table below its heading. ``parts``: positions of part rows in the sheet."""

    start: int
    kinds: NDArray[np.int8]
    reasons: dict[int, str]
    section_of: NDArray[np.int32]
    sections: list[str]

    @property
    def parts(self) -> NDArray[np.intp]:
        """Positions of the part rows in the sheet, from top to bottom."""
        return np.flatnonzero(self.kinds == PART) + self.start

    @property
    def continued(self) -> NDArray[np.intp]:
        """Positions in the sheet of the rows whose text goes on with the part above."""
        own = [row for row, reason in self.reasons.items() if reason == "continues"]
        return np.array(sorted(own), dtype=np.intp) + self.start

    @property
    def services(self) -> list[int]:
        """Positions in the sheet of the rows that are services."""
        return sorted(row + self.start for row, why in self.reasons.items() if why == "service")

    def counts(self) -> RowCounts:
        """The reckoning; it adds up because each row is of exactly one kind."""
        parts, blank, totals, duplicates, other, rejected = (
            int(n) for n in np.bincount(self.kinds, minlength=len(KINDS))
        )
        return RowCounts(len(self.kinds), parts, duplicates, totals, blank, rejected, other)

    def not_parts(self, first_row: int) -> tuple[tuple[int, str, Message], ...]:
        """(sheet row, kind, reason) of every row that is no part. ``first_row`` of the sheet."""
        listed = []
        for position in np.flatnonzero(self.kinds != PART).tolist():
            kind = KINDS[self.kinds[position]]
            reason = _REASONS[self.reasons.get(position, kind)]
            listed.append((first_row + self.start + position, kind, reason))
        return tuple(listed)


def reason_of(kind: str) -> Message:
    """Why a row is no part, by the word that this module has for it, such as "reference"."""
    return _REASONS[kind]


def sort_rows(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    added: Sequence[int] = (),
    continued: Mask | None = None,
) -> Sorted:
    """Sorts the rows below the heading. ``fields``: field to position of its column; ``added``:
    columns that describe the part too, such as the value of a part on a board; ``continued``: rows of
    the sheet that only go on with the part above them."""
    start, end = table.heading + 1, table.end
    count = max(0, end - start)
    found = Sorted(
        start, np.full(count, PART, dtype=np.int8), {}, np.full(count, -1, dtype=np.int32), []
    )
    filled = grid.filled_per_row[start:end]
    _mark(found, filled == 0, BLANK, "blank")
    if table.is_reference:
        _mark(found, found.kinds == PART, OTHER, "reference")
        return found
    repeated = np.zeros(count, dtype=np.bool_)
    repeated[[row - start for row in table.repeated if start <= row < end]] = True
    _mark(found, repeated, OTHER, "repeated")
    _mark(found, page_titles(grid, start, end, table.repeated, table.first_heading), OTHER, "note")
    _mark(found, other_lists(grid, start, end, table.repeated), OTHER, "reference")
    if continued is not None:
        _mark(
            found, continued[start:end] & _says_more(grid, start, end, fields), OTHER, "continues"
        )
        _mark(found, continued[start:end], OTHER, "note")
    naming = _naming(fields, added)
    days = days_alone(grid, start, end)
    _mark(found, days | lines_of_example(grid, start, end, naming), OTHER, "note")
    named = _named(grid, naming, start, end)
    _mark(found, _only_numbered(grid, start, end, named), BLANK, "numbered")
    _mark(found, column_numbers(grid, start, end), OTHER, "columns")
    counted = [fields[name] for name in COUNTED if name in fields]
    keys = [fields[name] for name in ("part_number", "mpn") if name in fields]
    amounts = [fields[name] for name in (*COUNTED, "unit_price", "line_value") if name in fields]
    totals = sums_of_plants(grid, start, end, fields) | total_rows(
        grid, start, end, named, counted, naming=naming, amounts=amounts,
        aside=columns_aside(grid, [*naming, *counted], table.headings),
    )  # fmt: skip
    totals &= ~which_say_alone(grid, start, totals, keys=keys, counted=counted)
    _mark(found, totals, TOTAL, "total")
    _mark(found, np.isin(np.arange(start, end), grid.sums_of_groups), TOTAL, "total")
    _mark(found, _sums_in_other_columns(grid, found, keys, fields), TOTAL, "total")
    _mark(found, service_rows(grid, table, fields, added), OTHER, "service")
    _mark(found, work_by_time(grid, table, fields), OTHER, "service")
    _mark(found, _labelled(grid, start, filled), OTHER, "note")
    _mark(found, _foreign(grid, found, fields, fewest=2), OTHER, "reference")
    _sort_nameless(grid, found, named + placed_rows(grid, start, end, fields), filled)
    _mark(found, lines_without_names(grid, start, found.kinds, fields), OTHER, "note")
    leftmost = next((n for n, heading in enumerate(table.headings) if heading), 0)
    own = continued_lines(grid, start, found.kinds == PART, leftmost, fields)
    _mark(found, own, OTHER, "continues")
    _sort_single(grid, table, found, filled, fields)
    _mark(found, below_the_list(grid, start, found.kinds == PART, filled, fields), OTHER, "note")
    for foot in (labelled_below, count_of_lines):
        _mark(found, foot(grid, start, found.kinds == PART, filled), OTHER, "note")
    _mark(found, _titles_of_blocks(grid, found, keys), OTHER, "section")
    parts, totals = found.kinds == PART, found.kinds == TOTAL
    _mark(found, below_the_sum(grid, start, parts, totals, fields), OTHER, "note")
    _mark(found, costs_below(grid, start, found.kinds == PART, fields), OTHER, "note")
    parts = found.kinds == PART
    _mark(found, uncounted_lists(grid, start, parts, totals, fields), OTHER, "reference")
    _mark(found, _foreign(grid, found, fields, fewest=1), OTHER, "reference")
    _mark(found, _repeats(grid, table, found, fields), DUPLICATE, "duplicate")
    return found


def _sums_in_other_columns(
    grid: Grid, found: Sorted, keys: Sequence[int], fields: Mapping[str, int]
) -> Mask:
    parts, totals = found.kinds == PART, found.kinds == TOTAL
    of_keys = sums_of_keys(grid, found.start, found.start + len(parts), keys)
    return of_keys | sums_elsewhere(grid, found.start, parts, totals, fields)


def _repeats(grid: Grid, table: Table, found: Sorted, fields: Mapping[str, int]) -> Mask:
    reasons = found.reasons.items()
    heads = Heads(*([n for n, own in reasons if own == said] for said in ("section", "note")))
    parts, totals = found.kinds == PART, found.kinds == TOTAL
    return repeats_of(grid, table, parts, totals, fields, heads=heads)


def _foreign(grid: Grid, found: Sorted, fields: Mapping[str, int], *, fewest: int) -> Mask:
    return foreign_blocks(grid, found.start, found.kinds == PART, fields, fewest=fewest)


def _titles_of_blocks(grid: Grid, found: Sorted, keys: Sequence[int]) -> Mask:
    kinds = found.kinds
    return titles_of_blocks(
        grid, found.start, parts=kinds == PART, blank=kinds == BLANK,
        ends=(kinds == BLANK) | (kinds == TOTAL), numbers=keys,
        heads=[n for n, reason in found.reasons.items() if reason == "repeated"],
    )  # fmt: skip


def _says_more(grid: Grid, start: int, end: int, fields: Mapping[str, int]) -> Mask:
    """Rows whose description is another than that of the row above."""
    if "description" not in fields:
        return np.zeros(max(0, end - start), dtype=np.bool_)
    codes = grid.columns[fields["description"]].codes
    more: Mask = codes[start:end] != codes[start - 1 : end - 1]
    return more


def _labelled(grid: Grid, start: int, filled: NDArray[np.int32]) -> Mask:
    """A label with its value below or between the parts: "Amount in words:" and the words."""
    rows = np.zeros(len(filled), dtype=np.bool_)
    others = 0
    for position in np.flatnonzero(filled == FILLED_OF_LABEL)[:MOST_LABELS].tolist():
        cells = [value for value in grid.row(start + position) if value is not None]
        rows[position] = isinstance(cells[0], str) and cells[0].endswith((":", "："))
        others += not rows[position]
    # Where parts of two cells are usual, a colon behind a name is a slip of the pen.
    labelled: Mask = rows if others <= max(USUAL_SHORT, int(rows.sum())) else np.zeros_like(rows)
    return labelled


FILLED_OF_LABEL = 2
USUAL_SHORT = 4
"""Rows of two cells without a colon that a list of wider rows may have by chance. Own judgement."""
MOST_LABELS = 10_000
"""Rows of two cells that are looked at; a list has few rows so short."""


def _mark(found: Sorted, rows: Mask, kind: int, reason: str) -> None:
    """Marks rows that are still taken for parts."""
    rows = rows & (found.kinds == PART)
    found.kinds[rows] = kind
    if reason != KINDS[kind]:
        found.reasons.update(dict.fromkeys(np.flatnonzero(rows).tolist(), reason))


def _naming(fields: Mapping[str, int], added: Sequence[int]) -> list[int]:
    """Positions of the columns that can name a part."""
    return [*(fields[name] for name in IDENTITY if name in fields), *added]


def _named(grid: Grid, naming: Sequence[int], start: int, end: int) -> NDArray[np.int32]:
    """In how many of its naming columns each row says something."""
    named = np.zeros(max(0, end - start), dtype=np.int32)
    for position in naming:
        column = grid.columns[position]
        named += np.array(_names(column.values), np.bool_)[column.codes[start:end]]
    return named


def _names(values: Sequence[Value]) -> list[bool]:
    """Which cells can name a part: text or a number, but no lone sign."""
    # Numbers of parts are mostly all different: nothing here may be called once for each of them.
    lone = saying_nothing(values) | {"0"}
    return [
        v not in lone and (len(v) > LONGEST_SIGN or any(map(str.isalnum, v)))
        if type(v) is str
        else type(v) is float and v != 0.0
        for v in values
    ]


LONGEST_SIGN = 3  # as "@@" and "***" are; own judgement


def _only_numbered(grid: Grid, start: int, end: int, named: NDArray[np.int32]) -> Mask:
    """Rows of a form that nobody filled in: the number of the line, and perhaps sums of nothing."""
    empty = np.zeros(max(0, end - start), dtype=np.bool_)
    can_be = (named == 0) & (grid.texts_per_row[start:end] == 0)
    if not can_be.any():
        return empty
    for column in grid.columns[:LAST_LINE_COLUMN]:
        part = column.part(start, end)
        numbers = np.array([v if type(v) is float else np.nan for v in part.values])[part.codes]
        filled = np.flatnonzero(part.filled)
        steps = np.diff(numbers[filled])
        is_counting = len(filled) > 2 and bool(np.isin(steps, (1.0, 10.0)).mean() > COUNTING)
        if is_counting:
            rest = grid.filled_per_row[start:end] - part.filled - _zeros(grid, start, end)
            only: Mask = can_be & part.filled & (rest == 0)
            return only
    return empty


LAST_LINE_COLUMN = 3
"""Line numbers stand in one of the first columns."""
COUNTING = 0.8


def _zeros(grid: Grid, start: int, end: int) -> NDArray[np.int32]:
    total = np.zeros(end - start, dtype=np.int32)
    for column in grid.columns:
        total += column.part(start, end).where(lambda value: value == 0.0)
    return total


def _sort_nameless(
    grid: Grid, found: Sorted, named: NDArray[np.int32], filled: NDArray[np.int32]
) -> None:
    """Numbers alone are sums; a lone text is looked at later; the rest names nothing."""
    nameless = (named == 0) & (found.kinds == PART)
    texts = grid.texts_per_row[found.start : found.start + len(found.kinds)]
    _mark(found, nameless & (texts == 0) & (filled <= 3), TOTAL, "total")
    _mark(found, nameless & ~((filled == 1) & (texts == 1)), REJECTED, "nameless")


def _sort_single(
    grid: Grid,
    table: Table,
    found: Sorted,
    filled: NDArray[np.int32],
    fields: Mapping[str, int],
) -> None:
    """A row with one text only: above fuller rows it heads them, at the end it is a note.

    Where most rows are like that, or several follow one another, they are parts known by name only.
    """
    width = sum(1 for heading in table.headings if heading)
    texts = grid.texts_per_row[found.start : found.start + len(found.kinds)]
    single = (filled == 1) & (texts == 1) & (found.kinds == PART)
    sections = numbered_sections(grid, found.start, found.kinds == PART)
    sections |= unnumbered_titles(grid, found.start, found.kinds == PART, table, fields)
    sections |= sections_with_sums(grid, found.start, found.kinds == PART, fields)
    naming = [fields[name] for name in IDENTITY if name in fields]
    parts = int((found.kinds == PART).sum())
    names = _stands_in(grid, naming, found)
    # Rows with a lone mark beside the names, such as an x, say nothing of how parts are named.
    # What is no part already, such as a table of dates below the notes, ends no list.
    tail = below_a_gap(np.where(found.kinds == OTHER, np.minimum(filled, 1), filled))
    are_names = width <= 2 or 2 * int((single & names & ~tail).sum()) > parts
    runs = in_a_row(single & names & ~tail)
    by_name_only = names if are_names else names & (runs | sized(grid, found.start, single, runs))
    by_name_only |= names & lone_grade(grid, found.start, single, filled)
    by_name_only &= ~_titles_apart(grid, found, filled, single, fields)
    single &= ~(by_name_only & ~tail)
    single |= sections
    leftmost = next((n for n, heading in enumerate(table.headings) if heading), 0)
    known_by_name = names & ~_stands_in(grid, [leftmost], found)
    for number, position in enumerate(marks := np.flatnonzero(single).tolist()):
        below = filled[position + 1 : position + 4]
        stop = marks[number + 1] if number + 1 < len(marks) else len(filled)
        is_over = (below > 1).any() and (filled[position + 1 : stop] > 1).any()
        if is_over or sections[position]:
            found.kinds[position] = OTHER
            found.reasons[position] = "section"
            found.sections.append(_title(grid.row(found.start + position)))
            found.section_of[position] = len(found.sections) - 1
        elif not known_by_name[position] or tail[position]:
            found.kinds[position] = OTHER
            found.reasons[position] = "note"
    # A section goes on until the next one.
    np.maximum.accumulate(found.section_of, out=found.section_of)


def _title(row: Sequence[Value]) -> str:
    """What a heading says last, without the sum of its section."""
    said = [shown(value) for value in row if value is not None]
    return next((text for text in reversed(said) if any(map(str.isalpha, text))), said[-1])


def _titles_apart(
    grid: Grid,
    found: Sorted,
    filled: NDArray[np.int32],
    single: Mask,
    fields: Mapping[str, int],
) -> Mask:
    """Texts between empty rows in a list of two columns that counts all its other parts: "Active elements"."""
    apart = np.zeros(len(filled), dtype=np.bool_)
    counted = _stands_in(grid, [fields[name] for name in COUNTED if name in fields], found)
    others = (found.kinds == PART) & ~single
    if not others.any() or counted[others].mean() < ALL_COUNTED:
        return apart
    apart[1:-1] = single[1:-1] & (filled[:-2] == 0) & (filled[2:] == 0)
    return apart & ~(single & ~apart).any()  # where other names stand alone in their rows, parts do


ALL_COUNTED = 0.95
"""Share of the parts with a count from which a text without one, apart from all, is a title. Own judgement."""


def _stands_in(grid: Grid, columns: list[int], found: Sorted) -> Mask:
    stands = np.zeros(len(found.kinds), dtype=np.bool_)
    for column in columns:
        stands |= grid.columns[column].filled[found.start : found.start + len(found.kinds)]
    return stands
