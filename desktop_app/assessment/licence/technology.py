"""Whether a declaration or a description says that a part was made with Chinese technology.

Only the yes counts: a declaration that says nothing of it leaves the question unseen, and one that
denies it is the supplier's word, which the program prints nowhere as cleared.
"""

import re

import numpy as np

from desktop_app.assessment.licence.uses import names_text
from desktop_app.matching.kinds import merged, texts
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
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


def technology_told(parts: PartTable, assumptions: Assumptions) -> Spread[bool]:
    """Which rows say so. A list has many descriptions and few that name China: only in those a
    sentence is looked for."""
    declared = merged(
        texts(parts, "declaration"), lambda text: chinese_technology(text, assumptions)
    )
    described = parts.frame["description"].tolist()
    china = {word.casefold() for words in assumptions.technology[:1] for word in words}
    whole = "\n".join(text for text in described if text).casefold()
    wanted = [word for word in china if word in whole]
    if not wanted:
        return declared
    said = declared.array(bool, np.bool_)
    for at, text in enumerate(described):
        if text and any(word in text.casefold() for word in wanted):
            said[at] |= chinese_technology(text, assumptions)
    return Spread((False, True), said.astype(np.int32)) if said.any() else declared
