"""The shipped part knowledge loads, quickly, and a slip in a file is refused with its line."""

import csv
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from desktop_app.paths import shipped
from desktop_app.register.knowledge import load_knowledge
from desktop_app.register.strict import RegisterError

MOST_TIMES_PARSING = 6
"""Measured 3.1 to 3.3; a second reading of every file would go over it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped knowledge to spoil."""
    target = tmp_path / "register"
    shutil.copytree(shipped("resources", "register"), target)
    return target


def cost(work: Callable[[], object]) -> float:
    """CPU seconds of the quietest of three turns."""
    turns = []
    for _ in range(3):
        begun = time.process_time()
        work()
        turns.append(time.process_time() - begun)
    return min(turns)


def parsed_as_they_stand() -> None:
    """Every file of the knowledge through the plain libraries, with nothing checked or built."""
    folder = shipped("resources", "register")
    for path in sorted(folder.glob("families/*.yaml")):
        yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    for path in sorted(folder.rglob("*.csv")):
        list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_loads_in_a_few_times_what_its_files_take_to_parse() -> None:
    assert cost(load_knowledge) < MOST_TIMES_PARSING * cost(parsed_as_they_stand)


def test_knows_families_in_eight_languages() -> None:
    knowledge = load_knowledge()
    assert len(knowledge.families) > 200
    assert {term.language for term in knowledge.terms} >= {
        "en", "de", "fr", "es", "it", "ja", "zh", "ko",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "line", "what"),
    [
        ("words/hints.csv", "nonsense:x,en,word,", "unknown meaning"),
        ("words/things.csv", "family:unicorn,en,unicorn,", "no family 'unicorn'"),
        ("elements.csv", "Dy,heavy,x", "given twice"),
        ("substances.csv", "1308-87-9,x,,x,Dy 1,oxide-heavy,x", "CAS number"),
        ("grades.csv", "N35,,magnet,NdFeB,,0.1,,,x", "given twice"),
        ("grades.csv", "N99,,magnet,NdFeB,,1.5,,,x", "between 0 and 1"),
        ("hs_classes.csv", "85x,magnet,,x", "no customs number"),
        ("families.csv", "x,X,brick,,,,0.5,0,,,,,,,", "unknown form"),
        ("families.csv", "x,X,other,,,,0.5,0,,,Qq 1-2-3 1,,,,", "unknown element"),
        ("families.csv", "x,X,other,,,,0.5,0,,,,3-2-1 g,,,", "low-best-high"),
        ("series.csv", "ABC,unicorn,x,x", "no family"),
        ("properties.csv", "hardness,HV,1,,,,1,9,x", "no property 'hardness'"),
        ("properties.csv", "purity_percent,%,one,,,,90,100,x", "must be numbers"),
        ("judgements.csv", "yes_from,0.9,twice,x", "given twice"),
        ("judgements.csv", "no_such_figure,0.9,x,x", "unknown"),
        ("open_kinds.csv", "motor-dc,wheel; fan,own judgement", "no family"),
        ("open_kinds.csv", "magnet,fan; pump,own judgement", "given twice"),
        ("board_letters.csv", "QQ,unicorn,x", "unknown kinds"),
        ("board_letters.csv", "C,capacitor,x", "given twice"),
        ("board_kinds.csv", "horn,unicorn,,,,,,x", "no family 'unicorn'"),
        ("board_kinds.csv", "horn,buzzer,,lumen,,,,x", "unknown value"),
        ("board_kinds.csv", "horn,buzzer,,,,perhaps,,x", "neither yes nor empty"),
        ("board_values.csv", "ohm,R,,,,x", "given twice"),
    ],
)
def test_a_slip_is_refused_with_file_and_line(
    folder: Path, name: str, line: str, what: str
) -> None:
    path = folder / name
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, line]) + "\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=what) as refused:
        load_knowledge(folder)
    assert refused.value.line == len(lines) + 1
    assert path.name in str(refused.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "what"),
    [
        ("judgements.csv", "unnamed_thing,0.45", "unnamed_thing,4.5", "between 0 and 1"),
        ("judgements.csv", "report_valid_months,24", "report_valid_months,0", "."),
        ("families/rotor.yaml", "probability: 0.8", "probability: 1.8", "between 0 and 1"),
        ("families/rotor.yaml", "form: rotor", "form: wheel", "unknown form"),
    ],
)
def test_a_changed_figure_out_of_range_is_refused(
    folder: Path, name: str, old: str, new: str, what: str
) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(RegisterError, match=what):
        load_knowledge(folder)


def test_a_probability_of_nothing_in_a_family_file_is_a_figure() -> None:
    assert load_knowledge().families["antimony-oxide"].probability[:2] == (0.0, 0.0)


def test_words_of_a_report_are_read_in_all_languages() -> None:
    words = load_knowledge().report_words
    assert {"Prüfbericht", "certificate of analysis", "rapport"} <= set(words)
