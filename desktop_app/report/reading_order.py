"""What a program that takes text out of a file hears where a line holds words from right to left.

On the page such words stand as they look. Programs turn the letters round again, run by run and from
left to right, each by rules of its own, and so return names with brackets, digits or Latin words in
another order than they have. Beside such a line the file says the words themselves ("ActualText").

PDF (ISO 32000-1, 14.9.4) means by it the words in their order of reading; no program takes all of them
so. Of sixty names, measured on an annex (poppler, the pdfium of Qt 6.11, that of Chrome 159, MuPDF 2.0):

    as written here                                          60  60   0   0
    in order of reading                                       0   0  16   2
    without it                                               13  42  39  17
    in order of reading, a mark behind every letter          60  60  48   0

pdf.js and pypdf read none of it: they return 2 whatever stands here. What a program that takes it
literally copies has the letters of such words reversed: pdftotext and our own window come first. The last
way is better for files that others open; a word would then be found in our window only by two searches,
for lines of one direction need no mark, and without one every program finds them.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from desktop_app.report.fonts import LEFT_TO_RIGHT, MARKS, has_right_to_left, visible

_STRONG = frozenset({"R", "AL"})


def said(line: str) -> str:
    """What to say beside the drawing of a visible line; empty where the drawing is heard as written.

    The words come as they are read one after the other, letters from right to left turned round, for
    poppler and pdfium turn them back; marks of direction keep both from moving anything else.
    """
    pieces = _pieces(line)
    if len(pieces) == 1 or not has_right_to_left(line):
        return ""
    turned = (piece[::-1] if turns else piece for turns, piece in pieces)
    return LEFT_TO_RIGHT + LEFT_TO_RIGHT.join(turned) + LEFT_TO_RIGHT


def searched(words: str) -> str:
    """Words as they must be looked for: as the page shows them, without the joiners of Persian names,
    and with the marks that :func:`said` puts between them."""
    if not has_right_to_left(words):
        return words
    return LEFT_TO_RIGHT.join(piece for _, piece in _pieces(visible(words)))


def _pieces(line: str) -> list[tuple[bool, str]]:
    """Words from right to left (true), and what stands between them, in the order of reading."""
    written = line.translate(MARKS).lstrip(LEFT_TO_RIGHT)
    return [
        (turns, "".join(letter for letter, _ in letters))
        for turns, letters in groupby(zip(written, _turned(written), strict=True), itemgetter(1))
    ]


def _turned(text: str) -> Iterator[bool]:
    """By character: whether it runs from right to left, as points above and below do with their letter."""
    turns = False
    for character in text:
        direction = unicodedata.bidirectional(character)
        turns = direction in _STRONG or (direction == "NSM" and turns)
        yield turns
