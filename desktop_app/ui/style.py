"""The style sheet made from a theme: one place for edges, spaces and states of standard widgets."""

from desktop_app.paths import shipped
from desktop_app.ui.theme import BASE_PX, SMALL_PX, Theme

BOLD = 700
"""The bundled letters have this weight and the regular one. At less, Qt takes the bold Latin letters but
leaves Chinese, Japanese and Korean ones thin; at this it draws those thicker itself."""

_SHEET = """
* { font-size: %(base)dpx; }
QWidget { color: %(ink)s; }
QMainWindow, QDialog, #page { background: %(window)s; }
QToolTip { background: %(surface)s; color: %(ink)s; border: 1px solid %(line_strong)s; padding: 4px; }

QMenuBar { background: %(rail)s; border-bottom: 1px solid %(line)s; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: %(selected)s; }
QMenu { background: %(surface)s; border: 1px solid %(line_strong)s; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: %(selected)s; }
QMenu::item:disabled { color: %(soft)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 4px 8px; }

QPushButton { background: %(surface)s; border: 1px solid %(line_strong)s; border-radius: 5px;
  padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: %(hover)s; }
QPushButton:pressed { background: %(selected)s; }
QPushButton:focus { border: 1px solid %(accent)s; }
QPushButton:disabled { color: %(soft)s; background: %(sunken)s; border-color: %(line)s; }
QPushButton[kind="main"] { background: %(accent)s; color: %(on_accent)s; border-color: %(accent)s; }
QPushButton[kind="main"]:hover, QPushButton[kind="main"]:focus { border: 1px solid %(ink)s; }
QPushButton[kind="main"]:disabled { background: %(sunken)s; color: %(soft)s; border-color: %(line)s; }
QPushButton[kind="plain"] { background: transparent; border: 1px solid transparent; padding: 4px 8px;
  color: %(accent)s; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; padding: 4px 1px;
  color: %(accent)s; text-align: left; }
QPushButton[kind="link"]:hover { color: %(ink)s; }
QPushButton[kind="link"]:focus { border-color: %(accent)s; }
QPushButton[kind="plain"]:hover { background: %(hover)s; }
QPushButton[kind="plain"]:focus { border-color: %(accent)s; }
QPushButton[kind="badge"] { background: transparent; border: 1px solid %(line)s; padding: 3px 12px;
  color: %(ink)s; font-size: %(small)dpx; text-align: left; }
QPushButton[kind="badge"]:hover { background: %(hover)s; }
QPushButton[kind="badge"]:focus { border-color: %(accent)s; }
QPushButton[kind="badge"][late="true"] { color: %(amber)s; border-color: %(amber)s; }
QCheckBox:focus { color: %(accent)s; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border-radius: 3px;
  border: 1px solid %(line_strong)s; background: %(surface)s; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: %(accent)s; }
QListView::indicator:hover { border-color: %(accent)s; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: %(accent)s;
  border-color: %(accent)s; image: url("%(check)s"); }
QCheckBox::indicator:checked:focus { border-color: %(ink)s; }
QPushButton[kind="tool"] { background: transparent; border: 1px solid transparent; padding: 2px 8px;
  color: %(soft)s; font-size: %(small)dpx; }
QPushButton[kind="tool"]:hover { background: %(hover)s; color: %(ink)s; }
QPushButton[kind="tool"]:focus { border-color: %(accent)s; }
QPushButton[kind="tool"][active="true"] { background: %(selected)s; color: %(ink)s; }
QPushButton[kind="segment"] { padding: 4px 12px; margin: 0; }
QPushButton[kind="segment"]:checked { background: %(selected)s; border-color: %(accent)s; }
QToolButton[kind="toggle"] { border: 1px solid %(line)s; border-radius: 7px; background: %(surface)s; }
QToolButton[kind="toggle"]:hover { background: %(hover)s; }
QToolButton[kind="toggle"]:checked { background: %(selected)s; border-color: %(accent)s; }
QToolButton[kind="toggle"]:focus { border-color: %(accent)s; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 3px; }
QToolButton:hover { background: %(hover)s; }
QToolButton:focus { border-color: %(accent)s; }

QLineEdit, QComboBox, QDateEdit, QPlainTextEdit { background: %(surface)s; border: 1px solid %(line_strong)s;
  border-radius: 5px; padding: 3px 8px; min-height: 22px; selection-background-color: %(accent)s;
  selection-color: %(on_accent)s; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QPlainTextEdit:focus { border-color: %(accent)s; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled { color: %(soft)s; background: %(sunken)s;
  border-color: %(line)s; }
QLineEdit, QPlainTextEdit { placeholder-text-color: %(soft)s; }
QDateEdit { max-height: 22px; }
QPlainTextEdit { min-height: 56px; }
QComboBox[close="true"], QDateEdit[close="true"] { min-height: 18px; max-height: 18px; }
QPushButton[close="true"] { padding: 2px 12px; }
QPushButton[kind="badge"][close="true"] { padding: 1px 10px; }
QHeaderView[close="true"]::section { padding: 2px 9px; }
QLineEdit[wrong="true"] { border-color: %(needed)s; background: %(error_back)s; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("%(chevron)s"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: %(surface)s; border: 1px solid %(line_strong)s; outline: none;
  selection-background-color: %(selected)s; selection-color: %(ink)s; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: %(sunken)s;
  border: 1px solid %(line_strong)s; border-bottom: none; }
QCalendarWidget QToolButton { color: %(ink)s; }
#qt_calendar_prevmonth { qproperty-icon: url("%(chevron_left)s"); }
#qt_calendar_nextmonth { qproperty-icon: url("%(chevron_right)s"); }

QTableView { background: %(surface)s; border: 1px solid %(line)s; border-radius: 6px;
  gridline-color: %(line)s; outline: none; selection-background-color: %(selected)s;
  selection-color: %(ink)s; }
QTableView::item { padding: 0 6px; border-bottom: 1px solid %(line)s; }
QTableView::item:selected { background: %(selected)s; }
QHeaderView { background: %(sunken)s; border: none; border-top-left-radius: 6px; }
QHeaderView::section { background: %(sunken)s; color: %(soft)s; border: none;
  border-bottom: 1px solid %(line_strong)s; padding: 6px 9px; font-size: %(small)dpx; }
QHeaderView::section:hover { color: %(ink)s; }
QHeaderView::down-arrow { image: url("%(chevron)s"); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url("%(chevron_up)s"); width: 12px; height: 12px; }
QTableCornerButton::section { background: %(sunken)s; border: none; }

#runOut { background: transparent; border: none; outline: none; }
#runOut:focus { border: 1px solid %(accent)s; border-radius: 6px; }
QCalendarWidget QTableView, QCalendarWidget QTableView:focus { border: 1px solid %(line_strong)s;
  border-top: none; border-radius: 0; background: %(surface)s;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QCalendarWidget QTableView:disabled { color: %(soft)s; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QCalendarWidget QTableView::item:selected { background: %(accent)s; color: %(on_accent)s; }
QTableView:focus { border: 1px solid %(accent)s; }
#sheetList { background: %(surface)s; border: 1px solid %(line)s; border-radius: 6px; outline: none;
  padding: 4px; }
#sheetList::item { padding: 6px 8px; border-radius: 5px; color: %(ink)s; }
#sheetList::item:hover { background: %(hover)s; }
#sheetList::item:selected { background: %(selected)s; color: %(ink)s; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollArea { border: 1px solid transparent; border-radius: 6px; }
QScrollArea:focus, QListWidget:focus, #sheetList:focus { border: 1px solid %(accent)s; }
#around { border: none; border-radius: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: %(line_strong)s; border-radius: 4px; margin: 2px; min-height: 28px;
  min-width: 28px; }
QScrollBar::handle:hover { background: %(soft)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QPdfView { border: 1px solid %(line)s; border-radius: 6px; }
QSplitter::handle { background: transparent; }
QProgressBar { background: %(line)s; border: none; border-radius: 3px; height: 6px; }
QProgressBar::chunk { background: %(accent)s; border-radius: 3px; }

#rail { background: %(rail)s; border-right: 1px solid %(line)s; }
#questionBar { background: %(surface)s; border-bottom: 1px solid %(line)s; }
#questionBar[scenario="true"] { background: %(scenario_back)s; border-bottom: 1px solid %(accent)s; }
#statusLine { background: %(rail)s; border-top: 1px solid %(line)s; }
#card { background: %(surface)s; border: 1px solid %(line)s; border-radius: 8px; }
#popup { background: %(surface)s; border: 1px solid %(line_strong)s; border-radius: 8px; }
#frozen { border: none; border-right: 1px solid %(line_strong)s; border-radius: 0; }
#card[state="refused"] { border: 1px solid %(needed)s; }
#whyPanel { background: %(surface)s; border: 1px solid %(line)s; border-radius: 6px; }
#strip { background: %(sunken)s; border-bottom: 1px solid %(line)s; }
#strip[kind="error"] { background: %(error_back)s; }
#strip[kind="attention"] { background: %(amber_back)s; }
#rule { background: %(line)s; max-height: 1px; min-height: 1px; }
QLabel[tone="soft"] { color: %(soft)s; }
QLabel[tone="small"] { color: %(soft)s; font-size: %(small)dpx; }
QLabel[tone="heading"] { font-weight: %(bold)d; }
QLabel[tone="title"] { font-size: 16px; font-weight: %(bold)d; }
QLabel[tone="lead"] { font-size: 20px; font-weight: %(bold)d; }
QLabel[tone="second"] { font-size: 15px; color: %(ink)s; }
QLabel[tone="accent"] { color: %(accent)s; }
QLabel[tone="error"] { color: %(needed)s; }
QLabel[tone="amber"] { color: %(amber)s; }
"""


def style_sheet(theme: Theme) -> str:
    """The style sheet of the application in one theme."""
    tone = "dark" if theme.is_dark else "light"
    values = theme._asdict() | {"base": BASE_PX, "small": SMALL_PX, "bold": BOLD}
    for name in ("chevron", "chevron-up", "chevron-left", "chevron-right", "check"):
        path = shipped("resources", "icons", f"{name}-{tone}.svg")
        values[name.replace("-", "_")] = path.as_posix()
    return _SHEET % values
