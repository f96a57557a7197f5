"""``record``: puts what a named user knows of the law into a project: listed firms, trade practice."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.console import complain, complain_about, say
from desktop_app.cli.exit_codes import NOT_WRITTEN, OK, USAGE
from desktop_app.cli.parser import country_in, day_in
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.model.inquiry import today_in_china

if TYPE_CHECKING:
    from desktop_app.project.records import Record


def add_record(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """The options of ``record``."""
    text = catalogue.text
    parser.set_defaults(command=record)
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("--by", required=True, metavar="NAME", help=text("who answers for it"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--listed", metavar="NAME", help=text("a firm that you read to be listed"))
    what.add_argument("--forget", metavar="NAME", help=text("takes such a firm off again"))
    what.add_argument(
        "--trade-practice", action="store_true",
        help=text("judges magnets by trade practice, for a time and never in licence papers"),
    )  # fmt: skip
    what.add_argument(
        "--end-trade-practice", action="store_true", help=text("ends that setting today")
    )
    for option, help_text in (
        ("--buyer", text("the firm that buys: it is compared with the lists of firms")),
        ("--consignee", text("the firm that receives the goods, compared likewise")),
        ("--end-user", text("the firm that uses the goods, compared likewise")),
    ):
        what.add_argument(option, metavar="NAME", help=help_text)
    parser.add_argument(
        "--list", choices=("control", "watch"), default="control",
        help=text("whether the firm is on the control list or on the watch list"),
    )  # fmt: skip
    parser.add_argument(
        "--announcement", default="", metavar="TEXT", help=text("which announcement names it")
    )
    parser.add_argument(
        "--since", type=day_in(catalogue), default=None, metavar="YYYY-MM-DD",
        help=text("the first day on which it counts; today where none is given"),
    )  # fmt: skip
    parser.add_argument(
        "--country", type=country_in(catalogue), default=None, metavar="ISO2",
        help=text("the country of the firm"),
    )  # fmt: skip
    parser.add_argument("--source", default="", metavar="TEXT", help=text("where it was read"))
    parser.add_argument("--reason", default="", metavar="TEXT", help=text("why it is done"))


def record(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Adds one record to a project and says what was recorded; it can be undone there."""
    from desktop_app.project.opening import open_project
    from desktop_app.project.records import describe

    lacking = _lacking(options)
    if lacking is not None:
        complain(
            catalogue.text(
                "{option} is missing: a record states who read what where, and why.", option=lacking
            )
        )
        return USAGE
    made = _record_of(options)
    try:
        with open_project(options.project) as project:
            if options.forget and all(found.key != _key(made) for found in project.project.listed):
                complain(
                    catalogue.text("No listed name {name} was added here.", name=options.forget)
                )
                return USAGE
            project.do(made)
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOT_WRITTEN
    say(catalogue.say(describe(made)))
    return OK


def _key(made: "Record") -> str:
    return getattr(made, "key", "")


def _lacking(options: argparse.Namespace) -> str | None:
    """The option without which this record is worth nothing later; None where all are there."""
    needed: tuple[str, ...] = ("--by",)
    if options.forget is not None:
        needed = ("--forget", "--by")
    elif options.listed is not None:
        needed = ("--listed", "--announcement", "--source", "--by")
    elif options.trade_practice:
        needed = ("--reason", "--by")
    stated = {name: getattr(options, name.removeprefix("--")) for name in needed}
    return next((name for name, text in stated.items() if not text.strip()), None)


def _record_of(options: argparse.Namespace) -> "Record":
    from desktop_app.project.decisions import ROLES, Setting
    from desktop_app.project.keys import folded
    from desktop_app.project.own_law import ListedName, TradePractice
    from desktop_app.project.records import Removed

    for role in ROLES:
        if getattr(options, role) is not None:
            return Setting(role, " ".join(getattr(options, role).split()))
    today = today_in_china()
    if options.forget:
        return Removed("ListedName", folded(options.forget))
    if options.listed:
        return ListedName(
            options.listed, options.list, options.since or today, options.announcement,
            options.source, options.by, today, options.country or "",
        )  # fmt: skip
    ended = bool(options.end_trade_practice)
    reason = options.reason or ("ended" if ended else "")
    return TradePractice(options.by, reason, options.since or today, ended)
