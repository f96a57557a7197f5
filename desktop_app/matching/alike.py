"""Texts that differ only in their figures: of screws, cables and resistors lists are full.

What one of them says holds for all, but for what their figures with units add, and where no word with
a figure in it can stand in them. Where one can, such as a grade, it holds for those with the very same
such words: of magnets lists are full too, in all sizes.
"""

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app.matching.identifiers import may_state_shares
from desktop_app.matching.lexicon import FIGURES
from desktop_app.matching.normal import normalise
from desktop_app.matching.symbols import hangs_on_figures

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon

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
    """The spellings with a figure in them that a text in its normal form holds, such as a grade, in
    order. Empty: no figure of it can be part of a word."""
    return scan.spelled_at(text, scan.figures_at(text))


def text_of(shape: Shape) -> str:
    """The text of a shape, all of whose figures are noughts."""
    return shape.decode("utf-8", "surrogatepass")


class Alike(Generic[T]):
    """What is known of texts by their shape."""

    def __init__(self, scan: "Lexicon") -> None:
        self._scan = scan
        self._known: dict[Shape, T] = {}
        self._with_words: dict[tuple[Shape, tuple[str, ...]], T] = {}
        self._has_words: dict[Shape, tuple[slice, ...]] = {}
        self._blanks: dict[Shape, str] = {}

    def find(self, shape: Shape) -> T | None:
        """What holds for all texts of this shape; None where nothing does, or none was kept."""
        return self._known.get(shape)

    def find_with_words(self, shape: Shape, text: str) -> T | None:
        """What holds for all texts of this shape with these words with figures, ``text`` in its normal
        form; None where none was kept."""
        places = self._has_words.get(shape)
        if places is None:
            return None
        return self._with_words.get((shape, self._scan.spelled_at(text, places)))

    def normal(self, raw: str, shape: Shape) -> str:
        """The normal form of a text; texts of one shape differ in it in their figures only."""
        blank = self._blanks.get(shape)
        if blank is not None:
            return blank % tuple(shape_figures(raw))
        text = normalise(raw)
        if len(self._blanks) < _MOST:
            self._blanks[shape] = _blank_of(raw, text)
        return text

    def keep(self, raw: str, shape: Shape, text: str, said: T) -> None:
        """Keeps what a text says, ``text`` in its normal form, unless it may state shares or a formula."""
        if len(self._known) + len(self._with_words) >= _MOST:
            return
        if may_state_shares(raw, self._scan.lists) or hangs_on_figures(raw):
            return
        places = self._scan.figures_at(text)
        if places:
            words = self._scan.spelled_at(text, places)
            self._has_words[shape] = places
            self._with_words.setdefault((shape, words), said)
        elif shape not in self._has_words:
            self._known.setdefault(shape, said)


def _blank_of(raw: str, text: str) -> str:
    """The normal form of a text with a place to fill for each of its figures. No figure is lost in it or
    changes its order, but some are made of other signs: ½, ², ①."""
    if shape_figures(raw) == shape_figures(text):
        return _FIGURE.sub("%s", text.replace("%", "%%"))
    noughts, ones = (normalise(_FIGURE.sub(figure, raw)) for figure in "01")
    own = zip(noughts, ones, strict=True)
    return "".join("%s" if a != b else "%%" if a == "%" else a for a, b in own)
