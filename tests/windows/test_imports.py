"""Loading the windows costs no more than it must."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import builtins, linecache
plain = builtins.__import__
import desktop.windows.application, desktop.centre
assert builtins.__import__ is plain
print(sum(name.startswith(("/", "C:")) and "sqlalchemy" in name for name in linecache.cache))
"""


def test_nothing_reads_the_source_of_what_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"]
