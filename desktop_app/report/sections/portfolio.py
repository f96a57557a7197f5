"""The list at a glance: purchasing portfolio, money over drawn futures, products, what moves change."""

import math
from collections.abc import Sequence

import numpy as np

from desktop_app.assessment.currency import per_unit
from desktop_app.assessment.portfolio import SEGMENTS, segments
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.words import BAND_WORDS
from desktop_app.report.bill import Bill
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from desktop_app.report.sections.figures import used_figures
from desktop_app.report.view import View

SEGMENT_WORDS: dict[str, tuple[Message, Message]] = {
    "strategic": (
        msg("strategic"), msg("risky and weighty: plan with the supplier, a second source, redesign"),
    ),
    "bottleneck": (
        msg("bottleneck"), msg("risky, little money: stock, a firm quantity, another grade"),
    ),
    "leverage": (msg("leverage"), msg("weighty, little risk: compare offers")),
    "non_critical": (msg("non-critical"), msg("neither: handle with little effort")),
}  # fmt: skip
"""Each field of the portfolio and its usual play (Kraljic 1983)."""
NAMED = 3
DRAWN_PLACES = 2
"""Figures of an amount that is an estimate over drawn futures; more would feign a precision."""


def portfolio(view: View) -> list[Block]:
    """Parts, spend and the first names per field; nothing where no part was scored."""
    figures = used_figures(view)
    found = segments(
        view.assessment.numbers, figures, per_unit(view.assessment.parts, figures.rough_worth)
    )
    rows = []
    for name in reversed(SEGMENTS):
        part_ids = view.ranked(np.asarray(found == name, dtype=np.bool_))
        if not part_ids:
            continue
        word, play = SEGMENT_WORDS[name]
        named = view.named(part_ids, NAMED) if name in ("strategic", "bottleneck") else ""
        rows.append(
            Row(
                name,
                (
                    Cell(view.say(word), view.say(play), strong=True),
                    Cell(view.whole(len(part_ids))),
                    Cell(view.spend(part_ids)),
                    Cell(named),
                ),
            )
        )
    if not rows:
        return []
    columns = (
        Column(view.text("Field and usual play")),
        Column(view.text("Parts"), "number"),
        Column(view.text("Annual spend"), "number"),
        Column(view.text("Most urgent")),
    )
    return [
        Heading(view.text("Purchasing portfolio")),
        Table("portfolio", columns, tuple(rows), keep=True),
        *_money(view),
    ]


def _money(view: View) -> list[Block]:
    """What is lost within a year, over drawn futures, per currency."""
    draws = view.assessment.draws
    if draws is None:
        return []
    words = {"margin": view.text("margin"), "spend": view.text("spend")}
    said = [
        view.text(
            "Over {count} drawn futures, what is at risk within a year ({basis}) is as likely above "
            "as below {p50}; nine times in ten it stays below {p90}.",
            count=draws.count,
            basis=words.get(str(found["basis"]), ""),
            p50=view.money(rounded(float(found["p50"])), currency),
            p90=view.money(rounded(float(found["p90"])), currency),
        )
        for currency, found in draws.money.items()
        if float(found["p90"]) > 0
    ]
    return [Paragraph(view.catalogue.sentences(said), "note")] if said else []


def rounded(amount: float) -> float:
    """An amount to the places that an estimate can bear."""
    if not amount:
        return 0.0
    return round(amount, DRAWN_PLACES - 1 - math.floor(math.log10(abs(amount))))


def products(view: View) -> list[Block]:
    """Which product stops first, and through which part; nothing where no margin is known."""
    found = view.assessment.products[: view.settings.limits["products"]]
    if not found:
        return []
    rows = tuple(
        Row(
            f"product:{at}",
            (
                Cell(stop.plant or view.text("no plant named"), strong=True),
                Cell(view.money(stop.margin_per_day, view.fact(stop.part_id, "currency") or "")),
                view.part(stop.part_id),
                Cell(view.day(stop.run_out)),
            ),
        )
        for at, stop in enumerate(found, start=1)
    )
    columns = (
        Column(view.text("Product, by plant")),
        Column(view.text("Margin"), "number", view.text("per day")),
        Column(view.text("Stops first through")),
        Column(view.text("On"), "day"),
    )
    heading = Heading(view.text("Which product stops first"))
    return [heading, Table("products", columns, rows, keep=True)]


def potential(view: View) -> list[Block]:
    """Parts by band of risk, now and after the moves with the greatest effect."""
    found = view.assessment.potential
    if found is None or not found.part_ids:
        return []
    bands = [
        band for band in reversed(list(BAND_WORDS)) if found.now.get(band) or found.then.get(band)
    ]
    columns = (
        Column(view.text("Risk of a stop")),
        *(Column(view.say(BAND_WORDS[band]), "number", view.text("parts")) for band in bands),
    )
    rows = tuple(
        Row(
            name,
            (Cell(words, strong=True), *(Cell(view.whole(counted.get(b, 0))) for b in bands)),
        )
        for name, words, counted in (
            ("now", view.text("now"), found.now),
            ("then", view.text("after the best move for {parts}",
                               parts=view.named(found.part_ids, NAMED)), found.then),
        )
    )  # fmt: skip
    heading = Heading(view.text("What the moves with the greatest effect change"))
    return [heading, Table("potential", columns, rows, keep=True), *_price(view, found.part_ids)]


def _price(view: View, part_ids: Sequence[int]) -> list[Block]:
    """What those moves cost together, and that some have no price."""
    bill, goods = Bill(), dict[str, float]()
    for part_id in part_ids:
        best = max(view.assessment.actions[part_id], key=lambda action: action.removes or 0.0)
        bill.add(part_id, view.supplier(part_id), best)
        if best.outlay is not None:
            amount, currency = best.outlay
            goods[currency] = goods.get(currency, 0.0) + amount
    said = []
    if bill.money:
        costs = bill.said(view)
        said.append(
            view.text(
                "Together these moves cost about {costs}, stock at what holding it costs a year.",
                costs=costs,
            )
        )
    if goods:
        bought = view.catalogue.grouped(view.money(amount, name) for name, amount in goods.items())
        said.append(view.text("The stock itself would be bought for about {money}.", money=bought))
    if bill.unpriced:
        unpriced = nmsg(
            "The cost of {n} of them is not known.", "The costs of {n} of them are not known.",
            bill.unpriced,
        )  # fmt: skip
        said.append(view.say(unpriced))
    return [Paragraph(view.catalogue.sentences(said), "note")] if said else []
