"""``templates/report.yaml``: the kinds of report, rows of each list, what sentences hang on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from desktop_app.language.catalogue import LANGUAGES
from desktop_app.paths import shipped
from desktop_app.register.strict import Node, read_yaml

KINDS = ("monday", "management", "dossier", "supplier", "licence", "article24", "audit")
SECTIONS = (
    "monday", "summary", "exposure", "ranked", "clock", "cases", "measures", "basis", "dossier", "letter",
    "sheet", "limits", "article24", "availability", "cover", "checklist", "certificate", "introduction",
    "technical", "schedule", "inputs", "times", "questions", "reasons", "files", "method", "not_covered",
    "results",
)  # fmt: skip
LIMITS = (
    "vulnerable", "products", "first_out", "applications", "orders", "today", "settling", "law_lines",
    "exposed_suppliers", "exposed_elements", "measures", "actions", "contributions",
    "elements", "this_week", "ask_first", "needed", "part_questions", "suspended", "law_makers", "groups",
    "seldom_kinds", "run_out", "shortage", "reasons", "alike", "suppliers", "parts_per_question",
    "issues", "rejected", "not_covered", "map_suppliers", "map_printed", "chains", "firm_ranks",
)  # fmt: skip
LAW_LISTS = frozenset({"monday", "basis", "limits", "method"})
"""Sections that list the announcements checked; the foot of a page may name one of them."""


@dataclass(frozen=True)
class Kind:
    """``law``: the section the foot names. ``pages``: at most so many, None without a limit.
    ``keeps``: rows that a list holds on to as long as another has more than it must.

    ``outside``: for readers of another house, without other suppliers and what is ours alone.
    ``estimates``: whether it may print our estimates that a duty exists and of a stop.
    """

    sections: tuple[str, ...]
    law: str
    pages: int | None = None
    outside: bool = False
    estimates: bool = True
    limits: Mapping[str, int] = field(default_factory=dict)
    keeps: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Article24Rule:
    """What the article asks, and which materials are strategic, in the order of the list."""

    source: str
    url: str
    read: date
    every_years: int
    materials: tuple[str, ...]
    remark: str


@dataclass(frozen=True)
class Settings:
    """``limits``: most rows per list. Percentages are of mass and of ownership. ``scenarios``: those
    of the program by name, others by the name of their file in ``resources/register/scenarios``."""

    kinds: Mapping[str, Kind]
    limits: Mapping[str, int]
    confidential: bool
    answer_days: int
    mails: int
    mail_words: int
    country_languages: Mapping[str, str]
    legal_forms: Mapping[str, str]
    own_exports: frozenset[str]
    absent_mass_percent: float
    owner_share_percent: float
    thin_before: date
    thin_lacks: str
    article_24: frozenset[str]
    article_24_rule: Article24Rule
    licence_papers: Mapping[str, str]
    scenarios: tuple[str, ...] = ()


@cache
def load_settings(path: Path | None = None) -> Settings:
    """The shipped settings, or those of another file. Raises RegisterError naming file and line."""
    content = read_yaml(path or shipped("templates", "report.yaml")).closed(
        ("kinds", "limits", "confidential", "answer_days", "mails", "mail_words", "country_languages", "legal_forms",
         "own_exports", "absent_mass_percent", "owner_share_percent",
         "thin_before", "thin_lacks", "article_24", "article_24_rule", "licence_papers",
         "scenarios"),
    )  # fmt: skip
    return Settings(
        kinds=_kinds(content),
        limits=_limits(content, LIMITS),
        confidential=_flag(content, "confidential", True),
        answer_days=int(_number(content, "answer_days")),
        mails=int(_number(content, "mails")),
        mail_words=int(_number(content, "mail_words")),
        country_languages=_languages(content, "country_languages"),
        legal_forms=_languages(content, "legal_forms"),
        own_exports=frozenset(_words(content, "own_exports")),
        absent_mass_percent=_number(content, "absent_mass_percent"),
        owner_share_percent=_number(content, "owner_share_percent"),
        thin_before=content.day("thin_before"),
        thin_lacks=str(content["thin_lacks"]),
        article_24=frozenset(_words(content, "article_24")),
        article_24_rule=_rule(content),
        licence_papers=_papers(content),
        scenarios=_words(content, "scenarios"),
    )


def _kinds(content: Node) -> Mapping[str, Kind]:
    node = content["kinds"]
    if not isinstance(node, Node):
        raise content.at("'kinds' must be a mapping of kinds of report")
    node.closed(KINDS)
    return {name: _kind(node, name) for name in KINDS}


def _kind(kinds: Node, name: str) -> Kind:
    node = kinds[name]
    if not isinstance(node, Node):
        raise kinds.at(f"'{name}' must be a mapping")
    node.closed(("sections", "law"), ("pages", "outside", "estimates", "limits", "keeps"))
    sections = _known(node, "sections", SECTIONS)
    law = str(node["law"])
    if law not in sections or law not in LAW_LISTS:
        raise node.at(f"'law' must be one of its sections that lists the law, not {law!r}")
    pages, outside = node.get("pages"), _flag(node, "outside", False)
    estimates = _flag(node, "estimates", True)
    if pages is not None and (not isinstance(pages, int) or isinstance(pages, bool) or pages < 1):
        raise node.at("'pages' must be a whole number from 1")
    limits = _limits(node, ()) if "limits" in node else {}
    keeps = _limits(node, (), "keeps") if "keeps" in node else {}
    if strange := sorted(set(keeps) - set(limits)):
        raise node.at(f"'keeps' names {strange[0]!r}, which is not under its 'limits'")
    return Kind(sections, law, pages, outside, estimates, limits, keeps)


def _flag(node: Node, key: str, missing: bool) -> bool:
    value = node.get(key, missing)
    if not isinstance(value, bool):
        raise node.at(f"'{key}' must be true or false")
    return value


def _words(content: Node, key: str) -> tuple[str, ...]:
    value = content[key]
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise content.at(f"'{key}' must be a list of words; put NO and the like in quotes")
    return tuple(value)


def _rule(content: Node) -> Article24Rule:
    node = content["article_24_rule"]
    if not isinstance(node, Node):
        raise content.at("'article_24_rule' must be a mapping")
    node.closed(("source", "url", "read", "every_years", "materials", "remark"))
    return Article24Rule(
        source=str(node["source"]),
        url=str(node["url"]),
        read=node.day("read"),
        every_years=int(_number(node, "every_years")),
        materials=_words(node, "materials"),
        remark=str(node["remark"]),
    )


def _papers(content: Node) -> Mapping[str, str]:
    node = content["licence_papers"]
    if not isinstance(node, Node) or not all(isinstance(value, str) for value in node.values()):
        raise content.at("'licence_papers' must map papers to their sources")
    return {str(name): value for name, value in node.items()}


def _languages(content: Node, key: str) -> Mapping[str, str]:
    node = content[key]
    if not isinstance(node, Node):
        raise content.at(f"'{key}' must be a mapping to languages")
    return {str(name): node.one_of(name, tuple(LANGUAGES)) for name in node}


def _known(content: Node, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    found = _words(content, key)
    for word in found:
        if word not in allowed:
            raise content.at(f"'{key}': no section {word!r}; allowed: {', '.join(allowed)}")
    if not found or len(set(found)) != len(found):
        raise content.at(f"'{key}' must hold each section once, and one at least")
    return found


def _limits(content: Node, required: tuple[str, ...], key: str = "limits") -> Mapping[str, int]:
    node = content[key]
    if not isinstance(node, Node):
        raise content.at(f"'{key}' must be a mapping of list names to rows")
    node.closed(required, LIMITS)
    for name, value in node.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise node.at(f"'{name}' must be a whole number from 1")
    return dict(node)


def _number(content: Node, key: str) -> float:
    value = content[key]
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        raise content.at(f"'{key}' must be a number from 0")
    return float(value)
