"""Measures: what to do, gathered over all parts, with the risk each removes and its first date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from desktop_app.assessment.move_costs import said_later
from desktop_app.model.assessment import Action
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.report.bill import Bill
from desktop_app.report.blocks import Block, Cell, Column, Paragraph, Row, Section, Table
from desktop_app.report.sections.figures import used_figures
from desktop_app.report.sections.nothing_read import nothing_read
from desktop_app.report.sections.portfolio import potential
from desktop_app.report.view import View, once

NAMED = 3
"""Parts named behind a measure, and firms of a measure that is about several."""
LATE = "check_orders"
"""The move where stock ends before an order placed today could come."""


@dataclass
class _Measure:
    """One kind of action over its parts, the most urgent first."""

    action: Action
    parts: list[int] = field(default_factory=list)
    abouts: dict[str, Action] = field(default_factory=dict)
    """The move in the words of each whom it is about, where it names somebody."""
    removes: float = 0.0
    days: int = 0
    bill: Bill = field(default_factory=Bill)


def measures(view: View) -> Section:
    """Kinds of action: most standstill avoided per cost first, the rest by their most urgent part."""
    title = view.text("Measures")
    if not len(view.parts):
        return Section("measures", title, tuple(nothing_read(view)[:1]))
    found = _gathered(view)
    if view.has_estimates:
        found = _by_effect_and_cost(view, found)
    if not found:
        said = view.text("Nothing in these files asks for an action of yours this week.")
        return Section("measures", title, (Paragraph(said),))
    at_most = view.settings.limits["measures"]
    rows = tuple(_row(view, name, measure) for name, measure in list(found.items())[:at_most])
    columns = (
        Column(view.text("Measure, and the first parts it is for")),
        Column(view.text("Parts"), "number"),
        Column(view.text("Suppliers"), "number"),
        Column(view.text("Before"), "day"),
        *(
            [Column(view.text("Costs"), "number", view.text("in all, assumed"))]
            * view.has_estimates
        ),
        Column(view.text("Removes at most"), "number", view.text("of the risk of a stop")),
        Column(view.text("Who, by when"), fill=True),
    )
    note = view.text(
        "The words are those for the first part named. Before: the first day on which one of these "
        "parts runs out."
    )
    if view.has_estimates:
        estimate = view.text(
            "Higher risk is worse; what a measure removes is our estimate for the part it helps most."
        )
        order = view.text(
            "Costs: work and qualification at the assumed rates, stock what holding it costs a year; "
            "what cannot be priced is left out. Order: most days of standstill avoided for the money "
            "first, then what cannot be reckoned, by its most urgent part."
        )
        note = view.catalogue.sentences((note, order, estimate))
    blocks: list[Block] = [Paragraph(note, "note"), Table("measures", columns, rows)]
    blocks += left_out(view, len(rows), len(found))
    if view.has_estimates:
        blocks += potential(view)
    return Section("measures", title, tuple(blocks))


def left_out(view: View, shown: int, there_are: int) -> list[Block]:
    """How many measures a list leaves out, and where they are; nothing where it prints all."""
    if there_are <= shown:
        return []
    said = msg(
        "{shown} of {total} measures are listed here; all are in the Excel workbook.",
        shown=shown,
        total=there_are,
    )
    return [Paragraph(view.say(said), "note")]


def decision(view: View) -> list[Block]:
    """The one question to answer today: the move that helps the first part to run out most.

    None where goods under a licence come before the stock ends, or where no move is known to help.
    """
    part_id = view.totals.first_run_out_part
    gap = None if part_id is None else view.number(part_id, "gap_days")
    if part_id is None or gap is None or gap <= 0:
        return []
    moves = [action for action in view.assessment.actions[part_id] if action.removes]
    if not moves:
        return []
    best = max(moves, key=lambda action: action.removes or 0.0)
    said = view.text(
        "To decide today about {part}: {move}. Yes / no?",
        part=view.part(part_id).text,
        move=view.say(best.text),
    )
    beside = worth(view, part_id, best) if view.has_estimates else []
    return [Paragraph(view.catalogue.sentences((said, *beside)), "decision")]


def worth(view: View, part_id: int, action: Action) -> list[str]:
    """What a move avoids, in days and where the margin is known in money, and what it costs."""
    said = []
    days = action.saves_days
    margin = view.parts.number("margin_per_day")[part_id]
    if days and margin > 0:
        money = view.money(days * margin, view.fact(part_id, "currency") or "")
        avoided = nmsg(
            "It is expected to avoid {n} day of standstill, {money} of margin.",
            "It is expected to avoid {n} days of standstill, {money} of margin.",
            days,
            money=money,
        )
        said.append(view.say(avoided))
    elif days:
        avoided = nmsg(
            "It is expected to avoid {n} day of standstill.",
            "It is expected to avoid {n} days of standstill.",
            days,
        )
        said.append(view.say(avoided))
    if action.cost is not None:
        said.append(view.text("Cost: {cost}.", cost=view.say(action.cost.text)))
    return said


def nothing_urgent(view: View) -> list[Block]:
    """That nothing is urgent, and what would settle most of what is open; without a part, that
    nothing was judged."""
    if not len(view.parts):
        return nothing_read(view)
    found = list(_gathered(view).values())
    late = [_soonest(view, measure) for measure in found if measure.action.id == LATE]
    others = [measure for measure in found if measure.action.id != LATE]
    found = [*late, *others][: view.settings.limits["settling"]]
    if not found:
        return [
            Paragraph(view.text("Nothing in these files asks for an action of yours this week."))
        ]
    rows = tuple(
        Row(
            measure.action.id,
            (
                Cell(view.catalogue.grouped(_said(view, measure)), strong=True),
                Cell(view.whole(len(measure.parts))),
                Cell(view.named(measure.parts, NAMED)),
            ),
        )
        for measure in found
    )
    columns = (
        Column(view.text("What would settle most")),
        Column(view.text("Parts"), "number"),
        Column(view.text("The first of them")),
    )
    said = (
        view.text(
            "No licence is urgent this week, but stock ends before an order placed today could come. "
            "These steps would settle what is open:"
        )
        if late
        else view.text("Nothing is urgent this week. These steps would settle what is open:")
    )
    return [Paragraph(said), Table("settling", columns, rows, keep=True)]


def _soonest(view: View, measure: _Measure) -> _Measure:
    """The same with the part first that runs out first, in the words for that part."""
    parts = sorted(measure.parts, key=lambda part: view.other(part, "run_out") or date.max)
    moves = {action.id: action for action in view.assessment.actions[parts[0]]}
    return replace(measure, parts=parts, action=moves[measure.action.id])


@once
def _gathered(view: View) -> dict[str, _Measure]:
    has_action = view.assessment.actions.array(bool, bool)
    found: dict[str, _Measure] = {}
    for part_id in view.ranked(np.asarray(has_action & ~view.seldom, dtype=np.bool_)):
        for action in view.assessment.actions[part_id]:
            measure = found.setdefault(_name(found, action), _Measure(action))
            measure.parts.append(part_id)
            if action.about:
                measure.abouts.setdefault(action.about, action)
            measure.removes = max(measure.removes, action.removes or 0.0)
            measure.days += action.saves_days or 0
            measure.bill.add(part_id, view.supplier(part_id), action)
    return found


def _name(found: Mapping[str, _Measure], action: Action) -> str:
    """Its id. The same move in other words, not only with other figures, is a measure of its own: who
    makes capacitors is not asked where its magnets come from."""
    first, said = found.get(action.id), action.text
    if first is None or first.action.text.template == said.template:
        return action.id
    is_the_same = said.args or first.action.text.args
    return action.id if is_the_same else f"{action.id}:{said.template}"


def _by_effect_and_cost(view: View, found: dict[str, _Measure]) -> dict[str, _Measure]:
    """Costs are compared at rough rates, for the order only; what has no cost known stays behind."""
    worth_of = used_figures(view).rough_worth

    def turn(measure: _Measure) -> tuple[bool, float]:
        euros = sum(worth_of.get(name, 0.0) * amount for name, amount in measure.bill.money.items())
        return not measure.days, -measure.days / euros if euros > 0 else 0.0

    return dict(sorted(found.items(), key=lambda entry: turn(entry[1])))


def _row(view: View, name: str, measure: _Measure) -> Row:
    said, *further = _said(view, measure)
    days: list[date] = [
        day for part_id in measure.parts if (day := view.other(part_id, "run_out")) is not None
    ]
    return Row(
        name,
        (
            Cell("", view.named(measure.parts, NAMED)),
            Cell(view.catalogue.number(len(measure.parts))),
            Cell(view.catalogue.number(len({view.supplier(part) for part in measure.parts}))),
            Cell(view.catalogue.date(min(days)) if days else ""),
            *([Cell(measure.bill.said(view))] * view.has_estimates),
            Cell(
                view.catalogue.percent(measure.removes)
                if measure.removes and view.has_estimates
                else ""
            ),
            Cell(""),
        ),
        lead=said,
        note="\n".join(further),
    )


def _said(view: View, measure: _Measure) -> list[str]:
    """What to do, and what it avoids later where it comes too late for what runs out now; of a move
    that names somebody a sentence for each of the first, and how many more there are."""
    if not measure.abouts:
        later = said_later(measure.action) if view.has_estimates else None
        said = view.say(measure.action.text)
        return [said if later is None else view.catalogue.grouped((said, view.say(later)))]
    named = [view.say_briefly(said) for said in _per_listed_firm(measure.abouts.values())]
    shown, more = named[:NAMED], len(named) - NAMED
    if more > 0:
        shown[-1] = view.text("{parts} and {n} more", parts=shown[-1], n=more)
    return shown


def _per_listed_firm(actions: Iterable[Action]) -> list[Message]:
    """The sentences, one for all the ways in which one firm of a list is written: "TDK" and "TDK
    Corporation" are one thing to find out."""
    written: dict[Message, dict[str, None]] = {}
    for action in actions:
        firms = [str(value) for name, value in action.text.args if name == "supplier"]
        others = tuple(arg for arg in action.text.args if arg[0] != "supplier")
        written.setdefault(replace(action.text, args=others), {}).update(dict.fromkeys(firms))
    return [
        replace(asked, args=(*asked.args, ("supplier", " / ".join(firms)))) if firms else asked
        for asked, firms in written.items()
    ]
