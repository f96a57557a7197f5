"""The picture of what runs out first, as values: the parts, their bars and the words beside them.

The same chart values the printed report draws, so that paper and screen never differ. Made away
from the window's thread; only the few parts shown are looked at one by one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from desktop_app.assessment.answer import part_name
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.verdict import Interval
from desktop_app.report.blocks import RunOut, RunOutChart
from desktop_app.report.charts import span_of
from desktop_app.report.settings import load_settings


@dataclass(frozen=True, eq=False)
class RunOutPicture:
    """``part_ids`` and ``groups`` stand beside ``chart.lines``; ``span`` is in days."""

    chart: RunOutChart
    part_ids: tuple[int, ...]
    groups: tuple[str, ...]
    spoken: tuple[str, ...]
    span: float


def run_out_picture(
    assessment: Assessment, groups: tuple[str, ...], catalogue: Catalogue
) -> RunOutPicture:
    """The parts whose stock ends first, among those that need a licence or may need one.

    ``groups``: the filter group of each kind of licence, as ``assessment.licences.kinds``.
    """
    days = assessment.numbers["cover_days"].to_numpy(dtype=np.float64)
    is_dated = assessment.numbers["run_out"].notna().to_numpy()
    licences = assessment.licences
    counts = np.asarray([group not in ("not_needed", "recognition") for group in groups], bool)
    affected = np.flatnonzero(np.isfinite(days) & is_dated & counts[licences.of])
    most = load_settings().limits["run_out"]
    nearest = affected[np.lexsort((affected, days[affected]))][:most].tolist()
    writer = _Writer(assessment, catalogue)
    lines = tuple(writer.line(part_id) for part_id in nearest)
    chart = RunOutChart(
        "run_out", assessment.inquiry.on, lines, writer.months(), writer.words(), writer.alt()
    )
    return RunOutPicture(
        chart,
        tuple(nearest),
        tuple(groups[int(licences.of[part_id])] for part_id in nearest),
        tuple(writer.spoken(line) for line in lines),
        span_of(chart),
    )


class _Writer:
    def __init__(self, assessment: Assessment, catalogue: Catalogue) -> None:
        self.assessment, self.catalogue, self.text = assessment, catalogue, catalogue.text
        self.numbers = assessment.numbers

    def line(self, part_id: int) -> RunOut:
        """The bars of one part."""
        row = self.numbers.iloc[part_id]
        gap = float(row["gap_days"])
        day = row["run_out"]
        parts = self.assessment.parts
        below = parts.value(part_id, "supplier") or parts.value(part_id, "manufacturer") or ""
        return RunOut(
            id=str(part_id),
            label=part_name(self.assessment, part_id),
            below=str(below),
            supply=_triple(row, "cover_days") or (0.0, 0.0, 0.0),
            licence=_triple(row, "licence_days"),
            delivery=_triple(row, "lead_time_days"),
            run_out=self.catalogue.date(day) if isinstance(day, date) else "",
            gap=self.text("{n} days", n=round(gap)) if gap > 0 else "",
            mark=self.assessment.licences[part_id].verdict,
        )

    def spoken(self, line: RunOut) -> str:
        """One line of the picture for a screen reader."""
        if not line.gap:
            return self.text("{part} runs out on {day}", part=line.label, day=line.run_out)
        return self.text(
            "{part} runs out on {day}; the gap until relief is {gap}",
            part=line.label, day=line.run_out, gap=line.gap,
        )  # fmt: skip

    def months(self) -> tuple[tuple[int, str], ...]:
        """First days of the months of two years, January by its year; named as on paper."""
        from babel.dates import format_date

        start, locale = self.assessment.inquiry.on, self.catalogue.locale
        marks, day = [], start.replace(day=1)
        for _ in range(24):
            day = (day + timedelta(days=32)).replace(day=1)
            label = format_date(day, "y" if day.month == 1 else "MMM", locale=locale)
            marks.append(((day - start).days, str(label)))
        return tuple(marks)

    def words(self) -> tuple[tuple[str, str], ...]:
        """The legend."""
        text = self.text
        return (
            ("stock", text("stock and cleared goods in transit")),
            ("licence", text("time for the licence")),
            ("delivery", text("delivery")),
            ("gap", text("gap: nothing left")),
        )

    def alt(self) -> str:
        """The picture in one sentence."""
        return self.text(
            "Bars from {day}: how long stock and cleared goods in transit last, and when a licence applied for "
            "on that day could bring goods.",
            day=self.assessment.inquiry.on,
        )


def _triple(row: Any, name: str) -> Interval | None:
    low, best, high = (float(row[name + end]) for end in ("_low", "", "_high"))
    if np.isnan(best):
        return None
    return (best if np.isnan(low) else low, best, best if np.isnan(high) else high)
