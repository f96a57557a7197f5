"""A list with columns of years is read by the year that is asked about, also when that changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.ui.driving import Driver, files

LINES = (
    "Part number;Description;Demand 2026;Demand 2027\n"
    "A-1;Hexagon screw M6x20;100;700\nA-2;Sintered magnet Sm2Co17;50;900\n"
)


def _demands(driver: Driver) -> list[float]:
    assert driver.session.reading is not None
    found: list[float] = driver.session.reading.parts.frame["annual_quantity"].tolist()
    return found


@pytest.fixture
def yearly(real: Driver, tmp_path: Path) -> Driver:
    """A window on a list with the demands of two years, asked about a day of the first."""
    path = tmp_path / "list.csv"
    path.write_text(LINES, encoding="utf-8")
    real.session.ask(replace(real.session.inquiry, on=date(2026, 12, 1)))
    real.drop(files([path]))
    real.wait_for_result()
    return real


def test_the_demand_of_the_year_that_is_asked_about_is_read(yearly: Driver, tmp_path: Path) -> None:
    session = yearly.session
    first = session.reading

    # Another day of the year reads nothing anew.
    session.ask(replace(session.inquiry, on=date(2026, 12, 9)))
    assert not session.is_reading
    yearly.quiet()
    assert session.reading is first
    steps = len(session.history.names)

    # Another year reads its column; question and reading are one step, taken back together.
    session.ask(replace(session.inquiry, on=date(2027, 3, 1)))
    yearly.quiet()
    assert (_demands(yearly), session.inquiry.on.year) == ([700, 900], 2027)
    assert len(session.history.names) == steps + 1
    session.undo()
    yearly.quiet()
    assert (_demands(yearly), session.inquiry.on.year) == ([100, 50], 2026)

    # Where the list is gone, that is said, and the question is answered as it was read.
    said: list[object] = []
    session.work_failed.connect(said.append)
    (tmp_path / "list.csv").unlink()
    session.ask(replace(session.inquiry, on=date(2027, 3, 1)))
    yearly.quiet()
    assert (_demands(yearly), session.inquiry.on.year) == ([100, 50], 2027)
    assert len(said) == 1
