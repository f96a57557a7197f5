"""Which rules that bind the buyer reach a part: three values, and what would settle the third.

Unknown is never no. Only what the licence verdict may rest on decides here, too: declared and exact
facts; a kind recognised by its name leaves the material open. Off until a user asks for it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.assessment.licence.uses import stated_use
from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.model.findings import Country, Message, Reason, msg
from desktop_app.model.flags import Flag, FlagState
from desktop_app.model.inquiry import EndUse, Inquiry
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.uses import own_use
from desktop_app.model.verdict import Ternary, known
from desktop_app.model.words import END_USE_WORDS, FORM_WORDS
from desktop_app.register.buyer_rules import MADE_STAGES, BuyerRule, Condition, ConditionKind, Phase
from desktop_app.register.control import Assumptions

EXACT = ("A", "B")
DECIDING = ("A", "B", "C")
RARE_EARTH_MAGNETS = frozenset({"NdFeB", "SmCo", "SmFeN"})
FORMS_WITHOUT = frozenset((
    "metal", "alloy", "target", "oxide", "compound", "mixture", "crystal", "fibre", "ceramic",
    "phosphor", "powder", "scrap", "solution", "ore", "catalyst", "optics", "coated_part", "cast_part",
    "wire", "chemical", "other",
))  # fmt: skip
"""Forms that hold no magnet of any material."""
OWN_STAGE: Mapping[str, str] = {
    "magnet": "magnet", "metal": "melting", "alloy": "melting", "powder": "melting",
}  # fmt: skip
"""The stage that ends with goods of a form."""
STAGE_WORDS: Mapping[str, Message] = {
    "mining": msg("mining"),
    "refining": msg("refining and separation"),
    "melting": msg("melting of the alloy"),
    "magnet": msg("making of the magnet"),
}


class Bought(NamedTuple):
    """What the rules may ask of a part. ``use``: as its row states it."""

    match: Match
    origin: Origin
    customs: str | None
    use: EndUse | None


class Found(NamedTuple):
    """Whether a condition holds, the step to show, and what is missing where it is unknown."""

    holds: Ternary
    steps: tuple[Reason, ...]
    missing: tuple[Message, ...] = ()


def buyer_flags(  # noqa: PLR0917 - one argument for every step before it
    parts: PartTable,
    matches: Spread[Match],
    origins: Spread[Origin],
    inquiry: Inquiry,
    rules: Sequence[BuyerRule],
    assumptions: Assumptions,
    answers: Mapping[str, bool] | None = None,
) -> Spread[tuple[Flag, ...]]:
    """Every duty in force or to come for every part, in the order of the rules.

    ``answers``: what the user said, by question id of the rules. A part to which no rule can apply
    still has its flags, with ``applies`` NO and the step that decides.
    """
    asking = [_Asking(rule, inquiry, answers or {}) for rule in rules]
    uses = merged(texts(parts, "end_use"), lambda text: stated_use(own_use(text), assumptions)[0])
    kinds = combined(matches, origins, texts(parts, "hs_code"), uses)
    return kinds.map(
        lambda kind: tuple(flag for rule in asking for flag in rule.flags(Bought(*kind)))
    )


class _Asking:
    """Asks the conditions of one rule of parts, under one question."""

    def __init__(self, rule: BuyerRule, inquiry: Inquiry, answers: Mapping[str, bool]) -> None:
        self.rule, self.inquiry, self.answers = rule, inquiry, answers
        self.ways: dict[ConditionKind, Callable[[Condition, Bought], Found]] = {
            "materials": self._materials,
            "minerals": self._minerals,
            "forms": self._forms,
            "customs": self._customs,
            "origins": self._origins,
            "destinations": self._destinations,
            "end_uses": self._end_uses,
            "produced_in": self._produced_in,
            "answer": self._answer,
            "any_of": self._any_of,
        }

    def flags(self, bought: Bought) -> list[Flag]:
        """The duties of the rule that are not over on the day of the question."""
        return [
            self._flag(self.rule, phase, bought)
            for phase in self.rule.phases
            if phase.until is None or phase.until >= self.inquiry.on
        ]

    def _flag(self, rule: BuyerRule, phase: Phase, bought: Bought) -> Flag:
        answer = self._all(phase.conditions, bought)
        state, days_left = _state(phase, self.inquiry.on)
        return Flag(
            rule=rule.id,
            title=Message(rule.title),
            duty=Message(phase.duty),
            state=state,
            since=phase.since,
            until=phase.until,
            earliest=phase.earliest,
            days_left=days_left,
            applies=answer.holds,
            missing=answer.missing if answer.holds is Ternary.UNKNOWN else (),
            steps=answer.steps,
            unless=tuple(map(Message, rule.exceptions)),
            why=Message(phase.why) if phase.why else None,
            note=Message(rule.note) if rule.note else None,
            source=phase.source.url,
            read_through=rule.read_through,
        )

    def _all(self, conditions: Sequence[Condition], bought: Bought) -> Found:
        """All must hold; the first that does not ends the asking and is what is shown."""
        asked: list[Found] = []
        for condition in conditions:
            found = self.ways[condition.kind](condition, bought)
            if found.holds is Ternary.NO:
                return found
            asked.append(found)
        return Found(
            min((found.holds for found in asked), default=Ternary.YES),
            tuple(step for found in asked for step in found.steps),
            tuple(missing for found in asked for missing in found.missing),
        )

    def _any_of(self, condition: Condition, bought: Bought) -> Found:
        """One way is enough; where none holds for certain, all that is open is missing."""
        asked = [self._all(way, bought) for way in condition.ways]
        best = max(found.holds for found in asked)
        told = [found for found in asked if found.holds is best]
        if best is Ternary.YES:
            return told[0]
        return Found(
            best,
            tuple(step for found in told for step in found.steps),
            tuple(dict.fromkeys(missing for found in told for missing in found.missing)),
        )

    def _materials(self, condition: Condition, bought: Bought) -> Found:
        """A magnet of one of these materials, loose or inside."""
        match, names = bought.match, ", ".join(condition.values)
        sure = match.outcome == "sure" and match.evidence in EXACT
        if match.material in condition.values and sure:
            return _step("form", msg("Of {material}.", material=match.material), match.evidence)
        if match.form == "magnet" and match.material is not None and sure:
            said = msg("A magnet of {material}.", material=match.material)
            return _step("form", said, match.evidence, Ternary.NO)
        if _holds_none_of(match, condition.values):
            return _step("form", _recognised(match), match.evidence, Ternary.NO)
        return _open(
            "form",
            msg("Whether it holds a magnet of {materials} is not known.", materials=names),
            msg("material of its magnets, if it has any"),
        )

    def _minerals(self, condition: Condition, bought: Bought) -> Found:
        match = bought.match
        held = [mineral for mineral in match.minerals if mineral in condition.values]
        if held and match.evidence in EXACT and match.outcome == "sure":
            return _step("elements", msg("Holds {names}.", names=", ".join(held)), match.evidence)
        if not held and match.outcome == "sure" and match.evidence in DECIDING and not match.is_kit:
            said = msg("Holds none of {names}.", names=", ".join(condition.values))
            return _step("elements", said, match.evidence, Ternary.NO)
        names = ", ".join(condition.values)
        return _open(
            "elements",
            msg("Whether it holds {names} is not known.", names=names),
            msg("content of {names}", names=names),
        )

    def _forms(self, condition: Condition, bought: Bought) -> Found:
        match = bought.match
        if match.form is None or match.outcome != "sure" or match.form_evidence not in DECIDING:
            return _open("form", msg("Its form is not known."), msg("form of the part"))
        fits = known(match.form in condition.values)
        return _step("form", _recognised(match), match.form_evidence, fits)

    def _customs(self, condition: Condition, bought: Bought) -> Found:
        number, match = bought.customs or "", bought.match
        for prefix in condition.values:
            if number.startswith(prefix):
                return _step("form", msg("Customs number {code}.", code=number), "C")
        if number and not any(prefix.startswith(number) for prefix in condition.values):
            return _step("form", msg("Customs number {code}.", code=number), "C", Ternary.NO)
        is_known = match.outcome == "sure" and match.form_evidence in DECIDING
        other = condition.only_forms and match.form not in condition.only_forms
        if not number and is_known and other:
            return _step("form", _recognised(match), match.form_evidence, Ternary.NO)
        return _open("form", msg("Its customs number is not known."), msg("customs number"))

    def _origins(self, condition: Condition, bought: Bought) -> Found:
        country = bought.origin.country
        if country is None:
            return _open("origin", msg("Its origin is not known."), msg("country of origin"))
        said = msg("Made in {country}.", country=Country(country))
        return _step("origin", said, bought.origin.evidence, known(country in condition.values))

    def _destinations(self, condition: Condition, bought: Bought) -> Found:
        """The destination of the question stands, also where it is assumed; it is said so."""
        country = self.inquiry.destination
        said = (
            msg("Going to {country} (assumed).", country=Country(country))
            if self.inquiry.destination_assumed
            else msg("Going to {country}.", country=Country(country))
        )
        return _step("destination", said, None, known(country in condition.values))

    def _end_uses(self, condition: Condition, bought: Bought) -> Found:
        """An assumed use is no statement: whether the part has another stays open. A yes to the
        question that stands for it tells the use of a part whose row states none."""
        if bought.use is None and condition.or_answer and self.answers.get(condition.or_answer):
            return self._answer(Condition("answer", (condition.or_answer,)), bought)
        if bought.use is None and self.inquiry.end_use_assumed:
            return _open("end_use", msg("Its use is only assumed."), msg("end use"))
        use = bought.use or self.inquiry.end_use
        fits = known(use in condition.values)
        return _step("end_use", msg("Use: {use}.", use=END_USE_WORDS[use]), "B", fits)

    def _produced_in(self, condition: Condition, bought: Bought) -> Found:
        """A loose magnet, metal or powder is made where it originates; what was done before that
        stays to be asked."""
        match, country = bought.match, bought.origin.country
        decides = match.outcome == "sure" and match.form_evidence in DECIDING
        own = OWN_STAGE.get(match.form or "") if decides else None
        if country in condition.values and own in condition.stages:
            said = msg("Made in {country}.", country=Country(country))
            return _step("origin", said, bought.origin.evidence)
        open_stages = [STAGE_WORDS[stage] for stage in _open_stages(condition, own, country)]
        countries = Country(", ".join(condition.values))
        return Found(
            Ternary.UNKNOWN,
            (
                Reason(
                    "origin",
                    msg("Whether it was made in {countries} is not known.", countries=countries),
                ),
            ),
            tuple(msg("country of {stage}", stage=stage) for stage in open_stages),
        )

    def _answer(self, condition: Condition, bought: Bought) -> Found:
        (name,) = condition.values
        question = Message(self.rule.questions[name])
        if name not in self.answers:
            return _open("identity", msg("Not answered: {question}", question=question), question)
        said = (
            msg("{question} Yes.", question=question)
            if self.answers[name]
            else msg("{question} No.", question=question)
        )
        return _step("identity", said, "B", known(self.answers[name]))


def _holds_none_of(match: Match, materials: Sequence[str]) -> bool:
    """Recognised with a clear margin as something without a magnet of these materials.

    What holds no rare earth but traces holds no magnet of them; that it holds no ferrite either
    only goods in a form without magnets tell.
    """
    clear = match.outcome == "sure" and match.evidence in DECIDING and not match.is_kit
    free = match.form != "magnet" and match.verdict in ("no", "trace")
    return (
        clear and free and (match.form in FORMS_WITHOUT or RARE_EARTH_MAGNETS.issuperset(materials))
    )


def _open_stages(condition: Condition, own: str | None, country: str | None) -> list[str]:
    """Stages of which nobody said the country: those before the part's own, and its own where its
    origin is not known."""
    if own is None:
        return list(condition.stages)
    last = MADE_STAGES.index(own) + (country is None)
    return [stage for stage in condition.stages if MADE_STAGES.index(stage) < last]


def _recognised(match: Match) -> Message:
    form = FORM_WORDS[match.form] if match.form else msg("not known")
    return msg("Recognised as {form}.", form=form)


def _step(step: str, said: Message, evidence: str | None, holds: Ternary = Ternary.YES) -> Found:
    return Found(holds, (Reason(step, said, evidence),))


def _open(step: str, said: Message, missing: Message) -> Found:
    return Found(Ternary.UNKNOWN, (Reason(step, said),), (missing,))


def _state(phase: Phase, on: date) -> tuple[FlagState, int | None]:
    """Whether a duty is in force on a day, and the days until it starts or ends."""
    if phase.since is None:
        return "date_unknown", None
    if on < phase.since:
        return "coming", (phase.since - on).days
    if phase.earliest:
        return "date_unknown", None
    return "in_force", None if phase.until is None else (phase.until - on).days
