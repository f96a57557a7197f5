"""The clock: which stock ends first and when relief could come; then structural shortage."""

from datetime import date, timedelta

import numpy as np

from desktop_app.language.catalogue import isolated
from desktop_app.model.findings import msg, nmsg
from desktop_app.report.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    RunOut,
    RunOutChart,
    Section,
    Table,
)
from desktop_app.report.part_view import LONGEST, cut
from desktop_app.report.sections.on_file import on_file
from desktop_app.report.sections.portfolio import products
from desktop_app.report.sections.ranked import at_risk, stop_risk
from desktop_app.report.sections.shortage import shortage
from desktop_app.report.view import View, once

HORIZON_MONTHS = 24
"""Month marks prepared for the picture; it draws those that fall into its span."""

NO_DATES = msg(
    "No run-out date can be given: no part that may need a licence came with its stock and its "
    "demand. Add both, and the dates appear here."
)


def clock(view: View) -> Section:
    """Run-out picture, and shortage."""
    return Section(
        "clock",
        view.text("What runs out first, and what is scarce"),
        (*_run_out(view), *on_file(view), *products(view), *shortage(view)),
    )


def times(view: View) -> Section:
    """The figures behind the run-out picture, of every part in it."""
    part_ids = affected(view)[: view.settings.limits["run_out"]]
    title = view.text("Time and money, part by part")
    if not part_ids:
        said = view.text("No part that may need a licence came with its stock and its demand.")
        return Section("times", title, (Paragraph(said),))
    note = view.text(
        "Gap: licence time and delivery, less the days that stock and cleared goods in transit last; above "
        "zero, stock ends before relief. Second lines give the lowest and the highest value. Risk "
        "of a stop: our estimate that the line stops at the next replenishment for want of a "
        "licence; higher is worse."
    )
    return Section("times", title, (Paragraph(note, "note"), figures_table(view, part_ids)))


@once
def affected(view: View) -> list[int]:
    """Parts that may need a licence and have a run-out date, the first to run out on top."""
    numbers = view.assessment.numbers
    days, is_dated = (
        numbers["cover_days"].to_numpy(np.float64),
        numbers["run_out"].notna().to_numpy(),
    )
    chosen = np.asarray(
        np.isfinite(days)
        & is_dated
        & (view.verdicts != "not_needed")
        & (view.waits != "recognition")
    )
    rows = np.flatnonzero(chosen)
    found: list[int] = rows[np.argsort(days[rows], kind="stable")].tolist()
    return found


def _run_out(view: View) -> list[Block]:
    part_ids = affected(view)
    heading = Heading(view.text("Run-out dates"))
    if not part_ids:
        return [heading, Paragraph(view.say(NO_DATES))]
    shown = part_ids[: view.settings.limits["run_out"]]
    blocks: list[Block] = [heading, chart(view, shown), Paragraph(counted_from(view), "note")]
    left_out = view.left_out(len(shown), len(part_ids))
    if left_out is not None:
        blocks.append(Paragraph(view.say(left_out), "note"))
    return blocks


def counted_from(view: View) -> str:
    """From which day stock counts: who asks about a later day must know that it is not today's."""
    return view.text(
        "Days count from {day}, the day asked about: stock without a day of its own (a column such as "
        "“Stock as of”) is taken as what is there on that day.",
        day=view.inquiry.on,
    )


def chart(view: View, part_ids: list[int]) -> RunOutChart:
    """The run-out picture of some parts."""
    start = view.inquiry.on
    lines = []
    for part_id in part_ids:
        part, gap = view.part(part_id), view.number(part_id, "gap_days")
        supply = view.triple(part_id, "cover_days") or (0.0, 0.0, 0.0)
        late = gap is not None and round(gap) > 0
        lines.append(
            RunOut(
                id=view.row_id(part_id),
                label=cut(part.text, LONGEST),
                below=" · ".join(
                    isolated(cut(t, LONGEST)) for t in (part.below, view.supplier(part_id)) if t
                ),
                supply=supply,
                licence=view.triple(part_id, "licence_days"),
                delivery=view.triple(part_id, "lead_time_days"),
                run_out=view.run_out(part_id).text,
                gap=view.say(nmsg("{n} day", "{n} days", round(gap))) if late and gap else "",
                mark=view.licence(part_id).verdict,
            )
        )
    words = (
        ("stock", view.text("stock and cleared goods in transit")),
        ("licence", view.text("time for the licence")),
        ("delivery", view.text("delivery")),
        ("gap", view.text("gap: nothing left")),
        ("span", view.text("earliest to latest run-out")),
    )
    alt = view.text(
        "Bars from {day}: how long stock and cleared goods in transit last, and when a licence applied for "
        "on that day could bring goods.",
        day=start,
    )
    return RunOutChart("run_out", start, tuple(lines), month_marks(view, start), words, alt)


def month_marks(view: View, start: date) -> tuple[tuple[int, str], ...]:
    """First days of months with their names, a January by its year.

    The names are those within a date: Babel keeps what months are called alone in one place for all
    languages, so a French page after a Chinese one would read 12月.
    """
    from babel.dates import format_date

    marks, day = [], start.replace(day=1)
    for _ in range(HORIZON_MONTHS):
        day = (day + timedelta(days=32)).replace(day=1)
        locale = view.catalogue.locale
        label = format_date(day, "y" if day.month == 1 else "MMM", locale=locale)
        marks.append(((day - start).days, str(label)))
    return tuple(marks)


def figures_table(view: View, part_ids: list[int]) -> Table:
    """Stock, licence, delivery, gap, risk and money of some parts, each named above its figures: so
    many columns leave no room for a name."""
    columns = (Column(view.text("Licence"), "verdict"), *_figures(view))
    rows = tuple(
        Row(
            view.row_id(part_id),
            (view.verdict(part_id), *_figures_of(view, part_id)),
            lead=_called(view, part_id),
        )
        for part_id in part_ids
    )
    return Table("run_out_figures", columns, rows)


def _called(view: View, part_id: int) -> str:
    """Number and name of a part in one line, which stands in full where the page lists every part."""
    part = view.part(part_id)
    return "  ".join(cut(words, LONGEST) for words in (part.below, part.text) if words)


def figures_of(view: View, part_id: int) -> Table:
    """The same of one part, where the page says which."""
    row = Row(view.row_id(part_id), _figures_of(view, part_id))
    return Table("run_out_figures", _figures(view), (row,))


def _figures(view: View) -> tuple[Column, ...]:
    return (
        Column(view.text("Runs out on"), "day"),
        Column(view.text("Stock lasts"), "number", view.text("days")),
        Column(view.text("Licence time"), "number", view.text("days")),
        Column(view.text("Delivery"), "number", view.text("days")),
        Column(view.text("Gap"), "number", view.text("days")),
        Column(view.text("Risk of a stop"), "number"),
        Column(view.text("Value at risk"), "number"),
    )


def _figures_of(view: View, part_id: int) -> tuple[Cell, ...]:
    return (
        view.run_out(part_id),
        view.days(part_id, "cover_days"),
        view.days(part_id, "licence_days"),
        view.days(part_id, "lead_time_days"),
        view.days(part_id, "gap_days"),
        stop_risk(view, part_id),
        at_risk(view, part_id),
    )
