"""A parameter that is judgement can be set for a project: it moves the figures and is printed."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.project.decisions import Judgement
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project
from desktop_app.project.recorded import Recorded, recorded_in
from desktop_app.report.blocks import Table
from desktop_app.report.content import build_content
from desktop_app.report.view import Scope

ON = date(2026, 11, 24)
LONG = (200.0, 250.0, 300.0)


@pytest.fixture
def assess(tmp_path: Path, library: pipeline.Library) -> "Run":
    file = tmp_path / "parts.csv"
    file.write_text(
        "Part number,Description,Supplier,Country of origin\n"
        "M-1,Sintered NdFeB magnet N42SH 20x10x5,Nordmagnet,CN\n",
        encoding="utf-8",
    )
    return Run(file, library)


class Run:
    def __init__(self, file: Path, library: pipeline.Library) -> None:
        self.reading, self.library = pipeline.read([file]), library

    def __call__(self, *judgements: Judgement) -> Assessment:
        recorded = Recorded(judgements=judgements)
        return pipeline.assess(self.reading, Inquiry(ON), self.library, recorded=recorded)


def risk(found: Assessment) -> float:
    return float(found.numbers["licence_risk"].iloc[0])


def printed(found: Assessment, name: str) -> tuple[str, str]:
    """(value, what it rests on) of an assumption on the method page."""
    content = build_content(found, Catalogue("en"), scope=Scope("audit"))
    rows = [
        row
        for section in content.sections
        for block in section.blocks
        if isinstance(block, Table) and block.id == "assumptions"
        for row in block.rows
        if row.id == name
    ]
    (row,) = rows
    return row.cells[1].text, row.cells[2].text


def test_a_longer_assumed_cover_lowers_the_risk(assess: Run) -> None:
    long = assess(Judgement("assumed_cover_days", LONG, "the planner"))
    assert risk(assess()) > risk(long)


def test_the_method_page_prints_what_was_set_by_whom_and_the_shipped_value(assess: Run) -> None:
    value, rests_on = printed(
        assess(Judgement("assumed_cover_days", LONG, "the planner")), "assumed_cover_days"
    )
    assert value == "250 days"
    assert rests_on == "set for this project by the planner; shipped: 30 days"
    assert printed(assess(), "assumed_cover_days")[0] == "30 days"


def test_drawn_money_uses_the_set_figures_too(assess: Run) -> None:
    found = assess(Judgement("horizon_days", (1.0,), "the planner"))
    assert [made.name for made in found.set_figures] == ["horizon_days"]
    drawn = pipeline.with_draws(found, assess.library)
    assert drawn.draws is not None


@pytest.mark.parametrize(
    "wrong",
    [
        Judgement("no_such_figure", 1.0, "x"),
        Judgement("assumed_cover_days", 30.0, "x"),
        Judgement("assumed_cover_days", (3.0, 2.0, 1.0), "x"),
        Judgement("assumed_cover_days", (1.0, 2.0, float("nan")), "x"),
        Judgement("demand_spread", (7.0,), "x"),
    ],
)
def test_what_this_version_does_not_take_is_said_and_left_as_shipped(
    assess: Run, wrong: Judgement
) -> None:
    found = assess(wrong)
    assert found.set_figures == ()
    assert risk(found) == risk(assess())
    notes = [Catalogue("en").say(note) for note in found.notes]
    assert any(f"sets the assumption {wrong.name}" in note for note in notes)


def test_a_project_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    made = Judgement("assumed_cover_days", LONG, "the planner")
    project: ProjectFile
    with create_project(tmp_path / "work.lodestone", author="Ada") as project:
        project.do(made)
        assert recorded_in(project.project).judgements == (made,)
