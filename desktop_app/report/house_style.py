"""``templates/house.yaml``: colours, letterhead and words that a house changes without any program."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from desktop_app.language.catalogue import LANGUAGES
from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.paths import data_home, shipped
from desktop_app.register.strict import Node, RegisterError, read_yaml, told
from desktop_app.report.display import USUAL_COLOURS

FILE = ("templates", "house.yaml")
PAGE_COLOURS = ("ink", "grey", "rule", "pale")
BOOK_COLOURS = ("to_fill", "not_asked")
TEXT_COLOURS = frozenset({"ink", "grey"})
BEHIND_TEXT = {"pale": "ink", "to_fill": "black", "not_asked": "black"}
"""Colours on which text stands, to that of the text: cells are written in the black of spreadsheets."""
BLACK, WHITE = "#000000", "#ffffff"
READABLE = 4.5
"""Least contrast of text on what lies behind it, as WCAG 2.2 (1.4.3) asks for."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_STATED = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*[^#\s\xef]", re.MULTILINE)
"""A line that is neither empty nor a remark."""


@dataclass(frozen=True, slots=True)
class LetterWords:
    """Words of the letter to a supplier in one language; what is empty is said as the program does."""

    greeting: str = ""
    about: tuple[str, ...] = ()
    closing: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """``colours`` and ``workbook``: ``#rrggbb`` by name, only those the house states. ``letter``: by
    language."""

    colours: Mapping[str, str] = field(default_factory=dict)
    workbook: Mapping[str, str] = field(default_factory=dict)
    logo: Path | None = None
    sender: str = ""
    letter: Mapping[str, LetterWords] = field(default_factory=dict)


def house_style() -> HouseStyle:
    """That of the house where it has one, else the shipped one. Raises CodedError (E_HOUSE)."""
    own = data_home().joinpath(*FILE)
    path = own if own.exists() else shipped(*FILE)
    return _kept(path, path.stat().st_mtime_ns)


@cache
def _kept(path: Path, _changed_at: int) -> HouseStyle:
    try:
        return read_house_style(path)
    except (RegisterError, OSError) as failure:
        raise CodedError(
            Problem(
                "E_HOUSE",
                msg(
                    "The file of your own colours and words cannot be used: {what}",
                    what=told(failure),
                ),
                msg("Correct that line, or take the file {file} away.", file=str(path)),
            )
        ) from failure


def read_house_style(path: Path) -> HouseStyle:
    """The style that a file states, whose lines may all be taken out. Raises RegisterError naming file
    and line, and OSError."""
    if not _STATED.search(path.read_bytes()):
        return HouseStyle()
    content = read_yaml(path).closed((), ("colours", "workbook", "letterhead", "letter"))
    head = _mapping(content, "letterhead").closed((), ("logo", "sender"))
    logo, sender = _text(head, "logo"), _text(head, "sender")
    letter = _mapping(content, "letter").closed((), tuple(LANGUAGES))
    return HouseStyle(
        _colours(content, "colours", PAGE_COLOURS),
        _colours(content, "workbook", BOOK_COLOURS),
        path.parent / logo if logo else None,
        " ".join(sender.split()),
        {language: _words(_mapping(letter, language)) for language in letter},
    )


def _mapping(node: Node, key: str) -> Node:
    """A mapping that may be left out or stay empty."""
    found = node.get(key)
    if found is None or (isinstance(found, dict) and not found):
        empty = Node()
        empty.path, empty.line = node.path, node.line
        return empty
    if not isinstance(found, Node):
        raise node.at(f"'{key}' must be a mapping")
    return found


def _text(node: Node, key: str) -> str:
    value = "" if node.get(key) is None else node[key]
    if not isinstance(value, str):
        raise node.at(f"'{key}' must be a text; put it in quotes")
    return value


def _texts(node: Node, key: str) -> tuple[str, ...]:
    value = [] if node.get(key) is None else node[key]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise node.at(f"'{key}' must be a list of texts")
    return tuple(value)


def _words(node: Node) -> LetterWords:
    node.closed((), ("greeting", "about", "closing", "below"))
    return LetterWords(
        _text(node, "greeting"),
        _texts(node, "about"),
        _text(node, "closing"),
        _texts(node, "below"),
    )


def _colours(content: Node, key: str, names: Sequence[str]) -> Mapping[str, str]:
    node = _mapping(content, key).closed((), names)
    for name, value in node.items():
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise node.at(f"'{name}' must be a colour such as \"#1b1b1f\", in quotes")
        if name in TEXT_COLOURS and _contrast(value, WHITE) < READABLE:
            raise node.at(f"'{name}' is too pale for text on white paper: {value}")
    stated = {**USUAL_COLOURS, **node, "black": BLACK}
    for name, on_it in BEHIND_TEXT.items():
        if name in node and _contrast(stated[on_it], node[name]) < READABLE:
            raise node.at(
                f"'{name}' is too dark: the text on it, {stated[on_it]}, could not be read on "
                f"{node[name]}; choose a lighter one"
            )
    return dict(node)


def _contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
