"""The question of a command: day, destination, end use, scenario."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.cli.console import complain
from desktop_app.cli.exit_codes import USAGE
from desktop_app.model.inquiry import END_USES, SCENARIOS, Inquiry, today_in_china


def add_question(parser: argparse.ArgumentParser) -> None:
    """The options of the question."""
    parser.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
    parser.add_argument("--destination", type=_country, default=None, metavar="ISO2")
    parser.add_argument("--end-use", choices=END_USES, default=None)
    parser.add_argument("--scenario", default="today", metavar="|".join((*SCENARIOS, "FILE")))


def day(text: str) -> date:
    """A day of an option. Raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from None


def _country(text: str) -> str:
    from desktop_app.intake.values import countries

    code = countries().get(text.casefold()) if len(text) == 2 else None
    if code is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a country code of two letters")
    return code


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
    """The overlay file of a scenario that is none of the three; exit 2 when it is not there.

    ``option``: what named it.
    """
    if scenario in SCENARIOS:
        return None
    if not Path(scenario).is_file():
        beside = " no day, no project" if option == "--with" else ""
        complain(f"{option}: {scenario!r} is none of {', '.join(SCENARIOS)},{beside} and no file")
        raise SystemExit(USAGE)
    return Path(scenario)
