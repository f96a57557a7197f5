"""Names whose words a list cuts short by a full stop: SEPAR. MAGN. is a separatore magnetico, POUDRE POLISS.
CERIUM a powder that polishes.

One such word alone may be of many things and is left to ``spelling``. Several words, each of which begins
so, are seldom of two known names, and only then is the name written out.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.compiled import compiled
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon
    from desktop_app.register.word_lists import WordLists

_WORD = re.compile(r"(?<![\w.-])([^\W\d_]{2,})(\.?)(?![\w-])")
_LONGEST = 80
"""Longer texts are sentences: there a full stop ends one and shortens nothing."""
_LEAST = 3
"""Letters before a full stop from which on a word is looked for."""
_MOST_WORDS = 4
_TURNED = 2
"""Words that a list may give in either order where one is whole: magnet. Lager, Lager magnet."""
_CUT = re.compile(rf"[^\W\d_]{{{_LEAST}}}\.")
_LINK = 2
"""Letters of words that a shortened name leaves out: de, di, à, en."""
_BETWEEN = re.compile(r"[^\W\d_]+")
_BARE = re.compile(r"[\s./’']*")
_NAMING_KINDS = ("family", "stuff", "other")

Names = dict[str, tuple[tuple[str, str], ...]]
"""Names by the first letters of their first words and the number of them: each name, and what it means."""


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    is_short: bool


@lru_cache(maxsize=4)
def _short_motor(lists: "WordLists") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lists.any_of('short-motor')})\b", re.IGNORECASE)


def motor_written_out(raw: str, scan: "Lexicon") -> str | None:
    """The text with the letters that English lists write for a motor written out, so that they make the
    same names: WHEEL HUB MTR; None where there are none, or where a known name has them (STPR MTR)."""
    whole = _short_motor(scan.lists).sub("MOTOR", raw)
    if whole == raw:
        return None
    text = normalise(raw)
    for end, (length, _) in scan.iter_long(text):
        name = text[max(end - length + 1, 0) : end + 1].strip()
        if " " in name and _short_motor(scan.lists).search(name):
            return None
    return whole


class Shortened:
    """Writes out names whose words are cut short."""

    def __init__(self, lexicon: "Lexicon") -> None:
        self._lexicon = lexicon
        self._links = frozenset(
            normalise(link).strip()
            for link in lexicon.lists.of("linking") | lexicon.lists.of("linking-with")
        )
        self._whole: dict[tuple[tuple[str, bool], ...], str | None] = {}

    def written_out(self, raw: str) -> str | None:
        """The text with the first such name written out; None where it has none."""
        if len(raw) > _LONGEST or not _CUT.search(raw):
            return None
        for tokens in _runs(raw, self._links):
            name = self._name_of(tokens)
            is_one_whole = not all(token.is_short for token in tokens)
            if name is None and is_one_whole and len(tokens) == _TURNED:
                name = self._name_of(tokens[::-1])
            if name is not None:
                return f"{raw[: tokens[0].start]}{name}{raw[tokens[-1].end :]}"
        return None

    def guessed(self, raw: str) -> str | None:
        """The name that one word alone of three letters before its full stop was written out to: "pol. powder"
        is seldom a polyester powder, but who reads it so should be told. None for any other name."""
        if len(raw) > _LONGEST or not _CUT.search(raw):
            return None
        found = next(
            ((run, name) for run in _runs(raw, self._links) if (name := self._name_of(run))), None
        )
        if found is None:
            return None
        run, name = found
        cut = [token.text for token in run if token.is_short]
        is_known_so = name == " ".join(token.text for token in run)
        return None if is_known_so or len(cut) > 1 or len(cut[0]) > _LEAST else name

    def _name_of(self, tokens: list[_Token]) -> str | None:
        key = tuple((token.text, token.is_short) for token in tokens)
        if key not in self._whole:
            self._whole[key] = self._found(key)
        return self._whole[key]

    def _found(self, key: tuple[tuple[str, bool], ...]) -> str | None:
        """The shortest name whose words begin so; None where names of several things do."""
        known = self._names.get(_place(key[0][0], len(key)), ())
        found = [(name, meant) for name, meant in known if _begins(name, key, self._links)]
        if len({meant for _, meant in found}) != 1:
            return None
        return min((name for name, _ in found), key=len)

    @cached_property
    def _names(self) -> Names:
        """Kept between runs: made of all words of the lists."""
        if not self._lexicon.mark:
            return self._made()
        return compiled("shortened", self._lexicon.mark, self._made)

    def _made(self) -> Names:
        found: dict[str, dict[str, str]] = {}
        for spelling, word in self._lexicon.words.items():
            words = _telling(spelling, self._links)
            if word.kind not in _NAMING_KINDS or not 1 < len(words) <= _MOST_WORDS:
                continue
            if all(part.isalpha() for part in words) and len(words[0]) >= _LEAST:
                named = found.setdefault(_place(words[0], len(words)), {})
                named.setdefault(" ".join(spelling.split()), f"{word.kind}:{word.value}")
        return {place: tuple(named.items()) for place, named in found.items()}


def _runs(raw: str, links: frozenset[str]) -> Iterator[list[_Token]]:
    """Words next to one another of which one at least is cut short, the longest run at each place first;
    which link stands between two tells nothing."""
    tokens = [
        _Token(at.start(), at.end(), normalise(at.group(1)).strip(), bool(at.group(2)))
        for at in _WORD.finditer(raw)
    ]
    tokens = [token for token in tokens if token.text not in links]
    for first in range(len(tokens)):
        last = first + 1
        while last < min(first + _MOST_WORDS, len(tokens)) and _is_next(raw, tokens, last, links):
            last += 1
        for end in range(last, first + 1, -1):
            run = tokens[first:end]
            shorts = [token for token in run if token.is_short]
            if shorts and all(len(token.text) >= _LEAST for token in shorts):
                yield run


def _is_next(raw: str, tokens: list[_Token], place: int, links: frozenset[str]) -> bool:
    between = raw[tokens[place - 1].end : tokens[place].start]
    if not _BARE.fullmatch(_BETWEEN.sub("", between)):
        return False
    return all(normalise(link).strip() in links for link in _BETWEEN.findall(between))


def _place(word: str, count: int) -> str:
    return f"{word[:_LEAST]}{count}"


def _telling(name: str, links: frozenset[str]) -> list[str]:
    """The words of a name without its links."""
    return [word for word in name.split() if len(word) > _LINK and word not in links]


def _begins(name: str, key: tuple[tuple[str, bool], ...], links: frozenset[str]) -> bool:
    """Whether each word of a name is the one said or, where that is cut short, begins so."""
    words = _telling(name, links)
    return all(
        word.startswith(said) if is_short else word == said
        for word, (said, is_short) in zip(words, key, strict=True)
    )
