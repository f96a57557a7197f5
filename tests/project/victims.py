"""Processes that are killed at their work, what they said before, and the reckoning of many."""

import json
import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.model.findings import CodedError

Said = list[list[Any]]
"""What a victim said, line by line; each begins with its kind. Of the kind ``failed``, the last word
is what went wrong with the victim itself."""


@dataclass
class Result:
    """Counts of one run, and every failure in words."""

    kills: int = 0
    acknowledged: int = 0
    moments: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest_restart: float = 0.0

    def judge(self, kill: int, moment: str, look: Callable[[], None]) -> None:
        """Counts one kill; ``look`` raises AssertionError or CodedError where something is lost."""
        self.kills += 1
        self.moments[moment] += 1
        try:
            look()
        except (AssertionError, CodedError) as failure:
            words = failure.problem.code if isinstance(failure, CodedError) else failure
            self.failures.append(f"kill {kill} during {moment}: {words}")

    def restarted(self, started: float) -> None:
        """A project stands open again, begun at ``started`` by the performance counter."""
        self.slowest_restart = max(self.slowest_restart, time.perf_counter() - started)

    def figures(self) -> tuple[dict[str, Any], list[str]]:
        """What a battery keeps of its run, and the failures."""
        return {
            "kills": self.kills, "acknowledged": self.acknowledged,
            "moments": dict(sorted(self.moments.items())),
            "slowest_restart_seconds": round(self.slowest_restart, 3),
        }, self.failures  # fmt: skip


def say(pipe: int, *words: object) -> None:
    """One line of a victim, told before the next thing is done."""
    say_at_once(pipe, [words])


def say_at_once(pipe: int, lines: Sequence[Sequence[object]]) -> None:
    """Several lines of which none is heard without the others, wherever the victim is killed: what a
    pipe takes in one piece it takes whole (POSIX: up to 512 bytes at least)."""
    os.write(pipe, b"".join(json.dumps(words).encode() + b"\n" for words in lines))


def killed(
    work: Callable[[int], object], has_begun: Callable[[Sequence[bytes]], bool], lives: float
) -> Said:
    """Forks a victim and kills it ``lives`` seconds after ``has_begun`` of its lines.

    ``work`` gets the pipe that it speaks into (see ``say``); it must not come back.
    """
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        try:
            work(into)
        except BaseException as failure:
            say(into, "failed", "", repr(failure))
        os._exit(1)
    os.close(into)
    with os.fdopen(out, "rb") as told:
        lines: list[bytes] = []
        while not has_begun(lines) and (line := told.readline()):
            lines.append(line)
        time.sleep(lives)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines += told.read().splitlines()
    return [json.loads(line) for line in lines if line.endswith((b"\n", b"]"))]
