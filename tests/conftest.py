"""What holds for all tests."""

import gc
import os
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from desktop_app.pipeline import Library

# A property says what is true, not how quickly: on a machine that does something else as well, one
# example may take longer than hypothesis allows by itself. Speed is measured in ``benchmarks``.
# Where a commit is judged, it is by the same examples each time: what a new one shows is found by
# people at work, who run new ones, and is no fault of whatever commit comes along just then.
settings.register_profile("any machine", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("any machine")

# Nothing of a test lies in the home of whoever runs it; what tests keep for one another goes with them.
_HOME = TemporaryDirectory(prefix="lodestone-tests-", ignore_cleanup_errors=True)
os.environ.setdefault("LODESTONE_HOME", _HOME.name)

# Law, words and tests are some million objects that stay to the end. To walk them for garbage as often as
# Python does by itself took a sixth of the time of 380 tests of four rooms (measured), so what was collected
# or made for all is walked no more, and what comes is walked more seldom.
gc.set_threshold(20_000, 20, 10)


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def lent_readers() -> Iterator[None]:
    """One child for many lists that are read; see there."""
    from tests.lent_readers import lending

    with lending():
        yield


@pytest.fixture
def own_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what may happen while a child is started."""
    from desktop_app.intake import reader_pool
    from desktop_app.intake.sandbox import Reader

    monkeypatch.setattr(reader_pool, "Reader", Reader)


@pytest.fixture(scope="session")
def library() -> "Library":
    """Law, part knowledge and figures as shipped. Nothing changes them, so one serves all tests."""
    from tests.one_library import shipped_library

    return shipped_library()
