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


@dataclass(slots=True)
class Piece:
    """``ops`` from its own top left corner. ``before``: space above, none at the top of a page.

    ``keep``: never the last piece of a page. ``repeat``: stands again on top of a page that begins
    with this piece. ``room``: asks for so much free space, else a new page begins. ``alt`` says a
    picture in words. ``role``: what it is. Nobody changes one; frozen ones take twice as long to make.
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


SHORT = 0.15
"""Share of a page's height: pages that end with less, some eight lines, look like a mistake."""
TIGHT = 0.6
"""Share of the space above its pieces that stays where that saves such a page."""
BACK = 4
"""Pages that may be set anew together for that."""
WELL_FILLED = 0.5
"""Share of its height that a page keeps at least when it gives lines to the one after it."""


@dataclass(slots=True)
class Page:
    """Drawings placed in the body, and the bookmarks with their distance from its top.

    ``held``: pieces on it, and whether each begins what must stay together; of the last few pages of
    a flow only, which may have to share them anew.
    """

    placed: list[Placed] = field(default_factory=list)
    bookmarks: list[tuple[Bookmark, float]] = field(default_factory=list)
    filled: float = 0.0
    held: list[tuple[Piece, bool]] = field(default_factory=list)

    def put(self, piece: Piece, tight: float = 1.0) -> None:
        """Adds a piece below what stands on the page."""
        top = self.filled + (piece.before * tight if self.filled else 0.0)
        self.placed.append(Placed(piece.ops, 0.0, top, piece.alt, piece.role))
        if piece.bookmark is not None:
            self.bookmarks.append((piece.bookmark, top))
        self.filled = top + piece.height


def begun(pieces: Iterable[Piece], **changes: Any) -> Iterator[Piece]:
    """The same pieces, the first of them changed."""
    for at, piece in enumerate(pieces):
        yield piece if at else replace(piece, **changes)


def flow(pieces: Iterable[Piece], height: float) -> list[Page]:
    """Fills pages of a body height in points; at least one page.

    Where the last page before a section that asks for a whole one, or of all, would hold next to
    nothing, it is pulled back onto the pages before, or gets some of what stands there.
    """
    pages, first = [Page()], 0
    for chain in _chains(pieces):
        if chain[0].room >= height and _turns(pages[-1], chain, height, 1.0):
            _settle(pages, first, height)
            first = len(pages)
        _place(pages, chain, height)
    _settle(pages, first, height)
    return pages


def _turns(page: Page, chain: Sequence[Piece], height: float, tight: float) -> bool:
    """Whether what must stay together begins a new page."""
    if not page.filled:
        return False
    needed = 0.0
    for piece in chain:
        needed += piece.before * tight + piece.height
    wants = max(needed, chain[0].room)
    return page.filled + wants > height and _repeated(chain) + needed <= height


def _place(pages: list[Page], chain: Sequence[Piece], height: float, tight: float = 1.0) -> None:
    """Puts on the last page, or on new ones, what must stay together as far as a page is high."""
    if _turns(pages[-1], chain, height, tight):
        _turn(pages, chain[0])
    for at, piece in enumerate(chain):
        page = pages[-1]
        if page.filled and page.filled + piece.before * tight + piece.height > height:
            _turn(pages, piece)
        pages[-1].put(piece, tight)
        pages[-1].held.append((piece, at == 0))


def _turn(pages: list[Page], piece: Piece) -> None:
    """A new page that begins with this piece; of older ones their pieces need not be known."""
    if len(pages) >= BACK:
        pages[-BACK].held = []
    pages.append(Page())
    _open_with(pages[-1], piece)


def _settle(pages: list[Page], first: int, height: float) -> None:
    """Mends a last page that holds next to nothing; ``first``: the page its stretch begins on."""
    if len(pages) - 1 <= first or pages[-1].filled >= SHORT * height:
        return
    for back in range(2, min(BACK, len(pages) - first) + 1):
        fewer = _tightened([one for page in pages[-back:] for one in page.held], height)
        if len(fewer) < back and (len(fewer) == 1 or fewer[-1].filled >= SHORT * height):
            pages[-back:] = fewer
            return
    held = pages[-2].held + pages[-1].held
    for at in range(len(pages[-2].held) - 1, 0, -1):
        if not held[at][1]:
            continue
        before, after = _filled(held[:at]), _filled(held[at:])
        if before.filled < WELL_FILLED * height or after.filled > height:
            return
        if after.filled >= SHORT * height:
            pages[-2:] = [before, after]
            return


def _tightened(held: Sequence[tuple[Piece, bool]], height: float) -> list[Page]:
    """Pages with the same pieces, less space above each."""
    pages = [Page()]
    _open_with(pages[0], held[0][0])
    chain: list[Piece] = []
    for piece, begins in held:
        if begins and chain:
            _place(pages, chain, height, TIGHT)
            chain = []
        chain.append(piece)
    _place(pages, chain, height, TIGHT)
    return pages


def _filled(held: Sequence[tuple[Piece, bool]]) -> Page:
    """One page with these pieces, however high it gets."""
    page = Page(held=list(held))
    _open_with(page, held[0][0])
    for piece, _ in held:
        page.put(piece)
    return page


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
