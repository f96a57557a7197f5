"""The first page: the answer, the counts, what to do this week, whom to ask."""

from collections.abc import Sequence

from desktop_app.assessment.answer import answer
from desktop_app.model.assessment import Totals
from desktop_app.model.findings import Message, nmsg
from desktop_app.model.words import VERDICT_WORDS, WAITS_WORDS
from desktop_app.report.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    Figure,
    Figures,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
)
from desktop_app.report.sections.measures import decision, nothing_urgent
from desktop_app.report.sections.pressing import first_moves, pressing
from desktop_app.report.sections.questions import by_supplier
from desktop_app.report.sections.ranked import law_rows, seldom_note
from desktop_app.report.sentences import sentence, sentences
from desktop_app.report.view import View


def summary(view: View) -> Section:
    """What a person who reads one page must know."""
    blocks: list[Block] = [
        Paragraph(
            view.catalogue.sentences(view.say_briefly(part) for part in answer(view.assessment)),
            "lead",
        ),
        *decision(view),
        counts(view),
        *_probability_line(view),
        *this_week(view),
        *_ask_first(view),
        *_counsel(view),
        *_reconciled(view),
    ]
    said = [Paragraph(view.say(said), "note") for _, said in sentences(view, front=True)]
    if said:
        blocks += [Heading(view.text("What this result means"), 3), *said]
    blocks.append(Contents(view.text("In this report")))
    return Section("summary", view.text("The answer"), tuple(blocks))


def counts(view: View) -> Figures:
    """The strip of counts; they are never added up."""
    totals, say = view.totals, view.say
    number = view.catalogue.number
    return Figures(
        (
            Figure(
                number(totals.needed), say(VERDICT_WORDS["needed"]), "needed", _uncovered(view)
            ),
            Figure(number(totals.waits_part), say(WAITS_WORDS["part"]), "not_verified"),
            Figure(number(totals.waits_law), say(WAITS_WORDS["law"]), "not_verified"),
            Figure(number(totals.suspended), say(VERDICT_WORDS["suspended"]), "suspended"),
            Figure(
                number(totals.not_screened), say(WAITS_WORDS["recognition"]),
                "not_verified", quiet=True,
            ),
            Figure(number(totals.not_needed), say(VERDICT_WORDS["not_needed"]), "not_needed",
                   quiet=True, detail=say(nmsg("of {n} part", "of {n} parts", totals.parts))),
        )
    )  # fmt: skip


def _uncovered(view: View) -> str:
    totals: Totals = view.totals
    if not totals.needed or totals.needed_uncovered == totals.needed:
        return ""
    return view.say(
        nmsg(
            "{n} without a licence on the way",
            "{n} without a licence on the way",
            totals.needed_uncovered,
        )
    )


def _probability_line(view: View) -> list[Block]:
    said = sentence(view, "as_last_read")
    return [Paragraph(view.say(said), "note")] if said else []


def this_week(view: View) -> list[Block]:
    """At most ten lines: what is urgent and can be done by the reader."""
    at_most = view.settings.limits["this_week"]
    chosen = pressing(view)
    heading = Heading(view.text("What to do this week"))
    if not chosen:
        return [heading, *nothing_urgent(view)]
    rows = tuple(
        Row(
            view.row_id(part_id),
            (
                Cell(str(place)),
                view.part_and_plant(part_id),
                Cell(view.supplier(part_id), view.fact(part_id, "owner") or ""),
                view.verdict(part_id),
                view.run_out(part_id),
                view.days(part_id, "gap_days"),
            ),
            note=view.say(first_moves(view, part_id)[0].text),
        )
        for place, part_id in enumerate(chosen[:at_most], start=1)
    )
    columns = (
        Column(""),
        Column(view.text("Part")),
        Column(view.text("Supplier")),
        Column(view.text("Licence"), "verdict"),
        Column(view.text("Runs out on"), "day"),
        Column(view.text("Gap"), "number", view.text("days")),
    )
    blocks: list[Block] = [heading, Table("this_week", columns, rows)]
    if len(chosen) > at_most:
        blocks.append(Paragraph(view.say(_more(view, chosen, at_most)), "note"))
    return blocks


def _more(view: View, chosen: Sequence[int], shown: int) -> Message:
    """Where the rest stands: the ranked list has no part that waits for the law only."""
    rest = chosen[shown:]
    if any(view.licence(part_id).waits_on == "law" for part_id in rest):
        left_out = view.left_out(shown, len(chosen))
        if left_out is not None:
            return left_out
    return nmsg(
        "{n} more part has something to do; see the ranked list.",
        "{n} more parts have something to do; see the ranked list.",
        len(rest),
    )


def _ask_first(view: View) -> list[Block]:
    """The suppliers whose answers change most, with the first question for each; who is asked the same
    stands in one line."""
    suppliers = by_supplier(view)
    if not suppliers:
        return []
    at_most = view.settings.limits["ask_first"]
    number = view.catalogue.number
    same: dict[str, dict[str, int]] = {}
    for name, questions in list(suppliers.items())[:at_most]:
        parts = {part for asked in questions for part in asked.parts}
        same.setdefault(view.say(questions[0].question.text), {})[name] = len(parts)
    rows = tuple(
        Row(
            next(iter(names)),
            (
                Cell(view.catalogue.grouped(names), strong=True),
                Cell(number(sum(names.values()))),
                Cell(question),
            ),
        )
        for question, names in same.items()
    )
    columns = (
        Column(view.text("Supplier")),
        Column(view.text("Parts"), "number"),
        Column(view.text("The first question")),
    )
    return [Heading(view.text("Whom to ask first")), Table("ask_first", columns, rows)]


def _counsel(view: View) -> list[Block]:
    """Open questions of law, one line each: an answer settles all parts of the line together."""
    columns, rows = law_rows(view)
    asked: list[Block] = [Table("counsel", columns, rows, keep=True)] if rows else []
    said = [*asked, *seldom_note(view)]
    title = (
        view.text("For counsel: open questions of law") if rows else view.text("What is not known")
    )
    return [Heading(title), *said] if said else []


def _reconciled(view: View) -> list[Block]:
    from desktop_app.report.sections.files import reconciliation

    return [Paragraph(view.say(said), "note") for said in reconciliation(view)]
