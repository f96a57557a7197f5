"""The limits of projects, as data with their source."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.paths import shipped
from desktop_app.register.strict import Node, filled, node_of, read_yaml


@dataclass(frozen=True, slots=True)
class Rules:
    """``look_again_days``: how long a recorded legal status may stand; backups kept, as the newest
    ``recent`` and the newest of each of ``daily`` days; ``free_factor`` times the size of a file
    plus ``free_reserve`` bytes must be free before it is copied; files of more than ``kept_bytes``
    are not kept whole; a portable project of more than ``portable_bytes`` is not unpacked;
    ``review_first``: decisions proposed at once; ``practice_months``: how long a trade-practice
    setting stands; ``unsaved_days``: how long work that a crash left unsaved is offered."""

    look_again_days: int
    recent: int
    daily: int
    free_factor: int
    free_reserve: int
    kept_bytes: int
    portable_bytes: int
    review_first: int
    practice_months: int
    unsaved_days: int


@cache
def project_rules(path: Path | None = None) -> Rules:
    """The limits as shipped. Raises RegisterError naming file and line."""
    content = read_yaml(path or shipped("resources", "project", "rules.yaml")).closed(
        (
            "recorded_legal_status",
            "trade_practice",
            "backups",
            "free_space",
            "kept_files",
            "portable",
            "review_queue",
            "unsaved_work",
        )
    )
    status = _sourced(content, "recorded_legal_status", "look_again_days")
    backups = _sourced(content, "backups", "recent", "daily")
    space = _sourced(content, "free_space", "factor", "reserve_megabytes")
    kept = _sourced(content, "kept_files", "largest_megabytes")
    portable = _sourced(content, "portable", "largest_megabytes")
    review = _sourced(content, "review_queue", "first")
    practice = _sourced(content, "trade_practice", "months")
    unsaved = _sourced(content, "unsaved_work", "offered_days")
    return Rules(
        look_again_days=_count(status, "look_again_days"),
        recent=_count(backups, "recent"),
        daily=_count(backups, "daily"),
        free_factor=_count(space, "factor"),
        free_reserve=_count(space, "reserve_megabytes") * 1_000_000,
        kept_bytes=_count(kept, "largest_megabytes") * 1_000_000,
        portable_bytes=_count(portable, "largest_megabytes") * 1_000_000,
        review_first=_count(review, "first"),
        practice_months=_count(practice, "months"),
        unsaved_days=_count(unsaved, "offered_days"),
    )


def _sourced(content: Node, name: str, *keys: str) -> Node:
    node = node_of(content, content[name]).closed((*keys, "source"))
    filled(node, "source")
    return node


def _count(node: Node, key: str) -> int:
    value = node[key]
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise node.at(f"'{key}' must be a whole number above 0")
    return value
