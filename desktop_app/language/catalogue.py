"""Turns messages into sentences, numbers and dates of one language.

Window and report each hold their own catalogue, so a German buyer prints English for a supplier.
"""

import gettext
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, Literal

from desktop_app.model.findings import Argument, Country, Message, Quoted
from desktop_app.paths import shipped

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "ja": "日本語",
    "zh": "中文",
    "ko": "한국어",
}
MACHINE_TRANSLATED = frozenset({"fr", "es", "it", "ja", "ko"})
"""Complete, but not proof-read by a person; the language list says so."""


def spoken_language() -> str:
    """That of the system as ``LANG`` says it, where there is no window that could ask the system."""
    spoken = os.environ.get("LANG", "").partition("_")[0]
    return spoken if spoken in LANGUAGES else "en"


@dataclass(frozen=True, slots=True)
class _Joints:
    """What stands between the names of a list, between its groups, and between sentences."""

    names: str = ", "
    groups: str = "; "
    sentences: str = " "


_EAST_ASIAN = _Joints("、", "；", "")
_FRENCH = _Joints(groups="\u00a0; ")
_JOINTS: Mapping[str, _Joints] = {"zh": _EAST_ASIAN, "ja": _EAST_ASIAN, "fr": _FRENCH}
"""Source: W3C, Requirements for Chinese Text Layout and for Japanese Text Layout: the enumeration comma,
and no blank after full-width signs. Korean sets Latin commas and blanks. French sets a blank
before a semicolon (Imprimerie nationale, Lexique des règles typographiques)."""
_QUOTES: Mapping[str, tuple[str, str]] = {
    "de": ("„", "“"), "fr": ("«\u00a0", "\u00a0»"), "es": ("«", "»"), "it": ("«", "»"),
    "ja": ("「", "」"),
}  # fmt: skip
"""Marks before and after words that are quoted; elsewhere “ and ”. Source: Unicode CLDR, delimiters;
French sets a blank inside them (Imprimerie nationale, as above)."""
_DATES: Mapping[str, Literal["long"]] = {"ko": "long"}
"""Korean writes 2027. 1. 14. in its medium form; the sentence's own full stop would follow it."""
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
"""Between them a text has a direction of its own (Unicode, annex 9: first strong isolate)."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
HUGE = 1e15
"""From here on a float tells no single pieces, and a line has no room: 1E40, not 41 digits, which Babel
does not write. A list may say anything."""
_CODES = re.compile(r"[^,;\s]+")
_LOCALE = {"en": "en_GB", "zh": "zh_Hans_CN"}


@cache
def _translations(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    with shipped("resources", "languages", f"{language}.mo").open("rb") as stream:
        return gettext.GNUTranslations(stream)


@lru_cache(maxsize=20_000)
def _decimal(value: float, digits: int, locale: str) -> str:
    """A number with its separators. Babel takes its pattern and its locale apart anew each time, and a
    list says the same few thousand numbers again and again."""
    from babel.numbers import format_decimal, format_scientific

    if abs(value) >= HUGE:
        return str(format_scientific(value, "0.##E0", locale=_locale(locale)))
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return str(format_decimal(value, pattern, locale=_locale(locale)))


@cache
def _percent_pattern(name: str, digits: int) -> Any:
    """The pattern of a share, taken apart once: Babel does that anew for every figure."""
    from babel.numbers import parse_pattern

    pattern = str(_locale(name).percent_formats[None].pattern)
    decimals = "." + "0" * digits if digits else ""
    return parse_pattern(pattern.replace("#,##0", "#,##0" + decimals))


@cache
def _day_pattern(name: str, form: str) -> Any:
    """The pattern of a day, "medium" or "long" or by its parts, as "MMMd"; found once: Babel looks for it
    anew for every day."""
    locale = _locale(name)
    return (
        locale.date_formats[form]
        if form in locale.date_formats
        else locale.datetime_skeletons[form]
    )


@cache
def _locale(name: str) -> Any:
    from babel import Locale

    return Locale.parse(name)


def isolated(words: str) -> str:
    """Words that run from right to left, such as a name, as they may stand in another sentence.

    Without the two marks around them a number that follows would be drawn on their other side.
    """
    if ISOLATE in words or not RIGHT_TO_LEFT.search(words):
        return words
    return f"{ISOLATE}{words}{END_ISOLATE}"


class Catalogue:
    """Everything that is said in one language. Unknown languages raise KeyError."""

    def __init__(self, language: str) -> None:
        self.name = LANGUAGES[language]
        self.language = language
        self.locale = _LOCALE.get(language, language)
        self._messages = _translations(language)
        self._joints = _JOINTS.get(language, _Joints())

    def say(self, message: Message) -> str:
        """The sentence of a message, its arguments written the way of the language."""
        values = dict(message.args)
        if not message.template:
            return ""  # where gettext would say the header of the file
        if message.plural is None:
            template = self._messages.gettext(message.template)
        else:
            count = values["n"]
            if not isinstance(count, int):
                raise TypeError(f"{message.template!r} counts {count!r}")
            template = self._messages.ngettext(message.template, message.plural, count)
        if not values:
            return template
        return self._bound(template, values).format_map(
            {name: self._write(value) for name, value in values.items()}
        )

    def text(self, template: str, /, **args: Argument) -> str:
        """Says a literal template at once; for labels of the window and headings of reports."""
        return self.say(Message(template, tuple(args.items())))

    def listed(self, names: Iterable[str]) -> str:
        """Names one after another, as the language lists them: "Dy, Tb" or 「镝、铽」.

        Empty ones are left out; names that run from right to left stand isolated.
        """
        return self._joints.names.join(isolated(name) for name in names if name)

    def material(self, name: str) -> str:
        """An element by its symbol; a mineral that has none, as graphite, by its word."""
        return name if len(name) <= 2 else self.say(Message(name))

    def materials(self, names: Iterable[str]) -> str:
        """Elements and minerals one after another."""
        return self.listed(self.material(name) for name in names)

    def quoted(self, words: str) -> str:
        """Words of a list as such, so that they are not read as words of the sentence."""
        before, after = _QUOTES.get(self.language, ("“", "”"))
        return f"{before}{isolated(words)}{after}"

    def grouped(self, groups: Iterable[str]) -> str:
        """Phrases one after another that may hold commas themselves; empty ones are left out."""
        return self._joints.groups.join(isolated(group) for group in groups if group)

    def sentences(self, said: Iterable[str]) -> str:
        """Whole sentences as one text; empty ones are left out.

        A sentence that ends in Latin letters, such as a source nobody translated, keeps its blank.
        """
        text = ""
        for sentence in said:
            if text and sentence:
                text += self._joints.sentences or (" " if text[-1].isascii() else "")
            text += sentence
        return text

    def _bound(self, template: str, values: Mapping[str, Argument]) -> str:
        """The template with what must stand in one line bound together; here as it is."""
        return template

    def _write(self, value: Argument) -> str:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, Country):
            return self.listed(self.country(code) for code in _CODES.findall(value))
        if isinstance(value, Quoted):
            return self.listed(map(self.quoted, value.split("\n")))
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, str):
            return isolated(str(value))
        if isinstance(value, bool) or value is None:
            return "" if value is None else str(value)
        return self.number(value)

    def number(self, value: float, digits: int | None = None) -> str:
        """A number with the locale's separators; ``digits`` after the point, else as needed."""
        if digits is None:
            digits = 0 if float(value).is_integer() else 2
        # Nought may be below nought and is told from itself only by its sign.
        return (_decimal if value else _decimal.__wrapped__)(value, digits, self.locale)

    def percent(self, share: float, digits: int = 0) -> str:
        """A share of 0..1 as percent, its sign where the language puts it: 5% or 5 %."""
        from babel.numbers import format_percent

        pattern = _percent_pattern(self.locale, digits)
        return str(format_percent(share, pattern, locale=_locale(self.locale)))

    def money(self, amount: float, currency: str) -> str:
        """A whole amount of money with its ISO code in front or behind, by locale."""
        return f"{self.number(round(amount))} {currency}"

    def _day(self, form: str, day: date) -> str:
        return str(_day_pattern(self.locale, form).apply(day, self._babel))

    def month(self, day: date) -> str:
        """The month of a day with its year, such as January 2027."""
        return self._day("yMMMM", day)

    def short_date(self, day: date) -> str:
        """A day without its year, such as 14 Jan."""
        return self._day("MMMd", day)

    def date(self, day: date) -> str:
        """A day in the locale's medium form, such as 14 Jan 2027."""
        return self._day(_DATES.get(self.language, "medium"), day)

    @property
    def _babel(self) -> Any:
        return _locale(self.locale)

    def country(self, code: str) -> str:
        """The name of a country from its ISO2 code; the code itself where unknown."""
        return str(self._babel.territories.get(code, code))

    def language_name(self, code: str) -> str:
        """The name of a language from its ISO 639-1 code; the code itself where unknown."""
        return str(self._babel.languages.get(code, code))
