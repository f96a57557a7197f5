"""Projects of every released schema open; an older one is backed up before it is brought up to
date; a step that fails leaves it as it was."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.model.findings import CodedError
from desktop_app.project.activity import Ledger
from desktop_app.project.backups import backups_of, restore
from desktop_app.project.opening import open_project
from desktop_app.project.own_law import ListedName, TradePractice
from desktop_app.project.photos import PartPhoto
from desktop_app.project.records import SourceAdded
from desktop_app.project.storage.migrating import STEPS, newest
from desktop_app.project.storage.migrations import m0002_runs
from desktop_app.project.storage.sqlite_file import engine_for
from desktop_app.project.storage.store import Store
from tests.project.cases import ONE_OF_EACH, set_to
from tests.project.examples.__main__ import FOLDER

EXAMPLES = sorted(FOLDER.glob("schema_*.lodestone"))
OLDER = [path for path in EXAMPLES if newest() not in path.name]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))


FIRST_IN = {ListedName: "schema_0003", TradePractice: "schema_0003", PartPhoto: "schema_0005"}
"""Kinds of record that needed no new schema, so that the examples stored before do not hold them."""


def test_there_is_an_example_of_every_released_schema() -> None:
    """A new schema: run ``python -m tests.project.examples`` and commit what it wrote."""
    assert [path.stem for path in EXAMPLES] == [f"schema_{step.revision}" for step in STEPS]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_opens_with_everything_in_it(tmp_path: Path, example: Path) -> None:
    path = Path(shutil.copy(example, tmp_path / "old.lodestone"))
    with open_project(path) as found:
        assert found.ledger[2].records == tuple(
            record for record in ONE_OF_EACH if FIRST_IN.get(type(record), "") <= example.stem
        )
        assert isinstance(found.ledger[1].records[0], SourceAdded)
        assert [entry.deed for entry in found.ledger] == ["do"] * 4 + ["revert", "do", "undo"]
        assert found.project.setting("buyer") == "undone"
        assert found.redo() is not None
        assert found.project.setting("buyer") == "undone as well"
        reading = found.reading()
        assert reading is not None
        assert reading.parts.frame["part_number"].tolist() == ["M-1", "M-2"]
        assert reading.parts.frame["description"].tolist() == ["Magnet 42SH", "Schraube ä"]
        original = found.original(reading.files[0].sha256)
        assert original is not None
        assert b"Magnet 42SH" in original
        assert found.runs() == ()
        found.do(set_to("new"))


@pytest.mark.parametrize("example", OLDER, ids=lambda path: path.stem)
def test_an_older_project_is_backed_up_first(tmp_path: Path, example: Path) -> None:
    path = Path(shutil.copy(example, tmp_path / "old.lodestone"))
    open_project(path).close()
    (made,) = backups_of(path)
    assert made.reason == "before-update"
    engine = engine_for(made.path, read_only=True)
    assert Store(engine).steps_behind() > 0
    engine.dispose()
    restore(path, made)
    with open_project(path) as again:
        assert again.project.setting("buyer") == "undone"


@pytest.mark.parametrize("example", OLDER, ids=lambda path: path.stem)
def test_whoever_may_only_read_is_told_that_it_is_older(tmp_path: Path, example: Path) -> None:
    path = Path(shutil.copy(example, tmp_path / "old.lodestone"))
    before = path.read_bytes()
    with pytest.raises(CodedError) as caught:
        open_project(path, read_only=True)
    assert caught.value.problem.code == "E_NO_PERMISSION"
    assert path.read_bytes() == before


def test_a_step_that_fails_half_way_leaves_the_project_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(OLDER[0], tmp_path / "old.lodestone"))
    step = m0002_runs.upgrade

    def fail(op: Any) -> None:
        step(op)
        op.execute("DELETE FROM record")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(m0002_runs, "upgrade", fail)
    with pytest.raises(CodedError) as caught:
        open_project(path)
    assert caught.value.problem.code == "E_DISK_FULL"
    monkeypatch.undo()
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    assert {p.name for p in tmp_path.iterdir()} == {"old.lodestone", "home"}
    engine = engine_for(path, read_only=True)
    assert Store(engine).steps_behind() == len(STEPS) - 1
    assert len(Ledger(Store(engine).read_log())) == 7
    engine.dispose()
    with open_project(path) as found:
        assert found.project.setting("buyer") == "undone"


LATER_FACTS = (
    "Part number,Description,Unit price,Currency,Margin per day (EUR),Stock as of 2026-10-31\n"
    "M-1,Magnet N42SH,12,CNY,900,600\n"
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_project_brought_up_to_date_keeps_facts_that_came_later(
    tmp_path: Path, example: Path
) -> None:
    """The day of a stock and the currency of a margin came with schema 0003."""
    path = Path(shutil.copy(example, tmp_path / "old.lodestone"))
    (tmp_path / "more.csv").write_text(LATER_FACTS, encoding="utf-8")
    with open_project(path) as found:
        found.add_files(pipeline.read([tmp_path / "more.csv"]))
    with open_project(path) as again:
        reading = again.reading()
        assert reading is not None
        frame = reading.parts.frame
        assert frame["stock_date"].tolist() == [None, None, date(2026, 10, 31)]
        assert frame["margin_currency"].tolist() == [None, None, "EUR"]


BOARD = (
    "Designator,Comment,Footprint,Quantity\nK1,G5V-1,Relay_THT:Relay_SPDT_Omron_G5V-1,1\n"
    '"C1,C2",10u,Capacitor_SMD:C_0805_2012Metric,2\n'
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_project_brought_up_to_date_keeps_places_on_boards(tmp_path: Path, example: Path) -> None:
    """They came with schema 0004."""
    path = Path(shutil.copy(example, tmp_path / "old.lodestone"))
    (tmp_path / "board.csv").write_text(BOARD, encoding="utf-8")
    with open_project(path) as found:
        found.add_files(pipeline.read([tmp_path / "board.csv"]))
    with open_project(path) as again:
        reading = again.reading()
        assert reading is not None
        frame = reading.parts.frame
        assert frame["reference_designator"].tolist() == [None, None, "K1", "C1,C2"]
        assert frame["footprint"].tolist()[2:] == [
            "Relay_THT:Relay_SPDT_Omron_G5V-1",
            "Capacitor_SMD:C_0805_2012Metric",
        ]
