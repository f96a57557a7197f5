"""A project that a command may not write is left as it is: a newer one, and one somebody has open."""

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.project.decisions import Setting
from desktop_app.project.opening import create_project, open_project

Found = dict[str, str]
PRACTICE = ["--by", "Ada", "--trade-practice", "--reason", "a try"]
COMMANDS: dict[str, Callable[[str, str], list[str]]] = {
    "assess": lambda project, out: ["assess", "--project", project, "--json", out],
    "assess a list": lambda project, out: ["assess", "LIST", "--project", project, "--json", out],
    "questions": lambda project, out: ["questions", "--project", project, "--out", out],
    "answers": lambda project, out: ["answers", project, "LIST"],
    "record": lambda project, out: ["record", project, *PRACTICE],
    "explain": lambda project, out: ["explain", "LIST", "--project", project, "--part", "list!2"],
    "compare": lambda project, out: ["compare", "LIST", "--project", project, "--with", "lapsed"],
    "compare a run": lambda project, out: ["compare", "LIST", "--with", f"{project}:1"],
}
"""Every command that takes a project, with a place for what it would write."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    made = tmp_path / "desk"
    made.mkdir()
    (made / "list.csv").write_text("Part number,Description\nM-1,Screw M6\n", encoding="utf-8")
    with create_project(made / "work.lodestone", author="Ada") as project:
        project.do(Setting("buyer", "Nord"))
    return made


def make_newer(path: Path) -> None:
    """As the next versions of the program would leave it."""
    other = sqlite3.connect(path)
    other.execute("UPDATE alembic_version SET version_num = '0099'")
    other.execute("UPDATE about SET value = '9.9' WHERE name = 'needs'")
    other.commit()
    other.close()


def run(folder: Path, command: str) -> int:
    given = COMMANDS[command](str(folder / "work.lodestone"), str(folder / "out"))
    return main([str(folder / "list.csv") if word == "LIST" else word for word in given])


def contents(folder: Path) -> Found:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_newer_project_is_refused_untouched_and_the_version_needed_is_named(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make_newer(folder / "work.lodestone")
    before = contents(folder)
    assert run(folder, command) not in (0, 1)
    said = capsys.readouterr().err
    assert "work.lodestone was made by a newer Lodestone and was left untouched." in said
    assert "Install Lodestone 9.9 or newer." in said
    assert contents(folder) == before
    assert not (folder / "out").exists()


@pytest.mark.parametrize("command", ["record", "questions", "assess"])
def test_what_somebody_has_open_is_read_but_not_written(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_project(folder / "work.lodestone", author="Ada") as held:
        held.do(Setting("buyer", "Süd"))
        number = len(held.ledger)
        code = run(folder, command)
        said = capsys.readouterr().err
        if command == "record":
            assert code == 5
            assert "work.lodestone is open on " in said
            assert "(E_LOCKED_BY)" in said
        held.do(Setting("buyer", "West"))
        assert len(held.ledger) == number + 1
        assert not held.catch_up()
    with open_project(folder / "work.lodestone", read_only=True) as seen:
        assert seen.project.setting("buyer") == "West"
        assert len(seen.ledger) == number + 1
