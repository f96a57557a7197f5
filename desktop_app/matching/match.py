"""Recognises parts: what each line is, in which form, and which elements it holds.

Two steps keep a list of a hundred thousand lines quick: each distinct text is read once, and each
distinct combination of what was read is judged once.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_app.matching.identifiers import cas_in
from desktop_app.matching.judge import Clues, Judge
from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.makers import maker_finder
from desktop_app.matching.reading import NOTHING, Reading, read_text
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, spread

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge


@lru_cache(maxsize=4)
def _judge(knowledge: "Knowledge") -> Judge:
    return Judge(knowledge)


def match_parts(parts: PartTable, knowledge: "Knowledge") -> Spread[Match]:
    """The match of every part. Parts of one kind share one match."""
    if not len(parts):
        return Spread((), np.zeros(0, dtype=np.int32))
    judge = _judge(knowledge)
    clues = combine(
        _described(parts, knowledge),
        _read(parts, "mpn", knowledge, identifiers_only),
        _read(parts, "material", knowledge),
        _read(parts, "magnet_grade", knowledge),
        _context(parts, knowledge),
        _read(parts, "substance", knowledge),
        _read(parts, "declaration", knowledge),
        _merged(parts.text("cas_number"), lambda text: cas_in(text) if text else None),
        _merged(parts.text("hs_code"), _hs_family(knowledge)),
        _merged(parts.text("manufacturer"), maker_finder(knowledge)),
        _percents(parts),
    )
    return clues.map(lambda kind: judge.decide(Clues(*kind)))


def _described(parts: PartTable, knowledge: "Knowledge") -> Spread[Reading]:
    """The description, or where it is missing the part numbers."""
    texts = parts.frame["description"].tolist()
    for name in ("mpn", "part_number"):
        if None in texts:
            others = parts.frame[name].tolist()
            texts = [
                other if text is None else text for text, other in zip(texts, others, strict=True)
            ]
    return _reading(spread(texts), knowledge)


def _context(parts: PartTable, knowledge: "Knowledge") -> Spread[Reading]:
    """Material group and section: what the block or class of the row is about."""
    both = combine(parts.text("material_group"), parts.text("section"))
    return _reading(both.map(lambda pair: " ; ".join(t for t in pair if t) or None), knowledge)


def identifiers_only(reading: Reading) -> Reading:
    """A part number speaks through model series, grades and clear words, not through values."""
    if reading is NOTHING or reading.is_other:
        return NOTHING
    return reading._replace(words=reading.words, elements=(), states=frozenset(), substance=None)


def _read(
    parts: PartTable,
    name: str,
    knowledge: "Knowledge",
    keep: Callable[[Reading], Reading] = lambda reading: reading,
) -> Spread[Reading]:
    return _reading(parts.text(name), knowledge, keep)


def _reading(
    texts: Spread[str | None],
    knowledge: "Knowledge",
    keep: Callable[[Reading], Reading] = lambda reading: reading,
) -> Spread[Reading]:
    scan = lexicon_of(knowledge)
    return _merged(texts, lambda text: keep(read_text(text, scan)) if text else NOTHING)


def _percents(parts: PartTable) -> Spread[float | None]:
    """The stated percent of the named substance."""
    values = parts.number("substance_percent")
    if np.isnan(values).all():
        return Spread((None,), np.zeros(len(values), dtype=np.int32))
    return spread([None if np.isnan(value) else value for value in values.tolist()])


def _merged(texts: Spread[Any], read: Callable[[Any], Any]) -> Spread[Any]:
    """Reads each distinct text once; equal results become one kind."""
    seen: dict[Any, int] = {}
    codes = np.fromiter(
        (seen.setdefault(read(text), len(seen)) for text in texts.kinds),
        dtype=np.int32,
        count=len(texts.kinds),
    )
    return Spread(tuple(seen), codes[texts.of])


def _hs_family(knowledge: "Knowledge") -> Callable[[str | None], str | None]:
    def family(code: str | None) -> str | None:
        if not code:
            return None
        return next((c.family for c in knowledge.hs_classes if code.startswith(c.prefix)), None)

    return family
