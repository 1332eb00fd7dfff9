"""Whether a disk is encrypted, as far as it can be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop.language import N_


class Protection(Enum):
    """How a disk stands; what is not known for certain is not guessed."""

    ENCRYPTED = "encrypted"
    PLAIN = "plain"
    UNKNOWN = "unknown"


STATES = {
    Protection.ENCRYPTED: N_("Encrypted"),
    Protection.PLAIN: N_("Not encrypted"),
    Protection.UNKNOWN: N_("Could not be found out"),
}
SYSTEM_DISK, VAULT_DISK = N_("The system's disk, with swap or page file"), N_("The disk with the vault")


@dataclass(frozen=True)
class Disks:
    """How the disks that matter to a vault stand."""

    vault: Protection
    """The one on which the vault lies, wherever that is."""
    system: Protection
    """Those of the system itself, to which it also puts what is in memory: swap or page file, and hibernation."""

    def named(self) -> tuple[tuple[str, Protection], ...]:
        """Each with what it is called, an English msgid."""
        return (SYSTEM_DISK, self.system), (VAULT_DISK, self.vault)


UNTOLD = Disks(Protection.UNKNOWN, Protection.UNKNOWN)
"""Nothing could be found out, or nobody has asked."""


def weakest(parts: Iterable[Protection]) -> Protection:
    """Several disks together protect as the weakest of them does; of none nothing can be told."""
    found = set(parts)
    order = Protection.PLAIN, Protection.UNKNOWN, Protection.ENCRYPTED
    return next((one for one in order if one in found), Protection.UNKNOWN)
