"""Texts that differ only in their figures: of screws, cables and resistors lists are full.

What one of them says holds for all, but for what their figures with units add, and where no word with
a figure in it can stand in them. Where one can, such as a grade, it holds for those with the very same
such words: of magnets lists are full too, in all sizes.
"""

from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app.matching.identifiers import may_state_shares
from desktop_app.matching.lexicon import FIGURES
from desktop_app.matching.symbols import hangs_on_figures

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon

T = TypeVar("T")
_SHAPE = bytes(ord("0") if chr(code) in FIGURES else code for code in range(0x100))
_MOST = 200_000

Shape = bytes
"""A text with all figures alike."""


def shape_of(raw: str) -> Shape:
    """The shape of a text."""
    return raw.encode("utf-8", "surrogatepass").translate(_SHAPE)


def text_of(shape: Shape) -> str:
    """The text of a shape, all of whose figures are noughts."""
    return shape.decode("utf-8", "surrogatepass")


class Alike(Generic[T]):
    """What is known of texts by their shape."""

    def __init__(self, scan: "Lexicon") -> None:
        self._scan = scan
        self._known: dict[Shape, T] = {}
        self._with_words: dict[tuple[Shape, tuple[str, ...]], T] = {}
        self._has_words: set[Shape] = set()

    def find(self, shape: Shape) -> T | None:
        """What holds for all texts of this shape; None where nothing does, or none was kept."""
        return self._known.get(shape)

    def find_with_words(self, shape: Shape, text: str) -> T | None:
        """What holds for all texts of this shape with these words with figures, ``text`` in its normal
        form; None where none was kept."""
        if shape not in self._has_words:
            return None
        return self._with_words.get((shape, self._scan.figures_in(text)))

    def keep(self, raw: str, shape: Shape, text: str, said: T) -> None:
        """Keeps what a text says, ``text`` in its normal form, unless it may state shares or a formula."""
        if len(self._known) + len(self._with_words) >= _MOST:
            return
        if may_state_shares(raw, self._scan.lists) or hangs_on_figures(raw):
            return
        words = self._scan.figures_in(text)
        if words:
            self._has_words.add(shape)
            self._with_words.setdefault((shape, words), said)
        elif shape not in self._has_words:
            self._known.setdefault(shape, said)
