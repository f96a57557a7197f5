"""What a program that takes text out of a file hears where a line holds words from right to left.

On the page such words stand as they look. Programs turn the letters round again, run by run and from
left to right, each by rules of its own, and so return names with brackets, digits or Latin words in
another order than they have. Beside such a line the file says the words themselves ("ActualText"): in
their order of reading, as PDF (ISO 32000-1, 14.9.4) means it, with a mark of direction behind every letter
from right to left. The mark keeps poppler and the pdfium of Qt from turning them once more; it is no
letter, and whoever takes marks of direction out has the name. A line of such letters and blanks only
is understood by all of them, and nothing is said beside it: there any program finds a name by its letters.

Of sixty names, measured on an annex (poppler 22, pdfium of Qt 6.11, of Chrome 159, MuPDF 2.0):

    as written here                                          60  60  53   6
    the letters of a word turned round, a mark between words 60  60   0   0
    in order of reading, without marks                        0   0  16   2
    nothing                                                  13  42  39  17

pdf.js and pypdf do not read it; both return two of the names, whatever is said. What a glyph is by itself,
the fonts say (``fonts._spoken``).
"""

import unicodedata
from collections.abc import Iterator

from desktop_app.report.fonts import LEFT_TO_RIGHT, MARKS, has_right_to_left, visible

_STRONG = frozenset({"R", "AL"})


def said(line: str) -> str:
    """What to say beside the drawing of a visible line; empty where the drawing is heard as written."""
    written = line.translate(MARKS).lstrip(LEFT_TO_RIGHT)
    if not has_right_to_left(written) or _is_of_one_direction(written):
        return ""
    return LEFT_TO_RIGHT + _marked(written) + LEFT_TO_RIGHT


def searched(words: str) -> tuple[str, ...]:
    """Words as they must be looked for: as the page shows them, without the joiners of Persian names.
    Words from right to left stand in lines of their own as they are, in others as :func:`said` says
    them; what holds more than such letters stands in the others only."""
    if not has_right_to_left(words):
        return (words,)
    shown = visible(words)
    return (shown, _marked(shown)) if _is_of_one_direction(shown) else (_marked(shown),)


def _is_of_one_direction(text: str) -> bool:
    return all(turns or letter == " " for letter, turns in zip(text, _turned(text), strict=True))


def _marked(text: str) -> str:
    """A mark behind every letter from right to left, with the points that belong to it."""
    turned = [*_turned(text)]
    made: list[str] = []
    for at, letter in enumerate(text):
        made.append(letter)
        is_last = at + 1 == len(text) or unicodedata.bidirectional(text[at + 1]) != "NSM"
        if turned[at] and is_last:
            made.append(LEFT_TO_RIGHT)
    return "".join(made)


def _turned(text: str) -> Iterator[bool]:
    """By character: whether it runs from right to left, as points above and below do with their letter."""
    turns = False
    for character in text:
        direction = unicodedata.bidirectional(character)
        turns = direction in _STRONG or (direction == "NSM" and turns)
        yield turns
