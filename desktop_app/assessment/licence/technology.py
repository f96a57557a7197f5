"""Whether a declaration says that a part was made with Chinese technology.

Only the yes counts: a declaration that says nothing of it leaves the question unseen, and one that
denies it is the supplier's word, which the program prints nowhere as cleared.
"""

import re

from desktop_app.assessment.licence.uses import names_text
from desktop_app.register.control import Assumptions

_SENTENCE_END = re.compile(r"(?<=[.!?;。；！？])\s*|\n")


def chinese_technology(declaration: str | None, assumptions: Assumptions) -> bool:
    """A sentence that names China and know-how and denies neither. Words are the register's."""
    if not declaration or len(assumptions.technology) != len(("china", "know_how", "without")):
        return False
    china, know_how, without = assumptions.technology
    return any(
        names_text(sentence, china)
        and names_text(sentence, know_how)
        and not names_text(sentence, without)
        for sentence in _SENTENCE_END.split(declaration)
        if sentence
    )
