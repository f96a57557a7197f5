"""Where else a part could come from, and which grade could take its place."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.kept import kept
from desktop_app.model.match import RARE_EARTHS, Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, merged

if TYPE_CHECKING:
    from desktop_app.register.substances import Maker
    from desktop_app.register.supply import Figures, GradeLimit, SourceRule

MOST_NAMES = 3
SPARE = 2
CHINA = "CN"
SHORTEST = 3
"""Letters a Latin name needs to be looked for among the words of a supplier."""

_CLASS = re.compile(r"^\D{0,2}\d{2}\s*-?\s*([A-Z]{0,2}?)T?$")


def makers_outside(
    match: Match, figures: "Figures", makers: Iterable["Maker"], destination: str
) -> tuple[str, ...]:
    """Makers outside China of what a match is: those of the destination first, then by the rule.

    Not those whose own heavy rare earths are nearly all separated in China. Nothing for parts
    without rare earths, or of a kind for which no role of makers is known. Some more than are named,
    because :func:`others` leaves out whoever delivers the part today.
    """
    if not any(element.symbol in RARE_EARTHS for element in match.elements):
        return ()
    rule = next((rule for rule in figures.source_rules if _fits(rule, match)), None)
    if rule is None:
        return ()
    most_chinese = figures.number("chinese_throughout")
    fitting = [
        maker
        for maker in makers
        if rule.role in maker.roles
        and CHINA not in maker.country.split("/")
        and maker.heavy[1] < most_chinese
    ]
    if rule.purest_first:
        fitting.sort(key=lambda maker: maker.heavy[1])
    fitting.sort(key=lambda maker: destination not in maker.country.split("/"))
    return tuple(maker.name for maker in fitting[: MOST_NAMES + SPARE])


def own_makers(
    parts: PartTable, makers: Sequence["Maker"], wanted: NDArray[np.bool_]
) -> Spread[frozenset[str]]:
    """Names of the makers outside China that a part's supplier or maker already is.

    Only for the ``wanted`` parts; the others share the empty set.
    """
    names = {
        name.casefold(): maker.name
        for maker in makers
        if CHINA not in maker.country.split("/")
        for name in (maker.name, *maker.aliases)
        if len(name) >= SHORTEST or not name.isascii()
    }
    firms = kept(_firms, parts)
    asked = set(np.unique(firms.of[wanted]).tolist())
    if not names or not asked:
        return Spread((frozenset(),), np.zeros(len(parts), dtype=np.int32))
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first))
    found = [
        frozenset(names[hit] for hit in pattern.findall(" | ".join(filter(None, firm)).casefold()))
        if code in asked
        else frozenset()
        for code, firm in enumerate(firms.kinds)
    ]
    return merged(Spread(tuple(range(len(found))), firms.of), found.__getitem__)


def _firms(parts: PartTable) -> Spread[tuple[str | None, str | None]]:
    """Supplier and maker of each part."""
    return combine(parts.text("supplier"), parts.text("manufacturer"))


def others(makers: tuple[str, ...], own: frozenset[str]) -> tuple[str, ...]:
    """The makers to name: none that delivers the part already."""
    return tuple(name for name in makers if name not in own)[:MOST_NAMES]


def _fits(rule: "SourceRule", match: Match) -> bool:
    return (
        (match.family or "").startswith(rule.family)
        and rule.form in ("", match.form)
        and rule.material in ("", match.material)
    )


def class_of(grade: str | None, figures: "Figures") -> "GradeLimit | None":
    """The class of a grade of sintered NdFeB, such as SH of N42SH; None where it is none."""
    found = _CLASS.match((grade or "").upper())
    if found is None:
        return None
    name = found[1] or "N"
    return next((limit for limit in figures.grade_limits if limit.name == name), None)


def cooler_classes(
    own: "GradeLimit", figures: "Figures"
) -> tuple["GradeLimit | None", "GradeLimit | None"]:
    """The next cooler class, which needs less Dy and Tb, and the hottest that usually has none."""
    below = [limit for limit in figures.grade_limits if limit.celsius < own.celsius]
    most = figures.number("usually_free")
    free = [limit for limit in below if limit.heavy_probability <= most]
    return (below[-1] if below else None, free[-1] if free else None)
