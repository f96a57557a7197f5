"""The bytes of a file that somebody hands over: small, there and readable, or a plain refusal."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.model.findings import CodedError, Message, Problem, msg


def handed_over(
    path: Path, most: int, too_large: Message, refuse: Callable[[str, Message], CodedError]
) -> bytes:
    """What the file holds.

    ``most``: bytes; a larger one is not read. ``refuse``: makes the error of a code and a reason.
    Raises CodedError: E_NOT_FOUND, E_TOO_LARGE, E_NO_PERMISSION or E_EMPTY.
    """
    try:
        if path.stat().st_size > most:
            raise refuse("E_TOO_LARGE", too_large)
        data = path.read_bytes()
    except FileNotFoundError as failure:
        raise CodedError(
            Problem(
                "E_NOT_FOUND",
                msg("{file} is not there.", file=path.name),
                msg("Check the name, or whether the drive is connected."),
            )
        ) from failure
    except OSError as failure:
        raise refuse("E_NO_PERMISSION", msg("it cannot be read")) from failure
    if not data:
        raise refuse("E_EMPTY", msg("it holds no bytes"))
    return data
