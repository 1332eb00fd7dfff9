"""Freed memory is wiped wherever real people's data lie: asked in a process of its own, for the others go without."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop.vault.vault import Vault
from tests.conftest import PASSPHRASE, WORKER

ASK = """
import sys
from contextlib import nullcontext
from pathlib import Path
from sqlalchemy import text
from desktop.vault.engine import unwiped
from desktop.vault.vault import Vault
from desktop.world import World

with unwiped() if sys.argv[4:] else nullcontext():
    vault = Vault.unlock(Path(sys.argv[1]), sys.argv[2], sys.argv[3], world=World.real())
    with vault.look() as first, vault.look() as second:
        print([session.execute(text("PRAGMA cipher_memory_security")).scalar() for session in (first, second)])
    vault.lock()
"""


@pytest.mark.parametrize(("left_out", "told"), [((), ["1"] * 2), (("left out",), ["0"] * 2)])
def test_freed_memory_is_wiped_on_every_connection_unless_left_out(
    vault: Vault, left_out: tuple[str, ...], told: list[str]
) -> None:
    vault.lock()
    command = [sys.executable, "-c", ASK, str(vault.folder), WORKER, PASSPHRASE, *left_out]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (answer.stdout.strip(), answer.stderr) == (str(told), "")
