"""What a command loads before it does anything: each library that it could do without is paid for by
everybody who asks for one list, and a fifth of the time of such a question is loading."""

import subprocess
import sys
from pathlib import Path

from tests.workbooks.build import make_xlsx

OWN = "desktop_app"
NEEDED = {
    "numpy", "pandas", "dateutil",  # the table of parts
    "orjson",  # what the reader child says
    "yaml",  # the law
    "daachorse", "rapidfuzz",  # words
    "babel", "platformdirs",
}  # fmt: skip
ROOMS = ("ui", "project", "report")
"""Of these a question without a report needs no more than the list of papers."""
LOADED = """
import sys
at_start = set(sys.modules)
from desktop_app.__main__ import main
import desktop_app.cli
print(" ".join(sorted(set(sys.modules) - at_start)))
main(["assess", sys.argv[1]])
print("", " ".join(sorted(set(sys.modules) - at_start)), sep="\\n")
"""


def test_a_question_loads_no_library_that_it_does_without(tmp_path: Path) -> None:
    rows = [["Part number", "Description", "Origin"], ["M-1", "NdFeB magnet N42SH", "CN"]]
    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": rows})
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(path)],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert _libraries(lines[0].split()) == set()
    modules = lines[-1].split()
    assert {"pandas", "orjson"} <= _libraries(modules) <= NEEDED
    rooms = {name for name in modules if name.startswith(tuple(f"{OWN}.{r}." for r in ROOMS))}
    assert rooms <= {f"{OWN}.report.papers"}


def _libraries(modules: list[str]) -> set[str]:
    """Those of others, without what compiled ones and Python itself make up."""
    names = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - {OWN}
    return {name for name in names if not name.startswith(("_cy", "cython", "_sysconfig"))}
