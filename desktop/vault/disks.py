"""Asks the system whether the disks that matter to a vault are encrypted, without an administrator's rights.

The vault itself is encrypted on any disk. But what is read in it lies in memory, and memory is put on the system's disk
when there is little of it or the computer sleeps: against that only an encrypted disk helps.

A program of the system is called by its whole path, with a limit of time; what it does not answer plainly is not known.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from desktop.vault.linux_disks import linux_disks
from desktop.vault.protection import UNTOLD, Disks, Protection, weakest
from desktop.vault.stopping import asked
from desktop.world import Machine

if sys.platform == "win32":
    import winreg

LONGEST, TURN = 20.0, 0.2
"""Seconds until an answer is given up, and between two looks whether it is still wanted."""
POWERSHELL = "System32/WindowsPowerShell/v1.0/powershell.exe"
SHELL = "$shell = New-Object -ComObject Shell.Application"
OF_DRIVE = "'{0} ' + $shell.NameSpace('{0}\\').Self.ExtendedProperty('System.Volume.BitLockerProtection')"
"""What the Explorer shows as the lock on a drive; anybody may ask it."""
ON, OFF = "1", "2"
"""Other answers: being encrypted or decrypted, suspended, locked, waiting for its key, not to be encrypted at all."""
PAGES = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management"


def disks(folder: Path, machine: Machine | None) -> Disks:
    """How the disk of the vault in that folder and those of the system stand."""
    if machine is None:
        return UNTOLD
    if machine.system.startswith("linux"):
        return linux_disks(folder, machine.root)
    if machine.system == "darwin":
        return mac_disks(folder, _answer([str(machine.root / "usr/bin/fdesetup"), "status"]))
    if machine.system == "win32":
        return _windows(folder, machine.root)
    return UNTOLD


def mac_disks(folder: Path, told: str) -> Disks:
    """By the answer of `fdesetup status`, which is about the disk the computer started from."""
    first = told.strip().partition("\n")[0].strip()
    system = {"FileVault is On.": Protection.ENCRYPTED, "FileVault is Off.": Protection.PLAIN}.get(first)
    if system is None or "in progress" in told:
        return UNTOLD
    is_elsewhere = str(folder.absolute()).startswith(("/Volumes/", "/Network/"))
    return Disks(Protection.UNKNOWN if is_elsewhere else system, system)


def windows_disks(folder: str, system: Sequence[str], told: str) -> Disks:
    """By the lines `C: 1`, one for each drive asked about; `system` are those of Windows and of its page files."""
    values = dict(re.findall(r"^([A-Z]:) (\d+)\s*$", told, re.MULTILINE))
    known = {ON: Protection.ENCRYPTED, OFF: Protection.PLAIN}
    standing = {drive: known.get(value, Protection.UNKNOWN) for drive, value in values.items()}
    of_vault = standing.get(drive_of(folder), Protection.UNKNOWN)
    return Disks(of_vault, weakest(standing.get(drive, Protection.UNKNOWN) for drive in system))


def drive_of(path: str) -> str:
    """The letter of the drive on which a path lies; empty if it lies on none."""
    drive = PureWindowsPath(path.removeprefix("\\??\\")).drive.upper()
    return drive if re.fullmatch("[A-Z]:", drive) else ""


def _windows(folder: Path, root: Path) -> Disks:
    real = os.path.realpath(folder)
    system = [drive_of(path) for path in (str(root), *_page_files())]
    asks = [OF_DRIVE.format(drive) for drive in sorted({drive_of(real), *system} - {""})]
    script = "; ".join([SHELL, *asks])
    command = [str(root / POWERSHELL), "-NoProfile", "-NonInteractive", "-Command", script]
    return windows_disks(real, system, _answer(command))


def _page_files() -> list[str]:
    """Where Windows keeps its page files just now; none where it does not tell."""
    found: list[str] = []
    if sys.platform == "win32":
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, PAGES) as key:
            found = list(winreg.QueryValueEx(key, "ExistingPageFiles")[0])
    return found


def _answer(command: Sequence[str]) -> str:
    """What a program of the system says; nothing if it is not there, is not wanted any more or takes too long."""
    is_stopped = asked() or (lambda: False)
    try:
        running = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except OSError:
        return ""
    with running:
        for _turn in range(round(LONGEST / TURN)):
            try:
                return running.communicate(timeout=TURN)[0].decode("ascii", errors="replace")
            except subprocess.TimeoutExpired:
                if is_stopped():
                    break
        running.kill()
    return ""
