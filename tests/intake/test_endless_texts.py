"""A text without end in every cell, as a shared text of a small file can be, or a cell in each of thousands of
columns costs no more than its share."""

import time
from pathlib import Path

import numpy as np
import pytest

from desktop_app.intake.grid import Column, Grid
from desktop_app.intake.headings import heading_book, normalise
from desktop_app.intake.line_keys import key_behind
from desktop_app.intake.planned_lists import planned_lists
from desktop_app.intake.side_by_side import blocks_of
from desktop_app.intake.tables import find_tables
from desktop_app.paths import shipped

ENDLESS = "magnet 12x3 " * 80_000
ROWS = 400


def _grid(text: str) -> Grid:
    """The same text in three cells of each row."""
    columns = [Column([text], np.zeros(ROWS, dtype=np.intp)) for _ in range(3)]
    return Grid("Sheet1", False, 1, 1, columns, ROWS)


def _seconds(text: str) -> float:
    book = heading_book()
    start = time.process_time()
    assert find_tables(_grid(text), book) == []
    assert planned_lists(_grid(text), book) == []
    return time.process_time() - start


def test_rows_of_endless_texts_are_no_headings_and_are_looked_at_quickly() -> None:
    _seconds("warm up 12x3")
    short = min(_seconds(f"short text {turn} 12x3" * 40) for turn in range(2))
    assert _seconds(ENDLESS) < 20 * short + 0.2  # it was some thousand times as long


@pytest.mark.parametrize(
    "path", sorted(shipped("resources", "headings").glob("*.csv")), ids=lambda path: path.stem
)
def test_no_known_heading_is_as_long_as_what_is_looked_at(path: Path) -> None:
    assert all(len(line) < 1_000 for line in path.read_text(encoding="utf-8").splitlines())


def test_the_beginning_of_an_endless_heading_tells_as_much() -> None:
    assert normalise(ENDLESS) == normalise(ENDLESS[:1_000])


def _wide(columns: int) -> Grid:
    """A line of headings c0, c1, ... over a line that says the same in every column."""
    codes = np.array([0, 1], dtype=np.intp)
    cells = [Column([f"c{n}", "x"], codes) for n in range(columns)]
    return Grid("Sheet1", False, 1, 1, cells, 2)


def test_a_sheet_of_many_columns_is_parted_in_time_linear_in_them() -> None:
    def seconds(columns: int) -> float:
        grid, start = _wide(columns), time.process_time()
        assert blocks_of(grid, heading_book()) == [grid]
        return time.process_time() - start

    few = min(seconds(2_000) for _ in range(3))
    many = min(seconds(16_000) for _ in range(2))
    assert many < 20 * few + 0.2  # eight times as many; it was some thousand times as long


@pytest.mark.parametrize(
    "text", ["ab" * 300_000, "ab(1 " * 100_000, f"{'ab' * 300_000}({'1' * 300_000}"]
)
def test_a_key_is_looked_for_behind_an_endless_text_at_once(text: str) -> None:
    start = time.process_time()
    assert key_behind(text) is None
    assert key_behind(f"{text} (TG12)") == (text.rstrip(), "TG12")
    assert time.process_time() - start < 1  # a pattern for all of it took hours
