"""The Monday sheet: one page that is read in a minute, and what to do after it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from desktop_app.assessment.answer import answer
from desktop_app.language.catalogue import isolated
from desktop_app.model.assessment import Action
from desktop_app.model.findings import Message, nmsg
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Section, Table
from desktop_app.report.sections.clock import affected
from desktop_app.report.sections.files import reconciliation
from desktop_app.report.sections.law import checked
from desktop_app.report.sections.measures import LATE, decision, nothing_urgent
from desktop_app.report.sections.on_file import on_the_way
from desktop_app.report.sections.pressing import first_moves, needs_one, pressing
from desktop_app.report.sections.ranked import law_rows, seldom_words
from desktop_app.report.sections.rests_on import clock_notes
from desktop_app.report.sections.summary import counts
from desktop_app.report.sentences import sentences
from desktop_app.report.view import View, once

NAMED_NEW = 6
NAMED_EACH = 2


def monday(view: View) -> Section:
    """The answer, what runs out first, what to do per supplier, what is not known."""
    blocks: list[Block] = [
        Paragraph(
            view.catalogue.sentences(view.say_briefly(part) for part in answer(view.assessment)),
            "lead",
        ),
        *decision(view),
        counts(view),
        *_whose(view),
        *_first_out(view),
        *on_the_way(view),
        *_today(view),
        *_not_known(view),
        *_since(view),
        *_small_print(view),
    ]
    return Section("monday", view.text("This week"), tuple(blocks))


def _since(view: View) -> list[Block]:
    """What is new since the last run and why; nothing where none was kept."""
    since = view.assessment.since
    if since is None:
        return []
    heading = Heading(view.text("Since {day}", day=since.on), 3)
    if not since.causes:
        return [heading, Paragraph(view.text("Nothing changed."), "note")]
    counted = view.text(
        "New: {new}. No longer: {cleared}.",
        new=view.named(since.new, NAMED_NEW) if since.new else view.text("none"),
        cleared=since.cleared,
    )
    said = (counted, *(view.say(cause) for cause in since.causes))
    return [heading, Paragraph(view.catalogue.sentences(said), "note")]


def _first_out(view: View) -> list[Block]:
    """What runs out first of all that may need a licence, whatever the answer above begins with; what
    ends before goods could be here goes before what does not."""
    gaps = view.assessment.numbers["gap_days"].to_numpy(dtype=np.float64)
    by_day = sorted(affected(view), key=lambda part_id: not gaps[part_id] > 0)
    part_ids = by_day[: view.settings.limits["first_out"]]
    if not part_ids:
        return []
    columns = (
        Column(view.text("Part")),
        Column(view.text("Supplier")),
        Column(view.text("Licence"), "verdict"),
        Column(view.text("Runs out on"), "day"),
        Column(view.text("Gap"), "number", view.text("weeks")),
    )
    rows = tuple(
        Row(
            view.row_id(part_id),
            (
                view.part_and_plant(part_id),
                Cell(view.supplier(part_id)),
                view.verdict(part_id),
                view.run_out(part_id),
                view.weeks(part_id),
            ),
        )
        for part_id in part_ids
    )
    heading = Heading(view.text("First to run out"), 3)
    return [heading, Table("first_out", columns, rows, keep=True)]


@dataclass
class _Supplier:
    """The urgent parts of one supplier, the most urgent first, and what to do about them."""

    parts: list[int] = field(default_factory=list)
    actions: dict[str, Action] = field(default_factory=dict)
    about: dict[str, list[int]] = field(default_factory=dict)
    """Per action the parts it is for: with several orders, whoever reads must know which is which."""


def _today(view: View) -> list[Block]:
    """One line per supplier: the first thing to do about its parts, said of the most urgent."""
    suppliers = _by_supplier(view)
    if not suppliers:
        return [
            Heading(view.text("What to do today, supplier by supplier"), 3),
            *nothing_urgent(view),
        ]
    at_most = view.settings.limits["today"]
    shown = list(suppliers.items())[:at_most]
    owners = any(_owner(view, found) for _, found in shown)
    rows = tuple(
        Row(
            name,
            (
                Cell(_with_owner(view, name, found), strong=True),
                Cell(view.catalogue.number(len(found.parts))),
                Cell(view.named(found.parts, 3)),
                Cell(_first_day(view, found.parts)),
            ),
            note="\n".join(_orders(view, name, found)),
        )
        for name, found in shown
    )
    columns = (
        Column(view.text("Supplier (purchasing group)") if owners else view.text("Supplier")),
        Column(view.text("Parts"), "number"),
        Column(view.text("Which")),
        Column(view.text("First runs out on"), "day"),
    )
    heading = Heading(view.text("What to do today, supplier by supplier"), 3)
    blocks: list[Block] = [heading, Table("today", columns, rows)]
    more = [view.say(said) for said in _left_out(view, suppliers, [name for name, _ in shown])]
    if more:
        blocks.append(Paragraph(view.catalogue.sentences(more), "note"))
    return blocks


def _left_out(
    view: View, suppliers: Mapping[str, _Supplier], shown: Sequence[str]
) -> Iterator[Message]:
    """What the page had no room for: further orders to suppliers it names, and further suppliers."""
    most = view.settings.limits["orders"]
    curtailed = sum(len(suppliers[name].actions) > most for name in shown)
    if curtailed:
        yield nmsg(
            "For {n} of these suppliers there is more to do; see the management report.",
            "For {n} of these suppliers there is more to do; see the management report.",
            curtailed,
        )
    if len(suppliers) > len(shown):
        yield nmsg(
            "{n} more supplier has something to do; see the management report.",
            "{n} more suppliers have something to do; see the management report.",
            len(suppliers) - len(shown),
        )


def _orders(view: View, name: str, found: _Supplier) -> Iterator[str]:
    """What to do, one order a line; nobody can be asked who is not named."""
    if name == view.text("no supplier named"):
        yield view.text("Enter the supplier of these parts")
    named = _most_pressing(view, found)
    tells_apart = any(len(found.about[order]) < len(found.parts) for order in named)
    for order in named:
        said = view.say_briefly(found.actions[order].text)
        if tells_apart:
            which = view.named(found.about[order], NAMED_EACH)
            said = view.text("{fact}: {said}", fact=which, said=said)
        yield said


def _with_owner(view: View, name: str, found: _Supplier) -> str:
    """The supplier and the purchasing group that answers for it; one line, for room is short."""
    owner = _owner(view, found)
    return f"{isolated(name)} ({owner})" if owner else name


def _owner(view: View, found: _Supplier) -> str | None:
    """The purchasing group of a supplier's first part; none on the sheet of a group, which says whose
    it is."""
    return None if view.scope.group else view.fact(found.parts[0], "owner")


@once
def _by_supplier(view: View) -> dict[str, _Supplier]:
    """In the order in which the page is worked down: that of the suppliers' first parts."""
    found: dict[str, _Supplier] = {}
    for part_id in pressing(view):
        group = found.setdefault(view.supplier(part_id), _Supplier())
        group.parts.append(part_id)
        for action in first_moves(view, part_id):
            key = f"{action.id}:{action.about}" if action.about else action.id
            group.actions.setdefault(key, action)
            group.about.setdefault(key, []).append(part_id)
    return found


def _most_pressing(view: View, group: _Supplier) -> list[str]:
    """Of many orders as many as the page has room for, in the order of their parts: what a part hangs
    on that needs a licence and has none, then what is on order; questions after them."""

    def rank(name: str) -> int:
        if name == LATE:
            return 1
        if group.actions[name].about:
            return 2
        return 0 if any(needs_one(view, part_id) for part_id in group.about[name]) else 2

    kept = sorted(group.actions, key=rank)[: view.settings.limits["orders"]]
    return [name for name in group.actions if name in kept]


def _first_day(view: View, part_ids: Sequence[int]) -> str:
    """The first day on which one of these parts runs out; empty where none is known."""
    days = [day for part_id in part_ids if (day := view.other(part_id, "run_out")) is not None]
    return view.day(min(days)) if days else ""


def _whose(view: View) -> list[Block]:
    """Which parts the sheet of a purchasing group is about; nothing where it is about all."""
    group = view.scope.group
    if group is None:
        return []
    whose = nmsg(
        "This sheet is about the {n} part of purchasing group {group}, of {total} in these files.",
        "This sheet is about the {n} parts of purchasing group {group}, of {total} in these files.",
        group.parts,
        total=group.of_parts,
        group=group.name,
    )
    said = [view.say(whose)]
    if group.nameless:
        nameless = nmsg(
            "{n} part names no group and is on no group's sheet.",
            "{n} parts name no group and are on no group's sheet.",
            group.nameless,
        )
        said.append(view.say(nameless))
    return [Paragraph(view.catalogue.sentences(said), "note")]


def _not_known(view: View) -> list[Block]:
    columns, rows = law_rows(view)
    shown = rows[: view.settings.limits["law_lines"]]
    unscreened = _unscreened(view)
    blocks: list[Block] = []
    if shown:
        blocks.append(Heading(view.text("For counsel: open questions of law"), 3))
        blocks.append(Table("counsel", columns, shown, keep=True))
    elif unscreened or seldom_words(view):
        blocks.append(Heading(view.text("What is not known"), 3))
    if len(rows) > len(shown):
        more = nmsg(
            "{n} more announcement has an open status.",
            "{n} more announcements have an open status.",
            len(rows) - len(shown),
        )
        blocks.append(Paragraph(view.say(more), "note"))
    read = (view.say(found) for found in reconciliation(view))
    said = [*seldom_words(view), *unscreened, *read]
    return [*blocks, Paragraph(view.catalogue.sentences(said), "note")]


@once
def _unscreened(view: View) -> list[str]:
    if not view.totals.not_screened:
        return []
    part_ids = np.flatnonzero(np.asarray(view.waits == "recognition", dtype=np.bool_)).tolist()
    spend = view.spend(part_ids)
    said = nmsg(
        "{n} line was not recognised and not screened: nothing is said about it.",
        "{n} lines were not recognised and not screened: nothing is said about them.",
        view.totals.not_screened,
    )
    if not spend:
        return [view.say(said)]
    if view.totals.not_screened == 1:
        return [view.say(said), view.text("Its annual spend: {spend}.", spend=spend)]
    return [view.say(said), view.text("Their annual spend: {spend}.", spend=spend)]


def _small_print(view: View) -> list[Block]:
    """What the days above rest on, then every sentence that holds."""
    has_days = bool(affected(view)) or bool(view.totals.needed)
    said = clock_notes(view) if has_days else []
    said += [view.say(found) for _, found in sentences(view)]
    return [Paragraph(view.catalogue.sentences((*said, view.say(checked(view)))), "small")]
