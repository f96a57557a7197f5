"""A newer version of a file that is on the desk: found, put in its place, and what it changed.

Pure: two readings in, one reading and what changed out. A file is a newer version of another where
its name is the same but for dates, counters and words such as *new*, or its headings are, and most
of its parts stand in both; where the two name suppliers or plants, these must agree.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from desktop_app.model.findings import Issue, Message, msg, nmsg
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading, joined, suppliers_told, with_suppliers, without
from desktop_app.model.sources import SourceFile
from desktop_app.paths import shipped
from desktop_app.project.corrections import CORRECTABLE, Fact
from desktop_app.project.decisions import header_fingerprint
from desktop_app.project.keys import PartKey, folded, keys_of
from desktop_app.register.strict import filled, node_of, read_yaml

CODE = "W_NEWER_VERSION"
NAMED = 3
"""Values named in one sentence; the others are counted."""
PER_HUNDRED = 100

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """One fact that a newer version says otherwise; None where a version does not say it."""

    label: str
    field: str
    old: Fact
    new: Fact


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What a newer version changed. ``old``, ``new``: names of the files; ``added``, ``gone``: what
    the parts are called; ``changed``: by part in the order of the newer file."""

    old: str
    new: str
    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[ChangedFact, ...]

    @property
    def is_same(self) -> bool:
        """Nothing differs."""
        return not (self.added or self.gone or self.changed)


@dataclass(frozen=True, slots=True)
class VersionRules:
    """``shared_percent``: how much of the longer list must stand in both; ``words``: what names of
    newer files have in them, in small letters."""

    shared_percent: int
    words: tuple[str, ...]


@cache
def version_rules(path: Path | None = None) -> VersionRules:
    """The rules as shipped. Raises RegisterError naming file and line."""
    content = read_yaml(path or shipped("resources", "project", "versions.yaml"))
    content = content.closed(("newer_version", "names"))
    share = node_of(content, content["newer_version"]).closed(("shared_percent", "source"))
    names = node_of(content, content["names"]).closed(("words", "source"))
    filled(share, "source")
    filled(names, "source")
    value, words = share["shared_percent"], names["words"]
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= PER_HUNDRED:
        raise share.at("'shared_percent' must be a whole number from 1 to 100")
    if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
        raise names.at("'words' must be a list of words")
    return VersionRules(value, tuple(word.casefold() for word in words))


def take_in(known: Reading | None, fresh: Reading) -> tuple[Reading, tuple[VersionChange, ...]]:
    """Both readings as one, newer versions in the place of the older; and what these changed.

    A file of the same path is read anew, as in ``joined``; each newer version carries a note of
    what it changed. A supplier that a user named stays with the list.
    """
    if known is None:
        return fresh, ()
    fresh, older = _with_told(known, fresh)
    if not older:
        return joined(known, fresh), ()
    changes = {
        path: what_changed(_only(known, {old}), _only(fresh, {path})) for path, old in older.items()
    }
    told = tuple(_told(file, changes.get(file.path)) for file in fresh.files)
    fresh = replace(fresh, files=told)
    newer = {old: path for path, old in older.items()}
    pieces: list[Reading] = []
    for file in known.files:
        if file.path in newer:
            pieces.append(_only(fresh, {newer[file.path]}))
        elif file.path not in {other.path for other in fresh.files}:
            pieces.append(_only(known, {file.path}))
    rest = [file.path for file in fresh.files if file.path not in older]
    pieces += [_only(fresh, {path}) for path in rest]
    made = pieces[0]
    for piece in pieces[1:]:
        made = joined(made, piece)
    return made, tuple(changes.values())


def _with_told(known: Reading, fresh: Reading) -> tuple[Reading, dict[str, str]]:
    """Fresh lists with the suppliers a user named of those they follow, and ``older_versions``.

    Whose parts these are is part of their keys, so a name has to be lent before versions are found.
    """
    told = suppliers_told(known.files)
    if not told:
        return fresh, older_versions(known, fresh)
    lent = {
        file.path: told[old.path]
        for file in fresh.files
        for old in known.files
        if old.path in told and (old.path == file.path or _stem(old) == _stem(file))
    }
    older = older_versions(known, with_suppliers(fresh, lent))
    kept = {path: name for path, name in lent.items() if told.get(older.get(path, path)) == name}
    return with_suppliers(fresh, kept), older


def older_versions(known: Reading, fresh: Reading) -> dict[str, str]:
    """Path of each newer version among the fresh files to the path of the file it replaces."""
    coming = {file.path for file in fresh.files}
    left = {f.path: f for f in known.files if f.path not in coming and _has_parts(f)}
    of_known: dict[str, _Marks] = {}
    found: dict[str, str] = {}
    here = {file.path for file in known.files}
    for file in fresh.files:
        if file.path in here or not _has_parts(file):
            continue
        alike = [old for old in left.values() if _may_be(old, file)]
        if not alike:
            continue
        own = _marks(_only(fresh, {file.path}).parts)
        shares: list[tuple[float, str]] = []
        for old in alike:
            if old.path not in of_known:
                of_known[old.path] = _marks(_only(known, {old.path}).parts)
            shares.append((own.shared(of_known[old.path]), old.path))
        share, path = max(shares)
        if share * PER_HUNDRED >= version_rules().shared_percent:
            found[file.path] = path
            del left[path]
    return found


def what_changed(older: Reading, newer: Reading) -> VersionChange:
    """Parts added and gone and facts changed between two readings of one file each."""
    was, now = _placed(older.parts), _placed(newer.parts)
    both = [(was[place], part_id) for place, part_id in now.items() if place in was]
    labels = _labels(newer.parts)
    before = _labels(older.parts)
    return VersionChange(
        older.files[0].name,
        newer.files[0].name,
        tuple(labels(part_id) for place, part_id in now.items() if place not in was),
        tuple(before(part_id) for place, part_id in was.items() if place not in now),
        tuple(_changed_facts(older.parts, newer.parts, both, labels)),
    )


def change_words(change: VersionChange) -> Message:
    """What a newer version changed, in one sentence."""
    if change.is_same:
        return msg("Newer version of {old}: every part says the same.", old=change.old)
    return msg(
        "Newer version of {old}: {added}, {gone}, {changed}.",
        old=change.old,
        added=nmsg("{n} part added", "{n} parts added", len(change.added)),
        gone=nmsg("{n} part gone", "{n} parts gone", len(change.gone)),
        changed=nmsg("{n} value changed", "{n} values changed", len(change.changed)),
    )


@dataclass(frozen=True, slots=True)
class _Marks:
    """What tells one list from another: the keys of its numbered parts, and its plants."""

    keys: frozenset[PartKey]
    plants: frozenset[str]

    def shared(self, other: "_Marks") -> float:
        """The share of the longer list that stands in both; 0 for lists of other plants."""
        most = max(len(self.keys), len(other.keys))
        if not most or (self.plants and other.plants and not self.plants & other.plants):
            return 0.0
        return len(self.keys & other.keys) / most


def _marks(parts: PartTable) -> _Marks:
    # Texts are often put otherwise in a newer version: number and supplier say which part it is.
    keys = (replace(key, description="") for key in keys_of(parts) if key.number)
    return _Marks(frozenset(keys), frozenset(map(folded, parts.text("plant").kinds)) - {""})


def _has_parts(file: SourceFile) -> bool:
    return any(table.rows.parts for sheet in file.sheets for table in sheet.tables)


def _may_be(old: SourceFile, new: SourceFile) -> bool:
    if old.supplier and new.supplier and folded(old.supplier) != folded(new.supplier):
        return False
    return _stem(old) == _stem(new) or bool(_headings(old) & _headings(new))


def _stem(file: SourceFile) -> str:
    """The name without its ending, dates, counters and words such as *new*."""
    plain = PurePath(file.name).stem.casefold()
    words = _DIGITS.sub(" ", plain.replace("_", " ")).replace("-", " ").split()
    known = version_rules().words
    kept = "".join(folded(w) for w in words if folded(w) not in known)
    for word in known:
        kept = kept.replace(word, "") if not word.isascii() else kept
    return kept or plain


def _headings(file: SourceFile) -> set[str]:
    return {
        header_fingerprint([column.header for column in table.columns])
        for sheet in file.sheets
        for table in sheet.tables
        if table.rows.parts and any(column.header.strip() for column in table.columns)
    }


def _only(reading: Reading, paths: set[str]) -> Reading:
    return without(reading, {file.path for file in reading.files if file.path not in paths})


def _placed(parts: PartTable) -> dict[tuple[PartKey, int], int]:
    """Part ids by number and supplier, else by description, and which of several such rows it is."""
    counted: dict[PartKey, int] = {}
    found: dict[tuple[PartKey, int], int] = {}
    for part_id, whole in enumerate(keys_of(parts)):
        key = replace(whole, description="") if whole.number else whole
        nth = counted.get(key, 0)
        counted[key] = nth + 1
        found[key, nth] = part_id
    return found


def _labels(parts: PartTable) -> Callable[[int], str]:
    def label(part_id: int) -> str:
        named = (parts.value(part_id, name) for name in ("part_number", "mpn", "description"))
        return str(next((name for name in named if name), ""))

    return label


def _changed_facts(
    older: PartTable,
    newer: PartTable,
    both: Sequence[tuple[int, int]],
    label: Callable[[int], str],
) -> Iterator[ChangedFact]:
    columns = {
        name: (older.frame[name].tolist(), newer.frame[name].tolist()) for name in CORRECTABLE
    }
    for before, after in both:
        for name, (was, now) in columns.items():
            if _differs(was[before], now[after]):
                old, new = older.value(before, name), newer.value(after, name)
                if old != new:
                    yield ChangedFact(label(after), name, old, new)


def _differs(old: Any, new: Any) -> bool:
    """Quick and on the safe side: a missing number differs from itself."""
    return old is not new and not (old is None and new is None) and bool(old != new)


def _told(file: SourceFile, change: VersionChange | None) -> SourceFile:
    if change is None:
        return file
    notes = [Issue(CODE, "note", change_words(change)), *_named(change)]
    return replace(file, issues=(*file.issues, *notes))


def _named(change: VersionChange) -> Iterator[Issue]:
    for words, labels in (
        (msg("New: {parts}", parts=_list(change.added)), change.added),
        (msg("No longer in it: {parts}", parts=_list(change.gone)), change.gone),
        (msg("Says something else: {parts}", parts=_list(_parts_of(change))), change.changed),
    ):
        if labels:
            yield Issue(CODE, "note", words)


def _parts_of(change: VersionChange) -> Iterable[str]:
    return dict.fromkeys(fact.label for fact in change.changed)


def _list(labels: Iterable[str]) -> str:
    listed = list(labels)
    more = len(listed) - NAMED
    return ", ".join(listed[:NAMED]) + (f" … +{more}" if more > 0 else "")
