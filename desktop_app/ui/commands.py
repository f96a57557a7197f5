"""What each line of the menus does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.ui.rail import STAGES

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.stages.files import FilesStage
    from desktop_app.ui.stages.page import StagePage


def acts_of(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """By the ids of the menus."""
    above = window.above
    acts: dict[str, Callable[[], object]] = {
        "open": above.files,
        "folder": above.folder,
        "sample": window.open_sample,
        "open_project": above.project,
        "save_project": above.save_project,
        "save": window.report.choose_target,
        "workbook": window.report.choose_workbook,
        "questions": window.report.choose_outbox,
        "print": window.print_report,
        "settings": above.settings,
        "figures": above.figures,
        "scenarios": above.scenarios,
        "quit": window.close,
        "find": window.start_find,
        "why": window.why,
        "mail": window.copy_mail,
        "picture": window.toggle_picture,
        "overview": window.show_overview,
        "compare": above.project_pages.show_compare,
        "date": window.question.on.setFocus,
        "undo": window.projects.undo,
        "redo": window.session.redo,
        "paste": above.paste,
        "commands": above.commands,
        "ask": above.ask,
        "keys": above.keys,
        "law": above.law,
        "review": above.pages.show_review,
        "applications": above.pages.show_applications,
        "recorded": above.kept_pages.show_recorded,
        "listed": above.kept_pages.show_listed,
        "waiting": above.kept_pages.show_waiting,
        "offline": above.offline,
        "method": above.help_pages.show_method,
        "words": above.help_pages.show_words,
        "about": above.help_pages.show_about,
        "activity": above.project_pages.show_activity,
        "runs": above.project_pages.show_runs,
        "backups": above.project_pages.show_backups,
        "export_project": above.project_pages.export,
        "import_project": above.project_pages.take_portable,
        "correct": above.project_pages.correct,
    }
    return acts | {stage: partial(_enter, window, stage) for stage in STAGES}


def _enter(window: "MainWindow", stage: str) -> None:
    """By a key or by name: the keyboard goes along. Who clicks in the rail stays there."""
    window.visit(stage)
    stages: dict[str, FilesStage | StagePage] = {
        "files": window.files, "columns": window.columns, "parts": window.parts,
        "risks": window.risks, "report": window.report,
    }  # fmt: skip
    stages[stage].take_focus()
