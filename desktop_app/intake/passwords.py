"""Passwords of files, from a file of their own: they must not stand on a command line."""

from pathlib import Path

from desktop_app.intake.text_encodings import decode
from desktop_app.model.findings import CodedError, Problem, msg

LARGEST = 1_000_000
MOST = 100
"""Passwords that are tried; each costs up to a second of key stretching. Own judgement."""


def read_passwords(path: Path) -> tuple[str, ...]:
    """One password a line, blanks inside kept, empty lines skipped; in any encoding.

    Raises CodedError E_NOT_FOUND or E_TOO_LARGE.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as missing:
        what = msg("The file of passwords, {file}, cannot be read.", file=path.name)
        remedy = msg("Check the name, and that you may read it.")
        raise CodedError(Problem("E_NOT_FOUND", what, remedy)) from missing
    lines = [line.strip("\r\n\ufeff") for line in decode(raw)[0].split("\n")]
    found = tuple(dict.fromkeys(line for line in lines if line))
    if len(raw) > LARGEST or len(found) > MOST:
        what = msg("The file of passwords, {file}, holds too many.", file=path.name)
        remedy = msg("Write one password a line, at most {most}.", most=MOST)
        raise CodedError(Problem("E_TOO_LARGE", what, remedy))
    return found
