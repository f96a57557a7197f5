"""Editions of the law that were installed from packs: which is the newest that is still whole.

Each lies in a folder of its own under the user's data, with the manifest of its pack. Its bytes are
held against the manifest every time it is used. One that does not fit is not used, and it is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.model.findings import CodedError, Message, msg
from desktop_app.paths import data_home
from desktop_app.register.pack_file import (
    MANIFEST,
    SIGNATURE,
    Manifest,
    check_files,
    manifest_of,
    refused,
)


@dataclass(frozen=True, slots=True)
class Installed:
    """One installed edition. ``fault``: why it cannot be used."""

    folder: Path
    manifest: Manifest | None
    fault: Message | None = None


def editions_home(home: Path | None = None) -> Path:
    """Where installed editions lie; it need not exist."""
    return (home or data_home()) / "register" / "editions"


def trusted_keys_file(home: Path | None = None) -> Path:
    """Where a user or IT names the keys whose packs are trusted."""
    return (home or data_home()) / "register" / "trusted_keys.csv"


def installed_editions(home: Path | None = None) -> tuple[Installed, ...]:
    """All installed editions, the newest first; those that cannot be read last."""
    found = list(_found(editions_home(home)))
    whole = [edition for edition in found if edition.manifest is not None]
    broken = [edition for edition in found if edition.manifest is None]
    whole.sort(key=lambda edition: edition.manifest.age if edition.manifest else (), reverse=True)
    return (*whole, *broken)


def _found(home: Path) -> Iterator[Installed]:
    if not home.is_dir():
        return
    for folder in sorted(home.iterdir()):
        if folder.name.startswith(".") or not folder.is_dir():
            continue
        try:
            manifest = manifest_of(folder.name, (folder / MANIFEST).read_bytes())
        except CodedError as failure:
            yield Installed(folder, None, failure.problem.message)
        except OSError:
            yield Installed(
                folder, None, refused("", folder.name, msg("it has no manifest")).problem.message
            )
        else:
            yield Installed(folder, manifest, _fault(folder, manifest))


def _fault(folder: Path, manifest: Manifest) -> Message | None:
    """Why the bytes in a folder are not those of its manifest; None where they are."""
    try:
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name not in (MANIFEST, SIGNATURE)
        }
        check_files(folder.name, manifest, files)
    except CodedError as failure:
        return failure.problem.message
    except OSError:
        return refused("", folder.name, msg("it cannot be read")).problem.message
    return None
