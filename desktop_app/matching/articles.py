"""Magnets that are fixed in an article of use, as the ministry's answers free them (toys, cases, catches,
fixtures, fasteners)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.families import PartFamily
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.word_lists import WordLists

_LAMP = "lamp"
"""A form of which small electronic things have one that only shows that they are on."""
_AT_LEAST_EVEN = 0.5
"""From where on a tool tells more than the one that it comes with: a torch with WL20 electrodes."""
MAGNETS = ("magnet", "magnet_assembly")
"""Forms of loose and built-in magnets."""


def counts_inside(family: "PartFamily", part: "PartFamily", roles: "FamilyRoles") -> bool:
    """Whether a part named after "with" makes a line of a family one that holds it."""
    few = MAGNETS if family.id not in roles.with_magnet else ()
    small = family.form == "electronics" and part.form in (*few, _LAMP)
    its_own = family.form == part.form == "tool" and part.probability[1] >= _AT_LEAST_EVEN
    return (bool(part.hints) or its_own) and not small and family.id != roles.papers


def fixed_in(inner: "PartFamily", reading: "Reading", lists: "WordLists") -> str:
    """The family of a thing that comes with the ``inner`` one: of an article of use or a fastener a
    magnet is a part, while a cover or a holder may be all that a magnet is sold with."""
    roles = lists.roles
    if inner.form in MAGNETS:
        if inner.id == roles.magnetic_catch or reading.head in roles.articles:
            return roles.article_with_magnet
        if reading.words and reading.words[0].casefold() in lists.of("article"):
            return roles.article_with_magnet
    return roles.built_in_magnet if inner.form == "magnet" else inner.id
