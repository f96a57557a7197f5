"""Magnets that are fixed in an article of use, as the ministry's answers free them (toys, cases, catches,
fixtures, fasteners)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.families import PartFamily
    from desktop_app.register.word_lists import WordLists

_CATCH = "magnet-catch"
"""What comes with one is an article with a magnetic fastening, whatever it is."""
_ARTICLES = ("fastener", "tool")
"""Families of which every thing is an article of use; of others the word list "article" tells."""

_LAMP = "lamp"
"""A form of which small electronic things have one that only shows that they are on."""
_AT_LEAST_EVEN = 0.5
"""From where on a tool tells more than the one that it comes with: a torch with WL20 electrodes."""
MAGNETS = ("magnet", "magnet_assembly")
"""Forms of loose and built-in magnets."""


def counts_inside(family: "PartFamily", part: "PartFamily") -> bool:
    """Whether a part named after "with" makes a line of a family one that holds it."""
    small = family.form == "electronics" and part.form in (*MAGNETS, _LAMP)
    its_own = family.form == part.form == "tool" and part.probability[1] >= _AT_LEAST_EVEN
    return (bool(part.hints) or its_own) and not small and family.id != "intangible"


def fixed_in(inner: "PartFamily", reading: "Reading", lists: "WordLists") -> str:
    """The family of a thing that comes with the ``inner`` one: of an article of use or a fastener a
    magnet is a part, while a cover or a holder may be all that a magnet is sold with."""
    if inner.form in MAGNETS:
        if inner.id == _CATCH or reading.head in _ARTICLES:
            return "magnet-in-article"
        if reading.words and reading.words[0].casefold() in lists.of("article"):
            return "magnet-in-article"
    return "magnet-assembly" if inner.form == "magnet" else inner.id
