"""Which unrecognised parts are alike: by what the list groups them under, else by their texts."""

import re

from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, merged

_FIGURES = re.compile(r"\d+")
Alike = tuple[str, ...]


def pattern_of(text: str | None) -> str:
    """A description but for its figures, in one case, blanks as one: ``XK-4711/B`` and
    ``xk-0815/b`` are alike; "" for none."""
    return _FIGURES.sub("#", " ".join((text or "").casefold().split()))


def alike(parts: PartTable) -> Spread[Alike]:
    """Per part ("group", material group or section) or ("pattern", text but for its figures)."""

    def name(kind: tuple[str | None, str | None, str | None, str | None]) -> Alike:
        group, section, text, number = kind
        if group or section:
            return "group", group or section or ""
        return "pattern", pattern_of(text or number)

    return merged(
        combine(*(parts.text(c) for c in ("material_group", "section", "description", "mpn"))),
        name,
    )
