"""Lists made from a known table, in random layouts, locales, encodings and containers, read back.

40 a run; more by LODESTONE_BATTERY=10000. ``python -m tests.intake.battery`` runs the large ones and
notes the result with date and commit.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.model.reading import Reading
from tests.intake.looking import codes
from tests.intake.reading_here import read_here
from tests.workbooks.random_list import Made, lists

AMOUNT = int(os.environ.get("LODESTONE_BATTERY", "40"))


@settings(
    max_examples=AMOUNT,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(made=lists())
def test_every_cell_comes_back(made: Made) -> None:
    check(made)


def check(made: Made) -> int:
    """Compares all facts of a list with what it was made from; returns how many were compared."""
    with tempfile.TemporaryDirectory() as folder:
        reading = read_here(made.write(Path(folder)))
    assert isinstance(reading, Reading), (reading, made.cells)
    tables = [t for f in reading.files for s in f.sheets for t in s.tables]
    assert [t.header_row for t in tables] == [made.heading_row], made.cells
    count = len(made.facts["part_number"])
    assert len(reading.parts) == count, (made.cells, [t.not_parts for t in tables])
    cells = tables[0].cells
    assert cells.filled is not None
    assert cells.filled == (cells.used or 0) + (cells.kept or 0) + (cells.skipped or 0)
    compared = 0
    for name, expected in made.facts.items():
        if name == "currency" and "unit_price" not in made.facts:
            continue
        for part, value in enumerate(expected):
            got = reading.parts.value(part, name)
            assert same(got, value), (name, value, got, made.cells, codes(reading))
            compared += 1
    return compared


def same(got: Any, expected: Any) -> bool:
    if isinstance(expected, (int, float)) and isinstance(got, float):
        return got == pytest.approx(expected, rel=1e-9)
    return bool(got == expected)
