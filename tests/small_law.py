"""The announcements of the small assessment; their statuses only have the shape of real ones."""

from datetime import date

from desktop_app.model.assessment import ControlStatus, StatusSpan
from desktop_app.model.licence import StatusName


def _states(*states: tuple[StatusName, date, date | None]) -> tuple[StatusSpan, ...]:
    return tuple(StatusSpan(*state) for state in states)


_RETURNING = _states(
    ("suspended", date(2025, 11, 7), date(2026, 11, 10)), ("unconfirmed", date(2026, 11, 11), None)
)
CONTROLS = (
    ControlStatus(
        "CN-MOFCOM-2025-18", "", "Seven medium and heavy rare earths", "2025 No. 18", "in_force",
        date(2025, 4, 4), None, "https://www.mofcom.gov.cn/2025-18", date(2026, 8, 21), True,
        spans=_states(("in_force", date(2025, 4, 4), None)),
    ),
    ControlStatus(
        "CN-MOFCOM-2025-57", "", "Five further medium and heavy rare earths", "2025 No. 57", "unconfirmed",
        date(2026, 11, 11), None, "https://www.mofcom.gov.cn/2025-57", date(2026, 8, 21), True,
        spans=_RETURNING,
    ),
    ControlStatus(
        "CN-MOFCOM-2025-61", "s.1(1)", "Rare earth goods made outside China", "2025 No. 61", "unconfirmed",
        date(2026, 11, 11), None, "https://www.mofcom.gov.cn/2025-61", date(2026, 8, 21), True,
        spans=_RETURNING,
    ),
    ControlStatus(
        "CN-MOFCOM-2024-46", "art.2", "Gallium, germanium, antimony to the United States", "2024 No. 46",
        "suspended", date(2025, 11, 9), date(2026, 11, 27), "https://www.mofcom.gov.cn/2024-46",
        date(2026, 8, 21), True,
        spans=_states(("suspended", date(2025, 11, 9), date(2026, 11, 27))),
    ),
)  # fmt: skip
