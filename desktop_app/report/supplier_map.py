"""Licence risk against shortage risk, one mark per supplier: whom to talk to first, and about what."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, nmsg
from desktop_app.report.display import (
    GREY,
    INK,
    PALE,
    RULE,
    VERDICT_COLOURS,
    Line,
    Metrics,
    Op,
    Polygon,
    Rect,
    Text,
)
from desktop_app.report.drawings import Drawing, Place

SIZE, SMALL = 12.0, 11.0
LEFT, TOP, RIGHT, BOTTOM = 40.0, 30.0, 26.0, 44.0
LEAST, MOST, PER_PART = 9.0, 26.0, 2.4
"""Width of a mark: of one part, at most, and what each further part adds under its root."""
GRID, FIFTHS = 4, 5
ARROW = 4.0
TALL, LOW = 10.0, 3.0
"""How far letters of a name reach above and below the line that they stand on."""


@dataclass(frozen=True, slots=True)
class SupplierPoint:
    """``licence`` and ``shortage``: the highest risk (0..1) among its parts. ``parts``: how many of
    them need a licence or may need one; ``needed``: whether one of them needs it for certain."""

    supplier: str
    licence: float
    shortage: float
    parts: int
    needed: bool


def supplier_points(assessment: Assessment, most: int) -> tuple[SupplierPoint, ...]:
    """Suppliers with parts that need a licence or may need one, the greatest risk first."""
    licences = assessment.licences
    of, kinds = _named(assessment)
    counts = licences.array(
        lambda kind: kind.verdict in ("needed", "not_verified") and kind.waits_on != "recognition",
        np.bool_,
    )
    needed = licences.array(lambda kind: kind.verdict == "needed", np.bool_)
    licence, shortage = (
        np.nan_to_num(assessment.numbers[name].to_numpy(dtype=np.float64))
        for name in ("licence_risk", "shortage_risk")
    )
    rows = np.flatnonzero(counts & (of >= 0))
    of = of[rows]
    highest = np.zeros((2, len(kinds)))
    np.maximum.at(highest[0], of, licence[rows])
    np.maximum.at(highest[1], of, shortage[rows])
    parts = np.bincount(of, minlength=len(kinds))
    certain = np.bincount(of[needed[rows]], minlength=len(kinds)) > 0
    found = np.flatnonzero(parts)
    ranked = found[np.lexsort((found, -highest.max(axis=0)[found]))][:most]
    return tuple(
        SupplierPoint(
            kinds[at], float(highest[0, at]), float(highest[1, at]),
            int(parts[at]), bool(certain[at]),
        )
        for at in ranked.tolist()
    )  # fmt: skip


def _named(assessment: Assessment) -> tuple[NDArray[np.intp], tuple[str, ...]]:
    """(number of the name of each part, or -1; the names): its supplier, else its maker."""
    numbers: dict[str, int] = {}
    found = np.full(len(assessment.parts), -1, dtype=np.intp)
    for column in ("manufacturer", "supplier"):
        names = assessment.parts.text(column)
        codes = [-1 if n is None else numbers.setdefault(n, len(numbers)) for n in names.kinds]
        of = np.array(codes, dtype=np.intp)[names.of] if codes else found
        found = np.where(of >= 0, of, found)
    return found, tuple(numbers)


def map_drawing(
    points: Sequence[SupplierPoint],
    catalogue: Catalogue,
    metrics: Metrics,
    width: float,
    height: float,
) -> Drawing:
    """Both scales from 0 %, their direction in words; the greatest marks lie lowest."""
    plot = _Plot(
        (LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM),
        _end([point.shortage for point in points]),
        _end([point.licence for point in points]),
    )
    ops = _frame(catalogue, plot)
    marks = [(point, plot.box(point)) for point in points]
    for point, box in sorted(marks, key=lambda mark: -mark[1][2]):
        ops += _mark(point, box)
    ops += _names(marks, metrics, plot.area)
    places = tuple(Place(point.supplier, box, said(point, catalogue)) for point, box in marks)
    return Drawing(height, tuple(ops), places, catalogue.say(map_alt(points)))


def map_alt(points: Sequence[SupplierPoint]) -> Message:
    """The whole picture in a line."""
    return nmsg(
        "{n} supplier by licence risk and shortage risk, each at the highest of its parts.",
        "{n} suppliers by licence risk and shortage risk, each at the highest of its parts.",
        len(points),
    )


def said(point: SupplierPoint, catalogue: Catalogue) -> str:
    """One mark in words."""
    parts = nmsg("{n} part", "{n} parts", point.parts)
    return catalogue.text(
        "{supplier}: {parts}, licence risk {licence}, shortage risk {shortage}",
        supplier=point.supplier, parts=parts, licence=catalogue.percent(point.licence),
        shortage=catalogue.percent(point.shortage),
    )  # fmt: skip


def _end(values: Sequence[float]) -> float:
    """Where a scale ends: the next fifth of 100 % above the highest value."""
    return max(1, min(FIFTHS, math.ceil(max(values, default=0.0) * FIFTHS + 0.1))) / FIFTHS


class _Plot:
    """The field of the marks (x, y, width, height) and where its two scales end (shares)."""

    def __init__(
        self, area: tuple[float, float, float, float], along: float, upwards: float
    ) -> None:
        self.area, self.along, self.upwards = area, along, upwards

    def box(self, point: SupplierPoint) -> tuple[float, float, float, float]:
        """Where the mark of a supplier stands."""
        x, y, wide, high = self.area
        size = min(MOST, LEAST + PER_PART * (point.parts**0.5 - 1))
        middle = (
            x + point.shortage / self.along * wide,
            y + (1 - point.licence / self.upwards) * high,
        )
        return (middle[0] - size / 2, middle[1] - size / 2, size, size)


def _frame(catalogue: Catalogue, plot: _Plot) -> list[Op]:
    x, y, wide, high = plot.area
    ops: list[Op] = [Rect(x, y, wide, high, None, RULE)]
    for step in range(GRID + 1):
        share = step / GRID
        across, down = x + share * wide, y + (1 - share) * high
        if 0 < step < GRID:
            ops += [Line(across, y, across, y + high, PALE), Line(x, down, x + wide, down, PALE)]
        along, upwards = (catalogue.percent(share * end) for end in (plot.along, plot.upwards))
        ops.append(Text(across, y + high + 14, along, SMALL, colour=GREY, anchor="middle"))
        ops.append(Text(x - 5, down + 4, upwards, SMALL, colour=GREY, anchor="end"))
    up, base = x + ARROW, y + high + 34
    ops.append(Polygon(((up, 8), (up + ARROW, 16), (up - ARROW, 16)), GREY, None))
    ops.append(Text(up + 10, 17, catalogue.text("stops the line for want of a licence: more likely"),
                    SMALL, colour=GREY))  # fmt: skip
    right = x + wide
    ops.append(Polygon(((right, base - 4), (right - 8, base - 8), (right - 8, base)), GREY, None))
    words = catalogue.text("the material itself runs short: more likely")
    ops.append(Text(right - 14, base, words, SMALL, colour=GREY, anchor="end"))
    return ops


def _mark(point: SupplierPoint, box: tuple[float, float, float, float]) -> list[Op]:
    """The shape of the worst verdict among its parts: filled where one is needed for certain."""
    x, y, size, _ = box
    colour = VERDICT_COLOURS["needed" if point.needed else "not_verified"]
    half = size / 2
    left, top, right, bottom = (
        (x, y + half),
        (x + half, y),
        (x + size, y + half),
        (x + half, y + size),
    )
    outline = Polygon(
        (left, top, right, bottom), colour if point.needed else "#ffffff", colour, 1.0
    )
    return [outline] if point.needed else [outline, Polygon((left, top, bottom), colour, None)]


def _names(
    marks: Sequence[tuple[SupplierPoint, tuple[float, float, float, float]]],
    metrics: Metrics,
    plot: tuple[float, float, float, float],
) -> list[Op]:
    """Names beside their marks, of the greatest risk first, where they hide nothing."""
    taken = [box for _, box in marks]
    ops: list[Op] = []
    edge = plot[0] + plot[2]
    for point, (x, y, size, _) in marks:
        name = metrics.lines(point.supplier, 170.0, SMALL)[0]
        wide = metrics.width(name, SMALL)
        base = _off_the_lines(y + size / 2 + 4, plot)
        middle, above, below = x + (size - wide) / 2, y - 4, y + size + SMALL
        for left, line in (
            (x + size + 4, base), (x - wide - 4, base), (middle, above), (middle, below),
        ):  # fmt: skip
            box = (left, line - SMALL, wide, SMALL + 2)
            if plot[0] <= left and left + wide <= edge and not any(_meet(box, at) for at in taken):
                taken.append(box)
                ops.append(Text(left, line, name, SMALL, colour=INK))
                break
    return ops


def _off_the_lines(base: float, plot: tuple[float, float, float, float]) -> float:
    """A line of print beside its mark, so far up or down that none of the level lines strikes it out."""
    _, top, _, high = plot
    for step in range(GRID + 1):
        level = top + high * step / GRID
        if level - LOW < base < level + TALL:
            below = level + TALL
            return below if step == 0 or below - base < base - level + LOW else level - LOW
    return base


def _meet(
    first: tuple[float, float, float, float], second: tuple[float, float, float, float]
) -> bool:
    return (
        first[0] < second[0] + second[2]
        and second[0] < first[0] + first[2]
        and first[1] < second[1] + second[3]
        and second[1] < first[1] + first[3]
    )
