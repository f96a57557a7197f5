"""The files of a command: passwords for them, and what is said of those that gave no parts."""

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.cli.console import complain, complain_about
from desktop_app.cli.exit_codes import USAGE
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, column_letters, nmsg
from desktop_app.model.progress import Report

if TYPE_CHECKING:
    from desktop_app.intake.confirmed import Ask
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import SourceFile


def add_passwords(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """The option of commands that read files: passwords must not stand on a command line."""
    parser.add_argument(
        "--password-file", type=Path, metavar="F",
        help=catalogue.text("passwords of locked files, one a line"),
    )  # fmt: skip


def read_files(
    options: argparse.Namespace,
    catalogue: Catalogue,
    report: Report,
    confirmed: "Ask | None" = None,
    meanwhile: Callable[[], object] | None = None,
) -> "Reading":
    """Reads the files named; ``confirmed`` knows what a project remembers of their columns;
    ``meanwhile`` is done beside the first of them.

    Raises SystemExit 2 where the passwords for them cannot be read.
    """
    passwords: Sequence[str] = ()
    if options.password_file is not None:
        from desktop_app.intake.passwords import read_passwords

        try:
            passwords = read_passwords(options.password_file)
        except CodedError as failure:
            complain_about(failure.problem, catalogue)
            raise SystemExit(USAGE) from failure
    on = getattr(options, "on", None)
    reading = pipeline.read(options.files, report, passwords, confirmed, on=on, meanwhile=meanwhile)
    held = {Path(file.path).parent for file in reading.files}
    for folder in options.files:
        # A Path raises where a name is longer than any file's.
        if os.path.isdir(folder) and folder not in held:  # noqa: PTH112
            complain(
                catalogue.text("{folder}: no spreadsheet lies in this folder.", folder=str(folder))
            )
    return reading


MOST_TOLD = 20
"""Warnings printed at most; the outputs hold them all. Own judgement."""


def complain_about_cells(files: "Iterable[SourceFile]", catalogue: Catalogue) -> None:
    """One sentence for each warning about what stands in the files, with its cell; no notes."""
    told = [
        (Path(found.path).name, issue)
        for found in files
        for issue in found.issues
        if issue.severity != "note"
    ]
    if not told:
        return
    for name, issue in told[:MOST_TOLD]:
        cell = "" if issue.column is None else column_letters(issue.column)
        row = "" if issue.row is None else str(issue.row)
        place = " › ".join(text for text in (name, issue.sheet, f"{cell}{row}") if text)
        complain(f"{place}: {catalogue.say(issue.message)} ({issue.code})")
    if len(told) > MOST_TOLD:
        complain(
            catalogue.say(
                nmsg(
                    "{n} more warning stands in the JSON and in the report.",
                    "{n} more warnings stand in the JSON and in the report.",
                    len(told) - MOST_TOLD,
                )
            )
        )


def complain_about_files(files: "Iterable[SourceFile]", catalogue: Catalogue) -> None:
    """One sentence for each file that was refused or in which no parts list was found."""
    for found in files:
        if found.problem is not None:
            complain_about(found.problem, catalogue)
            if found.problem.code == "E_ENCRYPTED":
                complain(
                    catalogue.text("Or name a file that holds the password: --password-file F")
                )
        elif found.outcome == "no_table":
            what = catalogue.text("No parts table was found: no row looks like the headings of one. If there "
                                  "is one, copy it to a sheet of its own.")  # fmt: skip
            complain(f"{Path(found.path).name}: {what} (E_NO_TABLE)")
