"""Reads what customs numbers say, and the shape that they have."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from desktop_app.model.match import FORMS, RARE_EARTHS
from desktop_app.register.control_examples import MINERALS
from desktop_app.register.customs import Customs, CustomsCode, FormCodes
from desktop_app.register.strict import RegisterError, is_number, read_table
from desktop_app.register.timelines import GRADES

CODE_COLUMNS = (
    "prefix", "system", "title", "forms", "not_forms", "materials", "not_materials", "elements",
    "except_families", "grade", "source",
)  # fmt: skip
FORM_COLUMNS = ("form", "elements", "prefixes", "source")
SHAPE_COLUMNS = ("name", "value", "countries", "source")
SHAPE_NAMES = (
    "digits", "chapter_first", "chapter_last", "chapter_reserved", "share_rounding_percent",
)  # fmt: skip
ELEMENTS = (*RARE_EARTHS, *MINERALS)


def read_customs(folder: Path) -> Customs:
    """The three files of a register folder; nothing where the folder has none of them.

    Raises RegisterError naming file and line, also where only some of the three are there.
    """
    paths = [folder / f"{name}.csv" for name in ("customs_codes", "customs_forms", "consistency")]
    if not any(path.exists() for path in paths):
        return Customs()
    for path in paths:
        if not path.exists():
            raise RegisterError(path, None, "is missing beside the other customs files")
    codes, forms, shape = paths
    found = _codes(codes)
    named = _forms(forms)
    digits, single = _shape(shape)
    chapters = range(int(single["chapter_first"]), int(single["chapter_last"]) + 1)
    return Customs(
        codes=tuple(sorted(found, key=lambda code: (-len(code.prefix), code.prefix))),
        forms={form: tuple(n for n in named if n.form == form) for form in {n.form for n in named}},
        digits=digits,
        chapters=frozenset(chapters) - {int(single["chapter_reserved"])},
        share_rounding=single["share_rounding_percent"],
    )


def _codes(path: Path) -> list[CustomsCode]:
    found: dict[str, CustomsCode] = {}
    for line, row in read_table(path, CODE_COLUMNS):
        _digits(path, line, row["prefix"])
        if row["prefix"] in found:
            raise RegisterError(path, line, f"{row['prefix']} is given twice")
        if row["grade"] not in GRADES:
            raise RegisterError(path, line, f"'grade' must be one of {', '.join(GRADES)}")
        if not row["title"] or not row["source"] or not row["system"]:
            raise RegisterError(path, line, "title, system and source must not be empty")
        code = CustomsCode(
            prefix=row["prefix"],
            system=row["system"],
            title=row["title"],
            forms=_words(path, line, row["forms"], FORMS),
            not_forms=_words(path, line, row["not_forms"], FORMS),
            materials=frozenset(row["materials"].split()),
            not_materials=frozenset(row["not_materials"].split()),
            elements=_words(path, line, row["elements"], ELEMENTS),
            except_families=frozenset(row["except_families"].split()),
            grade=cast(Any, row["grade"]),
            source=row["source"],
        )
        if code.forms & code.not_forms or code.materials & code.not_materials:
            raise RegisterError(path, line, "the same form or material is both asked and excluded")
        found[code.prefix] = code
    return list(found.values())


def _forms(path: Path) -> list[FormCodes]:
    found: list[FormCodes] = []
    for line, row in read_table(path, FORM_COLUMNS):
        if row["form"] not in FORMS:
            raise RegisterError(path, line, f"unknown form {row['form']!r}")
        prefixes = tuple(row["prefixes"].split())
        if not prefixes or not row["source"]:
            raise RegisterError(path, line, "prefixes and source must not be empty")
        for prefix in prefixes:
            _digits(path, line, prefix)
        elements = _words(path, line, row["elements"], ELEMENTS)
        found.append(FormCodes(row["form"], elements, prefixes, row["source"]))
    return found


def _shape(path: Path) -> tuple[dict[int, frozenset[str]], dict[str, float]]:
    """Lengths with the countries that alone use them, and the figures there are one of."""
    digits: dict[int, frozenset[str]] = {}
    single: dict[str, float] = {}
    for line, row in read_table(path, SHAPE_COLUMNS):
        name = row["name"]
        if name not in SHAPE_NAMES or not row["source"]:
            raise RegisterError(path, line, f"needs a source and one of {', '.join(SHAPE_NAMES)}")
        value = _number(path, line, row["value"])
        if name == "digits":
            if int(value) in digits:
                raise RegisterError(path, line, f"{int(value)} digits are given twice")
            digits[int(value)] = frozenset(row["countries"].split())
        elif name in single:
            raise RegisterError(path, line, f"'{name}' is given twice")
        else:
            single[name] = value
    if missing := [name for name in SHAPE_NAMES[1:] if name not in single]:
        raise RegisterError(path, None, f"{', '.join(missing)} missing")
    return digits, single


def _words(path: Path, line: int, text: str, allowed: Sequence[str]) -> frozenset[str]:
    for word in text.split():
        if word not in allowed:
            raise RegisterError(path, line, f"unknown word {word!r}; allowed: {', '.join(allowed)}")
    return frozenset(text.split())


def _digits(path: Path, line: int, prefix: str) -> None:
    if not prefix.isdecimal() or not prefix.isascii() or len(prefix) not in (4, 6, 8, 10):
        raise RegisterError(path, line, f"{prefix!r} must have 4, 6, 8 or 10 digits")


def _number(path: Path, line: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError as problem:
        raise RegisterError(path, line, f"{text!r} is no number") from problem
    if not is_number(value) or value < 0:
        raise RegisterError(path, line, f"{text!r} must be a number from zero")
    return value
