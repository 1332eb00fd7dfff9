"""The program's entry: `liepa` opens the windows, `liepa NAME.liepa` on that vault, `liepa COMMAND ...` runs a command.

It sets the language first, and loads only the face that was asked for: a command never loads Qt, the windows never load
the commands. It must never know more of either than where they begin.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from desktop import language
from desktop.places import config_folder
from desktop.settings import Settings
from desktop.spreadsheets import READ_APART

if sys.platform != "win32":
    import resource

VAULT = ".liepa"
"""How the folder of a vault is called in the end."""
PICTURES = "--pictures"
"""How `liepa demo` asks the windows for pictures of themselves; the passphrase comes on standard input."""

STOPPED = 1
"""Exit code of a command that the person stopped."""
NOT_DUMPABLE = 4
"""PR_SET_DUMPABLE, see prctl(2)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the windows or run the command; returns the exit code."""
    keep_memory_private()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == [READ_APART]:
        from desktop.spreadsheets import reader

        return reader.main(words[1:])
    kept = Settings.read(config_folder()).language
    language.choose(asked_language(words) or kept or system_language(os.environ))
    if words[:1] == [PICTURES]:
        from desktop.windows import pictures

        return pictures.main(Path(words[1]), Path(words[2]), words[3:])
    if opens_windows(words):
        gc.disable()  # loading makes no rubbish; afterwards the windows clear up by themselves
        from desktop.windows import application

        return application.main(next((Path(word) for word in words if names_vault(word)), None))
    try:
        from desktop.commands import parser

        return parser.main(words)
    except KeyboardInterrupt:  # while the program was still being loaded
        print(language.chosen().say(language.N_("Stopped. Nothing was changed.")), file=sys.stderr)
        return STOPPED


def keep_memory_private() -> None:
    """A crash must not write the memory, which holds the key and what is shown, into a file; nor may others read it."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(NOT_DUMPABLE, 0, 0, 0, 0)


def opens_windows(words: Sequence[str]) -> bool:
    """Whether nothing but a language and a vault is named: that is a person who wants the windows."""
    rest = [word for place, word in enumerate(words) if word != "--speak" and words[place - 1 : place] != ["--speak"]]
    return not rest or (len(rest) == 1 and names_vault(rest[0]))


def names_vault(word: str) -> bool:
    """Whether this is the folder of a vault rather than a command."""
    return word.rstrip("/\\").endswith(VAULT)


def asked_language(words: Sequence[str]) -> str | None:
    """The language after `--speak`, if it is one that the program has."""
    named = [word for before, word in pairwise(words) if before == "--speak"]
    return named[0] if named and named[0] in language.LOCALES else None


def system_language(around: Mapping[str, str]) -> str:
    """The computer's language where the program has it, English elsewhere."""
    named = around.get("LC_ALL") or around.get("LC_MESSAGES") or around.get("LANG") or ""
    if named.startswith("sr"):
        return "sr_Latn" if "latin" in named.lower() else "sr_Cyrl"
    return "lt" if named.startswith("lt") else "en"


if __name__ == "__main__":
    sys.exit(main())
