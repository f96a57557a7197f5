"""The two commands: ``dev.py run`` opens Lodestone, ``dev.py test`` runs every check.

Standard library only, so it starts on a machine that has nothing but Python 3.11 and pip. It makes
``.venv`` in the project's folder, installs the hash-locked packages, and becomes that environment's
Python. When nothing changed since the last time it does none of this.

    python3 packaging/dev.py run [arguments of the program]      Windows: py packaging\\dev.py run
    python3 packaging/dev.py test [arguments of pytest]
    for maintainers: build, lock, messages, sample, bench, shots
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import cache_from_source, find_spec
from itertools import product
from pathlib import Path

# What a second start does without (compileall, ctypes, sysconfig, venv) is imported where it is
# used: together they took longer than all that such a start does.

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "lodestone.stamp"
COMPILED = VENV / "lodestone.compiled"
LOCKS = ROOT / "packaging" / "requirements"
OLDEST = (3, 11)

# What Qt needs on Linux even without a screen, and what a window on an X display needs on top
# (found by adding one at a time on a bare Debian 12).
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

PLATFORMS = (
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-manylinux_2_34",
)

KEEP = ["-m", "desktop_app", "assess", "templates/sample_supplier_parts.xlsx"]

NO_DISPLAY = """There is no display here, so the window cannot open.
Without a window:  python3 packaging/dev.py run assess FILE.xlsx --report OUT.pdf --json OUT.json
All commands:      python3 packaging/dev.py run --help"""


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        return fail(f"Lodestone needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    commands = {
        "run": run, "test": test, "lock": lock, "messages": messages, "sample": sample,
        "bench": bench, "shots": shots, "build": build,
    }  # fmt: skip
    if not arguments or arguments[0] not in commands:
        return fail((__doc__ or "").strip())
    if maker := maker_of_this_environment():
        return become([maker, str(Path(__file__).resolve()), *arguments])
    return commands[arguments[0]](arguments[1:])


def maker_of_this_environment() -> str:
    """The Python that made the environment this one belongs to, where that has no pip (``.venv`` has
    none, and cannot be made anew by a Python inside it): as in a shell in which it is activated.
    Else empty."""
    config = Path(sys.prefix) / "pyvenv.cfg"
    if sys.prefix == sys.base_prefix or find_spec("pip") or not config.exists():
        return ""
    for line in config.read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(" = ")
        if name == "executable" and Path(value).exists():
            return value
    return ""


def run(arguments: list[str]) -> int:
    """The program; its window without arguments or with files alone."""
    if not arguments and not has_display():
        return fail(NO_DISPLAY)
    windowed = opens_a_window(arguments)
    problem = set_up("runtime") or (system_libraries(windowed=True) if windowed else 0)
    return problem or become([str(python()), "-m", "desktop_app", *arguments])


def opens_a_window(arguments: list[str]) -> bool:
    """Nothing, or files alone as if they had been dropped on the program."""
    is_there = os.path.exists  # says no where a Path raises
    return all(not name.startswith("-") and is_there(name) for name in arguments)


def test(arguments: list[str]) -> int:
    """Every check, in the order in which a failure is quickest to read."""
    problem = set_up("dev") or system_libraries(windowed=False)
    if problem:
        return problem
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    # Without byte-code every process of pytest rewrites all tests and all of hypothesis anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    steps = [
        [tool("ruff"), "check", "."],
        [tool("ruff"), "format", "--check", "."],
        [tool("lint-imports"), "--no-cache"],
        [tool("mypy")],
        # A file stays with one process, for what its tests share is made once per file.
        [str(python()), "-m", "pytest", "-n", "auto", "--dist", "loadfile", *arguments],
    ]
    for step in steps:
        shown = " ".join([Path(step[0]).name, *step[1:]])
        print(f"\n== {shown}", flush=True)
        code = subprocess.run(step, cwd=ROOT, check=False).returncode
        if code:
            return fail(f"\n{shown} failed (exit {code}).")
    print("\nAll checks passed.")
    return 0


def lock(_arguments: list[str]) -> int:
    """Resolves the direct dependencies anew for all systems; the files hold hashes, no address."""
    uv = shutil.which("uv")
    if uv is None:
        return fail("'lock' needs uv: python -m pip install uv")
    for name in ("runtime", "dev", "build"):
        constraint = ["-c", str(LOCKS / "runtime.lock")] if name != "runtime" else []
        command = [
            uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
            "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header",
            "--no-annotate", "--no-strip-markers", "--only-binary", ":all:", *constraint,
            str(LOCKS / f"{name}.in"), "-o", str(LOCKS / f"{name}.lock"),
        ]  # fmt: skip
        code = subprocess.run(command, check=False).returncode
        if code:
            return code
        if "://" in (LOCKS / f"{name}.lock").read_text(encoding="utf-8"):
            return fail(f"{name}.lock names an address; resolve it against the plain index.")
    return wheels_everywhere(uv)


def wheels_everywhere(uv: str) -> int:
    """Fails unless every locked package has a hashed wheel for every system we ship to."""
    environment = dict(os.environ, MACOSX_DEPLOYMENT_TARGET="14.0")
    for platform, version, name in product(PLATFORMS, ("3.11", "3.12", "3.13"), ("dev", "build")):
        command = [
            uv, "pip", "install", "--quiet", "--dry-run", "--target", str(VENV / "none"),
            "--python-platform", platform, "--python-version", version, "--require-hashes",
            "--only-binary", ":all:", "-r", str(LOCKS / f"{name}.lock"),
        ]  # fmt: skip
        if subprocess.run(command, env=environment, check=False).returncode:
            return fail(f"{name}.lock cannot be installed on {platform} with Python {version}.")
        print(f"{platform} {version}: every package of {name}.lock has a wheel")
    return 0


def messages(arguments: list[str]) -> int:
    """Collects what the program says into the catalogues and compiles them."""
    return in_environment([str(ROOT / "packaging" / "messages.py"), *arguments])


def sample(_arguments: list[str]) -> int:
    """Makes the sample workbook and the blank questionnaires in templates/ anew."""
    return in_environment([str(ROOT / "packaging" / "make_sample.py")])


def bench(arguments: list[str]) -> int:
    """Ratios against named baselines, in one run."""
    return in_environment(["-m", "tests.benchmarks.run", *arguments])


def shots(arguments: list[str]) -> int:
    """Pictures of the window's states; the README's picture is one of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return in_environment(["-m", "tests.ui.screenshots", *arguments])


def build(_arguments: list[str]) -> int:
    """The program as a folder that needs no Python, for the system this runs on."""
    problem = system_libraries(windowed=False)
    return problem or in_environment([str(ROOT / "packaging" / "build.py")], "build")


def in_environment(arguments: list[str], lock_name: str = "dev") -> int:
    return set_up(lock_name) or become([str(python()), *arguments])


def set_up(lock_name: str) -> int:
    """Makes the environment hold the packages of a lock file; instant when it already does."""
    wanted = fingerprint(lock_name)
    have = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if wanted not in have:
        problem = install(lock_name, keep=bool(have))
        if problem:
            return problem
        STAMP.write_text(" ".join({*have_still(have), wanted}), encoding="utf-8")
    compile_sources()
    return 0


def fingerprint(lock_name: str) -> str:
    """Changes with the locked packages, the Python, and the place of the checkout."""
    content = (LOCKS / f"{lock_name}.lock").read_bytes()
    place = f"{lock_name} {sys.version} {ROOT}".encode()
    return f"{lock_name}:{hashlib.sha256(content + place).hexdigest()[:20]}"


def have_still(have: list[str]) -> list[str]:
    """The other lock's stamp survives only if its lock file is still the installed one."""
    return [stamp for stamp in have if stamp == fingerprint(stamp.split(":")[0])]


def install(lock_name: str, keep: bool) -> int:
    if subprocess.run(
        [sys.executable, "-m", "pip", "--version"], capture_output=True, check=False
    ).returncode:
        return fail("This Python has no pip. On Debian or Ubuntu: apt-get install python3-pip")
    import venv

    print("Setting up Lodestone in .venv (once; a minute or two) ...", file=sys.stderr, flush=True)
    if not (keep and python().exists() and made_by_this_python()):
        # Without pip inside: this also works where Debian ships no ensurepip.
        venv.create(VENV, with_pip=False, clear=VENV.exists(), symlinks=os.name != "nt")
    command = [
        sys.executable, "-m", "pip", "--python", str(python()), "install", "--quiet",
        "--disable-pip-version-check", "--no-input", "--only-binary", ":all:", "--require-hashes",
        "-r", str(LOCKS / f"{lock_name}.lock"),
    ]  # fmt: skip
    if subprocess.run(command, check=False).returncode:
        return fail(
            "The packages could not be installed (the lines above say why). Nothing else was "
            "changed.\nBehind a company proxy, pip needs the company's settings; ask IT for pip.ini"
            " or pip.conf."
        )
    (site_packages() / "lodestone-checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    return 0


def made_by_this_python() -> bool:
    config = VENV / "pyvenv.cfg"
    version = ".".join(map(str, sys.version_info[:3]))
    return config.exists() and f"version = {version}" in config.read_text(encoding="utf-8")


def compile_sources() -> None:
    """Byte-code for our own files, also where the environment keeps Python from writing it; and what
    the words of parts and headings are turned into, so that already the first list is read quickly."""
    sources = ROOT / "desktop_app"
    seen = f"{sys.implementation.cache_tag} {state_of(sources)}"
    is_there = Path(cache_from_source(str(sources / "__init__.py"))).exists()
    if is_there and COMPILED.exists() and COMPILED.read_text(encoding="utf-8") == seen:
        return
    import compileall

    compileall.compile_dir(str(sources), quiet=2)
    if python().exists():
        # Quietly: what is not kept now is made by the first list that is read.
        subprocess.run([str(python()), *KEEP], cwd=ROOT, capture_output=True, check=False)
    COMPILED.write_text(seen, encoding="utf-8")


def state_of(folder: Path) -> str:
    """Changes with the name, size or time of any Python file below the folder."""
    found = "\n".join(sorted(files_in(str(folder))))
    return hashlib.sha256(found.encode()).hexdigest()[:20]


def files_in(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.name.endswith(".py"):
            known = entry.stat()
            yield f"{entry.path} {known.st_size} {known.st_mtime_ns}"
        elif entry.name != "__pycache__" and entry.is_dir():
            yield from files_in(entry.path)


def python() -> Path:
    """The environment's Python, on Windows and elsewhere."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tool(name: str) -> str:
    """A command installed in the environment."""
    return str(python().with_name(f"{name}.exe" if os.name == "nt" else name))


def site_packages() -> Path:
    import sysconfig

    scheme = "nt" if os.name == "nt" else "posix_prefix"
    paths = sysconfig.get_paths(scheme, vars={"base": str(VENV), "platbase": str(VENV)})
    return Path(paths["purelib"])


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def system_libraries(windowed: bool) -> int:
    """Installs what Qt needs from the system where that is allowed, else says what is missing."""
    if sys.platform != "linux":
        return 0
    wanted = LIBRARIES | (WINDOW_LIBRARIES if windowed and os.environ.get("DISPLAY") else {})
    packages = [package for library, package in wanted.items() if not loads(library)]
    if not packages:
        return 0
    install_line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        line = " ".join(install_line)
        return fail(
            f"Qt needs system libraries that are missing here. Install them with\n  sudo {line}"
        )
    print("Installing the system libraries Qt needs:", *packages, file=sys.stderr, flush=True)
    for step in (["apt-get", "update", "-qq"], install_line):
        done = subprocess.run(step, stdout=subprocess.DEVNULL, check=False)
    return int(done.returncode)


def loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def become(command: list[str]) -> int:
    """Runs the command in this process's place; Windows has no such call, so it waits there."""
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)  # noqa: S606 - our own interpreter
    return subprocess.run(command, check=False).returncode


def fail(text: str) -> int:
    print(text, file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
