"""Report: the real PDF on the screen; its language and paper, save and print."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg, nmsg
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.empty import EmptyPage
from desktop_app.ui.keys import with_keys
from desktop_app.ui.language_list import fill_languages
from desktop_app.ui.report_wanted import (
    AT_HOME,
    KIND_WORDS,
    LIST,
    OF_ONE_PART,
    ORDER,
    READERS,
    ReportWanted,
    about,
)
from desktop_app.ui.saving import choose_folder, choose_target, file_name
from desktop_app.ui.session import Session
from desktop_app.ui.settings import PAPERS, SettingsFile
from desktop_app.ui.stages.page import StagePage
from desktop_app.ui.widgets import ElidingLabel, button, label, name
from desktop_app.ui.writing import PREVIEW, SAVE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPdf import QPdfDocument

    from desktop_app.report.listed import Listed
    from desktop_app.ui.failures import Failure
    from desktop_app.ui.page_search import PageSearch

PAPER_WORDS = {"a4": msg("A4"), "letter": msg("US Letter")}


class ReportStage(StagePage):
    """Shows the report that would be saved; it is written anew whenever something changes.

    ``mended`` carries a failure that stands no longer: another report could be written.
    """

    saved = Signal(object)
    print_wanted = Signal()
    mended = Signal(object)

    def __init__(self, session: Session, settings: SettingsFile) -> None:
        super().__init__(session, "report", spacing=10)
        self.settings = settings
        self.is_current = self._is_writing = False
        self.folder: tempfile.TemporaryDirectory[str] | None = None
        self.document: QPdfDocument | None = None
        self.view: PageSearch | None = None
        self._buffer: QBuffer | None = None
        self.part: int | None = None
        self._failure: Failure | None = None
        self.prints_then = False
        self.list_to_print: Callable[[], Callable[[], Listed] | None] = lambda: None
        self.kind, self.language, self.paper = Chooser(), Chooser(), Chooser()
        self.kind_label = label("small")
        self.language_label, self.paper_label = label("small"), label("small")
        self.kind_label.setBuddy(self.kind)
        self.language_label.setBuddy(self.language)
        self.paper_label.setBuddy(self.paper)
        self.title, self.pages_words = label("title"), ElidingLabel("soft")
        self.readers = label("small", wraps=True)
        self.save = button(self.choose_target, "main")
        self.print = button(self.print_wanted.emit)
        self.body = QVBoxLayout()
        self.waiting = EmptyPage("report", lambda: None)
        self._lay_out()
        self.speak(self.catalogue)
        self.kind.currentIndexChanged.connect(self._say_readers)
        self.kind.currentIndexChanged.connect(lambda _at: self._choose())
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.paper.currentIndexChanged.connect(self._paper_chosen)
        session.writing.report_written.connect(self._written)
        session.work_failed.connect(self._work_failed)

    @property
    def starts_at(self) -> QWidget:
        """What is to be printed."""
        return self.kind

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.title)
        titles.addWidget(self.pages_words)
        row.addLayout(titles)
        row.addStretch()
        for words, box in (
            (self.kind_label, self.kind),
            (self.language_label, self.language),
            (self.paper_label, self.paper),
        ):
            field = QVBoxLayout()
            field.setSpacing(3)
            box.setMinimumWidth(88)
            field.addWidget(words)
            field.addWidget(box)
            row.addLayout(field)
        row.addWidget(self.print, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.save, alignment=Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)
        self.above_pages = QHBoxLayout()
        self.above_pages.addWidget(self.readers, 1)
        self.column.addLayout(self.above_pages)
        self.column.addLayout(self.body, 1)
        self.body.addWidget(self.waiting, 1)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the language of the report stays as it was chosen."""
        self.catalogue = catalogue
        text = catalogue.text
        self.empty.say(
            text("The report comes here"),
            text("Once parts are read, you see here the pages as they will be printed, in the language "
                 "you choose."),
            text("Go to Files"),
        )  # fmt: skip
        self._say_waiting()
        self.title.setText(text("Report"))
        self.kind_label.setText(text("Kind"))
        self.kind.setAccessibleName(text("Kind of report"))
        chosen = max(0, self.kind.currentIndex())
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(catalogue.say(words), kind)
        self.kind.setCurrentIndex(chosen)
        self.kind.blockSignals(False)
        self._say_readers()
        self.language_label.setText(text("Language of the report"))
        self.paper_label.setText(text("Paper"))
        self.language.setAccessibleName(self.language_label.text())
        self.paper.setAccessibleName(self.paper_label.text())
        self.save.setText(text("Save..."))
        saves, prints = text("Save the report"), text("Print the report")
        name(self.save, saves, with_keys(catalogue, saves, "Ctrl+S"))
        self.print.setText(text("Print..."))
        name(self.print, prints, with_keys(catalogue, prints, "Ctrl+P"))
        fill_languages(self.language, catalogue, self.settings.now.report_language)
        self.paper.blockSignals(True)
        self.paper.clear()
        for paper in PAPERS:
            self.paper.addItem(catalogue.say(PAPER_WORDS[paper]), paper)
        self.paper.setCurrentIndex(self.paper.findData(self.settings.now.paper))
        self.paper.blockSignals(False)
        if self.view is not None:
            self.view.speak(catalogue)
        self._say_pages()

    def show_result(self, part_id: int | None) -> None:
        """The pages on show are of an older result now; in the newer one the cursor of the list may
        be on another part."""
        self.is_current, self.part = False, part_id
        self.show_full(self.session.result is not None)
        if self.isVisible():
            self.refresh()

    def show_nothing(self) -> None:
        """Back to the empty page."""
        self.is_current = False
        self.show_full(False)

    @property
    def is_ready(self) -> bool:
        """Whether the pages on show are the ones that were asked for last."""
        return self.document is not None and self.is_current and not self._is_writing

    def choose_kind(self, kind: str) -> None:
        """Shows another kind of report; the list as it stands now."""
        self.is_current = self.is_current and kind != LIST
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def show_list(self, source: "Callable[[], Callable[[], Listed] | None]") -> None:
        """Shows the list that ``source`` hands on, as it stands now."""
        self.list_to_print = source
        self.choose_kind(LIST)

    def print_when_ready(self) -> None:
        """Asks to print as soon as the pages are set; another choice meanwhile takes it back."""
        self.refresh()
        self.prints_then = self.session.result is not None

    def show_part(self, part_id: int | None) -> None:
        """The part under the cursor of the list; dossier and letter are about it."""
        if part_id != self.part and self.kind.currentData() in OF_ONE_PART:
            self.is_current = False
        self.part = part_id

    def refresh(self) -> None:
        """Writes the report into a folder of its own and shows it."""
        if self.session.result is None or self.is_current:
            return
        self.is_current = self._is_writing = True
        self.prints_then = False
        if self.folder is None:
            self.folder = tempfile.TemporaryDirectory(
                prefix="lodestone-", ignore_cleanup_errors=True
            )
        target = Path(self.folder.name) / "preview.pdf"
        self.session.writing.write_report(target, self._wanted(), PREVIEW)

    def choose_target(self) -> None:
        """Asks where to save, without stopping the rest of the window."""
        if self.session.result is None:
            return
        text = self.catalogue.text
        choose_target(
            self, text("Save the report"), self._suggested_name("pdf", self.kind.currentText()),
            text("PDF document (*.pdf)"), self.save_to,
        )  # fmt: skip

    def choose_workbook(self) -> None:
        """Asks where to save every table as an Excel workbook."""
        text = self.catalogue.text
        choose_target(
            self, text("Save the tables"), self._suggested_name("xlsx", ""),
            text("Excel workbook (*.xlsx)"), self.save_tables_to,
        )  # fmt: skip

    def choose_outbox(self) -> None:
        """Asks for the folder for mails, questionnaires and letters."""
        title = self.catalogue.text("Folder for the questions to suppliers")
        choose_folder(self, title, self.save_questions_to)

    def save_tables_to(self, target: str) -> None:
        """Saves every table as an Excel workbook; of licence papers the fields to fill in."""
        writing, language = self.session.writing, self.settings.now.report_language
        kind = self.kind.currentData()
        if kind in ("licence", ORDER):
            writing.write_form(Path(target), language, self.part, kind)
        else:
            writing.write_tables(Path(target), language)

    def save_questions_to(self, folder: str) -> None:
        """Saves a mail, a questionnaire and a letter for each supplier worth asking."""
        now = self.settings.now
        self.session.writing.write_questions(Path(folder), now.paper, now.logo, now.sender)

    def save_to(self, target: str) -> None:
        """Saves the report; an older file stays as it was when that fails."""
        self.session.writing.write_report(Path(target), self._wanted(), SAVE)

    def _wanted(self) -> ReportWanted:
        now, kind = self.settings.now, self.kind.currentData()
        part = self.part if kind in OF_ONE_PART else None
        listed = self.list_to_print() if kind == LIST else None
        if kind == LIST and listed is None:  # nothing is listed yet
            kind = "management"
        return ReportWanted(
            now.report_language, now.paper, kind, part, now.logo, now.sender, listed
        )

    def _suggested_name(self, ending: str, kind: str) -> str:
        """Two reports of one day, or two letters, do not suggest to write over one another."""
        now = self.settings.now
        return file_name(
            "Lodestone", kind, self._about(), self.session.inquiry.on.isoformat(),
            f"{now.report_language}.{ending}",
        )  # fmt: skip

    def _written(self, written: tuple[Path, str]) -> None:
        target, then = written
        if then == SAVE:
            self.saved.emit(target)
        elif self.session.result is not None:
            self._is_writing = False
            self._show_pages(target.read_bytes())
            if self.prints_then:
                self.prints_then = False
                self.print_wanted.emit()

    def _work_failed(self, failure: "Failure") -> None:
        """No pages rather than those of another report, which could be printed for this one."""
        if self._is_writing:
            self._failure, self.is_current = failure, False
            self._say_waiting()
            self._show_view(False)
        self._is_writing = self.prints_then = False

    def _say_waiting(self) -> None:
        text, failure = self.catalogue.text, self._failure
        if failure is None:
            words = text("A moment: the pages are being set.")
            self.waiting.say(text("Writing the report"), words, "")
            return
        say, problem = self.catalogue.say, failure.problem
        words = self.catalogue.sentences((say(problem.message), say(problem.remedy)))
        self.waiting.say(text("There are no pages of this report"), words, "")

    def _show_view(self, is_there: bool) -> None:
        self.waiting.setVisible(not is_there)
        if self.view is not None:
            self.view.setVisible(is_there)
            self.view.tools.setVisible(is_there)
        self._say_pages()

    def _show_pages(self, content: bytes) -> None:
        """From memory: an open file could not be replaced on Windows."""
        if self.document is None or self.view is None:
            self._make_view()
        assert self.document is not None  # noqa: S101 - made in the line above
        self.document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if self.view is not None:
            self.view.show_anew()
        failure, self._failure = self._failure, None
        self._show_view(True)
        if failure is not None:
            self.mended.emit(failure)

    def _make_view(self) -> None:
        from PySide6.QtPdf import QPdfDocument

        from desktop_app.ui.page_search import PageSearch

        self.document = QPdfDocument(self)
        self.view = PageSearch(self.document, self.catalogue)
        self.above_pages.addWidget(self.view.tools, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.view, 1)
        self.view.keep_order(self.save)

    def start_find(self) -> bool:
        """Looks for a text in the pages; False where there are none yet."""
        if self.view is None or not self.view.isVisible():
            return False
        self.view.start_find()
        return True

    def _say_readers(self) -> None:
        """To whom the pages may go, before anybody sends them."""
        kind = self.kind.currentData()
        self.readers.setText(self.catalogue.say(READERS.get(kind, AT_HOME)))

    def _say_pages(self) -> None:
        if self.document is None or self._failure is not None:
            self.pages_words.setText("")
            return
        pages = nmsg("{n} page", "{n} pages", self.document.pageCount())
        said = (self.catalogue.say(pages), self._about())
        self.pages_words.setText(" · ".join(words for words in said if words))

    def _about(self) -> str:
        """What the pages are about; empty where they are about the whole list."""
        return about(self.kind.currentData(), self.part, self.session.result)

    def choose_language(self, language: str) -> None:
        """The language of the report, from the settings."""
        self.language.setCurrentIndex(self.language.findData(language))

    def _language_chosen(self, at: int) -> None:
        self._choose(report_language=self.language.itemData(at))

    def _paper_chosen(self, at: int) -> None:
        self._choose(paper=self.paper.itemData(at))

    def make_anew(self) -> None:
        """Something printed on every report was changed."""
        self.is_current = False
        if self.isVisible():
            self.refresh()

    def _choose(self, **choice: str) -> None:
        self.language.setEnabled(self.kind.currentData() != LIST)  # it has the words of the screen
        self.settings.change(**choice)
        self.is_current = False
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The pages are written when somebody looks at them."""
        super().showEvent(event)
        self.refresh()

    def close_files(self) -> None:
        """Lets go of the preview; the window is closing."""
        if self.document is not None:
            self.document.close()
        if self.folder is not None:
            self.folder.cleanup()
