"""Law, part knowledge and figures as shipped, loaded once for all tests that ask them something.

Loading them and making them ready for recognising parts costs more than most tests. ``one_library``
lends them to commands run inside the process of the tests; likewise for a scenario file, as long as
it says the same. With law in the user's folder, such as an installed edition, all is still loaded anew.
"""

import gc
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from unittest.mock import patch

import pytest

from desktop_app import pipeline
from desktop_app.paths import data_home
from tests.matching.parts import shipped_knowledge

_load = pipeline.load_library
_HOME = os.environ["LODESTONE_HOME"]
"""Of all tests together (``conftest``), in which no edition is installed."""


@cache
def shipped_library() -> pipeline.Library:
    """Whatever home the test has that asks first. Its knowledge is that of the tests of parts: with what is
    made ready for recognising parts each takes 70 MB, and five would push one another out."""
    with patch.dict(os.environ, {"LODESTONE_HOME": _HOME}):
        found = replace(_load(), knowledge=shipped_knowledge())
    gc.collect()
    gc.freeze()  # as it stays to the end, the collector need not walk it again and again
    return found


@lru_cache(maxsize=8)
def _under(scenario: Path, _said: bytes) -> pipeline.Library:
    """A scenario changes law alone; what was made ready for recognising parts serves it as well."""
    shared = shipped_library()
    return replace(_load(scenario), knowledge=shared.knowledge, figures=shared.figures)


def _has_law(home: Path) -> bool:
    """Whether an edition or a key is installed there: nothing else in it changes what is loaded. Whatever else
    tests leave in the home they share, such as the cache and backups, is no reason to load anew."""
    return any(path.is_file() for path in (home / "register").rglob("*"))


def _load_shared(scenario: Path | None = None) -> pipeline.Library:
    if _has_law(data_home()):
        return _load(scenario)
    if scenario is None:
        return shipped_library()
    return _under(scenario, scenario.read_bytes()) if scenario.is_file() else _load(scenario)


@pytest.fixture(autouse=True, scope="package")
def one_library() -> Iterator[None]:
    """For the fixtures of a module as well, which come before those of a test."""
    with patch.object(pipeline, "load_library", _load_shared):
        yield
