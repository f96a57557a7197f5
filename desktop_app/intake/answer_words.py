"""Words that answer a question in eight languages: not known, none, yes, no, and the choices."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.answers import FORMS, YES_NO
from desktop_app.model.findings import Message
from desktop_app.paths import shipped

_EDGES = " \t\r\n\u3000.!。！\"'“”„«»"
_SIGNS = _EDGES + ",;:()[]<>=≤/-–（）：；，、"
_BOTH = re.compile(r"\s*[/\n|]\s*")
AFTERWARDS = re.compile(r"\s*[,;:.()（），。；：、\n–—]|\s-\s")
"""What ends an answer and begins what is said of it."""


def folded(text: str) -> str:
    """A text as words are compared: one width and case, without blanks and full stops around it."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(plain.split()).strip(_EDGES) or plain.strip()


@cache
def words_for(meaning: str) -> tuple[str, ...]:
    """The words of one meaning, longest first, from ``resources/answer_words.csv``."""
    found = [
        folded(word) for said, words in _rows() if said == meaning for word in words.split(";")
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda word: (-len(word), word)))


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    """Meaning and words of each row of the table, which has a few hundred."""
    with shipped("resources", "answer_words.csv").open(encoding="utf-8", newline="") as stream:
        return tuple((row["meaning"], row["words"]) for row in csv.DictReader(stream))


@cache
def _said_for(meaning: str) -> frozenset[str]:
    return frozenset(words_for(meaning))


def says_nothing(text: str) -> bool:
    """Whether a cell only says that nothing is known: N/A, k.A., a dash. Quick enough for a column."""
    known, ends = _unknown()
    if text[-1:].casefold()[-1:] not in ends:
        return False
    plain = text.casefold()
    return plain in known or plain.rstrip(".") in known


def saying_nothing(values: Iterable[object]) -> frozenset[str]:
    """Those texts of a column that only say that nothing is known; the others are hardly looked at."""
    others = _other_ends()
    return frozenset(
        [v for v in values if type(v) is str and v[-1:] not in others and says_nothing(v)]
    )


@cache
def _other_ends() -> frozenset[str]:
    """Signs of ASCII with which none of the words ends, and no sign at all."""
    ends = {letter for end in _unknown()[1] for letter in (end, end.upper())}
    return frozenset({"", *map(chr, range(0x80))} - ends)


@cache
def _unknown() -> tuple[frozenset[str], frozenset[str]]:
    """The words that say nothing, and the signs they may end with: most cells of a long list end in
    another, such as a figure, and need not be looked at further."""
    known = _said_for("unknown")
    return known, frozenset((*(word[-1] for word in known), "."))


def is_unspaced(word: str) -> bool:
    """Whether a word is of a writing that sets no blanks between words."""
    return "\u3040" <= word[0] <= "\u9fff" or "\uac00" <= word[0] <= "\ud7a3"


def without(text: str, meanings: Iterable[str]) -> str:
    """A text, folded, without the words of some meanings and without signs: what else it says."""
    known = {word for meaning in meanings for word in words_for(meaning)}
    rest = folded(text)
    for word in sorted((w for w in known if is_unspaced(w)), key=len, reverse=True):
        rest = rest.replace(word, " ")
    words = (word.strip(_SIGNS) for word in rest.split())
    return " ".join(word for word in words if word and word not in known)


def means(text: str, meaning: str) -> bool:
    """Whether a whole text is a word of a meaning, or the same said in two languages."""
    said = _said_for(meaning)
    plain = folded(text)
    return plain in said or all(folded(part) in said for part in _BOTH.split(plain))


def is_answer(text: str) -> bool:
    """Whether a cell says yes or no, and nothing else."""
    return len(text) < LONGEST_ANSWER and folded(text) in _answers()


LONGEST_ANSWER = 12
"""Signs of the longest such word, and a few more. Own judgement."""


@cache
def _answers() -> frozenset[str]:
    return _said_for("yes") | _said_for("no")


def not_granted(text: str) -> bool:
    """Whether an answer about a licence says that it was refused, has ended or is only expected."""
    plain = folded(text)
    words = set(re.findall(r"[^\W\d_]+", plain))
    return any(w in words or (is_unspaced(w) and w in plain) for w in words_for("not granted"))


def not_known(text: str) -> bool:
    """Whether a supplier says that it does not know; the blank drop-down choice included."""
    plain = folded(text)
    return means(plain, "unknown") or choice_of(plain, ("unknown",)) == "unknown"


@cache
def _choices() -> Mapping[str, frozenset[str]]:
    """Folded word of a drop-down list, or of the table of words, to the choices it names."""
    found: dict[str, set[str]] = {}
    catalogues = [Catalogue(language) for language in LANGUAGES]
    for choice, word in (*YES_NO, *FORMS):
        for text in _as_printed(word, catalogues):
            found.setdefault(folded(text), set()).add(choice)
    for choice in dict.fromkeys(name for name, _ in (*YES_NO, *FORMS)):
        for text in words_for(choice):
            found.setdefault(text, set()).add(choice)
    return {word: frozenset(names) for word, names in found.items()}


def _as_printed(word: Message, catalogues: Iterable[Catalogue]) -> Iterable[str]:
    for catalogue in catalogues:
        text = catalogue.say(word)
        yield text
        yield text.replace(",", ";")


def choice_of(text: str, allowed: Iterable[str]) -> str | None:
    """The one choice a text names: alone, in two languages, or followed by more words.

    None where it names none of them, or two that differ.
    """
    plain, allow = folded(text), frozenset(allowed)
    for part in ([plain], _BOTH.split(plain), plain.split(), AFTERWARDS.split(plain)[:1]):
        named = [_choices().get(folded(one), frozenset()) & allow for one in part if one]
        together = frozenset[str]().union(*named)
        if named and all(named) and len(together) == 1:
            return next(iter(together))
        if len(together) > 1:
            return None
    return None
