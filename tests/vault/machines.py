"""Machines made of files: what a kernel would tell of its disks under `/proc`, `/sys` and `/dev`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.world import Machine

HEAD = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


@dataclass
class LinuxMachine:
    """Its tree is written as devices are put in; each gets the next number."""

    root: Path
    minor: int = 0

    def __post_init__(self) -> None:
        for folder in ("proc/self", "sys/dev/block", "sys/class/block", "sys/devices", "dev/mapper"):
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        (self.root / "proc/swaps").write_text(HEAD)

    @property
    def machine(self) -> Machine:
        return Machine("linux", self.root)

    def disk(self, name: str) -> Path:
        """Real hardware."""
        place = self._device("pci0000:00", name)
        (self.root / "sys/devices/pci0000:00/hardware").mkdir(parents=True, exist_ok=True)
        (place / "device").symlink_to("../hardware")
        return place

    def partition(self, disk: Path, name: str) -> Path:
        place = self._device(str(disk.relative_to(self.root / "sys/devices")), name)
        (place / "partition").write_text("1\n")
        return place

    def virtual(self, name: str, *under: Path) -> Path:
        """A device of the kernel's own, on others or on none."""
        place = self._device("virtual/block", name)
        (place / "slaves").mkdir()
        for part in under:
            (place / "slaves" / part.name).symlink_to(part)
        return place

    def mapped(self, name: str, uuid: str, *under: Path, called: str = "") -> Path:
        """One of the device mapper, with the identifier that tells of which kind it is."""
        place = self.virtual(name, *under)
        (place / "dm").mkdir()
        (place / "dm/uuid").write_text(uuid + "\n")
        if called:
            (self.root / "dev" / name).write_text("")
            (self.root / "dev/mapper" / called).symlink_to(f"../{name}")
        return place

    def mount(self, at: str, device: Path | None, kind: str = "ext4", source: str = "none") -> None:
        """Over a device, or over none."""
        number = (device / "dev").read_text().strip() if device is not None else "0:42"
        with (self.root / "proc/self/mountinfo").open("a") as file:
            file.write(f"22 1 {number} / {at} rw,relatime shared:1 - {kind} {source} rw\n")

    def swap(self, name: str, kind: str = "partition") -> None:
        with (self.root / "proc/swaps").open("a") as file:
            file.write(f"{name}\t\t\t\t{kind}\t8388604\t\t0\t\t-2\n")

    def btrfs(self, *devices: Path) -> None:
        """One such file system on these devices."""
        folder = self.root / "sys/fs/btrfs/0f3c/devices"
        folder.mkdir(parents=True)
        for device in devices:
            (folder / device.name).symlink_to(device)

    def _device(self, where: str, name: str) -> Path:
        place = self.root / "sys/devices" / where / name
        place.mkdir(parents=True)
        self.minor += 1
        (place / "dev").write_text(f"8:{self.minor}\n")
        (self.root / "sys/dev/block" / f"8:{self.minor}").symlink_to(place)
        (self.root / "sys/class/block" / name).symlink_to(place)
        return place


LUKS = "CRYPT-LUKS2-6f1a2b3c4d5e6f708192a3b4c5d6e7f8-luks"
VOLUME = "LVM-Q1w2E3r4T5y6U7i8O9p0"


def a_machine(root: Path, *ciphers: str) -> LinuxMachine:
    """A laptop with one disk, one partition for everything, and as many layers of ciphers over it as are named."""
    made = LinuxMachine(root)
    device = made.partition(made.disk("nvme0n1"), "nvme0n1p2")
    for number, uuid in enumerate(ciphers):
        device = made.mapped(f"dm-{number}", uuid, device)
    made.mount("/", device)
    return made


def a_program(file: Path, lines: Sequence[str]) -> None:
    """A program of the system that does what these lines of shell say."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    file.chmod(0o755)
