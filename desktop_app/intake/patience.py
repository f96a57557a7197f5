"""How long a reader may take over a file: by the work it does, not by the clock of a busy machine."""

from desktop_app.intake.process_work import Work
from desktop_app.intake.reader_child import LARGE_TIMES

SECONDS = 28.0
"""Processor time for a file, and time without any progress. Two seconds under the 30 that a hang may
last, for the start of the child and for saying so."""
CEILING_TIMES = 20
"""Whatever it does, a reader is ended after so many times its processor time by the clock."""
WORKING = 0.02
"""Share of the clock's time that a reader of a long list must have had of the processor, so that it
works and does not wait: a parser that fills what it holds already shows no other progress. A busy
machine leaves it more. Own judgement."""
LONGEST_LOOK = 1.0
"""Seconds by the clock that one look counts at most: between two looks the machine may have slept, or
been so busy that we were not asked, and the reader had no more time than we."""


class Patience:
    """Decides when a child has had its time over one file. Tell it at every look what was seen.

    Progress is more bytes moved, more memory than ever before, or an answer in part. A child that
    spins uses up its processor time; one that waits for ever makes no progress; an honest one on a
    loaded machine does neither.
    """

    def __init__(self, seconds: float, now: float, work: Work | None) -> None:
        self.seconds, self.allowed = seconds, seconds
        self._begun = work.seconds if work is not None else 0.0
        self._seen_at, self._clock, self._waited = now, 0.0, 0.0
        self._moved = work.moved if work is not None else 0
        self._most_held = 0
        self._progress_at = 0.0
        self.spent = 0.0
        """Processor seconds over this file; by the clock where the system does not say."""

    def allow_large(self) -> None:
        """The file is long: more processor time, and what was told is progress."""
        self.allowed = self.seconds * LARGE_TIMES
        self._waited = 0.0

    def is_over(self, now: float, work: Work | None, held: int | None) -> bool:
        """``now``: monotonic seconds; ``work`` and ``held``: what the child has done and the bytes it
        holds, None where unknown."""
        passed = min(now - self._seen_at, LONGEST_LOOK)
        self._seen_at = now
        self._clock += passed
        self.spent = self._clock if work is None else work.seconds - self._begun
        if self._has_progressed(work, held):
            self._waited, self._progress_at = 0.0, self.spent
        else:
            self._waited += passed
        return (
            self.spent > self.allowed
            or self._waited > (self.allowed if self._works() else self.seconds)
            or self._clock > self.allowed * CEILING_TIMES
        )

    def _works(self) -> bool:
        """Whether it used the processor since the last progress."""
        return self.spent - self._progress_at > WORKING * self._waited

    def _has_progressed(self, work: Work | None, held: int | None) -> bool:
        moved = work.moved if work is not None else self._moved
        most = max(self._most_held, held or 0)
        has_progressed = moved > self._moved or most > self._most_held
        self._moved, self._most_held = moved, most
        return has_progressed
