"""Reader children that live on from test to test, as they live on from file to file in the program.

To start one takes longer than to read a small list (0.2 of 0.25 s of processor time, measured), and some
thousand tests read one. A child that refused, hung, grew or was cancelled is replaced as ever, for all of
that is in ``Reader``; tests of the child itself begin one of their own.
"""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from desktop_app.intake import reader_pool
from desktop_app.intake.sandbox import Reader
from desktop_app.model.findings import Message
from desktop_app.model.progress import Report

IDLE = 4
LOANS = 100
"""A child is lent so often: it does not collect what lies in circles, and would grow with every file."""
OF_EACH_TEST = ("PYTEST_CURRENT_TEST", "LODESTONE_HOME")
"""What differs from test to test; a reader looks at neither."""


def _surroundings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in OF_EACH_TEST}


@dataclass
class _Kept:
    reader: Reader
    surroundings: dict[str, str]
    left: int = LOANS


@dataclass
class _Shelf:
    """Readers that nobody uses just now; threads of several windows may ask at once."""

    idle: list[_Kept] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self) -> _Kept:
        now, stale = _surroundings(), list[_Kept]()
        try:
            with self.lock:
                while self.idle:
                    kept = self.idle.pop()
                    if kept.surroundings == now:
                        return kept
                    stale.append(kept)
        finally:
            for kept in stale:
                kept.reader.end()
        return _Kept(Reader(), now)

    def give_back(self, kept: _Kept) -> None:
        kept.left -= 1
        with self.lock:
            if kept.left > 0 and len(self.idle) < IDLE:
                self.idle.append(kept)
                return
        kept.reader.end()

    def clear(self) -> None:
        while self.idle:
            self.idle.pop().reader.end()


class _Lent:
    """What a pool holds for a ``Reader``; its end is the end of the loan."""

    def __init__(self, shelf: _Shelf, passwords: Sequence[str]) -> None:
        self._shelf, self._kept = shelf, shelf.take()
        self._kept.reader.passwords = list(passwords)

    def read(self, path: Path, what: Message, report: Report) -> dict[str, Any]:
        return self._kept.reader.read(path, what, report)

    def end(self) -> None:
        self._shelf.give_back(self._kept)


@contextmanager
def lending() -> Iterator[None]:
    """While it lasts, pools are lent their readers; all children end with it."""
    shelf = _Shelf()

    def lent(*, passwords: Sequence[str] = ()) -> _Lent:
        return _Lent(shelf, passwords)

    try:
        with patch.object(reader_pool, "Reader", lent):
            yield
    finally:
        shelf.clear()
