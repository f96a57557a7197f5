"""When each step of an application begins and ends: days of the calendar, by China's working days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.model.verdict import Interval

if TYPE_CHECKING:
    from desktop_app.register.supply import LicenceStep
    from desktop_app.register.working_days import WorkCalendar

Days: TypeAlias = tuple[date, date, date]
"""The earliest, the likely and the latest day."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its days (low, likely, high, in working days where ``step`` says so), and when it
    begins and ends. A step begins when the one before it ends."""

    step: "LicenceStep"
    days: Interval
    begins: Days
    ends: Days


def planned(
    steps: "Iterable[tuple[LicenceStep, Interval]]", start: date, calendar: "WorkCalendar"
) -> tuple[PlannedStep, ...]:
    """The steps after one another from the end of ``start``: all as quick as they may be, as is likely,
    and as slow."""
    found: list[PlannedStep] = []
    begins: Days = (start, start, start)
    for step, days in steps:
        early, likely, late = (
            _after(day, count, step.is_working, calendar)
            for day, count in zip(begins, days, strict=True)
        )
        found.append(PlannedStep(step, days, begins, (early, likely, late)))
        begins = (early, likely, late)
    return tuple(found)


def _after(day: date, count: float, is_working: bool, calendar: "WorkCalendar") -> date:
    """The last day of the calendar where a step takes longer than it: lists state days of any size.
    With weekends and holidays working days fill less than twice as many."""
    if count >= (date.max - day).days / 2:
        return date.max
    whole = round(count)
    return calendar.after(day, whole) if is_working else day + timedelta(days=whole)
