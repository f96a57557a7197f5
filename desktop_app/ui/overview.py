"""What the pictures of the whole list show, as values; made away from the window's thread."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment, Draws
from desktop_app.model.inquiry import today_in_china
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from desktop_app.report.chain_strips import Chain, chains_of
from desktop_app.report.law_timeline import LawLine, law_lines
from desktop_app.report.sections.figures import used_figures
from desktop_app.report.sections.portfolio import portfolio, potential, products
from desktop_app.report.settings import load_settings
from desktop_app.report.supplier_map import SupplierPoint, supplier_points
from desktop_app.report.view import View
from desktop_app.ui.suppliers_named import names_suppliers


@dataclass(frozen=True, eq=False)
class Overview:
    """``blocks``: portfolio, products and moves in the words of the report. ``days``: today in China
    and the day asked about. ``names_suppliers``: whether any part has a supplier or maker."""

    points: tuple[SupplierPoint, ...]
    chains: tuple[Chain, ...]
    law: tuple[LawLine, ...]
    blocks: tuple[Block, ...]
    days: tuple[date, date]
    names_suppliers: bool


def overview(assessment: Assessment, library: pipeline.Library, catalogue: Catalogue) -> Overview:
    """Draws the futures too, which take longer than everything else."""
    drawn = pipeline.with_draws(assessment, library)
    settings = load_settings()
    view = View(drawn, catalogue, settings)
    blocks = [*products(view), *potential(view), *portfolio(view), *firmness(view)]
    return Overview(
        supplier_points(drawn, settings.limits["map_suppliers"]),
        chains_of(drawn, used_figures(view), settings.limits["chains"]),
        law_lines(library.edition, drawn.inquiry),
        tuple(blocks),
        (today_in_china(), drawn.inquiry.on),
        names_suppliers(drawn.parts),
    )


def firmness(view: View) -> list[Block]:
    """How firm the order is: in how many of the drawn futures each part is among the first ten."""
    draws = view.assessment.draws
    if draws is None:
        return []
    ranked = _ranked(view.assessment.order, draws)[: view.settings.limits["firm_ranks"]]
    if not ranked:
        return []
    columns = (Column(view.text("Part")), Column(view.text("Among the first ten"), "number"))
    rows = tuple(
        Row(f"rank:{at}", (view.part(part_id), Cell(view.percent(share), strong=True)))
        for at, (part_id, share) in enumerate(ranked, start=1)
    )
    said = view.text(
        "Risks are ranges. {count} futures were drawn from them: the nearer to 100 %, the firmer a "
        "part's place at the top of the list.",
        count=draws.count,
    )
    heading = Heading(view.text("How firm the order is"))
    return [heading, Paragraph(said, "note"), Table("firmness", columns, rows, keep=True)]


def _ranked(order: NDArray[np.int64], draws: Draws) -> list[tuple[int, float]]:
    """The drawn parts from the top of the list on, with their shares."""
    shares = dict(zip(draws.part_ids.tolist(), draws.first_ten.tolist(), strict=True))
    return [(int(part), shares[int(part)]) for part in order.tolist() if int(part) in shares]
