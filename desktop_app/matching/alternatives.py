"""Several things that one line names, of which it may be any: "SmCo/NdFeB", "Ferrit- oder Neodymmagnet",
"NiCd/NiMH/Li-Ion".

Each is read as if it stood in the line alone. The line keeps what it was read as; what else it may be
stands beside, so that a verdict does not rest on the harmless one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop_app.matching.kinds import AT_ONCE, combined, texts
from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.match import match_parts
from desktop_app.matching.reading import LONGEST, TextReader
from desktop_app.matching.said import NOTHING
from desktop_app.model.match import SELDOM_LISTED, Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.register.word_lists import UNSPACED

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.word_lists import WordLists

_NAME = re.compile(r"[^\s/,;()（）、，；]+")
_LAST_NAME = re.compile(r"[^\s/,;()（）、，；]+$")
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_LETTERS = re.compile(r"[^\W\d_]")
_STROKE, _BLANKS = re.compile("/"), re.compile(r"\s{1,2}")
_SUBSTANCES = frozenset({
    "metal", "alloy", "oxide", "compound", "mixture", "powder", "crystal", "ore", "phosphor",
    "solution", "scrap", "target", "ceramic", "chemical",
})  # fmt: skip
"""Forms of substances, between which two alternatives may differ; else both have the same form."""
_WITH_MARK = _SUBSTANCES | {"magnet", "battery"}
"""Forms of which a stroke names alternatives: what stands round it elsewhere may be two parts."""
_LEAST_TAIL, _LEAST_SIGNS = 4, 2
"""Letters, or Chinese signs, of the second half of a compound: "Neodym- oder Ferritmagnet"."""
_SETTLING = ("material", "magnet_grade", "cas_number")
LONGEST_NAME, MOST_UNITS = 60, 6
"""Characters of a name, and names in one line, that are looked at: a list of more is an index."""


class Named(NamedTuple):
    """``before`` and ``behind``: the text round the names. ``is_either``: joined by a word for "or"."""

    before: str
    units: tuple[str, ...]
    behind: str
    is_either: bool


def match_any(parts: PartTable, knowledge: "Knowledge", on: date | None = None) -> Spread[Match]:
    """The match of every part, with what else its line names. ``on`` as in ``match_parts``."""
    return with_alternatives(parts, match_parts(parts, knowledge, on), knowledge, on)


def with_alternatives(
    parts: PartTable, matches: Spread[Match], knowledge: "Knowledge", on: date | None = None
) -> Spread[Match]:
    """The matches with what else their lines name as what the part may be. Lines that are alike and
    were read alike are looked at once."""
    described = texts(parts, "description")
    names = Names(knowledge)
    named = {
        str(described.kinds[code]): found
        for code in _joined(described.kinds, knowledge.word_lists)
        if (found := named_in(str(described.kinds[code]), names, knowledge.word_lists))
    }
    if not named:
        return matches
    told = combined(described, *(texts(parts, name) for name in _SETTLING))
    open_ones = [
        code
        for code, (text, *cells) in enumerate(told.kinds)
        if text in named and not _settled(cells, named[text])
    ]
    firsts: dict[tuple[int, int], int] = {}
    for part in np.flatnonzero(np.isin(told.of, open_ones)).tolist():
        if matches[part].outcome == "sure":
            firsts.setdefault((int(told.of[part]), int(matches.of[part])), part)
    asked = [(key, part, named[told.kinds[key[0]][0]]) for key, part in firsts.items()]
    others = _others(matches, asked, _described_anew(parts, knowledge, on), names.reader)
    return _beside(matches, told.of, firsts, others)


def _joined(kinds: tuple[str | None, ...], lists: "WordLists") -> Iterator[int]:
    """The texts that hold a stroke or a word for "or", looked for in many at once first."""
    either = _either(lists)
    for at in range(0, len(kinds), AT_ONCE):
        some = [text or "" for text in kinds[at : at + AT_ONCE]]
        whole = "\n".join(("", *some)).casefold()
        is_said = any(f"{one} " in whole and word.search(whole) for one, word in _alone(lists))
        is_said = is_said or any(word in whole for word in _unspaced(lists))
        for place, text in enumerate(some):
            if "/" in text or (is_said and either.search(text)):
                yield at + place


@lru_cache(maxsize=4)
def _alone(lists: "WordLists") -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each word for "or" that stands between blanks, and what finds it behind a sign that is no letter. It
    begins with the word itself: so a million signs are searched in a millisecond, as "motor " ends in one."""
    words = [word for word in lists.terms["either"] if not UNSPACED.search(word)]
    said = [re.escape(f"{word} ") for word in words]
    found = [re.compile(rf"{one}(?<=\W{one})") for one in said]
    return tuple(zip(words, found, strict=True))


def _unspaced(lists: "WordLists") -> list[str]:
    return [word for word in lists.terms["either"] if UNSPACED.search(word)]


@lru_cache(maxsize=4)
def _either(lists: "WordLists") -> re.Pattern[str]:
    """The words for "or": no end of another word, and with a blank behind where blanks part words."""
    words = lists.terms["either"]
    spaced = "|".join(re.escape(word) for word in words if not UNSPACED.search(word))
    unspaced = map(re.escape, _unspaced(lists))
    return re.compile("|".join([rf"(?<!\w)(?:{spaced}) ", *unspaced]), re.IGNORECASE)


def named_in(raw: str, names: "Names", lists: "WordLists") -> Named | None:
    """The names that a text joins as alternatives, if a stroke joins names that say something. A limit
    ("0.1 % or less") and what is as good ("SmCo or equivalent") are none. A stroke between what lenses are
    made of means "or": "Germanium/silicon lens"."""
    for named in _chains(raw[:LONGEST], lists):
        units = named.units
        if not 2 <= len(units) <= MOST_UNITS or max(map(len, units)) > LONGEST_NAME:
            continue
        if not all(map(_LETTERS.search, units)):
            continue
        if named.is_either:
            if not any(_no_name(lists).fullmatch(unit) for unit in units):
                return named
        elif names.are_of_an_optic(named, lists):
            return named._replace(is_either=True)
        elif names.are_substances(units):
            return named
    return None


def _chains(raw: str, lists: "WordLists") -> Iterator[Named]:
    """Single names with joints between them, each chain with the text round it."""
    joints = _joints(raw, lists)
    while joints:
        first, *joints = joints
        start = _LAST_NAME.search(raw, max(0, first.start - LONGEST_NAME), first.start)
        if start is None:
            continue
        units, at, is_either = [start[0]], first.end, first.is_word
        while unit := _NAME.match(raw, at, joints[0].start if joints else len(raw)):
            units.append(unit[0])
            at = unit.end()
            if not joints or joints[0].start != at:
                break
            at, is_either = joints[0].end, is_either or joints[0].is_word
            del joints[0]
        yield Named(raw[: start.start()], tuple(units), raw[at:], is_either)


class _Joint(NamedTuple):
    start: int
    end: int
    is_word: bool


def _joints(raw: str, lists: "WordLists") -> list[_Joint]:
    """The strokes and words for "or" of a text, with the blanks round them."""
    found = [(match.start(), match.end(), False) for match in _STROKE.finditer(raw)]
    if _either(lists).search(raw):
        found += [(match.start(), match.end(), True) for match in _word(lists).finditer(raw)]
    joints = []
    for start, end, is_word in sorted(found):
        before = len(raw[:start].rstrip()) if raw[start - 1 : start].isspace() else start
        behind = _BLANKS.match(raw, end)
        joints.append(_Joint(before, behind.end() if behind else end, is_word))
    return joints


@lru_cache(maxsize=4)
def _word(lists: "WordLists") -> re.Pattern[str]:
    return re.compile(lists.any_word_of("either", r"(?<=[\s-])", r"(?=\s)"), re.IGNORECASE)


@lru_cache(maxsize=4)
def _no_name(lists: "WordLists") -> re.Pattern[str]:
    limits = (term.split()[-1] for name in ("or-less", "or-more") for term in lists.terms[name])
    words = "|".join((*map(re.escape, limits), lists.any_of("either-alike")))
    return re.compile(rf"(?:{words})\W*", re.IGNORECASE)


class Names:
    """What single names say, each read once."""

    def __init__(self, knowledge: "Knowledge") -> None:
        self.reader = TextReader(lexicon_of(knowledge), None)
        self._families = knowledge.families
        self._known: dict[str, tuple[bool, bool]] = {}

    def are_substances(self, units: Sequence[str]) -> bool:
        """Whether each name says something and one of them names a substance, a magnet or a battery.
        Symbols of elements alone are what one thing is made of: Sm/Co, Fe/Nd/B."""
        if all(_SYMBOL.fullmatch(unit) for unit in units):
            return False
        said = [self._said(unit) for unit in units]
        return all(says for says, _ in said) and any(names for _, names in said)

    def are_of_an_optic(self, named: Named, lists: "WordLists") -> bool:
        """Whether the names are materials of a lens or window that stands before or behind them."""
        *firsts, last = (unit.rstrip("-").casefold() for unit in named.units)
        materials = {term.casefold() for term in lists.terms["optic-material"]}
        if not materials.issuperset(firsts):
            return False
        behind = f"{named.units[-1]}{named.behind}"
        return self._is_optic(behind) or (last in materials and self._is_optic(named.before))

    def _is_optic(self, text: str) -> bool:
        family = self._families.get(self.reader.read(text).head or "")
        return family is not None and family.form == "optics"

    def _said(self, unit: str) -> tuple[bool, bool]:
        """Whether a name says anything, and whether it names a substance, a magnet or a battery."""
        if unit not in self._known:
            reading = self.reader.read(unit)
            family = self._families.get(reading.head or "")
            names = bool(reading.substance or reading.elements or reading.hints or reading.grades)
            is_known = _SYMBOL.fullmatch(unit) is not None or reading != NOTHING
            has_form = family is not None and family.form in _WITH_MARK
            self._known[unit] = (is_known, names or has_form)
        return self._known[unit]


def variants_of(named: Named, reader: TextReader) -> tuple[str, ...]:
    """The line with one of its names at a time."""
    before, units, behind, _ = named
    last = units[-1]
    found: list[str] = []
    for unit in units[:-1]:
        stem = unit.rstrip("-")
        joint = "" if UNSPACED.search(stem) else "-"
        found += [f"{before}{stem}{joint}{tail}{behind}" for tail in _tails(last, reader)]
        found.append(f"{before}{unit}{behind}")
    found.append(f"{before}{last}{behind}")
    return tuple(dict.fromkeys(text.strip() for text in found if text.strip()))


def sides_of(named: Named) -> tuple[str, ...]:
    """Each side of a word for "or": "lithium ion or nickel metal hydride battery", whose names have
    several words. The first side also with the last word of the line."""
    if not named.is_either:
        return ()
    left, right = f"{named.before}{named.units[0]}", f"{' '.join(named.units[1:])}{named.behind}"
    *_, last = right.split()
    return (left, right, f"{left} {last}") if last != right else (left, right)


def _tails(last: str, reader: TextReader) -> tuple[str, ...]:
    """What two names share that is written once: "Ferrit- oder NdFeB-Magnet", "... Neodymmagnet"."""
    _, hyphen, tail = last.partition("-")
    if hyphen and len(tail) >= _LEAST_TAIL:
        return (tail,)
    least = _LEAST_SIGNS if UNSPACED.search(last) else _LEAST_TAIL
    ends = (last[at:] for at in range(1, len(last) - least + 1))
    known = next((end for end in ends if _is_word(end, reader)), None)
    return (known,) if known else ()


def _is_word(end: str, reader: TextReader) -> bool:
    return end.casefold() in {word.casefold() for word in reader.read(end).words}


def _settled(cells: Sequence[str | None], named: Named) -> bool:
    """Whether another cell of the row says which of the names it is. ``cells``: as in _SETTLING."""
    material, *exact = cells
    said = (material or "").casefold()
    return any(exact) or sum(unit.strip("- ").casefold() in said for unit in named.units) == 1


def _others(
    matches: Spread[Match],
    asked: list[tuple[tuple[int, int], int, Named]],
    read: Callable[[list[tuple[int, str]]], Spread[Match]],
    reader: TextReader,
) -> dict[tuple[int, int], tuple[Match, ...]]:
    """Per line and what it was read as: what else it may be. ``read``: the matches of parts with
    another description. The sides of a line are read where its single names tell nothing else."""
    found: dict[tuple[int, int], tuple[Match, ...]] = {}
    for is_whole, texts_of in ((True, lambda one: variants_of(one, reader)), (False, sides_of)):
        rows = [
            (key, part, named, text)
            for key, part, named in asked
            if key not in found
            for text in texts_of(named)
        ]
        seen = read([(part, text) for _, part, _, text in rows])
        for place, (key, part, named, text) in enumerate(rows):
            other, known = seen[place], found.get(key, ())
            if other.outcome == "none":
                if not is_whole:
                    continue
                other = replace(other, words=(text,))
            is_new = all(_what(other) != _what(before) for before in known)
            if is_new and _may_be(matches[part], other, named):
                found[key] = (*known, other)
    return found


def _described_anew(
    parts: PartTable, knowledge: "Knowledge", on: date | None
) -> Callable[[list[tuple[int, str]]], Spread[Match]]:
    """Reads rows of the list with another description."""

    def read(asked: list[tuple[int, str]]) -> Spread[Match]:
        rows = [part for part, _ in asked]
        frame = parts.frame.iloc[rows].reset_index(drop=True)
        frame["description"] = np.array([text for _, text in asked], dtype=object)
        substances = {
            place: parts.substances[part]
            for place, part in enumerate(rows)
            if part in parts.substances
        }
        return match_parts(PartTable(frame, substances=substances), knowledge, on)

    return read


def _may_be(own: Match, other: Match, named: Named) -> bool:
    """Whether the line may be the other thing as well: one that is known, and of the same form or a
    substance like the first. Beside one that is listed, what nobody knows is another thing too. A stroke
    may also join a layer and what it lies on, so it takes nothing away: only what a control may reach
    counts. A line that begins with its names is any of them."""
    if other.outcome == "none":
        return named.is_either and bool(own.minerals or own.listed_probability > SELDOM_LISTED)
    if other.outcome != "sure" or _what(own) == _what(other):
        return False
    if not other.may_be_listed and not (named.is_either and own.may_be_listed):
        return False
    if own.form == other.form:
        is_layer = own.may_be_listed and own.material and other.material is None
        return named.is_either or (own.form in _WITH_MARK and not is_layer)
    both = own.form in _SUBSTANCES and other.form in _SUBSTANCES
    alone = not f"{named.before}{named.behind}".strip()
    is_magnet_too = alone and other.form == "magnet"  # "Screw/Magnet"
    return both or is_magnet_too or (named.is_either and not named.before.strip())


def _what(match: Match) -> tuple[object, ...]:
    """What of a match tells two things apart."""
    return match.family, match.form, match.material, match.grade, match.elements, match.minerals


def _beside(
    matches: Spread[Match],
    told: "np.ndarray[tuple[int], np.dtype[np.int32]]",
    firsts: dict[tuple[int, int], int],
    others: dict[tuple[int, int], tuple[Match, ...]],
) -> Spread[Match]:
    """The matches of those lines with what else they may be. ``told``: what each row says."""
    if not others:
        return matches
    kinds, of = list(matches.kinds), matches.of.copy()
    for (row, kind), found in others.items():
        own = matches[firsts[row, kind]]
        of[(told == row) & (matches.of == kind)] = len(kinds)
        kinds.append(replace(own, alternatives=found))
    return Spread(tuple(kinds), of)
