"""Working days in China: dated notices, weekends that are worked, and what is assumed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.register.figures import load_figures
from desktop_app.register.working_days import WorkCalendar


@pytest.fixture(scope="module")
def china() -> WorkCalendar:
    return load_figures().china_days


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 24), True),
        (date(2026, 11, 28), False),   # a Saturday
        (date(2026, 2, 14), True),     # a Saturday worked before Spring Festival
        (date(2026, 2, 16), False),
        (date(2025, 10, 8), False),
        (date(2025, 10, 11), True),
        (date(2023, 1, 2), False),     # New Year of 2023 began in 2022
        (date(2030, 10, 1), True),     # no notice yet: weekends only
    ],
)  # fmt: skip
def test_single_days(china: WorkCalendar, day: date, working: bool) -> None:
    assert china.is_working(day) is working


def test_forty_five_working_days_over_spring_festival(china: WorkCalendar) -> None:
    """Filed on 5 January 2026: 29 days by Friday 13 February, Saturday 14 is worked, then holidays
    until the 23rd; four days and Saturday 28 make 35, and two weeks more end on 13 March."""
    assert china.after(date(2026, 1, 5), 45) == date(2026, 3, 13)


def test_every_year_says_where_it_comes_from(china: WorkCalendar) -> None:
    assert set(china.sources) == {2023, 2024, 2025, 2026, 2027}
    assert china.sources[2027].startswith("assumed")
    assert all(
        not source.startswith("assumed") for year, source in china.sources.items() if year < 2027
    )


@given(st.dates(date(2022, 12, 1), date(2028, 1, 1)), st.integers(0, 120))
def test_so_many_working_days_lie_in_between(start: date, count: int) -> None:
    china = load_once()
    end = china.after(start, count)
    between = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    assert sum(map(china.is_working, between)) == count
    assert count == 0 or china.is_working(end)


CALENDAR: list[WorkCalendar] = []


def load_once() -> WorkCalendar:
    if not CALENDAR:
        CALENDAR.append(load_figures().china_days)
    return CALENDAR[0]
