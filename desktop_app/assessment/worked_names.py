"""How published examples spell methods, inputs and tolerances, whoever typed their table."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.model.findings import Message
from desktop_app.register.worked_words import any_word, plain

if TYPE_CHECKING:
    from desktop_app.register.worked_words import WorkedNames

_AFFIXES = "(?:hhi)?(?:wgi)?t?"
"""What may stand before or after the name of a sourcing."""
_SYMBOL = re.compile(r"\(([^()]*)\)")
"""*supply risk (R)*, *Recycling (EoL-RIR) [%]*: the sign of the input behind its name."""
_BRACKETS = re.compile(r"\([^)]*\)")
_PERCENT_NAME = re.compile(r"[\s_,(]*(?:%|\bpct|_pct|_?percent)\)?$", re.IGNORECASE)
_NUMBER = r"(\d+(?:[.,]\d+)?(?:e-?\d+)?)"
_RELATIVE = re.compile(rf"^\D*?{_NUMBER}\s+relative", re.IGNORECASE)
_PERCENT = re.compile(rf"(?:^|±|\+/?-)\s*{_NUMBER}\s*%", re.IGNORECASE)
_ABSOLUTE = re.compile(rf"(?:^|±|\+/?-)\s*{_NUMBER}(?=[\s,;)]|$)", re.IGNORECASE)


class CannotRecomputeError(Exception):
    """The example does not say enough; carries the words for it."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.template)
        self.why = why


def method_of(known: "WorkedNames", framework: str, result: str = "") -> str | None:
    """Our name of the method; None where it is none that is known.

    A table may call a method by its publisher, or say only by its result what it is.
    """
    for name in (framework, known.publisher.sub("", framework.strip()), result):
        said = plain(name)
        found = known.abbreviations.get(said) or next(
            (ours for ours, theirs in known.methods.items() if said.startswith(theirs)), None
        )
        if found == "hhi" and plain(result).startswith("hhiwgi"):
            return "eu sr"
        if found is not None:
            return found
    return None


BY_INPUTS: Mapping[str, tuple[str, ...]] = {
    "eu sr": ("HHI_WGI_t_GS", "EoL_RIR", "SI_SR"), "usgs": ("DP", "TE", "EV"),
    "yale": ("SR", "EI", "VSR"),
}  # fmt: skip
"""Inputs that only one method has all of, where neither its name nor its figure is known."""


def method_by_inputs(known: "WorkedNames", inputs: Mapping[str, object]) -> str | None:
    """Our name of the one method that has such inputs; None where there is none, or several."""
    found = [
        method
        for method, needs in BY_INPUTS.items()
        if all(spelt_in(known, inputs, name) is not None for name in needs)
    ]
    return found[0] if len(found) == 1 else None


def spelt_in(known: "WorkedNames", names: Mapping[str, object], wanted: str) -> str | None:
    """How an input is spelt among the names given; None where it is not there."""
    if wanted in names:
        return wanted
    theirs = known.inputs.get(wanted, (plain(wanted),))
    said = {name: _forms(known, name) for name in names}
    found = next((name for name, forms in said.items() if set(forms) & set(theirs)), None)
    if found is None and (side := _side(known, wanted)) is not None:
        found = next(
            (name for name, forms in said.items() if any(map(side.fullmatch, forms))), None
        )
    return found or _by_symbol(names, theirs)


def _forms(known: "WorkedNames", name: str) -> tuple[str, ...]:
    """A name with what stands in brackets and without; which sourcing it is must not get lost."""
    signs = {plain(sign) for sign in _SYMBOL.findall(name)}
    if any(signs & set(words) for words in known.sides.values()):
        return (plain(name),)
    return plain(name), plain(_BRACKETS.sub("", percent_free(name)))


def _side(known: "WorkedNames", wanted: str) -> re.Pattern[str] | None:
    """The concentration of one sourcing, whatever stands before and after."""
    words = known.sides.get(wanted)
    return re.compile(rf"{_AFFIXES}(?:{any_word(words)}){_AFFIXES}") if words else None


def _by_symbol(names: Mapping[str, object], theirs: tuple[str, ...]) -> str | None:
    signs = {name: {plain(sign) for sign in _SYMBOL.findall(name)} for name in names}
    return next((name for name, said in signs.items() if said & set(theirs)), None)


def percent_free(name: str) -> str:
    """The name of an input without the words that say it is a percentage; itself where none do."""
    return _PERCENT_NAME.sub("", name)


def tolerance_of(text: str, published: float) -> float | None:
    """How far a computed figure may be off, in its unit; None where the text states no number."""
    if found := _RELATIVE.search(text):
        return _number(found[1]) * abs(published)
    if found := _PERCENT.search(text):
        return _number(found[1]) / 100 * abs(published)
    return _number(found[1]) if (found := _ABSOLUTE.search(text)) else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
