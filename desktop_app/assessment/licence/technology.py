"""Whether a declaration or a description says that a part was made with Chinese technology.

A declaration that denies it counts for goods of which the limb on technology asks; one that says
nothing of it, or denies or doubts something else beside it, leaves the question open. A description
can only say yes.
"""

import re
from collections.abc import Sequence, Set
from functools import lru_cache

import numpy as np

from desktop_app.assessment.licence.uses import names_text
from desktop_app.matching.kinds import merged, texts
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.register.control import Assumptions

_SENTENCE_END = re.compile(r"(?<=[.!?;。；！？])\s*|\n")
AT_ONCE = 20_000
"""Texts looked through in one go: some milliseconds."""


def chinese_technology(declaration: str | None, assumptions: Assumptions) -> bool | None:
    """Whether a sentence that names China and know-how says so (True) or denies it (False); None
    where there is no such sentence. Words are the register's."""
    if not declaration or len(assumptions.technology) != len(("china", "know_how", "without")):
        return None
    china, know_how, without = assumptions.technology
    told = [
        sentence
        for sentence in _SENTENCE_END.split(declaration)
        if sentence and names_text(sentence, china) and names_text(sentence, know_how)
    ]
    if any(not names_text(sentence, without) for sentence in told):
        return True
    denied = _denied(assumptions.technology)
    is_denied = bool(told) and all(denied.search(sentence) for sentence in told)
    return False if is_denied else None


@lru_cache(maxsize=4)
def _denied(words: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """A word of denial right before China or the know-how, or behind it at the end: a sentence such
    as "Chinese technology, no cobalt" or "not known whether" denies nothing of the kind."""
    china, know_how, without = ("|".join(map(re.escape, said)) for said in words)
    before = rf"(?:{without})(?:\W*(?:{know_how})|\W+(?:\w+\W+)?(?:{china})|\w{{0,2}}(?:{china}))"
    return re.compile(
        rf"(?<![A-Za-zÀ-ÿ]){before}"
        rf"|(?:{china}|{know_how})\W*(?:{without})\w?\W*$",
        re.IGNORECASE,
    )


def technology_told(parts: PartTable, assumptions: Assumptions) -> Spread[bool | None]:
    """Which rows say so or deny it. A list has many descriptions and few that name China: only in those a
    sentence is looked for."""
    declared = merged(
        texts(parts, "declaration"), lambda text: chinese_technology(text, assumptions)
    )
    described = texts(parts, "description")
    china = {word.casefold() for words in assumptions.technology[:1] for word in words}
    wanted = _words_in(described.kinds, china)
    if not wanted:
        return declared

    def tells(text: str | None) -> bool:
        names_china = bool(text) and any(word in str(text).casefold() for word in wanted)
        return names_china and bool(chinese_technology(text, assumptions))

    kinds: tuple[bool | None, ...] = (None, False, True)
    said = declared.array(kinds.index, np.int32)
    said[described.array(tells, np.bool_)] = kinds.index(True)
    return Spread(kinds, said) if said.any() else declared


def _words_in(described: Sequence[str | None], words: Set[str]) -> Set[str]:
    """Which of the words any text holds, looked for in many texts at once but never in all: while
    one text is folded or searched no other thread runs, and the window answers nobody."""
    found: set[str] = set()
    for at in range(0, len(described), AT_ONCE):
        whole = "\n".join(text for text in described[at : at + AT_ONCE] if text).casefold()
        found |= {word for word in words - found if word in whole}
    return found
