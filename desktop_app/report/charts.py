"""The run-out picture as a display list: stock, licence time and delivery side by side.

Nothing here knows paper or screen; both draw the same list.
"""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.report.blocks import Bars, RunOut, RunOutChart
from desktop_app.report.display import (
    GREY,
    INK,
    PALE,
    RULE,
    Line,
    Metrics,
    Op,
    Polygon,
    Rect,
    Text,
    moved,
    verdict_mark,
)
from desktop_app.report.pieces import Piece

SUPPLY, LICENCE, GAP = "#3d4654", "#1f4e79", "#9b1c1c"
SIZE, SMALL = 7.6, 6.6
LABEL_SHARE, RIGHT = 0.30, 62.0
BAR_VALUES = 0.26
"""Share of the width for what stands at the end of a bar."""
BAR, BETWEEN, AROUND = 7.0, 2.0, 4.0
HATCH = 3.2
TOGETHER = 3
"""The first lines of a run-out picture are not parted from its head."""
SHORTEST_SPAN, SPAN_OF_RELIEF = 90.0, 1.25


def bar_pieces(chart: Bars, width: float, metrics: Metrics) -> Iterator[Piece]:
    """The sentence of the chart, then one piece per bar; they stay together."""
    titles = metrics.lines(chart.title, width, SMALL)
    ops: list[Op] = [
        Text(0, 8.4 * (at + 1), line, SMALL, colour=GREY) for at, line in enumerate(titles)
    ]
    yield Piece(8.4 * len(titles) + 5, ops, before=2.0, keep=True, role="picture")
    left, right = width * LABEL_SHARE, width * (1 - BAR_VALUES)
    for at, bar in enumerate(chart.bars, start=1):
        labels = metrics.lines(bar.label, left - 8, SIZE, True)
        details = metrics.lines(bar.detail, width - right - 8, SMALL)
        height = max(len(labels) * 9.4, 9.4 + len(details) * 8.4) + 2 * AROUND
        long = max(0.8, (right - left) * bar.share) if bar.share else 0.0
        drawn: list[Op] = [Line(0, height, width, height, RULE, 0.4)]
        drawn += [
            Text(0, AROUND + 7 + row * 9.4, line, SIZE, True) for row, line in enumerate(labels)
        ]
        drawn.append(Line(left, 0, left, height, RULE, 0.6))
        if long:
            drawn.append(Rect(left, (height - 2 * BAR) / 2, long, 2 * BAR, SUPPLY))
        drawn.append(Text(right + 8, AROUND + 7, bar.value, SIZE, True))
        drawn += [
            Text(right + 8, AROUND + 15.4 + row * 8.4, line, SMALL, colour=GREY)
            for row, line in enumerate(details)
        ]
        yield Piece(height, drawn, keep=at < len(chart.bars), role="picture")


def run_out_pieces(chart: RunOutChart, width: float, metrics: Metrics) -> Iterator[Piece]:
    """Legend, time axis (repeated on every page) and one piece per part."""
    yield _legend(chart, width, metrics)
    scale = _TimeScale(chart, width)
    axis = scale.axis(metrics)
    yield axis
    for at, line in enumerate(chart.lines, start=1):
        piece = scale.line(line, axis, metrics)
        yield replace(piece, keep=at < min(TOGETHER, len(chart.lines)))


def run_out_drawing(chart: RunOutChart, width: float, metrics: Metrics) -> tuple[float, list[Op]]:
    """The whole picture as (height, ops), for a window that can scroll."""
    height, ops = 0.0, list[Op]()
    for piece in run_out_pieces(chart, width, metrics):
        ops += moved(piece.ops, 0.0, height)
        height += piece.height
    return height, ops


def span_of(chart: RunOutChart) -> float:
    """Days the picture shows: up to the latest relief, or the latest stock where none is known."""
    reliefs = [_relief(line) for line in chart.lines if line.licence]
    ends = [line.supply[1] for line in chart.lines]
    farthest = max(reliefs, default=max(ends, default=SHORTEST_SPAN))
    return max(SHORTEST_SPAN, farthest * SPAN_OF_RELIEF)


def _relief(line: RunOut) -> float:
    """Day on which goods could arrive: licence time and delivery after one another."""
    return (line.licence[1] if line.licence else 0.0) + (line.delivery[1] if line.delivery else 0.0)


def _legend(chart: RunOutChart, width: float, metrics: Metrics) -> Piece:
    words = dict(chart.words)
    ops: list[Op] = []
    x, y = 0.0, 9.0
    for key in ("stock", "span", "licence", "delivery", "gap"):
        label = words[key]
        needed = 20 + metrics.width(label, SMALL) + 12
        if x and x + needed > width:
            x, y = 0.0, y + 11
        ops += _sample(key, x, y - 6)
        ops.append(Text(x + 20, y, label, SMALL, colour=GREY))
        x += needed
    return Piece(y + 5, ops, before=4.0, keep=True, role="picture")


def _sample(key: str, x: float, y: float) -> list[Op]:
    if key == "stock":
        return [Rect(x, y, 16, 6, SUPPLY)]
    if key == "span":
        return whisker(x + 2, x + 14, y + 3, INK)
    if key == "licence":
        return hatched(x, y, 16, 6)
    if key == "delivery":
        return [Rect(x, y, 16, 6, PALE, LICENCE)]
    return [Rect(x + 0.5, y + 0.5, 15, 5, None, GAP, 1.2)]


class _TimeScale:
    """Where a day stands between the labels on the left and the dates on the right."""

    def __init__(self, chart: RunOutChart, width: float) -> None:
        self.chart, self.width, self.span = chart, width, span_of(chart)
        self.left, self.right = width * LABEL_SHARE, width - RIGHT

    def at(self, day: float) -> float:
        """Position of a day; days outside the picture stand at its edges."""
        share = min(max(day, 0.0), self.span) / self.span
        return self.left + share * (self.right - self.left)

    def _months(self) -> list[tuple[float, str]]:
        return [(self.at(day), label) for day, label in self.chart.months if day <= self.span]

    def axis(self, metrics: Metrics) -> Piece:
        """Month names where there is room for them."""
        ops: list[Op] = [Line(self.left, 12, self.right, 12, INK, 0.7)]
        free = self.left
        for x, label in self._months():
            ops.append(Line(x, 9, x, 12, GREY, 0.5))
            end = x + 2 + metrics.width(label, SMALL)
            if x >= free and end <= self.right:
                ops.append(Text(x + 2, 8.6, label, SMALL, colour=GREY))
                free = end + 2
        return Piece(12.4, ops, keep=True, role="picture")

    def line(self, line: RunOut, axis: Piece, metrics: Metrics) -> Piece:
        """One part: its name, its bars, its date and gap."""
        labels = metrics.lines(line.label, self.left - 18, SIZE, True)
        below = metrics.lines(line.below, self.left - 18, SMALL) if line.below else []
        names = len(labels) * 9.4 + len(below) * 8.4
        height = max(names, 2 * BAR + BETWEEN) + 2 * AROUND
        ops: list[Op] = [Line(x, 0, x, height, PALE, 0.6) for x, _ in self._months()]
        ops += verdict_mark(line.mark, 0.5, AROUND + 4.4, 6.5)
        y = AROUND - 2.2
        for label in labels:
            y += 9.4
            ops.append(Text(10, y, label, SIZE, True))
        for label in below:
            y += 8.4
            ops.append(Text(10, y, label, SMALL, colour=GREY))
        ops += self._bars(line, (height - 2 * BAR - BETWEEN) / 2)
        ops.append(Text(self.width, AROUND + 7, line.run_out, SIZE, anchor="end"))
        if line.gap:
            ops.append(Text(self.width, AROUND + 16, line.gap, SIZE, True, GAP, "end"))
        ops.append(Line(0, height, self.width, height, RULE, 0.4))
        return Piece(height, ops, repeat=axis, role="picture")

    def _bars(self, line: RunOut, top: float) -> list[Op]:
        """Above what there is, below what must be waited for; between their ends the gap."""
        low, best, high = line.supply
        ops: list[Op] = [Rect(self.left, top, max(self.at(best) - self.left, 0.8), BAR, SUPPLY)]
        if best > self.span:
            ops += _goes_on(self.right, top)
        if line.licence is not None:
            ops += self._relief(line, top + BAR + BETWEEN)
            start, end = self.at(best), self.at(_relief(line))
            if line.gap and end > start:
                box = Rect(
                    start + 0.6, top + 0.6, end - start - 0.6, BAR - 1.2, "#ffffff", GAP, 1.2
                )
                ops.append(box)
        if low < high:
            ops += whisker(self.at(low), self.at(high), top + BAR / 2, INK)
        return ops

    def _relief(self, line: RunOut, top: float) -> list[Op]:
        """Licence time, then delivery."""
        end = self.at(line.licence[1] if line.licence else 0.0)
        ops = hatched(self.left, top, end - self.left, BAR)
        if line.delivery is not None:
            ops.append(Rect(end, top, self.at(_relief(line)) - end, BAR, PALE, LICENCE))
        if _relief(line) > self.span:
            ops += _goes_on(self.right, top)
        return ops


def whisker(left: float, right: float, y: float, colour: str) -> list[Op]:
    """From the earliest to the latest, with its ends marked; a white edge sets it off from a bar."""
    return [
        Line(left, y, right, y, "#ffffff", 2.2),
        Line(left, y, right, y, colour, 0.8),
        Line(left, y - 2.2, left, y + 2.2, colour, 0.8),
        Line(right, y - 2.2, right, y + 2.2, colour, 0.8),
    ]


def _goes_on(x: float, top: float) -> list[Op]:
    """An arrow head: the bar is longer than the picture."""
    points = ((x + 1, top), (x + 5, top + BAR / 2), (x + 1, top + BAR))
    return [Polygon(points, SUPPLY, None)]


def hatched(x: float, y: float, width: float, height: float) -> list[Op]:
    """A box with slanting lines, drawn line by line so that no clipping is needed."""
    if width <= 0:
        return []
    ops: list[Op] = [Rect(x, y, width, height, "#ffffff", LICENCE)]
    start = -height
    while start < width:
        a, b = max(start, 0.0), min(start + height, width)
        if b > a:
            ops.append(
                Line(x + a, y + height - (a - start), x + b, y + height - (b - start), LICENCE, 0.7)
            )
        start += HATCH
    return ops
