"""Law, part knowledge and figures as shipped, loaded once for all tests that ask them something.

Loading them and making them ready for recognising parts costs more than most tests. ``one_library``
lends them to commands run inside the process of the tests; likewise for a scenario file, as long as
it says the same. With anything in the user's folder, such as an installed edition, all is still
loaded anew.
"""

import gc
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from desktop_app import pipeline
from desktop_app.paths import data_home

_load = pipeline.load_library
_HOME = os.environ["LODESTONE_HOME"]
"""Of all tests together (``conftest``), in which no edition is installed."""


@cache
def shipped_library() -> pipeline.Library:
    """Whatever home the test has that asks first."""
    with patch.dict(os.environ, {"LODESTONE_HOME": _HOME}):
        found = _load()
    gc.collect()
    gc.freeze()  # as it stays to the end, the collector need not walk it again and again
    return found


@cache
def _under(scenario: Path, _said: bytes) -> pipeline.Library:
    """A scenario changes law alone; what was made ready for recognising parts serves it as well."""
    shared = shipped_library()
    return replace(_load(scenario), knowledge=shared.knowledge, figures=shared.figures)


def _load_shared(scenario: Path | None = None) -> pipeline.Library:
    home = data_home()
    if home.is_dir() and any(path.is_file() for path in home.rglob("*")):
        return _load(scenario)
    if scenario is None:
        return shipped_library()
    return _under(scenario, scenario.read_bytes()) if scenario.is_file() else _load(scenario)


@pytest.fixture(autouse=True)
def one_library() -> Iterator[None]:
    with patch.object(pipeline, "load_library", _load_shared):
        yield
