"""The days on which questions went to a supplier, and on which it was reminded: kept in the project,
so that an answer can be chased.

The program sends nothing itself; it remembers the day on which it wrote what was to be sent.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.project.decisions import Setting

if TYPE_CHECKING:
    from desktop_app.project.project import Project

_SENT, _CHASED = "questions sent to ", "reminders sent to "


def sent(supplier: str, day: date) -> Setting:
    """The record that questions went to a supplier; a later one replaces it, the log keeps both."""
    return Setting(f"{_SENT}{supplier}", day.isoformat())


def chased(supplier: str, days: Iterable[date]) -> Setting:
    """The record on which days a supplier was reminded; one with another day replaces it."""
    return Setting(f"{_CHASED}{supplier}", " ".join(day.isoformat() for day in sorted(set(days))))


def is_sent(setting: Setting) -> bool:
    """Whether a setting says when somebody was asked or reminded."""
    return setting.name.startswith((_SENT, _CHASED))


def supplier_of(setting: Setting) -> str:
    """Who was asked or reminded."""
    return setting.name.removeprefix(_SENT).removeprefix(_CHASED)


def is_chase(setting: Setting) -> bool:
    """Whether it says when somebody was reminded."""
    return setting.name.startswith(_CHASED)


def days_of(setting: Setting) -> tuple[date, ...]:
    """The days a setting names, in their order. Raises ValueError for what was never written here."""
    return tuple(date.fromisoformat(day) for day in setting.value.split())


def sent_days(project: "Project") -> dict[str, date]:
    """Supplier to the day on which it was last asked. Raises ValueError for what ``sent`` never wrote."""
    return asked_days(project.settings)


def asked_days(settings: Iterable[Setting]) -> dict[str, date]:
    """The same of any settings."""
    return {
        supplier_of(made): days_of(made)[-1]
        for made in settings
        if is_sent(made) and not is_chase(made)
    }


def chased_days(settings: Iterable[Setting]) -> Mapping[str, tuple[date, ...]]:
    """Supplier to the days on which it was reminded."""
    return {supplier_of(made): days_of(made) for made in settings if is_chase(made)}
