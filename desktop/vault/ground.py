"""Whether a vault may lie in a folder: not on a network, not carried elsewhere by a synchronising program.

On a network two computers cannot keep out of each other's way, and a synchronising program copies a file half written.
What cannot be detected is not refused.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "davfs", "glusterfs", "fuse.sshfs", "fuse.rclone",
    "fuse.gvfsd-fuse", "fuse.davfs2", "fuse.glusterfs",
}  # fmt: skip
_CARRIERS = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "iclouddrive", "icloud drive",
    "mobile documents", "nextcloud", "owncloud", "pclouddrive", "yandex.disk", "mega", "syncthing", "box sync",
)  # fmt: skip
_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log", ".sync.ffs_db")
_REMOTE_DRIVE = 4


def is_on_network(folder: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether the folder lies on another computer's disk."""
    path = str(folder.absolute())
    if path.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return ctypes.windll.kernel32.GetDriveTypeW(folder.absolute().anchor) == _REMOTE_DRIVE
    try:
        lines = mounts.read_text(errors="replace").splitlines()
    except OSError:
        return False
    found = [line.split()[1:3] for line in lines if len(line.split()) >= 3]
    real = os.path.realpath(path)
    under = [(at.replace("\\040", " "), kind) for at, kind in found]
    holding = [(at, kind) for at, kind in under if real == at or real.startswith(at.rstrip("/") + "/")]
    return bool(holding) and max(holding, key=lambda pair: len(pair[0]))[1] in _NETWORK


def is_synchronised(folder: Path) -> bool:
    """Whether a synchronising program is known to carry the folder elsewhere."""
    real = Path(os.path.realpath(folder))
    named = any(part.casefold() == name or part.casefold().startswith(f"{name} -") for part in real.parts
                for name in _CARRIERS)  # fmt: skip
    return named or any((parent / mark).exists() for parent in (real, *real.parents) for mark in _MARKS)
