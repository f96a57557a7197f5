"""Model series of one maker beside the numbers, tags and words of others that begin alike."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line",
    [
        "PDI-1101",  # the tag of an instrument: pressure difference, indicated
        "HS-2251",  # a hand switch
        "FT900Q-T",  # a microcontroller
        "BGM220PC22HNA2",  # a radio module
        "KDE2408PTV1",  # a fan of another maker
        "KDE30SS3",  # a generator set
        "ND16-22DS/4",  # a pilot lamp
        "ND16",  # Nenndruck
        "GB36-76",  # a standard of screws
        "LDO-28",
        "SM5819",  # a diode
        "310-1012",
        "WF-C5790",  # a printer
        "ATH surface treated",  # aluminium trihydrate
        "USB power HDMI",
        "High Seas light",
        "WD101 door",
        "U7 V2.0",
    ],
)
def test_a_number_that_begins_alike_is_not_called(line: str) -> None:
    assert match_one(line).verdict not in ("yes", "likely")


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("PDI-1171MG", "motor-rc-servo"),
        ("HS-225MG", "motor-rc-servo"),
        ("Power HD-1160A", "motor-rc-servo"),
        ("KDE2314XF-965", "motor-drone"),
        ("GB54-2", "motor-drone"),
        ("ND16FA-6", "loudspeaker-neo"),
        ("ND91-4", "loudspeaker-neo"),
        ("SM58", "microphone-dynamic"),
        ("SM58-LCE", "microphone-dynamic"),
        ("WF-C700N", "headphones"),
        ("ATH-M50x", "headphones"),
        ("WD101KRYZ", "hard-disk"),
        ("LDO-42STH48", "motor-stepper"),
        ("IronWolf 4TB", "hard-disk"),
        ("IronWolf 125", "solid-state-drive"),
        ("WD Red SN700", "solid-state-drive"),
        ("Ultrastar DC SN640", "solid-state-drive"),
        ("CNMG120408 PR4225", "tungsten-carbide-tool"),
        ("CNMG holder", "mechanical"),
        ("CNMG 120408 CBN", "cbn-tool"),
    ],
)
def test_a_series_is_still_known_by_more_of_its_number(line: str, family: str) -> None:
    assert match_one(line).family == family
