"""The day on which questions went to a supplier: kept in the project, so that it can be chased.

The program sends nothing itself; it remembers the day on which it wrote what was to be sent.
"""

from datetime import date

from desktop_app.project.decisions import Setting
from desktop_app.project.project import Project

_NAME = "questions sent to "


def sent(supplier: str, day: date) -> Setting:
    """The record that questions went to a supplier; a later one replaces it, the log keeps both."""
    return Setting(f"{_NAME}{supplier}", day.isoformat())


def sent_days(project: Project) -> dict[str, date]:
    """Supplier to the day on which it was last asked. Raises ValueError for what ``sent`` never wrote."""
    return {
        setting.name.removeprefix(_NAME): date.fromisoformat(setting.value)
        for setting in project.settings
        if setting.name.startswith(_NAME)
    }
