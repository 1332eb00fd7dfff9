"""Where a vault may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.vault import ground

MOUNTS = """/dev/sda1 / ext4 rw 0 0
office:/share /mnt/office nfs4 rw 0 0
//nas/docs /home/ona/My\\040docs cifs rw 0 0
/dev/sdb1 /mnt/office/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "away"),
    [
        ("/home/ona/v.liepa", False), ("/mnt/office/v.liepa", True), ("/mnt/office2/v.liepa", False),
        ("/home/ona/My docs/v.liepa", True), ("/mnt/office/local/v.liepa", False), ("//nas/docs/v.liepa", True),
    ],
)  # fmt: skip
def test_a_folder_on_another_computer_is_known(tmp_path: Path, folder: str, away: bool) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    assert ground.is_on_network(Path(folder), tmp_path / "mounts") == away


@pytest.mark.parametrize(
    ("name", "carried"),
    [("OneDrive", True), ("OneDrive - Centras", True), ("Dropbox", True), ("Nextcloud", True), ("Liepa", False),
     ("megalith", False)],
)  # fmt: skip
def test_a_folder_that_is_carried_elsewhere_is_known_by_its_name(tmp_path: Path, name: str, carried: bool) -> None:
    assert ground.is_synchronised(tmp_path / name / "v.liepa") == carried


def test_a_folder_that_is_carried_elsewhere_is_known_by_its_marks(tmp_path: Path) -> None:
    assert not ground.is_synchronised(tmp_path / "a" / "v.liepa")
    (tmp_path / ".stfolder").mkdir()
    assert ground.is_synchronised(tmp_path / "a" / "v.liepa")
