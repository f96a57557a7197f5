"""Commands asked about nothing, or about a day before any announcement, say so."""

import pytest

from desktop_app.cli import main
from desktop_app.intake.values import country_of


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2020-01-01", "The register begins on 1 Jan 2023; what bound exports before is not known"),
        ("2023-01-01", "None of the announcements had been issued by then."),
    ],
)
def test_a_day_before_every_announcement_has_none(
    on: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check-register", "--on", on, "--short"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[1].startswith(words)
    assert "no announcement ." not in said.err


def test_a_blank_line_asks_about_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", " ", ""]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Nothing to ask about" in said.err


@pytest.mark.parametrize("name", ["Kina", "Kiina", "Čína", "Kína", "الصين", "Κίνα"])
def test_china_is_known_by_its_name_in_other_languages(name: str) -> None:
    assert country_of(name) == "CN"
