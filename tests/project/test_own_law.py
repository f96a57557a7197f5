"""What a named user adds to the law of a project: listed firms, and judging by trade practice."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.assessment.licence.practice import without_practice
from desktop_app.cli import main
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.project.opening import create_project
from desktop_app.project.own_law import ListedName, TradePractice
from desktop_app.project.recorded import Recorded

ON = date(2026, 11, 25)
PRACTICE = TradePractice("Anna Berg", "Customs lets 0.1 % pass", date(2026, 11, 1))
DY_TB = "Test report 2026-05-04: Dy+Tb < 0.1 %, Ho < 0.01 %"
EACH = "Test report 2026-05-04: Dy < 0.08 %, Tb < 0.08 %, Ho < 0.01 %"
MEASURED = "Test report 2026-05-04: Dy 0.02 %, Tb < 0.01 %, Ho < 0.01 %"
UNDATED = "Dy+Tb < 0.1 %, Ho < 0.01 %"
ROWS = (DY_TB, EACH, MEASURED, UNDATED)


@pytest.fixture(scope="module")
def list_of_parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "parts.csv"
    rows = [f"M-{at},NdFeB magnet 42SH,Volt Power,CN,CN,{said!r}" for at, said in enumerate(ROWS)]
    heading = "Part number,Description,Supplier,Country of origin,Ships from,Declaration"
    path.write_text("\n".join((heading, *rows)).replace("'", '"'), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def assess(library: pipeline.Library, list_of_parts: Path) -> "Run":
    return Run(library, list_of_parts)


class Run:
    def __init__(self, library: pipeline.Library, path: Path) -> None:
        self.library, self.reading = library, pipeline.read([path])

    def __call__(self, recorded: Recorded, on: date = ON) -> Assessment:
        return pipeline.assess(self.reading, Inquiry(on), self.library, recorded=recorded)


def verdicts(found: Assessment) -> list[tuple[str, str | None]]:
    return [(found.licences[at].verdict, found.licences[at].basis) for at in range(len(ROWS))]


NO_PRACTICE = [("not_verified", None)] * 2 + [("needed", None), ("not_verified", None)]
BY_PRACTICE = [("not_needed", "practice"), ("not_verified", None), ("not_needed", "practice"),
               ("not_verified", None)]  # fmt: skip


def test_without_the_setting_a_small_content_is_content(assess: Run) -> None:
    assert verdicts(assess(Recorded())) == NO_PRACTICE


def test_the_setting_lets_a_small_sum_in_a_dated_report_pass(assess: Run) -> None:
    """0.08 % of each is 0.16 % together, and a claim without a date is no report."""
    assert verdicts(assess(Recorded(practices=(PRACTICE,)))) == BY_PRACTICE


def test_its_verdicts_say_what_holds_without_it_and_whose_it_is(assess: Run) -> None:
    found = assess(Recorded(practices=(PRACTICE,)))
    strict = found.licences[0].without_practice
    assert strict is not None
    assert strict.verdict == "not_verified"
    said = [Catalogue("en").say(note) for note in found.notes]
    (note,) = [text for text in said if "trade-practice" in text]
    assert note.startswith("2 verdicts rest on the trade-practice setting of Anna Berg")
    assert "Customs lets 0.1 % pass" in note


def test_it_ends_after_twelve_months(assess: Run) -> None:
    assert PRACTICE.until == date(2027, 10, 31)
    later = replace(PRACTICE, since=date(2025, 11, 26))
    assert verdicts(assess(Recorded(practices=(later,)))) != NO_PRACTICE
    over = replace(PRACTICE, since=date(2025, 11, 25))
    assert verdicts(assess(Recorded(practices=(over,)))) == NO_PRACTICE
    assert (
        verdicts(assess(Recorded(practices=(PRACTICE, replace(PRACTICE, ended=True)))))
        == NO_PRACTICE
    )


def test_it_needs_a_name_and_a_reason() -> None:
    for by, reason in (("", "why"), ("Anna Berg", " ")):
        with pytest.raises(ValueError, match="needs a name and a reason"):
            TradePractice(by, reason, ON)


def test_papers_for_the_authority_are_made_without_it(assess: Run) -> None:
    assert verdicts(without_practice(assess(Recorded(practices=(PRACTICE,))))) == NO_PRACTICE


def test_a_name_that_a_user_adds_marks_its_supplier_from_its_day_on(assess: Run) -> None:
    added = ListedName("Volt Power Ltd", "control", ON, "No. 99 of 2026", "gazette", "Anna", ON)
    found = assess(Recorded(listed=(added,)))
    assert found.licences[0].listed_supplier
    assert "Volt Power Ltd" in str(found.licences[0].reasons)
    assert any("Volt Power Ltd" in Catalogue("en").say(note) for note in found.notes)
    before = assess(Recorded(listed=(added,)), date(2026, 11, 24))
    assert not before.licences[0].listed_supplier


def test_the_command_line_records_both_and_takes_them_back(
    tmp_path: Path, list_of_parts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "own.lodestone"
    with create_project(project) as made:
        made.add_files(pipeline.read([list_of_parts]))
    listed = ["--listed", "Volt Power Ltd", "--announcement", "No. 99", "--source", "gazette"]
    since = ["--since", "2026-11-01"]
    assert main(["record", str(project), "--by", "Anna", *listed, *since]) == 0
    reason = ["--trade-practice", "--reason", "customs", *since]
    assert main(["record", str(project), "--by", "Anna", *reason]) == 0
    assert "Trade-practice setting made by Anna" in capsys.readouterr().out
    standing, _ = pipeline.read_project(project)
    assert [found.name for found in standing.listed] == ["Volt Power Ltd"]
    assert len(standing.practices) == 1
    assert main(["record", str(project), "--by", "Anna", "--forget", "volt power LTD"]) == 0
    assert main(["record", str(project), "--by", "Anna", "--end-trade-practice"]) == 0
    standing, _ = pipeline.read_project(project)
    assert not standing.listed
    assert [setting.ended for setting in standing.practices] == [True]


def test_the_command_line_refuses_what_nobody_answers_for(tmp_path: Path) -> None:
    project = tmp_path / "own.lodestone"
    create_project(project).close()
    assert main(["record", str(project), "--by", "Anna", "--trade-practice"]) == 2
    assert main(["record", str(project), "--by", "Anna", "--listed", "X GmbH"]) == 2
    assert main(["record", str(project), "--by", "Anna", "--forget", "X GmbH"]) == 2
