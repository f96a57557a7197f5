"""``check-register``, ``check-method`` and ``self-test``: what this copy rests on."""

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.cli.console import complain, complain_about, say
from desktop_app.cli.exit_codes import NOTHING_READ, OK, UNEXPECTED, USAGE
from desktop_app.cli.question import overlay_of, under_scenario
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, Message, nmsg
from desktop_app.model.inquiry import Inquiry, today_in_china
from desktop_app.model.words import STATUS_WORDS
from desktop_app.paths import shipped

if TYPE_CHECKING:
    from desktop_app.assessment.check_method import Checked
    from desktop_app.assessment.worked_geopolrisk import Reference


def check_register(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Prints every provision with its status on a day and its source, then the whole register.

    With ``--short`` the list alone; with ``--control`` only announcements whose id holds a text.
    """
    from desktop_app.assessment.licence import edition_info
    from desktop_app.cli.register_pages import register_pages
    from desktop_app.register.edition import load_edition

    edition = load_edition(overlay_of(options.scenario))
    inquiry = under_scenario(options.scenario, Inquiry(on=options.on or today_in_china()))
    info = edition_info(edition, inquiry)
    say(
        catalogue.text(
            "Register edition {edition}, law last read {read}. Status on {on}:",
            edition=info.edition,
            read=info.reviewed_through,
            on=inquiry.on,
        )
    )
    listed = [control for control in info.controls if options.control in control.id]
    if edition.covers_from is not None and inquiry.on < edition.covers_from:
        say(
            catalogue.text(
                "The register begins on {day}; what bound exports before is not known to it.",
                day=edition.covers_from,
            )
        )
    elif not info.controls:
        say(catalogue.text("None of the announcements had been issued by then."))
    elif not listed:
        complain(catalogue.text("The register has no announcement {id}.", id=options.control))
        return USAGE
    for note in edition.notes:
        complain(catalogue.say(note))
    for control in listed:
        title = catalogue.say(Message(control.title))
        say(f"{control.status:<12} {control.id} {control.provision}  {title}")
        until = f" – {control.until.isoformat()}" if control.until else ""
        state = catalogue.say(STATUS_WORDS[control.status])
        say(f"{'':<12} {state}, {control.since.isoformat()}{until}  {control.source}")
    if not options.short:
        for line in register_pages(edition, inquiry, catalogue, options.control):
            say(line)
    return OK


def check_worked_examples(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """One line an example: case, figure, published, computed, outcome; then what it adds up to."""
    from desktop_app.assessment.check_method import all_inside, check_method
    from desktop_app.register.worked_examples import read_examples

    try:
        examples = read_examples(options.file)
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOTHING_READ
    checked = check_method(examples, _reference())
    words = {
        "inside": catalogue.text("inside the tolerance"),
        "known_miss": catalogue.text("outside, a known miss"),
        "outside": catalogue.text("OUTSIDE the tolerance"),
        "not_recomputed": catalogue.text("NOT RECOMPUTED"),
    }
    wide, result_wide = (max(len(getattr(c, name)) for c in checked) for name in ("case", "result"))
    for found in checked:
        computed = "-" if found.computed is None else f"{found.computed:.10g}"
        if found.interval:
            computed += " ({:.4g} – {:.4g})".format(*found.interval)
        reason = _reason(found, catalogue)
        say(
            f"{found.case:<{wide}}  {found.result:<{result_wide}}  {found.published:<13.10g}"
            f"  {computed:<28}  {words[found.outcome]}" + (f": {reason}" if reason else "")
        )
    for outcome, word in words.items():
        say(f"{sum(found.outcome == outcome for found in checked):>6}  {word}")
    return OK if all_inside(checked) else UNEXPECTED


def _reference() -> "Reference":
    """The figures of the program that published methods take from elsewhere."""
    from desktop_app.assessment.worked_geopolrisk import Reference
    from desktop_app.register.conversions import atomic_weights, index_weights, unit_sizes
    from desktop_app.register.figures import load_figures
    from desktop_app.register.reference_trade import reference_trade

    figures = load_figures()
    return Reference(
        copper=figures.number("copper_midpoint"),
        unknown_country=figures.number("unknown_country"),
        horizon_days=figures.number("horizon_days"),
        units=unit_sizes(),
        weights=atomic_weights(),
        mixes=index_weights(),
        unscored=figures.number("unscored_most"),
        trade=reference_trade(),
    )


def _reason(found: "Checked", catalogue: Catalogue) -> str:
    """Why it was not recomputed, from what else it was, or what is known of a miss."""
    if found.why:
        return catalogue.say(found.why)
    if found.from_beside:
        return catalogue.text("from other published figures of its case")
    return found.note if found.outcome == "known_miss" else ""


def self_test(_options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Loads everything shipped, assesses the sample, prints it, and says what took how long."""
    started = time.perf_counter()
    sample = shipped("templates", "sample_supplier_parts.xlsx")
    library = pipeline.load_library()
    reading = pipeline.read([sample])
    result = pipeline.assess(reading, Inquiry(on=today_in_china()), library)
    with tempfile.TemporaryDirectory() as folder:
        pages = pipeline.write_report(result, Path(folder) / "report.pdf", "en")
    if result.files[0].outcome != "read" or not result.totals.parts or not pages:
        complain(catalogue.text("This copy of Lodestone does not work: install it again."))
        return UNEXPECTED
    say(
        catalogue.say(
            nmsg(
                "Self-test passed: {n} part assessed, {pages} pages printed, {seconds} s.",
                "Self-test passed: {n} parts assessed, {pages} pages printed, {seconds} s.",
                result.totals.parts,
                pages=pages,
                seconds=round(time.perf_counter() - started, 1),
            )
        )
    )
    return OK
