"""Reads what control and scenario files share: named sources, and timelines of dated states."""

from collections.abc import Mapping
from typing import Any, cast

from desktop_app.model.findings import msg
from desktop_app.model.licence import StatusName
from desktop_app.register.control import STATES, Source, Step
from desktop_app.register.strict import Node, belongs, empty, filled, missing, node_of, nodes, text

GRADES = ("A", "B", "D")


def read_sources(content: Node) -> Mapping[str, Source]:
    """The named sources of a file."""
    found: dict[str, Source] = {}
    for name, value in node_of(content, content["sources"]).items():
        node = node_of(content, value).closed(("title", "url", "language", "retrieved", "grade"))
        found[name] = Source(
            title=filled(node, "title"),
            url=filled(node, "url"),
            language=text(node, "language"),
            retrieved=node.day("retrieved"),
            grade=cast(Any, node.one_of("grade", GRADES)),
        )
    return found


def read_timeline(node: Node, sources: Mapping[str, Source]) -> tuple[Step, ...]:
    """The dated states of a provision, oldest first; an announced state says when it takes effect."""
    steps: list[Step] = []
    for entry in nodes(node, "timeline"):
        steps.append(_step(entry, sources, steps[-1] if steps else None))
    if not steps:
        raise node.at(empty("timeline"))
    return tuple(steps)


def _step(entry: Node, sources: Mapping[str, Source], before: Step | None) -> Step:
    entry.closed(("from", "state", "source"), ("takes_effect", "if_lapsed", "if_extended", "note"))
    state = cast(StatusName, entry.one_of("state", STATES))
    since = entry.day("from")
    if before is not None and since <= before.since:
        raise entry.at(msg("the steps must be in the order of their days, one state a day"))
    if state == "announced" and "takes_effect" not in entry:
        raise entry.at(missing("takes_effect"))
    if state != "announced" and "takes_effect" in entry:
        raise entry.at(belongs("takes_effect", "state: announced"))
    if "takes_effect" in entry and entry.day("takes_effect") <= since:
        raise entry.at(msg("'takes_effect' must be after the day of its step"))
    if state != "unconfirmed" and ("if_lapsed" in entry or "if_extended" in entry):
        raise entry.at(belongs("if_lapsed, if_extended", "state: unconfirmed"))
    return Step(
        since=since,
        state=state,
        source=source_of(entry, sources),
        takes_effect=entry.day("takes_effect") if "takes_effect" in entry else None,
        if_lapsed=_state_or(entry, "if_lapsed", "in_force"),
        if_extended=_state_or(entry, "if_extended", "suspended"),
        note=text(entry, "note"),
    )


def _state_or(node: Node, key: str, otherwise: StatusName) -> StatusName:
    return cast(StatusName, node.one_of(key, STATES)) if key in node else otherwise


def source_of(node: Node, sources: Mapping[str, Source]) -> Source:
    """The source an entry names; it must be listed under ``sources``."""
    return sources[node.one_of("source", tuple(sources))]
