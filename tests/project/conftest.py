"""A project in a database of the address given by LODESTONE_TEST_DATABASE, else in a new file.

The tests of ``store`` say nothing of SQLite; with the address of an empty database of another kind
they run there.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine

from desktop_app.project.storage.sqlite_file import engine_for, mark_as_project
from desktop_app.project.storage.store import Store
from tests.one_library import one_library

__all__ = ["one_library"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    address = os.environ.get("LODESTONE_TEST_DATABASE")
    if address:
        engine = create_engine(address)
        there = MetaData()
        there.reflect(engine)
        there.drop_all(engine)
    else:
        mark_as_project(tmp_path / "store.lodestone")
        engine = engine_for(tmp_path / "store.lodestone")
    made = Store(engine)
    made.bring_up_to_date()
    yield made
    made.close()
