"""The door: which words open the windows, which language is spoken first, and what each face never loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __main__ as door

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "words", [[], ["centre.liepa"], ["/a b/centre.liepa/"], ["--speak", "lt"], ["--speak", "lt", "a.liepa"]]
)
def test_nothing_but_a_vault_and_a_language_opens_the_windows(words: list[str]) -> None:
    assert door.opens_windows(words)


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["vault", "check", "a.liepa"], ["--speak", "lt", "demo", "out"], ["demo"]]
)
def test_everything_else_is_a_command(words: list[str]) -> None:
    assert not door.opens_windows(words)


@pytest.mark.parametrize(
    ("around", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "lt_LT.UTF-8"}, "lt"),
        ({"LANG": "sr_RS.UTF-8"}, "sr_Cyrl"),
        ({"LANG": "sr_RS.UTF-8@latin"}, "sr_Latn"),
        ({"LANG": "lt_LT.UTF-8", "LC_ALL": "C"}, "en"),
    ],
)
def test_the_computer_s_language_is_spoken_where_there_is_one(around: dict[str, str], spoken: str) -> None:
    assert door.system_language(around) == spoken


def test_an_asked_language_goes_before_the_computer_s() -> None:
    assert door.asked_language(["--speak", "lt", "a.liepa"]) == "lt"
    assert door.asked_language(["--speak", "tlh"]) is None


@pytest.mark.parametrize(
    ("face", "foreign"), [("commands.parser", "PySide6"), ("windows.application", "desktop.commands")]
)
def test_a_face_loads_nothing_of_the_other(face: str, foreign: str) -> None:
    asks = f"import sys, desktop.{face}; sys.exit(any(name.startswith({foreign!r}) for name in sys.modules))"
    assert subprocess.call([sys.executable, "-c", asks], cwd=ROOT) == 0


def test_a_crash_leaves_no_memory_on_the_disk() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("Linux is asked here")
    script = (
        "import ctypes, resource; from desktop.__main__ import keep_memory_private; keep_memory_private(); "
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "(0, 0) 0"
