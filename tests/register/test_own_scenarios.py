"""A scenario file from anywhere: taken whole, or refused with file, line and reason."""

from pathlib import Path

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, Message
from desktop_app.paths import shipped
from desktop_app.register.own_scenarios import laid_out, own_scenario, take_scenario
from desktop_app.register.plain_yaml import MOST_BYTES
from desktop_app.register.scenario import read_scenario
from desktop_app.register.strict import RegisterError

SOURCES = """sources:
  assumed: {title: "Our counsel", url: "about:assumption", language: en, retrieved: 2026-11-22, grade: D}
"""
SOUND = f'title: "Goods for Japan"\n{SOURCES}question: {{destination: JP}}\n'


def refused(path: Path, *shipped_names: str) -> tuple[str, str]:
    with pytest.raises(CodedError) as caught:
        take_scenario(path, shipped_names)
    problem = caught.value.problem
    why = dict(problem.message.args)["why"]
    said = dict(why.args).get("what", why) if isinstance(why, Message) else why
    assert isinstance(said, Message), "the fault itself is said in the user's language"
    assert isinstance(why, Message)
    return problem.code, Catalogue("en").say(why)


def written(folder: Path, text: str | bytes, name: str = "ours.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_sound_file_gives_its_name_and_its_text(tmp_path: Path) -> None:
    name, text = take_scenario(written(tmp_path, SOUND, "Für Japan (2).yaml"), ())
    assert (name, text) == ("Für Japan (2)", SOUND)
    assert own_scenario(name, text).destination == "JP"


def test_every_shipped_scenario_could_have_been_a_users(tmp_path: Path) -> None:
    for path in shipped("resources", "register", "scenarios").glob("*.yaml"):
        copy = written(tmp_path, path.read_bytes(), f"our {path.name}")
        assert own_scenario(*take_scenario(copy, ())).name == f"our {path.stem}"
        assert refused(path, path.stem)[0] == "E_UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [
        (b"", "E_EMPTY", "it holds no bytes"),
        (b"\xff\xfe\x00", "E_UNSUPPORTED", "no text in UTF-8"),
        (b"x" * (MOST_BYTES + 1), "E_TOO_LARGE", "larger than any scenario"),
        ("title: [", "E_UNSUPPORTED", "expected node content"),
        ("just words", "E_UNSUPPORTED", "keys with values"),
        ("title: x\n", "E_UNSUPPORTED", "'sources' is missing"),
        (f"{SOURCES}wishes: 1\n", "E_UNSUPPORTED", "unknown key 'wishes'"),
        (f"{SOURCES}question: {{destination: Japan}}\n", "E_UNSUPPORTED", "line 3"),
        (SOURCES, "E_UNSUPPORTED", "changes nothing"),
        (f"{SOURCES}title: &a [x]\nquestion: *a\n", "E_UNSUPPORTED", "line 4: aliases"),
        ("title: " + "[" * 60, "E_UNSUPPORTED", "nested deeper"),
        (
            f"{SOURCES}provisions: [{{control: CN-X, provision: '', timeline: "
            "[{from: 2026-12-01, state: in_force, source: assumed}]}]\n",
            "E_UNSUPPORTED", "no provision '' of 'CN-X'",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, text: str | bytes, code: str, why: str
) -> None:
    found = refused(written(tmp_path, text))
    assert found[0] == code
    assert why in found[1]


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as caught:
        take_scenario(tmp_path / "gone.yaml", ())
    assert caught.value.problem.code == "E_NOT_FOUND"


@pytest.mark.parametrize("name", ["", "../up", "a/b", "a\\b", ".hidden", "a{b}", "ends.", "n" * 81])
def test_a_name_out_of_a_project_leads_nowhere(name: str) -> None:
    with pytest.raises(RegisterError), laid_out(name, SOUND):
        pass


def test_a_text_that_grows_when_it_is_read_is_not_read() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    with pytest.raises(RegisterError, match="aliases"):
        own_scenario("bomb", "\n".join(lines))


def test_a_file_that_the_command_line_names_is_looked_at_like_one_that_was_dropped(
    tmp_path: Path,
) -> None:
    """Nine lines of aliases are a hundred million entries once an error says what it found."""
    nested = "".join(f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    bomb = f"{SOURCES}question:\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n{nested}"
    with pytest.raises(RegisterError, match="aliases"):
        read_scenario(written(tmp_path, bomb))
    with pytest.raises(RegisterError, match="larger than any scenario"):
        read_scenario(written(tmp_path, f"{SOUND}# {'x' * MOST_BYTES}\n"))
    with pytest.raises(RegisterError, match="nested deeper"):
        read_scenario(written(tmp_path, f"{SOURCES}title: {'[' * 60}{']' * 60}\n"))
    assert read_scenario(written(tmp_path, SOUND)).destination == "JP"
