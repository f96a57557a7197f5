"""The command line: the window's twin for scripts, servers and tests; same pipeline."""

import argparse
import errno
import traceback
from collections.abc import Sequence
from pathlib import Path

from desktop_app.cli import (
    answering,
    asking,
    assessing,
    checking,
    comparing,
    flagging,
    installing,
    looking,
    requesting,
)
from desktop_app.cli.assessing import REPORT_KINDS
from desktop_app.cli.console import complain, complain_about
from desktop_app.cli.exit_codes import CANCELLED, NOT_WRITTEN, OK, UNEXPECTED, USAGE
from desktop_app.cli.parser import UsageError, day_in, parser_in
from desktop_app.cli.question import add_question
from desktop_app.cli.reading import add_passwords
from desktop_app.cli.recording import add_record
from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import Cancelled, CodedError
from desktop_app.model.inquiry import SCENARIOS
from desktop_app.paths import program_version

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code (see ``interface`` in the README)."""
    given = list(arguments)
    catalogue = Catalogue(_language_in(given))
    options = _parser(catalogue).parse_args(given)
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
            why = str(failure)
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


def _language_in(given: Sequence[str]) -> str:
    """The language of the help text is known before the arguments are parsed."""
    for position, word in enumerate(given):
        name = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and position + 1 < len(given):
            name = given[position + 1]
        if name in LANGUAGES:
            return name
    return "en"


def _parser(catalogue: Catalogue) -> argparse.ArgumentParser:
    text = catalogue.text
    parser = parser_in(catalogue)(
        prog="lodestone",
        description=text(
            "Which bought parts need a Chinese export licence, and which line stops first."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Lodestone {program_version()}",
        help=text("shows the version and ends"),
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    assess = commands.add_parser("assess", help=text("assess files and write the results"))
    _add_assess(assess, catalogue)

    questions = commands.add_parser(
        "questions", help=text("mails and questionnaires for suppliers, into a folder")
    )
    questions.set_defaults(command=requesting.questions)
    questions.add_argument("files", nargs="*", type=Path, metavar="FILE")
    questions.add_argument(
        "--out", required=True, type=Path, metavar="FOLDER",
        help=text("the folder for them; it is made where there is none"),
    )  # fmt: skip
    questions.add_argument(
        "--project", type=Path, metavar="FILE.lodestone",
        help=text("a project: its files where none are named; it remembers who was asked when"),
    )  # fmt: skip
    add_question(questions, catalogue)

    answers = commands.add_parser(
        "answers", help=text("reads answered questionnaires back into a project")
    )
    _add_answers(answers, catalogue)

    said = text("listed firms and the trade-practice setting, into a project")
    add_record(commands.add_parser("record", help=said), catalogue)

    columns = commands.add_parser("columns", help=text("what was found in the files, as JSON"))
    columns.set_defaults(command=looking.columns)
    columns.add_argument("files", nargs="+", type=Path, metavar="FILE")

    explain = commands.add_parser("explain", help=text("the decision path of one part"))
    explain.set_defaults(command=looking.explain)
    explain.add_argument("files", nargs="*", type=Path, metavar="FILE")
    explain.add_argument(
        "--part", required=True, metavar="SHEET!ROW", help=text("the part, such as Parts!17")
    )
    _add_project(explain, catalogue)
    add_question(explain, catalogue)

    compare = commands.add_parser(
        "compare", help=text("what another day, scenario or an earlier run changes")
    )
    _add_compare(compare, catalogue)

    ask = commands.add_parser("ask", help=text("a verdict on lines typed here; nothing is stored"))
    ask.set_defaults(command=asking.ask)
    ask.add_argument("text", nargs="+", metavar="TEXT")
    add_question(ask, catalogue)

    flags = commands.add_parser(
        "flags", help=text("what rules that bind the buyer say of the parts")
    )
    _add_flags(flags, catalogue)

    register = commands.add_parser("check-register", help=text("every control and its status"))
    _add_check_register(register, catalogue)

    install = commands.add_parser(
        "install-register", help=text("a new edition of the law from one file")
    )
    install.set_defaults(command=installing.install_register)
    install.add_argument("file", type=Path, metavar="FILE")
    install.add_argument("--check", action="store_true", help=text("checks it and changes nothing"))

    method = commands.add_parser("check-method", help=text("recomputes published worked examples"))
    method.set_defaults(command=checking.check_worked_examples)
    method.add_argument("file", type=Path, metavar="FILE.csv")

    self_test = commands.add_parser("self-test", help=text("checks that this copy is whole"))
    self_test.set_defaults(command=checking.self_test)
    for reads_files in (assess, questions, answers, columns, explain, compare, flags):
        add_passwords(reads_files, catalogue)
    for command in commands.choices.values():
        command.add_argument(
            "--language",
            choices=tuple(LANGUAGES),
            default="en",
            help=text("the language of everything that is said and written"),
        )
        command.add_argument("--details", action="store_true", help=argparse.SUPPRESS)
    return parser


def _add_compare(compare: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    compare.set_defaults(command=comparing.compare)
    compare.add_argument("files", nargs="*", type=Path, metavar="FILE")
    compare.add_argument(
        "--with", dest="other", required=True, metavar="SCENARIO|DATE|FILE|PROJECT[:RUN]",
        help=catalogue.text(
            "a scenario, a day, a scenario file, or a project: its newest run or one by number"
        ),
    )  # fmt: skip
    _add_project(compare, catalogue)
    add_question(compare, catalogue)


def _add_project(command: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    command.add_argument(
        "--project", type=Path, metavar="FILE.lodestone",
        help=catalogue.text(
            "facts, corrections and licences of a project; its files where none are named"
        ),
    )  # fmt: skip


def _add_answers(answers: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    text = catalogue.text
    answers.set_defaults(command=answering.answers)
    answers.add_argument("project", type=Path, metavar="PROJECT")
    answers.add_argument("files", nargs="*", type=Path, metavar="FILE")
    answers.add_argument(
        "--check", action="store_true", help=text("says what the answers change and keeps nothing")
    )
    answers.add_argument(
        "--out", type=Path, metavar="FOLDER",
        help=text("writes a reminder for each supplier that has not answered"),
    )  # fmt: skip
    add_question(answers, catalogue)


def _add_flags(flags: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    flags.set_defaults(command=flagging.flags)
    flags.add_argument("files", nargs="+", type=Path, metavar="FILE")
    flags.add_argument(
        "--answer", action="append", default=[], metavar="ID=yes|no",
        help=catalogue.text("what only you can tell, such as company_identified=yes"),
    )  # fmt: skip
    add_question(flags, catalogue)


def _add_check_register(register: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    text = catalogue.text
    register.set_defaults(command=checking.check_register)
    register.add_argument(
        "--on", type=day_in(catalogue), default=None, metavar="YYYY-MM-DD",
        help=text("the day of which the states are told; today where none is given"),
    )  # fmt: skip
    register.add_argument(
        "--scenario", default="today", metavar="|".join((*SCENARIOS, "FILE")),
        help=text("the law as it stands, suspensions lapsed or extended, or as a file supposes"),
    )  # fmt: skip
    register.add_argument("--short", action="store_true", help=text("the list of states alone"))
    register.add_argument(
        "--control", default="", metavar="ID", help=text("only announcements such as 2025-18")
    )


def _add_assess(assess: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    text = catalogue.text
    assess.set_defaults(command=assessing.assess)
    assess.add_argument("files", nargs="*", type=Path, metavar="FILE")
    add_question(assess, catalogue)
    _add_project(assess, catalogue)
    assess.add_argument(
        "--rates", type=Path, metavar="FILE.csv",
        help=text("currency,rate,date: what one unit is worth in your currency, whose rate is 1"),
    )  # fmt: skip
    assess.add_argument("--report", type=Path, metavar="OUT.pdf", help=text("the printed report"))
    assess.add_argument(
        "--kind", choices=REPORT_KINDS, default="management", help=text("which printed report")
    )
    assess.add_argument("--part", metavar="SHEET!ROW", help=text("the part of a dossier"))
    assess.add_argument("--supplier", metavar="NAME", help=text("the supplier of a letter"))
    assess.add_argument(
        "--workbook", type=Path, metavar="OUT.xlsx", help=text("every table as an Excel workbook")
    )
    assess.add_argument(
        "--fill-in", type=Path, metavar="OUT.xlsx",
        help=text("the fields of the licence papers of --kind licence as an Excel workbook"),
    )  # fmt: skip
    assess.add_argument("--json", metavar="OUT.json", help=text("all results; - for here"))
    assess.add_argument(
        "--parts", choices=("relevant", "all"), default="all",
        help=text("relevant: the JSON leaves out parts that need no licence and hold no rare earths"),
    )  # fmt: skip
    assess.add_argument(
        "--logo", type=Path, metavar="FILE.png", help=text("a picture for the report's first page")
    )
    assess.add_argument(
        "--sender", default="", metavar="TEXT", help=text("your firm's name and address, for it")
    )
    assess.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help=text("the size of the pages")
    )
