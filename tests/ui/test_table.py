"""The table: order, filter and words by value; the view keeps the part, not the row."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.ui import table_data, table_view
from desktop_app.ui.table_data import Arrangement, Column, TableData, arrange
from desktop_app.ui.table_model import TableModel
from desktop_app.ui.table_view import TableView
from desktop_app.ui.widgets import tip
from tests.ui.driving import Driver, words_of


def table(names: Sequence[str], amounts: Sequence[int | None], groups: Sequence[str]) -> TableData:
    """One row per name; amounts sort by value, None last."""
    rows = np.arange(len(names), dtype=np.int32)
    return TableData(
        (
            Column("name", "Name", list(names), rows),
            Column("amount", "Amount", ["" if a is None else str(a) for a in amounts], rows,
                   keys=list(amounts), right=True),
        ),
        rows.astype(np.int64),
        (tuple(groups), rows),
        ("name",),
        ("name", "amount"),
    )  # fmt: skip


SMALL = table(["b", "a", "C", "a"], [10, None, 9, 100], ["x", "y", "x", "y"])


def rows(data: TableData, **wanted: Any) -> list[int]:
    return [int(row) for row in arrange(data, Arrangement(**wanted))]


def test_without_sorting_the_order_is_the_given_one() -> None:
    assert rows(SMALL) == [0, 1, 2, 3]


def test_words_sort_without_case_and_equal_ones_keep_their_order() -> None:
    assert rows(SMALL, sort_by="name") == [1, 3, 0, 2]
    assert rows(SMALL, sort_by="name", descending=True) == [2, 0, 1, 3]


def test_amounts_sort_by_value_and_missing_ones_come_last_both_ways() -> None:
    assert rows(SMALL, sort_by="amount") == [2, 0, 3, 1]
    assert rows(SMALL, sort_by="amount", descending=True) == [3, 0, 2, 1]


def test_a_group_and_words_filter_together() -> None:
    assert rows(SMALL, group="x") == [0, 2]
    assert rows(SMALL, group="y", needle="A") == [1, 3]
    assert rows(SMALL, needle="a b") == []


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    made = TableView()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_the_model_is_a_proper_model(qtmodeltester: ModelTester) -> None:
    model = TableModel()
    model.show(SMALL, SMALL.order)
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    model.arrange(arrange(SMALL, Arrangement(sort_by="name")))
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_what_is_held_follows_its_part_through_sorting() -> None:
    model = TableModel()
    model.show(SMALL, SMALL.order)
    held = QPersistentModelIndex(model.index(3, 1))
    model.arrange(arrange(SMALL, Arrangement(sort_by="amount", descending=True)))
    assert held.row() == 0
    assert held.data() == "100"
    model.arrange(arrange(SMALL, Arrangement(group="x")))
    assert not held.isValid()


def test_the_selected_part_stays_selected_through_sorting(view: TableView) -> None:
    view.show_data(SMALL, SMALL.order)
    view.choose(2)
    view.rearrange(arrange(SMALL, Arrangement(sort_by="name")))
    assert view.chosen_part() == 2
    assert [index.row() for index in view.selectionModel().selectedRows()] == [3]


def test_selected_rows_are_copied_as_a_table_of_words(view: TableView) -> None:
    data = table(["=1+1", "tab\there", "x"], [1, 2, None], ["a", "a", "a"])
    view.show_data(data, data.order)
    view.selectAll()
    lines = view.copied_text().splitlines()
    assert lines == ["Name\tAmount", "'=1+1\t1", "tab here\t2", "x\t"]


def test_the_part_under_the_cursor_keeps_its_place_when_a_filter_goes(view: TableView) -> None:
    """The bar still ended where the few rows before had ended, and the list stood somewhere else."""
    data = long_table(2_000)
    view.show_data(data, data.order)
    few = np.arange(0, 2_000, 50, dtype=np.int64)
    view.rearrange(few)
    view.choose(int(few[-1]))
    top = view.visualRect(view.currentIndex()).top()
    view.rearrange(data.order)
    assert view.chosen_part() == few[-1]
    assert view.visualRect(view.currentIndex()).top() == top
    view.rearrange(few)
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())


def test_ctrl_c_copies(view: TableView, qtbot: QtBot) -> None:
    view.show_data(SMALL, SMALL.order)
    view.selectionModel().setCurrentIndex(
        view.shown.index(1, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    assert QGuiApplication.clipboard().text() == "Name\tAmount\na\t\n"


@pytest.mark.parametrize("kinds", [1, 7, 900])
def test_long_columns_are_sorted_in_runs_as_in_one_go(
    kinds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Equal words keep their order, also where a run begins among them."""
    monkeypatch.setattr(table_data, "RUN", 40)
    keys = [f"word {at * 7919 % kinds}" for at in range(1_000)]
    places = [at for at in range(1_000) if at % 3]
    assert table_data.sorted_in_runs(places, keys) == sorted(places, key=keys.__getitem__)


def test_rows_selected_in_pieces_are_copied_from_top_to_bottom_and_once(view: TableView) -> None:
    data = table([str(at) for at in range(9)], [None] * 9, ["a"] * 9)
    view.show_data(data, data.order)
    flags = QItemSelectionModel.SelectionFlag
    for first, last in ((6, 7), (0, 1), (1, 2), (7, 7)):
        piece = QItemSelection(view.shown.index(first, 0), view.shown.index(last, 1))
        view.selectionModel().select(piece, flags.Select)
    assert [line.split("\t")[0] for line in view.copied_text().splitlines()] == [
        "Name", "0", "1", "2", "6", "7",
    ]  # fmt: skip
    assert view.selected_parts() == [0, 1, 2, 6, 7]


def test_what_was_copied_is_said_and_that_it_was_not_all(
    filled: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = filled.window.status.words
    filled.risks.setFocus()
    filled.risks.selectAll()
    filled.ctrl(Qt.Key.Key_C)
    assert words.text() == "16 rows are on the clipboard."
    monkeypatch.setattr(table_view, "MOST_COPIED", 5)
    filled.ctrl(Qt.Key.Key_C)
    assert words.text() == (
        "Only the first 5 of 16 rows are on the clipboard. Save the tables as Excel to have them all."
    )
    assert len(QGuiApplication.clipboard().text().splitlines()) == 6


def test_a_screen_reader_hears_the_row_and_each_cell_with_its_heading(view: TableView) -> None:
    view.show_data(SMALL, SMALL.order)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert view.shown.data(view.shown.index(0, 0), spoken) == "b, 10"
    assert view.shown.data(view.shown.index(0, 1), spoken) == "Amount: 10"


def test_room_goes_to_the_columns_whose_words_need_it(view: TableView) -> None:
    """A wide short column takes nothing from a long text beside it, and no row in sight is cut while
    another column has more than it needs."""
    text = "Arc magnet segment 42SH, Zn + parylene, 32x14x4"
    of = np.zeros(3, dtype=np.int32)
    data = TableData(
        (
            Column("state", "State", ["needed"], of, width=60, most=200),
            Column("long", "Text", [text], of, width=60, grows=1),
            Column("short", "Maker", ["Hanlin"], of, width=60, grows=3),
        ),
        np.arange(3, dtype=np.int64),
        (("x",), of),
        ("long",),
        ("state", "long", "short"),
    )  # fmt: skip
    view.show_data(data, data.order)
    needed = view.fontMetrics().horizontalAdvance(text)
    assert view.columnWidth(1) > needed
    assert view.columnWidth(0) < view.columnWidth(1)
    assert sum(view.columnWidth(at) for at in range(3)) <= view.viewport().width()
    view.resize(needed + 150, 300)
    view.widths.fit()
    assert view.columnWidth(1) > view.columnWidth(0) + view.columnWidth(2)


def test_no_column_is_widened_for_words_that_it_cuts_all_the_same(view: TableView) -> None:
    """A state that is too long for its bound took the room of the texts beside it and stayed cut."""
    words = ["needed"] * 5 + ["needed, by the grade of the magnet and by nothing else"]
    data = TableData(
        (
            Column("state", "State", words, np.arange(6, dtype=np.int32), width=60, most=200),
            Column("long", "Text", ["x" * 90], np.zeros(6, dtype=np.int32), width=60, grows=1),
        ),
        np.arange(6, dtype=np.int64),
        (("x",), np.zeros(6, dtype=np.int32)),
        ("long",),
        ("state", "long"),
    )  # fmt: skip
    view.show_data(data, data.order)
    assert view.fontMetrics().horizontalAdvance("needed, …") < view.columnWidth(0) < 130
    mostly_long = TableData(
        (replace(data.columns[0], words=[words[5]] * 6), data.columns[1]),
        data.order, data.groups, ("long",), ("state", "long"),
    )  # fmt: skip
    view.resize(1200, 300)
    view.show_data(mostly_long, data.order)
    assert view.columnWidth(0) == 200


@pytest.mark.parametrize("width", [500, 700, 900, 1100, 1500])
def test_columns_fill_the_width_and_are_never_wider(filled: Driver, width: int) -> None:
    view = filled.risks
    filled.window.resize(width + 400, 800)
    filled.quiet()
    header = view.horizontalHeader()
    shown = [at for at in range(header.count()) if not view.isColumnHidden(at)]
    assert sum(view.columnWidth(at) for at in shown) <= view.viewport().width()
    data = view.shown.data_shown
    assert data is not None
    names = {data.columns[at].id for at in shown}
    assert {"verdict", "part_number", "run_out", "action"} <= names


def test_columns_fall_away_value_first_then_elements_then_supplier(filled: Driver) -> None:
    view, seen = filled.risks, []
    data = view.shown.data_shown
    assert data is not None
    for width in range(1800, 880, -40):
        filled.window.resize(width, 760)
        filled.quiet()
        hidden = [
            c.id for at, c in enumerate(data.columns) if view.isColumnHidden(at) and not c.is_spare
        ]
        seen += [name for name in hidden if name not in seen]
    assert seen == ["value", "elements", "supplier"]


def test_a_header_sorts_up_down_and_back(filled: Driver) -> None:
    view = filled.risks
    data = view.shown.data_shown
    assert data is not None
    at = [column.id for column in data.columns].index("supplier")
    first = filled.column("supplier")
    view.horizontalHeader().sectionClicked.emit(at)
    assert filled.column("supplier") == sorted(first, key=str.casefold)
    view.horizontalHeader().sectionClicked.emit(at)
    assert filled.column("supplier") == sorted(first, key=str.casefold, reverse=True)
    view.horizontalHeader().sectionClicked.emit(at)
    assert filled.column("supplier") == first


def test_the_columns_stand_in_the_order_a_purchaser_reads(filled: Driver) -> None:
    data = filled.risks.shown.data_shown
    assert data is not None
    assert [column.title for column in data.columns if not column.is_spare] == [
        "Licence", "Part", "Description", "Supplier", "Elements", "Runs out on", "Value at risk",
        "Next action",
    ]  # fmt: skip


def test_run_out_dates_sort_by_day_and_missing_ones_come_last(filled: Driver) -> None:
    view = filled.risks
    data = view.shown.data_shown
    assert data is not None
    at = [column.id for column in data.columns].index("run_out")
    for _ in range(2):
        view.horizontalHeader().sectionClicked.emit(at)
    days = words_of(view, "run_out")
    assert days[0].startswith("13 Mar 2027")
    assert days[-1] == ""


def test_money_says_whether_it_is_margin_and_keeps_two_figures(filled: Driver) -> None:
    assert filled.column("value")[0] == "740,000 EUR"


def test_a_column_without_a_word_is_not_shown(view: TableView) -> None:
    data = table(["a", "b"], [None, None], ["x", "x"])
    view.show_data(data, data.order)
    assert not view.isColumnHidden(0)
    assert view.isColumnHidden(1)


def long_table(count: int) -> TableData:
    return table([f"part {n}" for n in range(count)], list(range(count)), ["x"] * count)


def test_all_rows_of_a_long_list_stay_selected_through_sorting(view: TableView) -> None:
    data = long_table(2000)
    view.show_data(data, data.order)
    view.selectAll()
    view.rearrange(arrange(data, Arrangement(sort_by="amount", descending=True)))
    assert len(view.selectionModel().selectedRows()) == 2000


def test_of_a_few_selected_rows_each_is_followed(view: TableView) -> None:
    data = long_table(2000)
    view.show_data(data, data.order)
    for part_id in (7, 1500):
        view.selectionModel().select(
            view.shown.index(part_id, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    view.rearrange(arrange(data, Arrangement(sort_by="amount", descending=True)))
    rows = {index.row() for index in view.selectionModel().selectedRows()}
    assert {1999 - 7, 1999 - 1500} <= rows


def test_the_header_never_looks_at_the_selection_of_the_list(view: TableView) -> None:
    """It would ask every cell of a selected column at each paint: seconds on a long list."""
    data = long_table(10)
    view.show_data(data, data.order)
    view.selectAll()
    own = view.horizontalHeader().selectionModel()
    assert own is not view.selectionModel()
    assert not own.hasSelection()


def test_markup_in_a_list_is_words_under_the_mouse_too(view: TableView) -> None:
    """Qt would show <b> as bold, and what stands between <!-- and --> not at all."""
    words = "<b>NdFeB</b> <!-- Sm2Co17 -->\n<i>magnet & yoke</i>"
    data = TableData((Column("x", "X", [words], np.zeros(1, np.int32)),), np.arange(1))
    view.show_data(data, data.order)
    document = QTextDocument()
    for shown, said in (
        (view.shown.index(0, 0).data(Qt.ItemDataRole.ToolTipRole), words),
        (tip("a &lt;b&gt; c"), "a &lt;b&gt; c"),
    ):
        document.setHtml(shown)
        assert document.toPlainText() == said
    assert tip("Magnet & yoke\nN42") == "Magnet & yoke\nN42"
