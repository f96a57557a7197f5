"""Measures of a text in millimetres, before they are looked at: a figure in inches that is read as one in
mm makes a block a foil, and what a foil is free of the block is not."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_MM = {"mm": 1.0, "cm": 10.0, "dm": 100.0, "m": 1000.0, "ft": 304.8, "feet": 304.8, "foot": 304.8}
_MM_OF_INCH = 25.4
_OWN_ONLY = ("m", "ft", "feet", "foot")
"""Units that say nothing of the figures beside theirs: a rod of 10 x 2 m is 10 mm thick."""
_PLAIN = r"\d{1,6}(?:[.,]\d{1,7})?"
_FRACTION = r"(?:\d{1,3}[ -])?\d{1,2}/(?:2|4|8|16|32|64)(?!\d)"
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_UNREAD = "?"
MOST = 3
"""Sides of a block; a fourth figure is a number of pieces, and which of them nobody says."""


def in_millimetres(text: str, lists: "WordLists") -> str:
    """The text with figures in other units of length turned into mm. A figure that may be two numbers,
    1.200 or 2 1/2 without a unit, and more than three are left out."""
    return _chain(lists).sub(lambda found: _turned(found[0], lists), text)


@lru_cache(maxsize=4)
def _figure(lists: "WordLists") -> re.Pattern[str]:
    inch = (
        rf"{lists.any_of('inch')}|\"|″|in(?=\s*(?:$|[x×*.,;:)\]/\d]|long|dia|thick|wide|[OI]D\b))"
    )
    units = r"mm(?![A-Za-z])|[cd]m(?![A-Za-z\d²³])|(?-i:m)(?![\w²³/])|(?:ft|feet|foot)\b"
    figure = rf"(?<![\w.,/])({_FRACTION}|{_PLAIN})(?![\d/]|[.,]\d)"
    return re.compile(rf"{figure}(?:\s*-?({units}|{inch}))?", re.I)


@lru_cache(maxsize=4)
def _chain(lists: "WordLists") -> re.Pattern[str]:
    one = re.sub(r"\((?!\?)", "(?:", _figure(lists).pattern)
    behind = one.removeprefix(r"(?<![\w.,/])")
    return re.compile(rf"(?<![\w.,/]){behind}(?:\s*[x×*]\s*{behind}){{0,5}}", re.I)


def _turned(chain: str, lists: "WordLists") -> str:
    figures = [
        (found[1], (found[2] or "").lower()) for found in _figure(lists).finditer(_spaced(chain))
    ]
    if len(figures) > MOST:
        return _UNREAD
    last = next((unit for _, unit in reversed(figures) if unit), None)
    if last is None:
        doubted = any("/" in figure or _THOUSANDS.fullmatch(figure) for figure, _ in figures)
        return _UNREAD if doubted else chain
    shared = "mm" if last in _OWN_ONLY else last
    turned = [_millimetres(figure, unit or shared) for figure, unit in figures]
    return " x ".join(turned)


def _spaced(chain: str) -> str:
    """With blanks around the signs between figures, so that each stands on its own."""
    return re.sub(r"\s*[xX×*]\s*", " x ", chain)


def _millimetres(figure: str, unit: str) -> str:
    factor = _MM.get(unit, _MM_OF_INCH)
    if "/" in figure:
        *whole, part = re.split(r"[ -]", figure)
        above, below = part.split("/")
        return (
            f"{(float(whole[0]) if whole else 0) * factor + int(above) / int(below) * factor:.7g}mm"
        )
    if unit in _MM and _THOUSANDS.fullmatch(figure):
        return _UNREAD
    return f"{float(figure.replace(',', '.')) * factor:.7g}mm"
