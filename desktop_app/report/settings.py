"""``templates/report.yaml``: which sections, how many rows of each, what sentences hang on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from desktop_app.paths import shipped
from desktop_app.register.strict import Node, read_yaml

SECTIONS = (
    "summary", "ranked", "clock", "questions", "reasons", "files", "method", "not_covered",
)  # fmt: skip
LIMITS = (
    "elements", "this_week", "ask_first", "needed", "part_questions", "suspended", "law_makers", "groups",
    "seldom_kinds", "run_out", "shortage", "reasons", "alike", "suppliers", "parts_per_question",
    "issues", "rejected", "not_covered",
)  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """``limits``: most rows per list. Percentages are of mass and of ownership."""

    sections: tuple[str, ...]
    limits: Mapping[str, int]
    own_exports: frozenset[str]
    absent_mass_percent: float
    owner_share_percent: float
    thin_before: date
    thin_lacks: str
    article_24: frozenset[str]


@cache
def load_settings(path: Path | None = None) -> Settings:
    """The shipped settings, or those of another file. Raises RegisterError naming file and line."""
    content = read_yaml(path or shipped("templates", "report.yaml")).closed(
        ("sections", "limits", "own_exports", "absent_mass_percent", "owner_share_percent",
         "thin_before", "thin_lacks", "article_24"),
    )  # fmt: skip
    return Settings(
        sections=_known(content, "sections", SECTIONS),
        limits=_limits(content),
        own_exports=frozenset(_words(content, "own_exports")),
        absent_mass_percent=_number(content, "absent_mass_percent"),
        owner_share_percent=_number(content, "owner_share_percent"),
        thin_before=content.day("thin_before"),
        thin_lacks=str(content["thin_lacks"]),
        article_24=frozenset(_words(content, "article_24")),
    )


def _words(content: Node, key: str) -> tuple[str, ...]:
    value = content[key]
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise content.at(f"'{key}' must be a list of words; put NO and the like in quotes")
    return tuple(value)


def _known(content: Node, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    found = _words(content, key)
    for word in found:
        if word not in allowed:
            raise content.at(f"'{key}': no section {word!r}; allowed: {', '.join(allowed)}")
    if "method" not in found or len(set(found)) != len(found):
        raise content.at(f"'{key}' must hold each section once, and method: the footer names it")
    return found


def _limits(content: Node) -> Mapping[str, int]:
    node = content["limits"]
    if not isinstance(node, Node):
        raise content.at("'limits' must be a mapping of list names to rows")
    node.closed(LIMITS)
    for key, value in node.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise node.at(f"'{key}' must be a whole number from 1")
    return dict(node)


def _number(content: Node, key: str) -> float:
    value = content[key]
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        raise content.at(f"'{key}' must be a number from 0")
    return float(value)
