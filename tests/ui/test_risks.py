"""Risks: the answer, counts that filter, the picture of what runs out first, the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.ui.run_out_view import LINE
from tests.ui.driving import Driver


def test_the_answer_is_one_sentence_and_what_runs_out_first(filled: Driver) -> None:
    risks = filled.window.risks
    assert risks.answer.text() == "3 parts need a licence; 2 of them have none on the way."
    assert risks.second.text().startswith("First of these to run out: Segment magnet 42SH")
    assert risks.answer.fontInfo().pixelSize() == 20


@pytest.mark.parametrize(
    ("group", "count", "words"),
    [
        ("needed", 3, "needed"),
        ("part", 2, "not verified: part"),
        ("law", 3, "not verified: law"),
        ("suspended", 1, "suspended"),
        ("recognition", 2, "not screened"),
        ("not_needed", 5, "not covered"),
    ],
)
def test_a_count_filters_the_list(filled: Driver, group: str, count: int, words: str) -> None:
    chip = filled.window.risks.chips[group]
    filled.click(chip)
    shown = filled.column("verdict")
    assert chip.number == str(count)
    assert len(shown) == count
    assert all(verdict.startswith(words) for verdict in shown)
    filled.click(chip)
    assert len(filled.column("verdict")) == 16


def test_one_count_filters_at_a_time(filled: Driver) -> None:
    chips = filled.window.risks.chips
    filled.click(chips["needed"])
    filled.click(chips["law"])
    assert not chips["needed"].isChecked()
    assert len(filled.column("verdict")) == 3


def test_counts_and_filter_reach_the_picture_too(filled: Driver) -> None:
    picture = filled.window.risks.picture
    assert picture.isVisible()
    assert len(picture.lines.shown) == 4
    filled.click(filled.window.risks.chips["needed"])
    assert len(picture.lines.shown) == 3
    filled.click(filled.window.risks.chips["suspended"])
    assert not picture.isVisible()


def test_the_picture_shows_the_first_to_run_out_on_top_with_its_gap(filled: Driver) -> None:
    lines = filled.window.risks.picture.lines
    first = lines.line_at(0)
    assert first.label == "Segment magnet 42SH 40 x 20 x 8 mm"
    assert (first.run_out, first.gap) == ("14 Jan 2027", "61 days")
    spoken = lines.data(lines.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Segment magnet 42SH 40 x 20 x 8 mm runs out on 14 Jan 2027; the gap until relief is 61 days"
    )


def test_a_line_of_the_picture_leads_to_its_part(filled: Driver) -> None:
    picture = filled.window.risks.picture
    filled.risks.choose(9)
    box = picture.list.visualRect(picture.lines.index(1))
    QTest.mouseClick(picture.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert filled.risks.chosen_part() == 1
    picture.list.setFocus()
    filled.key(Qt.Key.Key_Return)
    filled.quiet()
    assert filled.window.risks.why.isVisible()


def test_the_picture_can_be_hidden_and_stays_so(filled: Driver) -> None:
    filled.click(filled.window.risks.picture_button)
    assert not filled.window.risks.picture.isVisible()
    assert not filled.window.settings.now.shows_picture
    filled.ctrl(Qt.Key.Key_G)
    assert filled.window.risks.picture.isVisible()


def test_finding_narrows_the_list_and_esc_gives_it_back(filled: Driver) -> None:
    filled.ctrl(Qt.Key.Key_F)
    find = filled.window.risks.table.find_field
    assert find.hasFocus()
    QTest.keyClicks(find, "huaning mag")
    assert filled.column("supplier") == ["Ningbo Huaning Magnetics"] * 2
    assert filled.window.risks.table.found.text() == "2 of 16 rows"
    QTest.keyClick(find, Qt.Key.Key_Escape)
    assert len(filled.column("supplier")) == 16
    assert filled.risks.hasFocus()


def test_when_nothing_matches_the_list_says_so(filled: Driver) -> None:
    filled.ctrl(Qt.Key.Key_F)
    QTest.keyClicks(filled.window.risks.table.find_field, "zzz")
    assert filled.window.risks.table.nothing.isVisible()
    assert filled.window.risks.table.nothing.text() == "Nothing here matches."


def test_texts_from_files_stay_text(filled: Driver) -> None:
    assert "Hexagon screw M6 x 20 <b>zinc</b> & wax" in filled.column("description")


@pytest.mark.parametrize("height", [660, 720, 800, 1000])
def test_the_picture_shows_whole_lines_where_it_is_seen_first(driver: Driver, height: int) -> None:
    """In German the legend takes two lines in the width that the page has before it is seen."""
    window = driver.window
    window.resize(1280, height)
    window.language_wanted.emit("de")
    driver.quiet()
    driver.drop_small_files()
    assert window.stage == "risks"
    picture = window.risks.picture
    assert picture.isVisible()
    assert (picture.height() - picture.axis.height() - 4) % LINE == 0
