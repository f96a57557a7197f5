"""Texts that a wrong encoding, a web page or a reader of scans has damaged: MagnetverschlÃ¼sse,
K�hlmittelpumpe, K&uuml;hlung, Schrittm0tor.

What is recognised is read as it was meant; the text that the user sees stays as it is in the file.
"""

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon

_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""A byte that begins a letter of UTF-8 and one that goes on, as Windows-1252 shows them: Ã¼."""
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_LOST = re.compile(
    r"(?<=[^\W\d_])(?:\ufffd{1,2}|\?)(?=[^\W\d_])|\ufffd{1,2}(?=[^\W\d_]{2})|(?<=[^\W\d_]{3})\ufffd{1,2}"
)
"""A letter that no encoding gave: a question mark inside a word, or the sign for it."""
_LETTERS = "uaoeincs "
"""What a lost sign most often is: a letter without its accent (ü, ä, ö, é, í, ñ, ç, ß; as ``normalise``
writes them), or the blank that does not break: "Wolfram?Stab"."""
_LETTER = 3
"""A letter between blanks, which a text has when it is cut in a wrong place."""
_MOST_LOST = 6
"""Lost letters in a line; with more nothing of it can be told."""
_MISREAD = re.compile(
    r"[015lr](?:(?<=[^\W\d_][015])(?<!\d[xX][015])(?=[^\W\d_])|(?<=[A-Z]l)(?=[A-Z])|(?<=[^\W\d_]{3}0)(?!\w)|(?<=r)n)"
)
"""A figure for a letter inside a word, a small l for a capital I, and an m that became two letters; it
begins with the sign that is wrong, by which it is searched more than twice as fast. The 5 of 40x5x2 is none."""
_WORD = re.compile(r"[^\W_]{4,}")
_SURELY_KNOWN = 0.7
"""Share of a word that known ones must cover for it to be what was meant. Own judgement."""


def may_be_damaged(raw: str) -> bool:
    """Quick: nearly no text is."""
    if "&" in raw or "?" in raw or _MISREAD.search(raw):
        return True
    return not raw.isascii() and ("\ufffd" in raw or _TWICE.search(raw) is not None)


def undamaged(raw: str, scan: "Lexicon") -> str:
    """The text as it was meant, where that is clear; else as it is."""
    text = _decoded(raw) if _TWICE.search(raw) else raw
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    lost = len(_LOST.findall(text))
    text = _completed(text, scan) if 0 < lost <= _MOST_LOST else text
    if not _MISREAD.search(text):
        return text
    return _WORD.sub(lambda word: _read_right(word.group(), scan), text)


@lru_cache(maxsize=20_000)
def _read_right(word: str, scan: "Lexicon") -> str:
    """A word with the letters that were misread, where it is known then and was not before."""
    if not _MISREAD.search(word):
        return word
    least = max(_SURELY_KNOWN * len(word), _covered(word, scan) + 1)
    meant = [other for other in _misread_from(word) if other != word]
    best = max(meant, key=lambda other: _covered(other, scan), default=word)
    return best if best.isalpha() and _covered(best, scan) >= least else word


def _misread_from(word: str) -> list[str]:
    """What a word may have been: its figures as letters, written as the others are."""
    small = not word.isupper()
    found = [word.replace("rn", "m"), re.sub("(?<=[A-Z])l(?=[A-Z])", "I", word)]
    found.append(re.sub("(?<=[A-Z])l(?=[A-Z])", "L", word))
    for one in ("l", "i"):
        letters = str.maketrans({"0": "o", "5": "s", "1": one})
        capitals = str.maketrans({"0": "O", "5": "S", "1": one.upper()})
        found.append(word.translate(letters if small else capitals))
    return found


def _covered(word: str, scan: "Lexicon") -> int:
    """Letters of a word, which stands alone, that known words of more than three cover."""
    text = normalise(word)
    return sum(
        len(text[max(end - length + 1, 0) : end + 1].strip())
        for end, (length, _) in scan.iter_long(text)
        if length > _LETTER
    )


def _decoded(raw: str) -> str:
    """The text out of UTF-8 that was read as Windows-1252 or Latin-1."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return raw.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return raw


def _completed(text: str, scan: "Lexicon") -> str:
    """The text with its lost letters, each the one with which the longest words are known."""
    while (lost := _LOST.search(text)) is not None:
        readings = [text[: lost.start()] + letter + text[lost.end() :] for letter in _LETTERS]
        text = max(readings, key=lambda reading: _known(reading, scan))
    return text


def _known(text: str, scan: "Lexicon") -> int:
    """How much of a text is known, a long word for more than two short ones and a letter for nothing."""
    lengths = (length for _, (length, _) in scan.iter_long(normalise(text)))
    return sum(length**2 for length in lengths if length > _LETTER)
