"""Names of languages with the head noun first whose link words a list leaves out: "motor imanes
permanentes" is a motor de imanes permanentes, "moteur pas pas" one pas à pas.

Which links stand between which words is told by the known names; a link is put in only where the words
then are one of these, and no known name that stands there is cut.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.compiled import compiled
from desktop_app.matching.edges import THING_KINDS
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon
    from desktop_app.register.word_lists import WordLists

_NAMES = frozenset({*THING_KINDS, "hint", "tail"})
_GAP = "  "
_TOKEN = re.compile(r"[^\W_]+")
_MOST = 24
"""Ways to put links in that are tried in one text."""
_MOST_CUTS = 4
"""Links in one text that are tried to be another."""
_NEAR = 3
"""Words on each side of a link that a name may have."""
_PAIRS, _BEHIND = "\n", "\t"
"""Between the words that may stand behind one, and between such a word and its links."""


class _Place(NamedTuple):
    """Between the word ``at`` and the next one; ``links``: what may stand there."""

    at: int
    links: tuple[str, ...]


class _Span(NamedTuple):
    """A known name, from its ``first`` word to its ``last``."""

    first: int
    last: int


class _Between:
    """What may stand between two words of a name. ``told``: by the word before, what stands behind with its
    links; it is told apart once it is asked for, as lists use few of the many."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self.told = told
        self._known: dict[str, dict[str, tuple[str, ...]]] = {}

    def links(self, word: str, behind: str) -> tuple[str, ...]:
        """The links, the usual first; none where none stand there."""
        if word not in self.told:
            return ()
        if word not in self._known:
            pairs = (pair.split(_BEHIND) for pair in self.told[word].split(_PAIRS))
            self._known[word] = {second: tuple(links) for second, *links in pairs}
        return self._known[word].get(behind, ())


def with_usual_links(raw: str, text: str, scan: "Lexicon") -> str | None:
    """The text as written with the links that known names have; None where it has these already. ``text``:
    in its normal form. Which of its links a list writes tells little: freno di isteresi, freno a isteresi."""
    found = with_links(raw, text, scan)
    if found is not None:
        return found
    cuts = _other_links(raw, text, scan)
    alone = [cut for cut in cuts if cut.is_name or _linked_anew(raw, [cut], scan)]
    if alone:
        bare = _without(raw, alone)
        return with_links(bare, normalise(bare), scan) or bare
    return _linked_anew(raw, cuts, scan)


class _Cut(NamedTuple):
    """Links to be left out, from ``start`` to ``end`` of a text; ``is_name``: the words are a known name then,
    else only with other links."""

    start: int
    end: int
    is_name: bool


def _linked_anew(raw: str, cuts: list[_Cut], scan: "Lexicon") -> str | None:
    """The text with other links in place of those cut out; None where known names then have none there."""
    if not cuts:
        return None
    bare = _without(raw, cuts)
    return with_links(bare, normalise(bare), scan)


def _without(raw: str, cuts: list[_Cut]) -> str:
    for cut in reversed(cuts):
        raw = f"{raw[: cut.start]} {raw[cut.end :]}"
    return raw


def _other_links(raw: str, text: str, scan: "Lexicon") -> list[_Cut]:
    """The links between two words that known names join by others, or by none."""
    between, linking = _between_of(scan), _linking(scan.lists)
    if linking.isdisjoint(text.split()):
        return []
    tokens = list(_TOKEN.finditer(raw))
    words = [normalise(token.group()).strip() for token in tokens]
    last: int | None = None
    cuts = list[_Cut]()
    for place, word in enumerate(words):
        if word in linking:
            continue
        if last is not None and place - last > 1:
            pair = [words[last], word]
            known = between.links(*pair)
            said = _GAP.join(words[last + 1 : place])
            near = words[max(last - _NEAR, 0) : last + 1], words[place : place + _NEAR]
            is_name = _is_noun_first_name(*near, scan)
            if (known or is_name) and said not in known and not _is_one(pair, said, scan):
                start, end = tokens[last].end(), tokens[place].start()
                cuts.append(_Cut(start, end, is_name))
        last = place
        if len(cuts) == _MOST_CUTS:
            break
    return cuts


def _is_noun_first_name(words: list[str], behind: list[str], scan: "Lexicon") -> bool:
    """Whether words and those behind them are in one known name whose noun is the first. A motor bracket is a
    bracket, a motobomba a pump: a motor for a bracket or a pump is not, and keeps its link."""
    begun, rest = f" {_GAP.join(words)} ", f" {_GAP.join(behind)} "
    named = scan.iter_long(begun + rest)
    whole = (n for end, (length, n) in named if end - length + 1 < len(begun) - 1 < end - 1)
    name = next(whole, None)
    if name is None or not name.noun_first or name.kind not in _NAMES:
        return False
    alone = (n.value for end, (length, n) in scan.iter_long(rest) if end < length)
    return name.value not in alone


def _is_one(pair: list[str], links: str, scan: "Lexicon") -> bool:
    """Whether two words with these links between them are or begin a known name as they stand."""
    whole = f" {pair[0]}{_GAP}{links}{_GAP}{pair[1]} "
    found = scan.iter_long(whole)
    return any(length >= len(whole.strip()) for _, (length, _) in found)


@lru_cache(maxsize=4)
def _linking(lists: "WordLists") -> frozenset[str]:
    return frozenset(normalise(link).strip() for link in lists.of("linking"))


def with_links(raw: str, text: str, scan: "Lexicon") -> str | None:
    """The text as written with the links of known names put in; None where none is left out. ``text``:
    in its normal form."""
    between = _between_of(scan)
    words = text.split()
    if between.told.keys().isdisjoint(words):
        return None
    places = [
        _Place(at, links)
        for at, pair in enumerate(pairwise(words))
        if (links := between.links(*pair))
    ]
    if not places:
        return None
    put_in = _put_in(words, places, scan)
    return _written(raw, words, put_in) if put_in else None


def _put_in(words: list[str], places: list[_Place], scan: "Lexicon") -> dict[int, str]:
    """The links to put in, by the word that they stand behind: those of the longest names first."""
    before = _names_in(words, {}, scan)
    ways = [
        (_words_named(words, links, before, scan), links) for links in islice(_ways(places), _MOST)
    ]
    found: dict[int, str] = {}
    for named, links in sorted(ways, key=lambda way: -way[0]):
        more = {**found, **links}
        if named and found.keys().isdisjoint(links) and _words_named(words, more, before, scan):
            found = more
    return found


def _ways(places: list[_Place]) -> Iterator[dict[int, str]]:
    """The links that may be put in at each place, together with one of the next two and by itself."""
    for at, place in enumerate(places):
        for behind in places[at + 1 : at + 3]:
            for link, other in product(place.links, behind.links):
                yield {place.at: link, behind.at: other}
        yield from ({place.at: link} for link in place.links)


def _words_named(
    words: list[str], put_in: dict[int, str], before: list[_Span], scan: "Lexicon"
) -> int:
    """How many words the known names have in which the links lie; 0 where one lies in none that is more
    than what was known there before."""
    named, count = _names_in(words, put_in, scan), 0
    for at in put_in:
        whole = next((name for name in named if name.first <= at < name.last), None)
        if whole is None:
            return 0
        touched = [old for old in before if old.first <= whole.last and old.last >= whole.first]
        if any(old == whole or not _holds(whole, old) for old in touched):
            return 0
        count = max(count, whole.last - whole.first + 1)
    return count


def _holds(whole: _Span, part: _Span) -> bool:
    return whole.first <= part.first and part.last <= whole.last


def _names_in(words: list[str], put_in: dict[int, str], scan: "Lexicon") -> list[_Span]:
    """The known names in the words with the links put in."""
    said = (f"{word}{_GAP}{put_in[at]}" if at in put_in else word for at, word in enumerate(words))
    text = f" {_GAP.join(said)} "
    starts, place = [], 1
    for at, word in enumerate(words):
        starts.append(place)
        place += len(word) + len(_GAP) + (len(put_in[at]) + len(_GAP) if at in put_in else 0)
    spans = []
    for end, (length, name) in scan.iter_long(text):
        if name.kind in _NAMES:
            first, behind = bisect_left(starts, end - length + 1), bisect_left(starts, end)
            spans += [_Span(first, behind - 1)] if first < behind else []
    return spans


def _written(raw: str, words: list[str], put_in: dict[int, str]) -> str | None:
    """The text as written with the links behind the words, which stand in it in the same order."""
    wanted = [(words[at], words[at + 1], link) for at, link in sorted(put_in.items())]
    parts, done = list[str](), 0
    for one, other in pairwise(_TOKEN.finditer(raw)):
        if not wanted:
            break
        word, behind, link = wanted[0]
        if normalise(raw[one.start() : other.end()]) == f" {word}{_GAP}{behind} ":
            parts += [raw[done : one.end()], f" {link}"]
            done = one.end()
            wanted.pop(0)
    return None if wanted else "".join([*parts, raw[done:]])


@lru_cache(maxsize=4)
def _between_of(scan: "Lexicon") -> _Between:
    """The links between the words of all names, kept between runs."""
    return _Between(
        compiled("links", scan.mark, lambda: _found(scan)) if scan.mark else _found(scan)
    )


def _found(scan: "Lexicon") -> dict[str, str]:
    left_out = scan.lists.of("left-out")
    found: dict[str, dict[str, dict[str, None]]] = {}
    for spelling, name in scan.words.items():
        if name.noun_first and name.kind in _NAMES:
            for word, behind, links in _linked(spelling.split(), left_out):
                found.setdefault(word, {}).setdefault(behind, {})[links] = None
    return {
        word: _PAIRS.join(_BEHIND.join([behind, *links]) for behind, links in pairs.items())
        for word, pairs in found.items()
    }


def _linked(words: list[str], left_out: frozenset[str]) -> list[tuple[str, str, str]]:
    """Two words of a name and the links between them, for each run of links."""
    found = []
    last, run = "", list[str]()
    for word in words:
        if last and word in left_out:
            run.append(word)
            continue
        if run:
            found.append((last, word, _GAP.join(run)))
        last, run = word, []
    return found
