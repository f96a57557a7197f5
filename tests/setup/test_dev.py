"""The set-up script: what it refuses, what it does once, and that it then costs nothing."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "packaging" / "dev.py"


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module whose environment is an empty folder."""
    spec = importlib.util.spec_from_file_location("dev_under_test", DEV)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "lodestone.stamp")
    monkeypatch.setattr(module, "COMPILED", tmp_path / ".venv" / "lodestone.compiled")
    return module


def without_display() -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden}


def test_it_uses_the_standard_library_only() -> None:
    code = f"import sys; sys.path.insert(0, {str(DEV.parent)!r}); import dev"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], check=False)
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_it_says_so_and_shows_the_headless_line() -> None:
    done = subprocess.run(
        [sys.executable, str(DEV), "run"],
        capture_output=True, text=True, check=False, env=without_display(),
    )  # fmt: skip
    assert done.returncode == 2
    assert "no display" in done.stderr
    assert "run assess FILE.xlsx --report OUT.pdf" in done.stderr


def test_an_old_python_is_refused_with_the_version_needed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    assert dev.main(["run"]) == 2
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_in_an_environment_without_pip_the_python_that_made_it_does_the_work(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    became: list[list[str]] = []

    def become(command: list[str]) -> int:
        became.append(command)
        return 0

    dev.VENV.mkdir()
    config = dev.VENV / "pyvenv.cfg"
    config.write_text(f"home = somewhere\nexecutable = {sys.executable}\n", encoding="utf-8")
    monkeypatch.setattr(dev, "become", become)
    monkeypatch.setattr(dev, "run", lambda arguments: 7)
    monkeypatch.setattr(dev, "find_spec", lambda name: None)
    monkeypatch.setattr(dev.sys, "prefix", dev.sys.base_prefix)
    assert dev.main(["run", "assess", "a.xlsx"]) == 7
    monkeypatch.setattr(dev.sys, "prefix", str(dev.VENV))
    assert dev.main(["run", "assess", "a.xlsx"]) == 0
    assert became == [[sys.executable, str(DEV), "run", "assess", "a.xlsx"]]
    monkeypatch.setattr(dev, "find_spec", lambda name: name)
    assert dev.main(["run"]) == 7


def test_packages_are_installed_once_from_hashes_without_building(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def record(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(dev.subprocess, "run", record)
    assert dev.set_up("runtime") == 0
    installs = [command for command in commands if "install" in command]
    assert len(installs) == 1
    assert {"--require-hashes", "--only-binary", ":all:"} <= set(installs[0])
    assert (dev.site_packages() / "lodestone-checkout.pth").read_text().strip() == str(dev.ROOT)
    commands.clear()
    assert dev.set_up("runtime") == 0
    assert commands == []


def test_byte_code_is_made_anew_only_for_what_changed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[str] = []

    def record(folder: str, **_: object) -> None:
        made.append(folder)
        cached = Path(importlib.util.cache_from_source(str(sources / "__init__.py")))
        cached.parent.mkdir(exist_ok=True)
        cached.touch()

    sources = tmp_path / "desktop_app"
    sources.mkdir()
    (sources / "__init__.py").touch()
    dev.VENV.mkdir()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr("compileall.compile_dir", record)
    dev.compile_sources()
    dev.compile_sources()
    assert made == [str(sources)]
    (sources / "new.py").touch()
    dev.compile_sources()
    assert len(made) == 2
    shutil.rmtree(sources / "__pycache__")
    dev.compile_sources()
    assert len(made) == 3


def test_a_failed_installation_leaves_no_stamp_and_says_what_to_do(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, int("install" in command))

    monkeypatch.setattr(dev.subprocess, "run", fail)
    assert dev.set_up("runtime") == 2
    assert not dev.STAMP.exists()
    assert "proxy" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="these libraries are those of Linux")
def test_missing_system_libraries_are_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    assert dev.system_libraries(windowed=False) == 2
    assert "libegl1" in capsys.readouterr().err


def test_a_window_is_opened_by_nothing_and_by_files_alone(dev: ModuleType, tmp_path: Path) -> None:
    """Then what a window needs of the system is looked for too."""
    one = tmp_path / "a list.xlsx"
    one.touch()
    assert dev.opens_a_window([])
    assert dev.opens_a_window([str(one), str(tmp_path)])
    assert not dev.opens_a_window(["assess", str(one)])
    assert not dev.opens_a_window(["--help"])
    assert not dev.opens_a_window([str(tmp_path / "gone.xlsx")])


@pytest.mark.parametrize("name", ["runtime", "dev", "build"])
def test_locks_hold_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "packaging" / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
    assert "://" not in text
    assert len(pins) > 15
    assert text.count("--hash=sha256:") > 3 * len(pins)


@pytest.mark.parametrize("wider", ["dev", "build"])
def test_tests_and_the_built_program_hold_what_the_program_is_locked_to(wider: str) -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "packaging" / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
        return {line.rstrip(" \\") for line in text.splitlines() if "==" in line}

    assert pins("runtime") <= pins(wider)
