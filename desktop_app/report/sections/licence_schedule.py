"""How long an application takes, step by step with its days, and whether the stock lasts so long.

For the house: it stands before the certificate, and says when the buyer's own stock ends.
"""

from collections.abc import Collection, Sequence
from datetime import date

from desktop_app.assessment.assumptions import ASSUMED
from desktop_app.assessment.licence_plan import Days, PlannedStep, planned
from desktop_app.model.assessment import LicenceOnFile
from desktop_app.model.findings import Message, msg
from desktop_app.model.verdict import Interval
from desktop_app.register.supply import FigureSource, LicenceStep
from desktop_app.report.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Section,
    StepBar,
    StepsChart,
    Table,
    Worker,
)
from desktop_app.report.citations import cited
from desktop_app.report.sections.clock import month_marks
from desktop_app.report.sections.figures import basis_of, used_figures
from desktop_app.report.sections.licence_papers import licensed_parts
from desktop_app.report.sections.stock_until_arrival import (
    against_stock,
    against_the_clock,
    first_out,
)
from desktop_app.report.view import View

STEP_WORDS: dict[str, Message] = {
    "papers": msg("You gather, sign and stamp the papers"),
    "courier": msg("A courier brings the originals to the exporter"),
    "province": msg("The exporter files; the authority of its province checks and passes on"),
    "ministry": msg("MOFCOM decides"),
    "delivery": msg("Export customs, freight, arrival"),
}
"""By the ids of ``licence_steps.yaml``."""
WHO: dict[str, Worker] = {
    "papers": "own",
    "courier": "own",
    "province": "authority",
    "ministry": "authority",
}
"""Whose work a step is; what is not named is the way of the goods."""
EARLIEST, LIKELY, LATEST = range(3)


def schedule(view: View) -> Section:
    """The plan as a picture and as a table with a place for what came true; nothing where the way
    cannot be reckoned any more."""
    parts = licensed_parts(view)
    title = view.text("How long it takes")
    filed = _on_the_way(view, parts)
    if filed is not None and filed.state == "late":
        said = view.text(
            "The application filed on {day} had its answer due by {due}: ask the exporter. When goods "
            "come cannot be reckoned.",
            day=filed.filed, due=filed.due,
        )  # fmt: skip
        return Section("schedule", title, (Paragraph(said),))
    steps = _plan(view, parts, filed)
    blocks: list[Block] = [
        Paragraph(_arrival(view, parts, steps)),
        Paragraph(_counted(view, parts, filed, steps), "note"),
        _chart(view, parts, steps),
        _table(view, parts, steps),
        *_beyond(view, parts, steps),
        *_sources(view, steps),
    ]
    return Section("schedule", title, tuple(blocks))


def _table(view: View, parts: Collection[int], steps: Sequence[PlannedStep]) -> Table:
    """The same in days and dates, the likely ones above the earliest and latest."""
    columns = (
        Column(view.text("Step")),
        Column(view.text("Takes"), "number"),
        Column(view.text("Begins"), "day"),
        Column(view.text("Ends"), "day"),
        Column(view.text("Rests on")),
        Column(view.text("Done on"), fill=True),
    )
    rows = tuple(
        Row(
            made.step.id,
            (
                Cell(_step_words(view, made.step.id), strong=True),
                _takes(view, made),
                _when(view, made.begins),
                _when(view, made.ends),
                Cell(_rests_on(view, parts, made.step)),
                Cell(""),
            ),
        )
        for made in steps
    )
    return Table("schedule", columns, rows, keep=True)


def _on_the_way(view: View, parts: Collection[int]) -> LicenceOnFile | None:
    """The application that these parts wait for; None where one of them has none. Of several for one
    part the one that may be answered first counts, an overdue one where no other is on the way; an
    order waits for the last of its parts."""
    waited: list[LicenceOnFile] = []
    for part in parts:
        filed = [
            record
            for record in view.assessment.licences_on_file
            if record.state in ("on_the_way", "late") and part in record.part_ids
        ]
        if not filed:
            return None
        waited.append(min(filed, key=_waits_for))
    return max(waited, key=_waits_for, default=None)


def _waits_for(record: LicenceOnFile) -> tuple[bool, date]:
    return record.state == "late", record.due or date.max


def _is_licensed(view: View, parts: Collection[int]) -> bool:
    """Whether goods ordered today come under licences in hand. One that ends before they are here does
    not count, as for the clock: a new one is applied for."""
    return all(
        view.licence(part).covered_by and not view.number(part, "licence_days_high")
        for part in parts
    )


def _plan(view: View, parts: Sequence[int], filed: LicenceOnFile | None) -> tuple[PlannedStep, ...]:
    """What lies ahead: all steps, those after filing, or with a licence those after it. An answer that
    is due stands no earlier than the day of the report."""
    figures, on = used_figures(view), view.inquiry.on
    steps = [(step, figures.days_of(step)) for step in figures.licence_way.steps]
    goods = [(s, _delivery(view, parts) or days) for s, days in steps if s.after == "licence"]
    if _is_licensed(view, parts):
        return planned(goods, on, figures.china_days)
    if filed is None:
        waits = [(s, days) for s, days in steps if s.after != "licence"]
        return planned([*waits, *goods], on, figures.china_days)
    start = filed.accepted or filed.filed or on
    waits = [(s, days) for s, days in steps if s.after == "filed"]
    decided = [_no_earlier(made, on) for made in planned(waits, start, figures.china_days)]
    begins = decided[-1].ends if decided else (on, on, on)
    ways = [planned(goods, day, figures.china_days) for day in begins]
    ends = [(ways[0][at], ways[1][at], ways[2][at]) for at in range(len(goods))]
    return (*decided, *(_joined(*way) for way in ends))


def _no_earlier(made: PlannedStep, on: date) -> PlannedStep:
    early, likely, late = (max(day, on) for day in made.ends)
    return PlannedStep(made.step, made.days, made.begins, (early, likely, late))


def _joined(quick: PlannedStep, likely: PlannedStep, slow: PlannedStep) -> PlannedStep:
    """One step that begins on three days."""
    begins = quick.begins[EARLIEST], likely.begins[LIKELY], slow.begins[LATEST]
    ends = quick.ends[EARLIEST], likely.ends[LIKELY], slow.ends[LATEST]
    return PlannedStep(likely.step, likely.days, begins, ends)


def _delivery(view: View, parts: Collection[int]) -> Interval | None:
    """Days until the last of these parts is there, as the clock reckons them; None where it has none
    of one of them."""
    known = [view.triple(part, "lead_time_days") for part in parts]
    found = [days for days in known if days is not None]
    if len(found) < len(known):
        return None
    low, likely, high = (max(days[end] for days in found) for end in range(3))
    return low, likely, high


def _arrival(view: View, parts: Sequence[int], steps: Sequence[PlannedStep]) -> str:
    """When the goods come, against the day on which the first of the parts runs out."""
    early, likely, late = steps[-1].ends
    arrival = view.text(
        "The goods are likely there on {likely}, at the earliest on {early}, at the latest by the rule "
        "on {late}.",
        likely=likely, early=early, late=late,
    )  # fmt: skip
    return view.catalogue.sentences((arrival, *against_stock(view, parts, steps[-1].ends)))


def _counted(
    view: View,
    parts: Sequence[int],
    filed: LicenceOnFile | None,
    steps: Sequence[PlannedStep],
) -> str:
    """From which day, in which days, which day of three stands where, and why it is not the clock's."""
    otherwise: list[str] = []
    if _is_licensed(view, parts):
        begins = view.text("The licence is there; days count from {day}.", day=view.inquiry.on)
    elif filed is not None:
        start = filed.accepted or filed.filed
        begins = view.text(
            "The application runs since {day}; its days count from there.", day=start
        )
    else:
        begins = view.text("Days count from {day}, the day asked about.", day=view.inquiry.on)
        otherwise = against_the_clock(view, parts, steps[-1].ends[LIKELY])
    return view.catalogue.sentences((
        begins,
        view.text(
            "Steps follow one another. The likely day stands above, the earliest and the latest below "
            "it; working days are those of China."
        ),
        _assumed_years(view, steps),
        *otherwise,
    ))  # fmt: skip


def _takes(view: View, made: PlannedStep) -> Cell:
    low, likely, high = made.days
    shown = _number(view, likely)
    said = (
        view.text("{n} working days", n=shown)
        if made.step.is_working
        else view.text("{n} days", n=shown)
    )
    if low == high:
        return Cell(said)
    return Cell(said, view.span(_number(view, low), _number(view, high)))


def _number(view: View, days: float) -> str:
    return view.whole(round(days))


def _when(view: View, days: Days) -> Cell:
    early, likely, late = days
    return view.ending(likely, early, late)


def _step_words(view: View, name: str) -> str:
    return view.say(STEP_WORDS[name]) if name in STEP_WORDS else name


def _rests_on(view: View, parts: Collection[int], step: LicenceStep) -> str:
    """What says how long a step takes, and whether our judgement does."""
    figures = used_figures(view)
    if step.after == "licence" and _is_quoted(view, parts):
        return view.text("the quoted delivery time; how much of it is left then is our judgement")
    said = [cited(view.catalogue, source.title) for source in step.sources]
    if step.figure:
        said.insert(0, basis_of(view, figures.assumptions[step.figure]))
    elif step.judgement:
        said.append(view.text("our judgement"))
    return view.catalogue.grouped(dict.fromkeys(said))


def _is_quoted(view: View, parts: Collection[int]) -> bool:
    """Whether the list gives the delivery time of each of these parts."""
    return _delivery(view, parts) is not None and not any(
        view.other(part, "assumed_lead_time") for part in parts
    )


def _chart(view: View, parts: Sequence[int], steps: Sequence[PlannedStep]) -> StepsChart:
    start = min(steps[0].begins[EARLIEST], view.inquiry.on)
    found = first_out(view, parts)

    def after(day: date) -> float:
        return float((day - start).days)

    bars = tuple(
        StepBar(
            id=made.step.id,
            label=_step_words(view, made.step.id),
            who=WHO.get(made.step.id, "goods"),
            begins=after(made.begins[LIKELY]),
            early=after(made.ends[EARLIEST]),
            ends=after(made.ends[LIKELY]),
            late=after(made.ends[LATEST]),
            day=view.day(made.ends[LIKELY]),
        )
        for made in steps
    )
    words = (
        ("own", view.text("your work")),
        ("authority", view.text("authorities")),
        ("goods", view.text("the goods on their way")),
        ("span", view.text("earliest to latest end")),
        ("run_out", view.text("stock ends")),
    )
    alt = view.text(
        "Bars from {day}: when each step of the application begins and ends.", day=start
    )
    run_out = None if found is None else after(found[0])
    return StepsChart("steps", bars, run_out, month_marks(view, start), words, alt)


def _beyond(view: View, parts: Collection[int], steps: Sequence[PlannedStep]) -> list[Block]:
    """What was seen in all, and that the rule is no promise; nothing once the licence is there."""
    if _is_licensed(view, parts) or not any(made.step.after != "licence" for made in steps):
        return []
    figures = used_figures(view)
    seen = view.catalogue.grouped(
        view.text(
            "{span} ({source})",
            span=_seen(view, time.low, time.high, time.unit),
            source=cited(view.catalogue, time.source.title),
        )
        for time in figures.licence_way.seen
    )
    longest = _number(view, figures.interval("licence_days")[-1])
    said = [
        view.text("Seen from the papers to the licence: {seen}.", seen=seen) if seen else "",
        view.text(
            "The rule is no promise: questions of the authority stop the clock. Our figures for the risk "
            "of a stop reckon with up to {n} days.",
            n=longest,
        ),
    ]
    return [Paragraph(view.catalogue.sentences(words for words in said if words), "note")]


def _seen(view: View, low: float, high: float, unit: str) -> str:
    span = view.span(*(view.catalogue.number(n, 0 if n.is_integer() else 1) for n in (low, high)))
    if unit == "months":
        return view.text("{span} months", span=span)
    return view.text("{span} days", span=span)


def _sources(view: View, steps: Sequence[PlannedStep]) -> list[Block]:
    """Where the steps and what was seen were read, with their addresses."""
    figures = used_figures(view)
    found: dict[str, FigureSource] = {}
    for made in steps:
        figure = figures.assumptions.get(made.step.figure)
        for source in (*(figure.sources if figure else ()), *made.step.sources):
            found[source.id] = source
    if any(made.step.after != "licence" for made in steps):
        found |= {time.source.id: time.source for time in figures.licence_way.seen}
    named = (_addressed(view, source) for source in found.values())
    if not found:
        return []
    said = view.text("Sources: {sources}.", sources=view.catalogue.grouped(named))
    return [Paragraph(said, "small")]


def _addressed(view: View, source: FigureSource) -> str:
    title = cited(view.catalogue, source.title)
    return f"{title} ({source.url})" if source.url else title


def _assumed_years(view: View, steps: Sequence[PlannedStep]) -> str:
    """Years of which no notice has given the holidays yet; a year without any has only weekends."""
    counted = [made for made in steps if made.step.is_working]
    if not counted:
        return ""
    known = used_figures(view).china_days.sources
    first, last = counted[0].begins[EARLIEST].year, counted[-1].ends[LATEST].year
    years = [
        str(year) for year in range(first, last + 1) if known.get(year, ASSUMED).startswith(ASSUMED)
    ]
    if not years:
        return ""
    return view.text(
        "The public holidays of {year} in China are assumed.", year=view.catalogue.listed(years)
    )
