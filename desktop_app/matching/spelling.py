"""Misspelled words: one letter missing, too many, wrong or swapped with its neighbour; and words cut
short by a full stop, as in "Servom. 750 W".

Only texts in which nothing was recognised come here, or nothing but a thing of open kind (a motor,
a magnet), so a right word is never replaced.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from desktop_app.compiled import compiled
from desktop_app.matching.lexicon import Lexicon, Word
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_WORD = re.compile(r"[a-z]{6,}")
_SHORTENED = re.compile(r"([^\W\d_]{5,})\.(?!\d)")
_IN_CAPITALS = re.compile(r"([^\W\d_]{7,}|[^\W\d_]{5,}(?=\.(?!\d)))")
"""A word of a text in capitals that may be cut: shorter ones begin too many others. Own judgement."""
_SHORT_TEXT = 80
"""Longer texts are sentences: there a full stop ends one and shortens nothing."""
_LEAST_BEARING = 7
"""Shorter names of things that may hold rare earths are one letter away from too many words."""
_LONG = 9
"""Letters of a word that one wrong letter does not turn into another one: a sneaker is no speaker,
magnetite no magnet."""
_KEYBOARDS = (
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("qwertzuiop", "asdfghjkl", "yxcvbnm"),
    ("azertyuiop", "qsdfghjklm", "wxcvbn"),
)
"""The letters of an English, a German and a French keyboard, row by row."""


def _beside(key: str) -> set[str]:
    """The keys to the left and right of a letter's."""
    rows = [row for keyboard in _KEYBOARDS for row in keyboard if key in row]
    places = ((row, row.index(key) + step) for row in rows for step in (-1, 1))
    return {row[place] for row, place in places if 0 <= place < len(row)}


_KEYS_BESIDE = {
    key: "".join(beside) for key in "abcdefghijklmnopqrstuvwxyz" if (beside := sorted(_beside(key)))
}
_SHARPENING_KINDS = ("family", "stuff", "hint", "element", "tail")
_NAMING_KINDS = ("family", "stuff", "other", "tail", "element", "substance")


_Kept = tuple[dict[str, str], tuple[str, ...], frozenset[str]]
"""What may stand in for a misspelled word, words that say a kind, and every word of the lists."""


class Near:
    """Known words by first letter and length: one misread letter leaves both nearly as they were.

    Kept so, tens of thousands of words cost nothing before the first unknown one is looked up.
    Where the first letter is the misread one, the rest of the word is a known one's.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._alike: dict[tuple[str, int], list[str]] = {}
        self._rests: dict[str, list[str]] = {}
        self._words = dict.fromkeys(words)
        for word in self._words:
            self._alike.setdefault((word[0], len(word)), []).append(word)
            self._rests.setdefault(word[1:], []).append(word)

    def one_step_from(self, word: str) -> list[str]:
        """The known words that differ from a word by one step; those that begin as it does first."""
        return self._begin_alike(word) or self._begin_otherwise(word)

    def _begin_otherwise(self, word: str) -> list[str]:
        """The known words of which a word misses the first letter, has one too many before it, has it
        swapped with the second or, being long, has the key beside it: "Nagnet", but a persulfate is no
        cersulfate."""
        rest, swapped = word[1:], word[1] + word[0] + word[2:]
        is_long = len(word) > _LEAST_BEARING
        alike = self._rests.get(rest, ()) if is_long else ()
        wrong = (known for known in alike if known[0] in _KEYS_BESIDE.get(word[0], ""))
        whole = (known for known in (rest, swapped) if known in self._words)
        return list(dict.fromkeys([*self._rests.get(word, ()), *wrong, *whole]))

    def _begin_alike(self, word: str) -> list[str]:
        return [
            known
            for length in (len(word) - 1, len(word), len(word) + 1)
            for known, distance, _ in extract(
                word, self._alike.get((word[0], length), ()),
                scorer=OSA.distance, score_cutoff=1, limit=None,
            )
            if distance == 1
        ]  # fmt: skip


class RightWords:
    """Words of every day that are one letter from the name of a thing and are never put right: who
    writes "peroxide" means no "zeroxide". The list "no-slip" of ``word_lists.csv``."""

    def __init__(self, lists: "WordLists") -> None:
        terms = [term.lower() for term in lists.of("no-slip")]
        self._whole = frozenset(normalise(term).strip() for term in terms if term[-1] != "*")
        self._begun = tuple(normalise(term[:-1]).strip() for term in terms if term[-1] == "*")

    def __contains__(self, word: str) -> bool:
        return word in self._whole or word.startswith(self._begun)


class Spelling:
    """Proposes known words for unknown ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._right = RightWords(lexicon.lists)
        self._found: dict[str, str | None] = {}
        self._written_out: dict[str, str | None] = {}
        self._sharpest: dict[str, str | None] = {}

    def corrected(self, text: str) -> tuple[str, str] | None:
        """The normalised text with one word put right, and that word; None where nothing fits."""
        for match in _WORD.finditer(text):
            if match.group() in self._tokens or match.group() in self._right:
                continue
            known = self._nearest(match.group())
            if known is not None:
                return text[: match.start()] + known + text[match.end() :], known
        return None

    def completed(self, raw: str, text: str) -> tuple[str, str] | None:
        """The normalised text with one word that ends in a full stop written out, and that word; None
        where no known word begins so, or words for different kinds of things do. A text in capitals, as
        material masters keep it, cuts words without one."""
        in_capitals = raw.isupper()
        if len(raw) > _SHORT_TEXT or not (in_capitals or "." in raw):
            return None
        for match in (_IN_CAPITALS if in_capitals else _SHORTENED).finditer(raw):
            short = normalise(match.group(1)).strip()
            if short not in self._written_out:
                self._written_out[short] = self._whole(short)
            whole = self._written_out[short]
            is_part = whole is not None and in_capitals and self._is_word(whole[len(short) :])
            if whole is not None and not is_part:  # a Tretlager is no cut Tretlagermotor
                return text.replace(f" {short} ", f" {whole} ", 1), whole
        return None

    def _is_word(self, text: str) -> bool:
        """Whether a text is known as it stands: the motor of a Tretlagermotor."""
        return any(length > len(text) for _, (length, _) in self._lexicon.iter_long(f" {text} "))

    def _whole(self, short: str) -> str | None:
        """The shortest known word that begins so; None where others, but for those made with it, are
        of another kind, or where it is a word itself ("digital." is no digital servo)."""
        words = self._in_order
        place = bisect_left(words, short)
        found = []
        while place < len(words) and words[place].startswith(short):
            found.append(words[place])
            place += 1
        if not found or short in found or short in self._tokens:
            return None
        shortest = min(found, key=len)
        others = [word for word in found if not word.startswith(shortest)]
        kinds = {self._values[word].partition("-")[0] for word in (shortest, *others)}
        return shortest if len(kinds) == 1 else None

    def sharpened(self, text: str) -> Iterator[tuple[str, str]]:
        """The normalised text with one unknown word put right, and that word, for each word that
        could say of which kind an open thing is, also as a part of a phrase (the stepper of "stepper
        motor"). A wrong letter is put right in long words only: a stopper motor may be one."""
        for match in _WORD.finditer(text):
            word = match.group()
            if len(word) < _LEAST_BEARING or word in self._tokens or word in self._right:
                continue
            known = self._sharper(word)
            if known is not None:
                yield text[: match.start()] + known + text[match.end() :], known

    @cached_property
    def _kept(self) -> "_Kept":
        """Kept between runs: made of all words of the lists, of which it needs a few."""
        if not self._lexicon.mark:
            return self._made()
        return compiled("spelling", self._lexicon.mark, self._made)

    def _made(self) -> "_Kept":
        return self._stand_ins(), self._sharp_words(), self._lexicon.tokens

    @property
    def corrections(self) -> Iterable[str]:
        """Every name that may stand in for a misspelled one."""
        return self._values.keys()

    @property
    def _values(self) -> dict[str, str]:
        return self._kept[0]

    @property
    def _tokens(self) -> frozenset[str]:
        return self._kept[2]

    def _stand_ins(self) -> dict[str, str]:
        """Spellings that may stand in for a misspelled word, with what they name; "" of things that
        hold nothing."""
        return {
            plain: "" if word.kind == "other" else word.value
            for spelling, word in self._lexicon.words.items()
            if _may_stand_in(plain := spelling.strip(), word)
        }

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._values)

    @cached_property
    def _known(self) -> Near:
        return Near(self._values)

    @cached_property
    def _sharp(self) -> Near:
        return Near(self._kept[1])

    def _sharp_words(self) -> tuple[str, ...]:
        """Words that say a kind, each once."""
        found = (
            token
            for spelling, word in self._lexicon.words.items()
            if word.kind in _SHARPENING_KINDS
            for token in _WORD.findall(spelling)
            if len(token) >= _LEAST_BEARING
        )
        return tuple(dict.fromkeys(found))

    def _sharper(self, word: str) -> str | None:
        """A word of a kind that differs by one letter missing, too many, swapped or, in a long word,
        wrong."""
        if word not in self._sharpest:
            found = [
                known
                for known in self._sharp.one_step_from(word)
                if len(known) != len(word) or len(word) >= _LONG or sorted(known) == sorted(word)
            ]
            self._sharpest[word] = found[0] if len(found) == 1 else None
        return self._sharpest[word]

    def _nearest(self, word: str) -> str | None:
        """A known word one step away; None where two different ones are."""
        if word not in self._found:
            near = self._known.one_step_from(word)
            found = [known for known in near if self._may_mean(word, known)]
            self._found[word] = found[0] if len(found) == 1 else None
        return self._found[word]

    def _may_mean(self, word: str, known: str) -> bool:
        """Whether a word is likely a misspelled known one; a wrong letter in a short name makes
        another word (winter, winder), also where the name is one of an ordinary thing. Short names of
        elements and of their compounds are one letter away from names of people and cars."""
        if value := self._values[known]:
            is_element = value[0].isupper() or value[0].isdigit()
            swapped = len(known) >= _LONG or sorted(word) == sorted(known)
            return swapped if is_element else _is_slip(word, known)
        is_long = len(known) >= _LEAST_BEARING
        return is_long or len(word) != len(known) or sorted(word) == sorted(known)


def _is_slip(word: str, known: str) -> bool:
    """Whether a word is the misspelled name of a thing that may hold rare earths rather than another
    word: in short names only a letter swapped, or one missing or too many before the end, counts."""
    if len(known) >= _LONG:
        return True
    if len(word) == len(known):
        return sorted(word) == sorted(known) and word[0] == known[0]
    return not (word.startswith(known) or known.startswith(word)) and word[0] == known[0]


def _may_stand_in(plain: str, word: Word) -> bool:
    if word.kind not in _NAMING_KINDS or not _WORD.fullmatch(plain):
        return False
    return word.kind == "other" or len(plain) >= _LEAST_BEARING
