"""Whether a numbered line of an announcement covers a part: form, content, technical limits.

Three values throughout: a missing fact is never a no. One definition serves the verdict of a column
and the explanation of one of its rows.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.assessment.licence.clauses import NEVER, SURE, Clause
from desktop_app.assessment.licence.facts import Case, Thing
from desktop_app.assessment.licence.guided import guided
from desktop_app.assessment.licence.limits import limit_clauses
from desktop_app.assessment.licence.practice import passed_by_practice
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.inquiry import EndUse
from desktop_app.model.licence import Basis, MissingFact
from desktop_app.model.match import ElementContent
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.model.words import FORM_WORDS
from desktop_app.register.control import Assumptions, Control, Item

EXACT = ("A", "B")


class Cover(NamedTuple):
    """A line answered: form, content and limits together. ``content``: the content clause alone;
    a control whose content is a no never concerned the part."""

    state: Ternary
    content: Ternary
    probability: Interval
    steps: tuple[Reason, ...]
    basis: Basis | None
    missing: tuple[MissingFact, ...]
    by_grade: bool
    symbols: tuple[str, ...]


def cover(
    item: Item,
    control: Control,
    case: Case,
    assumptions: Assumptions,
    use: EndUse | None = None,
    *,
    by_practice: bool = False,
) -> Cover:
    """How far a line covers a part. ``use``: the end use somebody declared; None where it is only
    assumed. ``by_practice``: as trade practice has it, where a project says so."""
    content = content_clause(item, case, assumptions, by_practice=by_practice)
    form = form_clause(item, control, case.thing, assumptions)
    clauses = [
        form,
        content,
        *limit_clauses(item, case.thing, use, case.purpose),
        *_open_clause(item, assumptions),
    ]
    state = Ternary(min(clause.state for clause in clauses))
    return Cover(
        state=state,
        content=content.state,
        probability=_product(clause.probability for clause in clauses),
        steps=tuple(step for clause in clauses for step in clause.steps),
        basis=_basis(form, content, clauses) if state is Ternary.NO else None,
        missing=tuple(dict.fromkeys(fact for clause in clauses for fact in clause.missing))
        if state is Ternary.UNKNOWN
        else (),
        by_grade=content.by_grade,
        symbols=content.symbols,
    )


def _basis(form: Clause, content: Clause, clauses: Iterable[Clause]) -> Basis | None:
    """The content first: what holds no listed element is not saved by its form. Guidance goes before
    a content that is only unlikely in such parts."""
    if (form.basis, content.basis) == ("guidance", "kind") and content.probability[1] > 0:
        return "guidance"
    for clause in (content, form, *clauses):
        if clause.state is Ternary.NO:
            return clause.basis
    return None


def _product(chances: Iterable[Interval]) -> Interval:
    low = best = high = 1.0
    for a, b, c in chances:
        low, best, high = low * a, best * b, high * c
    return low, best, high


# --- form ------------------------------------------------------------------------------------


_SYMBOL = re.compile(r"[A-Z][a-z]?")
_FORMULA = re.compile(r"(?:[A-Z][a-z]?\d*)+")


def form_clause(item: Item, control: Control, thing: Thing, assumptions: Assumptions) -> Clause:
    """Form decides before content. A form that may not decide leaves every listed one open."""
    if not item.forms:
        return Clause(Ternary.YES, SURE)
    words = FORM_WORDS.get(thing.form or "", msg("thing of unknown form"))
    if not thing.form_decides:
        return _open_form(item, control, thing, words, assumptions)
    if thing.form in item.forms:
        if thing.form == "other":  # "another part" tells a reader nothing; what it is does
            return Clause(Ternary.YES, SURE)
        said = msg(
            "Form: {form}. {number} lists this form.", form=words, number=Message(control.number)
        )
        return Clause(Ternary.YES, SURE, (Reason("form", said, thing.form_evidence),))
    if (freed := guided(control, thing, words)) is not None:
        return freed
    lists = any(thing.form in other.forms for other in control.items)
    said = (
        msg("Form: {form}. This line of {number} is about other forms.", form=words,
            number=Message(control.number))
        if lists
        else msg("Form: {form}. {number} does not list this form.", form=words,
                 number=Message(control.number))
    )  # fmt: skip
    return Clause(Ternary.NO, NEVER, (Reason("form", said, thing.form_evidence),), "form")


_MAY_BE: dict[str, tuple[str, ...]] = {"magnet_assembly": ("magnet",), "kit": ()}
"""What a form that is not settled may turn out to be beside itself."""


def _open_form(
    item: Item, control: Control, thing: Thing, words: Message, assumptions: Assumptions
) -> Clause:
    forms = {thing.form, thing.runner_up_form, *_MAY_BE.get(thing.form or "", ())}
    if thing.form is not None and not forms & set(item.forms):
        if (freed := guided(control, thing, words)) is not None:
            return freed
        said = msg("Form: probably {form}; not a listed form either way.", form=words)
        return Clause(Ternary.NO, NEVER, (Reason("form", said, thing.form_evidence),), "form")
    said = msg("Form: probably {form}; whether it is a listed form is not settled.", form=words)
    missing: tuple[MissingFact, ...] = ("identity",) if thing.outcome == "none" else ("form",)
    return Clause(
        Ternary.UNKNOWN, assumptions.open_form, (Reason("form", said, thing.form_evidence),),
        None, missing,
    )  # fmt: skip


# --- content ---------------------------------------------------------------------------------


def content_clause(
    item: Item, case: Case, assumptions: Assumptions, *, by_practice: bool = False
) -> Clause:
    """Whether the part is or holds what the line names."""
    let_pass = passed_by_practice(case.thing, assumptions) if by_practice else {}
    named = _any(
        [
            *(
                let_pass.get(symbol) or _element(symbol, case.thing, assumptions)
                for symbol in item.elements
            ),
            *(_mineral(symbol, case.thing) for symbol in item.minerals),
            *_by_number(item, case),
            *_by_family(item, case.thing),
        ]
    )
    narrowed = [named, *_material(item, case.thing, assumptions), *_alloy(item, case.thing)]
    worst = min(narrowed, key=lambda clause: clause.state)
    if named.state is Ternary.NO:
        return named
    if worst is named:
        beside = (step for clause in narrowed[1:] for step in clause.steps)
        return named._replace(steps=(*named.steps, *beside))
    return worst._replace(
        steps=(*named.steps, *worst.steps),
        probability=_product((named.probability, worst.probability)),
        by_grade=named.by_grade,
        symbols=named.symbols,
    )


def _any(clauses: list[Clause]) -> Clause:
    """The strongest of alternatives; the words of all that are as strong."""
    if not clauses:
        return Clause(Ternary.NO, NEVER, (), "element")
    best = max(clause.state for clause in clauses)
    strongest = [clause for clause in clauses if clause.state == best]
    first = strongest[0]
    if best is Ternary.NO:
        return next((c for c in strongest if c.basis == "facts"), first)
    lead = max(strongest, key=lambda clause: clause.probability[1])
    return lead._replace(
        steps=tuple(dict.fromkeys(step for clause in strongest for step in clause.steps)),
        symbols=tuple(symbol for clause in strongest for symbol in clause.symbols),
        by_grade=all(clause.by_grade for clause in strongest),
    )


def _element(symbol: str, thing: Thing, assumptions: Assumptions) -> Clause:
    """An element: stated, expected by grade, ruled out, hidden in its material, or unlikely."""
    entry = thing.element(symbol)
    if thing.of_unknown_material:
        said = msg("Of which elements it is made is not stated.")
        return Clause(
            Ternary.UNKNOWN, assumptions.hidden_element, (Reason("elements", said),), None,
            ("composition",),
        )  # fmt: skip
    if entry is None:
        hidden = assumptions.may_hide.get(thing.material or "", ())
        if symbol not in hidden:
            return Clause(Ternary.NO, NEVER, (), no_basis(thing))
        said = msg(
            "{material} may hold {element}.", material=Message(thing.material or ""), element=symbol
        )
        return Clause(
            Ternary.UNKNOWN, assumptions.hidden_element, (Reason("elements", said, "D"),), None,
            ("composition",), symbols=(symbol,),
        )  # fmt: skip
    if entry.state is Ternary.NO:
        return _ruled_out(entry, thing)
    if entry.state is Ternary.YES:
        return _present(entry, thing)
    if _unlikely(entry.probability, thing, assumptions):
        said = msg("Such parts seldom or never hold {element}.", element=symbol)
        return Clause(Ternary.NO, entry.probability, (Reason("elements", said, "C"),), "kind")
    if entry.evidence == "A":
        said = msg(
            "What is declared of {element} contradicts itself: ask which is right.", element=symbol
        )
    else:
        said = msg("Whether it holds {element} is not known.", element=symbol)
    return Clause(
        Ternary.UNKNOWN, entry.probability, (Reason("elements", said, entry.evidence),), None,
        ("composition",), symbols=(symbol,),
    )  # fmt: skip


def _ruled_out(entry: ElementContent, thing: Thing) -> Clause:
    if entry.evidence == "A":
        said = msg("A report or declaration excludes {element}.", element=entry.symbol)
        return Clause(Ternary.NO, NEVER, (Reason("elements", said, "A"),), "facts")
    said = msg("The material as named holds no {element}.", element=entry.symbol)
    return Clause(Ternary.NO, NEVER, (Reason("elements", said, entry.evidence),), no_basis(thing))


def _present(entry: ElementContent, thing: Thing) -> Clause:
    if entry.by_grade:
        said = msg(
            "Magnets of grade {grade} usually hold {element}: expected, not measured.",
            grade=thing.grade,
            element=entry.symbol,
        )
    elif entry.evidence == "A":
        said = msg("It holds {element} as declared.", element=entry.symbol)
    elif thing.material and not _stated(entry.symbol, thing):
        said = msg(
            "By its name it is {material}, which holds {element}.",
            material=Message(thing.material),
            element=entry.symbol,
        )
    else:
        said = msg("It holds {element} as the row states.", element=entry.symbol)
    return Clause(
        Ternary.YES, entry.probability, (Reason("elements", said, entry.evidence),),
        by_grade=entry.by_grade, symbols=(entry.symbol,),
    )  # fmt: skip


def _stated(symbol: str, thing: Thing) -> bool:
    """Whether the row states the element itself: a material that is no more than the elements named,
    or a magnet material named by a formula without it."""
    material = thing.material or ""
    is_formula = thing.form == "magnet" and _FORMULA.fullmatch(material) is not None
    beside = is_formula and symbol not in _SYMBOL.findall(material)
    return beside or symbol in material.split("/")


def no_basis(thing: Thing) -> Basis:
    """A stated material is ``element``; a family recognised only by name is ``kind``."""
    return "element" if thing.material or thing.evidence in EXACT else "kind"


def _unlikely(chance: Interval, thing: Thing, assumptions: Assumptions) -> bool:
    """Clear by kind: recognised with a margin and hardly ever so; never for a NdFeB magnet."""
    if thing.form == "magnet" and thing.material in (None, "NdFeB"):
        return False
    return thing.is_clear and chance[1] <= assumptions.kind_probability


def _mineral(symbol: str, thing: Thing) -> Clause:
    """Another controlled mineral: exact where the row names the substance, else by kind."""
    if symbol not in thing.minerals:
        return Clause(Ternary.NO, NEVER, (), no_basis(thing))
    entry = thing.element(symbol)
    if entry is not None and entry.state is Ternary.NO:
        return _ruled_out(entry, thing)
    if thing.evidence in EXACT and thing.is_clear:
        said = msg("The row names a substance or material of {element}.", element=Message(symbol))
        return Clause(
            Ternary.YES, SURE, (Reason("elements", said, thing.evidence),), symbols=(symbol,)
        )
    best = thing.listed_probability
    said = msg("Such parts may hold {element}.", element=Message(symbol))
    return Clause(
        Ternary.UNKNOWN, (max(0.0, best - 0.1), best, min(1.0, best + 0.1)),
        (Reason("elements", said, thing.evidence),), None, ("composition",), symbols=(symbol,),
    )  # fmt: skip


def _by_number(item: Item, case: Case) -> list[Clause]:
    if case.cas is None or case.cas not in item.cas:
        return []
    said = msg("CAS number {cas} is named by this line.", cas=case.cas)
    return [Clause(Ternary.YES, SURE, (Reason("elements", said, "B"),))]


def _by_family(item: Item, thing: Thing) -> list[Clause]:
    if thing.family is None or thing.family not in item.families:
        return []
    if not thing.is_clear:
        said = msg("It may be what this line names: {title}.", title=Message(item.title))
        return [
            Clause(
                Ternary.UNKNOWN, (0.0, 0.5, 1.0), (Reason("elements", said, "D"),), None,
                ("identity",),
            )
        ]  # fmt: skip
    said = msg("It is what this line names.")
    return [Clause(Ternary.YES, SURE, (Reason("elements", said, thing.form_evidence),))]


def _material(item: Item, thing: Thing, assumptions: Assumptions) -> list[Clause]:
    """Lines that name materials, such as NdFeB or GaN."""
    if not item.materials:
        return []
    if thing.trace_only:
        said = msg("It holds rare earths only as a dopant or trace, not as the material named.")
        return [Clause(Ternary.NO, NEVER, (Reason("elements", said, thing.evidence),), "kind")]
    if thing.material is None or thing.material in item.minerals:
        # "graphite" alone says neither natural nor artificial
        said = msg("Which material it is made of is not stated.")
        stated = any(
            entry.state is Ternary.YES and entry.symbol in item.elements for entry in thing.elements
        )
        chance = assumptions.named_material if stated else (0.0, 0.5, 1.0)
        return [
            Clause(Ternary.UNKNOWN, chance, (Reason("elements", said),), None, ("composition",))
        ]
    wanted = {material.casefold() for material in item.materials}
    if thing.material.casefold() in wanted:
        return [Clause(Ternary.YES, SURE, _implied(thing))]
    said = msg("Its material {material} is none of those named.", material=Message(thing.material))
    return [Clause(Ternary.NO, NEVER, (Reason("elements", said, thing.evidence),), "form")]


def _implied(thing: Thing) -> tuple[Reason, ...]:
    if thing.implied_by is None:
        return ()
    said = msg(
        "The row does not name the material; of magnet materials only {material} holds {element}.",
        material=Message(thing.material or ""),
        element=thing.implied_by,
    )
    return (Reason("elements", said, "B"),)


def _alloy(item: Item, thing: Thing) -> list[Clause]:
    """Lines that name alloys such as Sm-Co; they bind the form alloy only."""
    if not item.alloys or thing.form != "alloy":
        return []
    symbols = set(_SYMBOL.findall(thing.material or ""))
    if any(alloy <= symbols for alloy in item.alloys):
        return [Clause(Ternary.YES, SURE)]
    named = ", ".join("-".join(sorted(alloy)) for alloy in item.alloys)
    if len(symbols) > 1 and thing.evidence in EXACT:
        said = msg("The alloy is none of those named: {alloys}.", alloys=named)
        return [Clause(Ternary.NO, NEVER, (Reason("elements", said, thing.evidence),), "form")]
    said = msg("Whether it is one of the named alloys is not known: {alloys}.", alloys=named)
    return [
        Clause(
            Ternary.UNKNOWN, (0.0, 0.5, 1.0), (Reason("elements", said),), None, ("composition",)
        )
    ]  # fmt: skip


def _open_clause(item: Item, assumptions: Assumptions) -> list[Clause]:
    if not item.open_question:
        return []
    said = msg("Not settled in the law as read: {question}", question=Message(item.open_question))
    return [
        Clause(
            Ternary.UNKNOWN, assumptions.open_form, (Reason("form", said),), None, ("form",)
        )
    ]  # fmt: skip
