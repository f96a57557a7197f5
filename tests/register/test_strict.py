"""Strict reading of data files: what stands there, on which line, and what is refused."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from desktop_app.register.strict import Node, RegisterError, read_table, read_yaml


def _yaml(tmp_path: Path, content: str) -> Node:
    path = tmp_path / "law.yaml"
    path.write_text(content, encoding="utf-8")
    return read_yaml(path)


def _table(tmp_path: Path, content: str) -> list[tuple[int, Mapping[str, str]]]:
    path = tmp_path / "words.csv"
    path.write_text(content, encoding="utf-8")
    return read_table(path, ("a", "b"))


def test_values_keep_their_kind_and_mappings_their_line(tmp_path: Path) -> None:
    content = (
        "on: 2025-04-04\nitems:\n  - {share: 0.5, open: no}\n  - {count: 2, land: NO}\nnone:\n"
    )
    found = _yaml(tmp_path, content)
    assert found == {
        "on": date(2025, 4, 4),
        "items": [{"share": 0.5, "open": False}, {"count": 2, "land": "NO"}],
        "none": None,
    }
    assert [node.line for node in found["items"]] == [3, 4]


def test_an_alias_names_what_stands_elsewhere(tmp_path: Path) -> None:
    found = _yaml(tmp_path, "one: &it {a: 1}\nother: *it\n")
    assert found["other"] is found["one"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a: 1\na: 2\n", "law.yaml:2: 'a' is given twice"),
        ("a: 1\n2: b\n", "law.yaml:2: '2' must be text"),
        ("a: 1\n? [b, c]\n: 2\n", "law.yaml:2: '['b', 'c']' must be text"),
        ("a: 1\nb: &it [*it]\n", "law.yaml:2: an alias holds itself"),
        ("- a\n", "law.yaml:1: keys with values belong here"),
        ("", "law.yaml:1: keys with values belong here"),
        ("a: 1\nb: [\n", "law.yaml:3: "),
        ("a: 2025-02-30\n", "law.yaml:1: '2025-02-30' is no number and no day"),
        (f"a: 1\nb: 0x{'f' * 6000}\n", "law.yaml:2: a number longer"),
        (f"a: {':'.join(['59'] * 20_000)}\n", "law.yaml:1: a number longer"),
        ("a: !!timestamp soon\n", "law.yaml:1: 'soon' is no number and no day"),
        ("a: !!bool perhaps\n", "law.yaml:1: 'perhaps' is no number and no day"),
        (
            "a: 1\nb: !!python/name:os.system\n",
            "law.yaml:2: it is no YAML (could not determine a constructor",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_by_line(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(RegisterError) as caught:
        _yaml(tmp_path, content)
    assert str(caught.value).startswith(said)


def test_rows_of_a_table_know_their_line(tmp_path: Path) -> None:
    found = _table(tmp_path, 'a,b\n1,"x\ny"\n\n2,\n')
    assert found == [(3, {"a": "1", "b": "x\ny"}), (5, {"a": "2", "b": ""})]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,c\n1,2\n", "words.csv:1: columns must be a, b; found ['a', 'c']"),
        ("", "words.csv:1: columns must be a, b; found None"),
        ("a,b\n1,2\n1\n", "words.csv:3: has too many or too few cells"),
        ("a,b\n1,2,3\n", "words.csv:2: has too many or too few cells"),
    ],
)
def test_a_table_of_another_form_is_refused(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(RegisterError) as caught:
        _table(tmp_path, content)
    assert str(caught.value) == said
