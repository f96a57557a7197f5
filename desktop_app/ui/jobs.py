"""The only threads of the window: start work, hear of its progress, cancel it, get its result.

One executor and one relay object. Work runs off the window's thread; everything it says arrives on
the window's thread through a queued signal, in order. Cancelled work delivers nothing any more.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.model.findings import Cancelled, Message
from desktop_app.model.progress import Report

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")

WORKERS = 2
"""One for the long work, one so that a click is answered meanwhile."""
BETWEEN_REPORTS_S = 0.04
"""Progress is passed on at most this often; more would only keep the window busy."""


def _ignore(_value: Any) -> None:
    """Nobody asked to hear of this."""


@dataclass(eq=False)
class Job:
    """One piece of work under way. ``cancel`` makes its next progress report stop it."""

    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    progressed: Callable[["Progress"], None]
    dropped: Callable[[], object] = lambda: None
    stopped: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Asks the work to stop; from now on it delivers nothing."""
        self.stopped.set()


class Progress(NamedTuple):
    """What runs now, and how many of how many steps are done."""

    what: Message
    done: int
    total: int


class _Arrival(NamedTuple):
    job: Job
    deliver: Callable[[Any], None]
    value: Any
    is_end: bool = True


class Jobs(QObject):
    """Starts work and brings its results back to the thread that made this object."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: ThreadPoolExecutor | None = None
        self._running: set[Job] = set()
        self._alone = Lock()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Report], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] = _ignore,
        progressed: Callable[[Progress], None] = _ignore,
        dropped: Callable[[], object] = lambda: None,
    ) -> Job:
        """Runs ``work(report)`` in the background; the callbacks run on the window's thread.

        ``dropped`` comes in place of the others once cancelled work has ended: what it made on the
        disk until then can be taken away there.
        """
        job = Job(done, failed, progressed, dropped)
        self._running.add(job)
        self._threads().submit(self._run, job, work)
        return job

    def alone(self, work: Callable[[Report], T]) -> Callable[[Report], T]:
        """The same work, but not beside another that is to be alone: it waits in its worker until one
        that was given up has noticed. Two answers about a long list at once would take the memory of
        both, and each of them the time of both."""

        def in_turn(report: Report) -> T:
            with self._alone:
                return work(report)

        return in_turn

    @property
    def is_busy(self) -> bool:
        """Whether anything was started and has not come back yet."""
        return bool(self._running)

    def close(self) -> None:
        """Stops everything and waits until the last worker has noticed."""
        for job in self._running:
            job.cancel()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _threads(self) -> "ThreadPoolExecutor":
        """Made with the first work: the window stands on the screen before it."""
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(WORKERS, thread_name_prefix="lodestone")
        return self._executor

    def _run(self, job: Job, work: Callable[[Report], Any]) -> None:
        deliver: Callable[[Any], None] = job.done
        value: Any = None
        try:
            if not job.stopped.is_set():
                value = work(self._reporter(job))
        except Cancelled:
            job.cancel()
        except Exception as failure:
            deliver, value = job.failed, failure
        if job.stopped.is_set():
            value = None  # nobody is going to have it: a long list's answer must not wait for that
        self._arrived.emit(_Arrival(job, deliver, value))

    def _reporter(self, job: Job) -> Report:
        last = [0.0]

        def report(what: Message, done: int, total: int) -> None:
            if job.stopped.is_set():
                raise Cancelled
            now = time.monotonic()
            if now - last[0] >= BETWEEN_REPORTS_S:
                last[0] = now
                progress = Progress(what, done, total)
                self._arrived.emit(_Arrival(job, job.progressed, progress, is_end=False))

        return report

    @Slot(object)
    def _deliver(self, arrival: _Arrival) -> None:
        if arrival.is_end:
            self._running.discard(arrival.job)
        if not arrival.job.stopped.is_set():
            arrival.deliver(arrival.value)
        elif arrival.is_end:
            arrival.job.dropped()
