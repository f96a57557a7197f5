"""Misspelled words are put right only where nothing else speaks, and never into another word."""

import pytest
from rapidfuzz.distance import OSA

from desktop_app.matching.match import spelling_of
from desktop_app.matching.spelling import Near, RightWords
from tests.matching.parts import match_one, shipped_knowledge


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Servmootor 750 W", "motor-servo"),
        ("Loudspaeker 8 Ohm", "loudspeaker"),
        ("servomotuer 400 W", "motor-servo"),
        ("Unterlegscheieb 3,2", "fastener"),
        ("Steckverbinedr 4-polig", "connector"),
    ],
)
def test_a_misspelled_thing_is_recognised_and_said_so(text: str, family: str) -> None:
    match = match_one(text)
    assert (match.family, match.outcome) == (family, "ambiguous")
    assert "with a word corrected" in match.reasons[0].template


@pytest.mark.parametrize(
    "text", ["Magnat 4011-22", "Monter 5 St.", "Serva Lux 77", "Helmet blue", "Dysport 500"]
)
def test_a_word_that_only_resembles_one_is_left_alone(text: str) -> None:
    assert match_one(text).verdict not in ("yes", "likely")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("MOTOR BRUHSLESS DC 24V", "motor-bldc"),
        ("Aimant samraium-cobalt 6 x 4", "magnet-smco"),
        ("Nedoymium magnets 10x2", "magnet-ndfeb"),
        ("Cearmic magnet block", "magnet-ferrite"),
    ],
)
def test_a_misspelled_word_still_says_of_which_kind_a_thing_is(text: str, family: str) -> None:
    match = match_one(text)
    assert (match.family, match.outcome) == (family, "ambiguous")
    assert "with a word corrected" in match.reasons[0].template


@pytest.mark.parametrize("text", ["Stopper motor 24 V", "Motor brushed 12 V", "Magnet cerumic 5"])
def test_a_wrong_letter_does_not_make_a_thing_of_another_kind(text: str) -> None:
    assert match_one(text).family in ("motor", "motor-dc", "magnet")


def test_a_word_between_two_known_ones_is_not_decided() -> None:
    spelling = spelling_of(shipped_knowledge())
    assert spelling.corrected("  wheel ") is None


def test_a_text_in_which_something_was_recognised_is_not_touched() -> None:
    assert match_one("Halter Servmootor").family == "mechanical"


def test_every_known_word_one_step_away_that_begins_alike_is_found() -> None:
    known = ("magnet", "magnets", "magenta", "motors", "rotors", "sensor", "sensors", "tensor")
    written = {word[:place] + word[place + 1 :] for word in known for place in range(len(word))}
    written |= {word[:2] + word[3] + word[2] + word[4:] for word in known}
    written |= {word[:3] + "q" + word[4:] for word in known} | {f"{word}x" for word in known}
    near = Near(known)

    for word in written:
        expected = {k for k in known if k[0] == word[0] and OSA.distance(k, word) == 1}
        if expected:
            assert set(near.one_step_from(word)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ervomotor", ["servomotor"]),
        ("aservomotor", ["servomotor"]),
        ("esrvomotor", ["servomotor"]),
        ("dervomotor", ["servomotor"]),
        ("bervomotor", []),
        ("tensors", []),
        ("neodymium", []),
    ],
)
def test_the_first_letter_may_be_the_misspelled_one(written: str, expected: list[str]) -> None:
    """A short word with another first letter is another word, and a known one stays."""
    near = Near(("servomotor", "sensors", "sensor", "neodymium"))
    assert near.one_step_from(written) == expected


@pytest.mark.parametrize(
    "text", ["Sneaker rack", "Magnetit 0,2 mm", "magneta toner", "Speakel 7", "Samarian red"]
)
def test_in_a_short_word_another_letter_makes_another_word(text: str) -> None:
    assert match_one(text).verdict not in ("yes", "likely")


@pytest.mark.parametrize("text", ["Spaeker 8 ohm", "speakker 8 ohm"])
def test_in_a_short_word_a_swapped_or_doubled_letter_is_a_slip(text: str) -> None:
    assert match_one(text).family == "loudspeaker"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("SERVOM. 750W", "motor-servo"),
        ("Lautsprech. 8 Ohm", "loudspeaker"),
        ("Schraub. M6", "fastener"),
    ],
)
def test_a_word_cut_by_a_full_stop_is_written_out(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("RILLENKUGELL OFFEN", "bearing"),
        ("KOPFHOER OVER EAR", "headphones"),
        ("UNTERLEGSCH M8 VZ", "fastener"),
        ("FESTPLA 4TB SATA", "hard-disk"),
    ],
)
def test_a_word_cut_in_capitals_is_written_out_without_a_full_stop(text: str, family: str) -> None:
    match = match_one(text)
    assert (match.family, match.outcome) == (family, "ambiguous")


@pytest.mark.parametrize(
    "text", ["Festpla 4TB", "MAGNETS 24V", "ELEKTRO 24V", "LAUTS 8R", "TRETLAGER 73MM"]
)
def test_a_word_in_small_letters_or_for_several_kinds_is_not(text: str) -> None:
    assert match_one(text).family not in ("hard-disk", "loudspeaker", "motor", "motor-ebike")


def test_a_full_stop_that_ends_a_sentence_shortens_nothing() -> None:
    spelling = spelling_of(shipped_knowledge())
    assert spelling.completed("Servom.", " servom ") is not None
    assert spelling.completed(f"{'x' * 90} servom.", " servom ") is None


def test_a_shortened_word_for_several_kinds_stays_unknown() -> None:
    """Magnetsch. may be a switch, a disc or a closure."""
    spelling = spelling_of(shipped_knowledge())
    assert spelling.completed("Magnets. 24V", " magnets  24v ") is None
    assert spelling.completed("Magnetsch. 24V", " magnetsch  24v ") is None


@pytest.mark.parametrize("line", ["Winter 2026", "Family pack", "Genius", "Manuel", "Layers"])
def test_a_wrong_letter_in_a_short_word_makes_another_word(line: str) -> None:
    """A winder, valves, a luminaire and a box would clear what nobody recognised."""
    assert match_one(line).outcome == "none"


@pytest.mark.parametrize("line", ["bracekt", "brackt", "Schraubbe M6", "conector"])
def test_a_letter_swapped_or_missing_is_still_put_right(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Sodium persulfate etchant",
        "Ferric perchloride etchant 1 l",
        "Organic peroxides class 5.2",
        "Verbands-Tasche DIN 13167",
        "Cinema Europa, Bologna",
        "Superman Figur 20 cm",
        "Gestione del tempo",
        "Massaggio circolatorio",
        "Caoutchouc cellulaire 3 mm",
        "Motor Drehmoment",
        "Changeur de billets",
    ],
)
def test_a_word_of_every_day_is_no_misspelled_name(text: str) -> None:
    assert match_one(text).verdict not in ("yes", "likely")


def test_words_of_every_day_are_none_that_the_lists_know() -> None:
    """A name of a thing among them would never be put right when it is misspelled, and never told."""
    right = RightWords(shipped_knowledge().word_lists)
    spelling = spelling_of(shipped_knowledge())
    assert not [name for name in spelling.corrections if name in right]


def test_an_asterisk_stands_for_any_ending() -> None:
    right = RightWords(shipped_knowledge().word_lists)
    assert "persulfates" in right
    assert "severn" in right
    assert "severna" not in right
