"""How far a decision about one part reaches: its number, its description, or texts like it."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.review_texts import pattern_of
from desktop_app.model.parts import PartTable
from desktop_app.project.decisions import Scope
from desktop_app.project.keys import digest, folded

_READ: Mapping[Scope, tuple[str, Callable[[str | None], str]]] = {
    "number": ("part_number", folded),
    "description": ("description", digest),
    "pattern": ("description", pattern_of),
}
"""By scope: the column it looks at and what it compares."""


def scoped(parts: PartTable, scope: Scope) -> NDArray[np.object_]:
    """Per part what a decision of this scope compares; "" where the part has no such text.

    A part without a part number is known by the number of its maker.
    """
    column, read = _READ[scope]
    texts = parts.frame[column].tolist()
    if scope == "number":
        makers = parts.frame["mpn"].tolist()
        texts = [own or other for own, other in zip(texts, makers, strict=True)]
    known: dict[str | None, str] = {}
    for text in texts:
        if text not in known:
            known[text] = read(text) if text else ""
    found = np.empty(len(texts), dtype=object)
    found[:] = [known[text] for text in texts]
    return found
