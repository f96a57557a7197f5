"""Reads one control file: closed keys, closed words, dates in order, every step with its source."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast, get_args

from desktop_app.model.inquiry import END_USES
from desktop_app.model.licence import VERDICTS, Basis, StatusName, WaitsOn
from desktop_app.model.match import FORMS, PROPERTIES, RARE_EARTHS
from desktop_app.register.control import (
    COMPARISONS,
    MARKS,
    REACHES,
    STATES,
    Control,
    Example,
    Guidance,
    Item,
    Limit,
    Mark,
    Papers,
    Provision,
    Reach,
    Review,
    Source,
    Step,
)
from desktop_app.register.strict import Node, read_yaml

GRADES = ("A", "B", "D")
MINERALS = (
    "Ga", "Ge", "In", "Sb", "W", "Te", "Bi", "Mo", "C", "Li", "Ni", "Co", "Mn", "Al", "Cd", "Zn",
    "Hg", "diamond", "graphite",
)  # fmt: skip
# The facts of an example, as a row of a parts list would show them. A fact that is not there is
# missing, never a no, except that an element or mineral that is not named is not in the part.
#   outcome         sure (where nothing is said), ambiguous, none: how the part was recognised
#   form, family    a form of model.match.FORMS, on exact evidence; the id of a part family
#   material        NdFeB, SmCo, the name of a substance, or an alloy such as Sc-Al
#   elements        rare earths: {Dy: yes, Tb: no, Ho: unknown}, on exact evidence
#   minerals        the other controlled minerals it holds: [Ga]
#   probability     0..1, that a listed element is there in a listed form; for basis kind
#   properties      stated technical properties of model.match.PROPERTIES: {purity_percent: 99.8}
#   cas             a CAS number in the row
#   origin          declared country of origin, ISO2; absent: nobody said
#   leaves_china    yes or no: recorded that this delivery leaves China, or does not
#   ships_from      ISO2 of the country this delivery leaves
#   already_inside  yes: from stock in the buyer's customs territory
#   share           percent of its value that is controlled Chinese input
#   end_use         what the row itself says; a use of model.inquiry.END_USES
#   is_kit          yes: a kit or set whose contents are not known
#   trace_only      yes: only traces are reported
#   free_claim      yes: claimed free of heavy rare earths, without a figure
EXAMPLE_FACTS = (
    "outcome", "form", "material", "elements", "minerals", "probability", "family", "cas",
    "origin", "leaves_china", "already_inside", "ships_from", "share", "end_use", "is_kit",
    "trace_only", "free_claim", "properties",
)  # fmt: skip
EXAMPLE_QUESTION = ("destination", "end_use", "scenario")
_YES_NO_FACTS = ("leaves_china", "already_inside", "is_kit", "trace_only", "free_claim")
_OUTCOMES = ("sure", "ambiguous", "none")
_STATED = (True, False, "unknown")


def read_control(path: Path) -> Control:
    """One announcement. Raises RegisterError naming file and line."""
    content = read_yaml(path).closed(
        ("id", "number", "title", "issuer", "issued", "sources", "provisions", "reviewed"),
        ("items", "guidance", "examples", "original_title", "note", "entities_announced", "review",
         "papers"),
    )  # fmt: skip
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
    items = tuple(_item(n, sources, ids) for n in nodes(content, "items"))
    for provision in provisions:
        _inputs_are_items(content, provision, items)
    return Control(
        id=text(content, "id"),
        number=text(content, "number"),
        title=text(content, "title"),
        issuer=text(content, "issuer"),
        issued=issued,
        provisions=provisions,
        items=items,
        guidance=tuple(_guidance(n, sources) for n in nodes(content, "guidance")),
        examples=tuple(_example(n) for n in nodes(content, "examples")),
        original_title=text(content, "original_title"),
        note=text(content, "note"),
        entities_announced=whole_number(content, "entities_announced") or 0,
        review=_review(node_of(content, content["review"]), sources)
        if "review" in content
        else None,
        papers=_papers(node_of(content, content["papers"]), sources)
        if "papers" in content
        else None,
    )


def _inputs_are_items(content: Node, provision: Provision, items: Sequence[Item]) -> None:
    for code in provision.inputs:
        if code not in {item.code for item in items}:
            raise content.at(f"'inputs' of provision '{provision.id}': there is no item {code}")


def _review(node: Node, sources: Mapping[str, Source]) -> Review:
    node.closed(("source",), ("working_days", "note"))
    return Review(whole_number(node, "working_days"), source_of(node, sources), text(node, "note"))


def _papers(node: Node, sources: Mapping[str, Source]) -> Papers:
    node.closed(("source", "list"))
    return Papers(words(node, "list"), source_of(node, sources))


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
         "uses", "refuses", "case_by_case", "inputs"),
    )  # fmt: skip
    share = node.get("value_share_percent")
    if share is not None and not _is_number(share):
        raise node.at("'value_share_percent' must be a number")
    return Provision(
        id=text(node, "id"),
        title=text(node, "title"),
        reach=cast(Reach, node.one_of("reach", REACHES)),
        timeline=read_timeline(node, sources),
        value_share_percent=None if share is None else float(cast(float, share)),
        exempt_uses=words(node, "exempt_uses", END_USES),
        exempt_duty=text(node, "exempt_duty"),
        case_by_case_uses=words(node, "case_by_case_uses", END_USES),
        destinations=words(node, "destinations"),
        uses=words(node, "uses", END_USES),
        refuses=words(node, "refuses"),
        case_by_case=words(node, "case_by_case"),
        inputs=words(node, "inputs"),
    )


def _item(node: Node, sources: Mapping[str, Source], provisions: Sequence[str]) -> Item:
    node.closed(
        ("code", "title", "forms", "evidence", "source"),
        ("elements", "minerals", "materials", "alloys", "cas", "families", "limits",
         "limits_met", "open_question", "original", "hs", "provisions", "note", "not_screened"),
    )  # fmt: skip
    named = [key for key in ("elements", "minerals", "families", "cas") if node.get(key)]
    if not named and "not_screened" not in node:
        raise node.at("an item must name elements, minerals, families or CAS numbers")
    if "not_screened" in node and (named or node["forms"]):
        raise node.at("an item that is 'not_screened' names no forms, elements or families")
    if not node["forms"] and any(key != "cas" for key in named):
        raise node.at("'forms' is empty; only a line found by CAS number alone may name none")
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
        not_screened=text(node, "not_screened"),
    )


def _limit(node: Node) -> Limit:
    """``text`` alone says that the register has not captured the limit."""
    node.closed(("text",), ("property", "op", "value"))
    if "property" not in node:
        return Limit(text(node, "text"))
    value = node.get("value")
    if not _is_number(value):
        raise node.at("'value' must be a number")
    return Limit(
        text(node, "text"),
        node.one_of("property", tuple(PROPERTIES)),
        cast(Any, node.one_of("op", COMPARISONS)),
        float(cast(float, value)),
    )


def _limits_met(node: Node) -> int | None:
    wanted = node.get("limits_met")
    if wanted is None:
        return None
    if not isinstance(wanted, int) or not 1 <= wanted <= len(node.get("limits", [])):
        raise node.at("'limits_met' must be a number of the limits listed")
    return wanted


def _guidance(node: Node, sources: Mapping[str, Source]) -> Guidance:
    node.closed(("forms", "title", "source"), ("families", "note"))
    return Guidance(
        words(node, "forms", FORMS),
        text(node, "title"),
        source_of(node, sources),
        words(node, "families"),
        text(node, "note"),
    )


def _example(node: Node) -> Example:
    node.closed(("day", "part", "verdict"), ("inquiry", "waits_on", "basis", "mark"))
    part = node_of(node, node["part"]).closed((), EXAMPLE_FACTS)
    _check_facts(part)
    inquiry = node_of(node, node["inquiry"]) if "inquiry" in node else None
    if inquiry is not None:
        inquiry.closed((), EXAMPLE_QUESTION)
        _one_of_if_there(inquiry, "end_use", END_USES)
    return Example(
        day=node.day("day"),
        part=part,
        inquiry={key: str(value) for key, value in (inquiry or {}).items()},
        verdict=node.one_of("verdict", VERDICTS),
        waits_on=_one_of_if_there(node, "waits_on", get_args(WaitsOn)),
        basis=_one_of_if_there(node, "basis", get_args(Basis)),
        line=node.line,
        mark=cast(Mark | None, _one_of_if_there(node, "mark", MARKS)),
    )


def _check_facts(part: Node) -> None:
    """Closed words in the facts of an example: a slip would be a fact that is not there."""
    _one_of_if_there(part, "outcome", _OUTCOMES)
    _one_of_if_there(part, "form", FORMS)
    _one_of_if_there(part, "end_use", END_USES)
    for key in _YES_NO_FACTS:
        if not isinstance(part.get(key, False), bool):
            raise part.at(f"'{key}' must be yes or no")
    for key in ("origin", "ships_from", "family", "material", "cas"):
        text(part, key)
    for key in ("probability", "share"):
        if not _is_number(part.get(key, 0)):
            raise part.at(f"'{key}' must be a number")
    elements = node_of(part, part["elements"]) if "elements" in part else {}
    for symbol, stated in elements.items():
        if symbol not in RARE_EARTHS or stated not in _STATED:
            raise part.at(f"'elements': {symbol}: {stated} must be a rare earth: yes, no, unknown")
    properties = node_of(part, part["properties"]) if "properties" in part else {}
    for name, value in properties.items():
        if name not in PROPERTIES or not _is_number(value):
            raise part.at(f"'properties': {name} must be one of {', '.join(PROPERTIES)}")
    words(part, "minerals", MINERALS)


def _one_of_if_there(node: Node, key: str, allowed: Sequence[str]) -> str | None:
    return node.one_of(key, allowed) if key in node else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


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


def whole_number(node: Node, key: str) -> int | None:
    """A whole number of one and more; None where the key is absent."""
    value = node.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
        raise node.at(f"'{key}' must be a whole number of one and more")
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
