"""Whatever call fails, once: a coded message, no partial file, nothing lost, and again it works."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from desktop_app.model.findings import CodedError
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.project.backups import backup_folder, backups_of
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.portable import export_project, import_project
from desktop_app.project.unsaved import UnsavedDesk, forget, left_behind, open_left
from tests.project.cases import magnet, set_to, table
from tests.project.desk_kills import desk as desk_after
from tests.project.examples.__main__ import FOLDER
from tests.small_assessment import small_assessment

if os.name == "nt":
    pytest.skip("these faults are made by means Windows does not have", allow_module_level=True)

from tests.project.faults import KINDS, Saboteur, files_no_larger_than, quick_folder

CODES = {"E_DISK_FULL", "E_NETWORK_GONE", "E_NO_PERMISSION", "E_LOCKED_BY", "E_TARGET"}


class Desk:
    """A folder with a closed project, a portable one and one of an older schema."""

    def __init__(self, folder: Path, template: Path) -> None:
        shutil.copytree(template, folder, dirs_exist_ok=True)
        self.folder, self.path = folder, folder / "work.lodestone"
        self.home, self.out = folder / "home", folder / "out.zip"
        self.new, self.old = folder / "new.lodestone", folder / "old.lodestone"

    def open(self) -> ProjectFile:
        return open_project(self.path, author="Ada", home=self.home)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    with create_project(folder / "work.lodestone", author="Ada", home=folder / "home") as made:
        for value in "abc":
            made.do(set_to(value))
        export_project(made, folder / "out.zip")
    shutil.rmtree(folder / "home")
    shutil.copy(FOLDER / "schema_0001.lodestone", folder / "old.lodestone")
    return folder


def edit(desk: Desk) -> None:
    with desk.open() as project:
        project.do(set_to("d"))
        project.undo()
        project.do(set_to("e"))


def take_in(desk: Desk) -> None:
    rows = [magnet(f"M-{n}", stock_on_hand=float(n)) for n in range(300)]
    file = SourceFile(str(desk.folder / "a.xlsx"), hashlib.sha256(b"").hexdigest(), "xlsx", "read")
    with desk.open() as project:
        project.add_files(Reading((file,), table(*rows)))


def keep_run(desk: Desk) -> None:
    with desk.open() as project:
        project.keep_run(small_assessment())


def back_up(desk: Desk) -> None:
    with desk.open() as project:
        project.back_up()


def restore(desk: Desk) -> None:
    with desk.open() as project:
        kept = project.back_up()
        project.do(set_to("e"))
        project.restore(kept)


def export(desk: Desk) -> None:
    with desk.open() as project:
        export_project(project, desk.out)


def bring_in(desk: Desk) -> None:
    import_project(desk.out, desk.new, home=desk.home).close()


def migrate(desk: Desk) -> None:
    open_project(desk.old, home=desk.home).close()


def make_new(desk: Desk) -> None:
    create_project(desk.new, home=desk.home).close()


def keep_unsaved(desk: Desk) -> None:
    """As a window does with a desk in no project, from its first step to its end."""
    kept = UnsavedDesk(desk.home)
    try:
        for step in (1, 2):
            kept.write(desk_after(step))
        for left in left_behind(desk.home):  # its own where nobody could tell who has it
            with suppress(CodedError):
                open_left(left).close(backs_up=False)
            forget(left)
        assert kept.is_kept
    finally:
        kept.discard()


WORK: dict[str, Callable[[Desk], None]] = {
    "edit": edit, "import": take_in, "run": keep_run, "backup": back_up, "restore": restore,
    "export": export, "bring in": bring_in, "migrate": migrate, "make new": make_new,
    "unsaved desk": keep_unsaved,
}  # fmt: skip


def outcome(desk: Desk, work: Callable[[Desk], None]) -> str:
    """The code of the refusal, or "done"; anything else that is raised is a failure of the test."""
    try:
        work(desk)
    except CodedError as refused:
        return refused.problem.code
    return "done"


def look(desk: Desk, work: Callable[[Desk], None], what: str) -> None:
    """Nothing acknowledged is lost, nothing half is left, and the same work succeeds now."""
    # The log of a project whose disk is full stays beside it; the next opener folds it in.
    strays = {
        path.name
        for place in (desk.folder, desk.home)
        for path in (place.iterdir() if place.is_dir() else ())
        if ".partial" in path.name or path.name.endswith("-journal") or "recovering" in path.name
    }
    backups = backup_folder(desk.path, desk.home)
    if backups.is_dir():
        strays |= {found.name for found in backups.iterdir() if found.suffix != ".lodestone"}
    assert strays == set(), what
    with desk.open() as project:
        assert not project.is_read_only
        assert [entry.records for entry in project.ledger][:3] == [(set_to(v),) for v in "abc"]
        project.reading()
    for backup in backups_of(desk.path, desk.home):
        with open_project(backup.path, read_only=True, home=desk.home) as kept:
            assert len(kept.ledger) == backup.number, what
    if work in (bring_in, make_new) and desk.new.exists():
        open_project(desk.new, home=desk.home).close()
        desk.new.unlink()
    assert outcome(desk, work) == "done", what
    assert list(desk.home.glob("unsaved/desk-*")) == [], what


ALL = bool(os.environ.get("LODESTONE_ALL_FAULTS"))
"""Every fault at every call takes minutes; the ordinary run takes one fault at every fourth."""


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder in memory where there is one: the sync of a disk is most of the time."""
    with quick_folder() as folder:
        yield folder


@pytest.mark.parametrize("kind", KINDS if ALL else ["in turn"])
@pytest.mark.parametrize("name", WORK)
def test_the_nth_call_fails(name: str, kind: str, template: Path, quick: Path) -> None:
    """All N until none fires."""
    work, seen, nth = WORK[name], set(), 1
    turns = list(KINDS)
    while True:
        now = kind if ALL else turns[nth // 4 % len(turns)]
        desk = Desk(quick / str(nth), template)
        with Saboteur(desk.folder, nth, KINDS[now]).at_work() as saboteur:
            code = outcome(desk, work)
        if saboteur.fired is None:
            break
        seen.add(code)
        assert code in CODES | {"done"}, saboteur.fired
        look(desk, work, f"{now} at {saboteur.fired}: {code}")
        shutil.rmtree(desk.folder)
        nth += 1 if ALL else 4
    assert nth > 4, "nothing was tried"
    assert seen - {"done"}, "no fault was ever noticed"


@pytest.mark.parametrize("name", WORK)
def test_a_disk_that_fills_up_under_the_database(name: str, template: Path, quick: Path) -> None:
    work, codes = WORK[name], []
    for size in range(0, 4_000_000, 4096 if ALL else 30_000):
        desk = Desk(quick / str(size), template)
        with files_no_larger_than(size):
            codes.append(outcome(desk, work))
        look(desk, work, f"{size} bytes: {codes[-1]}")
        shutil.rmtree(desk.folder)
        if codes[-1] == "done":
            break
    assert codes[-1] == "done"
    assert len(codes) > 1
    assert set(codes[:-1]) <= {"E_DISK_FULL", "E_NETWORK_GONE", "E_NO_PERMISSION"}


def test_too_little_space_for_a_safe_copy_is_said_before(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path, template)
    with desk.open() as project:
        usage = shutil.disk_usage(tmp_path)

        def nearly_full(_path: Any) -> Any:
            return usage._replace(free=1_000_000)

        monkeypatch.setattr(shutil, "disk_usage", nearly_full)
        for work in (project.back_up, lambda: export_project(project, desk.out)):
            with pytest.raises(CodedError) as caught:
                work()
            assert caught.value.problem.code == "E_DISK_FULL"
        assert project.do(set_to("still saved")).number == 4
