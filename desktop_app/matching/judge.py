"""What a family means for a kind of part: form, elements, probabilities, reasons."""

import math
from typing import TYPE_CHECKING

from desktop_app.matching.beside import Beside
from desktop_app.matching.board_places import BoardPlaces
from desktop_app.matching.clues import Clues, Evidence, Finding
from desktop_app.matching.composition import with_constituents
from desktop_app.matching.content import SURE, Facts, content_of
from desktop_app.matching.finding import FamilyFinder
from desktop_app.matching.pieces import as_piece, without_series
from desktop_app.matching.reasons import deciding_words, reasons_of
from desktop_app.matching.specific import with_specific
from desktop_app.model.findings import Message, msg
from desktop_app.model.match import ContentVerdict, ElementContent, Match
from desktop_app.model.verdict import Interval, Ternary

if TYPE_CHECKING:
    from desktop_app.register.families import PartFamily
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.knowledge import Knowledge

LISTED_RAW_FORMS = ("magnet", "metal", "alloy", "oxide", "compound", "target", "mixture")
"""Forms whose elements alone decide whether the listed ones are there in a listed form."""
BOUND_FORMS = ("oxide", "compound")
"""Forms in which an element is bound to others, so that no figure near 100 % is its own."""
_MAGNET_ELEMENTS = (("ndfeb", "Nd"), ("smco", "Sm"))
_OTHER_MAGNETS = frozenset({"ferrite", "alnico"})
_MARGINS: dict[Evidence, float] = {"A": 0.9, "B": 0.9, "C": 0.6, "D": 0.3}
"""Lead over the next reading by evidence; half of it where the reading is not clear."""


class Judge:
    """Decides kinds of parts by one knowledge."""

    def __init__(self, knowledge: "Knowledge") -> None:
        self.knowledge = knowledge
        self.families = knowledge.families
        self.figures = knowledge.judgements
        self.finder = FamilyFinder(knowledge)
        self.beside = Beside(knowledge)
        self.places = BoardPlaces(knowledge, self.finder.rules)
        self.controlled = frozenset(
            mineral for family in self.families.values() for mineral in family.minerals
        )

    def decide(self, clues: Clues) -> Match:
        """The match of one kind of part."""
        clues = with_constituents(self.beside.with_columns(clues), self.knowledge)
        said = without_series(clues.description, self.knowledge)
        clues = clues._replace(description=as_piece(said, self.knowledge))
        packs = clues.description.packs
        finding = self.places.laid_on(self.finder.find(clues), clues)
        finding = finding or (None if packs else self.beside.without_name(clues))
        if finding is None:
            return self._kit(clues) if packs else self.places.unnamed(clues)
        if packs and _holds_more(finding, packs, self.knowledge.roles):
            return self._kit(clues)
        return self._match(clues, with_specific(finding, clues, self.knowledge))

    def _match(self, clues: Clues, finding: Finding) -> Match:
        family = finding.family
        claims = clues.description.claims | clues.declaration.claims | clues.material.claims
        if self._is_freed(finding.family, clues):
            claims |= {"earth"}
        shares = self._without_purity(self._shares(clues), family)
        contradicted = self._contradicted(clues, finding)
        clear = finding.clear and not contradicted
        scale = self._scale(finding, clues)
        elements = content_of(
            Facts(family, finding.material_named, finding.grade, shares, finding.named,
                  finding.substance, self._minerals(finding), "heavy" in claims, "earth" in claims,
                  clues.report, clues.limited, _held(clues, finding), scale),
            self.knowledge,
        )  # fmt: skip
        probability = self._probability(finding, elements, "earth" in claims, scale, contradicted)
        form, form_evidence = self._form(finding, contradicted)
        said_otherwise = self._hs_rival(clues, contradicted)
        rival = finding.rival or said_otherwise
        words = deciding_words(clues, finding, self.finder.leading, self.families)
        evidence: Evidence = "D" if contradicted else finding.evidence
        return Match(
            outcome="sure" if clear else "ambiguous",
            verdict=self._verdict(family, probability, stated=bool(_held(clues, finding))),
            probability=probability,
            family=family.id,
            title=Message(family.title),
            runner_up=rival.id if rival else None,
            runner_up_form=rival.form if rival else None,
            margin=_MARGINS[evidence] if clear else _MARGINS[evidence] / 2,
            form=form,
            form_evidence=form_evidence,
            evidence=evidence,
            material=self._material(finding),
            grade=finding.grade.grade if finding.grade else None,
            elements=elements,
            bearing_g_per_piece=family.bearing_g,
            bearing_share=family.bearing_share,
            listed_probability=self._listed(finding, elements),
            minerals=self._minerals(finding),
            trace_only=family.trace,
            element_free_claim=bool(claims) and not (clues.report and clues.report.absent),
            is_kit=family.form == "kit",
            reasons=(
                *reasons_of(
                    clues,
                    finding,
                    said_otherwise,
                    claims,
                    shares,
                    may_be=self._may_be(finding),
                    words=words,
                ),
                *self.places.reasons(finding, clues),
            ),
            words=words,
            decides=self._decides(family, rival, clear),
        )

    def _is_freed(self, family: "PartFamily", clues: Clues) -> bool:
        """Whether the row says that the rare earths which make the family are not in it, as of
        zirconia that is stabilised without yttrium."""
        said = {*clues.description.freed, *clues.material.freed}
        if not said:
            return False
        held = (self.knowledge.substances[name].mass_percent for name in said if name[0].isdigit())
        freed = said.union(symbol for shares in held for symbol, _ in shares)
        held_by = {
            s.symbol: s.presence for s in family.content if s.symbol in self.knowledge.elements
        }
        usual = {s for s, presence in held_by.items() if presence >= self.figures.likely_from}
        usual = usual or set(held_by)
        return bool(usual) and usual <= freed

    def _may_be(self, finding: Finding) -> tuple["PartFamily", ...]:
        """What else the part could be, where its family leaves the kind open."""
        if finding.material_named or (finding.rival and not finding.clear):
            return ()
        kinds = self.knowledge.open_kinds.get(finding.family.id, ())
        return tuple(self.families[kind] for kind in kinds)

    def _scale(self, finding: Finding, clues: Clues) -> float:
        """What is left of the family's probability where it is in doubt."""
        if finding.source == "description" and clues.description.unnamed:
            return self.figures.unnamed_thing
        if finding.clear:
            return 1.0
        return self.figures.respelled if clues.description.read_as else self.figures.doubtful_family

    def _verdict(
        self, family: "PartFamily", probability: Interval, *, stated: bool
    ) -> ContentVerdict:
        """The word for a probability, with the bounds of the content verdict. ``stated``: the row
        itself names what is in it, which may be more than the traces usual in its family."""
        if family.trace and not stated:
            return "trace"
        best, figures = probability[1], self.figures
        if best >= figures.yes_from:
            return "yes"
        if best >= figures.likely_from:
            return "likely"
        return "no" if best < figures.no_below else "unknown"

    def _shares(self, clues: Clues) -> tuple[tuple[str, float], ...]:
        found = dict(clues.description.shares)
        others = (clues.material,) if clues.report else (clues.material, clues.declaration)
        for reading in others:
            for symbol, percent in reading.shares:
                found.setdefault(symbol, percent)
        if clues.stated_percent is not None:
            for symbol in clues.substance.elements[:1]:
                found.setdefault(symbol, clues.stated_percent)
        return tuple(found.items())

    def _without_purity(
        self, shares: tuple[tuple[str, float], ...], family: "PartFamily"
    ) -> tuple[tuple[str, float], ...]:
        """Shares that the form can hold: 99.9 % beside an oxide is its purity, no content of the
        element, of which its known compounds hold less."""
        if family.form not in BOUND_FORMS:
            return shares
        return tuple(
            (symbol, percent) for symbol, percent in shares if percent <= self.most_bound(symbol)
        )

    def most_bound(self, symbol: str) -> float:
        """The most mass percent of an element in its compounds that the register knows, rounded up; of
        any element where it knows none of this one."""
        known = [
            (element, share)
            for substance in self.knowledge.substances.values()
            for element, share in substance.mass_percent
            if self.families[substance.family].form in BOUND_FORMS
        ]
        own = [share for element, share in known if element == symbol]
        return math.ceil(max(own or [share for _, share in known], default=100.0))

    def _probability(
        self, finding: Finding, elements: tuple[ElementContent, ...], claimed: bool, scale: float,
        contradicted: bool,
    ) -> Interval:  # fmt: skip
        present = any(
            e.state == Ternary.YES and e.symbol in self.knowledge.elements for e in elements
        )
        low, best, high = finding.family.probability
        if present:
            return SURE
        if claimed:
            return (0.0, min(best, self.figures.earth_free_claim), high)
        least = self.figures.contradicted
        if contradicted and best < least:
            return (low, least, max(high, 1 - least))
        return (round(low * scale, 4), round(best * scale, 4), high)

    def _contradicted(self, clues: Clues, finding: Finding) -> bool:
        """The customs number says magnet or rare earth, the description says neither."""
        if clues.hs is None or finding.source in ("cas", "hs", "grade"):
            return False
        said = self.families[clues.hs.family]
        return (
            said.form in LISTED_RAW_FORMS
            and finding.family.form not in LISTED_RAW_FORMS
            and finding.family.form != "magnet_assembly"
        )

    def _hs_rival(self, clues: Clues, contradicted: bool) -> "PartFamily | None":
        return self.families[clues.hs.family] if contradicted and clues.hs else None

    def _form(self, finding: Finding, contradicted: bool) -> tuple[str | None, Evidence]:
        family, rival = finding.family, finding.rival
        form = finding.form or family.form
        if family.form_open or contradicted or finding.source in ("hs", "context", "element"):
            return form, "D"
        if not finding.clear and (rival is None or rival.form != family.form):
            return form, "D"
        exact = finding.evidence == "B"
        return form, "B" if exact else "C"

    def _material(self, finding: Finding) -> str | None:
        """The material: of an alloy its formula, of another substance its name."""
        family, substance = finding.family, finding.substance
        if substance is not None:
            return substance.formula if family.form == "alloy" else substance.name
        if family.material is None and finding.named:
            return "/".join(finding.named)
        return family.material if finding.material_named or family.form == "magnet" else None

    def _minerals(self, finding: Finding) -> tuple[str, ...]:
        """Other controlled minerals: those of the named substance, else those of the family."""
        if finding.substance is None:
            return finding.family.minerals
        held = tuple(s for s, _ in finding.substance.mass_percent if s in self.controlled)
        return held or finding.family.minerals

    def _listed(self, finding: Finding, elements: tuple[ElementContent, ...]) -> float:
        """Probability that a listed element is there in a listed form."""
        family = finding.family
        if family.form not in LISTED_RAW_FORMS:
            return family.listed
        listed = [
            e for e in elements if self.knowledge.elements.get(e.symbol) in ("heavy", "heavy57")
        ]
        if not listed:
            return family.listed
        if any(e.state == Ternary.YES for e in listed):
            return SURE[1]
        if finding.grade or finding.named:
            return max(e.probability[1] for e in listed)
        return family.listed

    def _decides(
        self, family: "PartFamily", rival: "PartFamily | None", clear: bool
    ) -> Message | None:
        if clear:
            return None
        if rival is None:
            return msg(
                "The maker's data sheet would say whether this is: {kind}.",
                kind=Message(family.title),
            )
        return msg(
            "The maker's data sheet would decide between: {first}; {second}.",
            first=Message(family.title), second=Message(rival.title),
        )  # fmt: skip

    def _kit(self, clues: Clues) -> Match:
        """A kit, set or assembly whose contents the row does not name."""
        return Match(
            outcome="none", verdict="unknown", probability=self.families[self.knowledge.roles.kit].probability,
            family=None, form="kit", form_evidence="C", is_kit=True, words=clues.description.words,
            reasons=(msg("A kit or set; what is in it is not known."),),
        )  # fmt: skip


def _holds_more(finding: Finding, packs: frozenset[str], roles: "FamilyRoles") -> bool:
    """Whether a line names a thing but is bought with what nobody said: a complete bracket, or
    spare parts for it; a set of screws or seals holds screws or seals."""
    is_open = "opencontent" in finding.family.hints
    return ("whole" in packs and is_open) or (
        "spares" in packs
        and (is_open or finding.family.form != "other" or finding.family.id == roles.papers)
    )


def _held(clues: Clues, finding: Finding) -> tuple[tuple[str, float | None], ...]:
    """Elements declared, and those a column of composition or the material of its magnet names; a
    declared figure goes before."""
    declared = dict(clues.declared)
    composed = dict.fromkeys((*clues.composed, *_of_magnet(clues.description.hints, finding)))
    return (*((s, None) for s in composed if s not in declared), *clues.declared)


def _of_magnet(hints: frozenset[str], finding: Finding) -> tuple[str, ...]:
    """The element of the one magnet material that a line names with a thing which may hold it, such as
    the pole ring of an encoder."""
    family = finding.family
    if not finding.clear or family.material or family.form != "sensor" or hints & _OTHER_MAGNETS:
        return ()
    usual = {share.symbol for share in family.content}
    named = [symbol for hint, symbol in _MAGNET_ELEMENTS if hint in hints and symbol in usual]
    return tuple(named) if len(named) == 1 else ()
