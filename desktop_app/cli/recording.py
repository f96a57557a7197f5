"""``record``: puts what a named user knows of the law into a project: listed firms, trade practice."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.console import complain, complain_about, say
from desktop_app.cli.exit_codes import NOT_WRITTEN, OK, USAGE
from desktop_app.cli.question import day
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
    what.add_argument("--end-trade-practice", action="store_true")
    parser.add_argument("--list", choices=("control", "watch"), default="control")
    parser.add_argument("--announcement", default="", metavar="TEXT")
    parser.add_argument("--since", type=day, default=None, metavar="YYYY-MM-DD")
    parser.add_argument("--country", default="", metavar="ISO2")
    parser.add_argument("--source", default="", metavar="TEXT", help=text("where it was read"))
    parser.add_argument("--reason", default="", metavar="TEXT", help=text("why it is done"))


def record(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Adds one record to a project and says what was recorded; it can be undone there."""
    from desktop_app.project.opening import open_project
    from desktop_app.project.records import describe

    try:
        made = _record_of(options)
    except ValueError as failure:
        complain(str(failure))
        return USAGE
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


def _record_of(options: argparse.Namespace) -> "Record":
    """Raises ValueError for a record that lacks what it must state."""
    from desktop_app.project.keys import folded
    from desktop_app.project.own_law import ListedName, TradePractice
    from desktop_app.project.records import Removed

    today = today_in_china()
    if options.forget:
        return Removed("ListedName", folded(options.forget))
    if options.listed:
        return ListedName(
            options.listed, options.list, options.since or today, options.announcement,
            options.source, options.by, today, options.country,
        )  # fmt: skip
    ended = bool(options.end_trade_practice)
    reason = options.reason or ("ended" if ended else "")
    return TradePractice(options.by, reason, options.since or today, ended)
