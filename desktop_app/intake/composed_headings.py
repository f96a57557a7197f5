"""Headings that nobody wrote down, read from the words they are made of: "Avg use/wk", "Best. frei".

``resources/heading_parts.csv`` gives words their class, such as what counts stock, a month, what is paid;
``resources/heading_rules.csv`` says which classes make which field, and which may stand beside them. A
heading is read only where every one of its words is known and all ways to read it make one field:
"Maximum stock" and "Sales price" have a word that is none of them. A word may be cut ("Verbr."), be
joined from several ("Lieferzeit", "未交数量") or belong to several classes ("Best." is stock or an order).
"""

import csv
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple, TypeAlias

from desktop_app.intake.heading_patterns import FOOTNOTE
from desktop_app.intake.heading_text import normalise, without_brackets
from desktop_app.intake.heading_words import JOINTS, without_accents
from desktop_app.intake.kept_words import kept
from desktop_app.intake.kind_words import words_of_kind
from desktop_app.intake.values import currency_of
from desktop_app.paths import shipped


class Sense(NamedTuple):
    """What a word may be: its class, in which language, and whether it is cut."""

    kind: str
    language: str
    cut: bool = False


Senses: TypeAlias = frozenset[Sense]
SHORTEST_CUT = 3
"""Letters that a cut word keeps at least where no point shows that it is cut. Own judgement."""
SHORTEST_JOINED = 3
"""Letters of a word that is joined to others at least. Own judgement."""
MOST_WORDS = 7
MOST_READINGS = 2048
"""Ways to read one heading that are tried; with more it says too little. Own judgement."""
LONGEST_SAID = 5
"""Words that mean something only together, such as "still to be delivered", at most."""
FIRST_JOINED = 0x2E80
"""From here scripts write words without gaps."""
UNLIKE = "?"
"""In the table of rules what words make that is no field: a reading that keeps others from being sure."""
ELSE = "else"
"""Class of words that make another thing, and of short ones that stand for many."""
PERIODS = frozenset(("day", "week", "month", "year"))
SPANS: Mapping[tuple[str, int], str] = {
    ("month", 12): "span", ("week", 52): "span", ("day", 365): "span",
    ("month", 6): "half_span", ("week", 26): "half_span", ("day", 180): "half_span", ("day", 182): "half_span",
    ("month", 3): "quarter_span", ("week", 13): "quarter_span", ("day", 90): "quarter_span",
    ("day", 91): "quarter_span",
}  # fmt: skip
"""So many of a period are a year, a half or a quarter: "Verbr. 12 Mon.", "Usage last 90 days"."""
HALF = "half"
PARTS_OF_A_YEAR = frozenset((HALF, "quarter"))
ANY, ENGLISH = "any", "en"
POSSESSIVE = "s"
"""What is left of "maker's" in a comparable heading."""
_JOINING = ("", "s", "es", "n", "en")
"""What German, Dutch and Swedish put between joined words."""
_CAPITALS = re.compile(r"(?<=[a-zäöüß.])(?=[A-ZÄÖÜ])")
"""Where a word begins with a capital inside another."""
_OF_TABLE = re.compile(
    r"(?:Part|Calculated|PO[A-Z][a-z]+|(?:[A-Z][a-z]+){2,})[_ ]([A-Z][a-z]+(?:[A-Z][a-z]+)+)"
)
"""A field behind the name of its table, as queries of Epicor print it."""
_DENSE_YEAR = re.compile(r"^(20\d\d)(年\S)")
_DENSE_SPAN = re.compile(r"(\d{1,3})\s?(个月|個月|[ヶかカヵケ]月|개월|週間|주간|日間|일간|天)間?")
"""So many months in writing without blanks: 最近3개월."""
_YEAR = re.compile(r"20\d\d|fy ?\d\d")
_COUNTED = re.compile(r"\d{1,3}")
_LEFT_OPEN = re.compile(r"\b(per|pro|je|por|par)$")
_POINTED = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,5})\.")
"""A word with the point of a cut one."""


@lru_cache(maxsize=8_192)
def composed(heading: str) -> tuple[str, ...]:
    """The field that the words of a heading make, and what they say of it beside, such as a price that
    was paid; empty where a word is not known, or they make none or more than one."""
    outside, hints = without_brackets(FOOTNOTE.sub(" ", heading))
    if is_left_open(heading):
        return ()  # "Price per": the number of pieces stands below
    found = _fields_of(outside, hints, frozenset())
    pointed = frozenset(without_accents(m[1].casefold()) for m in _POINTED.finditer(heading))
    if not found and pointed:
        found = _fields_of(outside, hints, pointed)
    parted = _CAPITALS.sub(" ", outside)
    if not found and parted != outside:  # "LieferZt.", "PLZeit"
        found = _fields_of(parted, hints, frozenset())
    dated = _DENSE_SPAN.sub(r" \1 \2 ", _DENSE_YEAR.sub(r"\1 \2", outside))
    if not found and dated != outside:  # 2025年用量, 최근3개월 출고량
        found = _fields_of(dated, hints, frozenset())
    if not found and (field := behind_table(heading)) != heading:  # "PartWhse_OnHandQty"
        found = _fields_of(_CAPITALS.sub(" ", field), hints, frozenset())
    return () if UNLIKE in found or len(found) != 1 else tuple(found.pop().split())


def _fields_of(outside: str, hints: str, pointed: frozenset[str]) -> set[str]:
    """The fields that a heading makes with what stands in its brackets. ``pointed``: words of it that are
    taken for cut ones although they are known."""
    words = _senses_of(_plain(outside), pointed, is_short=bool(hints))
    beside = _senses_of(_plain(hints), pointed, is_hint=True) if hints else []
    if not words or beside is None or len(words) + len(beside) > MOST_WORDS:
        return set()
    return _fields([*words, *beside])


def behind_table(heading: str) -> str:
    """The field in a heading that names its table before it; the heading where it names none."""
    of_table = _OF_TABLE.fullmatch(heading)
    return of_table[1] if of_table else heading


def is_left_open(heading: str) -> bool:
    """Whether a heading ends before the number of pieces that stands below it: "Price per"."""
    return _LEFT_OPEN.search(_plain(without_brackets(heading)[0])) is not None


def kinds_in(heading: str) -> frozenset[str]:
    """The classes of those words of a heading that are known as they stand."""
    words = _plain(without_brackets(heading)[0]).split()
    return frozenset(sense.kind for word in words for sense in _known().get(word, ()))


def kinds_joined(heading: str) -> frozenset[str]:
    """The classes of the words that joined ones of a heading consist of: "Bestellpreiseinheit"."""
    words = _plain(without_brackets(heading)[0]).split()
    return frozenset(sense.kind for word in words for senses in _apart(word) for sense in senses)


def _plain(text: str) -> str:
    return without_accents(normalise(text))


def _senses_of(
    bare: str, pointed: frozenset[str], *, is_short: bool = False, is_hint: bool = False
) -> list[Senses] | None:
    """The senses of each word of a comparable text, several words that belong together as one; None
    where one is not known. A number of weeks or months beside them tells how long was looked at.

    ``is_short``: one cut word says enough, as brackets explain it; ``is_hint``: they stand in brackets.
    """
    words = bare.split()
    is_short = is_short or is_hint or len(words) > 1
    found: list[Senses] = []
    at = 0
    while at < len(words):
        length = _longest(words, at)
        if length > 1 or (length and _is_whole(words[at], pointed, is_hint)):
            found.append(_known()[" ".join(words[at : at + length])])
            at += length
            continue
        word, at = words[at], at + 1
        if word in JOINTS or word == POSSESSIVE:
            continue
        if _COUNTED.fullmatch(word) and at < len(words) and (kinds := _periods(words[at])):
            at += 1
            spans = {SPANS.get((kind, int(word))) for kind in kinds} - {None}
            found += [frozenset([Sense(span, ANY)]) for span in spans if span]
            continue
        if _COUNTED.fullmatch(word) and at < len(words) and _is_part_of_year(words[at]):
            continue  # "1. Halbjahr" is one of two
        if word in words_of_kind("in_a_unit") and at < len(words) and _periods(words[at]):
            continue
        is_initial = len(word) == 1 and at < len(words) and len(words[at]) == 1
        senses = _of_word(word, is_pointed=word in pointed, may_be_cut=is_short)
        if not senses or is_initial:  # "G.W." is one word
            return None
        found += senses
    return found


def _is_whole(word: str, pointed: frozenset[str], is_hint: bool) -> bool:
    """A known word as it stands: not cut, and no lone letter outside brackets but that of a unit of mass."""
    is_letter = len(word) == 1 and word.isascii()
    is_unit = all(sense.kind == "kilogram" for sense in _known()[word])
    return word not in pointed and (not is_letter or is_hint or is_unit)


def _periods(word: str) -> set[str]:
    """The periods that a word may be, also one that is cut: "Mon." of months."""
    cut = _of_word(word, is_pointed=False, may_be_cut=True) if word not in _known() else []
    senses = _known().get(word) or (cut[0] if len(cut) == 1 else ())
    return {sense.kind for sense in senses} & PERIODS


def _is_part_of_year(word: str) -> bool:
    return any(sense.kind in PARTS_OF_A_YEAR for sense in _known().get(word, ()))


def _longest(words: Sequence[str], at: int) -> int:
    for length in range(min(LONGEST_SAID, len(words) - at), 0, -1):
        if " ".join(words[at : at + length]) in _known():
            return length
    return 0


@cache
def _of_word(word: str, *, is_pointed: bool, may_be_cut: bool) -> list[Senses]:
    """The senses of a word that is not in the table as it stands: a year, a currency, words joined, or
    the beginning of words."""
    if _YEAR.fullmatch(word):
        return [frozenset([Sense("year", ANY)])]
    if currency_of(word):
        return [frozenset([Sense("money", ANY)])]
    if word not in _known() and (joined := _apart(word)):
        return joined
    if any(sense.kind == ELSE for sense in _known().get(word, ())):
        return []  # "Sell." may be selling, whatever else begins like it
    is_cut = may_be_cut and (len(word) >= SHORTEST_CUT or is_pointed)
    if not word.isalpha() or ord(word[0]) >= FIRST_JOINED or not is_cut:
        return []
    begun = {
        Sense(kind, language, cut=known != word)
        for known, senses in _by_letter().get(word[0], ())
        if known.startswith(word) and (known != word or is_pointed)
        for kind, language, _ in senses
        if kind != HALF  # "sem." is a week before it is a semester
    }
    return [frozenset(begun)] if begun else []


def _apart(word: str) -> list[Senses]:
    """The senses of the words that a joined one consists of, as few as possible; empty where it does
    not consist of known ones."""
    is_dense = ord(word[0]) >= FIRST_JOINED
    least = 1 if is_dense else SHORTEST_JOINED
    best: dict[int, list[Senses]] = {0: []}
    for start in range(len(word)):
        if start not in best:
            continue
        for end in range(start + least, len(word) + 1):
            senses = _known().get(word[start:end])
            if senses is None:
                continue
            for joint in ("",) if is_dense or end == len(word) else _JOINING:
                if word.startswith(joint, end):
                    told = [*best[start], senses]
                    if len(told) < len(best.get(end + len(joint), [*told, senses])):
                        best[end + len(joint)] = told
    return best.get(len(word), [])


def _fields(words: Sequence[Senses]) -> set[str]:
    """The fields that the words make, in all ways to read them in one language."""
    if math.prod(map(len, words)) > MOST_READINGS:
        return {UNLIKE}
    readings = [said for said in product(*words) if _is_one_language(said)]
    pure = [said for said in readings if not _is_mixed(said)]
    for told in (pure, readings):
        kinds = {frozenset(sense.kind for sense in said) for said in told}
        fields = {f for said in kinds for f, needs, may in _rules() if needs <= said <= may}
        if fields:
            return fields
    return set()


def _is_mixed(said: Iterable[Sense]) -> bool:
    return len({sense.language for sense in said} - {ANY}) > 1


def _is_one_language(said: Iterable[Sense]) -> bool:
    """Words of one language, perhaps with whole English ones: "Lead Time (Tage)". A cut word says too
    little to be of a language that no other word is of."""
    told = [sense for sense in said if sense.language != ANY]
    spoken = {sense.language for sense in told}
    if len(spoken) < 2:
        return True
    cut = {sense.language for sense in told if sense.cut}
    whole = {sense.language for sense in told if not sense.cut}
    return len(spoken) == 2 and ENGLISH in spoken and cut <= whole - {ENGLISH}


@kept("heading_parts")
def _known() -> Mapping[str, Senses]:
    """Word as it stands in comparable headings without accents, to its senses."""
    found: dict[str, set[Sense]] = {}
    for row in _rows("heading_parts.csv"):
        sense = Sense(row["class"], row["language"])
        for word in row["words"].split(";"):
            found.setdefault(_plain(word), set()).add(sense)
    found.pop("", None)
    return {word: frozenset(senses) for word, senses in found.items()}


@cache
def _by_letter() -> Mapping[str, Sequence[tuple[str, Senses]]]:
    """First letter to the words that a cut one may stand for; none of several words."""
    found: dict[str, list[tuple[str, Senses]]] = {}
    for word, senses in _known().items():
        if " " not in word:
            found.setdefault(word[0], []).append((word, senses))
    return found


@cache
def _rules() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Field, the classes that make it, and these with those that may stand beside them."""
    return tuple(
        (row["field"], needs, needs | frozenset(row["may"].split()))
        for row in _rows("heading_rules.csv")
        for needs in [frozenset(row["needs"].split())]
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with shipped("resources", name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
