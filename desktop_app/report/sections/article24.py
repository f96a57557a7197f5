"""Risk preparedness under Article 24 of Regulation (EU) 2024/1252, in the order of its points.

(a) where strategic raw materials are extracted, processed and recycled; (b) what may affect supply;
(c) how vulnerable the company is; then the moves, and how good the information is. No estimate of a
licence duty is printed: a copy may go to an authority.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from desktop_app.assessment.answer import answer
from desktop_app.model.findings import nmsg
from desktop_app.model.verdict import Ternary
from desktop_app.register.supply import STAGES, StageSplit
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Section, Table
from desktop_app.report.chain_strips import chain_of
from desktop_app.report.citations import cited
from desktop_app.report.sections.clock import NO_DATES, affected
from desktop_app.report.sections.figures import countries, shipped_figures, stage_words
from desktop_app.report.sections.law import touching_table, untouched
from desktop_app.report.sections.overview import chain_strips, touching_timeline
from desktop_app.report.sections.summary import counts
from desktop_app.report.view import View


def article24(view: View) -> Section:
    """What the article asks, what these files say, and what nobody knows."""
    rule = view.settings.article_24_rule
    found = strategic_parts(view)
    parts = len({part_id for ids in found.values() for part_id in ids})
    counted = nmsg(
        "{n} part holds or may hold a strategic raw material; {materials} of these "
        "materials are affected.",
        "{n} parts hold or may hold a strategic raw material; {materials} of these "
        "materials are affected.",
        parts,
        materials=len(found),
    )
    lead = (counted,) if len(view.parts) else answer(view.assessment)
    blocks: list[Block] = [
        Paragraph(view.catalogue.sentences(map(view.say, lead)), "lead"),
        Paragraph(
            view.text(
                "Article 24 asks large companies that Member States have identified to assess, at "
                "least every {years} years and as far as information is available to them, (a) where "
                "the strategic raw materials they use are extracted, processed and recycled, (b) what "
                "may affect their supply and (c) how vulnerable they are to a disruption; where they "
                "find significant vulnerability, they are to mitigate it.",
                years=rule.every_years,
            )
        ),
        Paragraph(
            view.text(
                "Source: {source}, read {day}. List of strategic raw materials: {remark}.",
                source=f"{view.shipped(rule.source)}, {rule.url}",
                day=rule.read,
                remark=view.shipped(rule.remark),
            ),
            "note",
        ),
        counts(view),
        *_sources_of(view, found),
        *_factors(view),
        *_vulnerability(view),
    ]
    return Section("article24", view.text("Risk preparedness"), tuple(blocks))


def strategic_parts(view: View) -> dict[str, list[int]]:
    """Part ids per strategic material they hold or may hold, in the order of the list."""
    held: dict[str, list[int]] = {}
    strategic = view.settings.article_24_rule.materials
    matches = view.assessment.matches
    kinds = [
        tuple(
            dict.fromkeys(
                [e.symbol for e in kind.elements if e.state is not Ternary.NO] + list(kind.minerals)
            )
        )
        for kind in matches.kinds
    ]
    for part_id, code in enumerate(matches.of.tolist()):
        for symbol in kinds[code]:
            if symbol in strategic:
                held.setdefault(symbol, []).append(part_id)
    return {symbol: held[symbol] for symbol in strategic if symbol in held}


def _sources_of(view: View, found: dict[str, list[int]]) -> list[Block]:
    heading = Heading(view.text("(a) Where the materials are extracted, processed and recycled"))
    if not found:
        said = view.text("No strategic raw material was recognised in these parts.")
        return [heading, Paragraph(said)]
    rows = []
    for symbol, part_ids in found.items():
        material = shipped_figures().materials.get(symbol)
        stages = material.splits if material else {}
        recycled = view.catalogue.percent(material.recycling[1]) if material else ""
        rows.append(
            Row(
                symbol,
                (
                    Cell(symbol, strong=True),
                    Cell(view.catalogue.number(len(part_ids)), _declared(view, part_ids)),
                    _made(view, stages.get("mining", ())),
                    _processed(view, stages),
                    Cell(recycled),
                ),
            )
        )
    columns = (
        Column(view.text("Material")),
        Column(view.text("Parts"), "number", view.text("origin declared")),
        Column(view.text("Extracted")),
        Column(view.text("Processed")),
        Column(view.text("Recycled"), "number"),
    )
    note = view.text(
        "Shares of world supply by country, from public sources: suppliers did not say where the "
        "material in these parts was mined or processed. Second line under Parts: how many of them "
        "came with a declared country of origin of the part itself."
    )
    table = Table("strategic", columns, tuple(rows))
    return [heading, table, Paragraph(note, "note"), *_strips(view, found)]


def _strips(view: View, found: dict[str, list[int]]) -> list[Block]:
    """The strategic materials of the most parts, stage by stage."""
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    chains = (chain_of(symbol, len(ids), shipped_figures()) for symbol, ids in ordered)
    known = [chain for chain in chains if chain is not None]
    return chain_strips(view, known[: view.settings.limits["chains"]])


def _declared(view: View, part_ids: Sequence[int]) -> str:
    declared = sum(view.fact(part_id, "country_of_origin") is not None for part_id in part_ids)
    return view.text("{n} of {total}", n=declared, total=len(part_ids))


def _made(view: View, splits: Sequence[StageSplit]) -> Cell:
    """Countries and the source of the best split; words where there is no figure."""
    if not splits:
        return Cell(view.text("no figure"))
    best = splits[0]
    return Cell(countries(view, best), f"{cited(view.catalogue, best.source.title)}, {best.year}")


def _processed(view: View, stages: Mapping[str, tuple[StageSplit, ...]]) -> Cell:
    """The last stage before the part of which there is a figure."""
    for stage in reversed(STAGES[1:]):
        if stages.get(stage):
            made = _made(view, stages[stage])
            said = view.text("{fact}: {said}", fact=stage_words(view, stage), said=made.text)
            return Cell(said, made.below)
    return Cell(view.text("no figure"))


def _factors(view: View) -> list[Block]:
    """The controls that touch a part; a sentence, not an empty table, where none does."""
    heading = Heading(view.text("(b) What may affect supply"))
    table = touching_table(view)
    if not table.rows:
        return [heading, untouched(view)]
    return [
        heading,
        Paragraph(
            view.text(
                "Chinese export controls that apply or may apply to these parts. Concentration of "
                "supply stands under (a); single sources under (c)."
            ),
            "note",
        ),
        table,
        *touching_timeline(view),
    ]


def _vulnerability(view: View) -> list[Block]:
    """Parts with a run-out date first; then those that hang on one source or country."""
    part_ids = affected(view)
    known = set(part_ids)
    open_ones = (view.verdicts == "needed") | (view.waits == "part")
    part_ids += [p for p in view.ranked(np.asarray(open_ones, dtype=np.bool_)) if p not in known]
    heading = Heading(view.text("(c) How vulnerable you are to a disruption"))
    if not part_ids:
        return [heading, Paragraph(_no_vulnerable(view))]
    shown = part_ids[: view.settings.limits["vulnerable"]]
    rows = tuple(
        Row(
            view.row_id(part_id),
            (
                view.part(part_id),
                Cell(view.supplier(part_id), _alone(view, part_id)),
                view.verdict(part_id),
                view.days(part_id, "cover_days"),
                view.run_out(part_id),
                view.weeks(part_id),
            ),
        )
        for part_id in shown
    )
    columns = (
        Column(view.text("Part")),
        Column(view.text("Supplier")),
        Column(view.text("Licence"), "verdict"),
        Column(view.text("Stock lasts"), "number", view.text("days")),
        Column(view.text("Runs out on"), "day"),
        Column(view.text("Gap"), "number", view.text("weeks")),
    )
    note = view.text(
        "Gap: weeks from the end of stock to the arrival of goods under a licence applied for now; "
        "below zero, the goods come first."
    )
    blocks: list[Block] = [heading, Paragraph(note, "note"), Table("vulnerable", columns, rows)]
    left_out = view.left_out(len(shown), len(part_ids))
    return [*blocks, *([Paragraph(view.say(left_out), "note")] if left_out else [])]


def _no_vulnerable(view: View) -> str:
    """Why none is listed: none may need a licence, or those that may came without stock and demand."""
    if np.any((view.waits == "law") | (view.verdicts == "suspended")):
        return view.say(NO_DATES)
    return view.text("No part that may need a licence was found.")


def _alone(view: View, part_id: int) -> str:
    said = []
    if view.other(part_id, "single_source"):
        said.append(view.text("one source"))
    if view.other(part_id, "single_country"):
        said.append(view.text("one country"))
    return view.catalogue.listed(said)


def availability(view: View) -> Section:
    """How good the information is, fact by fact, and where the report is signed."""
    total = len(view.parts)
    tests: tuple[tuple[str, str, Callable[[int], bool]], ...] = (
        ("recognised", view.text("what the part is"), lambda p: view.waits[p] != "recognition"),
        ("origin", view.text("country of origin, declared"),
         lambda p: view.fact(p, "country_of_origin") is not None),
        ("composition", view.text("composition, declared or exact"), lambda p: _is_known(view, p)),
        ("stock", view.text("stock and demand"),
         lambda p: view.number(p, "cover_days") is not None),
        ("supplier", view.text("supplier named"), lambda p: view.fact(p, "supplier") is not None),
    )  # fmt: skip
    rows = []
    for name, words, holds in tests:
        known = sum(holds(part_id) for part_id in range(total))
        share = view.catalogue.percent(known / total) if total else ""
        number = view.catalogue.number
        rows.append(
            Row(name, (Cell(words), Cell(number(known)), Cell(number(total - known)), Cell(share)))
        )
    columns = (
        Column(view.text("Information")),
        Column(view.text("Parts with it"), "number"),
        Column(view.text("Parts without it"), "number"),
        Column(view.text("Share"), "number"),
    )
    line = "______________________________"
    sign = view.text("Place, date: {line}   For the management: {line}", line=line)
    blocks = (
        Table("availability", columns, tuple(rows), keep=True),
        Paragraph(
            view.text(
                "Where suppliers did not answer, public information was used, as Article 24(3) allows; "
                "each figure names its source."
            ),
            "note",
        ),
        Paragraph(sign),
    )
    return Section("availability", view.text("How far information was available"), blocks)


def _is_known(view: View, part_id: int) -> bool:
    elements = view.assessment.matches[part_id].elements
    return bool(elements) and all(
        e.evidence in ("A", "B") and not e.by_grade and e.state is not Ternary.UNKNOWN
        for e in elements
    )
