"""A file that another program writes while it is read is read as one state of it, or said to be open there;
a disk that is full takes no file with it, and what was locked is written nowhere."""

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.intake import reader_pool
from desktop_app.intake.reading import read_files
from desktop_app.intake.sandbox import Reader
from desktop_app.intake.workbook import open_workbook
from desktop_app.model.progress import silent
from tests.intake.looking import facts, problem_code
from tests.intake.test_passwords import protected
from tests.workbooks.build import make_csv, make_xlsx
from tests.workbooks.odd_documents import flat

pytestmark = pytest.mark.usefixtures("own_readers")

OLD, NEW = ([["Part number", "Description"], [number, "Magnet"]] for number in ("OLD-1", "NEW-12"))


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_pool, "PAUSE", 0.0)


def after_each_reading(monkeypatch: pytest.MonkeyPatch, deed: Callable[[int], object]) -> list[int]:
    """``deed`` is done behind the reader, with how often it has read; how often is told."""
    whole, done = Reader.read, list[int]()

    def read(*arguments: object) -> object:
        found = whole(*arguments)  # type: ignore[arg-type]
        done.append(len(done))
        deed(len(done))
        return found

    monkeypatch.setattr(Reader, "read", read)
    return done


def test_a_list_saved_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": OLD})
    fresh = make_xlsx(tmp_path / "fresh.xlsx", {"Parts": NEW})
    done = after_each_reading(
        monkeypatch, lambda times: fresh.replace(path) if times == 1 else None
    )
    reading = read_files([path], silent)
    assert facts(reading, "part_number") == ["NEW-12"]
    assert len(done) == 2
    assert reading.files[0].sha256 == reader_pool._fingerprint(path)


def test_a_list_that_is_written_without_end_is_held_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_csv(tmp_path / "log.csv", OLD)

    def grow(_times: int) -> None:
        path.write_bytes(path.read_bytes() + b"X-1;Magnet\n")

    done = after_each_reading(monkeypatch, grow)
    assert problem_code(read_files([path], silent)) == "E_LOCKED_BY"
    assert len(done) == reader_pool.TRIES


def test_a_list_that_is_taken_away_meanwhile_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_csv(tmp_path / "list.csv", OLD)
    after_each_reading(monkeypatch, lambda _times: path.unlink())
    assert problem_code(read_files([path], silent)) == "E_NOT_FOUND"


def test_a_list_that_nobody_touches_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = after_each_reading(monkeypatch, lambda _times: None)
    assert facts(read_files([make_csv(tmp_path / "list.csv", OLD)], silent), "part_number") == [
        "OLD-1"
    ]
    assert len(done) == 1


def full(*_arguments: object, **_options: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_takes_no_file_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_csv(tmp_path / "list.csv", OLD)
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert facts(read_files([path], silent), "part_number") == ["OLD-1"]


def test_a_reader_that_cannot_be_started_is_a_coded_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", full)
    assert problem_code(read_files([make_csv(tmp_path / "list.csv", OLD)], silent)) == (
        "E_READER_CRASH"
    )


def test_what_was_locked_or_is_flat_is_written_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that is ended would leave it behind, for everybody to find."""
    locked, page = protected(tmp_path, "Grün 7!"), tmp_path / "flat.fods"
    page.write_bytes(flat())
    for name in ("mkstemp", "mkdtemp", "TemporaryFile", "NamedTemporaryFile"):
        monkeypatch.setattr(tempfile, name, full)
    before = set(tmp_path.iterdir())
    opened = open_workbook(locked, lambda _rows: None, passwords=("Grün 7!",))
    assert [row[0] for row in opened.sheets[0].rows] == ["Part number", "4711", "4712"]
    assert len(open_workbook(page, lambda _rows: None).sheets[0].rows) == 5
    assert set(tmp_path.iterdir()) == before
