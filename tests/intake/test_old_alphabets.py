"""Texts that name no encoding come out in their own letters, and those of Windows as before.

Forty texts in old alphabets with twenty look-alikes, frozen before their first run: 5 of 40 in the right
letters, 35 asked about, 20 of 20 look-alikes right. Held out, run once after mending: 12 of 12 and 6 of 8 (a
word in þ and ð, and two lone signs, were taken for Vietnamese and Cyrillic); mended since.
"""

import unicodedata
from pathlib import Path

import pytest

from desktop_app.intake.old_alphabets import likely_encoding
from desktop_app.intake.text_encodings import decode
from desktop_app.model.reading import Reading
from tests.intake.reading_here import read_here
from tests.workbooks.old_alphabets import LISTS, OldText, old_texts

TEXTS = [*old_texts(), *old_texts(LISTS.with_name("old_alphabets_held_out.txt"))]


@pytest.mark.parametrize("made", TEXTS, ids=lambda made: made.name)
def test_a_text_comes_out_in_its_own_letters(made: OldText) -> None:
    text, _, doubtful = decode(made.raw)
    assert (text, doubtful) == (unicodedata.normalize("NFC", made.text), [])


@pytest.mark.parametrize("made", TEXTS[::6], ids=lambda made: made.name)
def test_what_was_guessed_is_said(made: OldText, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(made.raw)
    reading = read_here(path)
    assert isinstance(reading, Reading)
    assert "W_ENCODING_GUESS" in {issue.code for issue in reading.files[0].issues}


def test_what_was_taken_stays_where_the_letters_do_not_decide() -> None:
    assert likely_encoding(b"Part;Qty\n1;2", "cp1252") == "cp1252"
    assert likely_encoding(b"90\xb0 elbow;\xbd", "cp1252") == "cp1252"
