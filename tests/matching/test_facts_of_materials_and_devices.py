"""Facts of materials and devices that look alike: what holds, what is asked, what does not hold.

The lines were written before their first run, of which 74 of 125 were right. A label that was wrong then
says so: column ``was``, and why.
"""

import csv
from pathlib import Path

import pytest

from tests.matching.parts import match_one

VERDICTS = {
    "holds": {"yes", "likely"},
    "asked": {"unknown"},
    "open": {"yes", "likely", "unknown"},
    "not": {"no", "trace"},
    "free": {"no", "trace", "unknown"},
    "missed": {"no"},
}
"""The verdicts that are right for a label. A label that is none of these names a form or a mineral."""
FORMS = {"motor": "motor", "magnet": "magnet"}


def _lines() -> list[dict[str, str]]:
    """The labelled lines."""
    file = Path(__file__).with_name("facts_of_materials_and_devices.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("line", _lines(), ids=lambda line: line["line"])
def test_each_line_is_what_its_label_says(line: dict[str, str]) -> None:
    label, match = line["label"], match_one(line["line"])
    if label in VERDICTS:
        assert match.verdict in VERDICTS[label], match.family
        if label in ("not", "free"):
            assert not match.minerals, match.family
    elif label in FORMS:
        assert match.form == FORMS[label], match.family
    else:
        assert label in match.minerals, match.family
