"""The question of a command: day, destination, end use, scenario."""

import argparse
from dataclasses import replace
from pathlib import Path

from desktop_app.cli.parser import UsageError, country_in, day_in
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg
from desktop_app.model.inquiry import END_USES, SCENARIOS, Inquiry, today_in_china


def add_question(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """The options of the question."""
    text = catalogue.text
    parser.add_argument(
        "--on", type=day_in(catalogue), default=None, metavar="YYYY-MM-DD",
        help=text("the day on which the goods leave China; today where none is given"),
    )  # fmt: skip
    parser.add_argument(
        "--destination", type=country_in(catalogue), default=None, metavar="ISO2",
        help=text("the country to which they go, such as DE"),
    )  # fmt: skip
    parser.add_argument(
        "--end-use", choices=END_USES, default=None, help=text("what they are used for")
    )
    parser.add_argument(
        "--scenario", default="today", metavar="|".join((*SCENARIOS, "FILE")),
        help=text("the law as it stands, suspensions lapsed or extended, or as a file supposes"),
    )  # fmt: skip


def inquiry_of(options: argparse.Namespace, setting: Inquiry | None = None) -> Inquiry:
    """The question the options ask; what is not given is as in ``setting``, the question of a
    project, else assumed and marked so. The day is always today unless it is given. An option goes
    before what a scenario file sets, and that before the project."""
    setting = under_scenario(options.scenario, setting or Inquiry(today_in_china()))
    return Inquiry(
        on=options.on or today_in_china(),
        destination=options.destination or setting.destination,
        end_use=options.end_use or setting.end_use,
        scenario=setting.scenario,
        on_assumed=options.on is None,
        destination_assumed=options.destination is None and setting.destination_assumed,
        end_use_assumed=options.end_use is None and setting.end_use_assumed,
    )


def under_scenario(scenario: str, inquiry: Inquiry) -> Inquiry:
    """The question under one of the three scenarios or that of a file, which may set what is asked.

    Raises RegisterError for a file that cannot be read.
    """
    from desktop_app.register.scenario import read_scenario

    overlay = overlay_of(scenario)
    if overlay is None:
        return replace(inquiry, scenario=scenario)
    return read_scenario(overlay).asked(inquiry)


def overlay_of(scenario: str, option: str = "--scenario") -> Path | None:
    """The overlay file of a scenario that is none of the three. Raises UsageError where it is not there.

    ``option``: what named it.
    """
    if scenario in SCENARIOS:
        return None
    if not Path(scenario).is_file():
        given = {"option": option, "value": scenario, "list": ", ".join(SCENARIOS)}
        said = (
            msg("{option}: {value} is none of {list}, no day, no project and no file.", **given)
            if option == "--with"
            else msg("{option}: {value} is none of {list}, and no file.", **given)
        )
        raise UsageError(said)
    return Path(scenario)
