"""Which family a kind of part belongs to, and how well that is founded."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.matching import covered, driven, magnets, worked_forms
from desktop_app.matching.articles import MAGNETS, counts_inside, fixed_in
from desktop_app.matching.clues import Clues, Evidence, Finding
from desktop_app.matching.element_uses import stated
from desktop_app.matching.held import held_hints, purposes_of
from desktop_app.matching.lexicon import STUFF_FORMS, is_stuff
from desktop_app.matching.polish import is_ceria_polish
from desktop_app.matching.refining import families_below, refined
from desktop_app.matching.said import LOOSE_HINTS, MAGNET_HINTS, NOTHING, Reading

if TYPE_CHECKING:
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.substances import MagnetGrade

_MAGNETIC = frozenset({"magnet", "ndfeb", "smco", "smfen", "ferrite", "alnico"})
_ORDINARY = ("other", "tool", "machine")
_HELD = (*_ORDINARY, "lamp", "electronics")
"""Forms of things that a magnet may hold or be on."""
_STEEL = "plainsteel"
_AT_LEAST_EVEN = 0.5
_TURNED = frozenset({"lift", "spindle"})
_BY_FIGURE = frozenset({"lowvoltage", "threephase", "kilowatt"})
"""Hints that figures with units give; a word of the kind says more than they do."""


class FamilyFinder:
    """Finds families by one knowledge: exact statements first, then the description, then context."""

    def __init__(self, knowledge: "Knowledge") -> None:
        self.knowledge = knowledge
        self.families, self.roles = knowledge.families, knowledge.roles
        self.grades = {grade.grade: grade for grade in knowledge.grades}
        self.of_maker = {
            (g.maker, g.grade.partition(" (")[0]): g for g in knowledge.grades if g.maker
        }
        self.rules: dict[str, list[tuple[frozenset[str], frozenset[str], str]]] = {}
        self.leading: dict[str, frozenset[str]] = {}
        for family in knowledge.families.values():
            self.leading[family.id] = frozenset().union(*(rule.when for rule in family.refines))
            for rule in family.refines:
                self.rules.setdefault(rule.of, []).append((rule.when, rule.unless, family.id))
        for rules in self.rules.values():
            rules.sort(key=lambda rule: (-len(rule[0]), not rule[0].isdisjoint(_BY_FIGURE)))
        led = {
            general: ["".join(when) for when, _, _ in told] for general, told in self.rules.items()
        }
        self.for_a_purpose = {name for name, whens in led.items() if "@" in "".join(whens)}
        self.hinted = {name for name, whens in led.items() if any("@" not in w for w in whens)}
        self.below = {general: families_below(self.rules, general) for general in self.rules}
        self.of_products = driven.hints_of_products(knowledge)

    def find(self, clues: Clues) -> Finding | None:
        """The family of one kind of part; None where nothing names one."""
        said = driven.as_driven(clues.description, self.knowledge)
        clues = clues._replace(description=worked_forms.as_bought(said, self.knowledge))
        hints = self._hints(clues)
        if is_ceria_polish(clues.description, hints, self.roles):
            polish = self.families[self.roles.ceria_polish]
            return Finding(polish, None, "B", True, "substance", None, True, ("Ce",))
        found = self._exact(clues, hints)
        if not found and not covered.is_stated_elsewhere(clues):
            found = self._named(clues, hints)
        found = found or self._implied(clues, hints) or self._named(clues, hints)
        if found is None:
            return None
        if not found.family.minerals:
            is_target = worked_forms.is_target_of(found, clues, self.roles)
            return found._replace(form="target") if is_target else found
        return found._replace(form=worked_forms.worked_form(found.family.form, hints, clues))

    def _hints(self, clues: Clues) -> frozenset[str]:
        """What refines the family: hint words, and what a second name or a grade implies."""
        readings = (clues.description, clues.number, clues.material, clues.context, clues.grade)
        hints = set[str]().union(*(reading.hints for reading in readings))
        if clues.hs is not None:
            hints |= clues.hs.hints
        if clues.context.head and not clues.context.is_other:
            hints |= self.families[clues.context.head].hints
        head = self.families.get(clues.description.head or "")
        if not clues.description.states:
            hints |= magnets.named_by_element(clues.description, head)
        if clues.description.head in self.for_a_purpose:
            hints |= purposes_of(clues.description, self.knowledge.substances)
        rival = self.families.get(clues.description.rival or "")
        if hints & LOOSE_HINTS and head and (head.hints or head.id in self.hinted):
            hints.add("ndfeb")
        if head and rival and (head.hints & rival.hints or head.id in self.hinted):
            hints |= rival.hints
        hints |= driven.hints_of_motor(clues.description, self.knowledge)
        hints |= driven.hints_beside(clues.description, self.of_products, self.roles)
        hints |= held_hints(clues.description, head, self.families, self.knowledge.word_lists)
        bare = self.roles.any_magnet
        told = any(hint[0] != "@" for hint in hints - _MAGNETIC)  # a lift, a gearless one
        runs = clues.description.head != self.roles.open_machine or told
        if clues.description.rival == bare and clues.description.head != bare and runs:
            hints.add("permanentmagnet")
        if clues.description.elements:
            hints.add("rareearth")
        hints |= stated(clues.description, self.knowledge.substances, self.roles)
        is_of_magnets = bool(hints & (_MAGNETIC | {"magnetic"}))
        is_rotor = clues.description.head in self.roles.rotors - {self.roles.shaft}
        for reading in readings:
            for name in reading.grades:
                grade = self.grades[name]
                # A rotor 35H is one of some height; no height is called 42SH.
                is_its = is_rotor and name[-2:].isalpha()
                if not grade.needs_context or is_of_magnets or is_its:
                    hints |= self.families[grade.family].hints
        return frozenset(hints)

    def _exact(self, clues: Clues, hints: frozenset[str]) -> Finding | None:
        """A CAS number or the exact name of a substance decides."""
        cas = clues.cas or clues.substance.substance
        source = "cas"
        description = clues.description
        of_it = worked_forms.is_compound_of(description, self.knowledge)
        told = of_it or description.head in (None, "substance")
        if cas is None and not description.is_other and told:
            cas, source = description.substance, "substance"
        substance = self.knowledge.substances.get(cas or "")
        if substance is None:
            return None
        if not told and clues.cas is None and clues.substance is NOTHING:
            return None
        named = tuple(s for s, _ in substance.mass_percent if s in self.knowledge.elements)
        family = self._refined(substance.family, hints)  # oxide in a crucible is no oxide
        of_it_all = substance if family.id == substance.family else None
        return Finding(family, None, "B", True, source, None, True, named, of_it_all)

    def _named(self, clues: Clues, hints: frozenset[str]) -> Finding | None:
        """The family the description names, refined by what else the row says."""
        reading = clues.description
        if reading.head is None or covered.is_aside(reading, self.knowledge.word_lists):
            return None
        of_metal = clues.material.is_other or _STEEL in clues.material.hints | reading.hints
        numbered = reading._replace(series=reading.series or clues.number.series)
        motor = driven.driving_motor(
            numbered, self.knowledge, lambda n: self._refined(n, hints), of_metal
        )
        if motor:
            return self._founded(clues, motor, self.families[reading.head], False, hints)
        if (readings := covered.two_readings(reading, self.knowledge)) is not None:
            said = self._refined(readings[0], hints), self.families.get(readings[1] or "")
            return Finding(*said, "D", False, "description", None, False, ())
        if reading.is_other:
            return self._other(clues, reading, hints)
        below = self.below.get(reading.head, frozenset()) - {self.roles.chemical}
        if of_stuff := magnets.named_by_stuff(reading, self.rules, self.families):
            below, hints = frozenset(), hints | of_stuff
        special = (n for n in (reading.rival, *reading.later, *reading.also) if n in below)
        family = self._refined(next(special, None) or reading.head, hints)
        number = clues.number.series or clues.number.head or reading.series
        if number and family.id in self.rules and not clues.number.is_other:
            better = self.families[number]
            if better.hints & family.hints:
                family, reading = better, reading._replace(clear=not reading.rival or reading.clear)
        rival = self.families[reading.rival] if reading.rival else None
        if rival and rival.id in self.below.get(reading.head or "", ()):
            rival = None
        if rival and rival.id == self.roles.coil and "magnet" in family.hints:
            family, rival = rival, None
        doubtful = reading.unnamed or (family.id == self.roles.any_magnet and "plainsteel" in hints)
        return self._founded(clues, family, rival, reading.clear and not doubtful, hints)

    def _other(self, clues: Clues, reading: Reading, hints: frozenset[str]) -> Finding:
        """A thing that is no bearing part, unless it comes with one."""
        roles = self.roles
        head = covered.named_by(reading, self.knowledge) or reading.head or roles.mechanical
        beside = (n for n in reading.also if not self.families[n].minerals)  # a chip on a wafer
        names = (reading.rival, *reading.later, *beside)
        special = (n for n in names if n in self.below.get(head, ()))
        family = self._refined(next(special, None) or head, hints)
        if family.minerals and family.material:
            return self._founded(clues, family, None, reading.clear, hints)
        if (before := self._named_before(clues, family, hints)) is not None:
            return before
        if (grown := covered.substrate_of(reading, self.knowledge)) is not None:
            wafer = self._refined(grown.id, hints | {"form-crystal"})
            known = self.knowledge.substances.get(reading.substance or "")
            found = self._founded(clues, wafer, None, reading.clear, hints)
            return found._replace(substance=known) if known and grown.id == known.family else found
        goods = covered.goods_behind(reading, self.knowledge)
        if goods is not None:  # an ampoule of it, or a part with it?
            piece = {"form-crystal"} if goods.form == "electronics" else set[str]()
            said = self._refined(goods.id, hints | piece)
            return Finding(said, family, "D", False, "description", None, False, ())
        sure = magnets.stated_beside(clues, self.grades, self.families)
        if family.form == "other" and sure is not None:
            return self._founded(clues, self._refined(roles.any_magnet, hints), family, sure, hints)
        is_magnetic = family.id not in roles.packed and reading.hints & {"magnetic", "magnet"}
        magnetic = self._refined(roles.built_in_magnet, hints)
        if family.form in _ORDINARY and is_magnetic and hints & MAGNET_HINTS:
            return Finding(magnetic, None, "C", True, "inside", None, True, ())
        if family.form in _ORDINARY and covered.is_called_magnetic(reading, roles):
            return Finding(magnetic, family, "D", False, "description", None, False, ())
        if family.id in roles.packages and reading.rival == roles.magnetic_catch:
            boxed = self.families[roles.magnetic_box]
            return Finding(boxed, None, "C", True, "inside", None, False, ())
        named = ((name, self.families[name]) for name in reading.inside)
        parts = [name for name, part in named if counts_inside(family, part, roles)]
        if parts and family.id == reading.head:
            inner = max((self._refined(n, hints) for n in parts), key=lambda f: f.probability[1])
            if family.id in roles.packages and inner.form in MAGNETS and not hints & MAGNET_HINTS:
                inner = self.families[roles.magnetic_box]
            family = self._refined(fixed_in(inner, reading, self.knowledge.word_lists), hints)
            is_named = family.form == "magnet_assembly" and family.material is not None
            return Finding(family, None, "C", True, "inside", None, is_named, ())
        is_stuff_of = family.material and family.form in STUFF_FORMS
        if is_stuff_of or (family.id != reading.head and family.hints):
            return self._founded(clues, family, None, reading.clear, hints)
        return self._ordinary(reading, family, magnetic)

    def _ordinary(self, reading: Reading, family: "PartFamily", magnetic: "PartFamily") -> Finding:
        """A thing that nothing beside it makes another, unless a magnet may well hold it."""
        if family.form in _HELD and covered.may_be_held_by_magnet(reading, self.knowledge):
            return Finding(magnetic, family, "D", False, "description", None, False, ())
        if family.form in _HELD and covered.names_rare_earth(reading, self.knowledge):
            earth = self.families[self.roles.rare_earth]
            return Finding(earth, family, "D", False, "element", None, False, ())
        rival = self.families[reading.rival] if reading.rival and not reading.clear else None
        return Finding(family, rival, "C", reading.clear, "description", None, False, ())

    def _named_before(
        self, clues: Clues, family: "PartFamily", hints: frozenset[str]
    ) -> Finding | None:
        """What a line names before a powder or mixture, or before a mark and an ordinary thing."""
        reading = clues.description
        if (
            family.id == self.roles.chemical
            and not reading.claims
            and (held := self._carried(clues, reading, hints))
        ):
            return held
        said = self._said_before(clues, hints) if reading.behind else None
        return said._replace(rival=family, evidence="D", clear=False) if said else None

    def _said_before(self, clues: Clues, hints: frozenset[str]) -> Finding | None:
        """What a line is by the number, grade or substance that it names before an ordinary thing,
        where that more likely than not holds rare earths or another controlled mineral."""
        nameless = clues.description._replace(head=None, is_other=False)
        alone = clues._replace(description=nameless)
        said = self._exact(alone, hints) or self._implied(alone, hints)
        if said is None or said.source in ("hs", "context", "element"):
            return None
        holds = said.family.probability[1] >= _AT_LEAST_EVEN or said.family.minerals
        return said if holds else None

    def _carried(self, clues: Clues, reading: Reading, hints: frozenset[str]) -> Finding | None:
        """The rare-earth substance that a powder, pigment or mixture is named after."""
        substance = self.knowledge.substances.get(reading.substance or "")
        if substance is not None and substance.cas not in reading.aimed:
            named = tuple(s for s, _ in substance.mass_percent if s in self.knowledge.elements)
            family = self.families[substance.family]
            if named or family.minerals:
                return Finding(family, None, "B", True, "substance", None, True, named, substance)
        if not reading.aimed.issuperset(reading.elements):
            return self._substance_like(clues, reading.elements, hints)
        rival = self.families.get(reading.rival or "")
        holds = rival and (rival.probability[1] >= _AT_LEAST_EVEN or rival.minerals)
        if rival and rival.form in worked_forms.CARRIED and holds:
            return self._founded(clues, rival, None, reading.clear, frozenset())
        return None

    def _implied(self, clues: Clues, hints: frozenset[str]) -> Finding | None:
        """No thing is named: grade, material, elements, part number or customs number speak."""
        roles = self.roles
        for reading in (clues.description, clues.number):
            if reading.series:
                family = self._refined(reading.series, hints)
                evidence: Evidence = "D" if reading.plain else "B"
                return Finding(family, None, evidence, not reading.plain, "series", None, False, ())
        graded = "shaped" in hints or any(map(magnets.SIZED_GRADE.match, clues.description.grades))
        sized, cut = "sized" in hints and graded, "arcshape" in hints and graded
        grade = self._grade(clues, context=sized or cut or bool(hints & _MAGNETIC))
        if grade or hints & MAGNET_HINTS or hints >= {"ferrite", "magnet"}:
            family = self._refined(roles.any_magnet, hints)
            return self._founded(
                clues, family, None, not sized or bool(hints & MAGNET_HINTS), hints
            )
        declared = tuple(symbol for symbol, _ in clues.declared)
        elements = clues.description.elements or clues.substance.elements or declared
        if elements:
            return self._substance_like(clues, elements, hints)
        if "target" in clues.description.states and "rareearth" in hints:
            return self._founded(clues, self._refined(roles.target, hints), None, False, hints)
        bought = clues.description.states & {"oxide", "compound"}
        if clues.description.hints & ({"earths", "rareearth"} if bought else {"earths"}):
            family = self._refined(roles.rare_earth_compound if bought else roles.rare_earth, hints)
            is_named = bool(bought) or family.id != roles.rare_earth
            grade_of_it: Evidence = "C" if is_named else "D"
            source = "description" if is_named else "element"
            return Finding(family, None, grade_of_it, is_named, source, None, False, ())
        if (told := self._by_trait(clues.description.hints, hints)) is not None:
            return told
        for reading in (clues.number, clues.context):
            if reading.head:
                family = self._refined(reading.head, hints)
                return Finding(family, None, "D", False, "context", None, False, ())
        if clues.hs is not None:
            family = self._refined(clues.hs.family, hints)
            return Finding(family, None, "C", False, "hs", None, False, ())
        return None

    def _by_trait(self, said: frozenset[str], hints: frozenset[str]) -> Finding | None:
        """What one trait alone tells: ``said`` in the description, ``hints`` by all that the row says."""
        if said & {"kv", "brushless"} or (said & _TURNED and "permanentmagnet" in said):
            family = self._refined(self.roles.any_motor, hints)
            return Finding(family, None, "D", False, "description", None, False, ())
        if "afterglow" in said:
            glowing = self.families[self.roles.afterglow]
            return Finding(glowing, None, "C", False, "description", None, False, ())
        if hints & {"class1", "class2"}:
            family = self._refined(self.roles.ceramic_capacitor, hints)
            return Finding(family, None, "C", True, "description", None, False, ())
        return None

    def _substance_like(
        self, clues: Clues, elements: tuple[str, ...], hints: frozenset[str]
    ) -> Finding:
        """Elements and the state they are bought in make a substance; an element alone does not, but
        with what it is used in may name a thing."""
        kinds = {self.knowledge.elements[symbol] for symbol in elements}
        states = worked_forms.bought_as(clues, kinds)
        kind = next(k for k in ("heavy", "heavy57", "light") if k in kinds)
        for state in ("target", "oxide", "compound", "metal", "alloy"):
            if state in states:
                family = self._refined(self.roles.of_state[f"{state} {kind}"], hints)
                return Finding(family, None, "B", True, "substance", None, True, elements)
        family = self._refined(self.roles.rare_earth, hints)
        if family.id == self.roles.rare_earth:
            return Finding(family, None, "D", False, "element", None, False, ())
        return Finding(family, None, "C", True, "description", None, True, elements)

    def _refined(self, family_id: str, hints: frozenset[str]) -> "PartFamily":
        """The most special family that fits the hints."""
        return self.families[refined(self.rules, family_id, hints)]

    def _grade(self, clues: Clues, context: bool) -> "MagnetGrade | None":
        names: Iterable[str] = (
            *clues.grade.grades, *clues.description.grades, *clues.material.grades,
            *clues.number.grades,
        )  # fmt: skip
        for name in names:
            grade = self.of_maker.get((clues.maker or "", name), self.grades[name])
            if grade.maker and grade.maker != clues.maker:
                continue
            if context or not grade.needs_context or name in clues.grade.grades:
                return grade
        return None

    def _founded(
        self, clues: Clues, family: "PartFamily", rival: "PartFamily | None", clear: bool,
        hints: frozenset[str],
    ) -> Finding:  # fmt: skip
        """Magnets take the family of their grade; a named material is exact evidence."""
        grade = None
        if "magnet" in family.hints or family.material in ("NdFeB", "SmCo") or "ferrite" in hints:
            grade = self._grade(clues, context=True)
        if (
            family.form == "magnet"
            and len(magnets.materials_said(clues, family, grade, self.families)) > 1
        ):
            return Finding(
                self.families[self.roles.any_magnet],
                family,
                "C",
                False,
                "description",
                None,
                False,
                (),
            )
        if grade and family.form == "magnet" and magnets.agrees(grade, family):
            family = self.families[grade.family]
        exact = grade is not None and family.form == "magnet"
        material_named = exact or self._material_named(family, hints, clear)
        elements, aimed = clues.description.elements, clues.description.aimed
        named = tuple(e for e in elements if is_stuff(family) and e not in aimed)
        of_itself = family.form == "magnet" or is_stuff(family) or bool(family.minerals)
        certain = exact or named or (material_named and of_itself)
        evidence: Evidence = "B" if certain else "C"
        source = "grade" if exact else "description"
        head = self.families.get(clues.description.head or "")
        if exact and head and head.form == "magnet" and not clues.description.aside_only:
            clear = True
        return Finding(family, rival, evidence, clear, source, grade, material_named, named)

    def _material_named(self, family: "PartFamily", hints: frozenset[str], clear: bool) -> bool:
        """Whether the row names the bearing material itself, not only a part that holds it."""
        if is_stuff(family) or (family.minerals and family.material):
            return clear
        wanted = magnets.MATERIAL_HINTS.get(family.material or "", frozenset())
        said = hints | family.hints if family.form == "magnet" else hints
        return bool(said & wanted)
