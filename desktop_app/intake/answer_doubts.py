"""What takes an answer back: a doubt, a question, a condition, another choice or the opposite in the same cell.

Such a cell is asked again with its text. A fact that a supplier only supposed would stand with grade A in
papers that go to an authority.
"""

import re
from functools import cache

from desktop_app.intake.answer_words import AFTERWARDS, folded, is_unspaced, means, words_for
from desktop_app.intake.values import countries

CHINA = "CN"
_WORD = re.compile(r"[^\W\d_]+")
_BEHIND_SHARE = re.compile(r"(?:%|‰|ppm|percent|prozent)(.*)", re.IGNORECASE | re.DOTALL)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_KANA = re.compile("[\u3040-\u30ff]")
_ASKS = re.compile(r"[?？]")


@cache
def _pattern(meaning: str) -> re.Pattern[str]:
    """Any word of a meaning: whole where blanks are set between words, anywhere where not."""
    words = [
        re.escape(word) if is_unspaced(word) else rf"(?<!\w){re.escape(word)}(?!\w)"
        for word in words_for(meaning)
    ]
    return re.compile("|".join(words))


def says(text: str, meaning: str) -> bool:
    """Whether a text holds a word of a meaning among others."""
    return _pattern(meaning).search(folded(text)) is not None


def is_doubted(text: str, *, is_plan: bool = False) -> bool:
    """Whether a supplier asks back or only supposes: "China?", "probably Japan". A time or a stock is an
    estimate anyway (``is_plan``)."""
    return _ASKS.search(text) is not None or (not is_plan and says(text, "doubt"))


def is_unclear_choice(text: str, choice: str) -> bool:
    """Whether what stands behind yes or no sets a condition, a year, or says the opposite."""
    plain = folded(text)
    if means(plain, choice):
        return False
    first = AFTERWARDS.split(plain)[0]
    rest = plain[len(first) :]
    if len(plain.split()) > 1 and not rest:
        return choice == "no" and _is_denied_twice(plain)
    if says(rest, "reservation") or says(rest, "some") or _YEAR.search(rest):
        return True
    is_denied = says(rest, "negation")
    if choice == "no":
        is_partly = says(rest, "only") and not named_countries(rest) - {CHINA}
        return (names_china(rest) or is_partly) and not is_denied
    return choice == "yes" and is_denied


def is_unclear_form(text: str, choice: str) -> bool:
    """Whether what stands behind a form of delivery takes it back: "Motor, Magnete lose", "oxide, no"."""
    plain = folded(text)
    rest = plain[len(AFTERWARDS.split(plain)[0]) :]
    meanings = ("negation", "reservation", *(() if choice == "magnet" else ("loose",)))
    return any(says(rest, meaning) for meaning in meanings)


def is_yes_by_a_way(text: str) -> bool:
    """ "Yes via Hong Kong", with no sign between the answer and the way."""
    first, *rest = folded(text).split()
    if len(rest) < len(("via", "Hong Kong")) or len(first) < len("yes") - 1:
        return False
    by_a_way = means(first, "yes") and rest[0] in words_for("by way of")
    return by_a_way and not is_unclear_choice(f"{first}, {' '.join(rest)}", "yes")


def _is_denied_twice(plain: str) -> bool:
    """ "Nicht nein", "not no"; "否 no" says it in two languages."""
    first, *others = plain.split()
    return bool(others) and first in words_for("denied name") and len(first) > len("no")


def names_china(text: str) -> bool:
    """Whether a text names China or one of its towns."""
    plain = folded(text)
    if says(plain, "at home") and not _KANA.search(plain):  # in Japanese it is Japan
        return True
    by_place = says(plain, "place of china") or says(plain, "of_china")
    return by_place or CHINA in named_countries(plain)


def named_countries(text: str) -> set[str]:
    """The countries whose names, not only codes, a text holds, as ISO2."""
    plain = folded(text)
    words = _WORD.findall(plain)
    return {
        code
        for name, code in countries().items()
        if (name in plain if is_unspaced(name) else len(name) > len(CHINA) and name in words)
    }


def leaves_licence_out(text: str) -> bool:
    """Whether a time is said to begin after the licence, or not to hold it."""
    plain = folded(text)
    found = _pattern("of a licence").search(plain)
    if found is None or says(plain, "no licence in it"):
        return found is not None
    before, behind = plain[: found.start()], plain[found.end() :]
    if says(before, "leaving out before") or says(behind, "leaving out behind"):
        return True
    is_with = says(before, "with it") or says(behind, "with it")
    return not is_with and (says(before, "after before") or says(behind, "after behind"))


def before_licence(text: str) -> str:
    """A time without the words that say the licence is in it: "60 days incl. export licence"."""
    plain = folded(text)
    found = _pattern("with it").search(plain)
    if found is None or re.search(r"\d", plain[found.start() :]) or not plain[: found.start()]:
        return text
    return plain[: found.start()]


def is_no_end(text: str) -> bool:
    """Whether a day is not the last of a licence, but its first, or past."""
    return says(text, "past") or says(text, "start of a day")


def is_name_denied(text: str) -> bool:
    """Whether a name is denied, is one of several or an earlier one: "not TDK", "N42SH or N45SH"."""
    if _pattern("denied name").match(folded(text)):
        return True
    alternatives = _pattern("one or the other")  # "Ou" is a name, "ou" and "OU" are words
    if any(alternatives.search(said) for said in (text, text.swapcase())):
        return True
    return says(text, "in place of")


def is_share_of_other(text: str, *, of_value: bool) -> bool:
    """Whether a share is said to be one of something else than of the mass, or the value, that was asked
    for."""
    behind = _BEHIND_SHARE.search(folded(text))
    if (
        of_value
        and behind
        and (says(behind[1], "negation") or named_countries(behind[1]) - {CHINA})
    ):
        return True  # "100 % Japan", "100 % nicht chinesisch"
    words = _WORD.findall(behind[1]) if behind else []
    if not any(word in words_for("share of") for word in words):
        return False
    asked = ("what is valued",) if of_value else ("what is asked of", "of mass")
    known = {word for meaning in ("share of", *asked) for word in words_for(meaning)}
    return any(word not in known for word in words)


def is_unclear_place(text: str) -> bool:
    """Whether a name of a state stands for two."""
    plain = _pattern("clear place").sub(" ", folded(text))
    return says(plain, "unclear place") and plain == folded(text)
