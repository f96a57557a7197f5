"""Reads one control file: closed keys, closed words, dates in order, every step with its source."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from desktop_app.model.inquiry import END_USES, EndUse
from desktop_app.model.match import FORMS, PROPERTIES, RARE_EARTHS
from desktop_app.register.control import (
    COMPARISONS,
    REACHES,
    Control,
    Guidance,
    Item,
    Limit,
    ListedEntity,
    Papers,
    Provision,
    Reach,
    Review,
    Source,
)
from desktop_app.register.control_examples import MINERALS, ask_for_examples, read_example
from desktop_app.register.strict import (
    Node,
    belongs,
    filled,
    missing,
    node_of,
    nodes,
    number,
    read_yaml,
    text,
    whole_number,
    words,
)
from desktop_app.register.timelines import GRADES, read_sources, read_timeline, source_of


def read_control(path: Path) -> Control:
    """One announcement. Raises RegisterError naming file and line."""
    content = read_yaml(path).closed(
        ("id", "number", "title", "issuer", "issued", "sources", "provisions", "reviewed"),
        ("items", "guidance", "examples", "original_title", "note", "entities_announced", "entities",
         "review", "papers"),
    )  # fmt: skip
    if content["id"] != path.stem:
        raise content.at(f"'id' must be the file's name {path.stem}")
    review = node_of(content, content["reviewed"]).closed(("by", "on"), ())
    sources = _read_before_review(content, review)
    provisions = tuple(read_provision(n, sources) for n in nodes(content, "provisions"))
    items = tuple(_item(n, sources, [p.id for p in provisions]) for n in nodes(content, "items"))
    guidance = tuple(_guidance(n, sources, items) for n in nodes(content, "guidance"))
    examples = tuple(read_example(n) for n in nodes(content, "examples"))
    _check_provisions(content, provisions, items)
    ask_for_examples(content, provisions, examples)
    return Control(
        id=text(content, "id"),
        number=filled(content, "number"),
        title=filled(content, "title"),
        issuer=filled(content, "issuer"),
        issued=content.day("issued"),
        provisions=provisions,
        items=items,
        guidance=guidance,
        examples=examples,
        original_title=text(content, "original_title"),
        note=text(content, "note"),
        entities_announced=whole_number(content, "entities_announced") or 0,
        names=tuple(_name(n, content) for n in nodes(content, "entities")),
        review=_review(node_of(content, content["review"]), sources)
        if "review" in content
        else None,
        papers=_papers(node_of(content, content["papers"]), sources)
        if "papers" in content
        else None,
        reviewed_by=filled(review, "by"),
        reviewed_on=review.day("on"),
    )


def _name(node: Node, content: Node) -> ListedEntity:
    """A firm that the announcement itself lists, from its day of issue on."""
    node.closed(("name", "list"), ("aliases", "country"))
    if node["list"] not in ("control", "watch"):
        raise node.at("'list' must be control or watch")
    return ListedEntity(
        filled(node, "name"), words(node, "aliases"), text(node, "country"), text(content, "id"),
        cast(Any, node["list"]), content.day("issued"),
    )  # fmt: skip


def _read_before_review(content: Node, review: Node) -> Mapping[str, Source]:
    """The sources; a source that was retrieved after the review was not reviewed."""
    sources = read_sources(content)
    for name, source in sources.items():
        if source.retrieved > review.day("on"):
            raise content.at(f"source '{name}' was retrieved after the review")
    return sources


def _check_provisions(
    content: Node, provisions: Sequence[Provision], items: Sequence[Item]
) -> None:
    """What only the whole file can tell: ids, first days, and items that are spoken of."""
    if not provisions:
        raise content.at("'provisions' is empty")
    ids = [p.id for p in provisions]
    if len(set(ids)) != len(ids):
        raise content.at("two provisions have the same 'id'")
    codes = {item.code for item in items}
    for provision in provisions:
        if provision.timeline[0].since != content.day("issued"):
            raise content.at(
                f"the timeline of provision '{provision.id}' must start on the day of issue"
            )
        for code in provision.inputs:
            if code not in codes:
                raise content.at(f"'inputs' of provision '{provision.id}': there is no item {code}")


def _review(node: Node, sources: Mapping[str, Source]) -> Review:
    node.closed(("source",), ("working_days", "note"))
    return Review(whole_number(node, "working_days"), source_of(node, sources), text(node, "note"))


def _papers(node: Node, sources: Mapping[str, Source]) -> Papers:
    node.closed(("source", "list"))
    return Papers(words(node, "list"), source_of(node, sources))


def read_provision(node: Node, sources: Mapping[str, Source]) -> Provision:
    """One provision with its timeline. Raises RegisterError."""
    node.closed(
        ("id", "title", "reach", "timeline"),
        ("value_share_percent", "exempt_uses", "exempt_duty", "case_by_case_uses", "destinations",
         "uses", "refuses", "case_by_case", "inputs", "makes"),
    )  # fmt: skip
    reach = cast(Reach, node.one_of("reach", REACHES))
    if reach == "foreign_content" and "value_share_percent" not in node:
        raise node.at(missing("value_share_percent"))
    if reach != "foreign_content" and "value_share_percent" in node:
        raise node.at(belongs("value_share_percent", "reach: foreign_content"))
    if "makes" in node and reach != "foreign_technology":
        raise node.at(belongs("makes", "reach: foreign_technology"))
    if reach != "user" and ("refuses" in node or "case_by_case" in node):
        raise node.at(belongs("refuses, case_by_case", "reach: user"))
    return Provision(
        id=text(node, "id"),
        title=filled(node, "title"),
        reach=reach,
        timeline=read_timeline(node, sources),
        value_share_percent=number(node, "value_share_percent"),
        exempt_uses=words(node, "exempt_uses", END_USES),
        exempt_duty=text(node, "exempt_duty"),
        case_by_case_uses=words(node, "case_by_case_uses", END_USES),
        destinations=words(node, "destinations"),
        uses=words(node, "uses", END_USES),
        refuses=words(node, "refuses"),
        case_by_case=words(node, "case_by_case"),
        inputs=words(node, "inputs"),
        makes=words(node, "makes", FORMS),
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
        code=filled(node, "code"),
        title=filled(node, "title"),
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
        hs=_customs_numbers(node),
        provisions=words(node, "provisions", provisions),
        note=text(node, "note"),
        not_screened=text(node, "not_screened"),
    )


def _limit(node: Node) -> Limit:
    """``text`` alone says that the register has not captured the limit."""
    figures = ("property", "op", "value")
    if "use" in node:
        node.closed(("text", "use"), ("words",))
        use = cast(EndUse, node.one_of("use", END_USES))
        return Limit(filled(node, "text"), use=use, words=words(node, "words"))
    node.closed(("text",), figures)
    if not any(key in node for key in figures):
        return Limit(filled(node, "text"))
    node.closed(("text", *figures))
    return Limit(
        filled(node, "text"),
        node.one_of("property", tuple(PROPERTIES)),
        cast(Any, node.one_of("op", COMPARISONS)),
        number(node, "value"),
    )


def _limits_met(node: Node) -> int | None:
    wanted = node.get("limits_met")
    if wanted is None:
        return None
    if not isinstance(wanted, int) or not 1 <= wanted <= len(node.get("limits", [])):
        raise node.at("'limits_met' must be a number of the limits listed")
    return wanted


def _customs_numbers(node: Node) -> tuple[str, ...]:
    numbers = words(node, "hs")
    for found in numbers:
        if not found.isdecimal() or len(found) not in (6, 8, 10):
            raise node.at(f"'hs': {found} must have 6, 8 or 10 digits")
    return numbers


def _guidance(node: Node, sources: Mapping[str, Source], items: Sequence[Item]) -> Guidance:
    """Guidance frees forms that no line names."""
    node.closed(("forms", "title", "source"), ("note",))
    named = {form for item in items for form in item.forms}
    for form in words(node, "forms", FORMS):
        if form in named:
            raise node.at(f"guidance frees form '{form}', which an item names")
    return Guidance(
        words(node, "forms", FORMS),
        text(node, "title"),
        source_of(node, sources),
        text(node, "note"),
    )
