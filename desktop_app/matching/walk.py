"""One walk through the words found in a text: which of them name the line and which describe it.

A comma ends a phrase, brackets open an aside, and what stands after "for", "with" or "without" no
longer names the line.
"""

from typing import TYPE_CHECKING, Any

from desktop_app.matching.edges import (
    THING_KINDS,
    UNKNOWN_NOUN,
    before_short_word,
    behind_unknown,
    belongs_to_unknown,
    ends_phrase,
    is_amount,
    is_length,
    is_measure,
    is_metres,
    is_of_engine,
    is_of_state,
    joined_to,
    runs_on,
    stem_length,
    written_in_one,
)
from desktop_app.matching.head_noun import (
    BEARING_KINDS,
    Thing,
    choose,
    is_assembly,
    is_ferrite,
    is_magnet,
    is_of_series,
    is_ordinary,
    made_of_later,
    named_elements,
)
from desktop_app.matching.lexicon import Word
from desktop_app.matching.named_substance import aimed_at, is_of_material, without_aimed
from desktop_app.matching.phrase_order import (
    freed_before,
    is_behind,
    is_led,
    put_back,
    take_nouns_back,
    taken_back,
)
from desktop_app.matching.said import (
    LOOSE_HINTS,
    MAGNET_HINTS,
    Reading,
    names_material,
    stands_for_magnet,
)
from desktop_app.matching.terms_of_sale import without_remarks
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
            elif kind != "brand" and not is_length(word, self.raw):
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
        return self._conclude(shares)

    def _notes_name(self, end: int) -> None:
        """Notes where a line is first named without a noun."""
        if self.said_at is None and self.zone == HEAD and not any(self.phrases):
            self.said_at = end if self._is_named() else None

    def _named_thing(self, found: list[Any], place: int) -> None:
        """A thing, unless it is the vessel of a stated amount of what was named before it."""
        end, (length, word) = found[place]
        start = end - length + 1
        named = self.words or self.gathered or any(self.phrases)
        is_vessel = word.kind == "shape" and word.value == "packaging"
        if is_vessel and named and is_measure(self.text, start, end, self.lists):
            return
        if is_amount(word, self.text, start, self.raw):
            return
        if runs_on(self.text, found, place, self.raw):
            self.run_on.add(end)
        thing = Thing(start, end, word)
        self.of_engine |= is_of_engine(self.text, found, place, self.lists)
        if self.zone == HEAD and is_magnet(thing) and joined_to(self.text, start, end, self.raw):
            self._without_ordinary(start)
        elif self.zone == HEAD and word.kind == "family":
            self._without_joined(found, place)
        self._thing(thing)

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
        if ends_phrase(self.text, found, place) and not word.text.isascii():
            self.unended = self.unended or named  # 伺服 750W 驱动器 is a drive
        elif ends_phrase(self.text, found, place):
            self._thing(named)
        elif self.zone == HEAD and before_short_word(self.text, end):
            self.unended = self.unended or named

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
            or self._is_named()
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

    def _conclude(self, shares: tuple[tuple[str, float], ...]) -> Reading:
        put_back(self)
        without_aimed(self)
        phrases = [phrase for phrase in map(self._without_glue, self._things()) if phrase]
        named = self._is_named()
        phrases = without_remarks(phrases, bool(self.phrases[0]), self.lists) if named else phrases
        if not phrases and self.spare:
            phrases = [[self.spare]]
        gathered = self.gathered
        kinds = {t.word.kind for phrase in phrases for t in phrase}
        things = [t for phrase in (*phrases, self.inside, self.aside) for t in phrase]
        if self.hints & LOOSE_HINTS and names_material(
            (t.word for t in things), self.hints, gathered
        ):
            self.hints.add("ndfeb")
        kinds -= {"matter"} if self.hints & MAGNET_HINTS else set()
        self.unnamed |= self.of_engine and "car" not in self.hints  # what is of a car's is ordinary
        if is_of_material(self, kinds, shares):
            phrases = []
        if (self.series_first and not self.phrases[0]) or self.unended:
            phrases = [p for p in phrases if not is_of_series(p, self.lists)]
        phrases = phrases if self._is_magnet() else made_of_later(phrases)
        base = Reading(
            hints=frozenset(self.hints),
            purposes=frozenset(self.purposes),
            inside=self._named_inside(),
            series=next(iter(gathered.get("series", ())), None),
            grades=tuple(dict.fromkeys(gathered.get("grade", ()))),
            elements=tuple(dict.fromkeys([*gathered.get("element", ()), *(s for s, _ in shares)])),
            states=frozenset(gathered.get("state", ())),
            substance=next(iter(gathered.get("substance", ())), None),
            shares=shares,
            freed=tuple(dict.fromkeys(self.freed)),
            claims=frozenset(gathered.get("claim", ())),
            packs=frozenset(gathered.get("pack", ())),
            telling=tuple(self.telling.items()),
            within=frozenset(name for name, zone in self.zones.items() if zone == INSIDE),
            aimed=aimed_at(self),
        )
        if phrases:
            later = tuple(t.word.value for phrase in (*phrases[1:], self.aside) for t in phrase)
            return self._named(
                base._replace(later=later),
                *choose(self.text, phrases[0], is_led(self, phrases[0]), self.lists),
            )
        if self.unended and "element" not in gathered:
            return self._named(base, self.unended, None, clear=False)
        if self.nameless and not named and self.inside:
            return self._comes_with(base)
        for spare in (self.inside, self.aside):
            if spare and not (named and all(map(is_ordinary, spare))):
                head, rival, _ = choose(self.text, spare, bool(self.noun_first), self.lists)
                found = self._named(base._replace(inside=()), head, rival, clear=False)
                return found._replace(aside_only=True)
        return base._replace(words=tuple(dict.fromkeys(self.words)))

    def _comes_with(self, base: Reading) -> Reading:
        """A thing of an unknown name, by what it comes with: a magnet is in it whatever it is, but
        screws do not make it a screw."""
        if any(map(is_magnet, self.inside)):
            said = tuple(dict.fromkeys(self.words))
            return base._replace(head="mechanical", is_other=True, words=said)
        bearing = [thing for thing in self.inside if not is_ordinary(thing)]
        if not bearing:
            return base._replace(inside=(), words=tuple(dict.fromkeys(self.words)))
        head, rival, _ = choose(self.text, bearing, bool(self.noun_first), self.lists)
        return self._named(base._replace(inside=(), aside_only=True), head, rival, clear=False)

    def _named_inside(self) -> tuple[str, ...]:
        """The bearing things after "with"; a magnet material there is a magnet."""
        named = tuple(t.word.value for t in self.inside if t.word.kind in BEARING_KINDS)
        return named or (("magnet",) if self.with_magnet else ())

    def _things(self) -> list[list[Thing]]:
        """The things named, by phrase. The bare word ferrite, which alone names a bead, beside the
        material of a magnet is a second material of it, so that neither is known."""
        if not self.hints & MAGNET_HINTS and not any(
            is_assembly(t) for one in self.phrases for t in one
        ):
            return self.phrases
        kept = [[t for t in phrase if not is_ferrite(t)] for phrase in self.phrases]
        if kept != self.phrases:
            self.hints.add("ferrite")
        return kept

    def _without_glue(self, phrase: list[Thing]) -> list[Thing]:
        """A phrase of a magnet of a named material without the glue on it: "disco neod. adesivo"."""
        lead = next((one[0] for one in self.phrases if one), None)
        named = any(is_magnet(t) and t.word.value != "magnet" for t in phrase) or self._is_magnet()
        backing = self.lists.of("backing") if named or "grade" in self.gathered else frozenset()
        sticky = backing | self.lists.of("sticky") if named else backing
        return [t for t in phrase if t.word.text not in (backing if t is lead else sticky)]

    def _is_named(self) -> bool:
        """Whether the line is named without a noun, so that what it comes with or in is not what it is."""
        said = self.gathered.keys()
        named = self.unended or said & _NAMES or {"element", "state"} <= said
        return bool(named) or self._is_magnet()

    def _is_magnet(self) -> bool:
        """Whether the line names a magnet material, if by its neodymium beside a grade, a size or the
        word magnetic."""
        is_nd = "Nd" in self.gathered.get("element", ()) and "state" not in self.gathered
        is_bought = "grade" in self.gathered or self.sized or "magnetic" in self.hints
        return bool((is_nd and is_bought) or self.hints & MAGNET_HINTS)

    def _named(self, base: Reading, head: Thing, rival: Thing | None, clear: bool) -> Reading:
        other = head.word.kind not in BEARING_KINDS
        family = head.word.value
        if family.removeprefix("gear").partition("-")[0] in self.missing:
            # without the very thing it is named after: a magnet holder without magnet
            other, family = True, "mechanical"
        beside = [t.word for phrase in self.phrases for t in phrase if t is not head]
        beside = [word for word in beside if word.kind in BEARING_KINDS]
        self.telling |= {word.text: word.value for word in beside}
        return base._replace(
            head=family,
            behind=other and is_behind(self, head),
            elements=tuple(dict.fromkeys((*base.elements, *named_elements(head, rival)))),
            plain=self.unknown_first or head.word.kind in ("matter", "shape"),
            unnamed=self.unnamed or head.end in self.run_on,
            also=tuple(word.value for word in beside),
            rival=rival.word.value if rival and rival.word.value != family else None,
            is_other=other,
            clear=clear,
            words=tuple(dict.fromkeys([head.word.text, *(w.text for w in beside), *self.words])),
            telling=tuple(self.telling.items()),
        )
