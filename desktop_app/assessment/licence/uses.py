"""What a row says of the use: stated, or only hinted at by a customer, a programme or a description.

A hint is never a stated use. It asks whether the part is for that user.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, TypeAlias

import numpy as np

from desktop_app.language.han import simplified
from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.model.inquiry import END_USES, EndUse, Inquiry
from desktop_app.model.licence import ListedFirm
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.uses import own_use, users_in
from desktop_app.register.control import Assumptions, Edition, ListedEntity
from desktop_app.register.word_lists import WordLists

Said: TypeAlias = tuple[EndUse | None, str]
"""The end use a row states, None where it states none; and what in the row names a defence user."""


class Names(NamedTuple):
    """Listed firms by the first word of each of their names; and the lists of legal forms, which names
    are compared without, and of signs."""

    by_first: Mapping[str, list[tuple[tuple[str, ...], ListedEntity]]]
    lists: WordLists


def uses_of(
    parts: PartTable, matches: Spread[Match], inquiry: Inquiry, edition: Edition
) -> Spread[Said]:
    """What each row says of its use. Descriptions are read only of parts that a control could mean:
    a screw for a missile needs no answer."""
    names = names_on(edition, inquiry)
    words = edition.assumptions.defence_in_descriptions
    said = merged(texts(parts, "end_use"), lambda text: said_of(text, edition.assumptions, names))
    hinted = described(parts, matches, words)
    if len(hinted.kinds) == 1:
        return said
    return merged(combined(said, hinted), lambda kind: (kind[0][0], kind[0][1] or kind[1]))


def said_of(text: str | None, assumptions: Assumptions, names: Names) -> Said:
    """The use stated by a text, and the user it names: a defence one, or one of a dated list."""
    own = own_use(text)
    use, hint = stated_use(own, assumptions)
    if use is not None or hint:
        return use, hint
    words = (*assumptions.defence_words, *assumptions.use_words.get("military", ()))
    for user in users_in(text):
        if names_text(user, words) or resembling(user, names) is not None:
            return None, user
    return None, ""


def stated_use(text: str | None, assumptions: Assumptions) -> Said:
    """The end use a text states, and the text itself where it names a defence user without
    saying so."""
    if not text:
        return None, ""
    for use in END_USES:
        if names_text(text, assumptions.use_words.get(use, ())):
            return use, ""
    return None, text if names_text(text, assumptions.defence_words) else ""


def described(parts: PartTable, matches: Spread[Match], words: Sequence[str]) -> Spread[str]:
    """The one of the words, of arms or of a purpose, that names a part which holds or may hold
    something listed, in its description; empty where none does."""
    none = Spread(("",), np.zeros(len(parts), dtype=np.int32))
    wanted = np.array([_may_be_listed(kind) for kind in matches.kinds], dtype=bool)
    if not words or not wanted.any():
        return none
    rows = np.flatnonzero(wanted[matches.of])
    told = texts(parts, "description")
    of_rows = told.of[rows]
    asked = [code for code in np.unique(of_rows).tolist() if told.kinds[code]]
    found = _found_in([told.kinds[code] for code in asked], words)
    if not found:
        return none
    kinds = tuple(dict.fromkeys(("", *found.values())))
    word_of = np.zeros(len(told.kinds), dtype=np.int32)
    word_of[[asked[place] for place in found]] = [kinds.index(word) for word in found.values()]
    of = none.of.copy()
    of[rows] = word_of[of_rows]
    return Spread(kinds, of)


def _may_be_listed(match: Match) -> bool:
    return bool(match.elements or match.minerals or match.listed_probability)


def _found_in(described: Sequence[str], words: Sequence[str]) -> dict[int, str]:
    """The word found in each text that holds one. All texts are searched at once, because a list
    has many and the words are few."""
    whole = "\n".join(described).casefold()
    places = [place for word in words for place in _places_of(word, whole)]
    if not places:
        return {}
    ends = list(accumulate(len(text.casefold()) + 1 for text in described))
    found: dict[int, str] = {}
    for at, word in places:
        found.setdefault(bisect_right(ends, at), word)
    return found


def _places_of(word: str, whole: str) -> Iterator[tuple[int, str]]:
    wanted = word.casefold()
    at = whole.find(wanted)
    while at >= 0:
        if _stands_alone(whole, at, at + len(wanted)):
            yield at, word
        at = whole.find(wanted, at + 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter runs on before or behind; Chinese, Japanese and Korean have no blanks."""
    if _is_unspaced(text[start:end]):
        return True
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def names_text(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of the words; Chinese, Japanese and Korean have no blanks."""
    said = f" {_folded(text)} "
    return any(f" {_folded(w)} " in said or (_is_unspaced(w) and w in text) for w in words)


def _is_unspaced(word: str) -> bool:
    return any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in word)


def _folded(text: str) -> str:
    """Words in lower case without accents, signs as blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


_POINTED = re.compile(r"\b\w(?: \w\b)+")
"""Letters with points behind them, which folding writes apart: S.p.A., S.A."""


@lru_cache(maxsize=4)
def _unspaced(lists: WordLists) -> tuple[str, ...]:
    """The legal forms that stand in a name without blanks, the longest first; one of a single sign
    may be part of a name and counts as a word only."""
    forms = {_one_script(form, lists) for form in lists.of("legal-form") if _is_unspaced(form)}
    return tuple(
        sorted((form for form in forms if len(form) > 1), key=lambda form: (-len(form), form))
    )


def _one_script(name: str, lists: WordLists) -> str:
    """A name folded, its Chinese signs in one form: firms stand in lists of China, in papers of Taiwan
    and under their own name in Japan, as 莱茵金属 and 萊茵金屬, 日东电工 and 日東電工."""
    if name.isascii():
        return _folded(name)
    return _folded(simplified(name.translate(_japanese(lists))))


@lru_cache(maxsize=4)
def _japanese(lists: WordLists) -> Mapping[int, str]:
    """The signs that only Japan writes so, to those of China."""
    return {ord(pair[0]): pair[1] for pair in lists.terms["japanese-sign"]}


def _name_key(name: str, lists: WordLists) -> tuple[str, ...]:
    """A firm's name without its legal form, for comparing; "TDK株式会社" and "S.p.A." are without blanks."""
    plain = _one_script(name, lists)
    if not plain.isascii():
        for form in _unspaced(lists):
            plain = plain.replace(form, " ")
    whole = _POINTED.sub(lambda letters: letters.group().replace(" ", ""), plain)
    return tuple(word for word in whole.split() if word not in lists.of("legal-form"))


def _keys(name: str, lists: WordLists) -> tuple[tuple[str, ...], ...]:
    """A name as its words; one of a language without blanks also as one word, wherever a list has blanks
    or points in it."""
    words = _name_key(name, lists)
    if len(words) < 2 or not any(map(_is_unspaced, words)):
        return (words,) if words else ()
    return words, ("".join(words),)


def names_on(edition: Edition, inquiry: Inquiry) -> Names:
    """The listed firms of that day, by the first word of each of their names."""
    names: dict[str, list[tuple[tuple[str, ...], ListedEntity]]] = {}
    lists = edition.assumptions.word_lists
    for entity in edition.entities:
        if entity.since <= inquiry.on:
            for name in (entity.name, *entity.aliases):
                for key in _keys(name, lists):
                    names.setdefault(key[0], []).append((key, entity))
    return Names(names, lists)


def listed_suppliers(
    parts: PartTable, edition: Edition, inquiry: Inquiry
) -> Spread[ListedFirm | None]:
    """The listed firm that supplier or maker resembles on that day, per part."""
    names = names_on(edition, inquiry)

    def firm(written: str | None) -> ListedFirm | None:
        found = resembling(written, names)
        if found is None or written is None:
            return None
        return ListedFirm(written, found.name, found.list, found.since)

    found = [merged(texts(parts, column), firm) for column in ("supplier", "manufacturer")]
    return merged(combined(*found), lambda pair: pair[0] or pair[1])


def resembling(name: str | None, names: Names) -> ListedEntity | None:
    """The listed firm whose words, in order, begin this name, the one with the longest name of several;
    None where there is none."""
    found = [
        (len("".join(words)), entity)
        for key in (_keys(name, names.lists) if name else ())
        for words, entity in names.by_first.get(key[0], [])
        if key[: len(words)] == words
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
