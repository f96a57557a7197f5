"""Comments that somebody attached to cells of a xlsx workbook: no values, but said all the same.

Threaded comments come with a copy as a plain one, for older programs, behind an explanation by Excel
in the language of the writer.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from xml.etree import ElementTree

MOST, LONGEST = 2_000, 2_000
"""Comments of a sheet, and characters of one, that are kept. Own judgement."""
EXPLANATION = 1_000
"""Characters of Excel's explanation in any language, looked for in no more than that."""
LARGEST_PART = 8_000_000
"""Bytes of the comments of one sheet; more are nobody's answers."""
UNREADABLE = (
    KeyError, ElementTree.ParseError, zipfile.BadZipFile, OSError, ValueError, EOFError,
    NotImplementedError, RuntimeError, zlib.error,
)  # fmt: skip
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_EXPLAINED = re.compile(r"\s*\[[^\]]*\].*?go\.microsoft\.com/fwlink\S*\s*\S[^\n]*\n", re.DOTALL)


def has_comments(package: zipfile.ZipFile) -> bool:
    """Whether any sheet has some; asking costs nothing."""
    return any("comments" in posixpath.basename(name).casefold() for name in package.namelist())


def comments_of(package: zipfile.ZipFile, part: str) -> list[tuple[int, int, str]]:
    """(row, column, text) of the comments of a sheet part, 1-based; none where they are a flood or
    damaged: the sheet itself is read all the same."""
    try:
        return list(islice(_found(package, part), MOST))
    except UNREADABLE:
        return []


def _found(package: zipfile.ZipFile, part: str) -> Iterator[tuple[int, int, str]]:
    folder, base = posixpath.split(part)
    names = {name.lstrip("/").casefold(): name for name in package.namelist()}
    relations = names.get(posixpath.join(folder, "_rels", f"{base}.rels").casefold())
    if relations is None:
        return
    for relation in _parsed(package, relations).iter():
        if not relation.get("Type", "").endswith("/comments"):
            continue
        target = relation.get("Target", "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        name = names.get(posixpath.normpath(path).casefold())
        if name is not None:
            yield from _comments(_parsed(package, name))


def _parsed(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with package.open(name) as stream:
        content = stream.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART or b"<!DOCTYPE" in content:
        return ElementTree.Element("nothing")
    return ElementTree.fromstring(content)  # noqa: S314 - no DTD


def _comments(root: ElementTree.Element) -> Iterator[tuple[int, int, str]]:
    for element in root.iter():
        place = _PLACE.fullmatch(element.get("ref", ""))
        if element.tag.rpartition("}")[2] != "comment" or place is None:
            continue
        pieces = (t.text or "" for t in element.iter() if t.tag.rpartition("}")[2] == "t")
        text = _without_explanation("".join(pieces)[: EXPLANATION + LONGEST]).strip()
        if text:
            yield int(place[2]), _number(place[1]), text[:LONGEST]


def _without_explanation(text: str) -> str:
    found = _EXPLAINED.match(text)
    return text if found is None else text[found.end() :]


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
