"""Each kind of price list is read as meant, and its rows add up."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading
from tests.intake.looking import facts
from tests.intake.reading_here import read_here
from tests.workbooks.price_lists import PRICE_LISTS, PriceList


@pytest.mark.parametrize("made", PRICE_LISTS, ids=lambda made: made.name)
def test_every_kind_of_price_list_is_read(made: PriceList, tmp_path: Path) -> None:
    read = read_here(made.write(tmp_path))
    assert isinstance(read, Reading)
    reading = connect(read)
    for name, values in made.facts.items():
        expected: list[Any] = [
            pytest.approx(value) if isinstance(value, float) else value for value in values
        ]
        assert facts(reading, name) == expected, name
    for part, mark in made.marks.items():
        assert mark in reading.parts.marks[part]
    counts = [t.rows for s in reading.files[0].sheets for t in s.tables]
    for kind, number in ({"total": 0, "rejected": 0} | dict(made.kinds)).items():
        name = "totals" if kind == "total" else kind
        assert sum(getattr(count, name) for count in counts) == number, kind
