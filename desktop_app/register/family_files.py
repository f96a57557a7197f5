"""Reads part families: one file per important family, one table for the rest."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app.model.match import FORMS, RARE_EARTHS
from desktop_app.model.verdict import Interval
from desktop_app.register.families import PartFamily, Refinement, Share
from desktop_app.register.strict import Node, RegisterError, read_table, read_yaml

REQUIRED = ("id", "title", "form", "probability", "sources", "examples", "look_alikes")
OPTIONAL = (
    "material", "words", "hints", "refines", "composition", "absent", "bearing", "listed", "trace",
    "minerals", "judged", "form_open",
)  # fmt: skip
TABLE = (
    "id", "title", "form", "material", "refines", "hints", "probability", "listed", "trace",
    "form_open", "composition", "bearing", "minerals", "sources", "judged",
)  # fmt: skip
LEAST_EXAMPLES, LEAST_LOOK_ALIKES = 5, 3
OTHER_ELEMENTS = (
    "Ga", "Ge", "In", "Sb", "W", "Te", "Bi", "Mo", "C", "Co", "Ni", "Fe", "Zr", "Hf", "Nb", "As",
    "Se", "Cd", "Zn", "Al", "Mg", "Cu", "B", "Li", "Mn", "Sr", "Ba", "graphite", "diamond",
)  # fmt: skip


def read_families(root: Path, width: float) -> Mapping[str, PartFamily]:
    """All families by id. ``width``: half of that round a stated probability, 0..1. Raises
    RegisterError naming file and line."""
    found: dict[str, PartFamily] = {}
    for path in sorted((root / "families").glob("*.yaml")):
        node = read_yaml(path)
        family = _from_file(node, width)
        if family.id != path.stem:
            raise node.at(f"'id' must be the file's name {path.stem}")
        found[family.id] = family
    table = root / "families.csv"
    for line, row in read_table(table, TABLE):
        if row["id"] in found:
            raise RegisterError(table, line, f"family {row['id']!r} is given twice")
        found[row["id"]] = _from_row(table, line, row, width)
    for family in found.values():
        for rule in family.refines:
            if rule.of not in found:
                raise RegisterError(root, None, f"{family.id} refines the unknown {rule.of!r}")
    return found


def _from_file(node: Node, width: float) -> PartFamily:
    node.closed(REQUIRED, OPTIONAL)
    titles = node["title"]
    if not isinstance(titles, Node):
        raise node.at("'title' must give en, de and zh")
    titles.closed(("en", "de", "zh"))
    examples, look_alikes = _lines(node, "examples"), _lines(node, "look_alikes")
    if len(examples) < LEAST_EXAMPLES or len(look_alikes) < LEAST_LOOK_ALIKES:
        raise node.at(f"needs {LEAST_EXAMPLES} examples and {LEAST_LOOK_ALIKES} look_alikes")
    words: Mapping[str, Any] = node.get("words") or {}
    return _family(
        node,
        node.path,
        node.line,
        width,
        title=str(titles["en"]),
        titles={"de": str(titles["de"]), "zh": str(titles["zh"])},
        words={language: split(text) for language, text in words.items()},
        examples=examples,
        look_alikes=look_alikes,
        exemplified=True,
    )


def _from_row(path: Path, line: int, row: Mapping[str, str], width: float) -> PartFamily:
    return _family(row, path, line, width, title=row["title"])


def _family(
    given: Mapping[str, Any], path: Path, line: int, width: float, **rest: Any
) -> PartFamily:
    """The keys both forms share; a row of the table gives them as the same texts."""

    def text(key: str) -> str:
        value = given.get(key)
        return "" if value is None else str(value).strip()

    try:
        if text("form") not in FORMS:
            raise ValueError(f"unknown form {text('form')!r}")
        minerals = split(text("minerals"))
        if unknown := [m for m in minerals if m not in OTHER_ELEMENTS]:
            raise ValueError(f"unknown minerals {unknown}")
        g, share = _bearing(text("bearing"))
        return PartFamily(
            id=text("id"),
            form=text("form"),
            material=text("material") or None,
            probability=_around(_probability(text("probability")), width),
            listed=float(text("listed") or 0),
            trace=text("trace").lower() in ("yes", "true"),
            form_open=text("form_open").lower() in ("yes", "true"),
            content=_composition(text("composition")),
            absent=split(text("absent")),
            bearing_g=g,
            bearing_share=share,
            minerals=minerals,
            hints=frozenset(split(text("hints"))),
            refines=tuple(_refinement(rule) for rule in split(text("refines"))),
            sources=split(text("sources")),
            judged=text("judged"),
            **rest,
        )
    except (ValueError, IndexError) as problem:
        raise RegisterError(path, line, str(problem)) from problem


def split(text: str) -> tuple[str, ...]:
    """The parts of a text between semicolons, without blanks."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def interval(text: str) -> Interval:
    """``low-best-high`` as numbers. Raises ValueError when they are not in order."""
    low, best, high = (float(part) for part in text.split("-"))
    if not 0 <= low <= best <= high:
        raise ValueError(f"{text!r} must be low-best-high")
    return (low, best, high)


def _probability(text: str) -> float:
    best = float(text)
    if not 0 <= best <= 1:
        raise ValueError(f"probability {best} is not between 0 and 1")
    return best


def _around(best: float, width: float) -> Interval:
    return (max(0.0, round(best - width, 4)), best, min(1.0, round(best + width, 4)))


def _composition(text: str) -> tuple[Share, ...]:
    """``Nd 18-24-30 0.95; Dy 0-1-5 0.4``: element, mass percent, probability of being there."""
    shares = []
    for entry in split(text):
        symbol, percent, presence = entry.split()
        if symbol not in RARE_EARTHS and symbol not in OTHER_ELEMENTS:
            raise ValueError(f"unknown element {symbol!r}")
        shares.append(Share(symbol, interval(percent), _probability(presence)))
    return tuple(shares)


def _bearing(text: str) -> tuple[Interval | None, Interval | None]:
    """``2-20-150 g`` of one piece, or ``0.9-1-1 share`` of the part's mass."""
    if not text:
        return None, None
    amount, unit = text.split()
    if unit == "g":
        return interval(amount), None
    if unit == "share":
        return None, interval(amount)
    raise ValueError(f"unknown unit {unit!r}")


def _refinement(text: str) -> Refinement:
    """``motor: stepper hybrid !canstack``: the general family and the hints for and against."""
    of, _, hints = text.partition(":")
    words: Sequence[str] = hints.split()
    return Refinement(
        of.strip(),
        frozenset(w for w in words if not w.startswith("!")),
        frozenset(w[1:] for w in words if w.startswith("!")),
    )


def _lines(node: Node, key: str) -> tuple[str, ...]:
    value = node.get(key)
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise node.at(f"'{key}' must be a list of texts")
    return tuple(value)
