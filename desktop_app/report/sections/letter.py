"""A letter to one supplier and the sheet to fill in: only its own parts, nothing of our estimates."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, Message, Problem, Question, msg, nmsg
from desktop_app.report.answers import answers_to
from desktop_app.report.asking import LICENCE, of_supplier
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Section, Table
from desktop_app.report.house_style import LetterWords, house_style
from desktop_app.report.sections.questions import Asked
from desktop_app.report.view import Scope, View

HINTS: dict[str, Message] = {
    "origin": msg("country; leaves China for this delivery: yes or no"),
    "form": msg("loose, in a housing, on a shaft, moulded in"),
    "identity": msg("maker, type, drawing"),
    "technical_property": msg("values with units, data sheet"),
    "value_share": msg("% of the value of this part"),
    "end_use": msg("end use in words"),
    "technology": msg("yes or no; if no, a declaration that says so"),
    "licence": msg("day, number, valid until"),
}
"""What an answer should hold, printed small where it is written."""


@dataclass(frozen=True, slots=True)
class Reminder(Scope):
    """A letter to a supplier that was asked on a day and has not answered."""

    asked_on: date | None = None


def letter(view: View) -> Section:
    """The covering letter. Raises CodedError where the scope names no supplier of these files."""
    name = supplier_name(view)
    asked = of_supplier(view, name)
    parts = len({part for one in asked for part in one.parts})
    text = view.text
    blocks: list[Block] = [
        *_from(view),
        Paragraph(text("To: {supplier}", supplier=name), "lead"),
        Paragraph(_day(view)),
    ]
    opening = tuple(blocks)
    blocks += [
        Paragraph(view.say(_subject(view, parts)), "warning"),
        Paragraph(_own_words(view).greeting or text("Dear Sir or Madam,")),
    ]
    if not asked:
        return Section("letter", text("Letter"), (*opening, _nothing(view)))
    blocks += [Paragraph(said) for said in _body(view, asked)]
    blocks += [
        Paragraph(_own_words(view).closing or text("Kind regards")),
        Paragraph(""),
        *_signed(view),
        *(Paragraph(line, "note") for line in _own_words(view).below),
    ]
    return Section("letter", text("Letter"), tuple(blocks))


def _from(view: View) -> list[Block]:
    """A line for the sender where no letterhead stands above."""
    if view.sender:
        return []
    line = view.text("From (company, address): ______________________________________________")
    return [Paragraph(line)]


def _signed(view: View) -> list[Block]:
    """Who signs; the company stands below the greeting where it is known."""
    if view.sender:
        line = view.text("Name, function: ______________________________________________")
        return [Paragraph(view.sender), Paragraph(line)]
    line = view.text("Name, function, company: ______________________________________________")
    return [Paragraph(line)]


def supplier_name(view: View) -> str:
    """The supplier of the scope. Raises CodedError (E_NOT_FOUND) where there is none."""
    if not view.scope.supplier:
        raise CodedError(
            Problem(
                "E_NOT_FOUND",
                msg("A letter is for one supplier, and none was named."),
                msg("Name the supplier as it stands in the file."),
            )
        )
    return view.scope.supplier


def _nothing(view: View) -> Paragraph:
    return Paragraph(view.text("Nothing needs to be asked of this supplier."))


def _day(view: View) -> str:
    """The day of the question where it is today; a line to write on where it is another day."""
    if view.inquiry.on_assumed:
        return view.catalogue.date(view.inquiry.on)
    return view.text("Date: ____________________")


def _subject(view: View, parts: int) -> Message:
    if isinstance(view.scope, Reminder):
        return nmsg(
            "Reminder: export control of rare earths, {n} part that you deliver to us",
            "Reminder: export control of rare earths, {n} parts that you deliver to us",
            parts,
        )
    return nmsg(
        "Export control of rare earths: {n} part that you deliver to us",
        "Export control of rare earths: {n} parts that you deliver to us",
        parts,
    )


def _own_words(view: View) -> LetterWords:
    """What the house says in this language in its own way."""
    return house_style().letter.get(view.catalogue.language, LetterWords())


def _body(view: View, asked: list[Asked]) -> list[str]:
    """Its paragraphs; what is asked and why in the words of the house, where it has any."""
    asks_for_licences_only = all(one.question is LICENCE for one in asked)
    usual = _licences_only() if asks_for_licences_only else _facts_missing()
    again = [_again(view.scope.asked_on, asked)] if isinstance(view.scope, Reminder) else []
    about = _own_words(view).about or tuple(map(view.say, usual))
    return [*map(view.say, again), *about, *map(view.say, _asked_besides(view, asked))]


def _asked_besides(view: View, asked: list[Asked]) -> list[Message]:
    """Where the licence stands, if that is asked beside other things, and until when."""
    said = []
    asks_for_licences_only = all(one.question is LICENCE for one in asked)
    if not asks_for_licences_only and any(one.question is LICENCE for one in asked):
        said.append(
            msg(
                "Where the exporter in China has to apply for a licence, please tell us when that was "
                "done, and which papers about end user and end use you need from us."
            )
        )
    if view.inquiry.on_assumed:
        day = view.inquiry.on + timedelta(days=view.settings.answer_days)
        said.append(msg("We ask for your answer by {day}.", day=day))
    return said


def _licences_only() -> list[Message]:
    """Nothing of the parts is missing; only where the licence stands."""
    return [
        msg(
            "China controls the export of certain rare earths, metals, magnets and what is made of "
            "them; the exporter in China applies for the licence. For the parts on the next page we "
            "ask where that application stands."
        ),
        msg(
            "Please fill in the sheet and send it back, and tell us which papers about end user and "
            "end use you need from us. An answer of 'not known' helps us too; please do not guess."
        ),
    ]


def _facts_missing() -> list[Message]:
    return [
        msg(
            "China controls the export of certain rare earths, metals, magnets and what is made of "
            "them. Whether a licence is needed for a part depends on its composition, its form and "
            "where it comes from. For the parts on the next page we lack such facts."
        ),
        msg(
            "Please fill in the sheet and send it back with the documents that support your answers, "
            "such as a dated test report that names the part number. An answer of 'not known' helps "
            "us too; please do not guess."
        ),
    ]


def _again(day: date | None, asked: list[Asked]) -> Message:
    """When we asked, and that the answer is still missing."""
    return nmsg(
        "On {day} we asked you about {n} part that you deliver to us. We still need your answer; what "
        "is open stands on the next page.",
        "On {day} we asked you about {n} parts that you deliver to us. We still need your answer; what "
        "is open stands on the next page.",
        len({part for one in asked for part in one.parts}),
        day=day,
    )


def sheet(view: View) -> Section:
    """Question by question the parts it is about, with room to answer; nothing where nothing is asked,
    as the letter says."""
    asked = of_supplier(view, supplier_name(view))
    blocks: list[Block] = []
    for at, one in enumerate(asked, start=1):
        number = view.catalogue.number(at)
        blocks.append(Heading(f"{number}. {view.say(one.question.text)}", 3))
        hint = _hint(view, one.question)
        if hint is not None:
            said = view.text("An answer holds: {hint}.", hint=view.say(hint))
            blocks.append(Paragraph(said, "note"))
        blocks.append(_to_fill(view, one))
    return Section("sheet", view.text("Sheet to fill in"), tuple(blocks), new_page=True)


def _hint(view: View, question: Question) -> Message | None:
    """What an answer holds; of the elements those the question names, as in the questionnaire."""
    if question.narrows == "composition":
        asked = answers_to([question], Catalogue("en"))
        elements = [answer.element for answer in asked if answer.element]
        if not elements:
            return HINTS["technical_property"]
        return msg(
            "mass % of {elements}; number and date of the test report",
            elements=view.catalogue.listed(elements),
        )
    return HINTS.get(question.id) or HINTS.get(question.narrows)


def _to_fill(view: View, asked: Asked) -> Table:
    columns = (
        Column(view.text("Part")),
        Column(view.text("Your answer"), fill=True),
        Column(view.text("Document, date"), fill=True),
    )
    rows = tuple(
        Row(
            f"{view.row_id(part_id)}:{asked.question.id}",
            (view.part(part_id), Cell(""), Cell("")),
        )
        for part_id in asked.parts
    )
    return Table(f"answers:{asked.question.id}", columns, rows, kin="answers")
