"""Reads small tables that a user gives by hand, such as rates, line by line or refused in words."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desktop_app.model.findings import CodedError, Message, Problem, msg


def given_rows(path: Path, needed: Sequence[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """(line, cells by column) of a comma-separated file in UTF-8 that has at least these columns.

    Raises CodedError: E_NOT_FOUND, or E_CSV naming the line that cannot be understood.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as failure:
        raise CodedError(
            Problem(
                "E_NOT_FOUND",
                msg("{file} is not there.", file=path.name),
                msg("Check the name and the folder."),
            )
        ) from failure
    except (OSError, UnicodeDecodeError) as failure:
        raise refused(path, 1, msg("it is no readable text in UTF-8")) from failure
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if missing := [name for name in needed if name not in (reader.fieldnames or ())]:
            raise refused(path, 1, msg("it lacks the columns {names}", names=", ".join(missing)))
        for row in reader:
            if None in row.values() or None in row:
                raise refused(path, reader.line_num, msg("it has too many or too few cells"))
            yield reader.line_num, row
    except csv.Error as failure:
        raise refused(path, reader.line_num, msg("it is no comma-separated row")) from failure


def refused(path: Path, line: int, what: Message) -> CodedError:
    """Why a line of such a file cannot be used (E_CSV)."""
    return CodedError(
        Problem(
            "E_CSV",
            msg("{file}, line {line}: {what}.", file=path.name, line=line, what=what),
            msg("Correct the file and try again."),
        )
    )
