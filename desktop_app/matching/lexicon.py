"""All words of all languages, built once per knowledge."""

import pickle
import re
from array import array
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import daachorse

from desktop_app.compiled import beside_byte_code, compiled, fingerprint
from desktop_app.language.usual_spellings import tables_of_spellings
from desktop_app.matching.grade_spellings import grade_spellings
from desktop_app.matching.inflected import inflected
from desktop_app.matching.normal import Letters, normalise
from desktop_app.matching.search import Search
from desktop_app.matching.tongues import COMPOUNDING_LANGUAGES, Tongues
from desktop_app.model.match import RARE_EARTHS

if TYPE_CHECKING:
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge, Term
    from desktop_app.register.word_lists import WordLists

T = TypeVar("T")
_SUBSTRING_LANGUAGES = ("ja", "zh", "ko")
STUFF_FORMS = (
    "metal", "alloy", "oxide", "compound", "ceramic", "crystal", "fibre", "powder", "target",
    "ore", "phosphor",
)  # fmt: skip
"""Forms that are a material: a plate, ball or tube of it is still that material."""


def _keeps_its_name(family: "PartFamily") -> bool:
    """Whether a ball, plate or ring of it is still it: a material, or a ware named after its mineral,
    such as tungsten carbide."""
    return is_stuff(family) or bool(family.minerals and family.form in ("tool", "optics"))


def is_stuff(family: "PartFamily") -> bool:
    """Whether a family is a material rather than a thing, so that a plate of it is still it."""
    return family.form in STUFF_FORMS or (
        family.material is not None and family.form in ("mixture", "other")
    )


_NOUN_FIRST_LANGUAGES = frozenset({"fr", "es", "it", "pt", "fa", "pl", "ar"})
_LEAST_COMPOUND = 5
"""Shorter words end too many words of other languages ("Lack" in "black")."""
_ANY_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u3040-\u9fff]{2,}|[\uac00-\ud7a3]{2,}")
"""A word of two signs or more of Chinese, Japanese or Korean."""
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_UMLAUTS = frozenset("äöüÄÖÜ")
_KINDS_BY_RANK = (
    "claim", "substance", "family", "stuff", "shape", "other", "grade", "series", "tail", "weak", "matter", "hint",
    "element", "state", "pack", "link", "mark", "brand", "second",
)  # fmt: skip
"""Which meaning counts where one spelling has several."""
FIGURES = frozenset("0123456789")
_TO_ZERO = Letters({ord(figure): "0" for figure in FIGURES})
_RANKS = {kind: rank for rank, kind in enumerate(_KINDS_BY_RANK)}
_RARE_EARTHS = frozenset(RARE_EARTHS)


class Word(NamedTuple):
    """What a found spelling says. ``noun_first``: of a language whose head noun comes first; ``either``:
    it is spelled so there as well ("motor brushless").
    ``number`` tells words apart quickly. ``elements``: rare earths that the name of a material
    itself names, as "Gd target" does."""

    kind: str
    value: str
    text: str
    noun_first: bool
    number: int
    elements: tuple[str, ...] = ()
    either: bool = False


class _Search(NamedTuple):
    """What the search runs on, as it is kept between runs. Place ``i`` of ``lengths`` and ``named`` is
    spelling ``i``: its length and where its word begins in ``packed``, where it is made a word only once
    it is found: a list says few of the many. ``told``: for each spelling with
    noughts for its figures those that make it one, with blanks between."""

    spellings: Search
    figures: Search
    lengths: "array[int]"
    named: "array[int]"
    packed: bytes
    told: list[str]


class Figures(NamedTuple):
    """A place in a normalised text, ``start`` to before ``end``, and the ``known`` figures with which what
    stands there is a spelling."""

    start: int
    end: int
    known: frozenset[str]


class _Made(dict[int, T]):
    """What was asked for so far, by its number."""

    def __init__(self, make: Callable[[int], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, number: int) -> T:
        found = self[number] = self._make(number)
        return found


class Lexicon:
    """Finds the longest known spellings in normalised texts.

    ``mark``: stands for just these spellings; what is built of them is kept between runs then."""

    def __init__(
        self, spelled: "Callable[[], _Spelled]", lists: "WordLists", mark: str = ""
    ) -> None:
        self._spell, self.lists, self.mark = spelled, lists, mark
        self._words = _Made(self._word)
        self._known = _Made(self._known_of)
        self._told = _Made(self._told_of)

    @cached_property
    def _spelled(self) -> "_Spelled":
        return self._spell()

    @property
    def words(self) -> dict[str, Word]:
        """All spellings with what each says."""
        return self._spelled[0]

    @property
    def tokens(self) -> frozenset[str]:
        """Every single word of the spellings."""
        return self._spelled[2]

    @cached_property
    def _search(self) -> _Search:
        if not self.mark:
            return self._built()
        known = Path(daachorse.__file__).stat()
        mark = f"{self.mark} {known.st_size} {known.st_mtime_ns}"
        return beside_byte_code("search", __file__, mark, self._built)

    def _built(self) -> _Search:
        words, figures, _ = self._spelled
        told: dict[str, list[str]] = {spelling: [] for spelling in figures}
        for spelling in words:
            if not FIGURES.isdisjoint(spelling):
                told[spelling.translate(_TO_ZERO)].append(
                    "".join(sign for sign in spelling if sign in FIGURES)
                )
        places: dict[int, int] = {}
        packed = bytearray()
        for word in words.values():
            if id(word) not in places:
                places[id(word)] = len(packed)
                packed += pickle.dumps(tuple(word), pickle.HIGHEST_PROTOCOL)
        return _Search(
            Search(words, longest=True),
            Search(told, longest=False),
            array("i", map(len, words)),
            array("i", (places[id(word)] for word in words.values())),
            bytes(packed),
            [" ".join(of_one) for of_one in told.values()],
        )

    def prepare(self) -> None:
        """Builds now what would be built for the first text."""
        _ = self._search

    def iter_long(self, text: str) -> list[tuple[int, tuple[int, Word]]]:
        """(end, (length, word)) of each spelling found, in order."""
        known = self._known
        return [(end - 1, known[n]) for _, end, n in self._search.spellings.find(text)]

    def _known_of(self, number: int) -> tuple[int, Word]:
        return self._search.lengths[number], self._words[self._search.named[number]]

    def _word(self, place: int) -> Word:
        packed = memoryview(self._search.packed)[place:]  # a pickle tells where it ends
        return Word(*pickle.loads(packed))  # noqa: S301 - as byte-code is

    def figures_at(self, text: str) -> list[Figures]:
        """Where a text has spellings with a figure in them, or would have one with other figures."""
        told = self._told
        found = self._search.figures.find(text.translate(_TO_ZERO))
        return [Figures(start, end, told[n]) for start, end, n in found]

    def _told_of(self, number: int) -> frozenset[str]:
        return frozenset(self._search.told[number].split())


_Spelled = tuple[dict[str, Word], tuple[str, ...], frozenset[str]]
"""All spellings, those with figures, as noughts, and every word of them long enough to be misspelled."""
_TOKEN = re.compile(r"[a-z]{6,}")


@lru_cache(maxsize=4)
def lexicon_of(knowledge: "Knowledge") -> "Lexicon":
    """The spellings of a knowledge, built once; those of the shipped one are kept between runs."""
    if not knowledge.mark:
        return Lexicon(lambda: _spelled_out(knowledge), knowledge.word_lists)
    mark = f"{knowledge.mark} {fingerprint(tables_of_spellings(), ('matching', 'language'))}"
    return Lexicon(
        lambda: compiled("lexicon", mark, lambda: _spelled_out(knowledge)),
        knowledge.word_lists,
        mark,
    )


def _spelled_out(knowledge: "Knowledge") -> _Spelled:
    found: dict[str, Word] = {}
    shared: set[str] = set()
    numbers = count()
    names = _names_of_elements(knowledge.terms)
    romance = _romance(knowledge.word_lists)
    tongues = Tongues(knowledge.terms, knowledge.plurals, romance)
    inflections: list[tuple[list[str], Word]] = []
    for term in knowledge.terms:
        kind = term.kind
        elements: tuple[str, ...] = ()
        if kind == "family" and _keeps_its_name(knowledge.families[term.value]):
            kind, elements = "stuff", _elements_in(term, knowledge.families[term.value], names)
        noun_first = term.language in _NOUN_FIRST_LANGUAGES or bool(
            term.language == "any" and romance(term.text)
        )
        word = Word(kind, term.value, term.text, noun_first, next(numbers), elements)
        given, other_forms = _spellings(term, tongues)
        _keep_all(found, given, word, shared)
        inflections.append((other_forms, word))
    for forms, word in inflections:  # later: of two equal meanings the one that is given so stays
        _keep_all(found, forms, word, shared)
    for grade in knowledge.grades:
        word = Word("grade", grade.grade, grade.grade, False, next(numbers))
        _keep_all(found, grade_spellings(grade), word, shared)
    for substance in knowledge.substances.values():
        word = Word("substance", substance.cas, substance.name, False, next(numbers))
        plain = [(name, normalise(name)) for name in substance.names]
        _keep_all(
            found, [to if name[0].isascii() else to.strip() for name, to in plain], word, shared
        )
    for mark, link in ((",", "phrase"), (";", "phrase"), ("|", "phrase"), ("(", "open"),
                       (")", "close"), ("[", "open"), ("]", "close"), ("+", "with"), ("&", "and")):  # fmt: skip
        found[f" {mark} "] = Word("mark", link, mark, False, next(numbers))
    for spelling in shared:
        if _leads(spelling, found):
            found[spelling] = found[spelling]._replace(either=True)
    figures = (text.translate(_TO_ZERO) for text in found if not FIGURES.isdisjoint(text))
    tokens = frozenset(_TOKEN.findall("\n".join(found)))
    return found, tuple(dict.fromkeys(figures)), tokens


def _romance(lists: "WordLists") -> "Callable[[str], bool]":
    """What tells a French, Spanish or Italian term among those given for any language."""
    words, endings = lists.of("romance"), lists.any_of("romance-ending")
    letters = re.compile(rf"[áàéèêíîóôúûñç]|\w\w(?:{endings})\b", re.IGNORECASE)

    def is_romance(text: str) -> bool:
        said = _ANY_WORD.findall(text.lower())
        return letters.search(text) is not None or not words.isdisjoint(said)

    return is_romance


def _names_of_elements(terms: "Iterable[Term]") -> "Callable[[str], set[str]]":
    """Symbols of the elements that a normalised text names."""
    symbols: dict[str, tuple[str, ...]] = {}
    for term in terms:
        if term.kind == "element":
            name = normalise(term.text).strip()
            symbols[name] = (*symbols.get(name, ()), term.value)
    search, named = Search(symbols, longest=False), list(symbols.values())
    return lambda text: {symbol for _, _, at in search.find(text) for symbol in named[at]}


def _elements_in(
    term: "Term", family: "PartFamily", names: "Callable[[str], set[str]]"
) -> tuple[str, ...]:
    """Rare earths of a material that its own name names, by name or as a symbol of a formula."""
    held = {share.symbol for share in family.content} & _RARE_EARTHS
    if not held and not family.content and not family.minerals and family.probability[1] == 1:
        held = set(RARE_EARTHS)  # a family of any compound or alloy: its name says of which element
    if not held:
        return ()
    named = names(normalise(term.text))
    named.update(_SYMBOL.findall(term.text))
    return tuple(symbol for symbol in RARE_EARTHS if symbol in named and symbol in held)


def _keep_all(
    found: dict[str, Word], spellings: Iterable[str], word: Word, shared: set[str]
) -> None:
    """The stronger meaning stays; the first of two equal ones. ``shared`` takes up those that a
    language with the head noun first spells so as well."""
    rank = _RANKS[word.kind]
    for spelling in spellings:
        old = found.get(spelling)
        if old is None:
            if spelling.strip():
                found[spelling] = word
        elif rank < _RANKS[old.kind]:
            found[spelling] = word
        elif word.noun_first > old.noun_first and old.value == word.value:
            shared.add(spelling)


def _leads(spelling: str, found: dict[str, Word]) -> bool:
    """Whether the first word of a spelling names a part by itself: motor brushless, but no servo
    motor."""
    first, blank, _ = spelling.lstrip().partition("  ")
    known = found.get(f" {first} ") if blank else None
    return known is not None and known.kind == "family"


def _spellings(term: "Term", tongues: Tongues) -> tuple[list[str], list[str]]:
    """How a term may stand in a normalised text: as it is given, and in its other forms."""
    given: list[str] = []
    others: list[str] = []
    for whole in _variants(term):
        inner = whole[1:-1]
        stays = _as_given(whole, term)
        # A form that joins stands as the end of another word and as a word of its own.
        edges = ("", " ") if term.mode == "compound" or _joins(inner, term) else (" ",)
        given += stays or [f"{edge}{inner} " for edge in edges]
        if not stays:
            forms = inflected(inner, term, tongues)
            others += [f"{edge}{form} " for form in forms for edge in edges]
            seam = tongues.seam(inner, term)
            if seam:
                others += [f" {form[:seam]}  {form[seam:]} " for form in (inner, *forms)]
    return given, others


def _as_given(whole: str, term: "Term") -> list[str]:
    """The spellings of a term that stands as it is; empty for one that has other forms."""
    inner, mode = whole[1:-1], term.mode
    if mode == "exact":
        return [whole]
    if mode == "prefix":
        if term.kind == "series" and inner.isalpha():
            return [whole, *(f" {inner}{digit}" for digit in "0123456789")]
        if term.kind == "brand":
            return [f" {inner}  {digit}" for digit in "0123456789"]
        return [f" {inner}"]
    unspaced = term.language in _SUBSTRING_LANGUAGES or _is_unspaced_hint(inner, term)
    if mode == "compound" and unspaced:
        return [f"{inner} "]
    if mode == "substring" or (not mode and unspaced):
        left = " " if inner[0].isascii() else ""
        right = " " if inner[-1].isascii() else ""
        return [f"{left}{inner}{right}"]
    return []


def _is_unspaced_hint(inner: str, term: "Term") -> bool:
    """Whether a hint given for any language is written in one with what it tells of: 风力 in 风力发电机."""
    return term.kind == "hint" and _UNSPACED.fullmatch(inner) is not None


def _joins(inner: str, term: "Term") -> bool:
    """Whether a term may end a longer word. Its first word counts: an ELEC MOTOR is no EC motor."""
    first = inner.partition("  ")[0]
    of_it = term.language in COMPOUNDING_LANGUAGES and not term.mode
    return of_it and len(first) >= _LEAST_COMPOUND


def _variants(term: "Term") -> list[str]:
    """The normalised term, and with ae, oe, ue where it has umlauts."""
    found = [normalise(term.text)]
    if not _UMLAUTS.isdisjoint(term.text):
        spelled = term.text.lower()
        for letter, pair in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
            spelled = spelled.replace(letter, pair)
        found.append(normalise(spelled))
    return found
