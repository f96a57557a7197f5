"""Fixtures of register packs."""

from pathlib import Path

import pytest

from tests.register.packing import law, maker


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's editions are installed."""
    folder = tmp_path / "home"
    monkeypatch.setenv("LODESTONE_HOME", str(folder))
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound pack that is newer than the shipped law."""
    folder = tmp_path_factory.mktemp("law")
    maker().make_pack(law(folder / "law"), folder / "new.lodestone-register")
    return (folder / "new.lodestone-register").read_bytes()
