"""The command line: the window's twin for scripts, servers and tests; same pipeline."""

import errno
import os
import traceback
from collections.abc import Sequence
from pathlib import Path

from desktop_app.cli.commands import command_names, command_parser
from desktop_app.cli.console import complain, complain_about
from desktop_app.cli.exit_codes import CANCELLED, NOT_WRITTEN, NOTHING_READ, OK, UNEXPECTED, USAGE
from desktop_app.cli.parser import UsageError
from desktop_app.language.catalogue import LANGUAGES, Catalogue, spoken_language
from desktop_app.model.findings import Cancelled, CodedError

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code (see "The command line" in the README)."""
    given = list(arguments)
    gone = files_not_there(given)
    if gone:
        return _say_not_there(gone, Catalogue(spoken_language()))
    catalogue = Catalogue(_language_in(given))
    options = command_parser(catalogue, *given[:1]).parse_args(given)
    try:
        return int(options.command(options, catalogue))
    except (Cancelled, KeyboardInterrupt):
        complain(catalogue.text("Cancelled. Nothing was written."))
        return CANCELLED
    except UsageError as failure:
        complain(catalogue.say(failure.said))
        return USAGE
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOT_WRITTEN
    except BrokenPipeError:
        return OK
    except OSError as failure:
        if failure.errno not in _FULL:
            return _unexpected(failure, options.details, catalogue)
        complain(catalogue.text("The output was cut short: its disk is full."))
        return NOT_WRITTEN
    except Exception as failure:  # the last line of defence: one sentence, details on request
        from desktop_app.register.strict import RegisterError

        if isinstance(failure, RegisterError):
            why = failure.said
            complain(catalogue.text("A file of law or scenario cannot be read: {why}", why=why))
            return USAGE
        return _unexpected(failure, options.details, catalogue)


_FULL = (errno.ENOSPC, errno.EDQUOT)


def _unexpected(failure: Exception, details: bool, catalogue: Catalogue) -> int:
    complain(catalogue.text("Something unexpected went wrong; nothing was changed."))
    complain(f"{type(failure).__name__}: {failure}")
    if details:
        traceback.print_exc()
    return UNEXPECTED


def files_not_there(given: Sequence[str]) -> list[str]:
    """Files that were to be shown in the window but are not there. A bare first word is none: it is a
    command that somebody mistyped. What cannot be looked at counts as not there."""
    if not given or any(word.startswith("-") for word in given) or given[0] in command_names():
        return []
    first = Path(given[0])
    is_there = os.path.exists  # says no where a Path raises
    is_file = bool(first.suffix) or first.name != given[0] or is_there(first)
    return [word for word in given if not is_there(word)] if is_file else []


def _say_not_there(files: Sequence[str], catalogue: Catalogue) -> int:
    from desktop_app.intake.problems import problem

    for file in files:
        complain_about(problem("E_NOT_FOUND", file), catalogue)
    complain(catalogue.text("All commands: {line}", line="lodestone --help"))
    return NOTHING_READ


def _language_in(given: Sequence[str]) -> str:
    """The language of the help text is known before the arguments are parsed."""
    for position, word in enumerate(given):
        name = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and position + 1 < len(given):
            name = given[position + 1]
        if name in LANGUAGES:
            return name
    return "en"
