"""What the figures rest on: assumptions with their basis, supply by country, sources."""

from collections.abc import Iterable, Sequence
from functools import cache

from desktop_app.language.printed import NO_BREAK
from desktop_app.model.assessment import ShortageKind
from desktop_app.model.findings import Message, msg
from desktop_app.register.figures import load_figures
from desktop_app.register.supply import Assumption, Figures, FigureSource, StageSplit
from desktop_app.report.blocks import Block, Cell, Column, Heading, Row, Table
from desktop_app.report.citations import cited
from desktop_app.report.view import View

ASSUMPTION_WORDS: dict[str, Message] = {
    "licence_days": msg("Time for a licence, from filing"),
    "statutory_days": msg("Time in which MOFCOM has to decide"),
    "general_licence_days": msg("Time under a general licence of the exporter"),
    "preparation_days": msg("Time to gather the papers"),
    "refusal_civil": msg("Refusals, civil use"),
    "refusal_sensitive": msg("Refusals, sensitive use"),
    "refusal_military": msg("Refusals, military use"),
    "lead_time_left": msg("Delivery time left after the licence"),
    "assumed_lead_days": msg("Delivery time where none is quoted"),
    "assumed_cover_days": msg("How long stock lasts where not given"),
    "demand_spread": msg("Demand above or below the stated one"),
    "alternative_days": msg("Time to qualify another source"),
    "disruption_rate": msg("Disruptions of a material"),
    "disruption_days": msg("How long a disruption lasts"),
    "horizon_days": msg("Longest standstill counted"),
    "substitution_width": msg("Uncertainty of the substitution index"),
    "least_effect": msg("Smallest effect of a measure that is named"),
    "most_stock_weeks": msg("Most weeks of stock that are proposed"),
    "holding_rate": msg("Cost of holding stock"),
    "hour_cost": msg("Cost of an hour of work"),
    "effort_ask": msg("Work to ask or to look up"),
    "effort_papers": msg("Work on the papers of an application"),
    "effort_engineering": msg("Work of engineering on another grade"),
    "qualification_cost": msg("Cost to release a second source"),
    "counsel_cost": msg("Cost of an opinion of counsel"),
    "presence_a": msg("Mineral present, if declared"),
    "presence_b": msg("Mineral present, if named exactly"),
    "presence_c": msg("Mineral present, by kind of part"),
    "presence_d": msg("Mineral present, as a guess"),
}
"""Short words for assumptions, in the order in which a reader questions them; others follow."""

SAID_ELSEWHERE = frozenset({"band_edges", "copper_midpoint"})
"""The bands have a sentence of their own; copper only checks the method against others' figures."""

STAGE_WORDS: dict[str, Message] = {
    "mining": msg("mining"),
    "separation/refining": msg("separation and refining"),
    "metal/alloy": msg("metal and alloy"),
    "magnet": msg("magnet making"),
}
GRADE_WORDS: dict[str, Message] = {
    "A": msg("the publisher itself"),
    "B": msg("quoted by others"),
    "C": msg("press or vendor"),
}
COUNTRIES = 4
"""Countries named per stage; the rest is little and the list is long."""


@cache
def shipped_figures() -> Figures:
    """The figures of this copy of the program."""
    return load_figures()


def used_figures(view: View) -> Figures:
    """The figures this assessment was made with: as shipped, but for what was set in their place."""
    made = {found.name: found.value for found in view.assessment.set_figures}
    return shipped_figures().with_values(made) if made else shipped_figures()


def stage_words(view: View, stage: str | None) -> str:
    """The stage of supply in words; a name the figures use and we do not know as it is."""
    if stage is None:
        return ""
    return view.say(STAGE_WORDS[stage]) if stage in STAGE_WORDS else stage


def assumptions(view: View) -> list[Block]:
    """Every assumed figure with its spread, and whether a source or our judgement stands behind."""
    rows = tuple(
        Row(
            name,
            (
                _named(view, name, assumption),
                _value(view, assumption),
                Cell(basis_of(view, assumption)),
            ),
        )
        for name, assumption in _printed(view).items()
    )
    columns = (
        Column(view.text("We assume")),
        Column(view.text("Value"), "number"),
        Column(view.text("Rests on")),
    )
    return [Heading(view.text("Assumed figures")), Table("assumptions", columns, rows)]


def _printed(view: View) -> dict[str, Assumption]:
    found = used_figures(view).assumptions
    first = [name for name in ASSUMPTION_WORDS if name in found]
    others = sorted(set(found) - set(first) - SAID_ELSEWHERE)
    return {name: found[name] for name in (*first, *others)}


def _named(view: View, name: str, assumption: Assumption) -> Cell:
    """Short words with the remark below; the remark alone where nobody gave it short words."""
    remark = _remark(view, assumption)
    if name not in ASSUMPTION_WORDS:
        return Cell(remark)
    return Cell(view.say(ASSUMPTION_WORDS[name]), remark)


def _remark(view: View, assumption: Assumption) -> str:
    """The note, and the unit where the value does not show it."""
    note, unit = view.shipped(assumption.note), assumption.unit
    is_shown = unit in ("days", "share") or _is_below(assumption)
    return note if is_shown else f"{note} ({view.shipped(unit)})"


def _is_below(assumption: Assumption) -> bool:
    """Whether the unit stands below the figure, where others have their range."""
    unit = assumption.unit
    return len(assumption.value) == 1 and unit != "days" and not unit.startswith("share")


def _value(view: View, assumption: Assumption) -> Cell:
    unit = assumption.unit
    is_share = unit.startswith("share")
    said = [
        view.catalogue.percent(value) if is_share else view.catalogue.number(value)
        for value in assumption.value
    ]
    best = said[len(said) // 2]
    shown = view.text("{n} days", n=best) if unit == "days" else best
    if _is_below(assumption):
        return Cell(shown, view.shipped(unit))
    return Cell(shown, view.span(said[0], said[-1])) if len(said) > 1 else Cell(shown)


def basis_of(view: View, assumption: Assumption) -> str:
    """Where the figure comes from; of one that was set also what the shipped one would be."""
    for made in view.assessment.set_figures:
        if made.name == assumption.id:
            shipped = _value(view, shipped_figures().assumptions[made.name]).text
            if made.by == "scenario":
                said = msg("set by the scenario {source}; shipped: {value}",
                           source=made.source, value=shipped)  # fmt: skip
            else:
                said = msg("set for this project by {source}; shipped: {value}",
                           source=made.source, value=shipped)  # fmt: skip
            return view.say(said)
    titles = [cited(view.catalogue, source.title) for source in assumption.sources]
    if assumption.judgement:
        titles.append(view.text("our judgement"))
    return view.catalogue.grouped(titles)


def risk_bands(view: View) -> Message:
    """Where watch, high and act begin, in words."""
    watch, high, act = (
        view.catalogue.percent(edge) for edge in used_figures(view).assumptions["band_edges"].value
    )
    return msg(
        "Risk of a stop and shortage risk run from 0 to 100 %, higher is worse: low below {watch}, "
        "watch below {high}, high below {act}, act above. They are separate and never added up.",
        watch=watch,
        high=high,
        act=act,
    )


def supply(view: View, part_ids: Sequence[int]) -> list[Block]:
    """For each weakest material of these parts: who makes it at its weakest stage."""
    rows = []
    for symbol, stage in _weakest(view.assessment.shortage[part_id] for part_id in part_ids):
        split = _best_split(symbol, stage)
        if split is None:
            continue
        recycled = shipped_figures().materials[symbol].recycling[1]
        rows.append(
            Row(
                f"{symbol} {stage}",
                (
                    Cell(symbol, stage_words(view, stage), strong=True),
                    Cell(countries(view, split)),
                    Cell(view.catalogue.percent(recycled)),
                    Cell(cited(view.catalogue, split.source.title), split.year),
                ),
            )
        )
    if not rows:
        return []
    columns = (
        Column(view.text("Material")),
        Column(view.text("Where it is made")),
        Column(view.text("Recycled"), "number"),
        Column(view.text("Source")),
    )
    return [Table("supply", columns, tuple(rows))]


def _weakest(kinds: Iterable[ShortageKind]) -> list[tuple[str, str]]:
    """(material, stage) of kinds of parts, each once, in the order of the alphabet."""
    return sorted(
        {
            (k.weakest_element, k.weakest_stage)
            for k in kinds
            if k.weakest_element and k.weakest_stage
        }
    )


def _best_split(symbol: str, stage: str) -> StageSplit | None:
    material = shipped_figures().materials.get(symbol)
    splits = material.splits.get(stage, ()) if material else ()
    return splits[0] if splits else None


def countries(view: View, split: StageSplit) -> str:
    """The largest producers of a split with their shares."""
    largest = sorted(split.shares, key=lambda share: (-share[1][1], share[0]))[:COUNTRIES]
    return view.catalogue.listed(
        f"{_country(view, code)}{NO_BREAK}{view.catalogue.percent(share[1])}"
        for code, share in largest
    )


def _country(view: View, code: str) -> str:
    """XX stands for all countries that a source does not tell apart."""
    return view.text("other countries") if code == "XX" else view.catalogue.country(code)


def sources(view: View) -> list[Block]:
    """Sources of the assumptions and of the shares printed, each once."""
    found: dict[str, FigureSource] = {}
    for assumption in _printed(view).values():
        found |= {source.id: source for source in assumption.sources}
    for symbol, stage in _weakest(view.assessment.shortage.kinds):
        split = _best_split(symbol, stage)
        if split is not None:
            found[split.source.id] = split.source
            governed = shipped_figures().governance_source
            found[governed.id] = governed
    rows = tuple(
        Row(
            name,
            (
                Cell(cited(view.catalogue, source.title), source.url),
                Cell(view.say(GRADE_WORDS[source.grade])),
                Cell(view.shipped(source.note) if source.note else ""),
            ),
        )
        for name, source in sorted(found.items())
    )
    columns = (
        Column(view.text("Source of a figure")),
        Column(view.text("Read from")),
        Column(view.text("Remark")),
    )
    return [Heading(view.text("Sources of the figures")), Table("sources", columns, rows)]
