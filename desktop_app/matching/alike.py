"""Texts that differ only in their figures: of screws, cables and resistors lists are full.

Where no word with a figure in it, such as a grade, can stand in them, what one of them says holds for
all, but for what their figures with units add.
"""

from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app.matching.identifiers import may_state_shares
from desktop_app.matching.lexicon import FIGURES

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon

T = TypeVar("T")
_SHAPE = bytes(ord("0") if chr(code) in FIGURES else code for code in range(0x100))
_MOST = 200_000


class Alike(Generic[T]):
    """What is known of texts by their shape, the text with all figures alike."""

    def __init__(self, scan: "Lexicon") -> None:
        self._scan = scan
        self._known: dict[bytes, T | None] = {}

    def find(self, raw: str) -> T | None:
        """What holds for all texts of this shape; None where nothing does, or none was kept."""
        return self._known.get(_shape_of(raw))

    def keep(self, raw: str, text: str, said: T) -> None:
        """Keeps what a text says, ``text`` in its normal form, if its figures cannot bear on it."""
        shape = _shape_of(raw)
        if shape not in self._known and len(self._known) < _MOST:
            is_own = may_state_shares(raw, self._scan.lists) or self._scan.may_know_figures(text)
            self._known[shape] = None if is_own else said


def _shape_of(raw: str) -> bytes:
    return raw.encode("utf-8", "surrogatepass").translate(_SHAPE)
