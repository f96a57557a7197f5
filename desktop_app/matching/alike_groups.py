"""The texts of a column in groups that agree but for figures of which no word is made.

What ``Alike`` tells of one text after another is told of all of them at once here, which takes half the
time: most texts of one shape hold no word with a figure, and one look at all their figures shows it.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.matching.alike import (
    Shape,
    figures_of,
    own_places,
    shape_figures,
    shapes_of,
    words_of,
)
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Figures, Lexicon


class Group(NamedTuple):
    """Texts of one shape in which the same words are found, by their ``places`` in the column; ``text``:
    the first of them in its normal form."""

    shape: Shape
    text: str
    places: list[int]


def groups_alike(texts: Sequence[str], scan: "Lexicon") -> Iterator[Group]:
    """All texts in their groups; each is in one."""
    figures = figures_of(texts)
    known: dict[frozenset[frozenset[str]], frozenset[str]] = {}
    for shape, places in _by_shape(texts).items():
        first = places[0]
        text = normalise(texts[first])
        found = scan.figures_at(text) if len(places) > 1 and b"0" in shape else []
        if found:
            key = frozenset([at.known for at in found])
            words = known.get(key)
            if words is None:
                words = known[key] = frozenset[str]().union(*key)
            said = [figures[place] for place in places]
            if said[0] != shape_figures(text) or _any_in(words, " ".join(said)):
                yield from _by_words(texts, Group(shape, text, places), said, found)
                continue
        yield Group(shape, text, places)


def _any_in(words: frozenset[str], figures: str) -> bool:
    for word in words:  # noqa: SIM110 - a generator takes twice as long
        if word in figures:
            return True
    return False


def _by_words(
    texts: Sequence[str], group: Group, figures: list[str], found: "list[Figures]"
) -> Iterator[Group]:
    """The texts of a shape, told apart by the words with figures that stand in them."""
    shape, text, places = group
    at = own_places(texts[places[0]], text, found)
    of_words: dict[tuple[str, ...], list[int]] = {}
    for place, own in zip(places, figures, strict=True):
        of_words.setdefault(words_of(own, at), []).append(place)
    for of_it in of_words.values():
        lead = of_it[0]
        yield Group(shape, text if lead == places[0] else normalise(texts[lead]), of_it)


def _by_shape(texts: Sequence[str]) -> dict[Shape, list[int]]:
    found: dict[Shape, list[int]] = {}
    for place, shape in enumerate(shapes_of(texts)):
        of_it = found.get(shape)
        if of_it is None:
            found[shape] = [place]
        else:
            of_it.append(place)
    return found
