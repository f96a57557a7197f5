"""Projects on network drives and in synchronised folders: worked on in a copy, written back whole."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop_app.model.findings import CodedError
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.placement import file_system_of, is_synchronised, place_of
from tests.project.cases import set_to

MOUNTS = r"""
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:26 / /mnt/share\040of\040all rw - cifs //server/share rw
31 22 0:27 / /home/ada/nas rw - nfs4 nas:/home rw
32 31 254:1 / /home/ada/nas/stick rw - vfat /dev/sda1 rw
"""


@pytest.mark.skipif(sys.platform == "win32", reason="mounts of Linux, and paths as it spells them")
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ada/work.lodestone", "ext4"),
        ("/mnt/share of all/work.lodestone", "cifs"),
        ("/home/ada/nas/work.lodestone", "nfs4"),
        ("/home/ada/nas/stick/work.lodestone", "vfat"),
    ],
)
def test_the_file_system_of_a_path(path: str, kind: str) -> None:
    assert file_system_of(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "is_so"),
    [
        (PureWindowsPath(r"C:\Users\ada\OneDrive - Beispiel AG\a.lodestone"), True),
        (PureWindowsPath(r"D:\sync\firm\a.lodestone"), True),
        (PureWindowsPath(r"C:\Users\ada\Documents\OneDrive.lodestone"), False),
        (PurePosixPath("/home/ada/Dropbox (Firm)/x/a.lodestone"), True),
        (PurePosixPath("/Users/ada/Library/CloudStorage/OneDrive-Firm/a.lodestone"), True),
        (PurePosixPath("/home/ada/boxes/a.lodestone"), False),
    ],
)
def test_synchronised_folders(path: PureWindowsPath | PurePosixPath, is_so: bool) -> None:
    environment = {"OneDrive": r"D:\sync"} if isinstance(path, PureWindowsPath) else {}
    assert is_synchronised(path, environment) is is_so


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed project in a synchronised folder."""
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with create_project(folder / "work.lodestone", author="Ada") as made:
        made.do(set_to("a"))
    assert place_of(made.path) == "synchronised"
    return made.path


def names(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir())


def copies(tmp_path: Path) -> list[Path]:
    return [p for p in (tmp_path / "home" / "working").rglob("*") if p.is_file()]


def test_work_is_done_in_a_copy_and_written_back_on_closing(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with open_project(path) as found:
        assert found.working_copy is not None
        found.do(set_to("b"))
        assert path.read_bytes() == before
        assert names(path) == ["work.lodestone", "~$work.lodestone"]
        assert found.publish() == path
        assert path.read_bytes() != before
        found.do(set_to("c"))
    assert names(path) == ["work.lodestone"]
    assert copies(tmp_path) == []
    with open_project(path, read_only=True) as again:
        assert again.project.setting("buyer") == "c"


def test_what_somebody_else_changed_meanwhile_is_never_overwritten(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.lodestone"
    other.write_bytes(path.read_bytes())
    with open_project(other) as changed:
        changed.do(set_to("theirs"))
    with open_project(path) as found:
        found.do(set_to("mine"))
        path.write_bytes(other.read_bytes())
    assert settings(path.parent) == {"theirs", "mine"}
    assert copies(tmp_path) == []


def settings(folder: Path) -> set[str | None]:
    found = set()
    for path in folder.glob("*.lodestone"):
        with open_project(path, read_only=True) as project:
            found.add(project.project.setting("buyer"))
    return found


VICTIM = """
import os, sys
from pathlib import Path
from desktop_app.project.decisions import Setting
from desktop_app.project.opening import open_project
open_project(Path(sys.argv[1])).do(Setting("buyer", "of the crash"))
os._exit(9)
"""


def crash(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", VICTIM, str(path)], check=False)
    assert done.returncode == 9


def test_work_of_a_crash_goes_on_and_is_written_back(path: Path) -> None:
    crash(path)
    with open_project(path) as found:
        assert found.recovered is not None
        assert found.project.setting("buyer") == "of the crash"
    assert settings(path.parent) == {"of the crash"}
    assert names(path) == ["work.lodestone"]


def test_work_of_a_crash_that_was_overtaken_is_put_beside(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.lodestone"
    other.write_bytes(path.read_bytes())
    crash(path)
    with open_project(other) as changed:
        changed.do(set_to("theirs"))
    path.write_bytes(other.read_bytes())
    with open_project(path) as found:
        assert found.project.setting("buyer") == "theirs"
        assert found.set_aside is not None
    assert settings(path.parent) == {"theirs", "of the crash"}


@pytest.mark.skipif(os.name == "nt", reason="a file that is open cannot be made unwritable there")
def test_a_drive_that_is_gone_on_closing_keeps_the_work_here(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = open_project(path)
    found.do(set_to("b"))
    refuse_writes_to(path.parent, monkeypatch)
    with pytest.raises(CodedError) as caught:
        found.close()
    assert caught.value.problem.code == "E_NETWORK_GONE"
    monkeypatch.undo()
    monkeypatch.setenv("LODESTONE_HOME", str(path.parent.parent / "home"))
    assert settings(path.parent) == {"a"}
    again: ProjectFile
    with open_project(path) as again:
        assert again.project.setting("buyer") == "b"
    assert settings(path.parent) == {"b"}


def refuse_writes_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def gone(source: object, target: object) -> None:
        if str(target).startswith(str(folder)):
            raise OSError(5, "Input/output error")
        replace(str(source), str(target))

    monkeypatch.setattr(os, "replace", gone)


def test_an_older_or_newer_project_there_is_treated_like_any_other(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("UPDATE alembic_version SET version_num = '0099'")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(CodedError) as caught:
        open_project(path)
    assert caught.value.problem.code == "E_UNSUPPORTED"
    assert path.read_bytes() == before
    assert names(path) == ["work.lodestone"]
