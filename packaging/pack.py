"""Makes a register pack: the law of a register folder in one file, with the hash of every part.

    pack.py OUT.lodestone-register [--folder FOLDER] [--key KEY.pem --name NAME]
    pack.py --new-key KEY.pem          makes a key to sign with, prints what users trust it by

The same folder gives the same bytes on every day and machine, but for a signature's key. Without a
key the pack is not signed: its hashes then say that it is whole, not who made it.
"""

import argparse
import base64
import hashlib
import json
import sys
import zipfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from desktop_app.register.buyer_rule_files import load_buyer_rules
from desktop_app.register.edition import edition_in
from desktop_app.register.pack_file import FORMAT, MANIFEST, NAME, SCHEMA, SIGNATURE

SHIPPED = Path(__file__).resolve().parent.parent / "resources" / "register"
LAW = (
    "edition.yaml", "controls/*.yaml", "entities/*.csv", "buyer_rules/*.yaml", "scenarios/*.yaml",
    "customs_territories.csv", "customs_codes.csv", "customs_forms.csv", "consistency.csv",
)  # fmt: skip
"""What of a register folder is law; part knowledge and figures come with the program."""
EPOCH = (1980, 1, 1, 0, 0, 0)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("target", type=Path, nargs="?")
    parser.add_argument("--folder", type=Path, default=SHIPPED)
    parser.add_argument("--key", type=Path)
    parser.add_argument("--name", default="")
    parser.add_argument("--new-key", type=Path)
    options = parser.parse_args(arguments)
    if options.new_key is not None:
        print(f"name,key\nNAME,{new_key(options.new_key)}")
        return 0
    if options.target is None or bool(options.key) != bool(options.name):
        parser.error("needs a target, and a name with a key")
    make_pack(options.folder, options.target, options.key, options.name)
    print(options.target)
    return 0


def make_pack(folder: Path, target: Path, key: Path | None = None, name: str = "") -> None:
    """Writes the pack of a register folder. Raises RegisterError where its law cannot be read."""
    edition = edition_in(folder)
    load_buyer_rules(folder / "buyer_rules")
    parts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for pattern in LAW
        for path in sorted(folder.glob(pattern))
    }
    for part in parts:
        if not NAME.fullmatch(part):
            raise ValueError(f"{part} has a name that no pack may hold")
    manifest = json.dumps(
        {
            "format": FORMAT,
            "schema": SCHEMA,
            "edition": edition.number,
            "reviewed_through": edition.reviewed_through.isoformat(),
            "files": {part: hashlib.sha256(parts[part]).hexdigest() for part in sorted(parts)},
        },
        indent=1,
    ).encode()
    whole = {MANIFEST: manifest}
    if key is not None:
        whole[SIGNATURE] = _signed(manifest, key, name)
    whole |= dict(sorted(parts.items()))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in whole.items():
            archive.writestr(zipfile.ZipInfo(part, EPOCH), content, zipfile.ZIP_DEFLATED)


def _signed(manifest: bytes, key: Path, name: str) -> bytes:
    private = load_pem_private_key(key.read_bytes(), password=None)
    if not isinstance(private, Ed25519PrivateKey):
        raise TypeError(f"{key} is no Ed25519 key")
    signature = base64.b64encode(private.sign(manifest)).decode()
    return json.dumps({"key": name, "signature": signature}).encode()


def new_key(target: Path) -> str:
    """Writes a new private key, readable by its owner only; returns the public one in base64."""
    private = Ed25519PrivateKey.generate()
    target.touch(mode=0o600, exist_ok=False)
    target.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return base64.b64encode(private.public_key().public_bytes_raw()).decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
