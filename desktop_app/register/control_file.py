"""Reads one control file: closed keys, closed words, dates in order, every step with its source."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from desktop_app.model.inquiry import END_USES
from desktop_app.model.licence import VERDICTS, StatusName
from desktop_app.model.match import FORMS, PROPERTIES, RARE_EARTHS
from desktop_app.register.control import (
    COMPARISONS,
    REACHES,
    STATES,
    Control,
    Example,
    Guidance,
    Item,
    Limit,
    Provision,
    Reach,
    Source,
    Step,
)
from desktop_app.register.strict import Node, read_yaml

GRADES = ("A", "B", "D")
MINERALS = (
    "Ga", "Ge", "In", "Sb", "W", "Te", "Bi", "Mo", "C", "Li", "Ni", "Co", "Mn", "Al", "Cd", "Zn",
    "Hg", "diamond", "graphite",
)  # fmt: skip
EXAMPLE_FACTS = (
    "outcome", "form", "material", "elements", "minerals", "probability", "family", "cas",
    "origin", "leaves_china", "already_inside", "ships_from", "share", "end_use", "is_kit",
    "trace_only", "free_claim",
    "properties",
)  # fmt: skip
EXAMPLE_QUESTION = ("destination", "end_use", "scenario")


def read_control(path: Path) -> Control:
    """One announcement. Raises RegisterError naming file and line."""
    content = read_yaml(path).closed(
        ("id", "number", "title", "issuer", "issued", "sources", "provisions", "reviewed"),
        ("items", "guidance", "examples", "original_title", "note"),
    )
    if content["id"] != path.stem:
        raise content.at(f"'id' must be the file's name {path.stem}")
    node_of(content, content["reviewed"]).closed(("by", "on"), ())
    sources = read_sources(content)
    issued = content.day("issued")
    provisions = tuple(_provision(n, sources) for n in nodes(content, "provisions"))
    ids = [p.id for p in provisions]
    if len(set(ids)) != len(ids):
        raise content.at("two provisions have the same 'id'")
    for provision in provisions:
        if provision.timeline[0].since != issued:
            raise content.at(
                f"the timeline of provision '{provision.id}' must start on the day of issue"
            )
    return Control(
        id=text(content, "id"),
        number=text(content, "number"),
        title=text(content, "title"),
        issuer=text(content, "issuer"),
        issued=issued,
        provisions=provisions,
        items=tuple(_item(n, sources, ids) for n in nodes(content, "items")),
        guidance=tuple(_guidance(n, sources) for n in nodes(content, "guidance")),
        examples=tuple(_example(n) for n in nodes(content, "examples")),
        original_title=text(content, "original_title"),
        note=text(content, "note"),
    )


def read_sources(content: Node) -> Mapping[str, Source]:
    """The named sources of a file."""
    found: dict[str, Source] = {}
    for name, value in node_of(content, content["sources"]).items():
        node = node_of(content, value).closed(("title", "url", "language", "retrieved", "grade"))
        found[name] = Source(
            title=text(node, "title"),
            url=text(node, "url"),
            language=text(node, "language"),
            retrieved=node.day("retrieved"),
            grade=cast(Any, node.one_of("grade", GRADES)),
        )
    return found


def read_timeline(node: Node, sources: Mapping[str, Source]) -> tuple[Step, ...]:
    """The dated states of a provision, oldest first; an announced state says when it takes effect."""
    steps: list[Step] = []
    for entry in nodes(node, "timeline"):
        entry.closed(
            ("from", "state", "source"), ("takes_effect", "if_lapsed", "if_extended", "note")
        )
        state = cast(StatusName, entry.one_of("state", STATES))
        since = entry.day("from")
        if steps and since <= steps[-1].since:
            raise entry.at("steps must be in the order of their days, one state per day")
        if (state == "announced") != ("takes_effect" in entry):
            raise entry.at("'takes_effect' belongs to an announced step and to no other")
        steps.append(
            Step(
                since=since,
                state=state,
                source=source_of(entry, sources),
                takes_effect=entry.day("takes_effect") if "takes_effect" in entry else None,
                if_lapsed=_state_or(entry, "if_lapsed", "in_force"),
                if_extended=_state_or(entry, "if_extended", "suspended"),
            )
        )
    if not steps:
        raise node.at("'timeline' is empty")
    return tuple(steps)


def _state_or(node: Node, key: str, otherwise: StatusName) -> StatusName:
    return cast(StatusName, node.one_of(key, STATES)) if key in node else otherwise


def _provision(node: Node, sources: Mapping[str, Source]) -> Provision:
    node.closed(
        ("id", "title", "reach", "timeline"),
        ("value_share_percent", "exempt_uses", "exempt_duty", "case_by_case_uses", "destinations",
         "uses", "refuses", "case_by_case"),
    )  # fmt: skip
    share = node.get("value_share_percent")
    if share is not None and not isinstance(share, int | float):
        raise node.at("'value_share_percent' must be a number")
    return Provision(
        id=text(node, "id"),
        title=text(node, "title"),
        reach=cast(Reach, node.one_of("reach", REACHES)),
        timeline=read_timeline(node, sources),
        value_share_percent=None if share is None else float(share),
        exempt_uses=words(node, "exempt_uses", END_USES),
        exempt_duty=text(node, "exempt_duty"),
        case_by_case_uses=words(node, "case_by_case_uses", END_USES),
        destinations=words(node, "destinations"),
        uses=words(node, "uses", END_USES),
        refuses=words(node, "refuses"),
        case_by_case=words(node, "case_by_case"),
    )


def _item(node: Node, sources: Mapping[str, Source], provisions: Sequence[str]) -> Item:
    node.closed(
        ("code", "title", "forms", "evidence", "source"),
        ("elements", "minerals", "materials", "alloys", "cas", "families", "limits",
         "limits_met", "open_question", "original", "hs", "provisions", "note"),
    )  # fmt: skip
    if not any(key in node for key in ("elements", "minerals", "families", "cas")):
        raise node.at("an item must name elements, minerals, families or CAS numbers")
    return Item(
        code=text(node, "code"),
        title=text(node, "title"),
        source=source_of(node, sources),
        evidence=cast(Any, node.one_of("evidence", GRADES)),
        forms=words(node, "forms", FORMS),
        elements=words(node, "elements", RARE_EARTHS),
        minerals=words(node, "minerals", MINERALS),
        materials=words(node, "materials"),
        alloys=tuple(frozenset(alloy.split("-")) for alloy in words(node, "alloys")),
        cas=words(node, "cas"),
        families=words(node, "families"),
        limits=tuple(_limit(entry) for entry in nodes(node, "limits")),
        limits_met=_limits_met(node),
        open_question=text(node, "open_question"),
        original=text(node, "original"),
        hs=words(node, "hs"),
        provisions=words(node, "provisions", provisions),
        note=text(node, "note"),
    )


def _limit(node: Node) -> Limit:
    """``text`` alone says that the register has not captured the limit."""
    node.closed(("text",), ("property", "op", "value"))
    if "property" not in node:
        return Limit(text(node, "text"))
    value = node.get("value")
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise node.at("'value' must be a number")
    return Limit(
        text(node, "text"),
        node.one_of("property", tuple(PROPERTIES)),
        cast(Any, node.one_of("op", COMPARISONS)),
        float(value),
    )


def _limits_met(node: Node) -> int | None:
    wanted = node.get("limits_met")
    if wanted is None:
        return None
    if not isinstance(wanted, int) or not 1 <= wanted <= len(node.get("limits", [])):
        raise node.at("'limits_met' must be a number of the limits listed")
    return wanted


def _guidance(node: Node, sources: Mapping[str, Source]) -> Guidance:
    node.closed(("forms", "title", "source"), ("note",))
    return Guidance(words(node, "forms", FORMS), text(node, "title"), source_of(node, sources))


def _example(node: Node) -> Example:
    node.closed(("day", "part", "verdict"), ("inquiry", "waits_on", "basis"))
    part = node_of(node, node["part"]).closed((), EXAMPLE_FACTS)
    inquiry = node_of(node, node.get("inquiry", part.__class__()))
    if inquiry:
        inquiry.closed((), EXAMPLE_QUESTION)
    return Example(
        day=node.day("day"),
        part=part,
        inquiry={key: str(value) for key, value in inquiry.items()},
        verdict=node.one_of("verdict", VERDICTS),
        waits_on=node.get("waits_on"),
        basis=node.get("basis"),
        line=node.line,
    )


def nodes(parent: Node, key: str) -> tuple[Node, ...]:
    """A list of mappings; empty where the key is absent."""
    value = parent.get(key, [])
    if not isinstance(value, list):
        raise parent.at(f"'{key}' must be a list")
    return tuple(node_of(parent, entry) for entry in value)


def node_of(parent: Node, value: object) -> Node:
    """A mapping inside another."""
    if not isinstance(value, Node):
        raise parent.at(f"expected keys and values, found {value!r}")
    return value


def text(node: Node, key: str) -> str:
    """A text; empty where an optional key is absent."""
    value = node.get(key, "")
    if not isinstance(value, str):
        raise node.at(f"'{key}' must be text; put it in quotes")
    return value


def words(node: Node, key: str, allowed: Sequence[str] = ()) -> tuple[str, ...]:
    """A list of texts, each out of ``allowed`` where given."""
    value = node.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise node.at(f"'{key}' must be a list of texts; put numbers in quotes")
    for word in value:
        if allowed and word not in allowed:
            raise node.at(f"'{key}': unknown word '{word}'; allowed: {', '.join(allowed)}")
    return tuple(value)


def source_of(node: Node, sources: Mapping[str, Source]) -> Source:
    """The source an entry names; it must be listed under ``sources``."""
    return sources[node.one_of("source", tuple(sources))]
