"""Reads the shipped supply figures and assumptions, strictly: every figure says its source.

Several sources for one share are all kept. The best one (publisher before quotation before press,
then the newest) gives the best value, the others widen the interval.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app.model.findings import Message, msg
from desktop_app.model.match import FORMS
from desktop_app.model.verdict import Interval
from desktop_app.paths import shipped
from desktop_app.register.figure_tables import (
    Sources,
    china_days,
    grade_limits,
    interval_of,
    move_costs,
    named_source,
    number_of,
    price_steps,
    source_rules,
)
from desktop_app.register.licence_steps import licence_way
from desktop_app.register.rates import rough_worth
from desktop_app.register.strict import Node, RegisterError, read_table, read_yaml, shown
from desktop_app.register.supply import (
    STAGES,
    Assumption,
    Figures,
    FigureSource,
    Material,
    StageSplit,
)

__all__ = ["Figures", "load_figures", "load_title_words"]

NUMBERS = (
    "preparation_days", "demand_spread", "horizon_days", "substitution_width", "copper_midpoint",
    "least_effect", "noticeable_change", "usually_free", "chinese_throughout",
    "portfolio_risk", "portfolio_money", "statutory_days", "unknown_country",
    "hour_cost", "effort_ask", "effort_papers", "effort_engineering", "qualification_cost",
    "counsel_cost", "holding_rate", "most_stock_weeks", "longest_wait",
)  # fmt: skip
INTERVALS = (
    "licence_days", "general_licence_days", "refusal_civil", "refusal_sensitive", "refusal_military", "lead_time_left",
    "assumed_lead_days", "assumed_cover_days", "alternative_days", "disruption_rate",
    "disruption_days", "band_edges", "presence_a", "presence_b", "presence_c", "presence_d",
)  # fmt: skip
RECKONING = (
    "rate_index",
    "drawn_futures",
    "drawn_parts",
    "draw_seed",
    "soonest_days",
    "unscored_most",
)
GRADES = ("A", "B", "C")
WHOLE_WORLD = 1.03
"""Sums of published shares may exceed one by rounding, no more."""


def load_figures(folder: Path | None = None) -> Figures:
    """The figures as shipped. Raises RegisterError naming file and line.

    ``folder``: another folder of the same files; the shipped one by default.
    """
    root = folder or shipped("resources", "register", "figures")
    sources = _sources(root / "sources.csv")
    governance, year, governance_source = _governance(root / "governance.csv", sources)
    content = read_yaml(root / "assumptions.yaml").closed(
        ("figures", "reckoning", "stage_of_form", "magnet_forms", "stock_not_usable")
    )
    assumptions = _assumptions(content, "figures", (*NUMBERS, *INTERVALS), sources)
    instability, instability_source = _instability(root / "political_stability.csv", sources)
    return Figures(
        materials=_materials(root, sources, governance, assumptions["substitution_width"].value[0]),
        governance=governance,
        governance_year=year,
        governance_source=governance_source,
        assumptions=assumptions,
        reckoning=_assumptions(content, "reckoning", RECKONING, sources),
        stage_of_form=_stage_of_form(content),
        magnet_forms=frozenset(_forms(content, content["magnet_forms"])),
        stock_not_usable=_marks(content),
        grade_limits=grade_limits(root / "grade_limits.csv", sources),
        source_rules=source_rules(root / "second_sources.csv", sources),
        china_days=china_days(root / "china_working_days.csv", sources),
        price_steps=price_steps(root / "price_steps.csv", sources),
        instability=instability,
        instability_source=instability_source,
        rough_worth=rough_worth(),
        move_costs=move_costs(root / "move_costs.csv", assumptions),
        licence_way=licence_way(root / "licence_steps.yaml", sources, assumptions),
    )


def load_title_words(folder: Path | None = None) -> Mapping[str, str]:
    """What describes a source in our words, by the title it is a part of. Raises RegisterError."""
    root = folder or shipped("resources", "register", "figures")
    sources = _sources(root / "sources.csv")
    return {source.title: source.words for source in sources.values() if source.words}


def _sources(path: Path) -> Sources:
    found: dict[str, FigureSource] = {}
    for line, row in read_table(path, ("id", "title", "words", "url", "grade", "note")):
        if row["id"] in found:
            raise RegisterError(path, line, f"source {row['id']!r} is given twice")
        if row["grade"] not in GRADES or not row["title"]:
            raise RegisterError(path, line, "a source needs a title and a grade A, B or C")
        if row["words"] not in row["title"]:
            raise RegisterError(path, line, f"{row['words']!r} is no part of the title")
        if row["grade"] != "C" and not row["url"]:
            raise RegisterError(path, line, "only a press figure (C) may go without an address")
        found[row["id"]] = FigureSource(**row)
    return found


def _governance(path: Path, sources: Sources) -> tuple[Mapping[str, Interval], str, FigureSource]:
    """Risk by country; one vintage only, because sums across vintages compare nothing."""
    found: dict[str, Interval] = {}
    vintages: dict[tuple[str, str], None] = {}
    columns = ("country", "risk_low", "risk", "risk_high", "year", "source")
    for line, row in read_table(path, columns):
        if row["country"] in found:
            raise RegisterError(path, line, f"{row['country']} is given twice")
        found[row["country"]] = interval_of(
            path, line, [row["risk_low"], row["risk"], row["risk_high"]], most=10
        )
        vintages[row["year"], named_source(path, line, row["source"], sources).id] = None
        if len(vintages) > 1:
            raise RegisterError(path, line, "governance must be of one year and one source")
    if not found:
        raise RegisterError(path, None, "no country is given")
    ((year, source),) = vintages
    return found, year, sources[source]


def _instability(path: Path, sources: Sources) -> tuple[Mapping[str, float], FigureSource]:
    """Political instability by country; one vintage only, as for governance."""
    found: dict[str, float] = {}
    vintages: dict[tuple[str, str], None] = {}
    for line, row in read_table(path, ("country", "instability", "year", "source")):
        if row["country"] in found:
            raise RegisterError(path, line, f"{row['country']} is given twice")
        found[row["country"]] = number_of(path, line, row["instability"], most=1)
        vintages[row["year"], named_source(path, line, row["source"], sources).id] = None
        if len(vintages) > 1:
            raise RegisterError(
                path, line, "political stability must be of one year and one source"
            )
    if not found:
        raise RegisterError(path, None, "no country is given")
    ((_, source),) = vintages
    return found, sources[source]


def _materials(
    root: Path, sources: Sources, governance: Mapping[str, Interval], width: float
) -> Mapping[str, Material]:
    splits = _splits(root / "shares.csv", sources, governance)
    expected = _splits(root / "outlook.csv", sources, governance)
    recycling = _recycling(root / "recycling.csv", sources)
    path = root / "materials.csv"
    found: dict[str, Material] = {}
    for line, row in read_table(
        path, ("symbol", "groups", "magnet", "outlook", "substitution", "source")
    ):
        symbol = row["symbol"]
        names = [symbol, *filter(None, row["groups"].split(";")), *filter(None, [row["magnet"]])]
        if symbol in found:
            raise RegisterError(path, line, f"material {symbol!r} is given twice")
        if missing := [name for name in names if name not in splits]:
            raise RegisterError(path, line, f"shares.csv has nothing about {', '.join(missing)}")
        if symbol not in recycling:
            raise RegisterError(path, line, f"recycling.csv has nothing about {symbol}")
        named_source(path, line, row["source"], sources)
        index = number_of(path, line, row["substitution"], most=1)
        ends = (max(0.0, index - width), index, min(1.0, index + width))
        of_all = [split for name in names for split in splits[name]]
        pairs = tuple(
            (now, then)
            for name in dict.fromkeys((*names, row["outlook"]))
            for then in expected.get(name, ())
            for now in splits[name]
            if (now.stage, now.source) == (then.stage, then.source)
        )
        found[symbol] = Material(symbol, _by_stage(of_all), recycling[symbol], ends, pairs)
    return found


def _by_stage(splits: Iterable[StageSplit]) -> Mapping[str, tuple[StageSplit, ...]]:
    by_stage: defaultdict[str, list[StageSplit]] = defaultdict(list)
    for split in splits:
        by_stage[split.stage].append(split)
    return {stage: _best_first(by_stage[stage]) for stage in STAGES if stage in by_stage}


def _best_first(found: list[StageSplit]) -> tuple[StageSplit, ...]:
    """Better grade first, then the later end of the years the figure speaks of."""
    newest = sorted(found, key=lambda split: split.year[-4:], reverse=True)
    return tuple(sorted(newest, key=lambda split: split.source.grade))


def _splits(
    path: Path, sources: Sources, governance: Mapping[str, Interval]
) -> Mapping[str, list[StageSplit]]:
    """Splits by material. Countries below 0.1 % and those without governance figures are not in the
    file; they belong to what a source leaves open."""
    columns = (
        "material", "stage", "year", "source", "country", "percent", "percent_low", "percent_high",
    )  # fmt: skip
    grouped: dict[tuple[str, str, str, str], dict[str, Interval]] = {}
    for line, row in read_table(path, columns):
        source = named_source(path, line, row["source"], sources)
        if row["stage"] not in STAGES:
            raise RegisterError(path, line, f"stage must be one of {', '.join(STAGES)}")
        if row["country"] not in governance:
            raise RegisterError(path, line, f"governance.csv has nothing about {row['country']!r}")
        given = [
            row["percent_low"] or row["percent"],
            row["percent"],
            row["percent_high"] or row["percent"],
        ]
        low, best, high = interval_of(path, line, given, most=100)
        shares = grouped.setdefault((row["material"], row["stage"], row["year"], source.id), {})
        if row["country"] in shares:
            raise RegisterError(path, line, f"{row['country']} is given twice")
        shares[row["country"]] = (low / 100, best / 100, high / 100)
        if sum(share[1] for share in shares.values()) > WHOLE_WORLD:
            raise RegisterError(path, line, "the shares add up to more than the world")
    found: defaultdict[str, list[StageSplit]] = defaultdict(list)
    for (material, stage, year, source_id), shares in grouped.items():
        split = StageSplit(material, stage, year, sources[source_id], tuple(shares.items()))
        found[material].append(split)
    return found


def _recycling(path: Path, sources: Sources) -> Mapping[str, Interval]:
    """The newest figure gives the best value, all of them the interval."""
    given: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for line, row in read_table(path, ("material", "percent", "year", "source")):
        named_source(path, line, row["source"], sources)
        if row["year"] in given[row["material"]]:
            raise RegisterError(path, line, f"{row['material']} is given twice for {row['year']}")
        share = number_of(path, line, row["percent"], most=100) / 100
        given[row["material"]][row["year"]] = share
    return {
        material: (min(by_year.values()), by_year[max(by_year)], max(by_year.values()))
        for material, by_year in given.items()
    }


def _assumptions(
    content: Node, section: str, names: Sequence[str], sources: Sources
) -> Mapping[str, Assumption]:
    """The entries of a section, each of the names once."""
    found: dict[str, Assumption] = {}
    for node in content[section]:
        if not isinstance(node, Node):
            raise content.at(f"every entry of '{section}' must be a mapping")
        node.closed(("id", "value", "unit", "judgement", "note"), ("sources",))
        name = node.one_of("id", names)
        if name in found:
            raise node.at(f"'{name}' is given twice")
        named = [
            named_source(node.path, node.line, source, sources)
            for source in node.get("sources", ())
        ]
        if not named and node["judgement"] is not True:
            raise node.at(f"'{name}' needs sources or 'judgement: true'")
        value = assumed_value(node, name)
        found[name] = Assumption(
            name, value, str(node["unit"]), bool(node["judgement"]), tuple(named), str(node["note"])
        )
    if missing := [name for name in names if name not in found]:
        raise content.at(f"'{section}' lacks {', '.join(missing)}")
    return found


def _not_so(name: str, count: int, given: object) -> Message:
    found = shown(given)
    if count == 1:
        return msg("'{name}' must be a number from zero; found {found}", name=name, found=found)
    return msg(
        "'{name}' must be three rising numbers from zero; found {found}", name=name, found=found
    )


def assumed_value(node: Node, name: str) -> tuple[float, ...]:
    """The ``value`` of a figure: one number or three rising ones, from zero. Raises RegisterError."""
    given: Any = node["value"]
    values = given if name in INTERVALS else [given]
    count = 3 if name in INTERVALS else 1
    if (
        not isinstance(values, list)
        or len(values) != count
        or not all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
        or not all(math.isfinite(v) for v in values)
        or sorted(values) != values
        or values[0] < 0
    ):
        raise node.at(_not_so(name, count, given))
    return tuple(float(v) for v in values)


def _stage_of_form(content: Node) -> Mapping[str, str]:
    given = content["stage_of_form"]
    if not isinstance(given, Node):
        raise content.at("'stage_of_form' must be a mapping of forms to stages")
    return {form: given.one_of(form, STAGES) for form in _forms(given, list(given))}


def _forms(node: Node, given: Any) -> list[str]:
    if not isinstance(given, list) or not all(form in FORMS for form in given):
        raise node.at(f"unknown form in {given!r}; allowed: {', '.join(FORMS)}")
    return given


def _marks(content: Node) -> frozenset[str]:
    given = content["stock_not_usable"]
    if not isinstance(given, list) or not all(isinstance(mark, str) and mark for mark in given):
        raise content.at("'stock_not_usable' must be a list of words; put letters in quotes")
    return frozenset(mark.casefold() for mark in given)
