"""Recognises parts: what each line is, in which form, and which elements it holds.

Two steps keep a list of a hundred thousand lines quick: each distinct text is read once, and each
distinct combination of what was read is judged once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from desktop_app.matching.board_places import places_of
from desktop_app.matching.clues import Clues
from desktop_app.matching.composition import elements_named
from desktop_app.matching.contained import elements_contained, may_contain
from desktop_app.matching.identifiers import cas_in
from desktop_app.matching.judge import Judge
from desktop_app.matching.kinds import combined, merged, single_spaced, texts
from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.made_of import materials_of
from desktop_app.matching.magnets import WHOLE_GRADE
from desktop_app.matching.makers import maker_finder
from desktop_app.matching.other_names import with_other_names
from desktop_app.matching.properties import properties_of
from desktop_app.matching.reading import TextReader
from desktop_app.matching.reports import Report, limits_claimed, report_of
from desktop_app.matching.said import NOTHING, Reading
from desktop_app.matching.second_look import SecondLook
from desktop_app.matching.spelling import Spelling
from desktop_app.matching.within import elements_within, may_be_within
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable, SubstanceFact
from desktop_app.model.spread import Spread, spread

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.substances import HsClass


@lru_cache(maxsize=4)
def _judge(knowledge: "Knowledge") -> Judge:
    return Judge(knowledge)


@lru_cache(maxsize=4)
def spelling_of(knowledge: "Knowledge") -> Spelling:
    """The known spellings of a knowledge, built once."""
    return Spelling(lexicon_of(knowledge))


@lru_cache(maxsize=4)
def second_look_of(knowledge: "Knowledge") -> SecondLook:
    """What is looked for where a text would be cleared, built once."""
    return SecondLook(lexicon_of(knowledge), knowledge)


def match_parts(parts: PartTable, knowledge: "Knowledge", on: date | None = None) -> Spread[Match]:
    """The match of every part. Parts of one kind share one match.

    ``on``: the day of the question; reports of absence grow too old, so without it none counts.
    """
    if not len(parts):
        return Spread((), np.zeros(0, dtype=np.int32))
    judge = _judge(knowledge)
    reader = TextReader(lexicon_of(knowledge), spelling_of(knowledge), second_look_of(knowledge))

    def of_text(text: str | None) -> Reading:
        return reader.read(text) if text else NOTHING

    def read(name: str) -> Spread[Reading]:
        return merged(texts(parts, name), of_text)

    descriptions = _descriptions(parts)
    each = Spread(tuple(reader.read_all(descriptions.kinds)), descriptions.of)
    described = merged(each, _itself)
    clues = combined(
        with_other_names(parts, described, reader, knowledge.roles),
        _numbers_read(parts, knowledge, reader),
        materials_of(parts, described, reader, knowledge.word_lists),
        read("magnet_grade"),
        merged(
            combined(texts(parts, "material_group"), texts(parts, "section")),
            lambda pair: reader.read(" ; ".join(t for t in pair if t)) if any(pair) else NOTHING,
        ),
        read("substance"),
        read("declaration"),
        merged(texts(parts, "cas_number"), lambda text: cas_in(text) if text else None),
        merged(texts(parts, "hs_code"), _hs_class(knowledge)),
        merged(texts(parts, "manufacturer"), maker_finder(knowledge)),
        _percents(parts),
        _reports(parts, knowledge, on),
        merged(
            texts(parts, "declaration"), lambda text: limits_claimed(text, knowledge.word_lists)
        ),
        _declared(parts, knowledge, reader),
        merged(texts(parts, "supplier"), maker_finder(knowledge, of_one_kind=True)),
        _composed(parts, descriptions, each.kinds, reader, knowledge),
        places_of(parts, knowledge),
    )
    return _with_properties(parts, clues.map(lambda kind: judge.decide(Clues(*kind))), knowledge)


def _with_properties(
    parts: PartTable, matches: Spread[Match], knowledge: "Knowledge"
) -> Spread[Match]:
    """Adds the stated properties to parts of other controlled minerals, and to the families whose
    properties are told apart; nothing else needs them."""
    named = {family for rule in knowledge.properties for family in rule.bare_in}
    asked = matches.array(lambda match: bool(match.minerals) or match.family in named, bool)
    places = np.flatnonzero(asked)
    if not len(places):
        return matches
    said_in = [texts(parts, name) for name in ("description", "material", "substance")]
    asked_of = combined(
        Spread(tuple(range(len(matches.kinds))), matches.of[places]),
        *(Spread(said.kinds, said.of[places]) for said in said_in),
    )
    kinds, codes = list(matches.kinds), np.empty(len(asked_of.kinds), dtype=np.int32)
    for place, (code, *said) in enumerate(asked_of.kinds):
        match = kinds[code]
        found = properties_of(tuple(text for text in said if text), match, knowledge)
        codes[place] = len(kinds) if found else code
        if found:
            kinds.append(replace(match, properties=found))
    of = matches.of.copy()
    of[places] = codes[asked_of.of]
    return Spread(tuple(kinds), of)


def _descriptions(parts: PartTable) -> Spread[str | None]:
    """The description, or where it is missing a part number."""
    own = texts(parts, "description")
    if None not in own.kinds[-1:]:
        return own
    found = parts.frame["description"].tolist()
    for name in ("mpn", "part_number"):
        if None in found:
            others = parts.frame[name].tolist()
            found = [
                other if text is None else text for text, other in zip(found, others, strict=True)
            ]
    return single_spaced(spread(found))


def _numbers(parts: PartTable, knowledge: "Knowledge") -> Spread[str | None]:
    """The maker's part number; where there is none, the part number that is the grade of a magnet, as
    under a heading that says "Typ"."""
    numbers, own = texts(parts, "mpn"), texts(parts, "part_number")
    grades = {said for grade in knowledge.grades for said in (grade.grade, grade.grade.lower())}
    if grades.isdisjoint(own.kinds):
        return numbers
    return merged(
        combined(numbers, own), lambda pair: pair[0] or (pair[1] if pair[1] in grades else None)
    )


def _composed(
    parts: PartTable,
    descriptions: Spread[str | None],
    readings: tuple[Reading, ...],
    reader: TextReader,
    knowledge: "Knowledge",
) -> Spread[tuple[str, ...]]:
    """Elements that the columns of material and substance name, and those a description says are in it.
    ``readings``: of the kinds of ``descriptions``."""
    may_hold = {
        id(reading): may_be_within(reading, knowledge) or may_contain(reading, knowledge.roles)
        for reading in {id(reading): reading for reading in readings}.values()
    }

    def held(said: tuple[str | None, Reading]) -> tuple[str, ...]:
        text, reading = said
        if not text or not may_hold[id(reading)]:
            return ()
        found = elements_within(text, reading, knowledge)
        return (*found, *elements_contained(text, reading, knowledge.word_lists))

    def named(columns: tuple[str | None, ...]) -> tuple[str, ...]:
        said = (elements_named(text, reader.read(text)) for text in columns if text)
        return tuple(symbol for symbols in said for symbol in symbols)

    in_columns = merged(combined(texts(parts, "material"), texts(parts, "substance")), named)
    in_texts = Spread(tuple(zip(descriptions.kinds, readings, strict=True)), descriptions.of)
    return merged(combined(in_columns, merged(in_texts, held)), lambda both: (*both[0], *both[1]))


def _itself(reading: Reading) -> Reading:
    return reading


def _numbers_read(parts: PartTable, knowledge: "Knowledge", reader: TextReader) -> Spread[Reading]:
    """What the part numbers say."""
    read = merged(
        _numbers(parts, knowledge), lambda text: reader.read_number(text) if text else NOTHING
    )
    return merged(read, identifiers_only)


def identifiers_only(reading: Reading) -> Reading:
    """A part number speaks through model series, grades and clear words, not through values."""
    if reading is NOTHING or reading.is_other:
        return NOTHING
    whole = reading.states & {WHOLE_GRADE}
    return reading._replace(words=reading.words, elements=(), states=whole, substance=None)


def _percents(parts: PartTable) -> Spread[float | None]:
    """The stated percent of the named substance."""
    values = parts.number("substance_percent")
    if np.isnan(values).all():
        return Spread((None,), np.zeros(len(values), dtype=np.int32))
    return spread([None if np.isnan(value) else value for value in values.tolist()])


def _reports(parts: PartTable, knowledge: "Knowledge", on: date | None) -> Spread[Report | None]:
    """The usable report each row speaks of."""
    declarations = texts(parts, "declaration")
    if on is None or declarations.kinds == (None,):
        return Spread((None,), np.zeros(len(parts), dtype=np.int32))
    kinds = combined(declarations, texts(parts, "mpn"), texts(parts, "part_number"))
    return merged(kinds, lambda kind: report_of(kind[0], kind[1:], on, knowledge))


Declared: TypeAlias = tuple[tuple[str, float | None], ...]


def _declared(parts: PartTable, knowledge: "Knowledge", reader: TextReader) -> Spread[Declared]:
    """Rare earths of the declarations of materials, with their percent of the part's mass."""
    if not parts.substances:
        return Spread(((),), np.zeros(len(parts), dtype=np.int32))
    known = {
        part: _elements_of(facts, knowledge, reader) for part, facts in parts.substances.items()
    }
    return spread([known.get(part, ()) for part in range(len(parts))])


def _elements_of(
    facts: tuple[SubstanceFact, ...], knowledge: "Knowledge", reader: TextReader
) -> Declared:
    found: dict[str, float | None] = {}
    for fact in facts:
        reading = reader.read(fact.name) if fact.name else NOTHING
        substance = knowledge.substances.get(fact.cas_number or reading.substance or "")
        symbol = (fact.name or "").strip()
        is_symbol = substance is None and symbol in knowledge.elements
        elements = (symbol,) if is_symbol else reading.elements
        shares = substance.mass_percent if substance else [(e, 100.0) for e in elements]
        for symbol, share in shares:
            if symbol in knowledge.elements:
                percent = None if fact.percent is None else fact.percent * share / 100
                before = found.get(symbol, 0.0)
                added = None if percent is None or before is None else before + percent
                found[symbol] = added
    return tuple(found.items())


def _hs_class(knowledge: "Knowledge") -> Callable[[str | None], "HsClass | None"]:
    def find(code: str | None) -> "HsClass | None":
        if not code:
            return None
        return next((c for c in knowledge.hs_classes if code.startswith(c.prefix)), None)

    return find
