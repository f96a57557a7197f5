"""Which report is wanted: its kind, what it is about, its language and paper."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.model.findings import Message, msg

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.report.listed import Listed
    from desktop_app.ui.presentation import Presentation

ORDER = "order"
"""No kind of ``report.settings`` either: licence papers for all parts of the supplier that need one."""
GROUP = "group"
"""No kind of ``report.settings`` either: the Monday sheet of the purchasing group of one part."""
LIST = "list"
"""No kind of ``report.settings``: the list on the screen, in the window's language."""

KIND_WORDS: Mapping[str, Message] = {
    "management": msg("Management report"),
    "monday": msg("Monday sheet"),
    GROUP: msg("Monday sheet of one purchasing group"),
    "dossier": msg("Dossier of one part"),
    "supplier": msg("Letter to one supplier"),
    "licence": msg("Licence papers for one part"),
    ORDER: msg("Licence papers for one order"),
    "article24": msg("Article 24 report"),
    "audit": msg("Audit annex"),
    LIST: msg("The list as it stands"),
}
"""By the kinds of ``report.settings``, and the list; the first is shown at first."""
AT_HOME = msg("Stays in your house: it may name prices, stock and suppliers.")
FOR_THE_EXPORTER = msg(
    "What comes before the certificate stays in your house; the rest is for the exporter, without your "
    "prices, stock and demand."
)
READERS: Mapping[str, Message] = {
    "supplier": msg("For the supplier: your prices, stock, demand, other suppliers and our estimates "
                    "are left out."),
    "licence": FOR_THE_EXPORTER,
    ORDER: FOR_THE_EXPORTER,
}  # fmt: skip
"""Who may read a report and what is withheld for them; every other one is for one's own house."""
OF_ONE_PART = ("dossier", "supplier", "licence", ORDER, GROUP)
"""These are about the part under the cursor of the list, its supplier or its purchasing group."""


class ReportWanted(NamedTuple):
    """``part``: the part a dossier or a letter is about. ``logo``: a picture, none where empty.
    ``listed``: makes the list that is to be printed, away from the window's thread."""

    language: str
    paper: str
    kind: str = "management"
    part: int | None = None
    logo: str = ""
    sender: str = ""
    listed: "Callable[[], Listed] | None" = None


def group_of(assessment: "Assessment", part_id: int | None) -> str:
    """The purchasing group of a part; empty where its row names none."""
    owner = None if part_id is None else assessment.parts.value(part_id, "owner")
    return "" if owner is None else str(owner)


def about(kind: str, part_id: int | None, result: "Presentation | None") -> str:
    """What pages of a kind are about: the part as the list calls it, or its purchasing group; empty
    where they are about the whole list."""
    if part_id is None or kind not in OF_ONE_PART or result is None:
        return ""
    if kind == GROUP:
        return group_of(result.assessment, part_id)
    words, number = map(result.risks.column, ("description", "part_number"))
    return str(words.words[words.of[part_id]] or number.words[number.of[part_id]])
