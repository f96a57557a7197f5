"""Letters and numbers that only look like words, and names written as one word.

A list writes "USB type A to B", "F/F" and "No. 4"; the letters are kinds of plugs and the "no" is a
number, not the French "à", the German "f." for "für" and an English "without"; "Ø 20" is no "o." for
"ohne". Drawing programs write a name as one word: MotorMountLeft, SelfTappingScrew_M3.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_NUMBER = re.compile(r" no {1,2}\d")
_BARE = re.compile(r"(?<![^\W_])([A-Z])(?![^\W_]|/)")
"""A capital that stands alone; "W/ magnets" in a line with small letters still is "with"."""
_SMALL = re.compile(r"(?<![^\W_])[a-zß-ÿ]{3}")
"""A word that begins small: such a text does not begin every word with a capital."""
_CUT = re.compile(r"(?<![^\W_])([A-Z])\.\s+[A-ZÀ-Þ][a-zß-ÿ]")
"""A capital with a full stop before a word, which stands for one where every word begins so: "Kat M. Krümmer"."""
_PAIR = re.compile(r"(?<![^\W_])([A-Za-z])/([A-Za-z])(?![^\W_])")
"""Two letters and a slash: the ends of a cable, N/A, but no word for "with" or "for"."""
_DOTTED = re.compile(r"(?<![^\W_])[A-Za-z]\.[Aa]\.")
"""n.a., k.A., u.a.: no French "à"."""
_WATT = re.compile(r"\d\s?W(?![\w/])", re.IGNORECASE)
_WITH = re.compile(r"(?<![^\W_])W/", re.IGNORECASE)
"""The "w" of a power is no "with", unless that is written in the line as well."""
_PRICE = re.compile(r" a {1,2}\d+[.,]\d\d(?!\d)")
"""A price a piece, "10 St. à 4,50": no French "à" either."""
_AMPERE = re.compile(r"\d {1,3}$")
"""Before an "a" that is an ampere or stands between two figures: no French "à" that tells the language."""
_LOWER = re.compile(r"[a-z]{2}")
_HUMP = re.compile(
    r"(?<=[a-zß-ÿ]{2})(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[a-z]{2})(?=[A-Z]{2,}\d)|(?<=[A-Z])(?=[A-Z][a-z]{2})"
)
"""Where a word begins in a name written as one: ServoMG90S. Capitals alone at its end belong to a name,
DroneCAN is no drone."""
_OWN_NUMBER = re.compile(r"\s*[A-Z]{2,5}-\d{3,}(?:[-.]\d+)?[\s:,;]+(?=[^\W\d_]{3})")
"""Letters that a house sorts its parts by, and three figures at least."""
_HUMPS = 2
LEAST_JOINED = 14
"""Signs of a text without blanks that may be a line whose words were joined; own judgement."""
_DRAWN_IN = re.compile(r"(?<=\w)\^[^\W\d_].*", re.DOTALL)
_STOPPED = re.compile(r"(?<![^\W_])o\.", re.IGNORECASE)
"""The German "o." for "ohne"; an "o" alone is a Spanish "or", and "Ø" a diameter."""
_DEGREES = re.compile(r".?.?\d  ?c {1,2}\d")
_KATAKANA = re.compile("[ァ-ヺ]")
_LONG_VOWEL = re.compile("(?<=[ァ-ヺ])[-‐‑–—―−]")
"""A hyphen or dash where one types in haste: モ-タ."""
_BLANK = re.compile(r"[\s・]+")
_PERHAPS = re.compile(r"(?<![^\W_])(?:[A-Za-z\u00c0-\u024f]|no)(?![^\W_])|℃", re.IGNORECASE)
"""Without a letter that stands alone and without a "no" there is nothing to tell apart."""


def spoken(text: str, found: list[Any], raw: str) -> list[Any]:
    """The found words, (end, (length, word)) each, but for links that are no words in this text:
    single letters, and "no" before a figure; nor is "350 °C 5 pcs" a magnet of grade C5. ``text`` in
    its normal form, ``raw`` as written."""
    if not all(word.text.isascii() for _, (_, word) in found):
        found = [
            (end, (length, word))
            for end, (length, word) in found
            if not (_is_code(word, raw) or _is_within_katakana(word, text, end - length + 1, raw))
        ]
    if not _PERHAPS.search(raw):
        return found
    letters = _letters(raw)
    if not _STOPPED.search(raw):
        letters |= {"o"}
    return [
        (end, (length, word))
        for end, (length, word) in found
        if not (
            _is_letter(word, text, end - length + 1, letters)
            if word.kind == "link"
            else word.kind == "grade" and _is_degrees(text, end - length + 1)
        )
    ]


def _is_within_katakana(word: Any, text: str, start: int, raw: str) -> bool:
    """Whether a word is found only because its long vowels are left out, at the end of a longer one: a
    philodendron (フィロデンドロン) is no drone (ドローン)."""
    spelled = word.text.rstrip("ー")
    if "ー" not in spelled or not _KATAKANA.match(text, start - 1):
        return False
    return _BLANK.sub("", spelled) not in _in_one(raw)


@lru_cache(maxsize=8)  # once for all words of a text
def _in_one(raw: str) -> str:
    """A text as written without blanks, each long vowel with its sign."""
    return _BLANK.sub("", _LONG_VOWEL.sub("ー", unicodedata.normalize("NFKC", raw)))


_CODE = re.compile(r"(?<![\w-])[A-Z0-9]+(?:-[A-Z0-9]+)+(?![\w-])")
_LOAD = re.compile(r"\d ?(?:ohms?|Ω|[WR])(?![a-z])", re.IGNORECASE)
"""The ohms or watts of a loudspeaker."""


def outside_codes(found: list[Any], raw: str, lists: "WordLists") -> list[Any]:
    """The found words, (end, (length, word)) each, without letters that are but a piece of a code joined
    by hyphens: "BLK-MD-SPK-B" is no loudspeaker."""
    short = lists.of("no-code")
    if short.isdisjoint(entry[1][1].text for entry in found) or _LOAD.search(raw):
        return found
    pieces = {piece.lower() for code in _CODE.findall(raw) for piece in code.split("-")}
    return [e for e in found if not (e[1][1].text in short and e[1][1].text in pieces)]


def uncut(found: list[Any], raw: str, lists: "WordLists") -> list[Any]:
    """The found words, (end, (length, word)) each, without those that a full stop shows to be the
    beginning of a longer one: "Magnes. MgO" is magnesia, and no Polish magnet."""
    if not _cut_short(lists).search(raw):
        return found
    begun = lists.of("begins-others")
    return [entry for entry in found if normalise(entry[1][1].text).strip() not in begun]


@lru_cache(maxsize=4)
def _cut_short(lists: "WordLists") -> re.Pattern[str]:
    """Such a word with its full stop and more behind it; at the end of a text it ends a sentence."""
    begun = lists.any_of("begins-others")
    return re.compile(rf"(?<![^\W\d_])(?:{begun})\.\s*\w", re.IGNORECASE)


def _is_letter(word: Any, text: str, start: int, letters: frozenset[str]) -> bool:
    said = _bare(word)
    return (
        said in letters
        or (said == "no" and _NUMBER.match(text, start) is not None)
        or (said == "a" and _PRICE.match(text, start) is not None)
        or (said == "a" and _AMPERE.search(text, 0, start + 1) is not None)
    )


def _is_code(word: Any, raw: str) -> bool:
    """Whether a short word that is written with an accent stands there in plain capitals among small
    letters: a "motor OL" holds no oil (Öl), and Nd:YAG is no Turkish one (yağ). In French and Spanish,
    whose capitals go without accents, it may be the word."""
    text: str = word.text
    if len(text) > _LONGEST_CODE or word.noun_first or not _ACCENTED.search(text):
        return False
    plain = normalise(text).strip().upper()
    if not plain.isascii() or plain not in raw or not _LOWER.search(raw):
        return False
    return re.search(rf"(?<![^\W\d_]){re.escape(plain)}(?![^\W\d_])", raw) is not None


_ACCENTED = re.compile("[\u00c0-\u024f]")
_LONGEST_CODE = 3
"""Letters; longer ones in capitals may well be what the line names. Own judgement."""


def _is_degrees(text: str, start: int) -> bool:
    """Whether a grade is the end of a temperature and the figure behind it."""
    return _DEGREES.match(text, max(start - 3, 0)) is not None


def own_name(raw: str) -> str:
    """A name of a drawing program without the unit that it was drawn in: "Belt^Robot" is the belt."""
    return _DRAWN_IN.sub("", raw)


def behind_number(raw: str) -> str | None:
    """The text without the house's own number before the name: ARM-0018 giunto magnetico is no arm. None
    where it begins with none."""
    number = _OWN_NUMBER.match(raw)
    return raw[number.end() :] if number else None


def apart(raw: str) -> str | None:
    """The text with the words of joined names apart; None where none is joined."""
    parted = _HUMP.sub(" ", raw)
    return None if parted == raw else parted


def names_apart(raw: str) -> str:
    """A text without blanks whose words were joined, with them apart: at two places at least, as one is
    found in many a name of a model or a maker."""
    return _HUMP.sub(" ", raw) if len(_HUMP.findall(raw)) >= _HUMPS else raw


def _bare(word: Any) -> str:
    """A link without its full stop or slash and its accent."""
    text: str = word.text
    return text.rstrip("./").replace("à", "a")


def _letters(raw: str) -> frozenset[str]:
    """The letters, in lower case, that stand in a text for themselves: in pairs, or as capitals among
    words that are not all written in capitals."""
    said = {letter.lower() for pair in _PAIR.findall(raw) for letter in pair}
    if _DOTTED.search(raw):
        said.add("a")
    if _WATT.search(raw) and not _WITH.search(raw):
        said.add("w")
    if _LOWER.search(raw):
        capitals = {letter.lower() for letter in _BARE.findall(raw)}
        if not _SMALL.search(raw):
            capitals -= {letter.lower() for letter in _CUT.findall(raw)}
        said |= {c for c in capitals if not re.search(rf"(?<![^\W_]){c}(?![^\W_])", raw)}
    return frozenset(said)
