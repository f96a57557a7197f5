"""A scenario changes the future, never the past, and binds only under its own name."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.assessment.licence import judge_example
from desktop_app.model.inquiry import Inquiry
from desktop_app.paths import shipped
from desktop_app.register.control import Edition, Example, Status, status_on
from desktop_app.register.edition import load_edition
from desktop_app.register.figures import load_figures
from desktop_app.register.scenario import read_scenario
from desktop_app.register.strict import RegisterError

SHIPPED = sorted(shipped("resources", "register", "scenarios").glob("*.yaml"))
SOURCES = """\
sources:
  assumed: {title: T, url: "about:assumption", language: en, retrieved: 2026-11-22, grade: D}
"""
LATER = "    timeline:\n      - {from: 2026-12-01, state: in_force, source: assumed}\n"
FIGURE = "figures:\n  - {id: licence_days, value: [4, 126, 360], unit: days, source: assumed}\n"
STEP = f'provisions:\n  - control: CN-MOFCOM-2025-57\n    provision: ""\n{LATER}'


def state(status: Status | None) -> tuple[str, date] | None:
    """What held and since when; a scenario may well move the end of what holds."""
    return (status.state, status.since) if status else None


def used(path: Path) -> Edition:
    """Reads all of a scenario file, as the program does."""
    read_scenario(path)
    return load_edition(scenario=path)


def judged(
    edition: Edition, day: str, scenario: str, part: Mapping[str, object]
) -> tuple[str, bool]:
    """The verdict on a day, and whether licences are refused in principle."""
    example = Example(date.fromisoformat(day), part, {"scenario": scenario}, "needed")
    licence = judge_example(edition, example)
    return licence.verdict, licence.refused_in_principle


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_scenarios_leave_the_past_and_the_other_scenarios_alone(path: Path) -> None:
    edition, laid = load_edition(), load_edition(scenario=path)
    assert laid.overlay == path.stem
    days = [date(2025, 1, 1) + timedelta(days=7 * week) for week in range(105)]
    for control, over in zip(edition.controls, laid.controls, strict=True):
        for index, provision in enumerate(over.provisions):
            known = control.provisions[index] if index < len(control.provisions) else None
            for day in days:
                before = status_on(known, day) if known else None
                for scenario in ("today", "lapsed", "extended"):
                    same = status_on(known, day, scenario) if known else None
                    assert status_on(provision, day, scenario) == same
                if day < edition.reviewed_through:
                    assert state(status_on(provision, day, path.stem)) == state(before)


def test_five_rare_earths_come_into_force() -> None:
    edition = load_edition(
        scenario=shipped("resources", "register", "scenarios", "no57-in-force.yaml")
    )
    magnet = {"form": "magnet", "material": "NdFeB", "origin": "CN",
              "elements": {"Nd": True, "Ho": True, "Dy": False, "Tb": False}}  # fmt: skip
    assert judged(edition, "2026-11-30", "no57-in-force", magnet) == ("suspended", False)
    assert judged(edition, "2026-12-01", "no57-in-force", magnet) == ("needed", False)
    assert judged(edition, "2026-12-01", "today", magnet)[0] == "not_verified"


def test_a_stop_refuses_what_needs_a_licence_and_nothing_else() -> None:
    path = shipped("resources", "register", "scenarios", "heavy-rare-earths-stop.yaml")
    edition = load_edition(scenario=path)
    heavy = {"form": "magnet", "material": "SmCo", "origin": "CN", "elements": {"Sm": True}}
    light = {"form": "metal", "origin": "CN", "elements": {"Nd": True}}
    assert judged(edition, "2026-11-30", path.stem, heavy) == ("needed", False)
    assert judged(edition, "2026-12-01", path.stem, heavy) == ("needed", True)
    assert judged(edition, "2026-12-01", "today", heavy) == ("needed", False)
    assert judged(edition, "2026-12-01", path.stem, light) == ("not_needed", False)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (SOURCES, "changes nothing"),
        (STEP, "'sources' is missing"),
        (SOURCES + STEP + "extra: 1\n", "unknown key 'extra'"),
        (SOURCES + STEP.replace("2025-57", "2025-99"), "the register has no provision ''"),
        (SOURCES + STEP.replace('""', "art.2"), "the register has no provision 'art.2'"),
        (SOURCES + STEP.replace("2026-12-01", "2026-08-20"), "lies in the past of the register"),
        (SOURCES + STEP.replace("in_force", "banned"), "'state' must be one of"),
        (SOURCES + STEP.replace("assumed}\n", "other}\n"), "'source' must be one of assumed"),
        (SOURCES + STEP + STEP.removeprefix("provisions:\n"), "is given twice"),
        (SOURCES + "provisions: {one: two}\n", "'provisions' must be a list"),
        (SOURCES + "provisions: [one]\n", "keys with values belong here; found 'one'"),
        (SOURCES + "adds:\n  - {control: CN-MOFCOM-2025-99, adds: {}}\n", "'control' must be one of"),
        (SOURCES + "adds:\n  - control: CN-MOFCOM-2025-18\n    adds:\n"
         '      {id: "", title: T, reach: none, timeline: '
         "[{from: 2026-12-01, state: in_force, source: assumed}]}\n", "already"),
        (SOURCES + "adds:\n  - control: CN-MOFCOM-2025-18\n    adds:\n"
         "      {id: stop, title: T, reach: user, refuses: [CN-MOFCOM-1999-1], timeline: "
         "[{from: 2026-12-01, state: in_force, source: assumed}]}\n",
         "names CN-MOFCOM-1999-1"),
        (SOURCES + "question: {}\n", "changes nothing"),
        (SOURCES + "question: {destination: usa}\n", "must be two capital letters"),
        (SOURCES + "question: {end_use: war}\n", "'end_use' must be one of civil"),
        (SOURCES + "question: {on: 2027-01-01}\n", "unknown key 'on'"),
        (SOURCES + "figures:\n  - {id: band_edges, value: [0, 0, 1], unit: share, source: assumed}\n",
         "'id' must be one of licence_days"),
        (SOURCES + FIGURE.replace("[4, 126, 360]", "126"), "must be three rising numbers"),
        (SOURCES + FIGURE.replace("[4, 126, 360]", "[9, 4, 360]"), "must be three rising numbers"),
        (SOURCES + FIGURE.replace("source: assumed", "source: me"), "'source' must be one of assumed"),
        (SOURCES + FIGURE + FIGURE.removeprefix("figures:\n"), "'licence_days' is given twice"),
        (SOURCES + FIGURE.replace("licence_days", "refusal_civil"), "'refusal_civil' is at most 1; found 360"),
        (SOURCES + FIGURE.replace("360]", "1.0e+300]"), "at most 36,500; found 1e+300"),
        (SOURCES + "question: {destination: ÄÖ}\n", "must be two capital letters"),
        (SOURCES + f"title: {'x' * 201}\nquestion: {{destination: JP}}\n", "'title' is longer"),
        (SOURCES + "general_licences_lost: all\n", "must be a list of texts"),
    ],
)  # fmt: skip
def test_a_faulty_scenario_is_refused(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RegisterError) as refused:
        used(path)
    assert words in str(refused.value)
    assert "mine.yaml" in str(refused.value)


def test_the_programs_own_scenarios_cannot_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "lapsed.yaml"
    path.write_text(SOURCES + STEP, encoding="utf-8")
    with pytest.raises(
        RegisterError, match=r"lapsed\.yaml: a scenario of the program has the same name"
    ):
        load_edition(scenario=path)


def test_a_scenario_may_set_what_is_asked() -> None:
    asked = Inquiry(date(2026, 11, 25), scenario="today")
    american = read_scenario(SHIPPED[0].with_name("us-destination.yaml")).asked(asked)
    assert (american.destination, american.destination_assumed) == ("US", False)
    assert (american.end_use, american.end_use_assumed) == ("civil", True)
    assert american.scenario == "us-destination"
    military = read_scenario(SHIPPED[0].with_name("defence-use.yaml")).asked(asked)
    assert (military.end_use, military.end_use_assumed) == ("military", False)
    assert (military.destination, military.destination_assumed) == ("DE", True)


def test_a_scenario_may_set_how_long_a_licence_takes() -> None:
    figures = load_figures()
    under = read_scenario(SHIPPED[0].with_name("review-90-working-days.yaml")).figures_of(figures)
    assert under.number("statutory_days") == 90
    assert under.interval("licence_days") == (4, 126, 360)
    assert under.assumptions["licence_days"].judgement
    assert under.interval("refusal_civil") == figures.interval("refusal_civil")
    assert figures.number("statutory_days") == 45
