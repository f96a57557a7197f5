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
    bare = _without_other_links(raw, text, scan)
    return None if bare is None else with_links(bare, normalise(bare), scan) or bare


def _without_other_links(raw: str, text: str, scan: "Lexicon") -> str | None:
    """The text without links between two words that known names join by others; None where none are."""
    between, linking = _between_of(scan), _linking(scan.lists)
    if between.told.keys().isdisjoint(text.split()):
        return None
    tokens = [(at, normalise(at.group()).strip()) for at in _TOKEN.finditer(raw)]
    last: int | None = None
    cuts = list[tuple[int, int]]()
    for place, (_, word) in enumerate(tokens):
        if word in linking:
            continue
        if last is not None and place - last > 1:
            known = between.links(tokens[last][1], word)
            said = _GAP.join(link for _, link in tokens[last + 1 : place])
            pair = [tokens[last][1], word]
            joined = bool(known) or _Span(0, 1) in _names_in(pair, {}, scan)
            if joined and said not in known and not _is_one(pair, said, scan):
                cuts.append((tokens[last][0].end(), tokens[place][0].start()))
        last = place
    if not cuts:
        return None
    for start, end in reversed(cuts):
        raw = f"{raw[:start]} {raw[end:]}"
    return raw


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
