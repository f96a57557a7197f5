"""Pieces of a page: boxes that are never cut, and how they flow onto pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_app.report.display import Op, Placed, Role


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to jump to; ``level`` 0 for sections. ``key`` is unique in the report."""

    key: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Piece:
    """``ops`` from its own top left corner. ``before``: space above, none at the top of a page.

    ``keep``: never the last piece of a page. ``repeat``: stands again on top of a page that begins
    with this piece. ``room``: asks for so much free space, else a new page begins. ``alt`` says a
    picture in words. ``role``: what it is.
    """

    height: float
    ops: Sequence[Op]
    before: float = 0.0
    keep: bool = False
    repeat: "Piece | None" = None
    bookmark: Bookmark | None = None
    room: float = 0.0
    alt: str = ""
    role: Role = "text"


@dataclass(slots=True)
class Page:
    """Drawings placed in the body, and the bookmarks with their distance from its top."""

    placed: list[Placed] = field(default_factory=list)
    bookmarks: list[tuple[Bookmark, float]] = field(default_factory=list)
    filled: float = 0.0

    def put(self, piece: Piece) -> None:
        """Adds a piece below what stands on the page."""
        top = self.filled + (piece.before if self.filled else 0.0)
        self.placed.append(Placed(piece.ops, 0.0, top, piece.alt, piece.role))
        if piece.bookmark is not None:
            self.bookmarks.append((piece.bookmark, top))
        self.filled = top + piece.height


def begun(pieces: Iterable[Piece], **changes: Any) -> Iterator[Piece]:
    """The same pieces, the first of them changed."""
    for at, piece in enumerate(pieces):
        yield piece if at else replace(piece, **changes)


def flow(pieces: Iterable[Piece], height: float) -> list[Page]:
    """Fills pages of a body height in points; at least one page."""
    pages = [Page()]
    for chain in _chains(pieces):
        needed = sum(piece.before + piece.height for piece in chain)
        page = pages[-1]
        wants = max(needed, chain[0].room)
        if page.filled and page.filled + wants > height and _repeated(chain) + needed <= height:
            pages.append(Page())
            _open_with(pages[-1], chain[0])
        for piece in chain:
            page = pages[-1]
            if page.filled and page.filled + piece.before + piece.height > height:
                pages.append(Page())
                _open_with(pages[-1], piece)
            pages[-1].put(piece)
    return pages


def _repeated(chain: Sequence[Piece]) -> float:
    return chain[0].repeat.height if chain[0].repeat else 0.0


def _open_with(page: Page, piece: Piece) -> None:
    if piece.repeat is not None:
        page.put(piece.repeat)


def _chains(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Groups pieces that must stay together: all up to and with the first that need not keep."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain
