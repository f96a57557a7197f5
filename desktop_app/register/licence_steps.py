"""The steps of an export licence, from the buyer's papers to the goods: how long each takes and why."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from desktop_app.model.verdict import Interval
from desktop_app.register.figure_tables import Sources, named_source
from desktop_app.register.strict import Node, RegisterError, read_yaml
from desktop_app.register.supply import Assumption, FigureSource, LicenceStep, LicenceWay, SeenTime

UNITS = ("days", "working days")
SEEN_UNITS = ("days", "months")
After = Literal["", "filed", "licence"]
AFTER: Mapping[str, After] = {name: name for name in get_args(After)}


def licence_way(path: Path, sources: Sources, assumptions: Mapping[str, Assumption]) -> LicenceWay:
    """The steps of a file, in order. Raises RegisterError naming the line."""
    content = read_yaml(path).closed(("steps", "seen"))
    steps: dict[str, LicenceStep] = {}
    for node in _nodes(content, "steps"):
        step = _step(node, sources, assumptions)
        if step.id in steps:
            raise node.at(f"step {step.id!r} is given twice")
        steps[step.id] = step
    for step in steps.values():
        if step.without and step.without not in steps:
            raise RegisterError(path, None, f"{step.id!r}: there is no step {step.without!r}")
    order = [list(AFTER).index(step.after) for step in steps.values()]
    if order != sorted(order):
        raise RegisterError(path, None, "what waits for a licence comes after what does not")
    return LicenceWay(
        tuple(steps.values()),
        tuple(_seen(node, sources) for node in _nodes(content, "seen")),
    )


def _nodes(content: Node, key: str) -> list[Node]:
    given = content[key]
    if not isinstance(given, list) or not all(isinstance(node, Node) for node in given):
        raise content.at(f"'{key}' must be a list of mappings")
    return given


def _step(node: Node, sources: Sources, assumptions: Mapping[str, Assumption]) -> LicenceStep:
    node.closed(
        ("id", "unit", "judgement", "sources"), ("days", "figure", "at_least", "without", "after")
    )
    unit, figure = node.one_of("unit", UNITS), str(node.get("figure", ""))
    if figure and figure not in assumptions:
        raise node.at(f"there is no assumption {figure!r}")
    if ("days" in node) == bool(figure):
        raise node.at("a step has either days or a figure")
    named = _named(node, sources)
    if not named and node["judgement"] is not True:
        raise node.at("a step needs sources or 'judgement: true'")
    at_least = node.get("at_least")
    return LicenceStep(
        id=str(node["id"]),
        is_working=unit == UNITS[1],
        days=None if figure else _days(node),
        figure=figure,
        at_least=None if at_least is None else _number(node, at_least),
        without=str(node.get("without", "")),
        judgement=bool(node["judgement"]),
        sources=named,
        after=AFTER[node.one_of("after", list(AFTER))] if "after" in node else "",
    )


def _named(node: Node, sources: Sources) -> tuple[FigureSource, ...]:
    given = node["sources"]
    if not isinstance(given, list):
        raise node.at("'sources' must be a list of sources")
    return tuple(named_source(node.path, node.line, name, sources) for name in given)


def _days(node: Node) -> Interval:
    given = node["days"]
    if not isinstance(given, list) or len(given) != len(("low", "likely", "high")):
        raise node.at("'days' must be three rising numbers from zero")
    low, likely, high = (_number(node, value) for value in given)
    if not low <= likely <= high:
        raise node.at("'days' must be three rising numbers from zero")
    return low, likely, high


def _number(node: Node, value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        raise node.at(f"{value!r} is no number from zero")
    return float(value)


def _seen(node: Node, sources: Sources) -> SeenTime:
    node.closed(("low", "high", "unit", "source"))
    low, high = (_number(node, node[end]) for end in ("low", "high"))
    if low > high:
        raise node.at("'low' must not be more than 'high'")
    source = named_source(node.path, node.line, str(node["source"]), sources)
    return SeenTime(low, high, node.one_of("unit", SEEN_UNITS), source)
