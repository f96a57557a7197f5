"""Messages become sentences: arguments in the language's way, files' text as it is."""

from datetime import date

import pytest

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import Country, Message, Quoted, msg, nmsg


def test_arguments_are_written_into_the_template() -> None:
    said = Catalogue("en").say(msg("{part} runs out on {day}.", part="M4", day=date(2027, 1, 14)))
    assert said == "M4 runs out on 14 Jan 2027."


def test_text_from_a_file_is_never_a_template() -> None:
    said = Catalogue("en").say(msg("{part}", part="{0} {day} %s <b>"))
    assert said == "{0} {day} %s <b>"


def test_one_and_many() -> None:
    say = Catalogue("en").say
    assert say(nmsg("{n} part", "{n} parts", 1)) == "1 part"
    assert say(nmsg("{n} part", "{n} parts", 1200)) == "1,200 parts"


def test_a_message_may_hold_messages() -> None:
    inner = nmsg("{n} part", "{n} parts", 2)
    assert Catalogue("en").say(msg("Ask about {what}.", what=inner)) == "Ask about 2 parts."


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [
        ("en", "1,234.50", "24 Nov 2026"),
        ("de", "1.234,50", "24.11.2026"),
        ("fr", "1\u202f234,50", "24 nov. 2026"),
        ("ko", "1,234.50", "2026년 11월 24일"),
    ],
)  # fmt: skip
def test_numbers_and_dates_follow_the_language(language: str, number: str, day: str) -> None:
    catalogue = Catalogue(language)
    assert catalogue.number(1234.5) == number
    assert catalogue.date(date(2026, 11, 24)) == day


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_loads(language: str) -> None:
    assert Catalogue(language).country("CN") not in ("", "CN")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Japan, China"), ("de", "Japan, China"), ("zh", "日本、中国")]
)
def test_countries_are_said_by_name_and_text_that_looks_like_one_is_not(
    language: str, said: str
) -> None:
    say = Catalogue(language).say
    assert say(msg("{country}", country=Country("JP;CN"))) == said
    assert say(msg("{part}", part="JP")) == "JP"
    assert say(msg("{country}", country=Country("no code"))) == Catalogue(language).listed(
        ["no", "code"]
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“1FK7”, “a, b”"), ("de", "„1FK7“, „a, b“"), ("fr", "«\xa01FK7\xa0», «\xa0a, b\xa0»"),
        ("ja", "「1FK7」、「a, b」"), ("zh", "“1FK7”、“a, b”"),
    ],
)  # fmt: skip
def test_words_of_a_list_stand_between_the_quotation_marks_of_the_language(
    language: str, said: str
) -> None:
    assert Catalogue(language).say(msg("{words}", words=Quoted("1FK7\na, b"))) == said


@pytest.mark.parametrize(
    ("language", "share"),
    [("en", "12.5%"), ("de", "12,5\xa0%"), ("fr", "12,5\xa0%"), ("zh", "12.5%")],
)
def test_percent_stands_as_the_language_writes_it(language: str, share: str) -> None:
    assert Catalogue(language).percent(0.125, 1) == share


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Czech"), ("de", "Tschechisch"), ("fr", "tchèque"), ("ja", "チェコ語")],
)
def test_languages_of_files_are_named_in_the_language_of_the_window(
    language: str, said: str
) -> None:
    assert Catalogue(language).language_name("cs") == said
    assert Catalogue(language).language_name("?") == "?"


def test_an_empty_message_says_nothing() -> None:
    assert Catalogue("de").say(Message("")) == ""


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        Catalogue("xx")


@pytest.mark.parametrize(
    ("value", "words"),
    [(1e40, "1E40"), (-1.5e300, "-1,5E300"), (1e15, "1E15"), (999_999_999_999_999.0, "999.999.999.999.999")],
)  # fmt: skip
def test_a_figure_of_any_size_is_written(value: float, words: str) -> None:
    """A list may say 1E+40 pieces: 41 digits have no room, and Babel fails over more than 28."""
    assert Catalogue("de").number(value) == words
    assert Catalogue("de").number(value, 0) == words
