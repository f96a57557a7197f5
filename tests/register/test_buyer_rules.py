"""A rule that binds the buyer is read strictly: a slip is an error with its line, not a silent no."""

import shutil
from pathlib import Path

import pytest

from desktop_app.paths import shipped
from desktop_app.register.buyer_rule_files import load_buyer_rules, read_buyer_rule
from desktop_app.register.strict import RegisterError

SOUND = """\
id: rule
title: A rule
law: A law
read_through: 2026-11-22
sources:
  s: {title: T, url: "https://example.com", language: en, retrieved: 2026-11-22, grade: A}
questions:
  q: "Is it so?"
phases:
  - from: 2026-01-01
    until: 2026-12-31
    duty: Do it.
    source: s
    applies_if:
      - destinations: [US]
      - answer: q
  - from: 2027-01-01
    duty: Do more.
    source: s
    applies_if:
      - any_of:
          - [{materials: [NdFeB]}]
          - [{minerals: [W]}, {forms: [powder]}]
      - produced_in: [CN]
        stages: [mining, magnet]
"""


def written(folder: Path, content: str) -> Path:
    path = folder / "rule.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_sound_rule_has_its_phases_in_order(tmp_path: Path) -> None:
    rule = read_buyer_rule(written(tmp_path, SOUND))
    assert [phase.duty for phase in rule.phases] == ["Do it.", "Do more."]
    either = rule.phases[1].conditions[0]
    assert [len(way) for way in either.ways] == [1, 2]
    assert rule.phases[1].conditions[1].stages == ("mining", "magnet")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id: rule", "id: other", "'id' must be the file's name rule"),
        ("law: A law", "law: A law\nfine: 3", "unknown key 'fine'"),
        ("until: 2026-12-31", "until: 2025-12-31", "'until' must not be before 'from'"),
        ("until: 2026-12-31\n", "\n", "phases must follow each other"),
        ("from: 2027-01-01", "from: 2026-12-31", "phases must follow each other"),
        ("from: 2027-01-01", "from: soon", "'from' must be a date"),
        ("from: 2027-01-01", "earliest: yes\n    from: 2027-01-01", "'why' must say why"),
        ("destinations: [US]", "destinations: [USA]", "is no country code of two letters"),
        ("destinations: [US]", "destinations: []", "'destinations' is empty"),
        ("destinations: [US]", 'customs: ["85"]', "must have 4, 6, 8 or 10 digits"),
        ("destinations: [US]", "company: large", "a condition has one of"),
        ("answer: q", "answer: p", "'answer' must be one of q"),
        ('q: "Is it so?"', 'q: "Is it so?"\n  p: "And so?"', "no phase asks p"),
        ("minerals: [W]", "minerals: [Wo]", "found 'Wo'"),
        ("forms: [powder]", "forms: [dust]", "found 'dust'"),
        ("stages: [mining, magnet]", "stages: [mine]", "found 'mine'"),
        ("        stages: [mining, magnet]\n", "", "'stages' is missing"),
        ("duty: Do more.", 'duty: ""', "'duty' must not be empty"),
        ("          - [{minerals: [W]}, {forms: [powder]}]\n", "", "at least two ways"),
        ("grade: A", "grade: C", "'grade' must be one of"),
    ],
)
def test_a_faulty_rule_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert SOUND.count(old) == 1
    with pytest.raises(RegisterError) as refused:
        read_buyer_rule(written(tmp_path, SOUND.replace(old, new)))
    assert words in str(refused.value)
    assert "rule.yaml" in str(refused.value)


def test_shipped_rules_say_where_and_until_when_they_were_read() -> None:
    rules = load_buyer_rules()
    assert [rule.id for rule in rules] == [
        "eu-crma-24", "eu-crma-28", "eu-crma-29", "us-dfars-225-7018", "us-section-301-8505-11",
    ]  # fmt: skip
    for rule in rules:
        for phase in rule.phases:
            assert phase.source.url.startswith("https://")
            assert phase.source.retrieved >= rule.read_through


def test_a_new_rule_is_one_file(tmp_path: Path) -> None:
    for path in shipped("resources", "register", "buyer_rules").glob("*.yaml"):
        shutil.copy(path, tmp_path)
    written(tmp_path, SOUND)
    assert "rule" in {rule.id for rule in load_buyer_rules(tmp_path)}
