"""Makes register packs for tests, sound and spoilt ones."""

import hashlib
import importlib.util
import io
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

from desktop_app.paths import shipped
from desktop_app.register.pack_file import MANIFEST

ROOT = Path(__file__).resolve().parents[2]
Parts = dict[str, bytes]


@cache
def maker() -> ModuleType:
    """``packaging/pack.py``; the name of its folder already belongs to something else."""
    spec = importlib.util.spec_from_file_location("pack_tool", ROOT / "packaging" / "pack.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def shipped_announcements() -> int:
    """How many announcements the shipped register holds; a new one changes no test."""
    return len(list(shipped("resources", "register", "controls").glob("*.yaml")))


def changed(text: str, edition: str, read: str) -> str:
    text = re.sub(r"(?m)^edition: .*$", f'edition: "{edition}"', text, count=1)
    return re.sub(r"(?m)^reviewed_through: .*$", f"reviewed_through: {read}", text, count=1)


def law(folder: Path, edition: str = "2026-12", read: str = "2026-12-01") -> Path:
    """A copy of the shipped law as another edition."""
    source = shipped("resources", "register")
    for pattern in maker().LAW:
        for path in source.glob(pattern):
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    head = folder / "edition.yaml"
    head.write_text(changed(head.read_text(encoding="utf-8"), edition, read), encoding="utf-8")
    return folder


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def written(folder: Path, data: bytes, name: str = "new.lodestone-register") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def with_manifest(parts: Parts, **changes: object) -> Parts:
    return {**parts, MANIFEST: json.dumps(json.loads(parts[MANIFEST]) | changes).encode()}


def with_law(parts: Parts, name: str, content: bytes) -> Parts:
    """A file of the law changed by whoever makes the pack: its hash is right."""
    digests = json.loads(parts[MANIFEST])["files"]
    digests[name] = hashlib.sha256(content).hexdigest()
    return with_manifest({**parts, name: content}, files=digests)
