"""Shortage apart from any licence: which materials, through which parts, and where they come from."""

import numpy as np

from desktop_app.model.words import BAND_WORDS
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from desktop_app.report.chain_strips import Chain, chain_of, chains_of
from desktop_app.report.sections.figures import stage_words, supply, used_figures
from desktop_app.report.sections.overview import chain_strips
from desktop_app.report.view import View, once

NAMED = 3
"""Parts named behind a material."""
IN_BRIEF = "management"
"""The report that lists materials instead of single parts: parts of one material share its figures."""


def shortage(view: View) -> list[Block]:
    """What is scarce, the worst first: by material in the management report, else part by part."""
    scarce = _scarce(view)
    heading = Heading(view.text("Shortage, apart from any licence"))
    if not scarce:
        return [
            heading,
            Paragraph(
                view.text("No part was recognised as holding a material with shortage figures.")
            ),
        ]
    blocks: list[Block] = [
        heading,
        Paragraph(
            view.text(
                "How likely a disruption of the material in the next twelve months outlasts the "
                "stock. It shares no figure with the licence risk and is never added to it. The "
                "material index runs from 0 to 10; higher is worse on every scale here."
            ),
            "note",
        ),
    ]
    if view.scope.kind == IN_BRIEF:
        return [*blocks, *_by_material(view, scarce), *_origins(view, scarce)]
    shown = scarce[: view.settings.limits["shortage"]]
    blocks.append(_shortage_table(view, shown))
    left_out = view.left_out(len(shown), len(scarce))
    if left_out is not None:
        blocks.append(Paragraph(view.say(left_out), "note"))
    return [*blocks, *_origins(view, scarce), *supply(view, shown)]


@once
def _scarce(view: View) -> list[int]:
    """Parts with a shortage risk, the highest on top."""
    risks = view.assessment.numbers["shortage_risk"].to_numpy(dtype=np.float64)
    rows = np.flatnonzero(np.isfinite(risks))
    found: list[int] = rows[np.argsort(-risks[rows], kind="stable")].tolist()
    return found


def _by_material(view: View, part_ids: list[int]) -> list[Block]:
    """One line per weakest material and stage, with its worst part; ``part_ids`` the worst first."""
    groups: dict[tuple[str, str], list[int]] = {}
    for part_id in part_ids:
        kind = view.assessment.shortage[part_id]
        weakest = kind.weakest_element or "", kind.weakest_stage or ""
        groups.setdefault(weakest, []).append(part_id)
    at_most = view.settings.limits["shortage"]
    columns = (
        Column(view.text("Weakest material")),
        Column(view.text("Parts"), "number"),
        Column(view.text("Most at risk")),
        Column(view.text("Material index"), "number", view.text("0 to 10")),
        Column(view.text("Disruption in a year"), "number"),
        Column(view.text("Shortage risk"), "number", view.text("highest")),
    )
    rows = []
    for (element, stage), found in list(groups.items())[:at_most]:
        kind = view.assessment.shortage[found[0]]
        rows.append(
            Row(
                f"{element} {stage}".rstrip(),
                (
                    Cell(element, stage_words(view, stage or None), strong=True),
                    Cell(view.whole(len(found))),
                    Cell(view.named(found, NAMED)),
                    _index(view, kind.material_index),
                    view.share(kind.disruption),
                    _risk(view, found[0]),
                ),
            )
        )
    blocks: list[Block] = [Table("shortage_materials", columns, tuple(rows))]
    left_out = view.left_out(len(rows), len(groups))
    return [*blocks, *([Paragraph(view.say(left_out), "note")] if left_out else [])]


def _origins(view: View, part_ids: list[int]) -> list[Block]:
    """Supply stage by stage of the weakest materials, then of what else is known to be inside."""
    figures, at_most = used_figures(view), view.settings.limits["chains"]
    inside = {
        chain.symbol: chain for chain in chains_of(view.assessment, figures, len(figures.materials))
    }
    weakest = (view.assessment.shortage[part_id].weakest_element for part_id in part_ids)
    chosen: dict[str, Chain] = {}
    for symbol in dict.fromkeys((*weakest, *inside)):
        chain = None if symbol is None else inside.get(symbol) or chain_of(symbol, 0, figures)
        if chain is not None:
            chosen[chain.symbol] = chain
    strips = chain_strips(view, list(chosen.values())[:at_most])
    return [Heading(view.text("Where these materials come from")), *strips] if strips else []


def _risk(view: View, part_id: int) -> Cell:
    """Shortage risk with its band."""
    band = view.other(part_id, "shortage_band")
    risk = view.share(view.triple(part_id, "shortage_risk"))
    word = view.say(BAND_WORDS[band]) if band in BAND_WORDS else ""
    return Cell(f"{risk.text} {word}".strip(), risk.below)


def _shortage_table(view: View, part_ids: list[int]) -> Table:
    columns = (
        Column(view.text("Part")),
        Column(view.text("Supplier")),
        Column(view.text("Weakest material")),
        Column(view.text("Material index"), "number", view.text("0 to 10")),
        Column(view.text("Disruption in a year"), "number"),
        Column(view.text("Shortage risk"), "number"),
        Column(view.text("Sources")),
    )
    rows = []
    for part_id in part_ids:
        kind = view.assessment.shortage[part_id]
        rows.append(
            Row(
                view.row_id(part_id),
                (
                    view.part(part_id),
                    Cell(view.supplier(part_id)),
                    Cell(kind.weakest_element or "", stage_words(view, kind.weakest_stage)),
                    _index(view, kind.material_index),
                    view.share(kind.disruption),
                    _risk(view, part_id),
                    Cell(_sources(view, part_id)),
                ),
            )
        )
    return Table("shortage", columns, tuple(rows))


def _index(view: View, index: tuple[float, float, float] | None) -> Cell:
    if index is None:
        return Cell("")
    low, best, high = (view.catalogue.number(value, 1) for value in index)
    return Cell(best, view.span(low, high))


def _sources(view: View, part_id: int) -> str:
    said = []
    if view.other(part_id, "single_source"):
        said.append(view.text("one source"))
    if view.other(part_id, "single_country"):
        said.append(view.text("one country"))
    return view.catalogue.listed(said)
