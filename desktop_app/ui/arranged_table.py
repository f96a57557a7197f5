"""A table with its find bar and tools: filter, find, sort and group together, off the window's thread
when long."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg, nmsg
from desktop_app.ui.jobs import Job
from desktop_app.ui.keys import with_keys
from desktop_app.ui.session import Session
from desktop_app.ui.table_tools import TableTools
from desktop_app.ui.table_view import TableView
from desktop_app.ui.widgets import button, label, name

if TYPE_CHECKING:
    from desktop_app.report.listed import Listed
    from desktop_app.ui.flow import FlowRow
    from desktop_app.ui.popup import Popup
    from desktop_app.ui.table_data import Arrangement, Column, TableData
    from desktop_app.ui.table_filters import ColumnFilter
    from desktop_app.ui.table_groups import Arranged
    from desktop_app.ui.table_layout import Layout, LayoutsFile

APART, APART_LOW = 6, 3
"""Points between find bar, tools and list; on a low page."""
LONG = 20_000
"""From so many rows on, sorting would be felt; it runs in the background then."""


class ArrangedTable(QWidget):
    """The view, what is looked for, and the order that follows from both."""

    def __init__(self, session: Session, finds_always: bool = False) -> None:
        super().__init__()
        self.session, self.catalogue = session, session.catalogue
        self.finds_always = finds_always
        self.view = TableView()
        self.find_field = QLineEdit()
        self.find_field.setClearButtonEnabled(True)
        self.found = label("small")
        self.close_find = button(self.end_find, "plain")
        self.nothing = label("soft", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.data: TableData | None = None
        self._sort: tuple[str, bool] | None = None
        self._group: str | None = None
        self._filters: tuple[ColumnFilter, ...] = ()
        self._group_by: str | None = None
        self._folded: frozenset[str] = frozenset()
        self._job: Job | None = None
        self._layouts: tuple[LayoutsFile, str] | None = None
        self.popup: Popup | None = None
        self.tools = TableTools(self.catalogue)
        self.tools.hide()
        self.find_bar = self._find_bar()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(APART)
        column.addWidget(self.find_bar)
        column.addWidget(self.tools)
        column.addWidget(self.view, 1)
        over = QStackedLayout(self.view.viewport())
        over.setStackingMode(QStackedLayout.StackingMode.StackAll)
        over.addWidget(self.nothing)
        self.nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.nothing.hide()
        self.view.in_background = session.jobs.start
        self.find_field.textChanged.connect(self._rearrange)
        self.find_field.installEventFilter(self)
        self.view.sort_wanted.connect(self._sorted_by)
        self.view.heading_toggled.connect(self._fold)
        self.view.widths.changed.connect(self._keep_layout)
        self.view.copied.connect(self._say_copied)
        self.tools.columns_wanted.connect(self.choose_columns)
        self.tools.filter_wanted.connect(self.choose_filter)
        self.tools.layouts_wanted.connect(self.choose_layout)
        self.tools.group_wanted.connect(self.group)
        self.tools.filter_removed.connect(lambda column: self.filter_column(column, ()))

    def keep_layouts(self, layouts: "LayoutsFile", table: str) -> None:
        """Gives the table its tools; its layout is kept under a name of its own. Its order is not: on
        another day what is to be done first stands on top again, whatever was sorted by the day before.
        """
        self._layouts = (layouts, table)
        self.tools.show()
        self._take_layout(replace(layouts.used(table), sort=None))

    def lie_close(self, is_low: bool, beside: "FlowRow | None" = None) -> None:
        """A thin heading on a low page; the tools go into the row ``beside``, where there is one."""
        self._column.setSpacing(APART_LOW if is_low else APART)
        self.view.lie_close(is_low)
        if beside is not None and is_low:
            beside.addWidget(self.tools)
        elif beside is not None:
            beside.removeWidget(self.tools)
            self._column.insertWidget(1, self.tools)

    def _find_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.find_field, 1)
        row.addWidget(self.found)
        row.addWidget(self.close_find)
        # Never shown here: a widget that has no place yet would stand on the screen by itself.
        (self.close_find if self.finds_always else bar).hide()
        return bar

    def speak(self, catalogue: Catalogue, what: str) -> None:
        """Words of the find bar; ``what`` names the table for a screen reader."""
        self.catalogue = catalogue
        text = catalogue.text
        self.view.setAccessibleName(what)
        self.find_field.setPlaceholderText(
            with_keys(catalogue, text("Find in this list"), "Ctrl+F")
        )
        name(self.find_field, text("Find in this list"))
        self.close_find.setText(text("Close"))
        name(self.close_find, with_keys(catalogue, text("Close the find bar"), "Esc"))
        self.nothing.setText(text("Nothing here matches."))
        self.tools.speak(catalogue)
        self._say_found()

    def show_data(self, data: "TableData") -> None:
        """Shows other rows under the same filter, text and order."""
        self.data = data
        there = {column.id for column in data.columns}
        if self._sort is not None and self._sort[0] not in there:
            self._sort = None
        if self._group_by not in there:
            self._group_by = None
        self._filters = tuple(made for made in self._filters if made.column in there)
        self._say_tools()
        self._arrange(lambda order: self.view.show_data(data, order))

    def filter_group(self, group: str | None) -> None:
        """Shows one group only, or all."""
        self._group = group
        self._rearrange()

    def group(self, column: str | None) -> None:
        """Puts rows that say the same in a column under one heading; None: no headings."""
        self._group_by, self._folded = column, frozenset()
        self._say_tools()
        self._keep_layout()
        self._rearrange()

    def filter_column(self, column: str, filters: "Sequence[ColumnFilter]") -> None:
        """Filters one column anew; without filters it shows everything again."""
        others = tuple(made for made in self._filters if made.column != column)
        self._filters = (*others, *filters)
        self._say_tools()
        self._rearrange()

    def show_everything(self) -> None:
        """No group of the counts, no text, no filter; headings stay, open."""
        self._group, self._filters, self._folded = None, (), frozenset()
        self.find_field.clear()
        self._say_tools()
        self._rearrange()

    def _fold(self, word: str) -> None:
        self._folded ^= {word}
        self._rearrange()

    def choose_columns(self) -> None:
        """Opens the card with a box per column."""
        if self.data is None:
            return
        from desktop_app.ui.table_choosers import ColumnsPopup

        shown = self.view.widths.visible
        card = ColumnsPopup(self.tools.columns, self.data.columns, shown, self.catalogue)
        card.chosen.connect(self._show_columns)
        self.popup = card
        card.open()

    def _show_columns(self, columns: "tuple[str, ...]") -> None:
        widths = self.view.widths.own if columns else {}
        self.view.lay_out(columns, widths)
        self._keep_layout()

    def choose_filter(self, column: str | None = None) -> None:
        """Opens the card that filters a column."""
        if self.data is None:
            return
        from desktop_app.ui.filter_popup import FilterPopup
        from desktop_app.ui.table_filters import values_in

        order, jobs = self.data.order, self.session.jobs

        def count(column: "Column", done: "Callable[[Any], None]") -> Job:
            return jobs.start(lambda _report: values_in(column, order), done)

        card = FilterPopup(
            self.tools.filter, self.data.columns, self._filters, count, self.catalogue
        )
        card.filtered.connect(lambda found: self.filter_column(*found))
        self.popup = card
        card.open(column)

    def choose_layout(self) -> None:
        """Opens the card with the layouts kept by name."""
        if self._layouts is None:
            return
        from desktop_app.ui.table_choosers import LayoutsPopup

        layouts, table = self._layouts
        card = LayoutsPopup(self.tools.layouts, layouts.names(table), self.catalogue)
        card.wanted.connect(lambda kept: self._take_layout(layouts.named(table, kept)))
        card.kept.connect(lambda kept: layouts.keep(table, kept, self.layout_now()))
        card.removed.connect(lambda kept: layouts.remove(table, kept))
        self.popup = card
        card.open()

    def to_print(self, title: str, group: str = "") -> "Callable[[], Listed] | None":
        """Hands what is on show to the printer, in any thread; None where nothing is.

        ``group``: what the group is called that alone is shown.
        """
        data, found, columns = self.data, self.view.shown.arranged, self.view.visible_columns()
        if data is None or found is None:
            return None
        head, shown = self.view.shown.heads(), self._shown_words(data, found, group)

        def made() -> "Listed":
            from desktop_app.ui.table_print import listed

            return listed(data, found.rows, columns, head, title=title, shown=shown)

        return made

    def _shown_words(self, data: "TableData", found: "Arranged", group: str) -> str:
        """How many rows these are, and what they were chosen and sorted by."""
        text, titles = self.catalogue.text, {column.id: column.title for column in data.columns}
        said = [
            self.catalogue.say(
                nmsg("{shown} of {n} row", "{shown} of {n} rows", len(data), shown=found.parts)
            ),
            group,
        ]
        if self.find_field.text().strip():
            said.append(text("with the text {words}", words=self.find_field.text().strip()))
        for column in dict.fromkeys(made.column for made in self._filters):
            said.append(text("Filtered: {column}", column=titles.get(column, column)))
        if self._sort is not None:
            said.append(text("sorted by: {column}", column=titles[self._sort[0]]))
        return " · ".join(part for part in said if part)

    def layout_now(self) -> "Layout":
        """Columns, widths, order and headings as they are now."""
        from desktop_app.ui.table_layout import Layout

        widths = self.view.widths
        return Layout(widths.chosen, dict(widths.own), self._sort, self._group_by)

    def _take_layout(self, layout: "Layout") -> None:
        self._sort, self._group_by, self._folded = layout.sort, layout.group_by, frozenset()
        self.view.lay_out(layout.columns, layout.widths)
        self.view.show_sort(layout.sort)
        if self.data is not None:
            self.show_data(self.data)
            self._keep_layout()

    def _keep_layout(self) -> None:
        if self._layouts is not None:
            self._layouts[0].use(self._layouts[1], self.layout_now())

    def _say_tools(self) -> None:
        columns = () if self.data is None else self.data.columns
        self.tools.show_columns(columns, self._group_by)
        self.tools.show_filters(columns, self._filters)

    def start_find(self) -> None:
        """Puts the cursor where one types what is looked for."""
        self.find_bar.show()
        self.find_field.setFocus()
        self.find_field.selectAll()

    def end_find(self) -> None:
        """Shows everything again."""
        self.find_field.clear()
        self.find_bar.setVisible(self.finds_always)
        self.view.setFocus()

    def _arrangement(self) -> "Arrangement":
        from desktop_app.ui.table_data import Arrangement

        sort_by, descending = self._sort or (None, False)
        return Arrangement(
            sort_by, descending, self._group, self.find_field.text(), self._filters,
            self._group_by, self._folded,
        )  # fmt: skip

    def _sorted_by(self, sort: tuple[str, bool] | None) -> None:
        self._sort = sort
        self._keep_layout()
        self._rearrange()

    def _rearrange(self) -> None:
        if self.data is not None:
            self._arrange(self.view.rearrange)

    def _arrange(self, show: Any) -> None:
        """Works out the order here when that is quick, else in the background."""
        from desktop_app.ui.table_data import arranged

        data, wanted = self.data, self._arrangement()
        if data is None:
            return
        if self._job is not None:
            self._job.cancel()
            self._job = None

        def show_all(order: "Arranged") -> None:
            show(order)
            self._say_found()

        if len(data) < LONG:
            show_all(arranged(data, wanted))
        else:
            self._job = self.session.jobs.start(lambda _report: arranged(data, wanted), show_all)

    def _say_found(self) -> None:
        data, found = self.data, self.view.shown.arranged
        shown = 0 if found is None else found.parts
        self.nothing.setVisible(data is not None and shown == 0)
        total = 0 if data is None else len(data)
        self.found.setText(
            ""
            if data is None
            else self.catalogue.say(
                nmsg("{shown} of {n} row", "{shown} of {n} rows", total, shown=shown)
            )
        )

    def _say_copied(self, rows: int, selected: int) -> None:
        if rows < selected:
            said = msg(
                "Only the first {n} of {all} rows are on the clipboard. Save the tables as Excel to "
                "have them all.",
                n=rows, all=selected,
            )  # fmt: skip
        else:
            said = nmsg("{n} row is on the clipboard.", "{n} rows are on the clipboard.", rows)
        self.session.told.emit(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the find field, Esc closes it and Enter or Down goes to the list."""
        if (
            watched is self.find_field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.end_find()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.view.setFocus()
                return True
        return super().eventFilter(watched, event)
