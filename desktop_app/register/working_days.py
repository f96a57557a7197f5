"""Working days in China: weekends, public holidays and the weekends worked to make up for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from desktop_app.register.strict import RegisterError, read_table

COLUMNS = ("first", "last", "kind", "holiday", "source")
ONE = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """``off``: holidays; ``on``: weekend days that are worked. ``sources``: year to source.

    Years that are not among ``sources`` have only their weekends.
    """

    off: frozenset[date]
    on: frozenset[date]
    sources: Mapping[int, str]

    def is_working(self, day: date) -> bool:
        """Whether offices work on a day."""
        if day in self.on:
            return True
        return day.weekday() < SATURDAY and day not in self.off

    def after(self, start: date, count: int) -> date:
        """The ``count``-th working day after ``start``, which is not counted itself."""
        day = start
        while count > 0:
            day += ONE
            count -= self.is_working(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``; none where it is not later."""
        days = (end - start).days
        return sum(self.is_working(start + at * ONE) for at in range(1, days + 1))


def read_calendar(path: Path) -> WorkCalendar:
    """The calendar of a file. Raises RegisterError naming the line.

    A year has one source. Holidays may fall on weekends; make-up days must.
    """
    days: dict[str, set[date]] = {"off": set(), "on": set()}
    sources: dict[int, str] = {}
    for line, row in read_table(path, COLUMNS):
        try:
            day, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        except ValueError as problem:
            raise RegisterError(path, line, "a day must be written YYYY-MM-DD") from problem
        if row["kind"] not in days or last < day or not row["source"]:
            raise RegisterError(path, line, "needs kind on or off, days that rise and a source")
        if sources.setdefault(last.year, row["source"]) != row["source"]:
            raise RegisterError(path, line, f"{last.year} has another source above")
        while day <= last:
            if row["kind"] == "on" and day.weekday() < SATURDAY:
                raise RegisterError(path, line, f"{day} is a working day anyway")
            if day in days["off"] or day in days["on"]:
                raise RegisterError(path, line, f"{day} is given twice")
            days[row["kind"]].add(day)
            day += ONE
    return WorkCalendar(frozenset(days["off"]), frozenset(days["on"]), sources)
