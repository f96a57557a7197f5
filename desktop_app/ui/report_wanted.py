"""Which report is wanted: its kind, what it is about, its language and paper."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.model.findings import Message, msg

KIND_WORDS: Mapping[str, Message] = {
    "management": msg("Management report"),
    "monday": msg("Monday sheet"),
    "dossier": msg("Dossier of one part"),
    "supplier": msg("Letter to one supplier"),
    "licence": msg("Licence papers for one part"),
    "article24": msg("Article 24 report"),
    "audit": msg("Audit annex"),
}
"""By the kinds of ``report.settings``; the first is shown at first."""
OF_ONE_PART = ("dossier", "supplier", "licence")
"""These are about the part under the cursor of the list, or its supplier."""


class ReportWanted(NamedTuple):
    """``part``: the part a dossier or a letter is about. ``logo``: a picture, none where empty."""

    language: str
    paper: str
    kind: str = "management"
    part: int | None = None
    logo: str = ""
    sender: str = ""
