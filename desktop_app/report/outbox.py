"""A folder with what goes to suppliers: per supplier a mail, a questionnaire and a letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.model.progress import Report, silent
from desktop_app.report.compose import compose
from desktop_app.report.letterhead import Letterhead
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.mails import Mail, language_of, mails, reminder_to, short
from desktop_app.report.pdf import write_pdf
from desktop_app.report.questionnaire import write_questionnaire
from desktop_app.report.returns import Standing
from desktop_app.report.sections.letter import Reminder
from desktop_app.report.target import write_whole
from desktop_app.report.view import Scope

_NOT_IN_FILES = re.compile(r'[<>:"/\\|?*.]+')
"""Signs that some file system refuses, and the dot, which would begin an ending."""
_FULL_STOP = re.compile(r"\.(?=[\s,;]|$)")
"""As of "Co., Ltd.": left out, where a blank would stand before the comma."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written for one supplier; ``files`` in the folder."""

    mail: Mail
    files: tuple[Path, ...]


def write_outbox(
    assessment: Assessment,
    folder: Path,
    paper: str = "a4",
    report: Report = silent,
    letterhead: Letterhead | None = None,
) -> tuple[Sent, ...]:
    """Writes mail (.txt), questionnaire (.xlsx) and letter (.pdf) for each proposed supplier.

    ``letterhead``: who writes; without one the letter has a line for it. The folder is made where it
    is missing. Files of the same names are replaced, others stay. Raises CodedError (E_TARGET and the
    like); what was written before stays whole.
    """
    _make(folder)
    written = []
    proposed = mails(assessment)
    for at, mail in enumerate(proposed, start=1):
        report(msg("Writing to suppliers"), at - 1, len(proposed))
        written.append(
            Sent(mail, tuple(_write(assessment, folder, at, mail, paper, letterhead=letterhead)))
        )
    return tuple(written)


def write_reminders(
    assessment: Assessment,
    folder: Path,
    standing: Iterable[Standing],
    report: Report = silent,
    paper: str = "a4",
    *,
    letterhead: Letterhead | None = None,
) -> tuple[Sent, ...]:
    """Writes a reminder (.txt), a fresh questionnaire (.xlsx) of what is still open and the letter
    that asks again (.pdf) for each supplier that was asked and has not answered. As ``write_outbox``
    in all else."""
    owing = [one for one in standing if one.parts and not one.answered and one.sent_on is not None]
    if owing:
        _make(folder)
    written = []
    for at, one in enumerate(owing, start=1):
        report(msg("Writing to suppliers"), at - 1, len(owing))
        mail = None if one.sent_on is None else reminder_to(assessment, one.supplier, one.sent_on)
        if mail is None or one.sent_on is None:
            continue
        letter = folder / f"{_stem(at, mail)}.pdf"
        files = tuple(_write_mail(assessment, folder, at, mail, letterhead))
        write_reminder_letter(
            assessment, one.supplier, one.sent_on, letter, paper, letterhead=letterhead
        )
        written.append(Sent(mail, (*files, letter)))
    return tuple(written)


def write_reminder_letter(
    assessment: Assessment,
    supplier: str,
    asked_on: date,
    target: Path,
    paper: str = "a4",
    *,
    letterhead: Letterhead | None = None,
) -> Path:
    """Writes the letter that asks a supplier again, in its language, with the sheet to fill in.

    Raises CodedError: E_TARGET and the like, E_NOT_FOUND where no part is its.
    """
    catalogue = Catalogue(language_of(assessment, supplier))
    scope = Reminder("supplier", supplier=supplier, asked_on=asked_on)
    content, layout = compose(
        assessment, scope, catalogue, paper, PaperMetrics(), letterhead=letterhead
    )
    write_pdf(content, target, catalogue, paper, layout)
    return target


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as failure:
        raise CodedError(
            Problem(
                "E_TARGET",
                msg("The folder {folder} cannot be used.", folder=folder.name),
                msg("Choose a folder that exists or that can be made."),
            )
        ) from failure


def _write(
    assessment: Assessment,
    folder: Path,
    at: int,
    mail: Mail,
    paper: str,
    *,
    letterhead: Letterhead | None,
) -> Iterator[Path]:
    yield from _write_mail(assessment, folder, at, mail, letterhead)
    language = mail.texts[0][0]
    letter, catalogue = folder / f"{_stem(at, mail)}.pdf", Catalogue(language)
    scope = Scope("supplier", supplier=mail.supplier)
    content, layout = compose(
        assessment, scope, catalogue, paper, PaperMetrics(), letterhead=letterhead
    )
    write_pdf(content, letter, catalogue, paper, layout)
    yield letter


def _stem(at: int, mail: Mail) -> str:
    return f"{at:02d} {file_stem(mail.supplier)}".rstrip()


def _write_mail(
    assessment: Assessment, folder: Path, at: int, mail: Mail, letterhead: Letterhead | None
) -> Iterator[Path]:
    """The mail and the questionnaire that goes with it."""
    text = folder / f"{_stem(at, mail)}.txt"
    body = mail.signed(letterhead.sender if letterhead else "")
    write_whole(text, lambda place: _put(place, f"{mail.subject}\n\n{body}\n"))
    yield text
    sheet = folder / f"{_stem(at, mail)}.xlsx"
    write_questionnaire(assessment, mail.supplier, sheet, mail.texts[0][0])
    yield sheet


def _put(place: Path, text: str) -> None:
    """With a mark of its encoding: some mail programs guess otherwise."""
    with place.open("w", encoding="utf-8-sig", newline="\r\n") as stream:
        stream.write(text)


def file_stem(supplier: str) -> str:
    """A supplier's name as part of a file name on any system; may be empty."""
    without_stops = _FULL_STOP.sub("", short(supplier))
    return " ".join(_NOT_IN_FILES.sub(" ", without_stops).split())
