"""Which blocks of a report are never parted by the end of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.report.blocks import Block, LawTimeline, Paragraph, Picture, RunOutChart, Table
from desktop_app.report.pieces import Piece

FOLLOWED = Table | RunOutChart | Picture
"""Blocks that a note before them introduces, so that the two are never parted."""


def is_closed_by_a_note(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block at a place is a list or picture, or a note on one, and a note after it says
    what it leaves out or rests on; a note before the next list or picture introduces that one."""
    if at + 1 >= len(blocks) or not _is_note(blocks[at + 1]):
        return False
    if at + 2 < len(blocks) and isinstance(blocks[at + 2], FOLLOWED):
        return False
    while at and _is_note(blocks[at]):
        at -= 1
    return isinstance(blocks[at], FOLLOWED) and not isinstance(blocks[at], LawTimeline)


def _is_note(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style in ("note", "small")


def leads(blocks: Sequence[Block]) -> bool:
    """Whether the first of these, under a heading or the title of a section, only leads to a note that
    introduces a list."""
    if len(blocks) < 3 or not all(isinstance(block, Paragraph) for block in blocks[:2]):
        return False
    note = blocks[1]
    return isinstance(note, Paragraph) and note.style == "note" and isinstance(blocks[2], FOLLOWED)


def bound(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The same, the last of them never the last on its page."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield replace(held, keep=True)
