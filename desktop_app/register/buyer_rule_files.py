"""Reads the rules that bind the buyer: closed keys, closed words, every duty with its source."""

from collections.abc import Collection, Mapping
from pathlib import Path

from desktop_app.model.inquiry import END_USES
from desktop_app.model.match import FORMS
from desktop_app.paths import shipped
from desktop_app.register.buyer_rules import (
    CONDITION_KINDS,
    MADE_STAGES,
    BuyerRule,
    Condition,
    ConditionKind,
    Phase,
)
from desktop_app.register.control import Edition, Source
from desktop_app.register.control_examples import MINERALS
from desktop_app.register.strict import Node, filled, node_of, nodes, read_yaml, text, words
from desktop_app.register.timelines import read_sources, source_of

COUNTRY_KINDS = ("origins", "destinations", "produced_in")
_KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "produced_in": (("produced_in", "stages"), ("source",)),
    "customs": (("customs",), ("only_forms", "source")),
    "end_uses": (("end_uses",), ("or_answer", "source")),
}
UNKNOWN = "unknown"
"""Written for the first day of a duty that nobody can compute yet."""


def load_buyer_rules(folder: Path | None = None) -> tuple[BuyerRule, ...]:
    """All rules by id, shipped or of another folder. Raises RegisterError naming file and line."""
    root = folder or shipped("resources", "register", "buyer_rules")
    return tuple(read_buyer_rule(path) for path in sorted(root.glob("*.yaml")))


def buyer_rules_of(edition: Edition) -> tuple[BuyerRule, ...]:
    """The rules that came with an edition, else the shipped ones. Raises RegisterError."""
    folder = edition.folder / "buyer_rules" if edition.folder else None
    return load_buyer_rules(folder if folder and folder.is_dir() else None)


def read_buyer_rule(path: Path) -> BuyerRule:
    """One rule. Raises RegisterError."""
    content = read_yaml(path).closed(
        ("id", "title", "law", "read_through", "sources", "phases"),
        ("questions", "exceptions", "note"),
    )
    if content["id"] != path.stem:
        raise content.at(f"'id' must be the file's name {path.stem}")
    sources = read_sources(content)
    questions = node_of(content, content["questions"]) if "questions" in content else Node()
    asked = {name: filled(questions, name) for name in questions}
    phases: list[Phase] = []
    for node in nodes(content, "phases"):
        phases.append(_phase(node, sources, asked, phases[-1] if phases else None))
    if not phases:
        raise content.at("'phases' is empty")
    used = {name for phase in phases for name in _answers(phase.conditions)}
    if unused := sorted(set(asked) - used):
        raise content.at(f"no phase asks {', '.join(unused)}")
    return BuyerRule(
        id=path.stem,
        title=filled(content, "title"),
        law=filled(content, "law"),
        read_through=content.day("read_through"),
        phases=tuple(phases),
        questions=asked,
        exceptions=words(content, "exceptions"),
        note=text(content, "note"),
    )


def _phase(
    node: Node, sources: Mapping[str, Source], asked: Collection[str], before: Phase | None
) -> Phase:
    node.closed(("from", "duty", "source", "applies_if"), ("until", "earliest", "why"))
    since = None if node["from"] == UNKNOWN else node.day("from")
    until = node.day("until") if "until" in node else None
    if not isinstance(node.get("earliest", False), bool):
        raise node.at("'earliest' must be yes or no")
    if (since is None or node.get("earliest")) and not text(node, "why"):
        raise node.at("'why' must say why the first day is not sure")
    if until is not None and (since is None or until < since):
        raise node.at("'until' must not be before 'from'")
    if before is not None and (
        since is None or before.until is None or before.since is None or since <= before.until
    ):
        raise node.at("phases must follow each other, each with its last day before the next")
    return Phase(
        since=since,
        until=until,
        earliest=bool(node.get("earliest", False)),
        duty=filled(node, "duty"),
        source=source_of(node, sources),
        conditions=_conditions(node, node["applies_if"], sources, asked),
        why=text(node, "why"),
    )


def _conditions(
    parent: Node, given: object, sources: Mapping[str, Source], asked: Collection[str]
) -> tuple[Condition, ...]:
    if not isinstance(given, list) or not given:
        raise parent.at("conditions must be a list with at least one of them")
    return tuple(_condition(node_of(parent, entry), sources, asked) for entry in given)


def _condition(node: Node, sources: Mapping[str, Source], asked: Collection[str]) -> Condition:
    kinds = [key for key in node if key in CONDITION_KINDS]
    if len(kinds) != 1:
        raise node.at(f"a condition has one of {', '.join(CONDITION_KINDS)}")
    kind: ConditionKind = kinds[0]
    node.closed(*_KEYS.get(kind, ((kind,), ("source",))))
    source = source_of(node, sources) if "source" in node else None
    if kind == "any_of":
        ways = node[kind]
        if not isinstance(ways, list) or len(ways) < 2:
            raise node.at("'any_of' must list at least two ways")
        return Condition(
            kind, ways=tuple(_conditions(node, way, sources, asked) for way in ways), source=source
        )
    if kind == "answer":
        return Condition(kind, (node.one_of(kind, tuple(asked)),), source=source)
    return Condition(
        kind,
        _values(node, kind),
        words(node, "stages", MADE_STAGES),
        words(node, "only_forms", FORMS),
        node.one_of("or_answer", tuple(asked)) if "or_answer" in node else "",
        source=source,
    )


def _values(node: Node, kind: ConditionKind) -> tuple[str, ...]:
    allowed = {"minerals": MINERALS, "forms": FORMS, "end_uses": END_USES}
    values = words(node, kind, allowed.get(kind, ()))
    if not values:
        raise node.at(f"'{kind}' is empty")
    for value in values:
        if kind in COUNTRY_KINDS and not (len(value) == 2 and value.isalpha() and value.isupper()):
            raise node.at(f"'{kind}': {value!r} is no country code of two letters")
        if kind == "customs" and not (value.isdecimal() and len(value) in (4, 6, 8, 10)):
            raise node.at(f"'customs': {value!r} must have 4, 6, 8 or 10 digits")
    return values


def _answers(conditions: tuple[Condition, ...]) -> set[str]:
    """The questions to the user that conditions ask."""
    found: set[str] = set()
    for condition in conditions:
        if condition.kind == "answer":
            found.update(condition.values)
        if condition.or_answer:
            found.add(condition.or_answer)
        for way in condition.ways:
            found |= _answers(way)
    return found
