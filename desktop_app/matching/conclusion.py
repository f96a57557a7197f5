"""What one walk through a text comes to: the thing that names the line, and what the rest says of it."""

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.matching.head_noun import (
    BEARING_KINDS,
    Thing,
    choose,
    is_assembly,
    is_ferrite,
    is_of_series,
    is_ordinary,
    made_of_later,
    named_elements,
)
from desktop_app.matching.mere_nouns import is_platform
from desktop_app.matching.named_substance import aimed_at, is_of_material, without_aimed
from desktop_app.matching.phrase_order import is_behind, is_led, put_back
from desktop_app.matching.said import LOOSE_HINTS, MAGNET_HINTS, Reading, names_material
from desktop_app.matching.terms_of_sale import without_remarks
from desktop_app.matching.zones import INSIDE

if TYPE_CHECKING:
    from desktop_app.matching.walk import Walk
    from desktop_app.register.family_roles import FamilyRoles


def conclude(walk: "Walk", shares: tuple[tuple[str, float], ...]) -> Reading:
    """The reading of a walk that is over. ``shares``: mass percents that the text states."""
    put_back(walk)
    without_aimed(walk)
    named = walk.is_named()
    phrases = _phrases(walk, shares, named)
    base = _described(walk, shares)
    if phrases:
        later = tuple(t.word.value for phrase in (*phrases[1:], walk.aside) for t in phrase)
        return _named(
            walk,
            base._replace(later=later),
            *choose(walk.text, phrases[0], is_led(walk, phrases[0]), walk.lists),
        )
    if walk.unended and "element" not in walk.gathered:
        return _named(walk, base, walk.unended, None, clear=False)
    if walk.nameless and not named and walk.inside:
        return _comes_with(walk, base)
    for spare in (walk.inside, walk.aside):
        if spare and not (named and all(map(is_ordinary, spare))):
            head, rival, _ = choose(walk.text, spare, bool(walk.noun_first), walk.lists)
            found = _named(walk, base._replace(inside=()), head, rival, clear=False)
            return found._replace(aside_only=True)
    return base._replace(words=tuple(dict.fromkeys(walk.words)))


def _phrases(walk: "Walk", shares: tuple[tuple[str, float], ...], named: bool) -> list[list[Thing]]:
    """The phrases of things that may name the line. ``named``: it is named without one."""
    phrases = [kept for phrase in _things(walk) if (kept := _without_glue(walk, phrase))]
    phrases = without_remarks(phrases, bool(walk.phrases[0]), walk.lists) if named else phrases
    if not phrases and walk.spare:
        phrases = [[walk.spare]]
    kinds = {t.word.kind for phrase in phrases for t in phrase}
    things = [t for phrase in (*phrases, walk.inside, walk.aside) for t in phrase]
    if walk.hints & LOOSE_HINTS and names_material(
        (t.word for t in things), walk.hints, walk.gathered, walk.roles
    ):
        walk.hints.add("ndfeb")
    kinds -= {"matter"} if walk.hints & MAGNET_HINTS else set()
    walk.unnamed |= walk.of_engine and "car" not in walk.hints  # what is of a car's is ordinary
    if is_of_material(walk, kinds, shares):
        phrases = []
    if (walk.series_first and not walk.phrases[0]) or walk.unended:
        phrases = [p for p in phrases if not is_of_series(p, walk.lists)]
    if walk.unended:
        phrases = [p for p in phrases if not all(is_platform(t.word, walk.lists) for t in p)]
    if _is_chip(walk, phrases):
        phrases = phrases[1:]
    return phrases if walk.names_magnet() else made_of_later(phrases, walk.roles)


def _is_chip(walk: "Walk", phrases: list[list[Thing]]) -> bool:
    """Whether a line begins with what names a loudspeaker or the chip that drives one, and gives the number
    of another thing: "Speaker Driver, MAX98306 Breakout"."""
    if not phrases or {t.word.text for t in phrases[0]} - walk.lists.of("driver-or-chip"):
        return False
    return bool(set(walk.gathered.get("series", ())) - walk.roles.speakers)


def _described(walk: "Walk", shares: tuple[tuple[str, float], ...]) -> Reading:
    """What the text says but for the thing that names the line."""
    gathered = walk.gathered
    without = {"nonmagnetic"} if walk.missing & walk.roles.magnets else set[str]()
    return Reading(
        hints=frozenset(walk.hints | without),
        purposes=frozenset(walk.purposes),
        inside=_named_inside(walk),
        series=next(iter(gathered.get("series", ())), None),
        grades=tuple(dict.fromkeys(gathered.get("grade", ()))),
        elements=tuple(dict.fromkeys([*gathered.get("element", ()), *(s for s, _ in shares)])),
        states=frozenset(gathered.get("state", ())),
        substance=next(iter(gathered.get("substance", ())), None),
        shares=shares,
        freed=tuple(dict.fromkeys(walk.freed)),
        claims=frozenset(gathered.get("claim", ())),
        packs=frozenset(gathered.get("pack", ())),
        telling=tuple(walk.telling.items()),
        within=frozenset(name for name, zone in walk.zones.items() if zone == INSIDE),
        aimed=aimed_at(walk),
    )


def _comes_with(walk: "Walk", base: Reading) -> Reading:
    """A thing of an unknown name, by what it comes with: a magnet is in it whatever it is, but
    screws do not make it a screw."""
    if any(map(walk.is_one, walk.inside)):
        said = tuple(dict.fromkeys(walk.words))
        return base._replace(head=walk.roles.mechanical, is_other=True, words=said)
    bearing = [thing for thing in walk.inside if not is_ordinary(thing)]
    if not bearing:
        return base._replace(inside=(), words=tuple(dict.fromkeys(walk.words)))
    head, rival, _ = choose(walk.text, bearing, bool(walk.noun_first), walk.lists)
    return _named(walk, base._replace(inside=(), aside_only=True), head, rival, clear=False)


def _named_inside(walk: "Walk") -> tuple[str, ...]:
    """The bearing things after "with"; a magnet material there is a magnet."""
    named = tuple(t.word.value for t in walk.inside if t.word.kind in BEARING_KINDS)
    return named or ((walk.roles.any_magnet,) if walk.with_magnet else ())


def _things(walk: "Walk") -> list[list[Thing]]:
    """The things named, by phrase. The bare word ferrite, which alone names a bead, beside the
    material of a magnet is a second material of it, so that neither is known; behind the bare word for
    one it is what that is made of: aimant bovin ferrite."""
    if (
        not walk.hints & MAGNET_HINTS
        and not any(is_assembly(t, walk.roles) for one in walk.phrases for t in one)
        and not any(_is_magnet_of_ferrite(one, walk.roles) for one in walk.phrases)
    ):
        return walk.phrases
    kept = [[t for t in phrase if not is_ferrite(t, walk.roles)] for phrase in walk.phrases]
    if kept != walk.phrases:
        walk.hints.add("ferrite")
    return kept


def _is_magnet_of_ferrite(phrase: list[Thing], roles: "FamilyRoles") -> bool:
    return any(
        before.word.value == roles.any_magnet and is_ferrite(behind, roles)
        for before, behind in pairwise(phrase)
    )


def _without_glue(walk: "Walk", phrase: list[Thing]) -> list[Thing]:
    """A phrase of a magnet of a named material without the glue on it: "disco neod. adesivo"."""
    lead = next((one[0] for one in walk.phrases if one), None)
    bare = walk.roles.any_magnet
    named = any(walk.is_one(t) and t.word.value != bare for t in phrase) or walk.names_magnet()
    backing = walk.lists.of("backing") if named or "grade" in walk.gathered else frozenset()
    sticky = backing | walk.lists.of("sticky") if named else backing
    return [t for t in phrase if t.word.text not in (backing if t is lead else sticky)]


def _named(walk: "Walk", base: Reading, head: Thing, rival: Thing | None, clear: bool) -> Reading:
    other = head.word.kind not in BEARING_KINDS
    family = head.word.value
    if family.removeprefix("gear").partition("-")[0] in walk.missing:
        # without the very thing it is named after: a magnet holder without magnet
        other, family = True, walk.roles.mechanical
    beside = [t.word for phrase in walk.phrases for t in phrase if t is not head]
    beside = [word for word in beside if word.kind in BEARING_KINDS]
    walk.telling |= {word.text: word.value for word in beside}
    return base._replace(
        head=family,
        behind=other and is_behind(walk, head),
        elements=tuple(dict.fromkeys((*base.elements, *named_elements(head, rival, walk.roles)))),
        plain=walk.unknown_first or head.word.kind in ("matter", "shape"),
        unnamed=walk.unnamed or head.end in walk.run_on,
        also=tuple(word.value for word in beside),
        rival=rival.word.value if rival and rival.word.value != family else None,
        is_other=other,
        clear=clear,
        words=tuple(dict.fromkeys([head.word.text, *(w.text for w in beside), *walk.words])),
        telling=tuple(walk.telling.items()),
    )
