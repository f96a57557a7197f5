"""Texts that differ only in their figures: of screws, cables and resistors lists are full.

What one of them says holds for all, but for what their figures with units add, and where no word with
a figure in it can stand in them. Where one can, such as a grade, it holds for those with the very same
such words: of magnets lists are full too, in all sizes.
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app.matching.identifiers import may_state_shares
from desktop_app.matching.lexicon import FIGURES
from desktop_app.matching.normal import normalise
from desktop_app.matching.symbols import hangs_on_figures

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Figures, Lexicon

T = TypeVar("T")
_SHAPE = bytes(ord("0") if chr(code) in FIGURES else code for code in range(0x100))
_NO_FIGURES = bytes(code for code in range(0x100) if chr(code) not in FIGURES)
_FIGURE = re.compile("[0-9]")
_MOST = 200_000

Shape = bytes
"""A text with all figures alike."""


def shape_of(raw: str) -> Shape:
    """The shape of a text."""
    return raw.encode("utf-8", "surrogatepass").translate(_SHAPE)


def shape_figures(text: str) -> str:
    """The figures of a text, one after the other."""
    return text.encode("utf-8", "surrogatepass").translate(None, _NO_FIGURES).decode("ascii")


def figures_in(text: str, scan: "Lexicon") -> tuple[str, ...]:
    """The figures of the words with a figure in them that a text in its normal form holds, such as a
    grade, in order; an empty text where other figures made one. Empty: no figure of it can be part of a
    word."""
    found = (
        (place.known, shape_figures(text[place.start : place.end]))
        for place in scan.figures_at(text)
    )
    return tuple(figures if figures in known else "" for known, figures in found)


def text_of(shape: Shape) -> str:
    """The text of a shape, all of whose figures are noughts."""
    return shape.decode("utf-8", "surrogatepass")


class Alike(Generic[T]):
    """What is known of texts by their shape."""

    def __init__(self, scan: "Lexicon") -> None:
        self._scan = scan
        self._known: dict[Shape, T] = {}
        self._with_words: dict[tuple[Shape, tuple[str, ...]], T] = {}
        self._has_words: dict[Shape, tuple[tuple[slice, frozenset[str]], ...]] = {}
        self._blanks: dict[Shape, str] = {}

    def find(self, shape: Shape) -> T | None:
        """What holds for all texts of this shape; None where nothing does, or none was kept."""
        return self._known.get(shape)

    def find_with_words(self, shape: Shape, goods: str) -> T | None:
        """What holds for all texts of this shape with the words with figures of ``goods``, the text without
        its terms of sale; None where none was kept."""
        places = self._has_words.get(shape)
        if places is None:
            return None
        return self._with_words.get((shape, _words_of(shape_figures(goods), places)))

    def normal(self, raw: str, shape: Shape) -> str:
        """The normal form of a text; texts of one shape differ in it in their figures only."""
        blank = self._blanks.get(shape)
        if blank is not None:
            return blank % tuple(shape_figures(raw))
        text = normalise(raw)
        if len(self._blanks) < _MOST:
            self._blanks[shape] = _blank_of(raw, text)
        return text

    def keep(self, raw: str, goods: str, shape: Shape, text: str, said: T) -> None:
        """Keeps what a text says, unless it may state shares or a formula. ``goods``: the text without its
        terms of sale, ``text``: that in its normal form."""
        if not may_state_shares(raw, self._scan.lists) and not hangs_on_figures(raw):
            self.hold(goods, shape, text, said)

    def hold(self, goods: str, shape: Shape, text: str, said: T) -> None:
        """Keeps what hangs on no figure but those of its words."""
        if len(self._known) + len(self._with_words) >= _MOST:
            return
        found = self._scan.figures_at(text)
        if found:
            places = _own_places(goods, text, found)
            self._has_words[shape] = places
            self._with_words.setdefault((shape, _words_of(shape_figures(goods), places)), said)
        elif shape not in self._has_words:
            self._known.setdefault(shape, said)


def _words_of(figures: str, places: tuple[tuple[slice, frozenset[str]], ...]) -> tuple[str, ...]:
    """What stands at the places among the figures of a text, where it is part of a word."""
    return tuple([said if (said := figures[at]) in known else "" for at, known in places])


def _own_places(
    goods: str, text: str, found: "list[Figures]"
) -> tuple[tuple[slice, frozenset[str]], ...]:
    """Which of the figures of a text as written stand at places of its normal form, and with which there is a
    word; figures made of other signs (½, ²) are the same in all texts of one shape."""
    own = _own_figures(goods, text)
    is_own = len(own) == len(shape_figures(text))
    places = []
    for start, end, known in found:
        at = slice(bisect_left(own, start), bisect_left(own, end))
        places.append((at, known if is_own else _fitting(text[start:end], own[at], start, known)))
    return tuple(places)


def _fitting(part: str, own: list[int], start: int, known: frozenset[str]) -> frozenset[str]:
    """Of the known figures those that agree with the figures of a part that are not its own, without
    these."""
    figures = [(start + at in own, sign) for at, sign in enumerate(part) if sign in FIGURES]
    return frozenset(
        "".join(said for (mine, _), said in zip(figures, word, strict=True) if mine)
        for word in known
        if all(mine or sign == said for (mine, sign), said in zip(figures, word, strict=True))
    )


def _own_figures(raw: str, text: str) -> list[int]:
    """Where in the normal form of a text its figures stand, in order. None is lost in it, but some are made
    of other signs: ½, ², ①."""
    if shape_figures(raw) == shape_figures(text):
        return [found.start() for found in _FIGURE.finditer(text)]
    noughts, ones = (normalise(_FIGURE.sub(figure, raw)) for figure in "01")
    return [
        place for place, signs in enumerate(zip(noughts, ones, strict=True)) if len({*signs}) > 1
    ]


def _blank_of(raw: str, text: str) -> str:
    """The normal form of a text with a place to fill for each of its figures."""
    if shape_figures(raw) == shape_figures(text):
        return _FIGURE.sub("%s", text.replace("%", "%%"))
    own = {*_own_figures(raw, text)}
    return "".join(
        "%s" if place in own else "%%" if sign == "%" else sign for place, sign in enumerate(text)
    )
