"""Decide once: whether a supplier's deliveries leave China holds for all its parts, and goes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.ui.recording import leaving_of, with_leaving
from tests.ui.driving import Driver, files, verdicts

LIST = """Part number;Description;Supplier;Country of origin
M-1;Sintered magnet Sm2Co17 block 10x10x5;Erdwerk GmbH;CN
M-2;Sintered magnet Sm2Co17 ring 20x10x5;ERDWERK GmbH;CN
M-3;Sintered magnet Sm2Co17 disc 8x3;Nordstern GmbH;CN
"""


@pytest.fixture
def two(real: Driver, tmp_path: Path) -> Driver:
    """Parts of two suppliers, with the reasons of the first part open."""
    path = tmp_path / "two.csv"
    path.write_text(LIST, encoding="utf-8")
    real.drop(files([path]))
    real.wait_for_result()
    real.window.risks.show_part(0)
    real.quiet()
    return real


def test_an_answer_holds_for_all_parts_of_the_supplier(two: Driver) -> None:
    before = verdicts(two)
    assert all(words.startswith("needed") for words in before.values())
    why = two.window.risks.why
    assert not any(made.isChecked() for made in why.leaving.values())
    two.click(why.leaving["no"])
    two.quiet()
    after = verdicts(two)
    assert after["M-1"] == after["M-2"]
    assert not after["M-1"].startswith("needed")
    assert after["M-3"] == before["M-3"]
    assert [a for a, made in why.leaving.items() if made.isChecked()] == ["no"]
    undo = two.window.menus.actions["undo"]
    assert undo.text() == "&Undo: what was recorded of Erdwerk GmbH"
    undo.trigger()
    two.quiet()
    assert verdicts(two) == before
    assert not any(made.isChecked() for made in why.leaving.values())


def test_by_keyboard_and_a_second_time_takes_it_back(two: Driver) -> None:
    before = verdicts(two)
    why = two.window.risks.why
    for is_recorded in (True, False):
        why.leaving["no"].setFocus()
        QTest.keyClick(why.leaving["no"], Qt.Key.Key_Space)
        two.quiet()
        assert why.leaving["no"].hasFocus()
        assert ("Recorded: No. Click it again to take it back." in why.texts()) is is_recorded
        assert (leaving_of(two.session.recorded, "Erdwerk GmbH") == "no") is is_recorded
    assert verdicts(two) == before


def test_it_is_saved_with_the_project(two: Driver, tmp_path: Path) -> None:
    two.click(two.window.risks.why.leaving["no"])
    two.quiet()
    decided = verdicts(two)
    path = tmp_path / f"two{PROJECT_SUFFIX}"
    two.window.projects.save(path)
    two.quiet()
    two.window.projects.close()  # as with the window: what is undone now is not undone in it
    two.session.undo()
    two.quiet()
    assert verdicts(two) != decided
    two.drop(files([path]))
    two.quiet()
    assert verdicts(two) == decided
    assert leaving_of(two.session.recorded, "erdwerk gmbh") == "no"


def test_one_answer_per_supplier_and_none_leaves_nothing() -> None:
    recorded = with_leaving(with_leaving(None, "A GmbH", "yes"), "a gmbh", "some")
    assert recorded is not None
    assert len(recorded.facts) == 1
    assert leaving_of(recorded, "A GMBH") == "some"
    assert leaving_of(recorded, "B") is None
    assert with_leaving(recorded, "A GmbH", None) is None
