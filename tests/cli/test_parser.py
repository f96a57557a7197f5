"""What the command line says of options: in the user's language, in one line, with exit code 2."""

import argparse
from pathlib import Path

import pytest

from desktop_app import __main__ as program
from desktop_app.cli import main
from desktop_app.cli.commands import command_parser
from desktop_app.cli.parser import _said
from desktop_app.language.catalogue import Catalogue

ENGLISH = Catalogue("en")


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command's parser by name."""
    (found,) = (
        a for a in command_parser(ENGLISH)._actions if isinstance(a, argparse._SubParsersAction)
    )
    return dict(found.choices)


def test_a_folder_with_the_name_of_a_command_does_not_open_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``lodestone answers a.lodestone`` where a folder ``answers`` lies."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.lodestone").touch()
    for name in commands():
        (tmp_path / name).mkdir()
        assert not program._are_files([name, "a.lodestone"])
    assert program._are_files(["a.lodestone"])


def test_a_file_that_is_not_there_is_named_as_such_in_the_language_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``lodestone gone.xlsx``, which was to open the window with it."""
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    (tmp_path / "there.xlsx").touch()
    gone, there = str(tmp_path / "gone.xlsx"), str(tmp_path / "there.xlsx")
    assert not program._are_files([there, gone])
    assert main([there, gone]) == 4
    said = capsys.readouterr().err
    assert said.count("E_NOT_FOUND") == 1
    assert f"{gone} ist nicht vorhanden." in said
    nobody_can_look_at = "x" * 300 + ".xlsx"  # as in a folder of somebody else
    assert not program._are_files([nobody_can_look_at])
    assert main([nobody_can_look_at]) == 4
    assert "E_NOT_FOUND" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["asses", there])
    assert "asses is none of assess" in capsys.readouterr().err


@pytest.mark.parametrize("name", commands())
def test_every_option_says_what_it_is_for(name: str) -> None:
    silent = [
        action.option_strings[0]
        for action in commands()[name]._actions
        if action.option_strings and not action.help
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["fly"], "COMMAND: fly is none of assess, questions,"),
        (["assess", "x", "--on", "soon"], "--on: soon is not a day"),
        (["assess", "x", "--on", "2026-02-30"], "--on: 2026-02-30 is not a day"),
        (["assess", "x", "--on", "9999-12-31"], "--on: 9999-12-31 lies outside the years"),
        (["assess", "x", "--destination", "CHN"], "--destination: CHN is not a country code"),
        (["assess", "x", "--paper", "a5"], "--paper: a5 is none of a4, letter."),
        (["assess", "x", "--on"], "--on: what it is to be is missing."),
        (["assess", "x", "--fly"], "Not known to this command: --fly."),
        (["explain", "x"], "Missing: --part."),
        (["record", "p", "--by", "me"], "One of these is missing: --listed --forget"),
        (["record", "p", "--by", "me", "--listed", "a", "--forget", "b"], "exclude each other."),
    ],
)
def test_wrong_usage_is_said_in_one_line_with_the_way_to_help(
    wrong: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(wrong)
    assert stopped.value.code == 2
    what, where = capsys.readouterr().err.splitlines()
    assert said in what
    assert where.startswith("All options: lodestone")


def test_what_argparse_may_say_one_day_is_passed_on() -> None:
    assert _said("argument --on: quite new words", ENGLISH) == "--on: quite new words"


@pytest.mark.parametrize(
    ("options", "lacking"),
    [
        (["--listed", "Foo"], "--announcement"),
        (["--listed", "Foo", "--announcement", "No. 1"], "--source"),
        (["--listed", " ", "--announcement", "No. 1"], "--listed"),
        (["--trade-practice"], "--reason"),
    ],
)
def test_a_record_without_its_reason_is_not_made(
    options: list[str], lacking: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", "gone.lodestone", "--by", "me", *options]) == 2
    assert capsys.readouterr().err.startswith(f"{lacking} is missing")
