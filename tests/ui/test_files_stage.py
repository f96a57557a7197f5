"""Files: what to bring, one card per file, every row accounted for, broken files with their remedy."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from desktop_app.model.sources import RowCounts, SourceFile
from desktop_app.ui.desk import AT_ONCE
from desktop_app.ui.file_card import letters, reconciled
from tests.ui.driving import Driver, files


def texts(widget: object) -> list[str]:
    assert hasattr(widget, "findChildren")
    return [made.text() for made in widget.findChildren(QLabel)]


def test_before_the_first_file_it_says_where_lists_go_and_what_to_bring(driver: Driver) -> None:
    files = driver.window.files
    assert files.zone.isVisible()
    assert files.zone.words.text() == "Drop your parts lists here"
    assert files.zone.open.text() == "Open files..."
    assert files.zone.sample.text() == "Try the sample"
    said = texts(files.bring)
    assert said[0] == "What to bring"
    assert "Parts list (required)" in said
    assert any("MB52" in words for words in said)


def test_a_card_accounts_for_every_row(filled: Driver) -> None:
    filled.window.go_to("files")
    card = filled.desk.cards[0]
    assert "11 rows read = 8 parts + 1 duplicate + 1 total + 1 blank" in texts(card)


def test_a_card_names_problems_with_sheet_and_cell(filled: Driver) -> None:
    said = texts(filled.desk.cards[1])
    at = said.index("Material › D6")
    assert said[at + 1] == "The cell holds #REF!; the origin is unknown."


def test_a_refused_file_stays_as_a_card_with_its_reason_and_remedy(filled: Driver) -> None:
    said = texts(filled.desk.cards[3])
    assert said[0] == "Altbestand.xls"
    assert "Altbestand.xls is locked with a password." in said
    assert "Open it in Excel, remove the password, and drop it again." in said


def test_a_refused_file_is_marked_in_the_rail_and_said_in_a_strip(filled: Driver) -> None:
    assert filled.window.rail.buttons["files"].count.awaited
    assert filled.window.strip.words.text() == "1 file could not be read; the others were."
    filled.click(filled.window.strip.action)
    assert filled.window.stage == "files"


def test_what_was_brought_is_ticked_with_its_rows(filled: Driver) -> None:
    ticks = [tick.is_there for tick, *_ in filled.desk.bring.lines]
    assert ticks == [True, True, False, False]
    assert any(words.startswith("16 rows: shows") for words in texts(filled.desk.bring))


def test_a_file_can_be_taken_off_and_its_parts_with_it(filled: Driver) -> None:
    filled.desk.cards[3].remove_wanted.emit("Altbestand.xls")
    filled.quiet()
    assert len(filled.session.files) == 3
    assert len(filled.desk.cards) == 3


@pytest.mark.parametrize(("column", "said"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_called_as_in_a_spreadsheet(column: int, said: str) -> None:
    assert letters(column) == said


def test_rows_of_one_are_said_in_the_singular(driver: Driver) -> None:
    catalogue = driver.window.catalogue
    assert reconciled(RowCounts(1, 1), catalogue) == "1 row read = 1 part"
    assert reconciled(RowCounts(), catalogue) == "0 rows read"


def test_a_drop_of_nothing_but_a_broken_file_says_what_is_wrong_with_it(
    real: Driver, tmp_path: Path
) -> None:
    (tmp_path / "leer.xlsx").write_bytes(b"")
    real.drop(files([tmp_path / "leer.xlsx"]))
    real.qtbot.waitUntil(lambda: len(real.session.files) == 1, timeout=20_000)
    real.quiet()
    assert real.window.strip.words.text() == "The file could not be read; its card says why."
    assert real.window.stage == "files"
    assert real.window.risks.empty.isVisibleTo(real.window.risks)


def test_a_file_that_cannot_be_read_is_in_sight_below_the_others(
    real: Driver, tmp_path: Path
) -> None:
    paths = []
    for number in range(12):
        path = tmp_path / f"list{number:02d}.csv"
        path.write_text(f"Part number;Description\nP-{number};Hexagon screw\n", encoding="utf-8")
        paths.append(path)
    broken = tmp_path / "nothing.xlsx"
    broken.write_bytes(b"")
    real.drop(files([*paths, broken]))
    real.wait_for_result()
    real.window.visit("files")
    card = real.desk.cards[-1]
    assert card.file.problem is not None
    view = real.desk.area.viewport()
    bar = real.desk.area.verticalScrollBar()

    def in_sight() -> bool:
        top = card.mapTo(view, QPoint(0, 0)).y()
        return 0 <= top < view.height() - 20

    real.qtbot.waitUntil(in_sight)
    bar.setValue(0)
    real.window.visit("risks")
    real.window.visit("files")
    real.quiet()
    assert bar.value() == 0, "looked at once, it leaves the page as the user left it"


def _many(driver: Driver, count: int) -> tuple[SourceFile, ...]:
    shown = driver.session.files[0]
    return tuple(replace(shown, path=f"list {number}.xlsx") for number in range(count))


def test_a_hundred_cards_are_made_in_turns_and_in_their_order(filled: Driver) -> None:
    desk, many = filled.desk, _many(filled, 30)
    desk.show_files(many)
    assert len(desk.cards) == AT_ONCE
    filled.qtbot.waitUntil(lambda: len(desk.cards) == len(many))
    assert [card.file for card in desk.cards] == list(many)
    places = [desk.cards_column.indexOf(card) for card in desk.cards]
    assert places == list(range(len(many)))


def test_cards_of_files_that_stay_are_not_made_anew(filled: Driver) -> None:
    desk, many = filled.desk, _many(filled, 12)
    desk.show_files(many)
    filled.qtbot.waitUntil(lambda: len(desk.cards) == len(many))
    before = list(desk.cards)
    desk.show_files((*many[:4], *many[5:]))
    assert desk.cards == [*before[:4], *before[5:]]


def test_other_files_shown_in_between_leave_no_card_of_the_first(filled: Driver) -> None:
    desk, many = filled.desk, _many(filled, 30)
    desk.show_files(many)
    desk.show_files(many[20:])
    filled.qtbot.waitUntil(lambda: len(desk.cards) == 10)
    assert [card.file for card in desk.cards] == list(many[20:])
    assert desk.cards_column.count() == 10
