"""A project follows the desk: one activity a step, undo and redo as such, nothing given up unsaid."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop_app import pipeline
from desktop_app.model.findings import CodedError
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.reading import Reading, joined, without
from desktop_app.project.activity import Activity
from desktop_app.project.bringing import Desk, bring_to
from desktop_app.project.corrections import Correction, correct
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.file import ProjectFile
from desktop_app.project.keys import index_of
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.recorded import Recorded, recorded_in
from desktop_app.project.records import SourceAdded
from desktop_app.project.sent import sent
from desktop_app.project.storage import log
from desktop_app.project.versions import take_in
from tests.project.cases import ONE_OF_EACH

ASKED = Inquiry(date(2026, 11, 24))
HEAD = "Part number,Description,Supplier,Country of origin"


def read(path: Path, *rows: str) -> Reading:
    path.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    return pipeline.read([path])


@pytest.fixture
def project(tmp_path: Path) -> Iterator[ProjectFile]:
    with create_project(tmp_path / "p.lodestone", author="Ada", home=tmp_path / "home") as made:
        yield made


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    folder = tmp_path_factory.mktemp("lists")
    return joined(
        read(folder / "a.csv", "M-1,NdFeB magnet,Nordmagnet,CN", "M-2,Motor,Nordmagnet,CN"),
        read(folder / "b.csv", "X-1,Frame,Ironworks,DE"),
    )


@pytest.fixture
def desk(reading: Reading) -> Desk:
    return Desk(reading, ASKED, {("0123", ""): {"Zone": "country_of_origin"}}, Recorded())


def corrected(desk: Desk, *changes: tuple[int, str, str]) -> Desk:
    assert desk.reading is not None
    parts = desk.reading.parts
    made = tuple(
        correct(index_of(parts), parts, part_id, name, new) for part_id, name, new in changes
    )
    recorded = replace(desk.recorded, corrections=(*desk.recorded.corrections, *made))
    return replace(desk, recorded=recorded)


def deeds(project: ProjectFile) -> list[str]:
    return [entry.deed for entry in project.ledger]


def paths(project: ProjectFile) -> list[str]:
    return [Path(file.path).name for _, file in project.sources()]


def test_the_first_time_everything_is_one_activity(project: ProjectFile, desk: Desk) -> None:
    assert bring_to(project, desk)
    assert deeds(project) == ["do"]
    assert paths(project) == ["a.csv", "b.csv"]
    assert project.project.inquiry == ASKED
    held = project.reading()
    assert held is not None
    assert list(held.parts.frame["part_number"]) == ["M-1", "M-2", "X-1"]


def test_where_nothing_differs_nothing_is_written(project: ProjectFile, desk: Desk) -> None:
    bring_to(project, desk)
    assert not bring_to(project, desk)
    assert len(project.ledger) == 1


def test_a_step_back_is_an_undo_and_a_step_on_a_redo(project: ProjectFile, desk: Desk) -> None:
    bring_to(project, desk)
    later = corrected(desk, (0, "country_of_origin", "JP"))
    bring_to(project, later)
    bring_to(project, desk)
    bring_to(project, later)
    assert deeds(project) == ["do", "do", "undo", "redo"]
    assert [made.new for made in project.project.corrections] == ["JP"]


def test_undo_goes_on_after_the_project_was_opened_again(tmp_path: Path, desk: Desk) -> None:
    path, home = tmp_path / "q.lodestone", tmp_path / "home"
    with create_project(path, home=home) as project:
        bring_to(project, desk)
        bring_to(project, corrected(desk, (0, "country_of_origin", "JP")))
    with open_project(path, home=home) as project:
        bring_to(project, desk)
        assert deeds(project) == ["do", "do", "undo"]


def test_one_correction_of_several_is_withdrawn_and_the_others_stand(
    project: ProjectFile, desk: Desk
) -> None:
    both = corrected(desk, (0, "country_of_origin", "JP"), (1, "country_of_origin", "VN"))
    bring_to(project, both)
    later = replace(both, inquiry=replace(ASKED, destination="FR"))
    bring_to(project, later)
    left = replace(later, recorded=replace(later.recorded, corrections=both.recorded.corrections[1:]))  # fmt: skip
    bring_to(project, left)
    assert [made.new for made in project.project.corrections] == ["VN"]
    assert paths(project) == ["a.csv", "b.csv"]
    inquiry = project.project.inquiry
    assert inquiry is not None
    assert inquiry.destination == "FR"
    assert not bring_to(project, left)


@pytest.mark.parametrize("nth", [1, 2])
def test_what_is_withdrawn_and_what_is_written_anew_come_together_or_not_at_all(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    both = corrected(desk, (0, "country_of_origin", "JP"), (1, "country_of_origin", "VN"))
    left = replace(both, recorded=replace(both.recorded, corrections=both.recorded.corrections[1:]))
    path, home, real, calls = tmp_path / "q.lodestone", tmp_path / "home", log.append, count(1)

    def append(connection: Connection, entry: Activity) -> None:
        if next(calls) == nth:
            raise OSError("the power went")
        real(connection, entry)

    with create_project(path, home=home) as project:
        bring_to(project, both)
        monkeypatch.setattr(log, "append", append)
        with pytest.raises((OSError, CodedError)):
            bring_to(project, left)
        assert deeds(project) == ["do"]
    with open_project(path, home=home) as project:
        assert not bring_to(project, both)
        assert bring_to(project, left)
        assert deeds(project) == ["do", "revert", "do"]
        assert not bring_to(project, left)


def test_a_file_taken_off_and_a_record_given_up_are_one_activity(
    project: ProjectFile, desk: Desk
) -> None:
    fact = RecordedFact("supplier", "Nordmagnet", "leaves_china", answer="no")
    with_fact = replace(desk, recorded=Recorded(facts=(fact,)))
    bring_to(project, with_fact)
    assert desk.reading is not None
    gone = without(desk.reading, {desk.reading.files[0].path})
    bring_to(project, replace(desk, reading=gone, columns={}))
    assert deeds(project) == ["do", "do"]
    assert paths(project) == ["b.csv"]
    assert project.project.facts == ()
    assert project.project.mappings == ()


def test_a_newer_version_takes_the_place_of_the_older(
    project: ProjectFile, desk: Desk, tmp_path: Path
) -> None:
    bring_to(project, desk)
    newer = read(tmp_path / "a_2.csv", "M-1,NdFeB magnet,Nordmagnet,JP", "M-2,Motor,Nordmagnet,CN")
    reading, _ = take_in(desk.reading, newer)
    bring_to(project, replace(desk, reading=reading))
    assert paths(project) == ["a_2.csv", "b.csv"]
    (record,) = project.ledger[2].records
    assert isinstance(record, SourceAdded)
    assert record.replaces == 1


def test_corrections_survive_a_newer_version_and_say_when_they_no_longer_fit(
    project: ProjectFile, desk: Desk, tmp_path: Path
) -> None:
    fixed = corrected(desk, (0, "country_of_origin", "JP"), (1, "country_of_origin", "VN"))
    bring_to(project, fixed)
    newer = read(tmp_path / "a_2.csv", "M-1,NdFeB magnet,Nordmagnet,CN", "M-2,Motor,Nordmagnet,KR")
    reading, _ = take_in(fixed.reading, newer)
    bring_to(project, replace(fixed, reading=reading))
    held = project.reading()
    assert held is not None
    fits = {laid.correction.label: laid.fit for laid in recorded_in(project.project).fits(held.parts)}  # fmt: skip
    assert fits == {"M-1": "fits", "M-2": "changed"}


SHELVES = [shelf.name for shelf in fields(Recorded) if shelf.name != "corrections"]


@pytest.mark.parametrize("shelf", SHELVES)
def test_whatever_can_be_recorded_is_kept_and_given_up(
    project: ProjectFile, desk: Desk, shelf: str
) -> None:
    """A shelf that is new among the records must find its way into a project by itself."""
    default = getattr(Recorded(), shelf)
    others = (sent("Nordmagnet", date(2026, 11, 2)),)
    kept = [r for r in (*ONE_OF_EACH, *others) if not isinstance(r, Correction)]
    for record in kept:
        value = (record,) if isinstance(default, tuple) else record
        project.do(record)
        if getattr(recorded_in(project.project), shelf) == value:
            break
        project.undo()
    else:
        pytest.fail(f"no record of the tests belongs on the shelf {shelf}")
    full = recorded_in(project.project)
    project.undo()
    bring_to(project, replace(desk, recorded=full))
    assert getattr(recorded_in(project.project), shelf) == getattr(full, shelf)
    bring_to(project, replace(desk, recorded=Recorded(), inquiry=replace(ASKED, destination="FR")))
    assert getattr(recorded_in(project.project), shelf) == default
