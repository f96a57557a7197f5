"""One walk through the words found in a text: which of them name the line and which describe it.

A comma ends a phrase, brackets open an aside, and what stands after "for", "with" or "without" no
longer names the line.
"""

from typing import TYPE_CHECKING, Any

from desktop_app.matching.conclusion import conclude
from desktop_app.matching.edges import (
    THING_KINDS,
    UNKNOWN_NOUN,
    before_short_word,
    behind_unknown,
    behind_unknown_phrase,
    belongs_to_unknown,
    ends_phrase,
    is_amount,
    is_length,
    is_measure,
    is_metres,
    is_of_engine,
    is_of_state,
    joined_to,
    runs_into_noun,
    runs_on,
    stem_length,
    written_in_one,
)
from desktop_app.matching.head_noun import (
    BEARING_KINDS,
    Thing,
    is_magnet,
    is_ordinary,
)
from desktop_app.matching.lexicon import Word
from desktop_app.matching.mere_nouns import is_platform
from desktop_app.matching.phrase_order import (
    freed_before,
    take_nouns_back,
    taken_back,
)
from desktop_app.matching.said import (
    LOOSE_HINTS,
    MAGNET_HINTS,
    Reading,
    stands_for_magnet,
)
from desktop_app.matching.zones import ASIDE, FOR, HEAD, INSIDE, WITHOUT

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_NAMING = frozenset({"element", "substance"})
"""Kinds of words that say what is in a line; of the others it depends on the line whether they do."""
_NAMES = frozenset({"series", "grade", "substance"})
"""Of a model, a magnet, a chemical."""
_LINK_ZONES = {"with": INSIDE, "for": FOR, "without": WITHOUT}


class Walk:
    """Walks once through the found words of a normalised text, ``raw`` as written."""

    def __init__(self, text: str, raw: str, lists: "WordLists") -> None:
        self.text = text
        self.lists = lists
        self.roles = lists.roles
        self.raw = raw
        self.zone = HEAD
        self.before_aside: int | None = None
        self.phrases: list[list[Thing]] = [[]]
        self.aside: list[Thing] = []
        self.inside: list[Thing] = []
        self.hints: set[str] = set()
        self.purposes: set[str] = set()
        self.gathered: dict[str, list[str]] = {}
        self.words: list[str] = []
        self.telling: dict[str, str] = {}
        self.noun_first: set[int] = set()
        self.spare: Thing | None = None
        self.unended: Thing | None = None
        self.unnamed = self.unknown_first = False
        self.nameless = self.for_unknown = False
        self.run_on: set[int] = set()
        self.missing: set[str] = set()
        self.with_magnet = False
        self.named_at = 0
        self.zones: dict[str, int] = {}
        self.hinted: tuple[Word | None, int] = (None, 0)
        self.sized = False
        self.of_engine = False
        self.freed: list[str] = []
        self.of_firm: list[tuple[str, str]] = []
        self.substance_first = False
        self.series_first = False
        self.said_at: int | None = None

    def read(self, found: list[Any], shares: tuple[tuple[str, float], ...]) -> Reading:
        """What the text says by its found words and by the mass percents that it states."""
        for place, (end, (length, word)) in enumerate(found):
            kind = word.kind
            if kind in THING_KINDS:
                self._named_thing(found, place)
            elif kind in ("mark", "link"):
                if not any(self.phrases):
                    self._starts(word, found, place)
                self._link(word, end - length + 1)
            elif self.zone == WITHOUT:
                if kind == "element":
                    self.freed.append(word.value)
            elif kind == "tail":
                self._tail(word, found, place)
            elif kind == "hint":
                if self.zone == FOR:
                    self.purposes.add(f"@{word.value}")
                else:
                    self._hint(word, length)
                    self.hinted = (word, end)
            elif not self._says_nothing(word):
                self.substance_first |= not any(self.phrases) and is_of_state(found, place)
                self.sized |= word.value == "Nd" and stands_for_magnet(self.text, length)
                self.gathered.setdefault(kind, []).append(word.value)
                self.series_first |= kind == "series" and not any(self.phrases)
                self.words.append(word.text)
                if kind in _NAMING:
                    self.named_at, self.zones[word.value] = end, self.zone
                else:
                    self.telling[word.text] = kind
            self._notes_name(end)
        return conclude(self, shares)

    def _says_nothing(self, word: Word) -> bool:
        """Whether a word is of a firm, a length, or of what only comes with the thing."""
        if word.kind == "pack":
            return self._is_pack_beside()
        return word.kind == "brand" or is_length(word, self.raw)

    def _is_pack_beside(self) -> bool:
        """Whether a kit stands behind "with" of a thing that bears: whatever is in it, the thing is
        bought too ("catalytic converter with mounting kit")."""
        phrase = self.phrases[-1]
        return (
            self.zone == INSIDE
            and bool(phrase)
            and all(t.word.kind in BEARING_KINDS for t in phrase)
        )

    def _notes_name(self, end: int) -> None:
        """Notes where a line is first named without a noun."""
        if self.said_at is None and self.zone == HEAD and not any(self.phrases):
            self.said_at = end if self.is_named() else None

    def _named_thing(self, found: list[Any], place: int) -> None:
        """A thing, unless it is the vessel of a stated amount of what was named before it."""
        end, (length, word) = found[place]
        start = end - length + 1
        named = self.words or self.gathered or any(self.phrases)
        is_vessel = word.kind == "shape" and word.value == self.roles.package
        if is_vessel and named and is_measure(self.text, start, end, self.lists):
            return
        if is_amount(word, self.text, start, self.raw, self.roles):
            return
        if self._is_called_inverter(word):
            self.hints.add("inverter")
            return
        has_accessories = word.value in self.roles.bought_with_accessories
        into_noun = has_accessories and runs_into_noun(self.text, found, place, self.raw)
        if into_noun or runs_on(self.text, found, place, self.raw):
            self.run_on.add(end)
        thing = Thing(start, end, word)
        self.of_engine |= is_of_engine(self.text, found, place, self.lists)
        is_head = self.zone == HEAD
        if is_head and self.is_one(thing) and joined_to(self.text, start, end, self.raw):
            self._without_ordinary(start)
        elif is_head and word.kind == "family":
            self._without_joined(found, place)
        self._thing(thing)

    def _is_called_inverter(self, word: Word) -> bool:
        """Whether a word for a drive says of a machine named before it how it is driven: a washing machine
        "motor inverter" is no inverter."""
        if self.zone != HEAD or word.text not in self.lists.of("inverter"):
            return False
        return any(t.word.value in self.roles.inverter_driven for t in self.phrases[-1])

    def is_one(self, thing: Thing) -> bool:
        """Whether a thing is a magnet."""
        return is_magnet(thing, self.roles)

    def _without_ordinary(self, start: int) -> None:
        """Takes back the ordinary nouns that a magnet behind them is joined to: a door stop magnet."""
        phrase = self.phrases[-1]
        while phrase and is_ordinary(phrase[-1]) and " " not in self.text[phrase[-1].end : start]:
            self.spare = phrase.pop()

    def _without_joined(self, found: list[Any], place: int) -> None:
        """Takes back the ordinary nouns that a part behind them is written in one with: in 窗帘电机 the
        curtain is what the motor is for."""
        reach = written_in_one(self.text, found, place, self.raw)
        if not reach:
            return
        end, (length, _) = found[place - reach]
        phrase = self.phrases[-1]
        while phrase and is_ordinary(phrase[-1]) and phrase[-1].start > end - length:
            self.spare = phrase.pop()

    def _hint(self, word: Word, length: int) -> None:
        self.hints.add(word.value)
        self.hints.update(said for said in MAGNET_HINTS if word.value.startswith(said))
        self.words.append(word.text)
        self.telling[word.text] = word.value
        self.with_magnet |= self.zone == INSIDE and word.value in MAGNET_HINTS
        if word.value in LOOSE_HINTS and stands_for_magnet(self.text, length):
            self.hints.add("ndfeb")

    def _tail(self, word: Word, found: list[Any], place: int) -> None:
        """A word that names a thing where it ends a phrase, and else refines it."""
        end, (length, _) = found[place]
        self.hints.add(word.value.rpartition("-")[2])
        named = Thing(end - length + 1, end, word._replace(kind="family"))
        ends = ends_phrase(self.text, found, place, self.roles)
        if ends and not word.text.isascii():
            self.unended = self.unended or named  # 伺服 750W 驱动器 is a drive
        elif ends:
            self.unnamed |= not any(self.phrases) and behind_unknown_phrase(self.text, found, place)
            self._thing(named)
        elif self.zone == HEAD and (
            before_short_word(self.text, end) or self._is_before_platform(found, place)
        ):
            self.unended = self.unended or named

    def _is_before_platform(self, found: list[Any], place: int) -> bool:
        """Whether the board that a thing is sold for follows it: servo Arduino."""
        return place + 1 < len(found) and is_platform(found[place + 1][1][1], self.lists)

    def _starts(self, word: Word, found: list[Any], place: int) -> None:
        """Notes an unknown word before the first "of", "à" or "with": it may be the thing itself."""
        if word.value == "of" and belongs_to_unknown(self.text, found, place):
            self.unnamed = True
        elif word.value == "to" and behind_unknown(self.text, found, place):
            self.unknown_first = True
        elif word.value == "with":
            self.nameless |= behind_unknown(self.text, found, place, UNKNOWN_NOUN)
        elif word.value == "for":
            self.for_unknown |= behind_unknown(self.text, found, place, UNKNOWN_NOUN)

    def _thing(self, thing: Thing) -> None:
        if self.zone not in (WITHOUT, INSIDE):
            self.purposes.add(f"@{thing.word.value}")
        if self.zone in (HEAD, ASIDE) and thing.word.text in self.lists.of("comes-with"):
            self.inside.append(thing)
            self.hints.add("permanentmagnet")
        elif self.zone == HEAD:
            self.phrases[-1].append(thing)
        elif self.zone == ASIDE:
            self.aside.append(thing)
        elif self.zone == INSIDE:
            self.inside.append(thing)
            if thing.word.kind in BEARING_KINDS:
                self.words.append(thing.word.text)
        elif self.zone == WITHOUT:
            self.missing.add(thing.word.value)

    def _link(self, word: Word, place: int) -> None:
        """What follows a mark or a word such as "for" no longer names the line."""
        value = word.value
        if self.before_aside is not None:
            self._link_aside(value)
        elif is_metres(word, self.text, place):
            return
        elif value == "phrase":
            self.zone = HEAD
            self.phrases.append([])
        elif value == "open":
            self.before_aside, self.zone = self.zone, ASIDE
        elif value == "back_element":
            self.freed += freed_before(self, place)
        elif value == "back_firm":
            self.of_firm += taken_back(self, place)
        elif value in ("back", "back_with", "back_without"):
            take_nouns_back(self, value, place, stem_length(word, self.raw))
        elif value == "resume" and self.zone == INSIDE:
            self.zone = HEAD
        elif value in ("of", "to"):
            self.noun_first.add(len(self.phrases))
        elif value in _LINK_ZONES and (
            any(self.phrases)
            or self.is_named()
            or (len(word.text) > 1 and word.text not in self.lists.of("joins-things"))
        ):
            self.zone = _LINK_ZONES[value]
            if word.noun_first and word.text not in self.lists.of("two-languages"):
                self.noun_first.add(len(self.phrases))

    def _link_aside(self, value: str) -> None:
        """The same in brackets, where a phrase ends what such a word reaches."""
        if value == "close":
            self.zone, self.before_aside = self.before_aside or HEAD, None
        elif value == "phrase":
            self.zone = ASIDE
        elif value in _LINK_ZONES:
            self.zone = _LINK_ZONES[value]
        elif value in ("back", "back_with"):
            self.inside += self.aside[-1:] if value == "back_with" else []
            del self.aside[-1:]

    def is_named(self) -> bool:
        """Whether the line is named without a noun, so that what it comes with or in is not what it is."""
        said = self.gathered.keys()
        named = self.unended or said & _NAMES or {"element", "state"} <= said
        return bool(named) or self.names_magnet()

    def names_magnet(self) -> bool:
        """Whether the line names a magnet material, if by its neodymium beside a grade, a size or the
        word magnetic."""
        is_nd = "Nd" in self.gathered.get("element", ()) and "state" not in self.gathered
        is_bought = "grade" in self.gathered or self.sized or "magnetic" in self.hints
        return bool((is_nd and is_bought) or self.hints & MAGNET_HINTS)
