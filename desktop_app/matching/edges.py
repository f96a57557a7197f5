"""What stands at the edges of the words found in a text: unknown words, figures, joined words.

``found`` holds (end, (length, Word)) of each found word, as the lexicon gives them.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desktop_app.matching.normal import letters_of, normalise

if TYPE_CHECKING:
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.word_lists import WordLists

THING_KINDS = ("family", "stuff", "other", "weak", "matter", "shape")
NEXT = 3
"""Blanks and edges between the ends of two neighbouring words; no figure fits in."""
_UNKNOWN = re.compile(r" [^\W\d_]{5,} ")
UNKNOWN_NOUN = re.compile(r" [^\W\d_]{4,} ")
_UNKNOWN_WORD = re.compile(r" [^\W\d_]{2,} ")
_SHORT = re.compile(r" {1,2}[^\W\d_]{1,3} ")
_KATAKANA = re.compile("[ァ-ヺ]{2,}")
_KANJI = re.compile("[\u4e00-\u9fff]")
_KATAKANA_APART = re.compile(r"(?<=\s)[ァ-ヺー・]{2,}")
_FIGURE = re.compile(r"[\d-]")
_FIGURE_NEXT = re.compile(r".? {0,2}\d")
_SIZE_BEHIND = re.compile(r"\d {0,2}x {0,2}\d")
_NEAR = 24
"""Signs behind a word in which its own size is looked for."""
_UNIT_FIRST = re.compile(r"(?:Mg|W)(?=[ -])")
_FIGURE_BEFORE = re.compile(r"\d {0,2}$")
_COMPOUND = 12
"""Words that may be written in one; more are no name but a text that fills its cell."""
_BETWEEN = re.compile(r"[\s_-]+")
_UNWRITTEN = str.maketrans("", "", "ー・")
"""Marks that a normalised text is without."""


def ends_phrase(text: str, found: list[Any], place: int, roles: "FamilyRoles") -> bool:
    """Whether no further noun can follow a found word: a figure, a mark, "for", a feature such as a hollow
    shaft or nothing does."""
    end = found[place][0]
    if not text[end + 1 : end + 3].strip().isalpha():
        return True
    if place + 1 == len(found):
        return False
    following, (length, word) = found[place + 1]
    is_feature = word.kind == "matter" and word.value == roles.feature
    is_end = word.kind in ("link", "mark") or is_feature
    return bool(is_end and following - length <= end + 1)


def behind_unknown(
    text: str, found: list[Any], place: int, unknown: re.Pattern[str] = _UNKNOWN
) -> bool:
    """Whether an unknown word, perhaps the thing itself, stands before a found one."""
    last = 0
    for end, (length, _) in found[: place + 1]:
        if unknown.search(text, last, end - length + 2):
            return True
        last = end
    return False


def behind_unknown_phrase(text: str, found: list[Any], place: int) -> bool:
    """Whether a mark stands between an unknown word and a found one: the thing may be what nobody knows,
    and this its kind (AMPLFIER,SERVO); with a figure behind it is a thing of that size."""
    end, (length, _) = found[place]
    if re.search(r"\d", text[end:]):
        return False
    mark = text.rfind(",", 0, end - length + 1)
    return mark > 0 and UNKNOWN_NOUN.search(f"{text[:mark]} ") is not None


def touches(text: str, end: int, start: int) -> bool:
    """Whether nothing but blanks stands between the end of a word and the start of another."""
    return not text[end + 1 : start].strip()


def belongs_to_unknown(text: str, found: list[Any], place: int) -> bool:
    """Whether a found "of" stands between an unknown word and a known one: "cage de disque dur"."""
    if place + 1 == len(found) or not behind_unknown(text, found, place, UNKNOWN_NOUN):
        return False
    end, (length, word) = found[place + 1]
    return word.kind in THING_KINDS and end - length <= found[place][0] + NEXT


@lru_cache(maxsize=8)  # once for all words of a text
def _katakana_apart(raw: str) -> frozenset[str]:
    """The words in katakana behind a blank; a normalised text no longer tells that they stand alone."""
    return frozenset(_KATAKANA_APART.findall(letters_of(raw)))


def _ends_word(katakana: str, raw: str) -> bool:
    """Whether no Chinese character follows a word in katakana in the text as written."""
    return re.search(f"{katakana}(?![ァ-ヺ\u4e00-\u9fff])", letters_of(raw)) is not None


@lru_cache(maxsize=8)
def tokens_of(raw: str) -> tuple[str, ...]:
    """What stands between blanks, underscores or hyphens in a text as written, each
    normalised: once for all its words."""
    return tuple(normalise(token) for token in _BETWEEN.split(raw) if token)


def runs_on(text: str, found: list[Any], place: int, raw: str = "") -> bool:
    """Whether an unknown word in katakana is joined to a found one; in Japanese it is the thing.

    ``raw``: the text as written, where a blank may stand before the word.
    """
    end = found[place][0]
    if text[end] == " ":
        return False
    joined = _KATAKANA.match(text, end + 1)
    if joined is None or joined.group() in _katakana_apart(raw):
        return False
    if _KANJI.match(text, joined.end()) and not _ends_word(joined.group(), raw):
        return False
    return place + 1 == len(found) or found[place + 1][0] - found[place + 1][1][0] > end


_JOINED_NOUN = re.compile(r"-([A-ZÄÖÜ](?:[a-zäöüß]{4,}|[A-ZÄÖÜß]{4,}))(?![\w-])")


def runs_into_noun(text: str, found: list[Any], place: int, raw: str) -> bool:
    """Whether a hyphen joins an unknown noun to a found word: in German that is the thing, as in
    "Kopfhörer-Verlängerung"."""
    end, (_, word) = found[place]
    if "-" not in raw or word.noun_first:
        return False
    behind = place + 1 < len(found) and found[place + 1]
    limit = behind[0] - behind[1][0] if behind else len(text)
    joined = (normalise(noun) for noun in _JOINED_NOUN.findall(raw))
    return any(text.startswith(n, end + 1) and end + len(n) <= limit + 1 for n in joined)


def written_in_one(text: str, found: list[Any], place: int, raw: str) -> int:
    """How many of the words found before one of Chinese, Japanese or Korean are written in one with
    it, without a blank or a link between: 도어BLDC모터 is a motor for doors.

    ``raw``: the text as written; a normalised one no longer tells of blanks between such words.
    """
    end, (_, word) = found[place]
    if word.text.isascii():
        return 0
    reach = 0
    for before, (length, earlier) in reversed(found[max(place - _COMPOUND, 0) : place]):
        if earlier.kind in ("link", "mark") or earlier.text.isascii():
            break
        whole = text[before - length + 1 : end + 1].strip()
        if not any(whole in token for token in tokens_of(raw)):
            break
        reach += 1
    return reach


def joined_to(text: str, start: int, end: int, raw: str) -> bool:
    """Whether a found word of Chinese, Japanese or Korean is joined to the one before it.

    ``raw``: the text as written; a normalised one no longer tells of blanks between such words.
    """
    if text[start] == " " or text[start - 1] == " ":
        return False
    found = text[start : end + 1]
    return not any(token.startswith(found, 1) for token in tokens_of(raw)[1:])


def before_short_word(text: str, end: int) -> bool:
    """Whether an unknown word of up to three letters follows, as in "servo RC"."""
    return _SHORT.match(text, end) is not None


@lru_cache(maxsize=4)
def _amounts(lists: "WordLists") -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An amount at the end of a text, and one that soon follows its beginning."""
    amount = rf"\d {{0,2}}(?:{lists.any_of('amount-unit')}) "
    behind = r" {0,3}(?:[^\W\d_]{1,3}  )?(?:\d+[.,])?\d*"
    return re.compile(f"{amount} ?$"), re.compile(behind + amount)


def is_measure(text: str, start: int, end: int, lists: "WordLists") -> bool:
    """Whether a vessel stands beside an amount, so that it measures what it holds: 25 kg bag."""
    before, behind = _amounts(lists)
    return bool(before.search(text, max(start - 12, 0), start + 1) or behind.match(text, end))


def is_amount(word: Any, text: str, start: int, raw: str, roles: "FamilyRoles") -> bool:
    """Whether a found thing is none but says how much or how fine: the mesh behind a figure of a powder,
    "-325 mesh"; what begins like an alloy, "100 mg y 50 mg", "50 W Cu"."""
    if word.text.casefold() == "mesh":
        return bool(_FIGURE.search(text, max(start - 2, 0), start + 1))
    if word.value not in roles.named_as_amounts:
        return False
    unit = _UNIT_FIRST.match(word.text)
    if unit is None or not _FIGURE_BEFORE.search(text, max(start - 3, 0), start + 1):
        return False
    named = unit.group()
    joined = f"{named}-".casefold() in raw.casefold()
    return not joined and (named == "W" or named not in raw)


def figure_follows(text: str, end: int) -> bool:
    """Whether a figure follows a found word that ends there: cable 2 m."""
    return _FIGURE_NEXT.match(text, end) is not None


def size_follows(text: str, end: int) -> bool:
    """Whether a size in two measures stands near behind a found word: magnet N42 20 x 5."""
    return _SIZE_BEHIND.search(text, end, end + _NEAR) is not None


def is_of_engine(text: str, found: list[Any], place: int, lists: "WordLists") -> bool:
    """Whether a found word that means an engine as well as a motor stands behind an unknown one. Where
    the head noun comes first, as in Persian and Arabic, that is the thing, and mostly one of a car."""
    if found[place][1][1].text not in lists.of("engine"):
        return False
    return behind_unknown(text, found, place, _UNKNOWN_WORD)


def is_length(word: Any, raw: str) -> bool:
    """Whether a grade such as 50M is written as a length: "bobina 50m", or 33UH as an inductance: 33uH."""
    text = word.text
    if text.endswith("UH") and re.search(rf"{text[:-2]}\s?[uµ]H", raw):
        return True
    is_written = text[-1:] == "M" and text[:-1].isdigit()
    return is_written and text.lower() in raw and text not in raw


def is_metres(word: Any, text: str, place: int) -> bool:
    """Whether a German "m." for "mit" is the unit behind a length: "Kabel 5 m"."""
    return word.text == "m." and re.search(r"\d", text[max(place - 2, 0) : place]) is not None


def is_of_state(found: list[Any], place: int) -> bool:
    """Whether a found element is what a state before it is of, as in "óxido de cerio"."""
    if place < 2 or found[place][1][1].kind != "element":
        return False
    (_, (_, state)), (_, (_, link)) = found[place - 2 : place]
    return bool(state.kind == "state" and link.value == "of")


def stem_length(word: Any, raw: str) -> int:
    """How many characters before a particle are joined to it, so that it takes back no noun beyond
    them: in "インジウム箔 放熱用" it is heat that the foil is for. A blank of the raw text tells; 0 where
    the particle stands alone or behind a part number, which has a figure or a dash in it."""
    if not word.value.startswith("back") or word.text.isascii():
        return 0
    ends = (token for token in raw.split()[1:] if token.endswith(word.text))
    stem = next(ends, "").removesuffix(word.text).translate(_UNWRITTEN)
    return 0 if _FIGURE.search(stem) else len(stem)
