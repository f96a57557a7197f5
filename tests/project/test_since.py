"""What changed since the run before: named on the first page, with its causes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.cli import main
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.opening import create_project
from desktop_app.project.recorded import Recorded
from desktop_app.project.since import since_last_run
from desktop_app.report.content import build_content
from desktop_app.report.view import Scope
from tests.report.written import lines_of

TODAY = datetime.now().astimezone().date()
ON = date(2026, 11, 24)
LIST = """Part number,Description,Supplier,Country of origin
M-1,Sintered NdFeB magnet N42SH 20x10x5,Nordmagnet,CN
M-2,Sintered Sm2Co17 magnet 8x3,Erdwerk,CN
S-1,Hex screw M6x20 steel,Schraub,DE
"""
STAYS = RecordedFact("supplier", "Nordmagnet", "leaves_china", answer="no")


@pytest.fixture
def both(tmp_path: Path, library: pipeline.Library) -> tuple[Assessment, Assessment]:
    """The same list before and after it was learned that one supplier delivers within China."""
    file = tmp_path / "parts.csv"
    file.write_text(LIST, encoding="utf-8")
    reading = pipeline.read([file])
    before = pipeline.assess(reading, Inquiry(ON), library)
    after = pipeline.assess(reading, Inquiry(ON), library, recorded=Recorded(facts=(STAYS,)))
    return before, after


def said(found: Assessment) -> str:
    return "\n".join(lines_of(build_content(found, Catalogue("en"), scope=Scope("monday"))))


def test_what_is_new_what_is_cleared_and_why(
    tmp_path: Path, both: tuple[Assessment, Assessment], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    before, after = both
    tomorrow = TODAY + timedelta(days=1)
    with create_project(tmp_path / "work.lodestone", author="Ada") as project:
        assert since_last_run(project, before, tomorrow) is None
        project.keep_run(before)
        assert since_last_run(project, after, TODAY) is None
        project.do(STAYS)
        found = since_last_run(project, after, tomorrow)
        again = since_last_run(project, before, tomorrow)
        project.keep_run(after)
        back = since_last_run(project, before, tomorrow)
    assert found is not None
    assert (found.on, found.new, found.cleared) == (TODAY, (), 1)
    assert again is not None
    assert (again.new, again.cleared, again.causes) == ((), 0, ())
    assert back is not None
    assert (back.new, back.cleared) == ((0,), 0)
    printed = said(replace(after, since=found))
    assert "New: none. No longer: 1." in printed
    assert "a correction or record about the part" in printed
    assert "Nothing changed." in said(replace(before, since=again))
    assert "New: M-1. No longer: 0." in said(replace(before, since=back))
    assert "Since" not in said(before)


def test_the_command_line_compares_with_the_project(
    tmp_path: Path, both: tuple[Assessment, Assessment], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    path = tmp_path / "work.lodestone"
    with create_project(path, author="Ada") as project:
        project.keep_run(both[1])
    target = tmp_path / "monday.pdf"
    given = [str(tmp_path / "parts.csv"), "--project", str(path), "--on", ON.isoformat()]
    assert main(["assess", *given, "--report", str(target), "--kind", "monday"]) == 0
    assert target.exists()
