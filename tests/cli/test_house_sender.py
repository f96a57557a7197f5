"""``assess``: the sender that a house states in its own file is the buyer whom the lists are about."""

import json
from pathlib import Path

import pytest

from desktop_app.cli import main

LISTED = "buyer's or user's name resembles a listed one"
LIST = "Part number,Description,Country of origin\nM-1,Segmentmagnet 42SH R20,CN\n"


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "templates").mkdir(parents=True)
    path = tmp_path / "parts.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def marks(parts: Path, *more: str) -> list[str]:
    """The marks of the one part in the JSON."""
    out = parts.with_name("out.json")
    assert main(["assess", str(parts), "--on", "2026-11-26", "--json", str(out), *more]) == 0
    (part,) = json.loads(out.read_text(encoding="utf-8"))["parts"]
    return list(part["marks"])


def house(parts: Path, text: str) -> None:
    (parts.parent / "home" / "templates" / "house.yaml").write_text(text, encoding="utf-8")


def test_the_sender_of_the_house_is_compared_with_the_lists(parts: Path) -> None:
    assert LISTED not in marks(parts)
    house(parts, 'letterhead: {sender: "日東電工株式会社, 大阪"}')
    assert LISTED in marks(parts)
    assert LISTED not in marks(parts, "--sender", "Muster GmbH, Stuttgart")


def test_a_mistake_in_that_file_is_said_and_the_parts_are_assessed(
    parts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house(parts, "letterhead: {sender: 7}")
    assert LISTED not in marks(parts)
    assert "house.yaml:1" in capsys.readouterr().err
