"""Who may write, what a crash left, what is refused: coded, and the file untouched."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.project.backups import backups_of
from desktop_app.project.decisions import Setting
from desktop_app.project.opening import create_project, open_project, who_has_it_open
from desktop_app.project.ownership import note_of
from desktop_app.project.whole_files import partial_of
from tests.project.cases import set_to


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    made = create_project(folder / "work.lodestone", author="Ada", home=folder / "home")
    with made:
        made.do(set_to("a"))
        made.do(set_to("b"))
    return made.path


@pytest.fixture
def path(tmp_path: Path, template: Path) -> Path:
    """A closed project with two activities, alone in its folder."""
    (tmp_path / "folder").mkdir()
    return Path(shutil.copy(template, tmp_path / "folder"))


def refusal(path: Path, *, read_only: bool = False) -> str:
    """The code of the refusal; the file must stay to the byte, and every word be plain."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CodedError) as caught:
        open_project(path, read_only=read_only)
    assert (path.read_bytes() if path.is_file() else None) == before
    for sentence in (caught.value.problem.message, caught.value.problem.remedy):
        said = Catalogue("en").say(sentence)
        assert "{" not in said
        assert not any(word in said.casefold() for word in ("sqlite", "sql", "errno", "traceback"))
    return caught.value.problem.code


def test_a_closed_project_is_one_file_and_opens_as_it_was(path: Path) -> None:
    assert [p.name for p in path.parent.iterdir()] == ["work.lodestone"]
    with open_project(path) as found:
        assert found.project.setting("buyer") == "b"
        assert not found.is_read_only
        assert found.recovered is None


def test_undo_and_redo_across_a_save(path: Path) -> None:
    with open_project(path) as found:
        found.undo()
        assert found.project.setting("buyer") == "a"
    with open_project(path) as again:
        assert again.project.setting("buyer") == "a"
        again.redo()
        assert again.project.setting("buyer") == "b"
        assert again.redo() is None
    with open_project(path) as last:
        last.undo()
        last.undo()
        assert last.undo() is None
        assert last.revert(99) is None
        assert last.project.setting("buyer") is None


def test_an_existing_file_is_never_replaced_by_a_new_project(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(CodedError) as caught:
        create_project(path)
    assert caught.value.problem.code == "E_TARGET"
    assert path.read_bytes() == before


# --- bad files -------------------------------------------------------------------------------


def keep(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(change(path.read_bytes()))


def foreign_database(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE about (name TEXT, value TEXT)")
    other.close()


def with_trigger(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TRIGGER evil AFTER INSERT ON activity BEGIN DELETE FROM record; END")
    other.close()


def with_view(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE VIEW helper AS SELECT 1")
    other.close()


def with_nonsense(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute('UPDATE record SET content = \'{"$": "Popen", "args": ["ls"]}\'')
    other.commit()
    other.close()


def with_gap(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("DELETE FROM record WHERE activity = 1")
    other.execute("DELETE FROM activity WHERE number = 1")
    other.commit()
    other.close()


def newer_schema(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("UPDATE alembic_version SET version_num = '0099'")
    other.execute("UPDATE about SET value = '9.9' WHERE name = 'needs'")
    other.execute("CREATE TABLE of_the_future (x)")
    other.commit()
    other.close()


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "E_NOT_FOUND"),
    "no bytes": (keep(lambda _b: b""), "E_EMPTY"),
    "a text renamed": (keep(lambda _b: b"part;price\n1;2\n"), "E_UNSUPPORTED"),
    "a workbook renamed": (keep(lambda _b: b"PK\x03\x04" + bytes(200)), "E_UNSUPPORTED"),
    "another database": (foreign_database, "E_UNSUPPORTED"),
    "a newer project": (newer_schema, "E_UNSUPPORTED"),
    "half of it": (keep(lambda b: b[: len(b) // 2]), "E_TRUNCATED"),
    "only the head": (keep(lambda b: b[:60]), "E_TRUNCATED"),
    "last byte missing": (keep(lambda b: b[:-1]), "E_TRUNCATED"),
    "a page of zeros": (keep(lambda b: b[:4096] + bytes(4096) + b[8192:]), "E_CORRUPT"),
    "all pages of noise": (keep(lambda b: b[:100] + b"\xa5" * (len(b) - 100)), "E_CORRUPT"),
    "a trigger": (with_trigger, "E_CORRUPT"),
    "a view": (with_view, "E_CORRUPT"),
    "a class that is none of ours": (with_nonsense, "E_CORRUPT"),
    "a gap in the log": (with_gap, "E_CORRUPT"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_bad_files_are_refused_with_a_code_and_untouched(
    path: Path, case: str, read_only: bool
) -> None:
    spoil, code = BAD[case]
    spoil(path)
    assert refusal(path, read_only=read_only) == code
    assert [p.name for p in path.parent.iterdir() if p.name != path.name] == []


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "a.lodestone").mkdir()
    with pytest.raises(CodedError) as caught:
        open_project(tmp_path / "a.lodestone")
    assert caught.value.problem.code == "E_UNSUPPORTED"


def test_a_newer_project_names_the_version_it_needs(path: Path) -> None:
    newer_schema(path)
    with pytest.raises(CodedError) as caught:
        open_project(path)
    assert dict(caught.value.problem.remedy.args) == {"version": "9.9"}


def test_any_flipped_byte_is_either_harmless_or_coded(path: Path) -> None:
    """Never a traceback, never a changed log read as if nothing were: 60 places of the file."""
    whole = path.read_bytes()
    log = list(open_and_close(path))
    outcomes = set()
    for at in range(0, len(whole), len(whole) // 60):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            found = open_and_close(path)
        except CodedError as refused:
            outcomes.add(refused.problem.code)
        else:
            outcomes.add("opened" if found == log else "opened changed")
        for beside in path.parent.iterdir():
            beside.unlink()
    assert outcomes <= {"opened", "E_CORRUPT", "E_UNSUPPORTED", "E_TRUNCATED"}
    assert "E_CORRUPT" in outcomes


def open_and_close(path: Path) -> list[object]:
    with open_project(path) as found:
        return list(found.ledger)


# --- two at once -----------------------------------------------------------------------------


def test_the_second_opener_is_told_who_has_it_and_may_read(path: Path) -> None:
    with open_project(path) as first:
        assert refusal(path) == "E_LOCKED_BY"
        holder = who_has_it_open(path)
        assert holder is not None
        assert holder.process == os.getpid()
        with open_project(path, read_only=True) as second:
            assert second.project.setting("buyer") == "b"
            with pytest.raises(CodedError) as caught:
                second.do(set_to("x"))
            assert caught.value.problem.code == "E_NO_PERMISSION"
            first.do(set_to("c"))
            assert second.catch_up()
            assert not second.catch_up()
            assert second.project.setting("buyer") == "c"
        first.do(set_to("d"))
    assert who_has_it_open(path) is None
    assert [p.name for p in path.parent.iterdir()] == ["work.lodestone"]


@pytest.mark.parametrize("since", [0, 1, 4])
def test_who_follows_sees_a_backup_that_was_put_back_and_what_came_after(
    path: Path, since: int
) -> None:
    """However many entries the file then has, more or fewer than were read here before."""
    with open_project(path) as first:
        kept = first.back_up()
        first.do(set_to("c"))
        with open_project(path, read_only=True) as second:
            first.restore(kept)
            for number in range(since):
                first.do(Setting("buyer", f"d{number}"))
            assert second.catch_up()
            assert list(second.ledger) == list(first.ledger)
            assert second.project.setting("buyer") == first.project.setting("buyer")
            assert not second.catch_up()


def test_another_process_is_told_too(path: Path) -> None:
    """The command line beside the window: told to write, allowed to read."""
    ask = (
        "import sys; from pathlib import Path; from desktop_app.model.findings import CodedError\n"
        "from desktop_app.project.opening import open_project\n"
        "try: open_project(Path(sys.argv[1]))\n"
        "except CodedError as e: print(e.problem.code)\n"
        "with open_project(Path(sys.argv[1]), read_only=True) as p: print(p.project.setting('buyer'))"
    )
    with open_project(path):
        done = subprocess.run(
            [sys.executable, "-c", ask, str(path)], capture_output=True, text=True, check=True
        )
    assert done.stdout.split() == ["E_LOCKED_BY", "b"]


@pytest.mark.skipif(sys.platform == "win32", reason="there the note of an open project stays")
def test_writers_past_the_lock_still_lose_nothing(path: Path) -> None:
    """Two that both believe to have the right, as on a share whose locks do not work."""
    with open_project(path) as first:
        note_of(path).unlink()
        with open_project(path) as second:
            first.do(Setting("buyer", "c"))
            second.do(Setting("currency", "EUR"))
            first.do(Setting("unit", "kg"))
            second.catch_up()
            assert list(first.ledger) == list(second.ledger)
            assert first.project.setting("currency") == "EUR"
            assert len(first.ledger) == 5


# --- after a crash ---------------------------------------------------------------------------

VICTIM = """
import os, sys
from pathlib import Path
from desktop_app.project.decisions import Setting
from desktop_app.project.opening import create_project, open_project
found = open_project(Path(sys.argv[1]))
found.do(Setting("buyer", "c"))
other = create_project(Path(sys.argv[2]))
for number in range(40):
    other.do(Setting(str(number), "x" * 400))
os._exit(9)
"""


@pytest.fixture(scope="module")
def wreck(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Path:
    """What a process left that ended while it had two projects open."""
    folder = tmp_path_factory.mktemp("wreck")
    path = Path(shutil.copy(template, folder))
    done = subprocess.run(
        [sys.executable, "-c", VICTIM, str(path), str(folder / "other.lodestone")], check=False,
        env=dict(os.environ, LODESTONE_HOME=str(folder / "home")),
    )  # fmt: skip
    assert done.returncode == 9
    assert note_of(path).exists()
    return path


@pytest.fixture
def crashed(path: Path, wreck: Path) -> Path:
    for left in wreck.parent.glob("*work.lodestone*"):
        shutil.copy(left, path.parent)
    return path


def test_after_a_crash_everything_acknowledged_is_there_without_a_question(crashed: Path) -> None:
    path = crashed
    with open_project(path) as found:
        assert found.project.setting("buyer") == "c"
        assert found.recovered is not None
        assert next(b.reason for b in backups_of(path)) == "recovered"
    with open_project(path) as again:
        assert again.recovered is None
    assert [p.name for p in path.parent.iterdir()] == ["work.lodestone"]


def test_after_a_crash_it_can_be_read_before_it_is_recovered(crashed: Path) -> None:
    path = crashed
    with open_project(path, read_only=True) as found:
        assert found.project.setting("buyer") == "c"


def test_a_lost_log_loses_only_what_was_in_it(crashed: Path) -> None:
    path = crashed
    path.with_name(path.name + "-wal").unlink()
    path.with_name(path.name + "-shm").unlink()
    with open_project(path) as found:
        assert found.project.setting("buyer") == "b"


def test_a_foreign_log_is_refused_and_the_file_stays(crashed: Path, wreck: Path) -> None:
    foreign = wreck.with_name("other.lodestone-wal")
    shutil.copy(foreign, crashed.with_name(crashed.name + "-wal"))
    crashed.with_name(crashed.name + "-shm").unlink()
    assert refusal(crashed) == "E_CORRUPT"


def test_a_copy_that_a_kill_interrupted_is_taken_away(path: Path) -> None:
    partial_of(path).write_bytes(path.read_bytes()[:5000])
    open_project(path).close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_killed_first_start_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "new.lodestone"
    partial = partial_of(path)
    partial.write_bytes(b"half")
    partial.with_name(partial.name + "-wal").write_bytes(b"half")
    with create_project(path) as made:
        made.do(set_to("a"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["home", "new.lodestone"]


@pytest.mark.skipif(os.name == "nt", reason="folders have no such right on Windows")
def test_a_folder_without_write_access_opens_for_reading(path: Path) -> None:
    """As a user without rights, because root may write everywhere."""
    ask = (
        "import os, sys; from pathlib import Path\n"
        "from desktop_app.project.opening import open_project\n"
        "os.geteuid() or os.setuid(65534)\n"
        "with open_project(Path(sys.argv[1])) as p:\n"
        "    print(p.is_read_only, p.project.setting('buyer'))"
    )
    for folder in (path.parent, *path.parent.parents):
        if folder.stat().st_uid == os.getuid():
            folder.chmod(folder.stat().st_mode | 0o055)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", ask, str(path)], capture_output=True, text=True, check=False
        )
    finally:
        path.parent.chmod(0o755)
    assert done.stdout.split() == ["True", "b"], done.stderr
