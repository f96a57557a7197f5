"""Reads dropped files into one table of parts; a file that cannot be read says why, no more."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from desktop_app.intake.confirmed import Ask, nothing_confirmed
from desktop_app.intake.headings import HeadingBook, heading_book
from desktop_app.intake.known_numbers import knowing
from desktop_app.intake.numbers_of_others import Kept, numbers_in, read_knowing_others
from desktop_app.intake.problems import problem
from desktop_app.intake.reader_pool import Answered, answers
from desktop_app.intake.understanding import FileParts, gather, understand
from desktop_app.model.collecting import without_collecting
from desktop_app.model.findings import msg
from desktop_app.model.progress import Report
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile

SPREADSHEETS = frozenset(
    (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots", ".csv", ".tsv",
     ".tab", ".txt")
)  # fmt: skip
"""What is taken out of a dropped folder; a file dropped by itself is looked at whatever its name."""


MOST_COLUMNS = 10_000
"""Columns of all sheets of a file together. Finding out what a column means takes a few milliseconds, so
that a file ends within half a minute; honest workbooks of many sheets have some hundreds."""
WIDEST = 300
"""So many columns of a sheet count; further to the right little is looked at."""


def read_files(
    paths: Sequence[Path],
    report: Report,
    passwords: Sequence[str] = (),
    confirmed: Ask = nothing_confirmed,
    *,
    on: date | None = None,
    meanwhile: Callable[[], object] | None = None,
    beside: Reading | None = None,
) -> Reading:
    """Reads files and the spreadsheets of folders. Never raises for a bad file; see SourceFile.

    ``passwords`` are tried on files that ask for one. ``confirmed`` is asked what a
    user has said of the columns of lists with the same headings. ``on``: the day that is asked about, which
    decides between columns of years; today where it is not given. ``Cancelled`` from ``report`` passes through
    and ends the readers. ``meanwhile`` is done while the first file is being read. ``beside``: what
    lies there already, whose part numbers tell which columns of these files are such; files among
    ``paths`` count for nothing in it.
    """
    files = list(_files_in(paths))
    with without_collecting(), answers(files, report, passwords) as read:
        if meanwhile is not None:
            meanwhile()
        known = frozenset[str]() if beside is None else numbers_in(beside, set(map(str, files)))
        return read_together(
            _reported(files, read, report), len(files), confirmed, on=on, known=known
        )


def _reported(
    files: Sequence[Path], read: Iterator[Answered], report: Report
) -> Iterator[Answered]:
    for number, path in enumerate(files):
        report(msg("Reading {file}", file=path.name), number, len(files))
        yield next(read)


def read_together(
    read: Iterable[Answered],
    count: int,
    confirmed: Ask = nothing_confirmed,
    *,
    on: date | None = None,
    known: frozenset[str] = frozenset(),
) -> Reading:
    """What readers said of ``count`` files, understood one by one, and once more where others tell more.

    ``known``: part numbers of lists beside them.
    """
    book, found, kept = heading_book(), list[FileParts](), Kept()
    for number, answered in enumerate(read):
        if count > 1 or known:
            kept.keep(number, answered)
        found.append(_understood(answered, book, confirmed, on))

    def again(one: Answered, numbers: frozenset[str]) -> FileParts:
        return _understood(one, knowing(book, numbers), confirmed, on)

    read_knowing_others(found, kept, again, known)
    return gather(found)


def _files_in(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        try:
            inside = list(_spreadsheets_of(path)) if path.is_dir() else [path]
        except OSError:
            # A folder that may not be looked into, or a name that no file can have: reading says why.
            inside = [path]
        yield from inside


def _spreadsheets_of(folder: Path) -> Iterator[Path]:
    yield from sorted(
        inside
        for inside in folder.iterdir()
        if inside.suffix.casefold() in SPREADSHEETS
        and not inside.name.startswith(("~$", "."))
        and inside.is_file()
    )


def _understood(
    answered: Answered, book: HeadingBook, confirmed: Ask, on: date | None
) -> FileParts:
    path = answered.path
    if answered.refused is not None:
        return FileParts(_refused(answered, answered.refused))
    sheets = answered.content.get("sheets", ())
    if sum(min(len(sheet["columns"]), WIDEST) for sheet in sheets) > MOST_COLUMNS:
        return FileParts(_refused(answered, "E_TOO_LARGE"))
    try:
        return understand(path, answered.sha256, answered.content, book, confirmed, on=on)
    except Exception:
        # A list that we understand wrongly must not take the other files with it.
        logging.getLogger(__name__).exception("understanding a file failed")
        return FileParts(_refused(answered, "E_READER_CRASH"))


def _refused(answered: Answered, code: str) -> SourceFile:
    path = answered.path
    return SourceFile(
        str(path), answered.sha256, "", "refused", problem(code, path.name, answered.why)
    )
