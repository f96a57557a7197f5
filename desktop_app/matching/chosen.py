"""The match of a part whose family a person chose, and of one a person found to hold nothing."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.matching.content import Facts, content_of
from desktop_app.model.findings import Message, msg
from desktop_app.model.match import ContentVerdict, Match
from desktop_app.model.verdict import Interval, Ternary

if TYPE_CHECKING:
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge

NEVER: Interval = (0.0, 0.0, 0.0)


def match_as(family: "PartFamily", read: Match, knowledge: "Knowledge") -> Match:
    """The match of a part that is said to be of this family, whatever it was ``read`` as.

    What the family means for its elements is by kind and stays so: a person named the kind, not
    the composition, unless the kind is a magnet of one material. Form and recognition are exact.
    """
    is_named = family.form == "magnet" and family.material is not None
    facts = Facts(
        family, material_named=is_named, grade=None, shares=(), named=(), substance=None,
        minerals=family.minerals, heavy_free=False, earth_free=False, report=None, limited=(),
        declared=(), scale=1.0,
    )  # fmt: skip
    return Match(
        outcome="none" if family.form == "kit" else "sure",
        verdict=_verdict(family, knowledge),
        probability=family.probability,
        family=family.id,
        title=Message(family.title),
        margin=1.0,
        form=family.form,
        form_evidence="D" if family.form_open else "B",
        evidence="B" if is_named else "C",
        material=family.material if is_named else None,
        elements=content_of(facts, knowledge),
        bearing_g_per_piece=family.bearing_g,
        bearing_share=family.bearing_share,
        listed_probability=family.listed,
        minerals=family.minerals,
        properties=read.properties,
        trace_only=family.trace,
        is_kit=family.form == "kit",
        words=read.words,
    )


def _verdict(family: "PartFamily", knowledge: "Knowledge") -> ContentVerdict:
    """The word for the family's probability, with the bounds of the content verdict."""
    if family.trace:
        return "trace"
    best, figures = family.probability[1], knowledge.judgements
    if best >= figures.yes_from:
        return "yes"
    if best >= figures.likely_from:
        return "likely"
    return "no" if best < figures.no_below else "unknown"


def match_confirmed(read: Match, knowledge: "Knowledge | None" = None) -> Match:
    """The match of a part of which a person said that it is what it was read as.

    Where it is not settled that goods of the family have the form that frees them, a person who
    knows the family has not settled it either.
    """
    family = None if knowledge is None else knowledge.families.get(read.family or "")
    is_open = family is not None and family.form_open
    return replace(
        read,
        outcome="sure",
        form_evidence="B" if read.form_evidence in ("C", "D") and not is_open
        else read.form_evidence,
        evidence="B" if read.evidence in (None, "C", "D") else read.evidence,
        alternatives=(),
    )  # fmt: skip


def match_reviewed(read: Match) -> Match:
    """The match of a part in which a person found no controlled material.

    Where the row itself names a magnet material, a grade or an element, its own word stands.
    """
    if names_material(read):
        return read
    return Match(
        outcome="sure", verdict="no", probability=NEVER, title=msg("reviewed: nothing controlled"),
        margin=1.0, form="other", form_evidence="B", evidence="C", words=read.words,
    )  # fmt: skip


def names_material(read: Match) -> bool:
    """Whether the row names what it is made of: that goes before a general review."""
    is_certain = any(element.state is Ternary.YES for element in read.elements)
    return read.material is not None or read.grade is not None or is_certain


def with_reason(match: Match, said: Message, before: Match) -> Match:
    """The match with who said it on top of what the row was read as."""
    return replace(match, reasons=(said, *before.reasons))
