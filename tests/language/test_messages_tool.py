"""What counts as a message, and which mistakes of a translation are found."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.language.tool import messages_tool

TOOL = messages_tool()

SOURCE = '''
from desktop_app.model.findings import msg, nmsg
def text(key): return key
a = msg("One" " sentence.")
b = nmsg("{n} part", "{n} parts", 3)
c = catalogue.text("A label")
d = assessment.parts.text("mpn")
e = text("form")
f = msg(a)
g = button.text()
'''  # fmt: skip


def test_literals_are_collected_and_other_texts_are_not() -> None:
    assert sorted(key for _, key in TOOL.spoken(SOURCE) if isinstance(key, str)) == [
        "A label",
        "One sentence.",
    ]
    assert [key for _, key in TOOL.spoken(SOURCE) if isinstance(key, tuple)] == [
        ("{n} part", "{n} parts")
    ]


def test_a_method_of_that_name_does_not_hide_labels() -> None:
    source = """
class View:
    def text(self, template): return template
    def head(self, text): return text("A heading"), Message("A word"), Message(self.title)
"""
    assert {key for _, key in TOOL.spoken(source)} == {"A heading", "A word"}


def test_a_message_that_is_no_literal_is_named_with_its_line() -> None:
    assert [line for line, key in TOOL.spoken(SOURCE) if key is None] == [9]


@pytest.mark.parametrize(
    ("sources", "string", "plurals"),
    [
        (["{part} ends on {day}."], "{part} endet.", 2),
        (["{part} ends."], "{part} endet am {day}.", 2),
        (["{n} part", "{n} parts"], "Teile", 1),
        (["Ends"], "Endet {", 2),
        (["&File"], "Datei", 2),
        (["File"], "&Datei", 2),
        (["Open..."], "Öffnen", 2),
        (["Open"], " Öffnen", 2),
        (["Open"], "Öff\nnen", 2),
    ],
)
def test_a_mistake_is_found(sources: list[str], string: str, plurals: int) -> None:
    assert list(TOOL.against(sources, string, plurals)) != []


@pytest.mark.parametrize(
    ("sources", "string", "plurals"),
    [
        (["{part} ends on {day}."], "Am {day} endet {part}.", 2),
        (["{n} part", "{n} parts"], "ein Teil", 2),
        (["&Open..."], "打开(&O)...", 1),
    ],
)
def test_a_right_translation_passes(sources: list[str], string: str, plurals: int) -> None:
    assert list(TOOL.against(sources, string, plurals)) == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "languages"
    shutil.copytree(TOOL.FOLDER, target)
    monkeypatch.setattr(TOOL, "FOLDER", target)
    found = {"Files": TOOL.Said({"a.py"}), ("{n} part", "{n} parts"): TOOL.Said({"b.py"})}
    monkeypatch.setattr(TOOL, "collect", lambda: (found, []))
    return target


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_second_run_changes_nothing(folder: Path) -> None:
    assert TOOL.main(["--check"]) == 1
    assert TOOL.main([]) == 0
    first = content(folder)
    assert TOOL.main([]) == 0
    assert content(folder) == first
    assert TOOL.main(["--check"]) == 0


def test_checking_writes_nothing(folder: Path) -> None:
    before = content(folder)
    TOOL.main(["--check"])
    assert content(folder) == before


def test_messages_no_longer_said_go_and_the_others_keep_their_words(folder: Path) -> None:
    TOOL.main([])
    left: Any = TOOL.read("de")
    assert [TOOL.templates(entry)[0] for entry in TOOL.entries(left)] == ["Files", "{n} part"]
    assert left["Files"].string == "Dateien"


def test_a_draft_is_not_used(folder: Path) -> None:
    path = folder / "de.po"
    text = path.read_text(encoding="utf-8").replace(
        'msgid "Files"', '#, fuzzy\nmsgid "Files"'
    )  # fmt: skip
    path.write_text(text, encoding="utf-8")
    TOOL.main([])
    assert TOOL.missing(TOOL.read("de")) == ["Files"]
    assert b"Dateien" not in (folder / "de.mo").read_bytes()


def test_a_wrong_translation_fails_the_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "de.po"
    text = path.read_text(encoding="utf-8").replace('"{n} Teile"', '"{m} Teile"')
    path.write_text(text, encoding="utf-8")
    assert TOOL.main([]) == 1
    assert "de.po: '{n} part': places ['m'] instead of ['n']" in capsys.readouterr().err


def test_the_words_of_a_data_file_win(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {"Files": TOOL.Said({"x.yaml"}, {"de": "Akten"})}
    monkeypatch.setattr(TOOL, "collect", lambda: (found, []))
    TOOL.main([])
    assert TOOL.read("de")["Files"].string == "Akten"
    assert TOOL.read("fr")["Files"].string == "Fichiers"
