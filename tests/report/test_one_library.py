"""What all tests ask is loaded once, unless a test has law of its own."""

from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.matching.match import match_parts
from desktop_app.paths import cache_home, data_home
from tests.matching.parts import part_table, shipped_knowledge
from tests.one_library import shipped_library


def test_what_is_left_in_the_home_is_no_reason_to_load_anew() -> None:
    match_parts(part_table(description=["Magnet"]), shipped_library().knowledge)
    cache_home().mkdir(parents=True, exist_ok=True)
    (cache_home() / "left.compiled").touch()
    (data_home() / "backups").mkdir(exist_ok=True)
    (data_home() / "backups" / "left.lodestone").touch()
    assert data_home() in cache_home().parents
    assert pipeline.load_library() is pipeline.load_library() is shipped_library()
    assert shipped_library().knowledge is shipped_knowledge()


def test_a_home_with_law_has_a_library_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path))
    assert pipeline.load_library() is shipped_library()
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "note.txt").touch()
    assert pipeline.load_library() is not shipped_library()
