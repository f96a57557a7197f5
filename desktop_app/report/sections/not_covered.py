"""The annex: parts that are not covered, counted by what that rests on, and listed compactly."""

import numpy as np

from desktop_app.model.words import BASIS_WORDS, EVIDENCE_WORDS
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
from desktop_app.report.sentences import sentence
from desktop_app.report.view import View


def not_covered(view: View) -> Section:
    """Counts by basis, then the list, then the kinds that seldom hold what the open controls name."""
    blocks: list[Block] = []
    for name in ("not_covered", "guidance"):
        said = sentence(view, name)
        if said is not None:
            blocks.append(Paragraph(view.say(said), "note"))
    part_ids = view.ranked(np.asarray(view.verdicts == "not_needed", dtype=np.bool_))
    if part_ids:
        blocks += [_by_basis(view), *_list(view, part_ids)]
    blocks += [*_upstream(view), *_seldom(view)]
    if not blocks:
        blocks = [Paragraph(view.text("There is no part that is not covered."))]
    return Section("not_covered", view.text("Annex: parts that are not covered"), tuple(blocks))


def _by_basis(view: View) -> Table:
    licences = view.assessment.licences
    bases = licences.array(lambda kind: kind.basis if kind.verdict == "not_needed" else None)
    rows = []
    for basis, word in BASIS_WORDS.items():
        count = int(np.count_nonzero(bases == basis))
        if count:
            rows.append(Row(basis, (Cell(view.say(word)), Cell(view.catalogue.number(count)))))
    columns = (Column(view.text("Not covered because")), Column(view.text("Parts"), "number"))
    return Table("basis", columns, tuple(rows), keep=True)


def _list(view: View, part_ids: list[int]) -> list[Block]:
    shown = part_ids[: view.settings.limits["not_covered"]]
    blocks: list[Block] = [Heading(view.text("The parts"))]
    left_out = view.left_out(len(shown), len(part_ids))
    if left_out is not None:
        blocks.append(Paragraph(view.say(left_out), "note"))
    rows = []
    for part_id in shown:
        licence, match = view.licence(part_id), view.assessment.matches[part_id]
        basis = view.say(BASIS_WORDS[licence.basis]) if licence.basis else ""
        title = view.say(match.title) if match.title else ""
        evidence = view.say(EVIDENCE_WORDS[match.evidence]) if match.evidence else ""
        rows.append(
            Row(
                view.row_id(part_id),
                (
                    view.part(part_id),
                    Cell(view.supplier(part_id)),
                    Cell(title, evidence),
                    Cell(basis),
                ),
            )
        )
    columns = (
        Column(view.text("Part")),
        Column(view.text("Supplier")),
        Column(view.text("Recognised as")),
        Column(view.text("Not covered because")),
    )
    return [*blocks, Table("not_covered", columns, tuple(rows))]


def _upstream(view: View) -> list[Block]:
    """Parts whose makers need licences for what is inside: per maker, not per row."""
    exposed = view.assessment.licences.array(lambda kind: kind.upstream_exposed, bool)
    makers: dict[str, list[int]] = {}
    for part_id in view.ranked(np.asarray(exposed, dtype=np.bool_)):
        maker = view.fact(part_id, "manufacturer") or view.supplier(part_id)
        makers.setdefault(maker, []).append(part_id)
    if not makers:
        return []
    at_most = view.settings.limits["groups"]
    rows = tuple(
        Row(
            maker,
            (
                Cell(maker, strong=True),
                Cell(view.catalogue.number(len(parts))),
                Cell(view.examples(parts)),
            ),
        )
        for maker, parts in list(makers.items())[:at_most]
    )
    columns = (
        Column(view.text("Maker")),
        Column(view.text("Parts"), "number"),
        Column(view.text("For example")),
    )
    return [
        Heading(view.text("Exposed upstream")),
        Paragraph(
            view.text(
                "These parts are made outside China and are not controlled themselves, but the "
                "magnet or material inside comes or probably comes from China: their makers need "
                "licences, and their deliveries hang on them."
            ),
            "note",
        ),
        Table("upstream", columns, rows),
    ]


def _seldom(view: View) -> list[Block]:
    """Kinds that seldom hold what the open controls name and wait for the law only: counted by kind."""
    kinds: dict[str, int] = {}
    for part_id in np.flatnonzero(view.seldom).tolist():
        title = view.assessment.matches[part_id].title
        name = view.say(title) if title else view.text("not recognised")
        kinds[name] = kinds.get(name, 0) + 1
    if not kinds:
        return []
    at_most = view.settings.limits["seldom_kinds"]
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    rows = tuple(
        Row(name, (Cell(name), Cell(view.catalogue.number(count))))
        for name, count in ordered[:at_most]
    )
    columns = (Column(view.text("Kind of part")), Column(view.text("Parts"), "number"))
    blocks: list[Block] = [
        Heading(view.text("Kinds that seldom hold what the open controls name")),
        Paragraph(
            view.text(
                "They wait for the law only, and few of them hold what it names. Nobody needs to "
                "be asked. They are not called not covered."
            ),
            "note",
        ),
        Table("seldom", columns, rows, keep=True),
    ]
    rest = sum(count for _, count in ordered[at_most:])
    if rest:
        blocks.append(Paragraph(view.text("{n} more of other kinds.", n=rest), "note"))
    return blocks
