"""Every refusal says what happened and what to do, in words a buyer would use."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.intake.problems import _TEXTS, problem
from desktop_app.intake.reading import read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.progress import silent
from tests.workbooks.build import make_csv

JARGON = re.compile(
    r"\b(zip|XML|BIFF|OLE|EOCD|exception|traceback|null|parse|stream|byte order)\b", re.I
)


@pytest.mark.parametrize("code", sorted(_TEXTS))
def test_a_problem_names_the_file_and_a_remedy_without_jargon(code: str) -> None:
    english = Catalogue("en")
    found = problem(code, "list {x}.xlsx")
    message, remedy = english.say(found.message), english.say(found.remedy)
    assert found.code == code
    assert message.startswith("list {x}.xlsx ")
    assert message.endswith(".")
    assert remedy.endswith(".")
    assert not JARGON.search(message + remedy)


def test_every_code_that_a_reader_can_give_has_its_own_words() -> None:
    import desktop_app.intake as room

    given: set[str] = set()
    for path in Path(str(room.__file__)).parent.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        given |= set(re.findall(r'Refused\(\s*"(E_\w+)"', text))
        given |= set(re.findall(r'"refused": "(E_\w+)"', text))
    assert given <= set(_TEXTS)


def test_a_packed_folder_says_that_it_is_to_be_unpacked(tmp_path: Path) -> None:
    inside, packed = (
        make_csv(tmp_path / "list.csv", [["Part number"], ["A-1"]]),
        tmp_path / "offer.zip",
    )
    with ZipFile(packed, "w") as out:
        out.write(inside, "list.csv")
    found = read_files([packed], silent).files[0].problem
    assert found is not None
    assert (found.code, Catalogue("en").say(found.remedy)) == (
        "E_NOT_SPREADSHEET", "Unpack it, then drop the lists that are in it.",
    )  # fmt: skip
