"""Verdicts of a whole list: one decision per distinct case, spread over the parts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desktop_app.assessment.kept import kept
from desktop_app.assessment.licence.examples import case_of
from desktop_app.assessment.licence.facts import cases_of
from desktop_app.assessment.licence.judging import Judge
from desktop_app.assessment.licence.lines import Said
from desktop_app.assessment.licence.sources import judge_sources
from desktop_app.model.assessment import ControlStatus, EditionInfo
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.register.control import Assumptions, Control, Edition, Example, status_on
from desktop_app.register.spans import status_spans


def assess_licences(
    parts: PartTable,
    matches: Spread[Match],
    origins: Spread[Origin],
    inquiry: Inquiry,
    edition: Edition,
    *,
    held: Mapping[int, str] | None = None,
) -> Spread[Licence]:
    """The licence verdict of every part under one question. Parts with the same facts share one.

    ``held``: per part id, the number of a licence that is valid for it on that day.
    """
    cases = cases_of(parts, matches, origins, inquiry, edition)
    said = kept(_said_of, parts, edition.assumptions, edition.controls)
    judge = Judge(edition, inquiry, said=said)
    licences = judge_sources(cases.map(judge.decide), cases, parts.sources, judge)
    return covered(licences, held or {})


def _said_of(_parts: PartTable, _assumptions: Assumptions, _controls: tuple[Control, ...]) -> Said:
    """What lines say of the things of a list: nothing yet."""
    return {}


def covered(licences: Spread[Licence], held: Mapping[int, str]) -> Spread[Licence]:
    """Parts that need a licence and have one on that day name it; no verdict changes."""
    kinds, of = list(licences.kinds), licences.of.copy()
    seen: dict[tuple[int, str], int] = {}
    for part_id, number in held.items():
        code = int(licences.of[part_id])
        if licences.kinds[code].verdict != "needed":
            continue
        if (code, number) not in seen:
            seen[code, number] = len(kinds)
            kinds.append(replace(licences.kinds[code], covered_by=number))
        of[part_id] = seen[code, number]
    return Spread(tuple(kinds), of)


def judge_example(edition: Edition, example: Example) -> Licence:
    """The verdict of an example written in a control file, under the whole register."""
    case, inquiry = case_of(example)
    return Judge(edition, inquiry).decide(case)


def edition_info(edition: Edition, inquiry: Inquiry) -> EditionInfo:
    """The register as it stands on the day of the question."""
    controls = tuple(_statuses(edition, inquiry))
    unconfirmed = tuple(
        f"{c.id} {c.provision}".rstrip()
        for c in controls
        if c.status == "unconfirmed" and c.was_suspended
    )
    return EditionInfo(edition.number, edition.reviewed_through, unconfirmed, controls)


def _statuses(edition: Edition, inquiry: Inquiry) -> list[ControlStatus]:
    found: list[ControlStatus] = []
    late = inquiry.on > edition.reviewed_through
    for control in edition.controls:
        for provision in control.provisions:
            status = status_on(provision, inquiry.on, inquiry.scenario)
            if status is not None:
                retrieved: date = status.source.retrieved
                found.append(
                    ControlStatus(
                        control.id, provision.id, provision.title or control.title,
                        control.number, status.state, status.since, status.until,
                        status.source.url, retrieved, late,
                        any(step.state == "suspended" for step in provision.timeline),
                        status_spans(provision, inquiry.scenario),
                    )
                )  # fmt: skip
    return found
