"""Where keys are trusted, only their packs are used; where none is, it is said."""

import base64
from pathlib import Path

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.register.edition import load_edition
from desktop_app.register.installed import trusted_keys_file
from desktop_app.register.pack_file import SIGNATURE
from desktop_app.register.packs import check_pack, install_pack
from tests.register.packing import law, maker, packed, parts_of, with_law, written

pytestmark = pytest.mark.usefixtures("home")


class TestSignatures:
    """Where keys are trusted, only their packs are used; where none is, it is said."""

    @pytest.fixture
    def key(self, tmp_path: Path) -> tuple[Path, str]:
        path = tmp_path / "key.pem"
        return path, maker().new_key(path)

    def trust(self, **keys: str) -> None:
        path = trusted_keys_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = "".join(f"{name},{key}\n" for name, key in keys.items())
        path.write_text(f"name,key\n{rows}", encoding="utf-8")

    def signed(self, tmp_path: Path, key: Path) -> Path:
        path = tmp_path / "signed.lodestone-register"
        maker().make_pack(law(tmp_path / "law"), path, key, "IT")
        return path

    def test_a_trusted_signature_is_named(self, tmp_path: Path, key: tuple[Path, str]) -> None:
        path = self.signed(tmp_path, key[0])
        assert "no key is trusted here" in Catalogue("en").say(check_pack(path).proof)
        self.trust(IT=key[1])
        assert install_pack(path).signed_by == "IT"
        assert load_edition().number == "2026-12"

    def test_other_packs_are_refused_then(
        self, tmp_path: Path, key: tuple[Path, str], whole: bytes
    ) -> None:
        path = self.signed(tmp_path, key[0])
        self.trust(Other=maker().new_key(tmp_path / "other.pem"))
        unsigned = written(tmp_path, whole)
        assert self.refusal(unsigned) == ("E_UNSUPPORTED", True)
        assert self.refusal(path) == ("E_UNSUPPORTED", True)
        self.trust(IT=maker().new_key(tmp_path / "third.pem"))
        assert self.refusal(path) == ("E_CORRUPT", False)

    def test_a_signature_covers_every_byte(self, tmp_path: Path, key: tuple[Path, str]) -> None:
        parts = parts_of(self.signed(tmp_path, key[0]).read_bytes())
        self.trust(IT=key[1])
        forged = with_law(parts, "consistency.csv", parts["consistency.csv"] + b"\n")
        assert self.refusal(written(tmp_path, packed(forged)))[0] == "E_CORRUPT"
        for content in (b"{}", b"x", b'{"key": "IT", "signature": "?"}', b"[1]"):
            unread = written(tmp_path, packed({**parts, SIGNATURE: content}))
            assert self.refusal(unread)[0] == "E_CORRUPT"

    @pytest.mark.parametrize("rows", ["IT,short", f"IT,{base64.b64encode(b'x').decode()}"])
    def test_a_key_that_cannot_be_read_is_not_no_key(
        self, tmp_path: Path, whole: bytes, rows: str
    ) -> None:
        path = trusted_keys_file()
        path.parent.mkdir(parents=True)
        path.write_text(f"name,key\n{rows}\n", encoding="utf-8")
        assert self.refusal(written(tmp_path, whole))[0] == "E_CORRUPT"

    def refusal(self, path: Path) -> tuple[str, bool]:
        """The code, and whether it speaks of trust."""
        with pytest.raises(CodedError) as refused:
            check_pack(path)
        problem = refused.value.problem
        return problem.code, "trusted" in Catalogue("en").say(problem.message)
