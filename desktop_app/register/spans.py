"""The states of a provision over the years, one span after the other."""

from datetime import date, timedelta

from desktop_app.model.assessment import StatusSpan
from desktop_app.register.control import Provision, status_on


def status_spans(provision: Provision, scenario: str) -> tuple[StatusSpan, ...]:
    """All states under a scenario, the oldest first; days on which nothing changes make no span."""
    steps = provision.timeline + provision.overlay
    days: list[date] = sorted(
        {step.since for step in steps}
        | {step.takes_effect for step in steps if step.takes_effect is not None}
    )
    found: list[StatusSpan] = []
    for at, day in enumerate(days):
        status = status_on(provision, day, scenario)
        if status is None:
            continue
        until = days[at + 1] - timedelta(days=1) if at + 1 < len(days) else None
        if found and found[-1].state == status.state:
            found[-1] = StatusSpan(status.state, found[-1].since, until)
        else:
            found.append(StatusSpan(status.state, day, until))
    return tuple(found)
