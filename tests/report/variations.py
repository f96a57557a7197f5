"""The small assessment with one thing changed, for conditions tested both ways."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import NUMBER_COLUMNS, OTHER_COLUMNS, Assessment, Totals
from desktop_app.model.licence import Licence, StatusName
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.model.spread import Spread
from desktop_app.report.settings import load_settings
from desktop_app.report.view import View
from tests.small_assessment import small_assessment


def view_of(assessment: Assessment, language: str = "en") -> View:
    return View(assessment, Catalogue(language), load_settings())


def empty_assessment() -> Assessment:
    """No file, no part: what a report of nothing looks like."""
    nothing = np.zeros(0, dtype=np.int32)
    numbers = {name: np.zeros(0) for name in NUMBER_COLUMNS} | {
        name: np.zeros(0, dtype=object) for name in OTHER_COLUMNS
    }
    none: Spread[Any] = Spread((), nothing)
    return replace(
        small_assessment(),
        files=(),
        parts=PartTable(part_frame({}, 0)),
        matches=none,
        origins=none,
        licences=none,
        shortage=none,
        actions=none,
        numbers=pd.DataFrame(numbers),
        order=np.zeros(0, dtype=np.int64),
        totals=Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, None, None, None, {}, None, None),
    )


def with_licences(change: Callable[[Licence], Licence]) -> Assessment:
    """Every licence changed; the totals counted anew."""
    found = small_assessment()
    licences = found.licences.map(change)
    every = list(licences)
    totals = replace(
        found.totals,
        needed=sum(kind.verdict == "needed" for kind in every),
        needed_uncovered=sum(k.verdict == "needed" and not k.covered_by for k in every),
        not_verified=sum(kind.verdict == "not_verified" for kind in every),
        waits_part=sum(kind.waits_on == "part" for kind in every),
        waits_law=sum(kind.waits_on == "law" for kind in every),
        not_screened=sum(kind.waits_on == "recognition" for kind in every),
        suspended=sum(kind.verdict == "suspended" for kind in every),
        not_needed=sum(kind.verdict == "not_needed" for kind in every),
        guidance=sum(kind.basis == "guidance" for kind in every),
    )
    return replace(found, licences=licences, totals=totals)


def all_not_covered() -> Assessment:
    return with_licences(lambda _: Licence("not_needed", basis="kind"))


def with_status(status: StatusName) -> Assessment:
    """Every control in one status."""
    found = small_assessment()
    controls = tuple(replace(control, status=status) for control in found.edition.controls)
    return replace(found, edition=replace(found.edition, controls=controls))


def asked_on(day: date, **question: Any) -> Assessment:
    found = small_assessment()
    return replace(found, inquiry=replace(found.inquiry, on=day, **question))


def repeated(times: int) -> Assessment:
    """The same parts again and again: a long list with the kinds of a short one."""
    found = small_assessment()
    count = len(found.parts) * times
    again = np.tile(np.arange(len(found.parts)), times)
    frame = found.parts.frame.iloc[again].reset_index(drop=True)
    frame["row"] = np.arange(count, dtype=np.int32) + 2
    spreads: dict[str, Any] = {
        name: Spread(getattr(found, name).kinds, getattr(found, name).of[again])
        for name in ("matches", "origins", "licences", "shortage", "actions")
    }
    order = np.argsort(again, kind="stable").astype(np.int64)
    totals = {
        name: getattr(found.totals, name) * times
        for name in ("parts", "needed", "needed_uncovered", "not_verified", "waits_part",
                     "waits_law", "not_screened", "suspended", "not_needed", "guidance")
    }  # fmt: skip
    return replace(
        found,
        parts=replace(found.parts, frame=frame),
        numbers=found.numbers.iloc[again].reset_index(drop=True),
        order=order,
        totals=replace(found.totals, **totals),
        **spreads,
    )
