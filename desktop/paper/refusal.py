"""How the check of a seal ends where a file breaks one of its rules: by an exception that is told to nobody."""

from __future__ import annotations


class NotAsSealed(Exception):
    """A rule of the seal that a file breaks."""


def demand(holds: object) -> None:
    """End the check unless this holds."""
    if not holds:
        raise NotAsSealed
