"""An output is whole or as it was, on every system."""

import errno
import os
import sys
from pathlib import Path

import pytest

from desktop_app.model.findings import CodedError
from desktop_app.report.target import write_whole


def whole(place: Path) -> None:
    place.write_text("new")


def test_an_output_takes_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_text("old")

    def half(place: Path) -> None:
        place.write_text("ha")
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(CodedError) as failed:
        write_whole(target, half)
    assert failed.value.problem.code == "E_DISK_FULL"
    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]
    assert target.read_text() == "old"
    write_whole(target, whole)
    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]
    assert target.read_text() == "new"


def test_a_name_too_long_for_the_disk_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as failed:
        write_whole(tmp_path / f"{'x' * 300}.pdf", whole)
    assert failed.value.problem.code == "E_TARGET"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_entered_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may enter every folder: the system refuses by hand."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(CodedError) as failed:
        write_whole(tmp_path / "closed" / "report.pdf", whole)
    assert failed.value.problem.code == "E_NO_PERMISSION"


@pytest.mark.skipif(sys.platform == "win32", reason="there the system itself refuses")
def test_what_is_synced_is_open_for_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows syncs nothing else: every report failed there with "choose another folder"."""
    import fcntl

    synced: list[int] = []

    def sync(descriptor: int) -> None:
        synced.append(fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE)

    monkeypatch.setattr(os, "fsync", sync)
    write_whole(tmp_path / "report.pdf", whole)
    assert synced == [os.O_RDWR]
