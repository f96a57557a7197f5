"""Reads the tables of exact knowledge: grades, substances, makers, stages, customs numbers.

Each raises RegisterError naming file and line.
"""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from desktop_app.model.match import PROPERTIES
from desktop_app.model.verdict import Interval
from desktop_app.register.families import PartFamily
from desktop_app.register.family_files import interval, split
from desktop_app.register.strict import RegisterError, read_table
from desktop_app.register.substances import (
    GradePattern,
    HsClass,
    Judgements,
    MagnetGrade,
    Maker,
    PropertyRule,
    Stage,
    Substance,
)

Families = Mapping[str, PartFamily]


def read_grades(path: Path, families: Families) -> tuple[MagnetGrade, ...]:
    """Magnet grades. Raises RegisterError on a grade given twice or an unknown family."""
    columns = (
        "grade", "spellings", "family", "material", "heavy_percent", "probability", "maker",
        "context", "source",
    )  # fmt: skip
    found: dict[str, MagnetGrade] = {}
    for line, row in read_table(path, columns):
        _known(path, line, row["family"], families)
        if row["grade"] in found:
            raise RegisterError(path, line, f"grade {row['grade']!r} is given twice")
        found[row["grade"]] = MagnetGrade(
            grade=row["grade"],
            spellings=split(row["spellings"]),
            family=row["family"],
            material=row["material"],
            heavy=_interval(path, line, row["heavy_percent"]) if row["heavy_percent"] else None,
            probability=_share(path, line, row["probability"]),
            maker=row["maker"],
            needs_context=row["context"] == "needed",
            source=row["source"],
        )
    return tuple(found.values())


def read_patterns(path: Path) -> tuple[GradePattern, ...]:
    """Texts that are, and are not, to be read as grades."""
    columns = ("id", "meaning", "must_match", "must_not_match")
    return tuple(
        GradePattern(
            row["id"], row["meaning"], split(row["must_match"]), split(row["must_not_match"])
        )
        for _, row in read_table(path, columns)
    )


def read_substances(path: Path, families: Families) -> Mapping[str, Substance]:
    """Substances by CAS number, whose check digit must be right."""
    columns = ("cas", "name", "names", "formula", "mass_percent", "family", "verified")
    found: dict[str, Substance] = {}
    for line, row in read_table(path, columns):
        _known(path, line, row["family"], families)
        if not is_cas(row["cas"]) or row["cas"] in found:
            raise RegisterError(path, line, f"CAS number {row['cas']!r} is wrong or given twice")
        shares = tuple(
            (symbol, float(percent))
            for symbol, _, percent in (part.partition(" ") for part in split(row["mass_percent"]))
        )
        found[row["cas"]] = Substance(
            cas=row["cas"],
            name=row["name"],
            names=split(row["names"]),
            formula=row["formula"],
            mass_percent=shares,
            family=row["family"],
            verified=row["verified"],
        )
    return found


def is_cas(text: str) -> bool:
    """Whether a text is a CAS number with a right check digit, such as ``1308-87-8``."""
    digits = text.replace("-", "")
    if len(digits) < 5 or not digits.isascii() or not digits.isdigit():
        return False
    if text != f"{digits[:-3]}-{digits[-3:-1]}-{digits[-1]}":
        return False
    total = sum(place * int(digit) for place, digit in enumerate(reversed(digits[:-1]), 1))
    return total % 10 == int(digits[-1])


def read_makers(path: Path) -> Mapping[str, Maker]:
    """Makers by id; an alias may belong to one maker only."""
    columns = (
        "id", "name", "aliases", "country", "roles", "light", "heavy", "source", "judged",
        "makes_only",
    )  # fmt: skip
    found: dict[str, Maker] = {}
    owners: dict[str, str] = {}
    for line, row in read_table(path, columns):
        if row["id"] in found:
            raise RegisterError(path, line, f"maker {row['id']!r} is given twice")
        for alias in (row["name"], *split(row["aliases"])):
            if owners.setdefault(alias.casefold(), row["id"]) != row["id"]:
                raise RegisterError(
                    path, line, f"{alias!r} is also a name of {owners[alias.casefold()]}"
                )
        found[row["id"]] = Maker(
            id=row["id"],
            name=row["name"],
            aliases=split(row["aliases"]),
            country=row["country"],
            roles=split(row["roles"]),
            light=_interval(path, line, row["light"]),
            heavy=_interval(path, line, row["heavy"]),
            source=row["source"],
            judged=row["judged"] == "yes",
            makes_only=row["makes_only"],
        )
    return found


def read_stages(path: Path) -> tuple[Stage, ...]:
    """Where forms are usually made; the first fitting row counts."""
    return tuple(
        Stage(
            row["form"],
            row["material"],
            _interval(path, line, row["china"]),
            row["source"],
            row["judged"] == "yes",
        )
        for line, row in read_table(path, ("form", "material", "china", "source", "judged"))
    )


def read_hs_classes(path: Path, families: Families) -> tuple[HsClass, ...]:
    """Customs number prefixes, the longest first."""
    found = []
    for line, row in read_table(path, ("prefix", "family", "hints", "meaning")):
        _known(path, line, row["family"], families)
        if not row["prefix"].isdigit():
            raise RegisterError(path, line, f"{row['prefix']!r} is no customs number")
        found.append(
            HsClass(row["prefix"], row["family"], frozenset(split(row["hints"])), row["meaning"])
        )
    return tuple(sorted(found, key=lambda entry: -len(entry.prefix)))


def read_properties(path: Path) -> tuple[PropertyRule, ...]:
    """How technical properties are stated in texts."""
    columns = (
        "property", "units", "factor", "words", "bare_in", "not_words", "low", "high", "source",
    )  # fmt: skip
    found = []
    for line, row in read_table(path, columns):
        if row["property"] not in PROPERTIES:
            raise RegisterError(path, line, f"there is no property {row['property']!r}")
        try:
            factor, low, high = (float(row[name]) for name in ("factor", "low", "high"))
        except ValueError as problem:
            raise RegisterError(path, line, "factor, low and high must be numbers") from problem
        found.append(
            PropertyRule(
                row["property"],
                split(row["units"]),
                factor,
                split(row["words"]),
                split(row["bare_in"]),
                split(row["not_words"]),
                low,
                high,
            )
        )
    return tuple(found)


def read_report_words(path: Path) -> tuple[str, ...]:
    """Words that say a text speaks of a report or analysis."""
    return tuple(
        word
        for _, row in read_table(path, ("language", "terms", "source"))
        for word in split(row["terms"])
    )


def read_open_kinds(
    path: Path, families: Mapping[str, PartFamily]
) -> Mapping[str, tuple[str, ...]]:
    """Of each family that leaves its kind open, two or three that it may turn out to be."""
    found: dict[str, tuple[str, ...]] = {}
    for line, row in read_table(path, ("family", "may_be", "source")):
        kinds = tuple(split(row["may_be"]))
        for family in (row["family"], *kinds):
            if family not in families:
                raise RegisterError(path, line, f"there is no family {family!r}")
        if row["family"] in found or len(kinds) not in (2, 3):
            raise RegisterError(path, line, f"{row['family']} is given twice, or not two or three")
        found[row["family"]] = kinds
    return found


def read_worked_things(
    path: Path, families: Mapping[str, PartFamily]
) -> Mapping[tuple[str, str], str]:
    """What a plain thing (family) is by the family of the material that a column names."""
    found: dict[tuple[str, str], str] = {}
    for line, row in read_table(path, ("thing", "material", "becomes", "source")):
        for family in (row["thing"], row["material"], row["becomes"]):
            _known(path, line, family, families)
        key = (row["thing"], row["material"])
        if key in found:
            raise RegisterError(path, line, f"{row['thing']} of {row['material']} is given twice")
        found[key] = row["becomes"]
    return found


def read_judgements(path: Path) -> Judgements:
    """The figures of our own judgement, each once; shares lie between 0 and 1, months above 0."""
    names = [field.name for field in fields(Judgements)]
    found: dict[str, float] = {}
    for line, row in read_table(path, ("name", "value", "meaning", "source")):
        if row["name"] not in names or row["name"] in found:
            raise RegisterError(path, line, f"{row['name']!r} is unknown or given twice")
        measure = _positive if row["name"].endswith("_months") else _share
        found[row["name"]] = measure(path, line, row["value"])
    if missing := [name for name in names if name not in found]:
        raise RegisterError(path, None, f"{', '.join(missing)} missing")
    return Judgements(**found)


def _known(path: Path, line: int, family: str, families: Families) -> None:
    if family not in families:
        raise RegisterError(path, line, f"there is no family {family!r}")


def _interval(path: Path, line: int, text: str) -> Interval:
    try:
        return interval(text)
    except ValueError as problem:
        raise RegisterError(path, line, str(problem)) from problem


def _positive(path: Path, line: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError as problem:
        raise RegisterError(path, line, f"{text!r} is no number") from problem
    if value <= 0:
        raise RegisterError(path, line, f"{value} is not above 0")
    return value


def _share(path: Path, line: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError as problem:
        raise RegisterError(path, line, f"{text!r} is no number") from problem
    if not 0 <= value <= 1:
        raise RegisterError(path, line, f"{value} is not between 0 and 1")
    return value
