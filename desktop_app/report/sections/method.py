"""Method and limits: the question, the law on that day with its sources, scales, assumptions."""

from desktop_app.model.findings import Message, msg
from desktop_app.model.words import (
    EVIDENCE_WORDS,
    STATUS_WORDS,
    VERDICT_WORDS,
    WAITS_WORDS,
)
from desktop_app.report.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
)
from desktop_app.report.citations import with_cited
from desktop_app.report.question import asked, scenario_words
from desktop_app.report.sections.figures import assumptions, risk_bands, sources
from desktop_app.report.sections.overview import law_timeline
from desktop_app.report.sentences import announcements, sentences
from desktop_app.report.view import View

VERDICT_MEANINGS: dict[str, Message] = {
    "needed": msg("a control in force on that day applies, on declared or exact facts"),
    "suspended": msg("no control in force applies, but one whose application is suspended may"),
    "not_needed": msg("no announcement in this register can apply; not: no licence of any kind"),
}
WAITS_MEANINGS: dict[str, Message] = {
    "part": msg("a control in force may apply, and a fact about this part is missing"),
    "law": msg("only controls may apply whose present status is not known"),
    "recognition": msg("what the line is was not recognised; nothing is said about it"),
}
EVIDENCE_MEANINGS: dict[str, Message] = {
    "A": msg("a dated declaration, analysis or test report; may decide"),
    "B": msg("an exact grade, number, composition or declared origin in the row; may decide"),
    "C": msg("the kind of part, recognised with a clear margin; decides form and family only"),
    "D": msg("a weak word or a usual share; never decides, only moves the probability"),
}


def method(view: View) -> Section:
    """How the result came about and where it ends."""
    blocks: list[Block] = [
        Heading(view.text("The question")),
        _question(view),
        Heading(view.text("The law on that day")),
        *_law(view),
        Heading(view.text("The words")),
        words_table(view),
        Heading(view.text("Scales and assumptions")),
        *(Paragraph(view.say(said)) for said in scales(view)),
        *(Paragraph(view.say(with_cited(view.catalogue, note))) for note in view.assessment.notes),
        *assumptions(view),
        Heading(view.text("Limits")),
        *(Paragraph(view.say(said)) for _, said in sentences(view, front=False)),
        *sources(view),
    ]
    return Section("method", view.text("Method, law and limits"), tuple(blocks))


def _question(view: View) -> Table:
    rows = tuple(
        Row(name, (Cell(title, strong=True), Cell(value))) for name, title, value in asked(view)
    )
    columns = (Column(view.text("Asked")), Column(view.text("Answered for")))
    return Table("question", columns, rows, keep=True)


def _law(view: View) -> list[Block]:
    columns = (
        Column(view.text("Announcement")),
        Column(view.text("What it controls")),
        Column(view.text("Status on {day}", day=view.inquiry.on)),
        Column(view.text("Since, until"), "day"),
        Column(view.text("Source")),
    )
    rows = []
    for control in view.edition.controls:
        since = view.text("from {day}", day=control.since)
        until = view.text("to {day}", day=control.until) if control.until else ""
        status = view.say(STATUS_WORDS[control.status])
        read = view.text("as last read") if control.as_last_read else ""
        retrieved = view.text("read {day}", day=control.retrieved) if control.retrieved else ""
        rows.append(
            Row(
                f"{control.id} {control.provision}".strip(),
                (
                    Cell(
                        view.announcement(control.id, control.number, control.provision),
                        control.id,
                        strong=True,
                    ),
                    Cell(view.shipped(control.title)),
                    Cell(status, read),
                    Cell(since, until),
                    Cell("", view.catalogue.grouped(t for t in (control.source, retrieved) if t)),
                ),
            )
        )
    return [
        Paragraph(
            view.text(
                "{n} announcements were checked, each of their provisions on its own.",
                n=announcements(view),
            ),
            "note",
        ),
        Table("law_status", columns, tuple(rows)),
        *law_timeline(view),
    ]


def words_table(view: View) -> Table:
    """Every word of a verdict and of evidence with what it means."""
    not_verified = view.say(VERDICT_WORDS["not_verified"])
    entries = [
        ("needed", Cell(view.say(VERDICT_WORDS["needed"]), mark="needed"),
         VERDICT_MEANINGS["needed"]),
        *(
            (wait, Cell(not_verified, view.say(WAITS_WORDS[wait]), "not_verified"), meaning)
            for wait, meaning in WAITS_MEANINGS.items()
        ),
        ("suspended", Cell(view.say(VERDICT_WORDS["suspended"]), mark="suspended"),
         VERDICT_MEANINGS["suspended"]),
        ("not_needed", Cell(view.say(VERDICT_WORDS["not_needed"]), mark="not_needed"),
         VERDICT_MEANINGS["not_needed"]),
        *(
            (grade, Cell(view.say(EVIDENCE_WORDS[grade])), meaning)
            for grade, meaning in EVIDENCE_MEANINGS.items()
        ),
    ]  # fmt: skip
    rows = tuple(Row(name, (word, Cell(view.say(meaning)))) for name, word, meaning in entries)
    return Table("words", (Column(view.text("Word"), "verdict"), Column(view.text("Means"))), rows)


def scales(view: View) -> tuple[Message, ...]:
    """What the figures mean and what they rest on."""
    return (
        risk_bands(view),
        msg(
            "A star marks a risk that assumes how long stock lasts, because no stock and demand "
            "were given; no run-out date is ever reckoned from that assumption."
        ),
        msg(
            "Days are calendar days. Second lines give the lowest and the highest value that the "
            "facts and our assumptions allow; a better fact can only narrow them."
        ),
        msg(
            "Days on which a status changes count in China Standard Time; the first and last day "
            "of a suspension belong to it."
        ),
        msg(
            "Law: {scenario}. A scenario changes the future, never the past.",
            scenario=scenario_words(view),
        ),
    )
