"""How the disks of a Linux machine stand, by what its kernel tells anybody under `/proc` and `/sys`.

A disk is followed down through what lies under it: a volume of LVM or a RAID to its parts, a partition to its disk. It
is encrypted where a cipher is met on every way down, and plain where a way ends at real hardware without one. All else
cannot be told: ZFS, overlays, the network, a cipher above the disk (a folder encrypted by itself) or within it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from desktop.vault.protection import Disks, Protection, weakest

CIPHERS = tuple(f"CRYPT-{kind}-" for kind in ("LUKS1", "LUKS2", "PLAIN", "LOOPAES", "TCRYPT", "BITLK", "FVAULT2"))
"""How the identifiers of mapped devices that encrypt begin; `CRYPT-VERITY-` and `CRYPT-INTEGRITY-` only check."""
LAYERS = ("LVM-", "DMRAID-", "mpath-", "part")
"""And those of devices that only divide or join what lies under them."""


def linux_disks(folder: Path, root: Path) -> Disks:
    """The disk on which the folder lies; that of the system and everything it swaps to."""
    return Disks(_of_path(os.path.realpath(folder), root), weakest([_of_path("/", root), *_of_swaps(root)]))


def _of_path(path: str, root: Path) -> Protection:
    """The disk that is mounted over the path: the nearest one, of several in one place the last."""
    found: tuple[int, str, str, str] | None = None
    for line in _read(root / "proc/self/mountinfo").splitlines():
        before, _dash, after = line.partition(" - ")
        left, right = before.split(), after.split()
        if len(left) < 5 or len(right) < 2:
            continue
        at = _unescaped(left[4])
        covers = path == at or path.startswith(at.rstrip("/") + "/")
        if covers and (found is None or len(at) >= found[0]):
            found = len(at), left[2], right[0], _unescaped(right[1])
    if found is None:
        return Protection.UNKNOWN
    _length, number, kind, source = found
    return _of_btrfs(source, root) if kind == "btrfs" else _of_device(root / "sys/dev/block" / number)


def _of_btrfs(source: str, root: Path) -> Protection:
    """It may lie on several devices, and has no number among them."""
    name = _named(source, root).name
    groups = (root / "sys/fs/btrfs").glob("*/devices")
    together = next((group for group in groups if (group / name).exists()), None)
    return weakest(map(_of_device, together.iterdir())) if together is not None else Protection.UNKNOWN


def _of_swaps(root: Path) -> list[Protection]:
    """Every place memory is swapped to; compressed in memory itself (zram) it goes nowhere."""
    told = _read(root / "proc/swaps")
    if not told:
        return [Protection.UNKNOWN]
    found = []
    for line in told.splitlines()[1:]:
        name, kind, *_more = [*map(_unescaped, line.split()), "", ""]
        if kind == "file":
            found.append(_of_path(name, root))
        elif not _stays_in_memory(device := _named(name, root)):
            found.append(_of_device(device))
    return found


def _stays_in_memory(device: Path) -> bool:
    return device.name.startswith("zram") and _read(device / "backing_dev").strip() in ("", "none")


def _of_device(device: Path) -> Protection:
    """Down from this device, as `/sys` shows it."""
    place = device.resolve()
    if (place / "dm").exists():
        mapped = _read(place / "dm/uuid")
        if mapped.startswith(CIPHERS):
            return Protection.ENCRYPTED
        if not mapped.startswith(LAYERS):
            return Protection.UNKNOWN
    if (place / "partition").exists():
        return _of_device(place.parent)
    under = place / "slaves"
    parts = list(under.iterdir()) if under.is_dir() else []
    if parts:
        return weakest(map(_of_device, parts))
    return Protection.PLAIN if (place / "device").exists() else Protection.UNKNOWN


def _named(source: str, root: Path) -> Path:
    """A device by its name under `/dev`, which may be a link to another name."""
    return root / "sys/class/block" / (root / source.lstrip("/")).resolve().name


def _unescaped(name: str) -> str:
    """A name as it is: spaces and the like are told in octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), name)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
