"""Short lists in encodings that name no one: of old systems, and of languages beyond the eight.

``old_alphabets.txt`` holds them, written down and frozen in a commit before their first run. A list begins
with ``# NAME, encoding``; its lines are the truth. The names that begin with A are of old alphabets, those
with L look like them and are not.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

LISTS = Path(__file__).with_name("old_alphabets.txt")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Signs that Vietnamese text in cp1258 has behind the letter they stand on."""


@dataclass(frozen=True)
class OldText:
    """One list; ``text`` in letters as Unicode composes them."""

    name: str
    encoding: str
    text: str

    @property
    def raw(self) -> bytes:
        """The bytes as an old program writes them."""
        text = _with_tones_apart(self.text) if self.encoding == "cp1258" else self.text
        return text.encode(self.encoding)


def old_texts(source: Path = LISTS) -> list[OldText]:
    """All lists, in their order."""
    found = []
    for block in re.split(r"(?m)^# ", source.read_text("utf-8"))[1:]:
        head, _, body = block.partition("\n")
        name, _, encoding = head.rpartition(", ")
        found.append(OldText(name, encoding, body.strip("\n") + "\n"))
    return found


def _with_tones_apart(text: str) -> str:
    parts = []
    for sign in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", sign)
        tones = "".join(one for one in apart if one in _TONES)
        letter = "".join(one for one in apart if one not in _TONES)
        parts.append(unicodedata.normalize("NFC", letter) + tones)
    return "".join(parts)
