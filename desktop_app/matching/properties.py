"""Technical properties that a row states and controls ask for: purity, density, strength, size.

Only what the row states of the part itself counts, because a stated value outside a limit frees a
part. A bound ("below 99.9 %", "min. 99.5 %") frees it only where no figure within it is listed; so does
a range, but for the size of grains, whose mean lies in its middle.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.matching.sizes import shapes_of, sizes_of
from desktop_app.model.bounds import Bounds, StatedValue

if TYPE_CHECKING:
    from desktop_app.model.match import Match
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.substances import PropertyRule
    from desktop_app.register.word_lists import WordLists

_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ0-9_"
"""What must not run on into a figure or its unit; Chinese, Japanese and Korean leave no blank."""
_NUMBER = r"\d{1,6}(?:[.,]\d{1,7})?"
_SIGN_ROOM = 14
_MEAN_SIZE = "mean_size_um"
_NEAR = 28
"""How far a property's word may stand from its figure, in characters."""
_NINES = re.compile(r"(?<![A-Za-z0-9])([2-9])N(\d)?(?![A-Za-z0-9])")
_TUNGSTEN = re.compile(
    rf"(?<![A-Za-z])W\s*[:=]?\s*({_NUMBER})\s*%|({_NUMBER})\s*%\s*W(?![A-Za-z])"
    r"|(?<![A-Za-z0-9])(\d{2}(?:\.\d)?)\s?W(?:-?(?:Ni|Cu|Ag))|(?<![A-Za-z])W(\d{2})(?:Cu|Ag|Ni)"
)
_PAIRED = re.compile(
    r"(?<![A-Za-z])(?:W-?(Cu|Ag|CU|AG)|(Cu|Ag|CU|AG)-?W)(?![a-z])[^\d;,/]{0,12}(\d{2})(?:\s?[/:]\s?(\d{2}))?(?!\d|[.,]\d|\s?(?:mm|[x×*]))"
)
"""Tungsten with copper or silver and one figure or two: ``W-Cu 70/30``, ``WCu10``, ``CuW 75``."""
_TUNGSTEN_ALONE = re.compile(r"(?<![A-Za-z0-9.,])([7-9]\d(?:\.\d)?)\s?W(?![A-Za-z0-9-])")
"""``90W`` behind the name of a heavy alloy is its tungsten, not a power."""
_OF_ONE = ("metal", "powder", "other")
"""Forms of goods that are one mineral and what little is beside it."""
_SIZED_FORMS = ("metal", "alloy", "crystal", "optics", "target")


class _Patterns(NamedTuple):
    """What stands beside figures, in the words of the lists."""

    below: re.Pattern[str]
    above: re.Pattern[str]
    more_than: re.Pattern[str]
    or_less: re.Pattern[str]
    or_more: re.Pattern[str]
    density: re.Pattern[str]


@lru_cache(maxsize=4)
def _said(lists: "WordLists") -> _Patterns:
    no_letter = r"(?![^\W\d_])"
    return _Patterns(
        below=re.compile(rf"(?:<|≤|<=|{lists.any_of('below')})\s*$", re.I),
        above=re.compile(rf"(?:>|≥|>=|≧|{lists.any_of('above')})\s*$", re.I),
        more_than=re.compile(rf"(?:>|{lists.any_of('more-than')})\s*$", re.I),
        or_less=re.compile(
            rf"\s*{lists.any_word_of('or-less', before='', behind=no_letter)}", re.I
        ),
        or_more=re.compile(
            rf"\s*{lists.any_word_of('or-more', before='', behind=no_letter)}", re.I
        ),
        density=re.compile(
            rf"{lists.any_word_of('density', behind=no_letter)}\s*[:=]?\s*(1?\d[.,]\d{{1,3}})"
            r"(?![\d.,]*\s*(?:[A-Za-z%/<>-]|\d))",
            re.I,
        ),
    )


def properties_of(
    texts: tuple[str, ...], match: "Match", knowledge: "Knowledge"
) -> tuple[tuple[str, StatedValue], ...]:
    """The stated properties of one part, each once, sorted by name; of several the first counts.

    ``texts``: description, material and substance as found.
    """
    text = " ; ".join(texts)
    found: dict[str, StatedValue] = {}
    for name, value in _stated(text, match, knowledge):
        found.setdefault(name, value)
    return tuple(sorted(found.items(), key=lambda one: one[0]))


def _stated(text: str, match: "Match", knowledge: "Knowledge") -> Iterator[tuple[str, StatedValue]]:
    if "W" in match.minerals:
        yield from _tungsten(text, match.form == "alloy")
        yield from _paired(text)
    for name, value in _purities(text, match, knowledge):
        yield name, value
        if match.minerals == ("W",) and match.form == "metal":
            yield "tungsten_percent", value
    for rule in _rules(text, knowledge):
        if rule.property != "purity_percent":
            yield from _by_rule(text, rule, match, _said(knowledge.word_lists))
    if match.minerals:
        yield from _bare_density(text, knowledge.word_lists)
    if match.family == knowledge.roles.grinding_wheel:
        yield from _grain(text, knowledge.word_lists)
    if match.form in _SIZED_FORMS:
        yield from sizes_of(text, knowledge.word_lists)
        yield from shapes_of(text, match.form, knowledge.word_lists)


def _purities(
    text: str, match: "Match", knowledge: "Knowledge"
) -> Iterator[tuple[str, StatedValue]]:
    yield from _nines(text)
    for rule in _rules(text, knowledge):
        if rule.property == "purity_percent":
            yield from _by_rule(text, rule, match, _said(knowledge.word_lists))


def _rules(text: str, knowledge: "Knowledge") -> tuple["PropertyRule", ...]:
    """The rules, where a unit of any of them stands behind a figure; in most texts none does."""
    return knowledge.properties if _pattern(_units(knowledge)).search(text) else ()


@lru_cache(maxsize=4)
def _units(knowledge: "Knowledge") -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for rule in knowledge.properties for unit in rule.units))


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _bare_density(text: str, lists: "WordLists") -> Iterator[tuple[str, StatedValue]]:
    """``density 1.88``: the trade leaves out g/cm3. That of a heap of powder is another."""
    found = _said(lists).density.search(text)
    if found is not None and not re.search(lists.any_of("loose-density"), text, re.I):
        yield "density_g_cm3", _number(found[1])


def _grain(text: str, lists: "WordLists") -> Iterator[tuple[str, StatedValue]]:
    """The grain of a wheel by its FEPA number, ``D126``, where no other measure follows it."""
    number = rf"(?<![A-Za-z0-9])({lists.any_of('grain-number')})(?!\s*(?:mm|[x×*\d.,-]\s*\d))"
    if found := re.search(number, text):
        yield _MEAN_SIZE, float(found[1][1:])


def _by_rule(
    text: str, rule: "PropertyRule", match: "Match", said: _Patterns
) -> Iterator[tuple[str, StatedValue]]:
    """Figures with one of the units, or what is said of them."""
    for found in _pattern(rule.units).finditer(text):
        before = text[max(0, found.start() - _SIGN_ROOM) : found.start()]
        if _near(text, found, rule.not_words):
            continue
        if rule.property == "purity_percent" and _of_one_element(text, found, match):
            continue
        bare = not rule.words or bool({match.form, match.family} & set(rule.bare_in))
        if not bare and not _near(text, found, rule.words):
            continue
        low, high = _number(found["low"] or found["value"]), _number(found["value"])
        if rule.low <= (low + high) / 2 * rule.factor <= rule.high:
            low, high = round(low * rule.factor, 9), round(high * rule.factor, 9)
            is_mean = rule.property == _MEAN_SIZE
            around = before, text[found.end() :]
            yield rule.property, _bounded((low, high), around, said, is_mean=is_mean)


def _bounded(
    ends: tuple[float, float], around: tuple[str, str], said: _Patterns, *, is_mean: bool
) -> StatedValue:
    """A figure, or the bounds that the words around it say; of a range of grains its middle."""
    low, high = ends
    before, behind = around
    if said.more_than.search(before):
        return Bounds(low=low, above=True)
    if said.above.search(before) or said.or_more.match(behind):
        return Bounds(low=low)
    if said.below.search(before) or said.or_less.match(behind):
        return Bounds(high=high, below=before.rstrip().endswith("<"))
    if low == high or is_mean:
        return round((low + high) / 2, 9)
    return Bounds(low, high)


@lru_cache(maxsize=64)
def _pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = "|".join(re.escape(u) for u in sorted(units, key=len, reverse=True))
    return re.compile(
        rf"(?<![{_LETTERS}.,])(?:(?P<low>{_NUMBER})\s*(?:-|–|~|to|bis|à|～)\s*)?(?P<value>{_NUMBER})\s*"
        rf"(?:{unit})(?![{_LETTERS}/])",
        re.I,
    )


def _of_one_element(text: str, found: re.Match[str], match: "Match") -> bool:
    """Whether a percent belongs to one element beside it ("Dy 4.1 %", "97 % W"). That of what a metal
    or powder is made of is its purity: ``molybdenum powder 99.95 % Mo``."""
    before = re.search(r"(?<![A-Za-z])([A-Z][a-z]?)\s*[:=]?\s*$", text[: found.start()])
    after = re.match(r"\s*([A-Z][a-z]?)(?![A-Za-z])", text[found.end() :])
    beside = {side[1] for side in (before, after) if side is not None}
    if match.form in _OF_ONE and len(match.minerals) == 1:
        beside -= {*match.minerals, "C" if match.minerals == ("graphite",) else ""}
    return bool(beside)


def _near(text: str, found: re.Match[str], words: tuple[str, ...]) -> bool:
    """Whether one of the words stands shortly before a figure, or after it before the next one."""
    before = re.split(
        r"[;,]|\d\s*[A-Za-z%/³]+", text[max(0, found.start() - _NEAR) : found.start()]
    )
    after = re.split(r"[;,\d]", text[found.end() : found.end() + _NEAR])
    around = f"{before[-1]} {after[0]}".casefold()
    return any(word.casefold() in around for word in words)


def _nines(text: str) -> Iterator[tuple[str, float]]:
    """``4N`` is 99.99 %, ``4N5`` is 99.995 %."""
    for found in _NINES.finditer(text):
        nines, tail = int(found[1]), int(found[2] or 0)
        yield "purity_percent", round(100 - 10.0 ** (2 - nines) + tail * 10.0 ** (1 - nines), 9)


def _tungsten(text: str, is_alloy: bool) -> Iterator[tuple[str, float]]:
    """``97 % W``, ``95W-Ni-Fe``, ``WCu80``; of an alloy ``90W`` as well."""
    told = [*_TUNGSTEN.finditer(text), *(_TUNGSTEN_ALONE.finditer(text) if is_alloy else ())]
    for found in told:
        value = _number(next(group for group in found.groups() if group))
        if 0 < value <= 100:
            yield "tungsten_percent", value


def _paired(text: str) -> Iterator[tuple[str, StatedValue]]:
    """``W-Cu 70/30`` is 70 % tungsten, in the order of the symbols. ``WCu10`` is the trade's name of
    90 % tungsten and ``WCu80`` of 80: the smaller part is copper there. Where the symbols stand the
    other way round (``CuW 70/30``), the trade writes both orders, and either may be meant."""
    found = _PAIRED.search(text)
    if found is None:
        return
    one = float(found[3])
    rest = float(found[4] or 100 - one)
    if one + rest != 100:
        return
    if found[2]:
        either = Bounds(min(one, rest), max(one, rest))
        tungsten: StatedValue = either
        other: StatedValue = either
    else:
        share = one if found[4] else max(one, rest)
        tungsten, other = share, 100 - share
    yield "tungsten_percent", tungsten
    if "AG" in (found[1] or found[2]).upper():
        yield "silver_percent", other
