"""Commands run inside the process of the tests share law, part knowledge and figures as shipped.

Loading them costs more than most commands. A scenario file or anything in the user's folder, such as
an installed edition, is still loaded anew.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from desktop_app import pipeline
from desktop_app.paths import data_home

_load = pipeline.load_library


@cache
def _shipped() -> pipeline.Library:
    return _load()


def _load_shared(scenario: Path | None = None) -> pipeline.Library:
    home = data_home()
    has_own = home.is_dir() and any(path.is_file() for path in home.rglob("*"))
    return _load(scenario) if scenario is not None or has_own else _shipped()


@pytest.fixture(autouse=True)
def one_library() -> Iterator[None]:
    with patch.object(pipeline, "load_library", _load_shared):
        yield
