"""What ordinary lists of machines, bicycles and laboratories name, and what only begins like it."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Copri motore in plastica", "mechanical"),
        ("Silentblock para motor M8", "mechanical"),
        ("Caricabatteria 42V 2A", "power-supply"),
        ("メイン基板実装品", "module"),
        ("显示板组件", "module"),
        ("알루미나 연마재 1kg", "chemical"),
        ("buffer solution pH 7", "chemical"),
    ],
)
def test_an_ordinary_thing_is_known(line: str, family: str) -> None:
    assert match_one(line).family == family
    assert match_one(line).verdict in ("no", "trace")


@pytest.mark.parametrize(
    "line",
    ["Motore con coprimotore", "motor con silentblock", "caricabatteria magnetico", "세륨 연마재 1kg",
     "gadolinium buffer solution"],
)  # fmt: skip
def test_what_is_named_with_such_a_thing_is_not_cleared(line: str) -> None:
    assert match_one(line).verdict not in ("no", "trace")
