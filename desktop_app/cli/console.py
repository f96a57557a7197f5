"""What the command line prints: progress to standard error, results to standard output."""

import sys

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, Problem


class Progress:
    """A bar on a terminal, one line a step otherwise; standard error only."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.is_terminal = sys.stderr.isatty()
        self.last = ""

    def __call__(self, what: Message, done: int, total: int) -> None:
        """Shows where the work is."""
        words = self.catalogue.say(what)
        if self.is_terminal:
            filled = 20 * done // max(1, total)
            sys.stderr.write(f"\r[{'#' * filled:<20}] {words[:50]:<50}")
            sys.stderr.flush()
        elif words != self.last:
            complain(words)
        self.last = words

    def end(self) -> None:
        """Leaves the terminal's line empty for what follows."""
        if self.is_terminal:
            sys.stderr.write("\r" + " " * 74 + "\r")


def say(line: str) -> None:
    """A line of the result."""
    sys.stdout.write(line + "\n")


def complain(line: str) -> None:
    """A line of progress or complaint."""
    sys.stderr.write(line + "\n")


def complain_about(problem: Problem, catalogue: Catalogue) -> None:
    """What happened, what to do, and the code."""
    complain(f"{catalogue.say(problem.message)} {catalogue.say(problem.remedy)} ({problem.code})")
