"""Small files are written whole, and only in the place of files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.vault.files import write_whole


def test_a_file_is_written_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"one")
    write_whole(tmp_path / "a", b"two")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"two")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are other things than files and folders")
def test_what_is_no_file_is_never_put_aside(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(IsADirectoryError):
            write_whole(tmp_path / name, b"content")
    assert (tmp_path / "pipe").is_fifo()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["folder", "pipe"]
