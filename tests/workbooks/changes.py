"""What may be done to a list without changing its answer: rows, columns and sheets put around it.

Every change is a function from a :class:`Case` to a :class:`Changed`, or None where it says nothing of
this list. ``changes_in_cells`` and ``changes_of_files`` hold the other ones.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook

from tests.workbooks.all_lists import Cells, Listed
from tests.workbooks.desk_lists import Cell


@dataclass(frozen=True)
class Case:
    """A list and what was read of it as it stands. Rows and columns are counted from 1.

    ``first_heading`` to ``heading`` are its lines of headings, ``first`` to ``last`` the rows below them;
    ``fields``: column to what it holds, None where it is not used; ``parts``: rows that are parts.
    """

    listed: Listed
    first_heading: int
    heading: int
    first: int
    last: int
    fields: Mapping[int, str | None]
    parts: frozenset[int]

    @property
    def cells(self) -> Cells:
        return self.listed.cells

    @property
    def width(self) -> int:
        return max(map(len, self.cells))

    def cell(self, row: int, column: int) -> Cell:
        line = self.cells[row - 1]
        return line[column - 1] if column <= len(line) else None


@dataclass(frozen=True)
class Changed:
    """``rows`` and ``columns``: where those of the old list stand now; a row that is gone is not in it.

    ``ignoring``: facts about which the change says something itself. ``finish`` is done to the workbook
    before it is saved.
    """

    listed: Listed
    rows: Mapping[int, int]
    columns: Mapping[int, int]
    ignoring: frozenset[str] = frozenset()
    finish: Callable[[Workbook], None] | None = None
    write: Callable[..., Any] | None = None
    """How the file is written, where not as its container says: from (listed, folder) to its path."""


Change = Callable[[Case, random.Random], Changed | None]


def same(case: Case, cells: Cells | None = None, **more: Any) -> Changed:
    """The list with other cells in the same places."""
    listed = case.listed if cells is None else case.listed.having(cells)
    return Changed(listed, *_places(case), **more)


def _places(case: Case) -> tuple[dict[int, int], dict[int, int]]:
    rows = {row: row for row in range(1, len(case.cells) + 1)}
    return rows, {column: column for column in range(1, case.width + 1)}


def with_rows(case: Case, before: Mapping[int, Cells], **more: Any) -> Changed:
    """The list with further rows before some of its rows; behind the last one for the row after it."""
    cells: Cells = []
    rows = {}
    for row, line in enumerate(case.cells, start=1):
        cells += before.get(row, [])
        cells.append(line)
        rows[row] = len(cells)
    cells += before.get(len(case.cells) + 1, [])
    return Changed(case.listed.having(cells), rows, _places(case)[1], **more)


def with_columns(
    case: Case, order: list[int], made: Mapping[int, list[Cell]], **more: Any
) -> Changed:
    """The list with its columns in another order; negative numbers stand for columns of ``made``."""
    cells = [
        [made[c][row - 1] if c < 0 else case.cell(row, c) for c in order]
        for row in range(1, len(case.cells) + 1)
    ]
    columns = {column: place for place, column in enumerate(order, start=1) if column > 0}
    return Changed(case.listed.having(cells), _places(case)[0], columns, **more)


def _all_columns(case: Case) -> list[int]:
    return list(range(1, case.width + 1))


def _beside(case: Case, heading: str, value: Callable[[int], Cell]) -> list[Cell]:
    """The cells of a column beside the list: its heading, and a value for each part in turn."""
    made: list[Cell] = [None] * len(case.cells)
    made[case.heading - 1] = heading
    for number, row in enumerate(sorted(case.parts)):
        made[row - 1] = value(number)
    return made


def blank_rows_above(case: Case, _: random.Random) -> Changed:
    return with_rows(case, {1: [[], [], []]})


def title_block_above(case: Case, _: random.Random) -> Changed:
    lines: Cells = [["Overview of our parts"], ["Printed on 26.11.2026"], []]
    return with_rows(case, {1: lines})


def firm_above(case: Case, _: random.Random) -> Changed:
    """The name of a firm heads the list: it may be its supplier."""
    lines: Cells = [["Muster Components GmbH"], ["Industriestr. 4, 70565 Stuttgart"], []]
    return with_rows(case, {1: lines}, ignoring=frozenset(("supplier",)))


def labels_above(case: Case, _: random.Random) -> Changed:
    lines: Cells = [
        ["Customer:", "Beispiel AG"], ["Contact:", "J. Doe"], ["Phone:", "+49 711 123456"],
        ["Your inquiry:", "RFQ 4711"], [],
    ]  # fmt: skip
    return with_rows(case, {1: lines})


def note_right_above(case: Case, _: random.Random) -> Changed:
    text = "Please check this list and come back to us by the end of the week."
    return with_rows(case, {case.first_heading: [[text]]})


def legend_below(case: Case, _: random.Random) -> Changed:
    lines: Cells = [
        [], ["Legend:"], ["* new since last month"], ["All items ex works, subject to our terms of sale."],
    ]  # fmt: skip
    return with_rows(case, {len(case.cells) + 1: lines})


def signature_below(case: Case, _: random.Random) -> Changed:
    return with_rows(
        case, {len(case.cells) + 1: [[], [], ["Prepared by: J. Doe", None, "Approved by:"]]}
    )


def page_foot_below(case: Case, _: random.Random) -> Changed:
    return with_rows(case, {len(case.cells) + 1: [[], ["Page 1 of 1"]]})


def blank_rows_between(case: Case, _: random.Random) -> Changed:
    return with_rows(case, {row: [[]] for row in range(case.first + 2, case.last, 3)})


def blank_row_below_heading(case: Case, _: random.Random) -> Changed:
    return with_rows(case, {case.first: [[]]})


def blank_column_left(case: Case, _: random.Random) -> Changed:
    blank: list[Cell] = [None] * len(case.cells)
    return with_columns(case, [-1, *_all_columns(case)], {-1: blank})


def blank_column_between(case: Case, chance: random.Random) -> Changed | None:
    if case.width < 3:
        return None
    place = chance.randint(2, case.width - 1)
    blank: list[Cell] = [None] * len(case.cells)
    order = _all_columns(case)
    return with_columns(case, [*order[:place], -1, *order[place:]], {-1: blank})


def blank_columns_everywhere(case: Case, _: random.Random) -> Changed:
    blank: list[Cell] = [None] * len(case.cells)
    order = [c for column in _all_columns(case) for c in (column, -1)]
    return with_columns(case, order, {-1: blank})


def remark_column(case: Case, _: random.Random) -> Changed:
    remarks = _beside(case, "Remarks", lambda n: ("checked", None, "see mail of 3 May")[n % 3])
    return with_columns(case, [*_all_columns(case), -1], {-1: remarks})


def numbers_of_lines(case: Case, _: random.Random) -> Changed:
    numbers = _beside(case, "Pos", lambda n: str(n + 1) if case.listed.is_text else float(n + 1))
    return with_columns(case, [-1, *_all_columns(case)], {-1: numbers})


def tens_of_lines(case: Case, _: random.Random) -> Changed:
    numbers = _beside(case, "#", lambda n: str(10 * n + 10))
    return with_columns(case, [-1, *_all_columns(case)], {-1: numbers})


def ticks_column(case: Case, _: random.Random) -> Changed:
    ticks = _beside(case, "OK?", lambda n: "x" if n % 2 else None)
    return with_columns(case, [*_all_columns(case), -1], {-1: ticks})


def columns_reversed(case: Case, _: random.Random) -> Changed:
    return with_columns(case, _all_columns(case)[::-1], {})


def columns_shuffled(case: Case, chance: random.Random) -> Changed:
    order = _all_columns(case)
    chance.shuffle(order)
    return with_columns(case, order, {})


def unused_columns_gone(case: Case, _: random.Random) -> Changed | None:
    above = range(1, case.first_heading)
    kept = [
        c for c in _all_columns(case)
        if case.fields.get(c) is not None or any(case.cell(row, c) is not None for row in above)
    ]  # fmt: skip
    return with_columns(case, kept, {}) if 2 < len(kept) < case.width else None


def columns_swapped(case: Case, chance: random.Random) -> Changed | None:
    """Two neighbours change their places."""
    if case.width < 3:
        return None
    place, order = chance.randint(0, case.width - 2), _all_columns(case)
    order[place], order[place + 1] = order[place + 1], order[place]
    return with_columns(case, order, {})


def group_line_above(case: Case, _: random.Random) -> Changed | None:
    """A line over the headings that says what groups of columns are about."""
    if case.first_heading != case.heading or case.width < 4:
        return None
    line: list[Cell] = [None] * case.width
    line[0], line[case.width // 2] = "General data", "Further data"
    return with_rows(case, {case.heading: [line]})


def sum_below(case: Case, _: random.Random) -> Changed | None:
    """A total of the first column of quantities, which says so in another column."""
    counted = [c for c, name in case.fields.items() if name in ("quantity", "stock_on_hand")]
    named = [c for c, name in case.fields.items() if name in ("description", "part_number")]
    if not counted or not named or len(case.parts) < 2:
        return None
    amounts = [case.cell(row, counted[0]) for row in sorted(case.parts)]
    if not all(isinstance(amount, float) for amount in amounts):
        return None
    line: list[Cell] = [None] * case.width
    line[named[0] - 1] = "Total"
    line[counted[0] - 1] = sum(amount for amount in amounts if isinstance(amount, float))
    return with_rows(case, {case.last + 1: [line]})


def headings_repeated(case: Case, _: random.Random) -> Changed | None:
    if len(case.parts) < 4 or case.first_heading != case.heading:
        return None
    again = list(case.cells[case.heading - 1])
    return with_rows(case, {row: [again] for row in range(case.first + 3, case.last, 4)})


def rows_shuffled(case: Case, chance: random.Random) -> Changed | None:
    """Only where every row below the headings is a part of its own."""
    block = list(range(case.first, case.last + 1))
    if set(block) != case.parts or len(block) < 3:
        return None
    chance.shuffle(block)
    return _of_rows(case, block)


def rows_reversed(case: Case, _: random.Random) -> Changed | None:
    block = list(range(case.first, case.last + 1))
    return _of_rows(case, block[::-1]) if set(block) == case.parts and len(block) > 2 else None


def _of_rows(case: Case, block: list[int], **more: Any) -> Changed:
    """The list with only these of its rows below the headings, in this order."""
    order = [*range(1, case.first), *block, *range(case.last + 1, len(case.cells) + 1)]
    rows = {row: place for place, row in enumerate(order, start=1)}
    cells = [case.cells[row - 1] for row in order]
    return Changed(case.listed.having(cells), rows, _places(case)[1], **more)


def first_rows(count: int) -> Change:
    """The change to the first so many parts; the rows between them stay."""

    def change(case: Case, _: random.Random) -> Changed | None:
        parts = sorted(case.parts)
        if len(parts) <= count:
            return None
        return _of_rows(case, list(range(case.first, parts[count - 1] + 1)))

    return change


def some_rows(count: int) -> Change:
    """The change to so many parts from anywhere in the list."""

    def change(case: Case, chance: random.Random) -> Changed | None:
        block = list(range(case.first, case.last + 1))
        if set(block) != case.parts or len(block) <= count:
            return None
        return _of_rows(case, sorted(chance.sample(block, count)))

    return change


def cover_before(case: Case, _: random.Random) -> Changed | None:
    cover: Cells = [["Muster Components GmbH"], [], ["List of parts"], ["Edition 3"], ["Contents:"]]
    return _with_sheets(case, {"Cover": cover}, {})


def empty_sheet_after(case: Case, _: random.Random) -> Changed | None:
    return _with_sheets(case, {}, {"Sheet3": []})


def notes_sheet_after(case: Case, _: random.Random) -> Changed | None:
    notes: Cells = [["Notes"], ["Prices were agreed in May."], ["Ask J. Doe for drawings."]]
    return _with_sheets(case, {}, {"Notes": notes})


def sheet_renamed(case: Case, _: random.Random) -> Changed | None:
    if case.listed.container != "xlsx" or len(case.listed.sheets) > 1:
        return None
    listed = Listed(case.listed.name, "xlsx", {"Tabelle1": case.cells}, "Tabelle1")
    return Changed(listed, *_places(case))


def _with_sheets(case: Case, before: dict[str, Cells], after: dict[str, Cells]) -> Changed | None:
    old = case.listed
    if old.container != "xlsx":
        return None
    listed = Listed(old.name, "xlsx", {**before, **old.sheets, **after}, old.judged)
    return Changed(listed, *_places(case))


AROUND: Mapping[str, Change] = {
    made.__name__: made
    for made in (
        blank_rows_above, title_block_above, firm_above, labels_above, note_right_above, legend_below,
        signature_below, page_foot_below, blank_rows_between, blank_row_below_heading,
        blank_column_left, blank_column_between, blank_columns_everywhere, remark_column,
        numbers_of_lines, tens_of_lines, ticks_column, columns_reversed, columns_shuffled,
        columns_swapped, unused_columns_gone, group_line_above, sum_below, headings_repeated,
        rows_shuffled, rows_reversed, cover_before, empty_sheet_after, notes_sheet_after,
        sheet_renamed,
    )
} | {
    f"{name}_{count}_rows": make(count)
    for name, make in (("first", first_rows), ("some", some_rows))
    for count in (1, 2, 3, 5, 10, 30)
}  # fmt: skip
