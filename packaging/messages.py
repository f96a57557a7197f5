"""Collects what the program says into ``resources/languages`` and compiles the catalogues.

dev.py messages            new messages into every .po, those no longer said out; .mo compiled anew
dev.py messages --check    writes nothing; exit 1 when something would change or is wrong

Both kinds of file are committed: the program reads the .mo, people translate in the .po. The same
sources and translations give the same bytes on every day and machine.
"""

import ast
import io
import re
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po, write_po

from desktop_app.language.catalogue import LANGUAGES, MACHINE_TRANSLATED
from desktop_app.register.buyer_rule_files import load_buyer_rules
from desktop_app.register.customs_file import read_customs
from desktop_app.register.edition import load_edition
from desktop_app.register.figures import load_figures, load_title_words
from desktop_app.register.knowledge import load_knowledge
from desktop_app.register.scenario import read_scenario
from desktop_app.report.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent
REGISTER = ROOT / "resources" / "register"
FOLDER = ROOT / "resources" / "languages"
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")

Key: TypeAlias = str | tuple[str, str]
"""The English template, or its singular and plural."""

PLACE = re.compile(r"\{(\w+)\}")
SYMBOL = re.compile(r"[A-Z][a-z]?")
ACCESS_KEY = re.compile(r"&(?=\w)")
HEADER = """\
# {name} for Lodestone.
# {state}
# Written by packaging/messages.py: translate the msgstr lines, then run it again.
#"""
STATES = {
    True: "Machine-translated: complete, but not proof-read by a person.",
    False: "Proof-read.",
}
# Header lines that would differ from day to day or between versions of Babel, or say nothing.
CHANGING = re.compile(
    r'"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team'
    r"|Report-Msgid-Bugs-To)"
)


@dataclass
class Said:
    """A message of the program: where it is said, and translations its data file brings along."""

    places: set[str] = field(default_factory=set)
    brought: dict[str, str] = field(default_factory=dict)


Messages: TypeAlias = Mapping[Key, Said]


def main(arguments: list[str]) -> int:
    is_check = "--check" in arguments
    found, problems = collect()
    outdated = []
    for language in TRANSLATED:
        catalogue = updated(language, read(language), found)
        problems += [f"{language}.po: {problem}" for problem in wrong(catalogue)]
        for name, content in files(language, catalogue).items():
            target = FOLDER / name
            if not target.exists() or target.read_bytes() != content:
                outdated.append(name)
                if not is_check:
                    FOLDER.mkdir(exist_ok=True)
                    target.write_bytes(content)
        print(f"{language}: {len(found) - len(missing(catalogue))} of {len(found)} translated")
    for problem in problems:
        print(problem, file=sys.stderr)
    if is_check and outdated:
        print(f"not up to date: {', '.join(outdated)}; run dev.py messages", file=sys.stderr)
    return 1 if problems or (is_check and outdated) else 0


def collect() -> tuple[Messages, list[str]]:
    """Every message of the sources and the data, in order; and calls that hide their message."""
    said: dict[Key, Said] = {}
    problems = []
    for path in sorted((ROOT / "desktop_app").rglob("*.py")):
        name = path.relative_to(ROOT / "desktop_app").as_posix()
        for line, key in spoken(path.read_text(encoding="utf-8")):
            if key is None:
                problems.append(f"{name}:{line}: a message must be a literal to be collected")
            else:
                said.setdefault(key, Said()).places.add(name)
    for place, title, brought in data_words():
        found = said.setdefault(title, Said())
        found.places.add(place)
        found.brought.update(brought)
    return {key: said[key] for key in sorted(said, key=str)}, problems


def spoken(source: str) -> Iterator[tuple[int, Key | None]]:
    """Line and message of each ``msg(...)``, ``nmsg(...)``, ``Message("...")`` and ``text(...)``.

    None where msg or nmsg is called with something that is no literal. ``text`` is also the name of
    other things: a column of the table of parts (``parts.text("mpn")``), a function of the file's
    own that reads a field. Those are not messages.
    """
    nodes = list(ast.walk(ast.parse(source)))
    methods = [part for node in nodes if isinstance(node, ast.ClassDef) for part in node.body]
    others = ["parts"]
    if any(isinstance(n, ast.FunctionDef) and n.name == "text" and n not in methods for n in nodes):
        others.append("")
    for node in nodes:
        if not isinstance(node, ast.Call):
            continue
        name, owner = called(node.func)
        wanted = {"msg": 1, "nmsg": 2}.get(name, 0)
        literals = [
            argument.value
            for argument in node.args[: wanted or 1]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if wanted:
            yield node.lineno, key_of(literals) if len(literals) == wanted else None
        elif literals and (name == "Message" or (name == "text" and owner not in others)):
            yield node.lineno, literals[0]


def key_of(literals: list[str]) -> Key:
    return (literals[0], literals[1]) if len(literals) == 2 else literals[0]


def called(function: ast.expr) -> tuple[str, str]:
    """Name of a called function and of what it is looked up on: ``a.b.text`` is text, b."""
    if isinstance(function, ast.Name):
        return function.id, ""
    if not isinstance(function, ast.Attribute):
        return "", ""
    owner = function.value
    if isinstance(owner, ast.Attribute):
        return function.attr, owner.attr
    return function.attr, owner.id if isinstance(owner, ast.Name) else ""


def data_words() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Words of data files that the user sees: where, English, translations that stand beside it."""
    for family in load_knowledge().families.values():
        yield "resources/register/families", family.title, family.titles
        for mineral in family.minerals:
            if not SYMBOL.fullmatch(mineral):
                yield "resources/register/families", mineral, {}
    for substance in load_knowledge().substances.values():
        yield "resources/register/substances.csv", substance.name, {}
    yield from figure_words()
    yield from control_words()
    yield from buyer_rule_words()
    yield from scenario_words()
    settings = load_settings()
    rule = settings.article_24_rule
    for words in (settings.thin_lacks, rule.source, rule.remark):
        yield "templates/report.yaml", words, {}
    for code in read_customs(REGISTER).codes:
        yield "resources/register/customs_codes.csv", code.title, {}


def figure_words() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    figures = load_figures()
    sources = [figures.governance_source]
    for assumption in figures.assumptions.values():
        sources += assumption.sources
        for words in (assumption.note, assumption.unit):
            yield "resources/register/figures", words, {}
    for material in figures.materials.values():
        sources += [split.source for splits in material.splits.values() for split in splits]
    for source in sources:
        if source.note:
            yield "resources/register/figures", source.note, {}
    for words in load_title_words().values():
        yield "resources/register/figures", words, {}


def control_words() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for control in load_edition().controls:
        said = [control.number, control.title]
        for provision in control.provisions:
            said += [provision.title, provision.exempt_duty]
        for item in control.items:
            said += [item.title, item.open_question, *(limit.text for limit in item.limits)]
        for words in filter(None, said):
            yield f"resources/register/controls/{control.id}.yaml", words, {}


def buyer_rule_words() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for rule in load_buyer_rules():
        said = [rule.title, rule.note, *rule.questions.values(), *rule.exceptions]
        for phase in rule.phases:
            said += [phase.duty, phase.why]
        for words in filter(None, said):
            yield "resources/register/buyer_rules", words, {}


def scenario_words() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """What scenarios call themselves, in the window and on the page that compares them."""
    for path in sorted((REGISTER / "scenarios").glob("*.yaml")):
        yield f"resources/register/scenarios/{path.name}", read_scenario(path).title, {}


def read(language: str) -> Catalog | None:
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return None
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def updated(language: str, old: Catalog | None, found: Messages) -> Catalog:
    """The catalogue with exactly the messages found; translations are kept by message.

    A translation that a data file brings along wins: it is corrected there.
    """
    header = HEADER.format(name=LANGUAGES[language], state=STATES[language in MACHINE_TRANSLATED])
    catalogue = Catalog(
        locale=language, project="Lodestone", version="1", header_comment=header, fuzzy=False
    )
    entries = {entry.id: entry for entry in old or () if entry.id}
    for key, said in found.items():
        entry = entries.get(key)
        string = said.brought.get(language) or (entry.string if entry else None)
        flags = ["fuzzy"] if entry and entry.fuzzy else []
        places = [(place, 0) for place in sorted(said.places)]
        catalogue.add(key, string, locations=places, flags=flags)
    return catalogue


def forms(entry: Entry) -> list[str]:
    """The translations of an entry, one for each plural form; "" where there is none."""
    strings = entry.string if isinstance(entry.string, (list, tuple)) else [entry.string]
    return [string or "" for string in strings]


def templates(entry: Entry) -> list[str]:
    return list(entry.id) if isinstance(entry.id, (list, tuple)) else [entry.id]


def entries(catalogue: Catalog) -> list[Entry]:
    return [entry for entry in catalogue if entry.id]


def is_translated(entry: Entry) -> bool:
    """A translation marked as fuzzy is a draft: the program does not use it."""
    return all(forms(entry)) and not entry.fuzzy


def missing(catalogue: Catalog) -> list[str]:
    return [templates(entry)[0] for entry in entries(catalogue) if not is_translated(entry)]


def wrong(catalogue: Catalog) -> Iterator[str]:
    """Translations that would fail, lose a fact, or break a menu."""
    for entry in entries(catalogue):
        if is_translated(entry):
            sources, strings = templates(entry), forms(entry)
            for string in strings:
                for problem in against(sources, string, catalogue.num_plurals):
                    yield f"{sources[0]!r}: {problem}"


def against(sources: list[str], string: str, plurals: int) -> Iterator[str]:
    """What is wrong with one translation. Only the form for one may leave out the number."""
    wanted = {place for source in sources for place in PLACE.findall(source)}
    have = set(PLACE.findall(string))
    lost = wanted - have
    if have - wanted or (lost and not (len(sources) > 1 and plurals > 1 and lost == {"n"})):
        yield f"places {sorted(have)} instead of {sorted(wanted)}"
    if PLACE.sub("", string).count("{") or PLACE.sub("", string).count("}"):
        yield "a brace that is no place"
    if len(ACCESS_KEY.findall(string)) != len(ACCESS_KEY.findall(sources[0])):
        yield "not the same number of access keys (&)"
    if string != string.strip() or "\n" in string:
        yield "space at its ends, or a new line"
    if sources[0].endswith("...") != string.endswith(("...", "…")):
        yield "only one of the two ends in ..."


def files(language: str, catalogue: Catalog) -> dict[str, bytes]:
    return {f"{language}.po": as_po(catalogue), f"{language}.mo": as_mo(catalogue)}


def as_po(catalogue: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, catalogue, include_lineno=False, width=100)
    lines = stream.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not CHANGING.match(line)).encode("utf-8")


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it: GNU gettext manual, section "The Format of GNU MO Files".

    Written here, not by Babel, whose header holds the hour and its own version.
    """
    header = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {catalogue.plural_forms}\n"
    pairs = {b"": header.encode()}
    for entry in entries(catalogue):
        if is_translated(entry):
            pairs["\0".join(templates(entry)).encode()] = "\0".join(forms(entry)).encode()
    ordered = sorted(pairs)
    start, table = 28, 8 * len(ordered)
    content = b"".join(text + b"\0" for text in [*ordered, *(pairs[key] for key in ordered)])
    position, tables = start + 2 * table, b""
    for text in [*ordered, *(pairs[key] for key in ordered)]:
        tables += struct.pack("<II", len(text), position)
        position += len(text) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(ordered), start, start + table, 0, 0)
    return head + tables + content


if __name__ == "__main__":
    CODE = main(sys.argv[1:])
    if "--check" not in sys.argv:  # the blank questionnaires say what the catalogues say
        MAKER = Path(__file__).with_name("make_sample.py")
        subprocess.run([sys.executable, str(MAKER), "--questionnaires"], check=True)
    sys.exit(CODE)
