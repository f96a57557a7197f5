"""Collects what the program says into ``resources/languages`` and compiles the catalogues.

dev.py messages            new messages into messages.pot and every .po; .mo compiled anew
dev.py messages --check    exit 1 when that would change anything, or a translation is wrong
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop_app.language.catalogue import LANGUAGES
from desktop_app.register.knowledge import load_knowledge

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "languages"
KEYWORDS = {"msg": None, "nmsg": (1, 2), "text": None}
PLACE = re.compile(r"\{(\w+)\}")
Messages = dict[str | tuple[str, str], list[str]]


def main(arguments: list[str]) -> int:
    found = dict(collect())
    problems: list[str] = []
    outdated: list[str] = []
    for language in LANGUAGES:
        if language == "en":
            continue
        path = FOLDER / f"{language}.po"
        catalogue = updated(language, path, found)
        problems += [f"{path.name}: {problem}" for problem in wrong(catalogue)]
        for target, content in (
            (path, as_po(catalogue)),
            (path.with_suffix(".mo"), as_mo(catalogue)),
        ):
            if not target.exists() or target.read_bytes() != content:
                outdated.append(target.name)
                if "--check" not in arguments:
                    target.write_bytes(content)
        missing = sum(1 for message in catalogue if message.id and not translated(message.string))
        print(f"{language}: {len(found) - missing} of {len(found)} translated")
    for problem in problems:
        print(problem, file=sys.stderr)
    if "--check" in arguments and outdated:
        print(f"not up to date: {', '.join(outdated)}; run dev.py messages", file=sys.stderr)
        return 1
    return 1 if problems else 0


def collect() -> Iterator[tuple[str | tuple[str, str], list[str]]]:
    """Every message of the sources and the names in the shipped data, with where it stands."""
    places: Messages = {}
    method_map = [("**.py", "python")]
    for name, _line, message, _comments, _context in extract_from_dir(
        str(ROOT / "desktop_app"), method_map, keywords=KEYWORDS, strip_comment_tags=True
    ):
        key = (message[0], message[1]) if isinstance(message, tuple) else message
        places.setdefault(key, [])
        if name not in places[key]:
            places[key].append(name)
    for title in data_titles():
        places.setdefault(title, []).append("resources")
    yield from sorted(places.items(), key=lambda item: str(item[0]))


def data_titles() -> Iterator[str]:
    """Names that stand in data files and are shown to the user."""
    for family in load_knowledge().families.values():
        yield family.title


def updated(language: str, path: Path, found: Messages) -> Catalog:
    """The catalogue with exactly the messages found; translations are kept by message."""
    old: dict[object, object] = {}
    fuzzy: set[object] = set()
    if path.exists():
        with path.open("rb") as stream:
            for message in read_po(stream, locale=language):
                old[message.id] = message.string
                if message.fuzzy:
                    fuzzy.add(message.id)
    catalogue = Catalog(locale=language, project="Lodestone", creation_date=None)
    for key, places in found.items():
        flags = ["fuzzy"] if key in fuzzy else []
        catalogue.add(
            key, old.get(key), locations=[(place, 0) for place in sorted(places)], flags=flags
        )
    return catalogue


def translated(string: object) -> bool:
    return all(string) if isinstance(string, (list, tuple)) else bool(string)


def wrong(catalogue: Catalog) -> Iterator[str]:
    """Translations whose places differ from the source: they would fail or lose a fact."""
    for message in catalogue:
        if not message.id or not translated(message.string):
            continue
        ids = message.id if isinstance(message.id, (list, tuple)) else [message.id]
        strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        wanted = {place for text in ids for place in PLACE.findall(text)}
        for string in strings:
            have = set(PLACE.findall(string))
            if have != wanted and not (len(ids) > 1 and have | {"n"} == wanted | {"n"}):
                yield f"{ids[0]!r}: places {sorted(have)} instead of {sorted(wanted)}"


def as_po(catalogue: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, catalogue, omit_header=False, include_lineno=False, width=100)
    lines = stream.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not DATED.match(line)).encode("utf-8")


DATED = re.compile(
    r'"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team)'
)


def as_mo(catalogue: Catalog) -> bytes:
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return re.sub(
        rb"(POT-Creation|PO-Revision)-Date: [^\n]*", lambda m: b" " * len(m[0]), stream.getvalue()
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
