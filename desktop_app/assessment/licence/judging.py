"""From answered conditions to a verdict: per line of an announcement, then for the whole part; in the
order of the page on verdicts: recognition, then the part, then the law."""

from dataclasses import replace
from datetime import date

from desktop_app.assessment.licence import words
from desktop_app.assessment.licence.cleared import (
    excluded_steps,
    line_of,
    why_clear,
)
from desktop_app.assessment.licence.covering import no_basis
from desktop_app.assessment.licence.either import judged_together
from desktop_app.assessment.licence.facts import CHINA, Case, with_implied_material
from desktop_app.assessment.licence.laws import (
    Law,
    first_day,
    laws_on,
    listed_forms,
    named_elements,
)
from desktop_app.assessment.licence.line_answers import (
    Answer,
    by_status,
    chance_of,
    cleared_by,
    clearing,
    decides,
    finding_of,
    group_of,
    missing_of,
    untouched,
    verdict_of,
    worst_first,
)
from desktop_app.assessment.licence.lines import Line, Lines, Said, limbs_by_share, screened
from desktop_app.assessment.licence.marks import Marks
from desktop_app.assessment.licence.practice import passed_by_practice, practice_holds
from desktop_app.assessment.licence.reach import Reached
from desktop_app.model.findings import Reason
from desktop_app.model.inquiry import EndUse, Inquiry
from desktop_app.model.licence import (
    Basis,
    Licence,
    MissingFact,
    StatusName,
    Verdict,
    WaitsOn,
)
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.register.control import Edition, OpenAs


class Judge:
    """Decides cases of one edition under one question. ``open_as``: as if what is unconfirmed had
    turned out so. ``said``: see :class:`desktop_app.assessment.licence.lines.Lines`."""

    def __init__(
        self,
        edition: Edition,
        inquiry: Inquiry,
        open_as: OpenAs | None = None,
        said: Said | None = None,
    ) -> None:
        self.edition, self.inquiry = edition, inquiry
        self._said: Said = {} if said is None else said
        self.laws = laws_on(edition, inquiry, open_as)
        self.listed = listed_forms(self.laws)
        self._by_share = limbs_by_share(self.laws)
        self.by_practice = practice_holds(edition, inquiry.on)
        self.lines = Lines(
            self.laws, edition, inquiry, by_practice=self.by_practice, said=self._said
        )
        self.marks = Marks(edition, inquiry)
        self._statuses = {
            (law.control.id, law.provision.id): words.status_step(law, edition, inquiry)
            for law in self.laws
        }
        self.named = named_elements(edition, self.laws)
        self._turned_out: dict[OpenAs, Judge] = {}
        self._strict = (
            Judge(replace(edition, practice=None), inquiry, open_as, self._said)
            if self.by_practice
            else None
        )

    def decide(self, case: Case) -> Licence:
        """The verdict of one case with everything it rests on."""
        if case.thing.others:
            return judged_together(case, self.decide)
        if self.inquiry.destination == CHINA:
            said = Reason("destination", words.STAYS_IN_CHINA)
            return Licence("not_needed", basis="destination", reasons=(said,))
        if self.edition.covers_from is not None and self.inquiry.on < self.edition.covers_from:
            return self._before_the_register(self.edition.covers_from)
        thing = with_implied_material(case.thing, self.edition.assumptions.implies)
        case = case._replace(thing=thing)
        unrecognised = words.not_recognised(case.thing, self.listed)
        if unrecognised is not None:
            return self._not_screened(case, unrecognised)
        answers = self.answers(case)
        verdict, waits_on = verdict_of(answers)
        licence = self._licence(case, answers, verdict, waits_on)
        return self._beside_strict(self.marks.on(licence, case, answers), case)

    def _beside_strict(self, licence: Licence, case: Case) -> Licence:
        """What holds without the trade-practice setting, kept where it differs."""
        if self._strict is None or not passed_by_practice(case.thing, self.edition.assumptions):
            return licence
        strict = self._strict.decide(case)
        same = (strict.verdict, strict.waits_on) == (licence.verdict, licence.waits_on)
        if same:
            return licence
        said = (*licence.reasons, words.otherwise(strict))
        return replace(licence, reasons=said, without_practice=strict)

    def _before_the_register(self, first: date) -> Licence:
        """A day of which the register says nothing: no default, the law is the question."""
        return Licence(
            "not_verified",
            "law",
            applies=self.edition.assumptions.unconfirmed_holds,
            reasons=(words.before_the_register(first),),
            questions=(words.ask_about_the_day(self.inquiry.on),),
        )

    def _not_screened(self, case: Case, why: Reason) -> Licence:
        screened = Licence(
            "not_verified",
            "recognition",
            applies=self.edition.assumptions.unscreened,
            reasons=(why,),
            questions=(words.identity_question(case.thing),),
        )
        return self.marks.on(screened, case, ())

    def answers(self, case: Case) -> tuple[Answer, ...]:
        """Every line that could concern the part, and one entry per provision that does not."""
        end_use = case.end_use or self.inquiry.end_use
        found: list[Answer] = []
        lines_of, reaches = self.lines.of(case, self._declared_use(case)), self.lines.reaches(case)
        for law, all_lines, reach in zip(self.laws, lines_of, reaches, strict=True):
            lines = screened(law, all_lines, case, self._by_share.get(law.control.id))
            if lines is None:
                continue
            found += [self._answer(law, line, reach, case, end_use) for line in lines]
            if not lines:
                found.append(untouched(law, case.thing, reach))
        return tuple(found)

    def _answer(self, law: Law, line: Line, reach: Reached, case: Case, end_use: EndUse) -> Answer:
        item, covers = line
        holds = covers.state & reach.state
        status = self._statuses[law.control.id, law.provision.id]
        steps = (*covers.steps, *reach.steps, status)
        verdict: Verdict = "not_needed"
        basis: Basis | None = cleared_by(covers, reach)
        missing: tuple[MissingFact, ...] = ()
        if holds is not Ternary.NO:
            verdict, basis = by_status(law.status.state, holds)
            missing = missing_of(covers, reach, law.status.state)
            if case.hides_its_use and "end_use" not in missing:
                missing = (*missing, "end_use")
            if end_use in law.provision.exempt_uses and basis != "not_yet":
                verdict, basis = "not_needed", "exempt"
                steps = (*steps, words.exempt_step(law, end_use))
        return Answer(
            law, item, verdict, basis, missing, steps, covers.content is not Ternary.NO,
            chance_of(covers, reach), holds, covers.by_grade, covers.symbols, covers.probability[1],
        )  # fmt: skip

    def _declared_use(self, case: Case) -> EndUse | None:
        """The end use somebody declared. A row that names a defence customer takes back what the
        question says of all rows."""
        if case.end_use is not None:
            return case.end_use
        assumed = self.inquiry.end_use_assumed or bool(case.defence)
        return None if assumed else self.inquiry.end_use

    def _licence(
        self, case: Case, answers: tuple[Answer, ...], verdict: Verdict, waits_on: WaitsOn | None
    ) -> Licence:
        open_ones = [a for a in answers if a.holds is not Ternary.NO]
        leaves = case.place.leaves() is Ternary.YES
        cleared = clearing(answers, case.thing.form, leaves) if verdict == "not_needed" else None
        basis = cleared.basis if cleared else None
        if verdict == "not_needed" and basis is None:  # before the first announcement of all
            basis = no_basis(case.thing)
        decisive = [a for a in open_ones if decides(a, verdict, waits_on)]
        reasons = why_clear(cleared) if cleared is not None else ()
        if verdict == "not_needed" and not reasons:
            steps = cleared.steps if cleared else ()
            reasons = words.untouched_steps(case.thing, basis, steps, self.named)
        elif cleared is not None:
            reasons = (*line_of(cleared, case.thing.form), *reasons)
        excluded = excluded_steps(answers, case.thing.form, leaves=leaves, but=cleared)
        reasons = (*reasons, *excluded)
        return Licence(
            verdict,
            waits_on,
            basis,
            by_grade=verdict == "needed" and all(a.by_grade for a in decisive),
            seldom=waits_on == "law" and self._is_seldom(decisive),
            effective_from=min(
                (first_day(a.law.status) for a in open_ones if a.basis == "not_yet"), default=None
            ),
            suspended_until=min(
                (a.law.status.until for a in decisive if a.law.status.until is not None),
                default=None,
            )
            if verdict == "suspended"
            else None,
            applies=self._applies(answers),
            controls=tuple(finding_of(a) for a in worst_first(open_ones)),
            cases=self._cases(case, open_ones),
            reasons=tuple(dict.fromkeys(reasons)),
            questions=words.questions(case, decisive, verdict, waits_on),
            flips=words.flips(case, decisive, verdict, basis),
        )

    def _is_seldom(self, decisive: list[Answer]) -> bool:
        most = max((a.content_chance for a in decisive), default=0.0)
        return most < self.edition.assumptions.seldom_probability

    def _cases(self, case: Case, open_ones: list[Answer]) -> dict[str, Verdict] | None:
        """The verdict if the suspensions have ended, and if they were extended."""
        if not any(a.law.status.state == "unconfirmed" for a in open_ones):
            return None
        both: tuple[OpenAs, OpenAs] = ("extended", "lapsed")
        return {open_as: self._under(open_as).verdict(case) for open_as in both}

    def _under(self, open_as: OpenAs) -> "Judge":
        if open_as not in self._turned_out:
            self._turned_out[open_as] = Judge(self.edition, self.inquiry, open_as, self._said)
        return self._turned_out[open_as]

    def verdict(self, case: Case) -> Verdict:
        """The verdict alone, of a part that was recognised."""
        return verdict_of(self.answers(case))[0]

    def _applies(self, answers: tuple[Answer, ...]) -> Interval:
        """Probability that a duty exists: independent groups of evidence joined, the most probable
        line of each. All rare earths of one part are one group: one composition decides them."""
        groups: dict[str, Interval] = {}
        for answer in answers:
            force = self._force(answer.law.status.state)
            chance = tuple(a * b for a, b in zip(answer.chance, force, strict=True))
            if answer.item is None or answer.basis == "exempt" or chance[2] == 0:
                continue
            group = group_of(answer.item)
            before = groups.get(group, (0.0, 0.0, 0.0))
            low, best, high = (max(a, b) for a, b in zip(before, chance, strict=True))
            groups[group] = (low, best, high)
        low = best = high = 1.0
        for a, b, c in groups.values():
            low, best, high = low * (1 - a), best * (1 - b), high * (1 - c)
        return 1 - low, 1 - best, 1 - high

    def _force(self, state: StatusName) -> Interval:
        if state == "in_force":
            return (1.0, 1.0, 1.0)
        if state == "unconfirmed":
            return self.edition.assumptions.unconfirmed_holds
        return (0.0, 0.0, 0.0)
