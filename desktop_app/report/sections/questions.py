"""What to ask, and whom: one list per supplier, then what counsel and purchasing must know."""

from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from desktop_app.language.catalogue import isolated
from desktop_app.model.findings import Question
from desktop_app.report.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
)
from desktop_app.report.view import View


@dataclass
class Asked:
    """One question and the parts it is asked about, the most urgent first."""

    question: Question
    parts: list[int] = field(default_factory=list)


def questions(view: View) -> Section:
    """Suppliers in the order of their most urgent part."""
    suppliers = by_supplier(view)
    at_most = view.settings.limits["suppliers"]
    blocks: list[Block] = [
        Paragraph(
            view.text(
                "Each list can be sent as it stands: it names the parts and asks only what can "
                "change a verdict. It carries no probability and no other supplier."
            ),
            "note",
        )
    ]
    left_out = view.left_out(min(at_most, len(suppliers)), len(suppliers))
    if left_out is not None:
        blocks.append(Paragraph(view.say(left_out), "note"))
    for name, asked in islice(suppliers.items(), at_most):
        blocks += [Heading(name), _table(view, f"ask:{name}", asked)]
    for to, title in (
        ("purchasing", view.text("For purchasing itself")),
        ("counsel", view.text("For counsel")),
    ):
        others = by_question(view, to)
        if others:
            blocks += [Heading(title), _table(view, f"ask:{to}", others)]
    if len(blocks) == 1:
        blocks = [Paragraph(view.text("No supplier needs to be asked anything about these parts."))]
    return Section("questions", view.text("Questions to suppliers"), tuple(blocks))


def _table(view: View, name: str, asked: list[Asked]) -> Table:
    columns = (
        Column(view.text("Question")),
        Column(view.text("Parts"), "number"),
        Column(view.text("Which")),
    )
    rows = tuple(
        Row(
            f"{name}:{found.question.id}",
            (
                Cell(view.say(found.question.text), strong=True),
                Cell(view.catalogue.number(len(found.parts))),
                Cell(_which(view, found.parts)),
            ),
        )
        for found in asked
    )
    return Table(name, columns, rows, kin="questions")


def _which(view: View, part_ids: list[int]) -> str:
    """Part numbers with names where few, numbers only where many."""
    at_most = view.settings.limits["parts_per_question"]
    named = []
    for part_id in part_ids[:at_most]:
        part = view.part(part_id)
        few = len(part_ids) <= at_most // 3
        named.append(
            f"{part.below}: {isolated(part.text)}"
            if part.below and few
            else part.below or isolated(part.text)
        )
    if len(part_ids) > at_most:
        named.append(view.text("{n} more", n=len(part_ids) - at_most))
    return view.catalogue.grouped(named)


def by_supplier(view: View) -> dict[str, list[Asked]]:
    """Questions to suppliers and makers, grouped by supplier in the order of urgency."""
    grouped: dict[str, dict[str, Asked]] = {}
    for part_id in _asking(view):
        for question in view.licence(part_id).questions:
            if question.to in ("supplier", "maker"):
                group = grouped.setdefault(view.supplier(part_id), {})
                key = question.id + view.say(question.text)
                group.setdefault(key, Asked(question)).parts.append(part_id)
    return {name: list(group.values()) for name, group in grouped.items()}


def by_question(view: View, to: str) -> list[Asked]:
    """Questions that are for one's own house or counsel."""
    grouped: dict[str, Asked] = {}
    for part_id in _asking(view):
        for question in view.licence(part_id).questions:
            if question.to == to:
                key = question.id + view.say(question.text)
                grouped.setdefault(key, Asked(question)).parts.append(part_id)
    return list(grouped.values())


def _asking(view: View) -> list[int]:
    """Parts with questions of which an answer counts now: not those that wait for the law only."""
    has_question = view.assessment.licences.array(lambda kind: bool(kind.questions), bool)
    counts_now = (view.verdicts != "suspended") & (view.waits != "law")
    return view.ranked(np.asarray(has_question & counts_now, dtype=np.bool_))
