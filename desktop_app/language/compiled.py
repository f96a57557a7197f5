"""Compiled translations that take a message apart when it is asked for.

The standard library takes all of a file apart to say one sentence. A command says few sentences, and to
know a questionnaire again a few words of every language are looked up. Format: the GNU gettext manual,
"The Format of GNU MO Files".
"""

import gettext
from struct import calcsize, unpack_from
from typing import Any

_HEADER = "7I"
_MAGIC = 0x950412DE


class CompiledMessages(gettext.GNUTranslations):
    """As its base class: sentences of one language by their English ones. Raises OSError for a file
    that is no compiled catalogue."""

    def _parse(self, fp: Any) -> None:
        raw = fp.read()
        if len(raw) < calcsize(_HEADER):
            raise OSError(0, "no compiled catalogue")
        order = "<" if unpack_from("<I", raw)[0] == _MAGIC else ">"
        magic, _, count, keys, sentences, *_ = unpack_from(order + _HEADER, raw)
        if magic != _MAGIC:
            raise OSError(0, "no compiled catalogue")
        self._raw: bytes = raw
        self._said: dict[str, list[str]] = {}
        pairs = f"{order}{2 * count}I"
        places = unpack_from(pairs, raw, keys)
        self._sentences = unpack_from(pairs, raw, sentences)
        # The English sentence stands before its plural, and behind its context.
        self._at = {
            raw[start : start + length].partition(b"\0")[0]: number
            for number, (length, start) in enumerate(zip(places[::2], places[1::2], strict=True))
        }
        head = self._forms("")
        said = dict(line.split(": ", 1) for line in head[0].splitlines() if ": " in line)
        self._charset = "utf-8"
        self._info = {name.lower(): value for name, value in said.items()}
        plural = self._info.get("plural-forms", "nplurals=2; plural=(n != 1);")
        self.plural = gettext.c2py(plural.split(";")[1].split("plural=")[1])

    def _forms(self, message: str) -> list[str]:
        """The sentence in each grammatical number; none where it is not translated."""
        said = self._said.get(message)
        if said is None:
            said, number = [], self._at.get(message.encode())
            if number is not None:
                length, start = self._sentences[2 * number], self._sentences[2 * number + 1]
                said = self._raw[start : start + length].decode().split("\0")
            self._said[message] = said
        return said

    def gettext(self, message: str) -> str:
        """The sentence; the message itself where there is none."""
        forms = self._forms(message)
        return forms[0] if forms else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The sentence for ``n`` things; likewise."""
        forms = self._forms(msgid1)
        if not forms:
            return msgid1 if n == 1 else msgid2
        return forms[min(self.plural(n), len(forms) - 1)]
