"""The measures and the shape of a solid piece: what can be cut from it hangs on them.

A measure is in mm. What a row does not say is not supplied, but a foil 0.1 mm thick is known to have no
side above that, whatever its length.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.matching.millimetres import in_millimetres
from desktop_app.model.bounds import Bounds, StatedValue

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_NUMBER = r"\d{1,6}(?:[.,]\d{1,7})?"
_AXES = ("length_mm", "width_mm", "thickness_mm")
_UNIT = "mm|cm|[u\u00b5\u03bc]m"
_SIZES = re.compile(
    rf"({_NUMBER})\s*(?:mm|cm)?\s*[x×*]\s*({_NUMBER})\s*(?:mm|cm)?(?:\s*[x×*]\s*({_NUMBER}))?\s*(mm|cm)?",
    re.I,
)
_FIGURE = re.compile(rf"(?<![\w.,])({_NUMBER})\s*({_UNIT})(?![A-Za-z])", re.I)
_MM_OF = {"mm": 1.0, "cm": 10.0, "um": 0.001}
_MM_OF_INCH = 25.4
_NO_LETTER = r"(?![^\W\d_])"


class _Words(NamedTuple):
    """What stands beside measures, in the words of the lists."""

    round: re.Pattern[str]
    round_behind: re.Pattern[str]
    inches: re.Pattern[str]
    length: re.Pattern[str]
    inner: re.Pattern[str]
    outer: re.Pattern[str]
    wall: re.Pattern[str]
    thick: re.Pattern[str]
    flat_stock: re.Pattern[str]
    no_flat_stock: re.Pattern[str]
    coating: re.Pattern[str]


@lru_cache(maxsize=4)
def _words(lists: "WordLists") -> _Words:
    inch = rf"{lists.any_of('inch')}|in\b|\"|″"
    across = lists.any_word_of("diameter", behind=rf"{_NO_LETTER}\.?")
    along = lists.any_word_of("length", behind=_NO_LETTER)
    return _Words(
        round=re.compile(rf"(?:[Øø⌀φΦ]|{across}|\bD=?)\s*=?\s*({_NUMBER})\s*(mm|cm|{inch})?", re.I),
        round_behind=re.compile(rf"({_NUMBER})\s*-?(mm|cm|{inch})\s+(?:in\s+)?{across}", re.I),
        inches=re.compile(rf"({_NUMBER})\s*-?\s*({inch})", re.I),
        length=re.compile(rf"(?:{along}|\bL\s*=?)\s*[:=]?\s*({_NUMBER})\s*(mm|cm)?", re.I),
        inner=_before_figure(lists, "inner-diameter"),
        outer=_before_figure(lists, "outer-diameter"),
        wall=_before_figure(lists, "wall"),
        thick=re.compile(
            rf"{_before_figure(lists, 'thickness').pattern}"
            rf"|({_NUMBER})\s*({_UNIT})\s*{lists.any_word_of('thickness', before='')}",
            re.I,
        ),
        flat_stock=_ending(lists, "flat-stock"),
        no_flat_stock=_ending(lists, "no-flat-stock"),
        coating=_ending(lists, "coating"),
    )


def _ending(lists: "WordLists", name: str) -> re.Pattern[str]:
    """A word of a list on its own or at the end of a longer one."""
    return re.compile(lists.any_word_of(name, before="", behind=_NO_LETTER), re.I)


def _before_figure(lists: "WordLists", name: str) -> re.Pattern[str]:
    word = lists.any_word_of(name, behind=_NO_LETTER)
    return re.compile(rf"{word}\.?\s*[:=≥]?\s*({_NUMBER})\s*({_UNIT})?", re.I)


def sizes_of(text: str, lists: "WordLists") -> Iterator[tuple[str, StatedValue]]:
    """Diameter, length, width, thickness and the least outer side; of a tube its bore and wall. A
    size without a unit is in mm."""
    words, given = _words(lists), text
    text = in_millimetres(given, lists)
    if tube := [*_tube(text, words)]:
        yield from tube
        return
    sizes = _SIZES.search(text)
    round_one = words.round.search(text) or words.round_behind.search(text)
    across = round_one
    if across is None and not (sizes and sizes[3]):
        across = words.inches.search(given)
    if across:
        yield "diameter_mm", _mm(across[1], across[2])
    if sizes is None:
        yield from _round_bar(across, words.length.search(text))
    else:
        yield from _sides(sizes, round_one)
    yield from _thin(text, words)


def _sides(
    sizes: re.Match[str], round_one: re.Match[str] | None
) -> Iterator[tuple[str, StatedValue]]:
    """The sides of a bar, a ring or a block."""
    values = [_mm(value, sizes[4]) for value in sizes.groups()[:3] if value]
    if round_one and sizes.start() <= round_one.start(1) <= sizes.end():
        yield from _bar(_mm(round_one[1], round_one[2] or sizes[4]), values[-1], len(values))
    elif len(values) == len(_AXES):
        yield from zip(_AXES, sorted(values, reverse=True), strict=True)
        yield "least_side_mm", min(values)


def _tube(text: str, words: _Words) -> Iterator[tuple[str, StatedValue]]:
    """A tube by two of bore, outer diameter and wall. Nothing cut from it is thicker than its wall."""
    inner, outer, wall = (
        None if found is None else _mm(found[1], found[2])
        for found in (words.inner.search(text), words.outer.search(text), words.wall.search(text))
    )
    if inner is None or (outer is None and wall is None):
        return
    thick = wall if wall is not None else (outer - inner) / 2  # type: ignore[operator]
    across = outer if outer is not None else inner + 2 * thick
    if thick <= 0:
        return
    yield "inner_diameter_mm", inner
    yield "wall_mm", round(thick, 4)
    yield "diameter_mm", round(across, 4)
    yield "thickness_mm", round(thick, 4)
    if along := words.length.search(text):
        length = _mm(along[1], along[2])
        yield "length_mm", length
        yield "least_side_mm", min(across, length)


def _thin(text: str, words: _Words) -> Iterator[tuple[str, StatedValue]]:
    """A thickness in words, or the least figure beside a sheet or foil, which is none of its greater
    sides: its thickness is that or less. That of a coating, or a figure beside a data sheet or the
    foil a block comes in, says nothing of it."""
    if (said := words.thick.search(text)) and not words.coating.search(text):
        value, unit = next((v, u) for v, u in zip(*[iter(said.groups())] * 2, strict=True) if v)
        thickness = _mm(value, unit)
        yield "thickness_mm", thickness
        yield "least_side_mm", Bounds(high=thickness)
        return
    if not words.flat_stock.search(text) or words.no_flat_stock.search(text):
        return
    figures = [_mm(value, unit) for value, unit in _FIGURE.findall(text)]
    if sizes := _SIZES.search(text):
        figures += [_mm(value, sizes[4]) for value in sizes.groups()[:3] if value]
    if figures:
        yield "thickness_mm", Bounds(high=min(figures))
        yield "least_side_mm", Bounds(high=min(figures))


def _round_bar(
    diameter: re.Match[str] | None, length: re.Match[str] | None
) -> Iterator[tuple[str, StatedValue]]:
    """A rod or disc with its length in words. No block of it is wider than its diameter, nor thicker
    than the shorter of the two."""
    if length is None:
        return
    along = _mm(length[1], length[2])
    if diameter is None:
        yield "length_mm", along
    else:
        yield from _bar(_mm(diameter[1], diameter[2]), along)


def _bar(across: float, along: float, figures: int = 2) -> Iterator[tuple[str, StatedValue]]:
    """Diameter by length; with a third ``figure`` between them it is a ring or a tube."""
    yield "length_mm", along
    yield "least_side_mm", min(across, along)
    if figures == 2:
        yield "width_mm", across
        yield "thickness_mm", min(across, along)


def _mm(value: str, unit: str | None) -> float:
    known = re.sub("[\u00b5\u03bc]", "u", (unit or "mm").lower())
    return round(float(value.replace(",", ".")) * _MM_OF.get(known, _MM_OF_INCH), 4)


def shapes_of(text: str, form: str | None, lists: "WordLists") -> Iterator[tuple[str, StatedValue]]:
    """Whether a piece is said to be curved or flat, and a crystal to be one or many."""
    if form not in ("crystal", "optics"):
        return
    for name, yes, no in (
        ("curved", "curved", "flat"),
        ("polycrystal", "polycrystal", "single-crystal"),
    ):
        said = [_names(text, lists, which) for which in (yes, no)]
        if said[0] != said[1]:
            yield name, float(said[0])


def _names(text: str, lists: "WordLists", which: str) -> bool:
    return _any_of(lists, which).search(text) is not None


@lru_cache(maxsize=16)
def _any_of(lists: "WordLists", which: str) -> re.Pattern[str]:
    return re.compile(lists.any_word_of(which, behind=_NO_LETTER), re.I)
