"""``lodestone`` and ``python -m desktop_app``: the window, or the command line with arguments.

A hidden first argument makes this process a reader of supplier files; it is looked at before
anything heavy is imported, so that a reader child starts quickly and holds little.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

READER_CHILD = "--reader-child"
NEW_OBJECTS = 500_000
"""After so many the collector looks among the new ones; Python itself looks after 700. Loading makes
about 300,000 that stay, so that it need not look among them at all."""
COMMANDS = (
    "assess", "questions", "answers", "record", "columns", "explain", "compare", "ask", "flags",
    "check-register", "install-register", "check-method", "self-test",
)  # fmt: skip
"""The words of the command line, known here before its parser is loaded: a folder that happens to be
called ``answers`` must not turn a command into files for the window."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one role of the program and returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_into_nothing()
    # numpy's linear algebra is not used here: its threads would only spin while they are made.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if given[:1] == [READER_CHILD]:
        from desktop_app.intake.reader_child import main as read_for_parent

        return read_for_parent(given[1:])
    if given and not _are_files(given):
        # Nearly all that a command makes stays until it ends: looking for garbage at every 700th
        # new object took a tenth of its time.
        gc.set_threshold(NEW_OBJECTS, 50, 1_000)
        from desktop_app.cli import main as command_line

        code = command_line(given)
        if arguments is None:
            _end(code)
        return code
    # Loading leaves nothing to collect; the window turns the collector on once it stands.
    gc.disable()
    try:
        from desktop_app.ui.app import main as window
    except ImportError as missing:  # a server without the libraries Qt draws with
        from desktop_app.ui.no_display import say_no_window

        return say_no_window(str(missing))
    return window(given)


def _speak_into_nothing() -> None:
    """The program of the window has no output on Windows: what is said there must not end it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nothing)


def _end(code: int) -> None:
    """Ends the process of a command as it stands: all is written, and taking apart the parts of a
    long list one by one took a fortieth of the time. Returns where the last words find no reader."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return
    os._exit(code)


def _are_files(given: Sequence[str]) -> bool:
    """Files dropped on the executable come as plain paths, not as a command."""
    is_there = os.path.exists  # says no where a Path raises
    return given[0] not in COMMANDS and all(
        not name.startswith("-") and is_there(name) for name in given
    )


if __name__ == "__main__":
    raise SystemExit(main())
