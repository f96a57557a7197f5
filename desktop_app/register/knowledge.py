"""Everything shipped about parts: families, words, grades, substances, makers, in one value.

The data files are in ``resources/register``; each is read strictly, so a slip in one is refused with
its file and line and never changes a verdict silently.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from desktop_app.compiled import compiled, fingerprint
from desktop_app.paths import shipped
from desktop_app.register.board_parts import BoardParts, read_board_parts
from desktop_app.register.families import PartFamily
from desktop_app.register.family_files import read_families
from desktop_app.register.family_roles import FamilyRoles
from desktop_app.register.plural_file import read_plurals
from desktop_app.register.plurals import Plurals
from desktop_app.register.strict import RegisterError, read_table
from desktop_app.register.substances import (
    GradePattern,
    HsClass,
    Judgements,
    MagnetGrade,
    Maker,
    PropertyRule,
    Stage,
    Substance,
)
from desktop_app.register.tables import (
    read_grades,
    read_hs_classes,
    read_judgements,
    read_makers,
    read_open_kinds,
    read_patterns,
    read_properties,
    read_report_words,
    read_stages,
    read_substances,
    read_worked_things,
)
from desktop_app.register.word_list_files import read_word_lists
from desktop_app.register.word_lists import WordLists

WORD_KINDS = (
    "family", "tail", "other", "second", "weak", "matter", "shape", "hint", "element", "state", "link", "pack", "claim",
    "brand",
)  # fmt: skip
"""What a word says.

``family``: names a family that may hold rare earths. ``tail``: does so where no further word follows,
else it is a hint (servo). ``other``: names a thing that makes the line no
such part wherever it stands (bracket, cable). ``second``: does so only right behind a part, at the end of
a phrase (motor key). ``weak``: does so only as the head (rotor, machine).
``matter``: a common material; counts where nothing else is named. ``shape``: a thing, but beside a
magnet only its shape. ``hint``: refines. ``element``, ``state``: a rare earth and what it is bought
as. ``link``: for, with, of, without. ``pack``: kit, set. ``claim``: free of something.
``brand``: a maker or a label such as "part no", which names no thing but may stand before one.
"""

WORD_MODES = ("", "compound", "prefix", "exact", "substring")
"""How a word must stand: "" as its language usually does, ``compound`` also as the end of a longer
word, ``prefix`` also as its beginning (of a brand or label: only with a figure behind it), ``exact``
uninflected, ``substring`` anywhere."""

LANGUAGES = (
    "en", "de", "fr", "es", "it", "ja", "zh", "ko", "nl", "pt", "fa", "tr", "pl", "ar", "ru", "sv", "any",
)  # fmt: skip


class Term(NamedTuple):
    """One word or phrase of one language and what it says; see WORD_KINDS and WORD_MODES."""

    text: str
    language: str
    kind: str
    value: str
    mode: str = ""


@dataclass(frozen=True, eq=False)
class Knowledge:
    """What is known about bought parts. ``elements``: symbol to its class in the announcements.
    ``open_kinds``: of a family that leaves its kind open, what it usually turns out to be.
    ``worked_things``: what a plain thing is by the material that a column names. ``board_parts``: what
    the letters of reference designators say. ``plurals``: of the languages, how words and phrases
    look in the plural."""

    families: Mapping[str, PartFamily]
    given_terms: tuple[Term, ...]
    """See ``terms``; left out of shipped knowledge that is kept between runs."""
    grades: tuple[MagnetGrade, ...]
    patterns: tuple[GradePattern, ...]
    substances: Mapping[str, Substance]
    makers: Mapping[str, Maker]
    stages: tuple[Stage, ...]
    hs_classes: tuple[HsClass, ...]
    elements: Mapping[str, str]
    judgements: Judgements
    properties: tuple[PropertyRule, ...]
    report_words: tuple[str, ...]
    open_kinds: Mapping[str, tuple[str, ...]]
    worked_things: Mapping[tuple[str, str], str]
    word_lists: WordLists
    board_parts: BoardParts
    plurals: Mapping[str, Plurals]
    mark: str = ""
    """The fingerprint of the files of shipped knowledge; empty for any other."""

    @property
    def roles(self) -> FamilyRoles:
        """Which families the rules of matching mean."""
        return self.word_lists.roles

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """All words. Only what spells them out asks for them, and that is kept as well: they are as
        much as all the rest."""
        return self.given_terms or _kept_terms(self.mark, lambda: _read_knowledge(_root()))


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Loads the shipped part knowledge, or that of another folder of the same form.

    Raises RegisterError naming file and line.
    """
    if folder is not None:
        return _read_knowledge(folder)
    root = _root()
    files = [*root.glob("*.csv"), *root.glob("words/*"), *root.glob("families/*")]
    try:
        mark = fingerprint(sorted(files), ("register", "model"))
    except OSError:  # the reading itself says which file it is
        return _read_knowledge(root)

    def make() -> Knowledge:
        made = _read_knowledge(root)
        _kept_terms(mark, lambda: made)
        return replace(made, mark=mark, given_terms=())

    return compiled("knowledge", mark, make)


def _root() -> Path:
    return shipped("resources", "register")


def _kept_terms(mark: str, made: Callable[[], Knowledge]) -> tuple[Term, ...]:
    return compiled("terms", mark, lambda: made().given_terms)


def _read_knowledge(root: Path) -> Knowledge:
    judgements = read_judgements(root / "judgements.csv")
    families = read_families(root, judgements.family_width)
    elements = _read_elements(root / "elements.csv")
    terms = [
        Term(text, language, "family", family.id)
        for family in families.values()
        for language, texts in family.words.items()
        for text in texts
    ]
    for path in sorted((root / "words").glob("*.csv")):
        terms += _read_words(path, families, elements)
    terms += _read_series(root / "series.csv", families)
    return Knowledge(
        families=families,
        given_terms=tuple(terms),
        grades=read_grades(root / "grades.csv", families),
        patterns=read_patterns(root / "grade_patterns.csv"),
        substances=read_substances(root / "substances.csv", families),
        makers=read_makers(root / "makers.csv"),
        stages=read_stages(root / "stages.csv"),
        hs_classes=read_hs_classes(root / "hs_classes.csv", families),
        elements=elements,
        judgements=judgements,
        properties=read_properties(root / "properties.csv"),
        report_words=read_report_words(root / "report_words.csv"),
        open_kinds=read_open_kinds(root / "open_kinds.csv", families),
        worked_things=read_worked_things(root / "worked_things.csv", families),
        word_lists=read_word_lists(root),
        board_parts=read_board_parts(root, families),
        plurals=read_plurals(root / "plurals.csv"),
    )


def _read_elements(path: Path) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line, row in read_table(path, ("symbol", "class", "source")):
        if row["class"] not in ("heavy", "heavy57", "light"):
            raise RegisterError(path, line, f"unknown class {row['class']!r}")
        if row["symbol"] in found:
            raise RegisterError(path, line, f"{row['symbol']} is given twice")
        found[row["symbol"]] = row["class"]
    return found


NAMES_A_FAMILY = ("family", "tail", "other", "second", "weak", "matter", "shape")
"""Kinds of words whose value is a family; a "second" one names it only as the end of a compound."""


def _read_words(
    path: Path, families: Mapping[str, PartFamily], elements: Mapping[str, str]
) -> list[Term]:
    terms: list[Term] = []
    seen: dict[tuple[str, str], int] = {}
    for line, row in read_table(path, ("meaning", "language", "terms", "mode")):
        kind, _, value = row["meaning"].partition(":")
        language, mode = row["language"], row["mode"]
        if kind not in WORD_KINDS or not value:
            raise RegisterError(path, line, f"unknown meaning {row['meaning']!r}")
        if kind in NAMES_A_FAMILY and value not in families:
            raise RegisterError(path, line, f"there is no family {value!r}")
        if kind == "element" and value not in elements:
            raise RegisterError(path, line, f"there is no element {value!r}")
        if language not in LANGUAGES or mode not in WORD_MODES:
            raise RegisterError(path, line, f"unknown language or mode {language!r} {mode!r}")
        for entry in row["terms"].split(";"):
            text = entry.strip()
            if not text:
                raise RegisterError(path, line, "an empty term")
            if seen.setdefault((language, text), line) != line:
                raise RegisterError(
                    path, line, f"{text!r} is given before, in line {seen[language, text]}"
                )
            terms.append(Term(text, language, kind, value, mode))
    return terms


def _read_series(path: Path, families: Mapping[str, PartFamily]) -> list[Term]:
    """Model series of known makers: the beginning of a part number names the family, or all of it
    where the prefix ends in "!"."""
    terms: list[Term] = []
    for line, row in read_table(path, ("prefixes", "family", "maker", "source")):
        if row["family"] not in families:
            raise RegisterError(path, line, f"there is no family {row['family']!r}")
        for entry in row["prefixes"].split(";"):
            text = entry.strip()
            mode = "exact" if text.endswith("!") else "prefix"
            terms.append(Term(text.removesuffix("!"), "any", "series", row["family"], mode))
    return terms
