"""What the same parts come to under other laws, uses and licence times, on a page of a report."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app import pipeline
from desktop_app.model.assessment import Assessment, ScenarioOutcome
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.reading import Reading
from desktop_app.paths import shipped
from desktop_app.register.scenario import read_scenario
from desktop_app.report.blocks import Paragraph, Section, Table
from desktop_app.report.scenario_outcomes import as_asked
from desktop_app.report.sections.cases import cases
from desktop_app.report.settings import load_settings
from tests.report.variations import view_of
from tests.small_assessment import small_assessment

LIST = """Part number;Description;Country of origin
A-1;Segment magnet NdFeB 42SH;CN
A-2;SmCo ring magnet Sm2Co17;CN
A-3;Holmium oxide Ho2O3 99.99 %;CN
A-4;Stainless steel screw M4x10;CN
"""
ASKED = Inquiry(date(2026, 11, 24))


@pytest.fixture(scope="module")
def library() -> pipeline.Library:
    return pipeline.load_library()


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    path = tmp_path_factory.mktemp("list") / "parts.csv"
    path.write_text(LIST, encoding="utf-8")
    return pipeline.read([path])


@pytest.fixture(scope="module")
def listed(reading: Reading, library: pipeline.Library) -> Assessment:
    return pipeline.with_scenarios(pipeline.assess(reading, ASKED, library), library)


def test_the_first_line_is_the_assessment_itself(listed: Assessment) -> None:
    first = listed.scenarios[0]
    assert first == as_asked(listed)
    assert (first.needed, first.waits_law) == (listed.totals.needed, listed.totals.waits_law)
    assert first.needed, "or nothing below would be compared"


def test_every_scenario_of_the_settings_stands_below_it(listed: Assessment) -> None:
    assert [found.name for found in listed.scenarios] == ["today", *load_settings().scenarios]


@pytest.mark.parametrize("name", ["lapsed", "no61-in-force"])
def test_an_outcome_is_what_asking_under_the_scenario_gives(
    name: str, listed: Assessment, reading: Reading, library: pipeline.Library
) -> None:
    """Nothing is recognised anew for the table, and it says the same as if it were."""
    asked, under = replace(listed.inquiry, scenario=name), library
    if name != "lapsed":
        path = shipped("resources", "register", "scenarios", f"{name}.yaml")
        under, asked = pipeline.load_library(path), read_scenario(path).asked(listed.inquiry)
    alone = pipeline.assess(reading, asked, under)
    (found,) = (one for one in listed.scenarios if one.name == name)
    assert found == as_asked(alone)


def test_a_military_use_is_refused_and_the_end_of_a_suspension_needs_more(
    listed: Assessment,
) -> None:
    by_name = {found.name: found for found in listed.scenarios}
    assert by_name["defence-use"].refused == by_name["today"].needed
    assert by_name["lapsed"].needed > by_name["today"].needed
    assert by_name["extended"].suspended > by_name["today"].suspended


def test_what_is_asked_anyway_is_no_scenario(reading: Reading, library: pipeline.Library) -> None:
    asked = replace(ASKED, destination="US", end_use="military")
    found = pipeline.assess(reading, asked, library)
    names = {one.name for one in pipeline.with_scenarios(found, library).scenarios}
    assert "lapsed" in names
    assert not names & {"us-destination", "defence-use"}


def test_a_case_is_not_laid_over_another(listed: Assessment, library: pipeline.Library) -> None:
    under = replace(listed, inquiry=replace(listed.inquiry, scenario="lapsed"), scenarios=())
    assert pipeline.with_scenarios(under, library).scenarios == ()


def section(*outcomes: ScenarioOutcome) -> Section:
    return cases(view_of(replace(small_assessment(), scenarios=outcomes)))


def table(of: Section) -> Table:
    (found,) = (b for b in of.blocks if isinstance(b, Table))
    return found


def test_what_changes_stands_below_with_its_sign() -> None:
    now = ScenarioOutcome("today", "", 9, 0, 7, 5, 0, 8, {"EUR": 139_800.0, "CNY": 470_000.0})
    then = ScenarioOutcome("lapsed", "", 11, 0, 10, 0, 0, 8, {"EUR": 161_200.0, "CNY": 470_000.0})
    first, second = table(section(now, then)).rows
    assert not any(cell.below for cell in first.cells)
    assert [(cell.text, cell.below) for cell in second.cells[1:]] == [
        ("11", "+2"), ("0", ""), ("8", ""), ("10", "+3"), ("0", "−5"), ("0", ""),
        ("470,000 CNY; 160,000 EUR", "+20,000 EUR"),
    ]  # fmt: skip


def test_a_scenario_of_a_file_calls_itself() -> None:
    now = ScenarioOutcome("today", "", 1, 0, 0, 0, 0, 0, {})
    first, second = table(section(now, replace(now, name="own", title="My own case"))).rows
    assert (first.cells[0].text, second.cells[0].text) == ("As known today", "My own case")


def test_without_scenarios_both_cases_of_the_law_are_still_told() -> None:
    assert [row.id for row in table(section()).rows] == ["today", "lapsed", "extended"]


def test_where_no_scenario_counts_a_part_a_sentence_says_so() -> None:
    """Seven rows of noughts tell a buyer nothing."""
    now = ScenarioOutcome("today", "", 0, 0, 0, 0, 0, 0, {})
    found = section(now, replace(now, name="lapsed"), replace(now, name="extended"))
    assert not [b for b in found.blocks if isinstance(b, Table)]
    said = next(b.text for b in found.blocks if isinstance(b, Paragraph))
    assert said == (
        "No recognised part needs a licence or may need one, nor would any under these: If the "
        "suspensions have ended, If they were extended."
    )
