"""A view of a project that somebody else has open is written here once they have closed it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.model.findings import msg
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.recorded import Recorded
from desktop_app.ui.taking_over import TakingOver
from tests.ui.driving import Driver

FACT = RecordedFact("supplier", "Nordmagnet", "leaves_china", answer="no")
OWN = RecordedFact("supplier", "Erdwerk", "leaves_china", answer="yes")


@pytest.fixture
def other(driver: Driver, tmp_path: Path) -> Iterator[ProjectFile]:
    """Somebody else, who has the project open that is seen in the window."""
    with create_project(tmp_path / "shared.lodestone", author="Ada", home=tmp_path / "o") as made:
        driver.window.projects.open(made.path)
        driver.quiet()
        yield made


def looks(driver: Driver) -> TakingOver:
    taking: TakingOver = driver.window.above.project_pages.taking_over
    taking.look()
    driver.quiet()
    return taking


def is_read_only(driver: Driver) -> bool:
    project = driver.window.projects.file
    assert project is not None
    return project.is_read_only


def record(driver: Driver, fact: RecordedFact) -> None:
    driver.session.put(msg("a try"), replace(driver.session.desk, recorded=Recorded(facts=(fact,))))
    driver.quiet()


def stored(path: Path) -> list[str]:
    with open_project(path, read_only=True) as seen:
        return [fact.name for fact in seen.project.facts]


def test_once_it_is_closed_what_is_done_here_is_written(driver: Driver, other: ProjectFile) -> None:
    looks(driver)
    assert is_read_only(driver)
    assert "has had this project open" in driver.window.strip.words.text()
    other.do(FACT)
    other.close()
    looks(driver)
    assert not is_read_only(driver)
    assert driver.session.recorded == Recorded(facts=(FACT,))
    assert driver.window.strip.words.text().startswith("The project is free again: from now on")
    record(driver, OWN)
    assert stored(other.path) == ["Erdwerk"]


def test_own_changes_are_written_only_at_the_users_wish(driver: Driver, other: ProjectFile) -> None:
    looks(driver)
    record(driver, OWN)
    other.close()
    looks(driver)
    looks(driver)
    strip = driver.window.strip
    assert is_read_only(driver)
    assert stored(other.path) == []
    assert strip.action.text() == "Write it into the project"
    with open_project(other.path, author="Bo"):  # somebody is faster, and it stays a view
        driver.window.above.project_pages.taking_over.take(other.path)
        driver.quiet()
        assert is_read_only(driver)
        assert strip.property("kind") != "error"
    looks(driver)
    driver.click(strip.action)
    driver.quiet()
    assert not is_read_only(driver)
    assert stored(other.path) == ["Erdwerk"]
