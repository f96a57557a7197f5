"""The trial of a built program: what ends too early, finds nothing or complains does not pass."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECK = Path(__file__).resolve().parents[2] / "packaging" / "check_built.py"

WHOLE = """#!/bin/sh
case "$1" in
  self-test) echo passed;;
  assess) printf '%%PDF-' > "$4"; echo '{"parts": [{"licence": {"verdict": "VERDICT"}}]}' > "$6";;
  *) ON_WINDOW;;
esac
"""


def tried(folder: Path, script: str) -> "subprocess.CompletedProcess[str]":
    program = folder / "Lodestone"
    program.write_text(script)
    program.chmod(0o755)
    (folder / "sample_supplier_parts.xlsx").touch()
    shorter = "import runpy, sys; m = runpy.run_path(sys.argv[1]); m['main'].__globals__.update"
    run = f"{shorter}(STAYS_OPEN=0.3); raise SystemExit(m['main'](sys.argv[2:]))"
    return subprocess.run(
        [sys.executable, "-c", run, str(CHECK), str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of the shell")
@pytest.mark.parametrize(
    ("verdict", "window", "code", "said"),
    [
        ("needed", "exec sleep 9", 0, "works"),
        ("not_verified", "exec sleep 9", 1, "nothing was found"),
        ("needed", "echo no libEGL >&2; exit 2", 1, "the window ended with 2: no libEGL"),
        ("needed", "echo Traceback >&2; exec sleep 9", 1, "the window complained: Traceback"),
    ],
)
def test_a_built_program_passes_only_when_all_it_is_for_works(
    tmp_path: Path, verdict: str, window: str, code: int, said: str
) -> None:
    done = tried(tmp_path, WHOLE.replace("VERDICT", verdict).replace("ON_WINDOW", window))
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert ("does not work" in done.stdout) is bool(code)


def test_a_built_program_has_the_places_where_searches_are_kept() -> None:
    """A program in one file has no folders for byte-code: without them each start makes all anew."""
    root = Path(__file__).resolve().parents[2]
    spec = (root / "packaging" / "desktop_app.spec").read_text(encoding="utf-8")
    kept = [
        path.parent.relative_to(root).as_posix()
        for path in (root / "desktop_app").rglob("*.py")
        if "beside_byte_code(" in path.read_text(encoding="utf-8") and path.name != "compiled.py"
    ]
    assert kept
    for folder in kept:
        assert f'"{folder}/__pycache__"' in spec
