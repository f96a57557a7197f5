"""``ask`` and ``compare`` on the command line."""

import pytest

from desktop_app.cli import main
from desktop_app.paths import shipped

SAMPLE = str(shipped("templates", "sample_supplier_parts.xlsx"))


def test_a_typed_line_gets_verdict_words_and_one_question(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert (
        main(["ask", "Segment magnet 42SH 40x20", "Socket screw M6x20", "--on", "2026-11-24"]) == 0
    )
    magnet, screw = capsys.readouterr().out.split("Socket screw M6x20")
    assert "42SH" in magnet
    assert "ask about the part" in magnet
    assert magnet.count("Ask:") == 1
    assert "not covered" in screw
    assert "Ask:" not in screw


def test_more_than_twenty_lines_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "\n".join(["magnet"] * 21)]) == 2
    assert "twenty" in capsys.readouterr().err


def test_another_day_shows_what_changes_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", SAMPLE, "--on", "2026-11-10", "--with", "2026-11-11"]) == 0
    said = capsys.readouterr().out
    assert "suspended → waits for the law" in said
    assert "Holmiumoxid" in said
    assert "was suspended until 10 Nov 2026" in said


def test_a_scenario_shows_what_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", SAMPLE, "--on", "2026-11-24", "--with", "lapsed"]) == 0
    assert "waits for the law → needed" in capsys.readouterr().out


def test_the_same_question_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", SAMPLE, "--on", "2026-11-24", "--with", "2026-11-24"]) == 0
    assert capsys.readouterr().out.startswith("0 of 62 parts")
