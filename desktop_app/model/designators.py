"""Reference designators: the places on a circuit board that one cell of its list of parts names.

Lists of KiCad, Altium, OrCAD, Eagle and EasyEDA name the places of one kind of part together:
"C1, C2, C7", "R10-R14", "K7..K9", "LED1,2". IEEE 315 and ASME Y14.44 form them of letters and a number,
with a letter behind it for the section of a part (U1A). Names with a sign before them (-K1, =A1-M2) are
those of IEC 81346, whose letters mean other things; they are no designators here.
"""

import re
from typing import NamedTuple

LONGEST = 20_000
"""Characters of a cell that are read: boards place a thousand capacitors in one cell, hardly more."""
MOST = 10_000
"""Places of one cell; one with more names no places."""
_PLACE = re.compile(r"([A-Za-z]{1,8})_?(\d{1,6})([A-Za-z]?)")
_PLAIN = re.compile(r"([A-Z]{1,8})[0-9]{1,6}(?:[,; ] ?\1[0-9]{1,6})*")
"""Most cells of most lists, of which nothing more needs to be asked."""
_BETWEEN = re.compile(r"\s*(?:[,;/&+|]|\s)\s*")
_RANGE = re.compile(r"\s*(?:\.{2,3}|[-–—~…]|(?<=\d) to (?=[A-Za-z]))\s*")


class Designators(NamedTuple):
    """``letters`` in capitals, None where the cell mixes several. ``amount`` of different places, None
    where some name a section: U1A and U1B are one part, R17A and R17B are two."""

    letters: str | None
    amount: int | None


def letters_of(cell: str) -> str | None:
    """The letters that all places of a cell begin with, as ``designators_in`` tells them."""
    plain = _PLAIN.fullmatch(cell)
    if plain:
        return plain[1]
    found = designators_in(cell)
    return found.letters if found else None


def designators_in(cell: str) -> Designators | None:
    """The places a cell names; None where any word of it is none."""
    text = _RANGE.sub("-", " ".join(cell[:LONGEST].split()).strip(",; "))
    places = set[tuple[str, int, str]]()
    letters, left = "", MOST
    for word in _BETWEEN.split(text):
        first, _, last = word.partition("-")
        begin = _place(first, letters)
        end = _place(last, begin[0]) if begin and last else begin
        if begin is None or end is None or end[0] != begin[0]:
            return None
        left -= end[1] - begin[1] + 1
        if end[1] < begin[1] or left < 0:
            return None
        letters = begin[0]
        places.update((letters, number, begin[2]) for number in range(begin[1], end[1] + 1))
    kinds = {place[0] for place in places}
    count = None if any(section for _, _, section in places) else len(places)
    return Designators(kinds.pop() if len(kinds) == 1 else None, count)


def _place(word: str, before: str) -> tuple[str, int, str] | None:
    """Letters, number and section of one place. A bare number goes on with the letters before it."""
    if before and word.isascii() and word.isdigit() and len(word) <= 6:
        return before, int(word), ""
    found = _PLACE.fullmatch(word)
    return (found[1].upper(), int(found[2]), found[3].upper()) if found else None
