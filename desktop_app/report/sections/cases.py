"""The open law in two cases: what the same parts need if suspensions ended or were extended."""

from collections.abc import Callable

from desktop_app.model.licence import Licence, Verdict
from desktop_app.model.words import SCENARIO_WORDS, VERDICT_WORDS
from desktop_app.report.blocks import Block, Cell, Column, Paragraph, Row, Section, Table
from desktop_app.report.sections.overview import touching_timeline
from desktop_app.report.sentences import sentence
from desktop_app.report.view import View

SHOWN: tuple[Verdict, ...] = ("needed", "not_verified", "suspended", "not_needed")


def cases(view: View) -> Section:
    """Parts and spend by verdict, as known and in both cases; or that no case differs."""
    blocks: list[Block] = []
    said = sentence(view, "unconfirmed")
    if said is not None:
        blocks.append(Paragraph(view.say(said), "note"))
    if any(kind.cases for kind in view.assessment.licences.kinds):
        blocks.append(_table(view))
    else:
        blocks.append(
            Paragraph(view.text("No verdict on these parts differs between the two cases."))
        )
    blocks += touching_timeline(view)
    return Section("cases", view.text("If the law is not as last read"), tuple(blocks))


def _table(view: View) -> Table:
    readers: tuple[tuple[str, Callable[[Licence], Verdict]], ...] = (
        ("today", lambda kind: kind.verdict),
        ("lapsed", lambda kind: (kind.cases or {}).get("lapsed", kind.verdict)),
        ("extended", lambda kind: (kind.cases or {}).get("extended", kind.verdict)),
    )
    columns = (
        Column(view.text("Law")),
        *(Column(view.say(VERDICT_WORDS[verdict]), "number") for verdict in SHOWN),
        Column(view.text("Annual spend that needs a licence"), "number"),
    )
    rows = []
    for name, read in readers:
        verdicts = view.assessment.licences.array(read)
        needed = (verdicts == "needed").nonzero()[0].tolist()
        rows.append(
            Row(
                name,
                (
                    Cell(view.say(SCENARIO_WORDS[name]), strong=True),
                    *(
                        Cell(view.catalogue.number(int((verdicts == verdict).sum())))
                        for verdict in SHOWN
                    ),
                    Cell(view.spend(needed)),
                ),
            )
        )
    return Table("cases", columns, tuple(rows), keep=True)
