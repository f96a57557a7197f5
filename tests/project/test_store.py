"""What goes into a database comes out the same, in one transaction or not at all."""

import hashlib
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from desktop_app import pipeline
from desktop_app.model.parts import FactCell, PartTable, Requirement
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.paths import program_version, shipped
from desktop_app.project.activity import Activity, Ledger
from desktop_app.project.records import (
    KINDS,
    SourceAdded,
    describe,
)
from desktop_app.project.storage.store import BehindError, Import, Store
from desktop_app.project.storage.tables import content, metadata
from tests.project.cases import NOON, ONE_OF_EACH, did, magnet, set_to, table


def test_every_kind_of_record_comes_back_as_it_was(store: Store) -> None:
    assert {type(record) for record in ONE_OF_EACH} == set(KINDS)
    entry = Activity(1, NOON, "Ädä", "do", ONE_OF_EACH)
    store.append(entry)
    store.append(Activity(2, NOON, "Ben", "undo", (), 1))
    assert store.read_log() == [entry, Activity(2, NOON, "Ben", "undo", (), 1)]
    assert store.read_log(after=1) == [Activity(2, NOON, "Ben", "undo", (), 1)]


def test_every_kind_of_record_says_what_it_is() -> None:
    said = [describe(record) for record in ONE_OF_EACH]
    assert all(sentence.template for sentence in said)
    assert said[0].args == (("part", "M-1"), ("field", "stock_on_hand"), ("new", 12.5))


def test_undo_and_redo_outlive_the_database_connection(store: Store) -> None:
    for number, value in enumerate("ab", 1):
        store.append(did(number, set_to(value)))
    store.append(Activity(3, NOON, "Ada", "undo", (), 2))
    store.engine.dispose()
    ledger = Ledger(store.read_log())
    assert list(ledger.standing()) == [set_to("a")]
    assert ledger.to_redo == did(2, set_to("b"))


def test_an_entry_that_does_not_follow_is_refused_whole(store: Store) -> None:
    store.append(did(1, set_to("a")))
    with pytest.raises(BehindError):
        store.append(did(1, set_to("b")))
    with pytest.raises(BehindError):
        store.append(did(3, set_to("b")))
    assert store.read_log() == [did(1, set_to("a"))]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE correction SET new = '99.0' WHERE position = 0",
        "UPDATE record SET content = replace(content, 'Beispiel', 'Beispeil')",
        "UPDATE activity SET author = 'Eve' WHERE number = 1",
        "DELETE FROM correction WHERE position = 1",
        "INSERT INTO record (activity, position, kind, content) VALUES (2, 0, 'Setting', '{}')",
    ],
)
def test_a_log_that_was_changed_by_hand_is_noticed(store: Store, change: str) -> None:
    store.append(Activity(1, NOON, "Ada", "do", ONE_OF_EACH))
    store.append(Activity(2, NOON, "Ben", "undo", (), 1))
    with store.engine.begin() as connection:
        connection.exec_driver_sql(change)
    with pytest.raises(ValueError, match="not as it was written"):
        store.read_log()


def one_file(parts: PartTable, data: bytes = b"bytes") -> Reading:
    sha256 = hashlib.sha256(data).hexdigest()
    return Reading((SourceFile("/somewhere/parts.xlsx", sha256, "xlsx", "read"),), parts)


def test_a_failure_half_way_leaves_nothing(store: Store) -> None:
    brought = Import(1, one_file(table(magnet())), b"bytes")
    first = did(1, SourceAdded(1, "parts.xlsx", 1))
    with pytest.raises(IntegrityError):  # two entries of one number
        store.append(first, replace(first, records=()), imports=[brought])
    assert (store.read_log(), store.next_source()) == ([], 1)
    sha256 = brought.reading.files[0].sha256
    assert store.read_content(sha256) is None
    store.append(first, did(2, set_to("a")), imports=[brought])
    assert [entry.number for entry in store.read_log()] == [1, 2]
    assert store.read_content(sha256) == b"bytes"


def test_every_fact_of_a_part_comes_back_as_it_was(store: Store) -> None:
    parts = table(
        magnet(
            "007", quantity=3.0, unit_price=0.1, leaves_china=True, lead_time_holds_licence=False,
            confirmed_date=date(2026, 12, 1), special_stock="K", hs_code="850511",
            description="=1+1\n\u202e磁铁 \x1f",
        ),
        {"description": None},
        magnet("M-2", leaves_china=False, requirement_date=date(2027, 1, 2)),
    )  # fmt: skip
    marked = replace(
        parts,
        marks={1: ("zero quantity",)},
        unreadable={2: ("stock_on_hand",)},
        provenance={0: {"unit_price": FactCell(0, "Stock", 4, 2)}},
        requirements={2: (Requirement(date(2027, 1, 2), 4.5, FactCell(0, "Stock", 4, 3)),)},
        stock_ends={0: date(2027, 3, 31)},
    )
    store.append(did(1, SourceAdded(1, "parts.xlsx", 3)), imports=[Import(1, one_file(marked))])
    back = store.read_source(1)
    pd.testing.assert_frame_equal(back.parts.frame, parts.frame)
    assert back.files == one_file(marked).files
    for name in ("marks", "columns", "unreadable", "file_names", "provenance", "requirements",
                 "stock_ends"):  # fmt: skip
        assert getattr(back.parts, name) == getattr(marked, name), name


def test_a_real_reading_comes_back_as_it_was(store: Store) -> None:
    reading = pipeline.read([shipped("templates", "sample_supplier_parts.xlsx")])
    store.append(did(1, SourceAdded(1, "sample", len(reading.parts))), imports=[Import(1, reading)])
    back = store.read_source(1)
    pd.testing.assert_frame_equal(back.parts.frame, reading.parts.frame)
    assert back.files == reading.files
    assert [dict(c) for c in back.parts.columns] == [dict(c) for c in reading.parts.columns]
    assert back.parts.unreadable == reading.parts.unreadable
    assert back.parts.marks == reading.parts.marks


def test_a_file_without_parts_is_kept_too(store: Store) -> None:
    nothing = one_file(table(), b"")
    store.append(did(1, SourceAdded(1, "empty", 0)), imports=[Import(1, nothing, b"")])
    assert len(store.read_source(1).parts) == 0
    assert store.read_content(nothing.files[0].sha256) == b""


def test_the_bytes_of_a_file_are_kept_once_and_to_the_letter(store: Store) -> None:
    data = b"".join(hashlib.sha256(n.to_bytes(3)).digest() for n in range(80_000))
    reading = one_file(table(magnet()), data)
    for number in (1, 2):
        brought = Import(number, reading, data)
        store.append(did(number, SourceAdded(number, "parts.xlsx", 1)), imports=[brought])
    sha256 = reading.files[0].sha256
    assert store.read_content(sha256) == data
    assert store.read_content("cd" * 32) is None
    with store.engine.begin() as connection:
        pieces = connection.execute(select(content.c.piece)).scalars().all()
        assert sorted(pieces) == [0, 1, 2]
        connection.execute(delete(content).where(content.c.piece == 2))
    with pytest.raises(ValueError, match="damaged"):
        store.read_content(sha256)


def test_the_migrations_make_the_tables_the_statements_use(store: Store) -> None:
    """A new fact of a part needs a migration: add its column there, then this holds again."""
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_a_new_project_says_what_it_is(store: Store) -> None:
    about = store.about()
    assert set(about) == {"id", "made_at", "made_by", "needs"}
    assert about["made_by"] == program_version()
    assert store.steps_behind() == 0
