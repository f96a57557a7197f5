"""Seven translations: complete, faithful to their places, compiled, none of it left in English."""

import csv
import gettext
import io
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop_app.language.catalogue import LANGUAGES, MACHINE_TRANSLATED, Catalogue
from desktop_app.model.findings import nmsg
from desktop_app.ui.menus import MENUS
from tests.language.tool import messages_tool

TOOL = messages_tool()
TRANSLATED: tuple[str, ...] = TOOL.TRANSLATED
SAME = Path(__file__).with_name("same_as_english.csv")
GLOSSARY = TOOL.FOLDER / "glossary.csv"
ACCESS_KEY = re.compile(r"&(\w)")
WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture(scope="module")
def found() -> Any:
    return TOOL.collect()


@cache
def read(language: str) -> Any:
    catalogue = TOOL.read(language)
    assert catalogue is not None
    return catalogue


def test_every_message_can_be_collected(found: Any) -> None:
    assert found[1] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(found: Any, language: str) -> None:
    catalogue = TOOL.updated(language, read(language), found[0])
    assert TOOL.missing(catalogue) == [], "run dev.py messages, then translate these"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_loses_a_place_or_an_access_key(language: str) -> None:
    assert list(TOOL.wrong(read(language))) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_file_is_the_readable_one(language: str) -> None:
    compiled = (TOOL.FOLDER / f"{language}.mo").read_bytes()
    assert compiled == TOOL.as_mo(read(language)), "run dev.py messages and commit both files"


@pytest.mark.parametrize("language", TRANSLATED)
def test_gettext_reads_the_compiled_file(language: str) -> None:
    with (TOOL.FOLDER / f"{language}.mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for entry in TOOL.entries(read(language)):
        if TOOL.is_translated(entry) and isinstance(entry.id, str):
            assert compiled.gettext(entry.id) == entry.string


def same_as_english() -> dict[str, set[str]]:
    with SAME.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert all(row["reason"] for row in rows)
    return {row["english"]: set(row["languages"].split()) for row in rows}


def is_substance(entry: Any) -> bool:
    """Chemistry has the same word in many languages; 188 lines of reasons would say just that."""
    return {place for place, _ in entry.locations} == {"resources/register/substances.csv"}


def test_nothing_is_left_in_english_without_a_reason() -> None:
    found: dict[str, set[str]] = {}
    for language in TRANSLATED:
        for entry in TOOL.entries(read(language)):
            english = TOOL.templates(entry)[0]
            is_words = WORD.search(TOOL.PLACE.sub("", english))
            if is_words and english in TOOL.forms(entry) and not is_substance(entry):
                found.setdefault(english, set()).add(language)
    allowed = same_as_english()
    left = {text: langs for text, langs in found.items() if not langs <= allowed.get(text, set())}
    assert left == {}
    unneeded = {text: langs for text, langs in allowed.items() if langs - found.get(text, set())}
    assert unneeded == {}


@pytest.mark.parametrize("language", ["ja", "zh", "ko"])
def test_no_english_sentence_hides_in_another_script(language: str) -> None:
    """Names, units and codes may stand in a sentence; five English words in a row may not."""
    english = re.compile(r"(\b[a-z]{2,}\b[ ,]+){4}[a-z]{2,}\b")
    strings = [s for entry in TOOL.entries(read(language)) for s in TOOL.forms(entry)]
    assert [string for string in strings if english.search(string)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_file_says_who_translated_it(language: str) -> None:
    head = (TOOL.FOLDER / f"{language}.po").read_text(encoding="utf-8")[:400]
    assert ("not proof-read" in head) is (language in MACHINE_TRANSLATED)
    assert LANGUAGES[language] in head


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ["0 Teile", "1 Teil", "2 Teile"]),
        ("fr", ["0 pièce", "1 pièce", "2 pièces"]),
        ("es", ["0 piezas", "1 pieza", "2 piezas"]),
        ("it", ["0 parti", "1 parte", "2 parti"]),
        ("zh", ["0 个零件", "1 个零件", "2 个零件"]),
        ("ja", ["0 部品", "1 部品", "2 部品"]),
        ("ko", ["부품 0개", "부품 1개", "부품 2개"]),
    ],
)  # fmt: skip
def test_each_language_counts_its_own_way(language: str, said: list[str]) -> None:
    catalogue = Catalogue(language)
    assert [catalogue.say(nmsg("{n} part", "{n} parts", n)) for n in range(3)] == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_share_an_access_key(language: str) -> None:
    text = Catalogue(language).say
    menus = [[text(title) for title, _ in MENUS]]
    menus += [[text(entry.words) for entry in entries if entry] for _, entries in MENUS]
    for said in menus:
        keys = Counter(key.upper() for words in said for key in ACCESS_KEY.findall(words))
        assert sum(keys.values()) == len(said), said
        assert [key for key, times in keys.items() if times > 1] == [], said


def glossary() -> list[dict[str, str]]:
    with GLOSSARY.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_glossary_speaks_every_language() -> None:
    rows = glossary()
    assert list(rows[0]) == ["english", *TRANSLATED]
    assert [row["english"] for row in rows if not all(row.values())] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_keeps_to_the_glossary(language: str) -> None:
    """Each term that is itself a message is said with the word of the glossary."""
    catalogue = Catalogue(language)
    said = {str(entry.id): entry for entry in TOOL.entries(read(language))}
    terms = {row["english"]: row[language] for row in glossary() if row["english"] in said}
    assert len(terms) >= 12
    assert {term: catalogue.text(term) for term in terms} == terms


def test_the_readable_file_can_be_read_back() -> None:
    text = TOOL.as_po(read("de"))
    again = TOOL.read_po(io.BytesIO(text), locale="de")
    assert TOOL.as_po(again) == text
