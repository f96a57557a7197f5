"""The commands and their options."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

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
from desktop_app.cli.parser import day_in, parser_in
from desktop_app.cli.question import add_question
from desktop_app.cli.reading import add_passwords
from desktop_app.cli.recording import add_record
from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import SCENARIOS
from desktop_app.paths import program_version

Adds: TypeAlias = Callable[[argparse.ArgumentParser, Catalogue], None]


def command_parser(catalogue: Catalogue, named: str = "") -> argparse.ArgumentParser:
    """The parser of the whole command line; ``command`` of what it parses runs the command. Where the
    one that is ``named`` is a command, the options of the others are left out."""
    text = catalogue.text
    parser = parser_in(catalogue)(
        prog="lodestone",
        description=text(
            "Which bought parts need a Chinese export licence, and which line stops first."
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"Lodestone {program_version()}",
        help=text("shows the version and ends"),
    )  # fmt: skip
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (said, add) in _COMMANDS.items():
        command = commands.add_parser(name, help=catalogue.say(said))
        if named in _COMMANDS and name != named:
            continue
        add(command, catalogue)
        if name in _READS_FILES:
            add_passwords(command, catalogue)
        command.add_argument(
            "--language", choices=tuple(LANGUAGES), default="en",
            help=text("the language of everything that is said and written"),
        )  # fmt: skip
        command.add_argument("--details", action="store_true", help=argparse.SUPPRESS)
    return parser


def command_names() -> frozenset[str]:
    """The first words that are commands."""
    return frozenset(_COMMANDS)


def _add_questions(questions: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    text = catalogue.text
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
    _add_letterhead(questions, catalogue)
    add_question(questions, catalogue)


def _add_columns(columns: argparse.ArgumentParser, _catalogue: Catalogue) -> None:
    columns.set_defaults(command=looking.columns)
    columns.add_argument("files", nargs="+", type=Path, metavar="FILE")


def _add_explain(explain: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    explain.set_defaults(command=looking.explain)
    explain.add_argument("files", nargs="*", type=Path, metavar="FILE")
    explain.add_argument(
        "--part", required=True, metavar="SHEET!ROW",
        help=catalogue.text("the part, such as Parts!17"),
    )  # fmt: skip
    _add_project(explain, catalogue)
    add_question(explain, catalogue)


def _add_ask(ask: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    ask.set_defaults(command=asking.ask)
    ask.add_argument("text", nargs="+", metavar="TEXT")
    add_question(ask, catalogue)


def _add_install_register(install: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    install.set_defaults(command=installing.install_register)
    install.add_argument("file", type=Path, metavar="FILE")
    install.add_argument(
        "--check", action="store_true", help=catalogue.text("checks it and changes nothing")
    )


def _add_check_method(method: argparse.ArgumentParser, _catalogue: Catalogue) -> None:
    method.set_defaults(command=checking.check_worked_examples)
    method.add_argument("file", type=Path, metavar="FILE.csv")


def _add_self_test(self_test: argparse.ArgumentParser, _catalogue: Catalogue) -> None:
    self_test.set_defaults(command=checking.self_test)


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
    _add_letterhead(answers, catalogue)
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
    assess.add_argument(
        "--part", metavar="SHEET!ROW", help=text("the part of a dossier, or of licence papers")
    )
    assess.add_argument(
        "--supplier",
        metavar="NAME",
        help=text("the supplier of a letter, or of licence papers for one order"),
    )
    assess.add_argument(
        "--group", metavar="NAME", help=text("the purchasing group of a Monday sheet")
    )
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
    _add_letterhead(assess, catalogue)


def _add_letterhead(command: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Who writes, and on which paper."""
    text = catalogue.text
    command.add_argument(
        "--logo", type=Path, metavar="FILE.png", help=text("a picture for the report's first page")
    )
    command.add_argument(
        "--sender", default="", metavar="TEXT", help=text("your firm's name and address, for it")
    )
    command.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help=text("the size of the pages")
    )


_READS_FILES = frozenset(
    ("assess", "questions", "answers", "columns", "explain", "compare", "flags")
)
"""They take passwords of locked files."""
_COMMANDS: dict[str, tuple[Message, Adds]] = {
    "assess": (msg("assess files and write the results"), _add_assess),
    "questions": (msg("mails and questionnaires for suppliers, into a folder"), _add_questions),
    "answers": (msg("reads answered questionnaires back into a project"), _add_answers),
    "record": (msg("listed firms and the trade-practice setting, into a project"), add_record),
    "columns": (msg("what was found in the files, as JSON"), _add_columns),
    "explain": (msg("the decision path of one part"), _add_explain),
    "compare": (msg("what another day, scenario or an earlier run changes"), _add_compare),
    "ask": (msg("a verdict on lines typed here; nothing is stored"), _add_ask),
    "flags": (msg("what rules that bind the buyer say of the parts"), _add_flags),
    "check-register": (msg("every control and its status"), _add_check_register),
    "install-register": (msg("a new edition of the law from one file"), _add_install_register),
    "check-method": (msg("recomputes published worked examples"), _add_check_method),
    "self-test": (msg("checks that this copy is whole"), _add_self_test),
}
