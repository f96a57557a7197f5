"""A table as it stands on the screen, handed on to be printed. Nothing here knows Qt."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.report.blocks import Cell, Kind, Row
from desktop_app.report.blocks import Column as PrintedColumn
from desktop_app.report.listed import Listed

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column, Rows, TableData


def listed(
    data: "TableData",
    numbers: "Rows",
    columns: Sequence[int],
    head: Callable[[int], str],
    *,
    title: str,
    shown: str,
) -> Listed:
    """``numbers``: row numbers from top to bottom, those of headings among them, which ``head`` says;
    ``columns``: those on show, from left to right."""
    chosen = [data.columns[at] for at in columns]
    printed = tuple(PrintedColumn(column.title, _kind(column)) for column in chosen)
    return Listed(title, shown, printed, tuple(_groups(chosen, numbers, head)))


def _kind(column: "Column") -> Kind:
    """Verdicts with their reasons are sentences here and may wrap."""
    return "day" if column.is_day else "number" if column.right else "text"


def _groups(
    columns: "Sequence[Column]", numbers: "Rows", head: Callable[[int], str]
) -> Iterator[tuple[str, tuple[Row, ...]]]:
    starts = np.flatnonzero(numbers < 0).tolist()
    if not starts or starts[0] > 0:
        yield "", _rows(columns, numbers[: starts[0] if starts else len(numbers)])
    for start, end in pairwise([*starts, len(numbers)]):
        yield head(int(numbers[start])), _rows(columns, numbers[start + 1 : end])


def _rows(columns: "Sequence[Column]", numbers: "Rows") -> tuple[Row, ...]:
    """Each distinct word becomes one cell, however often it stands in the list."""
    cells = []
    for column in columns:
        codes = column.of[numbers]
        made = {code: _cell(column, code) for code in np.unique(codes).tolist()}
        cells.append([made[code] for code in codes.tolist()])
    return tuple(
        Row(str(number), said)
        for number, said in zip(numbers.tolist(), zip(*cells, strict=True), strict=True)
    )


def _cell(column: "Column", code: int) -> Cell:
    mark = None if column.marks is None else column.marks[code]
    return Cell(" ".join(column.words[code].split()), mark=mark)
