"""Whether disks are encrypted is told where it is certain, and called unknown everywhere else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop.vault import disks as asking
from desktop.vault.disks import disks, drive_of, mac_disks, windows_disks
from desktop.vault.protection import UNTOLD, Disks, Protection, weakest
from desktop.vault.stopping import stoppable
from desktop.world import Machine
from tests.vault.machines import LUKS, VOLUME, LinuxMachine, a_machine, a_program

ENCRYPTED, PLAIN, UNKNOWN = Protection.ENCRYPTED, Protection.PLAIN, Protection.UNKNOWN
VAULT = Path("/home/ona/centre.liepa")


@pytest.fixture
def laptop(tmp_path: Path) -> LinuxMachine:
    """Nothing in it yet."""
    return LinuxMachine(tmp_path)


def told(machine: LinuxMachine, vault: Path = VAULT) -> tuple[Protection, Protection]:
    found = disks(vault, machine.machine)
    return found.vault, found.system


@pytest.mark.parametrize(
    ("layers", "state"),
    [
        ((), PLAIN), ((LUKS,), ENCRYPTED), ((VOLUME,), PLAIN), ((LUKS, VOLUME), ENCRYPTED), ((VOLUME, LUKS), ENCRYPTED),
        (("CRYPT-LUKS1-ab-home",), ENCRYPTED), (("CRYPT-TCRYPT-ab",), ENCRYPTED), (("CRYPT-VERITY-ab-root",), UNKNOWN),
        (("CRYPT-INTEGRITY-ab",), UNKNOWN), (("",), UNKNOWN), ((LUKS, ""), UNKNOWN),
    ],
)  # fmt: skip
def test_a_disk_is_followed_down_to_its_cipher_or_to_the_hardware(
    tmp_path: Path, layers: tuple[str, ...], state: Protection
) -> None:
    assert told(a_machine(tmp_path, *layers)) == (state, state)


def test_several_parts_protect_as_the_weakest_of_them() -> None:
    assert weakest([ENCRYPTED, ENCRYPTED]) == ENCRYPTED
    assert weakest([ENCRYPTED, UNKNOWN]) == UNKNOWN
    assert weakest([UNKNOWN, PLAIN, ENCRYPTED]) == PLAIN
    assert weakest([]) == UNKNOWN


def test_a_volume_over_an_encrypted_and_a_plain_disk_is_plain(laptop: LinuxMachine) -> None:
    first, second = laptop.disk("sda"), laptop.disk("sdb")
    laptop.mount("/", laptop.mapped("dm-1", VOLUME, laptop.mapped("dm-0", LUKS, first), second))
    assert told(laptop) == (PLAIN, PLAIN)


def test_an_array_is_as_its_members_are(laptop: LinuxMachine) -> None:
    members = [laptop.mapped(f"dm-{n}", LUKS, laptop.disk(f"sd{n}")) for n in range(2)]
    laptop.mount("/", laptop.virtual("md0", *members))
    assert told(laptop) == (ENCRYPTED, ENCRYPTED)


@pytest.mark.parametrize(
    ("swap", "kind", "system"),
    [
        ("/dev/nvme0n1p3", "partition", PLAIN), ("/dev/mapper/swap", "partition", ENCRYPTED),
        ("/dev/zram0", "partition", ENCRYPTED), ("/swap\\040file", "file", ENCRYPTED),
        ("/mnt/data/swapfile", "file", PLAIN), ("/dev/nowhere", "partition", UNKNOWN),
    ],
)  # fmt: skip
def test_whatever_memory_is_swapped_to_counts_for_the_system_and_not_for_the_vault(
    laptop: LinuxMachine, swap: str, kind: str, system: Protection
) -> None:
    disk = laptop.disk("nvme0n1")
    laptop.mount("/", laptop.mapped("dm-0", LUKS, laptop.partition(disk, "nvme0n1p2")))
    laptop.mapped("dm-1", "CRYPT-PLAIN-swap", laptop.partition(disk, "nvme0n1p3"), called="swap")
    laptop.mount("/mnt/data", laptop.disk("sdb"))
    laptop.virtual("zram0")
    laptop.swap(swap, kind)
    assert told(laptop) == (ENCRYPTED, system)


@pytest.mark.parametrize(("behind", "system"), [("none\n", ENCRYPTED), ("/dev/sda3\n", UNKNOWN)])
def test_compressed_memory_counts_only_if_it_is_written_somewhere(
    tmp_path: Path, behind: str, system: Protection
) -> None:
    machine = a_machine(tmp_path, LUKS)
    (machine.virtual("zram0") / "backing_dev").write_text(behind)
    machine.swap("/dev/zram0")
    assert told(machine) == (ENCRYPTED, system)


def test_the_vault_goes_by_the_disk_it_lies_on(laptop: LinuxMachine) -> None:
    laptop.mount("/", laptop.mapped("dm-0", LUKS, laptop.disk("sda")))
    stick = laptop.disk("sdb")
    laptop.mount("/media/ona/My\\040stick", laptop.partition(stick, "sdb1"), "vfat")
    laptop.mount("/mnt/office", None, "cifs")
    assert told(laptop, Path("/media/ona/My stick/centre.liepa")) == (PLAIN, ENCRYPTED)
    assert told(laptop, Path("/media/ona/My stick 2/centre.liepa")) == (ENCRYPTED, ENCRYPTED)
    assert told(laptop, Path("/mnt/office/centre.liepa")) == (UNKNOWN, ENCRYPTED)


def test_of_two_disks_mounted_in_one_place_the_last_holds(laptop: LinuxMachine) -> None:
    laptop.mount("/", laptop.disk("sda"))
    laptop.mount("/", laptop.mapped("dm-0", LUKS, laptop.disk("sdb")))
    assert told(laptop) == (ENCRYPTED, ENCRYPTED)


@pytest.mark.parametrize("kind", ["overlay", "zfs", "tmpfs", "nfs4", "ecryptfs"])
def test_what_lies_on_no_device_cannot_be_told(laptop: LinuxMachine, kind: str) -> None:
    laptop.mount("/", None, kind)
    assert told(laptop) == (UNKNOWN, UNKNOWN)


@pytest.mark.parametrize("name", ["loop0", "nbd0", "zd0"])
def test_a_device_of_which_the_kernel_does_not_tell_what_lies_under_it_cannot_be_told(
    laptop: LinuxMachine, name: str
) -> None:
    laptop.mount("/", laptop.virtual(name))
    assert told(laptop) == (UNKNOWN, UNKNOWN)


@pytest.mark.parametrize(("second", "state"), [(None, ENCRYPTED), (LUKS, ENCRYPTED), ("", PLAIN)])
def test_btrfs_is_as_all_its_devices_are(laptop: LinuxMachine, second: str | None, state: Protection) -> None:
    devices = [laptop.mapped("dm-0", LUKS, laptop.disk("sda"), called="luks-root")]
    if second is not None:
        disk = laptop.disk("sdb")
        devices.append(laptop.mapped("dm-1", second, disk) if second else disk)
    laptop.btrfs(*devices)
    laptop.mount("/", None, "btrfs", "/dev/mapper/luks-root")
    assert told(laptop) == (state, state)


def test_btrfs_on_a_device_that_is_not_shown_cannot_be_told(laptop: LinuxMachine) -> None:
    laptop.mount("/", None, "btrfs", "/dev/sda1")
    assert told(laptop) == (UNKNOWN, UNKNOWN)


def test_a_kernel_that_tells_nothing_or_nonsense_is_no_reason_to_stop(tmp_path: Path) -> None:
    assert disks(VAULT, Machine("linux", tmp_path)) == UNTOLD
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/mountinfo").write_text("\n-\n1 2 3 - x\n22 1 8:1 / / rw\n")
    (tmp_path / "proc/swaps").write_text("Filename\n/dev/sda\n\n")
    assert disks(VAULT, Machine("linux", tmp_path)) == UNTOLD


def test_of_no_machine_and_of_another_system_nothing_is_told(tmp_path: Path) -> None:
    assert disks(VAULT, None) == disks(VAULT, Machine("freebsd14", tmp_path)) == UNTOLD


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("FileVault is On.\n", ENCRYPTED), ("FileVault is Off.\n", PLAIN),
        ("FileVault is Off.\nDeferred enablement appears to be active for user 'ona'.\n", PLAIN),
        ("FileVault is On.\nEncryption in progress: Percent completed = 41.3\n", UNKNOWN),
        ("FileVault is Off.\nDecryption in progress: Percent completed = 41.3\n", UNKNOWN),
        ("FileVault is Off, but will be enabled after the next restart.\n", UNKNOWN),
        ("FileVault master keychain appears to be installed.\n", UNKNOWN), ("", UNKNOWN),
    ],
)  # fmt: skip
def test_what_fdesetup_says_is_read(said: str, state: Protection) -> None:
    assert mac_disks(VAULT, said) == Disks(state, state)
    assert mac_disks(Path("/Volumes/stick/centre.liepa"), said) == Disks(UNKNOWN, state)


@pytest.mark.parametrize(
    ("said", "vault", "system"),
    [
        ("C: 1\r\n", ENCRYPTED, ENCRYPTED), ("C: 2\r\n", PLAIN, PLAIN), ("C: \r\n", UNKNOWN, UNKNOWN),
        *((f"C: {n}\r\n", UNKNOWN, UNKNOWN) for n in (0, 3, 4, 5, 6, 8, 12)), ("", UNKNOWN, UNKNOWN),
        ("New-Object : Cannot create type.\r\n", UNKNOWN, UNKNOWN),
    ],
)  # fmt: skip
def test_what_windows_says_of_the_drive_is_read(said: str, vault: Protection, system: Protection) -> None:
    assert windows_disks("C:\\Users\\Ona\\centre.liepa", ["C:"], said) == Disks(vault, system)


def test_the_vault_s_drive_counts_for_the_vault_and_those_of_page_files_for_the_system() -> None:
    said = "C: 1\r\nD: 2\r\nE: 1\r\n"
    assert windows_disks("D:\\centre.liepa", ["C:"], said) == Disks(PLAIN, ENCRYPTED)
    assert windows_disks("C:\\centre.liepa", ["C:", "D:"], said) == Disks(ENCRYPTED, PLAIN)
    assert windows_disks("C:\\centre.liepa", ["C:", "E:"], said) == Disks(ENCRYPTED, ENCRYPTED)
    assert windows_disks("\\\\office\\share\\centre.liepa", ["C:", "F:"], said) == Disks(UNKNOWN, UNKNOWN)
    paths = ("c:\\Windows", "\\??\\D:\\pagefile.sys", "\\\\office\\share", "\\\\?\\Volume{0f}\\x", "")
    assert [drive_of(path) for path in paths] == ["C:", "D:", "", "", ""]


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are written in shell")
def test_the_system_s_program_is_called_by_its_path_and_heard(tmp_path: Path) -> None:
    a_program(tmp_path / "usr/bin/fdesetup", ['[ "$1" = status ] && echo "FileVault is On."'])
    assert disks(VAULT, Machine("darwin", tmp_path)) == Disks(ENCRYPTED, ENCRYPTED)
    assert disks(VAULT, Machine("darwin", tmp_path / "elsewhere")) == UNTOLD
    a_program(tmp_path / asking.POWERSHELL, [f'printf "%s\\n" "$@" > {tmp_path}/asked'])
    assert disks(VAULT, Machine("win32", tmp_path)) == UNTOLD
    assert (tmp_path / "asked").read_text().split()[:3] == ["-NoProfile", "-NonInteractive", "-Command"]


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are written in shell")
def test_a_program_that_does_not_answer_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_program(tmp_path / "usr/bin/fdesetup", [f"echo $$ > {tmp_path}/began", "exec sleep 600"])
    looks: list[bool] = []

    def is_stopped() -> bool:
        looks.append((tmp_path / "began").exists())
        return looks[-1]

    with stoppable(is_stopped):
        assert disks(VAULT, Machine("darwin", tmp_path)) == UNTOLD
    assert looks.count(True) == 1, "it is not waited for any more"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "began").read_text()), 0)
    monkeypatch.setattr(asking, "LONGEST", asking.TURN)
    assert disks(VAULT, Machine("darwin", tmp_path)) == UNTOLD
