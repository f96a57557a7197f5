"""Checks and installs register packs: a new edition of the law in one file."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from desktop_app.model.findings import CodedError, Message, Problem, msg
from desktop_app.register.buyer_rule_files import load_buyer_rules
from desktop_app.register.control import Edition
from desktop_app.register.edition import edition_in, load_edition
from desktop_app.register.installed import editions_home, trusted_keys_file
from desktop_app.register.pack_file import Pack, read_keys, read_pack, refused
from desktop_app.register.strict import RegisterError, told


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What a checked pack holds. ``signed_by``: the trusted key that signed it, None where only its
    hashes were checked."""

    edition: str
    reviewed_through: date
    announcements: int
    signed_by: str | None
    is_signed: bool

    @property
    def proof(self) -> Message:
        """How far the pack was checked, in words."""
        if self.signed_by is not None:
            return msg("Signed by {key}.", key=self.signed_by)
        if self.is_signed:
            return msg(
                "Its hashes are right. Its signature was not checked: no key is trusted here."
            )
        return msg(
            "Its hashes are right. It is not signed: that it is genuine, only its source tells."
        )


Fault: TypeAlias = Callable[[Edition], Message | None]
"""A further check of the law: why it is refused, None where it is sound."""


def _sound(_edition: Edition) -> Message | None:
    return None


def check_pack(path: Path, home: Path | None = None, fault: Fault = _sound) -> PackInfo:
    """Reads a pack as if it were used, and changes nothing.

    Raises CodedError with a code of ``pack_of``, E_CORRUPT also where the law in it cannot be read
    or ``fault`` finds one.
    """
    pack = read_pack(path, _keys(home))
    with tempfile.TemporaryDirectory() as folder:
        return _info(pack, _laid_out(path.name, pack, Path(folder) / "edition", fault))


def install_pack(path: Path, home: Path | None = None, fault: Fault = _sound) -> PackInfo:
    """Checks a pack and puts its edition into the user's data, whole or not at all.

    An edition that is not newer than the one in use is refused (E_UNSUPPORTED): law does not go
    back unnoticed. Raises CodedError as ``check_pack``; E_TARGET where the data cannot be written.
    """
    pack = read_pack(path, _keys(home))
    in_use = load_edition(home=home)
    if pack.manifest.age <= (in_use.reviewed_through, in_use.number):
        raise CodedError(
            Problem(
                "E_UNSUPPORTED",
                msg(
                    "{file} holds edition {edition}, law read through {day}; edition {used}, read "
                    "through {used_day}, is in use and not older.",
                    file=path.name,
                    edition=pack.manifest.edition,
                    day=pack.manifest.reviewed_through,
                    used=in_use.number,
                    used_day=in_use.reviewed_through,
                ),
                msg("Nothing was changed. You have this law or a newer one."),
            )
        )
    target = editions_home(home) / pack.manifest.edition
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent) as folder:
            fresh = Path(folder) / "edition"
            info = _info(pack, _laid_out(path.name, pack, fresh, fault))
            _put(fresh, target, Path(folder) / "replaced")
    except OSError as failure:
        raise CodedError(
            Problem(
                "E_TARGET",
                msg("The register of {file} could not be stored.", file=path.name),
                msg("Check the space and rights of your data folder, then try again."),
            )
        ) from failure
    return info


def _put(fresh: Path, target: Path, aside: Path) -> None:
    """Puts a folder in the place of another, which comes back where that fails."""
    if target.exists():
        target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise


def _keys(home: Path | None) -> dict[str, bytes]:
    """The trusted keys; a list of keys that cannot be read stops everything."""
    path = trusted_keys_file(home)
    try:
        return dict(read_keys(path))
    except RegisterError as failure:
        raise CodedError(
            Problem(
                "E_CORRUPT",
                msg("The list of trusted keys cannot be read: {why}.", why=told(failure)),
                msg("Correct or remove {file}.", file=path.name),
            )
        ) from failure


def _laid_out(name: str, pack: Pack, folder: Path, fault: Fault) -> Edition:
    """Writes the files of a pack into a new folder and reads the law in it, strictly."""
    for part, content in {**pack.files, **pack.heads}.items():
        place = folder / part
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    try:
        edition = edition_in(folder)
        load_buyer_rules(folder / "buyer_rules")
    except (RegisterError, OSError) as failure:
        raise refused(
            "E_CORRUPT", name, msg("its law cannot be read ({why})", why=told(failure))
        ) from failure
    if (edition.reviewed_through, edition.number) != pack.manifest.age:
        raise refused("E_CORRUPT", name, msg("its manifest speaks of another edition"))
    if (why := fault(edition)) is not None:
        raise refused("E_CORRUPT", name, why)
    return edition


def _info(pack: Pack, edition: Edition) -> PackInfo:
    return PackInfo(
        edition.number,
        edition.reviewed_through,
        len(edition.controls),
        pack.signed_by,
        pack.is_signed,
    )
