"""Reads the short lists of words, the symbols that stand alone and what only describes, strictly."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from desktop_app.paths import shipped
from desktop_app.register.family_role_file import family_ids, read_family_roles
from desktop_app.register.plain_materials import TREATMENT, PlainMaterials
from desktop_app.register.strict import RegisterError, read_table
from desktop_app.register.word_lists import LoneSymbol, WordLists

LISTS = (
    "above", "amount-unit", "and", "article", "at-most", "attribute-behind", "backing", "begins-others",
    "below", "bought-for", "built-into",
    "carbide", "coating", "comes-with", "contained", "contains", "content", "count-unit", "cover",
    "crucible", "curved", "denied", "denied-behind", "density", "diameter", "dissolved", "driven", "driver-or-chip",
    "each-of", "either", "either-alike", "engine", "feature-first", "fitted", "flat", "fuel",
    "flat-stock", "gauss", "glass", "grain-number", "heavy-earths", "held-by-magnet", "holding", "hub", "inch",
    "inner-diameter", "interface", "inverter", "japanese-sign", "joined-for", "left-out",
    "joins-names", "joins-things", "legal-form", "length", "limit", "linking", "linking-with",
    "links-a-name", "list-mark", "loose-density",
    "loose-metal", "magnet-compound", "magnetised", "more-than", "motorised", "no-code",
    "no-flat-stock", "no-slip", "no-vehicle",
    "not-detected", "of-a-magnet", "of-the", "optic-material", "or-less", "or-more",
    "outer-diameter", "own-housing", "own-lead", "own-part",
    "pane", "paper", "part-label", "part-noun", "part-of", "per", "piece", "place", "platform", "polycrystal",
    "permanent-magnet", "remark", "romance", "romance-ending", "said-twice", "semiconductor",
    "shaft", "sheet", "short-motor", "single-crystal",
    "spare-mark", "stand", "sticky", "substrate", "symbol-in-capitals", "term-of-sale", "thickness", "tool-bit",
    "treated-with", "turning-link", "two-languages", "type-behind", "under-oil", "vehicle", "vessel", "wall", "within",
)  # fmt: skip
"""The lists that must be there, beside one of each month and of elements by their names."""
_NUMBERED = re.compile("month-(?:[1-9]|1[0-2])|element-[A-Z][a-z]?")
_LANGUAGES = ("any", "de", "en", "es", "fr", "it", "ja", "ko", "zh")


def read_word_lists(folder: Path) -> WordLists:
    """The lists and symbols of a folder of the register. Raises RegisterError with file and line."""
    return WordLists(
        _terms(folder / "word_lists.csv"),
        _symbols(folder / "symbols.csv"),
        _pairs(folder / "describing.csv"),
        _materials(folder / "plain_materials.csv", family_ids(folder)),
        read_family_roles(folder),
    )


@cache
def shipped_word_lists() -> WordLists:
    """The lists that are shipped; a newer edition of the law brings none of its own."""
    return read_word_lists(shipped("resources", "register"))


def _terms(path: Path) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line, row in read_table(path, ("list", "language", "terms", "source")):
        name = row["list"]
        if name not in LISTS and not _NUMBERED.fullmatch(name):
            raise RegisterError(path, line, f"there is no list {name!r}")
        if row["language"] not in _LANGUAGES:
            raise RegisterError(path, line, f"unknown language {row['language']!r}")
        for term in (term.strip() for term in row["terms"].split(";")):
            if not term.rstrip("*"):
                raise RegisterError(path, line, "an empty term")
            if term in found.get(name, ()):
                raise RegisterError(path, line, f"{term!r} is given before in {name!r}")
            found[name] = (*found.get(name, ()), term)
    if missing := [name for name in LISTS if name not in found]:
        raise RegisterError(path, None, f"{', '.join(missing)} missing")
    return found


def _symbols(path: Path) -> Mapping[str, LoneSymbol]:
    found: dict[str, LoneSymbol] = {}
    for line, row in read_table(path, ("symbol", "family", "is_word", "source")):
        if row["symbol"] in found:
            raise RegisterError(path, line, f"{row['symbol']!r} is given twice")
        if row["is_word"] not in ("", "yes"):
            raise RegisterError(path, line, f"is_word must be yes or empty: {row['is_word']!r}")
        found[row["symbol"]] = LoneSymbol(row["family"], row["is_word"] == "yes")
    return found


def _pairs(path: Path) -> tuple[tuple[str, str], ...]:
    found: dict[tuple[str, str], int] = {}
    for line, row in read_table(path, ("first", "behind", "why", "source")):
        pair = (row["first"], row["behind"])
        if not all(pair) or pair[1] == "*":
            raise RegisterError(path, line, "first and behind must name families")
        if found.setdefault(pair, line) != line:
            raise RegisterError(path, line, f"{' before '.join(pair)} is given twice")
    return tuple(found)


def _materials(path: Path, known: Collection[str]) -> PlainMaterials:
    found: dict[str, tuple[str, ...]] = {}
    for line, row in read_table(path, ("family", "pattern", "examples", "others", "source")):
        if row["family"] not in known and row["family"] != TREATMENT:
            raise RegisterError(path, line, f"unknown family {row['family']!r}")
        if not row["source"] or not (row["examples"] or row["family"] == TREATMENT):
            raise RegisterError(path, line, "examples and source must be given")
        found[row["family"]] = (*found.get(row["family"], ()), row["pattern"])
    return PlainMaterials(found)
