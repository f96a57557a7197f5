"""What one text says: the thing it names, what refines it, grades, elements, claims.

The thing a line is about is its head noun. English, German, Japanese, Chinese and Korean put it
last (servo *cable*), French, Spanish and Italian first (*support* moteur); what stands after "for" or
"with", after a comma or in brackets only describes it.
"""

import re
from typing import Any, NamedTuple

from desktop_app.matching.figures import figure_hints, value_only
from desktop_app.matching.identifiers import stated_shares
from desktop_app.matching.lexicon import Word
from desktop_app.matching.normal import normalise


class Thing(NamedTuple):
    """A named thing and where it stands in the normalised text."""

    start: int
    end: int
    word: Word


class Reading(NamedTuple):
    """What a text says. ``head``/``rival``: family ids; ``is_other``: the head is a thing that
    cannot be a bearing part. ``clear``: nothing speaks against the head. ``inside``: families named
    after "with". ``shares``: stated mass percents. ``words``: what decided, as in the word lists.
    """

    head: str | None = None
    rival: str | None = None
    is_other: bool = False
    clear: bool = True
    series: str | None = None
    hints: frozenset[str] = frozenset()
    inside: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    substance: str | None = None
    shares: tuple[tuple[str, float], ...] = ()
    claims: frozenset[str] = frozenset()
    kit: bool = False
    words: tuple[str, ...] = ()


NOTHING = Reading()
_HEAD, _INSIDE, _FOR, _WITHOUT, _ASIDE = range(5)
_LINK_ZONES = {"with": _INSIDE, "for": _FOR, "without": _WITHOUT}
_DIGIT = re.compile(r"\d")


def read_text(raw: str, scan: Any) -> Reading:
    """Reads one text with the automaton of ``lexicon_of``."""
    text = normalise(raw)
    found = list(scan.iter_long(text))
    shares = stated_shares(raw) if "%" in raw or "ppm" in raw or "％" in raw else ()
    if not found:
        if not shares:
            return value_only(text, NOTHING)
        return Reading(shares=shares, elements=tuple(symbol for symbol, _ in shares))
    return _Reader(text).read(found, shares)


class _Reader:
    """Walks once through the found words of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.zone = _HEAD
        self.before_aside = _HEAD
        self.phrases: list[list[Thing]] = [[]]
        self.aside: list[Thing] = []
        self.inside: list[str] = []
        self.hints: set[str] = set()
        self.gathered: dict[str, list[str]] = {}
        self.words: list[str] = []
        self.noun_first = False

    def read(self, found: list[Any], shares: tuple[tuple[str, float], ...]) -> Reading:
        for end, (length, word) in found:
            kind = word.kind
            if kind in ("family", "other", "weak"):
                self._thing(Thing(end - length + 1, end, word))
            elif kind in ("mark", "link"):
                self._link(word)
            elif self.zone == _WITHOUT:
                continue
            elif kind == "hint":
                if self.zone != _FOR:
                    self.hints.add(word.value)
                    self.words.append(word.text)
            else:
                self.gathered.setdefault(kind, []).append(word.value)
                self.words.append(word.text)
        return self._conclude(shares)

    def _thing(self, thing: Thing) -> None:
        if self.zone == _HEAD:
            self.phrases[-1].append(thing)
        elif self.zone == _ASIDE:
            self.aside.append(thing)
        elif self.zone == _INSIDE and thing.word.kind == "family":
            self.inside.append(thing.word.value)
            self.words.append(thing.word.text)

    def _link(self, word: Word) -> None:
        value = word.value
        if value == "phrase":
            if self.zone != _ASIDE:
                self.zone = _HEAD
                self.phrases.append([])
        elif value == "open":
            if self.zone != _ASIDE:
                self.before_aside, self.zone = self.zone, _ASIDE
        elif value == "close":
            if self.zone == _ASIDE:
                self.zone = self.before_aside
        elif value == "back":
            self.phrases[-1].clear()
        elif value == "of":
            self.noun_first = True
        elif value in _LINK_ZONES and self.zone != _ASIDE:
            self.zone = _LINK_ZONES[value]
            self.noun_first = self.noun_first or word.noun_first

    def _conclude(self, shares: tuple[tuple[str, float], ...]) -> Reading:
        things = next((phrase for phrase in self.phrases if phrase), None)
        gathered = self.gathered
        base = Reading(
            hints=frozenset(self.hints),
            inside=tuple(self.inside),
            series=next(iter(gathered.get("series", ())), None),
            grades=tuple(dict.fromkeys(gathered.get("grade", ()))),
            elements=tuple(dict.fromkeys([*gathered.get("element", ()), *(s for s, _ in shares)])),
            states=frozenset(gathered.get("state", ())),
            substance=next(iter(gathered.get("substance", ())), None),
            shares=shares,
            claims=frozenset(gathered.get("claim", ())),
            kit="pack" in gathered,
        )
        if things is None:
            if self.aside:
                head, _rival, _clear = self._choose(self.aside)
                return self._named(base, head, None, clear=False)
            return value_only(self.text, base._replace(words=tuple(dict.fromkeys(self.words))))
        head, rival, clear = self._choose(things)
        return self._named(base, head, rival, clear)

    def _named(self, base: Reading, head: Thing, rival: Thing | None, clear: bool) -> Reading:
        other = head.word.kind != "family"
        hints = base.hints if other else base.hints | figure_hints(self.text, head.word.value)
        return base._replace(
            head=head.word.value,
            rival=rival.word.value if rival and rival.word.value != head.word.value else None,
            is_other=other,
            clear=clear,
            hints=hints,
            words=tuple(dict.fromkeys([head.word.text, *self.words])),
        )

    def _choose(self, things: list[Thing]) -> tuple[Thing, Thing | None, bool]:
        """(head, rival, clear) of the things of one phrase."""
        first, last = things[0], things[-1]
        if len(things) == 1:
            return first, None, True
        if first.word.kind == "other":
            return first, None, True
        for position, thing in enumerate(things):
            if thing.word.kind != "other":
                continue
            before = things[position - 1]
            if _DIGIT.search(self.text, before.end, thing.start) and before.word.kind == "family":
                head, _, _ = self._choose(things[:position])
                return head, thing, False
            return thing, None, True
        noun_first = self.noun_first or sum(t.word.noun_first for t in things) * 2 > len(things)
        head, rival = (first, last) if noun_first else (last, first)
        between = (min(head.end, rival.end), max(head.start, rival.start))
        doubtful = head.word.kind == "weak" and rival.word.kind == "family"
        if doubtful and _DIGIT.search(self.text, *between):
            return rival, head, False
        return head, rival if rival.word.kind == "family" else None, True
