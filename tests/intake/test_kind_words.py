"""The table of words by kind is read strictly, and has every kind that the program asks for."""

import re
from pathlib import Path

import pytest

import desktop_app
from desktop_app.intake.kind_words import (
    WordTableError,
    kind_words,
    read_kind_words,
    words_of_kind,
)

HEAD = "kind,words,source\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind,words\n", "line 1: its columns must be kind, words, source"),
        (HEAD + "bill,BOM; Parts list,titles, of bills\n", "line 2: 4 cells where there must be 3"),
        (HEAD + "bill,BOM,\n", "line 2: kind or source is missing"),
        (HEAD + "bill,BOM; ; Parts list,known\n", "line 2: an empty word"),
        (HEAD + "bill,BOM,known\nbill,bom,known\n", "line 3: “bom” stands there twice"),
    ],
)
def test_a_table_that_is_wrong_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "words.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(WordTableError, match=re.escape(said)):
        read_kind_words(path)


def test_every_kind_that_is_asked_for_is_in_the_table() -> None:
    root = Path(desktop_app.__file__).parent
    texts = [path.read_text("utf-8") for path in root.rglob("*.py")]
    code = "".join(
        t for t in texts if "intake.planned_lists import" in t or "kind_words import" in t
    )
    asked = set(re.findall(r'(?:words_of|phrases_of|texts_of|written_of)\("(\w+)"\)', code))
    assert len(asked) > 20
    assert asked <= kind_words().keys()
    with pytest.raises(WordTableError, match="no words of the kind “hats”"):
        words_of_kind("hats")
