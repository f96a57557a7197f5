"""What was made of shipped files is kept between runs, and used only where nothing has changed."""

import os
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from desktop_app.compiled import _Values, cache_of_this_copy, compiled, fingerprint
from desktop_app.matching.lexicon import Lexicon, lexicon_of
from desktop_app.paths import cache_home, shipped
from desktop_app.register import knowledge as register_knowledge
from desktop_app.register.knowledge import load_knowledge
from desktop_app.register.substances import Maker

KEPT = ("knowledge", "lexicon")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    lexicon_of.cache_clear()
    return tmp_path / "home"


class _Made:
    """Counts how often something is made."""

    def __init__(self, value: object = ("a", {"b": 1})) -> None:
        self.times, self.value = 0, value

    def __call__(self) -> object:
        self.times += 1
        return self.value


def test_it_is_made_once_and_then_read_back() -> None:
    make = _Made()
    assert [compiled("x", "mark", make) for _ in range(3)] == [make.value] * 3
    assert make.times == 1


def test_another_mark_makes_it_anew() -> None:
    make = _Made()
    compiled("x", "one", make)
    compiled("x", "two", make)
    compiled("x", "one", make)
    assert make.times == 3


def test_two_copies_of_the_program_do_not_make_it_by_turns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    makes = {"one": _Made(1), "two": _Made(2)}
    for copy in ("one", "two", "one", "two"):
        monkeypatch.setattr("desktop_app.compiled._PACKAGE", tmp_path / copy)
        assert compiled("x", f"mark of {copy}", makes[copy]) == makes[copy].value
    assert [make.times for make in makes.values()] == [1, 1]


def test_what_copies_made_that_are_long_gone_does_not_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = cache_home() / "of another room"
    other.mkdir(parents=True)
    for age, copy in enumerate("fedcba"):
        monkeypatch.setattr("desktop_app.compiled._PACKAGE", tmp_path / copy)
        compiled("x", "mark", _Made())
        os.utime(cache_of_this_copy(), ns=(age, age))
    make = _Made()
    for copy in "bcdef":
        monkeypatch.setattr("desktop_app.compiled._PACKAGE", tmp_path / copy)
        compiled("x", "mark", make)
    assert make.times == 2, "those of e and f were taken away, the oldest"
    assert other.exists()
    assert len(list(cache_home().glob("made-*"))) == 4


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.99])
def test_a_file_cut_off_or_changed_anywhere_is_made_anew(part: float) -> None:
    make = _Made()
    compiled("x", "mark", make)
    place = cache_of_this_copy() / "x.compiled"
    whole = place.read_bytes()
    at = int(part * len(whole))
    for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], b""):
        place.write_bytes(damaged)
        before = make.times
        assert compiled("x", "mark", make) == make.value
        assert make.times == before + 1


class _Harm:
    """What a hostile file would hold: the name of a function and what to call it with."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (os.environ["HARM"],)


@pytest.mark.parametrize("wrapped", [lambda harm: harm, lambda harm: {"a": [harm]}])
def test_a_file_that_somebody_else_put_there_runs_nothing(
    wrapped: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    harm = tmp_path / "harm"
    monkeypatch.setenv("HARM", str(harm))
    assert callable(wrapped)
    make = _Made()
    # Written whole and with the right checksum, as ``compiled`` itself writes.
    compiled("x", "mark", lambda: wrapped(_Harm()))
    assert not harm.exists()
    assert compiled("x", "mark", make) == make.value
    assert not harm.exists()
    assert make.times == 1


def test_functions_of_the_register_are_no_values() -> None:
    compiled("x", "mark", lambda: register_knowledge._read_elements)
    make = _Made()
    assert compiled("x", "mark", make) == make.value
    assert make.times == 1


def _called(module: str, name: str) -> bytes:
    """A pickle that names something and calls it with "x"."""

    def text(said: str) -> bytes:
        return b"\x8c" + bytes([len(said)]) + said.encode()

    return b"\x80\x04" + text(module) + text(name) + b"\x93" + text("x") + b"\x85R."


@pytest.mark.parametrize(
    "name", ["load_knowledge.__class__", "load_knowledge.__code__.__class__", "Path", "re.Pattern"]
)
def test_nothing_is_reached_through_the_register(name: str) -> None:
    """Whoever reaches the classes of functions and of their code runs what he likes."""
    with pytest.raises(pickle.UnpicklingError, match=re.escape(name)):
        _Values(BytesIO(_called("desktop_app.register.knowledge", name))).load()


def test_a_cache_that_cannot_be_written_is_no_fault(home: Path) -> None:
    home.write_text("a file where the folder should be")
    make = _Made()
    assert compiled("x", "mark", make) == make.value
    assert compiled("x", "mark", make) == make.value
    assert make.times == 2


def test_nothing_is_written_where_nobody_knows_the_users_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LODESTONE_HOME", "~")
    assert compiled("x", "mark", _Made()) == _Made().value
    assert not list(tmp_path.iterdir())


def test_what_making_raises_passes_through_and_nothing_is_kept() -> None:
    def fails() -> object:
        raise ValueError("line 3")

    with pytest.raises(ValueError, match="line 3"):
        compiled("x", "mark", fails)
    assert not cache_home().exists()


def test_the_fingerprint_follows_names_bytes_and_code(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("one")
    second.write_text("two")
    marks = {fingerprint([first, second], ()), fingerprint([first, second], ("register",))}
    marks.add(fingerprint([first], ()))
    second.write_text("twO")
    marks.add(fingerprint([first, second], ()))
    second.rename(tmp_path / "c.csv")
    marks.add(fingerprint([first, tmp_path / "c.csv"], ()))
    assert len(marks) == 5


def _made_anew(_from: object) -> object:
    raise AssertionError("it was made anew, not read back")


def test_the_mark_of_knowledge_follows_every_room_from_which_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rooms: list[str] = []

    def noted(_files: object, of: Sequence[str]) -> str:
        rooms.extend(of)
        return fingerprint((), of)

    monkeypatch.setattr(register_knowledge, "fingerprint", noted)
    load_knowledge()
    command = [
        sys.executable,
        "-c",
        "import sys, desktop_app.register.knowledge; print(*sys.modules)",
    ]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True)
    ours = [name.split(".") for name in loaded.stdout.split() if name.startswith("desktop_app.")]
    assert {name[1] for name in ours if len(name) > 2} == set(rooms)


def test_shipped_knowledge_read_back_is_the_same_as_from_its_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, words = load_knowledge(), lexicon_of(load_knowledge())
    assert words.words
    kept_files = {path.name for path in cache_of_this_copy().iterdir()}
    assert {f"{name}.compiled" for name in KEPT} <= kept_files
    lexicon_of.cache_clear()
    monkeypatch.setattr(register_knowledge, "_read_knowledge", _made_anew)
    monkeypatch.setattr("desktop_app.matching.lexicon._spelled_out", _made_anew)
    kept = load_knowledge()
    again: Lexicon = lexicon_of(kept)
    assert kept is not made
    assert (kept.terms, kept.families, kept.makers) == (made.terms, made.families, made.makers)
    assert kept.word_lists.terms == made.word_lists.terms
    assert vars(kept.roles) == vars(made.roles)
    assert all(isinstance(maker, Maker) for maker in kept.makers.values())
    assert list(again.words.items()) == list(words.words.items())
    for text in (" n42sh ", " servo  motor  400 ", " plain  bracket "):
        assert again.figures_at(text) == words.figures_at(text)
        assert list(again.iter_long(text)) == list(words.iter_long(text))


def test_the_search_is_kept_beside_the_byte_code_and_finds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "lexicon.py"
    monkeypatch.setattr("desktop_app.matching.lexicon.__file__", str(source))
    made = lexicon_of(load_knowledge())
    texts = [f" {word} {other} " for word, other in pairwise(list(made.words)[::200])]
    found = [list(made.iter_long(text)) for text in texts]
    assert all(found)
    assert not source.with_name("__pycache__").exists(), (
        "there is no byte-code where this could lie beside"
    )
    (tmp_path / "__pycache__").mkdir()
    for built in (1, 0, 0):
        lexicon_of.cache_clear()
        words = lexicon_of(load_knowledge())
        monkeypatch.setattr(words, "_built", words._built if built else _made_anew_too)
        assert [list(words.iter_long(text)) for text in texts] == found
    (kept,) = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    lexicon_of.cache_clear()
    words = lexicon_of(load_knowledge())
    assert [list(words.iter_long(text)) for text in texts] == found


def _made_anew_too() -> object:
    return _made_anew(None)


def test_another_folder_of_knowledge_is_always_read_from_its_files(tmp_path: Path) -> None:
    shutil.copytree(shipped("resources", "register"), tmp_path / "register")
    assert load_knowledge(tmp_path / "register").mark == ""
    assert not cache_home().exists()


def test_a_program_in_one_file_is_told_by_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built for people without Python, it has no modules of its own on the disk."""
    program = tmp_path / "Lodestone.exe"
    program.write_bytes(b"one")
    monkeypatch.setattr("desktop_app.compiled._PACKAGE", tmp_path / "nowhere")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(program))
    before, place = fingerprint((), ("register", "matching")), cache_of_this_copy()
    assert fingerprint((), ("register", "matching")) == before
    monkeypatch.setattr("desktop_app.compiled._PACKAGE", tmp_path / "unpacked elsewhere")
    assert cache_of_this_copy() == place
    program.write_bytes(b"another")
    assert fingerprint((), ("register", "matching")) != before
