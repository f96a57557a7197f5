"""What goes with a lamp, tool, loudspeaker or clinic's device holds no rare earths itself; by hand, in eight
languages, each beside a name that does."""

from pathlib import Path

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

LINES = Path(__file__).with_name("fittings.txt").read_text(encoding="utf-8").splitlines()


def test_no_fitting_is_taken_for_what_it_goes_with() -> None:
    assert len(LINES) > 250
    matches = match_parts(part_table(description=LINES), shipped_knowledge())
    called = {
        line: match.family
        for line, match in zip(LINES, matches, strict=True)
        if match.verdict in ("yes", "likely")
    }
    assert called == {}
