"""Whether a provision reaches a delivery at all: where it leaves, where it goes, Chinese inputs."""

from typing import NamedTuple

from desktop_app.assessment.licence.clauses import NEVER, SURE
from desktop_app.assessment.licence.facts import CHINA, Case, Place, Share
from desktop_app.model.findings import Country, Message, Reason, msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Basis, MissingFact
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.register.control import Edition, Provision

TECHNOLOGY_UNSAID: Interval = (0.0, 0.5, 1.0)
"""As of a share nobody stated: nothing is known either way."""


class Reached(NamedTuple):
    """``state``: whether the provision binds this delivery. ``probability`` that it does."""

    state: Ternary
    probability: Interval
    steps: tuple[Reason, ...]
    basis: Basis | None = None
    missing: tuple[MissingFact, ...] = ()


def reached(provision: Provision, case: Case, inquiry: Inquiry, edition: Edition) -> Reached:
    """How far a provision reaches a delivery; one definition for the column and its explanation."""
    if inquiry.destination == CHINA:
        said = msg("The goods stay in or go to mainland China; nothing leaves it.")
        return Reached(Ternary.NO, NEVER, (Reason("destination", said),), "destination")
    if provision.destinations and inquiry.destination not in provision.destinations:
        said = msg(
            "Binds deliveries to {countries} only; these go to {country}.",
            countries=Country(", ".join(provision.destinations)),
            country=Country(inquiry.destination),
        )
        return Reached(Ternary.NO, NEVER, (Reason("destination", said),), "outside")
    reach = {
        "export": _export,
        "foreign_content": _foreign_content,
        "foreign_technology": _foreign_technology,
        "reexport": _reexport,
    }[provision.reach]
    return reach(provision, case, inquiry, edition)


def _export(_provision: Provision, case: Case, inquiry: Inquiry, edition: Edition) -> Reached:
    """Goods that leave China."""
    place = case.place
    state = place.leaves()
    steps = (Reason("origin", _made_in_words(place), _grade(place)),)
    if state is Ternary.UNKNOWN:
        return Reached(state, place.china, steps, None, ("origin",))
    if state is Ternary.YES:
        return Reached(state, SURE, steps)
    inside = stands_inside(place, inquiry, edition)
    return Reached(state, NEVER, steps, "already_outside" if inside else "outside")


def stands_inside(place: Place, inquiry: Inquiry, edition: Edition) -> bool:
    """Whether Chinese goods, or goods of unknown origin, already stand in the buyer's customs
    territory."""
    if place.already_inside:
        return True
    if place.ships_from is None or place.made_in_china() is Ternary.NO:
        return False
    return _same_territory(place.ships_from, inquiry.destination, edition)


def _same_territory(one: str, other: str, edition: Edition) -> bool:
    return one == other or any({one, other} <= members for members in edition.territories)


def _made_in_words(place: Place) -> Message:
    if place.already_inside:
        return msg("From stock that is already in your customs territory, as recorded.")
    if place.ships_from is not None:
        return msg(
            "Dispatched from: {ships}. Made in: {made}.",
            ships=Country(place.ships_from),
            made=Country(place.country) if place.country else msg("a country nobody stated"),
        )
    if place.leaves_china is not None:
        return (
            msg("This delivery leaves China, as recorded.")
            if place.leaves_china
            else msg("This delivery does not leave China, as recorded.")
        )
    if place.country is None:
        return msg("Where it was made and whether this delivery leaves China is not stated.")
    if place.country == CHINA:
        return msg("Made in China as declared; judged as if it leaves China for this delivery.")
    return msg(
        "Made in {country} as declared; it does not leave China.", country=Country(place.country)
    )


def _grade(place: Place) -> str | None:
    known = place.country or place.leaves_china is not None or place.already_inside
    return "B" if known else None


def _foreign_content(
    provision: Provision, case: Case, inquiry: Inquiry, edition: Edition
) -> Reached:
    """Goods made outside China with Chinese inputs, traded between two foreign countries."""
    place = case.place
    made_outside = ~place.made_in_china()
    direct = place.leaves_china is True
    if direct or made_outside is Ternary.NO:
        said = msg("Not goods made outside China: this limb concerns those only.")
        return Reached(Ternary.NO, NEVER, (Reason("origin", said, "B"),), "outside")
    if _is_domestic(place, inquiry):
        return _domestic(inquiry)
    share = _share_step(provision, case)
    state = made_outside & share.state
    steps = share.steps
    if share.state is Ternary.NO:
        steps += _unseen_limbs(provision, edition, case)
    missing: tuple[MissingFact, ...] = ()
    if state is Ternary.UNKNOWN:
        missing = (*(("origin",) if made_outside is Ternary.UNKNOWN else ()), *share.missing)
    origin = Reason("origin", _made_in_words(place), _grade(place))
    outside = tuple(1 - end for end in reversed(place.china))
    chance = tuple(a * b for a, b in zip(outside, share.probability, strict=True))
    return Reached(state, (chance[0], chance[1], chance[2]), (origin, *steps), share.basis, missing)


def _foreign_technology(
    _provision: Provision, case: Case, inquiry: Inquiry, _edition: Edition
) -> Reached:
    """Goods made outside China with Chinese technology, as a declaration says or denies."""
    place = case.place
    made_outside = ~place.made_in_china()
    if place.leaves_china is True or made_outside is Ternary.NO:
        said = msg("Not goods made outside China: this limb concerns those only.")
        return Reached(Ternary.NO, NEVER, (Reason("origin", said, "B"),), "outside")
    if _is_domestic(place, inquiry):
        return _domestic(inquiry)
    made_in = Reason("origin", _made_in_words(place), _grade(place))
    if case.technology is False:
        said = msg("A declaration says that it was made without Chinese technology.")
        return Reached(Ternary.NO, NEVER, (made_in, Reason("origin", said, "A")), "facts")
    if case.technology is None:
        said = msg("With whose technology it was made nobody says; no share of value is asked for.")
        steps = (made_in, Reason("origin", said))
        return Reached(Ternary.UNKNOWN, TECHNOLOGY_UNSAID, steps, None, ("origin",))
    said = msg("Made with Chinese technology, as a declaration says; no share is asked for.")
    steps = (made_in, Reason("origin", said, "A"))
    if made_outside is Ternary.YES:
        return Reached(Ternary.YES, SURE, steps)
    outside = tuple(1 - end for end in reversed(place.china))
    chance = (outside[0], outside[1], outside[2])
    return Reached(Ternary.UNKNOWN, chance, steps, None, ("origin",))


def _unseen_limbs(provision: Provision, edition: Edition, case: Case) -> tuple[Reason, ...]:
    """Limbs of the same announcement that are said, not screened: of a part whose share somebody stated,
    that on Chinese technology where no input is Chinese, and of what its technologies do not make."""
    if case.share is None or case.technology is not None:
        return ()
    control = next((c for c in edition.controls if provision in c.provisions), None)
    return tuple(
        Reason(
            "origin",
            msg(
                "{limb} of the same announcement, on goods made with Chinese technology, is not "
                "screened: no parts list tells with whose technology a thing was made.",
                limb=other.id,
            ),
        )
        for other in (control.provisions if control else ())
        if other.reach == "foreign_technology"
        and (case.share.high == 0 or not may_make(other, case.thing.form))
    )


def may_make(provision: Provision, form: str | None) -> bool:
    """Whether the technologies of a limb make things of this form: magnets, not the motors that they
    are built into."""
    return not provision.makes or form is None or form in provision.makes


def _share_step(provision: Provision, case: Case) -> Reached:
    limit, share = provision.value_share_percent, case.share
    if limit is None:
        return Reached(Ternary.YES, SURE, ())
    if share is None:
        said = msg(
            "Which share of the value is Chinese rare earth input is not stated; from {limit} % on "
            "it counts.",
            limit=limit,
        )
        return Reached(
            Ternary.UNKNOWN, (0.0, 0.5, 1.0), (Reason("origin", said),), None, ("value_share",)
        )
    if share.low != share.high:
        return _two_readings(share, limit)
    said = msg(
        "{share} % of the value is Chinese rare earth input as stated; from {limit} % on it counts.",
        share=share.low,
        limit=limit,
    )
    step = (Reason("origin", said, "A"),)
    if share.low >= limit:
        return Reached(Ternary.YES, SURE, step)
    return Reached(Ternary.NO, NEVER, step, "facts" if share.low > 0 else "outside")


def _two_readings(share: Share, limit: float) -> Reached:
    """A figure without a sign decides only where both of its readings say the same."""
    said = msg(
        "The share of value without a sign can be {low} % or {high} %; from {limit} % on it counts.",
        low=share.low,
        high=share.high,
        limit=limit,
    )
    if share.low >= limit:
        return Reached(Ternary.YES, SURE, (Reason("origin", said, "B"),))
    if share.high < limit:
        return Reached(Ternary.NO, NEVER, (Reason("origin", said, "B"),), "facts")
    return Reached(
        Ternary.UNKNOWN, (0.0, 0.5, 1.0), (Reason("origin", said),), None, ("value_share",)
    )


def _reexport(provision: Provision, case: Case, inquiry: Inquiry, edition: Edition) -> Reached:
    """Goods of Chinese origin that leave a third country for another one. Of others it is said which limb
    is not screened."""
    place = case.place
    chinese, elsewhere = place.made_in_china(), ~place.leaves()
    if elsewhere is Ternary.YES and _is_domestic(place, inquiry):
        return _domestic(inquiry)
    state = chinese & elsewhere
    step = (Reason("origin", _made_in_words(place), _grade(place)),)
    if state is Ternary.NO:
        unseen = _unseen_limbs(provision, edition, case) if chinese is Ternary.NO else ()
        return Reached(state, NEVER, (*step, *unseen), "outside")
    if state is Ternary.YES:
        return Reached(state, SURE, step)
    return Reached(state, place.china, step, None, ("origin",))


def _is_domestic(place: Place, inquiry: Inquiry) -> bool:
    """Trade within one country is bound by no limb of the announcement."""
    return place.already_inside or place.departs_from() == inquiry.destination


def _domestic(inquiry: Inquiry) -> Reached:
    said = msg(
        "A delivery within {country}; trade within one country is not bound.",
        country=Country(inquiry.destination),
    )
    return Reached(Ternary.NO, NEVER, (Reason("origin", said, "B"),), "outside")
