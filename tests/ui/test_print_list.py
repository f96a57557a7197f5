"""Ctrl+P on a list prints it as it stands: the rows found, in their order, under their headings."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog

from tests.ui.driving import Driver
from tests.ui.test_report_stage import text_of


def print_list(driver: Driver) -> str:
    """Presses the keys, waits for the printer's window, and gives the text of the pages."""
    window = driver.window
    driver.ctrl(Qt.Key.Key_P)
    driver.qtbot.waitUntil(lambda: bool(window.findChildren(QPrintDialog)), timeout=60_000)
    for dialog in window.findChildren(QPrintDialog):
        dialog.close()
        dialog.deleteLater()
    driver.quiet()
    assert window.stage == "report"
    assert window.report.kind.currentText() == "The list as it stands"
    assert window.report.document is not None
    return text_of(window.report.document)


def shown(driver: Driver) -> list[str]:
    """The first words of every row on show of the list of risks, from top to bottom."""
    view = driver.window.risks.table.view
    column = next(at for at in view.visible_columns() if view.shown.data_shown is not None
                  and view.shown.data_shown.columns[at].id == "description")  # fmt: skip
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def bare(text: str) -> str:
    """Without what a broken line brings in: blanks and hyphens."""
    return re.sub(r"[\s\u00ad\u002d\ufffe]+", "", text)


def places(text: str, words: list[str]) -> list[int]:
    """Where each text begins on the pages, -1 where it does not stand."""
    flat = bare(text)
    return [flat.find(bare(word)) for word in words]


def test_every_row_of_the_list_stands_on_paper_in_its_order(filled: Driver) -> None:
    filled.window.go_to("risks")
    rows = shown(filled)
    text = print_list(filled)
    found = places(text, rows)
    assert len(rows) > 5
    assert min(found) >= 0
    assert found == sorted(found)
    assert f"{len(rows)} of {len(rows)} rows" in text
    assert "Leaves China on" in text


def test_a_row_that_is_not_looked_for_is_not_printed(filled: Driver) -> None:
    filled.window.go_to("risks")
    before = shown(filled)
    filled.window.risks.table.find_field.setText(before[0])
    filled.quiet()
    rows = shown(filled)
    assert len(rows) < len(before)
    text = print_list(filled)
    assert bare(f"with the text {before[0]}") in bare(text)
    gone = [word for word in before if word not in rows]
    assert max(places(text, gone)) == -1


def test_groups_are_headings_and_the_next_print_follows_the_list(filled: Driver) -> None:
    filled.window.go_to("risks")
    first = print_list(filled)
    filled.back()
    filled.window.go_to("risks")
    filled.window.risks.table.group("supplier")
    filled.quiet()
    second = print_list(filled)
    heads = filled.window.risks.table.view.shown.heads()
    arranged = filled.window.risks.table.view.shown.arranged
    assert arranged is not None
    named = [heads(int(number)) for number in arranged.rows if number < 0]
    assert min(places(second, named)) >= 0
    assert max(places(first, named)) == -1


@pytest.mark.parametrize("kind", ["management", "list"])
def test_only_the_list_has_the_words_of_the_screen(filled: Driver, kind: str) -> None:
    filled.window.go_to("report")
    filled.window.report.choose_kind(kind)
    filled.quiet()
    assert filled.window.report.language.isEnabled() == (kind != "list")
