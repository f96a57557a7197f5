"""What a buyer should know of an answered questionnaire at a glance, and of each cell in doubt."""

from collections.abc import Iterator

from desktop_app.model.answers import AnsweredForm
from desktop_app.model.findings import Issue, Message, msg

MOST_NOTES, LONGEST_NOTE = 200, 300
"""Cells beside the answers that are told of one workbook, and characters of one; all stay in the file
that came back. Own judgement."""


def about_answered(found: AnsweredForm) -> list[Issue]:
    """What a buyer should know of it at a glance, then each cell that was not understood."""
    if found.is_blank:
        what = msg("This questionnaire is blank: nobody has answered it.")
        return [Issue("W_ANSWERS", "warning", what)]
    issues = [Issue("W_ANSWERS", "note", _summary(found))]
    if not found.lines:
        what = msg(
            "This is a questionnaire of ours, but its list of questions was taken out; please look at what "
            "stands in it."
        )
        issues.append(Issue("W_ANSWERS", "warning", what))
    seen: set[tuple[str, int, int]] = set()
    for reply in found.replies:
        if reply.fate != "not_understood" or reply.place in seen:
            continue
        seen.add(reply.place)
        what = msg(
            "Answer “{typed}” was not understood: {why}.",
            typed=shortened(reply.typed),
            why=reply.reason,
        )
        issues.append(Issue("W_ANSWER", "warning", what, reply.sheet, reply.row, reply.column))
    return [*issues, *_written_beside(found)]


def _written_beside(found: AnsweredForm) -> Iterator[Issue]:
    """What a supplier wrote that is no answer to a question: often the most useful line of all."""
    beside = [
        (line.number or line.description, reply) for line in found.lines for reply in line.replies
    ]
    beside += [("", reply) for reply in found.notes]
    told: set[tuple[str, int, int]] = set()
    for part, reply in beside:
        if reply.fate != "note" or reply.place in told or len(told) >= MOST_NOTES:
            continue
        told.add(reply.place)
        text = shortened(reply.typed, LONGEST_NOTE)
        what = (
            msg("{part}: “{text}” was written beside the answers.", part=part, text=text)
            if part
            else msg("“{text}” was written beside the answers.", text=text)
        )
        yield Issue("W_ANSWER_NOTE", "note", what, reply.sheet, reply.row, reply.column)


def shortened(text: str, longest: int = 80) -> str:
    """A text of a supplier in one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _summary(found: AnsweredForm) -> Message:
    return msg(
        "Answered questionnaire of {supplier}. Cells filled: {filled}; understood: {understood}, answered "
        "as not known: {unknown}, not understood: {rejected}, notes: {notes}.",
        supplier=found.supplier.removesuffix(".") or "–",
        filled=found.filled,
        understood=found.count("understood"),
        unknown=found.count("unknown"),
        rejected=found.count("not_understood"),
        notes=found.count("note"),
    )
