"""Breaks text into lines: between words, between Chinese characters, inside what is too long.

No character is ever dropped; a part number longer than its column goes on in the next line.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.report import fonts

_IDEOGRAPHS = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3100-\u312f\u31f0-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003fffd"
)
_OPENING = "（「『【〈《〔［｛“‘"
_CLOSING = "、。，．・：；？！）」』】〉》〕］｝”’ー…々％°,.;:!?)\\]}"
_WIDE = "、。，；：！？"
"""Full-width marks, behind which a line may end without a blank, after Latin words too."""
_COUNTED = "\\d[\\d.,]*"
_SIGN = "(?:[%‰]|°\\w?)"
"""Behind a figure and a blank, as many languages write it; it never begins a line."""
_UNIT = re.compile(
    f"[ ]|[-+±~≤≥<>(]?{_COUNTED} {_SIGN}[{_CLOSING}]*"
    f"|(?:{_COUNTED}[年月日]){{2,3}}[{_CLOSING}]*|{_COUNTED}(?:(?<=\\d) )?[{_IDEOGRAPHS}][{_CLOSING}]*"
    f"|[{_OPENING}]*[{_IDEOGRAPHS}][{_CLOSING}]*"
    f"|(?:(?![{_IDEOGRAPHS}])[^ {_OPENING}{_WIDE}])+[{_CLOSING}]*"
    f"|[{_OPENING}]+(?:(?![{_IDEOGRAPHS}])[^ {_WIDE}])*[{_CLOSING}]*|[{_WIDE}]+"
)
"""What stays in one line: a blank, a figure with its sign, a Chinese date, a figure with its counter, an
ideograph, a word."""
_NO_BREAK = re.compile("[^\u00a0\u202f]+[\u00a0\u202f]*|[\u00a0\u202f]+")
"""Pieces of a unit that is wider than a line: there a no-break space is the least bad place."""
_SOFT = re.compile(r"[^-/_.,;:=&?]+[-/_.,;:=&?]*|[-/_.,;:=&?]+")


_WORD = re.compile(r"[^\W\d_]{8,}")
_LEFT_TOGETHER = 3
"""A word of letters only, long enough to be hyphenated, keeps so many on each side."""
ROUNDING = 0.01
"""Points; sums of widths are not exact, and a word must not break for a millionth."""


class PaperMetrics:
    """Text measured with the bundled font files."""

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width of one line of text in points."""
        return fonts.width(fonts.visible(text), size, bold)

    def lines(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """The text in lines of at most ``width`` points; at least one line."""
        return list(break_lines(text, width, size, bold))


def break_lines(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Visible lines of at most ``width`` points; a single character may be wider."""
    if fonts.is_latin(text) and fonts.width(text, size, bold) <= width + ROUNDING:
        return (text,)
    return _broken_anew(text, width, size, bold)


@lru_cache(maxsize=16_384)
def _broken_anew(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:
    shown, width = fonts.visible(text).rstrip(fonts.SOFT_HYPHEN), width + ROUNDING
    if fonts.is_latin(shown):
        return _broken_lines(shown, width, size, bold)
    if fonts.runs_left_to_right(shown):
        # Each line is put in order by itself and must know the direction of the whole.
        lines = _broken_lines(shown.lstrip(fonts.LEFT_TO_RIGHT), width, size, bold)
        return tuple(fonts.LEFT_TO_RIGHT + line for line in fonts.balanced(lines))
    return tuple(fonts.balanced(_broken_lines(shown, width, size, bold)))


def _broken_lines(shown: str, width: float, size: float, bold: bool) -> tuple[str, ...]:
    if fonts.width(shown, size, bold) <= width:
        return (shown,)
    lines: list[str] = []
    line = ""
    for unit in _UNIT.findall(shown):
        if fonts.width((line + unit).rstrip(), size, bold) <= width:
            line += unit
            continue
        if unit == " ":
            lines, line = [*lines, line.rstrip()], ""
            continue
        if fonts.width(unit, size, bold) <= width:
            lines, line = [*lines, line.rstrip()], unit
            continue
        pieces = _broken(unit, line, width, size, bold)
        lines, line = [*lines, *pieces[:-1]], pieces[-1]
    lines.append(line.rstrip())
    return tuple(found for found in lines if found) or ("",)


def _broken(unit: str, line: str, width: float, size: float, bold: bool) -> list[str]:
    """A unit wider than a line, cut after punctuation if that helps, else anywhere."""
    lines = [line]
    for piece in _pieces(unit, width, size, bold):
        if fonts.width(lines[-1] + piece, size, bold) <= width:
            lines[-1] += piece
            continue
        if fonts.width(piece, size, bold) <= width:
            lines.append(piece)
            continue
        if _WORD.fullmatch(piece):
            lines += _hyphenated(piece, width, size, bold)
            continue
        for character in piece:
            if lines[-1] and fonts.width(lines[-1] + character, size, bold) > width:
                lines.append("")
            lines[-1] += character
    return [found.rstrip() for found in lines[:-1]] + lines[-1:]


def _pieces(unit: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """Pieces at no-break spaces as far as they fit, else after punctuation."""
    for piece in _NO_BREAK.findall(unit):
        if fonts.width(piece, size, bold) <= width:
            yield piece
        else:
            yield from _SOFT.findall(piece)


def _hyphenated(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word of letters in lines that end in a soft hyphen: one in print, none for a search."""
    lines: list[str] = []
    rest = word
    while fonts.width(rest, size, bold) > width:
        fits = 1
        while (
            fits < len(rest) - 1
            and fonts.width(rest[: fits + 1] + fonts.SOFT_HYPHEN, size, bold) <= width
        ):
            fits += 1
        cut = max(1, min(fits, max(_LEFT_TOGETHER, len(rest) - _LEFT_TOGETHER)))
        marked = rest[:cut] + fonts.SOFT_HYPHEN
        lines.append(marked if fonts.width(marked, size, bold) <= width else rest[:cut])
        rest = rest[cut:]
    return [*lines, rest]


@lru_cache(maxsize=16_384)
def longest_unit(text: str, size: float, bold: bool = False) -> float:
    """Width of the widest piece that is only cut when nothing else helps."""
    shown = fonts.visible(text)
    pieces = (piece for unit in _UNIT.findall(shown) for piece in _SOFT.findall(unit))
    return max((fonts.width(piece, size, bold) for piece in pieces), default=0.0)
