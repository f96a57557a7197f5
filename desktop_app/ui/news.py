"""What the window says once something was done, or could not be done: in the status line or strip."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from desktop_app.model.findings import msg, nmsg
from desktop_app.ui.projects import Projects
from desktop_app.ui.reading_words import ReadingWords
from desktop_app.ui.session import Session
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.strip import Strip
from desktop_app.ui.verdicts_told import VerdictsTold

if TYPE_CHECKING:
    from desktop_app.register.packs import PackInfo
    from desktop_app.ui.failures import Failure
    from desktop_app.ui.part_sheet import PartSheet
    from desktop_app.ui.presentation import Presentation


class News:
    """Listens to the session. What asks for nothing goes to the status line, failures to the strip."""

    def __init__(
        self, session: Session, strip: Strip, status: StatusLine, projects: Projects
    ) -> None:
        self.session, self.strip, self.status = session, strip, status
        self.read_words = ReadingWords()
        self._verdicts_told = VerdictsTold(session)
        session.result_arrived.connect(self._parts_checked)
        session.writing.tables_written.connect(self._tables_saved)
        session.writing.questions_written.connect(self._questions_saved)
        session.law_installed.connect(self._law_installed)
        projects.opened.connect(self._project_opened)
        projects.saved.connect(self._project_saved)
        session.work_failed.connect(self._work_failed)
        session.told.connect(status.say)

    def files_read(self, visit: Callable[[str], object]) -> None:
        """How the reading went, where that is news; ``visit`` leads to the stage that shows it."""
        said = self.read_words.of(self.session.files)
        if said is None:
            return
        goes = partial(visit, said.stage)
        if said.is_wrong:
            self.strip.say(*said.words, kind="error", action=msg("Show files"), act=goes)
        else:
            self.strip.say(*said.words, action=msg("Review"), act=goes)

    def report_saved(self, target: Path) -> None:
        """A report stands where the user wanted it."""
        self.status.say(msg("The report was saved as {file}.", file=target.name))

    def mail_arrived(self, sheet: "PartSheet") -> None:
        """The mail about a part goes to the clipboard, where there is anything to ask."""
        if sheet.mail:
            QGuiApplication.clipboard().setText(sheet.mail)
            self.status.say(msg("The mail about {part} is on the clipboard.", part=sheet.name))
        else:
            self.status.say(
                msg("There is nothing to ask the supplier about {part}.", part=sheet.name)
            )

    def cancelled(self, was_reading: bool) -> None:
        """Work was given up at the user's wish."""
        if was_reading:
            self.status.say(msg("Cancelled. Nothing of it was kept."))
        else:
            self.status.say(msg("Cancelled. What you see is the answer from before."))

    def _parts_checked(self, result: "Presentation") -> None:
        parts = len(result.assessment.parts)
        if not parts:
            self.status.say(msg("No part was found, so nothing was checked."))
            return
        changed = self._verdicts_told.changed(result.assessment)
        if changed is None:
            self.status.say(nmsg("{n} part checked.", "{n} parts checked.", parts))
            return
        said = nmsg("{n} verdict changed", "{n} verdicts changed", changed)
        self.status.say(msg(
            "{one}; {other}", one=nmsg("{n} part checked", "{n} parts checked", parts),
            other=said if changed else msg("no verdict changed"),
        ))  # fmt: skip

    def _tables_saved(self, target: Path) -> None:
        self.status.say(msg("The tables were saved as {file}.", file=target.name))

    def _questions_saved(self, written: tuple[Path, tuple[str, ...]]) -> None:
        folder, asked = written
        suppliers = len(asked)
        from desktop_app.ui.questions_sent import remember_sent
        from desktop_app.ui.suppliers_named import nobody_to_ask

        remember_sent(self.session, asked)
        if suppliers:
            said = nmsg("Questions to {n} supplier are in {folder}.",
                        "Questions to {n} suppliers are in {folder}.", suppliers, folder=folder.name)  # fmt: skip
        elif self.session.result is not None:
            said = nobody_to_ask(self.session.result.assessment)
        else:
            return
        self.status.say(said)

    def _law_installed(self, pack: "PackInfo") -> None:
        """Stays until it is closed: from now on every answer rests on it."""
        announcements = nmsg("{n} announcement", "{n} announcements", pack.announcements)
        self.strip.say(
            msg(
                "A newer law is installed and used from now on: edition {edition}, read through {day}, "
                "{announcements}.",
                edition=pack.edition, day=pack.reviewed_through, announcements=announcements,
            ),
            pack.proof,
            kind="attention",
        )  # fmt: skip

    def _project_opened(self, path: Path) -> None:
        self.status.say(msg("The project {file} is open.", file=path.name))

    def _project_saved(self, path: Path) -> None:
        self.status.say(msg("The project was saved as {file}.", file=path.name))

    def _work_failed(self, failure: "Failure") -> None:
        self.strip.say_failure(failure)
        self.status.say(msg("That did not work; the line above says why."))
