"""Files on the desk, backups and the way back; nothing of a supplier outside the project."""

import logging
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from desktop_app import pipeline
from desktop_app.model.findings import CodedError
from desktop_app.paths import shipped
from desktop_app.project.backups import Backup, backup_folder, backups_of, restore, superfluous
from desktop_app.project.corrections import correct
from desktop_app.project.decisions import RecordedFact, Setting
from desktop_app.project.file import ProjectFile
from desktop_app.project.keys import PartIndex
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.recorded import recorded_in
from desktop_app.project.records import Removed
from desktop_app.project.rules import project_rules
from tests.project.cases import TODAY, set_to, status

DAY = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[ProjectFile]:
    with create_project(tmp_path / "work.lodestone", author="Ada") as made:
        yield made


def parts_list(path: Path, *rows: str) -> Path:
    path.write_text("Part number,Description,Supplier,Stock\n" + "\n".join(rows) + "\n")
    return path


# --- files -----------------------------------------------------------------------------------


def test_a_file_is_taken_in_with_its_bytes_and_comes_back(project: ProjectFile) -> None:
    sample = shipped("templates", "sample_supplier_parts.xlsx")
    reading = pipeline.read([sample])
    project.add_files(reading)
    path = project.path
    project.close()
    with open_project(path) as again:
        found = again.reading()
        assert found is not None
        pd.testing.assert_frame_equal(found.parts.frame, reading.parts.frame)
        assert found.files == reading.files
        assert again.original(reading.files[0].sha256) == sample.read_bytes()


def test_several_files_are_joined_as_reading_them_together_would(
    project: ProjectFile, tmp_path: Path
) -> None:
    files = [
        parts_list(tmp_path / f"{n}.csv", f"A-{n},Magnet 42SH,Nord,5", f"B-{n},Screw,Nord,1")
        for n in range(5)
    ]
    for file in files[:3]:
        project.add_files(pipeline.read([file]))
    project.add_files(pipeline.read(files[3:]))
    found, together = project.reading(), pipeline.read(files)
    assert found is not None
    pd.testing.assert_frame_equal(found.parts.frame, together.parts.frame)
    assert found.files == together.files


def test_a_newer_version_replaces_and_undo_brings_the_older_back(
    project: ProjectFile, tmp_path: Path
) -> None:
    file = parts_list(tmp_path / "a.csv", "A-1,Magnet 42SH,Nord,5", "A-2,Magnet 38EH,Nord,6")
    project.add_files(pipeline.read([file]))
    older = project.reading()
    assert older is not None
    fix = correct(PartIndex(older.parts), older.parts, 0, "stock_on_hand", 9.0)
    project.do(fix)
    parts_list(file, "A-0,Magnet 30UH,Nord,1", "A-1,Magnet 42SH,Nord,5")
    project.add_files(pipeline.read([file]))
    newer = project.reading()
    assert newer is not None
    shown = recorded_in(project.project).on_parts(newer.parts)
    assert shown.number("stock_on_hand").tolist() == [1.0, 9.0]
    project.undo()
    back = project.reading()
    assert back is not None
    pd.testing.assert_frame_equal(back.parts.frame, older.parts.frame)


def test_a_refused_file_stays_as_a_card_and_can_be_taken_off(
    project: ProjectFile, tmp_path: Path
) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    project.add_files(pipeline.read([tmp_path / "broken.xlsx"]))
    found = project.reading()
    assert found is not None
    assert found.files[0].outcome == "refused"
    project.change(removed=[found.files[0].path])
    assert project.reading() is None
    project.undo()
    assert project.reading() is not None


def test_a_legal_status_that_would_stand_too_long_is_not_recorded(project: ProjectFile) -> None:
    with pytest.raises(ValueError, match="look again"):
        project.do(set_to("a"), status(look_again=TODAY + timedelta(days=91)))
    assert len(project.ledger) == 0
    project.do(status(look_again=TODAY + timedelta(days=90)))
    assert len(project.project.statuses) == 1


# --- backups ---------------------------------------------------------------------------------


def backup(order: int, days_ago: int) -> Backup:
    return Backup(Path(str(order)), order, DAY - timedelta(days=days_ago), order, "closing")


def test_three_recent_and_seven_daily_are_kept() -> None:
    made = [backup(order, days_ago=(60 - order) // 4) for order in range(1, 61)]
    gone = {old.order for old in superfluous(made, project_rules())}
    kept = [b for b in made if b.order not in gone]
    assert {60, 59, 58} <= {b.order for b in kept}
    days = {b.at.date() for b in kept}
    assert days == {(DAY - timedelta(days=n)).date() for n in range(7)}
    assert len(kept) <= 3 + 7


def test_a_clock_set_back_does_not_throw_away_the_newest() -> None:
    made = [backup(1, 0), backup(2, 0), backup(3, 400), backup(4, 400), backup(5, 400)]
    kept = {b.order for b in made} - {b.order for b in superfluous(made, project_rules())}
    assert {3, 4, 5} <= kept


def test_closing_backs_up_what_a_session_changed_and_only_then(project: ProjectFile) -> None:
    project.do(set_to("a"))
    project.close()
    path = project.path
    assert [b.reason for b in backups_of(path)] == ["closing"]
    open_project(path).close()
    assert [b.reason for b in backups_of(path)] == ["closing"]


def test_giving_up_several_records_backs_up_before(project: ProjectFile) -> None:
    facts = [RecordedFact("supplier", n, "leaves_china", answer="yes") for n in "ab"]
    project.do(*facts)
    project.do(*(Removed("RecordedFact", fact.key) for fact in facts))
    assert project.project.facts == ()
    (made,) = backups_of(project.path)
    assert (made.reason, made.number) == ("before-removal", 1)
    project.restore(made)
    assert project.project.facts == tuple(facts)


def test_going_back_to_a_backup_keeps_the_present_as_one(project: ProjectFile) -> None:
    project.do(set_to("a"))
    kept = project.back_up()
    project.do(set_to("b"))
    project.restore(kept)
    assert project.project.setting("buyer") == "a"
    project.do(Setting("currency", "EUR"))
    newest = backups_of(project.path)[0]
    assert newest.reason == "before-restore"
    project.restore(newest)
    assert (project.project.setting("buyer"), project.project.setting("currency")) == ("b", None)
    path = project.path
    project.close()
    with open_project(path) as again:
        assert again.project.setting("buyer") == "b"


def test_a_lost_or_damaged_project_comes_back_from_its_backups(project: ProjectFile) -> None:
    project.do(set_to("a"))
    project.close()
    path = project.path
    path.write_bytes(b"")
    newest = backups_of(path)[0]
    restore(path, newest)
    with open_project(path) as found:
        assert found.project.setting("buyer") == "a"
    path.unlink()
    restore(path, newest)
    with open_project(path) as found:
        assert found.project.setting("buyer") == "a"


def test_a_damaged_backup_never_replaces_a_project(project: ProjectFile) -> None:
    project.do(set_to("a"))
    made = project.back_up()
    made.path.write_bytes(made.path.read_bytes()[:5000])
    with pytest.raises(CodedError):
        project.restore(made)
    assert project.do(set_to("b")).number == 2
    assert project.project.setting("buyer") == "b"


def test_the_oldest_backup_that_is_offered_can_be_gone_back_to(project: ProjectFile) -> None:
    """The backup of what stands now, taken before, is one more: it must not push that one out."""
    for name in "abc":
        project.do(set_to(name))
        project.back_up()
    oldest = backups_of(project.path)[-1]
    project.do(set_to("d"))
    project.restore(oldest)
    assert project.project.setting("buyer") == "a"
    assert backups_of(project.path)[0].reason == "before-restore"
    project.restore(oldest)  # nor those of going back once more
    assert oldest in backups_of(project.path)


def test_a_backup_that_is_gone_is_said_to_be_gone(project: ProjectFile) -> None:
    project.do(set_to("a"))
    made = project.back_up()
    made.path.unlink()
    with pytest.raises(CodedError) as caught:
        project.restore(made)
    assert caught.value.problem.code == "E_NOT_FOUND"
    assert project.project.setting("buyer") == "a"
    assert project.do(set_to("b")).number == 2


def test_backups_are_for_their_owner_alone(project: ProjectFile) -> None:
    project.back_up()
    if os.name != "nt":
        assert backup_folder(project.path).stat().st_mode & 0o077 == 0


# --- privacy ---------------------------------------------------------------------------------


def test_nothing_of_a_supplier_is_outside_the_project_and_its_backups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str], own_readers: None,
) -> None:  # fmt: skip
    """Canaries in every kind of text, a whole session with a failure in it, then a search."""
    canary = "KANARIENVOGEL"
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temp))
    caplog.set_level(logging.DEBUG)
    desk = tmp_path / "desk"
    desk.mkdir()
    rows = [f"{canary}-{n},Magnet {canary},{canary} GmbH,5" for n in range(3000)]
    with create_project(desk / "work.lodestone", author=canary) as made:
        made.add_files(pipeline.read([parts_list(tmp_path / "a.csv", *rows)]))
        made.do(Setting("buyer", canary))
        with pytest.raises(CodedError) as caught:
            create_project(desk / "work.lodestone")
        made.undo()
        made.back_up()
        made.restore(backups_of(made.path)[0])
    assert canary not in repr(caught.value.problem)
    assert canary not in caplog.text
    assert canary not in "".join(capfd.readouterr())
    (tmp_path / "a.csv").unlink()
    holding = {
        path.relative_to(tmp_path).parts[:2]
        for path in tmp_path.rglob("*")
        if path.is_file() and canary.encode() in path.read_bytes()
    }
    assert holding == {("desk", "work.lodestone"), ("home", "backups")}
    assert list(temp.rglob("*")) == []
