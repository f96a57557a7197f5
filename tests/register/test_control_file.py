"""What a control file may say: every file in broken/ names the words its error must contain."""

from pathlib import Path

import pytest

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
    with pytest.raises(RegisterError, match=r"a\.yaml: .*utf-8"):
        read_yaml(path)
