"""Shortcuts are written as the system writes them, never spelled out in a sentence of ours."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui import keys
from tests.ui.driving import Driver

UI = Path(keys.__file__).parent
SAYS = {"text", "msg", "nmsg"}


def spelled_out() -> Iterator[str]:
    """Sentences for the catalogue that name a key themselves."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else None
            called = node.func.id if isinstance(node.func, ast.Name) else called
            said = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if called in SAYS:
                yield from (
                    f"{path.name}: {words}"
                    for words in map(str, said)
                    if "Ctrl+" in words or "(Esc)" in words
                )


def test_no_sentence_spells_out_a_key() -> None:
    assert list(spelled_out()) == []


@pytest.mark.parametrize(
    ("given", "parts"),
    [("Ctrl+O", ["Ctrl+O"]), ("Ctrl+Z, Ctrl+Y", ["Ctrl+Z", "Ctrl+Y"]), ("Esc", ["Esc"])],
)
def test_keys_are_those_of_the_system(given: str, parts: list[str]) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    assert keys.native_keys(given) == ", ".join(QKeySequence(p).toString(native) for p in parts)


def test_the_mouse_hears_the_keys_of_the_system(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a Mac the same words end in its signs."""
    monkeypatch.setattr(keys, "native_keys", lambda said: said.replace("Ctrl+", "\u2318"))
    assert keys.with_keys(Catalogue("en"), "Decide", "Ctrl+6") == "Decide (\u23186)"
    driver.window.speak(driver.window.catalogue)
    assert driver.window.rail.buttons["parts"].toolTip() == "Parts (\u23183)"
    driver.window.risks.open_why()
    assert driver.window.risks.applications.toolTip().endswith("(\u2318L)")
    driver.ctrl(Qt.Key.Key_3)
    assert driver.window.stage == "parts"
