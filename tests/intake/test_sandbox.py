"""Whatever happens to the reader becomes a code, and the next file is read by a fresh one."""

import sys
import time
from pathlib import Path

import pytest

from desktop_app.intake import sandbox
from desktop_app.intake.process_memory import resident_bytes
from desktop_app.intake.refusal import Refused
from desktop_app.intake.sandbox import Reader, child_command
from desktop_app.model.findings import Cancelled, Message, msg
from desktop_app.model.progress import silent
from tests.workbooks.build import make_csv, make_xlsx

WHAT = msg("Reading")
LIST = [["Part Number", "Description"], ["A-1", "Ring"]]


def child(code: str) -> list[str]:
    """A stand-in for the reader that runs some Python when it is asked for a file."""
    return [sys.executable, "-c", f"import sys, time, os\nsys.stdin.readline()\n{code}"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("os._exit(3)", "E_READER_CRASH"),
        ("os.abort()", "E_READER_CRASH"),
        (
            "os.write(2, b'memory allocation of 17179869184 bytes failed'); os.abort()",
            "E_MEMORY",
        ),
        ("sys.stdout.buffer.write(b'nonsense' * 3); sys.stdout.flush(); os._exit(0)", "E_READER_CRASH"),
        ("time.sleep(60)", "E_TIMEOUT"),
        ("sys.stdout.buffer.write((100).to_bytes(8, 'big')); os._exit(0)", "E_READER_CRASH"),
    ],
)  # fmt: skip
def test_a_reader_that_dies_or_hangs_is_a_refusal(tmp_path: Path, code: str, expected: str) -> None:
    with Reader(0.8, child(code)) as reader, pytest.raises(Refused) as refused:
        reader.read(make_csv(tmp_path / "x.csv", LIST), WHAT, silent)
    assert refused.value.code == expected, refused.value.detail


@pytest.mark.parametrize(
    ("code", "said", "expected", "detail"),
    [
        (-6, b"memory allocation of 17179869184 bytes failed", "E_MEMORY", "exit -6: memory"),
        (1, b"Traceback\nMemoryError: no\n", "E_MEMORY", "exit 1: MemoryError: no"),
        (-9, b"", "E_MEMORY", "exit -9"),
        (-11, b"lines\nof \xff noise\n", "E_READER_CRASH", "exit -11: of"),
        (-24, b"memory allocation of 1", "E_TIMEOUT", "processor time"),
    ],
)
def test_a_death_is_named_by_its_signal_and_last_words(
    code: int, said: bytes, expected: str, detail: str
) -> None:
    cause = sandbox.cause_of_death(code, said)
    assert cause.code == expected
    assert cause.detail.startswith(detail)


def test_a_reader_dead_before_it_was_asked_says_why() -> None:
    dead = [sys.executable, "-c", "import sys; sys.stdin.close(); sys.exit('MemoryError')"]
    with Reader(5, dead) as reader:
        running = reader._running()
        running.wait()
        with pytest.raises(Refused) as refused:
            reader._write(running, {"path": "x" * 2_000_000})
    assert refused.value.code == "E_MEMORY", refused.value.detail


def test_a_death_is_told_by_what_was_said_of_this_file(tmp_path: Path) -> None:
    """Not by the complaints about files before it, however many."""
    answers = (
        "os.write(2, b'capacity overflow' + b'x' * 30_000)\n"
        "head = b'{}'; frame = len(head).to_bytes(8, 'big') + head + bytes(8)\n"
        "sys.stdout.buffer.write(len(frame).to_bytes(8, 'big') + frame); sys.stdout.flush()\n"
        "sys.stdin.readline()\n"
    )
    for last, code in (("os.abort()", "E_READER_CRASH"),
                       ("os.write(2, b'memory allocation of 1 bytes'); os.abort()", "E_MEMORY")):  # fmt: skip
        with Reader(5, child(answers + last)) as reader:
            assert reader._ask({"seconds": 5}, WHAT, silent)["codes"] == b""
            with pytest.raises(Refused) as refused:
                reader._ask({"seconds": 5}, WHAT, silent)
        assert refused.value.code == code


def test_a_reader_that_grows_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MEGABYTES", 60)
    grow = "big = bytearray(120_000_000)\ntime.sleep(60)"
    with Reader(20, child(grow)) as reader, pytest.raises(Refused) as refused:
        reader.read(make_csv(tmp_path / "x.csv", LIST), WHAT, silent)
    assert refused.value.code == "E_MEMORY"


def test_one_reader_reads_file_after_file(tmp_path: Path) -> None:
    with Reader() as reader:
        first = reader.read(make_csv(tmp_path / "a.csv", LIST), WHAT, silent)
        running = reader._child
        second = reader.read(make_csv(tmp_path / "b.csv", LIST), WHAT, silent)
        assert reader._child is running
    assert first["sheets"] == second["sheets"]
    assert running is not None
    assert running.poll() is not None


def test_after_a_refusal_the_same_reader_goes_on(tmp_path: Path) -> None:
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04broken")
    with Reader() as reader:
        with pytest.raises(Refused):
            reader.read(tmp_path / "bad.xlsx", WHAT, silent)
        assert reader.read(make_csv(tmp_path / "b.csv", LIST), WHAT, silent)["format"] == "csv"


def test_a_killed_reader_is_replaced(tmp_path: Path) -> None:
    path = make_csv(tmp_path / "a.csv", LIST)
    with Reader() as reader:
        reader.read(path, WHAT, silent)
        assert reader._child is not None
        reader._child.kill()
        reader._child.wait()
        assert reader.read(path, WHAT, silent)["format"] == "csv"


def test_cancelling_ends_the_reader_at_once(tmp_path: Path) -> None:
    def stop(_what: Message, _done: int, _total: int) -> None:
        raise Cancelled

    start = time.monotonic()
    with Reader(30, child("time.sleep(60)")) as reader:
        with pytest.raises(Cancelled):
            reader.read(make_csv(tmp_path / "x.csv", LIST), WHAT, stop)
        assert reader._child is None
    assert time.monotonic() - start < 2


def test_the_frozen_program_is_its_own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_command() == [sys.executable, "-m", "desktop_app", "--reader-child"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, "--reader-child"]


def test_the_frozen_window_of_windows_reads_through_the_console_program_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = tmp_path / "lodestone-cli.exe"
    console.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Lodestone.exe"))
    assert child_command() == [str(console), "--reader-child"]


def test_a_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    if sys.platform != "linux":
        return
    import os

    strange = os.fsencode(tmp_path) + b"/l\xff\xfest.csv"
    Path(os.fsdecode(strange)).write_bytes(b"Part Number;Description\nA-1;Ring\n")
    with Reader() as reader:
        assert reader.read(Path(os.fsdecode(strange)), WHAT, silent)["format"] == "csv"


def test_memory_of_this_and_of_no_process() -> None:
    import os

    own = resident_bytes(os.getpid())
    assert own is not None
    assert own > 1_000_000
    assert resident_bytes(2**22 + 5) is None


def test_the_reader_child_imports_neither_qt_nor_pandas_nor_numpy() -> None:
    import subprocess

    code = (
        "import sys, desktop_app.intake.reader_child, desktop_app.intake.workbook, python_calamine;"
        "print([m for m in ('pandas', 'numpy', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_package_of_excel_loads_nothing_that_only_other_kinds_of_files_ask_for(
    tmp_path: Path,
) -> None:
    """Half of the time in which the child starts: it is started for every list."""
    import subprocess

    path = make_xlsx(tmp_path / "list.xlsx", {"S": LIST})
    others = (
        "csv", "html.parser", "xlrd", "openpyxl", "msoffcrypto", "hashlib", "desktop_app.model",
        "desktop_app.intake.text_tables", "desktop_app.intake.pages", "desktop_app.intake.xlsb",
        "desktop_app.intake.xls_sheets", "desktop_app.intake.opendocument",
    )  # fmt: skip
    code = (
        "import sys, io; from pathlib import Path; from desktop_app.intake import reader_child;"
        "found, _ = reader_child.answer(Path(sys.argv[1]), False, io.BytesIO());"
        f"print(len(found['sheets']), [m for m in {others} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "1 []"
