"""``explain --part``: a place of a list, also of one without sheets, or the number of the part."""

from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.cli import main
from desktop_app.cli.looking import part_at

LIST = "Part number,MPN,Description,Country of origin\nM-1,X9,SmCo magnet 10x5,CN\nM-2,Y9,Screw M6,DE\n"


@pytest.mark.parametrize("place", ["!2", "prices.csv!2", "Prices!2", "M-1", "X9"])
def test_a_part_is_named_by_its_place_or_its_number(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "prices.csv"
    path.write_text(LIST, encoding="utf-8")
    assert main(["explain", str(path), "--part", place, "--on", "2026-11-26"]) == 0
    said = capsys.readouterr().out
    assert "Result: needed." in said
    assert "Screw" not in said


@pytest.mark.parametrize("place", ["!9", "other.csv!2", "M-3", "2", ""])
def test_what_names_no_part_is_said(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "prices.csv"
    path.write_text(LIST, encoding="utf-8")
    assert main(["explain", str(path), "--part", place, "--on", "2026-11-26"]) == 2
    assert "There is no part at" in capsys.readouterr().err


def test_papers_are_made_out_for_no_number_that_two_parts_have(tmp_path: Path) -> None:
    """Two suppliers call their parts M-1; the papers of the first were written without a word."""
    path = tmp_path / "prices.csv"
    head, own, _ = LIST.splitlines()
    path.write_text(f"{head}\n{own}\nM-1,Z9,Ferrite magnet 8x2,DE\n", encoding="utf-8")
    parts = pipeline.read([path]).parts
    assert part_at(parts, "M-1") is None
    assert (part_at(parts, "X9"), part_at(parts, "!3")) == (0, 1)
