"""Texts that a wrong encoding or a web page has damaged are recognised as they were meant."""

import pytest

from desktop_app.matching.damaged import undamaged
from desktop_app.matching.lexicon import lexicon_of
from tests.matching.parts import match_one, shipped_knowledge


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("BÃ¼rstenloser Motor 24V", "Bürstenloser Motor 24V"),
        ("B\ufffdrstenloser Motor 24V", "Bürstenloser Motor 24V"),
        ("B?rstenloser Motor 24V", "Bürstenloser Motor 24V"),
        ("B&uuml;rstenloser&nbsp;Motor 24V", "Bürstenloser Motor 24V"),
        ("Im\ufffdn de neodimio 10x3", "Imán de neodimio 10x3"),
        ("Moteur pas Ã  pas", "Moteur pas à pas"),
        ("C\ufffdble pour moteur blind\ufffd", "Câble pour moteur blindé"),
        ("ç”µæœº 24V", "电机 24V"),
        ("Lautsprecher-Abdeckung f\ufffdr 100 mm", "Lautsprecher-Abdeckung für 100 mm"),
        ("Wolfram?Stab", "Wolfram Stab"),
        ("Samarium\ufffdCobalt", "Samarium Cobalt"),
        ("D?sprosium", "Dysprosium"),
    ],
)
def test_a_damaged_text_says_what_was_meant(damaged: str, meant: str) -> None:
    found, wanted = match_one(damaged), match_one(meant)
    assert (found.family, found.verdict) == (wanted.family, wanted.verdict)


@pytest.mark.parametrize(
    "text",
    [
        "Motor? 24V",
        "M&S servo motor",
        "R&D; sample",
        "Which motor ? 5 W",
        "Âme en acier",
        "a?b?c?d?e?f?g?h?",
        "10 € / Stück",
    ],
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert undamaged(text, lexicon_of(shipped_knowledge())) == text
