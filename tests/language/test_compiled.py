"""Translations that are taken apart one by one say what the standard library says of the same file."""

import gettext
import io

import pytest

from desktop_app.language.compiled import CompiledMessages
from desktop_app.paths import shipped

COUNTS = (0, 1, 2, 5, 21)


@pytest.mark.parametrize("language", ["de", "fr", "ja"])
def test_every_message_is_said_as_by_the_standard_library(language: str) -> None:
    raw = shipped("resources", "languages", f"{language}.mo").read_bytes()
    theirs, ours = gettext.GNUTranslations(io.BytesIO(raw)), CompiledMessages(io.BytesIO(raw))
    known = list(theirs._catalog)  # type: ignore[attr-defined]
    assert len(known) > 3_000
    for message in known:
        if isinstance(message, tuple):
            said = [
                found.ngettext(message[0], "none", n) for found in (theirs, ours) for n in COUNTS
            ]
            assert said[: len(COUNTS)] == said[len(COUNTS) :]
        else:
            assert ours.gettext(message) == theirs.gettext(message)
    assert ours.info() == theirs.info()


def test_a_message_without_translation_is_said_as_it_is() -> None:
    with shipped("resources", "languages", "de.mo").open("rb") as stream:
        ours = CompiledMessages(stream)
    assert ours.gettext("Nobody translated this") == "Nobody translated this"
    assert [ours.ngettext("one lorry", "{n} lorries", n) for n in (1, 3)] == [
        "one lorry", "{n} lorries",
    ]  # fmt: skip


@pytest.mark.parametrize("raw", [b"", b"\xde\x12\x04\x95", b"msgid" * 20])
def test_a_file_that_is_no_catalogue_is_refused(raw: bytes) -> None:
    with pytest.raises(OSError, match="no compiled catalogue"):
        CompiledMessages(io.BytesIO(raw))
