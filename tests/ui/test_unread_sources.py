"""What is imported after Qt costs no more than without it."""

import linecache
import sys
from pathlib import Path

import PySide6.QtCore  # noqa: F401
import pytest

import desktop_app.ui  # noqa: F401


def test_qt_does_not_read_the_source_of_a_module_that_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "lately_imported.py"
    source.write_text("import json\nVALUE = 5\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    import lately_imported  # type: ignore[import-not-found]

    assert sys.modules["lately_imported"].VALUE == lately_imported.VALUE == 5
    assert str(source) not in linecache.cache
    monkeypatch.delitem(sys.modules, "lately_imported")
