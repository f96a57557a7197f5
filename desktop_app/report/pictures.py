"""The pictures of the window on paper: the same drawings, smaller, cut between their rows."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.language.catalogue import Catalogue
from desktop_app.report.blocks import ChainStrips, LawTimeline, Picture, StepsChart, SupplierMap
from desktop_app.report.chain_strips import chains_drawing
from desktop_app.report.display import Line, Metrics, Op, Polygon, moved, scaled
from desktop_app.report.drawings import Drawing
from desktop_app.report.law_timeline import timeline_drawing
from desktop_app.report.pieces import Piece
from desktop_app.report.step_bars import steps_piece
from desktop_app.report.supplier_map import map_drawing

SCALE = 0.62
"""Points of paper for a point of the window: its text of 11 is as small as that of our tables."""
MAP_SHARE = 0.34
"""Height of the map as a share of its width."""
BEFORE, AFTER = 4.0, 4.0


def picture_pieces(
    picture: Picture, width: float, catalogue: Catalogue, metrics: Metrics
) -> Iterator[Piece]:
    """The picture in pieces that are never cut; a page that begins inside repeats its head."""
    wide = width / SCALE
    if isinstance(picture, StepsChart):
        yield steps_piece(picture, width, metrics)
        return
    if isinstance(picture, SupplierMap):
        drawing = map_drawing(picture.points, catalogue, metrics, wide, wide * MAP_SHARE)
        ops = scaled(drawing.ops, SCALE)
        yield Piece(drawing.height * SCALE + AFTER, ops, BEFORE, role="picture")
        return
    if isinstance(picture, ChainStrips):
        drawing = chains_drawing(picture.chains, catalogue, metrics, wide)
        starts = [0.0, *(edge for edge in _first_edges(drawing) if edge > 0)]
        bands = list(_bands(drawing, starts))
        for at, (height, ops) in enumerate(bands):
            together = at == 0 and len(bands) > 1
            yield Piece(height * SCALE, scaled(ops, SCALE), keep=together, role="picture")
        return
    yield from _timeline_pieces(picture, wide, catalogue, metrics)


def _timeline_pieces(
    picture: LawTimeline, wide: float, catalogue: Catalogue, metrics: Metrics
) -> Iterator[Piece]:
    """Legend and years, then a piece per provision."""
    days = picture.today, picture.asked
    drawing = timeline_drawing(picture.lines, days, catalogue, metrics, wide)
    starts = [0.0, *(place.box[1] for place in drawing.places)]
    (height, head), *rows = _bands(drawing, starts)
    repeated = Piece(height * SCALE, scaled(head, SCALE), BEFORE, keep=True, role="picture")
    yield repeated
    for at, (height, ops) in enumerate(rows):
        together = at == 0 or at == len(rows) - 2
        yield Piece(
            height * SCALE, scaled(ops, SCALE),
            keep=together and at < len(rows) - 1, repeat=repeated, role="picture",
        )  # fmt: skip


def _first_edges(drawing: Drawing) -> Iterator[float]:
    """Where the blocks of a drawing begin: above the first place of each key."""
    seen: set[str] = set()
    bottom = 0.0
    for place in drawing.places:
        if place.key not in seen:
            seen.add(place.key)
            yield bottom
        bottom = place.box[1] + place.box[3]


def _bands(drawing: Drawing, starts: Sequence[float]) -> Iterator[tuple[float, list[Op]]]:
    """(height, ops) of the strips of a drawing that begin at ``starts``, each from its own top.

    A line from strip to strip is cut where they meet; everything else stands in one of them.
    """
    ends = [*starts[1:], drawing.height]
    bands: list[list[Op]] = [[] for _ in starts]
    for op in drawing.ops:
        for at, part in _parts(op, starts, ends):
            bands[at].append(part)
    for start, end, ops in zip(starts, ends, bands, strict=True):
        yield end - start, moved(ops, 0.0, -start)


def _parts(op: Op, starts: Sequence[float], ends: Sequence[float]) -> Iterable[tuple[int, Op]]:
    if isinstance(op, Line) and op.x1 == op.x2:
        top, bottom = sorted((op.y1, op.y2))
        return [
            (at, replace(op, y1=max(top, start), y2=min(bottom, end)))
            for at, (start, end) in enumerate(zip(starts, ends, strict=True))
            if top < end and bottom > start
        ]
    return [(max(0, bisect_right(starts, _top(op)) - 1), op)]


def _top(op: Op) -> float:
    if isinstance(op, Line):
        return min(op.y1, op.y2)
    if isinstance(op, Polygon):
        return min(y for _, y in op.points)
    return op.y
