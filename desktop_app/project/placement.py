"""Where a project lies: on this computer, on a network drive, or in a synchronised folder.

A database is not worked on in place on the last two: network drives break its locks, and programs
that synchronise folders copy it half-written (sqlite.org/howtocorrupt.html, sections 2.1 and 1.2).
"""

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Literal, TypeAlias

Place: TypeAlias = Literal["local", "network", "synchronised"]

NETWORK_TYPES = frozenset((
    "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "9p", "ceph", "glusterfs", "davfs",
    "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.glusterfs",
))  # fmt: skip
"""File systems of Linux whose files lie on another computer."""

SYNCHRONISED = re.compile(
    r"onedrive( - .*)?|dropbox( \(.*\))?|google drive|my drive|nextcloud|icloud ?drive|cloudstorage"
    r"|mobile documents|box|box sync|sharepoint",
    re.IGNORECASE,
)
"""Names of folders that programs synchronise. A folder of that name that nobody synchronises costs
a copy on closing, no more."""


def place_of(path: Path) -> Place:
    """Where a file lies, as far as can be seen without asking the network."""
    whole = path.absolute()
    if is_synchronised(whole, os.environ):
        return "synchronised"
    if sys.platform == "win32":
        return "network" if _on_windows_share(whole) else "local"
    if sys.platform == "darwin":
        return "network" if whole.parts[1:2] == ("Volumes",) else "local"
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return "local"
    return "network" if file_system_of(whole, mounts) in NETWORK_TYPES else "local"


def is_synchronised(path: PurePath, environment: Mapping[str, str]) -> bool:
    """Whether a folder above has the name of one that is synchronised, or OneDrive says it is its."""
    roots = [
        type(path)(environment[name])
        for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
        if environment.get(name)
    ]
    return any(path.is_relative_to(root) for root in roots) or any(
        SYNCHRONISED.fullmatch(part) for part in path.parts[1:-1]
    )


def file_system_of(path: PurePath, mounts: str) -> str:
    """The type of the file system of a path; ``mounts`` as in Linux's mountinfo."""
    best, found = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = PurePath(re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), fields[4]))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), after.split(" ")[0]
    return found


def _on_windows_share(path: Path) -> bool:
    """A path of a server, or a drive letter that stands for one (GetDriveType gives 4)."""
    if path.drive.startswith("\\\\"):
        return True
    windows = getattr(ctypes, "windll", None)
    return windows is not None and windows.kernel32.GetDriveTypeW(f"{path.drive}\\") == 4
