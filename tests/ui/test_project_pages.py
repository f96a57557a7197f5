"""A project in the window: every step is written, listed and withdrawn; runs, backups, recent ones."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app import pipeline
from desktop_app.cli import main
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Since
from desktop_app.model.findings import msg
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.opening import open_project
from desktop_app.project.recorded import Recorded
from desktop_app.ui import since_last
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.project_pages import ProjectPages
from desktop_app.ui.recent import MOST, Recent
from desktop_app.ui.settings import SettingsFile
from desktop_app.ui.two_panes import TwoPanes
from tests.ui.driving import Driver

SUPPLIER = "Nordmagnet"


def pages(driver: Driver) -> ProjectPages:
    made: ProjectPages = driver.window.above.project_pages
    return made


def lines(page: TwoPanes) -> list[str]:
    return [entry.words for entry in page.entries]


def press(driver: Driver, page: TwoPanes, words: str) -> None:
    inside = page.area.widget()
    assert inside is not None
    made = next(b for b in inside.findChildren(QPushButton) if b.text() == words)
    driver.click(made)
    driver.quiet()


@pytest.fixture
def saved(filled: Driver, tmp_path: Path) -> Driver:
    """The small files saved as a project, then a fact recorded and the day changed."""
    filled.window.projects.save(tmp_path / "Motors.lodestone")
    filled.quiet()
    filled.session.record_leaving(SUPPLIER, "no")
    filled.quiet()
    filled.session.ask(replace(filled.session.inquiry, on=date(2027, 1, 4), on_assumed=False))
    filled.quiet()
    return filled


def answers(driver: Driver) -> list[str]:
    """Whose deliveries the desk says leave China or not."""
    recorded = driver.session.recorded
    return [] if recorded is None else [fact.name for fact in recorded.facts]


def stored(driver: Driver) -> list[str]:
    """The same in the file."""
    project = driver.window.projects.file
    assert project is not None
    return [fact.name for fact in project.project.facts]


def reasons(driver: Driver) -> object:
    """What Why? shows."""
    return driver.window.risks.why.sheet


def path_of(driver: Driver) -> Path:
    path: Path | None = driver.window.projects.path
    assert path is not None
    return path


def test_every_step_is_in_the_file_without_being_saved(saved: Driver) -> None:
    with open_project(path_of(saved), read_only=True) as seen:
        assert [fact.answer for fact in seen.project.facts] == ["no"]
        assert seen.project.inquiry == saved.session.inquiry
        assert len(seen.ledger) == 3


def test_undo_goes_on_across_the_save_and_is_an_undo_in_the_file(saved: Driver) -> None:
    for _step in range(2):
        saved.session.undo()
        saved.quiet()
    project = saved.window.projects.file
    assert project is not None
    assert [entry.deed for entry in project.ledger] == ["do", "do", "do", "undo", "undo"]
    assert stored(saved) == []
    saved.session.redo()
    saved.quiet()
    assert project.ledger[6].deed == "redo"
    assert stored(saved) == [SUPPLIER]


def test_an_activity_is_found_and_withdrawn_by_itself(saved: Driver) -> None:
    pages(saved).show_activity()
    page = pages(saved).activity
    assert page is not None
    assert lines(page)[1] == f"{SUPPLIER}: deliveries leave China: no"
    page.kind.setCurrentIndex(page.kind.findData("decisions"))
    page.kind.activated.emit(page.kind.currentIndex())
    assert lines(page) == [f"{SUPPLIER}: deliveries leave China: no"]
    press(saved, page, "Withdraw it")
    assert answers(saved) == []
    assert saved.session.inquiry.on == date(2027, 1, 4)
    assert lines(page)[0].startswith("Withdrawn: ")
    assert page.entries[1].beside.endswith("does not stand any more")
    undo = saved.window.menus.actions["undo"]
    assert undo.text() == f"&Undo: withdrawing: {SUPPLIER}: deliveries leave China: no"
    undo.trigger()
    saved.quiet()
    assert answers(saved) == [SUPPLIER]
    page.find_field.setText("no such thing")
    assert lines(page) == []


def test_before_there_is_a_project_the_steps_of_the_session_are_listed(filled: Driver) -> None:
    filled.session.record_leaving(SUPPLIER, "no")
    filled.quiet()
    filled.session.record_leaving("Other", "yes")
    filled.quiet()
    pages(filled).show_activity()
    page = pages(filled).activity
    assert page is not None
    assert lines(page)[:2] == ["What was recorded of Other", f"What was recorded of {SUPPLIER}"]
    page.list.setCurrentRow(1)
    press(filled, page, "Undo it and what came after")
    assert filled.session.recorded is None
    assert len(filled.session.files) == 4


def test_a_run_is_kept_and_reopened_as_it_was(saved: Driver) -> None:
    pages(saved).show_runs()
    saved.quiet()
    page = pages(saved).runs
    assert page is not None
    assert len(page.entries) == 1
    press(saved, page, "Open as it was")
    shown = saved.session.result
    assert shown is not None
    assert shown.assessment.inquiry.on != date(2027, 1, 4)
    assert "as it was then" in saved.window.strip.words.text()
    assert saved.window.stage == "risks"
    saved.click(saved.window.strip.action)
    saved.quiet()
    assert saved.session.result is not None
    assert saved.session.result.assessment.inquiry.on == date(2027, 1, 4)
    assert not saved.window.strip.isVisible()


def test_reasons_on_show_are_those_of_the_run_that_is_shown(saved: Driver) -> None:
    """The list of Risks lies below the page of runs when the earlier answer arrives."""
    saved.window.go_to("risks")
    saved.risks.choose(0)
    saved.window.risks.open_why()
    saved.quiet()
    pages(saved).show_runs()
    saved.quiet()
    page = pages(saved).runs
    assert page is not None
    saved.window.risks.why.sheet = None
    press(saved, page, "Open as it was")
    assert reasons(saved) is not None
    assert saved.session.imported is None


def test_the_answer_now_stands_beside_an_earlier_run(saved: Driver) -> None:
    pages(saved).show_runs()
    saved.quiet()
    page = pages(saved).runs
    assert page is not None
    press(saved, page, "Compare with now")
    compare = saved.window.risks.compare
    assert compare is not None
    assert compare.run.currentData() == 1
    assert not compare.day.isEnabled()
    assert "in that run" in compare.sentence.text()
    compare.run.setCurrentIndex(0)
    saved.quiet()
    assert compare.day.isEnabled()


def test_going_back_to_a_backup_keeps_what_stands_and_can_be_undone(saved: Driver) -> None:
    project = saved.window.projects.file
    assert project is not None
    project.back_up("wish")
    saved.session.record_leaving("Other", "yes")
    saved.quiet()
    pages(saved).show_backups()
    saved.quiet()
    page = pages(saved).backups
    assert page is not None
    assert page.entries[0].beside.startswith("at your wish · 4 files · ")
    press(saved, page, "Go back to it")
    assert stored(saved) == [SUPPLIER]
    assert page.entries[0].beside.startswith("before going back to a backup")
    saved.session.undo()
    saved.quiet()
    assert stored(saved) == [SUPPLIER, "Other"]


def test_a_backup_opens_as_a_copy_and_never_over_a_file(saved: Driver, tmp_path: Path) -> None:
    project = saved.window.projects.file
    assert project is not None
    backup = project.back_up("wish")
    saved.window.projects.open_copy(backup, path_of(saved))
    saved.quiet()
    assert saved.window.strip.property("kind") == "error"
    target = tmp_path / "copy.lodestone"
    saved.window.projects.open_copy(backup, target)
    saved.quiet()
    assert path_of(saved) == target
    assert [fact.answer for fact in pipeline.read_project(target)[0].facts] == ["no"]


def test_a_project_is_packed_and_unpacked(saved: Driver, tmp_path: Path) -> None:
    packed, target = tmp_path / "m.lodestone-packed", tmp_path / "elsewhere.lodestone"
    saved.window.projects.export(packed)
    saved.quiet()
    assert packed.is_file(), saved.window.strip.words.text()
    saved.window.projects.take_portable(packed, target)
    saved.quiet()
    assert path_of(saved) == target
    assert len(saved.session.files) == 4
    assert saved.session.inquiry.on == date(2027, 1, 4)


def test_a_project_that_somebody_else_has_open_is_a_view_that_follows(
    driver: Driver, tmp_path: Path
) -> None:
    """Here the other writer stands in the same process; the lock does not know the difference."""
    from desktop_app.project.opening import create_project

    path = tmp_path / "shared.lodestone"
    fact = RecordedFact("supplier", SUPPLIER, "leaves_china", answer="no")
    with create_project(path, author="Ada", home=tmp_path / "other") as other:
        driver.window.projects.open(path)
        driver.quiet()
        assert "has had this project open" in driver.window.strip.words.text()
        driver.session.put(msg("a try"), replace(driver.session.desk, recorded=Recorded()))
        driver.quiet()
        other.do(fact)
        driver.window.projects.catch_up()
        driver.quiet()
        assert driver.session.recorded == Recorded(facts=(fact,))
        assert len(other.ledger) == 1


def test_window_and_command_line_at_once_lose_nothing(
    saved: Driver, capsys: pytest.CaptureFixture[str]
) -> None:
    """The window has it open, so the command is told and writes nothing; then the command has it
    open and the window is a view that catches up; in the end both have written."""
    path, projects = path_of(saved), saved.window.projects
    record = ["record", str(path), "--by", "Ada", "--trade-practice", "--reason", "a try"]
    assert main(record) == 5
    assert f"{path.name} is open on " in capsys.readouterr().err
    saved.session.record_leaving("Late", "yes")
    saved.quiet()
    projects.close()
    assert main(record) == 0
    with open_project(path, author="Bo") as command:
        projects.open(path)
        saved.quiet()
        assert "has had this project open" in saved.window.strip.words.text()
        seen = saved.session.recorded
        assert seen is not None
        assert (answers(saved), len(seen.practices)) == ([SUPPLIER, "Late"], 1)
        command.do(RecordedFact("supplier", "Third", "leaves_china", answer="no"))
        projects.catch_up()
        saved.quiet()
        assert answers(saved) == [SUPPLIER, "Late", "Third"]
        assert saved.window.strip.words.text().startswith("The project was changed elsewhere")


def test_recent_projects_are_offered_and_missing_ones_greyed(saved: Driver, tmp_path: Path) -> None:
    made = pages(saved)
    gone = tmp_path / "gone.lodestone"
    made.recent.remember(gone)
    made.recent_menu.fill()
    first, second = made.recent_menu.actions()[:2]
    assert (first.text(), first.isEnabled()) == ("&1  gone.lodestone (not found)", False)
    assert (second.text(), second.isEnabled()) == ("&2  Motors.lodestone", True)
    made.recent_row.fill()
    offered = [b.text() for b in made.recent_row.findChildren(QPushButton) if b.text()]
    assert offered == ["Motors"]
    made.recent_menu.actions()[-1].trigger()
    assert made.recent.paths == ()


def test_the_settings_hold_paths_alone_and_no_more_than_are_offered(
    settings: SettingsFile, tmp_path: Path
) -> None:
    recent = Recent(settings)
    paths = [tmp_path / f"{number}.lodestone" for number in range(MOST + 3)]
    for path in paths:
        recent.remember(path)
    recent.remember(paths[5])
    assert recent.paths[0] == paths[5]
    assert len(recent.paths) == MOST == len(set(recent.paths))
    assert Recent(SettingsFile(tmp_path / "settings.ini")).paths == recent.paths
    settings.change(recent="{no list")
    assert recent.paths == ()


def test_the_window_writes_what_is_left_when_it_is_closed(saved: Driver) -> None:
    path, window = path_of(saved), saved.window
    assert isinstance(window, MainWindow)
    saved.session.record_leaving("Late", "yes")
    window.close()
    project, _ = pipeline.read_project(path)
    assert [fact.name for fact in project.facts] == [SUPPLIER, "Late"]


def test_what_is_new_since_the_last_run_stands_below_the_answer(
    saved: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run was kept before the fact was recorded that takes parts of a supplier out."""
    second = saved.window.risks.second
    assert "since" not in second.text()  # a run of today is what the user has just seen
    ran = since_last.today()
    monkeypatch.setattr(since_last, "today", lambda: ran + timedelta(days=1))
    saved.session.ask(replace(saved.session.inquiry, on=date(2027, 1, 5), on_assumed=False))
    saved.quiet()
    day = saved.session.catalogue.date(ran)
    assert second.text().endswith(f"Nothing new needs you since {day}.")
    saved.session.ask(replace(saved.session.inquiry, scenario="lapsed"))
    saved.quiet()
    assert "Nothing new" not in second.text()


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ((), "Nothing new needs you since 16 Nov 2026."),
        ((3,), "1 part newly needs a licence or an answer since 16 Nov 2026."),
        ((3, 4), "2 parts newly need a licence or an answer since 16 Nov 2026."),
    ],
)
def test_new_parts_are_counted(new: tuple[int, ...], said: str) -> None:
    found = Since(on=date(2026, 11, 16), new=new, cleared=0, causes=())
    assert Catalogue("en").say(since_last.since_words(found)) == said
