"""``flags``: duties of the buyer, printed only where somebody asks."""

from pathlib import Path

import pytest

from desktop_app.cli import main

LIST = "Part number,Description,Country of origin,HS code\n"


def listed(folder: Path, *rows: str) -> str:
    path = folder / "parts.csv"
    path.write_text(LIST + "\n".join(rows) + "\n", encoding="utf-8")
    return str(path)


def block(out: str, title: str) -> str:
    """What is printed of one duty."""
    return next(part for part in out.split("\n\n") if title in part)


def test_each_duty_counts_what_it_reaches(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = listed(
        tmp_path,
        "A-1,NdFeB magnet N42SH,CN,85051110",
        "A-2,Servomotor 400 W,CN,85015230",
        "A-3,Hexagon screw M6x20,DE,73181500",
    )
    question = ("--on", "2026-11-25", "--destination", "DE", "--answer", "company_identified=yes")
    assert main(["flags", path, *question]) == 0
    out = capsys.readouterr().out
    article = block(out, "Article 24")
    assert "applies: " in article
    assert [line.split()[0] for line in article.splitlines()[-3:]] == ["1", "1", "1"]
    assert "Missing: material of its magnets, if it has any (1)" in article
    assert "180 days left" in block(out, "Article 29")
    assert "--answer us_defence_contract=yes or no: " in out
    assert "not legal advice" in out


@pytest.mark.parametrize("answer", ["company_identified", "company_identified=perhaps", "who=yes"])
def test_an_answer_that_is_none_lists_the_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    path = listed(tmp_path, "A-1,NdFeB magnet N42SH,CN,85051110")
    assert main(["flags", path, "--answer", answer]) == 2
    assert "company_identified  Has your company" in capsys.readouterr().err


def test_a_list_without_parts_says_nothing_of_duties(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["flags", str(tmp_path / "gone.csv")]) == 4
    assert "Article" not in capsys.readouterr().out.split("--answer")[0]
