"""Names whose words are cut short by a full stop are written out; other full stops are let be."""

import pytest

from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.match import match_parts
from desktop_app.matching.shortened import Shortened
from tests.matching.parts import part_table, shipped_knowledge


@pytest.fixture(scope="module")
def shortened() -> Shortened:
    return Shortened(lexicon_of(shipped_knowledge()))


@pytest.mark.parametrize(
    ("raw", "family"),
    [
        ("SEPAR. MAGN. GRANULI 400MM", "magnet-separator"),
        ("MOT. LINEARE TAVOLA X", "motor-linear"),
        ("CHIUSURA MAGN. SCATOLA", "magnet-catch"),
        ("BOMBA CIRC. ALTA EFIC. 25-60", "pump-circulator"),
        ("POUDRE POLISS. CERIUM 1UM", "polishing-ceria"),
    ],
)
def test_a_name_whose_words_all_begin_so_is_read_as_it(raw: str, family: str) -> None:
    (match,) = match_parts(part_table(description=[raw]), shipped_knowledge())
    assert match.family == family


@pytest.mark.parametrize(
    "raw",
    [
        "MOT. 5,5KW",  # one word alone
        "MAGN. VITE M10",  # no name begins so
        "Nr. 12.5 Stk. Dose",
        "MO. LI. TAVOLA",  # two letters begin too many words
        "SEPAR.-MAGN. 400",  # no two words
        "Separator. " + "Magnetisch. " * 10,  # a text of sentences
    ],
)
def test_nothing_else_is_written_out(raw: str, shortened: Shortened) -> None:
    assert shortened.written_out(raw) is None


def test_a_word_without_a_full_stop_stands_as_it_is(shortened: Shortened) -> None:
    """Cut words alone are not enough: SEPAR MAGN may be of any two names."""
    assert shortened.written_out("SEPAR MAGN 400") is None
    whole = shortened.written_out("SEPAR. magnetico 400")
    assert whole is not None
    assert whole.endswith("magnetico 400")


def test_names_of_several_things_are_left(shortened: Shortened) -> None:
    """A valve of a motor, a motorised valve: the list does not say which."""
    assert shortened.written_out("VALV. MOT. DN20") is None


@pytest.mark.parametrize(
    ("raw", "outcome"),
    [
        ("pol. powder 25 kg", "ambiguous"),
        ("MOT. LINEARE TAVOLA X", "ambiguous"),
        ("MOT. PASSO NEMA 23", "sure"),  # known as it stands
        ("SEPAR. MAGN. GRANULI 400MM", "sure"),
    ],
)
def test_one_word_of_three_letters_is_a_guess(raw: str, outcome: str) -> None:
    (match,) = match_parts(part_table(description=[raw]), shipped_knowledge())
    assert match.outcome == outcome
