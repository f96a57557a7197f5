"""Columns, groups, filters and layouts of a table: by value, then in the window by keyboard."""

from datetime import date
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui import filter_popup
from desktop_app.ui.arranged_table import ArrangedTable
from desktop_app.ui.filter_popup import FilterPopup
from desktop_app.ui.table_choosers import ColumnsPopup, LayoutsPopup
from desktop_app.ui.table_data import Arrangement, Column, TableData, arranged
from desktop_app.ui.table_filters import RangeFilter, TextFilter, ValueFilter, values_in
from desktop_app.ui.table_groups import heading
from desktop_app.ui.table_layout import Layout, LayoutsFile
from desktop_app.ui.table_view import TableView
from tests.ui.driving import Driver


def suppliers() -> TableData:
    """Six parts of three suppliers; two words of the column read the same."""
    names = ["Bolt", "magnet N42", "Motor", "Magnet 38SH", "Cable", "magnet ring"]
    amounts = [10.0, None, 30.0, 40.0, 5.0, 30.0]
    return TableData(
        (
            Column("name", "Name", names, np.arange(6, dtype=np.int32)),
            Column("supplier", "Supplier", ["Yao", "Abel", "", "Yao"],
                   np.array([0, 1, 2, 3, 1, 0], np.int32), groups=True),
            Column("amount", "Amount", [str(a or "") for a in amounts],
                   np.arange(6, dtype=np.int32), amounts=amounts, right=True),
        ),
        np.arange(6, dtype=np.int64),
        searched=("name",),
    )  # fmt: skip


DATA = suppliers()


def shown(**wanted: object) -> list[int | str]:
    """Part numbers, and headings by their words."""
    found = arranged(DATA, Arrangement(**wanted))  # type: ignore[arg-type]
    words = DATA.column(found.group_by).words if found.group_by else ()
    return [row if row >= 0 else words[heading(row)] for row in found.rows.tolist()]


def test_groups_stand_in_the_order_of_their_first_rows_and_words_that_read_the_same_are_one() -> (
    None
):
    assert shown(group_by="supplier") == ["Yao", 0, 3, 5, "Abel", 1, 4, "", 2]
    assert shown(group_by="supplier", sort_by="name") == ["Yao", 0, 3, 5, "Abel", 4, 1, "", 2]


def test_a_folded_group_keeps_its_heading_and_its_count() -> None:
    assert shown(group_by="supplier", folded=frozenset({"Yao"})) == ["Yao", "Abel", 1, 4, "", 2]
    found = arranged(DATA, Arrangement(group_by="supplier", folded=frozenset({"Yao", "Abel"})))
    assert found.parts == 6
    assert [found.counts[code] for code in sorted(found.folded)] == [3, 2]


def test_nothing_found_has_no_headings() -> None:
    assert shown(group_by="supplier", needle="zzz") == []


def test_filters_of_columns_go_together() -> None:
    assert shown(filters=(TextFilter("name", "MAGNET"),)) == [1, 3, 5]
    assert shown(filters=(TextFilter("name", "n42 magnet"),)) == [1]
    assert shown(filters=(ValueFilter("supplier", frozenset({"Yao"})),)) == [0, 3, 5]
    assert shown(filters=(ValueFilter("supplier", frozenset({""})),)) == [2]
    both = (TextFilter("name", "magnet"), ValueFilter("supplier", frozenset({"Yao"})))
    assert shown(filters=both, group_by="supplier") == ["Yao", 3, 5]


def test_a_range_holds_both_its_ends_and_nothing_without_an_amount() -> None:
    assert shown(filters=(RangeFilter("amount", 10, 30),)) == [0, 2, 5]
    assert shown(filters=(RangeFilter("amount", low=30),)) == [2, 3, 5]
    assert shown(filters=(RangeFilter("amount", high=10),)) == [0, 4]
    assert shown(filters=(RangeFilter("name", low=0),)) == []


def test_values_are_counted_by_what_they_read_the_most_frequent_first() -> None:
    assert values_in(DATA.column("supplier"), DATA.order) == [("Yao", 3), ("Abel", 2), ("", 1)]


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    made = TableView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def grouped(view: TableView) -> None:
    view.show_data(DATA, arranged(DATA, Arrangement(group_by="supplier")))


def test_a_heading_says_what_and_how_many_and_is_no_part(view: TableView) -> None:
    grouped(view)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert view.shown.data(view.shown.index(0, 0), spoken) == "Yao (3)"
    assert view.shown.part_at(0) is None
    view.selectAll()
    assert view.selected_parts() == [0, 3, 5, 1, 4, 2]
    assert view.copied_text().splitlines()[:3] == [
        "Name\tSupplier\tAmount",
        "Yao (3)\t\t",
        "Bolt\tYao\t10.0",
    ]


def test_a_heading_folds_by_keys_and_by_a_click(view: TableView) -> None:
    told: list[str] = []
    view.heading_toggled.connect(told.append)
    grouped(view)
    view.setCurrentIndex(view.shown.index(0, 0))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert told == ["Yao", "Yao", "Yao"]  # what is open already does not open by Right
    place = view.visualRect(view.shown.index(4, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told[-1] == "Abel"


def test_chosen_columns_stand_in_their_order_and_the_first_ones_stay_when_it_scrolls(
    view: TableView,
) -> None:
    view.show_data(DATA, DATA.order)
    assert not view.frozen.isVisible()
    view.lay_out(("amount", "supplier", "name"), {"name": 500, "supplier": 100, "amount": 90})
    assert view.widths.visible == ("amount", "supplier", "name")
    QApplication.processEvents()
    assert view.horizontalScrollBar().maximum() > 0
    assert view.frozen.isVisible()
    assert view.frozen.width() == 190
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    at = QPoint(5, view.horizontalHeader().height() + 5)
    assert view.childAt(at) is view.frozen.viewport()
    view.lay_out((), {})
    assert view.widths.visible == ("name", "supplier", "amount")
    assert not view.frozen.isVisible()


def test_a_width_that_was_drawn_and_a_heading_that_was_moved_hold(view: TableView) -> None:
    told: list[bool] = []
    view.widths.changed.connect(lambda: told.append(True))
    view.show_data(DATA, DATA.order)
    assert told == []
    view.horizontalHeader().resizeSection(0, 210)
    view.horizontalHeader().moveSection(2, 0)
    assert told == [True, True]
    view.resize(700, 300)
    assert view.columnWidth(0) == 210
    assert view.widths.visible == ("amount", "name", "supplier")


def test_layouts_come_back_from_the_file_and_a_broken_one_is_put_aside(tmp_path: Path) -> None:
    layouts = LayoutsFile(tmp_path)
    kept = Layout(("a", "b"), {"a": 120}, ("b", True), "a")
    layouts.use("risks", kept)
    layouts.keep("risks", "Monday ü", kept)
    again = LayoutsFile(tmp_path)
    assert again.used("risks") == kept
    assert again.names("risks") == ["Monday ü"]
    assert again.names("parts") == []
    again.remove("risks", "Monday ü")
    assert LayoutsFile(tmp_path).names("risks") == []
    again.path.write_text('{"risks": {"used": {"columns": 7, "widths": {"a": -3}, "sort": ["b"]}}}')
    assert LayoutsFile(tmp_path).used("risks") == Layout()
    again.path.write_text("{broken")
    assert LayoutsFile(tmp_path).used("risks") == Layout()
    assert again.path.with_suffix(".unreadable.json").read_text() == "{broken"


def table_of(driver: Driver) -> ArrangedTable:
    return driver.window.risks.table


def test_another_start_has_what_is_to_be_done_first_on_top(filled: Driver) -> None:
    """A heading that was clicked by the way held for good, also where its column is not shown."""
    table, first = table_of(filled), filled.column("part_number")
    layouts = LayoutsFile(filled.window.settings.folder)
    layouts.use("risks", Layout(("supplier", "verdict", "part_number"), {}, ("supplier", False)))
    layouts.keep("risks", "By supplier", layouts.used("risks"))
    table.keep_layouts(LayoutsFile(filled.window.settings.folder), "risks")
    filled.quiet()
    assert filled.risks.widths.visible == ("supplier", "verdict", "part_number")
    assert filled.column("part_number") == first
    assert layouts.named("risks", "By supplier").sort == ("supplier", False)


def test_columns_are_chosen_by_keyboard_and_remembered(filled: Driver) -> None:
    table = table_of(filled)
    table.tools.columns.setFocus()
    filled.key(Qt.Key.Key_Space)
    card = table.popup
    assert isinstance(card, ColumnsPopup)
    card.boxes["family"].setFocus()
    filled.key(Qt.Key.Key_Space)
    assert table.view.widths.visible[-1] == "family"
    filled.key(Qt.Key.Key_Escape)
    assert filled.window.focusWidget() is table.tools.columns
    again = LayoutsFile(filled.window.settings.folder)
    assert again.used("risks").columns[-1] == "family"


def test_a_filter_by_text_and_value_and_day_and_away_again(filled: Driver) -> None:
    table = table_of(filled)
    before = filled.column("part_number")
    table.choose_filter("run_out")
    card = table.popup
    assert isinstance(card, FilterPopup)
    card.low.setText("nonsense")
    card._apply()
    assert card.low.property("wrong")
    card.low.setText("2027-03-01")
    card._apply()
    data = table.data
    assert data is not None
    column = data.column("run_out")
    ordinals = [(column.amounts or [])[column.of[part]] for part in table.view.shown.arranged.rows]  # type: ignore[union-attr]
    assert ordinals
    assert all(day is not None and day >= date(2027, 3, 1).toordinal() for day in ordinals)
    assert len(ordinals) < len(before)
    table.choose_filter("supplier")
    card = table.popup
    assert isinstance(card, FilterPopup)
    filled.quiet()
    word = str(card.values.item(0).data(Qt.ItemDataRole.UserRole))
    card.values.item(0).setCheckState(Qt.CheckState.Checked)
    filled.key(Qt.Key.Key_Return)
    assert set(filled.column("supplier")) == {word}
    for chip in list(table.tools.active):
        filled.click(chip)
    assert filled.column("part_number") == before


def test_grouping_and_a_named_layout_come_back(filled: Driver) -> None:
    table = table_of(filled)
    menu = table.tools.groups_menu()
    next(action for action in menu.actions() if action.text() == "Supplier").trigger()
    assert table.view.shown.is_heading(0)
    table.choose_layout()
    card = table.popup
    assert isinstance(card, LayoutsPopup)
    card.field.setText("  By   supplier ")
    filled.key(Qt.Key.Key_Return)
    table.group(None)
    assert not table.view.shown.is_heading(0)
    table.choose_layout()
    card = table.popup
    assert isinstance(card, LayoutsPopup)
    card.wanted.emit("By supplier")
    assert table.view.shown.is_heading(0)
    card.leave()


def test_many_rows_are_decided_at_once_and_undone_as_one_step(filled: Driver) -> None:
    table, actions = table_of(filled), filled.window.risks.part_actions
    table.view.selectAll()
    menu = actions.menu_of(table.view.selected_parts())
    words = [action.text() for action in menu.actions()]
    assert not any(word == "Why?" for word in words)
    suppliers = actions.suppliers(table.view.selected_parts())
    assert len(suppliers) > 1
    assert any(str(len(suppliers)) in word and "leave China?" in word for word in words)
    actions.record(suppliers, "no")
    filled.wait_for_result()
    recorded = filled.session.recorded
    assert recorded is not None
    assert len(recorded.facts) == len(suppliers)
    filled.session.undo()
    filled.wait_for_result()
    assert filled.session.recorded is None


def test_an_end_of_a_range_is_shown_as_it_was_typed(filled: Driver) -> None:
    """Rounded, the next filter of the column would be another one."""
    table = table_of(filled)
    table.filter_column("value", (RangeFilter("value", 0.25, 740_000.5),))
    table.choose_filter("value")
    card = table.popup
    assert isinstance(card, FilterPopup)
    assert (card.low.text(), card.high.text()) == ("0.25", "740,000.5")
    card.leave()


def test_a_rare_value_that_is_filtered_by_stays_ticked(
    filled: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another filter of the column took it away: rare values are not listed, and none is listed while
    they are counted."""
    monkeypatch.setattr(filter_popup, "MOST_VALUES", 1)
    table = table_of(filled)
    rare = ValueFilter("supplier", frozenset({filled.column("supplier")[-1]}))
    table.filter_column("supplier", (rare,))
    rows = filled.column("part_number")
    for waits in (False, True):
        table.choose_filter("supplier")
        card = table.popup
        assert isinstance(card, FilterPopup)
        if waits:
            filled.quiet()
            assert card.values.count() == 2
        card._apply()
        filled.quiet()
        assert filled.column("part_number") == rows


def test_the_menu_of_one_row_filters_by_its_cell(filled: Driver) -> None:
    table, actions = table_of(filled), filled.window.risks.part_actions
    data = table.data
    assert data is not None
    at = [column.id for column in data.columns].index("supplier")
    table.view.selectRow(0)
    table.view.setCurrentIndex(table.view.shown.index(0, at))
    word = table.view.shown.text_at(0, at)
    menu = actions.menu_of(table.view.selected_parts())
    next(a for a in menu.actions() if a.text() == f"Only Supplier: {word}").trigger()
    assert set(filled.column("supplier")) == {word}


def test_a_long_name_with_an_ampersand_stands_in_the_menu_as_it_is(filled: Driver) -> None:
    """R&D GmbH was RD GmbH, and a long description wider than the screen."""
    table, actions = table_of(filled), filled.window.risks.part_actions
    table.view.selectRow(0)
    chosen = table.view.selected_parts()
    with patch.object(type(actions), "suppliers", return_value=["R&D\tGmbH"]):
        last = actions.menu_of(chosen).actions()[-1]
    assert last.text() == "Do deliveries of R&&D GmbH leave China?"
    with patch.object(type(actions), "suppliers", return_value=["Magnet " * 400]):
        last = actions.menu_of(chosen).actions()[-1]
    assert len(last.text()) < 100
