"""Runs the reader in a child process with limits; whatever happens to it becomes a coded reason.

The child lives on from file to file; one that crashed, hung, was cancelled or grew is replaced.
"""

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import orjson

from desktop_app.intake.patience import SECONDS, Patience
from desktop_app.intake.process_memory import resident_bytes
from desktop_app.intake.process_work import work_of
from desktop_app.intake.reader_child import MEGABYTES
from desktop_app.intake.refusal import Refused
from desktop_app.model.findings import Message
from desktop_app.model.progress import Report

GROWN = 512_000_000
LARGEST_ANSWER = 4_000_000_000
LOOK_EVERY = 0.1
CPU_SIGNAL = 24
"""SIGXCPU on Linux and macOS: the system ended a child that used more time than it was given."""

OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"capacity overflow")
"""What Rust, Python and Rust's collections say when memory ends."""
LAST_WORDS = 200


STEADY_MEMORY = {"MALLOC_MMAP_THRESHOLD_": "4000000", "MALLOC_TRIM_THRESHOLD_": "64000000"}
"""For the C library of Linux, as bytes: a child that unpacks a list asks for blocks of 256 kB again and
again. Unasked it gives each back at once, and the system has to clear its pages anew: a fifth of all
that it clears for a list of 100,000 rows (8,000 of 49,000 pages, measured). Others do not know the names."""

CONSOLE_PROGRAM = "lodestone-cli.exe"
"""On Windows the program of the window has no standard input and output; this one beside it has."""


def child_command() -> list[str]:
    """The program itself with its hidden first argument, from a checkout or frozen."""
    if getattr(sys, "frozen", False):
        console = Path(sys.executable).with_name(CONSOLE_PROGRAM)
        return [str(console if console.exists() else sys.executable), "--reader-child"]
    return [sys.executable, "-m", "desktop_app", "--reader-child"]


class Reader:
    """Reads files through one child after another. Use as a context; the child ends with it.

    ``passwords`` go to the child through its pipe, never onto a command line or into a file.
    ``seconds``: see ``patience``.
    """

    def __init__(
        self,
        seconds: float = SECONDS,
        command: list[str] | None = None,
        passwords: Sequence[str] = (),
    ) -> None:
        self.seconds = seconds
        self.passwords = list(passwords)
        self.command = command or child_command()
        self._child: subprocess.Popen[bytes] | None = None
        self._frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._complaints: IO[bytes] | None = None
        self._spent = 0.0
        self._said_before = 0
        """Bytes that the child had complained about files before this one."""

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def read(self, path: Path, what: Message, report: Report) -> dict[str, Any]:
        """What the child says of a file. Raises Refused; ``Cancelled`` from ``report`` passes.

        A reader that died over the file is given a second chance with the other library.
        """
        asked = {"path": _portable(path), "passwords": self.passwords, "seconds": self.seconds}
        try:
            return self._ask(asked, what, report)
        except Refused as first:
            if first.code not in ("E_READER_CRASH", "E_MEMORY"):
                raise
            left = max(self.seconds - self._spent, self.seconds / 4)
            try:
                return self._ask(asked | {"second": True, "seconds": left}, what, report)
            except Refused as second:
                if second.code in ("E_READER_CRASH", "E_TIMEOUT", "E_UNSUPPORTED"):
                    raise first from second
                raise

    def end(self) -> None:
        """Ends the child at once, whatever it does."""
        child, self._child = self._child, None
        if child is not None:
            if child.poll() is None:
                child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    stream.close()
        if self._complaints is not None:
            self._complaints.close()
            self._complaints = None

    def _ask(self, request: dict[str, Any], what: Message, report: Report) -> dict[str, Any]:
        child = self._running()
        try:
            found = self._answer(child, request, what, report)
        except BaseException:
            self.end()
            raise
        if self._complaints is not None:
            self._said_before = os.fstat(self._complaints.fileno()).st_size
        held = resident_bytes(child.pid)
        if held is not None and held > GROWN:
            self.end()
        if "refused" in found:
            raise Refused(str(found["refused"]), str(found.get("detail", "")))
        return found

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._child is None or self._child.poll() is not None:
            self.end()
            self._complaints, self._said_before = _place_for_complaints(), 0
            try:
                self._child = subprocess.Popen(  # noqa: S603 - our own program
                    self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    stderr=self._complaints or subprocess.DEVNULL, cwd=_checkout(),
                    env=STEADY_MEMORY | os.environ,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )  # fmt: skip
            except OSError as failure:
                raise Refused("E_READER_CRASH", str(failure)) from failure
            self._frames = queue.SimpleQueue()
            threading.Thread(
                target=_pump, args=(self._child.stdout, self._frames), daemon=True
            ).start()
        return self._child

    def _answer(
        self,
        child: "subprocess.Popen[bytes]",
        request: dict[str, Any],
        what: Message,
        report: Report,
    ) -> dict[str, Any]:
        limit = MEGABYTES
        patience = Patience(request["seconds"], time.monotonic(), work_of(child.pid))
        self._write(child, request)
        while True:
            try:
                frame = self._frames.get(timeout=LOOK_EVERY)
            except queue.Empty:
                report(what, 0, 1)
                held = resident_bytes(child.pid)
                is_over = patience.is_over(time.monotonic(), work_of(child.pid), held)
                self._spent = patience.spent
                if is_over:
                    raise Refused("E_TIMEOUT", f"{patience.spent:.1f} s") from None
                if held is not None and held > limit * 1_000_000:
                    raise Refused("E_MEMORY", f"{held} bytes") from None
                continue
            if frame is None:
                raise self._cause_of_death(child)
            found = unpack(frame)
            if "limit" in found:
                limit = int(found["limit"])
                patience.allow_large()
                continue
            return found

    def _write(self, child: "subprocess.Popen[bytes]", request: dict[str, Any]) -> None:
        try:
            if child.stdin is not None:
                child.stdin.write(orjson.dumps(request) + b"\n")
                child.stdin.flush()
        except OSError as gone:
            try:
                child.wait(timeout=1)
            except subprocess.TimeoutExpired:
                raise Refused("E_READER_CRASH", str(gone)) from gone
            raise self._cause_of_death(child) from gone

    def _cause_of_death(self, child: "subprocess.Popen[bytes]") -> Refused:
        code = child.wait()
        said = b""
        if self._complaints is not None:
            self._complaints.seek(self._said_before)
            said = self._complaints.read(20_000)
        return cause_of_death(code, said)


def cause_of_death(code: int, said: bytes) -> Refused:
    """Why a child ended with ``code`` (negative: the signal), by what it ``said`` on its way out.

    The end of what it said is kept as the detail: a death nobody can name must at least be told.
    """
    if code == -CPU_SIGNAL:
        return Refused("E_TIMEOUT", "processor time")
    is_memory = code in (-9, 137) or any(word in said for word in OUT_OF_MEMORY)
    last = said.strip().rpartition(b"\n")[2][-LAST_WORDS:].decode(errors="replace")
    return Refused(
        "E_MEMORY" if is_memory else "E_READER_CRASH",
        f"exit {code}: {last}" if last else f"exit {code}",
    )


def unpack(frame: bytes) -> dict[str, Any]:
    """The JSON of a frame, with the values of its columns in place and the codes of the cells as
    the bytes under ``codes``."""
    view, end = memoryview(frame), 8 + int.from_bytes(frame[:8], "big")
    try:
        found = dict(orjson.loads(view[8:end]))
        for sheet in found.get("sheets", ()):
            for at, lengths in enumerate(sheet["columns"]):
                values: list[Any] = []
                for length in lengths:
                    values += orjson.loads(view[end : end + length])
                    end += length
                sheet["columns"][at] = values
    except (orjson.JSONDecodeError, TypeError, KeyError) as broken:
        raise Refused("E_READER_CRASH", str(broken)) from broken
    found["codes"] = view[end + 8 :]
    return found


def _place_for_complaints() -> IO[bytes] | None:
    """Where a child's last words go; nowhere where the disk is full or may not be written."""
    try:
        return tempfile.TemporaryFile()
    except OSError:
        return None


def _pump(stream: IO[bytes], frames: "queue.SimpleQueue[bytes | None]") -> None:
    """Moves whole frames from the pipe to the queue; None when the child has ended."""
    try:
        while head := stream.read(8):
            size = int.from_bytes(head, "big")
            if len(head) < 8 or size > LARGEST_ANSWER:
                break
            frame = stream.read(size)
            if len(frame) < size:
                break
            frames.put(frame)
    except (OSError, ValueError):
        pass
    frames.put(None)


def _portable(path: Path) -> str:
    """Any name a file system can hold, also one that is no valid text."""
    return os.fsencode(path.absolute()).decode("latin-1")


def _checkout() -> Path | None:
    """Where ``-m desktop_app`` is found; a frozen program needs no place."""
    return None if getattr(sys, "frozen", False) else Path(__file__).resolve().parents[2]
