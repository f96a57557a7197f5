"""What contradicts stands side by side with both cells; one of them is taken, named and undone."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.parts import Conflict, FactCell
from desktop_app.project.corrections import lay_corrections
from desktop_app.ui.conflict_lines import choice, conflict_lines
from desktop_app.ui.conflict_view import ConflictView
from desktop_app.ui.why_panel import WhyPanel
from tests.intake.test_answering import bom, form, laid, line, magnet
from tests.ui.driving import Driver, files
from tests.ui.test_accessibility import cut, nameless

ENGLISH = Catalogue("en")
PARTS = """Material;Description;Quantity;Country of Origin
10004711;Segmentmagnet 42SH R20;4;JP
10004712;Segmentmagnet 42SH R32;2;DE
"""
TERMS = """Vendor;Material;Net Price;Currency;Price Unit;Pl. Deliv. Time;Country of Origin
Magnet GmbH;10004711;250;EUR;100;30;CN
Schrauben AG;10004712;2;EUR;100;10;DE
"""


def test_both_cells_are_named_with_file_and_sheet() -> None:
    parts = laid(
        bom(magnet(country_of_origin="DE")),
        form(line(country_of_origin="CN")),
    ).parts
    (found,) = conflict_lines(parts, 0, ENGLISH)
    assert (found.field, found.title) == ("country_of_origin", "Country of origin")
    assert [(side.words, side.place.split(" › ")[0], side.value) for side in found.sides] == [
        ("Germany", "bom.xlsx", "DE"), ("China", "answer1.xlsx", "CN"),
    ]  # fmt: skip
    assert [side.place.split(" › ")[-1] for side in found.sides] == ["D2", "E6"]
    assert found.reason_for(found.sides[1], ENGLISH).endswith(
        f"elsewhere: “Germany” ({found.sides[0].place})"
    )


def test_a_number_is_taken_over_as_a_number() -> None:
    parts = laid(bom(magnet(lead_time_days=90.0)), form(line(lead_time_days=63.0))).parts
    (found,) = conflict_lines(parts, 0, ENGLISH)
    assert [side.value for side in found.sides] == [90.0, 63.0]
    made = choice(parts, parts, 0, (found, found.sides[1]), ENGLISH)
    after, (fit,) = lay_corrections(parts, (made,))
    assert fit.fit == "fits"
    assert after.value(0, "lead_time_days") == 63.0
    assert conflict_lines(after, 0, ENGLISH) == ()


def test_what_is_no_such_fact_can_only_be_typed(qapp: object) -> None:
    cells = (FactCell(0, "S", 2, 1), FactCell(0, "S", 3, 1))
    found = Conflict("lead_time_days", (("soon", cells[0]), ("40", cells[1])))
    parts = replace(bom(magnet()), conflicts={0: (found,)})
    (line_of,) = conflict_lines(parts, 0, ENGLISH)
    assert [side.value for side in line_of.sides] == [None, 40.0]
    with pytest.raises(ValueError, match="soon"):
        choice(parts, parts, 0, (line_of, line_of.sides[0]), ENGLISH)
    view = ConflictView((line_of,), ENGLISH)
    assert list(view.buttons) == [("lead_time_days", 1)]
    assert any(made.text().startswith("To be typed") for made in view.findChildren(QLabel))
    view.deleteLater()


@pytest.fixture
def contradicted(shared_law: None, real: Driver, tmp_path: Path) -> Driver:
    """A list and a purchasing list that disagree about where one part is made."""
    for name, text in (("parts.csv", PARTS), ("terms.csv", TERMS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    real.drop(files([tmp_path / "parts.csv", tmp_path / "terms.csv"]))
    real.wait_for_result()
    return real


def shown(why: WhyPanel) -> ConflictView | None:
    """What the panel shows now."""
    return why.conflicts


def reasons(driver: Driver, part_id: int) -> WhyPanel:
    driver.window.risks.show_part(part_id)
    driver.quiet()
    return driver.window.risks.why


def test_one_statement_is_taken_by_keyboard_and_the_choice_goes_back(contradicted: Driver) -> None:
    why = reasons(contradicted, 0)
    view = shown(why)
    assert view is not None
    assert any("terms.csv › G2" in words.replace("\u200b", "") for words in why.texts())
    assert "Country of origin" in why.texts()
    assert nameless(why) == []
    for width in (1280, 1600):
        contradicted.window.resize(width, 720)
        contradicted.quiet()
        assert cut(why) == []
    use = view.buttons["country_of_origin", 1]
    assert use.accessibleName().startswith("Use this: Country of origin: China, from terms.csv")
    use.setFocus()
    QTest.keyClick(use, Qt.Key.Key_Space)
    contradicted.quiet()
    recorded = contradicted.session.recorded
    (made,) = () if recorded is None else recorded.corrections
    assert (made.field, made.new) == ("country_of_origin", "CN")
    assert "parts.csv" in made.reason
    assert shown(why) is None
    assert why.area.hasFocus()
    assert any(words.startswith("Country of origin: CN in place of") for words in why.texts())
    undo = contradicted.window.menus.actions["undo"]
    assert undo.text() == "&Undo: choosing China as Country of origin"
    undo.trigger()
    contradicted.quiet()
    assert contradicted.session.recorded is None
    assert shown(why) is not None
    why = reasons(contradicted, 1)
    assert shown(why) is None
    assert not any("contradict" in words for words in why.texts())


def test_no_language_makes_it_wider_than_the_panel(qapp: object) -> None:
    """ "Diesen Wert verwenden" twice in a row cut every line of the panel behind 365 points."""
    parts = laid(bom(magnet(country_of_origin="DE")), form(line(country_of_origin="CN"))).parts
    for language in ("de", "fr", "es", "ja"):
        catalogue = Catalogue(language)
        view = ConflictView(conflict_lines(parts, 0, catalogue), catalogue)
        assert view.minimumSizeHint().width() <= 330 - 2 * 17, language
        view.deleteLater()
