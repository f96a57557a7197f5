"""Texts that differ only in their figures: of screws, cables and resistors lists are full.

What one of them says holds for all, but for what their figures with units add, and where no word with
a figure in it can stand in them. Where one can, such as a grade, it holds for those with the very same
such words: of magnets lists are full too, in all sizes.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

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


def shapes_of(texts: Sequence[str]) -> list[Shape]:
    """The shape of each text; of many at once in a fifth of the time."""
    return _of_each(texts, _SHAPE, b"") or [shape_of(text) for text in texts]


def figures_of(texts: Sequence[str]) -> list[str]:
    """The figures of each text, one after the other."""
    joined = _of_each(texts, None, _NO_FIGURES.replace(b"\n", b""))
    return [*map(bytes.decode, joined)] or [*map(shape_figures, texts)]


def _of_each(texts: Sequence[str], table: bytes | None, without: bytes) -> list[bytes]:
    """All texts translated in one go; none where some have lines of their own."""
    joined = "\n".join(texts)
    if joined.count("\n") >= len(texts):
        return []
    return joined.encode("utf-8", "surrogatepass").translate(table, without).split(b"\n")


def shape_figures(text: str) -> str:
    """The figures of a text, one after the other."""
    return text.encode("utf-8", "surrogatepass").translate(None, _NO_FIGURES).decode("ascii")


def text_of(shape: Shape) -> str:
    """The text of a shape, all of whose figures are noughts."""
    return shape.decode("utf-8", "surrogatepass")


Places = tuple[tuple[slice, frozenset[str]], ...]
"""Which figures of a text, of all that stand in it one after the other, may be of a word, and with which they
are."""


class _First(NamedTuple, Generic[T]):
    """The first text of a shape, as written and in its normal form, and what it says."""

    goods: str
    text: str
    said: T


class _WithWords(NamedTuple, Generic[T]):
    """Texts of a shape with places for words with figures: what those with the very same words say."""

    places: Places
    said: dict[tuple[str, ...], T]


class Alike(Generic[T]):
    """What is known of texts by their shape.

    Most shapes of a list are met once, so only the second text of one asks what hangs on its figures."""

    def __init__(self, scan: "Lexicon") -> None:
        self._scan = scan
        self._count = 0
        self._first: dict[Shape, _First[T]] = {}
        self._known: dict[Shape, T] = {}
        self._with_words: dict[Shape, _WithWords[T]] = {}
        self._normal: dict[Shape, tuple[str, str]] = {}
        self._blanks: dict[Shape, str] = {}

    def find(self, shape: Shape) -> T | None:
        """What holds for all texts of this shape, as far as that was asked; None where nothing does, or
        none was kept."""
        return self._known.get(shape)

    def find_with_words(self, shape: Shape, goods: str) -> T | None:
        """What holds for all texts of this shape with the words with figures of ``goods``, the text without
        its terms of sale; None where none was kept."""
        one = self._with_words.get(shape)
        if one is None:
            if shape not in self._first:
                return None
            one = self._told_apart(shape)
            if one is None:
                return self._known[shape]
        places, known = one
        return known.get(words_of(shape_figures(goods), places))

    def normal(self, raw: str, shape: Shape) -> str:
        """The normal form of a text; texts of one shape differ in it in their figures only."""
        blank = self._blanks.get(shape)
        if blank is None and shape in self._normal:
            blank = self._blanks[shape] = _blank_of(*self._normal.pop(shape))
        if blank is not None:
            return blank % tuple(shape_figures(raw))
        text = normalise(raw)
        self.hold_normal(raw, shape, text)
        return text

    def hold_normal(self, raw: str, shape: Shape, text: str) -> None:
        """Keeps the normal form of a text for others of its shape."""
        if len(self._normal) + len(self._blanks) < _MOST:
            self._normal[shape] = (raw, text)

    def keep(self, raw: str, goods: str, shape: Shape, text: str, said: T) -> bool:
        """Keeps what a text says, unless it may state shares or a formula, and tells whether it does not.
        ``goods``: the text without its terms of sale, ``text``: that in its normal form."""
        if may_state_shares(raw, self._scan.lists) or hangs_on_figures(raw):
            return False
        self.hold(goods, shape, text, said)
        return True

    def hold(self, goods: str, shape: Shape, text: str, said: T) -> None:
        """Keeps what hangs on no figure but those of its words."""
        if self._count >= _MOST:
            return
        self._count += 1
        one = self._told_apart(shape) if shape in self._first else self._with_words.get(shape)
        if one is not None:
            one.said.setdefault(words_of(shape_figures(goods), one.places), said)
        elif shape not in self._known:
            self._first[shape] = _First(goods, text, said)

    def _told_apart(self, shape: Shape) -> _WithWords[T] | None:
        """What the first text of a shape says, told apart by its words; None where it holds for all."""
        goods, text, said = self._first.pop(shape)
        found = self._scan.figures_at(text)
        if not found:
            self._known[shape] = said
            return None
        places = own_places(goods, text, found)
        one = self._with_words[shape] = _WithWords(
            places, {words_of(shape_figures(goods), places): said}
        )
        return one


def words_of(figures: str, places: Places) -> tuple[str, ...]:
    """What the figures at the places of a text are, where they are part of a word."""
    if len(places) == 1:  # most have one, for which a comprehension takes twice as long
        ((at, known),) = places
        said = figures[at]
        return (said if said in known else "",)
    return tuple([said if (said := figures[at]) in known else "" for at, known in places])


def own_places(goods: str, text: str, found: "list[Figures]") -> Places:
    """Which figures of a text stand where its normal form has, or might have, a word with figures; figures
    made of other signs (½, ²) are the same in all texts of one shape and are none of them."""
    figures = shape_figures(text)
    if is_same := shape_figures(goods) == figures:
        own = [at.start() for at in _FIGURE.finditer(text)]
    else:
        own = _own_figures(goods)
    is_own = is_same or len(own) == len(figures)
    places: dict[tuple[int, int], frozenset[str]] = {}
    for start, end, known in found:
        at = bisect_left(own, start), bisect_left(own, end)
        if at[0] == at[1]:
            continue
        mine = known if is_own else _fitting(text[start:end], own[slice(*at)], start, known)
        places[at] = places.get(at, frozenset()) | mine
    return tuple([(slice(*at), known) for at, known in places.items()])


def _fitting(part: str, own: list[int], start: int, known: frozenset[str]) -> frozenset[str]:
    """Of the known figures those that agree with the figures of a part that are not its own, without
    these."""
    figures = [(start + at in own, sign) for at, sign in enumerate(part) if sign in FIGURES]
    return frozenset(
        "".join(said for (mine, _), said in zip(figures, word, strict=True) if mine)
        for word in known
        if all(mine or sign == said for (mine, sign), said in zip(figures, word, strict=True))
    )


def _own_figures(raw: str) -> list[int]:
    """Where in the normal form of a text its figures stand, in order, where some there are made of other
    signs: ½, ², ①. None is lost in it."""
    noughts, ones = (normalise(_FIGURE.sub(figure, raw)) for figure in "01")
    return [
        place for place, signs in enumerate(zip(noughts, ones, strict=True)) if len({*signs}) > 1
    ]


def _blank_of(raw: str, text: str) -> str:
    """The normal form of a text with a place to fill for each of its figures."""
    if shape_figures(raw) == shape_figures(text):
        return _FIGURE.sub("%s", text.replace("%", "%%"))
    own = {*_own_figures(raw)}
    return "".join(
        "%s" if place in own else "%%" if sign == "%" else sign for place, sign in enumerate(text)
    )
