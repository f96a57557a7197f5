"""Reads the figures of tables that others typed: commas, groups of thousands, percent signs.

A comma is a decimal mark in one country and groups thousands in another. What a text alone leaves
open is settled by the texts beside it; where they are silent too, the figure is not guessed.
"""

import math
import re
from collections.abc import Iterable

POINT = re.compile(r"^[-+]?\d+\.\d+(?:[eE][-+]?\d+)?$")
COMMA = re.compile(r"^[-+]?\d+,\d+(?:[eE][-+]?\d+)?$")
THOUSANDS = re.compile(r"^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$")
SPACED = re.compile(r"^([-+]?[1-9]\d{0,2}(?:[ '’\u00a0\u2009\u202f]\d{3})+)((?:[.,]\d+)?)$")
_GROUPS = re.compile(r"[ '’\u00a0\u2009\u202f]")
_MINUS = str.maketrans({"−": "-", "–": "-"})


class TwoWaysError(ValueError):
    """A comma could be either mark, and nothing beside it says which."""


def shows_points(texts: Iterable[str]) -> bool:
    """Whether the texts write decimals with a point, so that a comma among them groups thousands."""
    return any(POINT.match(text.strip()) for text in texts)


def shows_commas(texts: Iterable[str]) -> bool:
    """Whether one of the texts has a comma that can be nothing but a decimal mark."""
    plain = (text.strip() for text in texts)
    return any(COMMA.match(text) and not THOUSANDS.match(text) for text in plain)


def figure(text: str, *, points: bool, commas: bool = False) -> float:
    """The figure; a percentage as a part of 1, NaN where nothing is written.

    Raises TwoWaysError, or ValueError where it is no finite number.
    """
    text = text.strip().translate(_MINUS)
    if not text:
        return math.nan
    if text.endswith("%"):
        return figure(text.removesuffix("%"), points=points, commas=commas) / 100
    value = float(without_thousands(text, points=points, commas=commas))
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def without_thousands(text: str, *, points: bool, commas: bool = False) -> str:
    """A figure with a point and without marks of thousands. Raises TwoWaysError."""
    spaced = SPACED.match(text)
    if spaced:
        return _GROUPS.sub("", spaced[1]) + spaced[2].replace(",", ".")
    if THOUSANDS.match(text) and (points or text.count(",") > 1 or "." in text):
        return text.replace(",", "")
    if THOUSANDS.match(text) and not commas:
        raise TwoWaysError(text)
    return text.replace(",", ".") if COMMA.match(text) else text
