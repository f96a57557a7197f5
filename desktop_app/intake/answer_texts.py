"""Answers that are texts: grades, numbers of papers, makers, countries and customs codes.

A word that stands where a name or number was asked for is none: "pending" is no licence, "same as
above" no grade, and neither may become a fact of a part.
"""

import re
from collections.abc import Callable, Mapping

from desktop_app.intake.answer_doubts import is_name_denied, is_unclear_place, says
from desktop_app.intake.answer_meaning import LONGEST, Meaning, not_understood
from desktop_app.intake.answer_words import (
    folded,
    is_unspaced,
    means,
    not_granted,
    without,
    words_for,
)
from desktop_app.intake.dates import date_of, is_ambiguous_date
from desktop_app.intake.grid import Value, day_of, shown
from desktop_app.intake.measures import days_factor
from desktop_app.intake.places_of_origin import origin_of
from desktop_app.intake.values import countries, country_of, hs_of
from desktop_app.model.findings import msg

FEWEST_DIGITS = 4
"""Digits that make a bare run of digits the number of a paper: fewer are a day or an amount. Own
judgement."""
CHINA = "CN"
_EAST_ASIAN_DAY = re.compile(r"\d{4}\s*[年년]\s*\d{1,2}\s*[月월](\s*\d{1,2}\s*[日일号])?")
_SHARE = re.compile(r"[\d.,]+\s*(?:%|‰|ppm\b|wt)", re.IGNORECASE)
_YEAR = re.compile(r"(19|20)\d\d")
_A_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_CODE = re.compile(r"(?<![A-Za-z])(?:CN|PRC)(?![A-Za-z])")
"""China among other words, in capitals."""
_TWO_LETTERS = re.compile(r"(?<![A-Za-z])[A-Z]{2}(?![A-Za-z])")
_TIME = re.compile(r"\d+(?:[.,]\d+)?\s*([^\W\d_][^\d,;]{0,14})")


def plain_text(value: Value) -> Meaning:
    """A text as it stands; one that only points to another cell or paper names nothing."""
    text = shown(value)
    if means(text, "none"):
        return Meaning("understood", bound="none")
    if means(text, "ditto"):
        return not_understood(msg("it points to another row, and rows may have been sorted"))
    if means(text, "nameless"):
        return not_understood(msg("it names nothing of its own"))
    if _points_elsewhere(text):
        return not_understood(msg("it points to another paper and names nothing"))
    return Meaning("understood", text)


def _points_elsewhere(text: str) -> bool:
    """ "See attachment" and "见附件", without a number or grade of its own."""
    plain = folded(text)
    if any(sign.isdigit() for sign in plain):
        return _names_a_paper(plain)
    return any(
        plain.startswith(word) or plain.endswith(word)
        if is_unspaced(word)
        else plain == word or plain.startswith(f"{word} ")
        for word in words_for("elsewhere")
    )


def _names_a_paper(plain: str) -> bool:
    """ "Siehe Anlage 2", "附件3", "drawing 4711 Rev. B": of what is said, nothing is left but the
    number of the paper and the letter of its issue."""
    left = without(plain, ("elsewhere", "paper"))
    if left == without(plain, ()):  # it names no paper: "No. 4711" is the number asked for
        return False
    named = [
        word for word in without(left, ("number_mark",)).split() if any(map(str.isalpha, word))
    ]
    return not named or (len(named) == 1 and len(named[0]) == 1)


def _offered(value: Value) -> Meaning:
    """A grade: yes says that there is one, not which."""
    if isinstance(value, bool) or means(shown(value), "yes"):
        return not_understood(msg("yes or no, where a grade was asked for"))
    if means(shown(value), "no"):
        return Meaning("understood", bound="none")
    if says(shown(value), "denied name"):  # "N42 nicht möglich"
        return not_understood(msg("it names nothing of its own"))
    return plain_text(value)


def _grade(value: Value) -> Meaning:
    """The grade it has; of those it could have none is told."""
    found = _offered(value)
    return found if found.value is None else _of_one_name(shown(value), found)


def _of_one_name(text: str, found: Meaning) -> Meaning:
    """The name, unless it is denied or one of several."""
    if is_name_denied(text):
        return not_understood(msg("none of the choices, or several of them"))
    return found


def _report(value: Value) -> Meaning:
    """The number of a report; a day alone is none."""
    text = shown(value)
    if day_of(value) or (not text.isdigit() and date_of(value, None) is not None):
        return not_understood(msg("a day, where a number was asked for"))
    found = plain_text(value)
    if found.value is None or (_has_number(text) and not says(text, "no licence yet")):
        return found
    return not_understood(msg("no number of a report"))


def _maker(value: Value) -> Meaning:
    """Who makes it; a country makes nothing, "ourselves" is said by whoever answers, and "a Chinese
    manufacturer" may be anybody."""
    text = shown(value)
    if means(text, "ourselves") or means(text, "yes") or not without(text, ("vague_maker",)):
        return not_understood(msg("it names nothing of its own"))
    if len(text) <= LONGEST and country_of(text):
        return not_understood(msg("a country, where a maker was asked for"))
    found = plain_text(value)
    return found if found.value is None else _of_one_name(text, found)


def _licence(value: Value) -> Meaning:
    """The number of a licence. What holds no number, but a word, a day or a time, grants nothing; nor does
    one that was refused or is expected."""
    found, text = plain_text(value), shown(value)
    others = ("of another", "no licence yet")
    is_ours = not (not_granted(text) or any(says(text, meaning) for meaning in others))
    if found.value is None or (_has_number(text) and is_ours):
        return found
    return not_understood(msg("no number of a licence"))


def _has_number(text: str) -> bool:
    """Whether something in the text is a number of its own, no day, year or time."""
    plain = _TIME.sub(
        lambda found: "" if days_factor(found[1]) else found[0], _EAST_ASIAN_DAY.sub(" ", text)
    )
    tokens = [token.strip(".,;:()[]") for token in _SHARE.sub(" ", plain).split()]
    return any(
        _is_number(token, is_alone=token == plain.strip())
        for token in tokens
        if any(sign.isdigit() for sign in token)
    )


def _is_number(token: str, *, is_alone: bool) -> bool:
    if token.isdigit():
        return is_alone or (len(token) >= FEWEST_DIGITS and not _YEAR.fullmatch(token))
    return date_of(token, None) is None and not is_ambiguous_date(token)


def _country(value: Value) -> Meaning:
    text = shown(value)
    found = country_of(text) if len(text) <= LONGEST else None
    if found and folded(text) not in countries() and not _is_plain(text):
        found = None
    codes = tuple(found.split(";")) if found else tuple(sorted(_countries_in(text[:LONGEST])))
    if not codes and (of_towns := origin_of(value)):
        codes = tuple(of_towns.split(";"))
    if len(codes) == 1:
        return Meaning("understood", codes[0])
    if codes:
        return not_understood(msg("several countries for one part"))
    return not_understood(msg("no country that is recognised"))


def _countries_in(text: str) -> set[str]:
    """The countries a longer text names: "China (Ningbo)", "中国宁波". None where it says not."""
    plain = folded(text)
    words = re.findall(r"[^\W\d_]+", plain)
    if not _is_plain(plain) or says(plain, "one or the other") or is_unclear_place(plain):
        return set()
    known = countries()
    found: set[str] = set()
    for start in range(len(words)):
        for size in (1, 2, 3):
            name = " ".join(words[start : start + size])
            if len(name) > 3 or (name and is_unspaced(name)):
                found.update([known[name]] if name in known else _beginning(name))
    if any(word in words for word in words_for("of_china")):
        found.add(CHINA)
    if _CODE.search(text):
        codes = [code.casefold() for code in _TWO_LETTERS.findall(text)]
        found |= {CHINA, *(known[code] for code in codes if code in known)}
    return found


def _is_plain(text: str) -> bool:
    """Whether a text only says where: nothing denied, in part, of the past or from a year on."""
    left_open = ("negation", "formerly", "past", "partly")
    return not (_A_YEAR.search(text) or any(says(text, meaning) for meaning in left_open))


def _beginning(name: str) -> list[str]:
    """The countries with which a text without blanks begins and ends."""
    if not is_unspaced(name):
        return []
    known = countries()
    sizes = range(min(len(name), 12), 1, -1)
    first = next((known[name[:size]] for size in sizes if name[:size] in known), None)
    last = next((known[name[-size:]] for size in sizes if name[-size:] in known), None)
    return [code for code in (first, last) if code]


def _hs_code(value: Value) -> Meaning:
    found = hs_of(value)
    if found is None and isinstance(value, str):  # "HS code: 8505 11"
        found = hs_of(re.split(r"[:：]", value)[-1].strip())
    if found is None:
        return not_understood(msg("no customs code of four to thirteen digits"))
    return Meaning("understood", found)


TEXTS: Mapping[str, Callable[[Value], Meaning]] = {
    "country_of_origin": _country,
    "hs_code": _hs_code,
    "licence_number": _licence,
    "report_number": _report,
    "maker": _maker,
    "magnet_grade": _grade,
    "alternative_grade": _offered,
}
"""How the texts of some columns are read; the others are plain ones."""
