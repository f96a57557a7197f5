"""Which answers a questionnaire asks for: only those that narrow what is not known."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.answers import ANSWERS, REMARK, SYMBOLS, Answer
from desktop_app.model.findings import Message, Question

COMPOSITION, PROPERTY, TECHNOLOGY = "composition", "property", "technology"
KINDS, ELEMENTS = "kinds", "elements"
"""Names of what a question holds: the kinds that it asks to choose from, the elements it asks for."""
REPORT = frozenset({"report_number", "report_date"})
OTHER_GRADE, OF_GRADES = "alternative_grade", frozenset({"Dy", "Tb", "Ho"})
"""The answer that offers another magnet grade, and the elements that it would be without."""


def answers_to(questions: Iterable[Question], english: Catalogue) -> tuple[Answer, ...]:
    """The columns these questions need, in a fixed order; a remark can always be made.

    Of the elements only those that a question names in English; all where it names none and leaves the
    material open. Elements without a column of their own, and what only has to be chosen from several
    kinds, are answered in words.
    """
    wanted = {
        answer.key
        for question in questions
        for asked in (_asked_by(question, english),)
        for answer in ANSWERS
        if answer.narrows & _about(question) and asked.takes(answer)
    }
    wanted |= {PROPERTY for question in questions if _asked_by(question, english).in_words}
    return (*(answer for answer in ANSWERS if answer.key in wanted), REMARK)


def _about(question: Question) -> frozenset[str]:
    """What a question is about. Whose technology it is has an answer of its own; it closes the same gap as
    the origin, and the country is known by then."""
    return frozenset(
        {question.id} if question.id == TECHNOLOGY else {question.narrows, question.id}
    )


class _Asked(NamedTuple):
    """What a question about composition asks for: the elements with a column, others, or a kind."""

    named: frozenset[str]
    others: bool
    is_kind: bool

    @property
    def in_words(self) -> bool:
        return self.others or self.is_kind

    def takes(self, answer: Answer) -> bool:
        """Whether a column fits the question."""
        if self.is_kind and (answer.element or answer.key in {*REPORT, OTHER_GRADE}):
            return False
        if answer.element is not None:
            return answer.element in self.named or not (self.named or self.others)
        is_of_grades = self.named & OF_GRADES or not (self.named or self.others)
        return answer.key != OTHER_GRADE or bool(is_of_grades)


def _asked_by(question: Question, english: Catalogue) -> _Asked:
    if question.narrows != COMPOSITION:
        return _Asked(frozenset(), others=False, is_kind=False)
    holds = dict(question.text.args)
    within = holds.get("question")  # asked for a document beside it
    holds |= dict(within.args) if isinstance(within, Message) else {}
    named = frozenset(SYMBOLS.findall(english.say(question.text)))
    listed = frozenset(str(holds.get(ELEMENTS, "")).replace(",", " ").split())
    return _Asked(named, others=bool(listed - named), is_kind=KINDS in holds)
