"""Where things lie on this computer, whether run from source or from the frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

NAME = "Liepa"
ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
"""The frozen program's folder, or the one above this package."""


def res(*parts: str) -> Path:
    """A file that is shipped with the program, under `resources/` or `translations/`."""
    return ROOT.joinpath(*parts)


def config_folder() -> Path:
    """Where settings and the crash log lie; nothing personal is ever written here."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False))


def documents_folder() -> Path:
    """Where a new vault and exported papers are offered to be put."""
    return Path(platformdirs.user_documents_dir())
