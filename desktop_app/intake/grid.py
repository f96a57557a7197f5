"""A sheet by columns, each as its distinct values and where they sit.

Everything later decides once per distinct value; no Python is run per cell of a long list.
"""

import math
import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.reader_child import DAY_MARK
from desktop_app.intake.text_tables import BLANK
from desktop_app.paths import shipped

Value: TypeAlias = "str | float | bool | None"
Mask: TypeAlias = NDArray[np.bool_]

ERROR_MARK = "\ue001"
"""Stands before what a cell without a usable value says: #REF!, or that it was never calculated."""
UNCALCULATED = ERROR_MARK + "?"
MARKS = DAY_MARK + ERROR_MARK

_DAY = re.compile(DAY_MARK + r"(\d{4}-\d{2}-\d{2})$")


@dataclass(eq=False)
class Column:
    """Cell ``i`` holds ``values[codes[i]]``: text without blanks around it, a number, or None."""

    values: list[Value]
    codes: NDArray[np.intp]
    indents: "NDArray[np.intp] | None" = None
    """How many blanks the text of each cell is set in by; None where no cell is."""

    @cached_property
    def filled(self) -> Mask:
        """Which cells hold something."""
        if None not in self.values:
            return np.ones(len(self.codes), np.bool_)
        found: Mask = np.array([value is not None for value in self.values], np.bool_)[self.codes]
        return found

    @cached_property
    def is_text(self) -> Mask:
        """Which cells hold text: no dates, no errors."""
        if _are_plain_texts(self.values):
            return np.ones(len(self.codes), np.bool_)
        is_text = [type(value) is str and value[0] not in MARKS for value in self.values]
        found: Mask = np.array(is_text, np.bool_)[self.codes]
        return found

    def where(self, test: Callable[[Value], object]) -> Mask:
        """Which cells pass a test, asked once per distinct value."""
        found: Mask = np.array([bool(test(v)) for v in self.values], np.bool_)[self.codes]
        return found

    def part(self, start: int, end: int) -> "Column":
        """The cells of rows start to end, with the same distinct values."""
        return Column(self.values, self.codes[start:end], _of_rows(self, slice(start, end)))

    def take(self, rows: NDArray[np.intp]) -> "Column":
        """The cells of some rows, with only the distinct values that occur there."""
        codes = self.codes[rows]
        used, again = np.unique(codes, return_inverse=True)
        values = [self.values[code] for code in used.tolist()]
        return Column(values, again, _of_rows(self, rows))

    def put(self, rows: Sequence[int], value: Value) -> None:
        """Replaces cells. Only before anything was asked of the column."""
        self.values.append(value)
        self.codes[np.asarray(rows, dtype=np.intp)] = len(self.values) - 1

    def forget(self) -> None:
        """Its cells were changed: what was worked out from them no longer holds."""
        for name in ("filled", "is_text"):
            self.__dict__.pop(name, None)


def _of_rows(column: Column, rows: "slice | NDArray[np.intp]") -> "NDArray[np.intp] | None":
    return None if column.indents is None else column.indents[rows]


def _are_plain_texts(values: Sequence[Any]) -> bool:
    """Told of all at once: numbers of parts are mostly all different."""
    if set(map(type, values)) != {str}:
        return False
    whole = "".join(values)
    return not any(mark in whole for mark in MARKS)


@dataclass(eq=False)
class Grid:
    """One sheet. Positions are 0-based; sheet row = first_row + position, columns likewise.

    ``errors``: (position row, position column) to the error text, such as #REF!. ``percent``: runs of
    cells that are shown as percent, as (column, first row, last row). ``comments``: position of a cell
    to what somebody attached to it. ``struck``: cells shown struck out. ``file_name``: of its file,
    without its ending.
    """

    name: str
    hidden: bool
    first_row: int
    first_column: int
    columns: list[Column]
    height: int
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    percent: list[tuple[int, int, int]] = field(default_factory=list)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: frozenset[tuple[int, int]] = frozenset()
    counted: int | None = None
    file_name: str = ""
    lent: "NDArray[np.int32] | None" = None
    """Cells of each row that were given to it by others (see ``grouped_reports``)."""
    form: str = ""
    """Which sheet of a minerals questionnaire this is, by its name in the templates."""
    siblings: Sequence["Grid"] = ()
    """All sheets of the file."""
    sums_of_groups: tuple[int, ...] = ()
    """Positions of rows that sum up the rows of a group."""

    def row(self, position: int) -> list[Value]:
        """The cells of one row."""
        return [column.values[column.codes[position]] for column in self.columns]

    def cell(self, row: int, column: int) -> Value:
        """One cell; None beyond the sheet."""
        if not (0 <= column < len(self.columns) and 0 <= row < self.height):
            return None
        found = self.columns[column]
        return found.values[int(found.codes[row])]

    @cached_property
    def filled_per_row(self) -> NDArray[np.int32]:
        """How many cells of each row hold something."""
        total = np.zeros(self.height, dtype=np.int32)
        for column in self.columns:
            total += column.filled
        return total

    @property
    def own_per_row(self) -> NDArray[np.int32]:
        """The same without what was given to the rows by others."""
        return self.filled_per_row if self.lent is None else self.filled_per_row - self.lent

    @cached_property
    def texts_per_row(self) -> NDArray[np.int32]:
        """How many cells of each row hold text."""
        total = np.zeros(self.height, dtype=np.int32)
        for column in self.columns:
            total += column.is_text
        return total

    def shown_as_percent(self, column: int) -> Mask:
        """Which cells of a column hold 0.29 and show 29 %."""
        found = np.zeros(self.height, dtype=np.bool_)
        for position, first, last in self.percent:
            if position == column:
                found[max(0, first) : last + 1] = True
        return found

    def only(self, *ranges: range) -> "Grid":
        """The same sheet with nothing in the other rows: what is asked of a column is then asked of
        few values."""
        kept = np.zeros(self.height, dtype=np.bool_)
        for rows in ranges:
            kept[rows.start : rows.stop] = True
        return replace(self, columns=[_only(column, kept) for column in self.columns])

    def forget(self) -> None:
        """Cells of its columns were changed."""
        for name in ("filled_per_row", "texts_per_row"):
            self.__dict__.pop(name, None)


def _only(column: Column, kept: Mask) -> Column:
    used, again = np.unique(column.codes[kept], return_inverse=True)
    codes = np.full(len(column.codes), len(used), dtype=np.intp)
    codes[kept] = again
    return Column([*(column.values[code] for code in used.tolist()), None], codes, column.indents)


def grids_of(answer: dict[str, Any]) -> list[Grid]:
    """The sheets of a file as the reader child sent them."""
    codes = np.frombuffer(answer["codes"], dtype=np.int32)
    grids, start = [], 0
    for sheet in answer["sheets"]:
        height, columns, blanks = int(sheet["height"]), [], 0
        for values in sheet["columns"]:
            # No codes are sent for a column in which every cell differs from every other.
            is_distinct = len(values) == height
            own = (
                np.arange(height) if is_distinct else codes[start : start + height].astype(np.intp)
            )
            columns.append(_column(values, own))
            blanks += _blank_cells(values, columns[-1].values, own)
            start += 0 if is_distinct else height
        if sheet["filled"] is not None:
            sheet["filled"] -= blanks
        _set_in(sheet, columns)
        grids.append(_with_errors(_grid(sheet, columns)))
    return grids


def _column(values: Sequence[Any], codes: NDArray[np.intp]) -> Column:
    """The column with each of its values once: blanks around them do not make two of one."""
    cleaned = _without_apostrophes(_cleaned(_joined(values)))
    column = Column(cleaned, codes)
    if all(map(operator.is_, values, cleaned)):
        return column
    column.indents = _indents(values, codes)
    places: dict[Any, int] = {}
    # True is 1.0 to a dictionary.
    again = [places.setdefault((type(v), v), code) for code, v in enumerate(cleaned)]
    if len(places) < len(cleaned):
        column.codes = np.array(again, dtype=np.intp)[codes]
    return column


def _indents(values: Sequence[Any], codes: NDArray[np.intp]) -> "NDArray[np.intp] | None":
    """Blanks before the text of each cell: how a bill sets in what lies below an assembly."""
    before = [len(v) - len(v.lstrip(BLANK)) if type(v) is str else 0 for v in values]
    return np.array(before, dtype=np.intp)[codes] if any(before) else None


def _set_in(sheet: dict[str, Any], columns: Sequence[Column]) -> None:
    """Cells that are shown set in count like blanks before their texts."""
    top, left, height = int(sheet["first_row"]), int(sheet["first_column"]), int(sheet["height"])
    for row, column, depth in sheet["set_in"]:
        if 0 <= column - left < len(columns) and 0 <= row - top < height:
            own = columns[column - left]
            if own.indents is None:
                own.indents = np.zeros(height, dtype=np.intp)
            own.indents[row - top] += depth * BLANKS_SET_IN


BLANKS_SET_IN = 3
"""Blanks that are as wide as one step of setting in (ECMA-376 part 1, 18.8.1)."""


def _with_errors(grid: Grid) -> Grid:
    """The reader leaves these cells empty; here they get a value that says why they have none."""
    told = [(place, ERROR_MARK + text) for place, text in grid.errors.items()]
    told += [(place, UNCALCULATED) for place in grid.uncalculated]
    together: dict[tuple[int, str], list[int]] = {}
    for (row, column), text in told:
        if 0 <= column < len(grid.columns) and 0 <= row < grid.height:
            together.setdefault((column, text), []).append(row)
    for (column, text), rows in together.items():
        grid.columns[column].put(rows, text)
    return grid


def _grid(sheet: dict[str, Any], columns: list[Column]) -> Grid:
    top, left = int(sheet["first_row"]), int(sheet["first_column"])
    return Grid(
        name=sheet["name"],
        hidden=bool(sheet["hidden"]),
        first_row=top,
        first_column=left,
        columns=columns,
        height=int(sheet["height"]),
        errors={(r - top, c - left): str(text) for r, c, text in sheet["errors"]},
        uncalculated=[(r - top, c - left) for r, c in sheet["uncalculated"]],
        hidden_rows=frozenset(r - top for r in sheet["hidden_rows"]),
        hidden_columns=frozenset(c - left for c in sheet["hidden_columns"]),
        merged=[(a - top, b - left, c - top, d - left) for a, b, c, d in sheet["merged"]],
        percent=[(c - left, a - top, b - top) for c, a, b in sheet["percent"]],
        comments={(r - top, c - left): str(text) for r, c, text in sheet["comments"]},
        struck=frozenset((r - top, c - left) for r, c in sheet["struck"]),
        counted=sheet["filled"],
    )


def _blank_cells(values: Sequence[Any], cleaned: Sequence[Value], codes: NDArray[np.intp]) -> int:
    """Cells that hold nothing but blanks: filled for who counts tags, and empty for a reader."""
    if cleaned.count(None) == values.count("") + values.count(None):
        return 0
    pairs = enumerate(zip(values, cleaned, strict=True))
    blank = [code for code, (raw, value) in pairs if value is None and raw not in ("", None)]
    return int(np.isin(codes, blank).sum())


def _joined(values: Sequence[Any]) -> Sequence[Any]:
    """Texts without the nought behind each letter that old exporters of Altium write into a xls."""
    if not any(type(v) is str and _NOUGHT in v for v in values):
        return values
    return [
        v[::2] if type(v) is str and len(v) > 1 and not v[1::2].strip(_NOUGHT) else v
        for v in values
    ]


_NOUGHT = "\0"


def _cleaned(values: Sequence[Any]) -> list[Value]:
    return [v.strip(BLANK) or None if type(v) is str else _clean(v) for v in values]


def _without_apostrophes(values: list[Value]) -> list[Value]:
    """The values without the sign that keeps digits as text where it was copied into the cells: '000123.
    Before other texts, such as 't Hart, only where half of the column has it."""
    texts = [value for value in values[:LOOKED_AT] if type(value) is str]
    signed = [text for text in texts if text[0] == "'"]
    if not signed:
        return values
    is_usual = len(signed) >= FEWEST_SIGNED and 2 * len(signed) >= len(texts)
    return [
        value[1:].strip(BLANK) or None
        if type(value) is str
        and value[0] == "'"
        and "'" not in value[1:]
        and (is_usual or _is_signed_number(value))
        else value
        for value in values
    ]


def _is_signed_number(text: str) -> bool:
    return len(text) >= SHORTEST_SIGNED and " " not in text and any(map(str.isdigit, text))


LOOKED_AT, FEWEST_SIGNED, SHORTEST_SIGNED = 200, 2, 4
"""Values of a column that are looked at for the sign, how many of half of them have it, and the signs a
number has at least: '26 is a year. Own judgement."""


def _clean(value: Any) -> Value:
    if isinstance(value, bool) or value is None:
        return value
    number = float(value)
    return number if math.isfinite(number) else None


def day_of(value: Value) -> str | None:
    """ISO form of a cell that holds a date; None for every other cell."""
    found = _DAY.match(value) if isinstance(value, str) else None
    return found[1] if found else None


def is_error(value: Value) -> bool:
    """A cell that holds an error, or a formula that was never calculated."""
    return isinstance(value, str) and (value[:1] == ERROR_MARK or value in ERROR_TEXTS)


def _error_texts() -> frozenset[str]:
    lines = shipped("resources", "cell_errors.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition(",")[0] for line in lines[1:])


ERROR_TEXTS = _error_texts()
"""Errors that came as text, as in CSV files: in the language of the program that wrote them."""


def shown(value: Value) -> str:
    """A cell as text, the way a person would write it: whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        is_whole = value.is_integer() and abs(value) < 1e15
        return str(int(value)) if is_whole else repr(value)
    return value[1:] if value[0] in MARKS else value
