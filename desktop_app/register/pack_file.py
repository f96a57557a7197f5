"""Reads a register pack: one file that carries a whole edition of the law, checked byte by byte.

A pack is a zip file with ``manifest.json`` (schema, edition, day of the last reading, and the SHA-256
of every other file), the files of the register, and, where its maker signs, ``signature.json`` with
an Ed25519 signature over the bytes of the manifest. Nothing in it is run, and no name in it leads
out of its own folder.
"""

import base64
import binascii
import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.model.findings import CodedError, Message, Problem, msg
from desktop_app.register.handed_over import handed_over
from desktop_app.register.strict import RegisterError, read_table

MANIFEST, SIGNATURE = "manifest.json", "signature.json"
FORMAT, SCHEMA = "lodestone-register-pack", 1
NAME = re.compile(
    r"(?:edition\.yaml|[a-z_]{1,40}\.csv|(?:controls|buyer_rules|scenarios)/[\w.-]{1,80}\.yaml"
    r"|entities/[\w.-]{1,80}\.csv)",
    re.ASCII,
)
"""What a pack may hold: the law, no knowledge of parts and no figures."""
EDITION = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:\.\d+)?", re.ASCII)
MOST_PACKED, MOST_BYTES, MOST_FILES = 16 << 20, 64 << 20, 2_000
"""Far above any register, far below what harms a computer; our own judgement. The edition of
November 2026 has about 40 files and 200 kB."""
KEY_COLUMNS = ("name", "key")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of itself. ``files``: name to SHA-256. ``digest``: of the manifest."""

    edition: str
    reviewed_through: date
    files: Mapping[str, str]
    digest: str

    @property
    def age(self) -> tuple[date, str]:
        """What makes one edition newer than another."""
        return self.reviewed_through, self.edition


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose bytes are what its manifest says. ``files``: those of the register, ``heads``
    manifest and signature. ``signed_by``: the trusted key that signed it; ``is_signed``: by any key,
    which may not be one that is trusted here."""

    manifest: Manifest
    files: Mapping[str, bytes]
    heads: Mapping[str, bytes]
    signed_by: str | None
    is_signed: bool


def read_pack(path: Path, keys: Mapping[str, bytes]) -> Pack:
    """A pack from a file. Raises CodedError; see the codes of :func:`pack_of`."""

    def refuse(code: str, why: Message) -> CodedError:
        return refused(code, path.name, why)

    data = handed_over(path, MOST_PACKED, msg("it is larger than any register"), refuse)
    return pack_of(path.name, data, keys)


def pack_of(name: str, data: bytes, keys: Mapping[str, bytes]) -> Pack:
    """A pack from its bytes. ``keys``: trusted Ed25519 keys, 32 bytes each, by name.

    Raises CodedError: E_EMPTY; E_UNSUPPORTED for what is no pack, is of a newer schema or lacks a
    trusted signature where keys are set; E_TRUNCATED, E_CORRUPT, E_DUPLICATE_ENTRY, E_ENCRYPTED,
    E_MISSING_PART, E_ZIP_BOMB or E_TOO_LARGE for what is broken or too much.
    """
    files = _unpacked(name, data)
    if MANIFEST not in files:
        raise refused("E_MISSING_PART", name, msg("it has no {part}", part=MANIFEST))
    manifest = manifest_of(name, files[MANIFEST])
    heads = {part: files[part] for part in (MANIFEST, SIGNATURE) if part in files}
    held = {part: content for part, content in files.items() if part not in heads}
    check_files(name, manifest, held)
    signed_by = _signer(name, files, keys)
    return Pack(manifest, held, heads, signed_by, SIGNATURE in files)


def _unpacked(name: str, data: bytes) -> dict[str, bytes]:
    if not data:
        raise refused("E_EMPTY", name, msg("it holds no bytes"))
    if not data.startswith(b"PK"):
        raise refused("E_UNSUPPORTED", name, msg("it is no register pack"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _members(name, archive)
    except zipfile.BadZipFile as failure:
        is_cut = b"PK\x05\x06" not in data
        code = "E_TRUNCATED" if is_cut else "E_CORRUPT"
        raise refused(code, name, msg("a part of it is missing or damaged")) from failure
    except (zlib.error, EOFError, NotImplementedError, ValueError, OSError) as failure:
        raise refused("E_CORRUPT", name, msg("a part of it is damaged")) from failure


def _members(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise refused("E_TOO_LARGE", name, msg("it holds more files than any register"))
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for entry in entries:
        if entry.flag_bits & 1:
            raise refused("E_ENCRYPTED", name, msg("it is protected with a password"))
        if entry.filename in found:
            raise refused(
                "E_DUPLICATE_ENTRY", name, msg("it holds {part} twice", part=entry.filename)
            )
        if entry.filename not in (MANIFEST, SIGNATURE) and not NAME.fullmatch(entry.filename):
            raise refused(
                "E_CORRUPT",
                name,
                msg("it holds “{part}”, no file of a register", part=entry.filename),
            )
        with archive.open(entry) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise refused("E_ZIP_BOMB", name, msg("it would unpack to an enormous size"))
        found[entry.filename] = content
    return found


def manifest_of(name: str, content: bytes) -> Manifest:
    """The manifest of a pack or of an installed edition. Raises CodedError."""
    try:
        given: Any = json.loads(content)
    except ValueError as failure:
        raise refused("E_CORRUPT", name, msg("its {part} is no JSON", part=MANIFEST)) from failure
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise refused("E_UNSUPPORTED", name, msg("it is no register pack"))
    if given.get("schema") != SCHEMA:
        raise refused("E_UNSUPPORTED", name, msg("it needs another version of Lodestone"))
    edition, files = given.get("edition"), given.get("files")
    read = given.get("reviewed_through")
    sound = isinstance(edition, str) and EDITION.fullmatch(edition) is not None
    if not sound or not isinstance(files, dict) or not all(map(_is_file, files.items())):
        raise refused("E_CORRUPT", name, msg("its {part} is not complete", part=MANIFEST))
    try:
        day = date.fromisoformat(read if isinstance(read, str) else "")
    except ValueError as failure:
        raise refused(
            "E_CORRUPT", name, msg("its {part} is not complete", part=MANIFEST)
        ) from failure
    return Manifest(str(edition), day, files, hashlib.sha256(content).hexdigest())


def _is_file(entry: tuple[object, object]) -> bool:
    part, digest = entry
    return isinstance(part, str) and NAME.fullmatch(part) is not None and isinstance(digest, str)


def check_files(name: str, manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Raises CodedError unless the files are exactly those of the manifest, byte by byte."""
    for part, digest in manifest.files.items():
        if part not in files:
            raise refused("E_MISSING_PART", name, msg("it lacks {part}", part=part))
        if hashlib.sha256(files[part]).hexdigest() != digest:
            raise refused("E_CORRUPT", name, msg("{part} is not what its maker put in", part=part))
    for part in files:
        if part not in manifest.files:
            raise refused("E_CORRUPT", name, msg("its manifest does not name {part}", part=part))


def _signer(name: str, files: Mapping[str, bytes], keys: Mapping[str, bytes]) -> str | None:
    """The trusted key that signed the manifest. None without trusted keys: then only hashes are
    checked, and a signature of an unknown key says nothing."""
    if not keys:
        return None
    content = files.get(SIGNATURE)
    if content is None:
        raise refused(
            "E_UNSUPPORTED", name, msg("it is not signed, and only signed packs are trusted here")
        )
    try:
        given: Any = json.loads(content)
        key, signature = given["key"], base64.b64decode(given["signature"], validate=True)
    except (ValueError, TypeError, KeyError, binascii.Error) as failure:
        raise refused("E_CORRUPT", name, msg("its signature cannot be read")) from failure
    if key not in keys:
        raise refused(
            "E_UNSUPPORTED",
            name,
            msg("it is signed by “{key}”, who is not trusted here", key=str(key)),
        )
    if not _fits(keys[key], signature, files[MANIFEST]):
        raise refused("E_CORRUPT", name, msg("its signature does not fit"))
    return str(key)


def _fits(key: bytes, signature: bytes, content: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
    except InvalidSignature:
        return False
    return True


def read_keys(path: Path) -> Mapping[str, bytes]:
    """Trusted keys by name, 32 bytes each, base64 in a table of name and key; none where there is no
    such file. Raises RegisterError: a key that cannot be read must not pass for no key."""
    if not path.exists():
        return {}
    found: dict[str, bytes] = {}
    for line, row in read_table(path, KEY_COLUMNS):
        try:
            key = base64.b64decode(row["key"], validate=True)
        except binascii.Error as problem:
            raise RegisterError(path, line, "'key' must be base64") from problem
        if len(key) != 32 or not row["name"] or row["name"] in found:
            raise RegisterError(path, line, "needs a name of its own and a key of 32 bytes")
        found[row["name"]] = key
    return found


def refused(code: str, name: str, why: Message) -> CodedError:
    """The error about a pack that is not used."""
    return CodedError(
        Problem(
            code,
            msg("{file} was not used as a register: {why}.", file=name, why=why),
            msg("Nothing was changed. Ask whoever gave you the file for a new one."),
        )
    )
