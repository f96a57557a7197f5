"""How words of the languages look in the plural and in other cases: ``plurals.csv``, read strictly.

All of it is spelled as normalised: small letters, no accents.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.register.strict import RegisterError, read_table

ENGLISH = "any"
"""Stands for English and for languages without rules of their own."""
_KINDS = ("order", "link", "ending", "word", "adjective", "adjective-one")


@dataclass(frozen=True, eq=False)
class Plurals:
    """The rules of one language. ``head_first``: the noun leads its phrase. ``links``: words behind
    which stands what it is of or for. ``words``: exceptions. ``endings``: what ends a word and what
    does instead, the longest that fits counts. ``adjectives``: endings before a noun in any
    number, ``adjectives_of_one``: of one only."""

    head_first: bool = False
    links: frozenset[str] = frozenset()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: tuple[str, ...] = ()
    adjectives_of_one: tuple[str, ...] = ()

    def of(self, word: str) -> tuple[str, ...]:
        """The other forms of one word; none where it is unchanged or no word."""
        if not (word.isascii() and word.isalpha()):
            return ()
        if (known := self.words.get(word)) is not None:
            return known
        for cut in range(len(word) + 1):
            if (many := self.endings.get(word[cut:])) is not None:
                return tuple(word[:cut] + ending for ending in many)
        return ()


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
