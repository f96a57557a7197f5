"""The words of services, and a text written in one sign for each of them, as patterns are compared with it.

The words are ``resources/service_words.csv``.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from desktop_app.intake.kind_words import WordTableError, read_kind_words
from desktop_app.paths import shipped

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々ー]+|[^\W\d_]+|\d[\w.,]*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
SERVICE, BEARER, TOOL, FEE, WORK, OF, DIRECTION, SIDE, WORKER = "SBTFWODXP"
"""One sign a word, as texts are written to be compared with patterns; "?" any other, "#" a number."""
FIRST_JOINED = 0x2E80
"""From here scripts write words without gaps."""
MIDDLE_DOT = "・"
"""Stands between two words in Japanese."""
STARTS = 3
"""Characters by which texts are told that begin with none of the words."""
KINDS = (
    (SERVICE, "service"), (BEARER, "bearer"), (TOOL, "tool"), (FEE, "fee"), (WORK, "work"), (OF, "of"),
    (DIRECTION, "direction"), (SIDE, "side"), (WORKER, "worker"),
)  # fmt: skip


def signs_of(text: str) -> tuple[str, list[str]]:
    """A sign for each word or known phrase of a text, and its words."""
    words = words_in(text)
    signs, at = "", 0
    while at < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
            sign = _phrases().get(" ".join(words[at : at + length]))
            if sign is not None:
                break
        else:
            length, sign = 1, _sign_of(words[at])
        signs += sign
        at += length
    return signs, words


LONGEST_PHRASE = 4


@lru_cache(maxsize=4096)
def _sign_of(word: str) -> str:
    """A word that is none of the table: put together, as in "Rüstkosten" and 磁钢加工费, or another one."""
    if word[0].isdigit():
        return "#" if not any(map(str.isalpha, word)) else "?"
    for fee in fees():
        stem = word.removesuffix(fee)
        if stem and stem != word:
            known = _phrases().get(stem) or _phrases().get(stem.removesuffix("s")) or ""
            if known and known in (SERVICE, BEARER, TOOL, WORK):
                return (TOOL if known == TOOL else BEARER) + FEE
            if _CJK.match(word) and stem.endswith(_tools()):
                return TOOL + FEE
    is_done_to = word.endswith(_works()) and not word.endswith(_goods())
    is_done_to |= word.endswith(postages())
    return SERVICE if _CJK.match(word) and is_done_to else "?"


def words_in(text: str) -> list[str]:
    """The words of a text as they are compared."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _TOKEN.findall(plain.replace(MIDDLE_DOT, " "))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    return read_kind_words(shipped("resources", "service_words.csv"))


@cache
def kind_of(kind: str) -> frozenset[str]:
    """The comparable words of one kind. Raises WordTableError for one that the table does not have."""
    found = _table().get(kind)
    if found is None:
        raise WordTableError(f"service_words.csv has no words of the kind “{kind}”.")
    return frozenset(" ".join(words_in(word)) for word in found)


@cache
def _phrases() -> Mapping[str, str]:
    """Sign of each phrase; where one stands in several rows, the first of ``KINDS`` that takes an object."""
    found: dict[str, str] = {}
    for sign, kind in reversed(KINDS):
        found.update(dict.fromkeys(kind_of(kind), sign))
    found.update(dict.fromkeys(kind_of("work"), WORK))
    return found


@cache
def fees() -> tuple[str, ...]:
    """Words for a fee, the longer first."""
    return tuple(sorted(kind_of("fee"), key=len, reverse=True))


@cache
def _tools() -> tuple[str, ...]:
    return tuple(word for word in (*kind_of("tool"), *kind_of("work")) if _CJK.match(word))


@cache
def postages() -> tuple[str, ...]:
    """Words of Chinese, Japanese and Korean for what a delivery costs."""
    return tuple(kind_of("postage"))


@cache
def technology() -> tuple[str, ...]:
    """Parts of words that make a controlled technology of a work."""
    return tuple(word.casefold() for word in _table()["technology"])


@cache
def _works() -> tuple[str, ...]:
    return tuple(word for word in kind_of("work") if _CJK.match(word))


@cache
def _goods() -> tuple[str, ...]:
    return tuple(kind_of("goods"))


@cache
def starts() -> frozenset[str]:
    """How words of services begin."""
    words = (word for _, kind in KINDS for word in _table()[kind])
    return frozenset(word[:STARTS].casefold().replace("-", " ") for word in words)


@cache
def firsts() -> frozenset[str]:
    """The first words of all phrases."""
    return frozenset(phrase.partition(" ")[0] for phrase in _phrases())


@cache
def ends() -> frozenset[str]:
    """Last signs of words without blanks for fees and work."""
    words = (w for kind in ("fee", "work") for w in _table()[kind])
    return frozenset(word[-1] for word in words if _CJK.match(word))


@cache
def time_words() -> frozenset[str]:
    """Words for hours that are no short form of anything else, as headings have them."""
    return frozenset(
        word for word in kind_of("time_unit") if len(word) > SHORT or not word.isascii()
    )


SHORT = 3
"""Letters of "std" and "ore", which are more than hours."""
