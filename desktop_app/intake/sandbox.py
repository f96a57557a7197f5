"""Runs the reader in a child process with limits; whatever happens to it becomes a coded reason.

One child a file: starting one costs about as much as reading a small list, and nothing of a
hostile file outlives it.
"""

import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Any

import orjson

from desktop_app.intake.refusal import Refused
from desktop_app.model.findings import Message
from desktop_app.model.progress import Report

SECONDS = 30
MEGABYTES = 1_000
MEGABYTES_LARGE = 2_500
LARGE_FILE = 12_000_000
"""Bytes on disk from which a workbook usually holds more than 200,000 rows."""


def child_command(megabytes: int, path: Path) -> list[str]:
    """The program itself with its hidden first argument, from a checkout or frozen."""
    program = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop_app"]
    )
    return [*program, "--reader-child", str(megabytes), str(path)]


def read_in_child(path: Path, what: Message, report: Report) -> dict[str, Any]:
    """What the child says of a file. Raises Refused; ``Cancelled`` from ``report`` ends it."""
    is_large = path.stat().st_size > LARGE_FILE
    command = child_command(MEGABYTES_LARGE if is_large else MEGABYTES, path.resolve())
    with tempfile.TemporaryFile() as answer:
        child = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.DEVNULL, stdout=answer, stderr=subprocess.DEVNULL,
            cwd=_checkout(),
        )  # fmt: skip
        try:
            _wait(child, what, report, SECONDS * (4 if is_large else 1))
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
        return _answer_of(child.returncode, answer)


def _checkout() -> Path | None:
    """Where ``-m desktop_app`` is found; a frozen program needs no place."""
    return None if getattr(sys, "frozen", False) else Path(__file__).resolve().parents[2]


def _wait(child: "subprocess.Popen[bytes]", what: Message, report: Report, seconds: int) -> None:
    end = time.monotonic() + seconds
    pause = 0.01
    while True:
        try:
            child.wait(pause)
        except subprocess.TimeoutExpired:
            report(what, 0, 1)
            pause = min(0.1, pause * 1.5)
            if time.monotonic() > end:
                raise Refused("E_TIMEOUT") from None
        else:
            return


def _answer_of(code: int, answer: IO[bytes]) -> dict[str, Any]:
    answer.seek(0)
    raw = answer.read()
    try:
        found = orjson.loads(raw) if code == 0 else None
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        killed = code in (-signal.SIGABRT, -getattr(signal, "SIGKILL", 9), 134, 137)
        raise Refused("E_MEMORY" if killed else "E_READER_CRASH", f"exit {code}")
    if "refused" in found:
        raise Refused(str(found["refused"]), str(found.get("detail", "")))
    return found
