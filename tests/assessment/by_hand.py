"""Small tables and verdicts made by hand, so that the reckoning is tested without reading files."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from desktop_app.assessment.clock import reckon
from desktop_app.assessment.shortage import assess_shortage
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import ControlFinding, Licence
from desktop_app.model.match import ElementContent, Match, Origin
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.register.figures import load_figures
from desktop_app.register.knowledge import load_knowledge
from desktop_app.register.substances import Maker
from desktop_app.register.supply import Figures

T = TypeVar("T")

ON = date(2026, 11, 24)
SURE: Interval = (0.97, 0.99, 1.0)


@cache
def figures() -> Figures:
    return load_figures()


@cache
def makers() -> tuple[Maker, ...]:
    return tuple(load_knowledge().makers.values())


def parts(*rows: dict[str, Any]) -> PartTable:
    names = dict.fromkeys(name for row in rows for name in row)
    return PartTable(part_frame({n: [row.get(n) for row in rows] for n in names}, len(rows)))


def each(*values: T) -> Spread[T]:
    return Spread(values, np.arange(len(values), dtype=np.int32))


def holding(symbol: str, probability: Interval = SURE) -> ElementContent:
    return ElementContent(symbol, Ternary.UNKNOWN, probability, None, "B")


def magnet(material: str | None = "NdFeB", *elements: ElementContent, **more: Any) -> Match:
    default = {"NdFeB": (holding("Nd"),), "SmCo": (holding("Sm"),)}.get(material or "", ())
    facts: dict[str, Any] = {
        "outcome": "sure", "verdict": "yes", "probability": SURE, "family": "magnet",
        "form": "magnet", "form_evidence": "B", "evidence": "B", "material": material,
        "elements": elements or default,
    }  # fmt: skip
    return Match(**(facts | more))


SCREW = Match("sure", "no", (0.0, 0.01, 0.02), family="fastener", form="other", evidence="C")
NOWHERE = Origin(None, None, (0.9, 0.94, 1.0), "stage_share", "D")


def made_in(country: str) -> Origin:
    share = (1.0, 1.0, 1.0) if country == "CN" else (0.0, 0.0, 0.0)
    return Origin(country, None, share, "declared", "B")


def needed(applies: Interval = (0.72, 0.846, 0.97), **more: Any) -> Licence:
    return Licence("needed", applies=applies, **more)


def asking(*missing: Any, applies: Interval = (0.1, 0.4, 0.7), **more: Any) -> Licence:
    control = ControlFinding(
        "CN-MOFCOM-2025-18", "1C905.a.4", "Seven", "in_force", "not_verified", missing=missing
    )
    return Licence("not_verified", "part", applies=applies, controls=(control,), **more)


NOT_SCREENED = Licence("not_verified", "recognition", applies=(0.0, 0.2, 1.0))
NOT_COVERED = Licence("not_needed", basis="kind")


def reckoned(
    table: PartTable,
    matches: Sequence[Match],
    licences: Sequence[Licence],
    end_use: Any = "civil",
    on: date = ON,
) -> pd.DataFrame:
    """Numbers of a table whose origins nobody knows."""
    found = each(*matches)
    shortage = assess_shortage(found, each(*[NOWHERE] * len(matches)), figures())
    inquiry = Inquiry(on, end_use=end_use)
    return reckon(table, found, each(*licences), shortage, figures(), inquiry)
