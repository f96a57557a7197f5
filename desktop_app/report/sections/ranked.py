"""The ranked list: parts that need a licence, parts to ask about, the law in one line each."""

from collections.abc import Sequence

import numpy as np

from desktop_app.language.catalogue import isolated
from desktop_app.model.findings import nmsg
from desktop_app.model.licence import Verdict
from desktop_app.model.words import VERDICT_WORDS
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
from desktop_app.report.sections.law import speaks_of
from desktop_app.report.view import View, once


def ranked(view: View) -> Section:
    """Everything a verdict asks attention for, worst consequence first."""
    urgent = [*_listed(view, "needed"), *_listed(view, "part_questions")]
    rest = [*_groups(view), *_listed(view, "suspended")]
    # The summary has the same table, but a chapter of nothing would look like a page that was lost.
    is_said_before = "summary" in view.settings.kinds[view.scope.kind].sections
    law = [] if is_said_before and (urgent or rest) else _law(view)
    lead = [_note(view)] if urgent else []
    blocks = [*lead, *urgent, *law, *rest] or [_nothing(view)]
    return Section("ranked", view.text("Parts in the order of urgency"), tuple(blocks))


def _note(view: View) -> Paragraph:
    return Paragraph(
        view.text(
            "Worst first: what needs a licence today, then what may need one and waits for an "
            "answer. Gap: days from the end of stock to the arrival of goods under a licence "
            "applied for now; below zero, the goods come first. Risk of a stop: our estimate, "
            "higher is worse; with a star it assumes how long stock lasts."
        ),
        "note",
    )


def _nothing(view: View) -> Paragraph:
    return Paragraph(view.text("No part needs a licence or waits for an answer."))


def _listed(view: View, name: str) -> list[Block]:
    titles = {
        "needed": view.text("A licence is needed"),
        "part_questions": view.text("Ask about the part: a licence may be needed"),
        "suspended": view.text("Suspended: no licence today"),
    }
    chosen = {
        "needed": view.verdicts == "needed",
        "part_questions": view.waits == "part",
        "suspended": view.verdicts == "suspended",
    }[name]
    part_ids = view.ranked(np.asarray(chosen, dtype=np.bool_))
    if not part_ids:
        return []
    shown = part_ids[: view.settings.limits[name]]
    blocks: list[Block] = [Heading(f"{titles[name]} ({view.catalogue.number(len(part_ids))})")]
    left_out = view.left_out(len(shown), len(part_ids))
    if left_out is not None:
        blocks.append(Paragraph(view.say(left_out), "note"))
    maker = _suspended_table if name == "suspended" else _part_table
    blocks.append(maker(view, name, shown))
    return blocks


def _part_table(view: View, name: str, part_ids: Sequence[int]) -> Table:
    columns = (
        Column(view.text("Part")),
        Column(view.text("Supplier")),
        Column(view.text("Licence"), "verdict"),
        Column(view.text("Runs out on"), "day"),
        Column(view.text("Gap"), "number", view.text("days")),
        Column(view.text("Risk of a stop"), "number"),
        Column(view.text("Value at risk"), "number"),
    )
    rows = tuple(
        Row(
            view.row_id(part_id),
            (
                view.part_and_elements(part_id),
                Cell(view.supplier(part_id)),
                view.verdict(part_id),
                view.run_out(part_id),
                view.days(part_id, "gap_days"),
                stop_risk(view, part_id),
                at_risk(view, part_id),
            ),
            note=view.action(part_id),
        )
        for part_id in part_ids
    )
    return Table(name, columns, rows, kin="parts")


def stop_risk(view: View, part_id: int) -> Cell:
    """Licence risk in percent with its interval; a star where the cover is assumed."""
    found = view.share(view.triple(part_id, "licence_risk"))
    if found.text and view.other(part_id, "assumed_cover"):
        return Cell(f"{found.text} *", found.below)
    return found


def at_risk(view: View, part_id: int) -> Cell:
    """Money at risk says whether it is margin; spend is never called margin."""
    amount = view.number(part_id, "value_at_risk")
    if amount is None:
        return Cell("")
    basis = view.other(part_id, "money_basis")
    words = {"margin": view.text("margin"), "spend": view.text("spend")}
    return Cell(view.money(amount, view.fact(part_id, "currency") or ""), words.get(basis, ""))


def _suspended_table(view: View, name: str, part_ids: Sequence[int]) -> Table:
    columns = (
        Column(view.text("Part")),
        Column(view.text("Supplier")),
        Column(view.text("Licence"), "verdict"),
        Column(view.text("Suspended until"), "day"),
        Column(view.text("Announcement")),
    )
    rows = []
    for part_id in part_ids:
        licence = view.licence(part_id)
        until = licence.suspended_until
        end = view.text("no end known") if until is None else view.catalogue.date(until)
        rows.append(
            Row(
                view.row_id(part_id),
                (
                    view.part(part_id),
                    Cell(view.supplier(part_id)),
                    view.verdict(part_id),
                    Cell(end),
                    Cell(
                        view.catalogue.grouped(
                            dict.fromkeys(view.shipped(c.title) for c in licence.controls)
                        )
                    ),
                ),
            )
        )
    return Table(name, columns, tuple(rows))


def _law(view: View) -> list[Block]:
    columns, rows = law_rows(view)
    if not rows:
        return []
    waiting = view.totals.waits_law - int(np.count_nonzero(view.seldom))
    return [
        Heading(f"{view.text('Waits for the law')} ({view.catalogue.number(waiting)})"),
        Paragraph(
            view.text(
                "One answer about the law settles all parts of a line together; nobody needs to be "
                "asked about single parts. Both outcomes are shown."
            ),
            "note",
        ),
        Table("law", columns, rows),
        *seldom_note(view),
    ]


def seldom_note(view: View) -> list[Block]:
    """How many parts of kinds that seldom hold what the open controls name wait for the law."""
    return [Paragraph(said, "note") for said in seldom_words(view)]


def seldom_words(view: View) -> list[str]:
    """The same as a sentence; none where there is no such part."""
    seldom = int(np.count_nonzero(view.seldom))
    if not seldom:
        return []
    said = nmsg(
        "Of those that wait for the law, {n} part is of a kind that seldom holds what the open controls "
        "name; it is only counted, in the annex.",
        "Of those that wait for the law, {n} parts are of kinds that seldom hold what the open controls "
        "name; they are only counted, in the annex.",
        seldom,
    )
    return [view.say(said)]


def law_rows(view: View) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """One line per control that parts wait for, with the parts, spend and both outcomes."""
    key = (law_rows, view.settings.limits["law_makers"])
    if key not in view.memo:
        view.memo[key] = _law_rows(view)
    found: tuple[tuple[Column, ...], tuple[Row, ...]] = view.memo[key]
    return found


def _law_rows(view: View) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column(view.text("Announcement")),
        Column(view.text("Parts"), "number"),
        Column(view.text("Annual spend"), "number"),
        Column(view.text("If the suspensions have ended")),
        Column(view.text("If they were extended")),
    )
    touched = _by_control(view)
    names = {control.id: control.number for control in view.edition.controls}
    rows = []
    for control, part_ids in sorted(touched.items(), key=lambda item: (-len(item[1]), item[0])):
        name = view.announcement(control, names.get(control, control))
        rows.append(
            Row(
                control,
                (
                    Cell(
                        view.text(
                            "{name}: {subject}",
                            name=name,
                            subject=_subject(view, part_ids, control),
                        ),
                        _makers(view, part_ids),
                        strong=True,
                    ),
                    Cell(view.catalogue.number(len(part_ids))),
                    Cell(view.spend(part_ids)),
                    Cell(_outcome(view, part_ids, "lapsed")),
                    Cell(_outcome(view, part_ids, "extended")),
                ),
            )
        )
    return columns, tuple(rows)


@once
def _by_control(view: View) -> dict[str, list[int]]:
    """Part ids per control they wait for, the most urgent first; a part may wait for several.

    Kinds that seldom hold what the open controls name are left to the annex.
    """
    licences = view.assessment.licences
    waited = [
        tuple(dict.fromkeys(c.id for c in kind.controls if c.verdict == "not_verified"))
        if kind.waits_on == "law"
        else ()
        for kind in licences.kinds
    ]
    touched: dict[str, list[int]] = {}
    codes = licences.of.tolist()
    waiting = np.asarray((view.waits == "law") & ~view.seldom, dtype=np.bool_)
    for part_id in view.ranked(waiting):
        for control in waited[codes[part_id]]:
            touched.setdefault(control, []).append(part_id)
    return touched


def _subject(view: View, part_ids: Sequence[int], control: str) -> str:
    """What all these parts are waited for as; where they differ, what the announcement controls."""
    licences = view.assessment.licences
    codes = dict.fromkeys(licences.of[part_ids].tolist())
    found = [f for code in codes for f in licences.kinds[code].controls if f.id == control]
    titles = list(dict.fromkeys(finding.title for finding in found))
    if len(titles) > 1:
        titles = [
            status.title
            for status in view.edition.controls
            if status.id == control and any(speaks_of(f.item, status.provision) for f in found)
        ] or titles
    return view.catalogue.grouped(view.shipped(title) for title in dict.fromkeys(titles))


def _makers(view: View, part_ids: Sequence[int]) -> str:
    """Makers (else suppliers) of a line with their number of parts, most first."""
    counted: dict[str, int] = {}
    for part_id in part_ids:
        maker = view.fact(part_id, "manufacturer") or view.supplier(part_id)
        counted[maker] = counted.get(maker, 0) + 1
    at_most = view.settings.limits["law_makers"]
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    named = [
        f"{isolated(name)} ({view.catalogue.number(count)})" for name, count in ordered[:at_most]
    ]
    if len(ordered) > at_most:
        named.append(view.text("{n} more", n=len(ordered) - at_most))
    return view.catalogue.listed(named)


def _outcome(view: View, part_ids: Sequence[int], case: str) -> str:
    """How many parts would have which verdict in a case; empty where no case was reckoned."""
    counted: dict[Verdict, int] = {}
    for part_id in part_ids:
        cases = view.licence(part_id).cases
        if cases and case in cases:
            counted[cases[case]] = counted.get(cases[case], 0) + 1
    return view.catalogue.listed(
        f"{view.catalogue.number(counted[verdict])} {view.say(word)}"
        for verdict, word in VERDICT_WORDS.items()
        if verdict in counted
    )


def _groups(view: View) -> list[Block]:
    """Parts that were not screened: one line per material group with its spend."""
    groups: dict[str, list[int]] = {}
    for part_id in view.ranked(np.asarray(view.waits == "recognition", dtype=np.bool_)):
        group = view.fact(part_id, "material_group") or view.text("no material group")
        groups.setdefault(group, []).append(part_id)
    if not groups:
        return []
    at_most = view.settings.limits["groups"]
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = tuple(
        Row(
            group,
            (
                Cell(group, strong=True),
                Cell(view.catalogue.number(len(part_ids))),
                Cell(view.spend(part_ids)),
                Cell(view.examples(part_ids)),
            ),
        )
        for group, part_ids in ordered[:at_most]
    )
    columns = (
        Column(view.text("Material group")),
        Column(view.text("Parts"), "number"),
        Column(view.text("Annual spend"), "number"),
        Column(view.text("For example")),
    )
    count = view.totals.not_screened
    blocks: list[Block] = [
        Heading(f"{view.text('Not screened')} ({view.catalogue.number(count)})"),
        Paragraph(
            view.text(
                "What these lines are was not recognised, or they are kits whose contents are not "
                "known. Nothing is said about them: they may need a licence. A clearer description "
                "or a manufacturer part number lets them be judged."
            ),
            "note",
        ),
        Table("groups", columns, rows),
    ]
    left_out = view.left_out(len(rows), len(ordered))
    if left_out is not None:
        blocks.append(Paragraph(view.say(left_out), "note"))
    return blocks
