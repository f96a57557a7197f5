"""What a heading is about beside a word that is known in it: the name of a firm, or something else.

"Planner note" is a note and no planner, "Reorder quantity" no quantity that is needed. The words are in
``resources/heading_other_words.csv``.
"""

import csv
from collections.abc import Mapping, Sequence
from functools import cache

from desktop_app.intake.heading_text import normalise
from desktop_app.intake.heading_words import JOINTS, PART_WORDS
from desktop_app.paths import shipped

FIRMS = frozenset(("supplier", "manufacturer"))
FIRST_JOINED = 0x2E80
"""From here scripts write words without gaps."""
MOST_BEFORE = 2
"""Words in front of a heading of such a script that are taken away at most. Own judgement."""
Entries = Mapping[str, Sequence[tuple[str, str]]]


@cache
def words_about(kind: str) -> tuple[str, ...]:
    """The comparable words of one kind of the table, the longest first."""
    rows = [words for said, words in _rows() if said == kind]
    found = {normalise(word) for words in rows for word in words.split(";")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    """Kind and words of each row of the table."""
    path = shipped("resources", "heading_other_words.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple((row["kind"], row["words"]) for row in csv.DictReader(stream))


@cache
def _among(kind: str) -> frozenset[str]:
    return frozenset(words_about(kind))


def is_something_else(bare: str) -> bool:
    """Whether a comparable heading is about something else than a known word in it: what it is about
    stands last in English and German, first in French, Spanish, Italian and Portuguese."""
    if bare and ord(bare[0]) >= FIRST_JOINED:
        return bare.startswith(
            tuple(w for w in words_about("changes") if ord(w[0]) >= FIRST_JOINED)
        )
    words = bare.split()
    if len(words) < 2:
        return False
    is_changed = not _among("changes").isdisjoint(words)
    return is_changed or words[-1] in _among("last") or words[0] in _among("first")


def names_of_others(bare: str) -> str | None:
    """Whose name or text a comparable heading gives, where that is no part: ``group`` of a kind of parts
    ("Category description"), ``other`` of a place, a person or a paper ("仓库描述"); None where it may be
    one of a part, as "Warehouse item description" is."""
    if not bare:
        return None
    if ord(bare[0]) >= FIRST_JOINED:
        rest = next((bare.removesuffix(w) for w in words_about("said_of") if bare.endswith(w)), "")
        if not rest:
            return None
        if rest in _among("group_of_parts"):
            return "group"
        return "other" if rest in _among("no_part") else None
    words = set(bare.split())
    if len(words) < 2 or words.isdisjoint(_among("said_of")):
        return None
    padded = f" {bare} "
    if any(f" {word} " in padded for word in words_about("group_of_parts")):
        return "group"
    is_of_part = not words.isdisjoint(PART_WORDS)
    is_other = any(f" {word} " in padded for word in words_about("no_part"))
    return "other" if is_other and not is_of_part else None


def not_of_others(bare: str, entries: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """The meanings of a known heading in a comparable one, of which the names and texts of other things
    describe no part: that of a group is the group."""
    if not any(field == "description" for field, _ in entries):
        return entries
    whose = names_of_others(bare)
    if whose is None:
        return entries
    return (("material_group", "tech"),) if whose == "group" else (("other", "tech"),)


def of_a_firm(bare: str, entries: Entries) -> tuple[tuple[str, str], ...]:
    """The meanings of a firm of which a comparable heading is the name: "Name Lieferant", "供方名称";
    none where it is no such name."""
    for word in words_about("name"):
        if word not in bare:
            continue
        rest = _without_word(bare, word)
        found = tuple(e for e in entries.get(rest, ()) if e[0] in FIRMS) if rest else ()
        if found:
            return found
    return ()


def _without_word(bare: str, word: str) -> str:
    if ord(word[0]) >= FIRST_JOINED:
        return without_words_before(bare.removesuffix(word)) if bare.endswith(word) else ""
    for start, end in ((f"{word} ", None), (None, f" {word}")):
        if start and bare.startswith(start):
            return _unjoined(bare[len(start) :])
        if end and bare.endswith(end):
            return _unjoined(bare[: -len(end)])
    return ""


def _unjoined(bare: str) -> str:
    words = bare.split()
    while words and words[0] in JOINTS:
        words = words[1:]
    return " ".join(words)


def without_words_before(bare: str) -> str:
    """A Chinese, Japanese or Korean heading without the words before it that change nothing."""
    for _ in range(MOST_BEFORE):
        word = next(
            (w for w in words_about("before") if bare.startswith(w) and len(bare) > len(w)), ""
        )
        bare = bare[len(word) :].strip()
    return bare


def ends_of(bare: str, entries: Entries) -> Sequence[tuple[str, str]]:
    """The meanings of a price with which a heading of those scripts ends, whatever stands before it."""
    ends = (word for word in words_about("head") if len(bare) > len(word) and bare.endswith(word))
    return entries.get(next(ends, ""), ())


def as_known(bare: str, entries: Entries) -> str:
    """The known heading that is left of one of those scripts without such words; empty where none is."""
    if not bare or ord(bare[0]) < FIRST_JOINED:
        return ""
    rest = bare
    for _ in range(MOST_BEFORE):
        word = next(
            (w for w in words_about("before") if rest.startswith(w) and len(rest) > len(w)), ""
        )
        if not word:
            return ""
        rest = rest[len(word) :].strip()
        if rest in entries:
            return rest
    return ""


def places_of(length: int, words: Sequence[str], entries: Entries) -> list[int]:
    """Where known headings of so many words may begin in a longer one, in the order in which they are looked
    for: an English one is about what stands last, "Order unit price" about the price."""
    last = len(words) - length
    spoken = {language for _, language in entries.get(" ".join(words[last:]), ())}
    return [last, *range(last)] if "en" in spoken else [*range(last + 1)]
