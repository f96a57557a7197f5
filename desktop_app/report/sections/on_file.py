"""Applications on the way and licences held: who waits for whom since when, and what is missing."""

from collections.abc import Collection, Sequence

from desktop_app.language.catalogue import isolated
from desktop_app.model.assessment import LicenceOnFile, LicenceState
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from desktop_app.report.view import View

STATE_WORDS: dict[LicenceState, Message] = {
    "planned": msg("not filed yet"),
    "on_the_way": msg("on the way"),
    "late": msg("overdue: ask the exporter"),
    "held": msg("licence held"),
    "ended": msg("ended or used up"),
}
ON_THE_WAY: frozenset[LicenceState] = frozenset({"planned", "on_the_way", "late"})


def on_the_way(view: View) -> list[Block]:
    """The applications that wait, those overdue first; nothing where none was recorded."""
    found = [record for record in view.assessment.licences_on_file if record.state in ON_THE_WAY]
    return _table(view, found, view.text("Applications on the way"), "applications")


def on_file(view: View) -> list[Block]:
    """Every application and licence of the project; nothing where none was recorded."""
    found = list(view.assessment.licences_on_file)
    return _table(view, found, view.text("Applications and licences on file"), "on_file")


def on_file_of(view: View, part_ids: Collection[int]) -> list[Block]:
    """The applications and licences that hold one of these parts: how far its papers are."""
    known = view.assessment.licences_on_file
    found = [record for record in known if not set(record.part_ids).isdisjoint(part_ids)]
    return _table(view, found, view.text("Applications and licences on file"), "on_file")


def _table(view: View, found: Sequence[LicenceOnFile], title: str, name: str) -> list[Block]:
    if not found:
        return []
    shown = found[: view.settings.limits["applications"]]
    columns = (
        Column(view.text("Supplier")),
        Column(view.text("Parts")),
        Column(view.text("State")),
        Column(view.text("Expected or valid until"), "day"),
        Column(view.text("Missing papers")),
    )
    blocks: list[Block] = [
        Heading(title, 3),
        Table(name, columns, tuple(_row(view, record) for record in shown), keep=True),
    ]
    if len(found) > len(shown):
        more = nmsg("{n} more is in the audit annex.", "{n} more are in the audit annex.",
                    len(found) - len(shown))  # fmt: skip
        blocks.append(Paragraph(view.say(more), "note"))
    return blocks


def _row(view: View, record: LicenceOnFile) -> Row:
    day = record.valid_until or record.due
    return Row(
        record.id,
        (
            Cell(record.supplier, record.number, strong=True),
            Cell(
                view.named(record.part_ids, 2) if record.part_ids else view.text("no part of these")
            ),
            Cell(view.say(STATE_WORDS[record.state]), _since(view, record)),
            Cell(view.day(day) if day else ""),
            Cell(view.catalogue.grouped(isolated(paper) for paper in record.papers_missing)),
        ),
    )


def _since(view: View, record: LicenceOnFile) -> str:
    """How long an application has been running, or what of a licence is left."""
    if record.working_days is not None:
        count, all_days = record.working_days, record.statutory_days
        if record.accepted is not None:
            return view.text(
                "Working day {n} of {all} since it was accepted on {day}.",
                n=count, all=all_days, day=record.accepted,
            )  # fmt: skip
        return view.text(
            "Working day {n} of {all} since it was filed on {day}.",
            n=count, all=all_days, day=record.filed,
        )  # fmt: skip
    if record.quantity_left is not None:
        left = f"{view.catalogue.number(record.quantity_left)} {record.unit}".strip()
        return view.text("{quantity} left", quantity=left)
    return ""
