"""The search finds what stands in a text, however its signs are laid out."""

import unicodedata

from desktop_app.language.han import mainland_words
from desktop_app.matching.normal import normalise
from desktop_app.matching.search import search_for


def found_in(text: str, spellings: list[str]) -> list[str]:
    """The longest spellings found one after the other; a sign that none holds ends the text."""
    return [spellings[number] for _, number in search_for(spellings).iter_long(f"{text}\0")]


def test_finds_spellings_with_signs_that_begin_none() -> None:
    spellings = [" motor ", "motor ", " n42sh ", "磁铁", " motor  8 "]
    assert found_in(" 24v  getriebemotor  n42sh ", spellings) == ["motor ", " n42sh "]
    assert found_in(" motor  8  磁铁 80 ", spellings) == [" motor  8 ", "磁铁"]
    assert found_in(" 4 2 . % ", spellings) == []


def test_no_normal_form_holds_the_sign_that_is_never_found() -> None:
    stars = [
        sign for sign in map(chr, range(0x10000)) if "*" in unicodedata.normalize("NFKC", sign)
    ]
    assert len(stars) > 2
    assert all("*" not in normalise(f"a{sign}b {sign} 磁{sign}") for sign in stars)
    assert all("*" not in word for word in mainland_words().values())
