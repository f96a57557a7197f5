"""Every text of the window in every language, with room for the longest."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QWidget,
)

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import Message
from desktop_app.project.opening import user_name
from desktop_app.ui.narrow import Middle
from desktop_app.ui.questions_sent import remember_sent
from desktop_app.ui.rail import STAGES
from tests.ui.driving import Driver
from tests.ui.test_accessibility import cut

MARK = "\u2039"
"""Every text of the pseudo-language begins with it."""


def longer(text: str) -> str:
    """The text 40 % longer, in words, so that lines can break where they could before."""
    extra, words = round(len(text) * 0.4), ""
    while len(words) < extra:
        words += " längere"
    return f"{MARK}{text}{words[:extra]}"


@pytest.fixture
def pseudo(filled: Driver) -> Iterator[Driver]:
    """The window in a language whose texts are marked and longer than any real one."""
    say, depth = Catalogue.say, [0]

    def said(catalogue: Catalogue, message: Message) -> str:
        """A message inside another one is not made longer by itself."""
        depth[0] += 1
        try:
            words = say(catalogue, message)
        finally:
            depth[0] -= 1
        return words if depth[0] else longer(words)

    with patch.object(Catalogue, "say", said):
        filled.window.language_wanted.emit("de")
        filled.quiet()
        yield filled


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000)])
@pytest.mark.parametrize("stage", STAGES)
def test_longer_words_are_not_cut(pseudo: Driver, stage: str, size: tuple[int, int]) -> None:
    pseudo.window.resize(*size)
    pseudo.window.go_to(stage)
    pseudo.quiet()
    if stage == "risks":
        pseudo.window.risks.open_why()
        pseudo.quiet()
    assert cut(pseudo.window, may_end_in_dots=True) == []
    assert pseudo.window.width() == size[0]


@pytest.mark.parametrize("stage", STAGES)
def test_longer_words_still_fit_a_small_screen(pseudo: Driver, stage: str) -> None:
    pseudo.window.go_to(stage)
    pseudo.quiet()
    middle = pseudo.window.findChild(Middle)
    assert middle is not None
    assert middle.minimumSizeHint().width() <= 1160


def unmarked(root: QWidget) -> list[str]:
    """Buttons, headings and choices that did not go through the catalogue."""
    shown: list[str] = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton):
            shown.append(widget.text())
        if isinstance(widget, QLabel) and widget.property("tone") in ("title", "lead", "heading"):
            shown.append(widget.text())
        if isinstance(widget, QComboBox):
            shown += [widget.itemText(at) for at in range(widget.count())]
        shown += [widget.accessibleName(), widget.toolTip()]
    return [text for text in shown if any(c.isalpha() for c in text) and MARK not in text]


def own_texts(driver: Driver) -> set[str]:
    """Names that are no words of ours: of files, parts, countries, languages, the program."""
    box = driver.window.question.destination
    result = driver.session.result
    assert result is not None
    parts = result.assessment.parts.frame
    return {
        *(box.itemText(at) for at in range(box.count())),
        *LANGUAGES.values(),
        *(file.path for file in driver.session.files),
        *parts["description"].dropna(), *parts["part_number"].dropna(), *parts["supplier"].dropna(),
        "Dy", "Sm",
    }  # fmt: skip


@pytest.mark.parametrize("stage", STAGES)
def test_no_text_of_the_window_passes_the_catalogue_by(pseudo: Driver, stage: str) -> None:
    pseudo.window.go_to(stage)
    pseudo.quiet()
    if stage == "risks":
        pseudo.window.risks.open_why()
        pseudo.quiet()
    own = own_texts(pseudo)
    found = [text for text in unmarked(pseudo.window) if text not in own]
    assert [text for text in found if not any(name in text for name in own if len(name) > 3)] == []


def test_pages_of_what_is_kept_pass_the_catalogue_and_cut_no_longer_word(pseudo: Driver) -> None:
    window = pseudo.window
    window.resize(1280, 720)
    window.session.record_leaving("Nordmagnet", "no")
    pseudo.quiet()
    remember_sent(window.session, ("Brandt Antriebe GmbH",))
    for name in ("recorded", "waiting", "listed"):
        window.menus.actions[name].trigger()
        pseudo.quiet()
        page = getattr(window.above.kept_pages, name)
        for row in range(min(3, page.list.count())):
            page.list.setCurrentRow(row)
            QApplication.processEvents()
            assert cut(page) == []
            own = {*own_texts(pseudo), "Nordmagnet", page.entries[row].words, user_name()}
            found = [t for t in unmarked(page) if not any(o in t for o in own if len(o) > 2)]
            assert found == []


def test_menus_and_windows_above_pass_through_the_catalogue(pseudo: Driver) -> None:
    window = pseudo.window
    assert all(MARK in action.text() for action in window.menus.actions.values())
    for opens in (window.above.keys, window.above.offline, window.above.ask, window.above.commands):
        opens()
        shown = [d for d in window.findChildren(QDialog) if d.isVisible()]
        labels = [made.text() for made in shown[-1].findChildren(QLabel) if made.text()]
        assert MARK in shown[-1].windowTitle()
        assert any(MARK in text for text in labels)
        shown[-1].close()
        pseudo.qtbot.waitUntil(lambda: not window.findChildren(QDialog))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_window_changes_its_language_while_it_runs(filled: Driver, language: str) -> None:
    filled.window.language_wanted.emit(language)
    filled.quiet()
    catalogue = Catalogue(language)
    assert filled.window.settings.now.language == language
    assert filled.window.rail.buttons["risks"].text() == catalogue.text("Risks")
    assert filled.window.question.labels["scenario"].text() == catalogue.text("Law")
    result = filled.session.result
    assert result is not None
    assert filled.window.risks.answer.text() == result.answer[0]
    assert result.risks.column("run_out").title == catalogue.text("Runs out on")
