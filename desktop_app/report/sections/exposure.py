"""Exposure: how few of the parts matter, and which supplier stands for which element."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.findings import nmsg
from desktop_app.model.verdict import Ternary
from desktop_app.report.blocks import (
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
)
from desktop_app.report.sections.overview import supplier_map, supplier_table
from desktop_app.report.sections.portfolio import portfolio
from desktop_app.report.view import View, once


def exposure(view: View) -> Section:
    """From all parts down to those without a licence; then suppliers by element."""
    title = view.text("Where you are exposed")
    if not len(view.parts):
        return Section("exposure", title, (Paragraph(view.text("There is no part.")),))
    blocks: list[Block] = [
        Heading(view.text("From all parts to those that need a licence")),
        _steps(view),
        *portfolio(view),
        *supplier_map(view),
        *supplier_table(view),
        *_by_element(view),
    ]
    return Section("exposure", title, tuple(blocks))


@once
def _steps(view: View) -> Bars:
    """Every step is a part of the one above it; the length is the share of parts."""
    needed = np.asarray(view.verdicts == "needed", dtype=np.bool_)
    covered = view.assessment.licences.array(lambda kind: kind.covered_by is not None, bool)
    every = np.ones(len(view.parts), dtype=np.bool_)
    recognised = every & np.asarray(view.waits != "recognition", dtype=np.bool_)
    possible = recognised & np.asarray(view.verdicts != "not_needed", dtype=np.bool_)
    steps: tuple[tuple[str, NDArray[np.bool_]], ...] = (
        (view.text("all parts"), every),
        (view.text("recognised and screened"), recognised),
        (view.text("a licence is needed, suspended or not ruled out"), possible),
        (view.text("a licence is needed today"), needed),
        (view.text("needed, and no licence on the way"), needed & ~covered),
    )
    total = max(1, len(view.parts))
    bars = []
    for words, chosen in steps:
        part_ids = np.flatnonzero(chosen).tolist()
        spend = view.spend(part_ids) or view.text("no spend stated")
        count = view.catalogue.number(len(part_ids))
        bars.append(Bar(words, len(part_ids) / total, count, spend))
    title = view.text("Number of parts, and their annual spend where it was stated")
    return Bars("steps", title, tuple(bars))


def _by_element(view: View) -> list[Block]:
    """Parts per supplier and element: needing a licence above, open below."""
    open_ones = (view.verdicts == "needed") | (view.waits == "part") | (view.waits == "law")
    part_ids = view.ranked(np.asarray(open_ones & ~view.seldom, dtype=np.bool_))
    counted: dict[str, dict[str, list[int]]] = {}
    weights: dict[str, int] = {}
    for part_id in part_ids:
        needed = view.licence(part_id).verdict == "needed"
        for symbol in _certain(view, part_id):
            cell = counted.setdefault(view.supplier(part_id), {}).setdefault(symbol, [0, 0])
            cell[0 if needed else 1] += 1
            weights[symbol] = weights.get(symbol, 0) + (2 if needed else 1)
    if not counted:
        return []
    limits = view.settings.limits
    symbols = sorted(weights, key=lambda s: (-weights[s], s))[: limits["exposed_elements"]]
    suppliers = list(counted)[: limits["exposed_suppliers"]]
    columns = (
        Column(view.text("Supplier")), *(Column(view.catalogue.material(symbol), "number") for symbol in symbols),
    )  # fmt: skip
    rows = tuple(
        Row(name, (Cell(name, strong=True), *_cells(view, counted[name], symbols)))
        for name in suppliers
    )
    blocks: list[Block] = [
        Heading(view.text("Which supplier stands for which element")),
        Paragraph(
            view.text(
                "Parts known to hold the element. Above: a licence is needed. Below: not verified. "
                "A part counts under each of its elements; suppliers with the most urgent part "
                "come first."
            ),
            "note",
        ),
        Table("by_element", columns, rows, keep=True),
    ]
    left_out = view.left_out(len(suppliers), len(counted))
    return [*blocks, *([Paragraph(view.say(left_out), "note")] if left_out else [])]


def _certain(view: View, part_id: int) -> list[str]:
    match = view.assessment.matches[part_id]
    symbols = [e.symbol for e in match.elements if e.state is Ternary.YES]
    return [*symbols, *(name for name in match.minerals if name not in symbols)]


def _cells(view: View, found: dict[str, list[int]], symbols: Sequence[str]) -> list[Cell]:
    cells = []
    for symbol in symbols:
        needed, open_ones = found.get(symbol, (0, 0))
        above = view.catalogue.number(needed) if needed else ""
        below = view.say(nmsg("{n} open", "{n} open", open_ones)) if open_ones else ""
        cells.append(Cell(above, below))
    return cells
