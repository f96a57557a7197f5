"""What the ministry's answers to questions free by its form, where the announcement itself does not say."""

from desktop_app.assessment.licence.clauses import NEVER, Clause
from desktop_app.assessment.licence.facts import Thing
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.verdict import Ternary
from desktop_app.register.control import Control


def guided(control: Control, thing: Thing, words: Message) -> Clause | None:
    """What the ministry's answers say of the form, where they free it."""
    found = next((g for g in control.guidance if thing.form in g.forms), None)
    if found is None:
        return None
    said = msg(
        "Form: {form}. Generally outside {number} by guidance of MOFCOM (FAQ), not by the text "
        "of the announcement.",
        form=words,
        number=Message(control.number),
    )
    step = Reason("form", said, thing.form_evidence, found.source.url)
    return Clause(Ternary.NO, NEVER, (step,), "guidance")
