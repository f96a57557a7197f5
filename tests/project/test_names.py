"""Projects of odd and of long names."""

from pathlib import Path

import pytest

from desktop_app.model.findings import CodedError
from desktop_app.project.backups import backups_of
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.portable import export_project
from tests.project.cases import set_to


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    "name", ["Ünï 磁铁 🧲", "100% #1 & more; a=b", "..lodestone", "x" * 230, "'quoted' -- name"]
)
def test_odd_names_work_like_any_other(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.lodestone"
    with create_project(path) as made:
        made.do(set_to("a"))
        made.back_up()
        export_project(made, path.with_suffix(".zip"))
    with open_project(path, read_only=True) as found:
        assert found.project.setting("buyer") == "a"
    with open_project(path) as again:
        again.restore(backups_of(path)[0])
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        [path.name, path.with_suffix(".zip").name, "home"]
    )


@pytest.mark.parametrize("length", [247, 249, 255, 260])
def test_a_name_too_long_for_the_system_is_coded(tmp_path: Path, length: int) -> None:
    """The database's own files beside it have names of up to eight letters more."""
    path = tmp_path / ("x" * (length - len(".lodestone")) + ".lodestone")
    code = "saved"
    try:
        with create_project(path) as made:
            made.do(set_to("a"))
        with open_project(path) as again:
            assert again.project.setting("buyer") == "a"
    except CodedError as refused:
        code = refused.problem.code
    assert code == ("saved" if length < 248 else "E_TARGET")
    assert len([p for p in tmp_path.iterdir() if p.name != "home"]) == (code == "saved")
