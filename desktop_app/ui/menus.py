"""The menu bar: everything that can be done, with its shortcut."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg


class Entry(NamedTuple):
    """A line of a menu; ``id`` names what it does."""

    id: str
    words: Message
    keys: str = ""


SEPARATOR = None
MENUS: tuple[tuple[Message, tuple[Entry | None, ...]], ...] = (
    (
        msg("&File"),
        (
            Entry("open", msg("&Open files..."), "Ctrl+O"),
            Entry("folder", msg("Open &folder...")),
            Entry("sample", msg("Try the s&ample")),
            SEPARATOR,
            Entry("open_project", msg("Open p&roject..."), "Ctrl+Shift+O"),
            Entry("save_project", msg("Save pro&ject..."), "Ctrl+Shift+S"),
            Entry("backups", msg("&Backups of the project...")),
            Entry("export_project", msg("Pac&k the project to go...")),
            Entry("import_project", msg("U&npack a project...")),
            SEPARATOR,
            Entry("save", msg("&Save the report..."), "Ctrl+S"),
            Entry("workbook", msg("Save the &tables as Excel..."), "Ctrl+E"),
            Entry("questions", msg("Save the q&uestions to suppliers...")),
            Entry("print", msg("&Print..."), "Ctrl+P"),
            SEPARATOR,
            Entry("figures", msg("Fi&gures that are judgement...")),
            Entry("scenarios", msg("Your own &law scenarios...")),
            Entry("settings", msg("S&ettings..."), "Ctrl+,"),
            Entry("quit", msg("&Quit"), "Ctrl+Q"),
        ),
    ),
    (
        msg("&Edit"),
        (
            Entry("undo", msg("&Undo"), "Ctrl+Z"),
            Entry("redo", msg("&Redo"), "Ctrl+Y"),
            Entry("activity", msg("What was &done..."), "Ctrl+H"),
            SEPARATOR,
            Entry("paste", msg("&Paste a list"), "Ctrl+V"),
            Entry("commands", msg("&What do you want to do?..."), "Ctrl+Shift+P"),
        ),
    ),
    (
        msg("&Part"),
        (
            Entry("ask", msg("&Ask about one part..."), "Ctrl+K"),
            Entry("find", msg("&Find in the list"), "Ctrl+F"),
            Entry("why", msg("&Why?"), "Ctrl+Return"),
            Entry("mail", msg("Copy as &mail"), "Ctrl+M"),
            Entry("picture", msg("&Run-out dates"), "Ctrl+G"),
            Entry("overview", msg("The &list in pictures"), "Ctrl+I"),
            Entry("date", msg("Change the &day"), "Ctrl+D"),
            Entry("correct", msg("C&orrect this part..."), "Ctrl+R"),
            Entry("compare", msg("&Compare with..."), "Ctrl+B"),
        ),
    ),
    (
        msg("&Go to"),
        (
            Entry("files", msg("&Files"), "Ctrl+1"),
            Entry("columns", msg("&Columns"), "Ctrl+2"),
            Entry("parts", msg("&Parts"), "Ctrl+3"),
            Entry("risks", msg("&Risks"), "Ctrl+4"),
            Entry("report", msg("R&eport"), "Ctrl+5"),
            SEPARATOR,
            Entry("review", msg("&Decide by kind"), "Ctrl+6"),
            Entry("applications", msg("&Applications and licences"), "Ctrl+L"),
            Entry("runs", msg("Earlier ru&ns"), "Ctrl+7"),
            Entry("recorded", msg("Recorded &once"), "Ctrl+8"),
            Entry("waiting", msg("&Who has not answered"), "Ctrl+9"),
            Entry("listed", msg("&Listed names"), "Ctrl+Shift+L"),
        ),
    ),
    (
        msg("&Help"),
        (
            Entry("keys", msg("&Keyboard"), "F1"),
            Entry("law", msg("The &law"), "F2"),
            Entry("method", msg("&How an answer comes about")),
            Entry("words", msg("The &words used here")),
            SEPARATOR,
            Entry("offline", msg("&Nothing leaves this computer")),
            Entry("about", msg("&About Lodestone")),
        ),
    ),
)


def without_key(words: str) -> str:
    """The words of an entry without the letter that opens it, marked or, as in Chinese, in brackets."""
    return re.sub(r"&(&?)", r"\1", re.sub(r"\s*\(&\w\)", "", words))


class Menus:
    """Builds the menus once and says them again when the language changes."""

    def __init__(self, window: QMainWindow) -> None:
        self.window = window
        self.actions: dict[str, QAction] = {}
        self._menus: list[tuple[QMenu, Message]] = []
        self._entries: list[Entry] = []
        for title, _entries in MENUS:
            self._menus.append((window.menuBar().addMenu(""), title))

    def fill(self, acts: Mapping[str, Callable[[], object]]) -> None:
        """Adds the entries and their shortcuts; ``acts`` does what they name."""
        for (menu, _title), (_, entries) in zip(self._menus, MENUS, strict=True):
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                    continue
                action = QAction(self.window)
                action.setShortcut(entry.keys)
                action.triggered.connect(lambda _checked=False, act=acts[entry.id]: act())
                menu.addAction(action)
                self.actions[entry.id] = action
                self._entries.append(entry)

    def speak(self, catalogue: Catalogue) -> None:
        """Titles and entries in one language."""
        for menu, title in self._menus:
            menu.setTitle(catalogue.say(title))
        for entry in self._entries:
            self.actions[entry.id].setText(catalogue.say(entry.words))
            self.actions[entry.id].setStatusTip(without_key(catalogue.say(entry.words)))

    def say_history(
        self, to_undo: Message | None, to_redo: Message | None, catalogue: Catalogue
    ) -> None:
        """Names what would be undone and done again."""
        if not self.actions:
            return
        # The & of a name is no sign of a key; that of the word itself is.
        undo, redo = (
            catalogue.say(what).replace("&", "&&") if what else "" for what in (to_undo, to_redo)
        )
        for name, word, what in (
            ("undo", msg("&Undo: {what}", what=undo) if to_undo else msg("&Undo"), to_undo),
            ("redo", msg("&Redo: {what}", what=redo) if to_redo else msg("&Redo"), to_redo),
        ):
            self.actions[name].setEnabled(what is not None)
            self.actions[name].setText(catalogue.say(word))

    def insert_below(self, name: str, menu: QMenu) -> None:
        """Puts a menu below an entry, into the menu that holds it."""
        for above, _title in self._menus:
            entries = above.actions()
            if self.actions[name] in entries:
                below = entries[entries.index(self.actions[name]) + 1 :]
                above.insertMenu(below[0], menu) if below else above.addMenu(menu)

    def enable(self, has_parts: bool) -> None:
        """What needs parts can be chosen only when there are some."""
        for name in (
            "save",
            "workbook",
            "questions",
            "print",
            "find",
            "why",
            "mail",
            "picture",
            "overview",
            "compare",
            "review",
            "correct",
        ):
            if name in self.actions:
                self.actions[name].setEnabled(has_parts)
