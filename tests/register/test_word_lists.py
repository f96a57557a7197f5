"""The short lists of words load strictly, and the rooms that use them hold no words of their own."""

import ast
import re
from pathlib import Path

import pytest

import desktop_app
from desktop_app.paths import shipped
from desktop_app.register.knowledge import load_knowledge
from desktop_app.register.strict import RegisterError
from desktop_app.register.tables import read_worked_things
from desktop_app.register.word_list_files import LISTS, read_word_lists, shipped_word_lists

FOLDER = shipped("resources", "register")
ROOMS = ("matching", "assessment", "register")
"""The reading of headings and cells still holds lists of its own."""
CHARACTER_CLASS = re.compile(r"\[(?:[^\]\\]|\\.)*\]|.-.")
"""Classes of characters and ranges, which are no words."""
WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f\W\d_][^\W\d_]*")
LETTERS_NOT_WORDS = {"lexicon.py": {"äöüÄÖÜ"}, "identifiers.py": {"µg", "μg"}}
TABLE_OF_LETTERS = "normal.py"


def spoiled(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """A folder with both files, of which one is spoiled."""
    for path in (FOLDER / name for name in ("word_lists.csv", "symbols.csv", "describing.csv")):
        text = path.read_text(encoding="utf-8")
        if path.name == name:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("cover,de,", "covers,de,", "word_lists.csv:3: there is no list 'covers'"),
        ("cover,de,", "cover,xx,", "word_lists.csv:3: unknown language 'xx'"),
        ("cover,de,", "cover,de,;", "word_lists.csv:3: an empty term"),
        ("cover,de,", "cover,de,bag;", "word_lists.csv:3: 'bag' is given before in 'cover'"),
        ("under-oil,", "month-3,", "word_lists.csv: under-oil missing"),
        ("list,language", "lists,language", "word_lists.csv:1: columns must be"),
        ("Ge,germanium", "Ga,germanium", "symbols.csv:3: 'Ga' is given twice"),
        (
            "relay*,cable,",
            "relay*,inductor,",
            "describing.csv:3: relay* before inductor is given twice",
        ),
        ("relay*,cable,", "relay*,,", "describing.csv:3: first and behind must name families"),
        ("Bi,bismuth,yes", "Bi,bismuth,no", "symbols.csv:5: is_word must be yes or empty: 'no'"),
    ],
)
def test_a_slip_in_a_list_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, what: str
) -> None:
    with pytest.raises(RegisterError, match=re.escape(what)):
        read_word_lists(spoiled(tmp_path, what.partition(":")[0], old, new))


def test_every_list_is_there_and_says_where_it_is_from() -> None:
    lines = (FOLDER / "word_lists.csv").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.endswith(",")]
    assert set(LISTS) <= shipped_word_lists().terms.keys()


def test_what_only_describes_names_known_families() -> None:
    knowledge = load_knowledge()
    for name in {name for pair in knowledge.word_lists.pairs for name in pair} - {"*", "model"}:
        begins = name.removesuffix("*")
        fits = [
            f for f in knowledge.families if f == name or (begins != name and f.startswith(begins))
        ]
        assert fits, name
    assert knowledge.word_lists.describes("relay-latching", "inductor")
    assert not knowledge.word_lists.describes("inductor", "relay-latching")
    assert not knowledge.word_lists.describes("sensor-oxygen", "catalyst-fcc")


def test_a_pattern_takes_words_of_latin_script_as_words_and_others_anywhere() -> None:
    denied = re.compile(shipped_word_lists().any_word_of("denied"), re.IGNORECASE)
    assert denied.search("keinesfalls für Raketen")
    assert denied.search("非导弹用途")
    assert not denied.search("notch sensor")
    assert re.fullmatch(shipped_word_lists().any_of("below"), "max.")


def test_names_stand_as_they_are_spelled() -> None:
    assert {"Kanister", "vial", "상자"} <= shipped_word_lists().of("cover")


def test_symbols_and_worked_things_name_known_families(tmp_path: Path) -> None:
    knowledge = load_knowledge()
    named = {said.family for said in knowledge.word_lists.symbols.values()}
    assert named - {""} <= knowledge.families.keys()
    assert knowledge.worked_things["seal", "graphite"] == "graphite-seal"
    wrong = tmp_path / "worked_things.csv"
    wrong.write_text("thing,material,becomes,source\nseal,graphite,none,x\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=re.escape("worked_things.csv:2: there is no family")):
        read_worked_things(wrong, knowledge.families)


def test_the_code_of_these_rooms_holds_no_words_of_other_languages() -> None:
    found = []
    for room in ROOMS:
        for path in sorted((Path(desktop_app.__file__).parent / room).rglob("*.py")):
            for line, word in words_in_code(path):
                if word not in LETTERS_NOT_WORDS.get(path.name, ()):
                    found.append(f"{room}/{path.name}:{line} {word}")
    assert found == []


def words_in_code(path: Path) -> list[tuple[int, str]]:
    """Words that are not plain ASCII in the texts of a module, character classes and docstrings
    aside."""
    if path.name == TABLE_OF_LETTERS:
        return []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said_about = {
        id(node.value) for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }  # fmt: skip
    return [
        (node.lineno, word)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in said_about
        for word in WORD.findall(CHARACTER_CLASS.sub("", node.value))
        if len(word) > 1
    ]
