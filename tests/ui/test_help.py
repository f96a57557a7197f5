"""Help stands inside the window: the method, the words, and the licences of what is built in."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.paths import program_version
from desktop_app.ui.components import components
from desktop_app.ui.help_page import HelpPage
from tests.ui.driving import Driver
from tests.ui.test_accessibility import cut, nameless

ROOT = Path(__file__).parents[2]


def page_of(driver: Driver) -> HelpPage:
    page = driver.window.above.help_pages.page
    assert page is not None
    assert driver.window.pages.currentWidget() is page
    return page


def test_each_page_of_help_is_one_choice_of_the_menu_away(driver: Driver) -> None:
    for name, expected in (
        ("method", "A fact that is missing never counts as a no"),
        ("words", "the day the goods clear export"),
        ("about", "GNU LGPL, version 3"),
    ):
        driver.window.menus.actions[name].trigger()
        driver.quiet()
        page = page_of(driver)
        assert any(expected in said for said in page.texts()), name
        assert page.list.hasFocus()
        assert not any(made.isChecked() for made in driver.window.rail.buttons.values())
        assert cut(page) == []
        assert nameless(page) == []
    assert f"Lodestone {program_version()}" in page.texts()
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.pages.currentWidget() is driver.window.files
    assert driver.window.rail.buttons["files"].isChecked()


def test_every_library_the_program_needs_is_named_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = (ROOT / "resources" / "components.csv").read_text(encoding="utf-8").casefold()
    for needed in project["dependencies"]:
        name = re.split(r"[><=; ]", needed)[0]
        assert f",{name.casefold()}," in listed, name
    assert all(made.licence and made.home for made in components())


def test_a_program_without_metadata_still_names_what_it_is_built_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert {"Qt for Python (PySide6)", "NumPy"} <= {made.name for made in components()}
