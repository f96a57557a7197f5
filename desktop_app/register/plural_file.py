"""Reads ``plurals.csv``, strictly."""

from collections.abc import Mapping
from pathlib import Path

from desktop_app.register.plurals import ENGLISH, Plurals
from desktop_app.register.strict import RegisterError, read_table

_KINDS = ("order", "link", "ending", "word", "adjective", "adjective-one")


def read_plurals(path: Path) -> Mapping[str, Plurals]:
    """The rules by language. Raises RegisterError with file and line."""
    found: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
    for line, row in read_table(path, ("language", "what", "text", "many", "source")):
        if row["what"] not in _KINDS:
            raise RegisterError(path, line, f"unknown rule {row['what']!r}")
        if row["what"] == "order" and row["text"] != "first":
            raise RegisterError(path, line, "the only order to state is first")
        if not row["source"]:
            raise RegisterError(path, line, "a source must be given")
        of_kind = found.setdefault(row["language"], {}).setdefault(row["what"], {})
        for text in _parts(row["text"]) or ("",):
            if text in of_kind:
                raise RegisterError(path, line, f"{text!r} is given twice")
            of_kind[text] = _parts(row["many"])
    if ENGLISH not in found:
        raise RegisterError(path, None, f"rules of {ENGLISH!r} missing")
    return {language: _of_one(rules) for language, rules in found.items()}


def _of_one(rules: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Plurals:
    return Plurals(
        head_first="order" in rules,
        links=frozenset(rules.get("link", ())),
        words=rules.get("word", {}),
        endings=rules.get("ending", {}),
        adjectives=rules.get("adjective", {}).get("", ()),
        adjectives_of_one=rules.get("adjective-one", {}).get("", ()),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in cell.split(";")) if part)
