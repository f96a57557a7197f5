"""``install-register``: a new edition of the law from one file, checked before it is used."""

import argparse

from desktop_app import pipeline
from desktop_app.cli.console import complain_about, say
from desktop_app.cli.exit_codes import NOT_WRITTEN, NOTHING_READ, OK
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError


def install_register(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Checks a register pack and installs it; with ``--check`` it is only checked."""
    try:
        info = pipeline.install_register(options.file, only_check=options.check)
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOT_WRITTEN if failure.problem.code == "E_TARGET" else NOTHING_READ
    say(
        catalogue.text(
            "Register edition {edition}, law read through {day}, {n} announcements.",
            edition=info.edition,
            day=info.reviewed_through,
            n=info.announcements,
        )
    )
    say(catalogue.say(info.proof))
    if options.check:
        say(catalogue.text("Checked only; nothing was changed."))
    else:
        say(catalogue.text("Installed: it is used from the next start on."))
    return OK
