"""Chinese in one form: ``traditional_characters.csv`` and ``taiwan_words.csv`` in ``resources``.

Lists from Taiwan and Hong Kong are written in traditional characters, words for parts and headings in
simplified ones. Texts are compared in simplified characters; both sides are turned, so Japanese, whose
characters are in part the traditional ones, stays equal to itself.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desktop_app.paths import shipped


class CharacterTableError(ValueError):
    """What is wrong in the table, with file and line."""


@cache
def simplified_characters() -> Mapping[int, str]:
    """The simplified character of each traditional one that has another, for ``str.translate``."""
    return read_characters(shipped("resources", "traditional_characters.csv"))


def simplified(text: str) -> str:
    """A text with its Chinese characters in the simplified form."""
    return text if text.isascii() else text.translate(simplified_characters())


def tables_of_han() -> list[Path]:
    """The files, for whoever keeps what was made with them."""
    return [
        shipped("resources", name) for name in ("traditional_characters.csv", "taiwan_words.csv")
    ]


@cache
def mainland_words() -> Mapping[str, str]:
    """What Taiwan calls otherwise, in simplified characters, with the word of the mainland: 雷射 is 激光."""
    with shipped("resources", "taiwan_words.csv").open(encoding="utf-8", newline="") as stream:
        return {row["taiwan"]: row["mainland"] for row in csv.DictReader(stream)}


def read_characters(path: Path) -> dict[int, str]:
    """The table of a file. Raises CharacterTableError where a pair is not two characters, says nothing,
    stands there twice, or turns one character into another that is turned itself."""
    found: dict[int, str] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        for row in rows:
            where = f"{path.name} line {rows.line_num}"
            if not row["source"]:
                raise CharacterTableError(f"{where}: source is missing.")
            for pair in row["pairs"].split():
                if len(pair) != 2 or pair[0] == pair[1]:
                    raise CharacterTableError(f"{where}: “{pair}” is no pair.")
                if ord(pair[0]) in found:
                    raise CharacterTableError(f"{where}: “{pair[0]}” stands there twice.")
                found[ord(pair[0])] = pair[1]
    again = [one for one in found.values() if ord(one) in found]
    if again:
        raise CharacterTableError(f"{path.name}: “{again[0]}” is turned into another itself.")
    return found
