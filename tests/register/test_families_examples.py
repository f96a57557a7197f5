"""Every family file's examples are recognised as that family, and its look-alikes are not."""

import pytest

from desktop_app.matching.match import match_parts
from desktop_app.register.families import PartFamily
from tests.matching.parts import part_table, shipped_knowledge

EXEMPLIFIED = [f for f in shipped_knowledge().families.values() if f.exemplified]


@pytest.mark.parametrize("family", EXEMPLIFIED, ids=lambda family: family.id)
def test_examples_and_look_alikes(family: PartFamily) -> None:
    texts = [*family.examples, *family.look_alikes]
    found = [
        match.family for match in match_parts(part_table(description=texts), shipped_knowledge())
    ]
    split = len(family.examples)
    missed = [t for t, f in zip(texts[:split], found[:split], strict=True) if f != family.id]
    alarms = [t for t, f in zip(texts[split:], found[split:], strict=True) if f == family.id]
    assert (missed, alarms) == ([], [])


def test_the_important_families_have_files() -> None:
    assert len(EXEMPLIFIED) >= 120
