"""Puts together what description, identifiers and context say about one kind of part."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.matching.content import SURE, Facts, content_of
from desktop_app.matching.lexicon import STUFF_FORMS
from desktop_app.matching.reading import MAGNET_HINTS, NOTHING, Reading
from desktop_app.model.findings import Message, msg
from desktop_app.model.match import UNRECOGNISED, ContentVerdict, ElementContent, Match
from desktop_app.model.verdict import Interval, Ternary

if TYPE_CHECKING:
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.substances import HsClass, MagnetGrade

Evidence = Literal["A", "B", "C", "D"]

YES_FROM, LIKELY_FROM, NO_BELOW = 0.90, 0.50, 0.20
"""Bounds of the content verdict (interface.md, content.verdict)."""
DOUBT = 0.75
"""Factor on the probability of a family that was recognised, but not clearly; own judgement."""
CLEAR_MARGIN, NARROW_MARGIN = 0.6, 0.15
CONTRADICTED = 0.3
"""Probability left where the customs number contradicts a description; own judgement."""
LISTED_RAW_FORMS = ("magnet", "metal", "alloy", "oxide", "compound", "target", "mixture")


class Clues(NamedTuple):
    """Everything that may bear on one kind of part, each text read once."""

    description: Reading
    number: Reading
    material: Reading
    grade: Reading
    context: Reading
    substance: Reading
    declaration: Reading
    cas: str | None
    hs: "HsClass | None"
    maker: str | None
    stated_percent: float | None


class _Finding(NamedTuple):
    """The family and how well it is founded."""

    family: "PartFamily"
    rival: "PartFamily | None"
    evidence: Evidence
    clear: bool
    source: str
    grade: "MagnetGrade | None"
    material_named: bool
    named: tuple[str, ...]


class Judge:
    """Decides kinds of parts by one knowledge."""

    def __init__(self, knowledge: "Knowledge") -> None:
        self.knowledge = knowledge
        self.families = knowledge.families
        self.grades = {grade.grade: grade for grade in knowledge.grades}
        self.rules: dict[str, list[tuple[frozenset[str], frozenset[str], str]]] = {}
        for family in knowledge.families.values():
            for rule in family.refines:
                self.rules.setdefault(rule.of, []).append((rule.when, rule.unless, family.id))
        for rules in self.rules.values():
            rules.sort(key=lambda rule: -len(rule[0]))
        self.below = {general: self._below(general) for general in self.rules}

    def decide(self, clues: Clues) -> Match:
        """The match of one kind of part."""
        hints = self._hints(clues)
        finding = self._exact(clues) or self._named(clues, hints) or self._implied(clues, hints)
        if finding is None:
            return self._unrecognised(clues)
        return self._match(clues, finding)

    def _below(self, general: str) -> frozenset[str]:
        """All families that refine a general one, at any depth."""
        found: set[str] = set()
        open_ones = [general]
        while open_ones:
            for _, _, better in self.rules.get(open_ones.pop(), ()):
                if better not in found:
                    found.add(better)
                    open_ones.append(better)
        return frozenset(found)

    # -- which family --

    def _hints(self, clues: Clues) -> frozenset[str]:
        """What refines the family: hint words, and what a second name or a grade implies."""
        readings = (clues.description, clues.number, clues.material, clues.context, clues.grade)
        hints = set[str]().union(*(reading.hints for reading in readings))
        if clues.hs is not None:
            hints |= clues.hs.hints
        if clues.context.head and not clues.context.is_other:
            hints |= self.families[clues.context.head].hints
        if "Nd" in clues.description.elements and not clues.description.states:
            hints.add("ndfeb")
        head = self.families.get(clues.description.head or "")
        rival = self.families.get(clues.description.rival or "")
        if head and rival and head.hints & rival.hints:
            hints |= rival.hints
        for family in clues.description.inside:
            hints |= self.families[family].hints
        if clues.description.elements:
            hints.add("rareearth")
        for reading in readings:
            for name in reading.grades:
                grade = self.grades[name]
                if not grade.needs_context or hints & _MAGNETIC:
                    hints |= self.families[grade.family].hints
        return frozenset(hints)

    def _exact(self, clues: Clues) -> _Finding | None:
        """A CAS number or the exact name of a substance decides."""
        cas = clues.cas or clues.substance.substance
        source = "cas"
        description = clues.description
        if cas is None and (not description.is_other) and description.head in (None, "substance"):
            cas, source = description.substance, "substance"
        substance = self.knowledge.substances.get(cas or "")
        if substance is None:
            return None
        if clues.cas is None and description.head and clues.substance is NOTHING:
            return None
        named = tuple(s for s, _ in substance.mass_percent if s in self.knowledge.elements)
        family = self.families[substance.family]
        return _Finding(family, None, "B", True, source, None, True, named)

    def _named(self, clues: Clues, hints: frozenset[str]) -> _Finding | None:
        """The family the description names, refined by what else the row says."""
        reading = clues.description
        if reading.head is None:
            return None
        if reading.is_other:
            return self._other(clues, reading, hints)
        special = (
            n for n in (reading.rival, *reading.later) if n in self.below.get(reading.head, ())
        )
        family = self._refined(next(special, None) or reading.head, hints)
        number = clues.number.series or clues.number.head
        if number and family.id in self.rules and not clues.number.is_other:
            better = self.families[number]
            if better.hints & family.hints:
                family = better
        rival = self.families[reading.rival] if reading.rival else None
        if rival and rival.id in self.below.get(reading.head, ()):
            rival = None
        if rival and rival.id == "solenoid" and "magnet" in family.hints:
            family, rival = rival, None
        return self._founded(clues, family, rival, reading.clear, hints)

    def _other(self, clues: Clues, reading: Reading, hints: frozenset[str]) -> _Finding:
        """A thing that is no bearing part, unless it comes with one."""
        family = self._refined(reading.head or "mechanical", hints)
        if family.form == "other" and clues.material.hints & MAGNET_HINTS:
            return self._founded(clues, self._refined("magnet", hints), family, True, hints)
        parts = [name for name in reading.inside if self._counts_inside(family, name)]
        if parts and family.id == reading.head:
            family = self._refined(parts[0], hints)
            if family.form == "magnet":
                family = self.families["magnet-assembly"]
            return _Finding(family, None, "C", True, "inside", None, False, ())
        if family.id != reading.head and family.hints:
            return self._founded(clues, family, None, reading.clear, hints)
        rival = self.families[reading.rival] if reading.rival else None
        return _Finding(family, rival, "C", reading.clear, "description", None, False, ())

    def _counts_inside(self, family: "PartFamily", name: str) -> bool:
        """Whether a part named after "with" makes the line one that holds it."""
        part = self.families[name]
        small = family.form == "electronics" and part.form in ("magnet", "magnet_assembly")
        return bool(part.hints) and not small

    def _implied(self, clues: Clues, hints: frozenset[str]) -> _Finding | None:
        """No thing is named: grade, material, elements, part number or customs number speak."""
        for reading in (clues.description, clues.number):
            if reading.series:
                family = self._refined(reading.series, hints)
                return _Finding(family, None, "B", True, "series", None, False, ())
        grade = self._grade(clues, context=bool(hints & _MAGNETIC))
        if grade or hints & MAGNET_HINTS:
            family = self._refined("magnet", hints)
            return self._founded(clues, family, None, True, hints)
        elements = clues.description.elements or clues.substance.elements
        if elements:
            return self._substance_like(clues, elements)
        if clues.description.hints & {"kv", "brushless"}:
            family = self._refined("motor", hints)
            return _Finding(family, None, "D", False, "description", None, False, ())
        if hints & {"class1", "class2"}:
            family = self._refined("capacitor-ceramic", hints)
            return _Finding(family, None, "C", True, "description", None, False, ())
        for reading in (clues.number, clues.context):
            if reading.head:
                family = self._refined(reading.head, hints)
                return _Finding(family, None, "D", False, "context", None, False, ())
        if clues.hs is not None:
            family = self._refined(clues.hs.family, hints)
            return _Finding(family, None, "C", False, "hs", None, False, ())
        return None

    def _substance_like(self, clues: Clues, elements: tuple[str, ...]) -> _Finding:
        """Elements and the state they are bought in make a substance; an element alone does not."""
        states = clues.description.states | clues.substance.states
        kinds = {self.knowledge.elements[symbol] for symbol in elements}
        kind = next(k for k in ("heavy", "heavy57", "light") if k in kinds)
        for state in ("target", "oxide", "compound", "metal", "alloy"):
            if state in states:
                family = self.families[_STATE_FAMILIES[state, kind]]
                return _Finding(family, None, "B", True, "substance", None, True, elements)
        return _Finding(self.families["rare-earth"], None, "D", False, "element", None, False, ())

    def _refined(self, family_id: str, hints: frozenset[str]) -> "PartFamily":
        """The most special family that fits the hints."""
        for _ in range(3):
            for when, unless, better in self.rules.get(family_id, ()):
                if when <= hints and not unless & hints:
                    family_id = better
                    break
            else:
                break
        return self.families[family_id]

    def _grade(self, clues: Clues, context: bool) -> "MagnetGrade | None":
        names: Iterable[str] = (
            *clues.grade.grades, *clues.description.grades, *clues.material.grades,
            *clues.number.grades,
        )  # fmt: skip
        for name in names:
            grade = self.grades[name]
            if grade.maker and grade.maker != clues.maker:
                continue
            if context or not grade.needs_context or name in clues.grade.grades:
                return grade
        return None

    def _founded(
        self, clues: Clues, family: "PartFamily", rival: "PartFamily | None", clear: bool,
        hints: frozenset[str],
    ) -> _Finding:  # fmt: skip
        """Magnets take the family of their grade; a named material is exact evidence."""
        grade = None
        if "magnet" in family.hints or family.material in ("NdFeB", "SmCo") or "ferrite" in hints:
            grade = self._grade(clues, context=True)
        if grade and family.form == "magnet" and _agrees(grade, family):
            family = self.families[grade.family]
        exact = grade is not None and family.form == "magnet"
        material_named = exact or self._material_named(family, hints, clear)
        named = tuple(e for e in clues.description.elements if family.form in STUFF_FORMS)
        certain = exact or named or (material_named and family.form in ("magnet", *STUFF_FORMS))
        evidence: Evidence = "B" if certain else "C"
        source = "grade" if exact else "description"
        return _Finding(family, rival, evidence, clear, source, grade, material_named, named)

    def _material_named(self, family: "PartFamily", hints: frozenset[str], clear: bool) -> bool:
        """Whether the row names the bearing material itself, not only a part that holds it."""
        if family.form in STUFF_FORMS:
            return clear
        wanted = _MATERIAL_HINTS.get(family.material or "", frozenset())
        said = hints | family.hints if family.form == "magnet" else hints
        return bool(said & wanted)

    # -- what it means --

    def _match(self, clues: Clues, finding: _Finding) -> Match:
        family = finding.family
        claims = clues.description.claims | clues.declaration.claims | clues.material.claims
        shares = self._shares(clues)
        contradicted = self._contradicted(clues, finding)
        clear = finding.clear and not contradicted
        scale = 1.0 if finding.clear else DOUBT
        elements = content_of(
            Facts(family, finding.material_named, finding.grade, shares, finding.named,
                  "heavy" in claims, "earth" in claims, scale),
            self.knowledge,
        )  # fmt: skip
        probability = self._probability(finding, elements, "earth" in claims, scale, contradicted)
        form, form_evidence = self._form(finding, contradicted)
        rival = finding.rival or self._hs_rival(clues, contradicted)
        return Match(
            outcome="sure" if clear else "ambiguous",
            verdict=_verdict(family, probability),
            probability=probability,
            family=family.id,
            title=Message(family.title),
            runner_up=rival.id if rival else None,
            margin=CLEAR_MARGIN if clear else NARROW_MARGIN,
            form=form,
            form_evidence=form_evidence,
            evidence=finding.evidence if not contradicted else "D",
            material=self._material(finding),
            grade=finding.grade.grade if finding.grade else None,
            elements=elements,
            bearing_g_per_piece=family.bearing_g,
            bearing_share=family.bearing_share,
            listed_probability=self._listed(finding, elements),
            minerals=family.minerals,
            trace_only=family.trace,
            element_free_claim=bool(claims),
            is_kit=family.form == "kit",
            reasons=self._reasons(clues, finding, contradicted, claims, shares),
            words=clues.description.words or clues.number.words or clues.grade.words,
            decides=self._decides(family, rival, clear),
        )

    def _shares(self, clues: Clues) -> tuple[tuple[str, float], ...]:
        found = dict(clues.description.shares)
        for reading in (clues.material, clues.declaration):
            for symbol, percent in reading.shares:
                found.setdefault(symbol, percent)
        if clues.stated_percent is not None:
            for symbol in clues.substance.elements[:1]:
                found.setdefault(symbol, clues.stated_percent)
        return tuple(found.items())

    def _probability(
        self, finding: _Finding, elements: tuple[ElementContent, ...], claimed: bool, scale: float,
        contradicted: bool,
    ) -> Interval:  # fmt: skip
        present = any(
            e.state == Ternary.YES and e.symbol in self.knowledge.elements for e in elements
        )
        low, best, high = finding.family.probability
        if present:
            return SURE
        if claimed:
            return (0.0, min(best, CONTRADICTED), high)
        if contradicted and best < CONTRADICTED:
            return (low, CONTRADICTED, max(high, 0.7))
        return (round(low * scale, 4), round(best * scale, 4), high)

    def _contradicted(self, clues: Clues, finding: _Finding) -> bool:
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

    def _form(self, finding: _Finding, contradicted: bool) -> tuple[str | None, Evidence]:
        family, rival = finding.family, finding.rival
        if finding.source in ("hs", "context", "element") or contradicted:
            return family.form, "D"
        if not finding.clear and (rival is None or rival.form != family.form):
            return family.form, "D"
        exact = finding.evidence == "B"
        return family.form, "B" if exact else "C"

    def _material(self, finding: _Finding) -> str | None:
        family = finding.family
        if finding.source in ("cas", "substance") and finding.named:
            return "/".join(finding.named)
        return family.material if finding.material_named or family.form == "magnet" else None

    def _listed(self, finding: _Finding, elements: tuple[ElementContent, ...]) -> float:
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

    def _reasons(
        self, clues: Clues, finding: _Finding, contradicted: bool, claims: frozenset[str],
        shares: tuple[tuple[str, float], ...],
    ) -> tuple[Message, ...]:  # fmt: skip
        kind = Message(finding.family.title)
        words = ", ".join(clues.description.words or clues.number.words)
        reasons = [_because(finding.source, words, kind, clues)]
        if finding.grade:
            reasons.append(
                msg("The row gives the magnet grade {grade}.", grade=finding.grade.grade)
            )
        for symbol, percent in shares:
            reasons.append(
                msg("The row states {percent} % of {element}.", percent=percent, element=symbol)
            )
        if "heavy" in claims:
            reasons.append(msg(
                "The row claims freedom from heavy rare earths; without a report that stays open."
            ))  # fmt: skip
        if "earth" in claims:
            reasons.append(
                msg("The row claims freedom from rare earths; without a report that stays open.")
            )
        if contradicted and clues.hs:
            said = Message(self.families[clues.hs.family].title)
            reasons.append(
                msg(
                    "The customs number says otherwise: {kind}. One of the two is wrong.", kind=said
                )
            )
        if finding.rival and not finding.clear:
            reasons.append(msg("It could also be: {kind}.", kind=Message(finding.rival.title)))
        return tuple(reasons)

    def _unrecognised(self, clues: Clues) -> Match:
        kit = clues.description.kit
        if not kit:
            return UNRECOGNISED
        family = self.families["kit"]
        return Match(
            outcome="none", verdict="unknown", probability=family.probability, family=None,
            form="kit", form_evidence="C", is_kit=True, words=clues.description.words,
            reasons=(msg("A kit or set; what is in it is not known."),),
        )  # fmt: skip


_MAGNETIC = frozenset({"magnet", "ndfeb", "smco", "smfen", "ferrite", "alnico"})
_STATE_FAMILIES = {
    ("oxide", "heavy"): "oxide-heavy", ("oxide", "heavy57"): "oxide-heavy57",
    ("oxide", "light"): "oxide-light", ("metal", "heavy"): "metal-heavy",
    ("metal", "heavy57"): "metal-heavy57", ("metal", "light"): "metal-light",
    ("compound", "heavy"): "compound-heavy", ("compound", "heavy57"): "compound-heavy57",
    ("compound", "light"): "compound-light", ("alloy", "heavy"): "alloy-heavy",
    ("alloy", "heavy57"): "alloy-heavy57", ("alloy", "light"): "alloy-light",
    ("target", "heavy"): "target-rare-earth", ("target", "heavy57"): "target-rare-earth",
    ("target", "light"): "target-rare-earth",
}  # fmt: skip
_MATERIAL_HINTS = {
    "NdFeB": frozenset({"ndfeb"}), "SmCo": frozenset({"smco"}), "SmFeN": frozenset({"smfen"}),
    "ferrite": frozenset({"ferrite"}), "AlNiCo": frozenset({"alnico"}),
}  # fmt: skip


def _agrees(grade: "MagnetGrade", family: "PartFamily") -> bool:
    """A grade does not turn a magnet of another named material into its own."""
    return family.material is None or grade.material == family.material or family.id == "magnet"


def _verdict(family: "PartFamily", probability: Interval) -> ContentVerdict:
    if family.trace:
        return "trace"
    best = probability[1]
    if best >= YES_FROM:
        return "yes"
    if best >= LIKELY_FROM:
        return "likely"
    return "no" if best < NO_BELOW else "unknown"


def _because(source: str, words: str, kind: Message, clues: Clues) -> Message:
    if source == "cas":
        return msg(
            "CAS number {cas}: {kind}.", cas=clues.cas or clues.substance.substance, kind=kind
        )
    if source == "hs":
        return msg("Only the customs number speaks: {kind}.", kind=kind)
    if source == "series":
        return msg("The part number begins like a known model series: {kind}.", kind=kind)
    if source == "context":
        return msg("Only the section or material group speaks: {kind}.", kind=kind)
    if source == "inside":
        return msg(
            "The description ({words}) names it as part of the line: {kind}.",
            words=words,
            kind=kind,
        )
    if not words:
        return msg("The row's material or grade names it: {kind}.", kind=kind)
    return msg("The description says {words}: {kind}.", words=words, kind=kind)
