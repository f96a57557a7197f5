"""What a line says of its place in a list and of how the goods are sold, which names no part.

"1. Motor", "* Motor", "10 pcs/box", "caja de 100 uds": a box there is not what is bought.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.matching.normal import folded

if TYPE_CHECKING:
    from desktop_app.matching.head_noun import Thing
    from desktop_app.register.word_lists import WordLists

_LISTED = re.compile(r"\s*(?:\d{1,3}[.)]|[-*•·–→]|\(\d{1,3}\))\s+(?=\S)")
"""The number or mark of a line; a number needs its full stop or bracket."""
_QUOTES = {
    '"': '"',
    "“": "”",
    "„": "“",
    "«": "»",
    "[": "]",
    "(": ")",
    "（": "）",
    "【": "】",
    "「": "」",
}
_OPENS = r"[\s,;，；(（|–-]*"
_CLOSES = r"\.?\s*[)）]?"
_TAIL = r"(?:(?!\s[-–]\s)[^,;，；()（）|+/&\n]){0,30}(?!\w)"
"""What belongs to a term of sale: short, and up to any mark that may begin another name."""
_WITH = re.compile(r"(?<=\d)\s+w/\s*(?=[^\W\d_]{3})", re.IGNORECASE)
"""With, behind a figure: "dia 10 w/ hole" is no ten watts. 10 W/kg is."""
_LETTERS = re.compile(r"[^\W\d_]+")
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}|[^\W\d_]\d|\d[^\W\d_]|\d{3}")


_MARKS = frozenset(",;，；(（|")
"""What a term of sale stands behind."""
_APART = str.maketrans(dict.fromkeys("/,;().-_", " "))
_LONGEST_MARK = 12
_TWICE = re.compile(r"(?<!\S)([^\W\d_]\S{3,})(?:\s+\1)+(?!\S)", re.IGNORECASE)
"""A word that stands there again at once, as where two columns were joined: "Disque Disque dur"."""


def _has_twice(text: str) -> bool:
    """Whether any word stands in a text twice; most lines are told apart so much more quickly."""
    words = folded(text).split()
    return len(set(words)) < len(words)


class _Packed(NamedTuple):
    """The words for vessels, one of which a plain text must hold, and those for "per" and "of", one of
    which a text must that says how many are in one, unless it has a slash; and all that is said so."""

    vessels: frozenset[str]
    links: frozenset[str]
    whole: re.Pattern[str]
    within: re.Pattern[str]
    inside: frozenset[str]

    def may_be_in(self, text: str) -> bool:
        """Quick: nearly no line of a list says how it is packed."""
        if not text.isascii():
            return True
        return not self.vessels.isdisjoint(text.lower().translate(_APART).split())

    def may_be_counted(self, text: str) -> bool:
        """Quick: whether a text may say how many there are in a vessel."""
        return "/" in text or not self.links.isdisjoint(_LETTERS.findall(folded(text)))


class _Spare(NamedTuple):
    """The words for a spare part before its name, and the signs they begin with."""

    begin: frozenset[str]
    marks: re.Pattern[str]


def of_the_goods(raw: str, lists: "WordLists") -> str:
    """The text without its place in a list, without signs around all of it, without a term of sale
    behind a comma and without how many of the goods are packed together; the text itself where nothing
    else would be left of it."""
    text = _unmarked(_bare(raw), lists)
    if _has_twice(text):
        twice = lists.of("said-twice")  # paso paso, whose link is left out
        text = _TWICE.sub(lambda at: at[0] if at[1].casefold() in twice else at[1], text)
    said = None if _MARKS.isdisjoint(text) else _said_of_sale(lists).search(text)
    if said is not None:
        text = text[: said.start()] + text[said.end() :]
    if "w/" in text or "W/" in text:
        text = _WITH.sub(" + ", text)
    packed = _packed(lists)
    if packed.may_be_in(text):
        if packed.may_be_counted(text):
            text = packed.whole.sub(" ", text)
        if not packed.inside.isdisjoint(text.lower().split()):
            text = packed.within.sub(" ", text)
    if "mount" in text.lower():
        text = _fitted(lists).sub("", text)
    return text if _SAYS_SOMETHING.search(text) else raw


def without_remarks(
    phrases: "list[list[Thing]]", lead: int, lists: "WordLists"
) -> "list[list[Thing]]":
    """The phrases but for those, behind the first ``lead``, that only say what the goods come in or
    with, their colour, or which papers there are."""
    told = lists.of("vessel") | lists.of("remark")
    return [
        phrase
        for place, phrase in enumerate(phrases)
        if place < lead
        or not all(
            t.word.value in lists.roles.asides or t.word.text.casefold() in told for t in phrase
        )
    ]


def _bare(raw: str) -> str:
    text = raw
    if not text[:1].isalpha():
        text = _LISTED.sub("", text, count=1) if _LISTED.match(text) else text
        stripped = text.strip()
        close = _QUOTES.get(stripped[:1])
        inner = stripped[1:-1]
        if close and stripped[-1:] == close and close not in inner and stripped[0] not in inner:
            text = inner
    return text


def _unmarked(text: str, lists: "WordLists") -> str:
    """The text without the kind of material that a system writes before its name: "MAT_Motor"."""
    spare = _spare(lists)
    if text[:1] in spare.begin:
        text = spare.marks.sub("", text, count=1)
    kind, dash, _ = text.partition("-")
    if dash and len(kind) <= _LONGEST_MARK and kind.strip().upper() in lists.of("list-mark"):
        text = _numbered(lists).sub("", text, count=1)
    if "_" not in text and ":" not in text:
        return text
    return _placed(lists).sub("", _marked(lists).sub("", text, count=1), count=1)


@lru_cache(maxsize=4)
def _marked(lists: "WordLists") -> re.Pattern[str]:
    """Such a kind at the beginning; without its underscore or colon it may be a word."""
    return re.compile(rf"\A\s*(?:{lists.any_of('list-mark')})\s*[_:]+\s*(?=\w)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _numbered(lists: "WordLists") -> re.Pattern[str]:
    """Such a kind with the number of the part behind a hyphen: "MAT-00123: Motor"."""
    kinds = lists.any_of("list-mark")
    return re.compile(rf"\A\s*(?:{kinds})-\d[\d./-]*(?:\s*[:_|]+)?\s*(?=[^\W\d])", re.IGNORECASE)


@lru_cache(maxsize=4)
def _spare(lists: "WordLists") -> _Spare:
    """The word for a spare part before the name of one; behind a name it means spare parts for it."""
    marks = re.compile(rf"\A\s*(?:{lists.any_of('spare-mark')})\s*[:：_–—-]\s*(?=\w)")
    return _Spare(frozenset(term[0] for term in lists.of("spare-mark")), marks)


@lru_cache(maxsize=4)
def _placed(lists: "WordLists") -> re.Pattern[str]:
    """Where a part goes, before a colon: "Machine 3: motor"."""
    places = lists.any_of("place")
    return re.compile(rf"\A\s*(?:{places})(?:\s[^:,;()]{{1,16}})?\s*:\s+(?=\w)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _fitted(lists: "WordLists") -> re.Pattern[str]:
    """How a thing named before it is fitted, where nothing but a figure or a mark follows."""
    fitted = lists.any_of("fitted")
    return re.compile(rf"(?<=\w)[\s,;]+(?:{fitted})(?=\s*(?:$|[,;)\d]))", re.IGNORECASE)


@lru_cache(maxsize=4)
def _said_of_sale(lists: "WordLists") -> re.Pattern[str]:
    """A term of sale that a mark sets off, with what is said of it."""
    term = lists.any_word_of("term-of-sale")
    return re.compile(rf"(?<=\w)\s*[,;，；(（|]\s*{term}{_TAIL}[)）]?", re.IGNORECASE)


@lru_cache(maxsize=4)
def _packed(lists: "WordLists") -> _Packed:
    units, vessels = lists.any_of("count-unit"), lists.any_of("vessel")
    per, holding = lists.any_of("per"), lists.any_of("holding")
    amount = rf"(?<![\w.,])\d[\d.,]*\s*(?:(?:{units})\.?)?"
    each = rf"{_OPENS}{amount}\s*(?:/|(?:{per})(?!\w))\s*(?:{vessels})(?![a-zà-ÿ\d]){_CLOSES}"
    of_many = rf"{_OPENS}(?<!\w)(?:{vessels})\s+(?:{holding})\s*\d[\d.,]*\s*(?:(?:{units})(?!\w)\.?)?(?!\w){_CLOSES}"
    joined = {
        f"{unit}{word}"
        for unit in _last_letters(lists.of("count-unit"))
        for word in lists.of("per")
    }
    links = {*lists.of("per"), *lists.of("holding"), *joined}
    names = frozenset(word for term in lists.of("vessel") for word in term.casefold().split())
    inside = rf"{_OPENS}(?<=[^\w])(?:{lists.any_of('within')})\s+(?:{vessels})(?!\w){_CLOSES}(?=\s*(?:$|[,;]))"
    return _Packed(
        names,
        frozenset(letters for link in links for letters in _last_letters([link])),
        re.compile(f"{each}|{of_many}", re.IGNORECASE),
        re.compile(rf"(?<=\w){inside}", re.IGNORECASE),
        frozenset(term.split()[0] for term in lists.of("within")),
    )


def _last_letters(terms: Iterable[str]) -> list[str]:
    """The letters in a row at the end of each term."""
    return [found[-1] for found in (_LETTERS.findall(folded(term)) for term in terms) if found]
