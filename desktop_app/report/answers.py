"""Which answers a questionnaire asks for: only those that narrow what is not known."""

from collections.abc import Iterable

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.answers import ANSWERS, REMARK, SYMBOLS, Answer
from desktop_app.model.findings import Question


def answers_to(questions: Iterable[Question], english: Catalogue) -> tuple[Answer, ...]:
    """The columns these questions need, in a fixed order; a remark can always be made.

    Of the elements only those that a question names in English; all where it names none.
    """
    wanted: set[str] = set()
    for question in questions:
        asked = {question.narrows, question.id}
        named = set(SYMBOLS.findall(english.say(question.text)))
        for answer in ANSWERS:
            is_left_out = answer.element is not None and named and answer.element not in named
            if answer.narrows & asked and not is_left_out:
                wanted.add(answer.key)
    return (*(answer for answer in ANSWERS if answer.key in wanted), REMARK)
