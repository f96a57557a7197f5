"""The plan of an application as a display list: a bar per step along the months, and where stock ends."""

from desktop_app.report.blocks import StepBar, StepsChart
from desktop_app.report.charts import LICENCE, SIZE, SMALL, SUPPLY, hatched, whisker
from desktop_app.report.display import GREY, INK, PALE, RULE, Line, Metrics, Op, Rect, Text, moved
from desktop_app.report.pieces import Piece

LABEL_SHARE, DAY = 0.36, 66.0
"""Share of the width for the names of the steps, and points at the right for their last days."""
BAR, LEADING, AROUND, AXIS = 8.0, 9.4, 3.6, 12.4
DASH = 3.0
SPAN = 1.04
"""What the picture shows beyond the latest day, so that its mark does not touch the edge."""


def steps_piece(chart: StepsChart, width: float, metrics: Metrics) -> Piece:
    """The whole picture, never cut: it is a few steps. Shapes differ, so that it reads in grey."""
    return _Steps(chart, width, metrics).piece()


class _Steps:
    """Where a day stands between the names on the left and the last days on the right."""

    def __init__(self, chart: StepsChart, width: float, metrics: Metrics) -> None:
        self.chart, self.width, self.metrics = chart, width, metrics
        self.left, self.right = width * LABEL_SHARE, width - DAY
        self.span = max(1.0, *(bar.late for bar in chart.bars)) * SPAN
        self.words = dict(chart.words)

    def piece(self) -> Piece:
        legend, top = self._legend()
        labels = [
            self.metrics.lines(bar.label, self.left - 10, SIZE, True) for bar in self.chart.bars
        ]
        rows: list[Op] = []
        y = top + AXIS
        for bar, label in zip(self.chart.bars, labels, strict=True):
            height = max(len(label) * LEADING, BAR) + 2 * AROUND
            rows += moved(self._row(bar, label, height), 0.0, y)
            y += height
        ops = [*legend, *self._axis(top, y), *rows, *self._stock(top + AXIS, y)]
        return Piece(y + 4, ops, before=4.0, role="picture")

    def _at(self, day: float) -> float:
        return self.left + min(max(day / self.span, 0.0), 1.0) * (self.right - self.left)

    def _axis(self, top: float, bottom: float) -> list[Op]:
        """Months, named where there is room, with a pale line down through all steps."""
        ops: list[Op] = [Line(self.left, top + AXIS, self.right, top + AXIS, INK, 0.7)]
        free = self.left
        for day, label in self.chart.months:
            if not 0 <= day <= self.span:
                continue
            x = self._at(day)
            ops += [
                Line(x, top + 9, x, top + AXIS, GREY),
                Line(x, top + AXIS, x, bottom, PALE, 0.6),
            ]
            end = x + 2 + self.metrics.width(label, SMALL)
            if x >= free and end <= self.right:
                ops.append(Text(x + 2, top + 8.6, label, SMALL, colour=GREY))
                free = end + 2
        return ops

    def _row(self, bar: StepBar, label: list[str], height: float) -> list[Op]:
        first = (height - len(label) * LEADING) / 2 + LEADING - 2.2
        ops: list[Op] = [
            Text(0, first + at * LEADING, line, SIZE, True) for at, line in enumerate(label)
        ]
        top = (height - BAR) / 2
        start, end = self._at(bar.begins), self._at(bar.ends)
        ops += _box(bar.who, start, top, max(end - start, 1.5))
        if bar.early < bar.late:
            ops += whisker(self._at(bar.early), self._at(bar.late), top + BAR / 2, INK)
        ops.append(Text(self.width, height / 2 + 2.6, bar.day, SIZE, anchor="end"))
        ops.append(Line(0, height, self.width, height, RULE, 0.4))
        return ops

    def _stock(self, top: float, bottom: float) -> list[Op]:
        """A broken line where stock ends; nothing where that lies beyond the picture."""
        day = self.chart.run_out
        if day is None or not 0 <= day <= self.span:
            return []
        ops: list[Op] = []
        x, y = self._at(day), top
        while y < bottom:
            ops.append(Line(x, y, x, min(y + DASH, bottom), INK, 1.4))
            y += 2 * DASH
        return ops

    def _legend(self) -> tuple[list[Op], float]:
        """Samples with their words, and the height they take."""
        shown = {bar.who for bar in self.chart.bars}
        keys: list[str] = [key for key in ("own", "authority", "goods") if key in shown]
        if any(bar.early < bar.late for bar in self.chart.bars):
            keys.append("span")
        if self.chart.run_out is not None and 0 <= self.chart.run_out <= self.span:
            keys.append("run_out")
        ops: list[Op] = []
        x, y = 0.0, 9.0
        for key in keys:
            label = self.words[key]
            needed = 20 + self.metrics.width(label, SMALL) + 12
            if x and x + needed > self.width:
                x, y = 0.0, y + 11
            ops += moved(_sample(key), x, y - 6)
            ops.append(Text(x + 20, y, label, SMALL, colour=GREY))
            x += needed
        return ops, y + 3


def _box(who: str, x: float, y: float, width: float) -> list[Op]:
    """Solid for one's own work, hatched for an authority's, pale with an edge for the goods' way."""
    if who == "own":
        return [Rect(x, y, width, BAR, SUPPLY)]
    if who == "authority":
        return hatched(x, y, width, BAR)
    return [Rect(x, y, width, BAR, PALE, LICENCE)]


def _sample(key: str) -> list[Op]:
    if key == "span":
        return whisker(2.0, 14.0, 3.0, INK)
    if key == "run_out":
        return [Line(8, at, 8, at + 2, INK, 1.4) for at in (-2.0, 2.0, 6.0)]
    return moved(_box(key, 0.0, 0.0, 16.0), 0.0, -1.0)
