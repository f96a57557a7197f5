"""Backups of the project on the desk: what each holds, go back to it, or open it beside."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, Message, msg, nmsg
from desktop_app.ui.choosing import choose_project_target
from desktop_app.ui.project_offer import project_offer
from desktop_app.ui.projects import Projects
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.widgets import button, name

if TYPE_CHECKING:
    from desktop_app.project.backup_counts import Counts
    from desktop_app.project.backups import Backup

REASON_WORDS: Mapping[str, Message] = {
    "closing": msg("when the project was closed"),
    "recovered": msg("after the program had not ended properly"),
    "before-update": msg("before the project was brought up to date"),
    "before-removal": msg("before several things were removed"),
    "before-restore": msg("before going back to a backup"),
    "wish": msg("at your wish"),
}


class BackupsPage(TwoPanes):
    """Three of the newest and one of each of the last seven days; the project as it stands is kept
    as one more before it is replaced. ``project_wanted`` when there should be a project first."""

    project_wanted = Signal()

    def __init__(self, projects: Projects) -> None:
        super().__init__(projects.session)
        self.projects = projects
        self.found: tuple[tuple[Backup, Counts | None], ...] = ()
        self.take = button(self._take)
        self.tools.addWidget(self.take)
        self.speak(self.catalogue)
        projects.changed.connect(self._changed)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page in one language."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("Backups of the project"), text("Backups"), text("The chosen backup"))
        self.take.setText(text("Back up now"))
        name(self.take, self.take.text())
        self._show()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Looks which backups there are and what they hold, off the window's thread."""
        path = self.projects.path
        if path is None:
            self.found = ()
            self._show()
            return

        def look(_report: Any) -> "tuple[tuple[Backup, Counts | None], ...]":
            from desktop_app.project.backups import backups_of

            return tuple((backup, _looked_into(backup)) for backup in backups_of(path))

        self.session.jobs.start(look, self._arrived, self.session.fail)

    def _arrived(self, found: "tuple[tuple[Backup, Counts | None], ...]") -> None:
        self.found = found
        self._show()

    def _show(self) -> None:
        text, project = self.catalogue.text, self.projects.file
        if self.projects.path is None:
            self.lead.setText(text("Your work is in no project yet. Save it as one: from then on it is "
                                   "backed up by itself."))  # fmt: skip
        else:
            self.lead.setText(text("A backup is taken when the project is closed and before anything "
                                   "that could lose something. The three newest stay, and one of each "
                                   "of the last seven days."))  # fmt: skip
        self.take.setEnabled(project is not None and not project.is_read_only)
        self.show_entries(
            [Entry(self._time(b), self._beside(b, c), b.path.name) for b, c in self.found]
        )

    def _time(self, backup: "Backup") -> str:
        local = backup.at.astimezone()
        return f"{self.catalogue.date(local.date())} {local:%H:%M}"

    def _beside(self, backup: "Backup", counts: "Counts | None") -> str:
        said = [self.catalogue.say(REASON_WORDS.get(backup.reason, Message(backup.reason)))]
        if counts is None:
            said.append(self.catalogue.text("cannot be read"))
        else:
            said.append(self.catalogue.say(nmsg("{n} file", "{n} files", counts.files)))
            said.append(self.catalogue.say(nmsg("{n} part", "{n} parts", counts.parts)))
        return " · ".join(said)

    def fill(self) -> None:
        """What the backup holds, and what can be done with it."""
        text, say = self.catalogue.text, self.catalogue.say
        chosen = next(((b, c) for b, c in self.found if b.path.name == self.key), None)
        if chosen is None:
            self.say(text("There is no backup yet."), "soft")
            if self.projects.path is None:
                self.add_buttons(project_offer(self.catalogue, self.project_wanted.emit))
            return
        backup, counts = chosen
        self.say(self._time(backup), "title")
        self.say(text("Taken {why}.", why=REASON_WORDS.get(backup.reason, Message(backup.reason))))
        if counts is None:
            self.say(text("This backup cannot be read; the others are not affected."), "error")
            return
        self.say(text(
            "It holds {files}, {parts} and {records}.",
            files=nmsg("{n} file", "{n} files", counts.files),
            parts=nmsg("{n} part", "{n} parts", counts.parts),
            records=nmsg("{n} correction or decision", "{n} corrections and decisions",
                         counts.records),
        ))  # fmt: skip
        self.say(say(nmsg("{n} activity in all.", "{n} activities in all.", backup.number)), "soft")
        project = self.projects.file
        copies = button(partial(self._open_copy, backup))
        copies.setText(text("Open as a copy..."))
        name(copies, text("Open the backup of {time} as a copy", time=self._time(backup)))
        made = [copies]
        if project is not None and not project.is_read_only:
            goes = button(partial(self.projects.restore, backup), "main")
            goes.setText(text("Go back to it"))
            name(goes, text("Go back to the backup of {time}", time=self._time(backup)))
            made.insert(0, goes)
            self.say(text("Going back keeps what stands now as another backup."), "soft")
        self.add_buttons(*made)

    def _open_copy(self, backup: "Backup") -> None:
        def copy(target: Path) -> None:
            self.projects.open_copy(backup, target)

        choose_project_target(self, self.catalogue, copy)

    def _take(self) -> None:
        project = self.projects.file
        if project is not None:
            self.session.jobs.start(
                lambda _report: project.back_up("wish"),
                lambda _backup: self.refresh(),
                self.session.fail,
            )


def _looked_into(backup: "Backup") -> "Counts | None":
    from desktop_app.project.backup_counts import counts_of

    try:
        return counts_of(backup)
    except (CodedError, ValueError):
        return None
