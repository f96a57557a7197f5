"""Where no window can be shown, the program says so and names the line that works without one.

Qt itself ends the process by an abort, with words for programmers; this takes the words before that.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

NO_WINDOW = 2
"""Exit code of wrong usage, as on the command line: without a display it has to be called otherwise."""
EXAMPLE = "lodestone assess parts.xlsx --report report.pdf"


def say_no_window(why: str) -> int:
    """Tells on standard error that there can be no window, and what to do; gives the exit code.

    ``why``: the first line of what the system said, for whoever is asked for help.
    """
    from desktop_app.language.catalogue import Catalogue, spoken_language

    text = Catalogue(spoken_language()).text
    said = (
        text("No window can be shown here: the program found no screen it can use."),
        text("It works without one: {line}", line=EXAMPLE),
        text("All commands: {line}", line="lodestone --help"),
        f"({why.strip().partition(chr(10))[0]})",
    )
    sys.stderr.write("\n".join(said) + "\n")
    sys.stderr.flush()
    return NO_WINDOW


@contextmanager
def said_plainly() -> Iterator[None]:
    """While the application is made, the fatal words of Qt become ours and end the program."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    warnings: list[str] = []

    def heard(kind: QtMsgType, _where: object, words: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            os._exit(say_no_window(next(iter(warnings), words)))  # Qt aborts when this returns
        warnings.append(words)

    before = qInstallMessageHandler(heard)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    sys.stderr.writelines(f"{words}\n" for words in warnings)
