"""The pictures of the whole list for print: suppliers, supply of the elements, the law over time.

A printed picture answers no mouse: what the window says on hovering stands in a note or a table.
"""

from collections.abc import Collection, Sequence

from desktop_app.language.catalogue import isolated
from desktop_app.report.blocks import (
    Block,
    Cell,
    ChainStrips,
    Column,
    Heading,
    LawTimeline,
    Paragraph,
    Row,
    SupplierMap,
    Table,
)
from desktop_app.report.chain_strips import Chain, chains_alt
from desktop_app.report.citations import cited
from desktop_app.report.law_timeline import lines_of, timeline_alt
from desktop_app.report.sections.law import touching
from desktop_app.report.supplier_map import SupplierPoint, map_alt, supplier_points
from desktop_app.report.view import IN_FULL, View

FEWEST = 2
"""Places of a map with a mark: suppliers who all stand at one place are not compared by it."""


def supplier_map(view: View) -> list[Block]:
    """Suppliers by both risks; nothing where estimates are not for the reader or all are alike."""
    points = supplier_points(view.assessment, view.settings.limits["map_printed"])
    places = {(round(point.licence, 2), round(point.shortage, 2)) for point in points}
    if len(places) < FEWEST or not view.has_estimates:
        return []
    note = view.text(
        "Right and up is worse. A filled mark: a part of it needs a licence; half filled: none for "
        "certain. The larger the mark, the more parts."
    )
    return [
        Heading(view.text("Suppliers by licence risk and shortage risk")),
        Paragraph(view.catalogue.sentences((view.say(map_alt(points)), note)), "note"),
        SupplierMap("supplier_map", points, view.say(map_alt(points))),
        *([] if view.scope.kind == IN_FULL else [_in_words(view, points)]),
    ]


def _in_words(view: View, points: Sequence[SupplierPoint]) -> Paragraph:
    """The same in figures, for a reader who cannot see the picture and for marks without room for a
    name."""
    named = view.catalogue.grouped(
        f"{isolated(point.supplier)} {view.percent(point.licence)}, {view.percent(point.shortage)}"
        for point in points
    )
    said = view.text("Licence risk, then shortage risk: {suppliers}.", suppliers=named)
    return Paragraph(said, "small")


def supplier_table(view: View) -> list[Block]:
    """Every supplier of the window's map in figures; nothing but in the report that lists all."""
    points = supplier_points(view.assessment, view.settings.limits["map_suppliers"])
    if not points or view.scope.kind != IN_FULL:
        return []
    columns = (
        Column(view.text("Supplier")),
        Column(view.text("Parts"), "number"),
        Column(view.text("Licence risk"), "number", view.text("highest")),
        Column(view.text("Licence risk"), "number", view.text("mean by spend")),
        Column(view.text("Shortage risk"), "number", view.text("highest")),
        Column(view.text("Shortage risk"), "number", view.text("mean by spend")),
    )
    rows = tuple(_supplier_row(view, point) for point in points)
    return [Table("supplier_map", columns, rows)]


def _supplier_row(view: View, point: SupplierPoint) -> Row:
    return Row(
        point.supplier,
        (
            Cell(point.supplier, strong=True),
            Cell(view.whole(point.parts)),
            Cell(view.percent(point.licence)),
            _mean_by_spend(view, point.supplier, "licence_risk"),
            Cell(view.percent(point.shortage)),
            _mean_by_spend(view, point.supplier, "shortage_risk"),
        ),
    )


def _mean_by_spend(view: View, supplier: str, risk: str) -> Cell:
    """The mean risk of the parts it is counted with, each by its annual spend; nothing where one has no
    spend or the spend is in several currencies. The highest alone hides whether it is one part or all."""
    held, currencies = [], set()
    for part_id in view.parts_of(supplier):
        share, spend = view.number(part_id, risk), view.number(part_id, "annual_spend")
        licence = view.licence(part_id)
        is_counted = licence.verdict in ("needed", "not_verified")
        if share is None or not is_counted or licence.waits_on == "recognition":
            continue
        if spend is None:
            return Cell("")
        held.append((share, spend))
        currencies.add(view.fact(part_id, "currency"))
    whole = sum(spend for _, spend in held)
    if len(currencies) != 1 or not whole:
        return Cell("")
    return Cell(view.percent(sum(share * spend for share, spend in held) / whole))


def chain_strips(view: View, chains: Sequence[Chain]) -> list[Block]:
    """The strips of some elements, how to read them without colours, and their sources."""
    if not chains:
        return []
    words = view.say(chains_alt(chains))
    note = view.text(
        "China stands first in every bar, then the others by their share; what no source names "
        "stays pale."
    )
    sources = dict.fromkeys(
        f"{cited(view.catalogue, split.source.title)} ({split.year})"
        for chain in chains
        for _, split in chain.stages
    )
    return [
        Paragraph(view.catalogue.sentences((words, note)), "note"),
        ChainStrips("chains", tuple(chains), words),
        Paragraph(
            view.text("Sources: {sources}.", sources=view.catalogue.grouped(sources)), "small"
        ),
    ]


def law_timeline(view: View, only: Collection[tuple[str, str]] | None = None) -> list[Block]:
    """Provisions over the years, those of ``only`` where given; nothing where none is known."""
    lines = lines_of(
        control
        for control in view.edition.controls
        if only is None or (control.id, control.provision) in only
    )
    if not lines:
        return []
    on, is_today = view.inquiry.on, view.inquiry.on_assumed
    words = view.say(timeline_alt(lines))
    return [
        Paragraph(words, "note"),
        LawTimeline(
            "law_timeline", lines, on if is_today else None, None if is_today else on, words
        ),
    ]


def touching_timeline(view: View) -> list[Block]:
    """The provisions that touch a part, over the years."""
    return law_timeline(view, touching(view))
