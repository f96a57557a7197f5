"""The parser of the command line: help and complaints in the user's language, one line each."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar, NoReturn

from desktop_app.cli.console import complain
from desktop_app.cli.exit_codes import USAGE
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2999, 12, 31)
"""Days outside are slips of the hand; reckoning forward from them would leave the calendar."""

_SAID: tuple[tuple[str, Message], ...] = (
    (
        r"(?P<option>.+): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<list>.+)\)",
        msg("{option}: {value} is none of {list}."),
    ),
    (r"the following arguments are required: (?P<list>.+)", msg("Missing: {list}.")),
    (
        r"one of the arguments (?P<list>.+) is required",
        msg("One of these is missing: {list}."),
    ),
    (r"unrecognized arguments: (?P<list>.+)", msg("Not known to this command: {list}.")),
    (
        r"(?P<option>.+): expected (?:one|at least one) argument",
        msg("{option}: what it is to be is missing."),
    ),
    (
        r"(?P<option>.+): not allowed with argument (?P<other>.+)",
        msg("{option} and {other} exclude each other."),
    ),
)
"""What argparse says in English, and how we say it; a sentence that is not here is passed on."""


class UsageError(Exception):
    """A command that cannot be carried out as it was given; ``said`` is what is wrong."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.template)
        self.said = said


class Parser(argparse.ArgumentParser):
    """Complains in one line of the catalogue's language and names the page of help."""

    catalogue: ClassVar[Catalogue]

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, **settings)
        catalogue = self.catalogue
        self._positionals.title = catalogue.text("what it is about")
        self._optionals.title = catalogue.text("options")
        self.add_argument(
            "-h", "--help", action="help", help=catalogue.text("shows this page and ends")
        )

    def format_help(self) -> str:
        """The page of help; argparse writes its first word in English."""
        usage = self.catalogue.text("usage")
        return re.sub(r"\Ausage", lambda _: usage, super().format_help())

    def error(self, message: str) -> NoReturn:
        """Says what is wrong and where the options stand; exit 2."""
        complain(f"{self.prog}: {_said(message, self.catalogue)}")
        complain(self.catalogue.text("All options: {command}", command=f"{self.prog} --help"))
        raise SystemExit(USAGE)


def parser_in(catalogue: Catalogue) -> type[Parser]:
    """The parser of one language; argparse makes those of the commands from its class."""

    class Speaking(Parser):
        """Speaks the language of the catalogue."""

    Speaking.catalogue = catalogue
    return Speaking


def _said(message: str, catalogue: Catalogue) -> str:
    plain = message.removeprefix("argument ")
    for pattern, template in _SAID:
        found = re.fullmatch(pattern, plain)
        if found is not None:
            words = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            return catalogue.say(Message(template.template, tuple(words.items())))
    return plain


def day_in(catalogue: Catalogue) -> Callable[[str], date]:
    """The type of an option that is a day."""

    def day(text: str) -> date:
        try:
            found = date.fromisoformat(text)
        except ValueError:
            said = catalogue.text("{value} is not a day such as 2026-11-30.", value=text)
            raise argparse.ArgumentTypeError(said) from None
        if not FIRST_DAY <= found <= LAST_DAY:
            said = catalogue.text(
                "{value} lies outside the years {first} to {last}.",
                value=text, first=str(FIRST_DAY.year), last=str(LAST_DAY.year),
            )  # fmt: skip
            raise argparse.ArgumentTypeError(said)
        return found

    return day


def country_in(catalogue: Catalogue) -> Callable[[str], str]:
    """The type of an option that is a country, given by its code or by a name."""

    def country(text: str) -> str:
        from desktop_app.intake.values import countries

        code = countries().get(text.casefold()) if len(text) == 2 else None
        if code is None:
            said = catalogue.text(
                "{value} is not a country code of two letters such as DE.", value=text
            )
            raise argparse.ArgumentTypeError(said)
        return code

    return country
