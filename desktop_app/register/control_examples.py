"""Reads the examples of a control file and asks for enough of them.

A control that reaches goods shows what it means: on both sides of every day on which its law
changes, a part that needs a licence, one that does not, and one that cannot be told.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import cast, get_args

from desktop_app.model.inquiry import END_USES
from desktop_app.model.licence import VERDICTS, Basis, WaitsOn
from desktop_app.model.match import FORMS, PROPERTIES, RARE_EARTHS
from desktop_app.register.control import GOODS, MARKS, Example, Mark, Provision
from desktop_app.register.strict import Node, is_number, node_of, text, words

MINERALS = (
    "Ga", "Ge", "In", "Sb", "W", "Te", "Bi", "Mo", "C", "Li", "Ni", "Co", "Mn", "Al", "Cd", "Zn",
    "Hg", "diamond", "graphite",
)  # fmt: skip
"""The controlled minerals beside the rare earths."""

# The facts of an example, as a row of a parts list would show them. A fact that is not there is
# missing, never a no, except that an element or mineral that is not named is not in the part.
#   outcome         sure (where nothing is said), ambiguous, none: how the part was recognised
#   form, family    a form of model.match.FORMS, on exact evidence; the id of a part family
#   material        NdFeB, SmCo, the name of a substance, or an alloy such as Sc-Al
#   elements        rare earths: {Dy: yes, Tb: no, Ho: unknown}, on exact evidence
#   minerals        the other controlled minerals it holds: [Ga]
#   probability     0..1, that a listed element is there in a listed form; for basis kind
#   properties      stated technical properties of model.match.PROPERTIES: {purity_percent: 99.8}
#   cas             a CAS number in the row
#   origin          declared country of origin, ISO2; absent: nobody said
#   leaves_china    yes or no: recorded that this delivery leaves China, or does not
#   ships_from      ISO2 of the country this delivery leaves
#   already_inside  yes: from stock in the buyer's customs territory
#   share           percent of its value that is controlled Chinese input
#   chinese_technology  yes: declared to be made with Chinese technology
#   end_use         what the row itself says; a use of model.inquiry.END_USES
#   is_kit          yes: a kit or set whose contents are not known
#   trace_only      yes: only traces are reported
#   free_claim      yes: claimed free of heavy rare earths, without a figure
EXAMPLE_FACTS = (
    "outcome", "form", "material", "elements", "minerals", "probability", "family", "cas",
    "origin", "leaves_china", "already_inside", "ships_from", "share", "end_use", "is_kit",
    "trace_only", "free_claim", "properties", "chinese_technology",
)  # fmt: skip
EXAMPLE_QUESTION = ("destination", "end_use", "scenario")
_YES_NO_FACTS = (
    "leaves_china", "already_inside", "is_kit", "trace_only", "free_claim", "chinese_technology",
)  # fmt: skip
_OUTCOMES = ("sure", "ambiguous", "none")
_STATED = (True, False, "unknown")


def read_example(node: Node) -> Example:
    """One example. Raises RegisterError for a fact, word or form that is not in the closed lists."""
    node.closed(("day", "part", "verdict"), ("inquiry", "waits_on", "basis", "mark"))
    part = node_of(node, node["part"]).closed((), EXAMPLE_FACTS)
    _check_facts(part)
    inquiry = node_of(node, node["inquiry"]) if "inquiry" in node else None
    if inquiry is not None:
        inquiry.closed((), EXAMPLE_QUESTION)
        _one_of_if_there(inquiry, "end_use", END_USES)
    return Example(
        day=node.day("day"),
        part=part,
        inquiry={key: str(value) for key, value in (inquiry or {}).items()},
        verdict=node.one_of("verdict", VERDICTS),
        waits_on=_one_of_if_there(node, "waits_on", get_args(WaitsOn)),
        basis=_one_of_if_there(node, "basis", get_args(Basis)),
        line=node.line,
        mark=cast(Mark | None, _one_of_if_there(node, "mark", MARKS)),
    )


def _check_facts(part: Node) -> None:
    """Closed words in the facts of an example: a slip would be a fact that is not there."""
    _one_of_if_there(part, "outcome", _OUTCOMES)
    _one_of_if_there(part, "form", FORMS)
    _one_of_if_there(part, "end_use", END_USES)
    for key in _YES_NO_FACTS:
        if not isinstance(part.get(key, False), bool):
            raise part.at(f"'{key}' must be yes or no")
    for key in ("origin", "ships_from", "family", "material", "cas"):
        text(part, key)
    for key in ("probability", "share"):
        if not is_number(part.get(key, 0)):
            raise part.at(f"'{key}' must be a number")
    elements = node_of(part, part["elements"]) if "elements" in part else {}
    for symbol, stated in elements.items():
        if symbol not in RARE_EARTHS or stated not in _STATED:
            raise part.at(f"'elements': {symbol}: {stated} must be a rare earth: yes, no, unknown")
    properties = node_of(part, part["properties"]) if "properties" in part else {}
    for name, value in properties.items():
        if name not in PROPERTIES or not is_number(value):
            raise part.at(f"'properties': {name} must be one of {', '.join(PROPERTIES)}")
    words(part, "minerals", MINERALS)


def _one_of_if_there(node: Node, key: str, allowed: Sequence[str]) -> str | None:
    return node.one_of(key, allowed) if key in node else None


def ask_for_examples(
    content: Node, provisions: Sequence[Provision], examples: Sequence[Example]
) -> None:
    """Raises RegisterError where a side of a date or a kind of verdict has no example."""
    shown = [p for p in provisions if p.reach in GOODS or p.refuses or p.case_by_case]
    days = {example.day for example in examples}
    for provision in shown:
        for step in provision.timeline:
            for day in (step.since - timedelta(days=1), step.since):
                if day not in days:
                    raise content.at(
                        f"'examples' must show {day}, a side of the day on which provision "
                        f"'{provision.id}' becomes {step.state}"
                    )
    if not any(p.reach in GOODS for p in provisions):
        return
    verdicts = {example.verdict for example in examples}
    for wanted in ({"needed", "suspended"}, {"not_needed"}, {"not_verified"}):
        if not wanted & verdicts:
            raise content.at(f"'examples' must show a part that is {' or '.join(sorted(wanted))}")
