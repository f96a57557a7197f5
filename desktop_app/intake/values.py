"""Text of a cell into numbers, countries, units and codes; what cannot be read stays missing."""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from desktop_app.intake.answer_words import means, says_nothing
from desktop_app.intake.grid import Value, day_of, shown
from desktop_app.intake.kept_words import kept
from desktop_app.intake.reader_child import DAY_MARK
from desktop_app.intake.word_patterns import any_of, unit_words
from desktop_app.paths import shipped

_HS_WORDS = re.compile(
    r"^\s*['’]|\b(HTS(US)?|HS|TARIC|CN|NCM)( ?code)?\s*[:#]?\s*(?=\d)", re.IGNORECASE
)
_ISO_DAY = re.compile(r"(19|20)\d{2}-[01]\d-[0-3]\d")
_DASHES = re.compile(r"[‐‑‒–—−]")
_CAS = re.compile(r"(?<!\d)(\d{2,7})-(\d{2})-(\d)(?!\d)")


@cache
def _made_in() -> re.Pattern[str]:
    """Words before a country of origin."""
    return re.compile(rf"^\s*(?:{any_of('made_in')})\s+", re.IGNORECASE)


def without_made_in(text: str) -> str:
    """A text without "made in" at its begin."""
    return _made_in().sub("", text)


@cache
def _asian_place() -> re.Pattern[str]:
    """A country with its province behind it, as written without a gap: 中国浙江."""
    outside = "|".join(re.escape(_plain(word)) for word in unit_words()["outside_a_country"])
    before = any_of("country_before_place")
    return re.compile(rf"({before})\s?(?!(?:{outside})\b)(\w{{1,8}})")


@cache
def units() -> Mapping[str, float | None]:
    """Units of quantity as lists write them, in one case, to grams where they are masses."""
    with shipped("resources", "units.csv").open(encoding="utf-8", newline="") as stream:
        return {
            row["unit"]: float(row["grams"]) if row["grams"] else None
            for row in csv.DictReader(stream)
        }


def is_unit(text: str) -> bool:
    """A cell that names a unit and nothing else."""
    return unicodedata.normalize("NFKC", text).casefold().strip(" .") in units()


@cache
def piece_units() -> frozenset[str]:
    """Units that count pieces, in whatever language."""
    with shipped("resources", "units.csv").open(encoding="utf-8", newline="") as stream:
        return frozenset(row["unit"] for row in csv.DictReader(stream) if row["kind"] == "piece")


@cache
def alike() -> Mapping[str, tuple[str, float]]:
    """Units that are neither masses nor pieces, each to what it is so many of: (m, 1000) of km, (set, 1)
    of 套."""
    with shipped("resources", "units.csv").open(encoding="utf-8", newline="") as stream:
        return {
            row["unit"]: (row["of"], float(row["times"]))
            for row in csv.DictReader(stream)
            if row["of"]
        }


def same_unit(one: str, other: str) -> bool:
    """Whether two units of quantity can be added: the same, in whatever word, or both count pieces."""
    plain = [unicodedata.normalize("NFKC", text).casefold().strip(" .") for text in (one, other)]
    if plain[0] == plain[1] or all(text in piece_units() for text in plain):
        return True
    first = alike().get(plain[0])
    return first is not None and first == alike().get(plain[1])


def price_unit_of(value: Value) -> float | None:
    """How many units a price is for: 100, "per 1000", "1.000 ST"; None where it cannot be read."""
    if isinstance(value, str):
        digits = re.sub(r"(?<=\d)[.,' ](?=\d{3}\b)", "", value)
        found = re.search(r"\d+", digits)
        return float(found[0]) if found else None
    return value if isinstance(value, float) else None


YEN_OR_YUAN = re.compile(r"[¥￥]")


@cache
def _currencies() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Words in capitals and signs, each to its ISO code; longest sign first."""
    words: dict[str, str] = {}
    signs: dict[str, str] = {}
    with shipped("resources", "currencies.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            is_word = row["written"].isalpha() and row["written"].isascii()
            (words if is_word else signs)[row["written"]] = row["code"]
    return words, dict(sorted(signs.items(), key=lambda item: -len(item[0])))


def currency_of(text: str) -> str | None:
    """The ISO code named in a text: "EUR", "US$ 12", "含税单价(元)"; None for ¥ alone.

    The sign ¥ stands for yen and for yuan, so it names neither.
    """
    upper = unicodedata.normalize("NFKC", text).upper()
    words, signs = _currencies()
    for word in re.findall(r"(?<![A-Z])[A-Z]{3,7}(?![A-Z])", upper):
        if word in words:
            return words[word]
    return next(
        (code for sign, code in signs.items() if sign in upper and _stands_in(sign, upper)), None
    )


def is_code_of_currency(text: str) -> bool:
    """Whether a text is the code of a currency and nothing else: "USD", "rmb"."""
    return text.strip().upper() in _currencies()[0]


def _stands_in(sign: str, text: str) -> bool:
    """Whether a sign of a currency stands in a text as such: 100원 and 元/个, not 원재료 and 元器件."""
    if sign not in text or not sign[-1].isalpha():
        return (
            sign in text
        )  # nearly every text has none: an expression for each took half of a reading
    ends = (found.end() for found in re.finditer(re.escape(sign), text))
    return any(end == len(text) or not _goes_on(text[end]) for end in ends)


def _goes_on(character: str) -> bool:
    return ord(character) > CJK and character.isalpha() and character not in WHOLE_SUMS


WHOLE_SUMS = "整正정每"
"""Behind a currency: "in full", and "each"."""


def hs_of(value: Value) -> str | None:
    """Digits of a customs number, four to thirteen of them; leading zeros as found."""
    if value is None or day_of(value) or is_endless(value):
        return None
    # A heading number of four digits with a point became a number: 8505.1 was 8505.10.
    is_cut = isinstance(value, float) and not value.is_integer()
    text = f"{value:.2f}" if is_cut else unicodedata.normalize("NFKC", shown(value))
    if _ISO_DAY.fullmatch(text):
        return None
    digits = re.sub(r"[\s.\-]", "", _HS_WORDS.sub("", text))
    return digits if digits.isdigit() and 4 <= len(digits) <= 13 else None


def cas_of(value: Value) -> str | None:
    """A CAS number whose check digit is right; one that Excel made a day is restored."""
    if is_endless(value):
        return None
    day = day_of(value)
    written = _DASHES.sub("-", unicodedata.normalize("NFKC", shown(value)))
    candidate = f"{day[:8]}{int(day[8:])}" if day else written
    for first, second, check in _CAS.findall(candidate):
        digits = (first + second)[::-1]
        if sum(i * int(d) for i, d in enumerate(digits, start=1)) % 10 == int(check):
            return f"{first.lstrip('0')}-{second}-{check}"  # some systems fill it up to ten digits
    return None


@kept("countries")
def countries() -> Mapping[str, str]:
    """Names and codes of countries in many languages, comparable form to ISO2."""
    found: dict[str, str] = {}
    with shipped("resources", "countries.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(_plain(row["name"]), row["code"])
            found[row["code"].casefold()] = row["code"]
    return found


LONGEST = 1_000
"""Characters of a cell that may hold a number or name countries: what is longer is a text, and looking
through one without end takes minutes."""


def is_endless(value: Value) -> bool:
    """A text that is too long to be a value."""
    return isinstance(value, str) and len(value) > LONGEST


def country_of(value: Value) -> str | None:
    """ISO2 of a country; several in one cell joined by ";"; None where none is recognised."""
    if not isinstance(value, str) or is_endless(value):
        return None
    if not value.isascii() and (flags := _FLAG.findall(value)):
        return _of_flags(flags, _FLAG.sub(" ", value).strip(" /,;&+|-"))
    if not value.isalnum() and says_nothing(value):  # "n.a." is no Namibia, "n.c." no New Caledonia
        return None
    text = value
    known = countries()
    plain = _plain(without_made_in(text))
    whole = known.get(plain) or known.get(plain.replace(" ", "") if len(plain) < 8 else plain)
    if whole is not None:  # "do." and "-do-" are the same as above, and no Dominican Republic
        return None if not value.isalnum() and means(value, "ditto") else whole
    placed = _placed(plain)
    if placed is not None:
        return placed
    parts = [
        p
        for p in re.split(r"[/;,&+|]|\bor\b|\boder\b|\band\b|\bund\b|\bou\b|或|、|・", text)
        if p.strip()
    ]
    codes = [known.get(_plain(part)) for part in parts]
    if codes and all(codes):
        return ";".join(dict.fromkeys(code for code in codes if code))
    if len(parts) > 1 and "," in text and codes[-1] and not any(codes[:-1]):
        return codes[-1]  # a town and its country
    return _beside_words(text)


def _placed(plain: str) -> str | None:
    """A country with its province behind it, without a gap."""
    found = _asian_place().fullmatch(plain)
    if found is None or found[1] not in countries() or _says_country(found[2]):
        return None
    return countries()[found[1]]


def _beside_words(text: str) -> str | None:
    """A country with its code, its number in a list, or a place beside it."""
    known = countries()
    bracketed = re.fullmatch(r"(.*?)[\s(\[-]+([A-Za-z]{2,3})[)\]]?", text)
    if bracketed:
        by_name, by_code = known.get(_plain(bracketed[1])), known.get(bracketed[2].casefold())
        if by_name and by_name == by_code:
            return by_name
    within = _WITH_PLACE.fullmatch(text)
    if within and _plain(within[1]) in known and not _names_country(within[2] or within[3] or ""):
        return known[_plain(within[1])]
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        return known.get(_plain(numbered[1]))
    leading = re.fullmatch(r"([A-Za-z]{2})[\s:,-]+(.+)", text)
    if leading and known.get(leading[1].casefold()) == known.get(_plain(leading[2]), ""):
        return known[leading[1].casefold()]
    return _said_twice(text)


def _said_twice(text: str) -> str | None:
    """A country in two languages beside each other: China 中国, Made in China 中国制造, Chine China."""
    words = _plain(_BORDER.sub(" ", without_made_in(text))).split()
    if not 1 < len(words) <= MOST_WORDS:
        return None
    for at in range(1, len(words)):
        halves = (" ".join(half) for half in (words[:at], words[at:]))
        one, other = (countries().get(half) or _placed(half) for half in halves)
        if one and one == other:
            return one
    return None


MOST_WORDS = 8
"""Of a country named in two languages."""
_BORDER = re.compile(r"(?<=[A-Za-z])(?=[\u2e80-\U0003ffff])|(?<=[\u2e80-\U0003ffff])(?=[A-Za-z])")
"""Where letters and characters meet."""


_WITH_PLACE = re.compile(
    r"\s*([^()\[\]*–-]+?)\s*(?:[(\[]\s*([^()\[\]]+?)\s*[)\]]|\s[–-]\s*([^()\[\]]+?)|[*†‡¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*"
)
"""A country with a town or province behind it, or a footnote's sign: China (Ningbo), CN*, CN¹."""


_NUMBERED = re.compile(r"\s*\d{1,4}\s*[-–:.]\s*([^\d\W]{4}.*|[\u2e80-\U0003ffff]{2}.*)")
"""A country with its number in a list before it, as customs have them: 720 - China. Not its code, which may
be a word: 3 - No."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
"""Two letters of a code, which a screen shows as a flag."""
_FIRST_OF_FLAGS = 0x1F1E6


def _of_flags(flags: Sequence[str], rest: str) -> str | None:
    """The countries of flags, and of what is written beside them; None where one of them is not known."""
    spelled = (
        "".join(chr(ord("a") + ord(sign) - _FIRST_OF_FLAGS) for sign in flag) for flag in flags
    )
    codes = [countries().get(code) for code in spelled]
    if rest:
        codes += (country_of(rest) or "").split(";")
    return ";".join(dict.fromkeys(code for code in codes if code)) if all(codes) else None


def _names_country(place: str) -> bool:
    """Whether a place names a country as well, or is no name: "China (assembled in Vietnam)" names two
    and "China (?)" none for certain."""
    if place and not (place[0].isupper() or ord(place[0]) > CJK):
        return True
    words, known = _plain(place).split(), countries()
    runs = (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    return any(run in known for run in runs)


def _says_country(place: str) -> bool:
    return any(name in place for name in countries() if len(name) > 1 and ord(name[0]) > CJK)


CJK = 0x2E80


_POINTS = re.compile(r"[.,'’()\-]+")


def _plain(text: str) -> str:
    """Without accents, points and doubled spaces, in one case."""
    if text.isascii():
        return " ".join(_POINTS.sub(" ", text.lower()).split())
    split = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c for c in split if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFKC", _POINTS.sub(" ", letters)).split())


_ROUNDED = re.compile(r"\d([.,]\d+)?[Ee]\+?\d{2}")
FIRST_INEXACT = 1e15
"""From here a spreadsheet keeps no more than fifteen digits of a number."""


def looks_converted(value: Value) -> bool:
    """A day or a rounded number where a part number should be: 3-1 became a day in March, and
    123456789012 became 1.23E+11."""
    if isinstance(value, float):
        return abs(value) >= FIRST_INEXACT
    if not isinstance(value, str):
        return False
    if value[0] == DAY_MARK:
        return True
    return value[0].isdigit() and _ROUNDED.fullmatch(value) is not None
