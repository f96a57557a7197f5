"""The judges of a law whose open provision turned out to be in force, or suspended further."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.assessment.licence.judging import Judge
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import StatusName
from desktop_app.register.control import Control, Edition, Provision, Step, status_on

if TYPE_CHECKING:
    from desktop_app.register.control import Status

STATES: tuple[StatusName, ...] = ("in_force", "suspended")
"""What a status that nobody knows may turn out to be."""


def law_answers(
    edition: Edition, inquiry: Inquiry
) -> Iterator[tuple[Control, Provision, Mapping[StatusName, Judge]]]:
    """Every provision that is unconfirmed on the day of the question, with a judge per answer."""
    for control in edition.controls:
        for provision in control.provisions:
            status = status_on(provision, inquiry.on, inquiry.scenario)
            if status is not None and status.state == "unconfirmed":
                judges = {
                    state: Judge(_with(edition, control, provision, status, state), inquiry)
                    for state in STATES
                }
                yield control, provision, judges


def _with(
    edition: Edition, control: Control, provision: Provision, status: "Status", state: StatusName
) -> Edition:
    """The register with the provision in this state from where its status was open on."""
    kept = tuple(s for s in provision.timeline if s.since < status.since)
    known = replace(provision, timeline=(*kept, Step(status.since, state, status.source)))
    provisions = tuple(known if p is provision else p for p in control.provisions)
    made = replace(control, provisions=provisions)
    controls = tuple(made if c is control else c for c in edition.controls)
    return replace(edition, controls=controls, by_id={c.id: c for c in controls})
