#!/usr/bin/env python3
"""The one door to Liepa's sources: sets everything up, then does what was asked.

    python3 run.py              an invented centre in demo/, then the window on it
    python3 run.py test         the tests (what follows goes to pytest)
    python3 run.py setup        set up, and stop there
    python3 run.py liepa ...    the command line
    python3 run.py check        style, types, translations
    python3 run.py bench        speed, as ratios
    python3 run.py bundle       the frozen program in dist/, built and tried

On Windows write `py run.py`. It needs Python 3.11 to 3.13 and must never import anything but the standard library: it
runs before there is anything else.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
LIEPA = BIN / ("liepa.bat" if WINDOWS else "liepa")
LOCK = ROOT / "requirements.lock"
DEMO = ROOT / "demo"
FITTING = ((3, 11), (3, 12), (3, 13))

# What Qt's wheels expect from the system: file -> Debian package. Tried by loading, so it fits every Linux.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0", "libwayland-egl.so.1": "libwayland-egl1"}
TEST_TOOLS = {"pdfsig": "poppler-utils", "pdffonts": "poppler-utils", "pdftoppm": "poppler-utils"}
BUNDLE_TOOLS = {"objdump": "binutils"}

MEMORY, ROOM = Path("/dev/shm"), 4 << 30  # noqa: S108 - pytest makes a folder of its own there
"""A folder that lies in memory, and the bytes that must be free there for the tests."""


def say(line: str) -> None:
    """Tell the person what is being done."""
    print(line, flush=True)


def give_up(line: str) -> None:
    """Stop with a sentence."""
    sys.exit(line)


def environment(**more: str) -> dict[str, str]:
    """The environment of this process, but for what would slow the program down or lead it to other packages."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME")}
    return {**kept, **more}


def run(*command: object, cwd: Path | None = ROOT, **more: str) -> int:
    """Run a command to its end and return its exit code."""
    return subprocess.call([str(part) for part in command], cwd=cwd, env=environment(**more))


def must(failed: str, *command: object) -> None:
    """Run a command that everything after it depends on; its output is shown only if it fails."""
    with tempfile.TemporaryFile() as told:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": told, "stderr": subprocess.STDOUT}
        words, around = [str(part) for part in command], environment(DEBIAN_FRONTEND="noninteractive")
        if subprocess.call(words, cwd=ROOT, env=around, **quiet):
            told.seek(0)
            give_up(f"{told.read().decode(errors='replace').strip()}\n\n{failed}")


# what must be there before


def fitting_python(arguments: list[str]) -> None:
    """Go on in a Python that fits, if this one does not."""
    if sys.version_info[:2] in FITTING:
        return
    for major, minor in reversed(FITTING):
        name = f"python{major}.{minor}"
        other = ["py", f"-{major}.{minor}"] if WINDOWS and shutil.which("py") else [shutil.which(name) or ""]
        if other[0] and subprocess.call([*other, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            say(f"Going on with Python {major}.{minor}.")
            sys.exit(subprocess.call([*other, str(ROOT / "run.py"), *arguments]))
    give_up(f"Liepa needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.")


def has_display() -> bool:
    """Whether a window could be shown. Qt aborts without a display, so this is asked before."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    """Whether the system has this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(verb: str) -> dict[str, str]:
    """What the system lacks for this verb: the thing that was looked for -> its Debian package."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    lacking = {}
    if not shutil.which("uv") and not importlib.util.find_spec("ensurepip"):
        lacking["ensurepip"] = "python3-venv" if sys.executable.startswith("/usr/bin/") else f"python{version}-venv"
    libraries, tools = dict(LIBRARIES), {}
    if os.environ.get("DISPLAY"):
        libraries.update(X11_LIBRARIES)
    if os.environ.get("WAYLAND_DISPLAY"):
        libraries.update(WAYLAND_LIBRARIES)
    if verb == "test":
        tools = TEST_TOOLS
    if verb == "bundle":
        tools = BUNDLE_TOOLS
        libraries[f"libpython{version}.so.1.0"] = f"libpython{version}"
    lacking.update({name: package for name, package in libraries.items() if not loads(name)})
    lacking.update({name: package for name, package in tools.items() if not shutil.which(name)})
    return lacking


def system(verb: str) -> None:
    """Install what the system lacks, or say how to, and stop."""
    lacking = missing_packages(verb) if sys.platform == "linux" else {}
    if not lacking:
        return
    packages = sorted(set(lacking.values()))
    if not shutil.which("apt-get"):
        give_up("Install these with the system's package manager, then start again: " + ", ".join(sorted(lacking)))
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        give_up(f"Type this once, then start again:\n  sudo apt-get update && sudo {' '.join(install)}")
    say("Installing system packages: " + " ".join(packages))
    must("The package lists could not be fetched.", "apt-get", "update", "-q")
    must("The system packages could not be installed.", *install, "-q")


# the program's own surroundings


def digest(*parts: bytes) -> str:
    """One line that changes when any of the parts does."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def written(stamp: str) -> str:
    """What a stamp in the surroundings says; nothing if it isn't there."""
    path = VENV / stamp
    return path.read_text(encoding="utf-8") if path.exists() else ""


def write(stamp: str, text: str) -> None:
    """Put a stamp down, last of all: an interrupted set-up is begun again."""
    (VENV / stamp).write_text(text, encoding="utf-8")


def make_venv() -> None:
    """Make `.venv` anew if it belongs to another Python or another folder."""
    wanted = digest(sys.version.encode(), str(ROOT).encode())
    if written("python-stamp") == wanted and PYTHON.exists():
        return
    say(f"Making .venv with Python {sys.version.split()[0]}.")
    base = getattr(sys, "_base_executable", None) or sys.executable
    pip = ["--without-pip"] if shutil.which("uv") else []
    must("The folder .venv could not be made.", base, "-m", "venv", "--clear", *pip, VENV)
    write("python-stamp", wanted)


def install_packages() -> None:
    """Install exactly what the lock names, each file checked against its hash, and compile it."""
    wanted = digest(LOCK.read_bytes(), b"helpers unpacked")
    if written("lock-stamp") == wanted:
        return
    count = sum("==" in line for line in LOCK.read_text(encoding="utf-8").splitlines())
    say(f"Fetching {count} packages as named in requirements.lock (once, about a minute).")
    options = ["install", "-q", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    if shutil.which("uv"):
        installer = ["uv", "pip", *options, "--python", PYTHON]
    else:
        installer = [PYTHON, "-m", "pip", *options, "--no-compile", "--disable-pip-version-check"]
    must("The packages could not be fetched; this step needs the network once.", *installer, "-r", LOCK)
    say("Compiling them.")
    run(PYTHON, "-c", "import shiboken6", SBK_EMBED="0")  # unpacks what it would compile anew at each start
    run(PYTHON, "-m", "compileall", "-qq", "-j", "0", VENV)  # what does not compile was not meant for this Python
    write("lock-stamp", wanted)


def place_command() -> None:
    """Leave the command at `.venv/bin/liepa`; it works from every folder."""
    if WINDOWS:
        text = '@"%~dp0python.exe" -P -m desktop %*\n'
    else:
        text = f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -P -m desktop "$@"\n'
    if LIEPA.exists() and LIEPA.read_text(encoding="utf-8") == text:
        return
    packages = next(VENV.glob("[Ll]ib/site-packages" if WINDOWS else "lib/python3*/site-packages"))
    (packages / "liepa.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    LIEPA.write_text(text, encoding="utf-8")
    LIEPA.chmod(0o755)


def compile_catalogues() -> None:
    """Make the catalogues that gettext reads; the script sees for itself whether a translation has changed."""
    must("The translations could not be compiled.", PYTHON, ROOT / "translations" / "build.py")


def set_up(verb: str) -> None:
    """Everything that has to be there; what is there already is left alone."""
    system(verb)
    make_venv()
    install_packages()
    place_command()
    compile_catalogues()


# what can be asked


def make_demo() -> None:
    """The invented centre in `demo/`, unless it is there and whole."""
    whole = DEMO / ".whole"
    if whole.exists():
        return
    if DEMO.exists() and any(DEMO.iterdir()):
        if not (DEMO / "passphrase.txt").exists() and not (DEMO / "demo.liepa").exists():
            give_up("The folder demo/ holds something that Liepa did not make. Move it away and start again.")
        say("The demo was left unfinished: making it anew.")
        shutil.rmtree(DEMO)
    say("Making an invented centre in demo/ (about a minute).")
    code = run(LIEPA, "demo", "demo")
    if code:
        sys.exit(code)
    whole.touch()


def app() -> int:
    """The main job: the invented centre, then the window on it."""
    make_demo()
    qt = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    if not has_display() or subprocess.call([PYTHON, "-c", qt], stderr=subprocess.DEVNULL) != 0:
        say("There is no display for a window here: the screens lie in demo/screens as pictures.")
        return 0
    say(f"Opening the window. The passphrase is: {(DEMO / 'passphrase.txt').read_text(encoding='utf-8').strip()}")
    return run(LIEPA, DEMO / "demo.liepa")


def test(arguments: list[str]) -> int:
    """The tests, without a display unless one is named; all of them on all cores, single ones as asked."""
    all_of_them = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart", "0"]
    wanted = arguments or all_of_them
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return run(PYTHON, "-m", "pytest", *wanted, QT_QPA_PLATFORM=platform, PYTEST_DEBUG_TEMPROOT=scratch())


def scratch() -> str:
    """Where the tests' vaults lie: in memory where it has room, since every change waits until its disk has it."""
    asked = os.environ.get("PYTEST_DEBUG_TEMPROOT")
    has_room = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return asked or (str(MEMORY) if has_room else tempfile.gettempdir())


def check() -> int:
    """Style, types and translations; all are run, and the worst exit code counts."""
    steps = (
        ("Style", [PYTHON, "-m", "ruff", "check", "."]),
        ("Form", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("Types", [PYTHON, "-m", "mypy"]),
        ("Translations", [PYTHON, ROOT / "translations" / "build.py", "check"]),
    )
    codes = []
    for name, command in steps:
        say(f"{name}:")
        codes.append(run(*command))
    return max(map(abs, codes))


def bundle() -> int:
    """The frozen program, built and then tried with no Python on the path."""
    say("Freezing the program into dist/liepa (about two minutes).")
    must("The program could not be frozen.", PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "pyinstaller.spec")
    frozen = ROOT / "dist" / "liepa" / ("liepa.exe" if WINDOWS else "liepa")
    say("Trying it with no Python on the path.")
    with tempfile.TemporaryDirectory() as folder:
        needed = ("SYSTEMROOT", "TEMP", "TMP") if WINDOWS else ()
        alone = {"PATH": folder, "HOME": folder, "LANG": "C.UTF-8", **{name: os.environ[name] for name in needed}}
        tries = [["--version"], ["demo", "demo", "--referrals", "20", "--seed", "7"], ["summary", "verify"]]
        for words in tries:
            papers = (
                [str(p) for p in sorted(Path(folder).glob("demo/summary-*.pdf"))[:1]] if words[-1] == "verify" else []
            )
            seal = ["--centre", "demo/centre.pem"] if papers else []
            code = subprocess.call([str(frozen), *words, *papers, *seal], cwd=folder, env=alone)
            if code:
                say(f"The frozen program failed at: liepa {' '.join(words)}")
                return code
    say("The frozen program works.")
    return 0


def main(arguments: list[str]) -> int:
    """Set up, then do what was asked."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("app", [])
    if verb in ("-h", "--help", "help"):
        say(str(__doc__))
        return 0
    verbs = {
        "app": app,
        "setup": lambda: 0,
        "test": lambda: test(rest),
        "liepa": lambda: run(LIEPA, *rest, cwd=None),
        "check": check,
        "bench": lambda: run(PYTHON, "-m", "bench", *rest),
        "bundle": bundle,
    }
    if verb not in verbs:
        say(f"There is no such thing to do: {verb}\n\n{__doc__}")
        return 2
    fitting_python(arguments)
    set_up(verb)
    return verbs[verb]()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
