"""What a control file may say: every file in broken/ names the words its error must contain."""

import copy
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from desktop_app.register.control_file import read_control
from desktop_app.register.strict import RegisterError, read_yaml

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_with_words_that_help(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    with pytest.raises(RegisterError) as refused:
        read_control(path)
    assert first.removeprefix("# error: ") in str(refused.value)
    assert path.name in str(refused.value)


def test_the_file_they_depart_from_is_sound() -> None:
    control = read_control(HERE / "sound_control.yaml")
    assert [step.state for step in control.provisions[0].timeline] == ["announced", "in_force"]
    assert control.items[0].limits[0].value == 99.0
    assert len(BROKEN) >= 20


def test_an_error_names_the_line() -> None:
    with pytest.raises(RegisterError, match=r"unknown-form\.yaml:17: "):
        read_control(HERE / "broken" / "unknown-form.yaml")


@pytest.mark.parametrize(
    ("written", "read"),
    [("NO", "NO"), ("no", False), ("yes", True), ("on", "on"), ("Y", "Y"), ("true", True)],
)
def test_norway_and_yttrium_are_no_truth_values(
    tmp_path: Path, written: str, read: str | bool
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"origin: {written}\n{written}x: 1\n", encoding="utf-8")
    assert read_yaml(path)["origin"] == read


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("title: Verfügung".encode("latin-1"))
    with pytest.raises(RegisterError, match=r"a\.yaml: it is no text in UTF-8"):
        read_yaml(path)


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside a file."""
    inside: Iterable[tuple[Any, Any]]
    inside = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        inside = enumerate(value)
    for key, found in inside:
        yield (*way, key)
        yield from places(found, (*way, key))


@pytest.mark.parametrize("wrong", [None, [], {}, "x", -1, True, float("nan")], ids=repr)
def test_a_wrong_value_in_any_place_is_refused_or_read_but_never_a_crash(
    tmp_path: Path, wrong: object
) -> None:
    sound = read_yaml(HERE / "sound_control.yaml")
    path = tmp_path / "sound_control.yaml"
    refused = 0
    for way in places(sound):
        content = copy.deepcopy(plain(sound))
        spot = content
        for key in way[:-1]:
            spot = spot[key]
        spot[way[-1]] = wrong
        path.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
        try:
            read_control(path)
        except RegisterError:
            refused += 1
    assert refused > 40


def plain(value: Any) -> Any:
    """Nodes as bare dicts, so that they can be written again."""
    if isinstance(value, dict):
        return {key: plain(found) for key, found in value.items()}
    return [plain(found) for found in value] if isinstance(value, list) else value
